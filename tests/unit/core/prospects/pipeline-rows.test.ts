import {
  clientsWithOpenOpportunities,
  gradePipeline,
  KEEP_IN_TOUCH,
  type Opportunity,
  type Pipeline,
} from '../../../../src/core/prospects/pipeline';
import { gradeByAttributes, type PipelineAttributes } from '../../../../src/core/prospects/pipeline-grades';
import { known, missing } from '../../../../src/core/model/outcome';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';

type Row = RowOf<'prospects'>;
const settings = settingsWith({});
const asOf = day('2026-06-30');
const pipelineOf = (rows: readonly Row[]): Pipeline => {
  const dataset = aDataset()
    .withClients([{ code: 'A' }, { code: 'B' }])
    .withRows('prospects', rows, '商机')
    .build();
  const found = gradePipeline(dataset, asOf, { from: day('2026-01-01'), to: asOf }, settings);
  if (!found.known) throw new Error('there are rows');
  return found.value;
};
const rowOf = (row: Row): Opportunity => pipelineOf([row]).opportunities[0]!;
const NOT_ENTERED = missing({ reason: 'not-entered' });

describe('a row of the opportunities', () => {
  it('is graded, with all that it says', () => {
    // 61 days are 2.0 months.
    expect(
      rowOf({
        client: 'B',
        opportunity: '新线',
        region: '华东',
        rep: '王',
        expectedDay: '2026-08-30',
        expectedAmount: 1000.5,
        nextStep: '签',
      }),
    ).toEqual({
      ...{
        client: 1,
        opportunity: '新线',
        region: '华东',
        rep: '王',
        state: 'open',
        grade: known('A'),
        habc: known('C'),
        flags: ['insufficient'],
      },
      ...{
        monthsToClose: known(61 / 30.4375),
        expectedDay: known(day('2026-08-30')),
        expectedAmount: known(100_050),
        nextStep: '签',
      },
      ...{
        keepInTouch: KEEP_IN_TOUCH.A,
        reason: { zh: '距成交 2.0 个月；资料不足', en: '2.0 months to close; too little data' },
        sheet: '商机',
        row: 2,
      },
    });
  });

  it('without a day is D until more is known; past its day it has no grade', () => {
    expect(rowOf({ opportunity: 'x' })).toMatchObject({
      ...{
        client: -1,
        grade: known('D'),
        habc: known('C'),
        flags: ['insufficient'],
        monthsToClose: NOT_ENTERED,
        expectedDay: NOT_ENTERED,
        expectedAmount: NOT_ENTERED,
      },
      ...{ keepInTouch: KEEP_IN_TOUCH.D, reason: { zh: '未填预计日期；资料不足' } },
    });
    expect(rowOf({ client: 'A', expectedDay: '2026-06-29' })).toMatchObject({
      grade: NOT_ENTERED,
      habc: known('overdue'),
      flags: ['needsUpdate', 'insufficient'],
      keepInTouch: { zh: '先补齐资料' },
    });
    expect(rowOf({ client: 'A', expectedDay: '2026-06-30' })).toMatchObject({
      grade: known('A'),
      habc: known('H'),
      flags: ['insufficient'],
    });
  });

  it('that is closed has neither grade nor intention', () => {
    for (const [result, state] of [
      ['成交', 'won'],
      ['失败', 'lost'],
    ] as const)
      expect(rowOf({ client: 'A', result, expectedDay: '2026-07-01', size: '大', vendorSize: '小' })).toMatchObject({
        ...{ state, grade: missing({ reason: 'nothing-due' }), habc: missing({ reason: 'nothing-due' }), flags: [] },
        ...{ keepInTouch: { zh: '已结束', en: 'closed' }, reason: { zh: '已结束' } },
      });
  });

  it('goes by written months where there is no day, in whole days', () => {
    const habc = (row: Row) => {
      const one = rowOf(row).habc;
      return one.known && one.value;
    };
    // 0.2 months are 6 days, 0.25 are 8, 0.5 are 15, 1 is 30.
    expect([0.2, 0.25, 0.5, 1, 1.05].map((expectedMonths) => habc({ client: 'A', expectedMonths }))).toEqual([
      'H',
      'A',
      'A',
      'B',
      'C',
    ]);
    expect(habc({ client: 'A', expectedMonths: 9, expectedDay: '2026-07-07' })).toBe('H');
    expect(rowOf({ client: 'A', expectedMonths: 5 })).toMatchObject({
      grade: known('B'),
      monthsToClose: known(5),
      expectedDay: NOT_ENTERED,
    });
  });

  it('is to be checked where what is written does not go together', () => {
    const asked = { client: 'A', hasSystem: false, objectiveNeed: 'Y', subjectiveNeed: 'Y', selecting: 'Y' };
    expect(rowOf({ ...asked, determination: '中', expectedMonths: 5 })).toMatchObject({
      grade: known('B'),
      flags: ['check'],
      reason: { zh: '距成交 5.0 个月；决策表 B；需核对：属性不一致' },
    });
    expect(rowOf({ ...asked, determination: '高', feasibility: 'Y', expectedMonths: 5 })).toMatchObject({
      grade: known('B'),
      flags: ['conflict'],
    });
    expect(rowOf({ ...asked, determination: '高', feasibility: 'Y', expectedMonths: 3 })).toMatchObject({
      grade: known('A'),
      flags: [],
    });
    expect(rowOf({ ...asked, objectiveNeed: 'N', expectedMonths: 3 })).toMatchObject({
      grade: missing({ reason: 'nothing-due' }),
      flags: ['notApplicable'],
      reason: { zh: '距成交 3.0 个月；不适用：无客观需要' },
    });
    expect(
      rowOf({ ...asked, hasSystem: true, dissatisfaction: '高', determination: '高', expectedMonths: 3 }),
    ).toMatchObject({ grade: known('A'), flags: [] });
  });

  it('of a large client with a small vendor is watched, unless much is to be spent', () => {
    const flags = (row: Row): boolean => rowOf({ client: 'A', ...row }).flags.includes('watch');
    expect(flags({ size: '大', vendorSize: '小' })).toBe(true);
    expect([
      flags({ size: '大', vendorSize: '小', investment: '小' }),
      flags({ size: '大', vendorSize: '小', investment: '大' }),
    ]).toEqual([true, false]);
    expect([flags({ size: '小', vendorSize: '小' }), flags({ size: '大', vendorSize: '大' })]).toEqual([false, false]);
  });
});

describe('what the opportunities come to', () => {
  it('is counted by grade and by intention, with amounts, for each client its most urgent', () => {
    const found = pipelineOf([
      { client: 'A', expectedDay: '2026-07-20', expectedAmount: 100 },
      { client: 'A', expectedDay: '2026-07-05', expectedAmount: 20 },
      { client: 'A', expectedDay: '2026-11-01' },
      { client: 'B', expectedDay: '2026-06-01', expectedAmount: 7 },
      { client: undefined, expectedDay: '2026-07-05', expectedAmount: 3 },
      { client: 'B', expectedDay: '2026-12-01', expectedAmount: 5, quotedDay: '2026-06-01' },
      { client: undefined, opportunity: 'x', quotedDay: '2026-06-01' },
      { client: 'A', result: '成交', quotedDay: '2026-06-01' },
    ]);
    expect(found.grades.map(({ grade, count, expectedAmount }) => [grade, count, expectedAmount])).toEqual([
      ['A', 3, 12_300],
      ['B', 2, 500],
      ['C', 0, 0],
      ['D', 1, 0],
    ]);
    expect(found.ungraded).toBe(1);
    expect(found.habc).toEqual([
      { habc: 'overdue', count: 1 },
      { habc: 'H', count: 2 },
      { habc: 'A', count: 0 },
      { habc: 'B', count: 1 },
      { habc: 'C', count: 3 },
    ]);
    expect([[...found.gradeOfClient], [...found.habcOfClient], [...found.quotedClients]]).toEqual([
      [
        [0, 'A'],
        [1, 'B'],
      ],
      [
        [0, 'H'],
        [1, 'overdue'],
      ],
      [1],
    ]);
    expect([...clientsWithOpenOpportunities(known(found))].sort()).toEqual([-1, 0, 1]);
    expect(clientsWithOpenOpportunities(missing({ reason: 'no-rows' })).size).toBe(0);
  });

  it('is expected soonest first, by day or by months, of equals the upper row', () => {
    const rows: readonly Row[] = [
      { client: 'A', expectedMonths: 1 },
      { client: 'A', expectedDay: '2026-07-29' },
      { client: 'A', expectedDay: '2026-07-31' },
      { client: 'A', expectedDay: '2026-07-29' },
      { client: 'A', hasSystem: true, objectiveNeed: 'Y', selecting: 'Y', determination: '高', dissatisfaction: '高' },
    ];
    // 29, 31 and 29 days, 30.4 days, and no day at all.
    expect(pipelineOf(rows).expectedDeals).toEqual([1, 3, 0, 2, 4]);
    expect(
      pipelineOf([
        { client: 'A', expectedDay: '2026-07-29', expectedAmount: 7 },
        { client: 'A', expectedDay: '2026-07-29' },
      ]).expectedAmount,
    ).toBe(700);
  });

  it('is weighed by what is written as 0.6 or as 60, of rows that have both', () => {
    const weighted = (...chances: readonly (number | undefined)[]) =>
      pipelineOf(chances.map((probability) => ({ client: 'A', expectedAmount: 1000, probability }))).weightedForecast;
    expect(weighted(0.6, 60, 1, 1.5, 100, undefined, 101, -1)).toEqual(
      known(60_000 + 60_000 + 100_000 + 1500 + 100_000),
    );
    expect([weighted(0), weighted(undefined), weighted(101)]).toEqual([known(0), NOT_ENTERED, NOT_ENTERED]);
    expect(pipelineOf([{ client: 'A', probability: 0.5 }]).weightedForecast).toEqual(NOT_ENTERED);
  });

  it('goes through a funnel, with the days from stage to stage', () => {
    const { funnel, winRate } = pipelineOf([
      { client: 'A', createdDay: '2026-01-01', quotedDay: '2026-01-11', closedDay: '2026-02-10', result: '成交' },
      { client: 'A', createdDay: '2026-01-05', quotedDay: '2026-01-05', closedDay: '2026-01-04', result: '成交' },
      { client: 'A', closedDay: '2025-12-31', result: '成交' },
      { client: 'A', createdDay: '2026-03-01', closedDay: '2026-03-05', result: '失败' },
      { client: 'A', quotedDay: '2026-03-01' },
      { client: 'A', result: '失败' },
    ]);
    const ratio = ({
      numerator,
      denominator,
      excluded,
    }: {
      numerator: number;
      denominator: number;
      excluded: number;
    }) => [numerator, denominator, excluded];
    expect(funnel.map(({ stage, count, days }) => [stage, count, days.known ? days.value : undefined])).toEqual([
      ['opportunity', 6, undefined],
      ['quoted', 3, 5],
      ['won', 3, 30],
      ['lost', 2, 4],
    ]);
    expect(funnel.slice(1).map(({ conversion }) => ratio(conversion))).toEqual([
      [3, 6, 0],
      [2, 3, 1],
      [2, 6, 0],
    ]);
    // Closed in the period: two won, one lost; of one nobody knows when.
    expect(ratio(winRate)).toEqual([2, 3, 1]);
    const unquoted = pipelineOf([
      { client: 'A', createdDay: '2026-01-01', closedDay: '2026-01-08', result: '成交' },
      { client: 'A' },
    ]).funnel[2]!;
    expect([ratio(unquoted.conversion), unquoted.days]).toEqual([[1, 2, 0], known(7)]);
    const one = pipelineOf([
      { client: 'A', quotedDay: '2026-01-01' },
      { client: 'A', result: '成交' },
    ]).funnel[2]!;
    expect(ratio(one.conversion)).toEqual([0, 1, 1]);
  });
});

describe('the decision table at its months', () => {
  const graded = (attributes: Partial<PipelineAttributes>, months?: number): string => {
    const none = {
      hasSystem: undefined,
      objectiveNeed: true,
      subjectiveNeed: true,
      determination: undefined,
      dissatisfaction: undefined,
      feasibility: undefined,
      selecting: false,
      caseCode: '',
    };
    const found = gradeByAttributes({ ...none, ...attributes }, months, settings);
    return found.kind === 'grade' ? found.grade : found.kind;
  };

  it('has six and twelve months inside', () => {
    const months = [0, 0.5, 6, 6.01, 12, 12.01];
    const row = (attributes: Partial<PipelineAttributes>): string =>
      months.map((at) => graded(attributes, at)).join('');
    expect(row({ hasSystem: false, determination: 'medium' })).toBe('BBBCCD');
    expect(row({ hasSystem: false, determination: 'low' })).toBe('CCCCCD');
    expect(row({ hasSystem: true, determination: 'medium', dissatisfaction: 'high' })).toBe('BBBCCD');
    expect(row({ hasSystem: true, determination: 'low', dissatisfaction: 'high' })).toBe('CCCCCD');
    // A day that has passed is no day.
    expect(graded({ hasSystem: false, determination: 'medium' }, -1)).toBe('insufficient');
  });

  it('says nothing where one of two judgements is missing', () => {
    for (const selecting of [true, false])
      for (const lacking of [{ determination: 'high' }, { dissatisfaction: 'high' }, {}] as const)
        expect(graded({ hasSystem: true, selecting, ...lacking }, 2)).toBe('insufficient');
    expect(graded({ hasSystem: true, determination: 'none' }, 2)).toBe('D');
  });
});
