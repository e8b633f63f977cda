import type { AnalysisWindow } from '../../../../src/core/facts/analysis-window';
import { workCalendarOf } from '../../../../src/core/calendar/work-calendar';
import { missing } from '../../../../src/core/model/outcome';
import { summariseComplaints, type ComplaintFigures } from '../../../../src/core/service/complaints';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder, type RowOf } from '../../../support/dataset-builder';
import { aWindow } from '../../../support/delivery-facts';

const june = aWindow('2026-06-01', '2026-06-30');

function summarise(builder: DatasetBuilder, window: AnalysisWindow = june, orders = 0) {
  const dataset = builder.build();
  const settings = settingsWith({});
  return summariseComplaints(dataset, window, settings, workCalendarOf(dataset, settings), orders);
}
function figuresOf(rows: readonly RowOf<'complaints'>[], window?: AnalysisWindow, orders?: number): ComplaintFigures {
  const found = summarise(aDataset().withComplaints(rows), window, orders);
  if (!found.known) throw new Error(JSON.stringify(found.why));
  return found.value;
}

describe('complaints that count', () => {
  it('are those received in the period, from its first to its last minute, up to as-of', () => {
    const rows = ['2026-05-31 23:59', '2026-06-01 00:00', '2026-06-20 23:59', '2026-06-21 00:00'].map((received) => ({
      received,
    }));
    const found = figuresOf([...rows, { problem: '破包' }], aWindow('2026-06-01', '2026-06-30', '2026-06-20'));
    expect(found).toMatchObject({ received: 2, resolved: 0, calendarDays: 20, perDay: { value: 0.1 } });
    // The one of May is open too; the one after as-of is not there yet.
    expect(found.open.map(({ receivedDay, ageDays }) => [receivedDay, ageDays])).toEqual([
      [day('2026-05-31'), 20],
      [day('2026-06-01'), 19],
      [day('2026-06-20'), 0],
    ]);
  });

  it('have no rate a day, and no months, in a period that begins after as-of', () => {
    const found = figuresOf([{ received: '2026-05-20' }], aWindow('2026-06-01', '2026-06-30', '2026-05-29'));
    expect(found).toMatchObject({
      received: 0,
      calendarDays: 0,
      perDay: missing({ reason: 'nothing-due' }),
      trend: [],
    });
  });

  it('have a rate on the first day of the period', () => {
    const found = figuresOf([{ received: '2026-06-01' }], aWindow('2026-06-01', '2026-06-30', '2026-06-01'));
    expect(found).toMatchObject({ received: 1, calendarDays: 1, perDay: { value: 1 } });
  });

  it('are — without the day of receipt', () => {
    expect(summarise(aDataset().withComplaints([{ problem: '破包' }]))).toEqual(
      missing({ reason: 'no-column', column: 'complaints.received' }),
    );
  });

  it('tell no hours that no column tells', () => {
    const found = figuresOf([{ received: '2026-06-01' }]);
    expect([found.hoursToReply, found.hoursToClose, found.hoursToSite]).toEqual(
      ['firstReply', 'closed', 'arrivedOnSite'].map((column) =>
        missing({ reason: 'no-column', column: `complaints.${column}` }),
      ),
    );
    expect([found.signOffs, found.unapproved, found.untold, found.evaluations]).toEqual([[], [], [], []]);
  });
});

describe('stages', () => {
  it('stand beside the four of the table by count, then by name, the empty one as not given', () => {
    const found = figuresOf(
      ['柜台', '仓库', '仓库', '柜台', '', '包装'].map((stage) => ({ received: '2026-06-02', stage })),
      june,
      50,
    );
    expect(found.stages.map(({ label, count, share }) => [label.zh, count, share])).toEqual([
      ['产品质量', 0, 0],
      ['运输', 0, 0],
      ['包装', 1, 1 / 6],
      ['管理', 0, 0],
      ['仓库', 2, 1 / 3],
      ['柜台', 2, 1 / 3],
      ['未填', 1, 1 / 6],
    ]);
    // One of fifty orders, two of fifty.
    expect(found.stages.slice(2, 5).map(({ per100Orders }) => per100Orders)).toEqual(
      [2, 0, 4].map((value) => ({ known: true, value })),
    );
  });

  it('name their three most frequent problems, and what was done about these', () => {
    const of = (problem: string, times: number, more: RowOf<'complaints'> = {}): RowOf<'complaints'>[] =>
      Array.from({ length: times }, () => ({ received: '2026-06-02', stage: '包装', problem, ...more }));
    const found = figuresOf([
      ...of('少发', 1, { measure: '补发' }),
      ...of('破包', 3, { measure: '换袋', solution: '道歉' }),
      ...of('霉变', 2, { solution: '退货' }),
      ...of('迟到', 2, { measure: '改线' }),
      ...of('', 5, { measure: '不明' }),
    ]);
    const packaging = found.stages.find(({ stage }) => stage === '包装')!;
    expect(packaging.topProblems).toEqual(['破包', '迟到', '霉变']);
    // By name; where no measure is written the solution stands.
    expect(packaging.measures).toEqual(['换袋', '改线', '退货']);
  });

  it('tell every measure where no problem is named', () => {
    const rows = [{ measure: '乙' }, { measure: '甲' }, { solution: '丙' }, {}];
    const found = figuresOf(rows.map((row) => ({ received: '2026-06-02', stage: '管理', ...row })));
    expect(found.stages[3]).toMatchObject({ topProblems: [], measures: ['丙', '乙', '甲'] });
  });

  it('have no share of nothing, and no rate of no orders', () => {
    const [first] = figuresOf([{ received: '2026-05-02' }]).stages;
    expect(first).toMatchObject({ count: 0, share: 0, per100Orders: missing({ reason: 'nothing-due' }) });
  });
});

describe('months', () => {
  it('run from the first complaint in the period to as-of, those without one too', () => {
    const found = figuresOf(
      [
        { received: '2026-02-28', resolved: true },
        { received: '2026-04-30', resolved: false },
        { received: '2026-02-01', resolved: false },
      ],
      aWindow('2026-01-01', '2026-12-31', '2026-06-30'),
    );
    const month = (number: number) => 2026 * 12 + number - 1;
    expect(found.trend).toEqual([
      { month: month(2), received: 2, resolved: 1 },
      { month: month(3), received: 0, resolved: 0 },
      { month: month(4), received: 1, resolved: 0 },
      { month: month(5), received: 0, resolved: 0 },
      { month: month(6), received: 0, resolved: 0 },
    ]);
  });

  it('begin with the period where complaints are older, and leave the older out', () => {
    const found = figuresOf([{ received: '2026-05-31' }, { received: '2026-06-01', resolved: true }]);
    expect(found.trend).toEqual([{ month: 2026 * 12 + 5, received: 1, resolved: 1 }]);
  });
});

describe('hours', () => {
  it('are middle and ninth tenth of the complaints of the period; the open ones are counted', () => {
    const found = figuresOf([
      { received: '2026-06-01 00:00', closed: '2026-06-01 10:00', firstReply: '2026-06-01 09:30' },
      { received: '2026-06-01 00:00', closed: '2026-06-02 06:00', firstReply: '2026-06-01 10:30' },
      { received: '2026-06-30 00:00' },
      { received: '2026-05-30 00:00', closed: '2026-06-05 10:00', firstReply: '2026-06-05 09:30' },
    ]);
    const [close, reply] = [found.hoursToClose, found.hoursToReply];
    if (!close.known || !reply.known) throw new Error('there are hours');
    // 10, 24 (still open) and 30 hours.
    expect(close.value).toMatchObject({ n: 3, open: 1 });
    expect(close.value.median).toBeCloseTo(24, 6);
    expect(close.value.p90).toBeCloseTo(28.8, 6);
    // One, two and nine working hours.
    expect(reply.value).toMatchObject({ n: 3, open: 1 });
    expect(reply.value.median).toBeCloseTo(2, 6);
    expect(reply.value.p90).toBeCloseTo(7.6, 6);
  });

  it('are none where none of the period has any', () => {
    const found = figuresOf([{ received: '2026-06-01' }, { received: '2026-05-01', arrivedOnSite: '2026-05-02' }]);
    expect(found.hoursToSite).toEqual(missing({ reason: 'no-rows' }));
  });
});

describe('departments', () => {
  it('are counted by name: in time, judged, and not to be judged; one with nothing to say is left out', () => {
    const late = { received: '2026-06-02 08:00', signedByDepartment: '2026-06-09 08:00' };
    const found = figuresOf([
      { ...late, department: '质检' },
      { received: '2026-06-02 08:00', signedByDepartment: '2026-06-02 09:00', department: '质检' },
      { ...late },
      // The laboratory is at work: not to be judged yet.
      { received: '2026-06-02', labNeeded: true, department: '化验' },
      { received: '2026-06-02', labNeeded: true, labDone: '2026-06-03', signedByDepartment: '2026-06-03', department: '物流' },
    ]); // prettier-ignore
    expect(found.signOffs.map(({ department, ratio }) => [department, ratio])).toEqual([
      ['', { value: { known: true, value: 0 }, numerator: 0, denominator: 1, n: 1, excluded: 0 }],
      ['物流', { value: { known: true, value: 1 }, numerator: 1, denominator: 1, n: 1, excluded: 0 }],
      ['质检', { value: { known: true, value: 0.5 }, numerator: 1, denominator: 2, n: 2, excluded: 0 }],
    ]);
  });
});

describe('lists', () => {
  it('tell of an open one all that its row says', () => {
    const found = summarise(
      aDataset()
        .withComplaints([
          { client: 'A', complaintNo: '1', received: '2026-06-12 08:00', stage: '送货', problem: '破包', severity: '严重', demand: '换货', firstReply: '2026-06-13' },
          { complaintNo: '2', received: '2026-06-11' },
          { complaintNo: '3', received: '2026-06-12 23:00' },
        ])
        // A second sheet: its first row stands before the fourth of the first.
        .withRows('complaints', [{ client: 'B', complaintNo: '4', received: '2026-06-12' }], '投诉二'),
    ); // prettier-ignore
    if (!found.known) throw new Error('there are complaints');
    expect(found.value.open.map(({ complaintNo }) => complaintNo)).toEqual(['2', '1', '3', '4']);
    expect(found.value.open[1]).toEqual({
      ...{ client: 0, complaintNo: '1', receivedDay: day('2026-06-12'), stage: '运输', problem: '破包', ageDays: 18 },
      step: { zh: '已回复', en: 'Replied' },
      escalation: { zh: '销售部（营销部）经理', en: 'head of sales' },
      lacking: [
        { zh: '损失额', en: 'loss' },
        { zh: '责任部门', en: 'department' },
      ],
      ...{ sheet: '投诉', row: 2 },
    });
    expect(found.value.open[3]).toMatchObject({ client: 1, sheet: '投诉二', row: 2 });
    expect(found.value.open[0]).toMatchObject({ client: -1, stage: '', problem: '' });
  });

  it('name compensation above nothing that nobody approved, and add up all of it', () => {
    const found = figuresOf([
      { client: 'A', complaintNo: '1', received: '2026-06-02', compensation: 30.25 },
      { client: 'A', complaintNo: '2', received: '2026-06-02', compensation: 0 },
      { client: 'A', complaintNo: '3', received: '2026-06-02', compensation: 7, approver: '张总' },
      { complaintNo: '4', received: '2026-06-02', compensation: 0.01 },
      { complaintNo: '5', received: '2026-06-02' },
      { complaintNo: '6', received: '2026-05-02', compensation: 99 },
    ]);
    expect(found.unapproved).toEqual([
      { client: 0, complaintNo: '1', amount: 3025, sheet: '投诉', row: 2 },
      { client: -1, complaintNo: '4', amount: 1, sheet: '投诉', row: 5 },
    ]);
    expect(found.compensation).toBe(3726);
  });

  it('count the steps of the complaints of the period, and give means of their marks', () => {
    const found = figuresOf([
      { received: '2026-06-02', closed: '2026-06-03', planScore: 5, resultScore: 2 },
      { received: '2026-06-02', closed: '2026-06-03', planScore: 4 },
      { received: '2026-05-02', closed: '2026-06-03', planScore: 1, resultScore: 1 },
      { received: '2026-06-02' },
    ]);
    expect(found.steps.map(({ step, label, count }) => [step, label.zh, count])).toEqual([
      ['received', '受理', 1],
      ['replied', '已回复', 0],
      ['forwarded', '已送责任部门', 0],
      ['signed', '部门已签注', 0],
      ['approved', '已批示', 0],
      ['closed', '已结案', 2],
      ['notified', '已通知客户', 0],
      ['followedUp', '已回访', 0],
    ]);
    expect(found.evaluations).toEqual([
      { label: { zh: '方案评估', en: 'Plan' }, mean: { value: { known: true, value: 4.5 }, numerator: 9, denominator: 2, n: 2, excluded: 1 } },
      { label: { zh: '结果评估', en: 'Result' }, mean: { value: { known: true, value: 2 }, numerator: 2, denominator: 1, n: 1, excluded: 2 } },
    ]); // prettier-ignore
  });
});
