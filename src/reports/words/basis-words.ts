import { areClientsGroups, type DatasetBasis } from '../../core/model/basis';
import type { TableName } from '../../core/model/tables';
import { fill, type Text } from '../../i18n/text';

const OF_CLIENTS: readonly TableName[] = ['clients', 'transactions', 'deliveries'];

const OF_BUYERS: Text = {
  zh: '“{sheet}”没有客户列：以“{column}”当作买方，表里说的“客户”都是它。不对的话请在“数据”一步里换一列。',
  en: '“{sheet}” has no customer column: “{column}” stands for the buyer, and is what is called a client here. Choose another column in the data step if that is wrong.',
};

const OF_GROUPS: Text = {
  zh: '“{sheet}”没有客户列：只能按“{column}”汇总，表里说的“客户”都是它；等级、信用、联络计划等要有客户才能算，没有写。',
  en: '“{sheet}” has no customer column: figures are by “{column}”, which is what is called a client here; tiers, credit and the call plan need clients and are not written.',
};

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
  if (basis?.areAgesOfBands && sources.includes('invoices'))
    sentences.push({
      zh: '逾期天数取自您的账龄汇总表，按各区间的起点计（至少这么多天）；没有到期日和单张发票。',
      en: 'Days overdue are those of your ageing summary, the first day of each band (at least so many); there are no due days and no single invoices.',
    });
  if (basis?.mixedTax && sources.includes('transactions')) {
    const { mixedTax } = basis;
    sentences.push(
      fill(
        {
          zh: '“{with}”的金额含税，“{without}”的金额不含税：照原样相加，跨这些表的增减里有税的差别。请把其中一边的金额列换成同一口径（在“数据”一步里指明）。',
          en: 'Amounts of “{with}” are with tax, those of “{without}” without: they are added as they stand, so a change from one to the other holds the tax too. Choose an amount column of one kind in the data step.',
        },
        { with: mixedTax.with.join('、'), without: mixedTax.without.join('、') },
      ),
    );
  }
  if (basis?.priceList && sources.includes('transactions')) {
    const { lines, sheet, header } = basis.priceList;
    sentences.push(
      fill(
        {
          zh: '“{lines}”没有金额和单价：金额按“{sheet}”的“{header}”×数量计算，不是实际成交价。',
          en: '“{lines}” has neither amount nor price: amounts are quantity × “{header}” of “{sheet}”, not the prices actually charged.',
        },
        { lines, sheet, header },
      ),
    );
  }
  const { buyers } = basis ?? {};
  if (buyers && sources.some((one) => OF_CLIENTS.includes(one)))
    sentences.push(
      fill(areClientsGroups(basis) ? OF_GROUPS : OF_BUYERS, { column: buyers.header, sheet: buyers.sheet }),
    );
  return sentences;
}
