/**
 * An object that looks its figures up when they are read, in what all of its kind share. That is no part of what it says: it is
 * not listed with the object's own fields, and two objects that say the same are equal whatever they were read from.
 *
 * @example class Rhythm extends ReadFrom<History> { get orderDays() { return this.from.counts[this.client]; } }
 */
export abstract class ReadFrom<Source> {
  declare protected readonly from: Source;

  constructor(from: Source) {
    Object.defineProperty(this, 'from', { value: from });
  }
}
