import { isCellError, type CellValue } from '../../workbook/cell-value';
import type { DateBase } from '../../workbook/serial-day';
import { monthOfHeader, yearOfTitle } from '../parse/month-header';
import { guessNumber, parseNumberText } from '../parse/number';
import { wordsOfCell, WORD_TOTAL, WORD_TOTAL_BEHIND } from '../read/row-words';
import { makeSamples, type Reading } from './recognise-sheet';
import type { SheetCandidate } from './resolve-sheets';
import type { HeaderCell } from './sheet-headers';
import { buyerHeaders, withBuyer, withoutClient } from './stand-in-client';

/** One column of a cross-table that is unpivoted: each of its filled cells is a line of sales, or an open amount. */
export interface CrossColumn {
  readonly header: HeaderCell;
  /** 1–12, of a table of sales. */
  readonly month?: number;
  /** Undefined where nobody says which: the last one that is not to come. */
  readonly year?: number | undefined;
  /** Of an ageing summary: the first day of the band. */
  readonly overdueDays?: number;
  /** Where products stand side by side. */
  readonly product?: string;
}

export interface CrossTable {
  /** Who and where: what stands left of the values. */
  readonly reading: Reading;
  readonly columns: readonly CrossColumn[];
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

const QUANTITY = /数量|销量|件数|吨|重量|quantity|qty|units|volume|tons/i;
const MONEY = /金额|额|收入|货款|元|amount|sales|revenue|value/i;
/** What sums up columns. */
export const SUM_HEADER =
  /^(合计|小计|总计|总额|累计|全年|年度合计|全年合计|上半年|下半年|[一二三四]季度|第?[1-4一二三四]季度|q[1-4]|h[12]|total|totals|sum|ytd|grand total|row labels total)([\s/／]*.*)?$/i;
/** Sheets that speak of what is to be, or of something else than sales. */
const NOT_SOLD =
  /目标|计划|预算|预测|费用|支出|成本|工资|考勤|库存|target|budget|forecast|\bplan\b|expense|cost|payroll|attendance|stock|inventory/i;

/** What a column of numbers is not, if a product is to be its header. */
const NO_PRODUCT =
  /同比|环比|占比|比例|率|%|增长|排名|序号|编号|目标|计划|完成|平均|no\.?$|rank|share|growth|target|average|margin|budget/i;

/**
 * A table of clients down and months (or products) across, the values in between: 客户 × 1月, 2月 …. Months that name no year
 * take it from the sheet's title or name. Products need a month in the title or the name: without a day no line can be made.
 *
 * Undefined where the sheet is none, or holds quantities and no amounts.
 */
export function findCrossTable(candidate: SheetCandidate, base: DateBase): CrossTable | undefined {
  const { info, head, map, readings } = candidate;
  for (const reading of readings) {
    if (reading.definition.kind !== 'transactions') continue;
    const samples = makeSamples(head, reading.candidate);
    const isNumeric = ({ column }: HeaderCell): boolean =>
      samples(column).length > 0 && guessNumber(samples(column)) >= 0.9;
    const about = `${info.name} ${reading.candidate.title}`;
    if (NOT_SOLD.test(about)) continue;
    const columns = monthColumns(reading, base, about, isNumeric) ?? productColumns(reading, base, about, isNumeric);
    if (!columns) continue;
    const who = clientOf(reading, columns, (column) => samples(column).length > 0);
    if (!who || (map && map.kind !== 'transactions')) continue;
    const totals = reading.candidate.headers.filter(
      (header) => SUM_HEADER.test(header.text) && isNumeric(header) && !columns.some((one) => one.header === header),
    );
    return { reading: who, columns, totals, wrongTotals: checkTotals(head.cells, who, columns, totals) };
  }
  return undefined;
}

/** A title or a heading over the months that speaks of quantities alone. */
const isOfQuantities = (text: string): boolean => QUANTITY.test(text) && !MONEY.test(text);

function monthColumns(
  { candidate }: Reading,
  base: DateBase,
  about: string,
  isNumeric: (header: HeaderCell) => boolean,
): readonly CrossColumn[] | undefined {
  const found = candidate.headers.flatMap((header) => {
    const month = monthOfHeader(header.text, base);
    return month && !NO_PRODUCT.test(month.rest) ? [{ header, ...month }] : [];
  });
  const amounts = found.some(({ rest }) => MONEY.test(rest)) ? found.filter(({ rest }) => MONEY.test(rest)) : found;
  const used = amounts.filter(({ header, rest }) => !isOfQuantities(rest) && isNumeric(header));
  const keys = new Set(used.map(({ year, month }) => `${year ?? ''} ${month}`));
  if (used.length < 2 || keys.size < used.length || isOfQuantities(about)) return undefined;
  const year = yearOfTitle(about);
  return used.map((one) => ({ header: one.header, year: one.year ?? year, month: one.month }));
}

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
  return products.map((header) => ({ header, year, month: when.month, product: header.text }));
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
