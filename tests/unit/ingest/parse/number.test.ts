import fc from 'fast-check';
import {
  formatNumber,
  LARGEST_NUMBER,
  guessNumber,
  parseNumber,
  parseNumberText,
} from '../../../../src/ingest/parse/number';

describe('a number as people type it', () => {
  it.each([
    ['1234.5', 1234.5],
    ['1,234.50', 1234.5],
    ['1，234，567', 1234567],
    ['１２３４．５', 1234.5],
    ['¥1,234', 1234],
    ['￥1,234', 1234],
    ['$1,000.00', 1000],
    ['€ 12', 12],
    ['CNY 1,234.00', 1234],
    ['1234元', 1234],
    ['1,234.00 元', 1234],
    ['3.5万', 35000],
    ['1.1万元', 11000],
    ['1.2亿', 120000000],
    ['￥１，２３４．５万元', 12345000],
    ['20吨', 20],
    ['20 kg', 20],
    ['5件', 5],
    ['30天', 30],
    ['3200元/吨', 3200],
    ['(1,234)', -1234],
    ['（1,234.5）', -1234.5],
    ['¥(1,234)', -1234],
    ['1,234-', -1234],
    ['-1,234', -1234],
    ['−12', -12],
    ['-¥12', -12],
    ['+5', 5],
    ['15%', 0.15],
    ['１５％', 0.15],
    ['12.3%', 0.123],
    ['5‰', 0.005],
    ['1.2E+05', 120000],
    ['.5', 0.5],
    ['12.', 12],
    ['1.234,56', 1234.56],
    ['1 234', 1234],
  ])('%s is %d', (text, expected) => {
    expect(parseNumberText(text)).toBe(expected);
  });

  it.each(['', '  ', '-', '—', '——', '/', '无', 'N/A', 'null'])('"%s" is an empty cell, not 0', (text) => {
    expect(parseNumberText(text)).toBeNaN();
  });

  it.each([
    'abc',
    '十二',
    '1,2345',
    '12,34',
    '1.2.3',
    '5 apples',
    '待定',
    'TBD',
    '5-7',
    '2026/1/5',
    '=1+1',
    '--5',
    '((5))',
    '1e999',
    '12元3角',
  ])('%s is no number', (text) => {
    expect(parseNumberText(text)).toBeUndefined();
  });

  it('reads cells of other kinds', () => {
    expect(parseNumber(3)).toBe(3);
    expect(parseNumber(null)).toBeNaN();
    expect(parseNumber(true)).toBeUndefined();
    expect(parseNumber({ error: '#N/A' })).toBeUndefined();
  });

  it('guesses by the share of the filled cells', () => {
    expect(guessNumber(['1', '2', 'x', null, '-'])).toBeCloseTo(2 / 3);
  });
});

describe('parse after format', () => {
  it('is the identity on numbers', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -LARGEST_NUMBER, max: LARGEST_NUMBER }), (value) => {
        const plain = Object.is(value, -0) ? 0 : value;
        return Object.is(parseNumber(formatNumber(plain)), plain);
      }),
    );
  });

  it('is the identity with thousands marks and brackets', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (value) => {
        const grouped = Math.abs(value).toLocaleString('en-US');
        return parseNumber(value < 0 ? `(${grouped})` : grouped) === value;
      }),
    );
  });

  it('never throws and never gives infinity', () => {
    fc.assert(fc.property(fc.string(), (text) => Math.abs(parseNumberText(text) ?? 0) !== Infinity));
  });
});
