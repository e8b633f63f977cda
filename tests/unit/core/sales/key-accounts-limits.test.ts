import { addMonths, asDay } from '../../../../src/core/model/day';
import { known, missing } from '../../../../src/core/model/outcome';
import type { Settings } from '../../../../src/core/settings';
import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';

const asOf = '2026-06-30';

/** One sale in the middle of each rolling month, the latest first; 0 is none, below 0 a return. */
const months = (
  client: string,
  amounts: readonly number[],
  more: RowOf<'transactions'> = {},
): RowOf<'transactions'>[] =>
  amounts.flatMap(
    (amount, month) =>
    amount === 0
      ? []
      : [{ client, day: asDay(addMonths(asDay(day(asOf) + 1), -month) - 10) as never, amount, isReturn: amount < 0 ? true : undefined, ...more }], // prettier-ignore
  );
const times = (n: number, amount: number): number[] => Array.from({ length: n }, () => amount);

function accountsOf(
  rows: readonly RowOf<'transactions'>[],
  clients: readonly RowOf<'clients'>[] = [],
  settings: Partial<Settings> = {},
) {
  const dataset = aDataset().withClients(clients).withTransactions(rows).build();
  const { keyAccounts } = anAnalysis(dataset, { asOf, settings }).analysis;
  if (!keyAccounts.known) throw new Error('there are sales');
  return keyAccounts.value;
}
const focusOf = (...given: Parameters<typeof accountsOf>): string[] =>
  accountsOf(...given).clients[0]!.focus.map(({ text }) => text.zh);
const reasonsOf = (...given: Parameters<typeof accountsOf>): string[] =>
  accountsOf(...given).clients[0]!.focus.map(({ reason }) => reason);

describe('the small book', () => {
  const book = (n: number) =>
    Array.from({ length: n }, (_, at) => ({ client: `C${at}`, day: '2026-06-01', amount: at + 1 }));

  it('is one of twice as many clients as are key, or fewer; a fifth of it is proposed', () => {
    const { smallBook } = accountsOf(book(40));
    expect(smallBook).toEqual(
      known({
        clients: 40,
        proposedTop: 8,
        text: {
          zh: '有成交的客户只有 40 家，前 20 名占了一半以上；建议改为前 8 名',
          en: 'Only 40 clients bought: a top 20 is half of them or more; top 8 is proposed',
        },
      }),
    );
    expect(accountsOf(book(41)).smallBook).toEqual(missing({ reason: 'nothing-due' }));
    // 7 / 5 is 1.4; 5 / 5, 15 / 5 and 35 / 5 are whole, whatever binary fractions say.
    const proposed = (n: number) => {
      const found = accountsOf(book(n)).smallBook;
      return found.known && found.value.proposedTop;
    };
    expect([1, 5, 6, 7, 15, 35].map(proposed)).toEqual([1, 1, 2, 2, 3, 7]);
  });

  it('is none where nobody bought anything positive', () => {
    const sent = accountsOf([{ client: 'A', day: '2026-06-01', amount: -1 }]);
    expect(sent.smallBook).toEqual(missing({ reason: 'no-rows' }));
  });

  it('keeps all in focus, a larger one those alone who bought half of what the middle one did', () => {
    // Five clients and a top 2: more than four. The middle client has 100 a year; half is 50.
    const others = [300, 200, 100, 100].map((amount, at) => ({ client: `O${at}`, day: '2026-06-01', amount }));
    const old = [{ code: 'A', firstDealDay: '2020-01-01' }];
    const falling = (amount: number) => months('A', [0, 0, 0, amount]);
    const levels = (rows: readonly RowOf<'transactions'>[], topN: number) => reasonsOf([...rows, ...others], old, { 'key.topN': topN }); // prettier-ignore
    expect(levels(falling(50), 2)).toEqual(['leaving']);
    expect(levels(falling(49), 2)).toEqual([]);
    expect(levels(falling(49), 3)).toEqual(['leaving']);
    // What it bought the year before counts as well: who leaves bought more before than lately.
    const before = months('A', [...times(3, 0), 1, ...times(8, 0), 50]);
    expect(levels(before, 2)).toContain('leaving');
    expect(levels(months('A', [...times(3, 0), 1, ...times(8, 0), 48]), 2)).toEqual([]);
    // Being new is told of any.
    expect(reasonsOf([...months('A', [1]), ...others], [], { 'key.topN': 2 })).toEqual(['new']);
  });
});

describe('reasons for focus, in words and at their limits', () => {
  it('new: the day of the first deal', () => {
    expect(focusOf([{ client: 'A', day: '2026-06-01', amount: 1 }])).toEqual(['新客户：首次成交 2026-06-01']);
    // The client sheet knows an earlier day, not one of the future.
    const later = [{ code: 'A', firstDealDay: '2026-07-01' }];
    expect(focusOf([{ client: 'A', day: '2026-06-01', amount: 1 }], later)).toEqual(['新客户：首次成交 2026-06-01']);
    const earlier = [{ code: 'A', firstDealDay: '2025-07-01' }];
    expect(focusOf([{ client: 'A', day: '2026-06-01', amount: 1 }], earlier)).toEqual(['新客户：首次成交 2025-07-01']);
  });

  it('unsteady: six months of history, four order-days', () => {
    const of = (firstDay: string, ...more: string[]) =>
      reasonsOf(
        [firstDay, ...more, '2026-06-30'].map((on, at) => ({ client: 'A', day: on, amount: at === 0 ? 1 : 100 })),
      );
    // All of it in the last month but for 1: far above 1.
    expect(of('2025-12-31', '2026-06-28', '2026-06-29')).toContain('unsteady');
    expect(of('2026-01-01', '2026-06-28', '2026-06-29')).not.toContain('unsteady');
    expect(of('2025-12-31', '2026-06-29')).not.toContain('unsteady');
  });

  it('unsteady: months that vary by more than their mean, those of nothing among them, of a year alone', () => {
    // Every second month 24: mean 12, variance 12 × 144 / 11, variation 1.04; with 12 months of 12, 0.
    const every = (n: number, amount: number) => times(12, 0).map((_, at) => (at % n === 0 ? amount : 0));
    expect(focusOf(months('A', [...every(2, 24), ...times(6, 12)]))).toContain('不稳定：月净额变异系数 1.04');
    expect(reasonsOf(months('A', times(18, 12)))).toEqual([]);
    // What was before the year does not count.
    expect(reasonsOf(months('A', [...times(12, 12), 5000, 1, 5000]))).not.toContain('unsteady');
    // Nothing net in the year does not vary.
    expect(reasonsOf(months('A', [...times(6, -5), ...times(6, 5), ...times(4, 20)]))).not.toContain('unsteady');
  });

  it('rising: by half, with a month before to compare with', () => {
    const steady = times(12, 100);
    expect(focusOf(months('A', [...times(3, 150), ...steady]))).toContain('潜力大快速上量：近3个月+50.0%');
    expect(reasonsOf(months('A', [...times(3, 150), 0, 0, 0, ...steady]))).not.toContain('rising');
    expect(reasonsOf(months('A', [...times(3, 150), -1, 0, 0, ...steady]))).not.toContain('rising');
    // 60, 150, 390 against 100 a month: twice as much, but t = 100 / √(28,900 / 3) is 1.02.
    expect(reasonsOf(months('A', [60, 150, 390, ...steady]))).not.toContain('rising');
  });

  it('rising: of those who buy at least what the middle client buys, or who may buy much', () => {
    const rising = months('A', [...times(3, 150), ...times(9, 100)]);
    const other = (amount: number) => months('B', times(12, amount));
    // A: 1,350 a year. The middle of two is their mean; B with 1,350 too is exactly it.
    expect(reasonsOf([...rising, ...other(112.5)])).toContain('rising');
    expect(reasonsOf([...rising, ...other(113)])).not.toContain('rising');
    expect(reasonsOf([...rising, ...other(113)], [{ code: 'A', potential: '强' }])).toContain('rising');
    expect(reasonsOf([...rising, ...other(113)], [{ code: 'A', potential: '中' }])).not.toContain('rising');
  });

  it('rising: of our own departments too, where there is no client to be the middle one', () => {
    const rising = months('A', [...times(3, 150), ...times(9, 100)]);
    expect(reasonsOf(rising, [{ code: 'A', internal: true }])).toContain('rising');
    // The middle one is that of clients alone: B with 1,356 a year, though A stands beside it.
    const other = months('B', times(12, 113));
    expect(reasonsOf([...rising, ...other], [{ code: 'A', internal: true }])).not.toContain('rising');
  });

  it('leaving: the days without an order; the tier before; the drop', () => {
    expect(focusOf(months('A', [0, 0, 0, ...times(15, 10)]))).toContain('流失趋势：已 100 天未下单');
    expect(focusOf(months('A', [...times(6, 74), ...times(12, 100), ...times(6, 100)]))).toEqual([
      '流失趋势：上期Ⅰ类，现为衰退期',
    ]);
    // Of the third tier before, 26 % less are no reason; 30 % are.
    const large = months('B', times(24, 100_000));
    const falling = (now: number) => focusOf([...months('A', [...times(6, now), ...times(18, 100)]), ...large]);
    expect(falling(74)).toEqual([]);
    expect(falling(71)).toEqual([]);
    expect(falling(70)).toEqual(['流失趋势：近6个月同比净额下降 30.0%']);
    // Of the second tier before: 20 of 120 at the end of the ranking.
    const middle = focusOf([...months('A', [...times(6, 74), ...times(18, 100)]), ...months('B', times(24, 230)), ...months('C', times(24, 30))]); // prettier-ignore
    expect(middle).toEqual(['流失趋势：上期Ⅱ类，现为衰退期']);
  });
});

describe('the reason of a level', () => {
  const reason = (...given: Parameters<typeof accountsOf>) => accountsOf(...given).clients[0]!.reason;

  it('is the rank and what is in focus, or that nothing is', () => {
    expect(reason(months('A', times(18, 10)))).toEqual({
      zh: '没有数量，按近12个月净额排名第 1',
      en: 'no quantities: ranked by net amount of 12 months: 1',
    });
    const second = [...months('A', times(18, 10)), ...months('B', times(18, 20))];
    expect(reason(second, [], { 'key.topN': 1 })).toEqual({
      zh: '没有数量，按近12个月净额排名第 2；没有焦点理由',
      en: 'no quantities: ranked by net amount of 12 months: 2; no reason for focus',
    });
    expect(reason([...months('A', [1]), ...months('B', [2])], [], { 'key.topN': 1 }).zh).toBe(
      '没有数量，按近12个月净额排名第 2；新客户：首次成交 2026-06-21',
    );
  });

  it('of a lost client is since when, and of one with nothing positive no rank', () => {
    const lost = accountsOf(months('A', [...times(8, 0), ...times(6, 10)])).clients[0]!;
    expect([lost.level, lost.focus, lost.isKey]).toEqual(['lost', [], false]);
    expect(lost.reason.zh).toMatch(/^最近下单 .*算停购；没有数量，按近12个月净额排名第 1$/);
    const sent = accountsOf([...months('A', [1, -5]), ...months('B', [9])]).clients[0]!;
    expect([sent.rank, sent.reason.zh]).toEqual([missing({ reason: 'no-rows' }), '新客户：首次成交 2026-06-21']);
  });

  it('of a deal before the data is its day: general for 180 days, then lost', () => {
    const of = (firstDealDay: string) => {
      const found = accountsOf([{ client: 'B', day: '2026-06-01', amount: 1 }], [{ code: 'A', firstDealDay }])
        .clients[0]!;
      return [found.level, found.reason.zh];
    };
    expect(of('2026-01-01')).toEqual(['general', '首次成交 2026-01-01，交易表中没有记录']);
    expect(of('2025-12-31')).toEqual(['lost', '首次成交 2025-12-31，交易表中没有记录']);
  });

  it('says by what is ranked', () => {
    const line = (more: RowOf<'transactions'>): RowOf<'transactions'> => ({ client: 'A', day: '2026-06-01', amount: 5, quantity: 1, category: '饲料', ...more }); // prettier-ignore
    const by = (rows: readonly RowOf<'transactions'>[], family = '') => accountsOf(rows, [], { 'key.family': family }).rankedByText.zh; // prettier-ignore
    const mixed = [line({ unit: '吨' }), line({ unit: '箱' })];
    expect(by([line({})])).toBe('按近12个月数量排名');
    expect(by([line({ quantity: -1, amount: -5 })])).toBe('没有数量，按近12个月净额排名');
    expect(by(mixed)).toBe('数量单位不一，按近12个月净额排名');
    expect(by([line({})], ' 饲料 ')).toBe('按近12个月「饲料」数量排名');
    expect(by(mixed, '饲料')).toBe('「饲料」的数量单位不一，按近12个月净额排名');
    expect(by(mixed, '原料')).toBe('没有「原料」的数量，按近12个月净额排名');
  });
});
