import type { Workbook } from 'exceljs';
import { asDay, dayOf, firstDayOfMonth, monthOf } from '../../src/core/model/day';
import { AS_OF, EXPORT_REGION, FIRM, LONELY_REGION, PRODUCTS, REGIONS, REPS } from './firm';
import type { SampleClient } from './sample-clients';
import type { SampleRandom } from './sample-random';
import {
  day,
  mark,
  money,
  putNotes,
  putRow,
  serial,
  startSheet,
  whole,
  words,
  type SampleColumn,
} from './sample-sheet';
import { CODES_SHEET } from './client-sheet';

/** Code, name, department, and what a month's numerator and denominator are about. */
const INDICATORS: readonly {
  readonly code: string;
  readonly name: string;
  readonly department: string;
  readonly base: readonly [number, number];
  readonly ratio: readonly [number, number];
}[] = [
  { code: 'K03', name: '时间利用率', department: '运输', base: [300, 340], ratio: [0.78, 0.88] },
  { code: 'K04', name: '运力利用率', department: '运输', base: [180000, 220000], ratio: [0.66, 0.78] },
  { code: 'K05', name: '物品完好率', department: '仓储', base: [1800, 2300], ratio: [0.992, 0.998] },
  { code: 'K06', name: '物品盈亏率', department: '仓储', base: [1800, 2300], ratio: [0.001, 0.004] },
  { code: 'K08', name: '设备和时间利用率', department: '仓储', base: [620, 700], ratio: [0.74, 0.86] },
  { code: 'K09', name: '仓容利用率', department: '仓储', base: [3000, 3000], ratio: [0.61, 0.93] },
  { code: 'K10', name: '仓库面积利用率', department: '仓储', base: [4200, 4200], ratio: [0.64, 0.82] },
  { code: 'K11', name: '采购不良品率', department: '供应', base: [2100, 2900], ratio: [0.004, 0.014] },
  { code: 'K12', name: '仓储物品盈亏率', department: '供应', base: [900, 1200], ratio: [0.001, 0.005] },
  { code: 'K13', name: '采购计划实现率', department: '供应', base: [2300, 3000], ratio: [0.93, 1] },
  { code: 'K14', name: '供应计划实现率', department: '供应', base: [2200, 2900], ratio: [0.94, 1] },
  { code: 'K15', name: '生产计划实现率', department: '生产', base: [2200, 2900], ratio: [0.93, 1] },
  { code: 'K16', name: '生产均衡率', department: '生产', base: [24, 27], ratio: [0.94, 0.99] },
  { code: 'K17', name: '劳动生产率', department: '生产', base: [46, 50], ratio: [44, 58] },
  { code: 'K20', name: '废品回收利用率', department: '销售', base: [8, 15], ratio: [0.6, 0.85] },
  { code: 'E07', name: '保管损耗率', department: '仓储', base: [1800, 2300], ratio: [0.001, 0.003] },
  { code: 'E10', name: '流通加工物流费用率', department: '物流', base: [5600000, 7600000], ratio: [0.052, 0.064] },
];

/** What no sheet of its own tells; the others are drawn all the same, so that the figures after them stay as they were. */
const ENTERED: ReadonlySet<string> = new Set(['E10']);
const ENTERED_MONTHS = 24;
export const INDICATOR_ROWS = ENTERED.size * ENTERED_MONTHS;

/** 指标录入: what no other sheet can tell, month by month for two years. */
export function addIndicatorEntries(workbook: Workbook, random: SampleRandom, before: SampleRandom): void {
  const sheet = workbook.addWorksheet('指标录入', { properties: { tabColor: { argb: 'FF2E75B6' } } });
  const period: SampleColumn = { header: '期间', width: 11, format: 'yyyy"年"m"月"', align: 'center' };
  const area = startSheet(
    sheet,
    [`${FIRM}\u3000运营指标录入`, '各部门月初报上月数'],
    [
      period,
      mark('指标代码', 9),
      words('说明', 20),
      mark('部门'),
      { header: '分子', width: 13, format: '#,##0.##' },
      { header: '分母', width: 13, format: '#,##0.##' },
    ],
  );
  for (let back = ENTERED_MONTHS - 1; back >= 0; back--) {
    const month = firstDayOfMonth(monthOf(AS_OF) - back);
    const drawn = back < 12 ? random : before;
    for (const each of INDICATORS) {
      const base = drawn.between(each.base[0], each.base[1]);
      const part = base * drawn.real(each.ratio[0], each.ratio[1]);
      const digits = part < 100 ? 2 : 0;
      if (!ENTERED.has(each.code)) continue;
      putRow(sheet, area, [serial(month), each.code, each.name, each.department, Number(part.toFixed(digits)), base]);
    }
  }
}

/** 市场: the whole market of each region and year, as the trade association estimates it. */
export function addMarket(workbook: Workbook, random: SampleRandom): number {
  const sheet = workbook.addWorksheet('市场', {});
  const area = startSheet(
    sheet,
    [`${FIRM}\u3000市场容量`, '来源：行业协会估计，单位元'],
    [whole('年度', 8), mark('地区'), money('市场总额', 18), mark('目标地区', 9), whole('目标客户数', 11)],
  );
  sheet.getColumn(1).numFmt = '0';
  let count = 0;
  for (let year = 2023; year <= 2026; year++) {
    for (const region of [...REGIONS, LONELY_REGION, EXPORT_REGION, { name: '廊坊', weight: 8 }]) {
      const total = (region.weight + 6) * 1_400_000 * (1 + 0.03 * (year - 2023)) * random.real(4.2, 4.8);
      const target = region !== EXPORT_REGION;
      putRow(sheet, area, [
        year,
        region.name,
        Math.round(total / 100000) * 100000,
        target ? '是' : '否',
        target ? Math.round((region.weight + 6) * 1.8) : null,
      ]);
      count++;
    }
  }
  return count;
}

/** 促销: what was tried, when and at what cost. */
export function addPromotions(workbook: Workbook, clients: readonly SampleClient[]): void {
  const sheet = workbook.addWorksheet('促销', {});
  const area = startSheet(
    sheet,
    [`${FIRM}\u3000促销活动`],
    [
      words('促销名称', 20),
      mark('客户编号', 9),
      mark('地区'),
      day('开始日期'),
      day('结束日期'),
      money('目标金额', 14),
      money('费用', 12),
    ],
  );
  const rows = [
    ['春季猪料满吨赠料', null, '保定', dayOf(2025, 3, 10), dayOf(2025, 4, 10), 1_200_000, 18_000],
    ['蛋鸡料夏季补贴', null, '石家庄', dayOf(2025, 6, 15), dayOf(2025, 7, 31), 900_000, 15_500],
    ['国庆返利', null, null, dayOf(2025, 9, 20), dayOf(2025, 10, 20), 6_500_000, 62_000],
    ['年前备货折扣', null, null, dayOf(2025, 12, 20), dayOf(2026, 2, 5), 11_000_000, 96_000],
    ['新厂开业支持', clients[11]!.code, null, dayOf(2026, 5, 6), dayOf(2026, 6, 30), 800_000, 12_000],
    ['张家口服务月', null, '张家口', dayOf(2026, 8, 1), dayOf(2026, 8, 31), 1_000_000, 8_000],
  ] as const;
  for (const [name, client, region, from, to, target, cost] of rows) {
    putRow(sheet, area, [name, client, region, serial(from), serial(to), target, cost]);
  }
}

/** 文件登记: who handed over which paper, and whether it was filed. */
export function addDocuments(workbook: Workbook, clients: readonly SampleClient[], random: SampleRandom): number {
  const sheet = workbook.addWorksheet('文件登记', {});
  const area = startSheet(
    sheet,
    [`${FIRM}\u3000客户文件登记`],
    [
      mark('客户编号', 9),
      words('客户名称', 26),
      mark('文件类型', 12),
      mark('交付人'),
      day('交付日期'),
      day('归档日期'),
    ],
  );
  const kinds = ['合同', '沟通记录', '公司概况', '总体经营状况', '合作情况', '信函'];
  let count = 0;
  clients.slice(0, 40).forEach((client, i) => {
    for (const kind of kinds) {
      if (!random.chance(i < 12 ? 0.85 : 0.4)) continue;
      const handed = asDay(AS_OF - random.between(4, 600));
      const filed = asDay(handed + random.between(1, 12));
      const isOpen = filed > AS_OF || random.chance(0.09);
      putRow(sheet, area, [
        client.code,
        client.name,
        kind,
        random.pick(REPS).name,
        serial(handed),
        isOpen ? null : serial(filed),
      ]);
      count++;
    }
  });
  return count;
}

/** 节假日: the official rest and make-up days of 2026, and the firm's own. */
export function addHolidays(workbook: Workbook): number {
  const sheet = workbook.addWorksheet('节假日', {});
  const area = startSheet(
    sheet,
    [`${FIRM}\u30002026年放假与调休`],
    [day('日期'), words('名称', 16), mark('是否上班', 9)],
  );
  const stretches: readonly (readonly [number, number, number, number, string])[] = [
    [1, 1, 1, 3, '元旦'],
    [2, 15, 2, 23, '春节'],
    [4, 4, 4, 6, '清明节'],
    [5, 1, 5, 5, '劳动节'],
    [6, 19, 6, 21, '端午节'],
    [9, 25, 9, 27, '中秋节'],
    [10, 1, 10, 7, '国庆节'],
  ];
  const rows: { day: number; name: string; works: boolean }[] = [];
  for (const [fromMonth, fromDay, toMonth, toDay, name] of stretches) {
    for (let at: number = dayOf(2026, fromMonth, fromDay); at <= dayOf(2026, toMonth, toDay); at++) {
      rows.push({ day: at, name, works: false });
    }
  }
  for (const [month, date, name] of [
    [1, 4, '元旦调休'],
    [2, 14, '春节调休'],
    [2, 28, '春节调休'],
    [5, 9, '劳动节调休'],
    [9, 20, '国庆节调休'],
    [10, 10, '国庆节调休'],
  ] as const) {
    rows.push({ day: dayOf(2026, month, date), name, works: true });
  }
  // The firm counts its stock on the first working day after the holiday.
  rows.push({ day: dayOf(2026, 10, 8), name: '公司盘点，不外出', works: false });
  rows.sort((a, b) => a.day - b.day);
  for (const row of rows) putRow(sheet, area, [serial(asDay(row.day)), row.name, row.works ? '是' : '否']);
  putNotes(sheet, area, ['注：2027年安排公布后补充。']);
  return rows.length;
}

/** 目标: one line for all clients, and the ones agreed in contracts. */
export function addTargets(workbook: Workbook, clients: readonly SampleClient[]): void {
  const sheet = workbook.addWorksheet('目标', {});
  const share: Omit<SampleColumn, 'header'> = { width: 11, format: '0.0%', align: 'center' };
  const area = startSheet(
    sheet,
    [`${FIRM}\u3000年度目标`, '客户为空的一行适用于所有客户'],
    [
      mark('客户编号', 9),
      words('客户名称', 26),
      { header: '准时率目标', ...share },
      { header: '足量率目标', ...share },
      { header: 'OTIF目标', ...share },
      money('金额目标', 15),
      whole('年度', 8),
      words('指标', 12),
      { header: '指标目标', width: 11, format: '0.0##', align: 'center' },
    ],
  );
  sheet.getColumn(7).numFmt = '0';
  putRow(sheet, area, [null, null, 0.95, 0.98, 0.93, null]);
  clients.slice(0, 12).forEach((client, i) => {
    putRow(sheet, area, [
      client.code,
      client.name,
      i < 4 ? 0.98 : 0.96,
      0.98,
      i < 4 ? 0.96 : 0.94,
      Math.round((client.yearAmount * 0.62) / 10000) * 10000,
      2026,
    ]);
  });
  for (const [code, target] of INDICATOR_TARGETS)
    putRow(sheet, area, [null, null, null, null, null, null, null, code, target]);
}

/** What the firm wants of each indicator: shares as fractions, days, hours, points and tons an hour as they are. */
const INDICATOR_TARGETS: readonly (readonly [string, number])[] = [
  ['K01', 0.005], ['K03', 0.85], ['K04', 0.72], ['K05', 0.999], ['K06', 0.001], ['K07', 0.001], ['K08', 0.8], ['K09', 0.75],
  ['K10', 0.75], ['K11', 0.008], ['K12', 0.001], ['K13', 0.97], ['K14', 0.97], ['K15', 0.97], ['K16', 0.95], ['K17', 0.52],
  ['K18', 0.95], ['K19', 0.004], ['K20', 0.75], ['E01', 2], ['E02', 0.3], ['E03', 0.5], ['E04', 0.005], ['E05', 0.0005],
  ['E06', 0.004], ['E07', 0.001], ['E08', 0.985], ['E09', 0.95], ['E10', 0.058], ['I01', 0.1], ['I02', 0.9], ['I03', 0.03],
  ['I04', 0.9], ['I05', 4], ['I06', 7], ['I07', 8], ['I08', 8], ['I09', 7.5], ['I10', 8], ['I11', 0.995],
]; // prettier-ignore

/** 佣金计划: each rep's target of the month and what he gets for it; every third month by receipts. */
export function addCommissionPlans(workbook: Workbook): number {
  const sheet = workbook.addWorksheet('佣金计划', {});
  const area = startSheet(
    sheet,
    [`${FIRM}\u3000业务员佣金计划`],
    [
      mark('业务员', 10),
      { header: '月份', width: 11, format: 'yyyy"年"m"月"', align: 'center' },
      money('销售目标', 14),
      { header: '佣金比例', width: 10, format: '0.00%', align: 'center' },
      { header: '超额比例', width: 10, format: '0.00%', align: 'center' },
      mark('计提依据', 9),
    ],
  );
  const last = monthOf(AS_OF);
  let count = 0;
  for (let month = last - 11; month <= last; month++) {
    REPS.forEach((rep) => {
      putRow(sheet, area, [
        rep.name,
        serial(firstDayOfMonth(month)),
        rep.weight * 65_000,
        0.004,
        0.006,
        (month - last) % 3 === 0 ? '回款' : '销售',
      ]);
      count++;
    });
  }
  return count;
}

/** 代码表: the hidden sheet that the drop-downs read, with a defined name on it. */
export function addCodes(workbook: Workbook): void {
  const sheet = workbook.addWorksheet(CODES_SHEET, { state: 'hidden' });
  const regions = [...REGIONS, LONELY_REGION, EXPORT_REGION].map((region) => region.name);
  const lists: readonly (readonly string[])[] = [
    ['地区选项', ...regions],
    ['业务员选项', ...REPS.map((rep) => rep.name)],
    ['品类选项', ...new Set(PRODUCTS.map((product) => product.category))],
  ];
  lists.forEach((list, column) =>
    list.forEach((value, row) => (sheet.getRow(row + 1).getCell(column + 1).value = value)),
  );
  workbook.definedNames.add(`${CODES_SHEET}!$B$2:$B$${REPS.length + 1}`, '业务员名单');
}

/** 说明: a page of plain notes, as people keep one. */
export function addNotes(workbook: Workbook): void {
  const sheet = workbook.addWorksheet('说明', { properties: { tabColor: { argb: 'FF7F7F7F' } } });
  sheet.getColumn(1).width = 90;
  [
    `${FIRM} 客户与销售台账（示例数据，公司、客户与人名均为虚构）`,
    '',
    '1. 2024年12月及以前：订货、交付、货款与金额在“销售明细”同一行。',
    '2. 2025年1月起：“销售明细”只记金额，送货在“发货”，开票和回款在“发票”“收款”。',
    '3. 客户编号以“客户”表为准；新客户先登记再开单。',
    '4. 数据截至2026年9月30日；下次盘点10月8日。',
  ].forEach((text, i) => {
    const cell = sheet.getRow(i + 1).getCell(1);
    cell.value = text === '' ? null : text;
    cell.font = { name: '微软雅黑', size: i === 0 ? 13 : 10, bold: i === 0 };
  });
}
