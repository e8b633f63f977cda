import { hasColumn, tableOf } from '../../../core/model/dataset';
import type { Text } from '../../../i18n/text';
import type { Banner } from '../../layout/define-report';
import type { ReportContext } from '../../layout/report-context';

const NO_SALES: Text = {
  zh: '工作簿里没有销售金额（也没有可代替的发票）：等级、统计和排名没有写。加一张有客户、日期和金额的表，刷新即可。',
  en: 'The workbook holds no sales amounts, nor invoices that could stand for them: tiers, statistics and ranks are not written. Add a sheet with customer, date and amount, and refresh.',
};

const NO_CLIENTS: Text = {
  zh: '发货表没有客户列，所以没有按客户的表；指标按地区、月份照常计算。加一列客户名称，刷新即可。',
  en: 'The deliveries name no customer, so there are no sheets by client; indicators are measured all the same. Add a column with the customer and refresh.',
};

/** What the overview lacks, and what would give it. */
export function whatLacks({ dataset }: ReportContext): readonly Banner[] {
  const lacks: Banner[] = [];
  if (!hasColumn(dataset, 'transactions.amount')) lacks.push({ text: NO_SALES, tone: 'neutral' });
  if (tableOf(dataset, 'deliveries').rows > 0 && tableOf(dataset, 'clients').rows === 0)
    lacks.push({ text: NO_CLIENTS, tone: 'neutral' });
  return lacks;
}
