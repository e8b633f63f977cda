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
