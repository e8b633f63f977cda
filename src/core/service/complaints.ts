import { byCodePoint } from '../model/by-code-point';
import { verbatim, type Text } from '../../i18n/text';

import type { AnalysisWindow } from '../facts/analysis-window';
import { monthsBetween } from '../facts/time-slots';
import { EXCLUDED, HIT, MISS } from '../facts/verdict';
import {
  COMPLAINT_STEPS,
  ESCALATION_LABELS,
  escalationOf,
  lackingOf,
  STEP_LABELS,
  stepOf,
  type ComplaintStep,
} from './complaint-steps';
import { ComplaintClocks, type ClockReading } from './complaint-clocks';
import { NO_CLIENT, textAt } from '../model/columns';
import { hasColumn, tableOf, type Dataset } from '../model/dataset';
import { asDay, monthOf, NO_DAY, type Day } from '../model/day';
import { moneyOf, type Money } from '../model/money';
import { known, missing, type Outcome } from '../model/outcome';
import { ratioOf, type Ratio } from '../model/ratio';
import { sumOf } from '../model/sum';
import { isInPeriod } from '../model/period';
import type { WorkCalendar } from '../calendar/work-calendar';
import type { Settings } from '../settings';
import { quantileOf } from '../model/order-statistics';

/** 表五, and the lists beside it. */
export interface ComplaintFigures {
  readonly received: number;
  /** Days of the period up to as-of, calendar days or working days by `complaints.perWorkingDay`. */
  readonly calendarDays: number;
  readonly daysAreWorking: boolean;
  readonly perDay: Outcome<number>;
  readonly resolved: number;
  /** Resolved / received, of those not judged unfounded; those are left out. */
  readonly resolution: Ratio;
  /** Judged not upheld. */
  readonly unfounded: number;
  readonly compensation: Money;
  readonly stages: readonly ComplaintStage[];
  /** Problems by count, most first. */
  readonly problems: readonly {
    readonly problem: string;
    readonly count: number;
    readonly share: number;
    readonly cumulativeShare: number;
  }[];
  readonly trend: readonly { readonly month: number; readonly received: number; readonly resolved: number }[];
  /** Working hours from receipt to first reply. */
  readonly hoursToReply: Outcome<Spread>;
  /** Calendar hours from receipt to closing. */
  readonly hoursToClose: Outcome<Spread>;
  /** 001-28: departments that signed in time, by department ('' where not named). */
  readonly signOffs: readonly { readonly department: string; readonly ratio: Ratio }[];
  /** 001-29: compensation without an approver, by row. */
  readonly unapproved: readonly {
    readonly client: number;
    readonly complaintNo: string;
    readonly amount: Money;
    readonly sheet: string;
    readonly row: number;
  }[];
  readonly open: readonly OpenComplaint[];
  /** Hours from receipt to arrival on site, of those with a visit. */
  readonly hoursToSite: Outcome<Spread>;
  /** How far those of the period have come: how many stand at each step. */
  readonly steps: readonly { readonly step: ComplaintStep; readonly label: Text; readonly count: number }[];
  /** Closed, and the client has not been told, by row. */
  readonly untold: readonly OpenComplaint[];
  /** 001-30: means of the three marks. */
  readonly evaluations: readonly { readonly label: Text; readonly mean: Ratio }[];
}
export interface ComplaintStage {
  /** As written, or one of the four of 表五. */
  readonly stage: string;
  readonly label: Text;
  readonly count: number;
  readonly share: number;
  /** Complaints of the stage per 100 orders. */
  readonly per100Orders: Outcome<number>;
  readonly topProblems: readonly string[];
  readonly measures: readonly string[];
}
export interface Spread {
  readonly n: number;
  readonly median: number;
  readonly p90: number;
  /** Open ones measured to as-of: the true figure is at least this. */
  readonly open: number;
}
export interface OpenComplaint {
  readonly client: number;
  readonly complaintNo: string;
  readonly receivedDay: Day;
  readonly stage: string;
  readonly problem: string;
  readonly ageDays: number;
  readonly step: Text;
  readonly escalation: Text;
  /** What a serious one must have and has not. */
  readonly lacking: readonly Text[];
  readonly sheet: string;
  readonly row: number;
}

/** The four steps that 表五 always shows; others stand as written. */
const STAGES: readonly { readonly stage: string; readonly label: Text; readonly words: RegExp }[] = [
  { stage: '产品质量', label: { zh: '产品质量', en: 'Product quality' }, words: /质量|quality/i },
  { stage: '运输', label: { zh: '运输', en: 'Transport' }, words: /运输|配送|送货|transport|delivery|shipping/i },
  { stage: '包装', label: { zh: '包装', en: 'Packaging' }, words: /包装|packag/i },
  { stage: '管理', label: { zh: '管理', en: 'Management' }, words: /管理|manage|admin/i },
];
const NOT_GIVEN: Text = { zh: '未填', en: 'Not given' };
const TOP_PROBLEMS = 3;
const PER = 100;

interface Complaint {
  readonly row: number;
  readonly day: Day;
  readonly stage: string;
  readonly problem: string;
  readonly isResolved: boolean;
}

/**
 * 表五 客户投诉处理总结, and what belongs beside it.
 *
 * Cohort: complaints received in the period (by as-of). Solved: of these, solved by as-of (not closed in the period, which
 * can exceed 100 %); those judged not upheld are left out above and below the line, and counted. A day: received / days of the period up to as-of, calendar or working days by setting. Problems: by
 * count, ties by name. No complaint: the ratio is missing, never 0. Source: features 000-T5, 001-26…29, definitions §2.
 *
 * @param ordersInPeriod Orders that the rate per 100 is of; 0 makes it missing.
 * @example received 4 in 10 days, 3 solved //=> 0.4 a day, 75 %
 */
export function summariseComplaints(
  dataset: Dataset,
  window: AnalysisWindow,
  settings: Settings,
  calendar: WorkCalendar,
  ordersInPeriod: number,
): Outcome<ComplaintFigures> {
  const table = tableOf(dataset, 'complaints');
  if (table.rows === 0) return missing({ reason: 'no-sheet', sheet: 'complaints' });
  if (!table.columns.received) return missing({ reason: 'no-column', column: 'complaints.received' });
  const clocks = new ComplaintClocks(dataset, settings, calendar, window);
  const all = readComplaints(dataset, window, clocks);
  const cohort = all.filter(({ day }) => isInPeriod(window.period, day));
  const isUnfounded = (row: number): boolean => table.columns.upheld?.[row] === 0;
  const resolved = cohort.filter(({ isResolved }) => isResolved).length;
  const founded = cohort.filter(({ row }) => !isUnfounded(row));
  const unfounded = cohort.length - founded.length;
  const settled = founded.filter(({ isResolved }) => isResolved).length;
  const days = countDays(window, settings, calendar);
  const paid = (row: number): number => table.columns.compensation?.[row] ?? NaN;
  return known({
    received: cohort.length,
    calendarDays: days,
    daysAreWorking: settings['complaints.perWorkingDay'],
    perDay: days > 0 ? known(cohort.length / days) : missing({ reason: 'nothing-due' }),
    resolved,
    resolution: ratioOf(settled, founded.length, founded.length, unfounded),
    unfounded,
    compensation: moneyOf(sumOf(cohort.map(({ row }) => paid(row)).filter((amount) => amount === amount))),
    stages: describeStages(dataset, cohort, ordersInPeriod),
    problems: rankProblems(cohort),
    trend: describeTrend(all, window),
    hoursToReply: hasColumn(dataset, 'complaints.firstReply')
      ? spreadOf(cohort.map(({ row }) => clocks.reply(row)))
      : missing({ reason: 'no-column', column: 'complaints.firstReply' }),
    hoursToClose: hasColumn(dataset, 'complaints.closed')
      ? spreadOf(cohort.map(({ row }) => clocks.closing(row)))
      : missing({ reason: 'no-column', column: 'complaints.closed' }),
    signOffs: describeSignOffs(dataset, cohort, clocks),
    unapproved: listUnapproved(dataset, cohort),
    open: all
      .filter(({ isResolved }) => !isResolved)
      .sort((a, b) => a.day - b.day || a.row - b.row)
      .map((complaint) => describeOpen(dataset, complaint, window)),
    hoursToSite: hasColumn(dataset, 'complaints.arrivedOnSite')
      ? spreadOf(cohort.map(({ row }) => clocks.onSite(row)))
      : missing({ reason: 'no-column', column: 'complaints.arrivedOnSite' }),
    steps: describeSteps(dataset, cohort, window.asOf),
    untold: hasColumn(dataset, 'complaints.notifiedDay')
      ? cohort
          .filter(({ row }) => stepOf(table, row, window.asOf) === 'closed')
          .map((complaint) => describeOpen(dataset, complaint, window))
      : [],
    evaluations: describeEvaluations(dataset, cohort),
  });
}

function readComplaints(dataset: Dataset, window: AnalysisWindow, clocks: ComplaintClocks): Complaint[] {
  const { columns, rows } = tableOf(dataset, 'complaints');
  const found: Complaint[] = [];
  for (let row = 0; row < rows; row++) {
    const received = columns.received?.[row] ?? NaN;
    const day = received === received ? Math.floor(received) : NO_DAY;
    if (day === NO_DAY || day > window.last) continue;
    const stage = textAt(columns.stage, row);
    found.push({
      row,
      day: asDay(day),
      stage: STAGES.find(({ words }) => words.test(stage))?.stage ?? stage,
      problem: textAt(columns.problem, row),
      isResolved: clocks.isResolved(row),
    });
  }
  return found;
}

function countDays(window: AnalysisWindow, settings: Settings, calendar: WorkCalendar): number {
  const to = asDay(Math.min(window.period.to, window.last));
  if (to < window.period.from) return 0;
  return settings['complaints.perWorkingDay']
    ? calendar.workingDays(window.period.from, to).length
    : to - window.period.from + 1;
}

function describeStages(dataset: Dataset, cohort: readonly Complaint[], orders: number): ComplaintStage[] {
  const others = [...new Set(cohort.map(({ stage }) => stage))]
    .filter((stage) => !STAGES.some((one) => one.stage === stage))
    .map((stage) => ({ stage, label: stage === '' ? NOT_GIVEN : verbatim(stage) }));
  const countOf = (stage: string): number => cohort.filter((one) => one.stage === stage).length;
  others.sort((a, b) => countOf(b.stage) - countOf(a.stage) || byCodePoint(a.stage, b.stage));
  const { measure, solution } = tableOf(dataset, 'complaints').columns;
  return [...STAGES, ...others].map(({ stage, label }) => {
    const members = cohort.filter((one) => one.stage === stage);
    const top = rankProblems(members.filter(({ problem }) => problem !== ''))
      .slice(0, TOP_PROBLEMS)
      .map(({ problem }) => problem);
    const measures = new Set(
      members
        .filter(({ problem }) => top.length === 0 || top.includes(problem))
        .map(({ row }) => textAt(measure, row) || textAt(solution, row))
        .filter((text) => text !== ''),
    );
    return {
      stage,
      label,
      count: members.length,
      share: cohort.length > 0 ? members.length / cohort.length : 0,
      per100Orders: orders > 0 ? known((members.length / orders) * PER) : missing({ reason: 'nothing-due' }),
      topProblems: top,
      measures: [...measures].sort(byCodePoint),
    };
  });
}

function rankProblems(cohort: readonly Complaint[]): ComplaintFigures['problems'] {
  const counts = new Map<string, number>();
  for (const { problem } of cohort) counts.set(problem, (counts.get(problem) ?? 0) + 1);
  let running = 0;
  return [...counts]
    .sort(([a, n], [b, m]) => m - n || byCodePoint(a, b))
    .map(([problem, count]) => {
      running += count;
      return { problem, count, share: count / cohort.length, cumulativeShare: running / cohort.length };
    });
}

/** Months of the period from the first complaint there is to as-of: one without a complaint counts as none. */
function describeTrend(all: readonly Complaint[], window: AnalysisWindow): ComplaintFigures['trend'] {
  const first = all.reduce((day, one) => Math.min(day, one.day), Infinity);
  const from = Math.max(window.period.from, first);
  const to = Math.min(window.period.to, window.last);
  if (from > to) return [];
  const trend = monthsBetween(monthOf(asDay(from)), monthOf(asDay(to))).map((month) => ({
    month,
    received: 0,
    resolved: 0,
  }));
  for (const { day, isResolved } of all) {
    const counts = isInPeriod(window.period, day) ? trend[monthOf(day) - trend[0]!.month] : undefined;
    if (!counts) continue;
    counts.received++;
    if (isResolved) counts.resolved++;
  }
  return trend;
}

function spreadOf(readings: readonly (ClockReading | undefined)[]): Outcome<Spread> {
  const usable = readings.filter((one): one is ClockReading => one !== undefined && one.hours === one.hours);
  if (usable.length === 0) return missing({ reason: 'no-rows' });
  const hours = Float64Array.from(usable, (one) => one.hours).sort();
  return known({
    n: usable.length,
    median: quantileOf(hours, 0.5),
    p90: quantileOf(hours, 0.9),
    open: usable.filter(({ isOpen }) => isOpen).length,
  });
}

function describeSignOffs(
  dataset: Dataset,
  cohort: readonly Complaint[],
  clocks: ComplaintClocks,
): ComplaintFigures['signOffs'] {
  const { department, signedByDepartment } = tableOf(dataset, 'complaints').columns;
  if (!signedByDepartment) return [];
  const groups = new Map<string, { hits: number; n: number; excluded: number }>();
  for (const { row } of cohort) {
    const verdict = clocks.signOff(row);
    const name = textAt(department, row);
    const group = groups.get(name) ?? { hits: 0, n: 0, excluded: 0 };
    if (verdict === HIT) group.hits++;
    if (verdict === HIT || verdict === MISS) group.n++;
    if (verdict === EXCLUDED) group.excluded++;
    groups.set(name, group);
  }
  return [...groups]
    .filter(([, { n, excluded }]) => n + excluded > 0)
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([name, { hits, n, excluded }]) => ({ department: name, ratio: ratioOf(hits, n, n, excluded) }));
}

function listUnapproved(dataset: Dataset, cohort: readonly Complaint[]): ComplaintFigures['unapproved'] {
  const { columns, origin } = tableOf(dataset, 'complaints');
  if (!columns.compensation) return [];
  return cohort
    .filter(({ row }) => columns.compensation![row]! > 0 && textAt(columns.approver, row) === '')
    .map(({ row }) => ({
      client: columns.client?.[row] ?? NO_CLIENT,
      complaintNo: textAt(columns.complaintNo, row),
      amount: moneyOf(columns.compensation![row]!) satisfies Money,
      ...origin.placeAt(row, dataset.sheets),
    }));
}

function describeSteps(dataset: Dataset, cohort: readonly Complaint[], asOf: Day): ComplaintFigures['steps'] {
  const table = tableOf(dataset, 'complaints');
  const counts = new Map<ComplaintStep, number>();
  for (const { row } of cohort) {
    const step = stepOf(table, row, asOf);
    counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  return COMPLAINT_STEPS.map((step) => ({ step, label: STEP_LABELS[step], count: counts.get(step) ?? 0 }));
}

function describeEvaluations(dataset: Dataset, cohort: readonly Complaint[]): ComplaintFigures['evaluations'] {
  const { processScore, planScore, resultScore } = tableOf(dataset, 'complaints').columns;
  return [
    { label: { zh: '过程评估', en: 'Process' }, column: processScore },
    { label: { zh: '方案评估', en: 'Plan' }, column: planScore },
    { label: { zh: '结果评估', en: 'Result' }, column: resultScore },
  ].flatMap(({ label, column }) => {
    if (!column) return [];
    const marks = cohort.map(({ row }) => column[row]!).filter((mark) => mark === mark);
    return [{ label, mean: ratioOf(sumOf(marks), marks.length, marks.length, cohort.length - marks.length) }];
  });
}

function describeOpen(dataset: Dataset, complaint: Complaint, window: AnalysisWindow): OpenComplaint {
  const { columns, origin } = tableOf(dataset, 'complaints');
  const { row, day, stage, problem } = complaint;
  return {
    client: columns.client?.[row] ?? NO_CLIENT,
    complaintNo: textAt(columns.complaintNo, row),
    receivedDay: day,
    stage,
    problem,
    ageDays: Math.max(0, window.asOf - day),
    step: STEP_LABELS[stepOf(tableOf(dataset, 'complaints'), row, window.asOf)],
    escalation: ESCALATION_LABELS[escalationOf(tableOf(dataset, 'complaints'), row)],
    lacking: lackingOf(tableOf(dataset, 'complaints'), row),
    ...origin.placeAt(row, dataset.sheets),
  };
}
