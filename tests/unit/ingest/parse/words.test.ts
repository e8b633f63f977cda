import fc from 'fast-check';
import { NO_FLAG } from '../../../../src/core/model/columns';
import { guessDiscountStyle, parseDiscount } from '../../../../src/ingest/parse/discount';
import { formatFlag, guessFlag, parseFlag } from '../../../../src/ingest/parse/flag';
import { shareOfNumber } from '../../../../src/ingest/parse/share';
import { meaningOfWord, STATUS_MEANINGS, wordsOverride } from '../../../../src/ingest/parse/status-words';
import {
  cleanText,
  formatText,
  guessText,
  keyOfText,
  parseText,
  textOfNumber,
} from '../../../../src/ingest/parse/text';

describe('texts', () => {
  it('keeps what the person wrote but for blanks', () => {
    expect(cleanText('　绿源（饲料）\n 公司 ')).toBe('绿源（饲料） 公司');
    expect(parseText('=SUM(A1)')).toBe('=SUM(A1)');
    expect(parseText(789201)).toBe('789201');
    expect(parseText({ error: '#N/A' })).toBeUndefined();
  });

  it('compares keys without width, brackets, case and blanks', () => {
    expect(keyOfText('绿源（饲料）　公司')).toBe(keyOfText('绿源(饲料)公司'));
    expect(keyOfText('ＡＢＣ Ltd.')).toBe(keyOfText('abc LTD'));
    expect(keyOfText('【华东】客户')).toBe(keyOfText('(华东)客户'));
    expect(keyOfText('甲公司')).not.toBe(keyOfText('乙公司'));
  });

  it('writes numbers standing in a column of text as codes', () => {
    expect(textOfNumber(10248)).toBe('10248');
    expect(textOfNumber(1e15)).toBe('1000000000000000');
    expect(textOfNumber(1.5)).toBe('1.5');
  });

  it('parses what it formats', () => {
    fc.assert(fc.property(fc.string(), (text) => parseText(formatText(cleanText(text))) === cleanText(text)));
    expect(guessText(['a', 1, null, { error: '#N/A' }])).toBeCloseTo(2 / 3);
  });
});

describe('flags', () => {
  it.each([
    ['是', 1],
    ['Y', 1],
    ['yes', 1],
    ['√', 1],
    ['有', 1],
    [true, 1],
    [1, 1],
    ['否', 0],
    ['N', 0],
    ['×', 0],
    ['无', 0],
    [false, 0],
    [0, 0],
    [null, NO_FLAG],
    ['', NO_FLAG],
    ['—', NO_FLAG],
    ['也许', undefined],
    [2, undefined],
  ])('%p is %p', (cell, expected) => {
    expect(parseFlag(cell)).toBe(expected);
  });

  it('parses what it formats, in both languages', () => {
    for (const value of [0, 1, NO_FLAG]) {
      expect(parseFlag(formatFlag(value).zh)).toBe(value);
      expect(parseFlag(formatFlag(value).en)).toBe(value);
    }
    expect(guessFlag(['是', '否', '也许', null])).toBeCloseTo(2 / 3);
  });
});

describe('discounts', () => {
  it.each([
    [0.15, 'off', 0.15],
    [15, 'offPercent', 0.15],
    ['15%', 'off', 0.15],
    ['85折', 'off', 0.15],
    ['8.5折', 'off', 0.15],
    ['八五折', 'off', 0.15],
    ['九折', 'off', 0.1],
    ['不打折', 'off', 0],
    [0.85, 'pay', 0.15],
    [85, 'payPercent', 0.15],
    [8.5, 'payTenths', 0.15],
    [1.5, 'off', undefined],
    ['随便', 'off', undefined],
  ] as const)('%p as %s is %p', (cell, style, expected) => {
    expect(parseDiscount(cell, style)).toBe(expected);
  });

  it('tells by the whole column what plain numbers mean', () => {
    expect(guessDiscountStyle('discount', [0, 0.2, 0.05])).toBe('off');
    expect(guessDiscountStyle('discount', [0, 15, 5])).toBe('offPercent');
    expect(guessDiscountStyle('折扣', [1, 0.95, 0.85])).toBe('pay');
    expect(guessDiscountStyle('折扣', [0, 0.05, 0.1])).toBe('off');
    expect(guessDiscountStyle('扣率', [100, 95, 85])).toBe('payPercent');
    expect(guessDiscountStyle('折扣', [9.5, 8.5, 10])).toBe('payTenths');
  });

  it('reads shares above 1 as percent', () => {
    expect([0.95, 95, 1, 0].map(shareOfNumber)).toEqual([0.95, 0.95, 1, 0]);
  });
});

describe('status words', () => {
  it.each([
    ['按时交货', 'status', 'onTime'],
    ['晚交货', 'status', 'late'],
    ['延迟', 'status', 'late'],
    ['质量合格', 'status', 'intact'],
    ['破损', 'status', 'damaged'],
    ['返修', 'status', 'damaged'],
    ['拒货', 'status', 'refused'],
    ['已取消', 'status', 'cancelled'],
    ['作废', 'status', 'cancelled'],
    ['退货', 'type', 'returnLine'],
    ['退货', 'status', 'returned'],
    ['Returned', 'status', 'returned'],
    ['CANCELLED', 'status', 'cancelled'],
    ['Disputed', 'status', 'disputed'],
    ['On Hold', 'status', 'none'],
    ['On_Hold', 'status', 'none'],
    ['Resolved', 'status', 'resolved'],
    ['Shipped', 'status', 'none'],
    ['In Process', 'status', 'none'],
    ['冲红', 'type', 'returnLine'],
    ['折让', 'type', 'returnLine'],
    ['莫名其妙', 'status', undefined],
  ] as const)('%s in a %s column is %s', (word, role, meaning) => {
    expect(meaningOfWord(word, role)).toBe(meaning);
  });

  it('takes the words that a person mapped, and only to meanings there are', () => {
    const own = wordsOverride({ 压单: 'cancelled', 乱写: 'nonsense' });
    expect([...own]).toEqual([['压单', 'cancelled']]);
    expect(STATUS_MEANINGS).toContain('cancelled');
  });
});
