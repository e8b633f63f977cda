/**
 * Order of two texts that no language setting of the machine changes: every list that is sorted by words uses it.
 *
 * @example ['b', 'a', 'B'].sort(byCodePoint) //=> ['B', 'a', 'b']
 */
export function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
