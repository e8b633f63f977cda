/** How numbers, shares and days are written inside sentences. Cells use number formats instead. */

const group = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** @example wordNumber(-1234.5, 2) //=> '-1,234.50' */
export function wordNumber(value: number, decimals = 0): string {
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const sign = value < 0 && Number(Math.abs(value).toFixed(decimals)) !== 0 ? '-' : '';
  return sign + group(whole) + (fraction === undefined ? '' : `.${fraction}`);
}

/** A ratio 0–1 as percent. @example wordPercent(0.1234) //=> '12.3%' */
export function wordPercent(ratio: number, decimals = 1): string {
  return `${wordNumber(ratio * 100, decimals)}%`;
}

/** Fen as units of the sheet. @example wordMoney(123456) //=> '1,234.56' */
export function wordMoney(fen: number, decimals = 2): string {
  return wordNumber(fen / 100, decimals);
}
