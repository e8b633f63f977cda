import type { PrintPlan } from '../../workbook/plan';
import { linesOfWidth, widthForLines } from './text-width';
import { pagesAcross } from './pages-across';

/** A column of words that may take several lines. */
export interface WrappedColumn {
  readonly column: number;
  /** As wide as its definition asks. */
  readonly preferred: number;
  /** How wide the words of every row are in one line, in characters. */
  readonly cells: readonly number[];
}

/** A line longer than this is hard to follow on the screen. */
const WIDEST = 80;
/** Rows that may stay higher than the others: one long text does not decide over the page. */
const OUTLIERS = [0, 0.1, 0.3];
/** Text of 10 points is printed with 7 at least. */
const LEAST_PERCENT = 70;
const MOST_LINES = 8;
const LINE_POINTS = 14.5;
const ROW_POINTS = 16.5;

/**
 * Widths for columns of words so that a sheet takes the fewest pages of paper: a narrow column makes its rows high, and
 * half of the page beside it stays empty.
 *
 * Tried are the widths at which all rows, or nearly all, take one line, two lines, and so on: all columns together, then
 * each by itself, then two at a time. Widths decide how many pages stand side by side and how large they are printed; what counts is the
 * height of all rows as printed, times the pages side by side. The widths that the columns prefer stay where no other
 * takes less paper.
 *
 * @param widths of the columns printed together, in characters; of the wrapped ones the least that they may have
 * @param repeated columns from A that every page repeats
 * @param leastPercent of life size, under which no widths are tried
 * @returns the widths to use
 * @example
 * // 60 rows of 150 characters: eight lines and many pages at 20, two lines at 75 ((75 + 2) / 1.08 = 72).
 * stretchColumns([20, 16], [{ column: 1, preferred: 20, cells: Array(60).fill(150) }], 1, 'landscape') //=> [20, 72]
 */
export function stretchColumns(
  widths: readonly number[],
  wrapped: readonly WrappedColumn[],
  repeated: number,
  orientation: PrintPlan['orientation'],
  leastPercent = LEAST_PERCENT,
): readonly number[] {
  const candidates = wrapped.map(({ cells }) => candidatesOf(cells));
  const preferred = withWidths(widths, wrapped, (column) => column.preferred);
  const rows = likeRows(wrapped);
  const paperOf = (tried: readonly number[]): Paper => measurePaper(tried, rows, repeated, orientation, leastPercent);
  let best = { widths: preferred, paper: paperOf(preferred) };
  const consider = (widthOf: (column: WrappedColumn, index: number) => number): void => {
    const tried = withWidths(widths, wrapped, widthOf);
    const paper = paperOf(tried);
    if (paper.isReadable && paper.points < best.paper.points - 1) best = { widths: tried, paper };
  };
  // All columns together first: one that is wide alone helps nothing while its neighbour keeps the rows high.
  for (let at = 0; at < OUTLIERS.length * MOST_LINES; at++) consider((_, index) => candidates[index]![at]!);
  const kinds = candidates.map((own) => [...new Set(own)]);
  const tryFor = (columns: ReadonlyMap<number, number>): void =>
    consider(({ column }, index) => columns.get(index) ?? best.widths[column]!);
  kinds.forEach((own, index) => own.forEach((width) => tryFor(new Map([[index, width]]))));
  // Two at once: one gives room to the other.
  kinds.forEach((own, one) =>
    kinds.slice(0, one).forEach((others, other) => {
      for (const width of own)
        for (const narrower of others)
          tryFor(
            new Map([
              [one, width],
              [other, narrower],
            ]),
          );
    }),
  );
  return best.widths;
}

/** The widths at which all cells, or nearly all, take one line, two lines, and so on. */
function candidatesOf(cells: readonly number[]): readonly number[] {
  const sorted = [...cells].sort((a, b) => a - b);
  return OUTLIERS.flatMap((outliers) => {
    const most = sorted[Math.max(0, Math.ceil(sorted.length * (1 - outliers)) - 1)] ?? 0;
    const least = linesOfWidth(most, WIDEST);
    return Array.from({ length: MOST_LINES }, (_, at) =>
      Math.min(WIDEST, widthForLines(most, Math.max(least, at + 1))),
    );
  });
}

function withWidths(
  least: readonly number[],
  wrapped: readonly WrappedColumn[],
  widthOf: (column: WrappedColumn, index: number) => number,
): number[] {
  const widths = [...least];
  wrapped.forEach((column, index) => {
    widths[column.column] = Math.max(least[column.column]!, widthOf(column, index));
  });
  return widths;
}

interface Paper {
  /** Height of all rows as printed, over all pages side by side. */
  readonly points: number;
  readonly isReadable: boolean;
}

/** Rows whose words are equally wide in every column are as high as each other: each such kind is measured once. */
interface LikeRows {
  /** How many rows each kind has. */
  readonly counts: readonly number[];
  readonly columns: readonly LikeCells[];
}

interface LikeCells {
  readonly column: number;
  /** How wide the words of each kind of row are. */
  readonly cells: readonly number[];
  /** Lines of each kind of row, by the column's width: the same widths are tried many times. */
  readonly linesAt: Map<number, readonly number[]>;
}

function likeRows(wrapped: readonly WrappedColumn[]): LikeRows {
  const kinds = new Map<string, number>();
  const counts: number[] = [];
  const cells: number[][] = wrapped.map(() => []);
  const rows = Math.max(0, ...wrapped.map((column) => column.cells.length));
  for (let row = 0; row < rows; row++) {
    const wide = wrapped.map((column) => column.cells[row] ?? 0);
    const key = wide.join();
    const known = kinds.get(key);
    if (known !== undefined) {
      counts[known]!++;
      continue;
    }
    kinds.set(key, counts.length);
    counts.push(1);
    wide.forEach((width, index) => cells[index]!.push(width));
  }
  return {
    counts,
    columns: wrapped.map(({ column }, index) => ({ column, cells: cells[index]!, linesAt: new Map() })),
  };
}

function measurePaper(
  widths: readonly number[],
  { counts, columns }: LikeRows,
  repeated: number,
  orientation: PrintPlan['orientation'],
  leastPercent: number,
): Paper {
  const { pages, percent } = pagesAcross(widths, repeated, orientation);
  const lines = columns.map((column) => linesOf(column, widths[column.column]!));
  let points = 0;
  for (let kind = 0; kind < counts.length; kind++) {
    let most = 1;
    for (const own of lines) if (own[kind]! > most) most = own[kind]!;
    points += counts[kind]! * (most === 1 ? ROW_POINTS : most * LINE_POINTS + 5);
  }
  return { points: (points * pages * percent) / 100, isReadable: percent >= leastPercent };
}

function linesOf({ cells, linesAt }: LikeCells, width: number): readonly number[] {
  const known = linesAt.get(width);
  if (known) return known;
  const lines = cells.map((wide) => linesOfWidth(wide, width));
  linesAt.set(width, lines);
  return lines;
}
