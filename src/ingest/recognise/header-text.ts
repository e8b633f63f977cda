import { SHEET_DEFINITIONS } from '../fields';
import { toSimplified } from '../parse/simplified';

/** A header as it is compared. */
export interface HeaderForm {
  /** Letters, digits and Chinese only, in lower case: `ORDER_DATE`, `orderDate` and `Order date` are `orderdate`. */
  readonly squashed: string;
  /** English words in one spelling: qty is quantity, number and code are no. Empty for Chinese headers. */
  readonly words: readonly string[];
  readonly isChinese: boolean;
  /** What stands in brackets or behind a slash where it is a unit: 万元, 吨, %. */
  readonly unit: string;
}

const SAME_WORD: Readonly<Record<string, string>> = {
  number: 'no', num: 'no', nr: 'no', nbr: 'no', id: 'no', code: 'no', key: 'no', qty: 'quantity', quantities: 'quantity', amt: 'amount', cust: 'customer', client: 'customer',
  dt: 'date', day: 'date', addr: 'address', inv: 'invoice', prod: 'product', desc: 'description', qtr: 'quarter', salesperson: 'rep', salesman: 'rep', representative: 'rep',
  prc: 'price', disc: 'discount', dlv: 'delivery', del: 'delivery', delivered: 'delivery', ordered: 'order', requested: 'required', tel: 'phone', telephone: 'phone', ctry: 'country',
}; // prettier-ignore

const KEEPS_ITS_S = new Set([
  'sales',
  'status',
  'address',
  'gross',
  'class',
  'business',
  'terms',
  'goods',
  'loss',
  'less',
  'process',
  'is',
  'has',
  'previous',
  'days',
  'this',
  'units',
]);
const NO_MEANING = new Set(['the', 'of', 'a', 'an']);

/** Units that may stand in a header, with what they multiply by. */
const UNIT_SCALES: Readonly<Record<string, number>> = {
  元: 1, 人民币: 1, rmb: 1, cny: 1, '¥': 1, 万元: 1e4, 万: 1e4, 千元: 1e3, 百万元: 1e6, 亿元: 1e8, 亿: 1e8, 万吨: 1e4, 萬元: 1e4, 萬: 1e4, 百萬元: 1e6, 百万: 1e6, 百萬: 1e6, 億元: 1e8, 億: 1e8, 千: 1e3, k: 1e3, thousand: 1e3, thousands: 1e3, '000': 1e3, "'000": 1e3, million: 1e6, millions: 1e6,
}; // prettier-ignore

const PLAIN_UNITS =
  /^(元|元[/／].+|吨|t|kg|公斤|千克|件|个|箱|袋|包|台|套|只|米|m|km|公里|天|日|小时|h|%|％|‰|pcs|ea|usd|eur|gbp|jpy|hkd|twd|inr|krw|sgd|aud|nzd|cad|chf|myr|thb|vnd|idr|php|rub|brl|mxn|zar|aed|sar|try|pln|sek|nok|dkk|\$|us\$|hk\$|€|£|¥|₹|₩|rmb|cny|人民币|美元|美金|欧元|英镑|日元|港币|港元|days?|hours?|本位币|本币|万?元[/／]?.*|含税|必填|选填|required|optional|(?:incl|excl|including|excluding|ex|inc|with|without|before|after)[.]?\s?(?:vat|tax|gst|btw|mwst|iva|tva)|[dmy]{1,4}[-/. ][dmy]{1,4}[-/. ][dmy]{1,4}|[dmy]{8})$/i;

/** What a column in 万元 is multiplied by. @example scaleOfUnit('万元') //=> 10000 */
export function scaleOfUnit(unit: string): number {
  return UNIT_SCALES[unit.toLowerCase()] ?? 1;
}

/** A cell that holds a unit and nothing else: (万元), 吨, %. */
export function unitAlone(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/^[\s([【]+|[\s)\]】]+$/g, '')
    .replace(/^(?:单位|單位|unit)[:：]\s*/i, '');
  return plain !== '' && (PLAIN_UNITS.test(plain) || scaleOfUnit(plain) !== 1) ? plain : undefined;
}

const cache = new Map<string, HeaderForm>();
const CACHE_LIMIT = 20_000;

/**
 * A header in the forms that it is compared in.
 *
 * @example formOfHeader('QUANTITYORDERED').words //=> ['quantity', 'order']
 * @example formOfHeader('金额(万元)') //=> { squashed: '金额', unit: '万元', … }
 */
export function formOfHeader(text: string): HeaderForm {
  const known = cache.get(text);
  if (known) return known;
  const form = makeForm(text);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, form);
  return form;
}

const NO_FORM: HeaderForm = { squashed: '', words: [], isChinese: false, unit: '' };

function makeForm(text: string): HeaderForm {
  if (text.length > 200) return NO_FORM;
  let plain = toSimplified(withoutAccents(text.normalize('NFKC')))
    .replace(/[*★☆※]/g, '')
    .replace(/[【[{〔]/g, '(')
    .replace(/[】\]}〕]/g, ')')
    .trim();
  let unit = '';
  const bracket = /^(.*?)\(([^()]*)\)\s*$/.exec(plain);
  if (bracket && bracket[1]!.trim() !== '') {
    const inner = bracket[2]!.trim();
    if (PLAIN_UNITS.test(inner) || scaleOfUnit(inner) !== 1) {
      unit = inner;
      plain = bracket[1]!.trim();
    }
  } else {
    const slash = /^(.*[^\s/:,])\s*[/:,]\s*([^/:,]+)$/.exec(plain);
    if (slash && (PLAIN_UNITS.test(slash[2]!.trim()) || scaleOfUnit(slash[2]!.trim()) !== 1)) {
      unit = slash[2]!.trim();
      plain = slash[1]!.trim();
    }
  }
  if (unit === '') {
    // 金额万元, 金额_万元.
    const behind = /^(.*[^\s_-])[\s_-]*(百?[万萬]元|千元|[亿億]元)$/.exec(plain);
    if (behind) {
      plain = behind[1]!;
      unit = behind[2]!;
    }
  }
  const isChinese = /\p{Script=Han}/u.test(plain);
  const letters = plain.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  // 订单ID and 订单No are 订单编号.
  const squashed = isChinese ? letters.replace(/(?:id|no)$/, '编号') : letters;
  return { squashed, words: isChinese ? [] : wordsOf(plain), isChinese, unit };
}

/** Fälligkeit and Falligkeit, n° and no, are one. Only of Latin letters: kana keep their marks. */
function withoutAccents(text: string): string {
  if (!/[^\p{ASCII}\p{Script=Han}]/u.test(text)) return text;
  return text
    .replace(/n\.?\s?[°º]/gi, ' no ')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC');
}

/** English words of a header, in one spelling. */
function wordsOf(text: string): readonly string[] {
  const parts = text
    .replace(/['’]s\b/g, '')
    .replace(/#/g, ' no ')
    .replace(/%/g, ' percent ')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((one) => one !== '');
  const words = parts.flatMap((part) => (VOCABULARY.has(part) ? [part] : (splitJoined(part) ?? [part])));
  return words.map(oneSpelling).filter((one) => !NO_MEANING.has(one));
}

function oneSpelling(word: string): string {
  const same = SAME_WORD[word];
  if (same) return same;
  const single =
    word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !KEEPS_ITS_S.has(word) ? word.slice(0, -1) : word;
  return SAME_WORD[single] ?? single;
}

/** Words that joined headers (ORDERDATE) are taken apart by: those of every header that a definition lists. */
const VOCABULARY: ReadonlySet<string> = new Set(
  ['line', 'each', 'ordered', 'shipped', 'last', 'first', 'year', 'month', 'deal', 'postal'].concat(
    SHEET_DEFINITIONS.flatMap((definition) => definition.fields)
      .flatMap((one) => one.en)
      .flatMap((header) => header.toLowerCase().split(/[^a-z]+/))
      .filter((word) => word.length > 1),
  ),
);

/** A joined word taken apart into the fewest known ones; undefined where that cannot be done. */
function splitJoined(text: string): readonly string[] | undefined {
  if (text.length < 5 || text.length > 40 || !/^[a-z]+$/.test(text)) return undefined;
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= text.length; end++) {
    for (let start = 0; start < end; start++) {
      const before = best[start];
      if (!before || !VOCABULARY.has(text.slice(start, end))) continue;
      const present = best[end];
      if (!present || before.length + 1 < present.length) best[end] = [...before, text.slice(start, end)];
    }
  }
  return best[text.length];
}
