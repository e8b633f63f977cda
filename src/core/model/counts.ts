export type Counts = Uint8Array | Uint16Array | Int32Array;

/**
 * The same counts in as few bytes as the largest of them needs, when nothing more is counted. Counts below nought stay as they are.
 *
 * @example inFewBytes(Int32Array.of(3, 255)) //=> Uint8Array [3, 255]
 */
export function inFewBytes(counts: Int32Array): Counts {
  let [least, most] = [0, 0];
  for (let group = 0; group < counts.length; group++) {
    if (counts[group]! > most) most = counts[group]!;
    if (counts[group]! < least) least = counts[group]!;
  }
  if (least < 0 || most > 0xffff) return counts;
  return most > 0xff ? new Uint16Array(counts) : new Uint8Array(counts);
}
