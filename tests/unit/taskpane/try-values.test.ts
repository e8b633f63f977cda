import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { tryValues } from '../../../src/taskpane/try-values';

const standing = DEFAULT_SETTINGS as unknown as Readonly<Record<string, number>>;

describe('a value that was typed in the pane', () => {
  it('is taken where it goes with the others', () => {
    expect(tryValues(standing, {}, { id: 'tier.cutOne', value: 0.6, words: '60' })).toEqual({
      taken: { 'tier.cutOne': 0.6 },
      refused: {},
    });
  });

  it('waits where it does not, and is taken with the one that makes it right', () => {
    const first = tryValues(standing, {}, { id: 'tier.cutOne', value: 0.95, words: '95' });
    expect(first.taken).toEqual({});
    expect(first.refused['tier.cutOne']).toMatchObject({ words: '95', value: 0.95 });
    expect(first.refused['tier.cutOne']!.why.zh).toBe('Ⅰ类累计占比 95% 应小于 Ⅱ类累计占比 90%');
    const second = tryValues(standing, first.refused, { id: 'tier.cutTwo', value: 0.97, words: '97' });
    expect(second).toEqual({ taken: { 'tier.cutOne': 0.95, 'tier.cutTwo': 0.97 }, refused: {} });
  });

  it('is taken by itself while another still waits', () => {
    const { refused } = tryValues(standing, {}, { id: 'tier.cutOne', value: 0.95, words: '95' });
    const next = tryValues(standing, refused, { id: 'plan.callsPerDay', value: 15, words: '15' });
    expect(next).toEqual({ taken: { 'plan.callsPerDay': 15 }, refused });
  });

  it('leaves alone what is no value at all', () => {
    const unreadable = {
      'tier.cutTwo': { words: '999', why: { zh: '应在 2% 到 100% 之间', en: 'between 2% and 100%' } },
    };
    const next = tryValues(standing, unreadable, { id: 'tier.cutOne', value: 0.6, words: '60' });
    expect(next).toEqual({ taken: { 'tier.cutOne': 0.6 }, refused: unreadable });
  });
});
