import type { CellRange } from '../../../src/workbook/address';
import { ExcelObject } from '../excel-object';
import { refuse, refuseUnmodelled } from '../refusal';
import { addressOfArea, areaOf, areaOfAddress, intersects } from './area';
import { TableAutoFilter } from './auto-filter';
import type { FilterCriteria } from './filter-criteria';
import { Range } from './range';
import type { Worksheet } from './worksheet';

/** A table: a named area whose first row is a header. */
export class Table extends ExcelObject {
  readonly type = 'Table';
  readonly Id: string;
  readonly AutoFilter: TableAutoFilter;
  ShowHeaders = true;
  ShowTotals = false;
  private heldName: string;
  private heldStyle = 'TableStyleMedium2';
  private heldFilterButton = true;

  constructor(
    readonly sheet: Worksheet,
    public area: CellRange,
    number: number,
  ) {
    super();
    this.Id = String(number);
    this.heldName = sheet.book.freeName('Table');
    this.AutoFilter = new TableAutoFilter(sheet, this);
    this.fillHeaders();
  }

  get Name(): string {
    return this.heldName;
  }
  set Name(name: string) {
    this.heldName = this.sheet.book.checkItemName(name, this);
    this.sheet.touch();
  }
  get Style(): string {
    return this.heldStyle;
  }
  set Style(style: string) {
    if (style !== '' && !/^TableStyle(Light|Medium|Dark)\d+$/.test(style)) refuse('InvalidArgument');
    this.heldStyle = style;
    this.sheet.touch();
  }
  get ShowFilterButton(): boolean {
    return this.heldFilterButton;
  }
  set ShowFilterButton(shows: boolean) {
    this.heldFilterButton = shows;
    this.sheet.touch();
  }
  get Worksheet(): Worksheet {
    return this.sheet;
  }
  get Columns(): TableColumnCollection {
    return new TableColumnCollection(this);
  }

  GetRange(): Range {
    return this.sheet.rangeAt(this.area);
  }
  GetHeaderRowRange(): Range {
    return this.ShowHeaders ? this.sheet.rangeAt({ ...this.area, rows: 1 }) : refuse('InvalidOperation');
  }
  GetDataBodyRange(): Range {
    return this.sheet.rangeAt(areaOf(this.area.row + 1, this.area.column, this.area.rows - 1, this.area.columns));
  }

  Resize(to: Range | string): void {
    this.sheet.refuseWhereProtected();
    const area = to instanceof Range ? to.area : areaOfAddress(to);
    // Documented: the new range overlaps the old one and the header stays in its row.
    if (area.row !== this.area.row || !intersects(area, this.area) || area.rows < 2) refuse('InvalidArgument');
    this.sheet.Tables.refuseOverlap(area, this);
    this.area = area;
    this.fillHeaders();
    this.sheet.touch();
  }

  ConvertToRange(): Range {
    this.sheet.refuseWhereProtected();
    this.isGone = true;
    this.sheet.book.removeTable(this);
    this.sheet.touch();
    return this.sheet.rangeAt(this.area);
  }

  ClearFilters(): void {
    this.AutoFilter.ClearCriteria();
  }

  Delete(): void {
    refuseUnmodelled('Table', 'delete');
  }

  /** A header is a text, never empty and never twice: Excel sees to it. */
  fillHeaders(): void {
    const seen = new Set<string>();
    for (let offset = 0; offset < this.area.columns; offset++) {
      const column = this.area.column + offset;
      const held = this.sheet.grid.at(this.area.row, column)?.value;
      let name = held === undefined || typeof held === 'object' ? `Column${offset + 1}` : String(held);
      for (let number = 2; seen.has(name.toLowerCase()); number++) name = `${String(held)}${number}`;
      seen.add(name.toLowerCase());
      if (held !== name) this.sheet.grid.put(this.area.row, column, { value: name });
    }
  }

  snapshot(): unknown {
    return [this.Name, addressOfArea(this.area), this.Style, this.ShowFilterButton, this.AutoFilter.snapshot()];
  }
}

class TableColumnCollection extends ExcelObject {
  readonly type = 'TableColumnCollection';

  constructor(private readonly table: Table) {
    super();
  }

  get Count(): number {
    return this.table.area.columns;
  }
  get Items(): readonly TableColumn[] {
    return Array.from({ length: this.Count }, (_, index) => new TableColumn(this.table, index));
  }
  GetItemAt(index: number): TableColumn {
    return this.Items[index] ?? refuse('ItemNotFound');
  }
}

class TableColumn extends ExcelObject {
  readonly type = 'TableColumn';

  constructor(
    private readonly table: Table,
    readonly Index: number,
  ) {
    super();
  }

  get Id(): number {
    return this.Index + 1;
  }
  get Name(): string {
    const { row, column } = this.table.area;
    return String(this.table.sheet.grid.at(row, column + this.Index)?.value ?? '');
  }
  get Filter(): Filter {
    return new Filter(this.table, this.Index);
  }
}

class Filter extends ExcelObject {
  readonly type = 'Filter';

  constructor(
    private readonly table: Table,
    private readonly column: number,
  ) {
    super();
  }

  get Criteria(): FilterCriteria | null {
    return this.table.AutoFilter.Criteria[this.column] ?? null;
  }
  Apply(criteria: FilterCriteria): void {
    this.table.AutoFilter.setColumn(this.column, criteria);
  }
  ApplyValuesFilter(values: readonly string[]): void {
    this.table.AutoFilter.setColumn(this.column, { filterOn: 'Values', values });
  }
  Clear(): void {
    this.table.AutoFilter.clearColumn(this.column);
  }
}
