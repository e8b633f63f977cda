import type { DeliveryClasses, DeliveryIncident, OpenOrder } from '../../../core/service/delivery-classes';
import { fill, type Text } from '../../../i18n/text';
import { wordNumber } from '../../../i18n/wording';
import { count, day, quantity, text, type Column } from '../../layout/columns';
import type { TableDefinition } from '../../layout/define-report';
import type { ReportContext } from '../../layout/report-context';
import { clientAt, clientColumns, tierColumn } from './client-columns';
import { originColumn } from './origin-column';

/** The longest deliveries and the open orders: the first of them on 交期分级, all of them on 交期明细. */

export const deliveryFigures = ({ analysis }: ReportContext): DeliveryClasses | undefined =>
  analysis.deliveryClasses.known ? analysis.deliveryClasses.value : undefined;

/** What a list holds of all that there is. */
interface Extent {
  readonly listed: number;
  readonly all: number;
}

const incidentColumns: readonly Column<DeliveryIncident>[] = [
  ...clientColumns<DeliveryIncident>(({ client }, context) => clientAt(client, context)),
  text({ zh: '订单号', en: 'Order' }, ({ orderNo }) => orderNo, { maxWidth: 18 }),
  text({ zh: '品名', en: 'Product' }, ({ product }) => product, { hideWhenEmpty: true, maxWidth: 24 }),
  day({ zh: '订货日期', en: 'Ordered' }, ({ orderDay }) => orderDay),
  day({ zh: '提货或发货', en: 'Handed over' }, ({ handedDay }) => handedDay),
  count({ zh: '天数', en: 'Days' }, ({ days }) => days),
  count({ zh: '超过承诺天数', en: 'Days past the promise' }, ({ daysLate }) => daysLate, { hideWhenEmpty: true }),
  originColumn<DeliveryIncident>(),
];

const openOrderColumns: readonly Column<OpenOrder>[] = [
  ...clientColumns<OpenOrder>(({ client }, context) => clientAt(client, context)),
  text({ zh: '订单号', en: 'Order' }, ({ orderNo }) => orderNo, { maxWidth: 18 }),
  text({ zh: '品名', en: 'Product' }, ({ product }) => product, { hideWhenEmpty: true, maxWidth: 24 }),
  day({ zh: '订货日期', en: 'Ordered' }, ({ orderDay }) => orderDay),
  day({ zh: '承诺交期', en: 'Promised' }, ({ promisedDay }) => promisedDay),
  count({ zh: '已逾期天数', en: 'Days overdue' }, ({ overdueDays }) => overdueDays),
  originColumn<OpenOrder>(),
  quantity({ zh: '未交数量', en: 'Open quantity' }, ({ openQuantity }) => openQuantity),
  tierColumn({ zh: '等级', en: 'Tier' }, ({ tier }) => tier),
];

/** How many are listed of how many, where some are not, and where the others stand. */
function noteOf({ listed, all }: Extent, isShort: boolean, context: ReportContext): Text | undefined {
  if (all <= listed) return undefined;
  const values = { all: wordNumber(all), listed: wordNumber(listed) };
  if (!isShort)
    return fill({ zh: '共 {all} 条，列出前 {listed} 条。', en: 'The first {listed} of {all} are listed.' }, values);
  return isListWritten(context)
    ? fill(
        {
          zh: '共 {all} 条，列出前 {listed} 条；全部见「交期明细」。',
          en: 'The first {listed} of {all}; all of them are on “Delivery list”.',
        },
        values,
      )
    : fill(
        {
          zh: '共 {all} 条，列出前 {listed} 条；要看全部，刷新时选上「交期明细」。',
          en: 'The first {listed} of {all}; choose “Delivery list” for all of them.',
        },
        values,
      );
}

const isListWritten = ({ reports }: ReportContext): boolean =>
  reports.some(({ id, why }) => id === 'deliveryList' && why === undefined);

function tableOf<Row>(
  id: string,
  limit: number | undefined,
  words: Pick<TableDefinition<Row>, 'heading' | 'whenEmpty'>,
  columns: readonly Column<Row>[],
  rowsOf: (figures: DeliveryClasses) => readonly Row[],
  allOf: (figures: DeliveryClasses) => number,
): TableDefinition<Row> {
  const rows = (context: ReportContext): readonly Row[] => {
    const figures = deliveryFigures(context);
    return figures ? rowsOf(figures).slice(0, limit) : [];
  };
  const extent = (context: ReportContext): Extent => {
    const figures = deliveryFigures(context);
    return { listed: rows(context).length, all: figures ? allOf(figures) : 0 };
  };
  const isShort = limit !== undefined;
  return {
    id,
    ...words,
    note: (context) => noteOf(extent(context), isShort, context),
    ...(isShort && {
      noteLink: (context: ReportContext) =>
        isListWritten(context) ? { report: 'deliveryList', cell: 'A1' } : undefined,
    }),
    rows,
    hasFilter: true,
    columns,
  };
}

/** Late or slow deliveries, the longest first; the first `limit` of them, all without. */
export const incidentTable = (id: string, limit?: number): TableDefinition<DeliveryIncident> =>
  tableOf<DeliveryIncident>(
    id,
    limit,
    {
      heading: { zh: '超期明细（最久的在前）', en: 'Late deliveries, longest first' },
      whenEmpty: { zh: '本期没有超期的。', en: 'None was late in this period.' },
    },
    incidentColumns,
    ({ incidents }) => incidents,
    ({ incident }) => incident,
  );

/** Orders not fully executed, tier Ⅰ first; the first `limit` of them, all without. */
export const openOrderTable = (id: string, limit?: number): TableDefinition<OpenOrder> =>
  tableOf<OpenOrder>(
    id,
    limit,
    {
      heading: { zh: '未执行订单（Ⅰ类在前）', en: 'Open orders, tier Ⅰ first' },
      whenEmpty: { zh: '没有未执行的订单。', en: 'No open order.' },
    },
    openOrderColumns,
    ({ openOrders }) => openOrders,
    ({ openOrderCount }) => openOrderCount,
  );
