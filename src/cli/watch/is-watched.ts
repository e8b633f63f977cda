/**
 * Whether a file of a watched folder is a workbook of the person's: not what we wrote ourselves, nor what programs put
 * beside an open one.
 *
 * @example ['账.xlsx', '账.kelan.xlsx', '~$账.xlsx'].map((name) => isWatched(name, false)) //=> [true, false, false]
 */
export function isWatched(name: string, isInPlace: boolean): boolean {
  if (/^[.~]/.test(name)) return false;
  if (/\.kelan\.xls[xm]$/i.test(name) || /\.backup-\d{4}-\d{2}-\d{2}-\d{4}(-\d+)?\.xls[xm]$/i.test(name)) return false;
  return (isInPlace ? /\.xls[xm]$/i : /\.(xls[xmb]?|ods|et)$/i).test(name);
}
