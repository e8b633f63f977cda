import { packParts, type PrintPart } from '../../../../src/reports/layout/print-areas';

const part = (row: number, rows: number, points: number, isWhole = true, column = 0): PrintPart => ({
  row,
  column,
  rows,
  columns: 5,
  points,
  isWhole,
});

describe('what stands below a table in print', () => {
  it('shares a page as far as it fits', () => {
    // 300 + 100 fit 450; a chart of 280 does not fit behind them.
    expect(packParts([part(10, 18, 300), part(28, 6, 100), part(35, 17, 280)], 450)).toEqual([
      { row: 10, column: 0, rows: 24, columns: 5 },
      { row: 35, column: 0, rows: 17, columns: 5 },
    ]);
  });

  it('takes in the empty rows between two parts, and the wider of them', () => {
    expect(packParts([part(10, 5, 80), { ...part(20, 5, 80), columns: 7 }], 450)).toEqual([
      { row: 10, column: 0, rows: 15, columns: 7 },
    ]);
  });

  it('lets words follow a long list on its last page, but no chart', () => {
    expect(packParts([part(0, 90, 1500, false), part(90, 5, 80, false), part(96, 17, 280)], 450)).toEqual([
      { row: 0, column: 0, rows: 95, columns: 5 },
      { row: 96, column: 0, rows: 17, columns: 5 },
    ]);
  });

  it('keeps parts of other columns apart', () => {
    expect(packParts([part(0, 5, 80), part(6, 5, 80, true, 9)], 450)).toHaveLength(2);
  });
});
