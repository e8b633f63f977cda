import { isDigit, NumberForm } from './number-form';

/** In place of an id. */
export const NO_ID = -1;

/** Longer texts are no numbers of anything. */
const LONGEST = 24;
/** Series at a time, each found by how long its texts are and what they begin with. */
const PLACES = 32;
/** A list of ids may be so long whatever stands in it, … */
const SHORT = 1 << 16;
/** … and longer as long as one of so many of its places is taken. */
const SPARSEST = 8;

/**
 * Texts that run on: numbers of documents, of clients, of articles. The first of its kind (as long, and with the same first
 * letter) says what all begin with; the digits behind that are the place in a list of ids, so that nothing is hashed and
 * no text compared.
 *
 * @example XS00000001, XS00000002, … //=> all begin with XS, ids stand at 1, 2, …
 */
export class NumberedTexts {
  private readonly series: (Series | undefined)[] = new Array<Series | undefined>(PLACES).fill(undefined);

  /**
   * The series that a text may belong to, made where it is the first of its kind; nothing where no digit ends it. A text
   * that does not fit into the series of its kind never will, and one that fits always does until the series is given up.
   */
  seriesOf(text: string): Series | undefined {
    const { length } = text;
    if (length > LONGEST || !isDigit(text.charCodeAt(length - 1))) return undefined;
    return (this.series[placeOf(length, text.charCodeAt(0))] ??= new Series(text));
  }

  /** The series that a text in UTF-8 may belong to, where one of its kind was met. */
  seriesIn(bytes: Uint8Array, from: number, to: number): Series | undefined {
    if (to === from || !isDigit(bytes[to - 1]!)) return undefined;
    const series = this.series[placeOf(to - from, bytes[from]!)];
    return series?.form.length === to - from ? series : undefined;
  }
}

const placeOf = (length: number, first: number): number => (length + first * 5) & (PLACES - 1);

/** Texts of one form, and their ids. */
export class Series {
  readonly form: NumberForm;
  private ids = new Int32Array(SHORT >> 6).fill(NO_ID);
  /** The number whose id stands first in the list. */
  private first: number;
  private count = 0;
  isGivenUp = false;
  isHandedOver = false;

  constructor(sample: string) {
    this.form = new NumberForm(sample);
    this.first = this.form.numberOf(sample);
  }

  /** The id of a number: `next` where it is met for the first time, `NO_ID` where the series has none for it. */
  idOf(number: number, next: number): number {
    if (this.isGivenUp) return NO_ID;
    let place = number - this.first;
    if (place >>> 0 >= this.ids.length) {
      if (!this.reach(number)) return NO_ID;
      place = number - this.first;
    }
    const id = this.ids[place]!;
    if (id !== NO_ID) return id;
    this.ids[place] = next;
    this.count++;
    return next;
  }

  /** The ids of all of its texts, once it is given up: it has none from then on. */
  handOver(): Int32Array {
    const ids = this.ids.filter((id) => id !== NO_ID);
    this.ids = new Int32Array(0);
    this.isHandedOver = true;
    return ids;
  }

  /** Makes the list reach to a number; the series is given up where it would stand nearly empty. */
  private reach(number: number): boolean {
    const { ids, first } = this;
    const newFirst = Math.min(first, number);
    const needed = Math.max(first + ids.length, number + 1) - newFirst;
    const length = Math.max(needed, ids.length * 2);
    if (needed > SHORT && needed > this.count * SPARSEST) {
      this.isGivenUp = true;
      return false;
    }
    // Numbers that come downwards get their room below.
    this.first = number < first ? Math.max(0, first + ids.length - length) : first;
    this.ids = new Int32Array(length).fill(NO_ID);
    this.ids.set(ids, first - this.first);
    return true;
  }
}
