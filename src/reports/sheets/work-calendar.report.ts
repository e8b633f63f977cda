import { WEEKDAY_WORDS } from '../../i18n/weekdays';
import { calendarCountryOf } from '../../core/calendar/guess-country';
import { asDay, civilOf, dayOf, weekdayOf, type Day } from '../../core/model/day';
import { HOLIDAY_COUNTRIES } from '../../core/settings/holiday-countries';
import { fill, joinTexts, type Text } from '../../i18n/text';
import { count, day, label, text, userChoice, userText, wrapped } from '../layout/columns';
import { defineReport, defineTable } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { CELL, TAB } from '../layout/theme';
import { AT_WORK, HOLIDAY_HEADERS, HOLIDAYS_TITLE, OFF } from '../words/holiday-words';
import { planBanners, planMissing, planOf } from './call-plan.report';

function yearOf(context: ReportContext): number {
  const plan = planOf(context);
  return civilOf(plan ? plan.month.from : context.analysis.asOf).year;
}

function daysOf(context: ReportContext): readonly Day[] {
  const year = yearOf(context);
  const first = dayOf(year, 1, 1);
  return Array.from({ length: dayOf(year + 1, 1, 1) - first }, (_, index) => asDay(first + index));
}

/** CC BY-SA asks that the source is named where its data is shown. */
function sourceOf({ analysis, dataset }: ReportContext): readonly Text[] {
  const { countryDays } = dataset;
  if (!countryDays?.isLoaded || countryDays.country !== calendarCountryOf(dataset, analysis.settings)) return [];
  return [
    fill(
      {
        zh: '{country}的节假日来自 date-holidays（CC BY-SA 3.0）：只有全国放假的日子，不含州、省的假日；临时宣布的在「改为」里改。',
        en: 'Holidays of {country} from date-holidays (CC BY-SA 3.0): those of the whole country, without days of a state or province; change days declared at short notice under “Change to”.',
      },
      { country: HOLIDAY_COUNTRIES[countryDays.country] },
    ),
  ];
}

const isWorkingDay = (one: Day, context: ReportContext): boolean => planOf(context)?.calendar.isWorking(one) === true;
const workingOf = (days: readonly Day[], context: ReportContext): readonly Day[] =>
  days.filter((one) => isWorkingDay(one, context));
const holidayOf = (one: Day, context: ReportContext): Text | '' => planOf(context)?.calendar.detail(one).holiday ?? '';

/** The days of each month of the year. */
function monthsOf(context: ReportContext): readonly (readonly Day[])[] {
  const days = daysOf(context);
  return Array.from({ length: 12 }, (_, month) => days.filter((one) => civilOf(one).month === month + 1));
}

/** Days of a month, those in a row as one. @example 1, 2, 3, 10 //=> '1–3、10' */
function wordDays(days: readonly Day[]): string {
  const runs: [Day, Day][] = [];
  for (const one of days) {
    const last = runs.at(-1);
    if (last && one === last[1] + 1) last[1] = one;
    else runs.push([one, one]);
  }
  return runs
    .map(([from, to]) => (from === to ? `${civilOf(from).day}` : `${civilOf(from).day}–${civilOf(to).day}`))
    .join('、');
}

/** The days of a month with a name, each with its days: off, and at work although it would be off. */
function wordHolidays(days: readonly Day[], context: ReportContext): Text {
  const byName = new Map<string, { readonly name: Text; readonly days: Day[] }>();
  for (const one of days) {
    const name = holidayOf(one, context);
    if (name === '') continue;
    const known = byName.get(name.zh);
    if (known) known.days.push(one);
    else byName.set(name.zh, { name, days: [one] });
  }
  return joinTexts(
    [...byName.values()].map((one) =>
      fill({ zh: '{name} {days}', en: '{name} {days}' }, { name: one.name, days: wordDays(one.days) }),
    ),
    { zh: '；', en: '; ' },
  );
}

/** Every day of the year, to be changed: the plan follows from the next refresh on. */
const dayTable = defineTable<Day>({
  id: 'days',
  heading: { zh: '逐日', en: 'Day by day' },
  rows: daysOf,
  keyedBy: 'first',
  hasFilter: true,
  columns: [
    day(HOLIDAY_HEADERS.day, (one) => one, { key: true }),
    label(HOLIDAY_HEADERS.weekday, (one) => WEEKDAY_WORDS[weekdayOf(one)]!, { minWidth: 8 }),
    label(HOLIDAY_HEADERS.status, (one, context) => (isWorkingDay(one, context) ? AT_WORK : OFF), {
      minWidth: 9,
      tones: [{ text: OFF, tone: 'watch' }],
    }),
    text(HOLIDAY_HEADERS.holiday, holidayOf, { minWidth: 16 }),
    userChoice(HOLIDAY_HEADERS.change, [AT_WORK, OFF], { id: 'change' }),
    userText(HOLIDAY_HEADERS.reason, { id: 'reason' }),
  ],
});

/** The year's calendar as the plan counts it: a line a month, then day by day; what the person changes holds from the next refresh on. */
export const workCalendar = defineReport<readonly Day[]>({
  id: 'workCalendar',
  sheet: HOLIDAYS_TITLE,
  purpose: {
    zh: '计划年份的工作日历，可改成公司自己的放假和加班',
    en: 'The working calendar of the plan’s year, to be changed to the firm’s own days off',
  },
  tab: TAB.upkeep,
  needs: [],
  missing: planMissing,
  printPeriod: (context) => String(yearOf(context)),
  orientation: 'portrait',
  banners: planBanners,
  message: (context) => {
    const days = daysOf(context);
    const working = days.filter((one) => planOf(context)?.calendar.isWorking(one)).length;
    return fill(
      { zh: '{year} 年上班 {working} 天，休息 {off} 天', en: '{year}: {working} working days, {off} days off' },
      { year: yearOf(context), working, off: days.length - working },
    );
  },
  highlights: (context) => [
    fill(
      {
        zh: '{year} 年   |   在「改为」里选上班或休息，再刷新：联络计划和工作日指标都按改后的算。',
        en: '{year}   |   Pick “At work” or “Off” under “Change to” and refresh: the call plan and all working-day figures follow.',
      },
      { year: yearOf(context) },
    ),
    ...sourceOf(context),
  ],
  rows: monthsOf,
  columns: [
    label({ zh: '月份', en: 'Month' }, ([first]) => String(civilOf(first!).month), { minWidth: 8 }),
    count({ zh: '上班天数', en: 'Days at work' }, (days, context) => workingOf(days, context).length, { total: 'sum' }),
    count({ zh: '休息天数', en: 'Days off' }, (days, context) => days.length - workingOf(days, context).length, {
      total: 'sum',
    }),
    wrapped(
      { zh: '休息的日子', en: 'Days off, dates' },
      (days, context) => wordDays(days.filter((one) => !isWorkingDay(one, context))),
      { minWidth: 30, maxWidth: 34 },
    ),
    text({ zh: '节日与调休', en: 'Holidays and days made up' }, wordHolidays, { span: 2, style: CELL.wrapped }),
  ],
  tables: [dayTable],
  sources: ['holidays'],
  settings: [],
});
