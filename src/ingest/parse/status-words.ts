import type { Text } from '../../i18n/text';
import { toSimplified } from './simplified';
import { cleanText, keyOfText } from './text';

/**
 * What a word in a status or type column means. Unknown words are asked about, never guessed.
 *
 * `none`: known, and without effect on any figure (已发货, 处理中, 销售).
 */
export const STATUS_MEANINGS = [
  'none',
  'onTime',
  'late',
  'full',
  'short',
  'intact',
  'damaged',
  'lost',
  'wrong',
  'refused',
  'cancelled',
  'returned',
  'refunded',
  'disputed',
  'returnLine',
  'payment',
  'notSale',
  'resolved',
  'open',
] as const;

export type StatusMeaning = (typeof STATUS_MEANINGS)[number];

export function isStatusMeaning(value: string): value is StatusMeaning {
  return (STATUS_MEANINGS as readonly string[]).includes(value);
}

/** How the meanings are offered to the person. */
export const MEANING_LABELS: Readonly<Record<StatusMeaning, Text>> = {
  none: { zh: '不影响计算', en: 'no effect on figures' },
  onTime: { zh: '按时', en: 'on time' },
  late: { zh: '晚到', en: 'late' },
  full: { zh: '足量', en: 'in full' },
  short: { zh: '短少', en: 'short' },
  intact: { zh: '完好', en: 'intact' },
  damaged: { zh: '破损', en: 'damaged' },
  lost: { zh: '丢失', en: 'lost' },
  wrong: { zh: '错发', en: 'wrong goods' },
  refused: { zh: '拒收', en: 'refused' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  returned: { zh: '已退货', en: 'returned' },
  refunded: { zh: '已退款（不是销售）', en: 'refunded, no sale' },
  disputed: { zh: '有争议', en: 'disputed' },
  returnLine: { zh: '退货、折让或冲红行', en: 'a return or credit line' },
  payment: { zh: '收款行（不是销售）', en: 'a payment, not a sale' },
  notSale: { zh: '不是销售（采购、报价、转账等）', en: 'no sale (purchase, quotation, transfer …)' },
  resolved: { zh: '已解决', en: 'resolved' },
  open: { zh: '未解决', en: 'not resolved' },
};

/** Which column the word stands in: 退货 as a type makes a return line, as a status it marks the order as returned. */
export type WordRole = 'type' | 'status';

const WORDS: Readonly<Record<StatusMeaning, readonly string[]>> = {
  none: [
    '正常', '销售', '销售出库', '销售出库单', '普通销售', '销售订单', '销售发票', '出库', '发货', '已发货', '已发', '发货中', '已出库', '已出货', '待发货',
    '待发',
    '待出库',
    '未签收',
    '待签收',
    '派送中',
    '已派送',
    '部分签收', '未发货', '部分发货', '已完成', '完成', '已审核',
    '未审核', '审核', '执行中', '处理中', '进行中', '已下单', '新建', '新单', '已确认', '待确认', '在途', '运输中', '已签收', '签收', '已收货', '已交货', '已到货', '已送达', '送达', '已开票', '未开票',
    '已付款', '未付款', '部分付款', '已结清', '未结清', '已收款', '暂停', '挂起', '生产中', '备货中', '已排产', '蓝字', '蓝单', '赠品', '赠送', '样品', '已红冲', '已红冲-全额', '已红冲-部分', '已全额红冲', '已部分红冲', '现销', '赊销', '零售', '批发', '待交货', '未交货', '未交', '交货中', '待检', '合格待检',
    'shipped', 'delivered', 'complete', 'completed', 'closed', 'in process', 'in progress', 'processing', 'on hold', 'hold', 'pending', 'new', 'confirmed', 'in transit', 'paid', 'unpaid', 'invoiced', 'sale', 'sales',
    'regular', 'normal', 'approved', 'invoice', 'partially shipped', 'backordered', 'fulfilled', 'unfulfilled', 'received', '交易成功', '卖家已发货', '买家已付款', '等待买家确认收货', '等待卖家发货', '交易完成', '待收货', '已发货待收货', '已付款待发货', '已成交', '已完成交易', '订单完成', '订单已完成', '妥投', 'sales order', 'sale order', 'locked', 'authorized', 'to deliver and bill', 'to bill', 'to deliver', 'fully billed', 'fully delivered', 'partly paid', 'partially paid', 'overdue and discounted', 'sent', 'posted', 'delivered to customer', 'sales receipt', 'tax invoice', 'sales invoice', 'rv', 'accrec', 'f2', '应收单', '销售开票', '普通发票', '专用发票', '蓝字发票', '正常销售', 'standard order'],
  onTime: ['按时交货', '按时', '准时', '准时交货', '准时到货', '准时送达', '按期', '按期交货', '及时', '及时交货', '提前', '提前交货', '如期', '准点', 'on time', 'on-time', 'ontime', 'early', 'in time', 'shipping on time', 'advance shipping'],
  late: ['晚交货', '晚交', '延迟', '延迟交货', '延期', '延期交货', '延误', '逾期', '逾期交货', '迟到', '迟交', '超期', '晚到', '未按时', '不准时', '拖期', 'late', 'delayed', 'overdue', 'late delivery', 'delay'],
  full: ['足量', '齐全', '全部交货', '足额', '数量齐全', '数量相符', 'in full', 'full'],
  short: ['短少', '缺货', '欠交', '数量不足', '部分交货', '短缺', '少货', '短装', '缺件', 'short', 'partial', 'short shipped', 'out of stock'],
  intact: ['质量合格', '合格', '完好', '完好无损', '无损', '良好', '无破损', '货物完好', 'intact', 'good', 'undamaged', 'passed', 'qualified'],
  damaged: ['破损', '损坏', '货损', '返修', '质量不合格', '不合格', '变质', '受潮', '霉变', '残损', '轻微破损', '严重破损', '返工', 'damaged', 'damage', 'rework', 'repair', 'defective', 'failed'],
  lost: ['丢失', '遗失', '丢货', '货物丢失', '被盗', 'lost', 'missing', 'stolen'],
  wrong: ['错发', '发错', '发错货', '货不对板', '错货', '串货', '型号错误', 'wrong item', 'wrong', 'misshipped', 'mis-shipped', 'incorrect'],
  refused: ['拒货', '拒收', '客户拒收', '拒绝收货', 'refused', 'rejected'],
  cancelled: ['已取消', '取消', '作废', '已作废', '订单取消', '撤单', '撤销', '已撤销', '无效', '关闭(取消)', '终止', '已终止', 'cancelled', 'canceled', 'void', 'voided', 'cancel', '交易关闭', '交易失败', '交易取消', '订单关闭', '订单已取消', '订单已关闭', '未付款已取消', '已取消未付款', '超时关闭', '已作废单', '已删除', '删除', 'expired', 'canceled order', 'closed without payment', 'unavailable', 'declined', 'rejected payment', '等待买家付款', '等待付款', '超时未付款', '待买家付款', 'pending payment', 'awaiting payment from buyer'],
  returned: ['已退货', '全部退货', '退回', '已退回', 'returned', 'return received'],
  refunded: ['退款', '已退款', 'refunded', 'refund', '退款成功', '全额退款', '已全额退款', '退货退款', '退款完成', '已退货退款', '未发货退款成功', '已发货退款成功', '未发货，退款成功', '已发货，退款成功', 'fully refunded', 'chargeback'],
  disputed: ['争议', '有争议', '异议', '对账不符', '纠纷', 'disputed', 'dispute', 'in dispute'],
  returnLine: ['退货', '销售退货', '销售退货单', '退货单', '退货入库', '销售退回', '折让', '销售折让', '冲红', '红冲', '红字', '红字发票', '红字出库', '红单', '负数', '冲销', '冲减', 'return', 'returns', 'sales return', 'credit note', 'credit memo', 'credit', 'allowance', 'red letter', 'reversal', 'dg', 'rg', 'accreccredit', 'receivable credit note', '贷项凭单', '贷项通知单', '红字应收单', '应收红字'],
  payment: ['收款', '收款单', '收款核销', '回款', '回款单', '预收', '预收款', '预收单', '到账', '收款凭证', '银行收款', '现金收款', '客户收款', 'payment', 'payments', 'receipt', 'receipts', 'customer payment', 'payment received', 'receive payment', 'deposit', 'dz', 'zp', 'overpayment', 'prepayment', 'receivable overpayment', 'receivable prepayment'],
  notSale: ['采购', '采购入库', '采购订单', '进货', '进货单', '采购发票', '调拨', '调拨单', '盘点', '期初', '期初余额', '样品出库', '领料', '转账', '费用报销', 'purchase', 'purchase order', 'purchase invoice', 'journal', 'contra', 'bill', 'bill payment', 'expense', 'transfer', 'stock journal', 'opening balance', 'quotation', 'quotation sent', 'quote', 'estimate', 'proforma', '报价', '报价单', 'draft', '草稿', '草稿单', '草稿箱'],
  resolved: ['已解决', '解决', '已结案', '结案', '已关闭', '关闭', '已办结', '已处理', '处理完毕', '已回复', '已归档', 'resolved', 'solved'],
  open: ['未解决', '未结案', '待处理', '跟进中', '受理', '已受理', '调查中', '未处理', '未完成', 'open', 'unresolved', 'investigating'],
}; // prettier-ignore

const MEANING_OF = new Map<string, StatusMeaning>();
for (const meaning of STATUS_MEANINGS) for (const word of WORDS[meaning]) MEANING_OF.set(keyOfWord(word), meaning);

/** Words around which shops write reasons and steps: (删除)等待付款, Cancelled by customer, 已发货，退款成功. */
const PATTERNS: readonly (readonly [RegExp, StatusMeaning])[] = [
  [/^[(（【[]?(?:已?删除|已?取消|已?作废|已?关闭交易)[)）】\]]/, 'cancelled'],
  [/^(?:已取消|已作废|交易关闭|订单取消)|^cancell?ed\b|\bcancell?ed$/i, 'cancelled'],
  [/(?:退款成功|退款完成|已全额退款|已退款)[)）]?$/, 'refunded'],
];

/** How words are compared: without case, width, blanks, hyphens and underscores. */
export function keyOfWord(word: string): string {
  return toSimplified(keyOfText(word)).replace(/[-_]/g, '');
}

/**
 * What a word means in its column; undefined for a word nobody told us about.
 *
 * @example meaningOfWord('退货', 'type') //=> 'returnLine'
 * @example meaningOfWord('退货', 'status') //=> 'returned'
 */
export function meaningOfWord(word: string, role: WordRole): StatusMeaning | undefined {
  const meaning = MEANING_OF.get(keyOfWord(word)) ?? PATTERNS.find(([pattern]) => pattern.test(word.trim()))?.[1];
  if (role === 'status' && meaning === 'returnLine') return 'returned';
  if (role === 'type' && (meaning === 'returned' || meaning === 'refunded' || meaning === 'refused'))
    return 'returnLine';
  return meaning;
}

/** The words that a person mapped, by key. Meanings that do not exist are left out. */
export function wordsOverride(words: Readonly<Record<string, string>> | undefined): ReadonlyMap<string, StatusMeaning> {
  const map = new Map<string, StatusMeaning>();
  for (const [word, meaning] of Object.entries(words ?? {})) {
    if (isStatusMeaning(meaning)) map.set(keyOfWord(cleanText(word)), meaning);
  }
  return map;
}
