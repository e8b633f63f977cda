/**
 * A share: 0.95, 95 % or 95. Above 1 it is read as percent: no target or probability is 9,500 %.
 *
 * @example shareOfNumber(95) //=> 0.95
 */
export function shareOfNumber(value: number): number {
  return value > 1 ? value / 100 : value;
}
