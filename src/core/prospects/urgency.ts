import { fill, type Text } from '../../i18n/text';
import { tableOf, type Dataset } from '../model/dataset';
import { asDay, isoOf, NO_DAY, type Day } from '../model/day';
import { known, missing, type Outcome } from '../model/outcome';
import type { Settings } from '../settings';
import type { Pipeline } from './pipeline';

export type Urgency = 'urgent' | 'soon' | 'later' | 'slow';

export const URGENCY_LABELS: Readonly<Record<Urgency, Text>> = {
  urgent: { zh: '紧急', en: 'Urgent' },
  soon: { zh: '缓急', en: 'Soon' },
  later: { zh: '不紧急', en: 'Not urgent' },
  slow: { zh: '可慢反应', en: 'May wait' },
};

export interface UrgencyResult {
  readonly urgency: Urgency;
  readonly reason: Text;
}

/**
 * How soon each client needs an answer: by the nearest required day of its open orders and opportunities.
 *
 * Rule: overdue or within 3 days urgent, 7 soon, 30 later, beyond or nothing open: may wait. The days are proposals.
 * Counts: deliveries promised, not delivered and not cancelled; open opportunities with an expected day.
 * Missing: neither promised days nor opportunities are kept.   Source: 003-12.
 * @example an open order promised for the day after tomorrow //=> urgent
 */
export function measureUrgency(
  dataset: Dataset,
  pipeline: Outcome<Pipeline>,
  asOf: Day,
  settings: Settings,
): Outcome<readonly UrgencyResult[]> {
  const deliveries = tableOf(dataset, 'deliveries');
  const { client, promisedDay, revisedPromisedDay, deliveredDay, cancelled } = deliveries.columns;
  if (!promisedDay && !pipeline.known) {
    return missing({ reason: 'no-column', column: 'deliveries.promisedDay' });
  }
  const clients = tableOf(dataset, 'clients').rows;
  const nearest = new Int32Array(clients).fill(NO_DAY);
  const offer = (who: number, day: number): void => {
    if (who < 0 || who >= clients || day === NO_DAY) return;
    if (nearest[who] === NO_DAY || day < nearest[who]!) nearest[who] = day;
  };
  for (let row = 0; row < deliveries.rows; row++) {
    const delivered = deliveredDay?.[row] ?? NO_DAY;
    if (cancelled?.[row] === 1 || (delivered !== NO_DAY && delivered <= asOf)) continue;
    // Without a delivered day anywhere it cannot be told what is open.
    if (!deliveredDay) continue;
    const revised = revisedPromisedDay?.[row] ?? NO_DAY;
    offer(client?.[row] ?? -1, revised === NO_DAY ? (promisedDay?.[row] ?? NO_DAY) : revised);
  }
  if (pipeline.known) {
    for (const { client: who, state, expectedDay } of pipeline.value.opportunities) {
      if (state === 'open' && expectedDay.known) offer(who, expectedDay.value);
    }
  }
  return known(Array.from(nearest, (day) => urgencyOf(day, asOf, settings)));
}

function urgencyOf(day: number, asOf: Day, settings: Settings): UrgencyResult {
  if (day === NO_DAY) {
    return { urgency: 'slow', reason: { zh: '没有待交订单或商机日期', en: 'no open order or expected day' } };
  }
  const days = day - asOf;
  const urgency: Urgency =
    days <= settings['urgency.urgentDays']
      ? 'urgent'
      : days <= settings['urgency.soonDays']
        ? 'soon'
        : days <= settings['urgency.laterDays']
          ? 'later'
          : 'slow';
  const words: Text =
    days < 0
      ? { zh: '最近要求日 {day}，已过 {n} 天', en: 'nearest day {day}, {n} days ago' }
      : { zh: '最近要求日 {day}，还有 {n} 天', en: 'nearest day {day}, in {n} days' };
  return { urgency, reason: fill(words, { day: isoOf(asDay(day)), n: Math.abs(days) }) };
}
