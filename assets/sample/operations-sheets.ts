import type { Workbook } from 'exceljs';
import { asDay, firstDayOfMonth, monthOf, type Day } from '../../src/core/model/day';
import { AS_OF, FIRM, isRestDay, PRODUCTS } from './firm';
import type { SampleRandom } from './sample-random';
import { day, mark, putRow, serial, startSheet, tonnes, whole, words, type SampleColumn } from './sample-sheet';

/** Two years, so that the period before has figures too. */
const MONTHS = 24;
const months: readonly number[] = Array.from({ length: MONTHS }, (_, i) => monthOf(AS_OF) - (MONTHS - 1) + i);
const lastDayOf = (month: number): Day => asDay(firstDayOfMonth(month + 1) - 1);
const tenth = (value: number): number => Number(value.toFixed(1));
const hundredth = (value: number): number => Number(value.toFixed(2));

const WAREHOUSES = [
  {
    name: '一号成品仓',
    kind: '成品仓',
    items: ['仔猪教槽料', '蛋鸡产蛋料'],
    stock: [420, 640],
    capacity: 1900,
    area: 2600,
  },
  { name: '二号成品仓', kind: '成品仓', items: ['奶牛精补料'], stock: [280, 420], capacity: 1100, area: 1600 },
  { name: '原料仓', kind: '原料仓', items: ['玉米', '豆粕'], stock: [380, 560], capacity: 2400, area: 2200 },
] as const;

/** 盘点: every item of every warehouse on the last day of the month. */
export function addStockTakes(workbook: Workbook, random: SampleRandom): number {
  const sheet = workbook.addWorksheet('盘点', {});
  const area = startSheet(
    sheet,
    [`${FIRM}\u3000月末盘点`],
    [
      day('盘点日期'),
      words('仓库', 12),
      mark('仓库类别', 9),
      words('品名', 14),
      tonnes('账面量'),
      tonnes('实存量'),
      tonnes('变质量'),
      tonnes('丢失量'),
      tonnes('破损量'),
    ],
  );
  let count = 0;
  for (const month of months) {
    for (const { name, kind, items, stock } of WAREHOUSES) {
      for (const item of items) {
        const book = random.between(stock[0], stock[1]);
        const spoilt = random.chance(0.3) ? tenth(random.real(0.1, 0.9)) : null;
        const lost = random.chance(0.12) ? tenth(random.real(0.1, 0.4)) : null;
        const broken = random.chance(0.5) ? tenth(random.real(0.1, 0.7)) : null;
        const gain = random.chance(0.25) ? tenth(random.real(0.1, 1.2)) : 0;
        const counted = tenth(book + gain - (lost ?? 0) - (random.chance(0.35) ? random.real(0.1, 1.6) : 0));
        putRow(sheet, area, [serial(lastDayOf(month)), name, kind, item, book, counted, spoilt, lost, broken]);
        count++;
      }
    }
  }
  return count;
}

const YEAR_MONTH: SampleColumn = { header: '月份', width: 11, format: 'yyyy"年"m"月"', align: 'center' };

/** 仓库使用: room, area and machines of each warehouse and month. */
export function addWarehouses(workbook: Workbook, random: SampleRandom): number {
  const sheet = workbook.addWorksheet('仓库使用', {});
  const area = startSheet(
    sheet,
    [`${FIRM}\u3000仓库使用月报`, '容量为吨，面积为平方米'],
    [
      YEAR_MONTH,
      words('仓库', 12),
      whole('平均库存量'),
      whole('仓库容量'),
      whole('实际堆放面积', 12),
      whole('仓库总面积'),
      whole('使用台数', 9),
      whole('在用台数', 9),
      whole('实际运转台时', 12),
      whole('制度台时'),
    ],
  );
  let count = 0;
  for (const month of months) {
    for (const { name, capacity, area: square } of WAREHOUSES) {
      const machines = name === '原料仓' ? 5 : 4;
      const hours = machines * 168;
      putRow(sheet, area, [
        serial(firstDayOfMonth(month)),
        name,
        Math.round(capacity * random.real(0.58, 0.93)),
        capacity,
        Math.round(square * random.real(0.62, 0.85)),
        square,
        machines - random.between(0, 1),
        machines,
        Math.round(hours * random.real(0.72, 0.88)),
        hours,
      ]);
      count++;
    }
  }
  return count;
}

const TRUCKS = [
  ['冀F·A2108', 15],
  ['冀F·B3367', 15],
  ['冀F·C5920', 8],
  ['冀F·D7141', 30],
] as const;

/** 车辆运行: each of the firm's own trucks by month. */
export function addFleet(workbook: Workbook, random: SampleRandom): number {
  const sheet = workbook.addWorksheet('车辆运行', {});
  const area = startSheet(
    sheet,
    [`${FIRM}\u3000自有车辆运行月报`],
    [
      YEAR_MONTH,
      mark('车号', 12),
      whole('工作车日'),
      whole('总车日'),
      whole('周转量', 12),
      whole('额定吨位'),
      whole('行驶里程'),
    ],
  );
  let count = 0;
  for (const month of months) {
    const days = lastDayOf(month) - firstDayOfMonth(month) + 1;
    for (const [plate, tons] of TRUCKS) {
      const distance = random.between(2600, 4200);
      const load = tons * distance * random.real(0.64, 0.79);
      putRow(sheet, area, [
        serial(firstDayOfMonth(month)),
        plate,
        Math.round(days * random.real(0.76, 0.9)),
        days,
        Math.round(load),
        tons,
        distance,
      ]);
      count++;
    }
  }
  return count;
}

const SUPPLIES = [
  ['丰田粮贸', '玉米', [900, 1200], 0.006],
  ['北谷农产', '玉米', [350, 480], 0.014],
  ['海油蛋白', '豆粕', [520, 700], 0.005],
  ['三晋预混料厂', '预混料', [60, 90], 0.003],
] as const;

/** 采购: what was planned, bought, inspected and handed on to the works, by supplier and month. */
export function addPurchases(workbook: Workbook, random: SampleRandom): number {
  const sheet = workbook.addWorksheet('采购', {});
  const area = startSheet(
    sheet,
    [`${FIRM}\u3000采购与供应月报`, '单位：吨'],
    [
      YEAR_MONTH,
      words('供应商', 14),
      words('品名', 10),
      whole('计划采购量'),
      whole('实际采购量'),
      whole('检验量'),
      tonnes('不良品量'),
      whole('计划供应量'),
      whole('实际供应量'),
    ],
  );
  let count = 0;
  for (const month of months) {
    for (const [supplier, item, [from, to], defect] of SUPPLIES) {
      const planned = random.between(from, to);
      const bought = Math.round(planned * random.real(0.9, 1.06));
      const needed = Math.round(planned * random.real(0.94, 1));
      putRow(sheet, area, [
        serial(firstDayOfMonth(month)),
        supplier,
        item,
        planned,
        bought,
        bought,
        hundredth(bought * defect * random.real(0.5, 1.6)),
        needed,
        Math.min(needed, Math.round(needed * random.real(0.93, 1.03))),
      ]);
      count++;
    }
  }
  return count;
}

/** 生产日报: every working day of the works, all products together, with hours, waste and processing. */
export function addProduction(workbook: Workbook, random: SampleRandom): number {
  const sheet = workbook.addWorksheet('生产日报', {});
  const area = startSheet(
    sheet,
    [`${FIRM}\u3000生产日报`, '单位：吨、工时、批'],
    [
      day('日期'),
      words('品种', 14),
      whole('计划产量'),
      whole('实际产量'),
      whole('工时', 8),
      tonnes('废品量'),
      tonnes('回收利用量', 11),
      whole('应完成加工批数', 14),
      whole('按时完成批数', 12),
    ],
  );
  const kinds = PRODUCTS.filter(({ category }) => category.endsWith('料') && category !== '原料').slice(0, 4);
  let count = 0;
  for (let at = firstDayOfMonth(months[0]!) as number; at <= AS_OF; at++) {
    if (isRestDay(asDay(at))) continue;
    // One product a day, in turn.
    const product = kinds[count % kinds.length]!;
    const planned = random.between(90, 116);
    const actual = Math.round(planned * random.real(0.88, 1.05));
    const waste = tenth(actual * random.real(0.003, 0.008));
    const batches = random.between(2, 5);
    putRow(sheet, area, [
      serial(asDay(at)),
      product.name,
      planned,
      actual,
      Math.round(actual * random.real(1.7, 2.1)),
      waste,
      tenth(waste * random.real(0.6, 0.85)),
      batches,
      batches - (random.chance(0.12) ? 1 : 0),
    ]);
    count++;
  }
  return count;
}
