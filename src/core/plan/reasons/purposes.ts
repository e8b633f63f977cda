import type { Text } from '../../../i18n/text';

/**
 * What a contact is for. One contact may serve several. A kind's place is the number in the key of an event's own contact: new
 * kinds stand at the end, or what the person wrote on rows that stand already would lose them.
 */
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
  'limit',
  'openComplaint',
  'lateOrder',
  'drop',
  'secondOrder',
  'dispute',
] as const;
export type PurposeKind = (typeof PURPOSE_KINDS)[number];

export interface Purpose {
  readonly kind: PurposeKind;
  /** At most 36 characters: a line of the plan. */
  readonly text: Text;
  /** Among the purposes of one contact the smallest stands first; those of alerts before all others, by their money. */
  readonly rank: number;
  /** The rule that asks for it. */
  readonly source: string;
}

/** What to have at hand, by purpose (001-32, 003-22: 目的明确, 准备充分). */
export const PREPARATIONS: Readonly<Record<PurposeKind, Text>> = {
  money: { zh: '对账单、到期发票', en: 'statement of account, invoices due' },
  complaint: { zh: '投诉处理结果', en: 'outcome of the complaint' },
  agreed: { zh: '上次约定的内容', en: 'what was agreed last time' },
  quotation: { zh: '报价单', en: 'the quotation' },
  intention: { zh: '报价、交期', en: 'price and delivery time' },
  importantDay: { zh: '贺词或礼品', en: 'greeting or gift' },
  contractEnd: { zh: '合同、续签条件', en: 'contract, terms of renewal' },
  opportunity: { zh: '方案、案例', en: 'proposal, reference cases' },
  call: { zh: '近期订单与交货', en: 'recent orders and deliveries' },
  visit: { zh: '销售与交货汇总、意见表', en: 'sales and delivery summary, feedback form' },
  newClient: { zh: '公司与产品资料、客户基本情况表', en: 'company and product brochures, client form' },
  winBack: { zh: '历史订单、流失原因问卷', en: 'past orders, win-back questionnaire' },
  card: { zh: '贺卡', en: 'greeting card' },
  archive: { zh: '客户资料卡（核对更新）', en: 'client file to check' },
  carried: { zh: '上月未完成的事项', en: 'unfinished items from last month' },
  limit: { zh: '对账单、额度', en: 'statement of account, limit' },
  openComplaint: { zh: '投诉处理进度', en: 'progress of the complaint' },
  lateOrder: { zh: '近期订单与交货', en: 'recent orders and deliveries' },
  drop: { zh: '近期订单与交货', en: 'recent orders and deliveries' },
  secondOrder: { zh: '首单到货情况', en: 'how the first delivery went' },
  dispute: { zh: '争议发票', en: 'disputed invoices' },
};

/** In this order behind what alerts ask for. */
const ORDER: readonly PurposeKind[] = [
  'carried',
  'dispute',
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
];

/** A day agreed on long ago is spoken of, and is not what the contact is for. */
export const BEHIND_ALL = 200;
/** More alerts than one client can have. */
const BEHIND_ALERTS = 100;

/** A purpose, cut to the length of a line; `rank`: its place among the client's alerts, or another that it must have. */
export function purposeOf(kind: PurposeKind, text: Text, source: string, rank?: number): Purpose {
  const place = ORDER.indexOf(kind);
  return {
    kind,
    text: shortenPurpose(text),
    rank: rank ?? BEHIND_ALERTS + (place < 0 ? ORDER.length : place),
    source,
  };
}

/** So that a rep reads it at a glance, and the columns to fill in stand on the same screen. */
const MOST_CHARACTERS = 36;

/** @example shortenPurpose of 40 characters //=> 35 of them and … */
export function shortenPurpose({ zh, en }: Text): Text {
  const cut = (words: string): string =>
    words.length <= MOST_CHARACTERS ? words : `${words.slice(0, MOST_CHARACTERS - 1).trimEnd()}…`;
  return { zh: cut(zh), en: cut(en) };
}
