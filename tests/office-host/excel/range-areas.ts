import type { CellRange } from '../../../src/workbook/address';
import { ExcelObject } from '../excel-object';
import { addressOfArea } from './area';
import { sheetReference } from './sheet-reference';
import type { Worksheet } from './worksheet';

/** Several rectangles of one sheet: so far only named, as a print area. */
export class RangeAreas extends ExcelObject {
  readonly type = 'RangeAreas';

  constructor(
    private readonly sheet: Worksheet,
    readonly areas: readonly CellRange[],
  ) {
    super();
  }

  get Address(): string {
    return this.areas.map((area) => `${sheetReference(this.sheet.Name)}!${addressOfArea(area)}`).join(',');
  }
  get AreaCount(): number {
    return this.areas.length;
  }
}
