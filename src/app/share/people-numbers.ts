/** Kinds of numbers and addresses by which a person is reached or known. */
export type PersonalKind = 'phone' | 'card' | 'identity' | 'email' | 'wechat';

export interface FoundPersonal {
  readonly kind: PersonalKind;
  readonly from: number;
  readonly to: number;
}

interface Rule {
  readonly kind: PersonalKind;
  readonly pattern: RegExp;
  /** Which group of the pattern is hidden; the whole where absent. */
  readonly group?: number;
  readonly isReal?: (digits: string) => boolean;
}

const digitsOf = (text: string): string => text.replace(/[^\dXx]/g, '');

/** The checksum of bank cards. @example passesLuhn('6222021202041234565') */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = digits.length - 1, isSecond = false; at >= 0; at--, isSecond = !isSecond) {
    const digit = Number(digits[at]) * (isSecond ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return digits.length > 0 && sum % 10 === 0;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** The check digit of identity numbers, ISO 7064 MOD 11-2. @example isIdentityNumber('11010519491231002X') //=> true */
export function isIdentityNumber(digits: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(digits)) return false;
  const sum = WEIGHTS.reduce((all, weight, at) => all + weight * Number(digits[at]), 0);
  return CHECKS[sum % 11] === digits[17]!.toUpperCase();
}

/** One that somebody mistyped is a person's all the same: a region and a day of birth stand in it. */
const looksLikeIdentity = (digits: string): boolean =>
  /^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(digits);

/** With the number of the country before it, a phone may pass the check of cards. */
const MOBILE = /^(?:86)?1[3-9]\d{9}$/;

/**
 * In this order: an identity number is no card, a card no phone. A mobile number with or without +86, with blanks or hyphens; a
 * landline with its area; 400 numbers; numbers from abroad with +.
 */
const RULES: readonly Rule[] = [
  { kind: 'email', pattern: /[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi },
  { kind: 'wechat', pattern: /(?<![a-z0-9])wxid_[a-z0-9]+/gi },
  {
    kind: 'wechat',
    pattern:
      /(?:微信号?|薇信|威信|v信|wechat|weixin|\bwx|\bvx)(?:\s*(?:id|号|是|为))?\s*[:：=]?\s*([a-z][a-z0-9_-]{5,19})/gi,
    group: 1,
  },
  { kind: 'wechat', pattern: /\bqq\s*(?:号)?\s*[:：]?\s*(\d{5,11})(?!\d)/gi, group: 1 },
  {
    kind: 'identity',
    pattern: /(?<!\d)\d(?:[ -]?\d){16}[ -]?[\dXx](?![\dXx])/g,
    isReal: (digits) => isIdentityNumber(digits) || looksLikeIdentity(digits),
  },
  {
    kind: 'card',
    pattern: /(?<!\d)[1-9](?:[ -]?\d){12,18}(?!\d)/g,
    isReal: (digits) => passesLuhn(digits) && !MOBILE.test(digits),
  },
  { kind: 'phone', pattern: /(?<!\d)(?:(?:\+|00)?86[ -]*)?1[3-9]\d(?:[ -]*\d){8}(?!\d)/g },
  {
    kind: 'phone',
    pattern: /(?<!\d)(?:(?:\+|00)86[ -]*)?\(?0\d{2,3}\)?[ -]*\d{3,4}[ -]*\d{4}(?:\s*(?:转|-|ext\.?)\s*\d{1,6})?(?!\d)/g,
  },
  { kind: 'phone', pattern: /(?<!\d)[48]00[ -]*\d{3}[ -]*\d{4}(?!\d)/g },
  { kind: 'phone', pattern: /\+\d{1,3}(?:[ -]*\d){7,12}(?!\d)/g },
];

/** Full-width digits and signs as plain ones, one for one, so that places stay. */
const plain = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
    .replace(/[‐-―−]/g, '-');

/** Most texts hold nothing of the kind: they are not asked for each. */
const MAY_HOLD = /[\d@]|微信|薇信|威信|v信|wechat|weixin|[wv]x/i;

/**
 * Numbers and addresses of people in a text, from the left, none over another.
 *
 * @example findPersonal('打 +86 138-1234-5678') //=> [{ kind: 'phone', from: 2, to: 19 }]
 */
export function findPersonal(text: string): readonly FoundPersonal[] {
  const words = plain(text);
  if (!MAY_HOLD.test(words)) return [];
  const found: FoundPersonal[] = [];
  for (const { kind, pattern, group, isReal } of RULES)
    for (const match of words.matchAll(pattern)) {
      const hidden = group === undefined ? match[0] : (match[group] ?? '');
      if (isReal && !isReal(digitsOf(hidden))) continue;
      const from = match.index + match[0].length - (group === undefined ? match[0].length : hidden.length);
      const to = from + hidden.length;
      if (!found.some((other) => from < other.to && other.from < to)) found.push({ kind, from, to });
    }
  return found.sort((a, b) => a.from - b.from);
}
