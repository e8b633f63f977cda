import type { TableName, ColumnPath } from '../../core/model/tables';
import type { SettingId } from '../../core/settings';
import type { Text } from '../../i18n/text';
import type { ChartAxisPlan, ChartKind, LinkPlan, ValidationPlan } from '../../workbook/plan';
import type { Column } from './columns';
import type { CardDefinition } from './front/define-card';
import type { ReportContext } from './report-context';
import type { Tone } from './theme';

/**
 * A table of a report: rows from the analysis, in order, and what each column says of a row. Place, widths, formats,
 * totals, footnotes and languages are the engine's.
 */
export interface TableDefinition<Row> {
  /** Unique on the sheet. */
  readonly id: string;
  readonly heading?: Text;
  /** A sentence under the heading: how to read it. */
  readonly note?: Text | ((context: ReportContext) => Text | undefined);
  /** Where the note leads. */
  readonly noteLink?: (context: ReportContext) => LinkPlan['target'] | undefined;
  readonly rows: (context: ReportContext) => readonly Row[];
  readonly columns: readonly Column<Row>[] | ((context: ReportContext) => readonly Column<Row>[]);
  /** The whole table is left out, with this sentence in its place. */
  readonly missing?: (context: ReportContext) => Text | undefined;
  /** Stands where there is no row. */
  readonly whenEmpty?: Text;
  /** `first`: the first key column that has a value is the key (code, else name); `all`: all of them together. */
  readonly keyedBy?: 'first' | 'all';
  /** A native table with filter: right for lists, not for a handful of rows. Plain where absent. */
  readonly hasFilter?: boolean;
  /** The least height of a row in points: room to write in. */
  readonly rowPoints?: number;
  /** A thin line above each row whose value in the first column is not that of the row above, while the second's is. */
  readonly ruledBy?: readonly [changes: string, within: string];
  /** A table that is only there for a chart: small, grey heading. */
  readonly isChartData?: boolean;
  /** Every row is the person's: what she typed elsewhere, kept here. */
  readonly isHers?: boolean;
  /** Rules for what may be typed, given the row and the range of the column's cell. */
  readonly validation?: (row: Row, column: string, context: ReportContext) => ValidationRule | undefined;
}

/** `ValidationPlan` without its place. */
export type ValidationRule = ValidationPlan extends infer P
  ? P extends { range: unknown }
    ? Omit<P, 'range'>
    : never
  : never;

/** A table whose kind of row only itself knows. */
export type AnyTable = TableDefinition<unknown>;

export function defineTable<Row>(table: TableDefinition<Row>): AnyTable {
  return table as unknown as AnyTable;
}

/** A chart over columns of one table of the sheet, named by their ids. */
export interface ChartDefinition {
  readonly id: string;
  readonly kind: ChartKind;
  /** The message where there is one: “the top 10 make 68 %”. */
  readonly title: Text | ((context: ReportContext) => Text);
  /** What a screen reader says. */
  readonly description: Text;
  readonly table: string;
  readonly category: string;
  readonly series: readonly ChartSeriesDefinition[];
  /** At most so many rows from the table's first. */
  readonly rows?: number;
  /** Rows that a chart needs to say anything; 1 where absent. */
  readonly minRows?: number;
  readonly categoryAxis?: Localised<ChartAxisPlan>;
  readonly valueAxis?: Localised<ChartAxisPlan> | ((context: ReportContext) => Localised<ChartAxisPlan>);
  readonly secondaryAxis?: Localised<ChartAxisPlan>;
  readonly legend?: 'none' | 'bottom' | 'right';
  readonly gapWidth?: number;
  readonly dataLabels?: { readonly numberFormat: string };
}

export interface ChartSeriesDefinition {
  readonly column: string;
  readonly color: string;
  /** The column's header where absent. */
  readonly name?: Text;
  readonly as?: 'column' | 'line';
  readonly axis?: 'primary' | 'secondary';
  readonly dash?: boolean;
  readonly markers?: boolean;
  /** Takes its room and is not seen. */
  readonly isUnseen?: boolean;
}

/** An axis whose title has both languages; `isMoney` writes its numbers in 万 or thousands where they are large. */
type Localised<A> = Omit<A, 'title' | 'labelEvery'> & {
  readonly title?: Text;
  readonly isMoney?: boolean;
  /** Lines that lie close together high up: the axis starts at the step of this size under the lowest of them. */
  readonly startsAtData?: number;
  /** Of a waterfall: the axis starts a little under the lowest figure of this column, so that small steps are seen. */
  readonly startsUnder?: string;
};

/** A number to see from across the room. */
export interface Tile {
  readonly label: Text;
  readonly value: string | number;
  readonly numberFormat?: string;
  /** The line under it: what it is compared with, or why it is —. */
  readonly note: Text;
  readonly tone?: Tone;
  readonly link?: LinkPlan['target'];
}

/** A sentence of the story of a board, and who does what next. */
export interface StoryLine {
  readonly text: Text;
  readonly next?: Text | undefined;
  readonly tone: 'bad' | 'watch' | 'good' | 'neutral';
  readonly link?: LinkPlan['target'];
}

/** Sentences beside five tiles: the first page of the meeting. */
export interface StoryDefinition {
  readonly heading: Text;
  readonly lines: (context: ReportContext) => readonly StoryLine[];
  readonly whenEmpty: Text;
}

export interface Banner {
  readonly text: Text;
  readonly tone: 'watch' | 'bad' | 'neutral';
}

interface ReportHead {
  /** Also the mark of the sheet: `Kelan_<id>`. */
  readonly id: string;
  /** Name of the sheet: at most 31 characters. */
  readonly sheet: Text;
  /** Long title where the sheet's name is not enough. */
  readonly title?: Text;
  /** One line for the list of sheets: what it is for. */
  readonly purpose: Text;
  readonly tab: string;
  /** Columns without which it is not written. */
  readonly needs: readonly ColumnPath[];
  /** Says something of single clients: not written where a region or a sales rep stands for them. */
  readonly isOfClients?: boolean;
  /** Why it cannot be written for this analysis, beyond `needs`. */
  readonly missing?: (context: ReportContext) => Text | undefined;
  /** Bookkeeping that the next refresh reads: its sheet is made hidden. */
  readonly isHidden?: boolean;
  /** Written whenever that report is: nobody chooses it by itself. */
  readonly goesWith?: string;
  readonly orientation: 'portrait' | 'landscape';
  /**
   * What goes on paper: `whole`, `mainTable` at 8 points and more, else the first page; how many rows more are on the screen
   * stands at its foot.
   */
  readonly paper?: 'whole' | 'mainTable';
  /** The report that is made for paper instead, by its id: named at the foot where rows are left. */
  readonly printedOn?: string;
  /** What the print's header says instead of the analysis' period: a plan speaks of a month to come. */
  readonly printPeriod?: (context: ReportContext) => string | undefined;
  /** The line under the title: what the figures say, worked out. The first of the highlights where absent. */
  readonly message?: (context: ReportContext) => Text | undefined;
  /** Sentences under the title that say the gist. */
  readonly highlights?: (context: ReportContext) => readonly Text[];
  readonly banners?: (context: ReportContext) => readonly Banner[];
  readonly charts?: readonly ChartDefinition[];
  /** Columns of the main table, by id, that get buttons to filter by, where Excel has them. */
  readonly slicers?: readonly string[];
  /** Further tables that the data decide on (one a person): ids of their own, no columns of the person. */
  readonly moreTables?: (context: ReportContext) => readonly AnyTable[];
  /** Every further table is printed on pages of its own. */
  readonly isPagePerTable?: boolean;
  /** Input tables that it draws on: what the foot accounts for. */
  readonly sources: readonly TableName[];
  /** Settings that change what it says. */
  readonly settings: readonly SettingId[];
}

/** A sheet around one main table: the table on the left, its charts beside it, further tables below. */
export interface ListDefinition<Row> extends ReportHead, Omit<TableDefinition<Row>, 'id' | 'missing'> {
  readonly tables?: readonly AnyTable[];
  /** Freezes the header of the main table: for long lists, not where several short tables follow each other. */
  readonly freezeHeader?: boolean;
}

/** A sheet to look at: a story beside tiles, small charts, then tables on a grid of equal columns. */
export interface BoardDefinition extends ReportHead {
  readonly tiles: (context: ReportContext) => readonly Tile[];
  /** The first five tiles stand beside it. */
  readonly story: StoryDefinition;
  readonly tables: readonly AnyTable[];
}

/** A sheet that shows one row of its table, picked by the person, by formulas. */
export interface CardReportDefinition extends ReportHead {
  readonly card: CardDefinition;
  readonly tables: readonly AnyTable[];
}

export interface Report extends ReportHead {
  readonly tables: readonly AnyTable[];
  readonly freezeHeader: boolean;
  readonly story?: StoryDefinition;
  readonly card?: CardDefinition;
  readonly tiles?: (context: ReportContext) => readonly Tile[];
}

export function defineReport<Row>(definition: ListDefinition<Row>): Report {
  const {
    rows,
    columns,
    heading,
    note,
    whenEmpty,
    keyedBy,
    ruledBy,
    hasFilter,
    rowPoints,
    isHers,
    validation,
    tables,
    freezeHeader,
    ...head
  } = definition;
  const main = defineTable<Row>({
    id: definition.id,
    rows,
    columns,
    hasFilter: hasFilter ?? true,
    ...(heading && { heading }),
    ...(note && { note }),
    ...(whenEmpty && { whenEmpty }),
    ...(keyedBy && { keyedBy }),
    ...(ruledBy && { ruledBy }),
    ...(rowPoints !== undefined && { rowPoints }),
    ...(isHers && { isHers }),
    ...(validation && { validation }),
  });
  return { ...head, tables: [main, ...(tables ?? [])], freezeHeader: freezeHeader ?? false };
}

export function defineBoard(definition: BoardDefinition): Report {
  return { ...definition, freezeHeader: false };
}

export function defineCardReport(definition: CardReportDefinition): Report {
  return { ...definition, freezeHeader: false };
}

/** The words over the sheet. */
export const reportTitle = (report: Report): Text => report.title ?? report.sheet;

/** Name of a native table: `KelanTable_clientTiers`, with the table's own id where it is not the main one. */
export const nativeTableName = (report: Report, table: string): string =>
  table === report.id ? `KelanTable_${report.id}` : `KelanTable_${report.id}_${table}`;
