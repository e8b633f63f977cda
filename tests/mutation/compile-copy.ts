import { build } from 'esbuild';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Puts the JavaScript of every file beside it, once for all processes: each of some hundred test files is read in a process
 * of its own, and a loader that compiles in place would take longer there than most tests.
 */
export async function compileCopy(copy: string): Promise<void> {
  await build({
    entryPoints: ['src', 'tests', 'assets', 'docs'].flatMap((folder) => scriptsBelow(join(copy, folder))),
    outdir: copy,
    outbase: copy,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // What is loaded late is a file of ours without an ending, which only `require` finds.
    supported: { 'dynamic-import': false },
    logLevel: 'error',
  });
}

function scriptsBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return scriptsBelow(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}
