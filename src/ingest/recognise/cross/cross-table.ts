import { isCellError, type CellValue } from '../../../workbook/cell-value';
import type { DateBase } from '../../../workbook/serial-day';
import { monthOfHeader, yearOfTitle } from '../../parse/month-header';
import { periodOfHeader, SPANS, type HeaderPeriod, type Period } from '../../parse/period-header';
import { guessNumber, parseNumberText } from '../../parse/number';
import { cleanText } from '../../parse/text';
import { wordsOfCell, WORD_TOTAL, WORD_TOTAL_BEHIND } from '../../read/row-words';
import { makeSamples, type Reading } from '../recognise-sheet';
import type { SheetCandidate } from '../resolve-sheets';
import type { HeaderCell } from '../sheet-headers';
import { monthSaidIn } from '../said-month';
import { buyerHeaders, withBuyer, withoutClient } from '../stand-in-client';
import type { BuyerColumn } from '../../../core/model/basis';

/** One column of a cross-table that is unpivoted: each of its filled cells is a line of sales, or an open amount. */
export interface CrossColumn {
  readonly header: HeaderCell;
  /** Of a table of sales; without a year where nobody says which: the last one that is not to come. */
  readonly period?: Period;
  /** Who stands over the column, where clients stand side by side. */
  readonly client?: string;
  /** The rows that it holds for, zero-based, the end exclusive, where tables of several years stand below each other. */
  readonly rows?: { readonly from: number; readonly to: number };
  /** Of an ageing summary: the first day of the band. */
  readonly overdueDays?: number;
  /** Where products stand side by side. */
  readonly product?: string;
}

export interface CrossTable {
  /** Who and where: what stands left of the values. */
  readonly reading: Reading;
  readonly columns: readonly CrossColumn[];
  /** What the headers are, where regions or sales reps stand side by side in the place of clients. */
  readonly buyers?: BuyerColumn;
  /** Sums over the columns: known as such, and not read. */
  readonly totals: readonly HeaderCell[];
  /** Cells of totals in the head that do not agree with what they sum up. */
  readonly wrongTotals: readonly {
    readonly row: number;
    readonly column: number;
    readonly stated: number;
    readonly sum: number;
  }[];
}

export const QUANTITY = /数量|销量|件数|吨|重量|quantity|qty|units|volume|tons/i;
export const MONEY = /金额|额|收入|货款|元|amount|sales|revenue|value/i;
/** What sums up columns. */
export const SUM_HEADER =
  /^(本年合计|本年累计|行合计|合计|小计|总计|总额|累计|全年|年度合计|全年合计|上半年|下半年|[一二三四]季度|第?[1-4一二三四]季度|q[1-4]|h[12]|total|totals|sum|ytd|grand total|row labels total)([\s/／]*.*)?$/i;
/** Sheets that speak of what is to be, or of something else than sales. */
export const NOT_SOLD =
  /目标|计划|预算|预测|费用|支出|成本|工资|考勤|库存|target|budget|forecast|\bplan\b|expense|cost|payroll|attendance|stock|inventory/i;

/** What a column of numbers is not, if a product is to be its header. */
export const NO_PRODUCT =
  /同期|上年|去年|同比|环比|占比|比例|率|%|增长|排名|序号|编号|目标|计划|完成|平均|no\.?$|rank|share|growth|target|average|margin|budget/i;

/**
 * A table of clients down and months (or products) across, the values in between: 客户 × 1月, 2月 …. Months that name no year
 * take it from the sheet's title or name. Products need a month in the title or the name: without a day no line can be made.
 *
 * Undefined where the sheet is none, or holds quantities and no amounts.
 */
export function findCrossTable(candidate: SheetCandidate, base: DateBase): CrossTable | undefined {
  const { info, head, map, readings } = candidate;
  let best: CrossTable | undefined;
  for (const reading of readings) {
    if (reading.definition.kind !== 'transactions') continue;
    const samples = makeSamples(head, reading.candidate);
    const isNumeric = ({ column }: HeaderCell): boolean =>
      samples(column).length > 0 && guessNumber(samples(column)) >= 0.9;
    const about = `${info.name} ${reading.candidate.title}`;
    if (NOT_SOLD.test(about)) continue;
    const isFilled = ({ column }: HeaderCell): boolean => samples(column).length > 0;
    const periods = periodColumns(reading, base, about, (header) => !isFilled(header) || isNumeric(header));
    const columns = periods ?? productColumns(reading, base, about, isNumeric);
    if (!columns) continue;
    if (!columns.some(({ header }) => isFilled(header))) continue;
    if (columns.some(({ period }) => LONG.has(period?.span ?? '')) && isClientFile(candidate)) continue;
    const who = clientOf(reading, columns, (column) => samples(column).length > 0);
    if (!who || (map && map.kind !== 'transactions')) continue;
    const totals = reading.candidate.headers.filter(
      (header) =>
        (SUM_HEADER.test(header.text) || (periods && periodOfHeader(header.text, base, {}) !== undefined)) &&
        isNumeric(header) &&
        !columns.some((one) => one.header === header),
    );
    const parts = yearsBelow(head.cells, who, columns);
    const wrongTotals =
      parts.length > 1
        ? parts.flatMap((part) => checkTotals(head.cells, within(who, part[0]!), part, totals))
        : checkTotals(head.cells, who, columns, totals);
    const cross: CrossTable = { reading: who, columns: parts.flat(), totals, wrongTotals };
    // Over months in a second row of headers stand their years: the reading of both rows has more columns.
    if (!best || cross.columns.length > best.columns.length) best = cross;
  }
  return best;
}

/** A title or a heading over the months that speaks of quantities alone. */
export const isOfQuantities = (text: string): boolean => QUANTITY.test(text) && !MONEY.test(text);

/** Stretches of more than a month: what was sold in them is known, and not in which month. */
export const LONG: ReadonlySet<string> = new Set(['quarter', 'year']);
/** So many bare numbers in a row are the days of a month. */
const FEWEST_BARE_DAYS = 5;

/** A list of clients that tells more of them than who and where: figures of whole years beside it stay what they are. */
function isClientFile({ chosen }: SheetCandidate): boolean {
  const tells = chosen?.found.filter(
    ({ field }) => !/\.(client(Code|Name)|shortName|region|rep|notes)$/.test(field.path),
  );
  return chosen?.definition.kind === 'clients' && (tells?.length ?? 0) >= 2;
}

function periodColumns(
  { candidate }: Reading,
  base: DateBase,
  about: string,
  isNumeric: (header: HeaderCell) => boolean,
): readonly CrossColumn[] | undefined {
  if (isOfQuantities(about)) return undefined;
  const said = { ...monthSaidIn(candidate.title, about), ...yearSaid(about) };
  const found = candidate.headers.flatMap((header) => {
    const period = periodOfHeader(header.text, base, said);
    return period && !NO_PRODUCT.test(period.rest) ? [{ header, ...period }] : [];
  });
  const amounts = found.some(({ rest }) => MONEY.test(rest)) ? found.filter(({ rest }) => MONEY.test(rest)) : found;
  const filled = amounts.filter(({ header, rest }) => !isOfQuantities(rest) && isNumeric(header));
  const named = asMonths(filled);
  for (const span of SPANS) {
    const used = named.filter((one) => one.span === span);
    const keys = new Set(used.map(({ year, month, day, week }) => `${year ?? ''} ${month} ${day} ${week ?? ''}`));
    const isBare = used.every(({ header }) => /^\d{1,2}$/.test(header.text));
    if (used.length < (isBare ? FEWEST_BARE_DAYS : 2) || keys.size < used.length) continue;
    return used.map(({ header, rest: _, ...period }) => ({ header, period }));
  }
  return undefined;
}

/** 2025年 over bare months; undefined where the title names two years. */
function yearSaid(about: string): { readonly year?: number } {
  const year = yearOfTitle(about);
  return year === undefined ? {} : { year };
}

/** Days that are all the first of a month are how Excel keeps months. */
function asMonths<T extends HeaderPeriod>(periods: readonly T[]): readonly T[] {
  const days = periods.filter(({ span }) => span === 'day');
  const isMonths = days.every(({ day }) => day === 1) && new Set(days.map(({ month }) => month)).size > 1;
  return isMonths ? periods.map((one) => (one.span === 'day' ? { ...one, span: 'month' as const } : one)) : periods;
}

/**
 * The columns once for each table of months below the first that repeats its headers under a title of another year. One
 * list of the columns as they are, where there is none.
 */
function yearsBelow(
  cells: readonly (readonly CellValue[])[],
  { candidate }: Reading,
  columns: readonly CrossColumn[],
): readonly (readonly CrossColumn[])[] {
  const end = Math.min(cells.length, candidate.endRow ?? cells.length);
  const starts: { readonly from: number; readonly year: number }[] = [];
  for (let row = candidate.firstDataRow; row < end; row++) {
    if (!columns.every(({ header }) => textOf(cells[row]?.[header.column]) === header.text)) continue;
    const year = yearOfTitle([row - 1, row - 2].flatMap((above) => textsOf(cells[above])).join(' '));
    if (year !== undefined) starts.push({ from: row + 1, year });
  }
  const first = columns[0]?.period?.year;
  if (starts.length === 0 || starts.every(({ year }) => year === first)) return [columns];
  const last = candidate.endRow ?? Number.MAX_SAFE_INTEGER;
  return [{ from: candidate.firstDataRow, year: first }, ...starts].map(({ from, year }, index) => {
    const rows = { from, to: (starts[index]?.from ?? last + 1) - 1 };
    return columns.map((one) => ({ ...one, rows, ...(one.period && { period: { ...one.period, year } }) }));
  });
}

const within = (reading: Reading, { rows }: CrossColumn): Reading => ({
  ...reading,
  candidate: { ...reading.candidate, ...(rows && { firstDataRow: rows.from, endRow: rows.to }) },
});

const textOf = (value: CellValue | undefined): string =>
  typeof value === 'string' ? cleanText(value) : typeof value === 'number' ? String(value) : '';

const textsOf = (cells: readonly CellValue[] | undefined): readonly string[] =>
  (cells ?? []).filter((value): value is string => typeof value === 'string');

/** Products side by side are told by a total that is their sum. */
function productColumns(
  reading: Reading,
  base: DateBase,
  about: string,
  isNumeric: (header: HeaderCell) => boolean,
): readonly CrossColumn[] | undefined {
  const when = about
    .split(/[\s（）()：:]+/)
    .map((word) => monthOfHeader(word.replace(/^.*?(?=(?:20)?\d\d年)/, ''), base))
    .find((month) => month !== undefined);
  const { headers } = reading.candidate;
  if (!when || isOfQuantities(about) || !headers.some(({ text }) => SUM_HEADER.test(text))) return undefined;
  const known = new Set(
    reading.found.filter(({ field }) => !/\.(amount|quantity)$/.test(field.path)).map(({ header }) => header.column),
  );
  const products = headers.filter(
    (header) =>
      !known.has(header.column) && !SUM_HEADER.test(header.text) && !NO_PRODUCT.test(header.text) && isNumeric(header),
  );
  if (products.length < 2) return undefined;
  const year = when.year ?? yearOfTitle(about);
  const period: Period = { span: 'month', year, month: when.month, day: 1 };
  return products.map((header) => ({ header, period, product: header.text }));
}

/** The reading with the client and what else stands left of the values, and nothing of the values. */
function clientOf(
  reading: Reading,
  columns: readonly CrossColumn[],
  isFilled: (column: number) => boolean,
): Reading | undefined {
  const values = new Set(columns.map(({ header }) => header.column));
  const found = reading.found.filter(
    ({ field, header }) =>
      !values.has(header.column) &&
      !SUM_HEADER.test(header.text) &&
      /\.(client(Code|Name)|region|country|rep|category|product)$/.test(field.path),
  );
  const own: Reading = { ...reading, found, missing: reading.missing };
  const named = found.some(({ field }) => /\.client(Code|Name)$/.test(field.path));
  if (named) return { ...own, missing: [] };
  const buyer = buyerHeaders(own, isFilled).find(({ header }) => !values.has(header.column));
  return buyer && withoutClient(own) && { ...withBuyer(own, buyer.header), missing: [] };
}

/** Totals in the head, across and down, that are not what they sum up. */
export function checkTotals(
  cells: readonly (readonly CellValue[])[],
  { candidate }: Reading,
  columns: readonly CrossColumn[],
  totals: readonly HeaderCell[],
): CrossTable['wrongTotals'] {
  const wrong: { row: number; column: number; stated: number; sum: number }[] = [];
  const say = (row: number, column: number, stated: number | undefined, sum: number): void => {
    if (stated !== undefined && Math.abs(stated - sum) > 0.005 * Math.max(1, columns.length))
      wrong.push({ row: row + 1, column, stated, sum });
  };
  const whole = totals.filter(({ text }) =>
    /^(合计|总计|总额|累计|全年|年度合计|全年合计|应收|余额|期末余额|欠款|total|totals|sum|grand total|balance|outstanding)/i.test(
      text,
    ),
  );
  const sums = new Map(columns.map(({ header }) => [header.column, 0]));
  for (let row = candidate.firstDataRow; row < Math.min(cells.length, candidate.endRow ?? cells.length); row++) {
    const line = cells[row] ?? [];
    const isTotal = line.some(
      (value) => typeof value === 'string' && (wordsOfCell(value) & (WORD_TOTAL | WORD_TOTAL_BEHIND)) !== 0,
    );
    const values = columns.map(({ header }) => ({ column: header.column, value: numberOf(line[header.column]) }));
    if (values.every(({ value }) => value === undefined)) continue;
    const isGrand =
      isTotal &&
      !line.some(
        (value) =>
          typeof value === 'string' && (wordsOfCell(value) & WORD_TOTAL_BEHIND) !== 0 && /小计|subtotal/i.test(value),
      );
    for (const { column, value } of values) {
      if (isGrand) say(row, column, value, sums.get(column)!);
      else if (!isTotal) sums.set(column, sums.get(column)! + (value ?? 0));
    }
    const across = values.reduce((sum, { value }) => sum + (value ?? 0), 0);
    for (const { column } of whole) say(row, column, numberOf(line[column]), across);
  }
  return wrong;
}

function numberOf(value: CellValue | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || isCellError(value)) return undefined;
  const parsed = parseNumberText(value);
  return parsed === undefined || Number.isNaN(parsed) ? undefined : parsed;
}
