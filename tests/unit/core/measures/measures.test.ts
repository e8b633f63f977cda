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

  it('names every window but that of the report', () => {
    for (const [window, words] of Object.entries(WINDOW_WORDS))
      expect([window, words.zh === '']).toEqual([window, window === 'period']);
  });
});
