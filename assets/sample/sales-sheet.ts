import type { Workbook } from 'exceljs';
import { asDay, civilOf, dayOf, lastDayOfMonth, monthOf, type Day } from '../../src/core/model/day';
import { dayOfSerial, serialOfDay } from '../../src/workbook/serial-day';
import { FIRM, PRODUCTS, SPLIT_DAY } from './firm';
import type { SampleClient } from './sample-clients';
import type { SampleRandom } from './sample-random';
import {
  day,
  mark,
  money,
  putEmptyFormattedRows,
  putNotes,
  putRow,
  putTotal,
  serial,
  startSheet,
  tonnes,
  words,
  type SampleCell,
  type SampleColumn,
} from './sample-sheet';
import type { SampleLine, SampleTrade } from './sample-trade';

export const SALES_SHEET = '销售明细';

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
  day('订货日期'),
  day('承诺交期'),
  day('发货日期'),
  day('签收日期'),
  tonnes('损坏量'),
  tonnes('丢失量'),
  day('到期日'),
  day('回款日期'),
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

/**
 * 销售明细: every sales line. Until the end of 2024 its delivery and payment stand on the same line; since 2025 they have
 * sheets of their own and the line carries money alone.
 */
export function addSales(
  workbook: Workbook,
  trade: SampleTrade,
  twice: TwiceEntered,
  random: SampleRandom,
): SummaryFigures {
  const sheet = workbook.addWorksheet(SALES_SHEET, { properties: { tabColor: { argb: 'FF1F5C4D' } } });
  const area = startSheet(
    sheet,
    [
      `${FIRM}\u3000销售明细`,
      '制表：吴静怡\u3000单位：元、吨\u3000退货、折让、冲红以负数登记\u3000订货、交付、货款各列2025年起另表登记',
    ],
    SALES_COLUMNS,
  );
  const figures = { tonnes: new Map<string, number>(), lines: new Map<string, number>(), lastRow: 0 };
  const { lines } = trade;
  const onOneLine = makeOneLine(random);
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
      codeOnLine(line, isSecond ? twice.secondCode : line.client.code),
      isSecond ? twice.secondName : line.day < SPLIT_DAY ? typedName(line.client.name, i) : line.client.name,
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
      ...(line.day < SPLIT_DAY ? onOneLine(line) : []),
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

/** Codes came with the year 2024: before, a line knows its client by name. */
function codeOnLine(line: SampleLine, code: string): string | null {
  return line.day < dayOf(2024, 1, 1) ? null : code;
}

/** The older names were typed: brackets of the other width, and here and there a space behind. */
function typedName(name: string, i: number): string {
  const typed = name.replace('（', '(').replace('）', ')');
  return i % 211 === 7 ? `${typed}\u3000` : typed;
}

/** Order, delivery and payment on the sales line, as they were kept until the end of 2024. */
function makeOneLine(random: SampleRandom): (line: SampleLine) => SampleCell[] {
  const seen = new Set<string>();
  return ({ delivery, client, day: sold, quantity, amount }) => {
    const isFirst = delivery !== undefined && !seen.has(delivery.orderNo);
    if (delivery) seen.add(delivery.orderNo);
    const dueDay = asDay(lastDayOfMonth(monthOf(sold)) + client.termDays);
    const delays = {
      cash: 0,
      prompt: random.between(-5, 2),
      usual: random.between(-2, 10),
      late: random.between(12, 40),
      never: random.between(10, 30),
    };
    return [
      serial(delivery?.orderDay),
      serial(delivery?.promisedDay),
      serial(delivery?.shippedDay),
      serial(delivery?.deliveredDay),
      isFirst && delivery.damaged > 0 ? Math.min(delivery.damaged, quantity) : null,
      isFirst && delivery.lost > 0 ? Math.min(delivery.lost, quantity) : null,
      amount > 0 ? serial(dueDay) : null,
      amount > 0 ? serial(asDay(dueDay + delays[client.payer])) : null,
    ];
  };
}
