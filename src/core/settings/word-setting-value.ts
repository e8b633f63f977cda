import { SETTINGS, type Setting, type SettingId } from '../settings';
import type { Text } from '../../i18n/text';
import { wordNumber, wordPercent } from '../../i18n/wording';

/** A setting's value in a sentence. @example wordSettingValue('tier.cutOne', 0.7).en //=> '70.0%' */
export function wordSettingValue(id: SettingId, value: number | boolean | string): Text {
  const setting: Setting = SETTINGS[id];
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (typeof value === 'string') {
    const option = setting.kind === 'choice' ? setting.options[value] : undefined;
    return option ?? { zh: value, en: value };
  }
  const isRatio = setting.kind === 'number' && setting.unit === 'ratio';
  const words = isRatio ? wordPercent(value) : wordNumber(value, Number.isInteger(value) ? 0 : 2);
  return { zh: words, en: words };
}
