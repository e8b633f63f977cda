import { guessDay, guessDayStyle, parseMoment } from '../../../../src/ingest/parse/day';
import { formatMoment } from '../../../../src/ingest/parse/moment';
import { formatNumber, guessNumber, parseNumberText } from '../../../../src/ingest/parse/number';
import { shareOfNumber } from '../../../../src/ingest/parse/share';

const style = guessDayStyle([], 1900);

describe('moments', () => {
  it('are told to the second of every hour', () => {
    // Day 20,458 is 5 January 2026.
    const at = (hours: number, minutes: number, seconds: number): string =>
      formatMoment(20_458 + (hours * 3_600 + minutes * 60 + seconds) / 86_400);
    expect([at(0, 0, 0), at(1, 0, 0), at(23, 0, 0), at(23, 59, 59), at(9, 5, 7)]).toEqual([
      '2026-01-05 00:00:00',
      '2026-01-05 01:00:00',
      '2026-01-05 23:00:00',
      '2026-01-05 23:59:59',
      '2026-01-05 09:05:07',
    ]);
  });

  it('are none in an empty cell, and not known where the time is none', () => {
    expect([parseMoment(null, style), parseMoment('', style), parseMoment('—', style)]).toEqual([NaN, NaN, NaN]);
    expect(['2026-01-05 25:00', '2026-01-05 12:61'].map((text) => parseMoment(text, style))).toEqual([
      undefined,
      undefined,
    ]);
    expect(parseMoment('2026-01-05 12:00', style)).toBe(20_458.5);
  });

  it('of a week are those of the year that it names, else of the year that is known', () => {
    const longer = guessDayStyle([], 1900, true);
    const known = { ...longer, year: 2024 };
    // Monday of the second week: 6 January 2025 and 8 January 2024.
    expect([parseMoment('2025-W02', known), parseMoment('2025-W02', longer)]).toEqual([20_094, 20_094]);
    expect([parseMoment('第2周', known), parseMoment('第2周', longer)]).toEqual([19_730, undefined]);
  });
});

describe('samples of a column', () => {
  it('are judged by those that are filled', () => {
    expect(guessDay([null, '', '—', '2026-01-05', 'x'], style)).toBe(0.5);
    expect([guessDay([null, ''], style), guessDay([], style)]).toEqual([0, 0]);
    expect(guessNumber([null, '', '—', '12', 7, 'x', true])).toBe(0.5);
    expect([guessNumber([null, '']), guessNumber([])]).toEqual([0, 0]);
  });
});

describe('numbers', () => {
  it('are shares as they stand up to 1, and per cents above', () => {
    expect([0, 0.95, 1, 1.5, 2, 95].map(shareOfNumber)).toEqual([0, 0.95, 1, 0.015, 0.02, 0.95]);
  });

  it('are written without a sign where they are nothing, and read without a unit', () => {
    expect([formatNumber(-0), formatNumber(-1), formatNumber(1234.5)]).toEqual(['0', '-1', '1234.5']);
    expect(['12', '12元', '12万', '12%', '12 x'].map((text) => parseNumberText(text))).toEqual([
      12,
      12,
      120_000,
      0.12,
      undefined,
    ]);
  });
});
