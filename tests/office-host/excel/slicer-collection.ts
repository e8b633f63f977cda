import { ExcelObject, NULL_OBJECT, type NullObject } from '../excel-object';
import { refuse } from '../refusal';
import { Table } from './table';
import type { Workbook } from './workbook';
import type { Worksheet } from './worksheet';

/** Buttons that filter a table by one of its columns. */
export class Slicer extends ExcelObject {
  readonly type = 'Slicer';
  readonly Id: string;
  Caption: string;
  private heldName: string;
  private readonly box = { Left: 0, Top: 0, Width: 144, Height: 187.5 };

  constructor(
    readonly table: Table,
    readonly column: string,
    readonly Worksheet: Worksheet,
  ) {
    super();
    this.Id = Worksheet.book.newId();
    this.Caption = column;
    this.heldName = Worksheet.book.Slicers.freeName(column);
  }

  get Name(): string {
    return this.heldName;
  }
  set Name(name: string) {
    // Assumed: two slicers of one name are refused.
    const other = this.Worksheet.book.Slicers.GetItemOrNullObject(name);
    if (other !== this && other !== NULL_OBJECT) refuse('InvalidArgument');
    this.heldName = name;
    this.touch();
  }
  get Left(): number {
    return this.box.Left;
  }
  set Left(points: number) {
    this.place('Left', points, 0);
  }
  get Top(): number {
    return this.box.Top;
  }
  set Top(points: number) {
    this.place('Top', points, 0);
  }
  get Width(): number {
    return this.box.Width;
  }
  set Width(points: number) {
    this.place('Width', points, Number.MIN_VALUE);
  }
  get Height(): number {
    return this.box.Height;
  }
  set Height(points: number) {
    this.place('Height', points, Number.MIN_VALUE);
  }

  Delete(): void {
    this.Worksheet.refuseWhereProtected();
    this.isGone = true;
    this.Worksheet.book.Slicers.remove(this);
  }

  /** Documented: a negative place, and a size that is not above nought, are refused. */
  private place(side: keyof Slicer['box'], points: number, least: number): void {
    if (typeof points !== 'number' || points < least) refuse('InvalidArgument');
    this.box[side] = points;
    this.touch();
  }

  private touch(): void {
    this.Worksheet.touch();
  }
}

/** The slicers of a workbook. */
export class SlicerCollection extends ExcelObject {
  readonly type = 'SlicerCollection';
  private slicers: Slicer[] = [];

  constructor(private readonly book: Workbook) {
    super();
  }

  /** Those whose table or sheet is gone went with it. */
  get Items(): readonly Slicer[] {
    return this.slicers.filter(({ table, Worksheet }) => !table.isGone && !Worksheet.isGone);
  }

  Add(source: Table | string, field: string, destination: Worksheet | string): Slicer {
    const table = source instanceof Table ? source : this.book.Tables.GetItemOrNullObject(source);
    const sheet = typeof destination === 'string' ? this.book.findSheet(destination) : destination;
    if (!(table instanceof Table) || !sheet) return refuse('InvalidArgument');
    sheet.refuseWhereProtected();
    const headers = Array.from({ length: table.area.columns }, (_, at) =>
      String(table.sheet.grid.at(table.area.row, table.area.column + at)?.value),
    );
    if (!headers.includes(field)) refuse('InvalidArgument');
    const slicer = new Slicer(table, field, sheet);
    this.slicers.push(slicer);
    sheet.touch();
    return slicer;
  }

  GetItemOrNullObject(key: string): Slicer | NullObject {
    return this.Items.find(({ Id, Name }) => Id === key || Name === key) ?? NULL_OBJECT;
  }
  GetItem(key: string): Slicer {
    return (this.Items.find(({ Id, Name }) => Id === key || Name === key) ?? refuse('ItemNotFound')) as Slicer;
  }
  Indexer(key: string): Slicer {
    return this.GetItem(key);
  }

  freeName(stem: string): string {
    for (let number = 0; ; number++) {
      const name = number === 0 ? stem : `${stem} ${number}`;
      if (!this.slicers.some((one) => one.Name === name)) return name;
    }
  }

  remove(slicer: Slicer): void {
    this.slicers = this.slicers.filter((one) => one !== slicer);
    this.book.touch();
  }
}
