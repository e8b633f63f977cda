import { digitsOfChinese, integerOfChinese, numberOfCapitals } from '../../../../src/ingest/parse/chinese-digits';
import { guessDecimalMark } from '../../../../src/ingest/parse/decimal-mark';
import { guessDiscountStyle, parseDiscount } from '../../../../src/ingest/parse/discount';
import { guessNumber, parseNumber, parseNumberText } from '../../../../src/ingest/parse/number';

describe('the limits of what is a number', () => {
  it.each([
    [1e15, 1e15],
    [-1e15, -1e15],
    [1e15 + 1, undefined],
    [-1e15 - 1, undefined],
    ['1000000000000000', 1e15],
    ['1000000000000001', undefined],
    ['1000万亿', 1e15],
    ['1001万亿', undefined],
    // 40 characters are read, 41 are no number that anybody typed.
    [`${'0'.repeat(39)}7`, 7],
    [`${'0'.repeat(40)}7`, undefined],
  ])('%p is %p', (cell, value) => {
    expect(parseNumber(cell)).toBe(value);
  });

  it.each(['(5) CR', '-5 CR', '+5 CR', '5-CR', '(-5)', '(+5)', '(5-)', '-(5)', '-5-', '5-CR.', '(CR)'])(
    '%s says its sign twice, and is none',
    (text) => expect(parseNumberText(text)).toBeUndefined(),
  );

  it.each([
    ['500贷', -500],
    ['500借', 500],
    ['1,200.00CR.', -1200],
    ['500元贷', -500],
    ['-壹佰元整', -100],
    ['(壹佰)', -100],
    ['1.200,--', 1200],
    ['CHF 50.--', 50],
    ['1,234.', 1234],
    ['1.234,5', 1234.5],
    ['$-5', -5],
    ['5千', 5000],
    ['5千克', 5],
    ['5千米', 5],
    ['3百万', 3e6],
    ['2千万元', 2e7],
    ['1万亿', 1e12],
    ['5万件', 50000],
    // 4.35 × 10,000 is 43,499.99999999999 in binary, 0.07 / 100 is 0.0007000000000000001.
    ['4.35万', 43500],
    ['0.07%', 0.0007],
  ])('%s is %d', (text, value) => {
    expect(parseNumberText(text)).toBe(value);
  });

  it.each(['5万苹果', '1.234,567', '1,23.4', '12.3万5', '0x10', '%', '万'])('%s is none', (text) => {
    expect(parseNumberText(text)).toBeUndefined();
  });

  it('writes nought without a sign', () => {
    expect([parseNumberText('-0'), parseNumberText('(0)'), parseNumberText('0 CR')]).toEqual([0, 0, 0]);
  });

  it.each([
    ['12,', 12],
    ['1.234,', 1234],
    ['1.23,4', undefined],
    ['1234.567', undefined],
    ['.5', undefined],
  ])('with a comma before the decimals %s is %p', (text, value) => {
    expect(parseNumberText(text, ',')).toBe(value);
  });

  it('guesses by filled cells alone', () => {
    expect(guessNumber([null, '', '-'])).toBe(0);
    expect(guessNumber([])).toBe(0);
    expect(guessNumber([null, '', '-', 3, 'x', true])).toBeCloseTo(1 / 3);
  });

  it.each([
    [[], '.'],
    [['12,50', '7,5', '12.50'], '.'],
    [['没有。', '12,5'], ','],
    [['12345,678'], ','],
    [['12345.678'], '.'],
    [['12.5000', '12,5'], '.'],
    [['12，５０'], ','],
  ] as const)('the decimal mark of %j is %s', (samples, mark) => {
    expect(guessDecimalMark(samples)).toBe(mark);
  });
});

describe('numbers written in Chinese', () => {
  it.each([
    ['十五', 15],
    ['二十', 20],
    ['一百零五', 105],
    ['一百一十', 110],
    ['一万二千三百四十五', 12345],
    ['一百零五万三千', 1053000],
    ['一亿零三万', 100030000],
    ['三万亿', 3e12],
    ['零', 0],
    ['二五', undefined],
    ['一x', undefined],
    ['', undefined],
  ])('%s is %p', (text, value) => {
    expect(integerOfChinese(text)).toBe(value);
  });

  it.each([
    ['壹佰', 100],
    ['拾元', 10],
    ['叁拾圆整', 30],
    ['壹佰元伍角', 100.5],
    ['壹佰元零伍分', 100.05],
    ['壹佰元伍角叁分整', 100.53],
    ['壹亿贰仟万元整', 120000000],
    ['贰拾元零叁角', 20.3],
    ['壹佰元好角', undefined],
    ['壹佰元好分', undefined],
    ['壹好元', undefined],
    ['壹佰元伍角叁分又', undefined],
  ])('the amount %s is %p', (text, value) => {
    expect(numberOfCapitals(text)).toBe(value);
  });

  it('digits one by one', () => {
    expect([digitsOfChinese('二〇二五'), digitsOfChinese('二x'), digitsOfChinese('')]).toEqual([
      '2025',
      undefined,
      undefined,
    ]);
  });
});

describe('the limits of a discount', () => {
  it.each([
    [1, 'off', 1],
    [0, 'off', 0],
    [1.01, 'off', undefined],
    [-0.1, 'off', undefined],
    [100, 'offPercent', 1],
    [101, 'offPercent', undefined],
    // 1 - 0.9 is 0.09999999999999998 in binary.
    [0.9, 'pay', 0.1],
    [0, 'pay', 1],
    [100, 'payPercent', 0],
    [10, 'payTenths', 0],
    [10.5, 'payTenths', undefined],
    ['100折', 'off', 0],
    ['101折', 'off', undefined],
    ['0折', 'off', undefined],
    ['10折', 'off', 0],
    ['11折', 'off', 0.89],
    ['打八折', 'off', 0.2],
    ['1.2.3折', 'off', undefined],
    ['15%', 'offPercent', 0.15],
    ['85%', 'pay', 0.15],
    ['85%', 'payPercent', 0.15],
    ['85％', 'payTenths', 0.15],
    ['150%', 'off', undefined],
    ['x%', 'off', undefined],
    [null, 'off', Number.NaN],
    ['—', 'pay', Number.NaN],
    [true, 'off', undefined],
  ] as const)('%p as %s is %p', (cell, style, part) => {
    expect(parseDiscount(cell, style)).toBe(part);
  });

  it.each([
    ['折扣率', [0.5, 0.4], 'off'],
    ['折扣率', [0.5, 0.5, 0.4], 'pay'],
    ['折扣', [10, 9], 'payTenths'],
    ['折扣', [10.5, 9, 9], 'offPercent'],
    ['折扣', [9, 4], 'offPercent'],
    ['折扣率', [50, 49], 'offPercent'],
    ['折扣额 discount', [0.9, 0.8], 'off'],
    ['折扣率', [null, 'x', 0.9], 'pay'],
    ['折扣率', ['95%', '90%', 0.1], 'off'],
    ['扣率', [-1, -2], 'off'],
  ] as const)('plain numbers of %s %j: %s', (header, samples, style) => {
    expect(guessDiscountStyle(header, samples)).toBe(style);
  });
});
