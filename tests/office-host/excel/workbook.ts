import { isLegalSheetName, parseAddress } from '../../../src/workbook/address';
import type { DateBase } from '../../../src/workbook/serial-day';
import { ExcelObject, NULL_OBJECT, type NullObject } from '../excel-object';
import type { ExcelProfile } from '../profile';
import { refuse } from '../refusal';
import type { ProcessedWorkbook } from '../request-processor';
import { Functions } from './functions';
import { NamedItemCollection } from './named-item-collection';
import type { Range } from './range';
import { SlicerCollection } from './slicer-collection';
import type { Table } from './table';
import { TableCollection } from './table-collection';
import { UndoStack } from './undo-stack';
import { Worksheet } from './worksheet';

/** The open workbook: what a message can reach starts here. */
export class Workbook extends ExcelObject implements ProcessedWorkbook {
  readonly type = 'Workbook';
  readonly Name = 'Book1.xlsx';
  readonly Worksheets: WorksheetCollection;
  readonly Tables: TableCollection;
  readonly Names: NamedItemCollection;
  readonly Slicers: SlicerCollection;
  readonly Functions: Functions;
  readonly Application: Application;
  readonly Protection: WorkbookProtection;
  readonly undo = new UndoStack();
  readonly root = this;
  sheets: Worksheet[] = [];
  tables: Table[] = [];
  activeSheet: Worksheet | undefined;
  dateBase: DateBase = 1900;
  ReadOnly = false;
  /** Whether the host refuses every change, as a viewer on the web does. */
  isReadOnlyHost = false;
  version = 0;
  /** Workbooks that the add-in asked Excel to open, as base64. */
  readonly opened: string[] = [];
  onChanged: ((sheet: Worksheet, address: string) => void) | undefined;

  private lastId = 0;
  private lastTable = 0;
  private openGroup: string[] | undefined;

  constructor(readonly profile: ExcelProfile) {
    super();
    this.Worksheets = new WorksheetCollection(this);
    this.Tables = new TableCollection(this, undefined);
    this.Names = new NamedItemCollection(this);
    this.Slicers = new SlicerCollection(this);
    this.Functions = new Functions(this);
    this.Application = new Application(this);
    this.Protection = new WorkbookProtection();
  }

  GetSelectedRange(): Range {
    const sheet = this.activeSheet ?? this.sheets[0]!;
    return sheet.rangeAt(sheet.selection);
  }

  // --- for the other classes -----------------------------------------------------------------------------------------

  touch(): void {
    this.version++;
  }

  newId(): string {
    return `{${(++this.lastId).toString(16).padStart(8, '0').toUpperCase()}-0000-4000-8000-000000000000}`;
  }

  nextTableNumber(): number {
    return ++this.lastTable;
  }

  addSheet(name: string): Worksheet {
    const sheet = new Worksheet(this, name);
    this.sheets.push(sheet);
    this.activeSheet ??= sheet;
    this.touch();
    return sheet;
  }

  findSheet(key: string): Worksheet | undefined {
    return this.sheets.find((sheet) => sheet.Id === key || sheet.Name.toLowerCase() === String(key).toLowerCase());
  }

  removeSheet(sheet: Worksheet): void {
    this.sheets = this.sheets.filter((one) => one !== sheet);
    this.tables = this.tables.filter((table) => table.sheet !== sheet);
    if (this.activeSheet === sheet) this.activeSheet = this.sheets[0];
  }

  removeTable(table: Table): void {
    this.tables = this.tables.filter((one) => one !== table);
  }

  checkSheetName(name: string, self: Worksheet | undefined): string {
    if (typeof name !== 'string' || !isLegalSheetName(name))
      return refuse('InvalidArgument', undefined, 'Worksheet.name');
    const isTaken = this.sheets.some((sheet) => sheet !== self && sheet.Name.toLowerCase() === name.toLowerCase());
    return isTaken ? refuse('ItemAlreadyExists', undefined, 'Worksheet.name') : name;
  }

  /** Tables and names share one space: what is legal and free there. */
  checkItemName(name: string, self: ExcelObject | undefined): string {
    const isLegal =
      /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name) && !parseAddress(name) && !/^[rc]\d*$/i.test(name);
    if (!isLegal) return refuse('InvalidArgument');
    const key = name.toLowerCase();
    const isTaken = [...this.tables, ...this.Names.Items].some((one) => one !== self && one.Name.toLowerCase() === key);
    return isTaken ? refuse('ItemAlreadyExists') : name;
  }

  freeName(stem: string): string {
    for (let number = 1; ; number++) {
      const name = `${stem}${number}`;
      if (![...this.tables, ...this.Names.Items].some((one) => one.Name.toLowerCase() === name.toLowerCase())) {
        return name;
      }
    }
  }

  refuseWhereStructureProtected(): void {
    if (this.Protection.Protected) refuse('AccessDenied');
    this.refuseWhereReadOnly();
  }

  refuseWhereReadOnly(): void {
    if (this.isReadOnlyHost) refuse('AccessDenied');
  }

  clearUndoOfStructure(): void {
    if (this.profile.structureClearsUndo) this.undo.clear('the structure of the workbook');
  }

  // --- for the processor ---------------------------------------------------------------------------------------------

  create(name: string): ExcelObject | undefined {
    // Office.js itself calls this right after it is ready.
    return name === 'Microsoft.InternalService.AddinInternalService' ? new AddinInternalService() : undefined;
  }

  beginMessage(): void {
    this.Application.isScreenSuspended = false;
  }

  endMessage(hasChanged: boolean): void {
    if (!hasChanged) return;
    if (this.openGroup) this.openGroup.push('message');
    else this.undo.push('message');
  }

  /** A run whose messages are to be one step. Assumed: how a merged group travels is not documented. */
  beginUndoGroup(): void {
    this.openGroup = [];
  }

  endUndoGroup(): void {
    if (this.openGroup && this.openGroup.length > 0) this.undo.push(`group of ${this.openGroup.length}`);
    this.openGroup = undefined;
  }
}

class WorksheetCollection extends ExcelObject {
  readonly type = 'WorksheetCollection';

  constructor(private readonly book: Workbook) {
    super();
  }

  get Items(): readonly Worksheet[] {
    return this.book.sheets;
  }
  GetCount(): number {
    return this.book.sheets.length;
  }
  Indexer(key: string): Worksheet {
    return this.book.findSheet(key) ?? refuse('ItemNotFound');
  }
  GetItemOrNullObject(key: string): Worksheet | NullObject {
    return this.book.findSheet(key) ?? NULL_OBJECT;
  }
  GetActiveWorksheet(): Worksheet {
    return this.book.activeSheet ?? refuse('ItemNotFound');
  }
  Add(name?: string): Worksheet {
    this.book.refuseWhereStructureProtected();
    const sheet = this.book.addSheet(name ?? `Sheet${this.book.sheets.length + 1}`);
    // office-js issue 6170: adding a sheet clears undo on the desktop, by design.
    this.book.clearUndoOfStructure();
    return sheet;
  }
}

class Application extends ExcelObject {
  readonly type = 'Application';
  CalculationMode = 'Automatic';
  isScreenSuspended = false;

  constructor(private readonly book: Workbook) {
    super();
  }

  SuspendScreenUpdatingUntilNextSync(): void {
    this.isScreenSuspended = true;
  }
  SuspendApiCalculationUntilNextSync(): void {}

  CreateWorkbook(base64 = ''): WorkbookCreated {
    return new WorkbookCreated(this.book, base64);
  }
}

class WorkbookCreated extends ExcelObject {
  readonly type = 'WorkbookCreated';
  readonly Id: string;

  constructor(
    private readonly book: Workbook,
    private readonly base64: string,
  ) {
    super();
    this.Id = book.newId();
  }

  Open(): void {
    this.book.opened.push(this.base64);
  }
}

class WorkbookProtection extends ExcelObject {
  readonly type = 'WorkbookProtection';
  Protected = false;
}

class AddinInternalService extends ExcelObject {
  readonly type = 'AddinInternalService';
  NotifyActionHandlerReady(): void {}
}
