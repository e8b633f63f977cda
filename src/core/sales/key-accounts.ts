import { fill, joinTexts, type Text } from '../../i18n/text';
import { wordNumber, wordPercent } from '../../i18n/wording';
import { addMonths, isoOf, type Day } from '../model/day';
import { known, missing, valueOr, type Outcome } from '../model/outcome';
import type { Tier } from './tiers';
import { sayOf } from '../measures/measures';
import type { Settings } from '../settings';
import { isClear, signedPercent, significanceOf, type LifecycleResult } from './lifecycle';
import { meanAndVariance, medianOf } from '../model/order-statistics';
import type { Rhythm } from './rhythm';
import { amountOfMonths, amountOfYear, HISTORY_MONTHS, type SalesHistory } from './sales-history';
import type { TargetProspect } from '../prospects/target-prospects';

/** One value a client: 重点 > 焦点 > 一般; without an order 潜在(目标) or 线索. */
export type AccountLevel = 'key' | 'focus' | 'general' | 'lost' | 'target' | 'lead';
export type FocusReason = 'new' | 'unsteady' | 'rising' | 'leaving';

export const LEVEL_LABELS: Readonly<Record<AccountLevel, Text>> = {
  key: { zh: '重点', en: 'Key' },
  focus: { zh: '焦点', en: 'Focus' },
  general: { zh: '一般', en: 'General' },
  lost: { zh: '一般·停购', en: 'General, stopped buying' },
  target: { zh: '潜在（目标）', en: 'Target prospect' },
  lead: { zh: '线索', en: 'Lead' },
};

export const FOCUS_LABELS: Readonly<Record<FocusReason, Text>> = {
  new: { zh: '新客户', en: 'new' },
  unsteady: { zh: '不稳定', en: 'unsteady' },
  rising: { zh: '潜力大快速上量', en: 'rising fast' },
  leaving: { zh: '流失趋势', en: 'at risk of leaving' },
};

export interface AccountResult {
  readonly level: AccountLevel;
  readonly isKey: boolean;
  /** By the 12-month quantity, or amount where quantities cannot be added. Missing: nothing positive. */
  readonly rank: Outcome<number>;
  /** A key client can be a focus client too. */
  readonly focus: readonly { readonly reason: FocusReason; readonly text: Text }[];
  readonly reason: Text;
}

export interface KeyAccounts {
  /** What 重点 ranks by, and why not by quantity. */
  readonly rankedBy: 'quantity' | 'amount';
  readonly rankedByText: Text;
  /** One a client, in the order of the data set. */
  readonly clients: readonly AccountResult[];
  /** Where the top 20 would be half of the book or more: what is proposed instead. */
  readonly smallBook: Outcome<{ readonly clients: number; readonly proposedTop: number; readonly text: Text }>;
}

export interface AccountInputs {
  readonly history: SalesHistory;
  readonly rhythms: readonly Rhythm[];
  readonly lifecycles: readonly LifecycleResult[];
  /** First deal: the first order, or the client sheet's day if earlier. */
  readonly firstDeals: readonly Outcome<Day>[];
  /** Tier of the period before. */
  readonly tierBefore: (client: number) => Outcome<Tier>;
  readonly hasHighPotential: (client: number) => boolean;
  /** Subsidiaries and departments are not ranked (000-C1). */
  readonly isInternal: (client: number) => boolean;
  readonly prospects: readonly TargetProspect[];
}

/**
 * 重点, 焦点, 一般, 潜在(目标) and 线索.
 *
 * Key: competition rank ≤ 20 by the 12-month net quantity in one unit (of one product family, where a setting names it), else by net
 * amount, which is said; ties share the rank.
 * Focus, any of: new (first deal less than a year ago); unsteady (6 months of history, 4 order-days, variation of the monthly
 * net amounts of 12 months above 1, zeros counted); rising (last 3 months at least 50 % above the 3 before with t ≥ 1.3, and
 * potential high or amount at least the median client's); leaving (order overdue; or decline with tier Ⅰ or Ⅱ before; or a drop
 * of 30 % with t ≤ −1.3). In a book of more than twice as many clients as are key, only who bought at least half of what the median
 * client buys, in these or the twelve months before, is in focus for anything but being new. A lost client is general·lost, whatever else holds. No order: target prospect or lead.
 * Unit: none.   Source: 001-8…11, C-29, definitions §4.
 * @example 21 clients, the two smallest of equal quantity //=> both rank 20, 21 key clients
 */
export function rankKeyAccounts(inputs: AccountInputs, settings: Settings): KeyAccounts {
  const { history, rhythms } = inputs;
  const amounts = Float64Array.from({ length: history.clients }, (_, client) => amountOfYear(history, client));
  const family = settings['key.family'].trim();
  const quantities = history.ofFamily ?? history.quantities;
  const byQuantity = quantities.known && quantities.value.some((quantity) => quantity > 0);
  const volumes = byQuantity && quantities.known ? quantities.value : amounts;
  const measure = volumes.map((volume, client) => (inputs.isInternal(client) ? 0 : volume));
  const ranks = competitionRanks(measure);
  const active = Float64Array.from(amounts.filter((_, client) => measure[client]! > 0)).sort();
  const medianAmount = active.length > 0 ? medianOf(active) : 0;
  // Few clients crowd nobody out.
  const floor = active.length > 2 * settings['key.topN'] ? medianAmount * settings['focus.floor'] : 0;
  const rankedByText = wordRankedBy(byQuantity, family, quantities);

  const clients = rhythms.map((rhythm, client): AccountResult => {
    const rank = ranks[client]!;
    if (rhythm.orderDays === 0) {
      const firstDeal = inputs.firstDeals[client]!;
      return firstDeal.known
        ? dealBeforeTheData(firstDeal.value, history.asOf, settings)
        : withoutDeal(inputs.prospects[client]!);
    }
    const found = focusReasons(inputs, client, amounts[client]!, medianAmount, settings);
    // Who leaves bought more before than lately.
    const size = Math.max(amounts[client]!, amountOfMonths(history, client, 12, 12));
    const focus = size >= floor ? found : found.filter(({ reason }) => reason === 'new');
    const isKey = !rhythm.isLost && rank.known && rank.value <= settings['key.topN'];
    const level = rhythm.isLost ? 'lost' : isKey ? 'key' : focus.length > 0 ? 'focus' : 'general';
    return new RankedAccount(level, isKey, rank, rhythm.isLost ? [] : focus, rhythm, rankedByText);
  });
  return {
    rankedBy: byQuantity ? 'quantity' : 'amount',
    rankedByText,
    clients,
    smallBook: smallBookOf(active.length, settings),
  };
}

function wordRankedBy(byQuantity: boolean, family: string, quantities: Outcome<Float64Array>): Text {
  if (byQuantity && family !== '')
    return fill(
      { zh: '按近12个月「{family}」数量排名', en: 'ranked by quantity of “{family}” of 12 months' },
      { family },
    );
  if (byQuantity) return { zh: '按近12个月数量排名', en: 'ranked by quantity of 12 months' };
  const areMixed = !quantities.known && quantities.why.reason === 'mixed-units';
  if (family !== '')
    return fill(
      areMixed
        ? {
            zh: '「{family}」的数量单位不一，按近12个月净额排名',
            en: 'mixed units within “{family}”: ranked by net amount of 12 months',
          }
        : {
            zh: '没有「{family}」的数量，按近12个月净额排名',
            en: 'no quantities of “{family}”: ranked by net amount of 12 months',
          },
      { family },
    );
  return areMixed
    ? { zh: '数量单位不一，按近12个月净额排名', en: 'mixed units: ranked by net amount of 12 months' }
    : { zh: '没有数量，按近12个月净额排名', en: 'no quantities: ranked by net amount of 12 months' };
}

/** Rank of positive values, largest first; equal values share the rank. @example [5, 9, 5, 0] //=> 2, 1, 2, missing */
export function competitionRanks(values: Float64Array): readonly Outcome<number>[] {
  const sorted = Float64Array.from(values.filter((value) => value > 0))
    .sort()
    .reverse();
  const firstAt = new Map<number, number>();
  sorted.forEach((value, i) => {
    if (!firstAt.has(value)) firstAt.set(value, i + 1);
  });
  return Array.from(values, (value) => {
    const rank = value > 0 ? firstAt.get(value) : undefined;
    return rank === undefined ? missing({ reason: 'no-rows' }) : known(rank);
  });
}

function withoutDeal(prospect: TargetProspect): AccountResult {
  return {
    level: prospect.isTarget ? 'target' : 'lead',
    isKey: false,
    rank: missing({ reason: 'no-rows' }),
    focus: [],
    reason: prospect.reason,
  };
}

/** The client sheet knows of a deal that the sales lines do not reach back to. */
function dealBeforeTheData(firstDeal: Day, asOf: Day, settings: Settings): AccountResult {
  return {
    level: asOf - firstDeal > settings['rhythm.lostDays'] ? 'lost' : 'general',
    isKey: false,
    rank: missing({ reason: 'no-rows' }),
    focus: [],
    reason: fill(
      { zh: '首次成交 {day}，交易表中没有记录', en: 'first deal {day}, none in the sales lines' },
      { day: isoOf(firstDeal) },
    ),
  };
}

function focusReasons(
  inputs: AccountInputs,
  client: number,
  amount: number,
  medianAmount: number,
  settings: Settings,
): AccountResult['focus'] {
  const { history, rhythms, lifecycles, firstDeals } = inputs;
  const rhythm = rhythms[client]!;
  const lifecycle = lifecycles[client]!;
  const firstDeal = firstDeals[client]!;
  const least = settings['lifecycle.significance'];
  const found: FocusOfClient[] = [];
  const add = (reason: FocusReason, words: Text, values: Values): void => {
    found.push(new FocusOfClient(reason, words, values));
  };

  if (firstDeal.known && !isOldClient(firstDeal.value, history.asOf, settings)) {
    add('new', { zh: '首次成交 {day}', en: 'first deal {day}' }, { day: isoOf(firstDeal.value) });
  }

  const start = client * HISTORY_MONTHS;
  const hasHistory =
    rhythm.firstDay.known && addMonths(rhythm.firstDay.value, settings['focus.unsteadyMonths']) <= history.asOf;
  if (hasHistory && rhythm.orderDays >= settings['focus.unsteadyOrderDays']) {
    const { mean, variance } = meanAndVariance(history.amounts, start, start + 12);
    const variation = mean > 0 ? Math.sqrt(variance) / mean : 0;
    if (variation > settings['focus.unsteadyVariation']) {
      add(
        'unsteady',
        { zh: '月净额变异系数 {cv}', en: 'variation of monthly amounts {cv}' },
        { cv: wordNumber(variation, 2) },
      );
    }
  }

  const recent = amountOfMonths(history, client, 0, 3);
  const before = amountOfMonths(history, client, 3, 3);
  const rise = before > 0 ? (recent - before) / before : undefined;
  if (
    rise !== undefined &&
    rise >= settings['focus.rise'] &&
    isClear(significanceOf(history, client, 3, 3), 1, least) &&
    (inputs.hasHighPotential(client) || amount >= medianAmount)
  ) {
    add('rising', { zh: '近3个月{change}', en: '{change} in 3 months' }, { change: signedPercent(rise) });
  }

  const leaving = leavingReason(rhythm, lifecycle, inputs.tierBefore(client), settings);
  if (leaving) add('leaving', ...leaving);
  // A list that has grown has room for more: cut to what is in it.
  return found.slice();
}

function leavingReason(
  rhythm: Rhythm,
  lifecycle: LifecycleResult,
  tierBefore: Outcome<Tier>,
  settings: Settings,
): readonly [words: Text, values: Values] | undefined {
  if (rhythm.isOverdue && rhythm.recency.known) {
    return [{ zh: '已 {days} 天未下单', en: 'no order for {days} days' }, { days: wordNumber(rhythm.recency.value) }];
  }
  const tier = valueOr(tierBefore, undefined);
  if (valueOr(lifecycle.stage, undefined) === 'decline' && (tier === 1 || tier === 2)) {
    return [
      { zh: '上期{tier}类，现为衰退期', en: 'tier {tier} before, now declining' },
      { tier: tier === 1 ? 'Ⅰ' : 'Ⅱ' },
    ];
  }
  const { growth, significance } = lifecycle;
  const isDrop =
    growth.known &&
    growth.value <= -settings['focus.drop'] &&
    significance.known &&
    isClear(significance.value, -1, settings['lifecycle.significance']);
  const { compared } = lifecycle;
  return isDrop && compared.known
    ? [
        { zh: '{window}净额下降 {drop}', en: '{window}: net amount down {drop}' },
        { window: sayOf(compared.value.measure), drop: wordPercent(-growth.value) },
      ]
    : undefined;
}

/** Exactly one year is old (C-24). @example isOldClient(2025-06-30, 2026-06-30) //=> true */
export function isOldClient(firstDeal: Day, asOf: Day, settings: Settings): boolean {
  return addMonths(firstDeal, settings['key.oldYears'] * 12) <= asOf;
}

/** What stands in the blanks of some words. */
type Values = Parameters<typeof fill>[1];

/** Worded when somebody reads it. */
class FocusOfClient {
  constructor(
    readonly reason: FocusReason,
    private readonly words: Text,
    private readonly values: Values,
  ) {}

  get text(): Text {
    return fill(
      { zh: '{label}：{detail}', en: '{label}: {detail}' },
      { label: FOCUS_LABELS[this.reason], detail: fill(this.words, this.values) },
    );
  }
}

/** The reason is worded when somebody reads it. */
class RankedAccount implements AccountResult {
  constructor(
    readonly level: AccountLevel,
    readonly isKey: boolean,
    readonly rank: Outcome<number>,
    readonly focus: AccountResult['focus'],
    private readonly rhythm: Rhythm,
    private readonly rankedBy: Text,
  ) {}

  get reason(): Text {
    const { isLost } = this.rhythm;
    const parts: Text[] = isLost ? [this.rhythm.reason] : [];
    if (this.rank.known) {
      parts.push(fill({ zh: '{by}第 {rank}', en: '{by}: {rank}' }, { by: this.rankedBy, rank: this.rank.value }));
    }
    for (const { text } of this.focus) parts.push(text);
    if (!this.isKey && this.focus.length === 0 && !isLost) {
      parts.push({ zh: '没有焦点理由', en: 'no reason for focus' });
    }
    return joinTexts(parts);
  }
}

function smallBookOf(active: number, settings: Settings): KeyAccounts['smallBook'] {
  const top = settings['key.topN'];
  if (active === 0) return missing({ reason: 'no-rows' });
  if (active > 2 * top) return missing({ reason: 'nothing-due' });
  const proposedTop = Math.ceil(active * settings['key.smallBookShare'] - 1e-9);
  return known({
    clients: active,
    proposedTop,
    text: fill(
      {
        zh: '有成交的客户只有 {active} 家，前 {top} 名占了一半以上；建议改为前 {proposed} 名',
        en: 'Only {active} clients bought: a top {top} is half of them or more; top {proposed} is proposed',
      },
      { active, top, proposed: proposedTop },
    ),
  });
}
