import { firstPageOf } from '../../../../src/reports/layout/list/first-page';
import { SheetDraft } from '../../../../src/reports/layout/sheet-draft';
import type { ChartPlan } from '../../../../src/workbook/plan';

const withCharts = (...anchors: ChartPlan['anchor'][]): SheetDraft => {
  const draft = new SheetDraft();
  draft.charts.push(...anchors.map((anchor) => ({ anchor }) as ChartPlan));
  return draft;
};
const areaOf = (draft: SheetDraft): number[] => {
  const { rows, columns } = firstPageOf(draft, 12, 20, 'landscape').area;
  return [rows, columns];
};

describe('the first page of a sheet for the screen', () => {
  it('takes a chart that stands on it whole', () => {
    expect(areaOf(withCharts({ row: 4, column: 6, rows: 10, columns: 6 }))).toEqual([20, 12]);
  });

  it('ends left of a chart beside the table that it would cut', () => {
    expect(areaOf(withCharts({ row: 4, column: 8, rows: 10, columns: 6 }))).toEqual([20, 8]);
    expect(areaOf(withCharts({ row: 15, column: 6, rows: 10, columns: 6 }))).toEqual([20, 6]);
  });

  it('ends above a chart below the table that it would cut', () => {
    expect(areaOf(withCharts({ row: 15, column: 0, rows: 10, columns: 6 }))).toEqual([15, 12]);
  });

  it('leaves out nothing for a chart that stands elsewhere', () => {
    expect(
      areaOf(withCharts({ row: 30, column: 0, rows: 10, columns: 6 }, { row: 0, column: 14, rows: 9, columns: 4 })),
    ).toEqual([20, 12]);
  });
});
