import { type DateBase, dayOfSerial } from '../../workbook/serial-day';
import { asDay, civilOf } from '../../core/model/day';

/** A month as a header names it; many do without the year. */
export interface HeaderMonth {
  readonly year: number | undefined;
  /** 1–12 */
  readonly month: number;
  /** What stands behind it: 数量, 金额, sales. */
  readonly rest: string;
}

const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAMES =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';

const YEAR_AND_MONTH =
  /^(?:fy)?((?:19|20)\d\d)\s*[年\-/.]?\s*[/／]?\s*m?(1[0-2]|0?[1-9])(?!\d)\s*月?份?[\s/／-]*(.*)$/i;
/** 25年1月: nobody writes so of the year 25. */
const SHORT_YEAR_AND_MONTH = /^(\d\d)年\s*(1[0-2]|0?[1-9])\s*月份?[\s/／-]*(.*)$/;
const MONTH_ONLY = /^(1[0-2]|0?[1-9])\s*月份?[\s/／-]*(.*)$/;
const NUMBERED = /^m(1[0-2]|0?[1-9])[\s/／-]*(\D.*)?$/i;
const CHINESE_MONTH = /^(十[一二]?|[一二三四五六七八九])月份?[\s/／-]*(.*)$/;
const ENGLISH_MONTH = new RegExp(`^(${NAMES})[.]?[\\s\\-'’/]*((?:19|20)?\\d\\d)?(?![a-z\\d])[\\s/／-]*(.*)$`, 'i');

/**
 * The month that a header stands for: written out, as a number with its year, or as a day that Excel shows as a month.
 *
 * @example monthOfHeader('2025年3月销售额', 1900) //=> { year: 2025, month: 3, rest: '销售额' }
 * @example monthOfHeader('25年3月', 1900) //=> { year: 2025, month: 3, rest: '' }
 * @example monthOfHeader('Mar-25', 1900) //=> { year: 2025, month: 3, rest: '' }
 */
export function monthOfHeader(text: string, base: DateBase): HeaderMonth | undefined {
  const plain = text.replace(/[\s\u3000]+/g, ' ').trim();
  const dated = YEAR_AND_MONTH.exec(plain);
  if (dated) return { year: Number(dated[1]), month: Number(dated[2]), rest: dated[3]! };
  const short = SHORT_YEAR_AND_MONTH.exec(plain);
  if (short) return { year: 2000 + Number(short[1]), month: Number(short[2]), rest: short[3]! };
  if (/^\d{5}$/.test(plain)) {
    const { year, month } = civilOf(asDay(dayOfSerial(Number(plain), base)));
    return year >= 1990 && year < 2100 ? { year, month, rest: '' } : undefined;
  }
  for (const form of [MONTH_ONLY, NUMBERED]) {
    const match = form.exec(plain);
    if (match) return { year: undefined, month: Number(match[1]), rest: match[2] ?? '' };
  }
  const chinese = CHINESE_MONTH.exec(plain);
  if (chinese) return { year: undefined, month: CHINESE.indexOf(chinese[1]!) + 1, rest: chinese[2]! };
  const english = ENGLISH_MONTH.exec(plain);
  if (!english) return undefined;
  const year =
    english[2] === undefined
      ? undefined
      : Number(english[2]) % 100 === Number(english[2])
        ? 2000 + Number(english[2])
        : Number(english[2]);
  return { year, month: ENGLISH.indexOf(english[1]!.slice(0, 3).toLowerCase()) + 1, rest: english[3]! };
}

/** The year that a title or a sheet's name tells: 2025年销售, FY2025. */
export function yearOfTitle(text: string): number | undefined {
  const years = new Set([...text.matchAll(/(?<!\d)(20\d\d)(?!\d)/g)].map((match) => Number(match[1])));
  return years.size === 1 ? [...years][0] : undefined;
}
