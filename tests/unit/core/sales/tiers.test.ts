import type { Money } from '../../../../src/core/model/money';
import { rankTiers } from '../../../../src/core/sales/tiers';
import { settingsWith, type Settings } from '../../../../src/core/settings';

/** Thirty clients, from 2500 down to 2: definitions §3.1. */
const THIRTY = [
  2500, 1800, 1200, 900, 700, 600, 500, 400, 300, 250, 200, 150, 120, 100, 80, 70, 60, 50, 40, 30, 25, 20, 18, 15, 12,
  10, 8, 6, 4, 2,
];

function tiersOf(amounts: readonly number[], changes: Partial<Settings> = {}) {
  return rankTiers(
    amounts.map((_, client) => client),
    (client) => (amounts[client]! * 100) as Money,
    0,
    settingsWith(changes),
  );
}

const counts = (amounts: readonly number[], rule: Settings['tier.rule']): string =>
  tiersOf(amounts, { 'tier.rule': rule })
    .result.tiers.map(({ clients }) => clients)
    .join('/');

describe('tiers by computed ABC analysis', () => {
  it('have the second limit itself in the second tier', () => {
    // Five clients of 1000, twenty of 50, seventy-five of 1: the limits are above 50 and from 50 on (see abc-limits).
    const amounts = [...Array<number>(5).fill(1000), ...Array<number>(20).fill(50), ...Array<number>(75).fill(1)];
    expect(counts(amounts, 'abc')).toBe('5/20/75');
  });
});

describe('tier rules on the vectors of definitions §3.1', () => {
  it.each([
    ['70, 20, 10', [70, 20, 10], '1/1/1', '1/1/1', '1/1/1'],
    ['7500, 1000, 800, 400, 300', [7500, 1000, 800, 400, 300], '1/2/2', '1/2/2', '1/1/3'],
    ['ten equal', Array<number>(10).fill(5), '10/0/0', '10/0/0', '10/0/0'],
    ['one client', [5], '1/0/0', '1/0/0', '1/0/0'],
    ['60, 25, 10, 5', [60, 25, 10, 5], '1/2/1', '2/1/1', '1/1/2'],
    ['40, 20, 20, 10, 5, 5', [40, 20, 20, 10, 5, 5], '3/1/2', '3/1/2', '1/3/2'],
    ['thirty clients', THIRTY, '5/5/20', '6/5/19', '5/5/20'],
  ])('%s', (_, amounts, midpoint, up, down) => {
    // `down` is the raw rule of the table but for the largest block, which is always in Ⅰ.
    expect(counts(amounts, 'midpoint')).toBe(midpoint);
    expect(counts(amounts, 'up')).toBe(up);
    expect(counts(amounts, 'down')).toBe(down);
  });

  it('shares the amount of thirty clients 69.8 / 20.2 / 10.0 % by the midpoint', () => {
    const shares = tiersOf(THIRTY).result.tiers.map(({ shareOfAmount }) =>
      shareOfAmount.known ? (shareOfAmount.value * 100).toFixed(1) : '',
    );
    expect(shares).toEqual(['69.8', '20.2', '10.0']);
  });

  it('shares it 75.7 / 16.2 / 8.1 % when the crossing client goes up', () => {
    const shares = tiersOf(THIRTY, { 'tier.rule': 'up' }).result.tiers.map(({ shareOfAmount }) =>
      shareOfAmount.known ? (shareOfAmount.value * 100).toFixed(1) : '',
    );
    expect(shares).toEqual(['75.7', '16.2', '8.1']);
  });

  it('takes 10 and 20 % of thirty clients by count', () => {
    expect(counts(THIRTY, 'count')).toBe('3/6/21');
    expect(counts([9, 7, 7, 7, 1], 'count')).toBe('1/3/1'); // ranks 1, 2, 2, 2, 5: 0 %, 20 %, 80 % are before them
  });

  it('gives 70, 20, 10 to Ⅰ, Ⅱ, Ⅲ by count with cuts to match', () => {
    const { clients } = tiersOf([70, 20, 10], { 'tier.rule': 'count', 'tier.countOne': 0.3, 'tier.countTwo': 0.6 });
    expect(clients.map(({ tier }) => tier)).toEqual([1, 2, 3]);
  });

  it('says that computed limits are a hint below 20 clients', () => {
    expect(tiersOf([70, 20, 10], { 'tier.rule': 'abc' }).result.isHint).toBe(true);
    expect(tiersOf(THIRTY, { 'tier.rule': 'abc' }).result.isHint).toBe(false);
  });
});

describe('tiers', () => {
  it('keeps equal amounts together', () => {
    const { clients } = tiersOf([50, 25, 25]);
    // Block 25, 25: (50 + 100) / 2 = 75 % → Ⅱ.
    expect(clients.map(({ tier, rank }) => [tier, rank])).toEqual([
      [1, 1],
      [2, 2],
      [2, 2],
    ]);
  });

  it('compares limits in whole numbers: exactly 70 % is within', () => {
    // 40, 60 → block 60 first: mid 30 %; then 40: (60 + 100) / 2 = 80 %.
    expect(tiersOf([60, 40], { 'tier.cutOne': 0.8 }).clients.map(({ tier }) => tier)).toEqual([1, 1]);
    expect(tiersOf([60, 40], { 'tier.cutOne': 0.799999 }).clients.map(({ tier }) => tier)).toEqual([1, 2]);
  });

  it('puts net ≤ 0 into Ⅲ with a note, outside of the total', () => {
    const { clients, result } = tiersOf([100, 0, -30]);
    expect(result.total).toBe(10000);
    expect(clients.map(({ tier, rank }) => [tier, rank])).toEqual([
      [1, 1],
      [3, 2],
      [3, 3],
    ]);
    expect(clients[2]!.share.known).toBe(false);
    expect(clients[2]!.reason.zh).toContain('净额≤0（-30.00）');
    expect(result.tiers[2]).toMatchObject({ clients: 2, netAmount: 0 });
  });

  it('has no tiers where nothing is positive', () => {
    const { clients, result } = tiersOf([0, -5]);
    expect(clients).toEqual([]);
    expect(result).toMatchObject({ total: 0, tiers: [], untiered: 0 });
  });

  it('says when the amount does not discriminate', () => {
    expect(tiersOf(Array<number>(10).fill(5)).result.isFlat).toBe(true);
    expect(tiersOf(THIRTY).result.isFlat).toBe(false);
  });

  it('gives the reason as a sum that can be checked', () => {
    const { clients } = tiersOf([60, 25, 10, 5]);
    expect(clients[1]!.reason.zh).toBe('中点 72.5%（累计 85.0% − 本户 25.0%/2），超过 70%、不超过 90%');
    expect(clients[1]!.reason.en).toBe('Midpoint 72.5% (cumulative 85.0% − own 25.0%/2): above 70%, within 90%');
  });

  it.each(['midpoint', 'up', 'count'] as const)('%s: what is lacking is enough, and one fen less is not', (rule) => {
    const settings = settingsWith({ 'tier.rule': rule });
    const amounts = THIRTY.map((amount) => amount * 100);
    const rank = (changed: readonly number[]) =>
      new Map(
        rankTiers(
          changed.map((_, client) => client),
          (client) => changed[client]! as Money,
          0,
          settings,
        ).clients.map((one) => [one.client, one]),
      );
    const now = rank(amounts);
    for (const [client, { tier, toNextTier }] of now) {
      if (tier === 1) {
        expect(toNextTier.known).toBe(false);
        continue;
      }
      if (!toNextTier.known) throw new Error(`client ${client} lacks nothing`);
      const raise = (by: number) => rank(amounts.map((amount, at) => (at === client ? amount + by : amount)));
      expect(raise(toNextTier.value).get(client)!.tier).toBeLessThan(tier);
      expect(raise(toNextTier.value - 1).get(client)!.tier).toBe(tier);
    }
  });
});
