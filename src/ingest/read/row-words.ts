import { toSimplified } from '../parse/simplified';

/** Words that tell what a row is, when it is not data. */

const TOTAL =
  /^(合计|小计|总计|累计|总合计|共计|本页合计|本页小计|本月合计|本月累计|本年累计|本日合计|本期合计|本季合计|期末合计|期初余额|期末余额|上年结转|承前页|过次页|合计金额|金额合计|合计数|大写|total|grandtotal|subtotal|sum|totals|pagetotal|合计大写|人民币大写|价税合计大写|gesamt|gesamtsumme|gesamtergebnis|summe|zwischensumme|sous-total|soustotal|totalgénéral|totalgeneral|totalgeral|totale|totalegenerale|subtotale|suma)[:：]?$/i;

/** 全年小计, 3月合计: no product and no client ends so, whatever day stands beside it. */
const SURELY_TOTAL_BEHIND = /^.{1,10}(?:小计|合计|总计)[:：]?$/;

/** 张三公司 汇总 and 1月小计: what Excel's subtotals and people write behind a group's name. */
const TOTAL_BEHIND = /(?:.[ \u3000]?(?:小计|合计|总计|汇总|计数|平均值)|\s(?:total|subtotal|count))[:：]?$/i;

const NOTE =
  /^(备注|注[:：]|注\d|说明[:：]|附注|制表|审核|复核|填表|编制|经办|主管|会计|出纳|批准|签字|签名|盖章|打印日期|打印时间|制单|单位[:：]|日期[:：]|note[s]?[:：]|source[:：]|prepared by|printed|page \d|第\s*\d+\s*页|共\s*\d+\s*页|以上|以下空白|数据来源|填报|负责人[:：]|联系电话[:：])/i;

export const WORD_TOTAL = 1;
export const WORD_TOTAL_BEHIND = 2;
export const WORD_NOTE = 4;
export const WORD_BLANK = 8;
/** The total is written in Chinese: no firm is called so, as one may be called Total. */
export const WORD_CHINESE = 16;

/**
 * Whether a text is the number of a document or a client: none of the words can be in it. By hand and not by a pattern, as
 * a sheet may have a million of them.
 *
 * @example isCode('XS-2026-001') //=> true
 */
export function isCode(text: string): boolean {
  const { length } = text;
  let at = 0;
  while (at < length && at < MOST_LETTERS && isCapital(text.charCodeAt(at))) at++;
  if (at < length && text.charCodeAt(at) === HYPHEN) at++;
  if (at === length || !isDigit(text.charCodeAt(at))) return false;
  for (; at < length; at++) {
    const code = text.charCodeAt(at);
    if (!isDigit(code) && code !== HYPHEN) return false;
  }
  return true;
}

const MOST_LETTERS = 6;
const HYPHEN = 0x2d;
const isCapital = (code: number): boolean => code >= 0x41 && code <= 0x5a;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/**
 * What a text says about its row, as a sum of `WORD_…`.
 *
 * @example wordsOfCell('合 计：') //=> WORD_TOTAL | WORD_CHINESE
 */
export function wordsOfCell(text: string): number {
  if (isCode(text)) return 0;
  const trimmed = toSimplified(text.replace(/[\u200b\ufeff]/g, '').trim());
  if (trimmed === '') return WORD_BLANK;
  if (trimmed.length > 60) return NOTE.test(trimmed) ? WORD_NOTE : 0;
  let words = 0;
  if (TOTAL.test(trimmed.replace(/[\s\u3000]+/g, ''))) words |= WORD_TOTAL;
  else if (SURELY_TOTAL_BEHIND.test(trimmed)) words |= WORD_TOTAL;
  else if (TOTAL_BEHIND.test(trimmed)) words |= WORD_TOTAL_BEHIND;
  if (NOTE.test(trimmed)) words |= WORD_NOTE;
  if (words !== 0 && /\p{Script=Han}/u.test(trimmed)) words |= WORD_CHINESE;
  return words;
}
