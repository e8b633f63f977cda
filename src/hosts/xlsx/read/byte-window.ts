import { HostError } from '../../../workbook/host-error';

/** Longer than any cell of the format: 32,767 characters, each in a run of its own. */
const MAX_ELEMENT_BYTES = 64 * 1024 * 1024;

/** The part of a stream that is being scanned: what was not finished, and the chunk behind it. */
export class ByteWindow {
  bytes = new Uint8Array(1 << 19);
  /** What is before it has been scanned. */
  at = 0;
  end = 0;

  constructor(private readonly part: string) {}

  add(chunk: Uint8Array): void {
    const rest = this.end - this.at;
    const needed = rest + chunk.length;
    if (needed > this.bytes.length) {
      if (rest > MAX_ELEMENT_BYTES) throw new HostError('damaged', `an element of ${this.part} does not end`);
      const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
      larger.set(this.bytes.subarray(this.at, this.end));
      this.bytes = larger;
    } else if (rest > 0) {
      this.bytes.copyWithin(0, this.at, this.end);
    }
    this.bytes.set(chunk, rest);
    this.at = 0;
    this.end = needed;
  }
}
