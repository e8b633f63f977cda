import type { Text } from '../../i18n/text';
import type { Settings } from '../settings';

/** A named set of settings that belong together. */
export interface SettingPreset {
  readonly id: string;
  /** Presets of one group exclude each other. */
  readonly group: Text;
  readonly label: Text;
  readonly values: Partial<Settings>;
}

const TIERS: Text = { zh: '客户等级', en: 'Tiers' };
const CALLS: Text = { zh: '联络频率', en: 'Contacts' };
const LIMITS: Text = { zh: '信用额度', en: 'Credit limits' };

/** Ready choices, each from the definitions: tiers §3.1, call plan C-01, credit limits §6.3. */
export const SETTING_PRESETS: readonly SettingPreset[] = [
  {
    id: 'tiersByAmount',
    group: TIERS,
    label: { zh: '按金额 70/20/10（就近）', en: 'By amount 70/20/10 (nearest side)' },
    values: { 'tier.rule': 'midpoint', 'tier.cutOne': 0.7, 'tier.cutTwo': 0.9 },
  },
  {
    id: 'tiersByAmountUp',
    group: TIERS,
    label: { zh: '按金额 70/20/10（上靠，宁多勿漏）', en: 'By amount 70/20/10 (crossing client goes up)' },
    values: { 'tier.rule': 'up', 'tier.cutOne': 0.7, 'tier.cutTwo': 0.9 },
  },
  {
    id: 'tiersByCount',
    group: TIERS,
    label: { zh: '按户数 10/20/70', en: 'By number of clients 10/20/70' },
    values: { 'tier.rule': 'count', 'tier.countOne': 0.1, 'tier.countTwo': 0.3 },
  },
  {
    id: 'callsHandbook',
    group: CALLS,
    label: { zh: '手册（文件原数）', en: 'Handbook (as the documents have it)' },
    values: { 'plan.preset': 'manual' },
  },
  {
    id: 'callsTrade',
    group: CALLS,
    label: { zh: '行业 4/2/1', en: 'Trade practice 4/2/1' },
    values: { 'plan.preset': 'industry' },
  },
  {
    id: 'limitsMonthly',
    group: LIMITS,
    label: { zh: '月均赊销的 2 倍', en: 'Twice the monthly credit sales' },
    values: { 'credit.limitRule': 'monthly', 'credit.limitMonths': 2 },
  },
  {
    id: 'limitsTerms',
    group: LIMITS,
    label: { zh: '按账期：（账期+30）/30 × 月均赊销', en: 'By terms: (terms + 30) / 30 × monthly credit sales' },
    values: { 'credit.limitRule': 'terms' },
  },
];
