import type { CellValue } from '../../../src/workbook/cell-value';
import { cellAt, makeCellColumn, StringPool } from '../../../src/workbook/column-block';
import { ColumnFiller } from '../../../src/workbook/column-filler';

const STRIP = 100;

/** What the columns hold after rows were put into them some at a time. */
function heldOf(rows: readonly (readonly CellValue[])[]): CellValue[][] {
  const pool = new StringPool();
  const width = rows[0]!.length;
  const columns = Array.from({ length: width }, () => makeCellColumn(rows.length));
  const fillers = columns.map((target, column) => new ColumnFiller(target, column, pool, columns[column - 1]));
  for (let at = 0; at < rows.length; at += STRIP)
    for (const filler of fillers) filler.fill(at, rows.slice(at, at + STRIP));
  expect(new Set(pool.texts).size).toBe(pool.texts.length);
  return rows.map((_, row) => columns.map((column) => cellAt(column, row, pool)));
}

describe('rows put into columns', () => {
  it('hold what the rows hold, where a text goes with the one beside it', () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => {
      const client = (row * 7919) % 300;
      return [`K-${client}甲`, `第${client % 50}店`, client % 50 < 25 ? '吨' : '袋'];
    });
    expect(heldOf(rows)).toEqual(rows);
  });

  it('hold what the rows hold, where nothing goes with anything', () => {
    const rows = Array.from({ length: 90_000 }, (_, row) => [`甲${row % 7}乙`, `丙${(row * 7919) % 1009}丁`]);
    expect(heldOf(rows)).toEqual(rows);
  });

  it('hold what the rows hold, whatever stands beside', () => {
    const cells: CellValue[] = ['甲', 3, null, true, { error: '#N/A' }, '乙', -1.5, false, '甲', 1e300, Number.NaN];
    const rows = Array.from({ length: 5000 }, (_, row) => [
      cells[row % cells.length]!,
      cells[(row * 3) % cells.length]!,
      cells[(row * row) % cells.length]!,
    ]);
    expect(heldOf(rows)).toEqual(rows);
  });

  it('take what a short row lacks and a text without characters for empty cells', () => {
    expect(heldOf([['甲', 'a'], ['乙'], ['', 'b']])).toEqual([
      ['甲', 'a'],
      ['乙', null],
      [null, 'b'],
    ]);
  });
});
