import { firstDayOfBand } from '../../../../src/ingest/parse/ageing-band';
import { DayEvidence, guessDayStyle } from '../../../../src/ingest/parse/day';
import { formatDiscount, guessDiscountStyle, parseDiscount } from '../../../../src/ingest/parse/discount';

describe('a discount', () => {
  it.each([
    ['1折', 0.9],
    ['0.5折', 0.95],
    ['10折', 0],
    ['11折', 0.89],
    ['85折', 0.15],
    ['100折', 0],
    ['打八五折', 0.15],
    ['零折', undefined],
    ['0折', undefined],
    ['101折', undefined],
    ['8..5折', undefined],
    ['不打折', 0],
    ['原价', 0],
  ])('of %s takes off %p, whatever its column says', (text, part) => {
    for (const style of ['off', 'pay', 'payTenths'] as const) expect(parseDiscount(text, style)).toBe(part);
  });

  it('in a plain number or in per cent is what its column says, from nothing to all', () => {
    const of = (value: number | string): (number | undefined)[] =>
      (['off', 'offPercent', 'pay', 'payPercent', 'payTenths'] as const).map((style) => parseDiscount(value, style));
    expect(of(1)).toEqual([1, 0.01, 0, 0.99, 0.9]);
    expect(of(0)).toEqual([0, 0, 1, 1, 1]);
    expect(of(0.25)).toEqual([0.25, 0.0025, 0.75, 0.9975, 0.975]);
    expect(of(100)).toEqual([undefined, 1, undefined, 0, undefined]);
    expect(of(101)).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(of(-1)).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(of('20%')).toEqual([0.2, 0.2, 0.8, 0.8, 0.8]);
    expect(of('x%')).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(of('—')).toEqual([NaN, NaN, NaN, NaN, NaN]);
    expect(formatDiscount(0.15)).toBe('0.15');
  });

  it.each<[string, (number | string | null)[], string]>([
    ['discount', [0, 0.2, 1], 'off'],
    ['discount', [0, 0.2, 1.1], 'offPercent'],
    ['折扣', [0.85, 0.9, 1], 'pay'],
    ['折扣', ['0.85', '0.9'], 'pay'],
    ['折扣', [0.5, 0.5, 0.2], 'pay'],
    ['折扣', [0.5, 0.2], 'off'],
    ['扣率', [8.5, 5, 1], 'payTenths'],
    ['扣率', [8.5, 10], 'payTenths'],
    ['扣率', [8.5, 4.9], 'offPercent'],
    ['扣率', [85, 50, 10], 'payPercent'],
    ['扣率', [85, 49], 'offPercent'],
    ['折扣额', [85, 90], 'offPercent'],
    ['扣额', [85, 90], 'offPercent'],
    ['折扣 discount', [0.85, 0.9], 'off'],
    // Words that say it themselves are no sample of plain numbers.
    ['折扣', ['85折', '90%', 0.1], 'off'],
    ['折扣', [], 'off'],
    ['折扣', [null, 'x'], 'off'],
  ])('under %s of %j is read as %s', (header, samples, style) => {
    expect(guessDiscountStyle(header, samples)).toBe(style);
  });
});

describe('bands of ageing', () => {
  it.each([
    ['0-30', 1],
    ['1–30天', 1],
    ['31-60 days', 31],
    ['逾期 2 至 3 个月', 61],
    ['0-1年', 1],
    ['1-2年', 366],
    ['1个月-3', 31],
    ['60-31', undefined],
    ['30-30', undefined],
    ['90天以上', 91],
    ['超过3个月', 91],
    ['> 1 year', 366],
    ['30天以内', 1],
    ['<= 30', 1],
    ['未到期', 0],
    ['current', 0],
    ['区域', undefined],
  ])('%s begin on day %p', (header, day) => {
    expect(firstDayOfBand(header)).toBe(day);
  });
});

describe('the order of days in a column', () => {
  const evidence = (...texts: string[]): DayEvidence => {
    const found = new DayEvidence();
    for (const text of texts) found.add(text);
    return found;
  };
  it('is contradictory only where cells say both', () => {
    const both = (...texts: string[]): boolean => evidence(...texts).isContradictory;
    expect([both('13/1/2026', '1/13/2026'), both('13/1/2026'), both('1/13/2026'), both('1/2/2026')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(['13/1/2026', '1/13/2026', '12/12/2026'].map((text) => evidence(text).order)).toEqual([
      'dmy',
      'mdy',
      undefined,
    ]);
  });

  it('is year, month, day where years lie together, months are months and days are days', () => {
    const isYearFirst = (...more: string[]): boolean => evidence('25/1/19', '25/12/28', ...more).isYearFirst;
    expect([isYearFirst('25/1/1'), isYearFirst('25/12/31')]).toEqual([true, true]);
    for (const none of ['25/0/5', '25/13/5', '25/5/0', '25/5/32']) expect(isYearFirst(none)).toBe(false);
  });

  it('is not told by what can be no day at all', () => {
    for (const none of ['45/11/2026', '11/45/2026', '45/45/2026']) expect(evidence(none).cells).toBe(0);
    expect(evidence('31/11/2026', '11/31/2026').cells).toBe(2);
  });

  it('says nothing of months or of a year where none was asked for', () => {
    const style = guessDayStyle(['13/1/2026'], 1900);
    expect([style.months, 'year' in style]).toEqual([false, false]);
    const told = guessDayStyle([], 1900, true, 2025);
    expect([told.months, told.year]).toEqual([true, 2025]);
  });
});
