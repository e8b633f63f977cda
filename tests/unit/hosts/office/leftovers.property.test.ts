import fc from 'fast-check';
import { uncoveredRanges } from '../../../../src/hosts/office/write/leftovers';
import { MAX_COLUMNS, MAX_ROWS } from '../../../../src/workbook/address';
import type { CellBlock } from '../../../../src/workbook/plan';

const SIDE = 9;
const rectangle = fc.record({
  row: fc.integer({ min: 0, max: SIDE - 1 }),
  column: fc.integer({ min: 0, max: SIDE - 1 }),
  rows: fc.integer({ min: 1, max: 4 }),
  columns: fc.integer({ min: 1, max: 4 }),
});
const cellsOf = (range: { row: number; column: number; rows: number; columns: number }, most: number): string[] => {
  const cells: string[] = [];
  for (let row = range.row; row < Math.min(most, range.row + range.rows); row++)
    for (let column = range.column; column < Math.min(most, range.column + range.columns); column++)
      cells.push(`${row} ${column}`);
  return cells;
};

describe('what an older report may have left', () => {
  it('is every cell that no block writes, once, to the ends of the sheet, and no cell that one writes', () => {
    fc.assert(
      fc.property(fc.array(rectangle, { maxLength: 6 }), (wanted) => {
        const most = SIDE + 6;
        const written = new Set<string>();
        const blocks: CellBlock[] = [];
        for (const one of wanted) {
          const cells = cellsOf(one, most);
          if (cells.some((cell) => written.has(cell))) continue;
          for (const cell of cells) written.add(cell);
          const values = Array.from({ length: one.rows }, () => Array.from({ length: one.columns }, () => 1));
          blocks.push({ row: one.row, column: one.column, values, styles: values[0]!.map(() => ({})) });
        }
        const ranges = uncoveredRanges(blocks);
        const left = ranges.flatMap((range) => cellsOf(range, most));
        expect(new Set(left).size).toBe(left.length);
        expect(left.filter((cell) => written.has(cell))).toEqual([]);
        expect(left.length + written.size).toBe(most * most);
        const area = ranges.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
        expect(area + written.size).toBe(MAX_ROWS * MAX_COLUMNS);
      }),
      { numRuns: 200 },
    );
  });
});
