import { byCodePoint } from '../../core/model/by-code-point';
import type { CallPlan } from '../../core/plan/call-plan';
import { isoMonthOf } from '../../core/model/day';
import { isKeptDone, type KeptRow, type KeptWork } from '../../core/plan/kept-work';
import { parseKey } from '../../core/plan/plan-keys';
import { parsePlanMonth } from '../../core/plan/plan-month';
import type { Text } from '../../i18n/text';
import type { ReportSnapshot } from '../../workbook/workbook-host';
import { PLAN_HEADERS, STATUS_OF_CONTACT } from '../words/plan-words';
import { readRows, wordsOf } from './read-rows';

/** What one person had done of a month's plan. */
export interface AttainedMonth {
  /** `monthOf` */
  readonly month: number;
  /** '' where nobody is named. */
  readonly rep: string;
  readonly planned: number;
  readonly done: number;
  readonly missed: number;
}

/** Headers of 达成：各月: written by `time-split.report.ts`, read back here. */
export const HISTORY_HEADERS = {
  month: { zh: '计划月份', en: 'Plan month' },
  rep: PLAN_HEADERS.rep,
  planned: { zh: '计划', en: 'Planned' },
  done: { zh: '完成', en: 'Done' },
  missed: { zh: '逾期', en: 'Missed' },
} as const satisfies Record<keyof AttainedMonth, Text>;

const MOST_MONTHS = 24;

/**
 * Attainment of this month and of those before, newest first, so that a month stays readable when the next is planned.
 *
 * The sheet has the months before; of the month that was on the plan sheet until now its rows are counted once more, with what was
 * typed since.   Source: definitions §8. @example September done 30 of 40, then October planned //=> both months
 */
export function attainmentHistory(
  snapshots: ReadonlyMap<string, ReportSnapshot>,
  plan: CallPlan,
  kept: KeptWork,
): readonly AttainedMonth[] {
  const current = plan.month.month;
  const months = new Map<number, readonly AttainedMonth[]>();
  for (const line of readHistory(snapshots.get('timeSplit')))
    months.set(line.month, [...(months.get(line.month) ?? []), line]);
  for (const [month, lines] of monthsOnSheet(kept)) months.set(month, lines);
  months.set(
    current,
    plan.attainment.byRep.map(({ rep, planned, done, missed }) => ({
      month: current,
      rep: plan.reps[rep]?.rep.name ?? '',
      planned,
      done,
      missed,
    })),
  );
  return [...months]
    .sort(([a], [b]) => b - a)
    .slice(0, MOST_MONTHS)
    .flatMap(([, lines]) => lines);
}

function readHistory(snapshot: ReportSnapshot | undefined): readonly AttainedMonth[] {
  const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
  return (snapshot ? readRows(snapshot.cells, HISTORY_HEADERS) : []).flatMap((row) => {
    const month = parsePlanMonth(wordsOf(row.month));
    return month === undefined
      ? []
      : [
          {
            month,
            rep: wordsOf(row.rep),
            planned: number(row.planned),
            done: number(row.done),
            missed: number(row.missed),
          },
        ];
  });
}

/** Months whose own rows stand on the plan sheet: rows that nobody wrote on leave it when the next month comes. */
function monthsOnSheet(kept: KeptWork): ReadonlyMap<number, readonly AttainedMonth[]> {
  const rows = new Map<number, KeptRow[]>();
  for (const row of kept.values()) {
    const month = parseKey(row.key)?.month;
    if (month === undefined || NOT_COUNTED.some((words) => words === row.shown.status)) continue;
    rows.set(month, [...(rows.get(month) ?? []), row]);
  }
  const live = [...rows].filter(([, own]) => own.some(({ hasWork }) => !hasWork));
  return new Map(live.map(([month, own]) => [month, countByRep(month, own)]));
}

const wordsIn = (text: Text): readonly string[] => [text.zh, text.en];
const NOT_COUNTED = (['cancelled', 'carried', 'earlier'] as const).flatMap((id) => wordsIn(STATUS_OF_CONTACT[id]));
const LOGGED = wordsIn(STATUS_OF_CONTACT.logged);

function countByRep(month: number, rows: readonly KeptRow[]): readonly AttainedMonth[] {
  const names = [...new Set(rows.map(({ shown }) => shown.rep))].sort(byCodePoint);
  return names.map((rep) => {
    const own = rows.filter(({ shown }) => shown.rep === rep);
    const done = own.filter((row) => isKeptDone(row) || LOGGED.includes(row.shown.status ?? '')).length;
    // Put off into a later month, it is missed by nobody.
    const moved = own.filter((row) => !isKeptDone(row) && row.movedDay !== undefined).length;
    return { month, rep, planned: own.length, done, missed: own.length - done - moved };
  });
}

/** Months as they are written. */
export const wordMonth = ({ month }: AttainedMonth): string => isoMonthOf(month);
