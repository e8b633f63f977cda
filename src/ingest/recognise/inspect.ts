import { joinTexts, fill, type Text } from '../../i18n/text';
import { columnLetters } from '../../workbook/address';
import type { CellValue } from '../../workbook/cell-value';
import { checkCancelled, type JobControl } from '../../workbook/job-control';
import type { DateBase } from '../../workbook/serial-day';
import type { SheetHead, SheetInfo, TableInfo, WorkbookHost } from '../../workbook/workbook-host';
import { amountQuestions, columnQuestions, tellKeptDoubts, wordQuestions } from './ask-questions';
import { withSurerAmount } from './amount-column';
import { readOutsideClients } from './outside/client-outside';
import { dayAboveLines, lacksOnlyItsDay, readOutsideDays } from './outside/day-outside';
import { sheetMapOf, type ColumnMap, type SheetMap } from './column-map';
import { findBlocks, headOfBlock, type Block } from './find-blocks';
import type { FieldPath, SheetKind } from '../fields/define-fields';
import { countMarks, SAYS_SO } from './header-match';
import { isSheetKind } from '../fields';
import { withoutForm } from './form-marks';
import { findHeaders, withoutHeaders } from './sheet-headers';
import { whatIsMissing } from './what-is-missing';
import { whereLinesAre } from './where-lines-are';
import type { Inspection, MappedColumn, SheetInspection } from './inspection';
import { IssueLog } from '../issues';
import { showCell } from '../parse/show-cell';
import { makeProposal } from './profile/make-proposal';
import type { Proposal } from './profile/proposal';
import { planOf, readFields } from '../read/plan-reading';
import { buyerQuestions, readWithoutClients } from './offer-buyers';
import { buyerColumnOf } from './stand-in-client';
import { takePrices } from './prices/price-lines';
import type { CrossTable } from './cross/cross-table';
import { crossPartsOf, readCrossTables } from './cross/read-cross-tables';
import { makeSamples, recogniseSheet, type FoundField, type Reading } from './recognise-sheet';
import { resolveSheets, type SheetCandidate } from './resolve-sheets';

export type { Inspection, MappedColumn, Question, SheetInspection } from './inspection';

/** Enough to recognise a sheet, whatever its used range says. */
const HEAD_ROWS = 200;
const HEAD_COLUMNS = 512;
/** A sheet that is not large is looked at whole: a second table may begin far below the first. */
const DEEP_HEAD_ROWS = 2000;
const DEEP_HEAD_CELLS = 40_000;
/** Further down a sheet is not looked at, even where reading came upon headers there. */
const DEEPEST_CELLS = 3_000_000;
/** Rows below headers that are looked at to know what their columns hold. */
const ROWS_BELOW = 200;
const SAMPLES_SHOWN = 3;
/** Kinds that are sales or deliveries, and say so where they lack something. */
const SALES_KINDS: readonly SheetKind[] = ['transactions', 'orders', 'deliveries'];

/** Kinds that say nothing alone: they complete others. */
const COMPLETING_KINDS: readonly SheetKind[] = [
  'orderLines',
  'market',
  'promotions',
  'reps',
  'holidays',
  'targets',
  'products',
];

/** Kinds whose columns say enough; a client and an amount may be anything. */
const NEED_NO_WORD: readonly SheetKind[] = ['transactions', 'orders', 'orderLines', 'deliveries'];

/**
 * Recognises every sheet of a workbook from its head: which kind it is, which column is what, what is missing, and what
 * only the person can tell. Reads at most 200 rows × 512 columns a sheet.
 *
 * @param downTo Rows of sheets, as Excel numbers them, where reading came upon other headers: the look goes below them.
 *
 * Hidden sheets are not looked at unless the map names them; sheets of ours are not input, but the holiday sheet.
 */
export async function inspectWorkbook(
  host: Pick<WorkbookHost, 'describe' | 'readHead'>,
  overrides: ColumnMap | undefined,
  control: JobControl = {},
  downTo: ReadonlyMap<string, number> = new Map(),
): Promise<Inspection> {
  const { dateBase, sheets, linesElsewhere } = await host.describe(control);
  const issues = new IssueLog();
  for (const map of overrides?.sheets ?? []) {
    if (!sheets.some((one) => sheetMapOf({ sheets: [map] }, one.name)))
      issues.add('sheet-missing', { sheet: '' }, { name: map.sheet });
  }
  const candidates: SheetCandidate[] = [];
  const rest = new Map<SheetInfo, Text>();
  for (const [index, info] of sheets.entries()) {
    checkCancelled(control);
    const why = whyNotRead(info, overrides, issues);
    if (why) rest.set(info, why);
    else candidates.push(...(await lookAt(host, info, overrides, dateBase, control, downTo.get(info.name))));
    control.report?.({ step: 'inspect', sheet: info.name, done: index + 1, total: sheets.length });
    await control.pause?.();
  }
  readOutsideClients(candidates, issues);
  readWithoutClients(candidates);
  const crosses = readCrossTables(candidates, dateBase);
  readOutsideDays(candidates, dateBase, issues);
  takePrices(candidates);
  resolveSheets(candidates, issues);
  for (const info of new Set(candidates.filter(({ chosen }) => chosen).map((one) => one.info)))
    tellFormulas(info, issues);
  const inspections = sheets.flatMap((info) => {
    const own = candidates.filter((one) => one.info === info);
    if (own.length === 0) return [notRead(info, rest.get(info) ?? { zh: '', en: '' })];
    return own.map((one) => inspectCandidate(one, dateBase, issues, crosses.get(one)));
  });
  const canAnalyse = inspections.some(isEnough);
  return {
    dateBase,
    sheets: inspections,
    issues: issues.listed(sheets.map((one) => one.name)),
    questions: inspections.flatMap((one) => one.questions),
    canAnalyse,
    missing: canAnalyse ? [] : [...whatIsMissing(inspections), ...whereLinesAre(linesElsewhere)],
  };
}

/** Fields of a client that anybody may have: a name and a note make no list of clients. */
const SAYS_LITTLE = /\.(client(Code|Name)|shortName|notes|businessType|contactTitle|sizeClass|website|postcode|fax)$/;
const CLIENT_WORD = /客户|客戶|客商|往来|顾客|会员|经销|customer|client|buyer|dealer|kunde|得意先|顧客/i;

/** Whether a sheet alone gives a report: lines of something, or a list of clients that tells more of them than a name. */
function isEnough({ kind, plan }: SheetInspection): boolean {
  if (kind === undefined || !plan || COMPLETING_KINDS.includes(kind)) return false;
  if (kind !== 'clients') return true;
  const has = (name: string): boolean =>
    plan.fields.some(({ field, header }) => field.path === `clients.${name}` && CLIENT_WORD.test(header));
  return plan.fields.some(({ field }) => !SAYS_LITTLE.test(field.path)) || (has('clientCode') && has('clientName'));
}

/** Who and when, and nothing of what: a delivery that could as well be a line of sales whose amount has a header that tells nothing. */
function saysHardlyAnything({ definition, found }: Reading): boolean {
  const own = found.filter(({ isShared }) => !isShared);
  return (
    definition.kind === 'deliveries' &&
    own.filter(({ field }) => ['day', 'month', 'moment'].includes(field.parser)).length < 2 &&
    own.every(({ field }) => /\.(client(Code|Name)|\w+No|product)$/.test(field.path) || field.parser === 'day')
  );
}

function whyNotRead(info: SheetInfo, overrides: ColumnMap | undefined, issues: IssueLog): Text | undefined {
  const map = sheetMapOf(overrides, info.name);
  if (map?.kind === 'ignore') return { zh: '按您的设置不读取', en: 'Left out as you chose' };
  if (info.report) return { zh: '本加载项写出的报告', en: 'A report written by this add-in' };
  if (info.rows === 0 || info.columns === 0) return { zh: '空表', en: 'Empty' };
  if (info.visibility !== 'visible' && !map) {
    issues.add('sheet-hidden', { sheet: info.name }, { name: info.name });
    return { zh: '隐藏的工作表，没有读取', en: 'Hidden: not read' };
  }
  return undefined;
}

/** Formulas of which the file holds no result: a sheet that is read says so. */
function tellFormulas({ name, withoutResults, linkedBooks }: SheetInfo, issues: IssueLog): void {
  if (linkedBooks)
    issues.add('values-linked', { sheet: name }, { books: linkedBooks.length > 0 ? linkedBooks.join('、') : '?' });
  const { computed = 0, left = 0 } = withoutResults ?? {};
  if (computed > 0) issues.add('formulas-computed', { sheet: name }, { count: computed });
  if (left > 0) issues.add('formulas-without-result', { sheet: name }, { count: left });
}

async function lookAt(
  host: Pick<WorkbookHost, 'readHead'>,
  info: SheetInfo,
  overrides: ColumnMap | undefined,
  dateBase: DateBase,
  control: JobControl,
  downTo = 0,
): Promise<readonly SheetCandidate[]> {
  const columns = Math.min(info.columns, HEAD_COLUMNS);
  const rows = Math.min(
    info.rows,
    Math.max(
      HEAD_ROWS,
      Math.min(DEEP_HEAD_ROWS, Math.floor(DEEP_HEAD_CELLS / columns)),
      Math.min(downTo > 0 ? downTo + ROWS_BELOW : 0, Math.floor(DEEPEST_CELLS / columns)),
    ),
  );
  const head = withoutForm(await host.readHead(info.id, rows, columns, control));
  const own = sheetMapOf(overrides, info.name);
  // A map may come from a file that a person wrote: a kind that does not exist is recognised anew.
  const map = own && isSheetKind(own.kind) ? own : undefined;
  const whole = recogniseHead(info, head, info.tables, map, dateBase);
  const table = whole.chosen ?? (map ? undefined : lacksOnlyItsDay(whole));
  // Without headers there is one table: nothing would tell where another begins.
  if (!table || whole.readings.length === 0 || table.candidate.rows.length === 0) return [whole];
  const blocks = findBlocks(head, info.tables, table.candidate);
  if (blocks.length < 2) return [whole];
  const parts = blocks.map((block, index) => {
    const tables = info.tables.filter(({ range }) => range.row === block.fromRow && range.column === block.fromColumn);
    return recogniseHead(info, headOfBlock(head, block), tables, index === 0 ? map : undefined, dateBase, block);
  });
  // What is no table of its own makes the sheet no two tables: then it is read as one.
  if (whole.chosen) return parts.filter((one) => one.chosen).length < 2 ? [whole] : parts;
  // Tables side by side, each below the day or month of its lines.
  const areBeside = new Set(blocks.map(({ fromColumn }) => fromColumn)).size === blocks.length;
  const days = new Set(parts.map((one) => dayAboveLines(one, dateBase)));
  return areBeside && !days.has(undefined) && days.size === parts.length ? parts : [whole];
}

/** The likeliest reading of a sheet, or of a block of it. */
function recogniseHead(
  info: SheetInfo,
  head: SheetHead,
  tables: readonly TableInfo[],
  map: SheetMap | undefined,
  dateBase: DateBase,
  block?: Block,
): SheetCandidate {
  const readings = recogniseSheet({ name: info.name, head, tables, dateBase, map })
    .filter((one) => !info.report || one.definition.kind === info.report.id)
    .map((one) => (block ? withinBlock(one, block) : one));
  const shown = {
    ...{ info, head, map, readings, why: undefined, ...(block && { block }) },
    ...(map && {
      unguided: (kind?: SheetKind) =>
        recogniseHead(info, head, tables, kind && { sheet: info.name, kind, columns: {} }, dateBase, block),
    }),
  };
  const chosen = map ? readings[0] : readings.find((one) => one.missing.length === 0 && isConvincing(one, readings));
  if (chosen?.missing.length !== 0) return { ...shown, chosen: undefined };
  const { reading, leftOut } = withSurerAmount(chosen, head);
  return { ...shown, chosen: reading, ...(leftOut && { otherAmount: leftOut }) };
}

/** A block ends where the next one begins. */
function withinBlock(reading: Reading, { toRow }: Block): Reading {
  const { candidate } = reading;
  if (toRow === undefined || (candidate.endRow !== undefined && candidate.endRow <= toRow)) return reading;
  return { ...reading, candidate: { ...candidate, endRow: toRow } };
}

/** Whether a sheet is what its few headers may be: kinds that need little are taken only where something speaks for them. */
function isConvincing(reading: Reading, all: readonly Reading[]): boolean {
  const headers = reading.candidate.headers.map((one) => one.text);
  const { kind } = reading.definition;
  if (NEED_NO_WORD.includes(kind) || reading.found.some(({ field }) => field.path === 'invoices.creditAmount'))
    return true;
  // What was sold on a day is no price list.
  if (kind === 'products' && all.some(({ found }) => found.some(({ field }) => field.path === 'transactions.day')))
    return false;
  if (kind !== 'clients') return reading.name > 0.2 || countMarks(reading.definition, headers) > 0;
  // A column called "Name" makes no client list.
  const speaks = /客户|客商|往来|购货|单位|顾客|会员|经销|customer|client|account|buyer|company|dealer/i;
  const isOfClients =
    reading.name > 0.2 ||
    reading.found.some((one) => one.field.path.startsWith('clients.client') && speaks.test(one.header.text));
  // Customer and Sales without a date is a sales sheet that lacks something, and says so.
  const isSales = all.some(
    (one) =>
      one.definition.kind === 'transactions' &&
      one.missing.length === 1 &&
      reading.found.length <= 2 &&
      one.found.some((found) => found.field.path === 'transactions.amount' && found.score >= SAYS_SO),
  );
  return isOfClients && !isSales;
}

function notRead(info: SheetInfo, why: Text): SheetInspection {
  return {
    info,
    why,
    confidence: 0,
    headerRows: [],
    firstDataRow: 0,
    columns: [],
    missing: [],
    unmapped: [],
    questions: [],
  };
}

function inspectCandidate(
  candidate: SheetCandidate,
  base: DateBase,
  issues: IssueLog,
  cross: CrossTable | undefined,
): SheetInspection {
  const { info, chosen } = candidate;
  // What the person said of a sheet is gone on with, however little was recognised in it.
  const reading = chosen ?? nearMiss(candidate.readings) ?? (candidate.map && candidate.readings[0]);
  if (!reading) {
    const why = candidate.why ?? {
      zh: '没有认出客户、日期、金额等列',
      en: 'No customer, date or amount column was recognised',
    };
    return {
      ...notRead(info, why),
      ...unknownColumns(candidate),
      ...withProposal(proposalOf(candidate, undefined, base)),
    };
  }
  const samples = makeSamples(candidate.head, reading.candidate);
  const columns = columnsOf(reading, samples);
  const missing = reading.missing.map((need) => need.label);
  const shown = {
    info,
    headerRows: reading.candidate.rows.map((row) => row + 1),
    firstDataRow: reading.candidate.firstDataRow + 1,
    columns,
    missing,
    unmapped: columns
      .filter((one) => one.field === undefined && !isCrossed(cross, one.column))
      .map((one) => one.header),
  };
  if (!chosen) {
    const why =
      candidate.why ??
      fill(
        { zh: '像是“{kind}”，但缺少：{missing}', en: 'Looks like “{kind}”, but lacks: {missing}' },
        { kind: reading.definition.title, missing: joinTexts(missing, { zh: '、', en: ', ' }) },
      );
    const isSalesLike = SALES_KINDS.includes(reading.definition.kind);
    const likely = candidate.why ? undefined : reading.definition.kind;
    const proposal = proposalOf(candidate, reading, base);
    return {
      ...shown,
      why,
      confidence: 0,
      questions: [],
      isSalesLike,
      ...(likely && { likely }),
      ...withProposal(proposal),
    };
  }
  const questions = [
    ...columnQuestions(info.name, reading, issues),
    ...amountQuestions(candidate, issues),
    ...buyerQuestions(candidate, reading),
    ...wordQuestions(candidate, reading, samples),
  ];
  tellKeptDoubts(candidate, reading, issues);
  const buyers = cross?.buyers ?? buyerColumnOf(info.name, reading.found, reading);
  const fields = readFields(candidate, reading, samples, base, issues, questions);
  const lines = planOf(candidate, reading, fields, questions);
  const plan = cross ? { ...lines, cross: crossPartsOf(candidate, cross, issues) } : lines;
  const needed = reading.found.filter((one) =>
    reading.definition.needs.some((need) => need.anyOf.some((all) => all.includes(one.field.path))),
  );
  const confidence =
    needed.length === 0 ? 0 : needed.reduce((sum, one) => sum + one.score * (one.parseShare ?? 1), 0) / needed.length;
  const inspection: SheetInspection = {
    ...shown,
    kind: reading.definition.kind,
    confidence: Math.min(1, confidence),
    questions,
    plan,
    ...(buyers && { buyers }),
  };
  if (isEnough(inspection) && !saysHardlyAnything(reading)) return inspection;
  return { ...inspection, ...withProposal(proposalOf(candidate, undefined, base)) };
}

/** What a sheet that is not read may be, by what stands in its columns; nothing where it is known and left out. */
function proposalOf(
  { info, head, why, map, readings }: SheetCandidate,
  near: Reading | undefined,
  base: DateBase,
): Proposal | undefined {
  // Who has begun to say what the sheet is, is not answered back.
  if (why || map || info.report) return undefined;
  // What headers say of some columns stands, though it comes to nothing alone.
  near ??= readings.find(({ definition, missing }) => definition.kind === 'transactions' && missing.length > 0);
  const headers = near?.candidate ?? findHeaders(head, info.tables)[0] ?? withoutHeaders(head);
  return makeProposal({ sheet: info.name, head, base, headers, near });
}

const withProposal = (proposal: Proposal | undefined): { readonly proposal?: Proposal } =>
  proposal ? { proposal } : {};

/** The columns of a sheet in which nothing was recognised: what the person maps by hand. */
function unknownColumns({
  info,
  head,
}: SheetCandidate): Pick<SheetInspection, 'columns' | 'headerRows' | 'firstDataRow'> {
  const [candidate] = findHeaders(head, info.tables);
  if (!candidate) return { columns: [], headerRows: [], firstDataRow: 0 };
  const samples = makeSamples(head, candidate);
  return {
    headerRows: candidate.rows.map((row) => row + 1),
    firstDataRow: candidate.firstDataRow + 1,
    columns: candidate.headers.map(({ column, text }) => ({
      column,
      letter: columnLetters(column),
      header: text,
      also: [],
      confidence: 0,
      samples: samples(column).slice(0, SAMPLES_SHOWN).map(showCell),
      alternatives: [],
    })),
  };
}

const isCrossed = (cross: CrossTable | undefined, column: number): boolean =>
  cross !== undefined &&
  [...cross.columns.map(({ header }) => header), ...cross.totals].some((header) => header.column === column);

/** What the sheet looks most like, where it lacks something: sales before anything else. */
function nearMiss(readings: readonly Reading[]): Reading | undefined {
  const lacking = readings
    .filter(
      (one) => one.missing.length > 0 && one.missing.length < one.definition.needs.length && one.found.length >= 2,
    )
    .sort((a, b) => a.missing.length - b.missing.length || b.score - a.score);
  const sales = lacking.find(
    (one) =>
      one.definition.kind === 'transactions' &&
      one.found.some(({ field }) =>
        ['transactions.amount', 'transactions.quantity', 'transactions.unitPrice'].includes(field.path),
      ),
  );
  return sales ?? lacking.find((one) => one.name > 0.3);
}

function columnsOf(reading: Reading, samples: (column: number) => readonly CellValue[]): readonly MappedColumn[] {
  const byColumn = new Map<number, FoundField[]>();
  for (const one of reading.found) byColumn.set(one.header.column, [...(byColumn.get(one.header.column) ?? []), one]);
  const headers = [...reading.candidate.headers];
  for (const one of reading.found)
    if (!headers.some((header) => header.column === one.header.column)) headers.push(one.header);
  return headers
    .sort((a, b) => a.column - b.column)
    .map((header) => {
      const found = byColumn.get(header.column) ?? [];
      const main = found.find((one) => !one.isShared) ?? found[0];
      return {
        column: header.column,
        letter: columnLetters(header.column),
        header: header.text,
        ...(main ? { field: main.field.path, label: main.field.label } : {}),
        also: found.filter((one) => one !== main).map((one): FieldPath => one.field.path),
        confidence: main ? Math.max(0, main.score) : 0,
        samples: samples(header.column).slice(0, SAMPLES_SHOWN).map(showCell),
        ...(main?.parseShare === undefined ? {} : { parseShare: main.parseShare }),
        alternatives: main ? main.alternatives.map((one) => one.text) : [],
      };
    });
}
