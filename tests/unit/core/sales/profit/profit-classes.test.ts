import type { Money } from '../../../../../src/core/model/money';
import { classifyByProfit } from '../../../../../src/core/sales/profit/profit-classes';
import { settingsWith } from '../../../../../src/core/settings';

const classify = (profits: readonly number[]) =>
  classifyByProfit(
    profits.map((_, client) => client),
    (client) => profits[client]! as Money,
    settingsWith({}),
  );

describe('profit classes 80 / 15 / 5', () => {
  it('gives 80, 15, 5 to first, promising, regular', () => {
    // Midpoints 40 %, 87.5 %, 97.5 %.
    expect([...classify([80, 15, 5]).byClient.values()]).toEqual(['first', 'promising', 'regular']);
  });

  it('counts a loss as regular, outside of the total', () => {
    const { classes, byClient } = classify([100, -40]);
    expect(byClient.get(1)).toBe('regular');
    expect(classes.map(({ profit }) => profit)).toEqual([100, 0, -40]);
    expect(classes[0]!.shareOfProfit).toEqual({ known: true, value: 1 });
    expect(classes[2]!.shareOfProfit).toEqual({ known: true, value: 0 });
  });

  it('has no shares where nobody earns', () => {
    expect(classify([-1]).classes[0]!.shareOfProfit.known).toBe(false);
  });
});
