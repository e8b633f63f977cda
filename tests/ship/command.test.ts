import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Ajv from 'ajv';
import { unzipSync } from 'fflate';
import app from '../../package.json';

/** The package as somebody gets it: packed, installed into an empty folder without a network, and run there. */
const ROOT = join(__dirname, '..', '..');
const MINUTE = 60_000;
const run = promisify(execFile);

let folder: string;
let home: string;

/** Nothing of the project's surroundings: no folder of modules above, no settings of npm's. */
const bare = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], HOME: home, npm_config_offline: 'true' });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kelan-package-'));
  home = join(folder, 'home');
  mkdirSync(home);
  const webpack = join(ROOT, 'node_modules', 'webpack', 'bin', 'webpack.js');
  const config = join(ROOT, 'src', 'ship', 'command.webpack.js');
  const built = join(folder, 'built');
  await run(process.execPath, [webpack, '--config', config, '--output-path', built], { cwd: ROOT });
  await run('npm', ['pack', built, '--pack-destination', folder], { cwd: home, env: bare(), shell: onWindows });
  await run('npm', ['install', join(folder, `kelan-${app.version}.tgz`)], { cwd: home, env: bare(), shell: onWindows });
}, 5 * MINUTE);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const onWindows = process.platform === 'win32';
const installed = (...path: string[]): string => join(home, 'node_modules', 'kelan', ...path);
const kelan = (...argv: string[]): ReturnType<typeof run> =>
  run(process.execPath, [installed('kelan.js'), ...argv], { cwd: home, env: bare() });

describe('the packed command', () => {
  it('needs no other package', () => {
    expect(readdirSync(join(home, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['kelan']);
    expect(existsSync(join(home, 'node_modules', '.bin', onWindows ? 'kelan.cmd' : 'kelan'))).toBe(true);
  });

  it('says its version', async () => {
    expect((await kelan('--version')).stdout.toString().trim()).toBe(app.version);
  });

  it(
    'writes the reports and the figures of the sample that it brings',
    async () => {
      await kelan('--lang', 'en', '--json', 'figures.json');
      const parts = unzipSync(readFileSync(join(home, 'kelan-sample.kelan.xlsx')));
      expect(new TextDecoder().decode(parts['xl/workbook.xml'])).toContain('name="Client tiers"');
      const figures = JSON.parse(readFileSync(join(home, 'figures.json'), 'utf8')) as Record<string, unknown>;
      expect(figures).toMatchObject({ asOf: '2026-09-30', period: { from: '2025-10-01', to: '2026-09-30' } });
      const schema = JSON.parse(readFileSync(join(ROOT, 'docs', 'kelan.schema.json'), 'utf8')) as object;
      const keepsContract = new Ajv().compile(schema);
      keepsContract(figures);
      expect(keepsContract.errors ?? []).toEqual([]);
    },
    2 * MINUTE,
  );

  it('brings the holidays of other countries in files of their own, loaded when one is chosen', () => {
    expect(readdirSync(installed()).filter((name) => /^part-.*\.js$/.test(name)).length).toBeGreaterThan(0);
  });

  it('names everybody whose work it contains, with the licence', () => {
    const notices = readFileSync(installed('THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of [
      'fflate',
      'saxes',
      'xmlchars',
      'chinese-days',
      'commander',
      'date-holidays',
      'moment',
      '@e965/xlsx',
      'papaparse',
    ])
      expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
    expect(notices).not.toContain('carries no text of it');
  });
});
