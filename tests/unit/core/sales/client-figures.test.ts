import type { Analysis } from '../../../../src/core/analysis';
import type { ClientFigures } from '../../../../src/core/sales/client-figures';
import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';

/** July 2025 to June 2026. */
const AS_OF = '2026-06-30';
const sale = (client: string | undefined, on: string | undefined, amount: number | undefined, more: RowOf<'transactions'> = {}): RowOf<'transactions'> => ({ client, day: on, amount, ...more }); // prettier-ignore
const valueOf = <T>(outcome: { readonly known: boolean; readonly value?: T; readonly why?: unknown }): unknown =>
  outcome.known ? outcome.value : (outcome.why as { reason: string }).reason;

function analysed(clients: readonly RowOf<'clients'>[], sales: readonly RowOf<'transactions'>[]): Analysis {
  return anAnalysis(aDataset().withClients(clients).withTransactions(sales).build(), { asOf: AS_OF }).analysis;
}

describe('the figures of a client', () => {
  const { clients, totals } = analysed(
    [
      { code: 'A', name: '甲', region: '东', rep: '李', manualTier: 'Ⅱ' },
      { code: 'B', name: '' },
      { code: '', name: '丙' },
      { code: 'X', internal: true },
      { code: 'P' },
      { code: 'N' },
    ],
    [
      sale('A', '2025-07-01', 60, { orderNo: '1', profit: 6, quantity: 2, region: '西', rep: '王' }),
      sale('A', '2026-06-30', 20, { orderNo: '1', profit: 3, quantity: 1 }),
      sale('A', '2026-01-05', -10, { isReturn: true, quantity: -1 }),
      sale('A', '2025-06-30', 50, { orderNo: '2' }),
      sale('A', '2020-01-01', 7, { orderNo: '3' }),
      sale('B', '2026-01-01', 30, { orderNo: '4', region: '北', rep: '张' }),
      sale('B', '2026-02-01', 10, { orderNo: '5', region: '南', rep: '赵' }),
      sale('丙', '2024-01-01', 5, { orderNo: '6' }),
      sale('X', '2026-01-01', 1000, { orderNo: '7' }),
      sale('N', '2026-01-01', -4, { isReturn: true }),
    ],
  );
  const of = (at: number): ClientFigures => clients[at]!;

  it('are its lines of the period, and the net amount of the one before', () => {
    expect(of(0)).toMatchObject({
      ...{ code: 'A', name: '甲', netAmount: 7000, grossAmount: 8000, returnAmount: 1000, orders: 1, lines: 3 },
      firstDay: { known: true, value: day('2020-01-01') },
      lastDay: { known: true, value: day('2026-06-30') },
    });
    expect([of(0).quantity, of(0).profit, of(0).previousNetAmount, of(0).growth].map(valueOf)).toEqual([
      ...[2000, 900, 5000, 0.4],
    ]);
    expect([of(2).growth, of(2).previousNetAmount, of(2).profit, of(4).firstDay].map(valueOf)).toEqual([
      ...['no-period-before', 0, 'no-rows', 'no-rows'],
    ]);
  });

  it('have a name and a code, the one for the other', () => {
    expect([of(1), of(2)].map(({ code, name }) => [code, name])).toEqual([
      ['B', 'B'],
      ['丙', '丙'],
    ]);
  });

  it('have the region and rep of the client sheet, else of its latest line', () => {
    expect([of(0), of(1), of(4)].map(({ region, rep }) => [region, rep])).toEqual([
      ['东', '李'],
      ['南', '赵'],
      ['', ''],
    ]);
  });

  it('have rank, tier and share, or say why not', () => {
    expect([0, 1, 2, 3, 4, 5].map((at) => [of(at).rank, of(at).tier, of(at).share].map(valueOf))).toEqual([
      [1, 1, 70 / 110],
      [2, 2, 40 / 110],
      ['no-rows', 'no-rows', 'no-rows'],
      ['nothing-due', 'nothing-due', 'nothing-due'],
      ['no-rows', 'no-rows', 'no-rows'],
      [3, 3, 'nothing-due'],
    ]);
    expect([2, 3, 4].map((at) => [of(at).tierReason.zh, valueOf(of(at).toNextTier)])).toEqual([
      ['本期无交易', 'no-rows'],
      ['内部客户，不参加分类', 'nothing-due'],
      ['本期无交易', 'no-rows'],
    ]);
    expect([of(0).manualTier, of(1).manualTier].map(valueOf)).toEqual([2, 'not-entered']);
  });

  it('add up to those of the period, with what is of the firm itself and what came back apart', () => {
    expect(totals).toMatchObject({
      ...{ netAmount: 110_600, grossAmount: 112_000, returnAmount: 1400, orders: 4, lines: 7 },
      ...{ activeClients: 3, internalClients: 1, internalNetAmount: 100_000, nonPositiveAmount: -400 },
    });
    expect([totals.previousNetAmount, totals.growth].map(valueOf)).toEqual([5000, (110_600 - 5000) / 5000]);
  });
});

describe('clients without tiers', () => {
  it('are so because no amount is positive, or because there are none', () => {
    const nothing = analysed([], [sale('A', '2026-01-01', -5, { isReturn: true })]).clients[0]!;
    expect([nothing.tierReason.zh, valueOf(nothing.tier)]).toEqual(['本期净额合计不大于 0，不分等级', 'nothing-due']);
    const uncounted = analysed([], [sale('A', '2026-01-01', undefined, { quantity: 5 })]).clients[0]!;
    expect([uncounted.tierReason.zh, valueOf(uncounted.tier)]).toEqual(['没有金额，不分等级', 'no-column']);
  });

  it('have no growth where the data begin with the period', () => {
    const { clients, totals } = analysed([], [sale('A', '2026-01-01', 5)]);
    expect(
      [clients[0]!.previousNetAmount, clients[0]!.growth, totals.previousNetAmount, totals.growth].map(valueOf),
    ).toEqual(['no-period-before', 'no-period-before', 'no-period-before', 'no-period-before']);
  });
});

describe('who stayed', () => {
  it('is told by sales in the period and in the one before; a return is none', () => {
    const { retention } = analysed(
      [],
      [
        sale('kept', '2025-06-30', 1),
        sale('kept', '2025-07-01', 1),
        sale('lost', '2024-07-01', 1),
        sale('lost', '2026-01-01', -1, { isReturn: true }),
        sale('new', '2025-07-01', 1),
        sale('back', '2024-06-30', 1),
        sale('back', '2026-06-30', 1),
        sale('gone', '2024-06-30', 1),
        sale('sent', '2025-06-30', -1, { isReturn: true }),
      ],
    );
    expect(valueOf(retention)).toEqual({
      ...{ activeBefore: 2, kept: 1, lost: 1, newClients: 1, reactivated: 1 },
      rate: { value: { known: true, value: 0.5 }, numerator: 1, denominator: 2, n: 2, excluded: 0 },
      ...{ lostClients: [1], newClientList: [2], reactivatedClients: [3] },
    });
    expect(valueOf(analysed([], [sale('A', '2026-01-01', 1)]).retention)).toBe('no-period-before');
  });
});

describe('classes by profit', () => {
  it('need a profit of somebody', () => {
    const of = (profit: number | undefined, client = 'A') =>
      analysed([], [sale('A', '2026-01-01', 9), sale(client, '2026-01-02', 5, { profit })]).clients[0]!.profitClass;
    expect(valueOf(of(undefined))).toBe('no-column');
    expect(valueOf(of(3))).toBe('first');
    expect(valueOf(of(3, 'B'))).toBe('no-rows');
    // Only in the period before.
    expect(valueOf(analysed([], [sale('A', '2026-01-01', 9), sale('A', '2025-01-02', 5, { profit: 3 })]).profit)).toBe('no-rows'); // prettier-ignore
  });
});
