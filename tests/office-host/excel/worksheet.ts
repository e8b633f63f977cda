import { type CellRange } from '../../../src/workbook/address';
import { ExcelObject, NULL_OBJECT, type NullObject } from '../excel-object';
import { refuse, refuseUnmodelled } from '../refusal';
import { areaOf, areaOfAddress, intersects, shiftRows, WHOLE_SHEET } from './area';
import { SheetAutoFilter } from './auto-filter';
import { CellGrid, type HeldValue } from './cell-grid';
import { ChartCollection } from './charts/chart-collection';
import type { StandingFormat } from './conditional-format-collection';
import type { StandingValidation } from './data-validation';
import { colorOf } from './modelled';
import { makePageLayout, type PageLayout } from './page-layout';
import { Paint } from './paint';
import { Range } from './range';
import { RangeAreas } from './range-areas';
import { TableCollection } from './table-collection';
import type { Workbook } from './workbook';
import { WorksheetFreezePanes } from './worksheet-freeze-panes';
import { WorksheetProtection } from './worksheet-protection';

export interface Hyperlink {
  readonly address?: string;
  readonly documentReference?: string;
  readonly screenTip?: string;
  readonly textToDisplay?: string;
}

/** One sheet of a workbook. */
export class Worksheet extends ExcelObject {
  readonly type = 'Worksheet';
  readonly Id: string;
  readonly grid = new CellGrid();
  readonly paint = new Paint();
  readonly Charts: ChartCollection;
  readonly Tables: TableCollection;
  readonly FreezePanes: WorksheetFreezePanes;
  readonly Protection: WorksheetProtection;
  readonly PageLayout: PageLayout;
  readonly AutoFilter: SheetAutoFilter;
  merges: CellRange[] = [];
  /** Groups of columns, and whether their details are hidden. */
  columnGroups: { readonly column: number; readonly columns: number; isClosed: boolean }[] = [];
  conditionalFormats: StandingFormat[] = [];
  validations: StandingValidation[] = [];
  selection: CellRange = areaOf(0, 0, 1, 1);

  private heldName: string;
  private heldVisibility = 'Visible';
  private heldTabColor = '';
  private heldGridlines = true;
  private links = new Map<string, Hyperlink>();
  private isListening = false;

  constructor(
    readonly book: Workbook,
    name: string,
  ) {
    super();
    this.Id = book.newId();
    this.heldName = book.checkSheetName(name, undefined);
    this.Charts = new ChartCollection(this);
    this.Tables = new TableCollection(book, this);
    this.FreezePanes = new WorksheetFreezePanes(this);
    this.Protection = new WorksheetProtection(book);
    this.PageLayout = makePageLayout(this);
    this.AutoFilter = new SheetAutoFilter(this);
  }

  // --- what travels --------------------------------------------------------------------------------------------------

  get Name(): string {
    return this.heldName;
  }
  set Name(name: string) {
    this.book.refuseWhereStructureProtected();
    this.heldName = this.book.checkSheetName(name, this);
    this.book.clearUndoOfStructure();
    this.touch();
  }
  get Position(): number {
    return this.book.sheets.indexOf(this);
  }
  get Visibility(): string {
    return this.heldVisibility;
  }
  set Visibility(visibility: string) {
    if (!['Visible', 'Hidden', 'VeryHidden'].includes(visibility)) refuse('InvalidArgument');
    this.book.refuseWhereStructureProtected();
    this.heldVisibility = visibility;
    this.book.clearUndoOfStructure();
    this.touch();
  }
  get TabColor(): string {
    return this.heldTabColor;
  }
  set TabColor(color: string) {
    this.heldTabColor = colorOf(color);
    this.touch();
  }
  get ShowGridlines(): boolean {
    return this.heldGridlines;
  }
  set ShowGridlines(shows: boolean) {
    this.heldGridlines = shows;
    this.touch();
  }

  Activate(): void {
    // Assumed: a hidden sheet cannot be brought to the front.
    if (this.heldVisibility !== 'Visible') refuse('InvalidOperation');
    this.book.activeSheet = this;
  }

  Delete(): void {
    this.book.refuseWhereStructureProtected();
    if (this.book.sheets.filter((sheet) => sheet.Visibility === 'Visible').length < 2) refuse('InvalidOperation');
    this.isGone = true;
    this.book.removeSheet(this);
    // Documented: deleting a sheet cannot be undone and clears what could be.
    this.book.undo.clear('Worksheet.delete');
    this.touch();
  }

  GetRange(address?: string): Range {
    return this.rangeAt(address === undefined ? WHOLE_SHEET : areaOfAddress(address));
  }
  /** Documented: addresses separated by commas or semicolons. An address longer than Excel's own limit is refused. */
  GetRanges(address?: string): RangeAreas {
    if (address !== undefined && address.length > 255) refuse('InvalidArgument');
    return new RangeAreas(this, address === undefined ? [WHOLE_SHEET] : address.split(/[,;]/).map(areaOfAddress));
  }
  GetRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    return this.rangeAt(areaOf(row, column, rows, columns));
  }
  GetCell(row: number, column: number): Range {
    return this.rangeAt(areaOf(row, column, 1, 1));
  }
  GetUsedRangeOrNullObject(valuesOnly = false): Range | NullObject {
    const used = this.usedArea(valuesOnly);
    return used ? this.rangeAt(used) : NULL_OBJECT;
  }
  /** Documented: the top left cell where the sheet is blank. */
  GetUsedRange(valuesOnly = false): Range {
    return this.rangeAt(this.usedArea(valuesOnly) ?? areaOf(0, 0, 1, 1));
  }

  _RegisterDataChangedEvent(): void {
    this.isListening = true;
  }
  _UnregisterDataChangedEvent(): void {
    this.isListening = false;
  }

  // --- what the other classes need -----------------------------------------------------------------------------------

  touch(): void {
    this.book.touch();
  }

  rangeAt(area: CellRange): Range {
    return new Range(this, area);
  }

  usedArea(valuesOnly: boolean): CellRange | undefined {
    let used = this.grid.extent;
    if (valuesOnly) return used;
    for (const area of this.paint.areas()) {
      if (area.rows > 1_000_000 || area.columns > 16_000) continue;
      if (!used) used = area;
      const row = Math.min(used.row, area.row);
      const column = Math.min(used.column, area.column);
      used = {
        row,
        column,
        rows: Math.max(used.row + used.rows, area.row + area.rows) - row,
        columns: Math.max(used.column + used.columns, area.column + area.columns) - column,
      };
    }
    return used;
  }

  refuseWhereProtected(): void {
    if (this.isGone) refuse('ItemNotFound');
    if (this.Protection.Protected) refuse('AccessDenied');
    if (this.book.isReadOnlyHost) refuse('AccessDenied');
  }

  tableRanges(): CellRange[] {
    return this.Tables.Items.map((table) => table.area);
  }

  /** Rows that a filter hides. */
  hiddenRows(): ReadonlySet<number> {
    return new Set([
      ...this.Tables.Items.flatMap((table) => table.AutoFilter.hiddenRows()),
      ...this.AutoFilter.hiddenRows(),
    ]);
  }

  /** A table's header is never empty: Excel fills in a name. */
  renameEmptyHeaders(cleared: CellRange): void {
    for (const table of this.Tables.Items) {
      if (intersects({ ...table.area, rows: 1 }, cleared)) table.fillHeaders();
    }
  }

  hyperlinkAt(row: number, column: number): Hyperlink | null {
    return this.links.get(`${row},${column}`) ?? null;
  }
  setHyperlink(row: number, column: number, link: Hyperlink): void {
    this.links.set(`${row},${column}`, link);
  }
  clearHyperlinks(area: CellRange): void {
    for (const key of [...this.links.keys()]) {
      const [row, column] = key.split(',').map(Number) as [number, number];
      if (intersects(area, { row, column, rows: 1, columns: 1 })) this.links.delete(key);
    }
  }
  get hyperlinks(): ReadonlyMap<string, Hyperlink> {
    return this.links;
  }

  notifyChanged(address: string): void {
    if (this.isListening) this.book.onChanged?.(this, address);
  }

  // --- what a person does --------------------------------------------------------------------------------------------

  /** Puts a value into a cell as it is, without Excel's guesses. */
  typeIn(row: number, column: number, value: HeldValue | null): void {
    this.grid.put(row, column, value === null || value === '' ? undefined : { value });
    this.touch();
  }

  /** Inserts rows (or with a negative count deletes them); everything below moves. */
  insertRows(at: number, count: number): void {
    if (count > 0) this.grid.insertRows(at, count);
    else this.grid.deleteRows(at, -count);
    this.paint.shiftRows(at, count);
    this.merges = this.merges.map((area) => shiftRows(area, at, count));
    this.validations = this.validations.map((one) => ({ ...one, area: shiftRows(one.area, at, count) }));
    this.conditionalFormats = this.conditionalFormats.map((one) => ({
      ...one,
      areas: one.areas.map((area) => shiftRows(area, at, count)),
    }));
    for (const table of this.Tables.Items) table.area = shiftRows(table.area, at, count);
    this.book.Names.shiftRows(this, at, count);
    if (this.links.size > 0) refuseUnmodelled('Worksheet', 'inserting rows on a sheet with links');
    this.touch();
  }

  /** Everything on the sheet as text: equal texts, equal sheets. */
  snapshot(): string {
    return JSON.stringify({
      name: this.Name,
      visibility: this.Visibility,
      tab: this.TabColor,
      gridlines: this.ShowGridlines,
      cells: this.grid.entries(),
      paint: this.paint.all,
      merges: this.merges,
      columnGroups: this.columnGroups,
      validations: this.validations,
      conditionalFormats: this.conditionalFormats.map(({ areas, format }) => [areas, format.kind]),
      links: [...this.links],
      tables: this.Tables.Items.map((table) => table.snapshot()),
      charts: this.Charts.Items.map((chart) => chart.snapshot()),
      frozen: this.FreezePanes.frozen,
      isProtected: this.Protection.Protected,
      page: this.PageLayout.snapshot(),
      filter: this.AutoFilter.snapshot(),
    });
  }
}
