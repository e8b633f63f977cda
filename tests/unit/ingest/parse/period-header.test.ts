import { dayOf } from '../../../../src/core/model/day';
import { firstDayOf, periodOfHeader, type SaidTime } from '../../../../src/ingest/parse/period-header';
import { quarterOfText } from '../../../../src/ingest/parse/quarter';
import { mondayOfWeek, weekOfText } from '../../../../src/ingest/parse/week';

const MARCH: SaidTime = { year: 2025, month: 3 };

describe('the stretch of time that a header names', () => {
  it.each([
    ['45658', {}, { span: 'day', year: 2025, month: 1, day: 1, rest: '' }],
    ['32874', {}, { span: 'day', year: 1990, month: 1, day: 1, rest: '' }],
    ['73050', {}, { span: 'day', year: 2099, month: 12, day: 31, rest: '' }],
    ['2025-3-5', {}, { span: 'day', year: 2025, month: 3, day: 5, rest: '' }],
    ['2025年3月5日', { year: 2024 }, { span: 'day', year: 2025, month: 3, day: 5, rest: '' }],
    ['3月5日', {}, { span: 'day', year: undefined, month: 3, day: 5, rest: '' }],
    ['3月5日', { year: 2024 }, { span: 'day', year: 2024, month: 3, day: 5, rest: '' }],
    // Of a year that nobody names there may be a 29 February.
    ['2月29日', {}, { span: 'day', year: undefined, month: 2, day: 29, rest: '' }],
    ['2月29日', { year: 2024 }, { span: 'day', year: 2024, month: 2, day: 29, rest: '' }],
    ['5日', MARCH, { span: 'day', year: 2025, month: 3, day: 5, rest: '' }],
    ['31', MARCH, { span: 'day', year: 2025, month: 3, day: 31, rest: '' }],
    ['W12', {}, { span: 'week', year: undefined, month: 1, day: 1, week: 12, rest: '' }],
    ['W12', MARCH, { span: 'week', year: 2025, month: 1, day: 1, week: 12, rest: '' }],
    ['2024-W12', MARCH, { span: 'week', year: 2024, month: 1, day: 1, week: 12, rest: '' }],
    ['２０２４Ｑ３', MARCH, { span: 'quarter', year: 2024, month: 7, day: 1, rest: '' }],
    ['二季度', MARCH, { span: 'quarter', year: 2025, month: 4, day: 1, rest: '' }],
    ['二季度', {}, { span: 'quarter', year: undefined, month: 4, day: 1, rest: '' }],
    ['3月', MARCH, { span: 'month', year: 2025, month: 3, day: 1, rest: '' }],
    ['2024-03 数量', MARCH, { span: 'month', year: 2024, month: 3, day: 1, rest: '数量' }],
    ['3月', {}, { span: 'month', year: undefined, month: 3, day: 1, rest: '' }],
    ['2025年度销售额', {}, { span: 'year', year: 2025, month: 1, day: 1, rest: '销售额' }],
    ['2025', MARCH, { span: 'year', year: 2025, month: 1, day: 1, rest: '' }],
    ['FY24', {}, { span: 'year', year: 2024, month: 1, day: 1, rest: '' }],
    ['24年度 金额', {}, { span: 'year', year: 2024, month: 1, day: 1, rest: '金额' }],
  ] as const)('%s beside %j', (text, said, period) => {
    expect(periodOfHeader(text, 1900, said)).toEqual(period);
  });

  it.each([
    ['32873', {}],
    ['73051', {}],
    ['2月29日', { year: 2025 }],
    ['3-5', {}],
    ['32', MARCH],
    ['0', MARCH],
    ['5', {}],
    ['5', { year: 2025 }],
    ['5', { month: 3 }],
    ['金额', MARCH],
  ])('%s beside %j is none', (text, said) => {
    expect(periodOfHeader(text, 1900, said)).toBeUndefined();
  });

  it('reads serials in the base of the workbook', () => {
    // 45658 less the 1,462 days between the bases.
    expect(periodOfHeader('44196', 1904, {})).toMatchObject({ year: 2025, month: 1, day: 1 });
  });

  it('begins on a day: its own year before the one assumed', () => {
    const day = { span: 'day', year: undefined, month: 2, day: 29 } as const;
    expect(firstDayOf(day)).toBeUndefined();
    expect(firstDayOf(day, 2025)).toBeUndefined();
    expect(firstDayOf(day, 2024)).toBe(dayOf(2024, 2, 29));
    expect(firstDayOf({ ...day, year: 2020 }, 2025)).toBe(dayOf(2020, 2, 29));
    expect(firstDayOf({ span: 'week', year: 2025, month: 1, day: 1, week: 12 })).toBe(dayOf(2025, 3, 17));
    expect(firstDayOf({ span: 'week', year: 2025, month: 1, day: 1, week: 53 })).toBeUndefined();
  });
});

describe('quarters as people write them', () => {
  it.each([
    ['2024年第三季度销售额', 2024, 7, '销售额'],
    ['Q1', undefined, 1, ''],
    ['2024-Q4', 2024, 10, ''],
    ['Q2 24', 2024, 4, ''],
    ["Q2'25", 2025, 4, ''],
    ['4Q2025', 2025, 10, ''],
    ['1st quarter 2024', 2024, 1, ''],
    ['Qtr 3', undefined, 7, ''],
    ['第2季 金额', undefined, 4, '金额'],
    [' 一季度 ', undefined, 1, ''],
  ])('%s', (text, year, month, rest) => {
    expect(quarterOfText(text)).toEqual({ year, month, rest });
  });
});

describe('weeks as people write them', () => {
  it.each([
    ['第1周', undefined, 1],
    ['第53周', undefined, 53],
    ['12周', undefined, 12],
    ['KW 7/2025', 2025, 7],
    ['2025年第3週', 2025, 3],
    ['week 40', undefined, 40],
  ])('%s', (text, year, week) => {
    expect(weekOfText(text)).toEqual({ year, week });
  });

  it.each(['第0周', '第54周'])('%s is none', (text) => {
    expect(weekOfText(text)).toBeUndefined();
  });

  it.each([
    // 4 January 2021 was a Monday, 4 January 2026 a Sunday, 4 January 1969 a Saturday.
    [2021, 1, dayOf(2021, 1, 4)],
    [2026, 1, dayOf(2025, 12, 29)],
    [1969, 1, dayOf(1968, 12, 30)],
    [2024, 52, dayOf(2024, 12, 23)],
    [2024, 53, undefined],
    [2026, 53, dayOf(2026, 12, 28)],
    [2025, 0, undefined],
  ])('%i week %i', (year, week, monday) => {
    expect(mondayOfWeek(year, week)).toBe(monday);
  });
});
