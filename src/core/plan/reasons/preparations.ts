import type { Lang } from '../../../i18n/lang';
import type { Text } from '../../../i18n/text';
import type { Purpose, PurposeKind } from './purposes';

/** What to have at hand, by purpose (001-32, 003-22: 目的明确, 准备充分). */
const PREPARATIONS: Readonly<Record<PurposeKind, Text>> = {
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

/** Between the things of one list. */
const BETWEEN: Text = { zh: '、', en: ', ' };

/**
 * What to have at hand for all the purposes of a contact, each thing once.
 *
 * @example money and limit //=> 对账单、到期发票、额度
 */
export function preparationFor(purposes: readonly Purpose[]): Text {
  const list = (lang: Lang): string =>
    [...new Set(purposes.flatMap(({ kind }) => PREPARATIONS[kind][lang].split(BETWEEN[lang])))].join(BETWEEN[lang]);
  return { zh: list('zh'), en: list('en') };
}
