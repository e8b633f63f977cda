import { scaleOfUnit } from './header-text';

/** A unit of money said outside the headers. */
export interface SaidUnit {
  /** As it stands there: 万元. */
  readonly unit: string;
  readonly scale: number;
}

const CURRENCY = String.raw`(?:人民币|人民幣|rmb|cny|usd|us\$|eur|hkd|美元|欧元|港币|新台币|[¥$€£])?\s*`;
const CHINESE_UNIT = '百万元|百萬元|万元|萬元|千元|亿元|億元|元';
const CHINESE_SHORT = '百万|百萬|万|萬|千|亿|億';

/** What a unit stands behind, in brackets, or alone. 万元以上客户 says nothing of the unit. */
const SAID: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:单位|單位|币种|金额|金額)\s*[:：/为為]?\s*${CURRENCY}(${CHINESE_UNIT}|${CHINESE_SHORT})(?!\p{L})`,
    'iu',
  ),
  new RegExp(String.raw`(?:单位|單位)\s*[:：][^;；。\n]*?[、,，/和及 ]\s*${CURRENCY}(${CHINESE_UNIT})(?!\p{L})`, 'iu'),
  new RegExp(String.raw`[(（[【]\s*${CURRENCY}(${CHINESE_UNIT}|${CHINESE_SHORT})\s*[)）\]】]`, 'iu'),
  new RegExp(String.raw`(?:^|[\s_\-—:：、,，/])${CURRENCY}(${CHINESE_UNIT})\s*$`, 'iu'),
  /\bin\s+(?:[a-z]{3}\s+|[$€£¥]\s*)?(thousands?|millions?|'?000s?)\b/i,
  /(?:^|[\s(/[])(?:[a-z]{3}|us\$|[$€£¥])?\s*[('’]?\s*(thousands?|millions?|['’]000s?)\s*[)\]]?\s*$/i,
  /[([]\s*(?:[a-z]{3}|us\$|[$€£¥])?\s*(['’]?000s?|k|m|thousands?|millions?)\s*[)\]]/i,
];

/** A sheet's name ends in its unit more often than a title: 销售万元. */
const IN_NAME = new RegExp(
  String.raw`(${CHINESE_UNIT.replace('|元', '')})(?!以|店|户)|[(（_\-\s](${CHINESE_SHORT})\s*[)）]?\s*$`,
  'u',
);

/**
 * The unit of money that a text outside the headers says (a title, a line above the headers, a sheet's name).
 *
 * @example unitSaidIn('2025年销售明细（单位：万元）') //=> { unit: '万元', scale: 10000 }
 * @example unitSaidIn('万元以上客户') //=> undefined
 */
export function unitSaidIn(text: string): SaidUnit | undefined {
  for (const pattern of SAID) {
    const unit = pattern.exec(text)?.[1];
    if (unit !== undefined) return { unit, scale: scaleOfWord(unit) };
  }
  return undefined;
}

/** The unit in a sheet's name. @example unitOfSheetName('销售(万)') //=> { unit: '万', scale: 10000 } */
export function unitOfSheetName(name: string): SaidUnit | undefined {
  const match = IN_NAME.exec(name);
  const unit = match?.[1] ?? match?.[2];
  return unit === undefined ? unitSaidIn(name) : { unit, scale: scaleOfWord(unit) };
}

function scaleOfWord(unit: string): number {
  const plain = unit.toLowerCase().replace(/^['’]/, '').replace(/s$/, '');
  return plain === 'm' ? 1e6 : scaleOfUnit(plain);
}
