import { fill, verbatim } from '../../i18n/text';
import type { WorkMonth } from '../calendar/calendar-month';
import { monthOf, type Day } from '../model/day';
import type { PlanEvent } from './reasons/events';
import { isKeptDone, type KeptWork } from './kept-work';
import { parseKey } from './plan-keys';
import { purposeOf } from './reasons/purposes';

export interface Carried {
  /** Rows of last month that were not done. */
  readonly keys: ReadonlySet<string>;
  readonly events: ReadonlyMap<number, readonly PlanEvent[]>;
  readonly clientOfKey: ReadonlyMap<string, number>;
}

/** What last month's sheet left open, unless the client has been contacted since its day. */
export function findCarried(
  kept: KeptWork,
  month: WorkMonth,
  byName: ReadonlyMap<string, number>,
  lastContact: (client: number) => Day | undefined,
): Carried {
  const keys = new Set<string>();
  const events = new Map<number, PlanEvent[]>();
  const clientOfKey = new Map<string, number>();
  for (const row of kept.values()) {
    const key = parseKey(row.key);
    const client = key && byName.get(key.client);
    if (client !== undefined) clientOfKey.set(row.key, client);
    const due = row.movedDay ?? row.plannedDay;
    if (!key || client === undefined || due === undefined || isKeptDone(row)) continue;
    if (key.month >= month.month || monthOf(due) !== month.month - 1) continue;
    const last = lastContact(client);
    if (last !== undefined && last >= due) continue;
    keys.add(row.key);
    if (events.has(client)) continue;
    events.set(client, [
      {
        client,
        purpose: purposeOf(
          'carried',
          fill({ zh: '上月未完成：{what}', en: 'Left from last month: {what}' }, { what: verbatim(row.shown.purpose) }),
          'definitions §8',
        ),
        priority: 0,
        when: { kind: 'soon' },
      },
    ]);
  }
  return { keys, events, clientOfKey };
}
