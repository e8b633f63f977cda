import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import webpack from 'webpack';

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

/** The stand-in Excel as one script that a page runs before Office.js. */
export async function buildStandIn(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kelan-stand-in-'));
  await new Promise<void>((resolve, reject) => {
    webpack(
      {
        mode: 'development',
        devtool: false,
        context: ROOT,
        entry: join(ROOT, 'tests', 'office-host', 'browser', 'stand-in-page.ts'),
        output: { path: folder, filename: 'stand-in.js' },
        resolve: { extensions: ['.ts', '.js'] },
        module: {
          rules: [
            {
              test: /\.ts$/,
              use: { loader: 'ts-loader', options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
            },
          ],
        },
      },
      (error, stats) => {
        if (error) reject(error);
        else if (stats?.hasErrors()) reject(new Error(stats.toString('errors-only')));
        else resolve();
      },
    );
  });
  return join(folder, 'stand-in.js');
}
