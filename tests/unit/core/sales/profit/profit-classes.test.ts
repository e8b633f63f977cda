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

describe('a class by profit', () => {
  it('ends where the middle of the cumulative share is 80 and 95 %, equal profits together', () => {
    // Middles 35, 75, 84, 93 of the two of 5 together, 99.
    const { classes, byClient } = classify([70, 5, 5, 10, 8, 2, 0]);
    expect([...byClient.values()]).toEqual([
      ...['first', 'promising', 'promising', 'first', 'promising', 'regular', 'regular'],
    ]);
    expect(
      classes.map(({ profitClass, clients, profit, shareOfProfit }) => [profitClass, clients, profit, shareOfProfit]),
    ).toEqual([
      ['first', 2, 80, { known: true, value: 0.8 }],
      ['promising', 3, 18, { known: true, value: 0.18 }],
      ['regular', 2, 2, { known: true, value: 0.02 }],
    ]);
    // 90–100 %, the middle exactly 95.
    expect([...classify([60, 30, 10]).byClient.values()]).toEqual(['first', 'first', 'promising']);
    // 60–100 %, the middle exactly 80.
    expect([...classify([60, 40]).byClient.values()]).toEqual(['first', 'first']);
  });
});
