import type { Text } from '../../i18n/text';
import type { ProfitClass } from './profit/profit-classes';
import type { PyramidLevel } from './pyramid';
import type { Tier, TieredClient } from './tiers';
import type { ClientSums } from '../facts/client-sums';
import type { TransactionFacts } from '../facts/transaction-facts';
import { textAt } from '../model/columns';
import { tableOf, type Dataset } from '../model/dataset';
import { asDay, NO_DAY, type Day } from '../model/day';
import type { Money, Quantity } from '../model/money';
import { known, missing, type Missing, type Outcome } from '../model/outcome';
import { growthOf } from './time-figures';

export interface ClientFigures {
  readonly client: number;
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly rep: string;
  /** In the period. */
  readonly netAmount: Money;
  readonly grossAmount: Money;
  readonly returnAmount: Money;
  readonly quantity: Outcome<Quantity>;
  /** Distinct orders (order numbers; without numbers, distinct days) with a sale in the period. */
  readonly orders: number;
  readonly lines: number;
  readonly profit: Outcome<Money>;
  /** Over the whole data up to as-of. */
  readonly firstDay: Outcome<Day>;
  readonly lastDay: Outcome<Day>;
  /** Net amount of the period before. */
  readonly previousNetAmount: Outcome<Money>;
  /** (net − previous) / previous where previous > 0. */
  readonly growth: Outcome<number>;
  /** Competition rank by net amount among clients with activity in the period. */
  readonly rank: Outcome<number>;
  readonly share: Outcome<number>;
  readonly cumulativeShare: Outcome<number>;
  /** What the rule gives. Missing: no transaction in the period. */
  readonly tier: Outcome<Tier>;
  /** 人工等级 of the client sheet; wins where management is concerned, and both are shown. */
  readonly manualTier: Outcome<Tier>;
  readonly tierReason: Text;
  /** Net amount lacking to the next tier up, where there is one. */
  readonly toNextTier: Outcome<Money>;
  readonly pyramid: Outcome<PyramidLevel>;
  readonly profitClass: Outcome<ProfitClass>;
}
export interface Totals {
  readonly netAmount: Money;
  readonly grossAmount: Money;
  readonly returnAmount: Money;
  readonly quantity: Outcome<Quantity>;
  readonly orders: number;
  readonly lines: number;
  readonly profit: Outcome<Money>;
  readonly activeClients: number;
  /** Subsidiaries and departments with a line in the period: part of the sales, not of the tiers. */
  readonly internalClients: number;
  readonly internalNetAmount: Money;
  readonly previousNetAmount: Outcome<Money>;
  readonly growth: Outcome<number>;
  /** Net of clients whose net amount is ≤ 0: left out of the tiers' total. */
  readonly nonPositiveAmount: Money;
}

const NO_ACTIVITY: Text = { zh: '本期无交易', en: 'No transactions in the period' };
const NO_AMOUNTS: Text = { zh: '没有金额，不分等级', en: 'No amounts: not tiered' };
const INTERNAL: Text = { zh: '内部客户，不参加分类', en: 'Internal client: not tiered' };
const NO_TOTAL: Text = {
  zh: '本期净额合计不大于 0，不分等级',
  en: 'The period has no positive net amount: not tiered',
};

/** What the scores say of each client, put together. */
export interface ClientScores {
  readonly tiers: ReadonlyMap<number, TieredClient>;
  readonly pyramid: ReadonlyMap<number, PyramidLevel>;
  readonly profit: ReadonlyMap<number, ProfitClass>;
}

/** One entry a client of the data, in their order. */
export function describeClients(
  dataset: Dataset,
  facts: TransactionFacts,
  sums: ClientSums,
  scores: ClientScores,
): ClientFigures[] {
  const { columns, rows } = tableOf(dataset, 'clients');
  return Array.from({ length: rows }, (_, client): ClientFigures => {
    const code = textAt(columns.code, client);
    const name = textAt(columns.name, client);
    const net = sums.net[client]!;
    const returns = sums.returns[client]!;
    const tiered = scores.tiers.get(client);
    const whyNot = missing(whyUntiered(facts, sums, client));
    const previous: Outcome<Money> = sums.hasPrevious
      ? known(sums.previousNet[client]!)
      : missing({ reason: 'no-period-before' });
    const level = scores.pyramid.get(client);
    const profitClass = scores.profit.get(client);
    const isInternal = columns.internal?.[client] === 1;
    const tiering = tiered ?? { reason: reasonUntiered(facts, sums, client, isInternal), toNextTier: whyNot };
    const figures: Omit<ClientFigures, 'tierReason' | 'toNextTier'> = {
      client,
      code: code || name,
      name: name || code,
      region: textAt(columns.region, client) || facts.regions.names[facts.lastRegion[client]!]!,
      rep: textAt(columns.rep, client) || facts.reps.names[facts.lastRep[client]!]!,
      netAmount: net,
      grossAmount: (net - returns) as Money,
      returnAmount: Math.abs(returns) as Money,
      quantity: sums.quantity[client]!,
      orders: facts.clientOrders[client]!,
      lines: sums.lines[client]!,
      profit: sums.profit[client]!,
      firstDay: dayOutcome(facts.firstSale[client]!),
      lastDay: dayOutcome(facts.lastSale[client]!),
      previousNetAmount: previous,
      growth: previous.known ? growthOf(net, previous.value) : previous,
      rank: tiered ? known(tiered.rank) : whyNot,
      share: tiered?.share ?? whyNot,
      cumulativeShare: tiered?.cumulativeShare ?? whyNot,
      tier: tiered ? known(tiered.tier) : whyNot,
      manualTier: manualTierOf(textAt(columns.manualTier, client), columns.manualTier !== undefined),
      pyramid: level ? known(level) : whyNot,
      profitClass: profitClass
        ? known(profitClass)
        : missing(facts.hasProfits ? { reason: 'no-rows' } : { reason: 'no-column', column: 'transactions.profit' }),
    };
    return Object.assign(new TierWords(tiering), figures);
  });
}

/**
 * Why a client has its tier, and what it lacks to the next: worked out when somebody reads them. A class, since getters of each
 * object's own take six times the memory.
 */
class TierWords implements Pick<ClientFigures, 'tierReason' | 'toNextTier'> {
  constructor(private readonly tiering: Pick<TieredClient, 'reason' | 'toNextTier'>) {}

  get tierReason(): Text {
    return this.tiering.reason;
  }

  get toNextTier(): Outcome<Money> {
    return this.tiering.toNextTier;
  }
}

function whyUntiered(facts: TransactionFacts, sums: ClientSums, client: number): Missing {
  if (!facts.hasAmounts) return { reason: 'no-column', column: 'transactions.amount' };
  return sums.lines[client] === 0 ? { reason: 'no-rows' } : { reason: 'nothing-due' };
}

function reasonUntiered(facts: TransactionFacts, sums: ClientSums, client: number, isInternal: boolean): Text {
  if (!facts.hasAmounts) return NO_AMOUNTS;
  if (sums.lines[client] === 0) return NO_ACTIVITY;
  return isInternal ? INTERNAL : NO_TOTAL;
}

function dayOutcome(day: number): Outcome<Day> {
  return day === NO_DAY ? missing({ reason: 'no-rows' }) : known(asDay(day));
}

/** Reads 人工等级 as people write it. @example 'Ⅱ类', 'II', '2', '二类', 'B' //=> 2 */
export function manualTierOf(text: string, hasColumn: boolean): Outcome<Tier> {
  if (!hasColumn) return missing({ reason: 'no-column', column: 'clients.manualTier' });
  const word = text
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/^(第|TIER|CLASS)\s*/, '')
    .replace(/\s*(类|级|档|等|客户)+$/, '');
  const tiers: Readonly<Record<string, Tier>> = {
    ...{ I: 1, '1': 1, 一: 1, A: 1 },
    ...{ II: 2, '2': 2, 二: 2, B: 2 },
    ...{ III: 3, '3': 3, 三: 3, C: 3 },
  };
  const tier = tiers[word];
  return tier === undefined ? missing({ reason: 'not-entered' }) : known(tier);
}
