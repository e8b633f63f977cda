import { analyse } from '../../../../src/core/analyse';
import { settingsWith, type Settings } from '../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder } from '../../../support/dataset-builder';

const analyseMarch = (builder: DatasetBuilder, changes: Partial<Settings> = {}) =>
  analyse(builder.build(), {
    today: day('2026-06-30'),
    asOf: day('2026-03-31'),
    period: { kind: 'range', from: day('2026-03-01'), to: day('2026-03-31') },
    settings: settingsWith(changes),
  });
const complaintsOf = (builder: DatasetBuilder, changes: Partial<Settings> = {}) => {
  const found = analyseMarch(builder, changes).complaints;
  if (!found.known) throw new Error(JSON.stringify(found.why));
  return found.value;
};

const few = (): DatasetBuilder =>
  aDataset()
    .withTransactions([
      { client: 'C1', day: '2026-03-02', amount: 1, orderNo: 'A' },
      { client: 'C1', day: '2026-03-03', amount: 1, orderNo: 'B' },
    ])
    .withComplaints([
      { client: 'C1', received: '2026-03-02 09:00', stage: '运输', problem: '淋雨', measure: '加盖篷布', firstReply: '2026-03-02 11:00', closed: '2026-03-04 09:00' },
      { client: 'C1', received: '2026-03-03 09:00', stage: '运输环节', problem: '淋雨', measure: '换承运商', firstReply: '2026-03-04 09:30', closed: '2026-04-05 09:00' },
      { client: 'C1', received: '2026-03-10', stage: '产品质量', problem: '结块', status: '已解决', compensation: 50, compensationForm: '折让' },
      { client: 'C1', received: '2026-03-11', stage: '服务', problem: '态度', status: '未解决', compensation: 20, approver: '张总' },
      { client: 'C1', received: '2026-02-27', stage: '包装', problem: '破袋', resolved: false },
    ]); // prettier-ignore

describe('表五 complaints', () => {
  it('counts the cohort of the period, solved by as-of', () => {
    const found = complaintsOf(few());
    // Closed on 5 April is open on 31 March; 已解决 counts, 未解决 does not.
    expect(found).toMatchObject({ received: 4, resolved: 2, calendarDays: 31, daysAreWorking: false });
    expect(found.perDay).toEqual({ known: true, value: 4 / 31 });
    expect(found.resolution).toMatchObject({ numerator: 2, denominator: 4, value: { value: 0.5 } });
    expect(found.compensation).toBe(7000);
    expect(found.trend).toEqual([{ month: 2026 * 12 + 2, received: 4, resolved: 2 }]);
  });

  it('always shows the four steps of the table, others as written', () => {
    const { stages } = complaintsOf(few());
    expect(stages.map(({ stage, count }) => [stage, count])).toEqual([
      ['产品质量', 1],
      ['运输', 2],
      ['包装', 0],
      ['管理', 0],
      ['服务', 1],
    ]);
    expect(stages[1]).toMatchObject({ topProblems: ['淋雨'], measures: ['加盖篷布', '换承运商'], share: 0.5 });
    // Two complaints about transport on two orders.
    expect(stages[1]!.per100Orders).toEqual({ known: true, value: 100 });
  });

  it('are measured against the orders that the totals show', () => {
    // A began before the period, C ended before it.
    const book = aDataset()
      .withTransactions([
        { client: 'C1', day: '2026-02-28', amount: 1, orderNo: 'A' },
        { client: 'C1', day: '2026-03-02', amount: 1, orderNo: 'A' },
        { client: 'C1', day: '2026-03-03', amount: 1, orderNo: 'B' },
        { client: 'C1', day: '2026-02-27', amount: 1, orderNo: 'C' },
      ])
      .withComplaints([{ client: 'C1', received: '2026-03-02', stage: '运输' }]);
    expect(analyseMarch(book).totals.orders).toBe(2);
    expect(complaintsOf(book).stages[1]!.per100Orders).toEqual({ known: true, value: 50 });
  });

  it('closes the account of its sheet', () => {
    expect(analyseMarch(few()).accounts.find(({ table }) => table === 'complaints')).toMatchObject({
      read: 5,
      used: 4,
      outOfPeriod: 1,
      rejected: 0,
    });
  });

  it('ranks problems for the Pareto', () => {
    expect(complaintsOf(few()).problems).toEqual([
      { problem: '淋雨', count: 2, share: 0.5, cumulativeShare: 0.5 },
      { problem: '态度', count: 1, share: 0.25, cumulativeShare: 0.75 },
      { problem: '结块', count: 1, share: 0.25, cumulativeShare: 1 },
    ]);
  });

  it('measures replies in working hours, and runs open clocks to the end of the as-of day', () => {
    const found = complaintsOf(few());
    // 2 h; 9:00 to 9:30 of the next day: 8.5 + 1 = 9.5 h; the other two never answered: open.
    expect(found.hoursToReply.known && found.hoursToReply.value).toMatchObject({ n: 4, open: 2 });
    const answered = complaintsOf(
      aDataset().withComplaints([
        { received: '2026-03-02 09:00', firstReply: '2026-03-02 11:00' },
        { received: '2026-03-03 09:00', firstReply: '2026-03-04 09:30' },
        // Friday 16:30 to Monday 9:30
        { received: '2026-03-06 16:30', firstReply: '2026-03-09 09:30' },
      ]),
    ).hoursToReply;
    expect(answered.known && answered.value.median).toBeCloseTo(2, 9);
    expect(answered.known && answered.value.p90).toBeCloseTo(2 + 0.8 * 7.5, 9);
  });

  it('lists the open ones, oldest first, and compensation that nobody approved', () => {
    const found = complaintsOf(few());
    expect(found.open.map(({ problem, ageDays }) => [problem, ageDays])).toEqual([
      ['破袋', 32],
      ['淋雨', 28],
      ['态度', 20],
    ]);
    expect(found.unapproved).toMatchObject([{ amount: 5000, sheet: '投诉', row: 4 }]);
  });

  it('counts working days where asked to', () => {
    // March 2026 has 22 working days (definitions §9).
    expect(complaintsOf(few(), { 'complaints.perWorkingDay': true })).toMatchObject({
      calendarDays: 22,
      daysAreWorking: true,
      perDay: { value: 4 / 22 },
    });
  });

  it('counts the days of a period up to the as-of day', () => {
    const { complaints } = analyse(few().build(), {
      today: day('2026-06-30'),
      asOf: day('2026-03-31'),
      period: { kind: 'year', year: 2026 },
      settings: settingsWith({}),
    });
    expect(complaints.known && complaints.value.calendarDays).toBe(31 + 28 + 31);
  });

  it('has no ratio without complaints in the period', () => {
    const found = complaintsOf(aDataset().withComplaints([{ received: '2026-01-05' }]));
    expect(found.received).toBe(0);
    expect(found.resolution.value).toEqual({ known: false, why: { reason: 'nothing-due' } });
  });

  it('is missing without a sheet', () => {
    expect(analyseMarch(aDataset()).complaints).toEqual({
      known: false,
      why: { reason: 'no-sheet', sheet: 'complaints' },
    });
  });

  it('feeds the indicators', () => {
    const { indicators } = analyseMarch(few());
    const value = (id: string) => indicators.find((one) => one.id === id)!.current;
    expect(value('I03')).toMatchObject({ numerator: 4, denominator: 2 });
    // Within one working day (9 h): 2 h is, 9.5 h is not, two never were.
    expect(value('E09')).toMatchObject({ numerator: 1, denominator: 4 });
    // 2 days; open since 3 and 11 March to the end of 31 March: 28.625 and 21; settled without a moment left out.
    expect(value('I06')).toMatchObject({ value: { value: 21 }, n: 3, excluded: 1 });
  });

  it('holds departments to a day, and half a day after the laboratory', () => {
    const found = complaintsOf(
      aDataset().withComplaints([
        { received: '2026-03-02 08:00', department: '质检部', sentToDepartment: '2026-03-02 10:00', signedByDepartment: '2026-03-03 10:00' },
        { received: '2026-03-02 08:00', department: '质检部', sentToDepartment: '2026-03-02 10:00', signedByDepartment: '2026-03-03 11:00' },
        { received: '2026-03-02 08:00', department: '质检部', labNeeded: true, labDone: '2026-03-09 08:00', signedByDepartment: '2026-03-09 19:00' },
        { received: '2026-03-02 08:00', department: '运输部' },
        { received: '2026-03-31 12:00', department: '运输部' },
      ]), // prettier-ignore
    );
    expect(found.signOffs.map(({ department, ratio }) => [department, ratio.numerator, ratio.denominator])).toEqual([
      ['质检部', 2, 3],
      // Received at noon of the as-of day: a day is not over.
      ['运输部', 0, 1],
    ]);
  });

  it('leaves those judged not upheld out of the share solved', () => {
    const found = complaintsOf(
      aDataset().withComplaints([
        { received: '2026-03-02', closed: '2026-03-03', upheld: true },
        { received: '2026-03-02', upheld: true },
        { received: '2026-03-02' },
        { received: '2026-03-02', closed: '2026-03-03', upheld: false },
      ]),
    );
    // One of the three that are not unfounded; all four were received.
    expect(found.resolution).toMatchObject({ numerator: 1, denominator: 3, n: 3, excluded: 1 });
    expect([found.received, found.resolved, found.unfounded]).toEqual([4, 2, 1]);
  });

  it('says how far each has come, whose it is, and what its sheet lacks', () => {
    const found = complaintsOf(
      aDataset().withComplaints([
        { complaintNo: '1', received: '2026-03-02 08:00', severity: '轻微', firstReply: '2026-03-02 09:00', arrivedOnSite: '2026-03-02 14:00' },
        { complaintNo: '2', received: '2026-03-03 08:00', severity: '严重', demand: '换货', department: '品管部', signedByDepartment: '2026-03-04 08:00', arrivedOnSite: '2026-04-02 08:00' },
        { complaintNo: '3', received: '2026-03-04 08:00', demand: '赔偿', loss: 5, problem: '破袋', department: '物流部' },
        { complaintNo: '4', received: '2026-03-05 08:00', closed: '2026-03-06 08:00', processScore: 4 },
        { complaintNo: '5', received: '2026-03-05 08:00', closed: '2026-03-06 08:00', notifiedDay: '2026-03-07', processScore: 3 },
        { complaintNo: '6', received: '2026-03-05 08:00', closed: '2026-03-06 08:00', notifiedDay: '2026-03-07', followUp: '满意' },
      ]), // prettier-ignore
    );
    expect(
      found.open.map(({ complaintNo, step, escalation, lacking }) => [
        complaintNo,
        step.zh,
        escalation.zh,
        lacking.map(({ zh }) => zh),
      ]),
    ).toEqual([
      ['1', '已回复', '区域经理', []],
      ['2', '部门已签注', '销售部（营销部）经理', ['损失额', '原因']],
      ['3', '受理', '总经理', []],
    ]);
    expect(found.steps.filter(({ count }) => count > 0).map(({ step, count }) => [step, count])).toEqual([
      ['received', 1],
      ['replied', 1],
      ['signed', 1],
      ['closed', 1],
      ['notified', 1],
      ['followedUp', 1],
    ]);
    expect(found.untold.map(({ complaintNo }) => complaintNo)).toEqual(['4']);
    // On site after six hours; the other visit is after as-of. Two marks of the process: 4 and 3.
    expect(found.hoursToSite).toMatchObject({ known: true, value: { n: 1, median: 6 } });
    expect(found.evaluations[0]!.mean).toMatchObject({ numerator: 7, denominator: 2, n: 2, excluded: 4 });
  });
});
