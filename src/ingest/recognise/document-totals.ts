import type { CellValue } from '../../workbook/cell-value';
import { parseNumber } from '../parse/number';
import { parseText } from '../parse/text';
import type { Reading } from './recognise-sheet';

/** How the total of a document stands on its lines: on the first one only, or on each of them. */
export type DocumentTotals = 'first' | 'repeated';

/** So many documents of several lines tell how their total is written; one is enough where its lines add up to it. */
const FEWEST = 2;
const NEARLY_ALL = 0.9;
/** Taxes, freight and discounts between a total and its lines. */
const [LEAST, MOST] = [0.5, 2] as const;
const OF_THE_ORDER = /订单|单据|整单|order|document|invoice total|grand total/i;

interface Line {
  readonly amount: number | undefined;
  /** Quantity × price; undefined where the sheet has no price. */
  readonly product: number | undefined;
}

/**
 * Tells where the amount is that of a whole document: a shop's export writes it on the first line of an order and leaves the
 * others empty, or repeats it on every line. Added up line by line, or beside the products of the other lines, it would
 * count twice.
 *
 * @returns Undefined where each line has its own amount.
 */
export function documentTotalsOf(
  cells: readonly (readonly CellValue[])[],
  reading: Reading,
): DocumentTotals | undefined {
  const amount = columnOf(reading, 'transactions.amount');
  const number = columnOf(reading, 'transactions.orderNo') ?? columnOf(reading, 'transactions.documentNo');
  if (amount === undefined || number === undefined) return undefined;
  const documents = documentsOf(cells, reading, number, amount).filter((lines) => lines.length > 1);
  if (documents.length === 0 || (documents.length < FEWEST && !documents.every(addsUp))) return undefined;
  const isMost = (test: (lines: readonly Line[]) => boolean): boolean =>
    documents.filter(test).length >= documents.length * NEARLY_ALL;
  if (isMost(isOnFirstOnly)) return 'first';
  const header = reading.found.find(({ field }) => field.path === 'transactions.amount')!.header.text;
  const isTotal = (lines: readonly Line[]): boolean =>
    isRepeated(lines) && (lines[0]!.product === undefined ? OF_THE_ORDER.test(header) : isSumOf(lines));
  return isMost(isTotal) ? 'repeated' : undefined;
}

const columnOf = ({ found }: Reading, path: string): number | undefined =>
  found.find(({ field, isShared }) => field.path === path && !isShared)?.header.column;

/** The lines of each document: those that name it, one below the other, and those below that name none. */
function documentsOf(
  cells: readonly (readonly CellValue[])[],
  reading: Reading,
  number: number,
  amount: number,
): readonly (readonly Line[])[] {
  const quantity = columnOf(reading, 'transactions.quantity');
  const price = columnOf(reading, 'transactions.unitPrice');
  const valueAt = (row: readonly CellValue[], column: number | undefined): number | undefined => {
    const value = column === undefined ? undefined : parseNumber(row[column] ?? null);
    return value === undefined || Number.isNaN(value) ? undefined : value;
  };
  const documents: Line[][] = [];
  let current = '';
  for (const row of cells.slice(reading.candidate.firstDataRow, reading.candidate.endRow)) {
    const own = parseText(row[number] ?? null) ?? '';
    const [pieces, each] = [valueAt(row, quantity), valueAt(row, price)];
    const line = {
      amount: valueAt(row, amount),
      product: pieces === undefined || each === undefined ? undefined : pieces * each,
    };
    if (line.amount === undefined && pieces === undefined) continue;
    if (own !== '' && own !== current) {
      documents.push([]);
      current = own;
    }
    documents.at(-1)?.push(line);
  }
  return documents;
}

/** The others are empty, and the first is not what its own quantity and price come to. */
const isOnFirstOnly = ([first, ...others]: readonly Line[]): boolean =>
  first!.amount !== undefined &&
  first!.amount !== 0 &&
  others.every(({ amount }) => amount === undefined) &&
  (first!.product === undefined || !isNear(first!.amount, first!.product));

const isRepeated = (lines: readonly Line[]): boolean =>
  lines.every(({ amount }) => amount !== undefined && amount !== 0 && amount === lines[0]!.amount);

/** The amount goes with the products of all lines together and with that of none. */
function isSumOf(lines: readonly Line[]): boolean {
  const total = lines[0]!.amount!;
  if (lines.some(({ product }) => product === undefined || isNear(total, product))) return false;
  const ratio = total / lines.reduce((sum, { product }) => sum + product!, 0);
  return ratio >= LEAST && ratio <= MOST;
}

/** Quantity × price of all lines come to the first line's amount, which is not that of the first line alone. */
function addsUp(lines: readonly Line[]): boolean {
  const total = lines[0]!.amount;
  if (total === undefined || total === 0 || lines.some(({ product }) => product === undefined)) return false;
  const ratio = total / lines.reduce((sum, { product }) => sum + product!, 0);
  return !isNear(total, lines[0]!.product!) && ratio >= LEAST && ratio <= MOST;
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 0.01 + Math.abs(b) * 0.001;
