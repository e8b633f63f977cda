import { wordSettingValue } from '../../../../src/core/settings/word-setting-value';

describe('a setting in a sentence', () => {
  it('is a share in percent, a number as it is, a choice by its words, yes or no', () => {
    expect(wordSettingValue('tier.cutOne', 0.7)).toEqual({ zh: '70.0%', en: '70.0%' });
    expect(wordSettingValue('rhythm.minGaps', 3)).toEqual({ zh: '3', en: '3' });
    expect(wordSettingValue('rhythm.minGaps', 2.5)).toEqual({ zh: '2.50', en: '2.50' });
    expect(wordSettingValue('plan.logDone', true)).toEqual({ zh: '是', en: 'yes' });
    expect(wordSettingValue('plan.logDone', false)).toEqual({ zh: '否', en: 'no' });
    expect(wordSettingValue('plan.preset', 'unheard of')).toEqual({ zh: 'unheard of', en: 'unheard of' });
    expect(wordSettingValue('plan.preset', 'industry').en).not.toBe('industry');
  });
});
