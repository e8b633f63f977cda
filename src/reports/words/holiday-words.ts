import type { Text } from '../../i18n/text';

export const HOLIDAYS_TITLE: Text = { zh: '工作日历', en: 'Work calendar' };

/** Headers of the 工作日历 sheet: written by `work-calendar.report.ts`, read back by `read-holidays.ts`. */
export const HOLIDAY_HEADERS = {
  day: { zh: '日期', en: 'Date' },
  weekday: { zh: '星期', en: 'Weekday' },
  status: { zh: '上班或休息', en: 'At work or off' },
  holiday: { zh: '节日', en: 'Holiday' },
  change: { zh: '改为', en: 'Change to' },
  reason: { zh: '说明', en: 'Reason' },
} as const satisfies Record<string, Text>;

export const AT_WORK: Text = { zh: '上班', en: 'At work' };
export const OFF: Text = { zh: '休息', en: 'Off' };
