import type { Text } from '../../i18n/text';

/** What a contact is for. One contact may serve several. */
export const PURPOSE_KINDS = [
  'money',
  'complaint',
  'agreed',
  'quotation',
  'intention',
  'importantDay',
  'contractEnd',
  'opportunity',
  'call',
  'visit',
  'newClient',
  'winBack',
  'card',
  'archive',
  'carried',
] as const;
export type PurposeKind = (typeof PURPOSE_KINDS)[number];

export interface Purpose {
  readonly kind: PurposeKind;
  readonly text: Text;
  /** The rule that asks for it. */
  readonly source: string;
}

/** What to have at hand, by purpose (001-32, 003-22: 目的明确, 准备充分). */
export const PREPARATIONS: Readonly<Record<PurposeKind, Text>> = {
  money: { zh: '对账单、到期发票', en: 'statement of account, invoices due' },
  complaint: { zh: '投诉处理结果', en: 'how the complaint was settled' },
  agreed: { zh: '上次约定的内容', en: 'what was agreed last time' },
  quotation: { zh: '报价单', en: 'the quotation' },
  intention: { zh: '报价、交期', en: 'price and delivery time' },
  importantDay: { zh: '贺词或礼品', en: 'greeting or present' },
  contractEnd: { zh: '合同、续签条件', en: 'contract, terms of renewal' },
  opportunity: { zh: '方案、案例', en: 'proposal, reference cases' },
  call: { zh: '近期订单与交货', en: 'recent orders and deliveries' },
  visit: { zh: '销售与交货汇总、意见表', en: 'sales and deliveries, opinion sheet' },
  newClient: { zh: '公司与产品资料、客户基本情况表', en: 'company and product papers, client form' },
  winBack: { zh: '历史订单、流失原因问卷', en: 'past orders, questions why they left' },
  card: { zh: '贺卡', en: 'greeting card' },
  archive: { zh: '客户资料卡（核对更新）', en: 'client file, to be checked' },
  carried: { zh: '上月未完成的事项', en: 'what was left from last month' },
};
