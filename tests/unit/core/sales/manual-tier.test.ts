import { known, missing } from '../../../../src/core/model/outcome';
import { manualTierOf } from '../../../../src/core/sales/client-figures';

describe('人工等级 as people write it', () => {
  it.each([
    [1, ['I', 'Ⅰ', '1', '１', '一', 'A', 'a', 'Ⅰ类', '一级', 'A类客户', '第一档', 'Tier 1', 'class I']],
    [2, ['II', 'Ⅱ', '2', '二', 'B', '二类', 'tier 2']],
    [3, ['III', 'Ⅲ', '3', '三', 'C', '三等', 'CLASS C']],
  ])('%s', (tier, words) => {
    for (const word of words) expect([word, manualTierOf(word, true)]).toEqual([word, known(tier)]);
  });

  it('is not entered where it is none, and has no column where there is none', () => {
    for (const word of ['', '4', 'D', 'AA', '重点'])
      expect(manualTierOf(word, true)).toEqual(missing({ reason: 'not-entered' }));
    expect(manualTierOf('A', false)).toEqual(missing({ reason: 'no-column', column: 'clients.manualTier' }));
  });
});
