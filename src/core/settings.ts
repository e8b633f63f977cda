import { ALERT_SETTINGS } from './settings/alert.settings';
import { CLASS_SETTINGS } from './settings/class.settings';
import { CREDIT_SETTINGS } from './settings/credit.settings';
import { DELIVERY_SETTINGS } from './settings/delivery.settings';
import { LIFECYCLE_SETTINGS } from './settings/lifecycle.settings';
import { PIPELINE_SETTINGS } from './settings/pipeline.settings';
import { PLAN_SETTINGS } from './settings/plan.settings';
import { REPORT_SETTINGS } from './settings/report.settings';
import { SERVICE_SETTINGS } from './settings/service.settings';
import { TIER_SETTINGS } from './settings/tier.settings';
import type { ChoiceSetting, Setting } from './settings/setting-kinds';

export type { ChoiceSetting, FlagSetting, NumberSetting, Setting, TextSetting } from './settings/setting-kinds';

/**
 * Every threshold of the analysis: default, bounds, both names, and where it comes from. The 参数 sheet, the pane and
 * the command line show and change these; nothing else holds a threshold. One file a group stands in `settings/`.
 */
export const SETTINGS = {
  ...REPORT_SETTINGS,
  ...TIER_SETTINGS,
  ...DELIVERY_SETTINGS,
  ...SERVICE_SETTINGS,
  ...LIFECYCLE_SETTINGS,
  ...CLASS_SETTINGS,
  ...PIPELINE_SETTINGS,
  ...CREDIT_SETTINGS,
  ...ALERT_SETTINGS,
  ...PLAN_SETTINGS,
} as const;

export type SettingId = keyof typeof SETTINGS;

type ValueOf<S> = S extends { kind: 'number' }
  ? number
  : S extends { kind: 'flag' }
    ? boolean
    : S extends ChoiceSetting<infer V>
      ? V
      : string;

/** A value for every setting. */
export type Settings = { readonly [K in SettingId]: ValueOf<(typeof SETTINGS)[K]> };

export const SETTING_IDS = Object.keys(SETTINGS) as readonly SettingId[];

const TIER_SETTING_IDS: ReadonlySet<string> = new Set(Object.keys(TIER_SETTINGS));

/** All values but those of tiers, pyramid and profit classes, as a key: what leaves it as it is moves nothing else. */
export function keyBeyondTiers(settings: Settings): string {
  return JSON.stringify(SETTING_IDS.filter((id) => !TIER_SETTING_IDS.has(id)).map((id) => settings[id]));
}

export const DEFAULT_SETTINGS: Settings = Object.fromEntries(
  SETTING_IDS.map((id) => [id, SETTINGS[id].default]),
) as unknown as Settings;

/** Whether a value may stand for a setting: right type and within its bounds. */
export function isSettingValue(setting: Setting, value: unknown): boolean {
  switch (setting.kind) {
    case 'number':
      return (
        typeof value === 'number' &&
        Number.isFinite(value) &&
        value >= setting.min &&
        value <= setting.max &&
        (!setting.whole || Number.isInteger(value))
      );
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(setting.options, value);
    case 'flag':
      return typeof value === 'boolean';
    case 'text':
      return typeof value === 'string' && value.length <= 200;
  }
}

/** The defaults with some values changed; a value out of bounds is a mistake of the caller and throws. */
export function settingsWith(changes: Partial<Settings>): Settings {
  for (const [id, value] of Object.entries(changes)) {
    const setting: Setting | undefined = SETTINGS[id as SettingId];
    if (!setting || !isSettingValue(setting, value)) throw new RangeError(`Setting ${id} cannot be ${String(value)}`);
  }
  return { ...DEFAULT_SETTINGS, ...changes };
}
