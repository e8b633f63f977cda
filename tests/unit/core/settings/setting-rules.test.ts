import { DEFAULT_SETTINGS, SETTINGS, settingsWith } from '../../../../src/core/settings';
import { brokenRules, SETTING_RULES, settleSettings } from '../../../../src/core/settings/setting-rules';
import { SETTING_PRESETS } from '../../../../src/core/settings/presets';

describe('rules across settings', () => {
  it('hold for the defaults and for every preset, and speak of numbers', () => {
    expect(brokenRules(DEFAULT_SETTINGS)).toEqual([]);
    for (const { values } of SETTING_PRESETS) expect(brokenRules(settingsWith(values))).toEqual([]);
    for (const { members } of SETTING_RULES) {
      expect(members.length).toBeGreaterThan(1);
      for (const id of members) expect(SETTINGS[id].kind).toBe('number');
    }
  });

  it('say which two do not go together, with their values', () => {
    const [broken] = brokenRules(settingsWith({ 'tier.cutOne': 0.95 }));
    expect(broken!.members).toEqual(['tier.cutOne', 'tier.cutTwo']);
    expect(broken!.message).toEqual({
      zh: 'Ⅰ类累计占比 95% 应小于 Ⅱ类累计占比 90%',
      en: 'Tier Ⅰ up to cumulative share 95% must be below Tier Ⅱ up to cumulative share 90%',
    });
    // Equal is not ascending: the second tier would hold nobody.
    expect(brokenRules(settingsWith({ 'tier.cutOne': 0.9 }))).toHaveLength(1);
    expect(brokenRules(settingsWith({ 'tier.cutOne': 0.89 }))).toEqual([]);
  });

  it('want weights that add up to 100, whatever is moved between them', () => {
    const weights = Object.entries(DEFAULT_SETTINGS).filter(([id]) => id.startsWith('credit.weight.'));
    expect(weights.reduce((sum, [, weight]) => sum + Number(weight), 0)).toBe(100);
    expect(brokenRules(settingsWith({ 'credit.weight.paymentIndex': 20 }))[0]!.message.zh).toBe(
      `${weights.length} 项信用权重合计应为 100，现为 102`,
    );
    expect(brokenRules(settingsWith({ 'credit.weight.paymentIndex': 20, 'credit.weight.paidOnTerms': 4 }))).toEqual([]);
  });

  it('leave all members of a broken rule as they were in force, and nothing else', () => {
    const inForce = settingsWith({ 'tier.cutOne': 0.6, 'tier.cutTwo': 0.8 });
    const wanted = settingsWith({ 'tier.cutOne': 0.95, 'tier.cutTwo': 0.8, 'key.topN': 8 });
    const { settings, refused } = settleSettings(wanted, inForce);
    expect([settings['tier.cutOne'], settings['tier.cutTwo'], settings['key.topN']]).toEqual([0.6, 0.8, 8]);
    expect(refused).toHaveLength(1);
    // What was in force is itself at odds: the defaults.
    expect(settleSettings(wanted, wanted).settings).toMatchObject({
      'tier.cutOne': 0.7,
      'tier.cutTwo': 0.9,
      'key.topN': 8,
    });
  });
});
