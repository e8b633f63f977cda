import { MARK_KINDS, type MarkKind } from '../../../core/changes/client-marks';
import type { ClientStand, IndicatorStand, Snapshot } from '../../../core/changes/snapshot';
import type { Money, Quantity } from '../../../core/model/money';
import type { Text } from '../../../i18n/text';
import type { CellValue } from '../../../workbook/cell-value';
import type { ReportSnapshot } from '../../../workbook/workbook-host';
import { CLIENT_STAND_HEADERS, INDICATOR_STAND_HEADERS, SNAPSHOT_HEADERS } from './history-headers';
import { normaliseKey } from '../keep';
import { wordsOf } from '../read-rows';
import { checkOf } from './snapshot-check';

export interface ReadHistory {
  /** Whole snapshots, in the order of the sheet. */
  readonly snapshots: readonly Snapshot[];
  /** As-of days of those that are no longer as they were written: lines lost or typed over. */
  readonly damaged: readonly string[];
}

type Cells = readonly (readonly CellValue[])[];
type Line<K extends string> = Readonly<Record<K, CellValue>>;

/**
 * The history as it stands, in whatever language it was written, sorted, with blank rows between or columns added. A snapshot
 * whose lines do not come to its check is left out and named: a wrong figure of before would be worse than none.
 */
export function readHistory(snapshot: ReportSnapshot | undefined): ReadHistory {
  if (!snapshot) return { snapshots: [], damaged: [] };
  const { cells } = snapshot;
  const tops = [SNAPSHOT_HEADERS, INDICATOR_STAND_HEADERS, CLIENT_STAND_HEADERS].map((headers) =>
    headerOf(cells, headers),
  );
  const indicators = groupByNumber(linesUnder(cells, INDICATOR_STAND_HEADERS, tops[1], tops), indicatorOf);
  const clients = groupByNumber(linesUnder(cells, CLIENT_STAND_HEADERS, tops[2], tops), clientOf);
  const snapshots: Snapshot[] = [];
  const damaged: string[] = [];
  for (const line of linesUnder(cells, SNAPSHOT_HEADERS, tops[0], tops)) {
    const number = wholeOf(line.number);
    if (number === undefined) continue;
    const read = snapshotOf(number, line, clients.get(number) ?? [], indicators.get(number) ?? []);
    const isTwice = snapshots.some((one) => one.number === number);
    if (!isTwice && checkOf(read) === wordsOf(line.check)) snapshots.push(read);
    else if (!isTwice) damaged.push(read.asOf);
  }
  return { snapshots, damaged };
}

interface FoundHeader {
  readonly row: number;
  readonly columns: ReadonlyMap<string, number>;
}

/** The first row that carries at least two thirds of the headers. */
function headerOf(cells: Cells, headers: Readonly<Record<string, Text>>): FoundHeader | undefined {
  const names = Object.keys(headers);
  for (let row = 0; row < cells.length; row++) {
    const words = cells[row]!.map((cell) => (typeof cell === 'string' ? normaliseKey(cell) : ''));
    const columns = new Map<string, number>();
    for (const name of names) {
      const { zh, en } = headers[name]!;
      const at = words.findIndex((one) => one !== '' && (one === normaliseKey(zh) || one === normaliseKey(en)));
      if (at >= 0) columns.set(name, at);
    }
    if (columns.has('number') && columns.size * 3 >= names.length * 2) return { row, columns };
  }
  return undefined;
}

/** Lines below a header, down to the next one of the sheet, that carry a number of a snapshot. */
function linesUnder<K extends string>(
  cells: Cells,
  headers: Readonly<Record<K, Text>>,
  top: FoundHeader | undefined,
  tops: readonly (FoundHeader | undefined)[],
): Line<K>[] {
  if (!top) return [];
  const end = Math.min(cells.length, ...tops.flatMap((other) => (other && other.row > top.row ? [other.row] : [])));
  const names = Object.keys(headers) as K[];
  const at = top.columns.get('number')!;
  const lines: Line<K>[] = [];
  for (let row = top.row + 1; row < end; row++) {
    const line = cells[row]!;
    if (typeof line[at] !== 'number') continue;
    lines.push(
      Object.fromEntries(names.map((name) => [name, line[top.columns.get(name) ?? -1] ?? null])) as unknown as Line<K>,
    );
  }
  return lines;
}

function groupByNumber<L extends { readonly number: CellValue }, T>(
  lines: readonly L[],
  read: (line: L) => T | undefined,
): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const line of lines) {
    const number = wholeOf(line.number);
    const one = read(line);
    if (number === undefined || one === undefined) continue;
    const own = groups.get(number);
    if (own) own.push(one);
    else groups.set(number, [one]);
  }
  return groups;
}

const numberOf = (value: CellValue): number | undefined => (typeof value === 'number' ? value : undefined);
const wholeOf = (value: CellValue): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) ? value : undefined;
const scaled = (value: CellValue, by: number): number | undefined => {
  const number = numberOf(value);
  return number === undefined ? undefined : Math.round(number * by);
};
const moneyIn = (value: CellValue): Money | undefined => scaled(value, 100) as Money | undefined;
/** `—` is what is not known. */
const wordIn = (value: CellValue): string => (normaliseKey(value) === '' ? '' : wordsOf(value));

function indicatorOf(line: Line<keyof typeof INDICATOR_STAND_HEADERS>): IndicatorStand | undefined {
  const [value, numerator, denominator] = [line.value, line.numerator, line.denominator].map(numberOf);
  if (value === undefined || numerator === undefined || denominator === undefined) return undefined;
  return { id: wordIn(line.id), value, numerator, denominator };
}

function clientOf(line: Line<keyof typeof CLIENT_STAND_HEADERS>): ClientStand | undefined {
  const marks: Partial<Record<MarkKind, string>> = {};
  for (const kind of MARK_KINDS) {
    const word = wordIn(line[kind]);
    if (word !== '') marks[kind] = word;
  }
  const quantity = scaled(line.quantity, 1000) as Quantity | undefined;
  const [rank, open, overdue] = [numberOf(line.rank), moneyIn(line.open), moneyIn(line.overdue)];
  return {
    code: wordIn(line.code),
    name: wordIn(line.name),
    marks,
    netAmount: moneyIn(line.netAmount) ?? (0 as Money),
    orders: numberOf(line.orders) ?? 0,
    ...(quantity !== undefined && { quantity }),
    ...(rank !== undefined && { rank }),
    ...(open !== undefined && { open }),
    ...(overdue !== undefined && { overdue }),
  };
}

function snapshotOf(
  number: number,
  line: Line<keyof typeof SNAPSHOT_HEADERS>,
  clients: readonly ClientStand[],
  indicators: readonly IndicatorStand[],
): Snapshot {
  const [open, overdue] = [moneyIn(line.open), moneyIn(line.overdue)];
  return {
    number,
    asOf: wordIn(line.asOf),
    from: wordIn(line.from),
    to: wordIn(line.to),
    time: wordIn(line.time),
    responsible: wordIn(line.responsible),
    version: wordIn(line.version),
    settingsHash: wordIn(line.settingsHash),
    dataHash: wordIn(line.dataHash),
    settings: wordIn(line.settings),
    totals: {
      netAmount: moneyIn(line.netAmount) ?? (0 as Money),
      orders: numberOf(line.orders) ?? 0,
      activeClients: numberOf(line.activeClients) ?? 0,
      tiers: [numberOf(line.tierOne) ?? 0, numberOf(line.tierTwo) ?? 0, numberOf(line.tierThree) ?? 0],
      ...(open !== undefined && { open }),
      ...(overdue !== undefined && { overdue }),
    },
    clients,
    indicators,
  };
}
