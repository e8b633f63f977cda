import { WEEKDAY_WORDS } from '../../i18n/weekdays';
import { calendarCountryOf } from '../../core/calendar/guess-country';
import { asDay, civilOf, dayOf, weekdayOf, type Day } from '../../core/model/day';
import { HOLIDAY_COUNTRIES } from '../../core/settings/holiday-countries';
import { fill, type Text } from '../../i18n/text';
import { day, label, text, userChoice, userText } from '../layout/columns';
import { defineReport } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { TAB } from '../layout/theme';
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

/** The year's calendar as the plan counts it, day by day; what the person changes holds from the next refresh on. */
export const workCalendar = defineReport<Day>({
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
  freezeHeader: true,
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
  rows: daysOf,
  keyedBy: 'first',
  columns: [
    day(HOLIDAY_HEADERS.day, (one) => one, { key: true }),
    label(HOLIDAY_HEADERS.weekday, (one) => WEEKDAY_WORDS[weekdayOf(one)]!, { minWidth: 8 }),
    label(HOLIDAY_HEADERS.status, (one, context) => (planOf(context)?.calendar.isWorking(one) ? AT_WORK : OFF), {
      minWidth: 9,
      tones: [{ text: OFF, tone: 'watch' }],
    }),
    text(HOLIDAY_HEADERS.holiday, (one, context) => planOf(context)?.calendar.detail(one).holiday ?? '', {
      minWidth: 16,
    }),
    userChoice(HOLIDAY_HEADERS.change, [AT_WORK, OFF], { id: 'change' }),
    userText(HOLIDAY_HEADERS.reason, { id: 'reason' }),
  ],
  sources: ['holidays'],
  settings: [],
});
