import type { StringPool } from '../../../workbook/column-block';
import { decodeText, isPlainText } from './xml-text';

const SLOTS = 1 << 13;
const MAX_CACHED_BYTES = 64;

/**
 * Ids of texts that stand in the cells themselves. The same few texts come again and again: their bytes are recognised
 * before a string is made of them.
 */
export class TextInterner {
  private readonly ids = new Int32Array(SLOTS).fill(-1);
  private readonly seen: (Uint8Array | undefined)[] = new Array<Uint8Array | undefined>(SLOTS).fill(undefined);

  constructor(private readonly pool: StringPool) {}

  idOf(bytes: Uint8Array, from: number, to: number): number {
    const length = to - from;
    if (length > MAX_CACHED_BYTES) return this.pool.idOf(decodeText(bytes, from, to));
    let hash = length;
    for (let at = from; at < to; at++) hash = Math.imul(hash, 31) + bytes[at]!;
    const slot = (hash ^ (hash >>> 13)) & (SLOTS - 1);
    const seen = this.seen[slot];
    if (seen !== undefined && isSame(seen, bytes, from, length)) return this.ids[slot]!;
    const id = this.pool.idOf(decodeText(bytes, from, to));
    if (isPlainText(bytes, from, to)) {
      this.seen[slot] = bytes.slice(from, to);
      this.ids[slot] = id;
    }
    return id;
  }
}

function isSame(seen: Uint8Array, bytes: Uint8Array, from: number, length: number): boolean {
  if (seen.length !== length) return false;
  for (let index = 0; index < length; index++) if (seen[index] !== bytes[from + index]) return false;
  return true;
}
