import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How a workbook was when it was last dealt with: while it is the same, there is nothing to do. */
export interface SeenState {
  readonly size: number;
  readonly changed: number;
}

const FILE = '.kelan-watch.json';

export const seenFileOf = (folder: string): string => join(folder, FILE);

/** What was dealt with before, by name; nothing where the list is absent or damaged: everything is refreshed once more. */
export async function readSeen(folder: string): Promise<Map<string, SeenState>> {
  const text = await readFile(seenFileOf(folder), 'utf8').catch(() => '{}');
  let listed: unknown;
  try {
    listed = JSON.parse(text);
  } catch {
    return new Map();
  }
  const entries = Object.entries((listed ?? {}) as Record<string, Partial<SeenState> | null>);
  return new Map(
    entries.filter(
      (entry): entry is [string, SeenState] =>
        typeof entry[1]?.size === 'number' && typeof entry[1].changed === 'number',
    ),
  );
}

export async function writeSeen(folder: string, seen: ReadonlyMap<string, SeenState>): Promise<void> {
  await writeFile(seenFileOf(folder), `${JSON.stringify(Object.fromEntries(seen), null, 2)}\n`);
}
