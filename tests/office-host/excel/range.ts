import type { CellRange } from '../../../src/workbook/address';
import { ExcelObject, NULL_OBJECT, type NullObject } from '../excel-object';
import { refuse, refuseUnmodelled } from '../refusal';
import { addressOfArea, areaOf, areaOfAddress, intersects, isSameArea } from './area';
import type { HeldCell } from './cell-grid';
import { ConditionalFormatCollection } from './conditional-format-collection';
import { DataValidation } from './data-validation';
import { RangeFormat } from './range-format';
import { sheetReference } from './sheet-reference';
import { cellOfInput } from './typed-input';
import type { Hyperlink, Worksheet } from './worksheet';

const MAX_TEXT = 32_767;

/** Rows and columns of one sheet. */
export class Range extends ExcelObject {
  readonly type = 'Range';
  private format: RangeFormat | undefined;

  constructor(
    private readonly sheet: Worksheet,
    readonly area: CellRange,
  ) {
    super();
  }

  get Format(): RangeFormat {
    return (this.format ??= new RangeFormat(this.sheet, this.area));
  }

  get Worksheet(): Worksheet {
    return this.sheet.isGone ? refuse('ItemNotFound') : this.sheet;
  }
  get Address(): string {
    return `${sheetReference(this.sheet.Name)}!${addressOfArea(this.area)}`;
  }
  /** Points from the sheet's corner; a row or column without a size of its own has Excel's. */
  get Left(): number {
    return this.points('columnWidth', 0, this.area.column);
  }
  get Top(): number {
    return this.points('rowHeight', 0, this.area.row);
  }
  get Height(): number {
    return this.points('rowHeight', this.area.row, this.area.rows);
  }
  private points(key: 'columnWidth' | 'rowHeight', from: number, count: number): number {
    const usual = key === 'rowHeight' ? 15 : 48;
    let sum = 0;
    for (let at = from; at < from + count; at++) {
      const size = key === 'rowHeight' ? this.sheet.paint.at(at, 0, key) : this.sheet.paint.at(0, at, key);
      sum += typeof size === 'number' ? size : usual;
    }
    return sum;
  }
  get RowIndex(): number {
    return this.area.row;
  }
  get ColumnIndex(): number {
    return this.area.column;
  }
  get RowCount(): number {
    return this.area.rows;
  }
  get ColumnCount(): number {
    return this.area.columns;
  }
  get CellCount(): number {
    const count = this.area.rows * this.area.columns;
    return count > 2 ** 31 - 1 ? -1 : count;
  }

  // --- values --------------------------------------------------------------------------------------------------------

  get Values(): unknown {
    return this.grid((cell) => (cell === undefined ? '' : shownValue(cell)));
  }
  set Values(values: unknown) {
    this.write(values);
  }
  get Formulas(): unknown {
    return this.grid((cell) => cell?.formula ?? (cell === undefined ? '' : shownValue(cell)));
  }
  /** Assumed: nothing is worked out here, so a formula goes on showing the value that it is put over. */
  set Formulas(values: unknown) {
    const before = new Map<string, HeldCell>();
    this.map((row, column) => {
      const cell = this.sheet.grid.at(row, column);
      if (cell) before.set(`${row},${column}`, cell);
    });
    this.write(values);
    this.map((row, column) => {
      const cell = this.sheet.grid.at(row, column);
      const shown = before.get(`${row},${column}`);
      if (cell?.formula !== undefined) this.sheet.grid.put(row, column, { ...cell, value: shown?.value ?? '' });
    });
  }
  get Text(): unknown {
    return this.grid((cell) => (cell === undefined ? '' : String(shownValue(cell))));
  }
  get ValueTypes(): unknown {
    return this.grid((cell) => typeOfCell(cell));
  }
  get NumberFormat(): unknown {
    if (this.isOversize) return this.refuseOversize();
    return this.map((row, column) => this.sheet.paint.at(row, column, 'numberFormat') ?? 'General');
  }
  set NumberFormat(formats: unknown) {
    this.sheet.refuseWhereProtected();
    if (Array.isArray(formats)) {
      this.eachOf(formats, (row, column, format) => {
        if (format !== null) {
          this.sheet.paint.put({ row, column, rows: 1, columns: 1 }, 'numberFormat', String(format));
        }
      });
    } else {
      this.sheet.paint.put(this.area, 'numberFormat', String(formats));
    }
    this.sheet.touch();
  }

  private get isOversize(): boolean {
    return this.area.rows * this.area.columns > this.sheet.book.profile.maxCells;
  }

  private refuseOversize(): null {
    return this.sheet.book.profile.oversizeRead === 'null' ? null : refuse('RangeExceedsLimit');
  }

  private grid<T>(show: (cell: HeldCell | undefined) => T): T[][] | null {
    if (this.isOversize) return this.refuseOversize();
    return this.map((row, column) => show(this.sheet.grid.at(row, column)));
  }

  private map<T>(at: (row: number, column: number) => T): T[][] {
    const { row, column, rows, columns } = this.area;
    const all: T[][] = [];
    for (let down = 0; down < rows; down++) {
      const line: T[] = [];
      for (let across = 0; across < columns; across++) line.push(at(row + down, column + across));
      all.push(line);
    }
    return all;
  }

  /** Calls for each cell of a grid that has the range's shape, or refuses as Excel does. */
  private eachOf(values: readonly unknown[], put: (row: number, column: number, value: unknown) => void): void {
    this._ValidateArraySize(values.length, (values[0] as readonly unknown[] | undefined)?.length ?? 0);
    const { row, column } = this.area;
    (values as readonly (readonly unknown[])[]).forEach((cells, down) => {
      if (!Array.isArray(cells) || cells.length !== this.area.columns) refuse('InvalidArgument', SHAPE, 'Range.values');
      cells.forEach((value, across) => put(row + down, column + across, value));
    });
  }

  private write(values: unknown): void {
    this.sheet.refuseWhereProtected();
    if (this.isOversize) refuse('RangeExceedsLimit');
    const hidden = this.sheet.hiddenRows();
    if (!Array.isArray(values)) {
      this.map((row, column) => this.put(row, column, values));
    } else {
      const visible = Array.from({ length: this.area.rows }, (_, down) => this.area.row + down).filter(
        (row) => !hidden.has(row),
      );
      const isFiltered = visible.length < this.area.rows;
      this.eachOf(values, (row, column, value) => {
        // office-js issues 224 and 226: values written over filtered rows land in the visible rows instead.
        const target = isFiltered ? visible[row - this.area.row] : row;
        if (target !== undefined) this.put(target, column, value);
      });
    }
    this.sheet.touch();
    this.sheet.notifyChanged(addressOfArea(this.area));
  }

  private put(row: number, column: number, value: unknown): void {
    // Documented: null leaves a cell as it is.
    if (value === null || value === undefined) return;
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') refuse('InvalidArgument');
    if (typeof value === 'string' && value.length > MAX_TEXT) refuse('InvalidArgument');
    const merged = this.sheet.merges.find((area) => intersects(area, { row, column, rows: 1, columns: 1 }));
    // A merged range shows and keeps its first cell only.
    if (merged && (merged.row !== row || merged.column !== column)) return;
    const format = String(this.sheet.paint.at(row, column, 'numberFormat') ?? 'General');
    this.sheet.grid.put(row, column, cellOfInput(value, format, this.sheet.book.dateBase));
  }

  /** What Office.js sends before a large grid that it cuts into rows. */
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.area.rows || columns !== this.area.columns) refuse('InvalidArgument', SHAPE, 'Range.values');
  }

  // --- other ranges --------------------------------------------------------------------------------------------------

  GetCell(row: number, column: number): Range {
    return this.sheet.rangeAt(areaOf(this.area.row + row, this.area.column + column, 1, 1));
  }
  GetRow(row: number): Range {
    if (row < 0 || row >= this.area.rows) refuse('InvalidArgument');
    return this.sheet.rangeAt(areaOf(this.area.row + row, this.area.column, 1, this.area.columns));
  }
  GetColumn(column: number): Range {
    if (column < 0 || column >= this.area.columns) refuse('InvalidArgument');
    return this.sheet.rangeAt(areaOf(this.area.row, this.area.column + column, this.area.rows, 1));
  }
  GetBoundingRect(other: Range | string): Range {
    const { row, column, rows, columns } = this.areaOfOther(other);
    const top = Math.min(this.area.row, row);
    const left = Math.min(this.area.column, column);
    return this.sheet.rangeAt(
      areaOf(
        top,
        left,
        Math.max(this.area.row + this.area.rows, row + rows) - top,
        Math.max(this.area.column + this.area.columns, column + columns) - left,
      ),
    );
  }
  GetUsedRangeOrNullObject(valuesOnly = false): Range | NullObject {
    const used = this.sheet.usedArea(valuesOnly);
    if (!used || !intersects(used, this.area)) return NULL_OBJECT;
    const row = Math.max(used.row, this.area.row);
    const column = Math.max(used.column, this.area.column);
    return this.sheet.rangeAt(
      areaOf(
        row,
        column,
        Math.min(used.row + used.rows, this.area.row + this.area.rows) - row,
        Math.min(used.column + used.columns, this.area.column + this.area.columns) - column,
      ),
    );
  }

  private areaOfOther(other: Range | string): CellRange {
    return other instanceof Range ? other.area : areaOfAddress(other);
  }

  // --- what can be done to a range -----------------------------------------------------------------------------------

  Clear(what = 'All'): void {
    this.sheet.refuseWhereProtected();
    if (!['All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks'].includes(what)) refuse('InvalidArgument');
    if (what === 'All' || what === 'Contents') {
      this.sheet.grid.clear(this.area);
      this.sheet.renameEmptyHeaders(this.area);
    }
    if (what === 'All' || what === 'Formats') {
      this.sheet.paint.clear(this.area, (key) => key === 'columnWidth' || key === 'rowHeight');
      // Assumed: clearing formats takes conditional formats and merges with it.
      this.ConditionalFormats.ClearAll();
      this.Unmerge();
    }
    if (what === 'All' || what.includes('Hyperlinks')) this.sheet.clearHyperlinks(this.area);
    if (what === 'All') this.DataValidation.Clear();
    this.sheet.touch();
  }

  CopyFrom(source: Range | string, what = 'All'): void {
    this.sheet.refuseWhereProtected();
    if (what !== 'Values') refuseUnmodelled('Range', `copyFrom(${what})`);
    if (!(source instanceof Range)) return refuseUnmodelled('Range', 'copyFrom(address)');
    if (source.area.rows !== this.area.rows || source.area.columns !== this.area.columns) {
      refuseUnmodelled('Range', 'copyFrom of another shape');
    }
    if (this.sheet.hiddenRows().size > 0) refuseUnmodelled('Range', 'copyFrom on a filtered sheet');
    const cells = source.map((row, column) => source.sheet.grid.at(row, column));
    this.map((row, column) => {
      const cell = cells[row - this.area.row]![column - this.area.column];
      this.sheet.grid.put(row, column, cell && { value: cell.value });
    });
    this.sheet.touch();
  }

  Merge(across = false): void {
    this.sheet.refuseWhereProtected();
    if (across) refuseUnmodelled('Range', 'merge(true)');
    if (this.sheet.tableRanges().some((area) => intersects(area, this.area))) refuse('InvalidOperation');
    this.Unmerge();
    this.sheet.merges.push(this.area);
    this.map((row, column) => {
      if (row !== this.area.row || column !== this.area.column) this.sheet.grid.put(row, column, undefined);
    });
    this.sheet.touch();
  }

  Group(by: string): void {
    this.sheet.refuseWhereProtected();
    if (by !== 'ByColumns') refuseUnmodelled('Range', `group(${by})`);
    const { column, columns } = this.area;
    // Assumed: grouping a group again makes a level more, which nothing of ours asks for.
    if (this.sheet.columnGroups.some((one) => one.column === column && one.columns === columns))
      refuseUnmodelled('Range', 'group of a group');
    this.sheet.columnGroups.push({ column, columns, isClosed: false });
    this.sheet.touch();
  }

  HideGroupDetails(by: string): void {
    this.sheet.refuseWhereProtected();
    if (by !== 'ByColumns') refuseUnmodelled('Range', `hideGroupDetails(${by})`);
    const { column, columns } = this.area;
    const group = this.sheet.columnGroups.find((one) => one.column === column && one.columns === columns);
    if (!group) refuse('InvalidOperation');
    group.isClosed = true;
    this.sheet.touch();
  }

  Unmerge(): void {
    this.sheet.refuseWhereProtected();
    this.sheet.merges = this.sheet.merges.filter((area) => !intersects(area, this.area));
    this.sheet.touch();
  }

  Select(): void {
    this.sheet.Activate();
    this.sheet.selection = this.area;
  }

  get Hyperlink(): Hyperlink | null {
    return this.sheet.hyperlinkAt(this.area.row, this.area.column);
  }
  set Hyperlink(link: Hyperlink | null) {
    this.sheet.refuseWhereProtected();
    if (link === null) refuse('InvalidArgument');
    if (!link.address && !link.documentReference) refuse('InvalidArgument');
    if (this.area.rows * this.area.columns !== 1) refuseUnmodelled('Range', 'hyperlink of several cells');
    this.sheet.setHyperlink(this.area.row, this.area.column, link);
    // Assumed: without words of its own the link shows where it leads, over what the cell held.
    this.put(this.area.row, this.area.column, `'${link.textToDisplay ?? link.documentReference ?? link.address}`);
    this.sheet.paint.put(this.area, 'font.color', '#0563C1');
    this.sheet.paint.put(this.area, 'font.underline', 'Single');
    this.sheet.touch();
  }

  get ConditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.sheet, this.area);
  }
  get DataValidation(): DataValidation {
    return new DataValidation(this.sheet, this.area);
  }

  isSame(other: Range): boolean {
    return this.sheet === other.sheet && isSameArea(this.area, other.area);
  }
}

const SHAPE = "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

function shownValue({ value }: HeldCell): string | number | boolean {
  return typeof value === 'object' ? value.error : value;
}

function typeOfCell(cell: HeldCell | undefined): string {
  if (cell === undefined) return 'Empty';
  if (typeof cell.value === 'object') return 'Error';
  return { string: 'String', number: 'Double', boolean: 'Boolean' }[typeof cell.value as 'string'];
}
