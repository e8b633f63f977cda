import { DEFAULT_SETTINGS, type Settings } from '../../core/settings';
import { brokenRules } from '../../core/settings/setting-rules';
import { joinTexts, type Text } from '../../i18n/text';

/**
 * Why values of settings do not go together, in words; nothing where they do.
 *
 * @example tier.cutOne 0.95, tier.cutTwo 0.9 //=> Ⅰ类累计占比 95% 应小于 Ⅱ类累计占比 90%
 */
export function whyContradictory(values: Readonly<Record<string, number | string | boolean>>): Text | undefined {
  const broken = brokenRules({ ...DEFAULT_SETTINGS, ...(values as Partial<Settings>) });
  return broken.length === 0 ? undefined : joinTexts(broken.map(({ message }) => message));
}
