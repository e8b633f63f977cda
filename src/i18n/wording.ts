/** How numbers, shares and days are written inside sentences. Cells use number formats instead. */

const group = (digits: string): string => (digits.length < 4 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, ','));

/** @example wordNumber(-1234.5, 2) //=> '-1,234.50' */
export function wordNumber(value: number, decimals = 0): string {
  const size = Math.abs(value).toFixed(decimals);
  const point = decimals === 0 ? size.length : size.indexOf('.');
  const sign = value < 0 && Number(size) !== 0 ? '-' : '';
  return sign + group(size.slice(0, point)) + size.slice(point);
}

/** A ratio 0–1 as percent. @example wordPercent(0.1234) //=> '12.3%' */
export function wordPercent(ratio: number, decimals = 1): string {
  return `${wordNumber(ratio * 100, decimals)}%`;
}

/** Fen as units of the sheet. @example wordMoney(123456) //=> '1,234.56' */
export function wordMoney(fen: number, decimals = 2): string {
  return wordNumber(fen / 100, decimals);
}

/**
 * Fen as a manager says them: 万 and 亿 in Chinese, K and M in English. Cells show the same by `shortMoneyFormat`, which can
 * neither group 万 nor choose the decimals by the digit: one form for both.
 *
 * @example shortMoney(1_185_315_00) //=> { zh: '118.5 万', en: '1.19M' }
 */
export function shortMoney(fen: number): Readonly<Record<'zh' | 'en', string>> {
  const value = fen / 100;
  const size = Math.abs(value);
  const scaled = (unit: number, decimals: number, word: string): string =>
    (value < 0 ? '-' : '') + (size / unit).toFixed(decimals) + word;
  return {
    zh: size >= 1e8 ? scaled(1e8, 2, ' 亿') : size >= 1e4 ? scaled(1e4, 1, ' 万') : wordNumber(value),
    en:
      size >= 1e6
        ? scaled(1e6, decimalsOfMillions(size), 'M')
        : size >= 1e4
          ? scaled(1e3, size < 1e5 ? 1 : 0, 'K')
          : wordNumber(value),
  };
}

/** Three digits that matter. */
export const decimalsOfMillions = (size: number): number => (size >= 1e8 ? 0 : size >= 1e7 ? 1 : 2);
