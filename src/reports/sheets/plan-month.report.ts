import { WEEKDAY_WORDS } from '../../i18n/weekdays';
import type { CallPlan } from '../../core/plan/call-plan';
import type { PlannedContact } from '../../core/plan/planned-contact';
import { asDay, civilOf, isoMonthOf, weekdayOf, type Day } from '../../core/model/day';
import type { Lang } from '../../i18n/lang';
import { fill, type Text } from '../../i18n/text';
import { text, type Column } from '../layout/columns';
import { defineReport } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { CELL, PALETTE, TAB } from '../layout/theme';
import { REP_BLANK } from '../words/plan-words';
import { planBanners, planMissing, planOf, printMonth } from './call-plan.report';

/** A week of the grid: its Monday. */
interface Week {
  readonly monday: Day;
}

/** So many people are told apart in one day's cell; more are added up. */
const MOST_NAMES = 8;

function weeksOf(plan: CallPlan): readonly Week[] {
  const weeks: Week[] = [];
  for (let day = asDay(plan.month.from - weekdayOf(plan.month.from)); day <= plan.month.to; day = asDay(day + 7))
    weeks.push({ monday: day });
  return weeks;
}

const isInMonth = (plan: CallPlan, day: Day): boolean => day >= plan.month.from && day <= plan.month.to;

/** `9 班（补国庆节）`, then a line a person: how many calls and visits. */
function wordDay(plan: CallPlan, day: Day, lang: Lang): string {
  if (!isInMonth(plan, day)) return '';
  const { isWorking, holiday } = plan.calendar.detail(day);
  const number = String(civilOf(day).day);
  const head = isWorking
    ? holiday
      ? fill({ zh: '{number} 班（{name}）', en: '{number} at work ({name})' }, { number, name: makeUpFor(holiday) })[
          lang
        ]
      : number
    : `${number} ${holiday ? holiday[lang] : { zh: '休', en: 'off' }[lang]}`;
  const own = plan.contacts.filter((contact) => contact.day === day && contact.priority !== undefined);
  return [head, ...wordLoads(plan, own, lang)].join('\n');
}

/** The table names the holiday that is made up for; her own sheet may say 国庆节调休 itself. */
const makeUpFor = ({ zh, en }: Text): Text => ({ zh: /[休班]/.test(zh) ? zh : `补${zh}`, en });

function wordLoads(plan: CallPlan, own: readonly PlannedContact[], lang: Lang): string[] {
  const load = (contacts: readonly PlannedContact[]): string => {
    const calls = contacts.filter(({ slot }) => slot !== 'visit').length;
    const visits = contacts.length - calls;
    const parts = [
      ...(calls > 0 ? [{ zh: `电话${calls}`, en: `${calls} ${calls === 1 ? 'call' : 'calls'}` }[lang]] : []),
      ...(visits > 0 ? [{ zh: `拜访${visits}`, en: `${visits} ${visits === 1 ? 'visit' : 'visits'}` }[lang]] : []),
    ];
    return parts.join(' ');
  };
  const reps = [...new Set(own.map(({ rep }) => rep))].sort((a, b) => a - b);
  if (reps.length > MOST_NAMES) return [load(own)];
  return reps.map((rep) => {
    const name = plan.reps[rep]?.rep.name ?? '';
    return `${name === '' ? REP_BLANK[lang] : name} ${load(own.filter((one) => one.rep === rep))}`;
  });
}

const dayColumn = (weekday: number): Column<Week> =>
  text<Week>(
    WEEKDAY_WORDS[weekday]!,
    ({ monday }, context): Text => {
      const plan = planOf(context)!;
      const day = asDay(monday + weekday);
      return { zh: wordDay(plan, day, 'zh'), en: wordDay(plan, day, 'en') };
    },
    {
      minWidth: 17,
      maxWidth: 20,
      style: {
        ...CELL.wrapped,
        verticalAlign: 'top',
        border: {
          top: { style: 'thin', color: PALETTE.line },
          bottom: { style: 'thin', color: PALETTE.line },
          left: { style: 'thin', color: PALETTE.line },
          right: { style: 'thin', color: PALETTE.line },
        },
        ...(weekday >= 5 && { fill: PALETTE.surface }),
      },
    },
  );

/** The plan's month to look at: a week a row, a day a cell, how much each person has. */
export const planMonth = defineReport<Week>({
  id: 'planMonth',
  sheet: { zh: '计划月历', en: 'Plan month' },
  title: { zh: '联络计划月历', en: 'Call plan by day' },
  purpose: {
    zh: '一页看全月：每天每人电话和拜访几次，节假日和调休',
    en: 'The month on one page: calls and visits per day and person',
  },
  tab: TAB.lists,
  needs: [],
  missing: planMissing,
  printPeriod: printMonth,
  orientation: 'landscape',
  hasFilter: false,
  banners: planBanners,
  highlights: (context: ReportContext) => {
    const plan = planOf(context);
    return plan
      ? [
          fill(
            { zh: '{month}   |   工作日 {days} 天', en: '{month}   |   {days} working days' },
            { month: isoMonthOf(plan.month.month), days: plan.month.days.length },
          ),
        ]
      : [];
  },
  rows: (context) => {
    const plan = planOf(context);
    return plan ? weeksOf(plan) : [];
  },
  columns: WEEKDAY_WORDS.map((_, weekday) => dayColumn(weekday)),
  sources: ['holidays'],
  settings: [],
});
