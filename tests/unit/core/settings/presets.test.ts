import {
  DEFAULT_SETTINGS,
  isSettingValue,
  SETTINGS,
  settingsWith,
  type SettingId,
} from '../../../../src/core/settings';
import { SETTING_PRESETS } from '../../../../src/core/settings/presets';

describe('presets of settings', () => {
  it('have ids of their own and only values that the settings take', () => {
    expect(new Set(SETTING_PRESETS.map(({ id }) => id)).size).toBe(SETTING_PRESETS.length);
    for (const { values } of SETTING_PRESETS)
      for (const [id, value] of Object.entries(values))
        expect([id, isSettingValue(SETTINGS[id as SettingId], value)]).toEqual([id, true]);
  });

  it('of one group lead back to the defaults from any other', () => {
    const groups = new Set(SETTING_PRESETS.map(({ group }) => group.en));
    for (const group of groups) {
      const [first, ...others] = SETTING_PRESETS.filter((preset) => preset.group.en === group);
      for (const other of others) {
        const there = settingsWith({ ...DEFAULT_SETTINGS, ...other.values });
        expect(there).not.toEqual(DEFAULT_SETTINGS);
        expect(settingsWith({ ...there, ...first!.values })).toEqual(DEFAULT_SETTINGS);
      }
    }
  });
});
