import { isoOf } from '../../core/model/day';
import { SETTING_IDS, SETTINGS, type Setting, type SettingId } from '../../core/settings';
import type { Text } from '../../i18n/text';
import type { PlanValue } from '../../workbook/plan';
import type { ReportContext } from '../layout/report-context';
import { wordPeriodChoice } from '../words/domain-words';

/** Headers of the 参数 sheet: written by `settings.report.ts`, read back by `read-settings.ts`. */
export const SETTINGS_HEADERS = {
  label: { zh: '参数', en: 'Setting' },
  value: { zh: '值', en: 'Value' },
  default: { zh: '默认', en: 'Default' },
  inForce: { zh: '采用', en: 'In force' },
  id: { zh: '编号', en: 'Id' },
} as const satisfies Record<string, Text>;

export const COLUMN_MAP_HEADERS = {
  sheet: { zh: '工作表', en: 'Sheet' },
  header: { zh: '表头', en: 'Header' },
  field: { zh: '字段编号', en: 'Field id' },
} as const satisfies Record<string, Text>;

/** The two lines of the sheet that are no thresholds. */
export const PERIOD_ID = 'run.period';
export const AS_OF_ID = 'run.asOf';
export const AUTOMATIC: Text = { zh: '自动', en: 'automatic' };
export const YES: Text = { zh: '是', en: 'yes' };
export const NO: Text = { zh: '否', en: 'no' };

export /**
 * A choice as a drop-down can hold it: a comma would part it in two, and a list kept in cells would stand about on the
 * sheet.
 */
function optionWords({ zh, en }: Text): Text {
  return { zh: zh.replace(/,/g, '\uff0c'), en: en.replace(/,/g, ';') };
}

export const UNIT_WORDS: Readonly<Record<string, Text>> = {
  ratio: { zh: '比例', en: 'ratio' },
  days: { zh: '天', en: 'days' },
  months: { zh: '个月', en: 'months' },
  years: { zh: '年', en: 'years' },
  count: { zh: '个', en: 'count' },
  amount: { zh: '金额', en: 'amount' },
  score: { zh: '分', en: 'points' },
  // A bare number has no unit.
  number: { zh: '', en: '' },
};

/** Families of settings, by the first part of their id: none without words. */
export const FAMILY_WORDS: Readonly<Record<string, Text>> = {
  run: { zh: '本次分析', en: 'This analysis' },
  report: { zh: '报表', en: 'Reports' },
  tier: { zh: '客户等级', en: 'Tiers' },
  pyramid: { zh: '客户金字塔', en: 'Pyramid' },
  profit: { zh: '利润分类', en: 'Profit classes' },
  concentration: { zh: '集中度', en: 'Concentration' },
  topN: { zh: '前几名', en: 'Top clients' },
  returns: { zh: '退货', en: 'Returns' },
  loads: { zh: '过磅与出门', en: 'Weighing and gate' },
  development: { zh: '重点开发', en: 'Whom to win first' },
  inquiry: { zh: '咨询与报价', en: 'Inquiries and quotations' },
  delivery: { zh: '交货', en: 'Delivery' },
  tracking: { zh: '跟踪', en: 'Tracking' },
  complaints: { zh: '投诉', en: 'Complaints' },
  geography: { zh: '地区', en: 'Geography' },
  service: { zh: '服务', en: 'Service' },
  watch: { zh: '留意区间', en: 'Watch bands' },
  rhythm: { zh: '订货节奏', en: 'Ordering rhythm' },
  lifecycle: { zh: '生命周期', en: 'Life cycle' },
  key: { zh: '重点客户', en: 'Key clients' },
  focus: { zh: '焦点客户', en: 'Focus clients' },
  prospect: { zh: '潜在客户', en: 'Prospects' },
  size: { zh: '规模', en: 'Size' },
  stability: { zh: '稳定性', en: 'Stability' },
  urgency: { zh: '紧缓', en: 'Urgency' },
  classes: { zh: '客户分类', en: 'Client classes' },
  pipeline: { zh: '商机', en: 'Pipeline' },
  habc: { zh: '意向', en: 'Intention' },
  payment: { zh: '付款', en: 'Payment' },
  credit: { zh: '信用', en: 'Credit' },
  satisfaction: { zh: '满意度', en: 'Satisfaction' },
  archive: { zh: '档案', en: 'Files' },
  importantDays: { zh: '重要日期', en: 'Important dates' },
  alerts: { zh: '预警', en: 'Alerts' },
  plan: { zh: '联络计划', en: 'Call plan' },
};

export interface SettingLine {
  readonly id: string;
  readonly family: Text;
  readonly label: Text;
  readonly value: (context: ReportContext) => PlanValue;
  readonly default: (context: ReportContext) => PlanValue;
  readonly isChanged: boolean;
  readonly format: 'ratio' | 'number' | 'whole' | 'day' | 'text';
  readonly min?: number;
  readonly max?: number;
  readonly options?: readonly Text[];
  readonly unit: Text;
  readonly source: string;
}

export function settingLines({ analysis, fixedAsOf }: ReportContext): readonly SettingLine[] {
  const period = wordPeriodChoice(analysis.periodChoice);
  const run: SettingLine[] = [
    {
      id: PERIOD_ID,
      family: FAMILY_WORDS['run']!,
      label: { zh: '期间', en: 'Period' },
      value: ({ lang }) => period[lang],
      default: ({ lang }) => ({ zh: '近12个月', en: 'last 12 months' })[lang],
      isChanged: analysis.periodChoice.kind !== 'last12m',
      format: 'text',
      unit: {
        zh: '近12个月 / 本年至今 / 2025年 / 全部 / 2025-01-01 至 2025-12-31',
        en: 'last 12 months / year to date / year 2025 / all / 2025-01-01 to 2025-12-31',
      },
      source: '003-9',
    },
    {
      id: AS_OF_ID,
      family: FAMILY_WORDS['run']!,
      label: { zh: '截止日', en: 'As of' },
      value: ({ lang }) => (fixedAsOf === undefined ? AUTOMATIC[lang] : isoOf(fixedAsOf)),
      default: ({ lang }) => AUTOMATIC[lang],
      isChanged: fixedAsOf !== undefined,
      format: 'text',
      unit: {
        zh: '「自动」为数据的最后一天；或写日期 2025-12-31',
        en: '“automatic” is the last day in the data; or a date, 2025-12-31',
      },
      source: 'definitions §0.1',
    },
  ];
  return [...run, ...SETTING_IDS.map((id) => lineOf(id, analysis.settings[id]))];
}

function lineOf(id: SettingId, value: number | boolean | string): SettingLine {
  const setting: Setting = SETTINGS[id];
  const family = id.split('.')[0] ?? '';
  return {
    id,
    family: FAMILY_WORDS[family] ?? { zh: family, en: family },
    label: setting.label,
    value: ({ lang }) => cellOf(setting, value)[lang],
    default: ({ lang }) => cellOf(setting, setting.default)[lang],
    isChanged: value !== setting.default,
    format: formatOf(setting),
    ...(setting.kind === 'number' && { min: setting.min, max: setting.max }),
    ...(setting.kind === 'flag' && { options: [YES, NO] }),
    ...(setting.kind === 'choice' && { options: Object.values(setting.options).map(optionWords) }),
    unit:
      setting.kind === 'number'
        ? (UNIT_WORDS[setting.unit] ?? { zh: setting.unit, en: setting.unit })
        : setting.kind === 'text'
          ? { zh: '文字', en: 'words' }
          : { zh: '选择', en: 'choice' },
    source: setting.source,
  };
}

function formatOf(setting: Setting): SettingLine['format'] {
  if (setting.kind !== 'number') return 'text';
  if (setting.unit === 'ratio') return 'ratio';
  return setting.whole ? 'whole' : 'number';
}

function cellOf(
  setting: Setting,
  value: number | boolean | string,
): { readonly zh: PlanValue; readonly en: PlanValue } {
  if (typeof value === 'boolean') return value ? YES : NO;
  if (setting.kind === 'choice' && typeof value === 'string') {
    const option = setting.options[value];
    return option ? optionWords(option) : { zh: value, en: value };
  }
  return { zh: value === '' ? null : value, en: value === '' ? null : value };
}
