import type { Day } from '../../core/model/day';
import type { Dataset, SheetAccount } from '../../core/model/dataset';
import type { PriceList } from '../../core/model/basis';
import type { Issue } from '../../core/model/issue';
import type { Text } from '../../i18n/text';

import { checkCancelled, type JobControl } from '../../workbook/job-control';
import type { WorkbookHost } from '../../workbook/workbook-host';
import { assembleTables } from './assemble-tables';
import { ClientDirectory } from '../settle/client-directory';
import type { SheetKind } from '../fields/define-fields';
import { definitionOf, SHEET_DEFINITIONS } from '../fields';
import { GrowingTable } from './growing-table';
import type { Inspection, SheetInspection } from '../recognise/inspection';
import { IssueLog } from '../issues';
import type { DayOrder, DayStyle } from '../parse/day';
import type { DecimalMark } from '../parse/decimal-mark';
import { readSheet, type SheetReading } from './read-sheet';
import { saidDayOf } from './said-days';
import { addReadings, partsOfCross } from './cross-parts';
import { tellFutureDays } from '../settle/future-days';
import { suggestDuplicates } from '../settle/suggest-duplicates';
import { listedPrices } from '../settle/list-prices';
import { findMixedTax } from '../settle/mixed-tax';

/** Clients first: every other sheet finds its clients among them, and lines without a price theirs on the list. */
const FIRST: readonly SheetKind[] = ['clients', 'products'];
const READING_ORDER: readonly SheetKind[] = [
  ...FIRST,
  ...SHEET_DEFINITIONS.map((one) => one.kind).filter((kind) => !FIRST.includes(kind)),
];

/** What the head of a column could not tell and the whole column did. */
type StyleDecision = Pick<DayStyle, 'order' | 'shortYears' | 'yearFirst'> | { readonly decimalMark: DecimalMark };

/** By sheet and column. */
type StyleDecisions = ReadonlyMap<string, StyleDecision>;

/**
 * Reads every recognised sheet into the dataset: one pass a sheet over the mapped columns, typed columns, issues, and
 * the account of every line. Where a whole column shows another order of day and month than its head did, the data is
 * read once more with what the column showed. `today` tells the year of months that name none.
 */
export async function readDataset(
  host: Pick<WorkbookHost, 'readColumns'>,
  inspection: Inspection,
  control: JobControl = {},
  today?: Day,
): Promise<Dataset> {
  const first = await readOnce(host, inspection, new Map(), control, today);
  if (first.decisions.size === 0) return first.dataset;
  return (await readOnce(host, inspection, first.decisions, control, today)).dataset;
}

async function readOnce(
  host: Pick<WorkbookHost, 'readColumns'>,
  inspection: Inspection,
  decided: StyleDecisions,
  control: JobControl,
  today: Day | undefined,
): Promise<{ readonly dataset: Dataset; readonly decisions: StyleDecisions }> {
  const issues = new IssueLog();
  for (const issue of inspection.issues) issues.addIssue(issue);
  const directory = new ClientDirectory();
  const tables = new Map<SheetKind, GrowingTable>();
  const names: string[] = [];
  const readings: SheetReading[] = [];
  const decisions = new Map<string, StyleDecision>();
  for (const kind of READING_ORDER) {
    for (const sheet of inspection.sheets) {
      if (sheet.kind !== kind || !sheet.plan) continue;
      checkCancelled(control);
      const table = tables.get(kind) ?? new GrowingTable();
      tables.set(kind, table);
      names.push(sheet.info.name);
      const { prices } = sheet.plan;
      const context = {
        issues,
        directory,
        sheet: names.length - 1,
        ...(prices && { prices: listedPrices(tables.get('products'), prices.by) }),
      };
      const parts = partsOfCross(sheet, today, issues);
      if (parts) {
        const read: SheetReading[] = [];
        for (const part of parts) read.push(await readSheet(host, part, table, context, control));
        if (read.length > 0) readings.push(addReadings(read));
        continue;
      }
      const day = saidDayOf(sheet, inspection.sheets, today, issues);
      const dated = day === undefined ? sheet : { ...sheet, plan: { ...sheet.plan, day } };
      const reading = await readSheet(host, withDecisions(dated, decided), table, context, control);
      readings.push(reading);
      learnStyles(reading, sheet, decisions, issues);
    }
  }
  const assembled = assembleTables(tables, readings, directory, issues, names);
  const buyers = ['transactions', 'deliveries']
    .map((kind) => inspection.sheets.find((one) => one.kind === kind)?.buyers)
    .find((one) => one !== undefined);
  const mixedTax = findMixedTax(inspection.sheets);
  const priceList = priceListOf(inspection.sheets);
  const basis = {
    ...assembled.basis,
    ...(buyers && { buyers }),
    ...(mixedTax && { mixedTax }),
    ...(priceList && { priceList }),
  };
  suggestDuplicates(assembled.tables.clients, names, issues);
  if (today !== undefined) tellFutureDays(assembled.tables, names, today, issues);
  const accounts = readings.map((one): SheetAccount => ({
    sheet: one.sheet,
    table: definitionOf(one.kind).table,
    read: one.read,
    rejected: one.rejected,
    ...(one.rejectedAmount !== 0 ? { rejectedAmount: one.rejectedAmount } : {}),
    passedOver: one.passedOver,
    ...(one.joined > 0 ? { joined: one.joined } : {}),
  }));
  const listed: readonly Issue[] = issues.listed(inspection.sheets.map((one) => one.info.name));
  return {
    dataset: {
      sheets: names,
      tables: assembled.tables,
      ...(Object.keys(basis).length > 0 && { basis }),
      accounts,
      issues: listed,
      issueCounts: issues.counted(),
    },
    decisions,
  };
}

function priceListOf(sheets: readonly SheetInspection[]): PriceList | undefined {
  const priced = sheets.find(({ plan }) => plan?.prices !== undefined);
  const prices = priced?.plan?.prices;
  return prices && { sheet: prices.sheet, header: prices.header, lines: priced!.info.name };
}

const decisionKey = (sheet: string, column: number): string => `${sheet}\n${column}`;

function withDecisions(sheet: SheetInspection, decided: StyleDecisions): SheetInspection {
  if (decided.size === 0 || !sheet.plan) return sheet;
  const fields = sheet.plan.fields.map((one) => {
    const decision = decided.get(decisionKey(sheet.info.name, one.column));
    if (!decision) return one;
    if ('decimalMark' in decision) return { ...one, ...decision };
    return one.dayStyle ? { ...one, dayStyle: { ...one.dayStyle, ...decision } } : one;
  });
  return { ...sheet, plan: { ...sheet.plan, fields } };
}

/** Compares what the whole column says with what was assumed; says what stays unclear. */
function learnStyles(
  reading: SheetReading,
  sheet: SheetInspection,
  decisions: Map<string, StyleDecision>,
  issues: IssueLog,
): void {
  const isGiven = sheet.plan?.map?.dayOrder !== undefined;
  const seen = new Set<number>();
  for (const { source, evidence, decimals, realDays } of reading.readers) {
    const style = source.dayStyle;
    if (decimals.mark !== (source.decimalMark ?? '.'))
      decisions.set(decisionKey(reading.name, source.column), { decimalMark: decimals.mark });
    if (!style || evidence.cells === 0 || seen.has(source.column)) continue;
    seen.add(source.column);
    const place = { sheet: reading.name, column: letterOf(sheet, source.column) };
    if (isGiven) continue;
    if (style.looksSwapped && realDays > 0)
      issues.add('days-swapped', place, { column: source.header, count: realDays });
    const { order, shortYears, yearFirst } = evidence.shown;
    if (order !== style.order || shortYears !== style.shortYears || (yearFirst ?? false) !== (style.yearFirst ?? false))
      decisions.set(decisionKey(reading.name, source.column), { order, shortYears, yearFirst });
    const shown = { column: source.header, order: DAY_ORDERS.mdy };
    if (yearFirst) {
      issues.add('short-years', place, { column: source.header, order: { zh: '年/月/日', en: 'year/month/day' } });
      continue;
    }
    if (evidence.isContradictory) issues.add('day-order-contradictory', place, shown);
    else if (order === undefined) issues.add('day-order-unclear', place, shown);
    if (shortYears && evidence.short > 0)
      issues.add('short-years', place, { column: source.header, order: DAY_ORDERS[order ?? 'mdy'] });
  }
}

const DAY_ORDERS: Readonly<Record<DayOrder, Text>> = {
  mdy: { zh: '月/日/年', en: 'month/day/year' },
  dmy: { zh: '日/月/年', en: 'day/month/year' },
};

function letterOf(sheet: SheetInspection, column: number): string {
  return sheet.columns.find((one) => one.column === column)?.letter ?? '';
}
