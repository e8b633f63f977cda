import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const CLI = join(__dirname, '..', '..', 'node_modules', '@xarsh', 'ooxml-validator', 'dist', 'src', 'cli.js');
const MAX_OUTPUT = 512 * 1024 * 1024;

interface Verdict {
  readonly errors: readonly { readonly path: string; readonly description: string }[];
}

/**
 * What Microsoft's validator of the format finds wrong with a workbook, each kind of error with its number. The program is
 * a process of its own; it needs some seconds a file.
 */
export async function schemaErrorsOf(path: string): Promise<ReadonlyMap<string, number>> {
  const { stdout } = await promisify(execFile)(process.execPath, [CLI, path], { maxBuffer: MAX_OUTPUT }).catch(
    // Exit code 1 says that there are errors.
    (failed: { readonly stdout?: string }) => {
      if (failed.stdout?.startsWith('{')) return { stdout: failed.stdout };
      throw failed;
    },
  );
  const counts = new Map<string, number>();
  for (const { path: part, description } of (JSON.parse(stdout) as Verdict).errors) {
    const kind = `${part}: ${description}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

/** The errors that a workbook has and the one that it was made of had not, or had fewer of. */
export function newErrors(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): readonly string[] {
  return [...after].filter(([kind, count]) => count > (before.get(kind) ?? 0)).map(([kind]) => kind);
}
