import { ExcelObject, NULL_OBJECT, type NullObject } from '../excel-object';
import { refuse } from '../refusal';
import { areaOf } from './area';
import { Range } from './range';
import type { Worksheet } from './worksheet';

/** Rows and columns that stay in sight. */
export class WorksheetFreezePanes extends ExcelObject {
  readonly type = 'WorksheetFreezePanes';
  frozen: { readonly rows: number; readonly columns: number } = { rows: 0, columns: 0 };

  constructor(private readonly sheet: Worksheet) {
    super();
  }

  FreezeRows(rows = 1): void {
    this.freeze(rows, 0);
  }
  FreezeColumns(columns = 1): void {
    this.freeze(0, columns);
  }
  FreezeAt(range: Range): void {
    if (!(range instanceof Range)) refuse('InvalidArgument');
    this.freeze(range.area.row + range.area.rows, range.area.column + range.area.columns);
  }
  Unfreeze(): void {
    this.freeze(0, 0);
  }
  GetLocationOrNullObject(): Range | NullObject {
    const { rows, columns } = this.frozen;
    return rows + columns === 0 ? NULL_OBJECT : this.sheet.rangeAt(areaOf(0, 0, rows || 1, columns || 1));
  }

  private freeze(rows: number, columns: number): void {
    this.frozen = { rows, columns };
    this.sheet.touch();
  }
}
