import { known, missing } from '../../../../src/core/model/outcome';
import type { Level } from '../../../../src/core/model/judged-words';
import { gradePipeline, stateOf, type Pipeline } from '../../../../src/core/prospects/pipeline';
import {
  gradeByAttributes,
  gradeByMonths,
  gradeHabc,
  type PipelineAttributes,
} from '../../../../src/core/prospects/pipeline-grades';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';

const settings = settingsWith({});
const asOf = day('2026-06-30');
const period = { from: day('2026-01-01'), to: asOf };

const Y = true;
const N = false;
/** One month of each band, and none. */
const MONTHS = [2, 5, 9, 15, undefined] as const;

/** `?` marks 需核对; `n/a` 不适用. */
function wordGrade(attributes: Partial<PipelineAttributes>, months: number | undefined): string {
  const result = gradeByAttributes(
    {
      hasSystem: undefined,
      objectiveNeed: undefined,
      subjectiveNeed: undefined,
      determination: undefined,
      dissatisfaction: undefined,
      feasibility: undefined,
      selecting: undefined,
      caseCode: '',
      ...attributes,
    },
    months,
    settings,
  );
  if (result.kind === 'notApplicable') return 'n/a';
  if (result.kind === 'insufficient') return '-';
  return result.grade + (result.check ? '?' : '');
}

describe('decision table without a system', () => {
  /**
   * Selecting, feasibility, determination, then the grade at 2, 5, 9, 15 months and without a day. Worked by hand from the
   * definitions: selecting and feasible and high is A, any other selecting is B to check; not selecting: high B, medium by
   * months and else by feasibility, low C but D beyond a year; none D.
   */
  const TABLE: readonly [boolean, boolean, Level, string][] = [
    [Y, Y, 'high', 'A A A A A'],
    [Y, Y, 'medium', 'B? B? B? B? B?'],
    [Y, Y, 'low', 'B? B? B? B? B?'],
    [Y, Y, 'none', 'D D D D D'],
    [Y, N, 'high', 'B? B? B? B? B?'],
    [Y, N, 'medium', 'B? B? B? B? B?'],
    [Y, N, 'low', 'B? B? B? B? B?'],
    [Y, N, 'none', 'D D D D D'],
    [N, Y, 'high', 'B B B B B'],
    [N, Y, 'medium', 'B B C D B'],
    [N, Y, 'low', 'C C C D C'],
    [N, Y, 'none', 'D D D D D'],
    [N, N, 'high', 'B B B B B'],
    [N, N, 'medium', 'B B C D C'],
    [N, N, 'low', 'C C C D C'],
    [N, N, 'none', 'D D D D D'],
  ];
  it.each(TABLE)(
    'selecting %s, feasible %s, determination %s: %s',
    (selecting, feasibility, determination, expected) => {
      const grades = (objectiveNeed: boolean, subjectiveNeed: boolean): string =>
        MONTHS.map((months) =>
          wordGrade({ hasSystem: N, objectiveNeed, subjectiveNeed, selecting, feasibility, determination }, months),
        ).join(' ');
      expect(grades(Y, Y)).toBe(expected);
      expect(grades(Y, N)).toBe('D D D D D');
      expect(grades(N, Y)).toBe('n/a n/a n/a n/a n/a');
      expect(grades(N, N)).toBe('n/a n/a n/a n/a n/a');
    },
  );
});

describe('decision table with a system', () => {
  /** Determination, dissatisfaction; not selecting, at 2, 5, 9, 15 months and without a day; then selecting. */
  const TABLE: readonly [Level, Level, string, string][] = [
    ['high', 'high', 'B B B B B', 'A'],
    ['high', 'medium', 'B B C D C', 'B?'],
    ['high', 'low', 'C C C D D', 'B?'],
    ['high', 'none', 'D D D D D', 'B?'],
    ['medium', 'high', 'B B C D C', 'B?'],
    ['medium', 'medium', 'B B C D C', 'B?'],
    ['medium', 'low', 'C C C D D', 'B?'],
    ['medium', 'none', 'D D D D D', 'B?'],
    ['low', 'high', 'C C C D D', 'B?'],
    ['low', 'medium', 'C C C D D', 'B?'],
    ['low', 'low', 'C C C D D', 'B?'],
    ['low', 'none', 'D D D D D', 'B?'],
    ['none', 'high', 'D D D D D', 'B?'],
    ['none', 'medium', 'D D D D D', 'B?'],
    ['none', 'low', 'D D D D D', 'B?'],
    ['none', 'none', 'D D D D D', 'B?'],
  ];
  it.each(TABLE)('determination %s, dissatisfaction %s: %s', (determination, dissatisfaction, waiting, selecting) => {
    const base = { hasSystem: Y, objectiveNeed: Y, determination, dissatisfaction };
    expect(MONTHS.map((months) => wordGrade({ ...base, selecting: N }, months)).join(' ')).toBe(waiting);
    for (const months of MONTHS) expect(wordGrade({ ...base, selecting: Y }, months)).toBe(selecting);
    expect(wordGrade({ ...base, selecting: Y, objectiveNeed: N }, 2)).toBe('n/a');
  });
});

describe('what the tables do not know', () => {
  it.each<[string, Partial<PipelineAttributes>, string]>([
    ['branch unknown', { objectiveNeed: Y }, '-'],
    ['objective need not entered', { hasSystem: N, determination: 'none' }, '-'],
    ['determination not entered', { hasSystem: N, objectiveNeed: Y, subjectiveNeed: Y, selecting: N }, '-'],
    ['selecting not entered', { hasSystem: Y, objectiveNeed: Y, determination: 'high', dissatisfaction: 'high' }, '-'],
    [
      'feasibility not needed',
      { hasSystem: N, objectiveNeed: Y, subjectiveNeed: Y, selecting: N, determination: 'high' },
      'B',
    ],
    [
      'feasibility needed',
      { hasSystem: N, objectiveNeed: Y, subjectiveNeed: Y, selecting: Y, determination: 'high' },
      '-',
    ],
    ['none decides alone', { hasSystem: Y, objectiveNeed: Y, selecting: N, dissatisfaction: 'none' }, 'D'],
    ['case code first', { caseCode: ' b1 ' }, 'B'],
    ['case code first', { caseCode: 'C2', hasSystem: Y, objectiveNeed: N }, 'C'],
    ['case code first', { caseCode: 'D3' }, 'D'],
    ['unknown case code', { caseCode: 'X9' }, '-'],
  ])('%s', (_, attributes, expected) => {
    expect(wordGrade(attributes, 2)).toBe(expected);
  });

  it('takes a day that has passed for no day', () => {
    const base = { hasSystem: N, objectiveNeed: Y, subjectiveNeed: Y, selecting: N, determination: 'medium' } as const;
    expect(wordGrade({ ...base, feasibility: N }, -1)).toBe('C');
  });
});

describe('grades by time', () => {
  it.each([
    [0, 'A'],
    [3, 'A'],
    [3.01, 'B'],
    [6, 'B'],
    [6.5, 'C'],
    [12, 'C'],
    [12.1, 'D'],
    [-0.1, undefined],
    [undefined, undefined],
  ])('%p months: %p', (months, grade) => {
    expect(gradeByMonths(months, settings)).toBe(grade);
  });

  it.each([
    [0, 'H'],
    [7, 'H'],
    [8, 'A'],
    [15, 'A'],
    [16, 'B'],
    [30, 'B'],
    [31, 'C'],
    [undefined, 'C'],
    [-1, 'overdue'],
  ])('%p days: %s', (days, habc) => {
    expect(gradeHabc(days, settings)).toBe(habc);
  });
});

describe('pipeline', () => {
  const grade = (...rows: readonly RowOf<'prospects'>[]): Pipeline => {
    const result = gradePipeline(aDataset().withRows('prospects', rows, '商机').build(), asOf, period, settings);
    if (!result.known) throw new Error('there are prospects');
    return result.value;
  };
  const B_BY_TABLE: RowOf<'prospects'> = {
    client: 'P1',
    hasSystem: false,
    objectiveNeed: '是',
    subjectiveNeed: '有',
    determination: '强烈',
    feasibility: 'Y',
    selecting: '否',
  };

  it('takes the later grade where months and table differ, and flags it', () => {
    const { opportunities } = grade(
      { ...B_BY_TABLE, expectedDay: '2026-08-01' },
      { ...B_BY_TABLE, expectedDay: '2026-10-15' },
      { ...B_BY_TABLE, expectedDay: '2027-05-01' },
      B_BY_TABLE,
    );
    expect(opportunities.map((one) => [one.grade, one.flags])).toEqual([
      [known('B'), ['conflict']],
      [known('B'), []],
      [known('C'), ['conflict']],
      [known('B'), []],
    ]);
  });

  it('tells the months to the deal, written or by the day, and nothing where neither is entered', () => {
    const { opportunities } = grade(
      { client: 'P1', expectedMonths: 8 },
      { client: 'P1' },
      { client: 'P1', expectedDay: '2026-06-30' },
    );
    expect(opportunities.map(({ monthsToClose }) => monthsToClose)).toEqual([
      known(8),
      missing({ reason: 'not-entered' }),
      known(0),
    ]);
  });

  it('weighs amounts by a probability written as 0.6 or 60, and leaves out what is none', () => {
    const rows = [
      { client: 'P1', expectedAmount: 100, probability: 0.6 },
      { client: 'P1', expectedAmount: 100, probability: 60 },
      { client: 'P1', expectedAmount: 100, probability: 1 },
      { client: 'P1', expectedAmount: 1000, probability: -0.5 },
      { client: 'P1', expectedAmount: 1000, probability: 101 },
      { client: 'P1', expectedAmount: 1000 },
    ];
    // 60 + 60 + 100; minus a half, 101 % and an empty cell are no probabilities.
    expect(grade(...rows).weightedForecast).toEqual(known(22_000));
  });

  it('grades by months alone where attributes are missing, by D without either, and not at all when the day has passed', () => {
    const { opportunities, ungraded } = grade(
      { client: 'P1', expectedDay: '2026-08-01' },
      { client: 'P1', expectedMonths: 8 },
      { client: 'P1' },
      { client: 'P1', expectedDay: '2026-06-01' },
      { ...B_BY_TABLE, expectedDay: '2026-06-01' },
      { ...B_BY_TABLE, objectiveNeed: '否' },
    );
    expect(opportunities.map((one) => [one.grade, one.flags])).toEqual([
      [known('A'), ['insufficient']],
      [known('C'), ['insufficient']],
      [known('D'), ['insufficient']],
      [missing({ reason: 'not-entered' }), ['needsUpdate', 'insufficient']],
      [known('B'), ['needsUpdate']],
      [missing({ reason: 'nothing-due' }), ['notApplicable']],
    ]);
    expect(ungraded).toBe(2);
  });

  it('lists the expected deals, sums them and forecasts only by entered probabilities', () => {
    const result = grade(
      { client: 'P1', expectedDay: '2026-09-01', expectedAmount: 100, probability: 60 },
      { client: 'P2', expectedDay: '2026-07-05', expectedAmount: 200.5 },
      { client: 'P3', expectedDay: '2027-07-05', expectedAmount: 1000, probability: 0.1 },
      { client: 'P4', result: '成交', closedDay: '2026-03-01', expectedAmount: 5000 },
    );
    expect(result.expectedDeals).toEqual([1, 0]);
    expect(result.expectedAmount).toBe(30050);
    // 100 × 0.6 + 1000 × 0.1
    expect(result.weightedForecast).toEqual(known(16000));
    expect(result.grades.map(({ grade: letter, count }) => [letter, count])).toEqual([
      ['A', 2],
      ['B', 0],
      ['C', 0],
      ['D', 1],
    ]);
    expect(grade({ client: 'P1' }).weightedForecast).toEqual(missing({ reason: 'not-entered' }));
  });

  it('wins by what was closed in the period', () => {
    const closed = (result: string, closedDay: string | undefined): RowOf<'prospects'> => ({
      client: 'P1',
      result,
      closedDay,
    });
    const { winRate, funnel } = grade(
      closed('成交', '2026-02-01'),
      closed('成交', '2026-03-01'),
      closed('失败', '2026-03-01'),
      closed('失败', '2025-03-01'),
      closed('成交', undefined),
      { client: 'P1', quotedDay: '2026-05-01' },
    );
    expect(winRate).toMatchObject({ value: known(2 / 3), n: 3, excluded: 1 });
    expect(funnel.map(({ stage, count }) => [stage, count])).toEqual([
      ['opportunity', 6],
      ['quoted', 1],
      ['won', 3],
      ['lost', 2],
    ]);
    expect(grade({ client: 'P1' }).winRate.value).toEqual(missing({ reason: 'nothing-due' }));
  });

  it('gives a client its most urgent open grade, one value', () => {
    const { gradeOfClient, habcOfClient, quotedClients } = grade(
      { client: 'P1', expectedDay: '2027-01-30', quotedDay: '2026-06-01' },
      { client: 'P1', expectedDay: '2026-07-01' },
      { client: 'P1', expectedDay: '2026-07-01', result: '失败' },
    );
    expect([...gradeOfClient]).toEqual([[0, 'A']]);
    expect([...habcOfClient]).toEqual([[0, 'H']]);
    expect([...quotedClients]).toEqual([0]);
  });

  it('watches a large client with a small vendor', () => {
    const { opportunities } = grade({ client: 'P1', expectedMonths: 2, size: '大', vendorSize: '小' });
    expect(opportunities[0]!.flags).toContain('watch');
  });

  it('watches only small investments where the sheet says how much is to be spent', () => {
    const { opportunities } = grade(
      { client: 'P1', expectedMonths: 2, size: '大', vendorSize: '小', investment: '小' },
      { client: 'P2', expectedMonths: 2, size: '大', vendorSize: '小', investment: '大' },
    );
    expect(opportunities.map(({ flags }) => flags.includes('watch'))).toEqual([true, false]);
  });

  it('has a funnel with conversion and the days between its stages', () => {
    const { funnel } = grade(
      { client: 'P1', createdDay: '2026-01-01', quotedDay: '2026-01-11', result: '成交', closedDay: '2026-02-10' },
      { client: 'P2', createdDay: '2026-01-01', quotedDay: '2026-01-21' },
      { client: 'P3', createdDay: '2026-01-01', result: '失败', closedDay: '2026-01-08' },
      { client: 'P4', result: '成交' },
    );
    expect(
      funnel.map(({ stage, count, conversion, days }) => [
        stage,
        count,
        conversion.numerator,
        conversion.denominator,
        days.known ? days.value : '—',
      ]),
    ).toEqual([
      ['opportunity', 4, 0, 0, '—'],
      // Quoted after 10 and 20 days; one of the two was won, 30 days later; the other deal had no quotation.
      ['quoted', 2, 2, 4, 15],
      ['won', 2, 1, 2, 30],
      ['lost', 1, 1, 4, 7],
    ]);
  });

  it('knows words for won and lost, and takes the rest for open', () => {
    expect(['成交', 'Won', '失败', '丢单', '', '跟进中'].map((word) => stateOf(word, ''))).toEqual([
      'won',
      'won',
      'lost',
      'lost',
      'open',
      'open',
    ]);
    expect(stateOf('', '成交')).toBe('won');
  });

  it('is missing without the sheet', () => {
    expect(gradePipeline(aDataset().build(), asOf, period, settings)).toEqual(
      missing({ reason: 'no-sheet', sheet: 'prospects' }),
    );
  });
});
