import type { CellValue } from '../../../../../src/workbook/cell-value';
import { layOutReports, type LaidOutReports } from '../../../../../src/reports/layout/lay-out-reports';
import { readHistory } from '../../../../../src/reports/standing/history/read-history';
import type { ReportSnapshot } from '../../../../../src/workbook/workbook-host';
import type { Lang } from '../../../../../src/i18n/lang';
import { anAnalysis, anIndicator, threeClients } from '../../../../support/analysis-builder';
import { cellsOf, findCell, snapshotOf } from '../../../../support/plan-cells';

type Snapshots = ReadonlyMap<string, ReportSnapshot>;
const dataset = threeClients();

function refresh(before: Snapshots, asOf: string, lang: Lang = 'zh', responsible = ''): LaidOutReports {
  const { analysis } = anAnalysis(dataset, { asOf, settings: { 'report.responsible': responsible } });
  return layOutReports({
    analysis,
    dataset,
    lang,
    chosen: ['clientTiers', 'changes'],
    snapshots: before,
    columnMap: [],
    run: { time: `${asOf} 09:00`, version: '1' },
    sheetNames: [],
    dateBase: 1900,
  });
}
const after = (before: Snapshots, { sheets, record }: LaidOutReports): Snapshots =>
  new Map([...before, ...[...sheets, ...(record ? [record] : [])].map((plan) => [plan.id, snapshotOf(plan)] as const)]);

const first = after(new Map(), refresh(new Map(), '2025-06-30', 'zh', '李敏'));
const second = after(first, refresh(first, '2025-07-31'));
const sheet = second.get('history')!;
const daysOf = (snapshot: ReportSnapshot): string[] => readHistory(snapshot).snapshots.map(({ asOf }) => asOf);
const edited = (change: (cells: CellValue[][]) => void): ReportSnapshot => {
  const cells = sheet.cells.map((line) => [...line]);
  change(cells);
  return { ...sheet, cells };
};

describe('the history on its sheet', () => {
  it('is read back as it was taken', () => {
    const { snapshots, damaged } = readHistory(sheet);
    expect(damaged).toEqual([]);
    const [newest, oldest] = snapshots;
    expect([newest!.number, newest!.asOf, oldest!.number, oldest!.asOf]).toEqual([2, '2025-07-31', 1, '2025-06-30']);
    expect(oldest).toMatchObject({
      responsible: '李敏',
      time: '2025-06-30 09:00',
      from: '2024-07-01',
      to: '2025-06-30',
      totals: { netAmount: 100_00, activeClients: 3, tiers: [1, 1, 1] },
    });
    expect(oldest!.clients.find(({ code }) => code === 'C1')).toMatchObject({
      name: '东方饲料',
      netAmount: 70_00,
      orders: 1,
      rank: 1,
      marks: { tier: 'Ⅰ类', region: '华东' },
    });
    // A client without a region has none: absent, not blank.
    expect(oldest!.clients.find(({ code }) => code === 'C3')!.marks.region).toBeUndefined();
  });

  it('is the same after a refresh of the same day, in either language', () => {
    const again = refresh(second, '2025-07-31').sheets.find(({ id }) => id === 'history')!;
    expect(cellsOf(again)).toEqual(sheet.cells);
    const english = after(second, refresh(second, '2025-07-31', 'en')).get('history')!;
    expect(readHistory(english)).toEqual(readHistory(sheet));
  });

  it('survives sorting, blank rows and columns of hers', () => {
    const head = findCell(sheet.cells, '客户编号');
    const moved = edited((cells) => {
      cells.splice(head.row + 2, 0, [], []);
      const last = cells.pop()!;
      cells.splice(head.row + 1, 0, last);
      for (const line of cells) line.splice(1, 0, null);
    });
    expect(daysOf(moved)).toEqual(['2025-07-31', '2025-06-30']);
  });

  it('survives a program that saves fifteen digits of a number', () => {
    // Its thirteenth digit on is 4997: at twelve digits it would round one way, and as saved (…5235) the other.
    const { analysis } = anAnalysis(dataset, {
      asOf: '2025-06-30',
      replace: { indicators: [anIndicator('K02', '准时率', 'On time', 0.9117859725234997, 1)] },
    });
    const laidOut = layOutReports({
      analysis,
      dataset,
      lang: 'zh',
      chosen: [],
      snapshots: new Map(),
      columnMap: [],
      run: { time: '', version: '1' },
      sheetNames: [],
      dateBase: 1900,
    });
    const plan = laidOut.sheets.find(({ id }) => id === 'history')!;
    const saved = cellsOf(plan).map((line) =>
      line.map((cell) => (typeof cell === 'number' ? Number(cell.toPrecision(15)) : cell)),
    );
    expect(readHistory(snapshotOf(plan, saved))).toMatchObject({ damaged: [], snapshots: [{ asOf: '2025-06-30' }] });
  });

  it('drops a snapshot of which a figure was typed over, and says so; the others stand', () => {
    const typed = edited((cells) => {
      const { row, column } = findCell(cells, '客户行');
      const amount = findCell(cells, 100);
      expect(amount.row).toBe(row + 1);
      expect(column).toBeGreaterThan(0);
      cells[row + 2]![amount.column] = 99;
    });
    expect(readHistory(typed)).toMatchObject({ damaged: ['2025-06-30'], snapshots: [{ asOf: '2025-07-31' }] });
    const laidOut = refresh(new Map([...second, ['history', typed]]), '2025-08-31');
    expect(laidOut.notes.map(({ zh }) => zh)).toContain(
      '「历史快照」里 2025-06-30 的快照被改动或缺了行，已去掉；其余快照照旧，原始数据和报表不受影响。',
    );
    expect(readHistory(snapshotOf(laidOut.sheets.find(({ id }) => id === 'history')!)).damaged).toEqual([]);
  });

  it('begins anew where nothing can be read, and says so; the changes are told by the sheets', () => {
    const ruined = edited((cells) => {
      const { row } = findCell(cells, '客户编号');
      cells.splice(row + 1);
    });
    const laidOut = refresh(new Map([...second, ['history', ruined]]), '2025-08-31');
    expect(laidOut.notes.some(({ zh }) => zh.includes('已从本次重新开始记'))).toBe(true);
    expect(daysOf(snapshotOf(laidOut.sheets.find(({ id }) => id === 'history')!))).toEqual(['2025-08-31']);
    expect(laidOut.sheets.some(({ id }) => id === 'changes')).toBe(true);
  });

  it('keeps the name that she gave a snapshot', () => {
    const noted = edited((cells) => {
      const { row, column } = findCell(cells, '备注');
      cells[row + 2]![column] = '六月例会';
    });
    const next = refresh(new Map([...second, ['history', noted]]), '2025-08-31').sheets.find(
      ({ id }) => id === 'history',
    )!;
    const cells = cellsOf(next);
    const { row, column } = findCell(cells, '六月例会');
    expect([cells[row]!.includes('2025-06-30'), column]).toEqual([true, findCell(cells, '备注').column]);
  });
});
