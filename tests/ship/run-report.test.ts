import { execFile } from 'node:child_process';
import { readdirSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import app from '../../package.json';

/** What `npm run report` starts. */
const ROOT = join(__dirname, '..', '..');
const BUNDLE = join(ROOT, 'build', 'run', 'report', 'kelan.cjs');
const run = promisify(execFile);
const versionSaid = async (): Promise<string> => {
  const { stdout } = await run(process.execPath, [join(ROOT, 'src', 'ship', 'run-report.mjs'), '--version']);
  return stdout.trim();
};

describe('npm run report', () => {
  it('packs its source anew where what is packed is older, and leaves it where it is not', async () => {
    expect(await versionSaid()).toBe(app.version);
    const old = new Date('2020-01-01');
    utimesSync(BUNDLE, old, old);
    expect(await versionSaid()).toBe(app.version);
    const { mtimeMs } = statSync(BUNDLE);
    expect(mtimeMs).toBeGreaterThan(old.getTime());
    expect(await versionSaid()).toBe(app.version);
    expect(statSync(BUNDLE).mtimeMs).toBe(mtimeMs);
  });

  it('leaves no half-made file when several start at once', async () => {
    const old = new Date('2020-01-01');
    utimesSync(BUNDLE, old, old);
    expect(await Promise.all([versionSaid(), versionSaid()])).toEqual([app.version, app.version]);
    expect(readdirSync(dirname(BUNDLE))).toEqual(['kelan.cjs']);
  });
});
