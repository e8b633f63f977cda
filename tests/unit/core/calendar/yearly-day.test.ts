import { nextOccurrence, parseYearlyDay } from '../../../../src/core/calendar/yearly-day';
import { isoOf } from '../../../../src/core/model/day';
import { day } from '../../../support/dataset-builder';

const read = (words: string): string => {
  const found = parseYearlyDay(words);
  return found ? `${found.calendar} ${found.month}-${found.day}` : '—';
};

describe('a day that returns every year, as people write it', () => {
  it.each([
    ['1980-05-06', 'solar 5-6'],
    ['1980年5月6日', 'solar 5-6'],
    ['5月6号', 'solar 5-6'],
    [' 5/6 ', 'solar 5-6'],
    ['19800506', 'solar 5-6'],
    ['5.6 上午', 'solar 5-6'],
    // Without a year any day of a leap year will do.
    ['2/29', 'solar 2-29'],
    ['2000-02-29', 'solar 2-29'],
    ['2001-02-29', '—'],
    ['20010229', '—'],
    ['13-01', '—'],
    ['4-31', '—'],
    ['', '—'],
    ['  ', '—'],
    ['春天', '—'],
  ])('reads “%s” as %s', (words, expected) => {
    expect(read(words)).toBe(expected);
  });

  it.each([
    ['农历八月十五', 'lunar 8-15'],
    ['农历1968年腊月廿三', 'lunar 12-23'],
    ['农历8月15日', 'lunar 8-15'],
    ['农历正月初一', 'lunar 1-1'],
    ['农历一月初九', 'lunar 1-9'],
    ['农历二月初二', 'lunar 2-2'],
    ['农历冬月三十', 'lunar 11-30'],
    ['农历十一月二十', 'lunar 11-20'],
    ['农历十二月初八', 'lunar 12-8'],
    ['农历十月十', 'lunar 10-10'],
    ['农历九月二十一', 'lunar 9-21'],
    ['阴历二月廿九', 'lunar 2-29'],
    ['旧历一月卅', 'lunar 1-30'],
    ['农历闰四月初四', 'lunar 4-4'],
    ['农历1968-8-15', 'lunar 8-15'],
    ['Lunar 8/15', 'lunar 8-15'],
    ['农历12月30日', 'lunar 12-30'],
    ['农历1月1日', 'lunar 1-1'],
    ['农历13月1日', '—'],
    ['农历0月1日', '—'],
    ['农历8月31日', '—'],
    ['农历8月0日', '—'],
    ['农历八月好', '—'],
    ['农历生日', '—'],
  ])('reads “%s” as %s', (words, expected) => {
    expect(read(words)).toBe(expected);
  });
});

describe('when it comes next', () => {
  const next = (calendar: 'solar' | 'lunar', month: number, dayOfMonth: number, from: string): string | undefined => {
    const found = nextOccurrence({ calendar, month, day: dayOfMonth }, day(from));
    return found === undefined ? undefined : isoOf(found);
  };

  it('is the day itself, or the next year', () => {
    expect(next('solar', 5, 6, '2026-05-06')).toBe('2026-05-06');
    expect(next('solar', 5, 6, '2026-05-07')).toBe('2027-05-06');
    expect(next('solar', 12, 31, '2026-12-31')).toBe('2026-12-31');
  });

  it('is the 28th of February where there is no 29th', () => {
    expect([next('solar', 2, 29, '2026-02-01'), next('solar', 2, 29, '2028-02-01')]).toEqual([
      '2026-02-28',
      '2028-02-29',
    ]);
  });

  it('is by the moon of the year before, where that has not ended', () => {
    // The small new year of the year of the snake.
    expect(next('lunar', 12, 23, '2026-01-01')).toBe('2026-02-10');
    expect(next('lunar', 12, 23, '2026-02-11')).toBe('2027-01-30');
    expect([next('lunar', 8, 15, '2026-09-25'), next('lunar', 8, 15, '2026-09-26')]).toEqual(['2026-09-25', '2027-09-15']); // prettier-ignore
  });

  it('is in the ordinary month of a leap pair, and counts the leap month before later ones', () => {
    // 2025 has a sixth month twice, 2023 the second, 2028 the fifth.
    expect([next('lunar', 5, 5, '2025-01-29'), next('lunar', 8, 15, '2025-01-29')]).toEqual(['2025-05-31', '2025-10-06']); // prettier-ignore
    expect([next('lunar', 5, 5, '2023-01-22'), next('lunar', 8, 15, '2023-01-22')]).toEqual(['2023-06-22', '2023-09-29']); // prettier-ignore
    expect([next('lunar', 5, 5, '2028-01-26'), next('lunar', 8, 15, '2028-01-26')]).toEqual(['2028-05-28', '2028-10-03']); // prettier-ignore
  });

  it('is the last day of a month that has no thirtieth', () => {
    // The last month of the year of the snake has 29 days: New Year's Eve.
    expect(next('lunar', 12, 30, '2026-01-20')).toBe('2026-02-16');
  });

  it('is known by the moon from 1900 to 2100', () => {
    expect(next('lunar', 1, 1, '1900-01-01')).toBe('1900-01-31');
    expect(next('lunar', 1, 1, '2100-01-01')).toBe('2100-02-09');
    expect(next('lunar', 1, 1, '2100-03-01')).toBeUndefined();
    expect(next('lunar', 12, 1, '1900-01-01')).toBe('1901-01-20');
  });
});
