import type { CellRange } from '../../../src/workbook/address';
import { ExcelObject } from '../excel-object';
import { refuse } from '../refusal';
import { colorOf } from './modelled';
import type { PaintValue } from './paint';
import type { Worksheet } from './worksheet';

type Check = (value: unknown) => PaintValue;

const flag: Check = (value) => (typeof value === 'boolean' ? value : refuse('InvalidArgument'));
const positive: Check = (value) =>
  typeof value === 'number' && value >= 0 && value <= 1638 ? value : refuse('InvalidArgument');
const text: Check = (value) => (typeof value === 'string' ? value : refuse('InvalidArgument'));
const word =
  (...words: string[]): Check =>
  (value) =>
    words.includes(String(value)) ? String(value) : refuse('InvalidArgument');

/** A group of formats of a range: each property is a stroke over its area. */
abstract class PaintedFormat extends ExcelObject {
  constructor(
    readonly sheet: Worksheet,
    readonly area: CellRange,
    /** Of the keys of its strokes. */
    readonly prefix: string,
  ) {
    super();
  }
}

/** Gives a class its properties by name: what an untouched cell has, and what may be set. */
function paints(
  { prototype }: { readonly prototype: PaintedFormat },
  properties: Readonly<Record<string, readonly [PaintValue, Check]>>,
): void {
  for (const [name, [first, check]] of Object.entries(properties)) {
    const key = name[0]!.toLowerCase() + name.slice(1);
    Object.defineProperty(prototype, name, {
      get(this: PaintedFormat) {
        const value = this.sheet.paint.over(this.area, this.prefix + key);
        return value === undefined ? first : value;
      },
      set(this: PaintedFormat, value: unknown) {
        this.sheet.refuseWhereProtected();
        this.sheet.paint.put(this.area, this.prefix + key, check(value));
        this.sheet.touch();
      },
    });
  }
}

export class RangeFormat extends PaintedFormat {
  readonly type = 'RangeFormat';

  constructor(sheet: Worksheet, area: CellRange) {
    super(sheet, area, '');
  }

  get Font(): RangeFont {
    return new RangeFont(this.sheet, this.area);
  }
  get Fill(): RangeFill {
    return new RangeFill(this.sheet, this.area);
  }
  get Borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.sheet, this.area);
  }
  get Protection(): FormatProtection {
    return new FormatProtection(this.sheet, this.area);
  }
}

paints(RangeFormat, {
  ColumnWidth: [48, positive],
  RowHeight: [15, positive],
  WrapText: [false, flag],
  HorizontalAlignment: ['General', word('General', 'Left', 'Center', 'Right', 'Fill', 'Justify')],
  VerticalAlignment: ['Bottom', word('Top', 'Center', 'Bottom', 'Justify', 'Distributed')],
  IndentLevel: [0, positive],
});

class RangeFont extends PaintedFormat {
  readonly type = 'RangeFont';

  constructor(sheet: Worksheet, area: CellRange) {
    super(sheet, area, 'font.');
  }
}

paints(RangeFont, {
  Bold: [false, flag],
  Italic: [false, flag],
  Underline: ['None', word('None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant')],
  Size: [11, positive],
  Color: ['#000000', colorOf],
  Name: ['Calibri', text],
});

class RangeFill extends PaintedFormat {
  readonly type = 'RangeFill';

  constructor(sheet: Worksheet, area: CellRange) {
    super(sheet, area, 'fill.');
  }

  Clear(): void {
    this.sheet.refuseWhereProtected();
    this.sheet.paint.clear(this.area, (key) => !key.startsWith('fill.'));
    this.sheet.touch();
  }
}

paints(RangeFill, { Color: ['#FFFFFF', colorOf] });

class FormatProtection extends PaintedFormat {
  readonly type = 'FormatProtection';

  constructor(sheet: Worksheet, area: CellRange) {
    super(sheet, area, 'protection.');
  }
}

paints(FormatProtection, { Locked: [true, flag] });

const SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal'];

class RangeBorderCollection extends ExcelObject {
  readonly type = 'RangeBorderCollection';

  constructor(
    private readonly sheet: Worksheet,
    private readonly area: CellRange,
  ) {
    super();
  }

  Indexer(side: string): RangeBorder {
    if (!SIDES.includes(side)) refuse('InvalidArgument');
    const { rows, columns } = this.area;
    // Assumed: an inner line of a range that has no inside is refused.
    if ((side === 'InsideVertical' && columns < 2) || (side === 'InsideHorizontal' && rows < 2)) {
      refuse('InvalidArgument');
    }
    return new RangeBorder(this.sheet, this.area, side);
  }
}

class RangeBorder extends PaintedFormat {
  readonly type = 'RangeBorder';

  constructor(
    sheet: Worksheet,
    area: CellRange,
    readonly SideIndex: string,
  ) {
    super(sheet, area, `border.${SideIndex}.`);
  }
}

paints(RangeBorder, {
  Style: ['None', word('None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot')],
  Weight: ['Thin', word('Hairline', 'Thin', 'Medium', 'Thick')],
  Color: ['#000000', colorOf],
});
