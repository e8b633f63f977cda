import type { PlannedContact, RepPlan } from '../../core/plan/call-plan';
import { isoMonthOf } from '../../core/model/day';
import { fill } from '../../i18n/text';
import { label, text } from '../columns';
import { defineTable, type AnyTable, type Report } from '../define-report';
import type { ReportContext } from '../report-context';
import { CELL, TAB } from '../theme';
import { PLAN_HEADERS, repName, WAY_WORDS } from '../words/plan-words';
import { planBanners, planMissing, planOf, PLAN_COLUMNS } from './call-plan.report';

/** More people than this would be more print areas than a sheet can name. */
const MOST_PEOPLE = 100;

const isToDo = ({ status }: PlannedContact): boolean =>
  status === 'planned' || status === 'missed' || status === 'moved';

/** To be ticked off with a pen. */
const BOX = '☐';

const COLUMNS = [
  label<PlannedContact>({ zh: '办', en: '✓' }, () => BOX, { minWidth: 4, maxWidth: 4 }),
  PLAN_COLUMNS.day,
  PLAN_COLUMNS.weekday,
  PLAN_COLUMNS.name,
  { ...PLAN_COLUMNS.level, hideWhenEmpty: true },
  { ...PLAN_COLUMNS.contact, hideWhenEmpty: false },
  { ...PLAN_COLUMNS.phone, hideWhenEmpty: false },
  label<PlannedContact>(PLAN_HEADERS.way, ({ slot }) => WAY_WORDS[slot], { minWidth: 7 }),
  { ...PLAN_COLUMNS.purpose, maxWidth: 38 },
  { ...PLAN_COLUMNS.talk, maxWidth: 32, hideWhenEmpty: false },
  { ...PLAN_COLUMNS.lastContact, maxWidth: 26, hideWhenEmpty: false },
  text<PlannedContact>({ zh: '结果（手写）', en: 'Result (by hand)' }, () => '', {
    minWidth: 22,
    style: CELL.text,
  }),
];

function tableOfRep(plan: RepPlan, contacts: readonly PlannedContact[], month: string): AnyTable {
  const { rep, schedule } = plan;
  const own = contacts.filter((one) => one.rep === schedule.rep && isToDo(one));
  return defineTable<PlannedContact>({
    id: `rep${schedule.rep}`,
    heading: fill(
      { zh: '{rep}   {month}   {n} 次联络', en: '{rep}   {month}   {n} contacts' },
      { rep: repName(rep.name), month, n: own.length },
    ),
    rows: () => own,
    columns: COLUMNS,
  });
}

function tablesOf(context: ReportContext): readonly AnyTable[] {
  const plan = planOf(context);
  if (!plan) return [];
  return plan.reps
    .filter(({ schedule }) => plan.contacts.some((one) => one.rep === schedule.rep && isToDo(one)))
    .slice(0, MOST_PEOPLE)
    .map((rep) => tableOfRep(rep, plan.contacts, isoMonthOf(plan.month.month)));
}

/** What each person takes along: one page a person, to be printed and written on. */
export const planPages: Report = {
  id: 'planPages',
  sheet: { zh: '联络计划-按人', en: 'Call plan by person' },
  title: { zh: '联络计划（每人一页）', en: 'Call plan, a page a person' },
  purpose: { zh: '打印用：每人一页，还没做的联络', en: 'For printing: a page a person, what is still to do' },
  tab: TAB.lists,
  needs: [],
  missing: (context) =>
    planMissing(context) ??
    (tablesOf(context).length === 0 ? { zh: '没有待办的联络', en: 'nothing left to do' } : undefined),
  orientation: 'landscape',
  banners: planBanners,
  moreTables: tablesOf,
  isPagePerTable: true,
  highlights: () => [
    {
      zh: '结果请回填到「联络计划」表的浅黄色列；本表刷新时重写。',
      en: 'Bring results back to the pale yellow columns of “Call plan”; this sheet is written again at every refresh.',
    },
  ],
  tables: [],
  freezeHeader: false,
  sources: [],
  settings: [],
};
