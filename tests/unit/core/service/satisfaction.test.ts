import { known, missing } from '../../../../src/core/model/outcome';
import { classifySatisfaction } from '../../../../src/core/service/satisfaction-class';
import { satisfactionIndex } from '../../../../src/core/service/satisfaction-index';
import { measureSatisfaction, type SatisfactionFigures } from '../../../../src/core/service/satisfaction';
import type { Rhythm } from '../../../../src/core/sales/rhythm';
import { settingsWith, type Settings } from '../../../../src/core/settings';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';

const asOf = day('2026-06-30');
const period = { from: day('2025-07-01'), to: asOf };

function measure(rows: readonly RowOf<'survey'>[], changes: Partial<Settings> = {}): SatisfactionFigures {
  const result = measureSatisfaction(
    aDataset().withRows('survey', rows).build(),
    period,
    {
      groups: [
        { zh: '甲', en: 'a' },
        { zh: '乙', en: 'b' },
      ],
      groupOf: (client) => (client < 5 ? 0 : 1),
      isActive: () => true,
    },
    settingsWith(changes),
  );
  if (!result.known) throw new Error('there are answers');
  return result.value;
}

describe('satisfaction index', () => {
  it.each<[readonly [number] | readonly [number, number, number], number]>([
    [[10, 10, 10], 100],
    [[1, 1, 1], 0],
    // (8 + 7 + 6 − 3) / 27
    [[8, 7, 6], 66.6667],
    [[10, 1, 1], 33.3333],
    // (x − 1) / 9
    [[8], 77.7778],
  ])('%p gives %d', (marks, expected) => {
    expect(satisfactionIndex(marks, 10, 'equal')).toBeCloseTo(expected, 3);
  });

  it('weighs the three questions, and rescales five points', () => {
    // 0.3885 × 100 alone
    expect(satisfactionIndex([10, 1, 1], 10, 'ohio')).toBeCloseTo(38.85, 9);
    expect(satisfactionIndex([1, 10, 1], 10, 'ohio')).toBeCloseTo(31.9, 9);
    expect(satisfactionIndex([10, 10, 10], 10, 'ohio')).toBeCloseTo(100, 9);
    expect(satisfactionIndex([3], 5, 'equal')).toBe(50);
    expect(satisfactionIndex([5, 4, 3], 5, 'equal')).toBeCloseTo(75, 9);
  });
});

describe('survey', () => {
  it('takes means, top two boxes and the index over answers', () => {
    const figures = measure([
      { client: 'A', day: '2026-01-01', overall: 8, againstExpectation: 7, againstIdeal: 6, price: 9 },
      { client: 'B', day: '2026-01-01', overall: 10, againstExpectation: 10, againstIdeal: 10, price: 2 },
      { client: 'C', day: '2026-01-01', overall: 3 },
    ]);
    expect(figures.scale).toBe(10);
    expect(figures.indexBasis).toBe('three');
    expect(figures.indexAnswers).toBe(2);
    expect(figures.index.known && figures.index.value).toBeCloseTo((200 / 3 + 100) / 2, 9);
    const overall = figures.constructs.find(({ id }) => id === 'overall')!;
    expect(overall).toMatchObject({ n: 3, mean: known(7), topTwo: known(1 / 3) });
    expect(figures.constructs).toHaveLength(6);
    expect(figures.constructs[0]).toMatchObject({ n: 0, mean: missing({ reason: 'not-entered' }) });
    expect(figures.items.find(({ id }) => id === 'price')).toMatchObject({
      n: 2,
      mean: known(5.5),
      topTwo: known(0.5),
    });
    expect(figures.lowest[0]!.id).toBe('price');
    expect(figures.response.value).toEqual(known(1));
  });

  it('falls back to the overall question, and says so', () => {
    const figures = measure([{ client: 'A', day: '2026-01-01', overall: 8 }]);
    expect(figures.indexBasis).toBe('overall');
    expect(figures.index.known && figures.index.value).toBeCloseTo(700 / 9, 9);
  });

  it('joins one question a row by client and day', () => {
    const row = (item: string, score: number): RowOf<'survey'> => ({ client: 'A', day: '2026-01-01', item, score });
    const figures = measure([row('总体满意度', 8), row('与期望比', 7), row('与理想比', 6), row('包装', 4)]);
    expect(figures.answers).toBe(1);
    expect(figures.index.known && figures.index.value).toBeCloseTo(200 / 3, 9);
    expect(figures.items.map(({ label }) => label.zh)).toContain('包装');
  });

  it('reads five-point forms by themselves or when told, and leaves marks outside the form out', () => {
    expect(measure([{ client: 'A', day: '2026-01-01', overall: 4 }]).index).toEqual(known(75));
    expect(measure([{ client: 'A', day: '2026-01-01', overall: 4 }], { 'satisfaction.scale': 'ten' }).scale).toBe(10);
    const dirty = measure([
      { client: 'A', day: '2026-01-01', overall: 10, price: 11, staff: 0 },
      { client: 'B', overall: 9 },
      { client: 'C', day: '2024-01-01', overall: 9 },
    ]);
    expect(dirty.answers).toBe(1);
    expect(dirty.leftOut).toBe(3);
  });

  it('gives no mean of fewer than five answers', () => {
    const rows = ['A', 'B', 'C', 'D', 'E', 'F'].map((client) => ({ client, day: '2026-01-01', overall: 10 }));
    const [large, small] = measure(rows).groups;
    expect(large).toMatchObject({ answers: 5, index: known(100), overall: known(10) });
    expect(small).toMatchObject({ answers: 1, index: missing({ reason: 'too-few', have: 1, need: 5 }) });
  });

  it('is missing without answers', () => {
    const none = measureSatisfaction(
      aDataset().build(),
      period,
      { groups: [], groupOf: () => undefined, isActive: () => true },
      settingsWith({}),
    );
    expect(none).toEqual(missing({ reason: 'no-sheet', sheet: 'survey' }));
  });
});

describe('satisfaction class', () => {
  const rhythm: Rhythm = {
    orderDays: 6,
    firstDay: known(day('2024-01-01')),
    lastDay: known(day('2026-06-01')),
    recency: known(29),
    basis: 'own',
    medianGap: known(30),
    variation: known(0),
    overdueAfter: 60,
    lostAfter: 180,
    isOverdue: false,
    isLost: false,
    reason: { zh: '', en: '' },
  };
  const complaints = (ofYear: number, open: number) =>
    known({ ofYear: Int32Array.of(ofYear), open: Int32Array.of(open) });
  const old = known(day('2024-01-01'));
  const none = missing({ reason: 'no-sheet', sheet: 'complaints' });

  it.each<[string, Partial<Rhythm>, ReturnType<typeof complaints> | typeof none, number | undefined, string]>([
    ['lost first', { isLost: true }, complaints(3, 1), 10, 'lost'],
    ['open complaint', {}, complaints(1, 1), 9, 'complaining'],
    ['two in a year', {}, complaints(2, 0), 9, 'complaining'],
    ['mark of 5', {}, complaints(0, 0), 5, 'complaining'],
    ['mark of 8.5', {}, complaints(1, 0), 8.5, 'loyal'],
    ['mark of 8.4', {}, complaints(0, 0), 8.4, 'general'],
    ['no survey, a good year', {}, complaints(0, 0), undefined, 'loyal'],
    ['no survey, one complaint', {}, complaints(1, 0), undefined, 'general'],
    ['no survey, overdue', { isOverdue: true }, complaints(0, 0), undefined, 'general'],
    ['no survey, three order-days', { orderDays: 3 }, complaints(0, 0), undefined, 'general'],
    ['no survey, no complaints sheet', {}, none, undefined, 'general'],
  ])('%s', (_, changes, counts, mark, expected) => {
    const result = classifySatisfaction(
      0,
      { rhythm: { ...rhythm, ...changes }, firstDeal: old, complaints: counts, mark },
      asOf,
      settingsWith({}),
    );
    expect(result.known && result.value.satisfaction).toBe(expected);
  });

  it('has no class without an order', () => {
    const inputs = { rhythm: { ...rhythm, orderDays: 0 }, firstDeal: old, complaints: none, mark: 9 };
    expect(classifySatisfaction(0, inputs, asOf, settingsWith({}))).toEqual(missing({ reason: 'no-rows' }));
  });
});

describe('response rate', () => {
  it('is forms that came back of forms sent in the period; what was sent is no answer', () => {
    const found = measure([
      { client: 'A', sentDay: '2026-05-01', day: '2026-05-20', overall: 8 },
      { client: 'B', sentDay: '2026-05-01' },
      { client: 'C', sentDay: '2026-05-01' },
      // One question a row: one form.
      { client: 'D', sentDay: '2026-05-02', day: '2026-05-21', item: '价格', score: 7 },
      { client: 'D', sentDay: '2026-05-02', day: '2026-05-21', item: '产品', score: 9 },
      // Sent before the period; and nobody wrote when.
      { client: 'E', sentDay: '2025-06-30', day: '2025-07-02', overall: 5 },
      { client: 'F', day: '2026-05-22', overall: 6 },
    ]);
    expect(found.returned).toMatchObject({ numerator: 2, denominator: 4, excluded: 1 });
    expect([found.answers, found.leftOut]).toEqual([4, 0]);
  });

  it('is unknown without a day of sending', () => {
    const { returned } = measure([{ client: 'A', day: '2026-05-20', overall: 8 }]);
    expect(returned.value).toMatchObject({ known: false, why: { column: 'survey.sentDay' } });
  });
});
