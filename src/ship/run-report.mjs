import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm run report`: the command line from its source, as one file that is made where the source is newer than it. To make
 * it takes half a second; to compile the source file by file at every run takes as long each time.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** As deep as the source, which looks for its sample from where it lies. */
const BUNDLE = join(ROOT, 'build', 'run', 'report', 'kelan.cjs');
const MADE_FROM = ['src', 'package.json', 'package-lock.json'];

function newestIn(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), stat.mtimeMs);
}

function isFresh() {
  if (!existsSync(BUNDLE)) return false;
  const made = statSync(BUNDLE).mtimeMs;
  return MADE_FROM.every((path) => newestIn(join(ROOT, path)) < made);
}

async function makeBundle() {
  const { build } = await import('esbuild');
  mkdirSync(dirname(BUNDLE), { recursive: true });
  // Two runs may make it at once: each makes its own, and the last one stays.
  const draft = `${BUNDLE}.${process.pid}`;
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/cli/main.ts'],
    outfile: draft,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // A package that calls itself CommonJS and ships another format as `module` is taken by its `main`.
    mainFields: ['main'],
    // Drivers of databases are the person's own, and are loaded where a database is asked.
    external: ['pg', 'mysql2', '@duckdb/node-api'],
    logLevel: 'warning',
  });
  renameSync(draft, BUNDLE);
}

if (!isFresh()) await makeBundle();
createRequire(import.meta.url)(BUNDLE);
