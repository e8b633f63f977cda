import type { Workbook } from 'exceljs';
import { serialOfDay } from '../../src/workbook/serial-day';
import { AS_OF, FIRM, SPLIT_DAY } from './firm';
import type { TwiceEntered } from './sales-sheet';
import { addList, day, mark, money, putRow, serial, startGroupedSheet, tonnes, whole, words } from './sample-sheet';
import type { SampleTrade } from './sample-trade';

const DELIVERY_SHEET = '发货';

const DELIVERY_GROUPS = [
  { name: '单据', columns: [words('发货单号', 16), words('订单号', 16), mark('客户编号', 9), words('客户名称', 26)] },
  { name: '日期', columns: [day('订货日期'), day('承诺交期'), day('改期后交期'), day('发货日期'), day('签收日期')] },
  {
    name: '数量（吨）',
    columns: [tonnes('订货数量'), tonnes('发出量'), tonnes('损坏量'), tonnes('丢失量'), tonnes('错发量')],
  },
  {
    name: '质量',
    columns: [
      mark('差错'),
      mark('直送', 6),
      mark('单证正确'),
      mark('包装问题'),
      mark('事故', 6),
      mark('加急', 6),
      mark('客户原因延期', 12),
    ],
  },
  {
    name: '运输',
    columns: [whole('里程', 8), money('货值'), whole('赔偿额'), words('承运', 13), mark('车号', 12), mark('状态')],
  },
  { name: '货物', columns: [words('品名', 16)] },
] as const;

/** 发货: one line an order since 2025, shipped, on the road, waiting or cancelled. */
export function addDeliveries(workbook: Workbook, trade: SampleTrade, twice: TwiceEntered): void {
  const sheet = workbook.addWorksheet(DELIVERY_SHEET, { properties: { tabColor: { argb: 'FF2E75B6' } } });
  const columns = DELIVERY_GROUPS.reduce((sum, group) => sum + group.columns.length, 0);
  const area = startGroupedSheet(sheet, [`${FIRM}\u3000发货登记（2025年起）`, '里程单位：公里'], DELIVERY_GROUPS);
  const some = (value: number): number | null => (value === 0 ? null : value);
  const yes = (value: boolean): string | null => (value ? '是' : null);
  for (const each of trade.deliveries) {
    if (each.orderDay < SPLIT_DAY && (each.shippedDay === undefined || each.shippedDay < SPLIT_DAY)) continue;
    const isSecond = each.client === twice.client && each.orderDay >= twice.from;
    putRow(sheet, area, [
      each.no,
      each.orderNo,
      isSecond ? twice.secondCode : each.client.code,
      isSecond ? twice.secondName : each.client.name,
      serial(each.orderDay),
      serial(each.promisedDay),
      serial(each.revisedDay),
      serial(each.shippedDay),
      serial(each.deliveredDay),
      each.ordered,
      each.shipped ?? null,
      some(each.damaged),
      some(each.lost),
      some(each.wrong),
      each.wrongKind,
      each.shippedDay === undefined ? null : each.direct ? '是' : '否',
      each.shippedDay === undefined ? null : each.documentsRight ? '是' : '否',
      yes(each.packagingFault),
      yes(each.accident),
      yes(each.urgent),
      yes(each.postponedByClient),
      each.shippedDay === undefined ? null : each.kilometres,
      some(each.value),
      some(each.compensation),
      each.carrier,
      each.vehicle,
      each.status,
      each.product,
    ]);
  }
  // Late ones are tinted: signed after the promise, or not signed and the promise past.
  sheet.addConditionalFormatting({
    ref: `A${area.firstRow}:AA${area.lastRow}`,
    rules: [
      {
        type: 'expression',
        priority: 1,
        formulae: [
          `AND($F${area.firstRow}<>"",$AA${area.firstRow}<>"已取消",OR($I${area.firstRow}>$F${area.firstRow},AND($I${area.firstRow}="",$F${area.firstRow}<${serialOfDay(AS_OF, 1900)})))`,
        ],
        style: { font: { color: { argb: 'FF9C0006' } } },
      },
    ],
  });
  addList(sheet, `AA${area.firstRow}:AA${area.lastRow}`, '"已签收,在途,待发,已取消"');
  sheet.autoFilter = {
    from: { row: area.firstRow - 1, column: 1 },
    to: { row: area.lastRow, column: columns },
  };
}
