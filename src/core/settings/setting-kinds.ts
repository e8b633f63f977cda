import type { Text } from '../../i18n/text';

/** What every setting says of itself. `source` names a feature id, or says `proposal` where the source documents give no number. */
interface SettingBase {
  readonly label: Text;
  readonly source: string;
}

export interface NumberSetting extends SettingBase {
  readonly kind: 'number';
  readonly unit: 'ratio' | 'days' | 'months' | 'years' | 'count' | 'amount' | 'score' | 'number';
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
}

export interface ChoiceSetting<V extends string> extends SettingBase {
  readonly kind: 'choice';
  readonly default: NoInfer<V>;
  readonly options: Readonly<Record<V, Text>>;
}

export interface FlagSetting extends SettingBase {
  readonly kind: 'flag';
  readonly default: boolean;
}

export interface TextSetting extends SettingBase {
  readonly kind: 'text';
  readonly default: string;
}

export type Setting = NumberSetting | ChoiceSetting<string> | FlagSetting | TextSetting;

export const number = (setting: Omit<NumberSetting, 'kind'>): NumberSetting => ({ kind: 'number', ...setting });
export const flag = (setting: Omit<FlagSetting, 'kind'>): FlagSetting => ({ kind: 'flag', ...setting });
export const text = (setting: Omit<TextSetting, 'kind'>): TextSetting => ({ kind: 'text', ...setting });
export const choice = <V extends string>(setting: Omit<ChoiceSetting<V>, 'kind'>): ChoiceSetting<V> => ({
  kind: 'choice',
  ...setting,
});
