import { isoOf } from '../../../../src/core/model/day';
import { missing } from '../../../../src/core/model/outcome';
import { findImportantDays } from '../../../../src/core/files/important-days';
import { nextOccurrence, parseYearlyDay } from '../../../../src/core/calendar/yearly-day';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day } from '../../../support/dataset-builder';

const settings = settingsWith({});
const next = (written: string, from: string): string | undefined => {
  const yearly = parseYearlyDay(written);
  const found = yearly && nextOccurrence(yearly, day(from));
  return found === undefined ? undefined : isoOf(found);
};

describe('reading yearly days', () => {
  it.each([
    ['1980-05-06', 'solar', 5, 6],
    ['1980/5/6', 'solar', 5, 6],
    ['1980年5月6日', 'solar', 5, 6],
    ['5月6号', 'solar', 5, 6],
    ['5.6', 'solar', 5, 6],
    ['19800506', 'solar', 5, 6],
    ['2月29日', 'solar', 2, 29],
    ['农历八月十五', 'lunar', 8, 15],
    ['农历1968年腊月廿三', 'lunar', 12, 23],
    ['阴历正月初一', 'lunar', 1, 1],
    ['农历冬月三十', 'lunar', 11, 30],
    ['农历十一月二十', 'lunar', 11, 20],
    ['农历十月初十', 'lunar', 10, 10],
    ['农历8月15日', 'lunar', 8, 15],
    ['农历闰四月初八', 'lunar', 4, 8],
    ['lunar 8-15', 'lunar', 8, 15],
  ])('%s', (written, calendar, month, dayOfMonth) => {
    expect(parseYearlyDay(written)).toEqual({ calendar, month, day: dayOfMonth });
  });

  it.each(['', '不详', '1981-02-29', '13月1日', '5月', '农历十三月初一', '农历八月卅五', '农历'])(
    'not %p',
    (written) => {
      expect(parseYearlyDay(written)).toBeUndefined();
    },
  );
});

describe('next occurrence', () => {
  it.each([
    ['6月30日', '2026-06-30', '2026-06-30'],
    ['6月29日', '2026-06-30', '2027-06-29'],
    ['1月2日', '2026-12-31', '2027-01-02'],
    ['2月29日', '2026-02-01', '2026-02-28'],
    ['2月29日', '2027-12-01', '2028-02-29'],
    // Published: Spring Festival 2026-02-17 and 2027-02-06, Mid-Autumn 2025-10-06 and 2026-09-25, Dragon Boat 2026-06-19.
    ['农历正月初一', '2026-02-01', '2026-02-17'],
    ['农历正月初一', '2026-02-18', '2027-02-06'],
    ['农历八月十五', '2026-09-01', '2026-09-25'],
    ['农历八月十五', '2025-10-01', '2025-10-06'],
    ['农历五月初五', '2026-06-01', '2026-06-19'],
    // 2025 has a leap sixth month: the seventh comes a month later (Qixi 2025-08-29).
    ['农历七月初七', '2025-08-01', '2025-08-29'],
    ['农历六月十五', '2025-07-01', '2025-07-09'],
    // The 12th lunar month of 2025 has 29 days (New Year's Eve 2026-02-16): the 30th is kept on its last day.
    ['农历腊月三十', '2026-02-01', '2026-02-16'],
    ['农历腊月廿九', '2026-02-01', '2026-02-16'],
  ])('%s from %s: %s', (written, from, expected) => {
    expect(next(written, from)).toBe(expected);
  });
});

describe('important days', () => {
  const dataset = aDataset()
    .withClients([
      { code: 'C1', contact: '王经理', birthday: '1975-07-05' },
      { code: 'C2', birthday: '7月31日', importantDay: '7-30', importantEvent: '开业周年' },
      { code: 'C3', birthday: '大概夏天', contractEndDay: '2026-06-30' },
      { code: 'C4', contractEndDay: '2026-06-29' },
    ])
    .withRows('operators', [{ client: 'C4', legalPerson: '赵总', birthday: '7月1日' }])
    .build();

  it('lists the next 30 days, the as-of day included, soonest first', () => {
    const result = findImportantDays(dataset, day('2026-06-30'), settings);
    if (!result.known) throw new Error('days are kept');
    expect(
      result.value.days.map(({ client, kind, day: when, daysAhead }) => [client, kind, isoOf(when), daysAhead]),
    ).toEqual([
      [2, 'contractEnd', '2026-06-30', 0],
      [3, 'birthday', '2026-07-01', 1],
      [0, 'birthday', '2026-07-05', 5],
      [1, 'event', '2026-07-30', 30],
    ]);
    expect(result.value.days[2]!.event.zh).toBe('王经理生日');
    expect(result.value.unreadable).toBe(1);
  });

  it('is missing where no such column is kept', () => {
    expect(
      findImportantDays(
        aDataset()
          .withClients([{ code: 'C' }])
          .build(),
        day('2026-06-30'),
        settings,
      ),
    ).toEqual(missing({ reason: 'no-column', column: 'clients.birthday' }));
  });
});
