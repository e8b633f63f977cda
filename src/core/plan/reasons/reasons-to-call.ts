import { fill, type Text } from '../../../i18n/text';
import { wordMoney, wordNumber } from '../../../i18n/wording';
import type { Analysis } from '../../analysis';
import type { WorkMonth } from '../../calendar/calendar-month';
import { sayOf } from '../../measures/measures';
import { asDay, type Day } from '../../model/day';
import type { Money } from '../../model/money';
import type { LastPurchase } from '../../sales/purchases/last-purchases';
import type { Rhythm } from '../../sales/rhythm';
import { levelOf } from '../client-brief';
import type { ContactType } from '../plan-keys';
import { isHeldBack } from './is-held-back';
import type { PurposeDetails } from './purposes';
import { shortDay } from './short-day';
import { wordChange } from '../../sales/word-change';

/** A change below this is the same as before. */
const LEAST_CHANGE = 0.05;
/** An order due so many days before as-of may be on its way: checked, not missed. */
const LATE_DAYS = 10;
/** Who orders more often than every so many days is not reminded of an order. */
const LEAST_GAP = 7;
/** How goods do is asked of a purchase of the last quarter. */
const IN_USE_DAYS = 92;
/** A product with a longer name is called by its category. */
const MOST_PRODUCT = 12;

/** Why somebody is called or visited. */
export interface Reason extends PurposeDetails {
  readonly text: Text;
}

/**
 * Why the client is called or visited, in its own figures: each contact of the month takes the next reason.
 *
 * Calls: what sales did over the compared months; the day around which the next order is due; the last purchase; what was bought in
 * the period. Visits: what was bought in the period. Stopped: days since the last order. Nobody who is held back is asked for more.
 * Source: 001-32 目的明确, 003-21.
 * @example last order 30 September, every 12 days //=> 约10-12该下单（12天一单），提前问量
 */
export function reasonsToCall(
  analysis: Analysis,
  client: number,
  month: WorkMonth,
  purchase?: LastPurchase,
): (type: ContactType) => Reason {
  const bought = wordBought(analysis, client);
  const forCalls = levelOf(analysis, client) === 'lost' ? [] : ownReasons(analysis, client, month);
  if (purchase) forCalls.push(reasonOfPurchase(purchase, analysis.asOf, month));
  return (type) => {
    if (type === 'winBack') return wordStopped(analysis, client);
    if (type === 'visit')
      return {
        text: fill({ zh: '{bought}，核对计划', en: '{bought}: plans' }, { bought }),
        measure: 'netSales',
        // Who bought nothing in the period has said so for the last months too.
        ...(analysis.clients[client]!.orders === 0 && { about: 'drop' }),
      };
    return (
      forCalls.shift() ?? {
        text: fill({ zh: '{bought}，听意见', en: '{bought}: feedback' }, { bought }),
        measure: 'netSales',
        isFiller: true,
      }
    );
  };
}

function ownReasons(analysis: Analysis, client: number, month: WorkMonth): Reason[] {
  const { lifecycle, settings } = analysis;
  if (!lifecycle.known) return [];
  const found: Reason[] = [];
  const { growth, compared } = lifecycle.value.clients[client]!;
  // A drop that is an alert speaks for itself.
  if (
    growth.known &&
    compared.known &&
    Math.abs(growth.value) >= LEAST_CHANGE &&
    growth.value > -settings['alerts.drop'] &&
    !(growth.value > 0 && isHeldBack(analysis, client))
  ) {
    const change = wordChange(compared.value, growth.value);
    const ask: Text =
      growth.value > 0
        ? { zh: '{change}，谈加量', en: '{change}: more?' }
        : compared.value.recent > 0
          ? { zh: '{change}，问原因', en: '{change}: ask why' }
          : { zh: '{change}，问需求', en: '{change}' };
    found.push({ text: fill(ask, { change }), measure: compared.value.measure, about: 'drop' });
  }
  const order = nextOrder(lifecycle.value.rhythms[client]!, analysis.asOf, month);
  if (order) found.push(order);
  return found;
}

/** The day around which the next order is due, before it, past it, or long past it. */
function nextOrder(rhythm: Rhythm, asOf: Day, month: WorkMonth): Reason | undefined {
  const { lastDay, medianGap, basis, isOverdue, isLost } = rhythm;
  if (!lastDay.known || !medianGap.known || basis !== 'own' || isOverdue || isLost || medianGap.value < LEAST_GAP)
    return undefined;
  const due = asDay(lastDay.value + Math.round(medianGap.value));
  if (due > month.to) return undefined;
  const words = {
    day: shortDay(due, month),
    gap: wordNumber(medianGap.value),
    days: wordNumber(asOf - lastDay.value),
    noOrder: sayOf('daysSinceOrder'),
    due: sayOf('nextOrder'),
  };
  if (due <= asOf - LATE_DAYS)
    return {
      text: fill({ zh: '已{days}{noOrder}（通常{gap}天一单），问需求', en: '{days} {noOrder} (usual {gap})' }, words),
      measure: 'daysSinceOrder',
      about: 'lateOrder',
    };
  return {
    text: fill({ zh: '约{day}{due}（{gap}天一单），提前问量', en: 'Order {due} {day} (every {gap} days)' }, words),
    passed: {
      day: due,
      text: fill({ zh: '{day}{due}（{gap}天一单），核实', en: 'Was {due} {day} (every {gap} days)?' }, words),
    },
    measure: 'nextOrder',
    about: 'lateOrder',
  };
}

/** What was bought last: how it does, or whether it is needed again. */
function reasonOfPurchase({ day, amount, product, category }: LastPurchase, asOf: Day, month: WorkMonth): Reason {
  const what = [product, category].find((name) => name !== '' && name.length <= MOST_PRODUCT) ?? '';
  const isRecent = asOf - day <= IN_USE_DAYS;
  const words = { day: shortDay(day, month), what, amount: wordShort(amount) };
  return {
    text: fill(
      what === ''
        ? isRecent
          ? { zh: '{day}下单 {amount}，问使用情况', en: 'Bought {amount} on {day}: in use?' }
          : { zh: '上一单 {day}、{amount}，问需求', en: 'Last order {day}, {amount}: needs?' }
        : isRecent
          ? { zh: '{day}买{what} {amount}，问使用', en: '{what} {day}: in use?' }
          : { zh: '上一单 {day} {what} {amount}，问需求', en: '{what} {day}: needs?' },
      words,
    ),
    measure: 'lastPurchase',
    isFiller: true,
  };
}

/** Below this an amount keeps its decimals: 0.85 is not 1. */
const LEAST_ROUNDED = 100_00;

const wordShort = (amount: Money): string => wordMoney(amount, Math.abs(amount) < LEAST_ROUNDED ? 2 : 0);

function wordBought({ clients, periodChoice }: Analysis, client: number): Text {
  const { netAmount, orders } = clients[client]!;
  const window: Text =
    periodChoice.kind === 'last12m' ? { zh: '近12个月', en: '12 mo.' } : { zh: '本期', en: 'period' };
  return orders === 0
    ? fill({ zh: '{window}没有下单', en: 'no order in {window}' }, { window })
    : fill(
        orders === 1
          ? { zh: '{window}{name}{amount}、1单', en: '{name} {amount}, 1 order' }
          : { zh: '{window}{name}{amount}、{orders}单', en: '{name} {amount}, {orders} orders' },
        { window, name: sayOf('netSales', 1), amount: wordShort(netAmount), orders: wordNumber(orders) },
      );
}

/** Stopped by its own rhythm, which is not 流失: that is who bought in the period before and not in this one. */
function wordStopped({ lifecycle }: Analysis, client: number): Reason {
  const recency = lifecycle.known ? lifecycle.value.rhythms[client]!.recency : undefined;
  return {
    text: recency?.known
      ? fill(
          { zh: '停购：已{days}{noOrder}，问原因谈恢复', en: 'Stopped, {days} {noOrder}: why?' },
          { days: wordNumber(recency.value), noOrder: sayOf('daysSinceOrder') },
        )
      : { zh: '停购回访：问原因、谈恢复', en: 'Stopped buying: ask why, and what would help' },
    ...(recency?.known && { measure: 'daysSinceOrder' }),
    about: 'lateOrder',
  };
}
