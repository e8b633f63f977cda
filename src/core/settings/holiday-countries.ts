import type { Text } from '../../i18n/text';

/**
 * Countries and regions whose public holidays are loaded when they are chosen: those whose working days of 2026, as the
 * library has them, agree with the official list (the test of `country-holidays` holds each). Days that only a province or
 * state keeps are not among them.
 */
export const HOLIDAY_COUNTRIES = {
  HK: { zh: '中国香港', en: 'Hong Kong (China)' },
  SG: { zh: '新加坡', en: 'Singapore' },
  JP: { zh: '日本', en: 'Japan' },
  US: { zh: '美国', en: 'United States' },
  MX: { zh: '墨西哥', en: 'Mexico' },
  BR: { zh: '巴西', en: 'Brazil' },
  DE: { zh: '德国', en: 'Germany' },
  FR: { zh: '法国', en: 'France' },
  GB: { zh: '英国（英格兰）', en: 'UK (England)' },
  IT: { zh: '意大利', en: 'Italy' },
  ES: { zh: '西班牙', en: 'Spain' },
  NL: { zh: '荷兰', en: 'Netherlands' },
  BE: { zh: '比利时', en: 'Belgium' },
  AT: { zh: '奥地利', en: 'Austria' },
  PL: { zh: '波兰', en: 'Poland' },
  AU: { zh: '澳大利亚', en: 'Australia' },
  NZ: { zh: '新西兰', en: 'New Zealand' },
  ZA: { zh: '南非', en: 'South Africa' },
} as const satisfies Record<string, Text>;

export type HolidayCountry = keyof typeof HOLIDAY_COUNTRIES;

/** Whether a calendar is one whose days have to be loaded. @example isHolidayCountry('CN') //=> false */
export const isHolidayCountry = (calendar: string): calendar is HolidayCountry =>
  Object.hasOwn(HOLIDAY_COUNTRIES, calendar);
