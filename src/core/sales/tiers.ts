import type { Text } from '../../i18n/text';
import { wordPercent, wordMoney } from '../../i18n/wording';

import type { Money } from '../model/money';
import { lazily } from '../model/lazily';
import { ReadFrom } from '../model/read-from';
import { known, missing, type Outcome } from '../model/outcome';
import type { Settings } from '../settings';
import { findAbcLimits, type AbcLimits } from './abc-limits';
import { blocksOf, type AmountBlock } from './amount-blocks';
import { compareShare, fractionOf, type Fraction } from './exact-share';

export type Tier = 1 | 2 | 3;
export interface TierFigures {
  readonly tier: Tier;
  readonly clients: number;
  readonly netAmount: Money;
  readonly shareOfClients: Outcome<number>;
  readonly shareOfAmount: Outcome<number>;
  /** 10/20/70 of clients, 70/20/10 of the amount: what the rule of thumb expects. */
  readonly expectedShareOfClients: number;
  readonly expectedShareOfAmount: number;
}
export interface TierResult {
  readonly rule: Settings['tier.rule'];
  /** Sum of the positive net amounts: what shares are of. */
  readonly total: Money;
  /** Empty where the total is 0. */
  readonly tiers: readonly TierFigures[];
  /** Clients without a transaction in the period; internal clients with one are in `Totals`. */
  readonly untiered: number;
  /** The amount does not discriminate: more than half of the clients are in tier Ⅰ. */
  readonly isFlat: boolean;
  /** Rule `abc` with fewer than 20 clients: 样本少, 仅供参考. */
  readonly isHint: boolean;
}

/** What the tier rule says of one client. */
export interface TieredClient {
  readonly client: number;
  readonly tier: Tier;
  readonly rank: number;
  readonly share: Outcome<number>;
  readonly cumulativeShare: Outcome<number>;
  readonly reason: Text;
  readonly toNextTier: Outcome<Money>;
}

/** Who is in which tier, and no more: what a threshold that is tried out needs. */
export interface TieredOrder {
  /** Clients from large to small; of equal amounts in the order given. Empty where the total is 0. */
  readonly order: Int32Array;
  readonly tierAt: (position: number) => Tier;
  /** Missing: net ≤ 0. */
  readonly cumulativeShareAt: (position: number) => Outcome<number>;
}

export interface TierRanking {
  readonly result: TierResult;
  readonly tiered: TieredOrder;
  /** In the order of `tiered`. */
  readonly clients: readonly TieredClient[];
}

/** Fewer clients than this make the computed limits of ABCanalysis a hint only. */
const FEW_FOR_ABC = 20;
const TIERS: readonly Tier[] = [1, 2, 3];
const EXPECTED_AMOUNT: Readonly<Record<Tier, number>> = { 1: 0.7, 2: 0.2, 3: 0.1 };
const EXPECTED_CLIENTS: Readonly<Record<Tier, number>> = { 1: 0.1, 2: 0.2, 3: 0.7 };

/**
 * Tiers Ⅰ, Ⅱ and Ⅲ by net amount of the period.
 *
 * Formula (midpoint, the default): clients with positive net from large to small, equal amounts as one block;
 * (sum before + sum with the block) / 2 ≤ 70 % of the total → Ⅰ, ≤ 90 % → Ⅱ, else Ⅲ. `up` looks at the sum before
 * (< 70 %), `down` at the sum with the block (≤ 70 %, the largest block always Ⅰ), `count` at (rank − 1) / clients
 * (< 10 %, < 30 %), `abc` at computed limits. All comparisons in whole numbers.
 *
 * Counts: clients with a transaction in the period. Net ≤ 0: tier Ⅲ, left out of the total. Total 0: no tiers.
 *
 * Source: features 003-9, definitions §3.1.
 * @example rankTiers([70, 20, 10]) //=> Ⅰ, Ⅱ, Ⅲ by every rule
 */
export function rankTiers(
  active: readonly number[],
  netOf: (client: number) => Money,
  untiered: number,
  settings: Settings,
): TierRanking {
  return tierBlocks(rankAmounts(active, netOf), untiered, settings);
}

/** Clients by net amount: what no threshold moves. */
export interface RankedAmounts {
  readonly positive: readonly AmountBlock[];
  /** Net ≤ 0. */
  readonly rest: readonly AmountBlock[];
  /** Clients with a positive net amount. */
  readonly clients: number;
  /** All clients, from large to small. */
  readonly order: Int32Array;
  /** The block among `positive` that each of `order` is in; those with net ≤ 0 are beyond the last. */
  readonly blockOf: Int32Array;
}

export function rankAmounts(active: readonly number[], netOf: (client: number) => Money): RankedAmounts {
  const gained = active.filter((client) => netOf(client) > 0);
  const positive = blocksOf(gained, netOf);
  const rest = blocksOf(
    active.filter((client) => netOf(client) <= 0),
    netOf,
  );
  const order = new Int32Array(active.length);
  const blockOf = new Int32Array(active.length);
  let position = 0;
  [...positive, ...rest].forEach(({ members }, block) => {
    for (const client of members) {
      order[position] = client;
      blockOf[position++] = block;
    }
  });
  return { positive, rest, clients: gained.length, order, blockOf };
}

/**
 * Puts the cuts of the rule to clients that are in their order already. By every rule smaller amounts never stand in a
 * higher tier, so a cut is found by halving, and what lies between two cuts is counted by the sums of the blocks.
 */
export function tierBlocks(ranked: RankedAmounts, untiered: number, settings: Settings): TierRanking {
  const { positive: blocks, rest, order, blockOf } = ranked;
  const total = (blocks.at(-1)?.after ?? 0) as Money;
  const rule = ruleOf(settings, blocks, ranked.clients, total);
  const tierOneEnds = firstBlock(blocks, (block) => rule.tierOf(block) > 1);
  const tierTwoEnds = firstBlock(blocks, (block) => rule.tierOf(block) > 2);
  const tierOf = (block: number): Tier => (block < tierOneEnds ? 1 : block < tierTwoEnds ? 2 : 3);
  const ends = [0, tierOneEnds, tierTwoEnds, blocks.length];
  const clientsBefore = (block: number): number => (blocks[block] ? blocks[block].rank - 1 : ranked.clients);
  const amountBefore = (block: number): number => blocks[block]?.before ?? total;
  const tiers = TIERS.map((tier): TierFigures => {
    const [from, to] = [ends[tier - 1]!, ends[tier]!];
    const netAmount = (amountBefore(to) - amountBefore(from)) as Money;
    const outside = tier === 3 ? order.length - ranked.clients : 0;
    const clients = clientsBefore(to) - clientsBefore(from) + outside;
    return {
      tier,
      clients,
      netAmount,
      shareOfClients: known(clients / order.length),
      shareOfAmount: known(netAmount / total),
      expectedShareOfClients: EXPECTED_CLIENTS[tier],
      expectedShareOfAmount: EXPECTED_AMOUNT[tier],
    };
  });
  const hasTotal = total > 0;
  return lazily<TierRanking>({
    result: () => ({
      rule: settings['tier.rule'],
      total,
      tiers: hasTotal ? tiers : [],
      untiered,
      isFlat: hasTotal && tiers[0]!.clients * 2 > order.length,
      isHint: settings['tier.rule'] === 'abc' && ranked.clients < FEW_FOR_ABC,
    }),
    tiered: () => ({
      order: hasTotal ? order : order.subarray(0, 0),
      tierAt: (position) => tierOf(blockOf[position]!),
      cumulativeShareAt: (position) =>
        position < ranked.clients ? known(blocks[blockOf[position]!]!.after / total) : NOT_COUNTED,
    }),
    clients: () => {
      if (!hasTotal) return [];
      const tiering = { blocks, rule, total };
      const positive = blocks.flatMap(({ members }, at) =>
        members.map((client) => new ClientOfBlock(tiering, client, tierOf(at), at)),
      );
      return [...positive, ...rest.flatMap((block) => block.members.map((client) => uncounted(client, block, ranked)))];
    },
  });
}

const NOT_COUNTED = missing({ reason: 'nothing-due' });

/** A client with net ≤ 0: in tier Ⅲ, outside the total. */
function uncounted(client: number, { amount, rank }: AmountBlock, ranked: RankedAmounts): TieredClient {
  return {
    client,
    tier: 3,
    rank: ranked.clients + rank,
    share: NOT_COUNTED,
    cumulativeShare: NOT_COUNTED,
    reason: {
      zh: `净额≤0（${wordMoney(amount)}），归入Ⅲ类，不计入总额`,
      en: `Net amount ≤ 0 (${wordMoney(amount)}): tier Ⅲ, left out of the total`,
    },
    toNextTier: NOT_COUNTED,
  };
}

/** The first block for which it holds, where it holds for all that follow; else one beyond the last. */
function firstBlock(blocks: readonly AmountBlock[], holds: (block: AmountBlock) => boolean): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(blocks[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Tiering {
  readonly blocks: readonly AmountBlock[];
  readonly rule: TierRule;
  readonly total: Money;
}

/** Shares, reason and what is lacking are worked out when somebody reads them: of the period before nobody does. */
class ClientOfBlock extends ReadFrom<Tiering> implements TieredClient {
  constructor(
    tiering: Tiering,
    readonly client: number,
    readonly tier: Tier,
    private readonly at: number,
  ) {
    super(tiering);
  }

  get share(): Outcome<number> {
    return known(this.block().amount / this.from.total);
  }

  get cumulativeShare(): Outcome<number> {
    return known(this.block().after / this.from.total);
  }

  get rank(): number {
    return this.block().rank;
  }

  get toNextTier(): Outcome<Money> {
    return this.tier === 1 ? missing({ reason: 'nothing-due' }) : this.from.rule.toNextTier(this.at, this.tier);
  }

  get reason(): Text {
    return this.from.rule.reasonOf(this.block(), this.tier);
  }

  private block(): AmountBlock {
    return this.from.blocks[this.at]!;
  }
}

interface TierRule {
  tierOf(block: AmountBlock): Tier;
  reasonOf(block: AmountBlock, tier: Tier): Text;
  /** What the clients of a block lack to the tier above theirs, all others unchanged. */
  toNextTier(at: number, tier: Tier): Outcome<Money>;
}

function ruleOf(settings: Settings, blocks: readonly AmountBlock[], clients: number, total: Money): TierRule {
  const cuts = [fractionOf(settings['tier.cutOne']), fractionOf(settings['tier.cutTwo'])] as const;
  const counts = [fractionOf(settings['tier.countOne']), fractionOf(settings['tier.countTwo'])] as const;
  switch (settings['tier.rule']) {
    case 'midpoint': {
      const limits = TIERS.map((tier) => ({
        zh: limitWords(tier, settings, '超过', '不超过').zh,
        en: limitWords(tier, settings, 'above', 'within').en,
      }));
      return {
        tierOf: ({ before, after }) => tierBy(cuts, (cut) => compareShare(before + after, 2 * total, cut) <= 0),
        reasonOf: (block, tier) => midpointReason(block, total, limits[tier - 1]!),
        toNextTier: (at, tier) => lackingByMidpoint(blocks, at, total, tier === 3 ? cuts[1] : cuts[0]),
      };
    }
    case 'up':
      return {
        tierOf: ({ before }) => tierBy(cuts, (cut) => compareShare(before, total, cut) < 0),
        reasonOf: ({ before }, tier) => ({
          zh: `排在前面的客户累计占 ${wordPercent(before / total)}，${limitWords(tier, settings, '达到', '未到').zh}`,
          en: `Clients before it hold ${wordPercent(before / total)}: ${limitWords(tier, settings, 'reaches', 'below').en}`,
        }),
        toNextTier: (at, tier) => lackingByUp(blocks, at, total, tier === 3 ? cuts[1] : cuts[0]),
      };
    case 'down':
      return {
        tierOf: ({ before, after }) => (before === 0 ? 1 : tierBy(cuts, (cut) => compareShare(after, total, cut) <= 0)),
        reasonOf: ({ before, after }, tier) =>
          before === 0
            ? { zh: '金额最大的客户，总在Ⅰ类', en: 'The largest client is always in tier Ⅰ' }
            : {
                zh: `累计占比 ${wordPercent(after / total)}，${limitWords(tier, settings, '超过', '不超过').zh}`,
                en: `Cumulative share ${wordPercent(after / total)}: ${limitWords(tier, settings, 'above', 'within').en}`,
              },
        toNextTier: (at, tier) =>
          lackingToSmallestOf(blocks, at, tier, (block) => ruleOf(settings, blocks, clients, total).tierOf(block)),
      };
    case 'count':
      return {
        tierOf: ({ rank }) => tierBy(counts, (cut) => compareShare(rank - 1, clients, cut) < 0),
        reasonOf: ({ rank }, tier) => ({
          zh: `第 ${rank} 名，共 ${clients} 家：前面的客户占 ${wordPercent((rank - 1) / clients)}${countWords(tier, settings).zh}`,
          en: `Rank ${rank} of ${clients}: ${wordPercent((rank - 1) / clients)} of clients are before it${countWords(tier, settings).en}`,
        }),
        toNextTier: (at, tier) => lackingByCount(blocks, at, clients, tier === 3 ? counts[1] : counts[0]),
      };
    case 'abc': {
      const amounts = blocks.flatMap(({ amount, members }) => members.map(() => amount as number));
      const limits: AbcLimits = amounts.length === 0 ? { firstAbove: 0, secondFrom: 0 } : findAbcLimits(amounts);
      const tierOf = ({ amount }: AmountBlock): Tier =>
        amount > limits.firstAbove ? 1 : amount >= limits.secondFrom ? 2 : 3;
      return {
        tierOf,
        reasonOf: (_, tier) => abcReason(tier, limits),
        toNextTier: (at, tier) => lackingToSmallestOf(blocks, at, tier, tierOf),
      };
    }
  }
}

/** A limit without idle decimals. @example wordLimit(0.7) //=> '70%' */
function wordLimit(ratio: number): string {
  return wordPercent(ratio, Number.isInteger(Math.round(ratio * 1e6) / 1e4) ? 0 : 1);
}

function tierBy(cuts: readonly [Fraction, Fraction], isWithin: (cut: Fraction) => boolean): Tier {
  return isWithin(cuts[0]) ? 1 : isWithin(cuts[1]) ? 2 : 3;
}

function midpointReason(block: AmountBlock, total: Money, limit: Text): Text {
  const middle = wordPercent((block.before + block.after) / 2 / total);
  const cumulative = wordPercent(block.after / total);
  const own = wordPercent((block.after - block.before) / total);
  const several = block.members.length;
  return {
    zh: `中点 ${middle}（累计 ${cumulative} − ${several > 1 ? `并列 ${several} 家` : '本户'} ${own}/2），${limit.zh}`,
    en: `Midpoint ${middle} (cumulative ${cumulative} − ${several > 1 ? `${several} equal clients` : 'own'} ${own}/2): ${limit.en}`,
  };
}

/** `不超过 70%` for tier Ⅰ, `超过 70%、不超过 90%` for Ⅱ, `超过 90%` for Ⅲ. */
function limitWords(tier: Tier, settings: Settings, above: string, within: string): Text {
  const one = wordLimit(settings['tier.cutOne']);
  const two = wordLimit(settings['tier.cutTwo']);
  if (tier === 1) return { zh: `${within} ${one}`, en: `${within} ${one}` };
  if (tier === 2) return { zh: `${above} ${one}、${within} ${two}`, en: `${above} ${one}, ${within} ${two}` };
  return { zh: `${above} ${two}`, en: `${above} ${two}` };
}

function countWords(tier: Tier, settings: Settings): Text {
  const one = wordLimit(settings['tier.countOne']);
  const two = wordLimit(settings['tier.countTwo']);
  if (tier === 1) return { zh: `,不到 ${one}`, en: `, below ${one}` };
  if (tier === 2) return { zh: `,不到 ${two}`, en: `, below ${two}` };
  return { zh: `,达到 ${two}`, en: `, ${two} or more` };
}

function abcReason(tier: Tier, { firstAbove, secondFrom }: AbcLimits): Text {
  if (tier === 1) return { zh: `金额大于 ${wordMoney(firstAbove)}`, en: `Amount above ${wordMoney(firstAbove)}` };
  if (tier === 2) {
    return {
      zh: `金额不大于 ${wordMoney(firstAbove)}、不小于 ${wordMoney(secondFrom)}`,
      en: `Amount at most ${wordMoney(firstAbove)}, at least ${wordMoney(secondFrom)}`,
    };
  }
  return { zh: `金额小于 ${wordMoney(secondFrom)}`, en: `Amount below ${wordMoney(secondFrom)}` };
}

/**
 * The least rise that brings one client of block `at` to a midpoint within the cut.
 *
 * With amount y, G the sum of larger amounts and E that of equal ones: 2G + E + y ≤ 2·cut·(T − x + y). Rising y only
 * helps where cut ≥ 1/2, so the block to reach is found by halving, and the amount within the gap below it by solving
 * for y.
 */
function lackingByMidpoint(blocks: readonly AmountBlock[], at: number, total: number, cut: Fraction): Outcome<Money> {
  const own = blocks[at]!.amount;
  const others = total - own;
  const holds = (greater: number, equal: number, y: number): boolean =>
    compareShare(2 * greater + equal + y, 2 * (others + y), cut) <= 0;
  // 2G + y ≤ 2·cut·(others + y)  ⇔  y·(2·cut − 1) ≥ 2G − 2·cut·others
  const weight = 2 * cut.numerator - cut.denominator;
  if (weight <= 0) return missing({ reason: 'nothing-due' });
  const least = (greater: number): number =>
    ceilDivide(2 * greater, cut.denominator, 2 * others, cut.numerator, weight);
  return known(lackingIn(blocks, at, holds, least));
}

/** The same for the rule that looks at the sum before: G < cut·(T − x + y). */
function lackingByUp(blocks: readonly AmountBlock[], at: number, total: number, cut: Fraction): Outcome<Money> {
  const others = total - blocks[at]!.amount;
  const holds = (greater: number, _: number, y: number): boolean => compareShare(greater, others + y, cut) < 0;
  // G < cut·(others + y)  ⇔  y > G/cut − others
  const least = (greater: number): number =>
    ceilDivide(greater, cut.denominator, others, cut.numerator, cut.numerator, true);
  return known(lackingIn(blocks, at, holds, least));
}

function lackingIn(
  blocks: readonly AmountBlock[],
  at: number,
  holds: (greater: number, equal: number, y: number) => boolean,
  least: (greater: number) => number,
): Money {
  // The smallest block above at which a tie would do. At the largest it always does: none is before it.
  let low = 0;
  let high = at - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const block = blocks[middle]!;
    if (holds(block.before, block.after - block.before, block.amount)) low = middle;
    else high = middle - 1;
  }
  const reach = blocks[low]!;
  const inGap = Math.max(blocks[low + 1]!.amount + 1, least(reach.after));
  return (Math.min(reach.amount, inGap) - blocks[at]!.amount) as Money;
}

/** ⌈(a·b − c·d) / e⌉ in whole numbers; with `strictly`, the least whole number above the quotient. */
function ceilDivide(a: number, b: number, c: number, d: number, e: number, strictly = false): number {
  const upper = BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d);
  const lower = BigInt(e);
  const quotient = upper / lower;
  const rest = upper % lower;
  // BigInt division cuts towards zero.
  const ceiling = rest > 0n ? quotient + 1n : quotient;
  return Number(strictly && rest === 0n ? ceiling + 1n : ceiling);
}

/** To share the rank that the cut allows: the amount of the last other client within it. */
function lackingByCount(blocks: readonly AmountBlock[], at: number, clients: number, cut: Fraction): Outcome<Money> {
  const within = blocks.filter(({ rank }) => compareShare(rank - 1, clients, cut) < 0);
  const last = within.at(-1);
  return last ? known((last.amount - blocks[at]!.amount) as Money) : missing({ reason: 'nothing-due' });
}

/** Where a rise shifts the limits themselves: to the smallest amount now in the tier above. */
function lackingToSmallestOf(
  blocks: readonly AmountBlock[],
  at: number,
  tier: Tier,
  tierOf: (block: AmountBlock) => Tier,
): Outcome<Money> {
  for (let above = at - 1; above >= 0; above--) {
    if (tierOf(blocks[above]!) < tier) return known((blocks[above]!.amount - blocks[at]!.amount) as Money);
  }
  return missing({ reason: 'nothing-due' });
}
