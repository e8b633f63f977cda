import { fill, type Text } from '../../i18n/text';
import type { CellValue } from '../../workbook/cell-value';
import type { SheetHead, SheetInfo } from '../../workbook/workbook-host';
import type { SheetMap } from './column-map';
import type { SheetKind } from '../fields/define-fields';
import type { ClientOutside } from './outside/client-place';
import type { DayOutside } from './outside/day-place';
import type { Block } from './find-blocks';
import { formOfHeader } from './header-text';
import type { IssueLog } from '../issues';
import { keyOfText } from '../parse/text';
import type { FoundField, Reading } from './recognise-sheet';
import type { PriceSource } from './prices/price-source';

/** A sheet with its likeliest reading, before the sheets of the workbook are weighed against each other. */
export interface SheetCandidate {
  readonly info: SheetInfo;
  readonly head: SheetHead;
  readonly map: SheetMap | undefined;
  readonly readings: readonly Reading[];
  /** The reading that is used; undefined where the sheet is not read. */
  chosen: Reading | undefined;
  why: Text | undefined;
  /** A column that may be the amount and was left for quantity × price. */
  readonly otherAmount?: FoundField;
  /** Where the client stands, if no column holds it. */
  clientOutside?: ClientOutside;
  /** Where the day stands, if no column holds it. */
  dayOutside?: DayOutside;
  /** Where the prices of the lines stand, if not on them. */
  prices?: PriceSource;
  /** One of several tables of the sheet. */
  readonly block?: Block;
  /**
   * What would be read if its columns were not given, and unless one is named not its kind either. How a sheet was read is
   * kept, and given the next time: what was said of it then has to be said again.
   */
  readonly unguided?: (kind?: SheetKind) => SheetCandidate;
}

/** Kinds of which one workbook has one layout: two layouts would count things twice. */
const ONE_LAYOUT: readonly SheetKind[] = ['transactions', 'clients', 'orders', 'orderLines'];

/** What a second sheet of sales lines may be instead: its amounts are then not added to the sales. */
const LESSER_KINDS: readonly SheetKind[] = ['orders', 'deliveries', 'invoices', 'receipts', 'returns', 'contracts'];

const SUMMARY_NAME = /汇总|合计|总表|全年|总计|透视|统计|总览|summary|total|pivot|overall|consolidated|^all\b/i;

/**
 * Decides between sheets: several sheets of one layout (a sheet a year, a sheet a month) are read one after the other;
 * a summary or a copy beside its detail is left out, so that nothing counts twice. What the person chose herself stays.
 */
export function resolveSheets(candidates: readonly SheetCandidate[], issues: IssueLog): void {
  takeOrdersAsSales(candidates, issues);
  for (const kind of ONE_LAYOUT) keepOneLayout(candidates, kind, issues);
  leaveOutCopies(candidates, issues);
  const has = (kind: SheetKind): boolean => candidates.some((one) => one.chosen?.definition.kind === kind);
  if (has('transactions') && has('orders')) dropOrderLines(candidates, issues);
  for (const one of candidates) {
    if (one.chosen?.definition.kind !== 'orderLines' || has('orders') || isGiven(one)) continue;
    one.chosen = undefined;
    one.why = {
      zh: '有订单行，但没有带客户和日期的订单表',
      en: 'Order lines without an order sheet that carries customer and date',
    };
  }
}

/**
 * An order ledger with amounts is all that many firms keep of their sales: it is read as sales where nothing else is, and
 * no delivery sheet is to be joined to its orders.
 */
function takeOrdersAsSales(candidates: readonly SheetCandidate[], issues: IssueLog): void {
  const others: readonly SheetKind[] = ['transactions', 'orderLines', 'deliveries', 'invoices'];
  const sales = candidates.filter((one) => one.chosen && others.includes(one.chosen.definition.kind));
  if (!sales.every(isOrderLedger)) return;
  for (const { info } of sales) issues.add('orders-as-sales', { sheet: info.name }, { name: info.name });
  for (const one of ofKind(candidates, 'orders')) {
    if (isGiven(one)) continue;
    const asSales = pricedSales(one);
    if (!asSales) continue;
    one.chosen = asSales;
    issues.add('orders-as-sales', { sheet: one.info.name }, { name: one.info.name });
  }
}

/** Whether a sheet is given as sales that was taken for them here. */
function isOrderLedger({ chosen, unguided }: SheetCandidate): boolean {
  if (chosen!.definition.kind !== 'transactions' || !unguided) return false;
  const own = unguided();
  return own.chosen?.definition.kind === 'orders' && pricedSales(own) !== undefined;
}

/** An order sheet has no column for a price: where it holds none, its amounts are taken as they stand. */
function pricedSales({ readings }: SheetCandidate): Reading | undefined {
  const sales = readings.find(({ missing, definition }) => missing.length === 0 && definition.kind === 'transactions');
  return sales?.found.some(({ field }) => field.path === 'transactions.unitPrice') ? sales : undefined;
}

/** Order lines beside a sheet of sales lines are the same goods once more. */
function dropOrderLines(candidates: readonly SheetCandidate[], issues: IssueLog): void {
  const sales = ofKind(candidates, 'transactions')[0]!;
  for (const one of ofKind(candidates, 'orderLines')) {
    if (isGiven(one)) continue;
    const names = { name: one.info.name, other: sales.info.name };
    one.chosen = undefined;
    one.why = fill(
      {
        zh: '销售额取自“{other}”，为避免重复没有计入',
        en: 'Sales are taken from “{other}”: left out so that nothing counts twice',
      },
      names,
    );
    issues.add('sheet-second-detail', { sheet: one.info.name }, names);
  }
}

function isGiven(one: SheetCandidate): boolean {
  return one.map !== undefined && one.map.kind !== 'ignore';
}

const ofKind = (candidates: readonly SheetCandidate[], kind: SheetKind): SheetCandidate[] =>
  candidates.filter((one) => one.chosen?.definition.kind === kind);

function keepOneLayout(candidates: readonly SheetCandidate[], kind: SheetKind, issues: IssueLog): void {
  const groups: SheetCandidate[][] = [];
  for (const one of ofKind(candidates, kind)) {
    const group = groups.find((members) => members.some((member) => hasSameLayout(member, one)));
    if (group) group.push(one);
    else groups.push([one]);
  }
  if (groups.length < 2) return;
  const weighed = groups.map((members) => ({ members, weight: weightOf(members) })).sort((a, b) => b.weight - a.weight);
  const main = weighed[0]!.members;
  for (const { members } of weighed.slice(1)) {
    for (const member of members) {
      if (!isGiven(member)) settleSecond(member, main, kind, issues);
      // How a sheet was read the last time is given the next: what was said of it then still holds.
      else if (isSecondLayout(member, main, kind)) tellTwoLayouts(member, main, issues);
    }
  }
}

/** A sheet of a kind that another layout has as well: something lesser, a summary, a second layout, or more of the same. */
function settleSecond(
  member: SheetCandidate,
  main: readonly SheetCandidate[],
  kind: SheetKind,
  issues: IssueLog,
): void {
  const lesser = kind === 'transactions' ? lesserReading(member, main) : undefined;
  if (lesser) {
    member.chosen = lesser;
    return;
  }
  if (isSecondLayout(member, main, kind)) {
    tellTwoLayouts(member, main, issues);
    return;
  }
  const isSummary = isSummaryOf(member, main, kind);
  const names = { name: member.info.name, other: main[0]!.info.name };
  member.chosen = undefined;
  member.why = fill(
    {
      zh: '与“{other}”内容相近，为避免重复没有计入',
      en: 'Close to “{other}”: left out so that nothing counts twice',
    },
    names,
  );
  issues.add(isSummary ? 'sheet-summary' : 'sheet-second-detail', { sheet: member.info.name }, names);
}

const overlapsAny = (member: SheetCandidate, main: readonly SheetCandidate[]): boolean =>
  main.some((one) => sharesNumbers(one, member));

const isSummaryOf = (member: SheetCandidate, main: readonly SheetCandidate[], kind: SheetKind): boolean =>
  SUMMARY_NAME.test(member.info.name) || (kind === 'transactions' && lacksDetail(member, main));

/** More sales lines in other columns: both sheets count. */
const isSecondLayout = (member: SheetCandidate, main: readonly SheetCandidate[], kind: SheetKind): boolean =>
  kind === 'transactions' && !isSummaryOf(member, main, kind) && !overlapsAny(member, main);

function tellTwoLayouts({ info }: SheetCandidate, main: readonly SheetCandidate[], issues: IssueLog): void {
  issues.add('sheet-two-layouts', { sheet: info.name }, { name: info.name, other: main[0]!.info.name });
}

/** An order sheet beside the sales is an order sheet, a receipts sheet with generic headers is receipts. */
function lesserReading(member: SheetCandidate, main: readonly SheetCandidate[]): Reading | undefined {
  const overlaps = overlapsAny(member, main);
  return member.readings.find(
    ({ missing, definition, name }) =>
      missing.length === 0 &&
      LESSER_KINDS.includes(definition.kind) &&
      name > (member.chosen?.name ?? 0) - 0.01 &&
      (name > 0.3 || (overlaps && definition.kind === 'orders')),
  );
}

const DETAIL = /^transactions\.(product|documentNo|orderNo|quantity|unitPrice)$/;

/** Client, day and amount alone, where the other sheet has documents, products and quantities: its sums. */
function lacksDetail(member: SheetCandidate, main: readonly SheetCandidate[]): boolean {
  const detailOf = (one: SheetCandidate): number =>
    one.chosen!.found.filter(({ field }) => DETAIL.test(field.path)).length;
  return detailOf(member) === 0 && main.some((one) => detailOf(one) >= 2);
}

/** At least a third of the order and document numbers in the head of one stand in the head of the other. */
function sharesNumbers(a: SheetCandidate, b: SheetCandidate): boolean {
  const left = numbersOf(a);
  const right = numbersOf(b);
  const smaller = Math.min(left.size, right.size);
  return smaller >= 3 && [...left].filter((one) => right.has(one)).length * 3 >= smaller;
}

function numbersOf(one: SheetCandidate): Set<string> {
  const columns = one
    .chosen!.found.filter(({ field }) => /\.(orderNo|documentNo|invoiceNo)$/.test(field.path))
    .map(({ header }) => header.column);
  const numbers = new Set<string>();
  for (const row of one.head.cells.slice(one.chosen!.candidate.firstDataRow)) {
    for (const column of columns) {
      const value = row[column];
      if (typeof value === 'string' && value.trim() !== '') numbers.add(keyOfText(value));
      else if (typeof value === 'number') numbers.add(String(value));
    }
  }
  return numbers;
}

/** The detail has the surer headers, more rows and products. */
function weightOf(members: readonly SheetCandidate[]): number {
  const rows = members.reduce((sum, one) => sum + one.info.rows, 0);
  const best = Math.max(...members.map((one) => one.chosen?.score ?? 0));
  const given = members.some(isGiven) ? 10 : 0;
  const isSummary = members.every((one) => SUMMARY_NAME.test(one.info.name)) ? 1 : 0;
  return given + best + 0.2 * Math.log10(rows + 1) - isSummary;
}

function headersOf(one: SheetCandidate): Set<string> {
  return new Set((one.chosen?.candidate.headers ?? []).map((header) => formOfHeader(header.text).squashed));
}

/** 2024年 and 2025年, 1月 and 2月, Sheet1 and Sheet2: what is left when numbers are taken away is the same. */
const seriesName = (name: string): string =>
  name
    .replace(/[\d一二三四五六七八九十]+/g, '')
    .trim()
    .toLowerCase();

function hasSameLayout(a: SheetCandidate, b: SheetCandidate): boolean {
  const left = headersOf(a);
  const right = headersOf(b);
  const both = [...left].filter((one) => right.has(one)).length;
  const all = left.size + right.size - both;
  if (all === 0) return false;
  const share = both / all;
  return share >= 0.6 || (share >= 0.3 && seriesName(a.info.name) === seriesName(b.info.name));
}

/** Sheets of one layout whose first lines are the same lines: a year's sheet beside its months, a copy beside its original. */
function leaveOutCopies(candidates: readonly SheetCandidate[], issues: IssueLog): void {
  for (const kind of ['transactions', 'deliveries', 'receipts', 'invoices'] as const) {
    const sheets = ofKind(candidates, kind);
    if (sheets.length < 2) continue;
    const lines = new Map(sheets.map((one) => [one, headLines(one)]));
    for (const one of [...sheets].sort((a, b) => rankOfCopy(a) - rankOfCopy(b))) {
      if (isGiven(one) || one.chosen === undefined) continue;
      const mine = lines.get(one)!;
      if (mine.size < 3) continue;
      const twin = sheets.find((other) => {
        if (other === one || other.chosen === undefined) return false;
        const shared = [...mine].filter((line) => lines.get(other)!.has(line)).length;
        return shared >= 3 && shared * 2 >= Math.min(mine.size, lines.get(other)!.size);
      });
      if (!twin) continue;
      one.chosen = undefined;
      one.why = {
        zh: `与“${twin.info.name}”有相同的行，为避免重复没有计入`,
        en: `Holds the same lines as “${twin.info.name}”: left out so that nothing counts twice`,
      };
      issues.add('sheet-summary', { sheet: one.info.name }, { name: one.info.name, other: twin.info.name });
    }
  }
}

/** Summaries and copies go first, then the shorter ones. */
function rankOfCopy(one: SheetCandidate): number {
  const isCopy = SUMMARY_NAME.test(one.info.name) || /副本|备份|copy|backup|\(\d+\)\s*$/i.test(one.info.name);
  return (isCopy ? 0 : 1e9) + one.info.rows;
}

/** The first lines of a sheet as one string each: every mapped cell. */
function headLines(one: SheetCandidate): Set<string> {
  const reading = one.chosen!;
  const columns = reading.found.map((found) => found.header.column).sort((a, b) => a - b);
  const end = Math.min(one.head.cells.length, reading.candidate.endRow ?? one.head.cells.length);
  const lines = new Set<string>();
  for (let row = reading.candidate.firstDataRow; row < end; row++) {
    const cells = columns.map((column) => one.head.cells[row]?.[column] ?? null);
    if (cells.filter((value) => value !== null && value !== '').length < 3) continue;
    lines.add(JSON.stringify(cells as CellValue[]));
  }
  return lines;
}
