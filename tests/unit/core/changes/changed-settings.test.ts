import { changedSettings } from '../../../../src/core/changes/changed-settings';
import { settingsOfText } from '../../../../src/core/changes/settings-of-text';
import { settingsWith } from '../../../../src/core/settings';

const DEFAULTS = settingsWith({});

it('names a setting that was another one, and one that went back to its default', () => {
  expect(changedSettings('tier', settingsOfText(''), settingsWith({ 'tier.cutOne': 0.6 })).zh).toMatch(
    /^参数改了：.+ 70\.0% → 60\.0%$/,
  );
  expect(changedSettings('tier', settingsOfText('tier.cutOne=0.6; tier.rule=up'), DEFAULTS).en).toMatch(
    /^Settings changed: .+ Crossing client goes up → Nearest side \(midpoint\), .+ 60\.0% → 70\.0%$|^Settings changed: .+ 60\.0% → 70\.0%, .+ Crossing client goes up → Nearest side \(midpoint\)$/,
  );
});

it('names none that is the same, none of another family, and none for a field of the client sheet', () => {
  expect(changedSettings('tier', settingsOfText('tier.cutOne=0.6'), settingsWith({ 'tier.cutOne': 0.6 })).zh).toBe('');
  expect(changedSettings('grade', settingsOfText('tier.cutOne=0.6'), DEFAULTS).zh).toBe('');
  expect(changedSettings('region', settingsOfText('tier.cutOne=0.6'), DEFAULTS).zh).toBe('');
});
