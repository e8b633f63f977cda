/** Taken out of its object once: a lookup for each character is most of the work where tests run. */
const { imul } = Math;
const BLOCK_ROWS = 1 << 15;
const [EMPTY_CELL, FALSE_CELL, TRUE_CELL, NUMBER_CELL, TEXT_CELL] = [1, 2, 3, 4, 5];
/** A number's kind and bits, side by side. */
const BITS = new Float64Array(2);
const NUMBER_WORDS = new Int32Array(BITS.buffer, 4);
const KIND_WORD = NUMBER_WORDS.subarray(0, 1);

/**
 * A running 53-bit hash (cyrb53) of strings and numbers: equal input, equal hash, on every machine.
 *
 * Not a secret and not proof against forgery: it only says whether something changed.
 */
export class Fingerprint {
  private low = 0xdeadbeef;
  private high = 0x41c6ce57;

  add(part: string | number): this {
    const text = typeof part === 'string' ? part : String(part);
    let { low, high } = this;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      low = imul(low ^ code, 2654435761);
      high = imul(high ^ code, 1597334677);
    }
    // A separator, so that 'ab' + 'c' and 'a' + 'bc' differ.
    this.low = imul(low ^ 0x1f, 2654435761);
    this.high = imul(high ^ 0x1f, 1597334677);
    return this;
  }

  /** A cell. Its kind goes in with it, as 5 is not the text 5; a number goes in by its bits and is never a text. */
  addCell(value: string | number | boolean | null): this {
    if (typeof value === 'string') {
      this.addKind(TEXT_CELL);
      return this.add(value);
    }
    if (typeof value === 'number') {
      NUMBER_WORDS[0] = NUMBER_CELL;
      // Zero has no sign here.
      BITS[1] = value + 0;
      this.addWords(NUMBER_WORDS);
    } else {
      this.addKind(value === null ? EMPTY_CELL : value ? TRUE_CELL : FALSE_CELL);
    }
    return this;
  }

  private addKind(kind: number): void {
    KIND_WORD[0] = kind;
    this.addWords(KIND_WORD);
  }

  /** The cells of a column, bit by bit: quick enough for a million rows. */
  addArray(cells: Int8Array | Int32Array | Uint16Array | Float64Array): this {
    if (cells.BYTES_PER_ELEMENT >= 4) {
      this.addWords(new Int32Array(cells.buffer, cells.byteOffset, cells.byteLength / 4));
      return this.add(cells.length);
    }
    return this.addRows(cells.length, (row) => cells[row]!);
  }

  /** As `addArray` of whole numbers that are made row by row: at no time is there more than a block of them. */
  addRows(rows: number, valueAt: (row: number) => number): this {
    const block = new Int32Array(Math.min(rows, BLOCK_ROWS));
    for (let from = 0; from < rows; from += BLOCK_ROWS) {
      const count = Math.min(BLOCK_ROWS, rows - from);
      for (let at = 0; at < count; at++) block[at] = valueAt(from + at);
      this.addWords(block.subarray(0, count));
    }
    return this.add(rows);
  }

  private addWords(words: Int32Array): void {
    let { low, high } = this;
    for (let index = 0; index < words.length; index++) {
      const word = words[index]!;
      low = imul(low ^ word, 2654435761);
      low ^= low >>> 15;
      high = imul(high ^ word, 1597334677);
      high ^= high >>> 13;
    }
    this.low = low;
    this.high = high;
  }

  /** Fourteen hexadecimal digits. */
  text(): string {
    let { low, high } = this;
    low = imul(low ^ (low >>> 16), 2246822507) ^ imul(high ^ (high >>> 13), 3266489909);
    high = imul(high ^ (high >>> 16), 2246822507) ^ imul(low ^ (low >>> 13), 3266489909);
    return ((high >>> 0) & 0x1fffff).toString(16).padStart(6, '0') + (low >>> 0).toString(16).padStart(8, '0');
  }
}
