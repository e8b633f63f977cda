import { SETTINGS, settingsWith, type SettingId, type Settings } from '../settings';

/**
 * The settings of a snapshot, out of the text that it keeps of those that were not at their default.
 *
 * @example settingsOfText('tier.cutOne=0.6; key.topN=20')['tier.cutOne'] //=> 0.6
 */
export function settingsOfText(text: string): Settings {
  const chosen = text.split('; ').map((one) => one.split(/=(.*)/s) as [string, string]);
  return settingsWith(
    Object.fromEntries(
      chosen.filter(([id]) => id in SETTINGS).map(([id, value]) => [id, readAs(id as SettingId, value)]),
    ),
  );
}

/** A value as the setting has it, out of its text. */
function readAs(id: SettingId, text: string): number | boolean | string {
  const { kind } = SETTINGS[id];
  return kind === 'number' ? Number(text) : kind === 'flag' ? text === 'true' : text;
}
