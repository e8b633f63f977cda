import type { NumberForm } from './number-form';

/** In place of a form: the text is held as it is. */
const PLAIN = 0;
/** Forms that one list tells apart; texts of further ones are held as they are. */
const MOST_FORMS = 255;

/**
 * Distinct texts in the order in which they came. One that runs on with others (XS00000001) is held as its number, which
 * takes five bytes, and made again when it is read: a million order numbers are no million strings.
 */
export class TextList {
  length = 0;
  private readonly plain: string[] = [];
  private readonly forms: NumberForm[] = [];
  /** By place: 1 for the first of the forms, and so on, or `PLAIN`. */
  private kinds = new Uint8Array(16);
  /** By place: the number in that form, or the place among the plain ones. */
  private numbers = new Int32Array(16);
  /** What was looked up last. */
  private lastForm: NumberForm | undefined;
  private lastKind = PLAIN;

  at(place: number): string | undefined {
    if (!(place >= 0 && place < this.length)) return undefined;
    const kind = this.kinds[place]!;
    const number = this.numbers[place]!;
    return kind === PLAIN ? this.plain[number] : this.forms[kind - 1]!.textOf(number);
  }

  /** Whether a text stands at a place. */
  holds(place: number, text: string): boolean {
    const kind = this.kinds[place]!;
    const number = this.numbers[place]!;
    return kind === PLAIN ? this.plain[number] === text : this.forms[kind - 1]!.numberOf(text) === number;
  }

  /** The form of the text at a place, where it is held as a number. */
  formAt(place: number): NumberForm | undefined {
    const kind = this.kinds[place]!;
    return kind === PLAIN ? undefined : this.forms[kind - 1];
  }

  /** The place that it gets. */
  push(text: string): number {
    return this.put(PLAIN, this.plain.push(text) - 1);
  }

  pushNumber(form: NumberForm, number: number): number {
    const kind = this.kindOf(form);
    return kind === PLAIN ? this.push(form.textOf(number)) : this.put(kind, number);
  }

  /** A text of another list, held as it is held there. */
  pushFrom(other: TextList, place: number): number {
    const form = other.formAt(place);
    return form ? this.pushNumber(form, other.numbers[place]!) : this.push(other.at(place)!);
  }

  /** Whether any is held as a number. */
  get hasNumbers(): boolean {
    return this.forms.length > 0;
  }

  /** All of them as strings, which is no copy where they are held so. */
  strings(): readonly string[] {
    return this.hasNumbers ? [...this] : this.plain;
  }

  map<T>(each: (text: string, place: number) => T): T[] {
    return Array.from({ length: this.length }, (_, place) => each(this.at(place)!, place));
  }

  *[Symbol.iterator](): Iterator<string> {
    for (let place = 0; place < this.length; place++) yield this.at(place)!;
  }

  private put(kind: number, number: number): number {
    if (this.length === this.kinds.length) this.grow();
    this.kinds[this.length] = kind;
    this.numbers[this.length] = number;
    return this.length++;
  }

  private grow(): void {
    const { kinds, numbers } = this;
    this.kinds = new Uint8Array(kinds.length * 2);
    this.kinds.set(kinds);
    this.numbers = new Int32Array(numbers.length * 2);
    this.numbers.set(numbers);
  }

  private kindOf(form: NumberForm): number {
    if (form !== this.lastForm) {
      this.lastForm = form;
      this.lastKind = this.findKind(form);
    }
    return this.lastKind;
  }

  /** Beside `kindOf`, as a function that makes another costs something at each call. */
  private findKind(form: NumberForm): number {
    const found = this.forms.findIndex((one) => one.isSameAs(form));
    if (found !== -1) return found + 1;
    return this.forms.length === MOST_FORMS ? PLAIN : this.forms.push(form);
  }
}
