import { serialOfDay } from '../../../src/workbook/serial-day';
import { ExcelObject } from '../excel-object';
import type { Workbook } from './workbook';

/** The worksheet functions that a program may call. */
export class Functions extends ExcelObject {
  readonly type = 'Functions';

  constructor(private readonly book: Workbook) {
    super();
  }

  /** Assumed: like the cell formula, in the date base of the workbook. */
  Date(year: number, month: number, day: number): FunctionResult {
    return new FunctionResult(serialOfDay(Date.UTC(year, month - 1, day) / 86_400_000, this.book.dateBase));
  }
}

export class FunctionResult extends ExcelObject {
  readonly type = 'FunctionResult<T>';
  readonly Error = null;

  constructor(readonly Value: number) {
    super();
  }
}
