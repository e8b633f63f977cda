import { integerOfChinese } from './chinese-digits';

const QUARTER =
  /^(?:((?:19|20)\d\d)\s*年?\s*[-/.]?\s*)?(?:第?\s*([1-4一二三四])\s*季度?|q\s*([1-4])|([1-4])q|qtr\.?\s*([1-4])|([1-4])(?:st|nd|rd|th)\s+(?:quarter|qtr))(?:\s*[-/,]?\s*((?:19|20)\d\d|['’]?\d\d(?!\d)))?(?![a-z\d])[\s/／-]*(.*)$/i;

/** A quarter of a year, or of a year that stands elsewhere. */
export interface WrittenQuarter {
  readonly year: number | undefined;
  /** The first month of it, 1, 4, 7 or 10. */
  readonly month: number;
  /** What stands behind it: 销售额. */
  readonly rest: string;
}

/** @example quarterOfText('2024年第三季度销售额') //=> { year: 2024, month: 7, rest: '销售额' } */
export function quarterOfText(text: string): WrittenQuarter | undefined {
  const match = QUARTER.exec(text.trim());
  if (!match) return undefined;
  const digit = (match[2] ?? match[3] ?? match[4] ?? match[5] ?? match[6])!;
  const quarter = /\d/.test(digit) ? Number(digit) : integerOfChinese(digit)!;
  const said = match[1] ?? match[7]?.replace(/['’]/, '');
  const year = said === undefined ? undefined : Number(said.length === 2 ? `20${said}` : said);
  return { year, month: quarter * 3 - 2, rest: match[8]! };
}
