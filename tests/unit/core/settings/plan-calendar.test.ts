import { SETTINGS } from '../../../../src/core/settings';
import { HOLIDAY_COUNTRIES, isHolidayCountry } from '../../../../src/core/settings/holiday-countries';

describe('the choice of a calendar', () => {
  const options = SETTINGS['plan.calendar'].options;

  it('offers the guess, China, the countries whose holidays are loaded, and any other', () => {
    expect(Object.keys(options)).toEqual(['auto', 'CN', ...Object.keys(HOLIDAY_COUNTRIES), 'none']);
    expect(Object.keys(options).filter(isHolidayCountry)).toEqual(Object.keys(HOLIDAY_COUNTRIES));
  });

  it.each(['zh', 'en'] as const)('fits into a drop-down of a sheet (255 characters): %s', (lang) => {
    const words = Object.values(options).map((option) => option[lang]);
    expect(words.join(',').length).toBeLessThanOrEqual(255);
    expect(words.filter((one) => one.includes(','))).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
  });
});
