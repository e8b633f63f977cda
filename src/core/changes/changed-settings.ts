import { fill, joinTexts, type Text } from '../../i18n/text';
import { SETTING_IDS, SETTINGS, type Settings } from '../settings';
import { wordSettingValue } from '../settings/word-setting-value';
import type { MarkKind } from './client-marks';

/** Families of settings, by the beginning of their ids, that decide where a client stands. */
const DECIDED_BY: Partial<Readonly<Record<MarkKind, readonly string[]>>> = {
  tier: ['tier.'],
  level: ['tier.', 'key.', 'focus.', 'classes.', 'size.'],
  stage: ['lifecycle.', 'rhythm.'],
  grade: ['credit.', 'payment.'],
};

/**
 * The settings behind a move that are not what they were when a snapshot was taken: with the same figures they alone may have
 * moved a client. Empty where none of those that decide about this kind changed.
 *
 * @param was settings of the snapshot, out of its text (`settingsOfText`)
 * @example changedSettings('tier', settingsOfText('tier.cutOne=0.6'), DEFAULT_SETTINGS).zh //=> '参数改了：Ⅰ类累计占比 60.0% → 70.0%'
 */
export function changedSettings(kind: MarkKind, was: Settings, now: Settings): Text {
  const families = DECIDED_BY[kind];
  if (!families) return { zh: '', en: '' };
  const changes = SETTING_IDS.filter((id) => families.some((family) => id.startsWith(family))).flatMap((id): Text[] => {
    if (was[id] === now[id]) return [];
    return [
      fill(
        { zh: '{name} {before} → {now}', en: '{name} {before} → {now}' },
        {
          name: SETTINGS[id].label,
          before: wordSettingValue(id, was[id]),
          now: wordSettingValue(id, now[id]),
        },
      ),
    ];
  });
  if (changes.length === 0) return { zh: '', en: '' };
  return fill(
    { zh: '参数改了：{changes}', en: 'Settings changed: {changes}' },
    { changes: joinTexts(changes, { zh: '，', en: ', ' }) },
  );
}
