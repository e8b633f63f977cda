import { countPages } from '../../../../src/reports/layout/count-pages';
import type { SheetPlan } from '../../../../src/workbook/plan';
import { aSheetPlan } from '../../hosts/xlsx/write/plan-builder';

const area = (row: number, rows: number): { row: number; column: number; rows: number; columns: number } => ({
  row,
  column: 0,
  rows,
  columns: 2,
});
const printed = (changes: Partial<SheetPlan['print']>, more: Partial<SheetPlan> = {}): SheetPlan =>
  aSheetPlan({
    columnWidths: [40, 40],
    ...more,
    print: { orientation: 'portrait', pagesWide: 1, header: '预警', footer: '', pageNumber: '', ...changes },
  });

describe('pages of a sheet', () => {
  // An upright A4 page holds (11.69 − 1.25) in × 72 × 0.96 = 721 points: 45 rows of 16.
  it.each([
    [45, 1],
    [46, 2],
    [100, 3],
  ])('%d rows take %d', (rows, pages) => {
    expect(countPages(printed({ areas: [area(0, rows)] }))).toBe(pages);
  });

  it('are counted area by area, and by the height that rows have', () => {
    expect(countPages(printed({ areas: [area(0, 10), area(20, 10)] }))).toBe(2);
    const high = Array.from({ length: 10 }, (_, row) => ({ row, points: 160 }));
    expect(countPages(printed({ areas: [area(0, 10)] }, { rowHeights: high }))).toBe(3);
  });

  it('are those of all that is written where no area is set', () => {
    const values = Array.from({ length: 60 }, () => ['a', 'b']);
    expect(countPages(printed({}, { blocks: [{ row: 0, column: 0, values, styles: [{}, {}] }] }))).toBe(2);
  });
});
