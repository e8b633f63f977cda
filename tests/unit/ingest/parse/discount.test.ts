import { guessDiscountStyle } from '../../../../src/ingest/parse/discount';

describe('what the plain numbers of a column of discounts mean', () => {
  it.each([
    ['discount', [0, 0.2, 0.15], 'off'],
    ['折扣率', [0.9, 0.85, 1], 'pay'],
    ['折扣率', [0.1, 0.2, 0.9], 'off'],
    // Tenths that are paid: from five on.
    ['折扣', [9, 8.5, 5], 'payTenths'],
    ['折扣', [5, 5, 1], 'payTenths'],
    ['折扣', [4.9, 4.9, 9], 'offPercent'],
    ['折扣率', [90, 85, 50], 'payPercent'],
    ['折扣率', [50, 50, 10], 'payPercent'],
    ['折扣率', [49, 10, 90], 'offPercent'],
    ['扣额', [0.9, 0.8], 'off'],
    ['discount', [90, 80], 'offPercent'],
    ['折扣', [], 'off'],
    ['折扣', ['九折', '85%', 9], 'payTenths'],
  ] as const)('%s %j: %s', (header, samples, style) => {
    expect(guessDiscountStyle(header, samples)).toBe(style);
  });
});
