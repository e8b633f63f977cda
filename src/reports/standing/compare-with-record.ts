import type { CellValue } from '../../workbook/cell-value';
import { TypedCells } from './typed-cells';
import { hashOf, NOTHING, wordsHashed, type WrittenRecord } from './written-record';

export interface Comparison {
  /** Keys of `TypedCells`: what we did not write. */
  readonly typed: ReadonlySet<number>;
  /** Cells of title, headers and footnotes that are still there, of those that were written. */
  readonly frame: { readonly found: number; readonly of: number };
  readonly all: { readonly found: number; readonly of: number };
}

type Cells = readonly (readonly CellValue[])[];

/** Rows that share a value with so many others are not looked for by it. */
const MOST_ROWS_OF_VALUE = 24;
/** A value that is known again wherever it was moved to. */
const LEAST_WORDS = 3;

/**
 * Tells what the person typed from what we wrote, whatever she did to the sheet: rows sorted, inserted or deleted, columns
 * moved, some columns sorted by themselves, cells cut and pasted.
 *
 * A row is known again by what it shares with a row that was written; a cell of it is ours where that row had its value.
 * What is left over is ours only where it was moved: long words whose old place is empty now, or a column whose values are
 * all there in another order. Everything else she typed; a doubt ends as a note too many, never as one too few.
 */
export function compareWithRecord(cells: Cells, record: WrittenRecord): Comparison {
  const current = cells.map((line) => Int32Array.from(line, hashOf));
  const open = current.map((line) => line.slice());
  const missing = record.rows.map((line) => line.slice());
  const pairs = pairRows(current, record);
  for (const [row, written] of pairs) strikeOut(open[row]!, missing[written]!);
  strikeMoved(cells, open, missing, pairs, record);
  strikeResorted(open, missing, pairs);

  const shown = record.isLive ? shownByFormulas({ cells, current, open, missing, pairs }) : new Set<number>();
  const typed = new Set<number>();
  open.forEach((line, row) =>
    line.forEach((hash, column) => {
      const key = TypedCells.keyOf(row, column);
      if (hash !== NOTHING && !record.anywhere.has(hash) && !shown.has(key)) typed.add(key);
    }),
  );
  return { typed, ...countFound(missing, record) };
}

interface Compared {
  readonly cells: Cells;
  readonly current: readonly Int32Array[];
  /** Hashes of what is not yet known to be ours, and of what was written and is not there; `NOTHING` elsewhere. */
  readonly open: readonly Int32Array[];
  readonly missing: readonly Int32Array[];
  readonly pairs: ReadonlyMap<number, number>;
}

/**
 * Cells of a row that no longer has all that was written into it, which show what stands elsewhere on the sheet, what was written and
 * stands nowhere, or the number of a row: another client was picked. Of what stands the words are compared, as a
 * large sheet has more than a quarter of all hashes that there are.
 */
function shownByFormulas({ cells, current, open, missing, pairs }: Compared): ReadonlySet<number> {
  const places = open.flatMap((line, row) => {
    const written = missing[pairs.get(row) ?? -1];
    if (!written?.some((hash) => hash !== NOTHING)) return [];
    return [...line].flatMap((hash, column) => (hash === NOTHING ? [] : [{ row, column, hash }]));
  });
  const shown = new Set<number>();
  if (places.length === 0) return shown;
  const hashes = new Set(places.map(({ hash }) => hash));
  const standing = new Set<string>();
  current.forEach((line, row) =>
    line.forEach((hash, column) => {
      if (open[row]![column] === NOTHING && hashes.has(hash)) standing.add(wordsHashed(cells[row]![column]!));
    }),
  );
  const gone = new Set<number>();
  for (const line of missing) for (const hash of line) if (hashes.has(hash)) gone.add(hash);
  for (const { row, column, hash } of places) {
    const value = cells[row]![column]!;
    const isRowNumber = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= missing.length;
    if (gone.has(hash) || isRowNumber || standing.has(wordsHashed(value))) shown.add(TypedCells.keyOf(row, column));
  }
  return shown;
}

function countFound(missing: readonly Int32Array[], record: WrittenRecord): Pick<Comparison, 'frame' | 'all'> {
  const frame = { found: 0, of: 0 };
  const all = { found: 0, of: 0 };
  record.rows.forEach((line, row) =>
    line.forEach((hash, column) => {
      if (hash === NOTHING) return;
      const found = missing[row]![column] === NOTHING ? 1 : 0;
      all.of++;
      all.found += found;
      if (!record.isFrame[row]) return;
      frame.of++;
      frame.found += found;
    }),
  );
  return { frame, all };
}

/** Which row that was written each row of now is. */
function pairRows(current: readonly Int32Array[], { rows }: WrittenRecord): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  current.forEach((line, row) => {
    const written = rows[row];
    if (!written || !written.some((hash) => hash !== NOTHING)) return;
    if (!written.every((hash, column) => hash === NOTHING || line[column] === hash)) return;
    pairs.set(row, row);
    taken.add(row);
  });

  const rowsOf = new Map<number, number[]>();
  rows.forEach((line, row) => {
    if (taken.has(row)) return;
    for (const hash of new Set(line)) {
      if (hash === NOTHING) continue;
      const list = rowsOf.get(hash);
      if (list) list.push(row);
      else rowsOf.set(hash, [row]);
    }
  });
  const found: { row: number; written: number; score: number }[] = [];
  current.forEach((line, row) => {
    if (pairs.has(row)) return;
    const votes = new Map<number, number>();
    for (const hash of new Set(line)) {
      const candidates = rowsOf.get(hash);
      if (!candidates || candidates.length > MOST_ROWS_OF_VALUE) continue;
      for (const written of candidates) if (!votes.has(written)) votes.set(written, overlapOf(line, rows[written]!));
    }
    for (const [written, score] of votes) {
      const size = rows[written]!.reduce((count, hash) => (hash === NOTHING ? count : count + 1), 0);
      if (score >= Math.min(size, 2) && score * 3 >= size) found.push({ row, written, score });
    }
  });
  const distance = ({ row, written }: { row: number; written: number }): number => Math.abs(row - written);
  // Of equally near ones the upper: they stand in the order of rows.
  found.sort((a, b) => b.score - a.score || distance(a) - distance(b));
  for (const { row, written } of found) {
    if (pairs.has(row) || taken.has(written)) continue;
    pairs.set(row, written);
    taken.add(written);
  }
  return pairs;
}

function overlapOf(line: Int32Array, written: Int32Array): number {
  const counts = new Map<number, number>();
  for (const hash of written) if (hash !== NOTHING) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  let score = 0;
  for (const hash of line) {
    const left = counts.get(hash) ?? 0;
    if (left === 0) continue;
    counts.set(hash, left - 1);
    score++;
  }
  return score;
}

/** Takes away, from a row of now and the row it was, what both have: first in the same column, then in any. */
function strikeOut(open: Int32Array, missing: Int32Array): void {
  open.forEach((hash, column) => {
    if (hash !== missing[column]) return;
    open[column] = NOTHING;
    missing[column] = NOTHING;
  });
  open.forEach((hash, column) => {
    const at = missing.indexOf(hash);
    if (at < 0) return;
    open[column] = NOTHING;
    missing[at] = NOTHING;
  });
}

/** Long words whose old place is empty now: she cut and pasted them, or took their row apart. */
function strikeMoved(
  cells: Cells,
  open: readonly Int32Array[],
  missing: readonly Int32Array[],
  pairs: ReadonlyMap<number, number>,
  { isFrame }: WrittenRecord,
): void {
  const rowNow = new Map([...pairs].map(([row, written]) => [written, row]));
  const places = new Map<number, { row: number; column: number }[]>();
  missing.forEach((line, row) => {
    const now = rowNow.get(row);
    if (now === undefined && !isFrame[row]) return;
    line.forEach((hash, column) => {
      if (hash === NOTHING) return;
      const standing = now === undefined ? undefined : cells[now]?.[column];
      if (standing !== null && standing !== undefined && standing !== '') return;
      const list = places.get(hash);
      if (list) list.push({ row, column });
      else places.set(hash, [{ row, column }]);
    });
  });
  if (places.size === 0) return;
  open.forEach((line, row) =>
    line.forEach((hash, column) => {
      const value = hash === NOTHING ? null : cells[row]![column]!;
      if (typeof value !== 'string' || value.trim().length < LEAST_WORDS) return;
      const place = places.get(hash)?.pop();
      if (!place) return;
      open[row]![column] = NOTHING;
      missing[place.row]![place.column] = NOTHING;
    }),
  );
}

/** Columns that she sorted by themselves: nearly everything in them is what was written, in other rows. */
function strikeResorted(
  open: readonly Int32Array[],
  missing: readonly Int32Array[],
  pairs: ReadonlyMap<number, number>,
): void {
  const width = open.reduce((most, { length }) => Math.max(most, length), 0);
  for (let column = 0; column < width; column++) {
    const places = new Map<number, number[]>();
    for (const written of pairs.values()) {
      const hash = missing[written]![column] ?? NOTHING;
      if (hash === NOTHING) continue;
      const list = places.get(hash);
      if (list) list.push(written);
      else places.set(hash, [written]);
    }
    if (places.size === 0) continue;
    const left = [...pairs.keys()].filter((row) => (open[row]![column] ?? NOTHING) !== NOTHING);
    const struck = left.flatMap((row) => {
      const written = places.get(open[row]![column]!)?.pop();
      return written === undefined ? [] : [{ row, written }];
    });
    if (struck.length < 3 || struck.length * 10 < left.length * 9) continue;
    for (const { row, written } of struck) {
      open[row]![column] = NOTHING;
      missing[written]![column] = NOTHING;
    }
  }
}
