import type { Workbook } from 'exceljs';
import { asDay, civilOf, dayOf, lastDayOfMonth, monthOf, type Day } from '../../src/core/model/day';
import { dayOfSerial, serialOfDay } from '../../src/workbook/serial-day';
import { AS_OF, FIRM, PRODUCTS, SPLIT_DAY } from './firm';
import type { SampleClient } from './sample-clients';
import type { SampleRandom } from './sample-random';
import {
  addList,
  day,
  letterOf,
  mark,
  money,
  putEmptyFormattedRows,
  putNotes,
  putRow,
  putTotal,
  serial,
  startGroupedSheet,
  startSheet,
  tonnes,
  whole,
  words,
  type SampleCell,
  type SampleColumn,
} from './sample-sheet';
import type { SampleLine, SampleTrade } from './sample-trade';

export const SALES_SHEET = '销售明细';
export const LEDGER_SHEET = '销售台账23-24';
export const DELIVERY_SHEET = '发货';
export const SUMMARY_SHEET = '品类汇总';

/** The client that was entered twice: its later lines carry the second code. */
export interface TwiceEntered {
  readonly client: SampleClient;
  readonly secondCode: string;
  readonly secondName: string;
  readonly from: Day;
}

const SALES_COLUMNS: readonly SampleColumn[] = [
  words('单号', 16),
  words('订单号', 16),
  day('日期'),
  mark('客户编号', 9),
  words('客户名称', 26),
  mark('品类'),
  words('品名', 14),
  tonnes('数量'),
  mark('单位', 6),
  money('单价', 10),
  money('金额', 14),
  money('成本', 14),
  mark('类型'),
  mark('发票号', 12),
  mark('业务员'),
  words('备注', 18),
];

const pad = (value: number): string => String(value).padStart(2, '0');

/** The three ways in which colleagues type a day as text. */
function typedDay(value: Day, way: number): string {
  const { year, month, day: date } = civilOf(value);
  if (way === 0) return `${year}年${month}月${date}日`;
  return way === 1 ? `${year}.${month}.${date}` : `${year}${pad(month)}${pad(date)}`;
}

/** Some amounts came from chat messages: `¥12,345.00` and `3.5万`. */
function typedAmount(amount: number): string {
  if (amount > 0 && amount % 100 === 0 && amount >= 10000) return `${amount / 10000}万`;
  const [integer, decimals] = Math.abs(amount).toFixed(2).split('.') as [string, string];
  return `${amount < 0 ? '-' : ''}¥${integer.replace(/\B(?=(\d{3})+$)/g, ',')}.${decimals}`;
}

export interface SummaryFigures {
  /** Tonnes by category and year, of the cells that are numbers. */
  readonly tonnes: Map<string, number>;
  readonly lines: Map<string, number>;
  readonly lastRow: number;
}

/** 销售明细: money since 2025. Deliveries and payments stand on sheets of their own. */
export function addSales(
  workbook: Workbook,
  trade: SampleTrade,
  twice: TwiceEntered,
  random: SampleRandom,
): SummaryFigures {
  const sheet = workbook.addWorksheet(SALES_SHEET, { properties: { tabColor: { argb: 'FF1F5C4D' } } });
  const area = startSheet(
    sheet,
    [`${FIRM}\u3000销售明细（2025年起）`, '制表：吴静怡　　单位：元、吨　　退货、折让、冲红以负数登记'],
    SALES_COLUMNS,
  );
  const figures = { tonnes: new Map<string, number>(), lines: new Map<string, number>(), lastRow: 0 };
  const lines = trade.lines.filter((line) => line.day >= SPLIT_DAY);
  let groupStart = area.firstRow;
  let groupAmount = 0;
  const subtotals: number[] = [];
  let total = 0;
  const closeYear = (year: number): void => {
    const formula = `AGGREGATE(9,6,K${groupStart}:K${area.lastRow})`;
    const cells: SampleCell[] = [`${year}年小计`, null, null, null, null, null, null, null, null, null];
    subtotals.push(area.lastRow + 1);
    putTotal(sheet, area, [...cells, { formula, result: Number(groupAmount.toFixed(2)) }], SALES_COLUMNS.length);
    total += groupAmount;
    groupStart = area.lastRow + 1;
    groupAmount = 0;
  };
  /** Puts a line and counts it as the sheet's own formulas will: numbers only. */
  const put = (cells: readonly SampleCell[]): void => {
    putRow(sheet, area, cells);
    const [dayCell, category, quantity, amount] = [cells[2], cells[5], cells[7], cells[10]];
    if (typeof amount === 'number') groupAmount += amount;
    if (typeof dayCell !== 'number') return;
    const key = `${category as string}|${civilOf(asDay(dayOfSerial(dayCell, 1900))).year}`;
    figures.tonnes.set(key, (figures.tonnes.get(key) ?? 0) + (typeof quantity === 'number' ? quantity : 0));
    figures.lines.set(key, (figures.lines.get(key) ?? 0) + 1);
  };
  const wrongLines = wrongLinesOf(lines);
  lines.forEach((line, i) => {
    const isSecond = line.client === twice.client && line.day >= twice.from;
    put([
      line.no,
      line.orderNo,
      random.chance(0.02) ? typedDay(line.day, i % 3) : serialOfDay(line.day, 1900),
      isSecond ? twice.secondCode : line.client.code,
      isSecond ? twice.secondName : line.client.name,
      line.product.category,
      line.product.name,
      line.quantity === 0 ? null : line.quantity,
      '吨',
      line.price,
      random.chance(0.006) ? typedAmount(line.amount) : line.amount,
      line.cost,
      line.type,
      line.invoiceNo,
      line.client.rep,
      line.type === '折让' ? '质量折让' : line.type === '冲红' ? '票面有误，冲红重开' : null,
    ]);
    for (const wrong of wrongLines) if (wrong.after === i) put(wrong.cells);
    const year = civilOf(line.day).year;
    const next = lines[i + 1];
    if (next === undefined || civilOf(next.day).year !== year) closeYear(year);
  });
  const lastData = area.lastRow;
  putTotal(
    sheet,
    area,
    [
      '合计',
      ...Array<null>(9).fill(null),
      { formula: subtotals.map((row) => `K${row}`).join('+'), result: Number(total.toFixed(2)) },
    ],
    SALES_COLUMNS.length,
  );
  sheet.autoFilter = {
    from: { row: area.firstRow - 1, column: 1 },
    to: { row: lastData, column: SALES_COLUMNS.length },
  };
  sheet.getCell(`K${area.firstRow - 1}`).note = '含税金额。2025年起送货和收款另表登记，这里只记金额。';
  figures.lastRow = lastData;
  putNotes(sheet, area, ['注：1. 金额为含税价；2. 月底与财务部核对后锁定；3. 有疑问的行请找吴静怡。']);
  putEmptyFormattedRows(sheet, area, 40, SALES_COLUMNS.length);
  return figures;
}

/** How many lines of 销售明细 are wrong on purpose, and why. */
export const WRONG_LINES = ['29 Feb 2025', '#N/A', 'no client', 'negative without a type'] as const;

function wrongLinesOf(lines: readonly SampleLine[]): { after: number; cells: SampleCell[] }[] {
  const near = (value: Day): number => lines.findIndex((line) => line.day >= value);
  const client = lines[0]!.client;
  const product = PRODUCTS[2]!;
  const rowOf = (no: string, changes: Readonly<Record<number, SampleCell>>): SampleCell[] => {
    const cells: SampleCell[] = [
      no,
      null,
      serialOfDay(dayOf(2025, 3, 1), 1900),
      client.code,
      client.name,
      product.category,
      product.name,
      10,
      '吨',
      3300,
      33000,
      29700,
      '销售',
      null,
      client.rep,
      null,
    ];
    for (const [at, value] of Object.entries(changes)) cells[Number(at)] = value;
    return cells;
  };
  return [
    // 2025 is no leap year.
    { after: near(dayOf(2025, 3, 1)), cells: rowOf('XS20250229-901', { 2: '2025/2/29' }) },
    // A price list without the product: the look-up failed.
    {
      after: near(dayOf(2025, 6, 12)),
      cells: rowOf('XS20250612-902', {
        2: serialOfDay(dayOf(2025, 6, 12), 1900),
        7: null,
        9: { error: '#N/A' },
        10: { error: '#N/A' },
        11: null,
      }),
    },
    {
      after: near(dayOf(2026, 1, 15)),
      cells: rowOf('XS20260115-903', { 2: serialOfDay(dayOf(2026, 1, 15), 1900), 3: null, 4: null, 7: 2, 10: 6600 }),
    },
    {
      after: near(dayOf(2026, 5, 20)),
      cells: rowOf('XS20260520-904', {
        2: serialOfDay(dayOf(2026, 5, 20), 1900),
        7: -1,
        10: -3300,
        11: -2970,
        12: null,
        15: '待核实',
      }),
    },
  ];
}

const ORDER_GROUPS = [
  { name: '单据', columns: [words('单号', 16), words('订单号', 16), day('日期')] },
  { name: '客户', columns: [words('客户名称', 26), mark('地区'), mark('业务员')] },
  {
    name: '货物',
    columns: [
      mark('类型'),
      mark('品类'),
      words('品名', 14),
      tonnes('数量'),
      money('单价', 10),
      money('金额'),
      money('成本'),
    ],
  },
  {
    name: '交付',
    columns: [day('订货日期'), day('承诺交期'), day('发货日期'), day('签收日期'), tonnes('损坏量'), tonnes('丢失量')],
  },
  { name: '货款', columns: [day('到期日'), day('回款日期')] },
] as const;

/** 销售台账: until the end of 2024 everything stood on one line, under a header of two rows. */
export function addLedger(workbook: Workbook, trade: SampleTrade, random: SampleRandom): void {
  const sheet = workbook.addWorksheet(LEDGER_SHEET, { properties: { tabColor: { argb: 'FF8FB8A8' } } });
  const columns = ORDER_GROUPS.flatMap((group): readonly SampleColumn[] => group.columns);
  const area = startGroupedSheet(
    sheet,
    [`${FIRM}\u3000销售台账（2023年10月—2024年12月）`, '订货、交付、货款登记在同一行'],
    ORDER_GROUPS,
  );
  const lines = trade.lines.filter((line) => line.day < SPLIT_DAY);
  const seen = new Set<string>();
  let monthStart = area.firstRow;
  let monthAmount = 0;
  let total = 0;
  lines.forEach((line, i) => {
    const { delivery, client } = line;
    const isFirst = delivery !== undefined && !seen.has(delivery.orderNo);
    if (delivery) seen.add(delivery.orderNo);
    const dayCell: SampleCell = random.chance(0.03) ? typedDay(line.day, i % 3) : serialOfDay(line.day, 1900);
    const dueDay = asDay(lastDayOfMonth(monthOf(line.day)) + client.termDays);
    const delay = {
      cash: 0,
      prompt: random.between(-5, 2),
      usual: random.between(-2, 10),
      late: random.between(12, 40),
      never: random.between(10, 30),
    };
    putRow(sheet, area, [
      line.no,
      line.orderNo,
      dayCell,
      ledgerName(client.name, i),
      client.region.name,
      client.rep,
      line.type,
      line.product.category,
      line.product.name,
      line.quantity === 0 ? null : line.quantity,
      line.price,
      line.amount,
      line.cost,
      serial(delivery?.orderDay),
      serial(delivery?.promisedDay),
      serial(delivery?.shippedDay),
      serial(delivery?.deliveredDay),
      isFirst && delivery.damaged > 0 ? Math.min(delivery.damaged, line.quantity) : null,
      isFirst && delivery.lost > 0 ? Math.min(delivery.lost, line.quantity) : null,
      line.amount > 0 ? serial(dueDay) : null,
      line.amount > 0 ? serial(asDay(dueDay + delay[client.payer])) : null,
    ]);
    monthAmount += line.amount;
    const next = lines[i + 1];
    if (next === undefined || monthOf(next.day) !== monthOf(line.day)) {
      const formula = `SUBTOTAL(9,L${monthStart}:L${area.lastRow})`;
      const label = `${civilOf(line.day).month}月小计`;
      putTotal(
        sheet,
        area,
        [label, ...Array<null>(10).fill(null), { formula, result: Number(monthAmount.toFixed(2)) }],
        columns.length,
      );
      total += monthAmount;
      monthStart = area.lastRow + 1;
      monthAmount = 0;
    }
  });
  const formula = `SUBTOTAL(9,L${area.firstRow}:L${area.lastRow})`;
  putTotal(
    sheet,
    area,
    ['合计', ...Array<null>(10).fill(null), { formula, result: Number(total.toFixed(2)) }],
    columns.length,
  );
  putNotes(sheet, area, ['注：2025年起分表登记，本表不再增加。']);
}

/** The ledger's names were typed: brackets of the other width, and here and there a space. */
function ledgerName(name: string, i: number): string {
  const typed = name.replace('（', '(').replace('）', ')');
  return i % 211 === 7 ? `${typed}\u3000` : typed;
}

const DELIVERY_COLUMNS: readonly SampleColumn[] = [
  words('发货单号', 16),
  words('订单号', 16),
  mark('客户编号', 9),
  words('客户名称', 26),
  day('订货日期'),
  day('承诺交期'),
  day('改期后交期'),
  day('发货日期'),
  day('签收日期'),
  tonnes('订货数量'),
  tonnes('发出量'),
  tonnes('损坏量'),
  tonnes('丢失量'),
  tonnes('错发量'),
  mark('差错'),
  mark('直送', 6),
  mark('单证正确'),
  mark('包装问题'),
  mark('事故', 6),
  mark('加急', 6),
  mark('客户原因延期', 12),
  whole('里程', 8),
  money('货值'),
  whole('赔偿额'),
  words('承运', 13),
  mark('车号', 12),
  mark('状态'),
];

/** 发货: one line an order since 2025, shipped, on the road, waiting or cancelled. */
export function addDeliveries(workbook: Workbook, trade: SampleTrade, twice: TwiceEntered): void {
  const sheet = workbook.addWorksheet(DELIVERY_SHEET, { properties: { tabColor: { argb: 'FF2E75B6' } } });
  const area = startSheet(sheet, [`${FIRM}\u3000发货登记`, '数量单位：吨　　里程单位：公里'], DELIVERY_COLUMNS);
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
    to: { row: area.lastRow, column: DELIVERY_COLUMNS.length },
  };
}

/** 品类汇总: the assistant's own summary, with formulas over 销售明细. */
export function addSummary(workbook: Workbook, figures: SummaryFigures): void {
  const sheet = workbook.addWorksheet(SUMMARY_SHEET, { properties: { tabColor: { argb: 'FFBF9000' } } });
  const area = startSheet(
    sheet,
    [`${FIRM}\u3000品类汇总`, '公式取自“销售明细”，只统计日期为日期格式的行'],
    [
      mark('品类', 10),
      tonnes('2025年数量', 13),
      tonnes('2026年数量', 13),
      whole('2025年笔数', 12),
      whole('2026年笔数', 12),
    ],
  );
  const categories = [...new Set(PRODUCTS.map((product) => product.category))];
  const range = (column: string): string => `${SALES_SHEET}!$${column}$4:$${column}$${figures.lastRow}`;
  const within = (year: number): string =>
    `${range('C')},">="&DATE(${year},1,1),${range('C')},"<="&DATE(${year},12,31)`;
  for (const category of categories) {
    const at = area.lastRow + 1;
    putRow(sheet, area, [
      category,
      ...[2025, 2026].map((year) => ({
        formula: `SUMIFS(${range('H')},${range('F')},$A${at},${within(year)})`,
        result: Number((figures.tonnes.get(`${category}|${year}`) ?? 0).toFixed(2)),
      })),
      ...[2025, 2026].map((year) => ({
        formula: `COUNTIFS(${range('F')},$A${at},${within(year)})`,
        result: figures.lines.get(`${category}|${year}`) ?? 0,
      })),
    ]);
  }
  const sumOf = (column: number): SampleCell => {
    const letter = letterOf(column);
    let result = 0;
    for (let row = area.firstRow; row <= lastCategory; row++) {
      const value = sheet.getRow(row).getCell(column).value as { result: number };
      result += value.result;
    }
    return { formula: `SUM(${letter}${area.firstRow}:${letter}${lastCategory})`, result: Number(result.toFixed(2)) };
  };
  const lastCategory = area.lastRow;
  putTotal(sheet, area, ['合计', sumOf(2), sumOf(3), sumOf(4), sumOf(5)], 5);
}
