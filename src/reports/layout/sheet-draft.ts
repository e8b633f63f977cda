import { MAX_ROWS, type CellRange } from '../../workbook/address';
import type {
  CellBlock,
  ChartPlan,
  ConditionalFormatPlan,
  FormulaPlan,
  LinkPlan,
  PlanValue,
  TablePlan,
  ValidationPlan,
} from '../../workbook/plan';
import type { CellStyle } from '../../workbook/style';
import { linesIn, numberWidths, textWidth } from './text-width';

/** Room beside the words and the figures of a cell, in characters: words are indented. */
const TEXT_PADDING = 3;
const NUMBER_PADDING = 2;
const NARROWEST = 3;
const LINE_POINTS = 16;

/** Where the person writes in a table of ours, and by what a row of it is known again; columns of the sheet. */
export interface KeyedTable {
  readonly headerRow: number;
  readonly rows: number;
  readonly keyedBy: 'first' | 'all';
  readonly keyColumns: readonly number[];
  readonly userColumns: readonly number[];
  readonly ourColumns: readonly number[];
}

/** A sheet while it is being laid out: what has been placed, and how wide its columns have to be. */
export class SheetDraft {
  readonly blocks: CellBlock[] = [];
  readonly formulas: FormulaPlan[] = [];
  readonly merges: CellRange[] = [];
  readonly tables: TablePlan[] = [];
  readonly conditionalFormats: ConditionalFormatPlan[] = [];
  readonly validations: ValidationPlan[] = [];
  readonly links: LinkPlan[] = [];
  readonly charts: ChartPlan[] = [];
  readonly rowHeights = new Map<number, number>();
  /** Cells whose content is the person's, put back by us. */
  readonly hers: CellRange[] = [];
  /** Rows of tables, without headers and totals. */
  readonly bodies: CellRange[] = [];
  /** Tables whose rows have keys, with the columns of the person in them. */
  readonly keyed: KeyedTable[] = [];
  /** What formulas of ours may show. */
  readonly mayShow: PlanValue[] = [];
  private readonly widths: number[] = [];

  /** The first row that is free below everything placed by `nextRow`-style writing. */
  row = 0;

  put(row: number, column: number, values: readonly (readonly PlanValue[])[], styles: readonly CellStyle[]): void {
    if (row + values.length > MAX_ROWS) throw new RangeError('A report sheet would be longer than a sheet can be');
    if (values.length > 0 && styles.length > 0) this.blocks.push({ row, column, values, styles });
  }

  /** One cell whose words may run over the empty cells at its right. */
  putLine(text: PlanValue, style: CellStyle, points?: number): number {
    const row = this.row++;
    this.put(row, 0, [[text]], [style]);
    if (points !== undefined) this.rowHeights.set(row, points);
    return row;
  }

  /** Words over the whole width, wrapped, the row as high as they need. */
  putParagraph(text: string, style: CellStyle, columns: number, width: number): number {
    const row = this.row++;
    this.putMerged(row, 0, text, style, columns);
    this.rowHeights.set(row, Math.max(1, linesIn(text, width * 1.05)) * LINE_POINTS * 0.92 + 2);
    return row;
  }

  putMerged(row: number, column: number, value: PlanValue, style: CellStyle, columns: number): void {
    const rest = Array.from({ length: columns - 1 }, () => null);
    this.put(row, column, [[value, ...rest]], [style, ...rest.map(() => style)]);
    if (columns > 1) this.merges.push({ row, column, rows: 1, columns });
  }

  /** Widens a column to so many characters, if it is narrower. */
  widen(column: number, characters: number): void {
    this.widths[column] = Math.max(this.widths[column] ?? 0, characters);
  }

  /** Characters that the widest of some cells asks of its column, between two bounds. */
  neededFor(cells: readonly PlanValue[], numberFormat: string | undefined, min: number, max: number): number {
    const widthOf = numberWidths(numberFormat);
    let needed = min;
    for (let at = 0; at < cells.length && needed < max; at++) {
      const cell = cells[at];
      const width =
        typeof cell === 'number'
          ? widthOf(cell) + NUMBER_PADDING
          : typeof cell === 'string'
            ? textWidth(cell) + TEXT_PADDING
            : 0;
      needed = Math.max(needed, width);
    }
    return Math.min(needed, max);
  }

  /** Widths of the first columns; those that nothing asked for get the narrowest. */
  columnWidths(columns: number): number[] {
    return Array.from({ length: columns }, (_, column) => this.widths[column] ?? NARROWEST);
  }

  widthOf(fromColumn: number, columns: number): number {
    return this.columnWidths(fromColumn + columns)
      .slice(fromColumn)
      .reduce((sum, width) => sum + width, 0);
  }

  /** Columns from A that are together at least so many characters wide. */
  columnsOfWidth(characters: number): number {
    let columns = 1;
    while (columns < this.columnCount && this.widthOf(0, columns) < characters) columns++;
    return columns;
  }

  /** Points of so many rows; what has no height of its own has the sheet's. */
  heightOf(fromRow: number, rows: number): number {
    let points = 0;
    for (let row = fromRow; row < fromRow + rows; row++) points += this.rowHeights.get(row) ?? LINE_POINTS;
    return points;
  }

  get columnCount(): number {
    return this.widths.length;
  }
}
