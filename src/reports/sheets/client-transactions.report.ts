import { nameOf } from '../../core/measures/measures';
import { areLinesInEngine } from '../../core/facts/line-groups';
import { byCodePoint } from '../../core/model/by-code-point';
import { textAt } from '../../core/model/columns';
import { tableOf } from '../../core/model/dataset';
import { asDay } from '../../core/model/day';
import { moneyOf, quantityOf } from '../../core/model/money';
import { known, missing, type Outcome } from '../../core/model/outcome';
import { openInvoicesOf } from '../../core/receivables/open-invoices';
import { paidOrders, type InvoicedOrders } from '../../core/service/tracking/paid-orders';
import { listYearLines, type YearLines } from '../../core/sales/purchases/year-lines';
import { fill, type Text } from '../../i18n/text';
import { wordNumber } from '../../i18n/wording';
import { count, day, label, money, number, quantity, text } from '../layout/columns';
import { defineReport } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { clientAt, clientColumns } from './parts/client-columns';

/** Beyond that nobody leafs through it; her own sheet has every line. */
const MOST_LINES = 5_000;

interface Line {
  readonly row: number;
  readonly client: number;
  /** Within the client. */
  readonly no: number;
}

const READ = new WeakMap<ReportContext, YearLines>();

function linesOf(context: ReportContext): YearLines {
  const read = READ.get(context);
  if (read) return read;
  const { analysis, dataset } = context;
  const byRank = analysis.clients
    .map(({ client, rank }) => ({ client, rank: rank.known ? rank.value : Infinity }))
    .sort((a, b) =>
      a.rank === b.rank
        ? byCodePoint(clientAt(a.client, context).code, clientAt(b.client, context).code)
        : a.rank - b.rank,
    );
  const order = new Int32Array(analysis.clients.length);
  byRank.forEach(({ client }, at) => (order[client] = at));
  const found = listYearLines(dataset, analysis.asOf, (client) => order[client] ?? 0, MOST_LINES);
  READ.set(context, found);
  return found;
}

function rowsOf(context: ReportContext): readonly Line[] {
  const clients = tableOf(context.dataset, 'transactions').columns.client;
  let before = -1;
  let no = 0;
  return linesOf(context).rows.map((row) => {
    const client = clients![row]!;
    no = client === before ? no + 1 : 1;
    before = client;
    return { row, client, no };
  });
}

const columnsAt = ({ dataset }: ReportContext) => tableOf(dataset, 'transactions').columns;
const NOT_ENTERED = missing({ reason: 'not-entered' });
const numberAt = <T>(value: number | undefined, unit: (value: number) => T): Outcome<T> =>
  value === undefined || Number.isNaN(value) ? NOT_ENTERED : known(unit(value));

const PAID: Text = { zh: '已付', en: 'Paid' };
const PARTLY: Text = { zh: '部分已付', en: 'Partly paid' };
const OPEN: Text = { zh: '未付', en: 'Not paid' };
const BACK: Text = { zh: '退货', en: 'Return' };

const ORDERS = new WeakMap<ReportContext, InvoicedOrders | 'none'>();

function ordersOf(context: ReportContext): InvoicedOrders | 'none' {
  const read = ORDERS.get(context);
  if (read) return read;
  const { dataset, analysis } = context;
  const found = paidOrders(dataset, analysis.asOf, openInvoicesOf(analysis.receivables)) ?? 'none';
  ORDERS.set(context, found);
  return found;
}

/** By what the line itself says was paid, else by the invoices of its order; where neither is kept nothing is said. */
function paymentOf({ row }: Line, context: ReportContext): Text | '' {
  const { amount, paidAmount, orderNo, isReturn } = columnsAt(context);
  if (isReturn?.[row] === 1) return BACK;
  const paid = paidAmount?.[row] ?? NaN;
  if (!Number.isNaN(paid)) return paid >= (amount?.[row] ?? NaN) ? PAID : paid > 0 ? PARTLY : OPEN;
  const orders = ordersOf(context);
  const invoiced = orders === 'none' ? undefined : orders.of(textAt(orderNo, row));
  return invoiced ? (invoiced.isPaid ? PAID : OPEN) : '';
}

/** 表13-2: every sales line of the year, client by client. The matrix by month stands on 客户各月. */
export const clientTransactions = defineReport<Line>({
  id: 'clientTransactions',
  sheet: { zh: '客户交易记录', en: 'Client transactions' },
  title: { zh: '年客户交易记录表（表13-2）', en: 'Client transactions of the year (table 13-2)' },
  purpose: {
    zh: '本年每个客户的每一笔交易（表13-2），金额大的客户在前',
    en: 'Every sales line of the year client by client (table 13-2), the largest clients first',
  },
  tab: TAB.clients,
  needs: ['transactions.day'],
  isOfClients: true,
  missing: (context) =>
    areLinesInEngine(context.dataset)
      ? wordMissing({ reason: 'lines-in-engine' })
      : linesOf(context).rows.length > 0
        ? undefined
        : { zh: '本年没有交易', en: 'no sales line of this year' },
  orientation: 'landscape',
  freezeHeader: true,
  message: (context) => {
    const { year, all, clients, rows } = linesOf(context);
    const said = fill(
      { zh: '{year} 年 {n} 行，{clients} 家客户', en: '{year}: {n} lines of {clients} clients' },
      { year, n: wordNumber(all), clients: wordNumber(clients) },
    );
    return rows.length === all
      ? said
      : fill(
          {
            zh: '{said}；只列前 {shown} 行，其余见原表',
            en: '{said}; the first {shown} are listed, all stand on your sheet',
          },
          { said, shown: wordNumber(rows.length) },
        );
  },
  rows: rowsOf,
  columns: [
    ...clientColumns<Line>(({ client }, context) => clientAt(client, context)),
    count({ zh: '序', en: 'No' }, ({ no }) => no, { minWidth: 6 }),
    day({ zh: '日期', en: 'Date' }, ({ row }, context) => asDay(columnsAt(context).day![row]!)),
    text(
      { zh: '单号', en: 'Document' },
      ({ row }, context) => textAt(columnsAt(context).documentNo, row) || textAt(columnsAt(context).orderNo, row),
      { hideWhenEmpty: true, maxWidth: 18 },
    ),
    text({ zh: '品名', en: 'Product' }, ({ row }, context) => textAt(columnsAt(context).product, row), {
      hideWhenEmpty: true,
      maxWidth: 24,
    }),
    quantity(
      { zh: '数量', en: 'Quantity' },
      ({ row }, context) => numberAt(columnsAt(context).quantity?.[row], quantityOf),
      { hideWhenEmpty: true, silent: true },
    ),
    text({ zh: '单位', en: 'Unit' }, ({ row }, context) => textAt(columnsAt(context).unit, row), {
      hideWhenEmpty: true,
      maxWidth: 8,
    }),
    number(
      { zh: '单价', en: 'Unit price' },
      ({ row }, context) => numberAt(columnsAt(context).unitPrice?.[row], (value) => value),
      { hideWhenEmpty: true, silent: true, style: { numberFormat: '#,##0.00' } },
    ),
    money(nameOf('netSales'), ({ row }, context) => numberAt(columnsAt(context).amount?.[row], moneyOf), {
      silent: true,
      total: 'sum',
    }),
    label({ zh: '付款', en: 'Payment' }, paymentOf, { hideWhenEmpty: true }),
  ],
  sources: ['transactions', 'clients', 'invoices'],
  settings: [],
});
