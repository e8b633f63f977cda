import { fill, type Text } from '../../../i18n/text';
import { wordMoney, wordNumber } from '../../../i18n/wording';
import type { Analysis } from '../../analysis';
import type { WorkMonth } from '../../calendar/calendar-month';
import { asDay } from '../../model/day';
import { signedPercent, type Comparison } from '../../sales/lifecycle';
import { levelOf } from '../client-brief';
import type { ContactType } from '../plan-keys';
import { shortDay } from './short-day';

/** A change below this is the same as before. */
const LEAST_CHANGE = 0.05;
/** An order due before the first day to plan on. */
const LATE_DAYS = 10;
/** Who orders more often than every so many days is not reminded of an order. */
const LEAST_GAP = 7;

/**
 * Why the client is called or visited, in its own figures: each contact of the month takes the next reason.
 *
 * Calls: what sales did over the compared months; the day around which the next order is due; what was bought in the period.
 * Visits: what was bought in the period. Lost: days since the last order.   Source: 001-32 目的明确, 003-21.
 * @example last order 30 September, every 12 days //=> 约10-12该下单（12天一单），提前问量
 */
export function reasonsToCall(analysis: Analysis, client: number, month: WorkMonth): (type: ContactType) => Text {
  const bought = wordBought(analysis, client);
  const forCalls = levelOf(analysis, client) === 'lost' ? [] : ownReasons(analysis, client, month);
  return (type) => {
    if (type === 'winBack') return wordLost(analysis, client);
    if (type === 'visit') return fill({ zh: '{bought}，核对计划', en: '{bought}: plans' }, { bought });
    return forCalls.shift() ?? fill({ zh: '{bought}，听意见', en: '{bought}: feedback' }, { bought });
  };
}

function ownReasons({ lifecycle, asOf, settings }: Analysis, client: number, month: WorkMonth): Text[] {
  if (!lifecycle.known) return [];
  const found: Text[] = [];
  const { growth, compared } = lifecycle.value.clients[client]!;
  const rhythm = lifecycle.value.rhythms[client]!;
  // A drop that is an alert speaks for itself.
  if (
    growth.known &&
    compared.known &&
    Math.abs(growth.value) >= LEAST_CHANGE &&
    growth.value > -settings['alerts.drop']
  )
    found.push(wordChange(compared.value, growth.value));
  const { lastDay, medianGap, basis, isOverdue, isLost } = rhythm;
  if (lastDay.known && medianGap.known && basis === 'own' && !isOverdue && !isLost && medianGap.value >= LEAST_GAP) {
    const due = asDay(lastDay.value + Math.round(medianGap.value));
    const words = { day: shortDay(due, month), gap: wordNumber(medianGap.value) };
    if (due >= (month.days[month.start] ?? month.to) && due <= month.to)
      found.push(
        fill({ zh: '约{day}该下单（{gap}天一单），提前问量', en: 'Order due {day} (every {gap} days)' }, words),
      );
    else if (due > asOf && due < month.from + LATE_DAYS)
      found.push(fill({ zh: '{day}该下单（{gap}天一单），核实', en: 'Was due {day} (every {gap} days)?' }, words));
    else if (due <= asOf)
      found.push(
        fill(
          { zh: '已{days}天未下单（通常{gap}天一单），问需求', en: '{days} days no order (usual {gap})' },
          { days: wordNumber(asOf - lastDay.value), gap: words.gap },
        ),
      );
  }
  return found;
}

/** More than this is an amount that began near nothing: said in money. */
const MOST_CHANGE = 3;

function wordChange({ shortLabel, months, recent, before }: Comparison, change: number): Text {
  if (change > MOST_CHANGE || recent <= 0)
    return fill(
      change > 0
        ? { zh: '近{months}个月{recent}（之前{before}），谈加量', en: '{months} months {recent} (was {before})' }
        : { zh: '近{months}个月没有下单（之前{before}），问需求', en: 'No order {months} months (was {before})' },
      { months, recent: wordMoney(recent, 0), before: wordMoney(before, 0) },
    );
  return fill(
    change > 0
      ? { zh: '{window}{change}，谈加量', en: '{window} {change}: more?' }
      : { zh: '{window}{change}，问原因', en: '{window} {change}: ask why' },
    { window: shortLabel, change: signedPercent(change) },
  );
}

function wordBought({ clients, periodChoice }: Analysis, client: number): Text {
  const { netAmount, orders } = clients[client]!;
  const window: Text =
    periodChoice.kind === 'last12m' ? { zh: '近12个月', en: '12 months' } : { zh: '本期', en: 'period' };
  return orders === 0
    ? fill({ zh: '{window}没有下单，问需求', en: 'no order in {window}' }, { window })
    : fill(
        orders === 1
          ? { zh: '{window}{amount}、1单', en: '{window} {amount}, 1 order' }
          : { zh: '{window}{amount}、{orders}单', en: '{window} {amount}, {orders} orders' },
        { window, amount: wordMoney(netAmount, 0), orders: wordNumber(orders) },
      );
}

function wordLost({ lifecycle }: Analysis, client: number): Text {
  const recency = lifecycle.known ? lifecycle.value.rhythms[client]!.recency : undefined;
  return recency?.known
    ? fill(
        { zh: '流失：已{days}天未下单，问原因谈恢复', en: 'Lost, {days} days no order: why, return?' },
        { days: wordNumber(recency.value) },
      )
    : { zh: '停购回访：问原因、谈恢复', en: 'Stopped buying: ask why, and what would help' };
}
