import type { Lang } from '../../i18n/lang';
import { writeRepCalendars, type RepCalendar } from '../../reports/call-plan-ics';
import type { Clock } from '../clock';
import type { RefreshDone } from '../refresh';

/** Calendar files of the plan that a refresh made, one a rep; none where no plan was made. */
export function makeRepCalendars(
  done: Pick<RefreshDone, 'callPlan'>,
  lang: Lang,
  clock: Clock,
): readonly RepCalendar[] {
  if (!done.callPlan) return [];
  const digits = clock.now.replace(/\D/g, '').padEnd(14, '0');
  return writeRepCalendars(done.callPlan, lang, `${digits.slice(0, 8)}T${digits.slice(8, 14)}Z`);
}
