import type { Analysis } from '../../core/analysis';
import type { Dataset } from '../../core/model/dataset';
import { findFindings } from '../../core/findings/find-findings';
import { isoOf, weekdayOf, type Day } from '../../core/model/day';
import type { CallPlan } from '../../core/plan/call-plan';
import { isToDo } from '../../core/plan/is-to-do';
import { WEEKDAY_WORDS } from '../../i18n/weekdays';
import { WAY_WORDS } from '../../reports/words/plan-words';
import type { ReportSnapshot } from '../../workbook/workbook-host';
import { viewSince } from '../changes-since';
import type { TodayView } from './desk';

const MOST_CONTACTS = 12;

interface TodayGround {
  readonly analysis: Analysis;
  readonly dataset: Dataset;
  readonly callPlan: CallPlan | undefined;
  /** Our sheets as they stand in the workbook. */
  readonly snapshots: ReadonlyMap<string, ReportSnapshot>;
  readonly today: Day;
}

/**
 * What to do for somebody who comes back: the contacts of today, or of the next planned day where today has none; what is
 * other than at the last refresh; what to say first in a meeting.
 *
 * A plan whose days have all passed has no contacts to show: nobody is told to call last month.
 * @example today is Thursday, the plan has Friday and Monday //=> those of Friday
 */
export function viewToday({ analysis, dataset, callPlan, snapshots, today }: TodayGround): TodayView {
  const dated = (callPlan?.contacts ?? []).flatMap((contact) =>
    contact.day !== undefined && contact.day >= today && contact.client >= 0 && isToDo(contact)
      ? [{ ...contact, day: contact.day }]
      : [],
  );
  const day = dated.reduce<Day | undefined>((first, one) => (first === undefined || one.day < first ? one.day : first), undefined); // prettier-ignore
  const due = dated.filter((one) => one.day === day);
  const since = viewSince({
    analysis,
    before: snapshots,
    cellsNow: (report) => snapshots.get(report)?.cells,
    sheetOf: (report) => snapshots.get(report)?.sheetName ?? report,
  });
  return {
    ...(day !== undefined && {
      due: {
        day: isoOf(day),
        weekday: WEEKDAY_WORDS[weekdayOf(day)]!,
        isToday: day === today,
        count: due.length,
        contacts: due.slice(0, MOST_CONTACTS).map(({ client, rep, slot, purpose }) => ({
          client: analysis.clients[client]?.name || (analysis.clients[client]?.code ?? ''),
          rep: callPlan?.reps[rep]?.rep.name ?? '',
          way: WAY_WORDS[slot],
          purpose,
        })),
      },
    }),
    ...(since && { since }),
    findings: findFindings({ analysis, dataset, callPlan }).map(({ text, next, severity }) => ({
      text,
      ...(next && { next }),
      severity,
    })),
  };
}
