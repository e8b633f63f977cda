/** What XML 1.0 cannot hold at all, lone halves of surrogate pairs among it; and the carriage return, which XML reads as a line feed. */
const UNWRITABLE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const inHex = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/**
 * The format's own escape for characters that XML cannot hold (`ST_Xstring`): `_xHHHH_`. A text that only looks like
 * such an escape keeps its looks.
 *
 * @example escapeUnwritable('a\u0001') //=> 'a_x0001_'
 * @example escapeUnwritable('_x0041_') //=> '_x005F_x0041_'
 */
export function escapeUnwritable(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(UNWRITABLE, inHex);
}

/** Text between tags. */
export function escapeText(text: string): string {
  return escapeUnwritable(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Text in a quoted attribute. Line breaks and tabs would be read back as blanks if they stood there as such. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');
}

/** An element's attributes, absent ones left out: `attributes({ s: 3, t: undefined })` is ` s="3"`. */
export function attributes(values: Readonly<Record<string, string | number | boolean | undefined>>): string {
  let written = '';
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const text = typeof value === 'boolean' ? (value ? '1' : '0') : String(value);
    written += ` ${name}="${escapeAttribute(text)}"`;
  }
  return written;
}

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** `#RRGGBB` as the format writes an opaque colour. @example argbOf('#1F4E79') //=> 'FF1F4E79' */
export function argbOf(color: string): string {
  return `FF${rgbOf(color)}`;
}

/** @example rgbOf('#1f4e79') //=> '1F4E79' */
export function rgbOf(color: string): string {
  if (!/^#[0-9A-Fa-f]{6}$/.test(color)) throw new Error(`"${color}" is not a colour of the form #RRGGBB`);
  return color.slice(1).toUpperCase();
}
