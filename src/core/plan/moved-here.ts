import { verbatim } from '../../i18n/text';
import { indexOnOrBefore, type WorkMonth } from '../calendar/calendar-month';
import { isVisit } from '../prospects/target-prospects';
import type { ContactLog } from './contact-log';
import { followWork, type FollowedObligation } from './follow-work';
import type { KeptWork } from './kept-work';
import type { Obligation } from './obligations';
import { parseKey, type ContactType } from './plan-keys';
import { purposeOf, type PurposeKind } from './reasons/purposes';

/**
 * Contacts of another month that she moved into this one: they stand here once, under their own key, until they are done. A client that
 * has one keeps its own contacts of the month.
 */
export function movedHere(
  kept: KeptWork,
  month: WorkMonth,
  byName: ReadonlyMap<string, number>,
  log: ContactLog,
): FollowedObligation[] {
  const found: FollowedObligation[] = [];
  for (const row of kept.values()) {
    const key = parseKey(row.key);
    const client = key && byName.get(key.client);
    const day = row.movedDay;
    if (!key || client === undefined || day === undefined) continue;
    if (key.month === month.month || day < month.from || day > month.to) continue;
    const index = Math.max(0, indexOnOrBefore(month, day));
    const obligation: Obligation = {
      key: row.key,
      client,
      type: key.type,
      number: key.number,
      slot: key.type === 'card' ? 'none' : key.type === 'visit' || isVisit(row.shown.way) ? 'visit' : 'call',
      isCold: false,
      priority: 2,
      purposes: [purposeOf(KIND_OF_TYPE[key.type], verbatim(row.shown.purpose), 'definitions §8')],
      ideal: index,
      from: index,
      to: index,
      isDated: true,
      spacing: 1,
    };
    const keyed = (log.ofMonth.get(client) ?? []).filter(({ planKey }) => planKey === row.key);
    found.push(...followWork([obligation], kept, keyed));
  }
  return found;
}

const KIND_OF_TYPE: Readonly<Record<ContactType, PurposeKind>> = {
  call: 'call',
  visit: 'visit',
  opportunity: 'opportunity',
  newClient: 'newClient',
  winBack: 'winBack',
  card: 'card',
  event: 'agreed',
};
