/** In place of a number. */
export const NO_NUMBER = -1;

const DIGIT_0 = 48;
/** A number of so many digits is a small integer. */
const MOST_DIGITS = 9;

/**
 * What texts that run on have in common: what they begin with, and how many digits follow. With it a text is a number.
 *
 * @example new NumberForm('XS00000017').textOf(5) //=> 'XS00000005'
 */
export class NumberForm {
  /** How long each of them is. */
  readonly length: number;
  readonly start: string;
  /** The code units of the start. */
  private readonly units: Uint16Array;
  private readonly isAscii: boolean;
  /** What stands before a number of so many digits: the start, and the noughts that it is filled up with. */
  private readonly before: readonly string[];

  constructor(sample: string) {
    let digits = 1;
    while (digits < sample.length && digits < MOST_DIGITS && isDigit(sample.charCodeAt(sample.length - digits - 1)))
      digits++;
    this.length = sample.length;
    this.start = sample.slice(0, -digits);
    this.units = Uint16Array.from({ length: this.start.length }, (_, at) => this.start.charCodeAt(at));
    this.before = Array.from({ length: digits + 1 }, (_, own) => this.start + '0'.repeat(digits - own));
    this.isAscii = this.units.every((unit) => unit < 0x80);
  }

  textOf(number: number): string {
    const digits = String(number);
    return this.before[digits.length]! + digits;
  }

  /** The number of a text, `NO_NUMBER` where it is not of this form. */
  numberOf(text: string): number {
    const { units, length } = this;
    if (text.length !== length) return NO_NUMBER;
    for (let at = 0; at < units.length; at++) if (text.charCodeAt(at) !== units[at]) return NO_NUMBER;
    let number = 0;
    for (let at = units.length; at < length; at++) {
      const digit = text.charCodeAt(at) - DIGIT_0;
      if (digit >>> 0 > 9) return NO_NUMBER;
      number = number * 10 + digit;
    }
    return number;
  }

  /** The same of a text in UTF-8, which need not become a string for it. */
  numberIn(bytes: Uint8Array, from: number): number {
    const { units, length } = this;
    if (!this.isAscii) return NO_NUMBER;
    for (let at = 0; at < units.length; at++) if (bytes[from + at] !== units[at]) return NO_NUMBER;
    let number = 0;
    for (let at = units.length; at < length; at++) {
      const digit = bytes[from + at]! - DIGIT_0;
      if (digit >>> 0 > 9) return NO_NUMBER;
      number = number * 10 + digit;
    }
    return number;
  }

  isSameAs(other: NumberForm): boolean {
    return this.length === other.length && this.start === other.start;
  }
}

export const isDigit = (code: number): boolean => code >= DIGIT_0 && code < DIGIT_0 + 10;
