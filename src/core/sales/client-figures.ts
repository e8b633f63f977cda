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
import { flatMapOutcome, known, missing, type Missing, type Outcome } from '../model/outcome';
import { ReadFrom } from '../model/read-from';
import type { TableOf } from '../model/tables';
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
  const sources: FigureSources = { columns, facts, sums, pyramid: scores.pyramid, profit: scores.profit };
  return Array.from({ length: rows }, (_, client) => {
    const manualTier = manualTierOf(textAt(columns.manualTier, client), columns.manualTier !== undefined);
    return new FiguresOfClient(sources, client, scores.tiers.get(client), manualTier);
  });
}

/** What the figures of all clients are read from. */
interface FigureSources extends Pick<ClientScores, 'pyramid' | 'profit'> {
  readonly columns: TableOf<'clients'>['columns'];
  readonly facts: TransactionFacts;
  readonly sums: ClientSums;
}

/** Looked up in columns and sums when somebody reads it: as fields of each client the same figures take ten times the memory. */
class FiguresOfClient extends ReadFrom<FigureSources> implements ClientFigures {
  constructor(
    sources: FigureSources,
    readonly client: number,
    /** Without one: not tiered. */
    private readonly tiered: TieredClient | undefined,
    readonly manualTier: Outcome<Tier>,
  ) {
    super(sources);
  }

  get code(): string {
    const { code, name } = this.from.columns;
    return textAt(code, this.client) || textAt(name, this.client);
  }

  get name(): string {
    const { code, name } = this.from.columns;
    return textAt(name, this.client) || textAt(code, this.client);
  }

  get region(): string {
    const { columns, facts } = this.from;
    return textAt(columns.region, this.client) || facts.regions.names[facts.lastRegion[this.client]!]!;
  }

  get rep(): string {
    const { columns, facts } = this.from;
    return textAt(columns.rep, this.client) || facts.reps.names[facts.lastRep[this.client]!]!;
  }

  get netAmount(): Money {
    return this.from.sums.net[this.client]!;
  }

  get grossAmount(): Money {
    return (this.netAmount - this.from.sums.returns[this.client]!) as Money;
  }

  get returnAmount(): Money {
    return Math.abs(this.from.sums.returns[this.client]!) as Money;
  }

  get quantity(): Outcome<Quantity> {
    return this.from.sums.quantity[this.client]!;
  }

  get orders(): number {
    return this.from.facts.clientOrders[this.client]!;
  }

  get lines(): number {
    return this.from.sums.lines[this.client]!;
  }

  get profit(): Outcome<Money> {
    return this.from.sums.profit[this.client]!;
  }

  get firstDay(): Outcome<Day> {
    return dayOutcome(this.from.facts.firstSale[this.client]!);
  }

  get lastDay(): Outcome<Day> {
    return dayOutcome(this.from.facts.lastSale[this.client]!);
  }

  get previousNetAmount(): Outcome<Money> {
    const { hasPrevious, previousNet } = this.from.sums;
    return hasPrevious ? known(previousNet[this.client]!) : missing({ reason: 'no-period-before' });
  }

  get growth(): Outcome<number> {
    return flatMapOutcome(this.previousNetAmount, (previous) => growthOf(this.netAmount, previous));
  }

  get rank(): Outcome<number> {
    return this.tiered ? known(this.tiered.rank) : this.whyUntiered();
  }

  get share(): Outcome<number> {
    return this.tiered?.share ?? this.whyUntiered();
  }

  get cumulativeShare(): Outcome<number> {
    return this.tiered?.cumulativeShare ?? this.whyUntiered();
  }

  get tier(): Outcome<Tier> {
    return this.tiered ? known(this.tiered.tier) : this.whyUntiered();
  }

  get tierReason(): Text {
    const { columns, facts, sums } = this.from;
    return this.tiered?.reason ?? reasonUntiered(facts, sums, this.client, columns.internal?.[this.client] === 1);
  }

  get toNextTier(): Outcome<Money> {
    return this.tiered?.toNextTier ?? this.whyUntiered();
  }

  get pyramid(): Outcome<PyramidLevel> {
    const level = this.from.pyramid.get(this.client);
    return level ? known(level) : this.whyUntiered();
  }

  get profitClass(): Outcome<ProfitClass> {
    const { profit, facts } = this.from;
    const profitClass = profit.get(this.client);
    if (profitClass) return known(profitClass);
    return missing(facts.hasProfits ? { reason: 'no-rows' } : { reason: 'no-column', column: 'transactions.profit' });
  }

  private whyUntiered(): Outcome<never> {
    return missing(whyUntiered(this.from.facts, this.from.sums, this.client));
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
