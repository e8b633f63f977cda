import type { Text } from '../i18n/text';

/**
 * Every threshold of the analysis: default, bounds, both names, and where it comes from. The 参数 sheet, the pane and
 * the command line show and change these; nothing else holds a threshold.
 *
 * `source` names a feature id, or says `proposal` where the source documents give no number.
 */
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

const number = (setting: Omit<NumberSetting, 'kind'>): NumberSetting => ({ kind: 'number', ...setting });
const flag = (setting: Omit<FlagSetting, 'kind'>): FlagSetting => ({ kind: 'flag', ...setting });
const text = (setting: Omit<TextSetting, 'kind'>): TextSetting => ({ kind: 'text', ...setting });
const choice = <V extends string>(setting: Omit<ChoiceSetting<V>, 'kind'>): ChoiceSetting<V> => ({
  kind: 'choice',
  ...setting,
});

export const SETTINGS = {
  'report.responsible': text({
    label: { zh: '负责人', en: 'Person responsible' },
    default: '',
    source: '000-P8',
  }),
  'report.alertOnTimeBelow': number({
    label: { zh: '准时率目标', en: 'On-time target' },
    unit: 'ratio',
    default: 0.95,
    min: 0,
    max: 1,
    source: 'proposal',
  }),
  'report.alertDamageAbove': number({
    label: { zh: '货损率上限', en: 'Damage rate limit' },
    unit: 'ratio',
    default: 0.005,
    min: 0,
    max: 1,
    source: 'proposal',
  }),
  'report.coverageBelow': number({
    label: { zh: '覆盖率低于此值标黄', en: 'Coverage below this is marked' },
    unit: 'ratio',
    default: 0.8,
    min: 0,
    max: 1,
    source: 'definitions §0.4',
  }),
  'report.smallSample': number({
    label: { zh: '小样本(少于)', en: 'Small sample (fewer than)' },
    unit: 'count',
    default: 30,
    min: 2,
    max: 1000,
    whole: true,
    source: 'definitions §0.5',
  }),
  'tier.rule': choice({
    label: { zh: '等级划分规则', en: 'Tier rule' },
    default: 'midpoint',
    options: {
      midpoint: { zh: '就近(中点)', en: 'Nearest side (midpoint)' },
      up: { zh: '上靠', en: 'Crossing client goes up' },
      down: { zh: '下靠', en: 'Crossing client goes down' },
      count: { zh: '按户数 10/20/70', en: 'By number of clients 10/20/70' },
      abc: { zh: '计算边界 (ABCanalysis)', en: 'Computed limits (ABCanalysis)' },
    },
    source: 'definitions §3.1',
  }),
  'tier.cutOne': number({
    label: { zh: 'Ⅰ类累计占比', en: 'Tier Ⅰ up to cumulative share' },
    unit: 'ratio',
    default: 0.7,
    min: 0.01,
    max: 0.99,
    source: '003-9',
  }),
  'tier.cutTwo': number({
    label: { zh: 'Ⅱ类累计占比', en: 'Tier Ⅱ up to cumulative share' },
    unit: 'ratio',
    default: 0.9,
    min: 0.02,
    max: 1,
    source: '003-9',
  }),
  'tier.countOne': number({
    label: { zh: 'Ⅰ类户数占比', en: 'Tier Ⅰ share of clients' },
    unit: 'ratio',
    default: 0.1,
    min: 0.01,
    max: 0.99,
    source: '003-9',
  }),
  'tier.countTwo': number({
    label: { zh: 'Ⅰ+Ⅱ类户数占比', en: 'Tiers Ⅰ and Ⅱ share of clients' },
    unit: 'ratio',
    default: 0.3,
    min: 0.02,
    max: 1,
    source: '003-9',
  }),
  'pyramid.top': number({
    label: { zh: '重要客户名次占比', en: 'Pyramid: top' },
    unit: 'ratio',
    default: 0.01,
    min: 0.001,
    max: 1,
    source: '004-8',
  }),
  'pyramid.second': number({
    label: { zh: '重要+次要名次占比', en: 'Pyramid: top and second' },
    unit: 'ratio',
    default: 0.2,
    min: 0.001,
    max: 1,
    source: '004-8',
  }),
  'pyramid.third': number({
    label: { zh: '重要+次要+普通名次占比', en: 'Pyramid: all but small' },
    unit: 'ratio',
    default: 0.5,
    min: 0.001,
    max: 1,
    source: '004-8',
  }),
  'profit.topCut': number({
    label: { zh: '头等客户利润累计占比', en: 'First-class clients: cumulative share of profit' },
    unit: 'ratio',
    default: 0.8,
    min: 0.01,
    max: 0.99,
    source: '003-10',
  }),
  'profit.middleCut': number({
    label: { zh: '头等+潜力客户利润累计占比', en: 'First-class and promising: cumulative share of profit' },
    unit: 'ratio',
    default: 0.95,
    min: 0.02,
    max: 1,
    source: '003-10',
  }),
  'concentration.cr1': number({
    label: { zh: '第一大客户占比提醒', en: 'Notice when the largest client exceeds' },
    unit: 'ratio',
    default: 0.3,
    min: 0,
    max: 1,
    source: 'definitions §3.3',
  }),
  'concentration.cr5': number({
    label: { zh: '前五大客户占比提醒', en: 'Notice when the five largest exceed' },
    unit: 'ratio',
    default: 0.5,
    min: 0,
    max: 1,
    source: 'definitions §3.3',
  }),
  'topN.yearTable': number({
    label: { zh: '年度前几名', en: 'Top clients a year' },
    unit: 'count',
    default: 5,
    min: 1,
    max: 50,
    whole: true,
    source: '003-6',
  }),
  'returns.period': choice({
    label: { zh: '退货计入', en: 'A return counts in' },
    default: 'ofReturn',
    options: {
      ofReturn: { zh: '退货当期', en: 'the period of the return' },
      ofSale: { zh: '原销售期', en: 'the period of the original sale' },
    },
    source: 'definitions §0.3',
  }),
  'delivery.graceDays': number({
    label: { zh: '准时宽限天数', en: 'On time: days of grace' },
    unit: 'days',
    default: 0,
    min: 0,
    max: 60,
    whole: true,
    source: 'definitions §2',
  }),
  'delivery.fullTolerance': number({
    label: { zh: '足量容差', en: 'In full: tolerance' },
    unit: 'ratio',
    default: 0,
    min: 0,
    max: 0.2,
    source: 'definitions §2',
  }),
  'delivery.promise': choice({
    label: { zh: '准时按哪个交期', en: 'On time against' },
    default: 'original',
    options: {
      original: { zh: '原承诺交期', en: 'the original promise' },
      revised: { zh: '改期后交期', en: 'the revised promise' },
    },
    source: 'definitions §2',
  }),
  'delivery.lucky': number({
    label: { zh: '幸运:几天内', en: 'Lucky: within days' },
    unit: 'days',
    default: 0,
    min: 0,
    max: 30,
    whole: true,
    source: '001-17',
  }),
  'delivery.reasonable': number({
    label: { zh: '合理:几天内', en: 'Reasonable: within days' },
    unit: 'days',
    default: 3,
    min: 1,
    max: 60,
    whole: true,
    source: '001-17',
  }),
  'complaints.perWorkingDay': flag({
    label: { zh: '每天次数按工作日', en: 'Complaints a day: by working days' },
    default: false,
    source: 'C-30',
  }),
  'geography.countryMinClients': number({
    label: { zh: '国家单列:客户数达到', en: 'Country on its own from clients' },
    unit: 'count',
    default: 10,
    min: 1,
    max: 1000,
    whole: true,
    source: '003-7',
  }),
  'geography.countryMinShare': number({
    label: { zh: '国家单列:金额占比达到', en: 'Country on its own from share' },
    unit: 'ratio',
    default: 0.1,
    min: 0,
    max: 1,
    source: '003-7',
  }),
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
