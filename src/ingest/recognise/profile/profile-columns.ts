import { isCellError, type CellValue } from '../../../workbook/cell-value';
import type { DateBase } from '../../../workbook/serial-day';
import type { SheetHead } from '../../../workbook/workbook-host';
import { guessDayStyle, parseMoment, type DayStyle } from '../../parse/day';
import { parseNumberText } from '../../parse/number';
import { cleanText } from '../../parse/text';
import { wordsOfCell, WORD_NOTE, WORD_TOTAL } from '../../read/row-words';

/** What the cells of a column are, whatever its header says. Counts are of filled cells. */
export interface ColumnProfile {
  /** Zero-based. */
  readonly column: number;
  readonly filled: number;
  readonly days: number;
  readonly numbers: number;
  /** Numbers with one or two decimals. */
  readonly withDecimals: number;
  readonly phones: number;
  /** Texts that are letters and digits of one make: DD-2601, 00017. */
  readonly codes: number;
  /** Texts that end as firms do: 有限公司, Ltd. */
  readonly companies: number;
  /** Texts that are none of these. */
  readonly words: number;
  readonly distinct: number;
  /** 1, 2, 3 … or 10, 20, 30 …: a running number. */
  readonly isRunning: boolean;
  /** The sum of its numbers without their signs. */
  readonly size: number;
  /** The first three different cells. */
  readonly samples: readonly CellValue[];
}

/** The columns of a sheet by what stands in them, with the cells that were looked at. */
export interface SheetProfile {
  readonly columns: readonly ColumnProfile[];
  /** The numbers of each row, by column; `NaN` where there is none. */
  readonly numbers: readonly Float64Array[];
  /** The first row that was looked at, zero-based. */
  readonly fromRow: number;
}

const ROWS_LOOKED_AT = 200;
const COLUMNS_LOOKED_AT = 64;
const SAMPLES = 3;

const COMPANY =
  /(?:公司|集团|集團|厂|廠|商行|经营部|經營部|门市部|批发部|合作社|商贸|贸易|实业|工贸|商店|超市|饭店|酒店|酒楼|药房|医院|学校|工作室|事务所|中心|株式会社|有限会社|\b(?:ltd|limited|inc|llc|co|corp|corporation|company|gmbh|ag|kg|s\.?a|s\.?l|s\.?r\.?l|b\.?v|n\.?v|plc|pty|oy|a\/s|ab|group|holdings?|stores?|trading|industries|partners)\.?)\)?$/i;
const PHONE = /^(?:\+?86[-\s]?)?1[3-9]\d{9}$|^0\d{2,3}[-\s]\d{7,8}(?:-\d{1,6})?$|^\+\d[\d\s()-]{7,16}\d$/;
const CODE = /^[A-Za-z]{0,6}[-_/#]?\d[\dA-Za-z_/#-]*$/;
const DECIMALS = /[.,]\d{1,2}(?!\d)\D*$/;
const YEARS = [1990, 2100] as const;

/**
 * What stands in each column of the head, in one pass over at most 200 rows of 64 columns. A number is a day only where its
 * cell is formatted as one, or where all texts beside it are days.
 */
export function profileColumns(head: SheetHead, fromRow: number, base: DateBase): SheetProfile {
  const rows: number[] = [];
  for (let row = fromRow; row < head.cells.length && rows.length < ROWS_LOOKED_AT; row++)
    if (isLine(head.cells[row] ?? [])) rows.push(row);
  const width = Math.min(COLUMNS_LOOKED_AT, Math.max(0, ...rows.map((row) => head.cells[row]!.length)));
  const numbers = Array.from({ length: width }, () => new Float64Array(rows.length).fill(Number.NaN));
  const columns = numbers.map((cells, column) => profileColumn(head, rows, column, base, cells));
  return { columns, numbers, fromRow };
}

/** Lines have several cells, and none of them says 合计. */
function isLine(cells: readonly CellValue[]): boolean {
  let filled = 0;
  for (const value of cells) {
    if (value === null || value === '') continue;
    filled++;
    if (typeof value === 'string' && (wordsOfCell(value) & (WORD_TOTAL | WORD_NOTE)) !== 0) return false;
  }
  return filled >= 2;
}

function profileColumn(
  head: SheetHead,
  rows: readonly number[],
  column: number,
  base: DateBase,
  numbers: Float64Array,
): ColumnProfile {
  const style = guessDayStyle(
    rows.map((row) => head.cells[row]![column] ?? null).filter((value) => typeof value === 'string'),
    base,
  );
  const count = { filled: 0, days: 0, numbers: 0, withDecimals: 0, phones: 0, codes: 0, companies: 0, words: 0 };
  const seen = new Set<CellValue>();
  let size = 0;
  let steps = 0;
  let before = Number.NaN;
  let step = Number.NaN;
  for (const [index, row] of rows.entries()) {
    const value = head.cells[row]![column] ?? null;
    if (value === null || value === '' || isCellError(value) || typeof value === 'boolean') continue;
    const cell = typeof value === 'string' ? cleanText(value) : value;
    if (cell === '') continue;
    count.filled++;
    seen.add(cell);
    const kind = kindOf(cell, typeof cell === 'number' && head.isDay(row, column), style);
    count[kind]++;
    if (kind !== 'numbers') continue;
    const number = typeof cell === 'number' ? cell : parseNumberText(cell)!;
    numbers[index] = number;
    size += Math.abs(number);
    if (Number.isNaN(step)) step = number - before;
    if (number === before + step && step > 0) steps++;
    before = number;
    if (typeof cell === 'number' ? isCents(number) : DECIMALS.test(cell)) count.withDecimals++;
  }
  return {
    column,
    ...count,
    distinct: seen.size,
    isRunning: count.filled >= 3 && steps >= count.filled - 1,
    size,
    samples: [...seen].slice(0, SAMPLES),
  };
}

const isCents = (value: number): boolean =>
  !Number.isInteger(value) && Math.abs(value * 100 - Math.round(value * 100)) < 1e-6 * Math.max(1, Math.abs(value));

type CellKind = 'days' | 'numbers' | 'phones' | 'codes' | 'companies' | 'words';

function kindOf(cell: string | number, isDay: boolean, style: DayStyle): CellKind {
  if (typeof cell === 'number') {
    if (isDay) return 'days';
    return Number.isInteger(cell) && PHONE.test(String(cell)) ? 'phones' : 'numbers';
  }
  if (PHONE.test(cell)) return 'phones';
  const number = parseNumberText(cell);
  const isNumber = number !== undefined && !Number.isNaN(number);
  // 0017 is a code, and 20250105 is a day.
  if (/^0\d+$/.test(cell)) return 'codes';
  const moment =
    isNumber && !/^(?:19|20)\d{6}$/.test(cell) && !/[-/年]/.test(cell) ? undefined : parseMoment(cell, style);
  if (moment !== undefined && !Number.isNaN(moment)) return 'days';
  if (isNumber) return 'numbers';
  if (COMPANY.test(cell)) return 'companies';
  // Y, N and CR are marks, and no names.
  return CODE.test(cell) || /^[\p{Script=Latin}]{1,2}$/u.test(cell) ? 'codes' : 'words';
}

/** Whether all numbers of a column are years. */
export function areYears(profile: ColumnProfile, numbers: Float64Array): boolean {
  return (
    profile.numbers > 0 &&
    numbers.every((one) => Number.isNaN(one) || (Number.isInteger(one) && one >= YEARS[0] && one <= YEARS[1]))
  );
}
