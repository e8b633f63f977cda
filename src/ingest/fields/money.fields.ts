import { currencyFields } from './currency-fields';
import { dayPartFields } from './day-part-fields';
import { clientFields, field, needsClient, needsField, type SheetDefinition } from './define-fields';

const DAY = 'yyyy-mm-dd';
const MONEY = '#,##0.00';

/** What a ledger of receivables has besides: see read/ledger-lines.ts. */
const LEDGER_FIELDS = [
  field('invoices.creditAmount', 'number', '贷方', 'Credit', ['贷方金额', '贷方发生额', '贷方本币'], ['credit amount', 'cr'], { not: ['limit', 'note', 'terms'] }),
  field('invoices.runningBalance', 'number', '余额', 'Balance', ['结余', '本币余额', '期末余额', '余额(本币)'], ['running balance', 'closing balance'], { not: ['期初', 'opening', 'limit'] }),
  field('invoices.summary', 'text', '摘要', 'Summary', ['业务摘要', '凭证摘要', '说明'], ['narration', 'memo', 'description', 'text', 'details'], { not: ['类型', 'type'] }),
  field('invoices.side', 'text', '借贷', 'Debit/Credit', ['方向', '借贷方向', '借/贷', '借贷标志', '余额方向'], ['dr/cr', 'd/c', 'debit/credit indicator', 'debit credit'], {}),
]; // prettier-ignore

export const invoices: SheetDefinition = {
  kind: 'invoices',
  table: 'invoices',
  title: { zh: '应收', en: 'Invoices' },
  names: ['应收', '应收账款', '发票', '开票', '应收明细', '应收单', '账龄', 'invoices', 'receivables', 'ar', 'open items'],
  marks: ['发票', '应收', '到期日', '未收', '核销', '账龄', '清账', '清帐', 'invoice', 'due date', 'net due', 'assignment', 'clearing', 'outstanding', 'balance'],
  needs: [
    needsClient('invoices'),
    needsField('开票日期', 'invoice date', 'invoices.day'),
    needsField('金额', 'amount', 'invoices.amount'),
  ],
  makers: [...dayPartFields('invoices'), ...currencyFields('invoices'), ...LEDGER_FIELDS],
  fields: [
    field('invoices.invoiceNo', 'text', '发票号', 'Invoice no', ['发票号码', '应收单号', '发票编号', '单据编号', '单号', '单据号', '发票代码号码', '开票单号', '应收编号', '票据号', '单据号码', '交易号'], ['invoice number', 'invoice id', 'invoice', 'document no', 'bill no', 'number', 'document number', 'num', 'no', 'billing document', 'doc no', 'bill number', 'voucher no', 'reference'], { example: 'FP-0001', width: 14, not: ['日期', '金额', 'date', 'amount', 'type'] }),
    field('invoices.orderNo', 'text', '订单号', 'Order ID', ['订单编号', '销售订单号', '合同号'], ['order number', 'order no'], { width: 16 }),
    // Xero calls who is billed a contact.
    ...clientFields('invoices').map((one) => (one.path === 'invoices.clientName' ? { ...one, en: [...one.en, 'contact name'] } : one)),
    field('invoices.day', 'day', '开票日期', 'Invoice date', ['发票日期', '单据日期', '应收日期', '日期', '业务日期', '挂账日期', '记账日期', '开票时间', '发票开具日期', '开具日期', '应收单日期', '发生日期'], ['date', 'posting date', 'document date', 'issued', 'billing date', 'bill date', 'invoice bill date', 'doc date', 'invoiced on', 'issue date', 'transaction date', 'created at', 'creation date', 'voucher date'], { required: true, numberFormat: DAY, example: '2026-01-06', width: 12, not: ['到期', '收款', '付款', 'due', 'paid', 'payment'] }),
    field('invoices.dueDay', 'day', '到期日', 'Due date', ['到期日期', '应收款日期', '付款到期日', '收款到期日', '应付日期', '约定付款日期', '应收款日', '应付款日期', '约定收款日期', '账期到期日', '应收到期日', '预计收款日期', '计划收款日期', '还款日期'], ['due day', 'payment due date', 'payment due', 'net due date', 'maturity date', 'payment due by', 'due on', 'net due'], { numberFormat: DAY, example: '2026-02-05', width: 12 }),
    field('invoices.amount', 'number', '应收金额', 'Amount', ['金额', '应收', '发票金额', '开票金额', '价税合计', '含税金额', '应收款', '应收账款', '本币金额', '原币金额', '借方金额', '欠款金额', '发票总额', '开票总额', '应收总额', '应收货款', '价税合计金额', '开票含税金额', '应收本币金额', '总金额', '单据金额'], ['invoice amount', 'total', 'total amount', 'gross amount', 'invoice total', 'amount in local currency', 'original amount', 'amount', 'grand total', 'net total', 'invoice value', 'total in currency signed', 'total signed', 'bill amount', 'invoiced amount', 'net amount', 'gross value', 'net value'], { required: true, orElse: ['invoices.openAmount'], numberFormat: MONEY, example: 64000, width: 12, not: ['已', '未', '税额', '余额', '实收', '核销', 'paid', 'tax', 'balance', 'outstanding'] }),
    field('invoices.openAmount', 'number', '未收金额', 'Open amount', ['未收', '未收款', '未收款金额', '未核销金额', '未核销余额', '应收余额', '余额', '本币余额', '原币余额', '欠款', '欠款余额', '未结金额', '未清金额', '剩余金额', '尚欠金额', '未回款金额', '待收金额', '期末余额'], ['open balance', 'balance', 'balance due', 'amount due', 'outstanding', 'outstanding amount', 'amount outstanding', 'remaining', 'remaining amount', 'residual', 'amount residual', 'unpaid amount', 'amount open', 'due', 'open amount in local currency'], { numberFormat: MONEY, width: 12, not: ['已', 'date', '日', '天', 'paid', 'days', 'day', '预收', '授信', '信用', 'credit'] }),
    field('invoices.paidAmount', 'number', '已收金额', 'Paid amount', ['已收款', '收款金额', '已核销金额', '核销金额', '实收金额', '回款金额', '已收', '已付金额', '本币已收金额', '已结算金额', '已回款金额', '已收货款'], ['amount paid', 'paid', 'received', 'payments received', 'invoice amount paid', 'total paid', 'amount received', 'received amount', 'collected amount', 'paid to date'], { numberFormat: MONEY, width: 12, not: ['未', 'unpaid', 'date', '日期'] }),
    field('invoices.paidDay', 'day', '收款日期', 'Paid date', ['回款日期', '付款日期', '到账日期', '结清日期', '核销日期', '实际收款日期', '收款时间', '回款时间', '实际回款日期', '实收日期', '到账时间', '结算日期', '付清日期'], ['payment date', 'date paid', 'paid on', 'settled date', 'cleared date', 'clearing date', 'payment received date', 'clear date', 'fully paid on', 'paid at', 'settlement date', 'date cleared'], { numberFormat: DAY, width: 12, not: ['到期', '约定', 'due', '承诺'] }),
    field('invoices.type', 'words', '单据类型', 'Document type', ['类型', '业务类型', '单据类别', '凭证类型', '单据名称', '交易类型', '摘要类型'], ['type', 'transaction type', 'doc type', 'invoice type', 'vch type', 'voucher type'], { width: 9, not: ['客户', 'customer', '付款', 'payment'] }),
    field('invoices.status', 'words', '状态', 'Status', ['单据状态', '发票状态', '收款状态', '核销状态'], ['invoice status', 'document status', 'payment status'], { width: 9, not: ['客户', 'customer'] }),
    field('invoices.disputed', 'flag', '有争议', 'Disputed', ['是否争议', '争议'], ['in dispute', 'is disputed', 'dispute'], { width: 8 }),
    field('invoices.promisedPaymentDay', 'day', '承诺付款日', 'Promised payment', ['承诺付款日期', '承诺还款日', '承诺回款日期'], ['promised payment date', 'promise to pay'], { numberFormat: DAY, width: 12 }),
  ],
}; // prettier-ignore

export const receipts: SheetDefinition = {
  kind: 'receipts',
  table: 'receipts',
  title: { zh: '收款', en: 'Receipts' },
  names: ['收款', '回款', '收款单', '到账', '收款记录', '收款明细', 'receipts', 'payments', 'cash', 'collections'],
  marks: ['收款', '回款', '到账', '实收', '结算方式', '付款人', 'receipt', 'payment', 'received amount'],
  needs: [
    needsClient('receipts'),
    needsField('收款日期', 'date received', 'receipts.day'),
    needsField('收款金额', 'amount received', 'receipts.amount'),
  ],
  makers: [...dayPartFields('receipts'), ...currencyFields('receipts')],
  fields: [
    field('receipts.receiptNo', 'text', '收款单号', 'Receipt no', ['收款编号', '单号', '单据编号', '收据号', '单据号', '凭证号'], ['receipt number', 'payment id', 'payment no', 'voucher no', 'receipt id'], { example: 'SK-0001', width: 13, not: ['发票', 'invoice'] }),
    ...clientFields('receipts'),
    field('receipts.day', 'day', '收款日期', 'Date', ['回款日期', '到账日期', '日期', '收款时间', '单据日期', '入账日期', '付款日期', '业务日期', '回款时间', '到账时间', '收款日', '回款日', '交款日期'], ['payment date', 'receipt date', 'date received', 'received on', 'paid on', 'date paid', 'date', 'received date', 'clearing date', 'transaction date', 'deposit date'], { required: true, numberFormat: DAY, example: '2026-02-03', width: 12 }),
    field('receipts.amount', 'number', '收款金额', 'Amount', ['回款金额', '实收金额', '到账金额', '金额', '收款额', '贷方金额', '付款金额', '本次收款', '本次回款', '收款总额', '回款', '到账', '已收金额', '入账金额'], ['payment amount', 'amount received', 'received amount', 'amount paid', 'receipt amount', 'amount', 'receipt', 'total', 'received', 'paid amount', 'credit'], { required: true, numberFormat: MONEY, example: 64000, width: 12, not: ['应', '未', '余额', '手续费'] }),
    field('receipts.invoiceNo', 'text', '对应发票', 'Invoice no', ['发票号', '发票号码', '核销单据', '对应单号', '对应单据'], ['invoice number', 'invoice', 'applied to'], { width: 14, not: ['金额', '日期', 'date', 'amount'] }),
    field('receipts.method', 'text', '方式', 'Method', ['收款方式', '结算方式', '付款方式', '支付方式'], ['payment method', 'payment type', 'mode of payment'], { options: [{ zh: '银行转账', en: 'bank transfer' }, { zh: '现金', en: 'cash' }, { zh: '承兑', en: 'bill' }, { zh: '微信/支付宝', en: 'mobile' }], width: 10 }),
  ],
}; // prettier-ignore

export const contracts: SheetDefinition = {
  kind: 'contracts',
  table: 'contracts',
  title: { zh: '合同', en: 'Contracts' },
  names: ['合同', '销售合同', '协议', 'contracts', 'agreements'],
  marks: ['合同', '签订', '履行', '协议', 'contract', 'signed', 'fulfilled'],
  needs: [needsClient('contracts'), needsField('合同金额', 'contract amount', 'contracts.amount')],
  fields: [
    field('contracts.contractNo', 'text', '合同号', 'Contract no', ['合同编号', '协议编号', '编号', '合同号码'], ['contract number', 'contract id', 'agreement no'], { example: 'HT-2026-01', width: 14, not: ['客户', 'customer'] }),
    ...clientFields('contracts'),
    field('contracts.signedDay', 'day', '签订日期', 'Signed', ['签约日期', '签订时间', '合同日期', '签约日', '签署日期'], ['contract date', 'signed on', 'signing date', 'date signed'], { numberFormat: DAY, example: '2026-01-02', width: 12 }),
    field('contracts.dueDay', 'day', '应履行日期', 'Due date', ['到期日', '到期日期', '合同到期日', '履行期限', '截止日期', '合同交期', '终止日期'], ['due', 'end date', 'completion date', 'expiry date'], { numberFormat: DAY, width: 12 }),
    field('contracts.amount', 'number', '合同金额', 'Contract amount', ['合同总额', '金额', '合同额', '签约金额', '总金额'], ['contract value', 'amount', 'total amount', 'value'], { required: true, numberFormat: MONEY, example: 500000, width: 12, not: ['已', '履行', 'fulfilled'] }),
    field('contracts.fulfilledAmount', 'number', '已履行金额', 'Fulfilled amount', ['履行金额', '已执行金额', '完成金额', '已完成金额'], ['fulfilled', 'delivered amount', 'completed amount'], { numberFormat: MONEY, width: 12 }),
    field('contracts.status', 'text', '状态', 'Status', ['合同状态', '执行状态', '履行状态'], ['contract status'], { width: 9 }),
  ],
}; // prettier-ignore
