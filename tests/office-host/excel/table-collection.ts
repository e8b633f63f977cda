import type { CellRange } from '../../../src/workbook/address';
import { ExcelObject, NULL_OBJECT, type NullObject } from '../excel-object';
import { refuse } from '../refusal';
import { areaOfAddress, intersects } from './area';
import { Range } from './range';
import { Table } from './table';
import type { Workbook } from './workbook';
import type { Worksheet } from './worksheet';

/** The tables of a workbook, or of one sheet. */
export class TableCollection extends ExcelObject {
  readonly type = 'TableCollection';

  constructor(
    private readonly book: Workbook,
    private readonly sheet: Worksheet | undefined,
  ) {
    super();
  }

  get Items(): readonly Table[] {
    return this.book.tables.filter((table) => this.sheet === undefined || table.sheet === this.sheet);
  }
  get Count(): number {
    return this.Items.length;
  }

  Indexer(key: string): Table {
    return this.find(key) ?? refuse('ItemNotFound');
  }
  GetItemOrNullObject(key: string): Table | NullObject {
    return this.find(key) ?? NULL_OBJECT;
  }

  Add(range: Range | string, hasHeaders: boolean): Table {
    const sheet = range instanceof Range ? range.Worksheet : this.sheet;
    if (!sheet || !hasHeaders) return refuse('InvalidArgument');
    sheet.refuseWhereProtected();
    const area = range instanceof Range ? range.area : areaOfAddress(range);
    sheet.Tables.refuseOverlap(area, undefined);
    if (sheet.merges.some((merge) => intersects(merge, area))) refuse('InvalidOperation');
    const table = new Table(sheet, area, this.book.nextTableNumber());
    this.book.tables.push(table);
    sheet.touch();
    return table;
  }

  /** Assumed: tables that would overlap are refused so. */
  refuseOverlap(area: CellRange, self: Table | undefined): void {
    if (this.Items.some((table) => table !== self && intersects(table.area, area))) refuse('MergedRangeConflict');
  }

  private find(key: string): Table | undefined {
    return this.Items.find((table) => table.Id === key || table.Name.toLowerCase() === String(key).toLowerCase());
  }
}
