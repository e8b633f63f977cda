import type { Missing } from '../../../core/model/outcome';
import { joinTexts, type Text } from '../../../i18n/text';
import type { CellValue } from '../../../workbook/cell-value';
import type { LinkPlan, PlanValue } from '../../../workbook/plan';
import type { CellContent, Column } from '../columns';
import type { AnyTable } from '../define-report';
import {
  joinKey,
  normaliseKey,
  NOTHING_KEPT,
  readKept,
  TOTAL_KEY,
  type KeepSpec,
  type KeptNote,
  type UserValue,
} from '../../standing/keep';
import type { TypedCells } from '../../standing/typed-cells';
import type { ReportContext } from '../report-context';
import { CELL } from '../theme';
import { wordMissing } from '../../words/missing-words';
import { SHEET_WORDS } from '../../words/sheet-words';

/** A table as it will stand: every cell decided, no place yet. */
export interface FilledTable {
  readonly definition: AnyTable;
  readonly rows: readonly unknown[];
  readonly columns: readonly Column<unknown>[];
  readonly headers: readonly string[];
  readonly body: readonly (readonly PlanValue[])[];
  readonly totals: readonly PlanValue[] | undefined;
  /** Why — stands in the table. */
  readonly footnotes: readonly string[];
  readonly links: readonly { readonly row: number; readonly column: number; readonly target: LinkPlan['target'] }[];
  /** Notes whose row is gone. */
  readonly leftOver: readonly LeftOverNote[];
  /** Absent: the person has no columns here. */
  readonly keptBy: Text | undefined;
}

export interface LeftOverNote {
  readonly key: string;
  readonly column: string;
  readonly table: string;
  readonly value: UserValue;
}

/** The most that a cell holds in Excel. */
const LONGEST_TEXT = 32_767;

const isMissing = (content: CellContent): content is Exclude<CellContent, PlanValue> =>
  typeof content === 'object' && content !== null;

const clip = (value: PlanValue): PlanValue =>
  typeof value === 'string' && value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT - 1)}…` : value;

/** The sheet as it stands now, and what on it the person typed; that is not told where nothing is known of the writing. */
export interface StandingCells {
  readonly cells: readonly (readonly CellValue[])[];
  readonly typed: TypedCells | undefined;
}

/** Cells, totals, footnotes and kept notes of a table. `standing` is the sheet as it stands now, where there is one. */
export function fillTable(
  definition: AnyTable,
  context: ReportContext,
  heading: Text,
  stops: readonly Text[],
  standing: StandingCells | undefined,
): FilledTable {
  const rows = definition.rows(context);
  const all = typeof definition.columns === 'function' ? definition.columns(context) : definition.columns;
  const hasUserColumns = all.some(({ user }) => user);
  // A table without columns of hers keeps those that she adds, where its rows have keys and columns can be added.
  const mayGrow =
    standing?.typed !== undefined &&
    !definition.isChartData &&
    !definition.isHers &&
    all.some(({ key }) => key) &&
    all.every(({ span }) => (span ?? 1) === 1);
  // Keys are what notes are matched by: without a sheet to read there is nothing to match.
  const keys = (hasUserColumns || mayGrow) && standing ? keysOf(definition, all, rows, context) : undefined;
  const spec = keys && keepSpec(definition, all, keys, heading, stops);
  const kept = spec && standing ? readKept(standing.cells, spec, standing.typed) : NOTHING_KEPT;

  const footnotes: string[] = [];
  const shown: { column: Column<unknown>; cells: PlanValue[] }[] = [];
  for (const column of all) {
    if (column.when && !column.when(context)) continue;
    const { cells, reasons, isEmpty } = fillColumn(column, rows, context);
    for (const [why, count] of reasons) footnotes.push(footnoteOf(column, why, count, rows.length, context));
    if (column.hideWhenEmpty && isEmpty) continue;
    shown.push({ column, cells });
    context.tidy?.();
  }
  for (const header of kept.ownColumns) shown.push({ column: ownColumn(header), cells: rows.map(() => null) });

  const columns = shown.map(({ column }) => column);
  const userCells = new Map(
    shown.filter(({ column }) => column.user).map(({ column, cells }) => [idOf(column), cells]),
  );
  const totalNotes = new Map<string, UserValue>();
  const hasTotals = rows.length > 0 && columns.some(({ total }) => total);
  const leftOver = keys ? attachNotes(kept.notes, keys, userCells, hasTotals ? totalNotes : undefined) : [];

  return {
    definition,
    rows,
    columns,
    headers: uniqueHeaders(columns, context),
    body: rows.map((_, row) => shown.map(({ cells }) => clip(cells[row]!))),
    totals: hasTotals ? totalsOf(shown, totalNotes, context) : undefined,
    footnotes,
    links: linksOf(columns, rows, context),
    leftOver: leftOver.map((note) => wordLeftOver(note, columns, heading, context)),
    keptBy: hasUserColumns || kept.ownColumns.length > 0 ? wordKeys(definition, all) : undefined,
  };
}

/** What notes are kept by, in words: the code alone, or all key columns together. */
function wordKeys({ keyedBy }: AnyTable, columns: readonly Column<unknown>[]): Text {
  const headers = columns.filter(({ key }) => key).map(({ header }) => header);
  return joinTexts(keyedBy === 'first' ? headers.slice(0, 1) : headers, { zh: '+', en: ' + ' });
}

export const idOf = (column: Column<unknown>): string => column.id ?? column.header.en;

const OWN = 'own:';

/** A column that she added. */
export const isOwnColumn = (column: Column<unknown>): boolean => idOf(column).startsWith(OWN);

function ownColumn(header: string): Column<unknown> {
  return {
    id: OWN + header,
    header: { zh: header, en: header },
    style: CELL.userOther,
    scale: 1,
    user: { kind: 'other' },
    minWidth: 12,
    maxWidth: 40,
    cell: () => null,
  };
}

function fillColumn(
  column: Column<unknown>,
  rows: readonly unknown[],
  context: ReportContext,
): { cells: PlanValue[]; reasons: Map<string, number>; isEmpty: boolean } {
  // Counted by kind first and put into words once a kind: a long list may miss a figure in every row.
  const kinds = new Map<string, { readonly why: Missing; count: number }>();
  let isEmpty = true;
  const cells = rows.map((row): PlanValue => {
    const content = column.cell(row, context);
    if (!isMissing(content)) {
      if (content !== null) isEmpty = false;
      return content;
    }
    if (column.silent) return null;
    const kind = kindOf(content.why);
    const counted = kinds.get(kind);
    if (counted) counted.count++;
    else kinds.set(kind, { why: content.why, count: 1 });
    return column.blankWhenMissing ? null : SHEET_WORDS.dash;
  });
  const reasons = new Map<string, number>();
  for (const { why, count } of kinds.values()) {
    const words = wordMissing(why)[context.lang];
    reasons.set(words, (reasons.get(words) ?? 0) + count);
  }
  return { cells, reasons, isEmpty };
}

function kindOf(why: Missing): string {
  switch (why.reason) {
    case 'no-column':
      return `column ${why.column}`;
    case 'no-sheet':
      return `sheet ${why.sheet}`;
    case 'too-few':
      return `few ${why.have} ${why.need}`;
    default:
      return why.reason;
  }
}

function footnoteOf(
  column: Column<unknown>,
  why: string,
  count: number,
  rows: number,
  { lang }: ReportContext,
): string {
  const header = column.header[lang];
  if (lang === 'zh') return `${SHEET_WORDS.dash} ${header}：${why}${count < rows ? `（${count} 行）` : ''}`;
  return `${SHEET_WORDS.dash} ${header}: ${why}${count < rows ? ` (${count} ${count === 1 ? 'row' : 'rows'})` : ''}`;
}

/** Headers of a native table must differ: a column of hers may not take the name of one of ours. */
function uniqueHeaders(columns: readonly Column<unknown>[], { lang }: ReportContext): string[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    const wanted = column.header[lang];
    let header = wanted;
    for (let number = 2; taken.has(header.toLowerCase()); number++) header = `${wanted} ${number}`;
    taken.add(header.toLowerCase());
    return header;
  });
}

function totalsOf(
  shown: readonly { column: Column<unknown>; cells: readonly PlanValue[] }[],
  notes: ReadonlyMap<string, UserValue>,
  context: ReportContext,
): PlanValue[] {
  const first = shown.findIndex(({ column }) => !column.total);
  return shown.map(({ column, cells }, index): PlanValue => {
    if (column.total === 'sum') return sumOfCells(cells, column.scale);
    if (column.total) {
      const content = column.total(context);
      return isMissing(content) ? SHEET_WORDS.dash : content;
    }
    if (index === first) return SHEET_WORDS.total[context.lang];
    return column.user ? (notes.get(idOf(column)) ?? null) : null;
  });
}

/** Adds cells as integers of their unit: the sum of the printed figures to the last digit. */
function sumOfCells(cells: readonly PlanValue[], scale: number): PlanValue {
  let sum = 0;
  let known = 0;
  for (const cell of cells) {
    if (typeof cell !== 'number') continue;
    sum += Math.round(cell * scale);
    known++;
  }
  return known === 0 ? SHEET_WORDS.dash : sum / scale;
}

function linksOf(
  columns: readonly Column<unknown>[],
  rows: readonly unknown[],
  context: ReportContext,
): FilledTable['links'] {
  const links: { row: number; column: number; target: LinkPlan['target'] }[] = [];
  columns.forEach((column, index) => {
    if (!column.link) return;
    rows.forEach((row, at) => {
      const target = column.link!(row, context);
      if (target) links.push({ row: at, column: index, target });
    });
  });
  return links;
}

/** For every row the keys by which a note may name it, best first; in both languages, where they differ. */
function keysOf(
  definition: AnyTable,
  columns: readonly Column<unknown>[],
  rows: readonly unknown[],
  context: ReportContext,
): readonly (readonly string[])[] {
  const keyColumns = columns.filter(({ key }) => key);
  const inZh: ReportContext = { ...context, lang: 'zh' };
  const inEn: ReportContext = { ...context, lang: 'en' };
  const keyIn = (row: unknown, language: ReportContext): string[] =>
    keyColumns.map((column) => {
      const content = column.cell(row, language);
      return isMissing(content) ? '' : normaliseKey(content);
    });
  return rows.map((row) => {
    const zh = keyIn(row, inZh);
    const en = keyIn(row, inEn);
    if (definition.keyedBy === 'first') return [...new Set([...zh, ...en])].filter((key) => key !== '');
    return [...new Set([joinKey(zh, 'all'), joinKey(en, 'all')])];
  });
}

function keepSpec(
  definition: AnyTable,
  columns: readonly Column<unknown>[],
  keys: readonly (readonly string[])[],
  heading: Text,
  stops: readonly Text[],
): KeepSpec {
  return {
    heading,
    stops,
    keyedBy: definition.keyedBy ?? 'all',
    keyHeaders: columns.filter(({ key }) => key).map(({ header }) => header),
    userColumns: columns.filter(({ user }) => user).map((column) => ({ id: idOf(column), header: column.header })),
    ourHeaders: columns.filter(({ key, user }) => !key && !user).map(({ header }) => header),
    currentKeys: new Set(keys.flat()),
  };
}

/**
 * Puts notes back beside their rows and returns those whose row is gone. Two texts for one cell are joined; of two
 * other values the second goes to the foot.
 */
function attachNotes(
  notes: readonly KeptNote[],
  keys: readonly (readonly string[])[],
  userCells: ReadonlyMap<string, PlanValue[]>,
  totalNotes: Map<string, UserValue> | undefined,
): readonly KeptNote[] {
  const rowOfKey = new Map<string, number>();
  const depth = keys.reduce((most, { length }) => Math.max(most, length), 0);
  for (let rank = 0; rank < depth; rank++)
    keys.forEach((candidates, row) => {
      const key = candidates[rank];
      if (key !== undefined && key !== '' && !rowOfKey.has(key)) rowOfKey.set(key, row);
    });

  return notes.filter((note) => {
    const id = note.isOwnColumn ? OWN + note.column : note.column;
    const cells = userCells.get(id);
    if (note.key === TOTAL_KEY) {
      if (!cells || !totalNotes || totalNotes.has(id)) return true;
      totalNotes.set(id, note.value);
      return false;
    }
    const row = rowOfKey.get(note.key);
    if (!cells || row === undefined) return true;
    const standing = cells[row];
    if (standing === null || standing === undefined || standing === note.value) {
      cells[row] = note.value;
      return false;
    }
    if (typeof standing !== 'string' || typeof note.value !== 'string') return true;
    if (!standing.split('; ').includes(note.value)) cells[row] = `${standing}; ${note.value}`;
    return false;
  });
}

function wordLeftOver(
  note: KeptNote,
  columns: readonly Column<unknown>[],
  heading: Text,
  { lang }: ReportContext,
): LeftOverNote {
  const column = note.isOwnColumn ? undefined : columns.find((one) => idOf(one) === note.column);
  return {
    key: note.key === TOTAL_KEY ? SHEET_WORDS.total[lang] : note.key,
    column: column?.header[lang] ?? note.column,
    table: heading[lang],
    value: note.value,
  };
}
