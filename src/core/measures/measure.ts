import type { Text } from '../../i18n/text';

/** Over which days a figure is taken. `period`: the period of the report, which stands on every sheet and needs no name. */
export type MeasureWindow =
  | 'period'
  | 'periodBefore'
  | 'asOf'
  | 'month'
  | 'planMonth'
  | 'twelveMonths'
  | 'payments'
  | 'halfYearOnYear'
  | 'halfYear'
  | 'quarter'
  | 'calendarYear'
  | 'promotion'
  | 'allData';

/** How each window is named beside a figure; the report's own period is not. */
export const WINDOW_WORDS: Readonly<Record<MeasureWindow, Text>> = {
  period: { zh: '', en: '' },
  periodBefore: { zh: '上期', en: 'previous period' },
  asOf: { zh: '截止日', en: 'as-of day' },
  twelveMonths: { zh: '近12个月', en: 'last 12 months' },
  payments: { zh: '付款指数的期间', en: 'payment window' },
  halfYearOnYear: { zh: '近6个月同比', en: 'last 6 months on year' },
  halfYear: { zh: '近6个月环比', en: 'last 6 months on 6' },
  quarter: { zh: '近3个月环比', en: 'last 3 months on 3' },
  month: { zh: '当月', en: 'month' },
  planMonth: { zh: '计划月份', en: 'month of the plan' },
  promotion: { zh: '活动期间', en: 'days of the promotion' },
  calendarYear: { zh: '自然年', en: 'calendar year' },
  allData: { zh: '全部数据', en: 'all data' },
};

export type MeasureUnit = 'money' | 'quantity' | 'count' | 'ratio' | 'days' | 'hours' | 'points' | 'day';

/** One figure that the workbook speaks of: by one name, over one window and population, rounded in one way. */
export interface Measure {
  /** Headers, tiles, sentences and charts use this name alone, with its window in it where that is not the report's period. */
  readonly name: Text;
  /** How a sentence says it where the name would not read: the first of them where a sentence is made here. */
  readonly said?: readonly Text[];
  /** What the documents of the trade call it too, where that differs. */
  readonly alsoCalled?: Text;
  readonly unit: MeasureUnit;
  readonly window: MeasureWindow;
  /** What is counted or summed, in a few words. */
  readonly population: Text;
  /** Decimals that are shown; amounts are summed in fen and ratios are compared unrounded. */
  readonly decimals: number;
}
