import fc from 'fast-check';
import { dayOf } from '../../../../src/core/model/day';
import {
  DayEvidence,
  formatDay,
  guessDay,
  guessDayStyle,
  parseDay,
  parseDayText,
  parseMoment,
  type DayStyle,
} from '../../../../src/ingest/parse/day';
import { formatMoment } from '../../../../src/ingest/parse/moment';

const style: DayStyle = { base: 1900, order: undefined, shortYears: false, months: false };
const FIFTH = dayOf(2026, 1, 5);

it.each(['2025年3期', '2025年第3期', '2025.03期'])('takes the accounting period %s for its month', (text) => {
  expect(parseDayText(text, { ...style, months: true })).toBe(dayOf(2025, 3, 1));
});

it.each(['2025年第13期', '第3期'])('takes %s for no month', (text) => {
  expect(parseDayText(text, { ...style, months: true })).toBeUndefined();
});

describe('a day as people type it', () => {
  it.each([
    '2026/1/5',
    '2026-01-05',
    '2026.1.5',
    '2026年1月5日',
    '2026年01月05号',
    '2026 年 1 月 5 日',
    '20260105',
    '２０２６／１／５',
    '２０２６年１月５日',
    '5-Jan-26',
    '05-JAN-2026',
    '5 January 2026',
    'Jan 5, 2026',
    'January 5th, 2026',
    'Mon, 5 Jan 2026',
    '2026/1/5 星期一',
    '2026-01-05（周一）',
    '　2026/1/5　',
  ])('%s is 2026-01-05', (text) => {
    expect(parseDayText(text, style)).toBe(FIFTH);
  });

  it.each([
    ['2026-01-05 13:20', 13 / 24 + 20 / 1440],
    ['2026-01-05T13:20:00Z', 13 / 24 + 20 / 1440],
    ['2026-01-05T13:20:30.5+08:00', 13 / 24 + 20 / 1440 + 30.5 / 86400],
    ['2026/1/5 1:20 PM', 13 / 24 + 20 / 1440],
    ['2026年1月5日 下午1时20分', 13 / 24 + 20 / 1440],
    ['2026年1月5日13:20', 13 / 24 + 20 / 1440],
    ['20260105132000', 0],
  ])('%s keeps its time as fraction', (text, fraction) => {
    const parsed = parseDayText(text, style);
    expect(Math.floor(parsed!)).toBe(FIFTH);
    expect(parsed! - FIFTH).toBeCloseTo(fraction, 9);
    expect(parseDay(text, style)).toBe(FIFTH);
  });

  it.each([
    '2025-02-29',
    '2025年2月29日',
    '20250229',
    '2026-13-01',
    '2026/1/32',
    '26/1/5',
    '5/1/26',
    '26年1月5日',
    '待定',
    'TBD',
    '1月5日',
    '2026年1月',
    '2026-01-05 25:00',
    '12345',
    '9-Nove-07',
    '1/2/3/2026',
  ])('%s is no day', (text) => {
    expect(parseDayText(text, style)).toBeUndefined();
  });

  it.each(['', ' ', '-', '—', '/', '无', 'N/A'])('"%s" is an empty cell', (text) => {
    expect(parseDayText(text, style)).toBeNaN();
  });

  it('reads serials of both bases, within business life only', () => {
    expect(parseDay(46027, style)).toBe(FIFTH);
    expect(parseDay(46027.55, style)).toBe(FIFTH);
    expect(parseDay(46027 - 1462, { ...style, base: 1904 })).toBe(FIFTH);
    expect(parseDay(20260105, style)).toBe(FIFTH);
    expect(parseDay(20250229, style)).toBeUndefined();
    expect(parseDay(740150, style)).toBeUndefined();
    expect(parseDay(3, style)).toBeUndefined();
    expect(parseDay(true, style)).toBeUndefined();
    expect(parseDay({ error: '#N/A' }, style)).toBeUndefined();
  });

  it('reads x/y/year in the order that the column decides', () => {
    expect(parseDayText('2/24/2003 0:00', { ...style, order: 'mdy' })).toBe(dayOf(2003, 2, 24));
    expect(parseDayText('24/2/2003', { ...style, order: 'dmy' })).toBe(dayOf(2003, 2, 24));
    expect(parseDayText('3/4/2025', { ...style, order: 'dmy' })).toBe(dayOf(2025, 4, 3));
    expect(parseDayText('3/4/2025', style)).toBe(dayOf(2025, 3, 4));
    expect(parseDayText('3.4.2025', style)).toBe(dayOf(2025, 4, 3));
    expect(parseDayText('24/2/2003', { ...style, order: 'mdy' })).toBeUndefined();
  });

  it('reads two-digit years only beside a month name or where the column proves month/day/year', () => {
    const american = guessDayStyle(['2/24/03', '5/7/03', '10/10/99'], 1900);
    expect(parseDayText('2/24/03', american)).toBe(dayOf(2003, 2, 24));
    expect(parseDayText('10/10/99', american)).toBe(dayOf(1999, 10, 10));
    // 24/2/3 may be 2024-02-03 as well as 24 Feb 2003.
    const unclear = guessDayStyle(['24/2/03', '25/3/04'], 1900);
    expect(unclear.order).toBe('dmy');
    expect(parseDayText('24/2/03', unclear)).toBeUndefined();
  });

  it('reads months where the field is one', () => {
    const months: DayStyle = { ...style, months: true };
    for (const text of ['2026年1月', '2026-01', '2026/1', '202601', 'Jan 2026', 'Jan-26']) {
      expect(parseDayText(text, months)).toBe(dayOf(2026, 1, 1));
    }
    expect(parseDay(202601, months)).toBe(dayOf(2026, 1, 1));
  });

  it('says where the cells of a column contradict each other', () => {
    const evidence = new DayEvidence();
    for (const text of ['24/2/2003', '2/24/2003']) evidence.add(text);
    expect(evidence.isContradictory).toBe(true);
    expect(evidence.order).toBeUndefined();
  });

  it('guesses by the share of the filled cells', () => {
    expect(guessDay(['2026/1/5', 46027, null, '', '待定'], style)).toBeCloseTo(2 / 3);
    expect(guessDay([], style)).toBe(0);
  });
});

describe('parse after format', () => {
  const days = fc.integer({ min: dayOf(1930, 1, 1), max: dayOf(2099, 12, 31) });

  it('is the identity on days', () => {
    fc.assert(fc.property(days, (day) => parseDay(formatDay(day), style) === day));
  });

  it('is the identity on moments, to the second', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 86399 }), (day, second) => {
        const moment = day + second / 86400;
        return Math.round((parseMoment(formatMoment(moment), style)! - moment) * 86400) === 0;
      }),
    );
  });

  it('never throws and never gives a day outside business life', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseDayText(text, style);
        return (
          parsed === undefined || Number.isNaN(parsed) || (parsed >= dayOf(1930, 1, 1) && parsed < dayOf(2100, 1, 1))
        );
      }),
    );
  });
});
