import fc from 'fast-check';
import { checkPlan } from '../../../../../src/hosts/xlsx/write/check-plan';
import type { CellRange } from '../../../../../src/workbook/address';
import { bareSheet } from '../../../../support/bare-sheet';
import { aChart } from './plan-builder';

const range = fc.record({
  row: fc.integer({ min: 0, max: 7 }),
  column: fc.integer({ min: 0, max: 7 }),
  rows: fc.integer({ min: 1, max: 3 }),
  columns: fc.integer({ min: 1, max: 3 }),
});
const cellsOf = ({ row, column, rows, columns }: CellRange): string[] =>
  Array.from({ length: rows * columns }, (_, at) => `${row + Math.floor(at / columns)} ${column + (at % columns)}`);
const isRefused = (merges: readonly CellRange[], tables: readonly CellRange[]): boolean => {
  const plan = {
    ...bareSheet('x', 'x', []),
    merges,
    tables: tables.map((one, at) => ({ name: `T${at}`, range: one, hasFilter: false, style: '' })),
  };
  try {
    checkPlan(plan);
    return false;
  } catch {
    return true;
  }
};

describe('a plan that Excel would repair', () => {
  it('is refused where two tables or merged cells share a cell, and only there', () => {
    let refused = 0;
    fc.assert(
      fc.property(fc.array(range, { maxLength: 3 }), fc.array(range, { maxLength: 3 }), (merges, tables) => {
        // A merged cell of one cell is none.
        const cells = [...merges.filter(({ rows, columns }) => rows * columns > 1), ...tables].flatMap(cellsOf);
        const shares = new Set(cells).size < cells.length;
        refused += shares ? 1 : 0;
        expect(isRefused(merges, tables)).toBe(shares);
      }),
      { numRuns: 400 },
    );
    expect(refused).toBeGreaterThan(50);
  });

  it('is refused where two charts have one name', () => {
    const sheet = bareSheet('x', 'x', []);
    const [one, other] = [aChart({ id: 'a' }), aChart({ id: 'b' })];
    expect(() => checkPlan({ ...sheet, charts: [one, other] })).not.toThrow();
    expect(() => checkPlan({ ...sheet, charts: [one, other, one] })).toThrow('two charts are named a');
  });
});
