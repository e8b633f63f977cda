import { type Day, isoMonthOf } from '../../core/model/day';
import type { Money, Quantity } from '../../core/model/money';
import type { Missing, Outcome } from '../../core/model/outcome';
import type { Text } from '../../i18n/text';
import type { LinkPlan, PlanValue } from '../../workbook/plan';
import { serialOfDay } from '../../workbook/serial-day';
import type { CellStyle } from '../../workbook/style';
import type { ReportContext } from './report-context';
import { CELL, type Tone } from './theme';

/** What a column gives for a row: a value of the cell, or why there is none. */
export type CellContent = PlanValue | { readonly why: Missing };

/** A word that is coloured wherever it stands in the column. */
export interface ToneRule {
  readonly text: Text;
  readonly tone: Tone;
}

export interface ColumnOptions<Row> {
  /** How charts name the column; the English header where absent. */
  readonly id?: string;
  /** Part of what tells rows apart: frozen, and what the person's notes are kept by. */
  readonly key?: boolean;
  /** Stands before the key and names the row: frozen and repeated in print like a key. */
  readonly isLead?: boolean;
  /** For the program and for filters: the last columns of a sheet may be left off paper. */
  readonly isUnprinted?: boolean;
  /** Seldom looked at: the last columns of a sheet stand behind a closed outline, and stay off paper. */
  readonly isFolded?: boolean;
  /** `sum` adds up the column as integers of its unit; a function takes the total from the analysis. */
  readonly total?: 'sum' | ((context: ReportContext) => CellContent);
  /** For the program alone: there, read again by the next refresh, and not to be seen. */
  readonly isHidden?: boolean;
  readonly minWidth?: number;
  readonly maxWidth?: number;
  /** Left away where no row has a value; the reason still stands under the table. */
  readonly hideWhenEmpty?: boolean;
  /** Left away where this is false: columns that hang on a setting or on data that may not be there. */
  readonly when?: (context: ReportContext) => boolean;
  readonly bar?: boolean;
  /** Lines that its header may take: 2 where absent. */
  readonly headerLines?: 3;
  /** Coloured by size, together with the other columns of the table that are. */
  readonly isHeat?: boolean;
  readonly tones?: readonly ToneRule[];
  readonly link?: (row: Row, context: ReportContext) => LinkPlan['target'] | undefined;
  /** Empty instead of —: for columns that a chart draws, which would take — for zero. */
  readonly blankWhenMissing?: boolean;
  /** Empty, and no footnote either: where there is nothing to know (no next tier above the first). */
  readonly silent?: boolean;
  /** Grid columns that a cell takes up; more than one only on boards. */
  readonly span?: number;
  /** A style of its own for some rows (units that differ row by row); only for short tables. */
  readonly styleOf?: (row: Row) => CellStyle | undefined;
  /** Changes to the maker's style. */
  readonly style?: CellStyle;
}

/** A column that belongs to the person: the engine fills it from what she wrote. */
export interface UserColumn {
  readonly kind: 'text' | 'day' | 'choice' | 'other';
  readonly options?: readonly Text[];
  /** The list is an offer: she may type other words. */
  readonly allowsOther?: boolean;
}

export interface Column<Row> extends ColumnOptions<Row> {
  readonly header: Text;
  readonly style: CellStyle;
  readonly cell: (row: Row, context: ReportContext) => CellContent;
  /** Integers a unit of the cell: 100 fen, 1,000 thousandths; what makes sums exact. */
  readonly scale: number;
  readonly user?: UserColumn;
}

type Get<Row, T> = (row: Row, context: ReportContext) => T | Outcome<T>;

function isOutcome(value: unknown): value is Outcome<unknown> {
  return typeof value === 'object' && value !== null && 'known' in value;
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'zh' in value;
}

/** The general maker: a style, a unit, and how a known value becomes a cell. */
function makeColumn<Row, T>(
  header: Text,
  get: Get<Row, T>,
  options: ColumnOptions<Row>,
  base: { readonly style: CellStyle; readonly scale?: number; readonly minWidth?: number; readonly maxWidth?: number },
  toCell: (value: T, context: ReportContext) => PlanValue,
): Column<Row> {
  return {
    minWidth: base.minWidth ?? 8,
    maxWidth: base.maxWidth ?? 20,
    ...options,
    header,
    // A program that centres words in a closed column lets them run out of it over its neighbours.
    style: { ...base.style, ...options.style, ...(options.isFolded && { align: 'left' as const }) },
    scale: base.scale ?? 1,
    cell: (row, context) => {
      const got = get(row, context);
      if (!isOutcome(got)) return toCell(got, context);
      return got.known ? toCell(got.value as T, context) : { why: got.why };
    },
  };
}

const inLang = (value: string | Text, context: ReportContext): string => (isText(value) ? value[context.lang] : value);

/** Words: a string of the sheet, or a `Text`. An empty string leaves the cell empty. */
export function text<Row>(header: Text, get: Get<Row, string | Text>, options: ColumnOptions<Row> = {}): Column<Row> {
  return makeColumn(header, get, options, { style: CELL.text, maxWidth: 36 }, (value, context) => {
    const words = inLang(value, context);
    return words === '' ? null : words;
  });
}

/** Whatever a cell may hold, as it is: for columns whose kind hangs on the row. */
export function anyValue<Row>(
  header: Text,
  get: (row: Row, context: ReportContext) => PlanValue,
  options: ColumnOptions<Row> = {},
): Column<Row> {
  return makeColumn(header, get, options, { style: CELL.text, maxWidth: 30 }, (value) => value);
}

/** Words over several lines; a list of thousands of rows keeps one line each. */
export function wrapped<Row>(
  header: Text,
  get: Get<Row, string | Text>,
  options: ColumnOptions<Row> = {},
): Column<Row> {
  return text(header, get, { maxWidth: 48, ...options, style: { ...CELL.wrapped, ...options.style } });
}

/** A class or status: centred, coloured by its words where `tones` says so. */
export function label<Row>(header: Text, get: Get<Row, string | Text>, options: ColumnOptions<Row> = {}): Column<Row> {
  return text(header, get, { maxWidth: 18, ...options, style: { ...CELL.label, ...options.style } });
}

/** Words that lead somewhere in the workbook: give `link` too. */
export function link<Row>(
  header: Text,
  get: Get<Row, string | Text>,
  options: ColumnOptions<Row> & Required<Pick<ColumnOptions<Row>, 'link'>>,
): Column<Row> {
  return text(header, get, { ...options, style: { ...CELL.link, ...options.style } });
}

/** An amount: fen in, units of the sheet with two decimals out. */
export function money<Row>(header: Text, get: Get<Row, Money>, options: ColumnOptions<Row> = {}): Column<Row> {
  return makeColumn(header, get, options, { style: CELL.money, scale: 100, minWidth: 11 }, (fen) => fen / 100);
}

/** A quantity: thousandths in, at most three decimals out. */
export function quantity<Row>(header: Text, get: Get<Row, Quantity>, options: ColumnOptions<Row> = {}): Column<Row> {
  return makeColumn(header, get, options, { style: CELL.quantity, scale: 1000, minWidth: 9 }, (value) => value / 1000);
}

/** A whole number of things. */
export function count<Row>(header: Text, get: Get<Row, number>, options: ColumnOptions<Row> = {}): Column<Row> {
  return makeColumn(header, get, options, { style: CELL.count, minWidth: 7, maxWidth: 14 }, (value) => value);
}

/** A number that is neither money nor a ratio; two decimals where `style` does not say otherwise. */
export function number<Row>(header: Text, get: Get<Row, number>, options: ColumnOptions<Row> = {}): Column<Row> {
  return makeColumn(header, get, options, { style: CELL.number, scale: 100, minWidth: 8 }, (value) => value);
}

/** A part of a whole, with a bar behind it. */
export function share<Row>(header: Text, get: Get<Row, number>, options: ColumnOptions<Row> = {}): Column<Row> {
  return makeColumn(
    header,
    get,
    { bar: true, ...options },
    { style: CELL.ratio, scale: 1e12, minWidth: 9, maxWidth: 12 },
    (value) => value,
  );
}

/** A ratio 0–1 as percent, without a bar. */
export function ratio<Row>(header: Text, get: Get<Row, number>, options: ColumnOptions<Row> = {}): Column<Row> {
  return share(header, get, { bar: false, ...options });
}

/** A change against before: signed percent. */
export function growth<Row>(header: Text, get: Get<Row, number>, options: ColumnOptions<Row> = {}): Column<Row> {
  return share(header, get, { bar: false, ...options, style: { ...CELL.growth, ...options.style } });
}

/** A calendar day, as serial of the workbook's date base. */
export function day<Row>(header: Text, get: Get<Row, Day>, options: ColumnOptions<Row> = {}): Column<Row> {
  return makeColumn(header, get, options, { style: CELL.day, minWidth: 12, maxWidth: 12 }, (value, context) =>
    serialOfDay(value, context.dateBase),
  );
}

/** A month (`monthOf`) written 2026-01: words, so that a chart's axis takes every month for one step. */
export function month<Row>(header: Text, get: Get<Row, number>, options: ColumnOptions<Row> = {}): Column<Row> {
  return makeColumn(header, get, options, { style: CELL.month, minWidth: 10, maxWidth: 10 }, (value) =>
    isoMonthOf(value),
  );
}

const userColumn = <Row>(
  header: Text,
  style: CellStyle,
  user: UserColumn,
  options: ColumnOptions<Row>,
  widths: { readonly minWidth: number; readonly maxWidth: number },
): Column<Row> => ({ ...widths, ...options, header, style, scale: 1, user, cell: () => null });

/** Free words of the person, kept by the row's key over every refresh. */
export function userText<Row>(header: Text, options: ColumnOptions<Row> = {}): Column<Row> {
  return userColumn(header, CELL.userText, { kind: 'text' }, options, { minWidth: 18, maxWidth: 40 });
}

/** A day that the person types. */
export function userDay<Row>(header: Text, options: ColumnOptions<Row> = {}): Column<Row> {
  return userColumn(header, CELL.userDay, { kind: 'day' }, options, { minWidth: 13, maxWidth: 13 });
}

/** A word that the person picks from a list; `allowsOther`: or types herself. */
export function userChoice<Row>(
  header: Text,
  choices: readonly Text[],
  { allowsOther, ...options }: ColumnOptions<Row> & { readonly allowsOther?: boolean } = {},
): Column<Row> {
  const user: UserColumn = { kind: 'choice', options: choices, ...(allowsOther && { allowsOther }) };
  return userColumn(header, CELL.userOther, user, options, { minWidth: 12, maxWidth: 20 });
}
