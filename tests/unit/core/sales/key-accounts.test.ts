import { addMonths, asDay } from '../../../../src/core/model/day';
import { known, missing } from '../../../../src/core/model/outcome';
import { competitionRanks } from '../../../../src/core/sales/key-accounts';
import { isVisit } from '../../../../src/core/prospects/target-prospects';
import type { Settings } from '../../../../src/core/settings';
import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';

const asOf = '2026-06-30';

/** One sale in the middle of each rolling month, month 0 first; 0 means no sale. */
const months = (
  client: string,
  amounts: readonly number[],
  more: RowOf<'transactions'> = {},
): RowOf<'transactions'>[] =>
  amounts.flatMap((amount, month) =>
    amount === 0 ? [] : [{ client, day: asDay(addMonths(asDay(day(asOf) + 1), -month) - 10), amount, ...more }],
  );
const times = (n: number, amount: number): number[] => Array.from({ length: n }, () => amount);

function accountsOf(
  rows: readonly RowOf<'transactions'>[],
  clients: readonly RowOf<'clients'>[] = [],
  settings: Partial<Settings> = {},
) {
  const dataset = aDataset().withClients(clients).withTransactions(rows).build();
  const { analysis } = anAnalysis(dataset, { asOf, settings });
  if (!analysis.keyAccounts.known) throw new Error('there are sales');
  return analysis.keyAccounts.value;
}

const reasonsOf = (rows: readonly RowOf<'transactions'>[], clients: readonly RowOf<'clients'>[] = []): string[] =>
  accountsOf(rows, clients).clients[0]!.focus.map(({ reason }) => reason);

describe('key clients', () => {
  it('ranks by the quantity of one product family where the units of the book are mixed', () => {
    const rows: RowOf<'transactions'>[] = [
      { client: 'A', day: '2026-06-01', amount: 10, quantity: 5, unit: '吨', category: '饲料' },
      { client: 'B', day: '2026-06-01', amount: 900, quantity: 2000, unit: 'kg', category: '饲料' },
      { client: 'B', day: '2026-06-02', amount: 900, quantity: 7, unit: '次', category: '运输' },
      { client: 'C', day: '2026-06-02', amount: 950, quantity: 9, unit: '次', category: '运输' },
    ];
    const ranksOf = (family: string): unknown[] =>
      accountsOf(rows, [], { 'key.family': family }).clients.map(({ rank }) => (rank.known ? rank.value : '—'));
    // Mixed units: by amount, 1,800 before 950 before 10.
    expect(ranksOf('')).toEqual([3, 1, 2]);
    // 5 t before 2,000 kg; C bought no feed.
    expect(ranksOf('饲料')).toEqual([1, 2, '—']);
    expect(accountsOf(rows, [], { 'key.family': '饲料' }).rankedByText.zh).toBe('按近12个月「饲料」数量排名');
    // A family that nobody bought.
    expect(ranksOf('原料')).toEqual([3, 1, 2]);
    expect(accountsOf(rows, [], { 'key.family': '原料' }).rankedByText.zh).toBe(
      '没有「原料」的数量，按近12个月净额排名',
    );
  });

  it('shares ranks between equal values', () => {
    expect(competitionRanks(Float64Array.from([5, 9, 5, 0, -1, 4]))).toEqual([
      known(2),
      known(1),
      known(2),
      missing({ reason: 'no-rows' }),
      missing({ reason: 'no-rows' }),
      known(4),
    ]);
  });

  it('ranks by quantity where it can be added, and keeps ties at the limit', () => {
    // Amount would rank the other way round.
    const rows = [5, 3, 3, 1].map((quantity, i) => ({
      client: `C${i}`,
      day: '2026-06-01',
      amount: 10 - quantity,
      quantity,
      unit: '吨',
    }));
    const accounts = accountsOf(rows, [], { 'key.topN': 2 });
    expect(accounts.rankedBy).toBe('quantity');
    expect(accounts.clients.map(({ isKey }) => isKey)).toEqual([true, true, true, false]);
    const mixed = accountsOf(
      rows.map((row, i) => ({ ...row, unit: i === 0 ? '箱' : '吨' })),
      [],
      { 'key.topN': 2 },
    );
    expect(mixed.rankedBy).toBe('amount');
    expect(mixed.rankedByText.zh).toContain('单位不一');
    expect(mixed.clients.map(({ isKey }) => isKey)).toEqual(
      [false, true, true, true].map((_, i) => [3, 1, 2].includes(i)),
    );
  });

  it('warns of a small book and proposes a fifth of it', () => {
    const rows = Array.from({ length: 37 }, (_, i) => ({ client: `C${i}`, day: '2026-06-01', amount: i + 1 }));
    const { smallBook, clients } = accountsOf(rows);
    expect(smallBook.known && smallBook.value.proposedTop).toBe(8);
    expect(clients.filter(({ isKey }) => isKey)).toHaveLength(20);
    const large = Array.from({ length: 41 }, (_, i) => ({ client: `C${i}`, day: '2026-06-01', amount: i + 1 }));
    expect(accountsOf(large).smallBook.known).toBe(false);
  });

  it('leaves internal clients unranked', () => {
    const accounts = accountsOf(
      [
        { client: 'C1', day: '2026-06-01', amount: 9 },
        { client: 'C2', day: '2026-06-01', amount: 1 },
      ],
      [{ code: 'C1', internal: true }, { code: 'C2' }],
    );
    expect(accounts.clients[1]!.rank).toEqual(known(1));
    expect(accounts.clients[0]!.isKey).toBe(false);
  });

  it('puts key before focus, and lost before both', () => {
    const lost = months('C1', [...times(8, 0), ...times(6, 1000)]);
    const fresh = months('C2', [50, 50]);
    const steady = months('C3', times(18, 1));
    const accounts = accountsOf([...lost, ...fresh, ...steady], [], { 'key.topN': 2 });
    expect(accounts.clients.map(({ level }) => level)).toEqual(['lost', 'key', 'general']);
    expect(accounts.clients[1]!.focus.map(({ reason }) => reason)).toContain('new');
  });
});

describe('focus reasons', () => {
  it('new: first deal less than a year ago, exactly a year is old', () => {
    const sale = (iso: string): RowOf<'transactions'>[] => [{ client: 'C1', day: iso, amount: 1 }];
    expect(reasonsOf([...sale('2025-07-01'), ...months('C1', times(10, 1))])).toContain('new');
    expect(reasonsOf([...sale('2025-06-30'), ...months('C1', times(10, 1))])).not.toContain('new');
    expect(reasonsOf(months('C1', times(3, 1)), [{ code: 'C1', firstDealDay: '2020-01-01' }])).not.toContain('new');
  });

  it('unsteady: variation of the monthly amounts above 1, zeros counted', () => {
    // 60, 0 × 4, 60, 0 × 6 (mean 10, s² = (2·50² + 10·10²)/11 = 545, CV 2.3); order-days older make the history.
    expect(reasonsOf(months('C1', [60, 0, 0, 0, 0, 60, 0, 0, 0, 0, 0, 0, 5, 5, 5]))).toContain('unsteady');
    expect(reasonsOf(months('C1', times(15, 10)))).not.toContain('unsteady');
    expect(reasonsOf(months('C1', [60, 0, 0, 0, 0, 60]))).not.toContain('unsteady');
  });

  it('rising: half as much again in three months, clearly, with potential or size', () => {
    const rising = [...times(3, 150), ...times(15, 100)];
    expect(reasonsOf(months('C1', rising))).toContain('rising');
    expect(reasonsOf(months('C1', [...times(3, 149), ...times(15, 100)]))).not.toContain('rising');
    // 20 a month beside two clients of 10,000: below the median, so potential decides.
    const small = [...months('C1', rising), ...months('C2', times(18, 10000)), ...months('C3', times(18, 10000))];
    expect(reasonsOf(small)).not.toContain('rising');
    expect(reasonsOf(small, [{ code: 'C1', potential: '高' }])).toContain('rising');
  });

  it('leaving: order overdue, or a clear drop', () => {
    expect(reasonsOf(months('C1', [0, 0, 0, ...times(15, 10)]))).toContain('leaving');
    expect(reasonsOf(months('C1', [...times(6, 69), ...times(12, 100), 100]))).toContain('leaving');
    expect(reasonsOf(months('C1', [...times(6, 71), ...times(12, 100), 100]))).not.toContain('leaving');
  });

  it('leaving: declining now, tier Ⅰ or Ⅱ before', () => {
    // The only client holds everything: tier Ⅰ in both years; 26 % less is a decline and no drop of 30 %.
    const falling = months('C1', [...times(6, 74), ...times(12, 100), ...times(6, 100)]);
    expect(reasonsOf(falling)).toContain('leaving');
  });
});

describe('prospects', () => {
  const contact = (iso: string, method: string, intends?: string): RowOf<'contacts'> => ({
    client: 'P',
    at: iso,
    method,
    intends,
  });
  const levelOf = (contacts: readonly RowOf<'contacts'>[]) => {
    const dataset = aDataset()
      .withClients([{ code: 'P' }])
      .withTransactions([{ client: 'C', day: '2026-06-01', amount: 1 }])
      .withRows('contacts', contacts)
      .build();
    const { analysis } = anAnalysis(dataset, { asOf });
    return {
      level: analysis.keyAccounts.known ? analysis.keyAccounts.value.clients[0]!.level : undefined,
      prospect: analysis.prospects[0]!,
    };
  };
  const three = ['2026-01-01', '2026-02-01', '2026-03-01'].map((iso) => contact(iso, '上门拜访'));

  it('needs three visits and the latest intention', () => {
    expect(levelOf([...three, contact('2026-04-01', '电话', '是')]).level).toBe('target');
    expect(levelOf([...three, contact('2026-04-01', '电话', '是'), contact('2026-05-01', '电话', '否')]).level).toBe(
      'lead',
    );
    expect(levelOf([...three, contact('2026-04-01', '电话', '否'), contact('2026-05-01', '电话', '强')]).level).toBe(
      'target',
    );
    expect(levelOf(three.slice(1)).level).toBe('lead');
  });

  it('takes an intention that was not entered for unknown, and tells a near miss', () => {
    const { level, prospect } = levelOf(three);
    expect(level).toBe('lead');
    expect(prospect).toMatchObject({ isNearMiss: true, intends: undefined, visits: 3 });
    expect(prospect.reason.zh).toContain('未填意向');
    expect(levelOf([contact('2026-07-01', '拜访', '是')]).prospect).toMatchObject({ visits: 0, isNearMiss: false });
  });

  it('knows a visit from a call', () => {
    expect(['拜访', '上门', '走访', 'Visit', '电话', ''].map(isVisit)).toEqual([true, true, true, true, false, false]);
  });
});
