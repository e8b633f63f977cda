import { asDay, civilOf, dayIfReal, dayOf, isoOf, type Day } from '../../../core/model/day';
import type { CellValue } from '../../../workbook/cell-value';
import type { DateBase } from '../../../workbook/serial-day';
import type { SheetHead } from '../../../workbook/workbook-host';
import type { FieldPath, SheetKind } from '../../fields/define-fields';
import type { IssueLog } from '../../issues';
import { parseMoment, type DayStyle } from '../../parse/day';
import type { Reading } from '../recognise-sheet';
import type { SheetCandidate } from '../resolve-sheets';
import { monthSaidIn } from '../said-month';
import type { DayOutside } from './day-place';

const KINDS: readonly SheetKind[] = ['transactions', 'receipts', 'invoices'];
const TITLE_ROWS = 8;
/** When a sheet was printed is not when anything was sold. */
const OF_THE_PAPER = /打印|列印|制表|制單|导出|匯出|编制|填表|print|export|generated|run\s*(?:on|date)|created/i;
const LABELLED = /^(?:日期|业务日期|单据日期|销售日期|出库日期|date)\s*[:：]?\s*/i;
const DATE_IN_TEXT =
  /((?:19|20)\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)|(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)/g;
const DAY_OF_MONTH = /(?<!\d)(1[0-2]|0?[1-9])\s*月\s*(\d{1,2})\s*[日号號]/;
const MONTH_SAID = /(?<!\d)(?:1[0-2]|0?[1-9])\s*月/;
const MONTH_ALONE = /^\s*(1[0-2]|0?[1-9])\s*月(?:份)?/;

/**
 * Lines whose day stands above them, in the title, or is the sheet's name (a sheet a day, a sheet a month): read as of that
 * day, the first of a month, and told. Only where nothing but the day lacks.
 */
export function readOutsideDays(candidates: readonly SheetCandidate[], base: DateBase, issues: IssueLog): void {
  for (const candidate of candidates) {
    if (candidate.chosen || candidate.why) continue;
    const reading = lacksOnlyItsDay(candidate);
    const outside = reading && (headingOf(candidate, reading, base) ?? saidOf(candidate, reading, base));
    if (!outside) continue;
    candidate.chosen = { ...reading, missing: [] };
    candidate.dayOutside = outside;
    tell(candidate.info.name, outside, issues);
  }
}

function tell(sheet: string, outside: DayOutside, issues: IssueLog): void {
  if (outside.kind === 'heading') issues.add('day-in-headings', { sheet }, {});
  else if (outside.kind === 'said') issues.add('day-said', { sheet }, { day: isoOf(outside.day) });
}

/** The column of days of a kind. */
export const dayPathOf = (kind: SheetKind): FieldPath => `${kind as 'transactions' | 'receipts' | 'invoices'}.day`;

/** The reading of a sheet, or of a block of it, that lacks nothing but the day. */
export function lacksOnlyItsDay(candidate: SheetCandidate): Reading | undefined {
  return KINDS.map((kind) => lacksOnlyTheDay(candidate, kind)).find((one) => one !== undefined);
}

/** The day, or the first of the month, that stands above the lines of a block itself; undefined where only the sheet says one. */
export function dayAboveLines(candidate: SheetCandidate, base: DateBase): Day | undefined {
  const reading = lacksOnlyItsDay(candidate);
  if (!reading) return undefined;
  const { title, days } = titleOf(candidate, reading, base);
  const isOwn = days.length > 0 || MONTH_SAID.test(title.normalize('NFKC'));
  const outside = isOwn ? saidOf(candidate, reading, base) : undefined;
  return outside?.kind === 'said' ? outside.day : undefined;
}

function lacksOnlyTheDay({ readings }: SheetCandidate, kind: SheetKind): Reading | undefined {
  const path = dayPathOf(kind);
  return readings.find(
    ({ definition, missing }) =>
      definition.kind === kind &&
      missing.length === 1 &&
      missing[0]!.anyOf.some((all) => all.length === 1 && all[0] === path),
  );
}

/** A column in which a day stands alone above the lines of each day. */
function headingOf({ head, info }: SheetCandidate, { candidate }: Reading, base: DateBase): DayOutside | undefined {
  const { year } = monthSaidIn(candidate.title, info.name);
  const style: DayStyle = { base, order: undefined, shortYears: false, months: true, year };
  const end = Math.min(head.cells.length, candidate.endRow ?? head.cells.length);
  const first = daysAbove(head, candidate.rows[0] ?? 0, style).at(-1);
  let column: number | undefined;
  const days = new Set<number>(first === undefined ? [] : [first]);
  let isDated = first !== undefined;
  for (let row = candidate.firstDataRow; row < end; row++) {
    const heading = headingIn(head, row, style);
    if (heading && (column === undefined || heading.column === column)) {
      column = heading.column;
      days.add(heading.day);
      isDated = true;
    } else if (!isDated && (head.cells[row] ?? []).filter((value) => typeof value === 'number').length > 0) {
      // A line before the first day belongs to none: the single cells are no headings then.
      return undefined;
    }
  }
  if (column === undefined || days.size < 2) return undefined;
  return { kind: 'heading', column, style, ...(first !== undefined && { first }) };
}

/** The day that stands alone in a row, or behind a label that says so. */
function headingIn(
  head: SheetHead,
  row: number,
  style: DayStyle,
): { readonly column: number; readonly day: Day } | undefined {
  const filled = (head.cells[row] ?? []).flatMap((value, column) =>
    value === null || value === '' ? [] : [{ value, column }],
  );
  const isLabelled =
    filled.length === 2 && typeof filled[0]!.value === 'string' && filled[0]!.value.replace(LABELLED, '') === '';
  const cell = isLabelled ? filled[1]! : filled.length === 1 ? filled[0]! : undefined;
  if (!cell) return undefined;
  const day = dayOfHeading(cell.value, typeof cell.value === 'number' && head.isDay(row, cell.column), style);
  return day === undefined ? undefined : { column: cell.column, day };
}

/** The day that a heading says; a bare number is none unless its cell is formatted as a day. */
export function dayOfHeading(value: CellValue, isDay: boolean, style: DayStyle): Day | undefined {
  if (typeof value === 'number' && !isDay) return undefined;
  const moment = parseMoment(typeof value === 'string' ? value.replace(LABELLED, '') : value, style);
  return moment === undefined || Number.isNaN(moment) ? undefined : asDay(Math.floor(moment));
}

function daysAbove(head: SheetHead, top: number, style: DayStyle): Day[] {
  const days: Day[] = [];
  for (let row = Math.max(0, top - TITLE_ROWS); row < top; row++) {
    const heading = headingIn(head, row, style);
    if (heading) days.push(heading.day);
  }
  return days;
}

/** What stands above the headers, and the days in it. */
function titleOf(
  { head }: SheetCandidate,
  { candidate }: Reading,
  base: DateBase,
): { readonly title: string; readonly days: readonly Day[] } {
  const top = candidate.rows[0] ?? 0;
  const texts = head.cells
    .slice(Math.max(0, top - TITLE_ROWS), top)
    .flat()
    .filter((value): value is string => typeof value === 'string' && !OF_THE_PAPER.test(value));
  const title = texts.join(' ');
  const style: DayStyle = { base, order: undefined, shortYears: false, months: false };
  return { title, days: [...datesIn(title), ...daysAbove(head, top, style)] };
}

/** What the title says, else the sheet's name: a day, else a month. */
function saidOf(candidate: SheetCandidate, reading: Reading, base: DateBase): DayOutside | undefined {
  const { info } = candidate;
  const { title, days } = titleOf(candidate, reading, base);
  const said = monthSaidIn(title, info.name);
  const day =
    onlyDay(days) ??
    onlyDay(datesIn(info.name)) ??
    dayInMonth(`${title} ${info.name}`, said.year) ??
    (said.year !== undefined && said.month !== undefined ? dayOf(said.year, said.month, 1) : undefined);
  if (day !== undefined) return { kind: 'said', day };
  const month = MONTH_ALONE.exec(info.name.normalize('NFKC'));
  return month ? { kind: 'month', month: Number(month[1]) } : undefined;
}

function datesIn(text: string): Day[] {
  return [...text.normalize('NFKC').matchAll(DATE_IN_TEXT)].flatMap((match) => {
    const [year, month, day] = match[1] === undefined ? match.slice(4, 7) : match.slice(1, 4);
    return dayIfReal(Number(year), Number(month), Number(day)) ?? [];
  });
}

function dayInMonth(text: string, year: number | undefined): Day | undefined {
  const match = year === undefined ? null : DAY_OF_MONTH.exec(text.normalize('NFKC'));
  return match ? dayIfReal(year!, Number(match[1]), Number(match[2])) : undefined;
}

/** One day, or the first of the month that all of them lie in: from … to …. */
function onlyDay(days: readonly Day[]): Day | undefined {
  const [first] = days;
  if (first === undefined) return undefined;
  if (days.every((one) => one === first)) return first;
  const { year, month } = civilOf(first);
  const isOneMonth = days.every((one) => civilOf(one).year === year && civilOf(one).month === month);
  return isOneMonth ? dayOf(year, month, 1) : undefined;
}
