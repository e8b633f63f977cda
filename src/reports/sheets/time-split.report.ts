import { isoMonthOf } from '../../core/model/day';
import type { Attainment, AttainmentLine } from '../../core/plan/attainment';
import type { RepPlan } from '../../core/plan/call-plan';
import type { GradeAllotment } from '../../core/plan/time-split';
import { ratioOf, type Ratio } from '../../core/model/ratio';
import type { LoggedOfRep } from '../../core/plan/unplanned-contacts';
import { known, missing } from '../../core/model/outcome';
import { LEVEL_LABELS } from '../../core/sales/key-accounts';
import { fill, type Text } from '../../i18n/text';
import { wordNumber } from '../../i18n/wording';
import { count, growth, number, ratio, text, type CellContent } from '../layout/columns';
import { defineReport, defineTable } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { TAB, TONES } from '../layout/theme';
import { HISTORY_HEADERS, wordMonth, type AttainedMonth } from '../standing/attainment-history';
import { SHEET_WORDS } from '../words/sheet-words';
import { GRADE_WORDS, PLAN_HEADERS, repName } from '../words/plan-words';
import { planBanners, planMissing, planOf, printMonth } from './call-plan.report';

interface GradeLine extends GradeAllotment {
  readonly rep: RepPlan;
  readonly planned: number;
}

/** Only who has anything to do: a grade that nobody asks for is shown too, its days are what flows on. */
function gradeLines(context: ReportContext): readonly GradeLine[] {
  return (planOf(context)?.reps ?? [])
    .filter(({ schedule }) => schedule.demandDays > 0)
    .flatMap((rep) => rep.schedule.allotments.map((one) => ({ ...one, rep, planned: plannedOf(rep, one, context) })));
}

function plannedOf(rep: RepPlan, { grade, demand }: GradeAllotment, context: ReportContext): number {
  const plan = planOf(context);
  if (!plan) return 0;
  const left = plan.spilled.filter((one) => one.rep === rep.schedule.rep && one.grade === grade).length;
  return demand - left;
}

const DAYS = { style: { numberFormat: '#,##0.0' } } as const;

/** Red is for who has too much, not for who has room. */
const OVERLOADED = { color: TONES.bad.color, bold: true } as const;

const personDays = defineTable<RepPlan>({
  id: 'personDays',
  heading: { zh: '人天：需求、可用、缺口', en: 'Person-days: needed, available, short' },
  note: {
    zh: '电话 1 ÷ 每天电话数，拜访 1 ÷ 每天拜访数，商机按上表；负荷偏离平均 20% 以上的列出，偏高的红字。',
    en: 'Call: 1 ÷ calls a day; visit: 1 ÷ visits a day; opportunity: as above. Shown: loads 20% off the mean, those above it in red.',
  },
  rows: (context) => planOf(context)?.reps.filter(({ schedule }) => schedule.demandDays > 0) ?? [],
  columns: [
    text(PLAN_HEADERS.rep, ({ rep }) => repName(rep.name), { id: 'rep' }),
    count({ zh: '工作日', en: 'Working days' }, ({ schedule }) => schedule.workDays, { total: 'sum' }),
    number({ zh: '需求人天', en: 'Needed' }, ({ schedule }) => schedule.demandDays, { total: 'sum', ...DAYS }),
    number({ zh: '已排人天', en: 'Planned' }, ({ schedule }) => schedule.plannedDays, { total: 'sum', ...DAYS }),
    number({ zh: '缺口人天', en: 'Short' }, ({ gap }) => gap, { total: 'sum', ...DAYS }),
    number({ zh: '还有余力', en: 'Room left' }, ({ schedule }) => schedule.freeDays, { total: 'sum', ...DAYS }),
    growth(
      { zh: '负荷偏离', en: 'Load against mean' },
      ({ imbalance }) => (imbalance === undefined ? missing({ reason: 'nothing-due' }) : known(imbalance)),
      {
        silent: true,
        style: { numberFormat: '+0.0%;-0.0%;0.0%' },
        styleOf: ({ imbalance }) => (imbalance !== undefined && imbalance > 0 ? OVERLOADED : undefined),
      },
    ),
  ],
});

const attainmentTable = (
  id: string,
  heading: Text,
  first: Text,
  nameOf: (line: AttainmentLine, context: ReportContext) => string | Text,
  pick: (context: ReportContext) => readonly AttainmentLine[],
  total: (attainment: Attainment) => AttainmentLine = (attainment) => attainment.total,
) =>
  defineTable<AttainmentLine>({
    id,
    heading,
    rows: pick,
    columns: [
      text(first, nameOf, { id: 'line' }),
      count({ zh: '计划', en: 'Planned' }, ({ planned }) => planned, { total: 'sum' }),
      count({ zh: '完成', en: 'Done' }, ({ done }) => done, { total: 'sum' }),
      count({ zh: '逾期', en: 'Missed' }, ({ missed }) => missed, { total: 'sum' }),
      ratio({ zh: '达成率', en: 'Attainment' }, ({ attainment }) => attainment.value, {
        total: (context) => totalOf(context, total, ({ attainment }) => attainment),
      }),
      ratio({ zh: '客户覆盖率', en: 'Clients covered' }, ({ coverage }) => coverage.value, {
        total: (context) => totalOf(context, total, ({ coverage }) => coverage),
      }),
    ],
  });

const totalOf = (
  context: ReportContext,
  total: (attainment: Attainment) => AttainmentLine,
  pick: (line: AttainmentLine) => Ratio,
): CellContent => {
  const plan = planOf(context);
  return valueOf(plan && pick(total(plan.attainment)).value);
};

/** 001-34: what nobody had planned, of the contacts that the log has of the month. */
const unplannedContacts = defineTable<LoggedOfRep>({
  id: 'unplannedContacts',
  heading: { zh: '计划外联络：按记录中的区域代表', en: 'Contacts that nobody planned, by who logged them' },
  note: {
    zh: '本月联络记录中，没有对应计划行的联络（来电、顺路拜访等）；方式写明拜访的算拜访，其余算电话。',
    en: 'Contacts of the month in the log without a line of the plan (calls that came in, visits on the way); a method that says visit is a visit, all others are calls.',
  },
  rows: (context) => planOf(context)?.unplanned.byRep ?? [],
  whenEmpty: { zh: '本月还没有联络记录。', en: 'Nothing is logged of this month yet.' },
  columns: [
    text({ zh: '区域代表', en: 'Sales rep' }, ({ rep }) => repName(rep), { id: 'logger' }),
    count({ zh: '已记录', en: 'Logged' }, ({ logged }) => logged, { total: 'sum' }),
    count({ zh: '其中拜访', en: 'Visits' }, ({ visits }) => visits, { total: 'sum' }),
    count({ zh: '计划外电话', en: 'Unplanned calls' }, ({ unplannedCalls }) => unplannedCalls, { total: 'sum' }),
    count({ zh: '计划外拜访', en: 'Unplanned visits' }, ({ unplannedVisits }) => unplannedVisits, { total: 'sum' }),
    ratio({ zh: '计划外占比', en: 'Share unplanned' }, ({ share }) => share.value, {
      total: (context) => valueOf(planOf(context)?.unplanned.total.share.value),
    }),
  ],
});

const valueOf = (
  outcome: AttainmentLine['attainment']['value'] | undefined,
): number | { readonly why: Parameters<typeof missing>[0] } =>
  outcome === undefined ? { why: { reason: 'no-rows' } } : outcome.known ? outcome.value : { why: outcome.why };

/** Stays when the next month is planned: what was planned and done of each month. */
const attainedMonths = defineTable<AttainedMonth>({
  id: 'attainedMonths',
  heading: { zh: '达成：各月', en: 'Attainment by month' },
  rows: ({ attained }) => attained,
  columns: [
    text(HISTORY_HEADERS.month, wordMonth, { id: 'month' }),
    text(HISTORY_HEADERS.rep, ({ rep }) => rep, { id: 'rep' }),
    count(HISTORY_HEADERS.planned, ({ planned }) => planned),
    count(HISTORY_HEADERS.done, ({ done }) => done),
    count(HISTORY_HEADERS.missed, ({ missed }) => missed),
    ratio({ zh: '达成率', en: 'Attainment' }, ({ planned, done }) => ratioOf(done, planned, planned, 0).value),
  ],
});

/** 000-C10: how each person's month is split, what that holds, what is asked for, and how far the plan has come. */
export const timeSplit = defineReport<GradeLine>({
  id: 'timeSplit',
  sheet: { zh: '时间分配', en: 'Time split' },
  title: { zh: '联络计划：时间分配与达成', en: 'Call plan: time split and attainment' },
  purpose: {
    zh: '每人工作日按商机 A/B/C/新客户分配（10:4:4:2），人天缺口，计划达成',
    en: 'Working days by opportunity grade and new clients, person-days short, attainment',
  },
  tab: TAB.lists,
  needs: [],
  missing: planMissing,
  printPeriod: printMonth,
  orientation: 'portrait',
  paper: 'whole',
  hasFilter: false,
  banners: planBanners,
  message: (context) => {
    const plan = planOf(context);
    if (!plan) return undefined;
    const gap = plan.reps.reduce((sum, one) => sum + one.gap, 0);
    return fill(
      {
        zh: '{month}：{reps} 人、{days} 个工作日，人天缺口 {gap}，没排下的联络 {spilled} 次',
        en: '{month}: {reps} people, {days} working days, short of {gap} person-days, {spilled} contacts without a day',
      },
      {
        month: isoMonthOf(plan.month.month),
        reps: wordNumber(plan.reps.length),
        days: wordNumber(plan.month.days.length),
        gap: wordNumber(gap, 1),
        spilled: wordNumber(plan.spilled.length),
      },
    );
  },
  highlights: (context) => {
    const plan = planOf(context);
    if (!plan || plan.massClients === 0) return [];
    return [
      fill(
        {
          zh: '商机D {n} 家：群发活动加每季度一张卡片，不占人天',
          en: 'Opportunities D: {n} clients, mailings and a card a quarter, no person-days',
        },
        { n: wordNumber(plan.massClients) },
      ),
    ];
  },
  rows: gradeLines,
  columns: [
    text(PLAN_HEADERS.rep, ({ rep }) => repName(rep.rep.name), { id: 'rep', minWidth: 14 }),
    text({ zh: '用于', en: 'For' }, ({ grade }) => GRADE_WORDS[grade], { minWidth: 16 }),
    number({ zh: '天数', en: 'Days' }, ({ days }) => days, { ...DAYS, minWidth: 12 }),
    count({ zh: '可联络家数', en: 'Clients that fit' }, ({ capacity }) => capacity, { total: 'sum', minWidth: 13 }),
    number({ zh: '前面余下转入人天', en: 'Days handed down' }, ({ handedDown }) => handedDown, {
      ...DAYS,
      minWidth: 13,
    }),
    count({ zh: '需求家数', en: 'Needed' }, ({ demand }) => demand, { total: 'sum', minWidth: 13 }),
    count({ zh: '排入家数', en: 'Planned' }, ({ planned }) => planned, { total: 'sum', minWidth: 13 }),
  ],
  tables: [
    personDays,
    attainmentTable(
      'attainmentByRep',
      { zh: '达成：按人', en: 'Attainment by person' },
      PLAN_HEADERS.rep,
      ({ rep }, context) => repName(planOf(context)?.reps[rep]?.rep.name ?? ''),
      (context) => planOf(context)?.attainment.byRep ?? [],
    ),
    attainmentTable(
      'attainmentByLevel',
      { zh: '达成：按类别', en: 'Attainment by class' },
      PLAN_HEADERS.level,
      ({ level }) => (level ? LEVEL_LABELS[level] : SHEET_WORDS.blankGroup),
      (context) => planOf(context)?.attainment.byLevel ?? [],
    ),
    attainmentTable(
      'visitsByRep',
      { zh: '出差拜访：计划与完成', en: 'Visits: planned and made' },
      PLAN_HEADERS.rep,
      ({ rep }, context) => repName(planOf(context)?.reps[rep]?.rep.name ?? ''),
      (context) => planOf(context)?.attainment.visitsByRep ?? [],
      ({ visits }) => visits,
    ),
    unplannedContacts,
    attainedMonths,
  ],
  sources: ['reps', 'holidays', 'prospects'],
  settings: [
    'plan.daysA',
    'plan.clientsA',
    'plan.daysB',
    'plan.clientsB',
    'plan.daysC',
    'plan.clientsC',
    'plan.daysNew',
    'plan.clientsNew',
    'plan.callsPerDay',
    'plan.visitsPerDay',
  ],
});
