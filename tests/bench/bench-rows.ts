import type { CellValue } from '../../src/workbook/cell-value';

/** Seeded sales lines as cells: the same rows in every run, on every machine. */

export const HEADERS = [
  '单号',
  '客户编号',
  '客户名称',
  '日期',
  '承诺交期',
  '签收日期',
  '品名',
  '数量',
  '单价',
  '金额',
  '类型',
  '业务员',
  '订货日期',
  '品类',
  '单位',
  '成本',
  '地区',
  '到期日',
  '回款日期',
  '备注',
] as const;

/** The first twelve: what the job reads. The whole twenty go into the file. */
export const JOB_COLUMNS = 12;
export const COLUMN = { client: 1, day: 3, promised: 4, delivered: 5, amount: 9, type: 10 } as const;
/** Headers whose numbers are days. */
export const DAY_COLUMNS = [3, 4, 5, 12, 17, 18];

const SEED = 20260930;
/** Serial days: 2023-10-01, and 36 months from it. */
const FIRST_SERIAL = 45200;
const DAYS = 1096;
/** The period of the job: the twelve months up to 2026-09-30. */
export const PERIOD = { fromSerial: 45931, toSerial: 46295 } as const;

const PRODUCTS = ['仔猪料', '育肥料', '蛋鸡料', '肉鸡料', '奶牛料', '肉羊料', '豆粕', '玉米', '麸皮', '预混料'];
const CATEGORIES = ['猪料', '禽料', '牛羊料', '原料'];
const REGIONS = ['保定', '石家庄', '沧州', '衡水', '邢台', '德州', '张家口', '承德'];
const REPS = ['赵启明', '钱晓棠', '孙立群', '李若溪', '周海涛', '吴静怡'];

export interface BenchRows {
  /** The cells of the next row; the array is new for each. */
  next(columns: number): CellValue[];
}

export function makeBenchRows(clients: number): BenchRows {
  let state = SEED;
  const random = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const names = Array.from({ length: clients }, (_, i) => `样例客户${i + 1}有限公司`);
  let row = 0;
  return {
    next: (columns) => {
      row++;
      // A few clients buy most: the square of a uniform number leans to the low indexes.
      const client = Math.floor(clients * Math.pow(random(), 2));
      const day = FIRST_SERIAL + Math.floor(random() * DAYS);
      const promised = day + 1 + Math.floor(random() * 4);
      const arrived = random() < 0.94 ? promised - (random() < 0.5 ? 0 : 1) : promised + 1 + Math.floor(random() * 5);
      // Nothing arrives after the last day: what is open then has rules of its own, which are not timed here.
      const delivered = Math.min(arrived, FIRST_SERIAL + DAYS - 1);
      const isReturn = random() < 0.01;
      const quantity = (1 + Math.floor(random() * 60)) * (isReturn ? -0.5 : 0.5);
      const price = 1800 + Math.floor(random() * 300) * 10;
      const amount = quantity * price;
      const product = Math.floor(random() * PRODUCTS.length);
      const cells: CellValue[] = [
        `XS${String(row).padStart(8, '0')}`,
        // A string of its own in each row, as hosts hand them out: its hash has to be computed.
        `K${String(client + 1).padStart(6, '0')}`,
        names[client]!,
        day,
        isReturn ? null : promised,
        isReturn ? null : delivered,
        PRODUCTS[product]!,
        quantity,
        price,
        amount,
        isReturn ? '退货' : '销售',
        REPS[client % REPS.length]!,
      ];
      if (columns > JOB_COLUMNS) {
        const due = day + 30;
        cells.push(
          day - 1,
          CATEGORIES[product % CATEGORIES.length]!,
          '吨',
          Math.round(amount * 0.9 * 100) / 100,
          REGIONS[client % REGIONS.length]!,
          due,
          due + (row % 17) - 6,
          row % 50 === 0 ? '加急' : null,
        );
      }
      return cells;
    },
  };
}

/** All rows in memory, as a host hands them out: without the header. */
export function makeRows(rows: number, clients: number, columns: number): CellValue[][] {
  const source = makeBenchRows(clients);
  return Array.from({ length: rows }, () => source.next(columns));
}
