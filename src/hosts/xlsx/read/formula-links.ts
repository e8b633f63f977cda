const BRACKET = 0x5b;
const BRACKET_END = 0x5d;
const BANG = 0x21;

/**
 * Whether a formula takes values from another workbook: `[1]Sheet!A1`, `'[1]My sheet'!A1`, `[1]!name`. In the file a number stands for the
 * workbook. A column of a table that is called 2024, `Sales[2024]`, is followed by no name.
 *
 * @param from The formula in the bytes of a part, its tag with it; `to` is exclusive.
 */
export function linksToWorkbook(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (bytes[at] !== BRACKET) continue;
    let behind = at + 1;
    while (behind < to && isDigit(bytes[behind]!)) behind++;
    if (behind === at + 1 || bytes[behind] !== BRACKET_END || behind + 1 >= to) continue;
    const next = bytes[behind + 1]!;
    if (next === BANG || isOfName(next)) return true;
  }
  return false;
}

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isOfName = (byte: number): boolean =>
  isDigit(byte) || byte === 0x5f || byte >= 0x80 || ((byte & 0xdf) >= 0x41 && (byte & 0xdf) <= 0x5a);
