import { known, missing } from '../../../../src/core/model/outcome';
import { rankSizes } from '../../../../src/core/sales/sizes';
import { HISTORY_MONTHS, type SalesHistory } from '../../../../src/core/sales/sales-history';
import { unitOfQuantity } from '../../../../src/core/sales/unit-of-quantity';
import { settingsWith } from '../../../../src/core/settings';

describe('a unit of quantity', () => {
  it.each([
    ['kg', 1000, ['吨', 't', 'T', 'ton', 'Tonne']],
    ['kg', 1, ['公斤', '千克', 'kg', 'KGS', ' Kg ']],
    ['kg', 0.5, ['斤', '市斤']],
    ['kg', 0.001, ['克', 'g']],
    ['l', 1, ['升', 'L']],
    ['l', 0.001, ['毫升', 'ml']],
    ['m', 1, ['米', 'm']],
    ['m', 0.01, ['厘米', 'cm']],
  ])('of %s is %d of it', (base, factor, words) => {
    for (const word of words) expect([word, unitOfQuantity(word)]).toEqual([word, { base, factor }]);
  });

  it('that is not known stands for itself', () => {
    expect([unitOfQuantity('箱'), unitOfQuantity(' Box '), unitOfQuantity('constructor')]).toEqual([
      { base: '箱', factor: 1 },
      { base: 'box', factor: 1 },
      { base: 'constructor', factor: 1 },
    ]);
  });
});

/** Amounts of the latest month and the one before the year, and quantities in thousandths. */
function historyOf(amounts: readonly number[], quantities?: readonly number[]): SalesHistory {
  const months = new Float64Array(amounts.length * HISTORY_MONTHS);
  amounts.forEach((amount, client) => {
    months[client * HISTORY_MONTHS + 11] = amount;
    months[client * HISTORY_MONTHS + 12] = 1000 - amount;
  });
  return {
    clients: amounts.length,
    amounts: months,
    quantities: quantities ? known(Float64Array.from(quantities)) : missing({ reason: 'mixed-units' }),
  } as unknown as SalesHistory;
}
const sizesOf = (...given: Parameters<typeof historyOf>) =>
  rankSizes(historyOf(...given), settingsWith({})).map((one) =>
    one.known ? `${one.value.size} ${one.value.reason.zh}` : '—',
  );

describe('the size of a client', () => {
  it('goes by the middle of its cumulative quantity, up to 70 % A, up to 90 % B', () => {
    // Middles 30, 70 exactly, 85; 90 exactly; 94, of two equal ones 98.
    expect(sizesOf([1, 1, 1, 1, 1, 1, 1, 1], [60, 20, 8, 4, 4, 4, 0, -5])).toEqual([
      'A 近12个月数量累计到 60.0%',
      'A 近12个月数量累计到 80.0%',
      'B 近12个月数量累计到 88.0%',
      ...[1, 2, 3].map(() => 'C 近12个月数量累计到 100.0%'),
      '—',
      '—',
    ]);
    expect(sizesOf([1, 1, 1, 1], [60, 20, 16, 4]).map((one) => one[0])).toEqual(['A', 'A', 'B', 'C']);
    expect(sizesOf([1, 1, 1], [80, 16, 4]).map((one) => one[0])).toEqual(['A', 'B', 'C']);
  });

  it('goes by amounts of the year where quantities cannot be added, or nobody has any', () => {
    expect(sizesOf([70, 20, 10])).toEqual([
      'A 近12个月金额累计到 70.0%',
      'B 近12个月金额累计到 90.0%',
      'C 近12个月金额累计到 100.0%',
    ]);
    expect(sizesOf([70, 20, 10], [0, -1, 0])[0]).toBe('A 近12个月金额累计到 70.0%');
    // One thousandth is a quantity.
    expect(sizesOf([70, 20, 10], [0, 0, 1])).toEqual(['—', '—', 'A 近12个月数量累计到 100.0%']);
    expect(sizesOf([0, -3])).toEqual(['—', '—']);
  });
});
