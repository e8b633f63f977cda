import { guessDecimalMark } from '../../../../src/ingest/parse/decimal-mark';
import { guessNumber, parseNumberText } from '../../../../src/ingest/parse/number';

describe('the decimal mark of a column', () => {
  it.each([
    [['12,50', '1.500'], ','],
    [['1052,75元', '88,5元'], ','],
    [['1.234,56'], ','],
    [['1 234,50'], ','],
    [['12.50', '1,500'], '.'],
    [['1,234', '5,678'], '.'],
    [['1.234', '5.678'], '.'],
    [['12,50', '12.50'], '.'],
    [[12.5, 3], '.'],
  ] as const)('%j is %s', (samples, mark) => {
    expect(guessDecimalMark(samples)).toBe(mark);
  });

  it.each([
    ['1.500', 1500],
    ['12,50', 12.5],
    ['1.234.567,8', 1234567.8],
    ['1052,75元', 1052.75],
    ['-99,90 €', -99.9],
    ['1234,5', 1234.5],
    ['3', 3],
  ])('with a comma %s is %d', (text, value) => {
    expect(parseNumberText(text, ',')).toBe(value);
  });

  it('with a comma 12.5 is no number: it may be a slip either way', () => {
    expect(parseNumberText('12.5', ',')).toBeUndefined();
  });

  it('decides whether the samples are numbers', () => {
    expect(guessNumber(['12,50', '1.500', '7,25'])).toBe(1);
  });
});
