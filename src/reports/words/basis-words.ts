import type { DatasetBasis } from '../../core/model/basis';
import type { TableName } from '../../core/model/tables';
import type { Text } from '../../i18n/text';

/** What stands for something else on a sheet that draws on these tables: a sentence each. */
export function wordBasis(basis: DatasetBasis | undefined, sources: readonly TableName[]): readonly Text[] {
  const sentences: Text[] = [];
  if (basis?.areSalesInvoices && sources.includes('transactions'))
    sentences.push({
      zh: '没有销售表：这里的销售额、等级和排名都按发票金额计算（贷项和红字已减去）。',
      en: 'There is no sheet of sales: sales, tiers and ranks here are by invoiced amount, less credit notes.',
    });
  if (basis?.areInvoicesOpenOnly && sources.includes('invoices'))
    sentences.push({
      zh: '应收表只有未清金额：账龄、逾期和收款计划可以算，DSO 和付款指数算不出（看不到已付清的发票）。',
      en: 'The list holds open amounts only: ageing, overdue and the collection plan are known; DSO and the payment index are not, for paid invoices are not on it.',
    });
  return sentences;
}
