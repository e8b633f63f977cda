/** What a text file may be written in, as `TextDecoder` names it. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'shift_jis' | 'windows-1252';

const SAMPLE_BYTES = 1 << 20;

/**
 * The encoding of a text file: by its byte order mark, by the zeros of UTF-16, as UTF-8 where all of it is; else Japanese
 * where bytes beyond ASCII read as kana, Western where they stand alone among letters, and Chinese otherwise.
 *
 * @example encodingOf(bytes of "客户" in GBK) //=> 'gb18030'
 */
export function encodingOf(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = [0, 0];
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at % 2]!++;
  if (zeros[1]! * 5 > sample.length && zeros[1]! > zeros[0]! * 4) return 'utf-16le';
  if (zeros[0]! * 5 > sample.length && zeros[0]! > zeros[1]! * 4) return 'utf-16be';
  // The whole file: a sample may end within a character, and one wrong byte tells.
  if (decodes(bytes, 'utf-8')) return 'utf-8';
  const japanese = decode(sample, 'shift_jis');
  const kana = countMatches(japanese, /[\u3041-\u3096\u30a1-\u30fa]/g);
  const broken = countMatches(japanese, /\ufffd/g);
  const halfWidth = countMatches(japanese, /[\uff66-\uff9f]/g);
  const beyond = countMatches(japanese, /[\u0080-\uffff]/g);
  if (broken <= 1 && kana > 0 && kana * 20 >= beyond && kana > halfWidth) return 'shift_jis';
  // After Japanese: half of a kana is often a byte of ASCII.
  if (bytesStandAlone(sample)) return 'windows-1252';
  const chinese = decode(sample, 'gb18030');
  return countMatches(chinese, /\ufffd/g) * 50 <= countMatches(chinese, /[\u0080-\uffff]/g)
    ? 'gb18030'
    : 'windows-1252';
}

/** The text of a file without its byte order mark. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

const decode = (bytes: Uint8Array, encoding: TextEncoding): string => new TextDecoder(encoding).decode(bytes);

const countMatches = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function decodes(bytes: Uint8Array, encoding: TextEncoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Ä in a German name stands between letters of ASCII; the bytes of Chinese and Japanese come in pairs. */
function bytesStandAlone(bytes: Uint8Array): boolean {
  let alone = 0;
  let runs = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue;
    let end = at;
    while (end < bytes.length && bytes[end]! >= 0x80) end++;
    runs++;
    if (end - at === 1) alone++;
    at = end;
  }
  return runs > 0 && alone * 10 >= runs * 6;
}
