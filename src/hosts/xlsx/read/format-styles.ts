import { currencyOfFormat } from '../../../workbook/currency';
import { placeOf } from '../package/alternate-content';
import { readXml } from '../package/read-xml';
import type { XlsxPackage } from '../package/xlsx-package';

/** Built-in formats that show days or times, those of Chinese, Japanese and Korean Excel among them. */
const DAY_FORMATS: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Which cell styles (`s` of a cell) show numbers as days or times. */
export type DayStyles = (style: number) => boolean;

/**
 * Whether a number format shows days or times: it has a year, month, day, hour, minute, second or weekday outside of
 * quotes, escapes and brackets, and no place for a digit but fractions of a second.
 *
 * @example isDayFormat('yyyy"年"m"月"d"日"') //=> true
 * @example isDayFormat('#,##0.00 "days"') //=> false
 */
export function isDayFormat(code: string): boolean {
  const bare = code
    .toLowerCase()
    .replace(/"[^"]*"?|\\.|[_*]./g, '')
    .replace(/\[(h+|m+|s+)\]/g, '$1')
    .replace(/\[[^\]]*\]?/g, '');
  if (/general|standard/.test(bare)) return false;
  return bare.split(';').some((section) => {
    const digits = section.replace(/s[.,]0+/g, 's');
    return !/[0#?]/.test(digits) && /[ymdhs]|a{3,4}/.test(digits.replace(/am\/pm|a\/p/g, ''));
  });
}

/** Built-in formats with a currency, which a file need not spell out: the dollar of the format's own description. */
const DOLLAR_FORMATS = new Set([5, 6, 7, 8, 42, 44]);

/** What the number formats of a workbook's cell styles show. */
export interface FormatStyles {
  readonly isDay: DayStyles;
  /** The currency of each style, as a place in `CURRENCIES`; absent where none shows any. */
  readonly currencies?: Uint8Array;
}

/** Reads what the styles of a workbook show. */
export async function readFormatStyles(pkg: XlsxPackage): Promise<FormatStyles> {
  const part = pkg.workbookRelationships.find((one) => one.kind === 'styles' && !one.isExternal)?.target;
  if (part === undefined || !pkg.hasPart(part)) return { isDay: () => false };

  const codes = new Map<number, string>();
  const formats: number[] = [];
  readXml(await pkg.readPart(part), part, {
    open(element, path) {
      const place = placeOf(path);
      if (place === 'numFmts/numFmt') {
        codes.set(Number(element.attribute('numFmtId')), element.attribute('formatCode') ?? '');
      } else if (place === 'cellXfs/xf') {
        formats.push(Number(element.attribute('numFmtId') ?? '0'));
      }
    },
  });
  const isDay = formats.map((format) => {
    const code = codes.get(format);
    return code === undefined ? DAY_FORMATS.some(([from, to]) => format >= from && format <= to) : isDayFormat(code);
  });
  const shown = new Map<number, number>();
  for (const format of new Set(formats)) {
    const code = codes.get(format) ?? (DOLLAR_FORMATS.has(format) ? '"$"0' : '');
    shown.set(format, currencyOfFormat(code));
  }
  const hasAny = [...shown.values()].some((currency) => currency !== 0);
  return {
    isDay: (style) => isDay[style] ?? false,
    ...(hasAny && { currencies: Uint8Array.from(formats, (format) => shown.get(format)!) }),
  };
}
