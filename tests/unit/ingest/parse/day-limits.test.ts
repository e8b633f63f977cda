import { dayOf } from '../../../../src/core/model/day';
import {
  DayEvidence,
  dayOfUnixTime,
  guessDay,
  guessDayStyle,
  parseDay,
  parseDayNumber,
  parseDayText,
  type DayStyle,
} from '../../../../src/ingest/parse/day';
import { formatMoment } from '../../../../src/ingest/parse/moment';
import { countSwappedDays, exchangeDayAndMonth } from '../../../../src/ingest/parse/swapped-days';

const style: DayStyle = { base: 1900, order: undefined, shortYears: false, months: false };
const months: DayStyle = { ...style, months: true };
const ofYear: DayStyle = { ...months, year: 2025 };

describe('business life: 1930 to 2099', () => {
  it.each([
    ['1930-01-01', dayOf(1930, 1, 1)],
    ['1929-12-31', undefined],
    ['2099-12-31', dayOf(2099, 12, 31)],
    ['2100-01-01', undefined],
    ['1900-03-01', undefined],
  ])('%s', (text, day) => {
    expect(parseDayText(text, style)).toBe(day);
  });

  it.each([
    // 1 January 1930 is serial 10959 in Excel, 31 December 2099 is 73050.
    [10959, dayOf(1930, 1, 1)],
    [10958, undefined],
    [73050, dayOf(2099, 12, 31)],
    [73051, undefined],
    [19300101, dayOf(1930, 1, 1)],
    [19300100, undefined],
    [20991231, dayOf(2099, 12, 31)],
    [20991232, undefined],
    [19291231, undefined],
    [21000101, undefined],
    [20260105.5, undefined],
    [202601, undefined],
    [5, undefined],
    [-5, undefined],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
  ])('the number %d', (value, day) => {
    expect(parseDayNumber(value, style)).toBe(day);
  });

  it.each([
    [193001, months, dayOf(1930, 1, 1)],
    [193000, months, undefined],
    [209912, months, dayOf(2099, 12, 1)],
    [209913, months, undefined],
    [202601.5, months, undefined],
    [1, months, undefined],
    [1, ofYear, dayOf(2025, 1, 1)],
    [12, ofYear, dayOf(2025, 12, 1)],
    [13, ofYear, undefined],
    [0, ofYear, undefined],
    [1.5, ofYear, undefined],
    [5, { ...style, year: 2025 }, undefined],
  ])('the number %d in a column of months', (value, as, day) => {
    expect(parseDayNumber(value, as)).toBe(day);
  });

  it.each([
    // 9 September 2001, 01:46:40, and 24 January 2065, 05:20, at Greenwich.
    [1_000_000_000, dayOf(2001, 9, 9)],
    [999_999_999, undefined],
    [2_999_999_999, dayOf(2065, 1, 24)],
    [3_000_000_000, undefined],
    [999_999_999_999, undefined],
    [1_000_000_000_000, dayOf(2001, 9, 9)],
    [2_999_999_999_999, dayOf(2065, 1, 24)],
    [3_000_000_000_000, undefined],
  ])('the Unix time %d', (value, day) => {
    const moment = dayOfUnixTime(value);
    expect(moment === undefined ? undefined : Math.floor(moment)).toBe(day);
    expect(parseDay(value, style)).toBe(day);
  });

  it('reads a Unix time in seconds or milliseconds to the second', () => {
    expect(dayOfUnixTime(1_736_035_200 + 43_200)).toBe(dayOf(2025, 1, 5) + 0.5);
    expect(dayOfUnixTime(1_736_035_200_000 + 43_200_000)).toBe(dayOf(2025, 1, 5) + 0.5);
  });
});

describe('the time behind a day', () => {
  const FIFTH = dayOf(2026, 1, 5);
  it.each([
    ['2026-01-05 24:00', 1440],
    ['2026-01-05 00:00', 0],
    ['2026-01-05 23:59', 1439],
    ['2026-01-05 13:20:59', 800 + 59 / 60],
    ['2026/1/5 12:30 am', 30],
    ['2026/1/5 12:30 pm', 750],
    ['2026/1/5 1:20 a.m.', 80],
    ['2026/1/5 1:20 p.m.', 800],
    ['2026/1/5 11:59 PM', 1439],
    ['2026年1月5日下午1时', 780],
    ['2026年1月5日 下午12:30', 750],
    ['2026年1月5日 晚上8点30分', 1230],
    ['2026年1月5日 凌晨12点5分', 5],
    ['2026年1月5日 中午12点', 720],
    ['2026-01-05上午 9:05', 545],
    ['2026-01-05 13:20 +08:00', 800],
  ])('%s', (text, minutes) => {
    expect((parseDayText(text, style)! - FIFTH) * 1440).toBeCloseTo(minutes, 6);
  });

  it.each(['2026-01-05 25:00', '2026-01-05 13:60', '2026-01-05 13:20:60', '2026-01-05 x'])('%s is none', (text) => {
    expect(parseDayText(text, style)).toBeUndefined();
  });

  it('is read in up to 60 characters', () => {
    expect(parseDay(`2026-01-05 13:20:30.${'0'.repeat(40)}`, style)).toBe(FIFTH);
    expect(parseDay(`2026-01-05 13:20:30.${'0'.repeat(41)}`, style)).toBeUndefined();
  });

  it.each([
    [20458, '2026-01-05 00:00:00'],
    [20458 + 3723 / 86400, '2026-01-05 01:02:03'],
    [20458 + 86399 / 86400, '2026-01-05 23:59:59'],
    [20458 + 86399.6 / 86400, '2026-01-06 00:00:00'],
  ])('%d is written %s', (moment, text) => {
    expect(formatMoment(moment)).toBe(text);
  });
});

describe('years and months of other countries', () => {
  it.each([
    ['080/1/5', dayOf(1991, 1, 5)],
    ['079/1/5', undefined],
    ['150年1月5日', dayOf(2061, 1, 5)],
    ['151/1/5', undefined],
    ['民国99.12.31', dayOf(2010, 12, 31)],
    ['H30/2/3', dayOf(2018, 2, 3)],
    ['二〇二六年十二月二十一日', dayOf(2026, 12, 21)],
    ['二〇二六年一月二五日', undefined],
    ['二〇二六年二二月五日', undefined],
    ['二〇二六年一月', undefined],
    ['5-Jan-29', dayOf(2029, 1, 5)],
    ['5-Jan-30', dayOf(1930, 1, 5)],
    ['5-Jan-2029', dayOf(2029, 1, 5)],
    ['2026 Jan 5', dayOf(2026, 1, 5)],
    ['5 Foo 2026', undefined],
    ['20260105235959', dayOf(2026, 1, 5)],
    ['46027', dayOf(2026, 1, 5)],
    ['19999', undefined],
  ])('%s', (text, day) => {
    expect(parseDayText(text, style)).toBe(day);
  });

  it.each([
    ['二〇二六年一月', months, dayOf(2026, 1, 1)],
    ['13/2025', months, undefined],
    ['12/2025', months, dayOf(2025, 12, 1)],
    ['2025年13月', months, undefined],
    ['3月', months, undefined],
    ['十月', ofYear, dayOf(2025, 10, 1)],
    ['九月份', ofYear, dayOf(2025, 9, 1)],
    ['13月', ofYear, undefined],
    ['Q3', ofYear, dayOf(2025, 7, 1)],
    ['Q3', months, undefined],
    ['Q3 2024', ofYear, dayOf(2024, 7, 1)],
    ['Q3 金额', ofYear, undefined],
    ['W12', months, undefined],
    ['W53', ofYear, undefined],
    ['FY 2024年', months, dayOf(2024, 1, 1)],
    ['March', months, undefined],
    ['Foo', ofYear, undefined],
    ['46027', ofYear, undefined],
    ['25年1月5日', style, undefined],
    ['25年1月5日', { ...style, yearFirst: true }, dayOf(2025, 1, 5)],
    ['25/1/5', { ...style, yearFirst: true }, dayOf(2025, 1, 5)],
    ['1/5/25', { ...style, shortYears: true }, dayOf(2025, 1, 5)],
    ['1.5.25', { ...style, shortYears: true }, dayOf(2025, 5, 1)],
    ['31/1', ofYear, undefined],
    ['1月31日', ofYear, dayOf(2025, 1, 31)],
  ] as const)('%s in a column of %j', (text, as, day) => {
    expect(parseDayText(text, as)).toBe(day);
  });
});

describe('what a column says about the order of its days', () => {
  const shown = (texts: readonly string[]): unknown => {
    const evidence = new DayEvidence();
    for (const text of texts) evidence.add(text);
    const { order, shortYears, yearFirst } = evidence.shown;
    return [order, shortYears, yearFirst];
  };

  it.each([
    [['13/1/2025'], 'dmy', false, false],
    [['12/1/2025'], undefined, false, false],
    [['13/12/2025'], 'dmy', false, false],
    [['13/13/2025'], undefined, false, false],
    [['1/13/2025'], 'mdy', true, false],
    [['12/13/2025'], 'mdy', true, false],
    [['31/1/2025'], 'dmy', false, false],
    // No part of a day is over 31.
    [['32/1/2025', '1/32/2025'], undefined, false, false],
    [['31/1/2025', '1/31/2025'], undefined, false, false],
    // Years lie close together, days do not.
    [['05.01.25', '28.02.25', '14.03.25'], 'dmy', true, false],
    [['20/1/10', '25/2/28'], undefined, false, true],
    [['20/1/10', '26/2/28'], 'dmy', false, false],
    [['20/1/10', '25/2/15'], 'dmy', false, false],
    [['20/1/10', '25/2/16'], undefined, false, true],
    [['25/1/10', '25/1/10'], 'dmy', false, false],
    [['25/1/5', '25/1/5'], undefined, false, true],
    [['25/13/5', '25/1/28'], 'dmy', false, false],
    [['25/12/5', '25/1/31'], undefined, false, true],
    [['25/1/00', '25/1/31'], 'dmy', false, false],
    [['25/1/01', '25/1/32'], 'dmy', false, false],
    [['25/0/5', '25/1/6'], undefined, false, false],
    [['10/1/20', '15/2/25'], 'dmy', false, false],
    [['10/1/20', '16/2/25'], 'dmy', true, false],
  ] as const)('%j', (texts, order, shortYears, yearFirst) => {
    expect(shown(texts)).toEqual([order, shortYears, yearFirst]);
  });

  it('counts the texts of this form, and takes the year that the title says', () => {
    const evidence = new DayEvidence();
    for (const text of ['1/2/2025', '13 / 1 / 2025', '1/2/25', '2025-01-05', 'x']) evidence.add(text);
    expect([evidence.cells, evidence.short]).toEqual([3, 1]);
    expect([evidence.dayFirst, evidence.monthFirst, evidence.isContradictory]).toEqual([1, 0, false]);
    expect(guessDayStyle([46027, null], 1904, true, 2025)).toEqual({
      base: 1904,
      months: true,
      order: undefined,
      shortYears: false,
      yearFirst: false,
      year: 2025,
    });
    expect(guessDayStyle([], 1900)).not.toHaveProperty('year');
    expect(guessDay([null, '', '—'], style)).toBe(0);
    expect(guessDay([null, '', '—', 46027, true], style)).toBe(0.5);
  });
});

describe('days whose day and month were exchanged', () => {
  const texts = (count: number): string[] => Array.from({ length: count }, (_, at) => `${13 + at}/02/2025`);
  const serials = (count: number, day = 12): number[] =>
    Array.from({ length: count }, (_, at) => dayOf(2025, 1 + at, day) + 25569);

  it.each([
    [3, 5, 5],
    [5, 3, 3],
    [2, 6, 0],
    [6, 2, 0],
    [3, 4, 0],
    [4, 4, 4],
  ])('are shown by three of each and eight together: %i texts, %i days', (text, number, count) => {
    expect(countSwappedDays([...texts(text), ...serials(number), null], style)).toBe(count);
  });

  it('are not where one real day lies above the 12th; numbers that are no days say nothing', () => {
    expect(countSwappedDays([...texts(4), ...serials(4), dayOf(2025, 5, 13) + 25569], style)).toBe(0);
    expect(countSwappedDays([...texts(4), ...serials(4), 3], style)).toBe(4);
    expect(countSwappedDays([...texts(4), ...serials(4), '02/14/2025'], style)).toBe(4);
  });

  it('are put right where both can be a month', () => {
    expect(exchangeDayAndMonth(dayOf(2025, 5, 12))).toBe(dayOf(2025, 12, 5));
    expect(exchangeDayAndMonth(dayOf(2025, 5, 13))).toBe(dayOf(2025, 5, 13));
  });
});
