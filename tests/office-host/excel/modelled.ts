import { ExcelObject } from '../excel-object';
import { refuse } from '../refusal';

type Scalar = string | number | boolean | null | object | undefined;

/** What a small class of Excel holds: its properties with their first values, and the objects that hang on it. */
export interface Model {
  readonly scalars?: Readonly<Record<string, Scalar>>;
  /** Allowed words of a property; a property that is not here takes any value of its first value's type. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
  readonly children?: Readonly<Record<string, (touch: () => void) => ExcelObject>>;
}

/**
 * A class that only holds properties (an axis, a legend, a page layout). Only what is listed exists: anything else is
 * refused as not modelled. A word that Excel does not know is refused as Excel does.
 */
export class Modelled extends ExcelObject {
  private readonly held: Record<string, Scalar>;

  constructor(
    readonly type: string,
    model: Model,
    protected readonly touch: () => void,
  ) {
    super();
    this.held = { ...model.scalars };
    for (const [name, first] of Object.entries(this.held)) {
      Object.defineProperty(this, name, {
        enumerable: true,
        configurable: true,
        get: () => this.held[name],
        set: (value: Scalar) => {
          const words = model.words?.[name];
          if (words && !words.includes(String(value))) refuse('InvalidArgument', undefined, `${type}.${name}`);
          if (
            !words &&
            typeof first !== 'object' &&
            first !== undefined &&
            value !== '' &&
            typeof value !== typeof first
          ) {
            refuse('InvalidArgument', undefined, `${type}.${name}`);
          }
          this.held[name] = /Color$/.test(name) ? colorOf(value) : value;
          touch();
        },
      });
    }
    for (const [name, make] of Object.entries(model.children ?? {})) {
      let child: ExcelObject | undefined;
      Object.defineProperty(this, name, { enumerable: false, get: () => (child ??= make(touch)) });
    }
  }

  /** Everything that was set, for comparing and for looking at. */
  get state(): Readonly<Record<string, Scalar>> {
    return this.held;
  }
}

/** `#RRGGBB` in capitals, as Excel gives it back. */
export function colorOf(value: unknown): string {
  const text = String(value);
  if (/^#[0-9a-f]{6}$/i.test(text)) return text.toUpperCase();
  if (text === '' || /^[a-z]+$/i.test(text)) return text;
  return refuse('InvalidArgument');
}
