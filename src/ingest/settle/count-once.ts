import { NO_CLIENT, NO_TEXT } from '../../core/model/columns';
import { wordMoney } from '../../i18n/wording';
import type { FieldPath } from '../fields/define-fields';
import type { IssueLog } from '../issues';
import type { GrowingTable } from '../read/growing-table';

/** A sheet as its lines are compared with those of another. */
export interface ComparedSheet {
  /** Index in the dataset's sheets. */
  readonly sheet: number;
  readonly name: string;
  /** Paths of its columns: sheets of one layout hold different months, of two layouts perhaps the same goods. */
  readonly paths: ReadonlySet<string>;
}

/** Lines without a number of their own are counted once where so much of the smaller sheet stands on the other. */
const SHARE_WITHOUT_NUMBER = 0.5;
/** The same goods billed: so much of the smaller sheet has client, quantity and amount of a line of the other. */
const SHARE_OF_GOODS = 0.8;
const LEAST_GOODS = 3;
/** Goods are billed within so many days. */
const DAYS_TO_BILL = 62;
const BILLING = /开票|发票|開票|發票|invoice|billing|faktura|factur/i;

/**
 * Counts lines that stand on two sheets once: the same client, day and amount (and the same document, product and quantity
 * where both have one) on a month's sheet and on the year's; and the same goods sold on one sheet and billed on another of
 * another layout. Inside one sheet nothing is compared: two equal deliveries on a day are two.
 *
 * @returns Lines left out, by sheet.
 */
export function countOnce(
  table: GrowingTable,
  sheets: readonly ComparedSheet[],
  issues: IssueLog,
): ReadonlyMap<number, number> {
  const leftOut = new Map<number, number>();
  if (sheets.length < 2) return leftOut;
  const lines = new Lines(table);
  if (!lines.canCompare) return leftOut;
  const isOut = new Uint8Array(table.rows);
  for (const [index, later] of sheets.entries()) {
    for (const earlier of sheets.slice(0, index)) {
      const [kept, other] =
        BILLING.test(earlier.name) && !BILLING.test(later.name) ? [later, earlier] : [earlier, later];
      if (!lines.mayOverlap(kept.sheet, other.sheet)) continue;
      const out = sameLines(lines, kept, other, isOut) ?? sameGoods(lines, kept, other, isOut);
      if (!out) continue;
      if (out.isDoubt) {
        issues.add(
          'lines-perhaps-twice',
          { sheet: other.name },
          { name: other.name, other: kept.name, count: out.rows.length },
        );
        continue;
      }
      for (const row of out.rows) isOut[row] = 1;
      const money = wordMoney(out.rows.reduce((sum, row) => sum + lines.amountAt(row), 0) * 100);
      issues.add(
        out.isGoods ? 'goods-twice' : 'lines-twice',
        { sheet: other.name },
        { name: other.name, other: kept.name, count: out.rows.length, money },
      );
    }
  }
  for (let row = 0; row < isOut.length; row++)
    if (isOut[row] === 1) leftOut.set(table.sheetAt(row), (leftOut.get(table.sheetAt(row)) ?? 0) + 1);
  if (leftOut.size > 0) table.keep((row) => isOut[row] === 0);
  return leftOut;
}

interface Twins {
  readonly rows: readonly number[];
  readonly isGoods: boolean;
  readonly isDoubt: boolean;
}

function sameLines(lines: Lines, kept: ComparedSheet, other: ComparedSheet, isOut: Uint8Array): Twins | undefined {
  const twins = lines.twinsOf(
    kept.sheet,
    other.sheet,
    isOut,
    (row) => lines.keyOfLine(row),
    (a, b) => lines.isSameLine(a, b),
  );
  if (twins.length === 0) return undefined;
  const numbered = twins.filter((row) => lines.hasNumber(row));
  if (numbered.length === twins.length) return { rows: twins, isGoods: false, isDoubt: false };
  const smaller = Math.min(lines.countOf(kept.sheet), lines.countOf(other.sheet));
  const isDoubt = twins.length < 2 || twins.length < smaller * SHARE_WITHOUT_NUMBER;
  if (isDoubt && numbered.length > 0) return { rows: numbered, isGoods: false, isDoubt: false };
  return { rows: twins, isGoods: false, isDoubt };
}

function sameGoods(lines: Lines, kept: ComparedSheet, other: ComparedSheet, isOut: Uint8Array): Twins | undefined {
  if (hasSamePaths(kept.paths, other.paths)) return undefined;
  const twins = lines.twinsOf(
    kept.sheet,
    other.sheet,
    isOut,
    (row) => lines.keyOfGoods(row),
    (a, b) => lines.isSameGoods(a, b),
  );
  const smaller = Math.min(lines.countOf(kept.sheet), lines.countOf(other.sheet));
  if (twins.length < LEAST_GOODS || twins.length < smaller * SHARE_OF_GOODS) return undefined;
  // What is billed is what was sold: the lines of the second sheet without a twin would be counted beside those that have one.
  return { rows: lines.rowsOf(other.sheet).filter((row) => isOut[row] === 0), isGoods: true, isDoubt: false };
}

function hasSamePaths(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((path) => b.has(path));
}

/** The lines of a table as they are compared. */
class Lines {
  private readonly clients: ArrayLike<number> | undefined;
  private readonly days: ArrayLike<number> | undefined;
  private readonly amounts: ArrayLike<number> | undefined;
  private readonly quantities: ArrayLike<number> | undefined;
  private readonly products: ArrayLike<number> | undefined;
  private readonly numbers: readonly ArrayLike<number>[];
  private readonly rowsOfSheet = new Map<number, number[]>();
  private readonly daysOfSheet = new Map<number, [number, number]>();

  constructor(table: GrowingTable) {
    const cells = (path: FieldPath): ArrayLike<number> | undefined => table.get(path)?.cells;
    this.clients = cells('transactions.client');
    this.days = cells('transactions.day');
    this.amounts = cells('transactions.amount');
    this.quantities = cells('transactions.quantity');
    this.products = cells('transactions.product');
    this.numbers = (['transactions.documentNo', 'transactions.orderNo', 'transactions.invoiceNo'] as const)
      .map(cells)
      .filter((one) => one !== undefined);
    if (!this.canCompare) return;
    for (let row = 0; row < table.rows; row++) {
      const sheet = table.sheetAt(row);
      const rows = this.rowsOfSheet.get(sheet);
      if (rows) rows.push(row);
      else this.rowsOfSheet.set(sheet, [row]);
      const range = this.daysOfSheet.get(sheet);
      const day = this.days![row]!;
      if (!range) this.daysOfSheet.set(sheet, [day, day]);
      else if (day < range[0]) range[0] = day;
      else if (day > range[1]) range[1] = day;
    }
  }

  get canCompare(): boolean {
    return this.clients !== undefined && this.days !== undefined && this.amounts !== undefined;
  }

  rowsOf(sheet: number): readonly number[] {
    return this.rowsOfSheet.get(sheet) ?? [];
  }

  countOf(sheet: number): number {
    return this.rowsOf(sheet).length;
  }

  amountAt(row: number): number {
    return this.amounts![row]!;
  }

  /** Sheets of other years hold other lines. */
  mayOverlap(a: number, b: number): boolean {
    const [left, right] = [this.daysOfSheet.get(a), this.daysOfSheet.get(b)];
    return (
      left !== undefined &&
      right !== undefined &&
      left[0] <= right[1] + DAYS_TO_BILL &&
      right[0] <= left[1] + DAYS_TO_BILL
    );
  }

  keyOfLine(row: number): number {
    return mix(mix(this.clients![row]!, this.days![row]!), Math.round(this.amounts![row]! * 100));
  }

  keyOfGoods(row: number): number {
    const quantity = this.quantities?.[row] ?? Number.NaN;
    return mix(
      mix(this.clients![row]!, Number.isNaN(quantity) ? 0 : Math.round(quantity * 1000)),
      Math.round(this.amounts![row]! * 100),
    );
  }

  hasNumber(row: number): boolean {
    return this.numbers.some((cells) => cells[row] !== NO_TEXT);
  }

  isSameLine(a: number, b: number): boolean {
    return (
      this.clients![a] !== NO_CLIENT &&
      this.clients![a] === this.clients![b] &&
      this.days![a] === this.days![b] &&
      this.isSameAmount(a, b) &&
      agrees(this.products, a, b, (value) => value === NO_TEXT) &&
      agrees(this.quantities, a, b, Number.isNaN) &&
      this.numbers.every((cells) => agrees(cells, a, b, (value) => value === NO_TEXT))
    );
  }

  isSameGoods(a: number, b: number): boolean {
    return (
      this.clients![a] !== NO_CLIENT &&
      this.clients![a] === this.clients![b] &&
      Math.abs(this.days![a]! - this.days![b]!) <= DAYS_TO_BILL &&
      this.isSameAmount(a, b) &&
      agrees(this.quantities, a, b, Number.isNaN)
    );
  }

  private isSameAmount(a: number, b: number): boolean {
    return this.amounts![a] !== 0 && Math.round(this.amounts![a]! * 100) === Math.round(this.amounts![b]! * 100);
  }

  /** Rows of the second sheet that have a row of the first to themselves. */
  twinsOf(
    first: number,
    second: number,
    isOut: Uint8Array,
    keyOf: (row: number) => number,
    isSame: (a: number, b: number) => boolean,
  ): number[] {
    const byKey = new Map<number, number[]>();
    for (const row of this.rowsOf(first)) {
      if (isOut[row] === 1) continue;
      const key = keyOf(row);
      const rows = byKey.get(key);
      if (rows) rows.push(row);
      else byKey.set(key, [row]);
    }
    const twins: number[] = [];
    for (const row of this.rowsOf(second)) {
      if (isOut[row] === 1) continue;
      const rows = byKey.get(keyOf(row));
      const at = rows?.findIndex((one) => isSame(one, row)) ?? -1;
      if (at < 0) continue;
      rows!.splice(at, 1);
      twins.push(row);
    }
    return twins;
  }
}

/** Equal, or one of them says nothing. */
function agrees(
  cells: ArrayLike<number> | undefined,
  a: number,
  b: number,
  isEmpty: (value: number) => boolean,
): boolean {
  if (!cells) return true;
  return isEmpty(cells[a]!) || isEmpty(cells[b]!) || cells[a] === cells[b];
}

function mix(a: number, b: number): number {
  return (Math.imul(a | 0, 0x9e3779b1) ^ Math.imul((b | 0) + 0x7f4a7c15, 0x85ebca6b)) >>> 0;
}
