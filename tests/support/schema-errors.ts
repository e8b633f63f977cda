import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The program is published for this system alone where everything that `npm ci` installs can be had. */
const PROGRAM = join(__dirname, '..', '..', 'node_modules', '@xarsh', 'ooxml-validator-linux-x64', 'ooxml-validator');
const MAX_OUTPUT = 512 * 1024 * 1024;

interface Verdict {
  readonly errors: readonly { readonly path: string; readonly description: string }[];
}

/** Whether the validator runs here; on Linux it must, elsewhere its tests skip and say so. */
export const VALIDATOR_RUNS = process.platform === 'linux' && process.arch === 'x64';

/**
 * What Microsoft's validator of the format finds wrong with a workbook, each kind of error with its number. The program is
 * a process of its own; it needs some seconds a file.
 */
export async function schemaErrorsOf(path: string): Promise<ReadonlyMap<string, number>> {
  const { stdout } = await promisify(execFile)(PROGRAM, [path], { maxBuffer: MAX_OUTPUT });
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
