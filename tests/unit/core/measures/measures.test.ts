import { KPIS } from '../../../../src/core/kpis';
import { WINDOW_WORDS, type Measure } from '../../../../src/core/measures/measure';
import { MEASURES } from '../../../../src/core/measures/measures';
import { LANGS } from '../../../../src/i18n/lang';

const all: readonly (readonly [string, Measure])[] = Object.entries(MEASURES);

describe('the register of measures', () => {
  it.each([...LANGS])('gives every measure a name of its own, apart from those of indicators (%s)', (lang) => {
    const names = [...all.map(([, { name }]) => name[lang]), ...KPIS.map(({ label }) => label[lang])];
    const twice = names.filter((name, at) => names.indexOf(name) !== at);
    expect(twice).toEqual([]);
  });

  it('says of each in both languages whom it counts', () => {
    for (const [id, { population, decimals }] of all) {
      expect([id, population.zh.length > 0, population.en.length > 0, decimals >= 0]).toEqual([id, true, true, true]);
    }
  });

  it('shows one unit with one number of decimals, but for a few that say why by what they are', () => {
    const usual = { money: 2, ratio: 1, count: 0, quantity: 3, day: 0, points: 1, days: 0, hours: 1 };
    // Sums in sentences are whole; means of days have a decimal; an odometer has none; what is near 1 or 0 has two.
    const other: Readonly<Record<string, number>> = {
      ...{ recentSales: 0, lastPurchase: 0, excess: 0, expectedAmount: 0, weightDifference: 2, kilometresLeft: 0 },
      ...{ returnOnCost: 2, daysLate: 1, dso: 1, bestDso: 1, delinquentDays: 1, daysToOrder: 1 },
    };
    const wrong = all.filter(([id, { unit, decimals }]) => decimals !== (other[id] ?? usual[unit]));
    expect(wrong.map(([id, { unit, decimals }]) => `${id} ${unit} ${decimals}`)).toEqual([]);
  });

  it('names every window but that of the report', () => {
    for (const [window, words] of Object.entries(WINDOW_WORDS))
      expect([window, words.zh === '']).toEqual([window, window === 'period']);
  });
});
