import { addressOf, rangeAddress, type CellRange } from '../../../../workbook/address';
import type { TablePlan } from '../../../../workbook/plan';
import type { CellGrid } from './cell-grid';
import type { Dialect } from '../xml/dialect';
import { attributes, escapeAttribute, XML_DECLARATION } from '../xml/xml-text';

/** A name in a table part: line breaks in the format's own escape, as Excel writes them. */
const columnName = (text: string): string => escapeAttribute(text).replace(/&#10;/g, '_x000a_');

/**
 * The rectangle of a table. Excel wants a row under the header: a table without any gets one blank row, where nothing
 * else stands there.
 */
export function tableRangeOf(table: TablePlan, grid: CellGrid): CellRange {
  if (table.range.rows > 1) return table.range;
  const range = { ...table.range, rows: 2 };
  const below = grid.cellsIn({ ...table.range, row: table.range.row + 1 });
  if (below.some((cell) => cell !== undefined && cell.value !== null && cell.value !== ''))
    throw new Error(`${table.name}: a table without rows, and something else under its header`);
  return range;
}

/**
 * A table part. Its column names are the texts of the header cells, to the letter: Excel repairs a file where they
 * differ, are empty or stand twice.
 */
export function writeTable(table: TablePlan, name: string, id: number, grid: CellGrid, dialect: Dialect): string {
  const range = tableRangeOf(table, grid);
  const headers = grid.cellsIn({ ...range, rows: 1 });
  const seen = new Set<string>();
  const columns = headers.map((cell, index) => {
    const text = typeof cell?.value === 'string' ? cell.value : '';
    const key = text.toLowerCase();
    if (text === '' || seen.has(key)) {
      const where = addressOf(range.row, range.column + index);
      throw new Error(`${table.name}: the header ${where} is ${text === '' ? 'empty' : 'there twice'}`);
    }
    seen.add(key);
    return `<tableColumn id="${index + 1}" name="${columnName(text)}"/>`;
  });
  const ref = rangeAddress(range);
  const head = attributes({ xmlns: dialect.main, id, name, displayName: name, ref, totalsRowShown: false });
  const style = attributes({
    name: table.style,
    showFirstColumn: false,
    showLastColumn: false,
    showRowStripes: true,
    showColumnStripes: false,
  });
  return (
    `${XML_DECLARATION}<table${head}>` +
    (table.hasFilter ? `<autoFilter ref="${ref}"/>` : '') +
    `<tableColumns count="${columns.length}">${columns.join('')}</tableColumns>` +
    `<tableStyleInfo${style}/></table>`
  );
}
