import type { Lang } from '../../../i18n/lang';

/** Twelve digits before the point and two behind it: up to 999,999,999,999.99. */
const DIGITS = '00000000000000';
const TOO_LARGE = '1E+12';
const UNITS = ['仟', '佰', '拾', '亿', '仟', '佰', '拾', '万', '仟', '佰', '拾', '元', '角', '分'];

/** Applied in this order to 零仟零佰零拾零亿…零元零角伍分, with | before it. */
const SHORTENED: readonly (readonly [string, string])[] = [
  ['零仟', '零'],
  ['零佰', '零'],
  ['零拾', '零'],
  ['零零', '零'],
  ['零零', '零'],
  ['亿零万', '亿零'],
  ['零零', '零'],
  ['|零亿', '|'],
  ['|零万', '|'],
  ['|零元', '|'],
  ['零亿', '亿'],
  ['零万', '万'],
  ['零元', '元'],
  ['零角零分', '整'],
  ['零分', '整'],
  ['零角', '零'],
  ['|零', '|'],
  ['|', ''],
];

/**
 * A formula that writes an amount in words, of built-in functions alone and with no format of one language: it gives the
 * same in Excel, WPS and LibreOffice of any country. Chinese capitals as on bills (支付结算办法: 元位为零而角位不为零时不写零);
 * English words with cents as a fraction. Empty stays empty; from 10¹² on it says —.
 *
 * @param cell address of the amount
 * @example of 100000000.01: 壹亿元零壹分; Say one hundred million and 01/100
 */
export function amountInWords(cell: string, lang: Lang): string {
  const digits = `TEXT(ROUND(ABS(${cell})*100,0),"${DIGITS}")`;
  const words = lang === 'zh' ? inCapitals(digits) : inEnglish(digits);
  const zero = lang === 'zh' ? '零元整' : 'Say zero and 00/100';
  const sign = lang === 'zh' ? `IF(${cell}<0,"负","")` : `IF(${cell}<0,"Say minus ","Say ")`;
  return (
    `IF(NOT(ISNUMBER(${cell})),"",IF(ABS(${cell})>=${TOO_LARGE},"—",` +
    `IF(ROUND(ABS(${cell})*100,0)=0,"${zero}",${sign}&${words})))`
  );
}

function inCapitals(digits: string): string {
  const long = UNITS.map((unit, at) => `MID("零壹贰叁肆伍陆柒捌玖",MID(${digits},${at + 1},1)+1,1)&"${unit}"`).join(
    '&',
  );
  return SHORTENED.reduce((formula, [from, to]) => `SUBSTITUTE(${formula},"${from}","${to}")`, `"|"&${long}`);
}

/** Each word in a slot of nine characters. */
const SLOT = 9;
const slots = (words: string): string => words.split(' ').map((word) => word.padEnd(SLOT)).join(''); // prettier-ignore
const ONES = slots(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
);
const TENS = slots('twenty thirty forty fifty sixty seventy eighty ninety');
const SCALES = [' billion ', ' million ', ' thousand ', ''];

function inEnglish(digits: string): string {
  const groups = SCALES.map((scale, group) => {
    const at = group * 3 + 1;
    const below = `MID(${digits},${at + 1},2)`;
    const one = (number: string): string => `TRIM(MID("${ONES}",(${number}-1)*${SLOT}+1,${SLOT}))`;
    const ten = `TRIM(MID("${TENS}",(MID(${digits},${at + 1},1)-2)*${SLOT}+1,${SLOT}))`;
    const tens =
      `IF(${below}+0=0,"",IF(${below}+0<20,${one(below)},` +
      `${ten}&IF(MID(${digits},${at + 2},1)="0","","-"&${one(`MID(${digits},${at + 2},1)`)})))`;
    const hundreds = `IF(MID(${digits},${at},1)="0","",${one(`MID(${digits},${at},1)`)}&" hundred ")`;
    return `IF(MID(${digits},${at},3)="000","",${hundreds}&${tens}&"${scale}")`;
  });
  const whole = `TRIM(${groups.join('&')})`;
  return `IF(LEFT(${digits},12)="000000000000","zero",${whole})&" and "&RIGHT(${digits},2)&"/100"`;
}
