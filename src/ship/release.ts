import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import app from '../../package.json';
import { changesOf, checksumsOf, zipFolder } from './release-parts';

/**
 * `npm run release -- --env origin=https://…`: all that is handed out, in `build/release`. The version is the one of
 * package.json; CHANGELOG.md must have its section. What stands after `--` goes to the build of the site.
 */
const ROOT = join(__dirname, '..', '..');
const FOLDER = join(ROOT, 'build', 'release');

const npm = (...argv: readonly string[]): void => {
  execFileSync('npm', argv, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
};

const notes = changesOf(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'), app.version);
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
npm('run', 'build', '--', ...process.argv.slice(2));
npm('run', 'build:command');
npm('pack', join(ROOT, 'build', 'command'), '--pack-destination', FOLDER);
writeFileSync(join(FOLDER, `kelan-site-${app.version}.zip`), zipFolder(join(ROOT, 'dist')));
for (const file of ['manifest.xml', 'kelan-app.zip', 'THIRD-PARTY-NOTICES.txt'])
  writeFileSync(join(FOLDER, file), readFileSync(join(ROOT, 'dist', file)));
writeFileSync(join(FOLDER, 'CHANGES.md'), notes);
writeFileSync(join(FOLDER, 'SHA256SUMS'), checksumsOf(FOLDER));
process.stdout.write(checksumsOf(FOLDER));
