import { ExcelObject } from '../excel-object';
import type { Workbook } from './workbook';

/** Whether a sheet is protected; the same class serves a test that protects it as the person would. */
export class WorksheetProtection extends ExcelObject {
  readonly type = 'WorksheetProtection';
  private isProtected = false;

  constructor(private readonly book: Workbook) {
    super();
  }

  get Protected(): boolean {
    return this.isProtected;
  }
  Protect(): void {
    this.isProtected = true;
    // Documented: all sheet protection clears what could be undone.
    this.book.undo.clear('WorksheetProtection.protect');
    this.book.touch();
  }
  Unprotect(): void {
    this.isProtected = false;
    this.book.undo.clear('WorksheetProtection.unprotect');
    this.book.touch();
  }
}
