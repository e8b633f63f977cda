import type { ClientBrief } from '../../core/plan/client-brief';
import type { CallPlan } from '../../core/plan/call-plan';
import type { PlannedContact } from '../../core/plan/planned-contact';
import { PRESET_NOTES } from '../../core/plan/frequencies';
import { isoMonthOf, isoOf, weekdayOf, civilOf } from '../../core/model/day';
import { HOLIDAY_COUNTRIES } from '../../core/settings/holiday-countries';
import { joinTexts, fill, type Text } from '../../i18n/text';
import { wordNumber, wordPercent } from '../../i18n/wording';
import { day, label, text, userChoice, userDay, userText, type Column } from '../layout/columns';
import { defineReport, type Banner } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { CELL, PALETTE, TAB } from '../layout/theme';
import {
  CONTACT_METHODS,
  PLAN_HEADERS,
  PLAN_TITLE,
  repName,
  STATUS_OF_CONTACT,
  WAY_WORDS,
  WEEKDAY_WORDS,
  wordClass,
} from '../words/plan-words';

const HOLIDAYS_OF: Readonly<Record<string, Text | undefined>> = HOLIDAY_COUNTRIES;

export const planOf = ({ callPlan }: ReportContext): CallPlan | undefined => callPlan;

/** Why none of the plan's sheets is written. */
export function planMissing(context: ReportContext): Text | undefined {
  const plan = planOf(context);
  if (!plan) return { zh: '没有客户，不能排计划', en: 'no clients to plan for' };
  return plan.contacts.length + plan.spilled.length === 0
    ? { zh: '本月没有要联络的客户', en: 'nobody is due for a contact this month' }
    : undefined;
}

/** The month that the plan's sheets speak of. */
export function printMonth(context: ReportContext): string | undefined {
  const plan = planOf(context);
  return plan && isoMonthOf(plan.month.month);
}

export function planBanners(context: ReportContext): readonly Banner[] {
  const plan = planOf(context);
  if (!plan) return [];
  if (plan.lacksHolidays)
    return [
      {
        tone: 'watch',
        text: fill(
          {
            zh: '▲ 工作日历按其他国家：{year} 年只去掉周末，「节假日」表里还没有这一年的节日，请填写后刷新',
            en: '▲ Calendar of another country: only weekends are off in {year}, as your holiday sheet has no day of that year; fill them in and refresh',
          },
          { year: civilOf(plan.month.from).year },
        ),
      },
    ];
  const year = civilOf(plan.month.from).year;
  const country = HOLIDAYS_OF[context.analysis.settings['plan.calendar']];
  if (country && plan.lacksCountry)
    return [
      {
        tone: 'bad',
        text: fill(
          {
            zh: '▲ {country}的节假日没有加载成功（可能没有联网）：{year} 年只去掉了周末和「节假日」表里的日子；联网后请再刷新',
            en: '▲ The holidays of {country} could not be loaded (perhaps offline): only weekends and your own holiday sheet are off in {year}; refresh again once online',
          },
          { country, year },
        ),
      },
    ];
  if (plan.isPublished) return [];
  if (country)
    return [
      {
        tone: 'watch',
        text: fill(
          {
            zh: '▲ {country} {year} 年的节假日，数据里还没有官方公布的安排：按规则推算，可能有缺；公布后请在「工作日历」表核对',
            en: '▲ The days off of {year} in {country} are not announced in the data: worked out by rule, some may lack; check “Work calendar” once they are',
          },
          { country, year },
        ),
      },
    ];
  return [
    {
      tone: 'watch',
      text: fill(
        {
          zh: '▲ {year} 年节假日安排未公布：只按法定节日和周末排，公布后请在「工作日历」表核对',
          en: '▲ The days off of {year} are not announced: weekends and statutory days only; check “Work calendar” once they are',
        },
        { year: civilOf(plan.month.from).year },
      ),
    },
  ];
}

/** C-29: where the top 20 are half of the book, nearly everybody is 重点 and the plan says nothing any more. */
function smallBookBanners({ analysis: { keyAccounts } }: ReportContext): readonly Banner[] {
  if (!keyAccounts.known || !keyAccounts.value.smallBook.known) return [];
  const { text } = keyAccounts.value.smallBook.value;
  return [
    {
      tone: 'watch',
      text: fill(
        { zh: '▲ {text}（「参数」：重点客户前几名）。', en: '▲ {text} (“Settings”: key clients, top).' },
        { text },
      ),
    },
  ];
}

const briefOf = ({ client }: { readonly client: number }, context: ReportContext): ClientBrief | undefined =>
  planOf(context)?.briefs.get(client);

/** Columns that the plan and its pages by person share. */
export const PLAN_COLUMNS = {
  day: day<PlannedContact>(PLAN_HEADERS.day, (row) => row.day ?? { known: false, why: { reason: 'not-entered' } }, {
    silent: true,
    minWidth: 11,
    isLead: true,
  }),
  weekday: label<PlannedContact>(
    PLAN_HEADERS.weekday,
    (row) => (row.day === undefined ? '' : WEEKDAY_WORDS[weekdayOf(row.day)]!),
    { minWidth: 6, maxWidth: 7, isLead: true },
  ),
  rep: text<PlannedContact>(
    PLAN_HEADERS.rep,
    (row, context) => {
      const rep = planOf(context)?.reps[row.rep];
      return rep ? repName(rep.rep.name) : (row.shown?.rep ?? '');
    },
    { minWidth: 8, maxWidth: 12, isLead: true },
  ),
  name: text<PlannedContact>(
    PLAN_HEADERS.name,
    (row, context) => briefOf(row, context)?.name ?? row.shown?.name ?? '',
    {
      minWidth: 16,
      maxWidth: 24,
      isLead: true,
    },
  ),
  level: label<PlannedContact>(PLAN_HEADERS.level, (row) => wordClass(row.level, row.tier), {
    minWidth: 12,
    maxWidth: 16,
  }),
  contact: text<PlannedContact>(PLAN_HEADERS.contact, (row, context) => briefOf(row, context)?.contact ?? '', {
    hideWhenEmpty: true,
    maxWidth: 14,
  }),
  phone: text<PlannedContact>(PLAN_HEADERS.phone, (row, context) => briefOf(row, context)?.phone ?? '', {
    hideWhenEmpty: true,
    minWidth: 13,
    maxWidth: 16,
  }),
  way: label<PlannedContact>(PLAN_HEADERS.way, ({ slot }) => WAY_WORDS[slot], { minWidth: 7 }),
  purpose: text<PlannedContact>(PLAN_HEADERS.purpose, (row) => row.purpose, { maxWidth: 36, style: CELL.wrapped }),
  preparation: text<PlannedContact>(PLAN_HEADERS.preparation, (row) => row.preparation, {
    maxWidth: 22,
    style: CELL.wrapped,
  }),
  lastContact: text<PlannedContact>(
    PLAN_HEADERS.lastContact,
    (row, context) => wordLastContact(briefOf(row, context)),
    { maxWidth: 26, hideWhenEmpty: true, style: CELL.wrapped },
  ),
  talk: text<PlannedContact>(
    PLAN_HEADERS.talk,
    (row, context) => joinTexts(briefOf(row, context)?.talkingPoints ?? []),
    { maxWidth: 28, hideWhenEmpty: true, style: CELL.wrapped },
  ),
} as const satisfies Record<string, Column<PlannedContact>>;

function wordLastContact(brief: ClientBrief | undefined): string {
  if (!brief?.lastContact.known) return '';
  const { day: on, method, content } = brief.lastContact.value;
  return [isoOf(on), method, content].filter((part) => part !== '').join(' ');
}

const YES: readonly Text[] = [
  { zh: '是', en: 'Yes' },
  { zh: '否', en: 'No' },
];

function gistOf(context: ReportContext): readonly Text[] {
  const plan = planOf(context);
  if (!plan) return [];
  const { attainment, month, spilled, reps } = plan;
  const gap = reps.reduce((sum, one) => sum + one.gap, 0);
  const { total } = attainment;
  return [
    fill(
      {
        zh: '计划月份 {month}   |   工作日 {days} 天   |   计划 {planned} 次，已完成 {done} 次（{rate}），逾期 {missed} 次   |   未排入 {spilled} 次（见「时间分配」）   |   人天缺口 {gap}',
        en: 'Month {month}   |   {days} working days   |   {planned} contacts planned, {done} done ({rate}), {missed} missed   |   {spilled} without a day (see “Time split”)   |   short of person-days: {gap}',
      },
      {
        month: isoMonthOf(month.month),
        days: month.days.length,
        planned: wordNumber(total.planned),
        done: wordNumber(total.done),
        rate: total.attainment.value.known ? wordPercent(total.attainment.value.value) : '—',
        missed: wordNumber(total.missed),
        spilled: wordNumber(spilled.length),
        gap: wordNumber(gap, 1),
      },
    ),
    PRESET_NOTES[plan.preset],
    {
      zh: '做完后填「实际日期」「结果」或在「完成」选是；改天做就填「改期」。填过的行刷新后不动；只填结果也算完成，没联系上请把「完成」选否。',
      en: 'When it is done, fill in the actual date or the result, or pick Yes under “Done”; for another day, fill in “Moved to”. Rows that you filled in stay. A result alone counts as done: pick No where nobody was reached.',
    },
  ];
}

/** 表13-6: who is contacted when, by whom and why; the pale yellow columns are the person's. */
export const callPlan = defineReport<PlannedContact>({
  id: 'callPlan',
  sheet: PLAN_TITLE,
  title: PLAN_TITLE,
  purpose: {
    zh: '表13-6：下月（或本月）按天、按人的联络计划，填结果后刷新不丢',
    en: 'The month’s contacts by day and person; what you fill in survives every refresh',
  },
  tab: TAB.lists,
  needs: [],
  missing: planMissing,
  printPeriod: printMonth,
  orientation: 'landscape',
  freezeHeader: true,
  banners: (context) => [...planBanners(context), ...smallBookBanners(context)],
  highlights: gistOf,
  rows: (context) => planOf(context)?.contacts ?? [],
  keyedBy: 'first',
  columns: [
    PLAN_COLUMNS.day,
    PLAN_COLUMNS.weekday,
    PLAN_COLUMNS.rep,
    PLAN_COLUMNS.name,
    PLAN_COLUMNS.level,
    PLAN_COLUMNS.contact,
    PLAN_COLUMNS.phone,
    PLAN_COLUMNS.way,
    PLAN_COLUMNS.purpose,
    PLAN_COLUMNS.preparation,
    PLAN_COLUMNS.talk,
    PLAN_COLUMNS.lastContact,
    userChoice(PLAN_HEADERS.done, YES, { id: 'done', minWidth: 7, maxWidth: 8 }),
    userDay(PLAN_HEADERS.actualDay, { id: 'actualDay', minWidth: 11 }),
    userChoice(PLAN_HEADERS.method, CONTACT_METHODS, { id: 'method', minWidth: 10, maxWidth: 14, allowsOther: true }),
    userText(PLAN_HEADERS.result, { id: 'result', minWidth: 24 }),
    userDay(PLAN_HEADERS.nextDay, { id: 'nextDay', minWidth: 11 }),
    userDay(PLAN_HEADERS.movedDay, { id: 'movedDay', minWidth: 11 }),
    userText(PLAN_HEADERS.notes, { id: 'notes', minWidth: 16 }),
    label(PLAN_HEADERS.status, ({ status }) => STATUS_OF_CONTACT[status], {
      minWidth: 10,
      tones: [
        { text: STATUS_OF_CONTACT.done, tone: 'good' },
        { text: STATUS_OF_CONTACT.logged, tone: 'good' },
        { text: STATUS_OF_CONTACT.missed, tone: 'bad' },
        { text: STATUS_OF_CONTACT.moved, tone: 'watch' },
        { text: STATUS_OF_CONTACT.carried, tone: 'watch' },
        { text: STATUS_OF_CONTACT.cancelled, tone: 'neutral' },
        { text: STATUS_OF_CONTACT.earlier, tone: 'neutral' },
      ],
    }),
    text(PLAN_HEADERS.source, ({ source }) => source, {
      maxWidth: 18,
      isUnprinted: true,
      style: { ...CELL.text, color: PALETTE.muted },
    }),
    text(PLAN_HEADERS.key, ({ key }) => key, {
      key: true,
      isUnprinted: true,
      maxWidth: 26,
      style: { ...CELL.text, color: PALETTE.muted },
    }),
  ],
  sources: ['clients', 'transactions', 'contacts', 'prospects', 'invoices', 'complaints', 'reps', 'holidays'],
  settings: [
    'plan.preset',
    'plan.visitsKey',
    'plan.visitsFocus',
    'plan.callsPerDay',
    'plan.visitsPerDay',
    'plan.mergeDays',
  ],
});
