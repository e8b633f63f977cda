import type { Money } from '../../../../src/core/model/money';
import { rankTiers, type Tier } from '../../../../src/core/sales/tiers';
import { settingsWith, type Settings } from '../../../../src/core/settings';
import { seededRandom } from '../../../support/seeded-random';

type Rule = Settings['tier.rule'];

/** Cuts in percent, and so many decimals of them: 70.5 is a cut too. */
interface Cuts {
  readonly one: number;
  readonly two: number;
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** The tier of one client, counted anew from definitions §3.1 for it alone; cuts are in tenths of a percent. */
function tierByDefinition(amounts: readonly number[], client: number, rule: Rule, { one, two }: Cuts): Tier {
  const own = amounts[client]!;
  if (own <= 0) return 3;
  const gained = amounts.filter((amount) => amount > 0);
  const total = sum(gained);
  const before = sum(gained.filter((amount) => amount > own));
  const after = sum(gained.filter((amount) => amount >= own));
  const larger = gained.filter((amount) => amount > own).length;
  const isWithin = (cut: number): boolean => {
    if (rule === 'midpoint') return (before + after) * 1000 <= 2 * total * cut;
    if (rule === 'up') return before * 1000 < total * cut;
    if (rule === 'down') return after * 1000 <= total * cut;
    return larger * 1000 < gained.length * cut;
  };
  if (rule === 'down' && before === 0) return 1;
  return isWithin(one) ? 1 : isWithin(two) ? 2 : 3;
}

/** What is lacking, found by trying fen after fen; nothing where even all that is tried does not do. */
function lackingByTrying(amounts: readonly number[], client: number, rule: Rule, cuts: Cuts): number | undefined {
  const now = tierByDefinition(amounts, client, rule, cuts);
  for (let more = 1; more <= 60 * sum(amounts); more++) {
    const raised = amounts.map((amount, at) => (at === client ? amount + more : amount));
    if (tierByDefinition(raised, client, rule, cuts) < now) return more;
  }
  return undefined;
}

/** To the smallest amount in a tier above, where a rise would move the limits themselves. */
function lackingToNeighbour(amounts: readonly number[], client: number, rule: Rule, cuts: Cuts): number | undefined {
  const now = tierByDefinition(amounts, client, rule, cuts);
  const above = amounts.filter((amount, at) => amount > 0 && tierByDefinition(amounts, at, rule, cuts) < now);
  return above.length === 0 ? undefined : Math.min(...above) - amounts[client]!;
}

/** By the midpoint nobody rises for certain where the cut is half of all or less: a rise moves the middle as much. */
const cutAbove = (tier: Tier, { one, two }: Cuts): number => (tier === 3 ? two : one);

const rank = (amounts: readonly number[], rule: Rule, { one, two }: Cuts) =>
  rankTiers(
    amounts.map((_, client) => client),
    (client) => amounts[client]! as Money,
    4,
    settingsWith({
      'tier.rule': rule,
      ...(rule === 'count'
        ? { 'tier.countOne': one / 1000, 'tier.countTwo': two / 1000 }
        : { 'tier.cutOne': one / 1000, 'tier.cutTwo': two / 1000 }),
    }),
  );

/** Small books of few different amounts: ties, limits hit exactly, clients with nothing or less. */
const random = seededRandom(31);
const books = Array.from({ length: 50 }, (): { amounts: readonly number[]; cuts: Cuts } => ({
  amounts: Array.from({ length: random.whole(1, 7) }, () => random.pick([-2, 0, 1, 1, 2, 3, 3, 4, 5, 8])),
  cuts: random.pick([
    { one: 700, two: 900 },
    { one: 700, two: 900 },
    { one: 500, two: 750 },
    { one: 505, two: 800 },
    { one: 600, two: 1000 },
  ]),
}));

describe.each(['midpoint', 'up', 'down', 'count'] as const)('tiers by the rule %s, counted anew', (rule) => {
  it('tier, rank and shares of every client, the figures of each tier', () => {
    for (const { amounts, cuts } of books) {
      const { clients, result, tiered } = rank(amounts, rule, cuts);
      const gained = amounts.filter((amount) => amount > 0);
      const total = sum(gained);
      if (total === 0) {
        expect([clients, result.tiers, result.total, result.untiered]).toEqual([[], [], 0, 4]);
        expect([...tiered.order]).toEqual([]);
        continue;
      }
      const inOrder = amounts
        .map((amount, client) => ({ amount, client }))
        .sort((a, b) => b.amount - a.amount || a.client - b.client);
      expect(
        clients.map(({ client, tier, rank: place, share, cumulativeShare }) => [
          ...[client, tier, place, share, cumulativeShare],
        ]),
      ).toEqual(
        inOrder.map(({ amount, client }) => [
          client,
          tierByDefinition(amounts, client, rule, cuts),
          amounts.filter((other) => other > amount).length + 1,
          ...[amount, sum(gained.filter((other) => other >= amount))].map((part) =>
            amount > 0
              ? { known: true, value: (part === amount ? amount : part) / total }
              : { known: false, why: { reason: 'nothing-due' } },
          ),
        ]),
      );
      expect([...tiered.order]).toEqual(inOrder.map(({ client }) => client));
      expect(inOrder.map((_, at) => [tiered.tierAt(at), tiered.cumulativeShareAt(at)])).toEqual(
        clients.map(({ tier, cumulativeShare }) => [tier, cumulativeShare]),
      );
      const of = (tier: Tier): number[] =>
        amounts.filter((_, client) => tierByDefinition(amounts, client, rule, cuts) === tier);
      expect(result).toMatchObject({ rule, total, untiered: 4, isHint: false });
      expect(result.isFlat).toBe(2 * of(1).length > amounts.length);
      expect(
        result.tiers.map(({ tier, clients: n, netAmount, shareOfClients, shareOfAmount }) => [
          ...[tier, n, netAmount, shareOfClients, shareOfAmount],
        ]),
      ).toEqual(
        ([1, 2, 3] as const).map((tier) => {
          const net = sum(of(tier).filter((amount) => amount > 0));
          return [
            ...[tier, of(tier).length, net],
            { known: true, value: of(tier).length / amounts.length },
            { known: true, value: net / total },
          ];
        }),
      );
    }
  });

  it('what each client lacks to the tier above', () => {
    for (const { amounts, cuts } of books) {
      for (const { client, tier, toNextTier } of rank(amounts, rule, cuts).clients) {
        const lacking =
          tier === 1 || amounts[client]! <= 0 || (rule === 'midpoint' && cutAbove(tier, cuts) <= 500)
            ? undefined
            : rule === 'down' || rule === 'count'
              ? lackingToNeighbour(amounts, client, rule, cuts)
              : lackingByTrying(amounts, client, rule, cuts);
        const found = toNextTier.known ? toNextTier.value : undefined;
        expect({ amounts, cuts, client, lacking: found }).toEqual({ amounts, cuts, client, lacking });
      }
    }
  });
});

describe('tiers of amounts that a double cannot hold', () => {
  it('are compared in whole numbers', () => {
    // 7, 2 and 1 billion of a unit each: on the limits exactly; a fen more of the first is beyond them.
    const T = 1e12;
    const of = (...amounts: number[]) => rank(amounts, 'down', { one: 700, two: 900 }).clients.map(({ tier }) => tier);
    expect(of(4 * T, 3 * T, 2 * T, T)).toEqual([1, 1, 2, 3]);
    expect(of(4 * T, 3 * T + 1, 2 * T, T)).toEqual([1, 2, 3, 3]);
    expect(of(4 * T, 3 * T, 2 * T, T + 1)).toEqual([1, 1, 2, 3]);
    expect(of(4 * T, 3 * T, 2 * T + 1, T)).toEqual([1, 1, 3, 3]);
  });

  it('lack what a tie or a sum brings, to the fen', () => {
    const amounts = [6e13, 3e13 + 1, 1e13];
    const { clients } = rank(amounts, 'up', { one: 600, two: 900 });
    // Of 10¹⁴ + 1: before the second less than 60 % by a fen of ten, before the third more than 90 % by a tenth of one.
    expect(clients.map(({ tier }) => tier)).toEqual([1, 1, 3]);
    // (9·10¹³ + 1) < 0.9 (9·10¹³ + 1 + y) from y > 10¹³ + 1/9 on: a fen more.
    const third = clients[2]!.toNextTier;
    expect(third.known && third.value).toBe(1);
  });
});

it('the rule of thumb expects 10, 20 and 70 % of clients with 70, 20 and 10 % of the amount', () => {
  expect(
    rank([7, 2, 1], 'up', { one: 700, two: 900 }).result.tiers.map((tier) => [
      tier.expectedShareOfClients,
      tier.expectedShareOfAmount,
    ]),
  ).toEqual([
    [0.1, 0.7],
    [0.2, 0.2],
    [0.7, 0.1],
  ]);
});

describe('the reason of a tier', () => {
  const reasons = (rule: Rule, amounts: readonly number[], settings: Partial<Settings> = {}) =>
    rankTiers(
      amounts.map((_, client) => client),
      (client) => (amounts[client]! * 100) as Money,
      0,
      settingsWith({ 'tier.rule': rule, ...settings }),
    ).clients.map(({ reason }) => reason);

  it('by the midpoint is a sum that can be checked, of several equal clients too', () => {
    expect(reasons('midpoint', [60, 20, 10, 5, 5])).toEqual([
      { zh: '中点 30.0%（累计 60.0% − 本户 60.0%/2），不超过 70%', en: 'Midpoint 30.0% (cumulative 60.0% − own 60.0%/2): within 70%' }, // prettier-ignore
      { zh: '中点 70.0%（累计 80.0% − 本户 20.0%/2），不超过 70%', en: 'Midpoint 70.0% (cumulative 80.0% − own 20.0%/2): within 70%' }, // prettier-ignore
      { zh: '中点 85.0%（累计 90.0% − 本户 10.0%/2），超过 70%、不超过 90%', en: 'Midpoint 85.0% (cumulative 90.0% − own 10.0%/2): above 70%, within 90%' }, // prettier-ignore
      ...[1, 2].map(() => ({
        zh: '中点 95.0%（累计 100.0% − 并列 2 家 10.0%/2），超过 90%',
        en: 'Midpoint 95.0% (cumulative 100.0% − 2 equal clients 10.0%/2): above 90%',
      })),
    ]);
  });

  it('by who comes before, by the sum with it, by rank, says what is compared', () => {
    expect(reasons('up', [70, 20, 10])).toEqual([
      { zh: '排在前面的客户累计占 0.0%，未到 70%', en: 'Clients before it hold 0.0%: below 70%' },
      { zh: '排在前面的客户累计占 70.0%，达到 70%、未到 90%', en: 'Clients before it hold 70.0%: reaches 70%, below 90%' }, // prettier-ignore
      { zh: '排在前面的客户累计占 90.0%，达到 90%', en: 'Clients before it hold 90.0%: reaches 90%' },
    ]);
    expect(reasons('down', [60, 10, 20, 10])).toEqual([
      { zh: '金额最大的客户，总在Ⅰ类', en: 'The largest client is always in tier Ⅰ' },
      { zh: '累计占比 80.0%，超过 70%、不超过 90%', en: 'Cumulative share 80.0%: above 70%, within 90%' },
      ...[1, 2].map(() => ({ zh: '累计占比 100.0%，超过 90%', en: 'Cumulative share 100.0%: above 90%' })),
    ]);
    expect(reasons('count', [9, 8, 7], { 'tier.countOne': 0.3, 'tier.countTwo': 0.505 })).toEqual([
      { zh: '第 1 名，共 3 家：前面的客户占 0.0%,不到 30%', en: 'Rank 1 of 3: 0.0% of clients are before it, below 30%' }, // prettier-ignore
      { zh: '第 2 名，共 3 家：前面的客户占 33.3%,不到 50.5%', en: 'Rank 2 of 3: 33.3% of clients are before it, below 50.5%' }, // prettier-ignore
      { zh: '第 3 名，共 3 家：前面的客户占 66.7%,达到 50.5%', en: 'Rank 3 of 3: 66.7% of clients are before it, 50.5% or more' }, // prettier-ignore
    ]);
  });

  it('by computed limits names the amounts, and lacks what the smallest of the tier above has', () => {
    // Above 50 and from 50 on (see the limits of computed ABC analysis).
    const amounts = [...Array<number>(5).fill(1000), ...Array<number>(20).fill(50), ...Array<number>(75).fill(1)];
    const found = reasons('abc', amounts);
    expect([found[0], found[5], found[25]]).toEqual([
      { zh: '金额大于 50.00', en: 'Amount above 50.00' },
      { zh: '金额不大于 50.00、不小于 50.00', en: 'Amount at most 50.00, at least 50.00' },
      { zh: '金额小于 50.00', en: 'Amount below 50.00' },
    ]);
    const { clients } = rank(amounts, 'abc', { one: 700, two: 900 });
    expect([0, 5, 25].map((at) => clients[at]!.toNextTier)).toEqual([
      { known: false, why: { reason: 'nothing-due' } },
      { known: true, value: 950 },
      { known: true, value: 49 },
    ]);
  });

  it('by computed limits is a hint below twenty clients, and of nobody needs no limits', () => {
    const falling = (n: number): number[] => Array.from({ length: n }, (_, at) => 100 - at);
    const isHint = (n: number): boolean => rank(falling(n), 'abc', { one: 700, two: 900 }).result.isHint;
    expect([isHint(19), isHint(20)]).toEqual([true, false]);
    expect(rank([0, -1], 'abc', { one: 700, two: 900 }).result).toMatchObject({ total: 0, tiers: [], isHint: true });
  });

  it('of who gained nothing is that', () => {
    expect(reasons('midpoint', [5, 0])[1]).toEqual({
      zh: '净额≤0（0.00），归入Ⅲ类，不计入总额',
      en: 'Net amount ≤ 0 (0.00): tier Ⅲ, left out of the total',
    });
  });
});
