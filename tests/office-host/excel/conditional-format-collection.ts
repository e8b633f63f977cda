import type { CellRange } from '../../../src/workbook/address';
import { ExcelObject } from '../excel-object';
import { refuse, refuseUnmodelled } from '../refusal';
import { intersects, without } from './area';
import { Modelled } from './modelled';
import type { Worksheet } from './worksheet';

/** A conditional format that stands on a sheet. */
export interface StandingFormat {
  readonly areas: readonly CellRange[];
  readonly format: ConditionalFormat;
}

/** The conditional formats of a range. */
export class ConditionalFormatCollection extends ExcelObject {
  readonly type = 'ConditionalFormatCollection';

  constructor(
    private readonly sheet: Worksheet,
    private readonly area: CellRange,
  ) {
    super();
  }

  get Items(): readonly ConditionalFormat[] {
    return this.sheet.conditionalFormats
      .filter(({ areas }) => areas.some((one) => intersects(one, this.area)))
      .map(({ format }) => format);
  }

  Add(kind: string): ConditionalFormat {
    this.sheet.refuseWhereProtected();
    if (kind !== 'DataBar' && kind !== 'CellValue') refuseUnmodelled('ConditionalFormatCollection', `add(${kind})`);
    const format = new ConditionalFormat(this.sheet, kind);
    this.sheet.conditionalFormats.push({ areas: [this.area], format });
    this.sheet.touch();
    return format;
  }

  ClearAll(): void {
    this.sheet.refuseWhereProtected();
    this.sheet.conditionalFormats = this.sheet.conditionalFormats.flatMap(({ areas, format }) => {
      const rest = areas.flatMap((one) => without(one, this.area));
      return rest.length > 0 ? [{ areas: rest, format }] : [];
    });
    this.sheet.touch();
  }
}

export class ConditionalFormat extends ExcelObject {
  readonly type = 'ConditionalFormat';
  readonly Id: string;
  private readonly rule: ExcelObject;

  constructor(
    sheet: Worksheet,
    readonly kind: 'DataBar' | 'CellValue',
  ) {
    super();
    this.Id = sheet.book.newId();
    const touch = (): void => sheet.touch();
    this.rule = kind === 'DataBar' ? makeDataBar(touch) : new CellValueFormat(touch);
  }

  get Type(): string {
    return this.kind;
  }
  get DataBar(): ExcelObject {
    return this.kind === 'DataBar' ? this.rule : refuse('InvalidOperation');
  }
  get CellValue(): ExcelObject {
    return this.kind === 'CellValue' ? this.rule : refuse('InvalidOperation');
  }
}

function makeDataBar(touch: () => void): ExcelObject {
  return new Modelled(
    'DataBarConditionalFormat',
    {
      scalars: { ShowDataBarOnly: false },
      children: {
        PositiveFormat: (below) =>
          new Modelled(
            'ConditionalDataBarPositiveFormat',
            { scalars: { FillColor: '', GradientFill: true, BorderColor: '' } },
            below,
          ),
      },
    },
    touch,
  );
}

const OPERATORS = [
  'Between',
  'NotBetween',
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqual',
  'LessThanOrEqual',
];

class CellValueFormat extends ExcelObject {
  readonly type = 'CellValueConditionalFormat';
  readonly Format: ExcelObject;
  private held: unknown;

  constructor(private readonly touch: () => void) {
    super();
    this.Format = new Modelled(
      'ConditionalRangeFormat',
      {
        children: {
          Font: (below) =>
            new Modelled('ConditionalRangeFont', { scalars: { Color: '', Bold: false, Italic: false } }, below),
          Fill: (below) => new Modelled('ConditionalRangeFill', { scalars: { Color: '' } }, below),
        },
      },
      touch,
    );
  }

  get Rule(): unknown {
    return this.held;
  }
  set Rule(rule: unknown) {
    const { formula1, operator } = rule as { formula1?: unknown; operator?: string };
    if (typeof formula1 !== 'string' || !OPERATORS.includes(operator ?? '')) refuse('InvalidArgument');
    this.held = rule;
    this.touch();
  }
}
