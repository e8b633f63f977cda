/**
 * How wide a text stands, in characters of the default font: Chinese and full-width forms count two.
 *
 * Widths are measured here because no host may auto-fit: Excel measures whole columns for it.
 *
 * @example textWidth('客户A') //=> 5
 */
export function textWidth(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    width += code < 0x1100 ? 1 : isNarrow(code) ? 1 : 2;
  }
  return width;
}

/** Thin punctuation and half-width forms, and the second half of a pair of surrogates. */
function isNarrow(code: number): boolean {
  return (
    (code >= 0x2000 && code <= 0x2013) ||
    (code >= 0x2018 && code <= 0x201f) ||
    (code >= 0xff61 && code <= 0xffdc) ||
    (code >= 0xdc00 && code <= 0xdfff)
  );
}

/** Lines that a text takes in a cell so many characters wide. */
export function linesIn(text: string, width: number): number {
  return text
    .split('\n')
    .reduce((lines, part) => lines + Math.max(1, Math.ceil(textWidth(part) / Math.max(1, width))), 0);
}

/** A Chinese character is drawn a little narrower than the two digits that it is counted as. */
const OF_A_CHARACTER = 1.08;
/** Indent, and what the last word of a line leaves free. */
const LOST_OF_A_LINE = 2;

/** Lines that words take in a wrapped cell so many characters wide. */
export function wrappedLines(text: string, width: number): number {
  return text.split('\n').reduce((lines, part) => lines + linesOfWidth(textWidth(part), width), 0);
}

/** The same for words of a known width. */
export function linesOfWidth(textWide: number, width: number): number {
  return Math.max(1, Math.ceil(textWide / Math.max(1, width * OF_A_CHARACTER - LOST_OF_A_LINE)));
}

/**
 * The narrowest cell in which a text takes so many lines: `wrappedLines` turned round.
 *
 * @example widthForLines(84, 2) //=> 41, as 41 × 1.08 − 2 is room for 42
 */
export function widthForLines(textWide: number, lines: number): number {
  return Math.ceil((Math.ceil(textWide / lines) + LOST_OF_A_LINE) / OF_A_CHARACTER);
}

/** Width of numbers in a format, near enough for a column. @example numberWidths('#,##0')(12345) //=> 6 */
export function numberWidths(numberFormat: string | undefined): (value: number) => number {
  if (numberFormat === undefined) return (value) => String(value).length;
  if (numberFormat.startsWith('yyyy')) return () => numberFormat.length;
  const isPercent = numberFormat.includes('%');
  const decimals = /\.([0#]+)/.exec(numberFormat)?.[1]?.length ?? 0;
  const hasCommas = numberFormat.includes(',');
  const isSigned = numberFormat.startsWith('+');
  const behind = (decimals > 0 ? decimals + 1 : 0) + (isPercent ? 1 : 0);
  return (value) => {
    const shown = Math.abs(isPercent ? value * 100 : value);
    const whole = shown < 10 ? 1 : Math.floor(Math.log10(shown) + 1e-9) + 1;
    const commas = hasCommas ? Math.floor((whole - 1) / 3) : 0;
    return whole + commas + behind + (value < 0 || isSigned ? 1 : 0);
  };
}
