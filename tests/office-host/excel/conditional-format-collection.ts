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
    if (kind !== 'DataBar' && kind !== 'Custom') refuseUnmodelled('ConditionalFormatCollection', `add(${kind})`);
    const format = new ConditionalFormat(this.sheet, kind);
    // Documented: at the top priority.
    this.sheet.conditionalFormats.unshift({ areas: [this.area], format });
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
    readonly kind: 'DataBar' | 'Custom',
  ) {
    super();
    this.Id = sheet.book.newId();
    const touch = (): void => sheet.touch();
    this.rule = kind === 'DataBar' ? makeDataBar(touch) : makeCustom(touch);
  }

  get Type(): string {
    return this.kind;
  }
  get DataBar(): ExcelObject {
    return this.kind === 'DataBar' ? this.rule : refuse('InvalidOperation');
  }
  get Custom(): ExcelObject {
    return this.kind === 'Custom' ? this.rule : refuse('InvalidOperation');
  }
  /** The formula of a custom rule. */
  get formula(): string {
    return this.kind === 'Custom' ? String((this.rule.member('Rule') as Modelled).state.Formula) : '';
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

function makeCustom(touch: () => void): ExcelObject {
  return new Modelled(
    'CustomConditionalFormat',
    {
      children: {
        Rule: (below) => new Modelled('ConditionalFormatRule', { scalars: { Formula: '' } }, below),
        Format: (below) =>
          new Modelled(
            'ConditionalRangeFormat',
            {
              children: {
                Font: (deeper) =>
                  new Modelled('ConditionalRangeFont', { scalars: { Color: '', Bold: false, Italic: false } }, deeper),
                Borders: (deeper) =>
                  new Modelled(
                    'ConditionalRangeBorderCollection',
                    {
                      children: {
                        Top: (line) =>
                          new Modelled('ConditionalRangeBorder', { scalars: { Style: 'None', Color: '' } }, line),
                      },
                    },
                    deeper,
                  ),
                Fill: (deeper) => new Modelled('ConditionalRangeFill', { scalars: { Color: '' } }, deeper),
              },
            },
            below,
          ),
      },
    },
    touch,
  );
}
