import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const ROOT = join(__dirname, '..', '..');

/** The production build with Office.js beside it, as a firm without internet would host it. */
export async function buildSite(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kelan-site-'));
  const cli = join(ROOT, 'node_modules', 'webpack', 'bin', 'webpack.js');
  await promisify(execFile)(
    process.execPath,
    [cli, '--mode', 'production', '--env', 'office=own', '--output-path', folder],
    { cwd: ROOT, maxBuffer: 1 << 26 },
  );
  return folder;
}

let standIn: Promise<string> | undefined;

/** The stand-in Excel as one script that a page runs before Office.js; bundled once for all who ask. */
export function buildStandIn(): Promise<string> {
  standIn ??= bundleStandIn();
  return standIn;
}

async function bundleStandIn(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'tests', 'office-host', 'browser', 'stand-in-page.ts')],
    bundle: true,
    write: false,
    platform: 'browser',
    target: 'chrome109',
  });
  return outputFiles[0]!.text;
}
