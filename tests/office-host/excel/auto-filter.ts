import type { CellRange } from '../../../src/workbook/address';
import { ExcelObject, NULL_OBJECT, type NullObject } from '../excel-object';
import { refuse } from '../refusal';
import { areaOfAddress } from './area';
import { rowsHiddenBy, type FilterCriteria } from './filter-criteria';
import { Range } from './range';
import type { Table } from './table';
import type { Worksheet } from './worksheet';

/** A filter over an area whose first row is a header. */
abstract class AutoFilter extends ExcelObject {
  readonly type = 'AutoFilter';
  protected byColumn = new Map<number, FilterCriteria>();

  constructor(protected readonly sheet: Worksheet) {
    super();
  }

  protected abstract get area(): CellRange | undefined;

  get Enabled(): boolean {
    return this.area !== undefined;
  }
  get IsDataFiltered(): boolean {
    return this.byColumn.size > 0;
  }
  /** Assumed: null for a column that is not filtered. */
  get Criteria(): (FilterCriteria | null)[] {
    return Array.from({ length: this.area?.columns ?? 0 }, (_, column) => this.byColumn.get(column) ?? null);
  }

  ClearCriteria(): void {
    this.byColumn.clear();
    this.sheet.touch();
  }
  GetRangeOrNullObject(): Range | NullObject {
    return this.area ? this.sheet.rangeAt(this.area) : NULL_OBJECT;
  }

  setColumn(column: number, criteria: FilterCriteria): void {
    if (!this.area || column < 0 || column >= this.area.columns) refuse('InvalidArgument');
    this.byColumn.set(column, criteria);
    this.hiddenRows();
    this.sheet.touch();
  }
  clearColumn(column: number): void {
    this.byColumn.delete(column);
    this.sheet.touch();
  }

  hiddenRows(): number[] {
    const { area } = this;
    if (!area) return [];
    return [...this.byColumn].flatMap(([column, criteria]) =>
      rowsHiddenBy(this.sheet.grid, criteria, area.column + column, area.row + 1, area.row + area.rows),
    );
  }

  snapshot(): unknown {
    return [this.area, [...this.byColumn]];
  }
}

/** A filter of the sheet itself. */
export class SheetAutoFilter extends AutoFilter {
  private range: CellRange | undefined;

  protected get area(): CellRange | undefined {
    return this.range;
  }

  Apply(range: Range | string, column?: number, criteria?: FilterCriteria): void {
    this.sheet.refuseWhereProtected();
    this.range = range instanceof Range ? range.area : areaOfAddress(range);
    if (column !== undefined && criteria !== undefined) this.setColumn(column, criteria);
    this.sheet.touch();
  }
}

/** The filter of a table. */
export class TableAutoFilter extends AutoFilter {
  constructor(
    sheet: Worksheet,
    private readonly table: Table,
  ) {
    super(sheet);
  }

  protected get area(): CellRange | undefined {
    return this.table.area;
  }
}
