import type { CellRange } from '../../../src/workbook/address';
import { ExcelObject } from '../excel-object';
import { refuse } from '../refusal';
import { isSameArea, without } from './area';
import type { Worksheet } from './worksheet';

/** A rule that stands on a sheet. */
export interface StandingValidation {
  readonly area: CellRange;
  readonly rule: Readonly<Record<string, unknown>>;
  ignoreBlanks: boolean;
  errorAlert: unknown;
}

const KINDS = ['list', 'wholeNumber', 'decimal', 'date', 'time', 'textLength', 'custom'];
const MAX_LIST = 255;

/** What may be typed into a range. */
export class DataValidation extends ExcelObject {
  readonly type = 'DataValidation';

  constructor(
    private readonly sheet: Worksheet,
    private readonly area: CellRange,
  ) {
    super();
  }

  private get standing(): StandingValidation | undefined {
    return this.sheet.validations.find((one) => isSameArea(one.area, this.area));
  }

  get Rule(): unknown {
    return this.standing?.rule ?? {};
  }
  set Rule(rule: unknown) {
    const kinds = Object.keys(rule as object);
    if (kinds.length !== 1 || !KINDS.includes(kinds[0]!)) refuse('InvalidArgument');
    const { list } = rule as { list?: { source?: unknown } };
    if (list && typeof list.source === 'string' && list.source.length > MAX_LIST) refuse('InvalidArgument');
    this.Clear();
    this.sheet.validations.push({
      area: this.area,
      rule: rule as Record<string, unknown>,
      ignoreBlanks: true,
      errorAlert: undefined,
    });
    this.sheet.touch();
  }

  get IgnoreBlanks(): boolean {
    return this.standing?.ignoreBlanks ?? true;
  }
  set IgnoreBlanks(value: boolean) {
    const standing = this.standing ?? refuse('InvalidOperation');
    standing.ignoreBlanks = value;
    this.sheet.touch();
  }

  get ErrorAlert(): unknown {
    return this.standing?.errorAlert;
  }
  set ErrorAlert(value: unknown) {
    const standing = this.standing ?? refuse('InvalidOperation');
    const { message, style } = value as { message?: string; style?: string };
    if ((message ?? '').length > MAX_LIST || !['Stop', 'Warning', 'Information'].includes(style ?? '')) {
      refuse('InvalidArgument');
    }
    standing.errorAlert = value;
    this.sheet.touch();
  }

  Clear(): void {
    this.sheet.refuseWhereProtected();
    this.sheet.validations = this.sheet.validations.flatMap((one) =>
      without(one.area, this.area).map((area) => ({ ...one, area })),
    );
    this.sheet.touch();
  }
}
