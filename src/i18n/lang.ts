/**
 * The languages of the product, Chinese first. Adding one here makes the compiler list every text that lacks it.
 */
export const LANGS = ['zh', 'en'] as const;

export type Lang = (typeof LANGS)[number];

export function isLang(value: string): value is Lang {
  return (LANGS as readonly string[]).includes(value);
}
