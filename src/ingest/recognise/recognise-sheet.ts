import { isCellError, type CellValue } from '../../workbook/cell-value';
import { columnOfLetters } from '../../workbook/address';
import type { DateBase } from '../../workbook/serial-day';
import type { SheetHead, TableInfo } from '../../workbook/workbook-host';
import type { SheetMap } from './column-map';
import {
  allFieldsOf,
  type FieldDefinition,
  type FieldPath,
  type Need,
  type SheetDefinition,
  type SheetKind,
} from '../fields/define-fields';
import { SHEET_DEFINITIONS } from '../fields';
import { countMarks, matchHeader, MATCHES, nameScore, SAYS_SO } from './header-match';
import { formOfHeader } from './header-text';
import { ledgerSides } from './ledger-sides';
import { guessDay, guessDayStyle, type DayStyle } from '../parse/day';
import { DAY_PART_RANGES, type DayParts } from './day-parts';
import { guessDiscountStyle, parseDiscount } from '../parse/discount';
import { guessFlag } from '../parse/flag';
import { guessNumber, parseNumber } from '../parse/number';
import { cleanText } from '../parse/text';
import { wordsOfCell, WORD_BLANK, WORD_TOTAL, WORD_TOTAL_BEHIND } from '../read/row-words';
import { monthSaidIn, type SaidMonth } from './said-month';
import { meaningOfWord } from '../parse/status-words';
import { currencyOfText } from '../../workbook/currency';
import { findHeaders, type HeaderCandidate, type HeaderCell } from './sheet-headers';

/** A guess counts when so much of the filled sample parses. */
export const GUESS_COUNTS = 0.9;
/** Where the header itself says what the column is, so much is enough; the rest is listed cell by cell. */
const HEADER_COUNTS = 0.5;
/** Two columns so close are asked about. */
const AMBIGUOUS = 0.004;
const ROWS_SAMPLED = 200;
const MAKES_LESS = 0.2;
/** What both sides of a ledger are by themselves. */
const SURE = 1.2;
/** A ledger tells of payments, which sales do not: it is read as one. */
const LEDGER_COUNTS = 0.8;

/** A field found in a column. */
export interface FoundField {
  readonly field: FieldDefinition;
  readonly header: HeaderCell;
  readonly score: number;
  /** Share of the filled samples that parse; undefined without samples. */
  readonly parseShare: number | undefined;
  /** Other columns that may be meant. */
  readonly alternatives: readonly HeaderCell[];
  /** The person's own choice. */
  readonly isGiven: boolean;
  /** The column stands for another field too. */
  readonly isShared: boolean;
  /** A day that is made of columns of its parts. */
  readonly parts?: DayParts;
}

/** A header that matched a field whose cells do not parse. */
export interface DoubtfulField {
  readonly field: FieldDefinition;
  readonly header: HeaderCell;
  readonly parseShare: number;
}

/** One way to read a sheet. */
export interface Reading {
  readonly definition: SheetDefinition;
  readonly candidate: HeaderCandidate;
  readonly found: readonly FoundField[];
  readonly doubtful: readonly DoubtfulField[];
  readonly missing: readonly Need[];
  readonly score: number;
  readonly name: number;
  /** Entries of the map whose header is not there. */
  readonly lostColumns: readonly { readonly field: string; readonly header: string }[];
}

export interface SheetToRecognise {
  readonly name: string;
  readonly head: SheetHead;
  readonly tables: readonly TableInfo[];
  readonly dateBase: DateBase;
  readonly map: SheetMap | undefined;
}

/** What speaks for a kind before anything was read: most sheets of lines with client, day and amount are sales. */
/** By so much a column in a foreign currency is less likely meant. */
const FOREIGN_LESS = 0.12;

const PRIOR: Partial<Record<SheetKind, number>> = { transactions: 0.35, clients: 0.1 };

/**
 * Every way to read a sheet, the likeliest first: headers decide, the sheet's name and title come second. Readings that
 * lack something are among them, behind those that lack nothing.
 */
export function recogniseSheet(sheet: SheetToRecognise): readonly Reading[] {
  const fixedRow = sheet.map?.headerRow === undefined ? undefined : sheet.map.headerRow - 1;
  const candidates = findHeaders(sheet.head, sheet.tables, fixedRow).map((candidate) => ({
    candidate,
    columns: new SampledColumns(
      makeSamples(sheet.head, candidate),
      sheet.dateBase,
      monthSaidIn(candidate.title, sheet.name),
    ),
  }));
  const given = sheet.map?.kind;
  const definitions =
    given === undefined || given === 'ignore'
      ? SHEET_DEFINITIONS
      : SHEET_DEFINITIONS.filter((one) => one.kind === given);
  const readings = candidates.flatMap(({ candidate, columns }) =>
    definitions.flatMap((definition) => readAs(sheet, definition, candidate, columns) ?? []),
  );
  return readings.sort(
    (a, b) =>
      Number(a.missing.length > 0) - Number(b.missing.length > 0) ||
      b.score - a.score ||
      (a.candidate.rows[0] ?? 0) - (b.candidate.rows[0] ?? 0),
  );
}

/** The columns below one header: what each reads as, told once a parser, whatever number of kinds asks. */
class SampledColumns {
  private readonly shares = new Map<string, number | undefined>();

  constructor(
    private readonly samples: (column: number) => readonly CellValue[],
    private readonly base: DateBase,
    /** What the title and the sheet's name say of the year and month of its days. */
    readonly said: SaidMonth,
  ) {}

  shareOf(field: FieldDefinition, header: HeaderCell): number | undefined {
    const range = DAY_PART_RANGES[field.path.slice(field.path.indexOf('.') + 1)];
    const isOwn = /\.(?:clientName|orderNo|category)$/.test(field.path);
    const key = `${header.column} ${range ? field.path : isOwn ? field.path.split('.')[1]! : field.parser}`;
    if (!this.shares.has(key)) {
      const samples = this.samples(header.column);
      this.shares.set(
        key,
        range ? shareWithin(samples, range) : parseShareOf(field, samples, this.base, header.text, this.said.year),
      );
    }
    return this.shares.get(key);
  }
}

/** Undefined where nothing of the kind is found, and she has not said that the sheet is of it. */
function readAs(
  sheet: SheetToRecognise,
  definition: SheetDefinition,
  candidate: HeaderCandidate,
  columns: SampledColumns,
): Reading | undefined {
  const { given, lost, excluded } = givenFields(sheet.map, definition, candidate);
  const sides = definition.kind === 'invoices' ? ledgerSides(sheet.name, candidate, sheet.head) : undefined;
  if (sides || hasRunningBalance(candidate)) excluded.add('invoices.openAmount');
  if (sides) excluded.add('invoices.paidAmount');
  const matches: Match[] = [];
  const makers = new Set(definition.makers);
  const doubtful: DoubtfulField[] = [];
  if (sides && !excluded.has('invoices.amount'))
    for (const [path, header] of [
      ['invoices.amount', sides.debit],
      ['invoices.creditAmount', sides.credit],
    ] as const) {
      const field = allFieldsOf(definition).find((one) => one.path === path);
      if (field) matches.push({ field, header, score: SURE, share: 1 });
    }
  for (const header of candidate.headers) {
    if (header === sides?.debit || header === sides?.credit) continue;
    const best = new Map<FieldDefinition, number>();
    variantsOf(header, candidate).forEach((variant, index) => {
      for (const [field, score] of matchHeader(definition, variant)) {
        const weighed = score * (1 - index * 0.04);
        if (weighed > (best.get(field) ?? 0)) best.set(field, weighed);
      }
    });
    for (const [field, score] of best) {
      if (score < MATCHES || excluded.has(field.path)) continue;
      const share = columns.shareOf(field, header);
      const enough = score >= SAYS_SO ? HEADER_COUNTS : GUESS_COUNTS;
      if (share !== undefined && share < enough) {
        // A column called Name that numbers no orders is not doubted for that.
        if (!isNameOfOrder(field, header.text)) doubtful.push({ field, header, parseShare: share });
        continue;
      }
      matches.push({
        field,
        header,
        // What only makes another field takes what nothing else is.
        score:
          score -
          (makers.has(field) ? MAKES_LESS : 0) -
          (share === undefined ? 0.05 : 0) -
          (field.parser === 'number' && isForeignBesideHome(header, candidate) ? FOREIGN_LESS : 0) -
          (share !== undefined && share < GUESS_COUNTS ? 0.1 : 0),
        share,
      });
    }
  }
  // Most kinds have nothing in common with a sheet: no more is asked of those.
  if (matches.length === 0 && given.size === 0 && sheet.map?.kind === undefined) return undefined;
  const found = assign(matches, given, columns);
  shareColumns(definition, found, excluded);
  composeDays(definition, found, columns.said);
  const paths = new Set(found.map((one) => one.field.path));
  const columnsRead = new Set(found.map((one) => one.header.column));
  const missing = definition.needs.filter((need) => !need.anyOf.some((all) => all.every((path) => paths.has(path))));
  const headerTexts = candidate.headers.flatMap((one) => one.variants);
  const own = found.filter((one) => !one.isShared);
  const name = Math.max(nameScore(definition, sheet.name), 0.7 * nameScore(definition, candidate.title.slice(0, 200)));
  const coverage = own.reduce((sum, one) => sum + one.score, 0) / Math.max(candidate.headers.length, 4);
  const score =
    1.2 * coverage +
    0.25 * countMarks(definition, headerTexts) +
    0.6 * name +
    (PRIOR[definition.kind] ?? 0) +
    0.04 * Math.min(own.length, 10) +
    (candidate.rows.length === 2 ? 0.01 : 0) +
    (candidate.table ? 0.1 : 0) +
    (sides ? LEDGER_COUNTS : 0) -
    0.002 * (candidate.rows[0] ?? 0);
  return {
    definition,
    candidate,
    found,
    doubtful: doubtful.filter((one) => !paths.has(one.field.path) && !columnsRead.has(one.header.column)),
    missing,
    score,
    name,
    lostColumns: lost,
  };
}

/** 金额(USD) beside 金额(RMB): what is in the home currency can be added to everything else. */
function isForeignBesideHome({ text }: HeaderCell, { headers }: HeaderCandidate): boolean {
  const currency = currencyOfText(text);
  if (currency === undefined || currency === 'CNY') return false;
  const bare = bareOf(text);
  return headers.some((one) => one.text !== text && bareOf(one.text) === bare && currencyOfText(one.text) === 'CNY');
}

const bareOf = (header: string): string => header.replace(/[（(].*?[)）]|[A-Z]{3}$/g, '').trim();

/** Beside debit and credit a balance is that of the account after each line, and no line's own. */
function hasRunningBalance({ headers }: HeaderCandidate): boolean {
  const has = (words: RegExp): boolean => headers.some(({ text }) => words.test(text.trim()));
  return has(/^(?:debit|dr\b|借方)/i) && has(/^(?:credit(?!\s*(?:limit|note|term))|cr\b|贷方)/i);
}

const TILL =
  /^(?:小票号?|小票单号|优惠(?:金额)?|折扣(?:金额|额)?|抹零(?:金额)?|找零|支付方式|付款方式|收款方式|收银员|会员卡号)$/;
const OWED = /未收|欠|余额|到期|已收|账期/;

const isTill = (headers: readonly HeaderCell[]): boolean =>
  headers.some(({ text }) => TILL.test(text)) && !headers.some(({ text }) => OWED.test(text));

/** Amazon writes the money of the whole line under item-price, whatever the quantity is. */
function variantsOf({ text, variants }: HeaderCell, { headers }: HeaderCandidate): readonly string[] {
  // At a till 实收 is what was sold after discounts; on a list of receivables it is what was paid.
  if (/^实收(?:金额|款|总额)?$/.test(text) && isTill(headers)) return ['折后金额'];
  return text === 'item-price' && headers.some((one) => one.text === 'amazon-order-id') ? ['line total'] : variants;
}

interface Match {
  readonly field: FieldDefinition;
  readonly header: HeaderCell;
  readonly score: number;
  readonly share: number | undefined;
}

/** Each field one column, each column one field, the surest pairs first. */
function assign(
  matches: readonly Match[],
  given: ReadonlyMap<FieldDefinition, HeaderCell>,
  columns: SampledColumns,
): FoundField[] {
  const found: FoundField[] = [];
  const usedColumns = new Set<number>();
  const usedFields = new Set<FieldDefinition>();
  for (const [field, header] of given) {
    usedColumns.add(header.column);
    usedFields.add(field);
    const parseShare = columns.shareOf(field, header);
    found.push({ field, header, score: 1, parseShare, alternatives: [], isGiven: true, isShared: false });
  }
  const sorted = [...matches].sort((a, b) => b.score - a.score || a.header.column - b.header.column);
  for (const match of sorted) {
    if (usedFields.has(match.field) || usedColumns.has(match.header.column)) continue;
    usedFields.add(match.field);
    usedColumns.add(match.header.column);
    found.push({
      field: match.field,
      header: match.header,
      score: match.score,
      parseShare: match.share,
      alternatives: [],
      isGiven: false,
      isShared: false,
    });
  }
  return found.map((one) => ({
    ...one,
    alternatives: one.isGiven
      ? []
      : sorted
          .filter(
            (other) =>
              other.field === one.field &&
              other.header.column !== one.header.column &&
              !usedColumns.has(other.header.column) &&
              one.score - other.score <= AMBIGUOUS,
          )
          .map((other) => other.header),
  }));
}

/** Where a field has no column of its own, the column of another may stand for it (an order day is the sale's day). */
function shareColumns(definition: SheetDefinition, found: FoundField[], excluded: ReadonlySet<string>): void {
  for (const field of definition.fields) {
    if (field.orElse.length === 0 || excluded.has(field.path) || found.some((one) => one.field === field)) continue;
    for (const path of field.orElse) {
      const other = found.find((one) => one.field.path === path && !one.isShared);
      if (!other) continue;
      found.push({ ...other, field, alternatives: [], isShared: true });
      break;
    }
  }
}

const DAY_PART = /\.(yearPart|monthPart|dayPart|weekPart)$/;

/** A day made of its parts where no column holds it; parts that make none are not read. */
function composeDays(definition: SheetDefinition, found: FoundField[], said: SaidMonth): void {
  const part = (name: string): FoundField | undefined => found.find((one) => one.field.path.endsWith(`.${name}`));
  const [year, month, day, week] = [part('yearPart'), part('monthPart'), part('dayPart'), part('weekPart')];
  const field = definition.fields.find((one) => one.path === `${definition.table}.day`);
  // A year alone is its first day; a week is its Monday.
  const lead = month ?? day ?? week ?? year;
  const hasYear = year !== undefined || said.year !== undefined;
  const isDated = month !== undefined || week !== undefined || (day !== undefined && said.month !== undefined);
  const isWhole = hasYear && (isDated || (lead === year && year !== undefined));
  if (field && lead && isWhole && !found.some((one) => one.field === field)) {
    const parts: DayParts = {
      ...(year ? {} : { year: said.year! }),
      ...(month ? {} : { month: lead === year ? 1 : (said.month ?? 1) }),
    };
    found.push({ ...lead, field, alternatives: [], isShared: true, parts });
    return;
  }
  for (let index = found.length - 1; index >= 0; index--)
    if (DAY_PART.test(found[index]!.field.path)) found.splice(index, 1);
}

function shareWithin(samples: readonly CellValue[], [least, most]: readonly [number, number]): number | undefined {
  if (samples.length === 0) return undefined;
  const good = samples.filter((one) => {
    const value = parseNumber(one);
    return value !== undefined && Number.isInteger(value) && value >= least && value <= most;
  });
  return good.length / samples.length;
}

function givenFields(
  map: SheetMap | undefined,
  definition: SheetDefinition,
  candidate: HeaderCandidate,
): {
  given: ReadonlyMap<FieldDefinition, HeaderCell>;
  lost: { field: string; header: string }[];
  excluded: Set<string>;
} {
  const given = new Map<FieldDefinition, HeaderCell>();
  const lost: { field: string; header: string }[] = [];
  const excluded = new Set<string>();
  for (const [path, text] of Object.entries(map?.columns ?? {})) {
    if (text === '') {
      excluded.add(path);
      continue;
    }
    const field = allFieldsOf(definition).find((one) => one.path === (path as FieldPath));
    if (!field) {
      if (map?.kind === definition.kind) lost.push({ field: path, header: text });
      continue;
    }
    const header = findHeader(candidate.headers, text);
    if (header) given.set(field, header);
    else lost.push({ field: path, header: text });
  }
  return { given, lost, excluded };
}

/** By text as shown, then without case and blanks, then as column letters. */
function findHeader(headers: readonly HeaderCell[], text: string): HeaderCell | undefined {
  const wanted = cleanText(text);
  const exact = headers.find((one) => one.text === wanted);
  if (exact) return exact;
  const squashed = formOfHeader(wanted).squashed;
  const loose = squashed === '' ? undefined : headers.find((one) => formOfHeader(one.text).squashed === squashed);
  if (loose) return loose;
  if (!/^[A-Za-z]{1,3}$/.test(wanted)) return undefined;
  const column = columnOfLetters(wanted);
  return headers.find((one) => one.column === column) ?? { column, text: '', variants: [] };
}

/** The cells of a column below the headers, without totals, headers repeated, blanks and errors. */
export function makeSamples(head: SheetHead, candidate: HeaderCandidate): (column: number) => readonly CellValue[] {
  const end = Math.min(head.cells.length, candidate.endRow ?? head.cells.length, candidate.firstDataRow + ROWS_SAMPLED);
  const headers = new Map(candidate.headers.map((one) => [one.column, one.variants]));
  const isRepeated = (row: readonly CellValue[]): boolean =>
    row.filter((value, column) => typeof value === 'string' && headers.get(column)?.includes(cleanText(value)))
      .length >= 2;
  const isTitle = (row: readonly CellValue[]): boolean =>
    candidate.headers.length >= 3 && typeof onlyCellOf(row) === 'string';
  const rows = head.cells.slice(candidate.firstDataRow, end).filter((row) => {
    return (
      !isRepeated(row) &&
      !isTitle(row) &&
      !row.some((value) => typeof value === 'string' && (wordsOfCell(value) & (WORD_TOTAL | WORD_TOTAL_BEHIND)) !== 0)
    );
  });
  const known = new Map<number, readonly CellValue[]>();
  return (column) => {
    let cells = known.get(column);
    if (!cells) {
      cells = rows
        .map((row) => row[column] ?? null)
        .filter(
          (value) =>
            value !== null && !isCellError(value) && !(typeof value === 'string' && wordsOfCell(value) === WORD_BLANK),
        );
      known.set(column, cells);
    }
    return cells;
  };
}

const ORDER_NAME = /^#\s?[A-Z]{0,6}-?\d+$/i;

const isNameOfOrder = ({ path }: FieldDefinition, header: string): boolean =>
  path.endsWith('.orderNo') && /^name$/i.test(header);

const shareOf = (samples: readonly CellValue[], pattern: RegExp): number =>
  samples.filter((one) => typeof one === 'string' && pattern.test(one.trim())).length / samples.length;

/** Nobody is called Yes, No or #1001: 0 where the column answers a question (Paying Customer) or numbers orders. */
function shareOfNames(samples: readonly CellValue[]): number {
  return guessFlag(samples) >= GUESS_COUNTS || shareOf(samples, ORDER_NAME) >= GUESS_COUNTS ? 0 : 1;
}

/** The cell of a row that has but one. */
function onlyCellOf(row: readonly CellValue[]): CellValue | undefined {
  let only: CellValue | undefined;
  for (const value of row) {
    if (value === null || value === '') continue;
    if (only !== undefined) return undefined;
    only = value;
  }
  return only;
}

/** The style of a column of days; where its texts are months (2025年3月) and no days, they stand for their first day. */
export function dayStyleOf(samples: readonly CellValue[], base: DateBase, year: number | undefined): DayStyle {
  const days = guessDayStyle(samples, base, false, year);
  const share = guessDay(samples, days);
  if (share >= GUESS_COUNTS) return days;
  const months = guessDayStyle(samples, base, true, year);
  return guessDay(samples, months) > share ? months : days;
}

const MOSTLY_TYPES = 0.6;

/** 类别 is the kind of goods or the kind of document: its words tell which. */
const isVagueType = (header: string): boolean => /^(?:类别|种类|性质)$/.test(header.replace(/\s/g, ''));
const shareOfTypes = (samples: readonly CellValue[]): number =>
  samples.filter((value) => typeof value === 'string' && meaningOfWord(value, 'type') !== undefined).length /
  samples.length;

/** How much of a column reads as a field; undefined without samples, 1 for text. */
export function parseShareOf(
  field: FieldDefinition,
  samples: readonly CellValue[],
  base: DateBase,
  header: string,
  year?: number,
): number | undefined {
  if (samples.length === 0) return undefined;
  switch (field.parser) {
    case 'text':
      if (field.path.endsWith('.clientName')) return shareOfNames(samples);
      if (field.path.endsWith('.category') && isVagueType(header) && shareOfTypes(samples) >= MOSTLY_TYPES) return 0;
      // A shop calls the number of an order its name.
      return isNameOfOrder(field, header) ? shareOf(samples, ORDER_NAME) : 1;
    case 'words':
      return isVagueType(header) ? shareOfTypes(samples) : 1;
    case 'number':
    case 'share':
      return guessNumber(samples);
    case 'discount': {
      const style = guessDiscountStyle(header, samples);
      return samples.filter((one) => parseDiscount(one, style) !== undefined).length / samples.length;
    }
    case 'day':
    case 'moment':
      return guessDay(samples, dayStyleOf(samples, base, year));
    case 'month':
      return guessDay(samples, guessDayStyle(samples, base, true, year));
    case 'flag':
      return guessFlag(samples);
  }
}
