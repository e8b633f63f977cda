import { known, missing } from '../../../../src/core/model/outcome';
import {
  measureSatisfaction,
  type SatisfactionFigures,
  type SurveyGrouping,
} from '../../../../src/core/service/satisfaction';
import { measureTierSatisfaction } from '../../../../src/core/service/tier-satisfaction';
import type { ClientFigures } from '../../../../src/core/sales/client-figures';
import { settingsWith, type Settings } from '../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder, type RowOf } from '../../../support/dataset-builder';

type Form = RowOf<'survey'>;
const period = { from: day('2026-01-01'), to: day('2026-06-30') };
const NOBODY: SurveyGrouping = { groups: [], groupOf: () => undefined, isActive: () => false };
const notEntered = missing({ reason: 'not-entered' });

function measure(builder: DatasetBuilder, changes: Partial<Settings> = {}, grouping: Partial<SurveyGrouping> = {}) {
  return measureSatisfaction(builder.build(), period, { ...NOBODY, ...grouping }, settingsWith(changes));
}
function figuresOf(forms: readonly Form[], changes?: Partial<Settings>, grouping?: Partial<SurveyGrouping>): SatisfactionFigures {
  const found = measure(aDataset().withRows('survey', forms), changes, grouping);
  if (!found.known) throw new Error(JSON.stringify(found.why));
  return found.value;
} // prettier-ignore
const on = (at: string, marks: Form = {}): Form => ({ client: 'A', day: at, overall: 8, ...marks });

describe('answers that count', () => {
  it('are those of the period, both ends, one a client and day', () => {
    const found = figuresOf([
      on('2025-12-31'),
      on('2026-01-01'),
      on('2026-06-30'),
      on('2026-07-01'),
      on('2026-01-01', { overall: undefined, price: 6 }),
      on('2026-01-01', { client: 'B' }),
    ]);
    expect([found.answers, found.leftOut]).toEqual([3, 0]);
    expect(found.items).toMatchObject([{ id: 'price', n: 1 }]);
  });

  it('are all where no day is written', () => {
    expect(figuresOf([on('2026-01-01'), on('2026-01-01')].map((form) => ({ ...form, day: undefined })))).toMatchObject({
      ...{ answers: 1, leftOut: 0 },
    });
  });

  it('without a client are a form a row, or, where a row is a question, a form a day', () => {
    const nameless = (marks: Form): Form => ({ day: '2026-03-01', ...marks });
    expect(figuresOf([nameless({ overall: 8 }), nameless({ overall: 6 })])).toMatchObject({ answers: 2 });
    const question = (item: string, score: number, more: Form = {}): Form => nameless({ item, score, ...more });
    expect(
      figuresOf([question('包装', 8), question('价格', 6), question('价格', 7, { day: '2026-03-02' })]).answers,
    ).toBe(2);
  });

  it('leave out a mark beyond the form, and a marked row without a day, each counted', () => {
    const found = figuresOf([
      on('2026-03-01', { price: 0.9, staff: 10.1, product: 1, coordination: 10 }),
      { client: 'A', overall: 7 },
      { client: 'A', overall: 0 },
      { client: 'A', sentDay: '2026-02-01' },
    ]);
    expect([found.answers, found.leftOut]).toEqual([1, 3]);
    expect(found.items.map(({ id, mean }) => [id, mean])).toEqual([['coordination', known(10)], ['product', known(1)]]); // prettier-ignore
  });

  it('are none where no form has a mark', () => {
    expect(measure(aDataset().withRows('survey', [on('2025-12-31')]))).toEqual(missing({ reason: 'no-rows' }));
    expect(measure(aDataset().withRows('survey', [{ client: 'A', day: '2026-03-01' }]))).toMatchObject({
      known: false,
    });
  });
});

describe('the form', () => {
  it('has ten points where one mark is above five, in any column', () => {
    expect(figuresOf([on('2026-03-01', { overall: 5 })]).scale).toBe(5);
    expect(figuresOf([on('2026-03-01', { overall: 5, loyalty: 5.5 })]).scale).toBe(10);
    expect(figuresOf([on('2026-03-01', { overall: 5, item: '包装', score: 6 })]).scale).toBe(10);
  });

  it('has the points that the settings say', () => {
    const told = (scale: 'five' | 'ten') =>
      figuresOf([on('2026-03-01', { overall: 4 })], { 'satisfaction.scale': scale });
    expect([told('five').scale, told('ten').scale]).toEqual([5, 10]);
    // Three ninths of the way on ten points, three quarters on five.
    expect([told('ten').index, told('five').index]).toMatchObject([{ value: (3 / 9) * 100 }, { value: 75 }]);
  });

  it('knows the questions of a long form by their names; others stand as they are called', () => {
    const items = [
      '总体满意度',
      '与期望相比',
      'Against the ideal',
      '期望质量',
      '感知质量',
      '感知价值',
      '忠诚度',
      '包装',
    ];
    const rows = items.map((item, at): Form => ({ client: 'A', day: '2026-03-01', item, score: at + 2 }));
    const found = figuresOf(rows);
    expect(found.indexBasis).toBe('three');
    // (2 + 3 + 4 − 3) / 27
    expect(found.index.known && found.index.value).toBeCloseTo((6 / 27) * 100, 9);
    expect(found.constructs.map(({ id, mean }) => [id, mean.known && mean.value])).toEqual([
      ...[['expectedQuality', 5], ['perceivedQuality', 6], ['perceivedValue', 7]],
      ...[['complaintScore', false], ['loyalty', 8], ['overall', 2]],
    ]); // prettier-ignore
    expect(found.items.map(({ id, label }) => [id, label.zh])).toEqual([
      ['item:包装', '包装'],
      ['againstIdeal', '与理想比'],
      ['againstExpectation', '与期望比'],
    ]);
  });

  it('takes the first question of a long form for what it is called', () => {
    const found = figuresOf(['包装', '价格'].map((item): Form => ({ client: 'A', day: '2026-03-01', item, score: 7 })));
    expect(found.items.map(({ label, n }) => [label.zh, n])).toEqual([
      ['包装', 1],
      ['价格', 1],
    ]);
    expect(found.constructs[5]!.n).toBe(0);
  });

  it('reads a score without a question as the overall mark', () => {
    expect(figuresOf([{ client: 'A', day: '2026-03-01', score: 7 }]).constructs[5]).toMatchObject({
      n: 1,
      mean: known(7),
    });
    const [first] = figuresOf([{ client: 'A', day: '2026-03-01', score: 7 }, { item: '价格' }]).constructs.slice(5);
    expect(first).toMatchObject({ id: 'overall', n: 1 });
  });
});

describe('questions', () => {
  it('stand by their mean, the two best marks as a share; the three lowest of all are named', () => {
    const marks = (price: number, staff: number, product: number, loyalty: number): Form => ({
      ...{ price, staff, product, loyalty, overall: undefined },
    });
    const found = figuresOf([on('2026-03-01', marks(9, 3, 10, 2)), on('2026-03-02', marks(8, 5, 10, 7))]);
    expect(found.items.map(({ id, n, mean, topTwo }) => [id, n, mean, topTwo])).toEqual([
      ['product', 2, known(10), known(1)],
      ['price', 2, known(8.5), known(0.5)],
      ['staff', 2, known(4), known(0)],
    ]);
    expect(found.lowest.map(({ id }) => id)).toEqual(['staff', 'loyalty', 'price']);
    expect(found.constructs[5]).toEqual({
      ...{ id: 'overall', label: { zh: '总体满意度', en: 'Overall satisfaction' }, n: 0 },
      ...{ mean: notEntered, topTwo: notEntered },
    });
    // Nobody answered an overall question.
    expect(found.index).toEqual(missing({ reason: 'too-few', have: 0, need: 1 }));
    expect([found.indexAnswers, found.overallOfClient.size]).toEqual([0, 0]);
  });

  it('of five points count four and five as the best', () => {
    const found = figuresOf([on('2026-03-01', { overall: 3 }), on('2026-03-02', { overall: 4 })]);
    expect(found.constructs[5]).toMatchObject({ topTwo: known(0.5) });
  });
});

describe('the index', () => {
  const whole = { overall: 10, againstExpectation: 10, againstIdeal: 10 };
  it('is of those who answered all three, where anybody did', () => {
    const found = figuresOf([
      on('2026-03-01', whole),
      on('2026-03-02', { overall: 1 }),
      on('2026-03-03', { ...whole, againstIdeal: undefined }),
      on('2026-03-04', { ...whole, againstExpectation: undefined }),
      on('2026-03-05', { ...whole, overall: undefined }),
    ]);
    expect(found.index.known && found.index.value).toBeCloseTo(100, 9);
    expect([found.indexAnswers, found.indexBasis]).toEqual([1, 'three']);
  });

  it('weighs the three as the settings say', () => {
    const found = figuresOf([on('2026-03-01', { overall: 10, againstExpectation: 1, againstIdeal: 1 })], {
      'satisfaction.weighting': 'ohio',
    });
    expect(found.index.known && found.index.value).toBeCloseTo(38.85, 9);
  });

  it('of a client is the latest overall mark, on ten points, of one day the later row', () => {
    const found = figuresOf([
      on('2026-03-02', { overall: 3 }),
      on('2026-03-05', { overall: 5 }),
      on('2026-03-04', { overall: 1 }),
      on('2026-03-06', { overall: undefined, price: 4 }),
      { day: '2026-03-09', overall: 2 },
    ]);
    expect([...found.overallOfClient]).toEqual([[0, 10]]);
    // The middle of five points is the middle of ten.
    expect([...figuresOf([on('2026-03-02', { overall: 3 })]).overallOfClient]).toEqual([[0, 5.5]]);
  });
});

describe('response', () => {
  it('is clients that answered among those who bought; who answered without buying is counted apart', () => {
    const builder = aDataset()
      .withClients([{ code: 'A' }, { code: 'B' }, { code: 'C' }, { code: 'D' }])
      .withRows('survey', [on('2026-03-01'), on('2026-03-02'), on('2026-03-01', { client: 'B' }), { ...on('2026-03-01'), client: undefined }]); // prettier-ignore
    const found = measure(builder, {}, { isActive: (client) => client !== 1 });
    expect(found).toMatchObject({ value: { response: { numerator: 1, denominator: 3, n: 3, excluded: 1 } } });
  });

  it('of forms counts one a client and day of sending, a row without a client by itself, both ends of the period', () => {
    const sent = (sentDay: string | undefined, form: Form = {}): Form => ({ sentDay, ...form });
    const found = figuresOf([
      sent('2026-01-01', { client: 'A', day: '2026-01-05', item: '价格', score: 7 }),
      sent('2026-01-01', { client: 'A', day: '2026-01-05', item: '包装' }),
      sent('2026-06-30', { client: 'A' }),
      sent('2026-07-01', { client: 'A' }),
      sent('2025-12-31', { client: 'A' }),
      sent('2026-02-01', { overall: 10.5 }),
      sent('2026-02-01', { day: '2026-02-03', overall: 10 }),
      sent(undefined, { client: 'B', day: '2026-02-03', overall: 1 }),
      sent(undefined, { client: 'B' }),
    ]);
    // Of A's two and the two without a name one each came back with a mark on the form.
    expect(found.returned).toMatchObject({ numerator: 2, denominator: 4, n: 4, excluded: 2 });
  });
});

describe('a form that came back', () => {
  it('has a mark from the lowest to the best of the form', () => {
    const sentDay = '2026-02-01';
    const forms = [0.9, 1, 10, 10.1].map((overall, at): Form => ({ client: 'ABCD'[at]!, sentDay, day: '2026-02-03', overall }));
    expect(figuresOf(forms).returned).toMatchObject({ numerator: 2, denominator: 4 });
  });
}); // prettier-ignore

describe('groups', () => {
  it('of fewer answers than asked for have no means; without a client nobody is in one', () => {
    const forms = ['A', 'B', 'C', 'D', 'E', 'F'].map((client, at) => on('2026-03-01', { client, overall: at + 5 }));
    const found = figuresOf([...forms, { day: '2026-03-01', overall: 1 }], {}, {
      groups: [{ zh: '甲', en: 'a' }, { zh: '乙', en: 'b' }, { zh: '丙', en: 'c' }],
      groupOf: (client) => (client < 0 ? 2 : client < 5 ? 0 : 1),
    }); // prettier-ignore
    // 5 … 9 of ten: seven on the whole, six ninths of the way.
    expect(found.groups.map(({ label, answers, overall }) => [label.zh, answers, overall])).toEqual([
      ['甲', 5, known(7)],
      ['乙', 1, missing({ reason: 'too-few', have: 1, need: 5 })],
      ['丙', 0, missing({ reason: 'too-few', have: 0, need: 5 })],
    ]);
    expect(found.groups[0]!.index).toMatchObject({ known: true });
  });

  it('are the tiers, and who has none; who ordered is asked to answer', () => {
    const tiers = [known(1 as const), known(3 as const), missing({ reason: 'no-rows' })];
    const figures = tiers.map((tier, at) => ({ tier, orders: at }) as unknown as ClientFigures);
    const builder = aDataset().withRows('survey', ['A', 'B', 'C'].map((client) => on('2026-03-01', { client }))); // prettier-ignore
    const found = measureTierSatisfaction(builder.build(), period, figures, settingsWith({}));
    if (!found.known) throw new Error('there are answers');
    expect(found.value.groups.map(({ label, answers }) => [label.zh, answers])).toEqual([
      ...[['Ⅰ类', 1], ['Ⅱ类', 0], ['Ⅲ类', 1], ['未分级', 1]],
    ]); // prettier-ignore
    expect(found.value.response).toMatchObject({ numerator: 2, denominator: 2, excluded: 1 });
  });
});
