import { escapeText } from './xml-text';

const FIRST_BYTES = 1 << 16;
/** Of a UTF-16 unit in UTF-8; a pair of two takes four. */
const MOST_BYTES_OF_UNIT = 3;

const [ZERO, MINUS, TAB, LINE_FEED, BLANK] = [0x30, 0x2d, 0x09, 0x0a, 0x20];
const [AMPERSAND, LESS, GREATER, UNDERSCORE] = [0x26, 0x3c, 0x3e, 0x5f];

/**
 * UTF-8 as it is written, in a buffer that grows or piece by piece: a sheet of millions of cells is never a string, which would
 * take two bytes for each of its letters and be copied at each joint.
 *
 * @example new ByteWriter().text('<v>').number(12).text('</v>').finish() //=> the bytes of <v>12</v>
 */
export class ByteWriter {
  private at = 0;

  /** @param bytes What it writes into, until that is full: a buffer that grows is copied each time. */
  constructor(private bytes: Uint8Array = new Uint8Array(FIRST_BYTES)) {}

  /** Markup: as it stands. */
  text(text: string): this {
    this.reserve(text.length * MOST_BYTES_OF_UNIT);
    const { bytes } = this;
    let { at } = this;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit >= 0x80) return this.encode(text);
      bytes[at++] = unit;
    }
    this.at = at;
    return this;
  }

  /** Text between tags, escaped as `escapeText` does: most texts have nothing to escape. */
  escaped(text: string): this {
    this.reserve(text.length * MOST_BYTES_OF_UNIT);
    const { bytes } = this;
    let { at } = this;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit < 0x80) {
        if (isToEscape(unit)) return this.encode(escapeText(text));
        bytes[at++] = unit;
      } else if (unit < 0x800) {
        bytes[at++] = 0xc0 | (unit >> 6);
        bytes[at++] = 0x80 | (unit & 0x3f);
      } else {
        // Halves of pairs, and what XML cannot hold.
        if ((unit >= 0xd800 && unit < 0xe000) || unit >= 0xfffe) return this.encode(escapeText(text));
        bytes[at++] = 0xe0 | (unit >> 12);
        bytes[at++] = 0x80 | ((unit >> 6) & 0x3f);
        bytes[at++] = 0x80 | (unit & 0x3f);
      }
    }
    this.at = at;
    return this;
  }

  /** As JavaScript writes it: the shortest digits that give the number back. */
  number(value: number): this {
    return (value | 0) === value ? this.whole(value) : this.text(String(value));
  }

  private whole(value: number): this {
    this.reserve(11);
    let rest = Math.abs(value);
    if (value < 0) this.bytes[this.at++] = MINUS;
    let digits = 1;
    for (let limit = 10; rest >= limit; limit *= 10) digits++;
    const end = this.at + digits;
    for (let place = end - 1; place >= this.at; place--) {
      const tens = (rest / 10) | 0;
      // Not by `|`: two to the 31st has no 32-bit form, and its tens do.
      this.bytes[place] = ZERO + (rest - tens * 10);
      rest = tens;
    }
    this.at = end;
    return this;
  }

  get length(): number {
    return this.at;
  }

  /** What has been written since the last piece: the caller's now. The writer goes on in another buffer. */
  takePiece(next: Uint8Array): Uint8Array {
    const piece = this.finish();
    this.bytes = next;
    this.at = 0;
    return piece;
  }

  /** What has been written. The writer is done with: the bytes are the caller's. */
  finish(): Uint8Array {
    return this.bytes.subarray(0, this.at);
  }

  private encode(text: string): this {
    this.reserve(text.length * MOST_BYTES_OF_UNIT);
    this.at += ENCODER.encodeInto(text, this.bytes.subarray(this.at)).written;
    return this;
  }

  private reserve(count: number): void {
    if (this.at + count <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.at + count));
    grown.set(this.bytes.subarray(0, this.at));
    this.bytes = grown;
  }
}

const ENCODER = new TextEncoder();

/** An underscore may begin what looks like an escape of the format. */
const isToEscape = (unit: number): boolean =>
  unit === AMPERSAND ||
  unit === LESS ||
  unit === GREATER ||
  unit === UNDERSCORE ||
  (unit < BLANK && unit !== TAB && unit !== LINE_FEED);
