import { parseAddress, type CellRange } from '../../../src/workbook/address';
import { ExcelObject, NULL_OBJECT, type NullObject } from '../excel-object';
import { refuse, refuseUnmodelled } from '../refusal';
import { addressOfArea, shiftRows } from './area';
import { Range } from './range';
import { sheetReference } from './sheet-reference';
import type { Workbook } from './workbook';
import type { Worksheet } from './worksheet';

const MAX_COMMENT = 255;

type Meaning =
  | { readonly kind: 'area'; readonly sheet: Worksheet; readonly area: CellRange }
  /** The cell was deleted, the sheet is there. */
  | { readonly kind: 'lost'; readonly sheet: Worksheet }
  | { readonly kind: 'text'; readonly formula: string };

/** The names that hold in the whole workbook. */
export class NamedItemCollection extends ExcelObject {
  readonly type = 'NamedItemCollection';
  private names: NamedItem[] = [];

  constructor(private readonly book: Workbook) {
    super();
  }

  get Items(): readonly NamedItem[] {
    return this.names;
  }
  GetCount(): number {
    return this.names.length;
  }
  Indexer(name: string): NamedItem {
    return this.find(name) ?? refuse('ItemNotFound');
  }
  GetItemOrNullObject(name: string): NamedItem | NullObject {
    return this.find(name) ?? NULL_OBJECT;
  }

  Add(name: string, reference: Range | string, comment = ''): NamedItem {
    this.book.refuseWhereReadOnly();
    const item = new NamedItem(this.book, this.book.checkItemName(name, undefined), () => {
      this.names = this.names.filter((one) => one !== item);
    });
    if (reference instanceof Range) item.pointAt(reference);
    else item.Formula = reference;
    item.Comment = comment;
    this.names.push(item);
    this.book.touch();
    return item;
  }

  /** What inserting and deleting rows does to names that point at the sheet. */
  shiftRows(sheet: Worksheet, at: number, count: number): void {
    for (const item of this.names) item.shiftRows(sheet, at, count);
  }

  private find(name: string): NamedItem | undefined {
    return this.names.find((item) => item.Name.toLowerCase() === String(name).toLowerCase());
  }
}

/** A name, what it stands for, and its comment. */
export class NamedItem extends ExcelObject {
  readonly type = 'NamedItem';
  readonly Scope = 'Workbook';
  private meaning: Meaning = { kind: 'text', formula: '=0' };
  private heldComment = '';

  constructor(
    private readonly book: Workbook,
    readonly Name: string,
    private readonly remove: () => void,
  ) {
    super();
  }

  /** What Office.js finds an item of a collection by. */
  get _Id(): string {
    return this.Name;
  }

  get Comment(): string {
    return this.heldComment;
  }
  set Comment(comment: string) {
    this.book.refuseWhereReadOnly();
    if (comment.length > MAX_COMMENT) refuse('InvalidArgument');
    this.heldComment = comment;
    this.book.touch();
  }

  /** Follows its sheet through renaming; `#REF!` once the sheet is deleted. */
  get Formula(): string {
    if (this.meaning.kind === 'text') return this.meaning.formula;
    if (this.meaning.kind === 'lost') {
      const { sheet } = this.meaning;
      return sheet.isGone ? '=#REF!#REF!' : `=${sheetReference(sheet.Name)}!#REF!`;
    }
    const { sheet, area } = this.meaning;
    const reference = addressOfArea(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    return sheet.isGone ? `=#REF!${reference}` : `=${sheetReference(sheet.Name)}!${reference}`;
  }
  set Formula(formula: string) {
    this.book.refuseWhereReadOnly();
    if (!formula.startsWith('=')) refuse('InvalidArgument');
    if (/^="(?:[^"]|"")*"$/.test(formula)) {
      this.meaning = { kind: 'text', formula };
    } else {
      const match = /^=(?:'((?:[^']|'')*)'|([^'!]+))!(.+)$/.exec(formula);
      const area = match && parseAddress(match[3]!);
      if (!match || !area) refuseUnmodelled('NamedItem', `formula ${formula}`);
      const sheet = this.book.findSheet((match[1] ?? match[2]!).replace(/''/g, "'"));
      // Assumed: a name cannot be pointed at a sheet that is not there.
      this.meaning = { kind: 'area', sheet: sheet ?? refuse('InvalidArgument'), area };
    }
    this.book.touch();
  }

  shiftRows(sheet: Worksheet, at: number, count: number): void {
    if (this.meaning.kind !== 'area' || this.meaning.sheet !== sheet) return;
    const { area } = this.meaning;
    const isDeleted = count < 0 && area.row >= at && area.row + area.rows <= at - count;
    this.meaning = isDeleted ? { kind: 'lost', sheet } : { kind: 'area', sheet, area: shiftRows(area, at, count) };
  }

  pointAt(range: Range): void {
    this.meaning = { kind: 'area', sheet: range.Worksheet, area: range.area };
  }

  GetRangeOrNullObject(): Range | NullObject {
    if (this.meaning.kind !== 'area' || this.meaning.sheet.isGone) return NULL_OBJECT;
    return this.meaning.sheet.rangeAt(this.meaning.area);
  }

  Delete(): void {
    this.isGone = true;
    this.remove();
    this.book.touch();
  }
}
