import { analyse } from '../../../../src/core/analyse';
import type { KeptRow, KeptWork } from '../../../../src/core/plan/kept-work';
import { monthOf } from '../../../../src/core/model/day';
import { planCalls } from '../../../../src/core/plan/call-plan';
import { DEFAULT_SETTINGS } from '../../../../src/core/settings';
import { attainmentHistory } from '../../../../src/reports/standing/attainment-history';
import type { CellValue } from '../../../../src/workbook/cell-value';
import type { ReportSnapshot } from '../../../../src/workbook/workbook-host';
import { aDataset, day } from '../../../support/dataset-builder';

/** The plan of February 2026: one key client of 王芳, a call and a visit. */
function february() {
  const dataset = aDataset()
    .withClients([{ code: 'K1', name: '甲', rep: '王芳' }])
    .withTransactions([{ client: 'K1', day: '2026-01-15', amount: 1000 }])
    .build();
  const asOf = day('2026-01-31');
  return planCalls(
    dataset,
    analyse(dataset, { today: asOf, asOf, period: { kind: 'last12m' }, settings: DEFAULT_SETTINGS }),
  );
}

const aRow = (key: string, rest: Partial<KeptRow> & { readonly rep: string; readonly status?: string }): KeptRow => ({
  key,
  plannedDay: day('2026-01-20'),
  movedDay: undefined,
  actualDay: undefined,
  isDone: false,
  result: '',
  method: '',
  nextDay: undefined,
  notes: '',
  hasWork: false,
  wasMissed: false,
  ...rest,
  shown: { rep: rest.rep, name: '', purpose: '', way: '电话', level: '', status: rest.status ?? '待办' },
});

const sheet = (cells: CellValue[][]): ReadonlyMap<string, ReportSnapshot> =>
  new Map([['timeSplit', { id: 'timeSplit', fingerprint: '', sheetName: '时间分配', cells }]]);
const HEADER = ['计划月份', '负责人', '计划', '完成', '逾期', '达成率'];
const month = (iso: string): number => monthOf(day(`${iso}-01`));

const historyOf = (cells: CellValue[][], rows: readonly KeptRow[]) =>
  attainmentHistory(sheet(cells), february(), new Map(rows.map((row) => [row.key, row])) as KeptWork).map(
    ({ month: of, rep, planned, done, missed }) => [of, rep, planned, done, missed],
  );

describe('attainmentHistory', () => {
  it('begins with this month', () => {
    expect(historyOf([], [])).toEqual([[month('2026-02'), '王芳', 2, 0, 0]]);
  });

  it('counts the month that was on the sheet until now once more, with what was typed since', () => {
    const rows = [
      aRow('K1|2026-01|call|1', { rep: '王芳', actualDay: day('2026-01-20'), hasWork: true }),
      aRow('K1|2026-01|visit|1', { rep: '王芳', status: '已有联络记录' }),
      aRow('K2|2026-01|call|1', { rep: '王芳' }),
      aRow('K3|2026-01|call|1', { rep: '李强', movedDay: day('2026-02-03'), hasWork: true }),
      aRow('K4|2025-12|call|1', { rep: '李强', status: '以前月份·保留', hasWork: true }),
    ];
    const old = [HEADER, ['2026-01', '王芳', 3, 1, 0, 1 / 3], ['2025-12', '李强', 9, 8, 1, 8 / 9]];
    expect(historyOf(old, rows)).toEqual([
      [month('2026-02'), '王芳', 2, 0, 0],
      // Moved into February: planned for January, missed by nobody.
      [month('2026-01'), '李强', 1, 0, 0],
      [month('2026-01'), '王芳', 3, 2, 1],
      [month('2025-12'), '李强', 9, 8, 1],
    ]);
  });

  it('leaves out of a month what is no longer part of it, and counts what is no number as none', () => {
    const rows = ['待办', '不再需要·保留', '上月未完成·已转入', '以前月份·保留', 'No longer due, kept'].map(
      (status, at) => aRow(`K${at}|2026-01|call|1`, { rep: '王芳', status }),
    );
    expect(historyOf([], [...rows, aRow('别的', { rep: '王芳' })])).toEqual([
      [month('2026-02'), '王芳', 2, 0, 0],
      [month('2026-01'), '王芳', 1, 0, 1],
    ]);
    const old = [HEADER, ['2026-01', '王芳', '—', null, 1], ['某月', '王芳', 1, 1, 1], ['2026-01', '李强', 4, 3, 1]];
    expect(historyOf(old, []).slice(1)).toEqual([
      [month('2026-01'), '王芳', 0, 0, 1],
      [month('2026-01'), '李强', 4, 3, 1],
    ]);
  });

  it('has the last 24 months', () => {
    const old = Array.from({ length: 30 }, (_, at) => [`20${23 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`, '王芳', 1, 1, 0]); // prettier-ignore
    const months = historyOf([HEADER, ...old], []).map(([of]) => of);
    // From February 2026 back: the 30 of the sheet end with June 2025.
    expect([months.length, months[0], months[1], months[23]]).toEqual([24, month('2026-02'), month('2025-06'), month('2023-08')]); // prettier-ignore
  });

  it('keeps a month whose rows have left the sheet, in either language', () => {
    const old = [
      ['Plan month', 'Rep', 'Planned', 'Done', 'Missed'],
      ['2026-01', '王芳', 3, 2, 1],
    ];
    const left = [
      aRow('K1|2026-01|call|1', {
        rep: '王芳',
        actualDay: day('2026-01-20'),
        hasWork: true,
        status: 'Earlier month, kept',
      }),
    ];
    expect(historyOf(old, left)).toEqual([
      [month('2026-02'), '王芳', 2, 0, 0],
      [month('2026-01'), '王芳', 3, 2, 1],
    ]);
  });

  it('counts no month anew of which only rows with work are left', () => {
    const old = [HEADER, ['2026-01', '王芳', 3, 2, 1, 2 / 3]];
    const left = [aRow('K1|2026-01|call|1', { rep: '王芳', actualDay: day('2026-01-20'), hasWork: true })];
    expect(historyOf(old, left)).toContainEqual([month('2026-01'), '王芳', 3, 2, 1]);
    const open = [aRow('K1|2026-01|call|1', { rep: '王芳' })];
    expect(historyOf(old, open)).toContainEqual([month('2026-01'), '王芳', 1, 0, 1]);
  });
});
