import { HostError } from '../../../workbook/host-error';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const COLON = 0x3a;
const BANG = 0x21;
const QUESTION = 0x3f;
const AMPERSAND = 0x26;
const UNDERSCORE = 0x5f;
const LETTER_X = 0x78;
const CARRIAGE_RETURN = 0x0d;

/** What a scanner answers where an element does not end in the bytes at hand. */
export const INCOMPLETE = -1;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Longer than this, the decoder is faster than characters one by one. */
const SHORT_TEXT = 24;

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** Bytes as text, nothing resolved. */
export function decodeUtf8(bytes: Uint8Array, from: number, to: number): string {
  if (to - from <= SHORT_TEXT) {
    let text = '';
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      if (byte > 127) return decoder.decode(bytes.subarray(from, to));
      text += String.fromCharCode(byte);
    }
    return text;
  }
  return decoder.decode(bytes.subarray(from, to));
}

/** Whether the bytes are the text as it stands: no entity, no carriage return, no `_x000D_`. */
export function isPlainText(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte === AMPERSAND || byte === CARRIAGE_RETURN) return false;
    if (byte === UNDERSCORE && bytes[at + 1] === LETTER_X) return false;
  }
  return true;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Line breaks as XML reads them, and the five named and the numeric references; no other can be declared. */
function resolveReferences(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!lines.includes('&')) return lines;
  return lines.replace(/&(?:#x([0-9A-Fa-f]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex, decimal, name: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex as string, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/**
 * The format's own escape for characters that XML cannot hold.
 *
 * @example resolveEscapes('a_x000D_b_x005F_x0041_') //=> 'a\rb_x0041_'
 */
export function resolveEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** The text between two tags without markup inside. */
export function decodeText(bytes: Uint8Array, from: number, to: number): string {
  return resolveEscapes(resolveReferences(decodeUtf8(bytes, from, to)));
}

/** Behind the `>` of the tag that begins at `at`, whatever stands in its quotes. */
export function skipTag(bytes: Uint8Array, at: number, end: number): number {
  for (let i = at + 1; i < end; i++) {
    const byte = bytes[i]!;
    if (byte === GT) return i + 1;
    if (byte === QUOTE || byte === APOSTROPHE) {
      i++;
      while (i < end && bytes[i] !== byte) i++;
    }
  }
  return INCOMPLETE;
}

/** Behind a comment, a CDATA section or a processing instruction; `hostile` at a document type. */
export function skipMarkup(bytes: Uint8Array, at: number, end: number, part: string): number {
  if (bytes[at + 1] === QUESTION) return behind(bytes, at + 2, end, '?>');
  if (at + 9 > end) return INCOMPLETE;
  if (bytes[at + 2] === 0x2d && bytes[at + 3] === 0x2d) return behind(bytes, at + 4, end, '-->');
  if (isCdata(bytes, at)) return behind(bytes, at + 9, end, ']]>');
  throw new HostError('hostile', `${part} declares a document type or entities`);
}

const CDATA = [...'<![CDATA['].map((character) => character.charCodeAt(0));

function isCdata(bytes: Uint8Array, at: number): boolean {
  return CDATA.every((byte, index) => bytes[at + index] === byte);
}

export function isMarkup(byte: number): boolean {
  return byte === BANG || byte === QUESTION;
}

function behind(bytes: Uint8Array, from: number, end: number, mark: string): number {
  const first = mark.charCodeAt(0);
  for (let at = from; at + mark.length <= end; at++) {
    if (bytes[at] !== first) continue;
    let index = 1;
    while (index < mark.length && bytes[at + index] === mark.charCodeAt(index)) index++;
    if (index === mark.length) return at + mark.length;
  }
  return INCOMPLETE;
}

/** The local name of the tag whose name begins at `at`, without its prefix. */
export function localNameAt(bytes: Uint8Array, at: number, end: number): string {
  let from = at;
  let i = at;
  for (; i < end; i++) {
    const byte = bytes[i]!;
    if (byte === COLON) from = i + 1;
    else if (byte === GT || byte === SLASH || isBlank(byte)) break;
  }
  return decodeUtf8(bytes, from, i);
}

/** The text of rich text, gathered by `readContent`. */
export interface TextGatherer {
  text: string;
}

/**
 * Reads the content of an element, from behind its start tag to behind its end tag, whatever is nested in it.
 *
 * Gathers the text of `<t>` elements, or of the element itself where `isText`; phonetic guides (`<rPh>`) are not text.
 * Without a gatherer the content is skipped.
 */
export function readContent(
  bytes: Uint8Array,
  from: number,
  end: number,
  part: string,
  gatherer?: TextGatherer,
  isText = false,
): number {
  let depth = 1;
  let textDepth = isText ? 1 : 0;
  let phoneticDepth = 0;
  let at = from;
  let raw = '';
  for (;;) {
    const textStart = at;
    while (at < end && bytes[at] !== LT) at++;
    if (at + 1 >= end) return INCOMPLETE;
    const isGathering = gatherer !== undefined && textDepth > 0 && phoneticDepth === 0;
    if (isGathering && at > textStart) raw += resolveReferences(decodeUtf8(bytes, textStart, at));
    const next = bytes[at + 1]!;
    if (isMarkup(next)) {
      const after = skipMarkup(bytes, at, end, part);
      if (after === INCOMPLETE) return INCOMPLETE;
      if (isGathering && isCdata(bytes, at)) raw += decodeUtf8(bytes, at + 9, after - 3);
      at = after;
      continue;
    }
    const after = skipTag(bytes, at, end);
    if (after === INCOMPLETE) return INCOMPLETE;
    if (next === SLASH) {
      depth--;
      if (depth === 0) break;
      if (depth < textDepth) textDepth = 0;
      if (depth < phoneticDepth) phoneticDepth = 0;
    } else if (bytes[after - 2] !== SLASH) {
      depth++;
      if (gatherer && !isText) {
        const name = localNameAt(bytes, at + 1, end);
        if (name === 't' && textDepth === 0) textDepth = depth;
        else if (name === 'rPh' && phoneticDepth === 0) phoneticDepth = depth;
      }
    }
    at = after;
  }
  if (gatherer) gatherer.text += resolveEscapes(raw);
  return skipTag(bytes, at, end);
}
