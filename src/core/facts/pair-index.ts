/**
 * Gives each different pair of whole numbers an index 0, 1, 2 … in the order of first sight: what a `Map` of strings
 * would do, in typed arrays and without an object a row (open addressing, linear probing).
 *
 * @example const index = new PairIndex(16); index.of(3, 7) //=> 0; index.of(3, 8) //=> 1; index.of(3, 7) //=> 0
 */
export class PairIndex {
  private slots: Int32Array;
  private first: Int32Array;
  private second: Int32Array;
  private mask: number;
  private count = 0;

  constructor(expected: number) {
    let capacity = 16;
    while (capacity < expected * 2) capacity *= 2;
    this.slots = new Int32Array(capacity).fill(-1);
    this.mask = capacity - 1;
    this.first = new Int32Array(capacity / 2);
    this.second = new Int32Array(capacity / 2);
  }

  get size(): number {
    return this.count;
  }

  of(a: number, b: number): number {
    let at = hashOf(a, b) & this.mask;
    for (;;) {
      const found = this.slots[at]!;
      if (found === -1) break;
      if (this.first[found] === a && this.second[found] === b) return found;
      at = (at + 1) & this.mask;
    }
    if (this.count === this.first.length) {
      this.grow();
      return this.of(a, b);
    }
    this.slots[at] = this.count;
    this.first[this.count] = a;
    this.second[this.count] = b;
    return this.count++;
  }

  firstOf(index: number): number {
    return this.first[index]!;
  }

  secondOf(index: number): number {
    return this.second[index]!;
  }

  private grow(): void {
    const capacity = this.slots.length * 2;
    const first = new Int32Array(capacity / 2);
    const second = new Int32Array(capacity / 2);
    first.set(this.first);
    second.set(this.second);
    this.first = first;
    this.second = second;
    this.slots = new Int32Array(capacity).fill(-1);
    this.mask = capacity - 1;
    for (let index = 0; index < this.count; index++) {
      let at = hashOf(first[index]!, second[index]!) & this.mask;
      while (this.slots[at] !== -1) at = (at + 1) & this.mask;
      this.slots[at] = index;
    }
  }
}

function hashOf(a: number, b: number): number {
  let mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}
