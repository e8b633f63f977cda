import { layOutReports } from '../../../../src/reports/layout/lay-out-reports';
import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset } from '../../../support/dataset-builder';
import { cellsOf } from '../../../support/plan-cells';

const dataset = aDataset()
  .withTransactions([
    { client: 'A', day: '2026-03-01', amount: 800 },
    { client: 'B', day: '2026-04-01', amount: 150 },
    { client: 'C', day: '2026-05-01', amount: 50 },
  ])
  .build();

const sheetOf = (id: string, settings: Record<string, string> = {}) => {
  const analysed = anAnalysis(dataset, { asOf: '2026-06-30', settings });
  const { sheets } = layOutReports({
    ...analysed,
    lang: 'zh',
    snapshots: new Map(),
    columnMap: [],
    run: { time: '2026-06-30 09:30', version: '0.0.0' },
    sheetNames: [],
    dateBase: 1900,
  });
  const plan = sheets.find((sheet) => sheet.id === id)!;
  const header = cellsOf(plan).find((row) => row.includes('客户名称'))!;
  return { plan, header };
};

describe('further grades stand behind an outline', () => {
  it('keeps the tier in front and folds pyramid and profit class, off paper', () => {
    const { plan, header } = sheetOf('clientTiers');
    const outline = plan.columnOutline!;
    expect(header.slice(outline.column, outline.column + outline.columns)).toEqual(['金字塔']);
    expect(header.indexOf('等级')).toBeLessThan(outline.column);
    for (const { column, columns } of plan.print.areas!)
      expect(column + columns <= outline.column || column >= outline.column + outline.columns).toBe(true);
  });

  it('lets the firm choose which grade leads', () => {
    expect(sheetOf('clientClasses').header[2]).toBe('级别');
    expect(sheetOf('clientClasses', { 'classes.main': 'pyramid' }).header[2]).toBe('金字塔');
  });

  it('folds no column that a table below stands in', () => {
    const { plan } = sheetOf('clientClasses');
    const widestBelow = Math.max(...plan.tables.slice(1).map(({ range }) => range.columns));
    expect(plan.columnOutline!.column).toBeGreaterThanOrEqual(widestBelow);
  });
});
