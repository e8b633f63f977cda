import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/**
 * The variable that names the file of figures, a line each: sections run in processes of their own, and what they find is
 * handed over in it.
 */
export const FIGURES_FILE = 'KELAN_BENCH_FIGURES';

export type Figures = ReadonlyMap<string, number>;

export function noteFigure(id: string, value: number): void {
  const path = process.env[FIGURES_FILE];
  if (path !== undefined) appendFileSync(path, `${JSON.stringify([id, value])}\n`);
}

/** The last of each wins. */
export function readFigures(path: string): Figures {
  if (!existsSync(path)) return new Map();
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return new Map(lines.map((line) => JSON.parse(line) as [string, number]));
}
