import type { CellValue } from '../../../workbook/cell-value';

/**
 * Stands for the values of a sheet: 53 bits over their JSON without trailing gaps, enough to see that somebody typed.
 *
 * @example digestOf([['a']]) === digestOf([['a', null], []]) //=> true
 */
export function digestOf(cells: readonly (readonly CellValue[])[]): string {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  const add = (text: string): void => {
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      low = Math.imul(low ^ code, 2654435761);
      high = Math.imul(high ^ code, 1597334677);
    }
  };
  cells.forEach((row, index) => {
    let end = row.length;
    while (end > 0 && row[end - 1] === null) end--;
    if (end > 0) add(`${index}${JSON.stringify(row.slice(0, end))}`);
  });
  return `${(high >>> 0).toString(36)}.${(low >>> 0).toString(36)}`;
}
