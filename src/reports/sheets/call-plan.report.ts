import { WEEKDAY_WORDS } from '../../i18n/weekdays';
import { wordSource } from '../words/source-words';
import type { ClientBrief } from '../../core/plan/client-brief';
import type { CallPlan, RepPlan } from '../../core/plan/call-plan';
import type { CountryEvidence } from '../../core/calendar/guess-country';
import { pointsBeside } from '../../core/plan/reasons/points-beside';
import type { PlannedContact } from '../../core/plan/planned-contact';
import { PRESET_NOTES } from '../../core/plan/frequencies';
import { isoMonthOf, isoOf, weekdayOf, civilOf } from '../../core/model/day';
import { HOLIDAY_COUNTRIES } from '../../core/settings/holiday-countries';
import { joinTexts, fill, verbatim, type Text } from '../../i18n/text';
import type { BorderLine, CellStyle } from '../../workbook/style';
import { wordNumber, wordPercent } from '../../i18n/wording';
import { day, label, text, userChoice, userDay, userText, type Column } from '../layout/columns';
import { defineReport, type Banner } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { CELL, PALETTE, TAB } from '../layout/theme';
import {
  CONTACT_METHODS,
  PLAN_HEADERS,
  PLAN_TITLE,
  STATUS_OF_CONTACT,
  WAY_WORDS,
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

const EVIDENCE: Readonly<Record<CountryEvidence, Text>> = {
  countries: { zh: '客户的国家', en: 'the clients’ countries' },
  currency: { zh: '币种', en: 'the currency' },
  names: { zh: '客户名称的文字', en: 'the writing of the clients’ names' },
  none: { zh: '没有依据', en: 'nothing' },
};

/** Asked once: whoever chooses a calendar on 参数 sees it no more. A Chinese book needs no question. */
function guessBanners({ country, guessedBy }: CallPlan): readonly Banner[] {
  if (guessedBy === undefined || country === 'CN') return [];
  return [
    {
      tone: 'watch',
      text: fill(
        {
          zh: '▲ 工作日历按{by}判断为：{country}。请在「参数」的「工作日历」里选定，选过就不再问',
          en: '▲ Working calendar guessed by {by}: {country}. Choose one under “Working calendar” on “Settings”, and this is not asked again',
        },
        {
          by: EVIDENCE[guessedBy],
          country: HOLIDAYS_OF[country] ?? { zh: '中国以外，只去掉周末', en: 'outside China, weekends only' },
        },
      ),
    },
  ];
}

export function planBanners(context: ReportContext): readonly Banner[] {
  const plan = planOf(context);
  return plan ? [...guessBanners(plan), ...holidayBanners(plan)] : [];
}

function holidayBanners(plan: CallPlan): readonly Banner[] {
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
  const country = HOLIDAYS_OF[plan.country];
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

/** What does not fit, who has too much, and what nobody has: in red where something has to give. */
/** Moves that are spelt out; the others are of less weight. */
const MOST_MOVES = 3;

/** Who could take which clients of whom: clients keep their rep until somebody decides. */
function wordMoves(context: ReportContext): Text {
  const plan = planOf(context);
  const moves = [...(plan?.moves ?? [])].sort((a, b) => b.days - a.days).slice(0, MOST_MOVES);
  if (!plan || moves.length === 0)
    return {
      zh: '同一地区没有别人有余力，见「时间分配」',
      en: 'nobody of the same region has room (see “Time split”)',
    };
  const nameOf = (rep: number): string => plan.reps[rep]?.rep.name ?? '';
  return joinTexts(
    moves.map(({ from, to, region, clients, days }) =>
      fill(
        {
          zh: '建议把{from}在{region}的 {n} 家（{names}{more}）转给{to}，{days} 人天',
          en: 'proposed: {n} clients of {from} in {region} ({names}{more}) to {to}, {days} person-days',
        },
        {
          from: nameOf(from),
          to: nameOf(to),
          region,
          n: wordNumber(clients.length),
          names: joinTexts(
            clients.slice(0, MOST_MOVES).map((client) => verbatim(plan.briefs.get(client)?.name ?? '')),
            { zh: '、', en: ', ' },
          ),
          more: clients.length > MOST_MOVES ? { zh: '等', en: ' …' } : { zh: '', en: '' },
          days: wordNumber(days, 1),
        },
      ),
    ),
  );
}

function loadBanners(context: ReportContext): readonly Banner[] {
  const plan = planOf(context);
  if (!plan) return [];
  const banners: Banner[] = [];
  const short = plan.reps.filter(({ gap }) => gap > 0);
  const sum = (pick: (one: RepPlan) => number): string =>
    wordNumber(
      short.reduce((all, one) => all + pick(one), 0),
      0,
    );
  const left = plan.spilled.filter(({ reason }) => reason !== 'unassigned').length;
  if (short.length > 0)
    banners.push({
      tone: 'bad',
      text: fill(
        {
          zh: '▲ 人手不够：{names}本月要 {demand} 人天，只有 {days} 天；先排有风险金额大的，{left} 次没有排（见「未排入」）',
          en: '▲ Not enough days: {names} would need {demand} person-days and have {days}; contacts with most money at risk were placed first, {left} found no day (see “No room”)',
        },
        {
          names: joinTexts(
            short.map(({ rep }) => verbatim(rep.name)),
            { zh: '、', en: ', ' },
          ),
          demand: sum(({ schedule }) => schedule.demandDays),
          days: sum(({ schedule }) => schedule.workDays),
          left: wordNumber(left),
        },
      ),
    });
  const over = plan.reps.filter(({ imbalance }) => imbalance !== undefined && imbalance > 0);
  if (over.length > 0)
    banners.push({
      tone: 'bad',
      text: fill(
        {
          zh: '▲ 负荷不均：{names}高出平均；{proposal}',
          en: '▲ Uneven load: {names} above the mean; {proposal}',
        },
        {
          names: joinTexts(
            over.map(({ rep, imbalance }) => verbatim(`${rep.name} +${wordPercent(imbalance!, 0)}`)),
            { zh: '、', en: ', ' },
          ),
          proposal: wordMoves(context),
        },
      ),
    });
  const unassigned = plan.spilled.filter(({ reason }) => reason === 'unassigned').length;
  if (unassigned > 0)
    banners.push({
      tone: 'watch',
      text: fill(
        {
          zh: '▲ 待分配 {n} 次联络：客户没有负责人，「未排入」里按地区和余力写了建议的人；填好业务员后刷新',
          en: '▲ {n} contacts to be assigned: their clients have no rep; “No room” proposes somebody by region and room; fill in the rep and refresh',
        },
        { n: wordNumber(unassigned) },
      ),
    });
  return banners;
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
  name: text<PlannedContact>(
    PLAN_HEADERS.name,
    (row, context) => briefOf(row, context)?.name ?? row.shown?.name ?? '',
    { minWidth: 15, maxWidth: 17, isLead: true, style: CELL.wrapped },
  ),
  level: label<PlannedContact>(PLAN_HEADERS.level, (row) => wordClass(row.level, row.tier), {
    minWidth: 12,
    maxWidth: 16,
    isUnprinted: true,
  }),
  purpose: text<PlannedContact>(PLAN_HEADERS.purpose, (row) => row.purpose, {
    minWidth: 22,
    maxWidth: 26,
    style: CELL.wrapped,
  }),
  discuss: text<PlannedContact>(PLAN_HEADERS.discuss, wordDiscussion, {
    minWidth: 26,
    maxWidth: 28,
    style: CELL.wrapped,
  }),
} as const satisfies Record<string, Column<PlannedContact>>;

const SEMICOLON: Text = { zh: '；', en: '; ' };

/** What to have at hand, then what to speak of beside the purpose. */
function wordDiscussion(row: PlannedContact, context: ReportContext): Text {
  const { preparation } = row;
  const points = pointsBeside(row, briefOf(row, context));
  if (preparation.zh === '') return joinTexts(points, SEMICOLON);
  const prepare = fill({ zh: '备：{preparation}', en: 'Bring: {preparation}' }, { preparation });
  return points.length === 0
    ? prepare
    : fill({ zh: '{points}。{prepare}', en: '{points}. {prepare}' }, { points: joinTexts(points, SEMICOLON), prepare });
}

/** A line of the plan, and whether a person begins with it. */
interface PlanLine extends PlannedContact {
  readonly opensRep: boolean;
  /** Every other person stands on a band. */
  readonly isBanded: boolean;
}

function linesOf(context: ReportContext): readonly PlanLine[] {
  const contacts = planOf(context)?.contacts ?? [];
  let isBanded = true;
  return contacts.map((contact, index): PlanLine => {
    const opensRep = contacts[index - 1]?.rep !== contact.rep;
    if (opensRep) isBanded = !isBanded;
    return { ...contact, opensRep, isBanded };
  });
}

const REP_RULE: BorderLine = { style: 'medium', color: PALETTE.accent };

const BOX_LINE: BorderLine = { style: 'thin', color: PALETTE.line };

/** A box of its own around each cell to fill in, on paper too. */
const boxed = (style: CellStyle): CellStyle => ({
  ...style,
  border: { top: BOX_LINE, bottom: BOX_LINE, left: BOX_LINE, right: BOX_LINE },
});

/** A heavy rule above each person; the columns that name the row carry the person's band. Days are ruled by a condition. */
const ruled = (column: Column<PlanLine>): Column<PlanLine> => ({
  ...column,
  ...(column.user && { style: boxed(column.style) }),
  styleOf: ({ opensRep, isBanded }) => ({
    ...(opensRep && {
      border: { ...(column.user ? boxed(column.style) : column.style).border, top: REP_RULE },
    }),
    ...(isBanded && column.isLead && { fill: PALETTE.header }),
  }),
});

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
        zh: '计划月份 {month}   |   工作日 {days} 天   |   计划 {planned} 次，已完成 {done} 次（{rate}），逾期 {missed} 次   |   未排入 {spilled} 次   |   人天缺口 {gap}',
        en: 'Month {month}   |   {days} working days   |   {planned} contacts planned, {done} done ({rate}), {missed} missed   |   {spilled} without a day   |   short of person-days: {gap}',
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
export const callPlan = defineReport<PlanLine>({
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
  printedOn: 'planPages',
  banners: (context) => [...planBanners(context), ...loadBanners(context), ...smallBookBanners(context)],
  highlights: gistOf,
  rows: linesOf,
  slicers: ['rep', 'way', 'region'],
  keyedBy: 'first',
  ruledBy: ['day', 'rep'],
  columns: [
    day<PlanLine>(PLAN_HEADERS.day, (row) => row.day ?? { known: false, why: { reason: 'not-entered' } }, {
      silent: true,
      id: 'day',
      minWidth: 11,
      maxWidth: 11,
      isLead: true,
    }),
    label<PlanLine>(PLAN_HEADERS.weekday, (row) => (row.day === undefined ? '' : WEEKDAY_WORDS[weekdayOf(row.day)]!), {
      minWidth: 5,
      maxWidth: 7,
      isLead: true,
    }),
    text<PlanLine>(
      PLAN_HEADERS.rep,
      (row, context) => planOf(context)?.reps[row.rep]?.rep.name ?? row.shown?.rep ?? '',
      { id: 'rep', minWidth: 6, maxWidth: 8, isLead: true, hideWhenEmpty: true, style: CELL.wrapped },
    ),
    PLAN_COLUMNS.name,
    text<PlanLine>(PLAN_HEADERS.region, (row, context) => briefOf(row, context)?.region ?? '', {
      id: 'region',
      hideWhenEmpty: true,
      minWidth: 6,
      maxWidth: 8,
    }),
    label<PlanLine>(PLAN_HEADERS.phone, (row, context) => briefOf(row, context)?.phone ?? '', {
      hideWhenEmpty: true,
      minWidth: 12,
      maxWidth: 13,
    }),
    label<PlanLine>(PLAN_HEADERS.way, ({ slot }) => WAY_WORDS[slot], { id: 'way', minWidth: 5, maxWidth: 6 }),
    PLAN_COLUMNS.purpose,
    userChoice<PlanLine>(PLAN_HEADERS.done, YES, { id: 'done', minWidth: 6, maxWidth: 7 }),
    userDay<PlanLine>(PLAN_HEADERS.actualDay, { id: 'actualDay', minWidth: 11, maxWidth: 11 }),
    userChoice<PlanLine>(PLAN_HEADERS.method, CONTACT_METHODS, {
      id: 'method',
      minWidth: 8,
      maxWidth: 9,
      allowsOther: true,
    }),
    userText<PlanLine>(PLAN_HEADERS.result, { id: 'result', minWidth: 15, maxWidth: 15 }),
    userDay<PlanLine>(PLAN_HEADERS.nextDay, { id: 'nextDay', minWidth: 11, maxWidth: 11 }),
    userDay<PlanLine>(PLAN_HEADERS.movedDay, { id: 'movedDay', minWidth: 11, maxWidth: 11 }),
    userText<PlanLine>(PLAN_HEADERS.notes, { id: 'notes', minWidth: 8, maxWidth: 8 }),
    PLAN_COLUMNS.discuss,
    text<PlanLine>(PLAN_HEADERS.contact, (row, context) => briefOf(row, context)?.contact ?? '', {
      hideWhenEmpty: true,
      isUnprinted: true,
      maxWidth: 14,
    }),
    text<PlanLine>(PLAN_HEADERS.address, (row, context) => briefOf(row, context)?.address ?? '', {
      hideWhenEmpty: true,
      isUnprinted: true,
      maxWidth: 28,
    }),
    PLAN_COLUMNS.level,
    text<PlanLine>(PLAN_HEADERS.lastContact, (row, context) => wordLastContact(briefOf(row, context)), {
      maxWidth: 26,
      hideWhenEmpty: true,
      isUnprinted: true,
    }),
    label<PlanLine>(PLAN_HEADERS.status, ({ status }) => STATUS_OF_CONTACT[status], {
      minWidth: 10,
      isUnprinted: true,
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
    text<PlanLine>(PLAN_HEADERS.source, ({ source }) => wordSource(source), {
      maxWidth: 18,
      isUnprinted: true,
      style: { ...CELL.text, color: PALETTE.muted },
    }),
    text<PlanLine>(PLAN_HEADERS.key, ({ key }) => key, {
      key: true,
      isUnprinted: true,
      maxWidth: 26,
      style: { ...CELL.text, color: PALETTE.muted },
    }),
  ].map(ruled),
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
