import { currencyOfText } from '../../workbook/currency';

/** What a currency stands behind, or in brackets alone: a title may speak of dollars otherwise. */
const SAID: readonly RegExp[] = [
  /(?:单位|單位|币种|币别|幣別|货币|currency|unit|amounts? in|all in|values? in|figures in)\s*(?:[:：]|is|为)?\s*([^\s,，;；)）\]】]+)/giu,
  /[(（[【]\s*(?:in\s+)?([^\s()（）[\]【】]{1,12})(?:\s*['’]?(?:000s?|k|m|thousands?|millions?))?\s*[)）\]】]/giu,
];

/**
 * The currency that a title says of the amounts below it; undefined where it says none, or two.
 *
 * @example currencySaidIn('Export sales 2025 (unit: USD)') //=> 'USD'
 */
export function currencySaidIn(title: string): string | undefined {
  const found = new Set<string>();
  for (const pattern of SAID)
    for (const match of title.matchAll(pattern)) {
      const currency = currencyOfText(match[1]!);
      if (currency !== undefined) found.add(currency);
    }
  return found.size === 1 ? [...found][0] : undefined;
}
