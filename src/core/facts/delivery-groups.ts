import { NO_TEXT, textOf, type ColumnsOf, type TextColumn } from '../model/columns';
import { lazily } from '../model/lazily';
import type { DELIVERY_COLUMNS } from '../model/tables';
import { ClientCodes } from './client-codes';
import type { CountedDeliveryLines } from './counted-delivery-lines';
import type { FaultColumn } from './fault-column';
import { EXCLUDED, flagVerdict, HIT, markOf, MISS, type Verdict } from './verdict';
import { valuesAt } from '../model/values-at';

/** Lines joined to orders or to delivery tickets; marks are of all lines together (see `judgeTogether`). */
export interface DeliveryGroups {
  readonly rows: number;
  /** The delivery row that each began with. */
  readonly firstLine: Int32Array;
  readonly client: Int32Array;
  readonly region: Int32Array;
  readonly rep: Int32Array;
  /** The latest of the lines. */
  readonly dueDay: Int32Array;
  readonly orderDay: Int32Array;
  readonly shippedDay: Int32Array;
  readonly timing: Uint8Array;
  readonly fullness: Uint8Array;
  /** Undamaged and nothing lost; right goods; right documents. */
  readonly intact: Uint8Array;
  readonly right: Uint8Array;
  readonly documents: Uint8Array;
  readonly direct: Uint8Array;
  readonly accident: Uint8Array;
  readonly packaging: Uint8Array;
  readonly returned: Uint8Array;
  /** Code of `wrongKind` of the first wrong line, −1 for none. */
  readonly wrongKind: Int32Array;
}

type Columns = ColumnsOf<typeof DELIVERY_COLUMNS>;

/**
 * Joins the lines that are not cancelled by a number of theirs: lines of one client with the same number are one group, a line
 * without a number is one of its own. A column of the groups is folded from that of the lines when somebody reads it.
 */
export function joinDeliveries(
  columns: Columns,
  lines: CountedDeliveryLines,
  key: TextColumn | undefined,
): DeliveryGroups {
  const { groupOf, rows, isJoined } = numberGroups(columns, lines.client, key);
  // Where no two lines are joined, what stands beside the lines stands beside the groups.
  const ofFirst = (column: Int32Array): Int32Array =>
    rows === lines.rows ? column : valuesAt(column, groups.firstLine, new Int32Array(rows));
  const least = (column: Int32Array): Int32Array => (isJoined ? leastOf(column, groupOf, rows) : ofFirst(column));
  const latest = (column: Int32Array): Int32Array =>
    isJoined ? leastOf(column.map(turned), groupOf, rows).map(turned) : ofFirst(column);
  const marks = (verdictOf: (row: number) => Verdict): Uint8Array => foldMarks(verdictOf, groupOf, rows);
  const unjudged = (): Uint8Array => new Uint8Array(rows).fill(markOf(EXCLUDED));
  const ofFlag = (flags: Int8Array | undefined): Uint8Array =>
    flags ? marks((row) => flagVerdict(flags[row]!)) : unjudged();
  const ofFaults = (...columnsOfFaults: readonly (FaultColumn | undefined)[]): Uint8Array => {
    const faults = present(columnsOfFaults);
    return faults.length === 0 ? unjudged() : marks((row) => faultless(row, faults));
  };
  const groups: DeliveryGroups = lazily<DeliveryGroups>({
    rows: () => rows,
    firstLine: () => firstLines(groupOf, rows),
    client: () => ofFirst(lines.client),
    // Of several regions or reps the first by name, whatever the order of rows.
    region: () => least(lines.region),
    rep: () => least(lines.rep),
    dueDay: () => latest(lines.dueDay),
    orderDay: () => latest(lines.orderDay),
    shippedDay: () => latest(lines.shippedDay),
    timing: () => {
      const { timing } = lines;
      return marks((row) => timing[row]! as Verdict);
    },
    fullness: () => {
      const { fullness } = lines;
      return marks((row) => fullness[row]! as Verdict);
    },
    intact: () => {
      const { damagedQuantity, damaged, lostQuantity, lost } = lines.faults;
      return ofFaults(damagedQuantity, damaged, lostQuantity, lost);
    },
    right: () => ofFaults(lines.faults.wrongQuantity, lines.faults.wrong),
    documents: () => ofFlag(columns.documentsRight),
    direct: () => ofFlag(columns.direct),
    accident: () => ofFaults(lines.faults.accident),
    packaging: () => ofFaults(lines.faults.packaging),
    returned: () => {
      const returned = new Uint8Array(rows);
      columns.returned?.forEach((flag, line) => {
        if (flag === 1 && groupOf[line]! >= 0) returned[groupOf[line]!] = 1;
      });
      return returned;
    },
    wrongKind: () => firstWrongKinds(columns, lines, groupOf, rows),
  });
  return groups;
}

/** By line its group, −1 for cancelled ones; groups are numbered in the order of their first lines. */
function numberGroups(
  { cancelled }: Columns,
  client: Int32Array,
  key: TextColumn | undefined,
): { readonly groupOf: Int32Array; readonly rows: number; readonly isJoined: boolean } {
  const numbers = new ClientCodes(key?.values.length ?? 0);
  const groupOf = new Int32Array(client.length);
  let rows = 0;
  let isJoined = false;
  for (let line = 0; line < groupOf.length; line++) {
    if (cancelled !== undefined && cancelled[line] === 1) {
      groupOf[line] = -1;
      continue;
    }
    const code = key === undefined ? NO_TEXT : key.codes[line]!;
    const group = code === NO_TEXT ? rows : numbers.of(client[line]!, code, rows);
    if (group === rows) rows++;
    else isJoined = true;
    groupOf[line] = group;
  }
  return { groupOf, rows, isJoined };
}

function firstLines(groupOf: Int32Array, rows: number): Int32Array {
  const first = new Int32Array(rows);
  for (let line = groupOf.length - 1; line >= 0; line--) if (groupOf[line]! >= 0) first[groupOf[line]!] = line;
  return first;
}

/** Turns an order round: the least of turned days is the latest day. */
const turned = (day: number): number => ~day;

function leastOf(column: Int32Array, groupOf: Int32Array, rows: number): Int32Array {
  const least = new Int32Array(rows).fill(0x7fffffff);
  for (let line = 0; line < groupOf.length; line++) {
    const group = groupOf[line]!;
    if (group >= 0 && column[line]! < least[group]!) least[group] = column[line]!;
  }
  return least;
}

function foldMarks(verdictOf: (row: number) => Verdict, groupOf: Int32Array, rows: number): Uint8Array {
  const marks = new Uint8Array(rows);
  for (let line = 0; line < groupOf.length; line++) {
    const group = groupOf[line]!;
    if (group >= 0) marks[group]! |= markOf(verdictOf(line));
  }
  return marks;
}

/** Of the kinds of a group's wrong lines the first by name. */
function firstWrongKinds(
  { wrongKind }: Columns,
  { faults }: CountedDeliveryLines,
  groupOf: Int32Array,
  rows: number,
): Int32Array {
  const first = new Int32Array(rows).fill(NO_TEXT);
  const wrong = present([faults.wrongQuantity, faults.wrong]);
  if (wrongKind === undefined) return first;
  const nameOf = (kind: number): string => textOf(wrongKind.values, kind);
  for (let line = 0; line < groupOf.length; line++) {
    const group = groupOf[line]!;
    if (group < 0 || faultless(line, wrong) !== MISS) continue;
    const kind = wrongKind.codes[line]!;
    const own = first[group]!;
    if (own === NO_TEXT || (kind !== NO_TEXT && nameOf(kind) < nameOf(own))) first[group] = kind;
  }
  return first;
}

/** Verdict of a line without faults: any fault misses, any unknown one leaves it out. */
function faultless(row: number, faults: readonly FaultColumn[]): Verdict {
  let verdict: Verdict = faults.length > 0 ? HIT : EXCLUDED;
  for (const fault of faults) {
    const value = fault.at(row);
    if (value > 0) return MISS;
    if (value !== value) verdict = EXCLUDED;
  }
  return verdict;
}

function present(columns: readonly (FaultColumn | undefined)[]): readonly FaultColumn[] {
  return columns.filter((column): column is FaultColumn => column !== undefined);
}
