import { dayOf, type Day } from '../../src/core/model/day';

/** The invented firm of the sample: what it sells, where, and who works there. No real firm or person is meant. */

export const FIRM = '禾岳饲料物流有限公司';
export const FIRST_DAY: Day = dayOf(2023, 10, 1);
export const AS_OF: Day = dayOf(2026, 9, 30);
/** Until the end of 2024 everything stood on the sales line; from then on deliveries and money are kept apart. */
export const SPLIT_DAY: Day = dayOf(2025, 1, 1);

export interface Region {
  readonly name: string;
  /** Days on the road, from and to. */
  readonly transit: readonly [number, number];
  readonly onTime: number;
  /** Share of the clients. */
  readonly weight: number;
  readonly code: string;
  readonly kilometres: readonly [number, number];
}

export const REGIONS: readonly Region[] = [
  { name: '保定', transit: [0, 1], onTime: 0.965, weight: 26, code: '0312', kilometres: [15, 70] },
  { name: '石家庄', transit: [0, 1], onTime: 0.955, weight: 24, code: '0311', kilometres: [90, 160] },
  { name: '沧州', transit: [0, 1], onTime: 0.95, weight: 18, code: '0317', kilometres: [110, 190] },
  { name: '衡水', transit: [0, 1], onTime: 0.95, weight: 14, code: '0318', kilometres: [120, 180] },
  { name: '邢台', transit: [1, 2], onTime: 0.945, weight: 13, code: '0319', kilometres: [180, 260] },
  { name: '德州', transit: [1, 2], onTime: 0.94, weight: 12, code: '0534', kilometres: [200, 290] },
  // The weak region: mountain roads and one carrier.
  { name: '张家口', transit: [1, 2], onTime: 0.83, weight: 12, code: '0313', kilometres: [220, 340] },
];

/** A region with a single client. */
export const LONELY_REGION: Region = {
  name: '承德',
  transit: [1, 2],
  onTime: 0.93,
  weight: 0,
  code: '0314',
  kilometres: [310, 420],
};

export const EXPORT_REGION: Region = {
  name: '出口',
  transit: [2, 3],
  onTime: 0.95,
  weight: 0,
  code: '0312',
  kilometres: [600, 900],
};

export interface Product {
  readonly category: string;
  readonly name: string;
  /** Yuan a tonne in October 2023. */
  readonly price: number;
  /** Cost as a share of the price. */
  readonly cost: number;
}

export const PRODUCTS: readonly Product[] = [
  { category: '猪料', name: '仔猪教槽料', price: 6800, cost: 0.84 },
  { category: '猪料', name: '保育猪配合料', price: 4200, cost: 0.88 },
  { category: '猪料', name: '育肥猪配合料', price: 3350, cost: 0.9 },
  { category: '禽料', name: '蛋鸡产蛋料', price: 3080, cost: 0.91 },
  { category: '禽料', name: '肉鸡中期料', price: 3620, cost: 0.9 },
  { category: '牛羊料', name: '奶牛精补料', price: 3280, cost: 0.87 },
  { category: '牛羊料', name: '肉羊育肥料', price: 2960, cost: 0.89 },
  { category: '原料', name: '豆粕', price: 3860, cost: 0.955 },
  { category: '原料', name: '玉米', price: 2540, cost: 0.965 },
  { category: '物流', name: '代运服务', price: 180, cost: 0.78 },
];

export interface Rep {
  readonly name: string;
  readonly role: string;
  readonly region: string;
  readonly phone: string;
  /** Share of the clients: the load is uneven on purpose. */
  readonly weight: number;
}

export const REPS: readonly Rep[] = [
  { name: '赵启明', role: '业务员', region: '保定', phone: '19900000101', weight: 46 },
  { name: '钱晓棠', role: '业务员', region: '石家庄', phone: '19900000102', weight: 34 },
  { name: '孙立群', role: '业务员', region: '沧州', phone: '19900000103', weight: 26 },
  { name: '李若溪', role: '业务员', region: '邢台', phone: '19900000104', weight: 12 },
];

export const STAFF: readonly Rep[] = [
  ...REPS,
  { name: '周海涛', role: '招商经理', region: '全部', phone: '19900000110', weight: 0 },
  { name: '吴静怡', role: '销售内勤', region: '全部', phone: '19900000111', weight: 0 },
  { name: '郑国安', role: '财务部', region: '全部', phone: '19900000112', weight: 0 },
  { name: '王岳川', role: '总经理', region: '全部', phone: '19900000113', weight: 0 },
];

export const ASSISTANT = '吴静怡';
export const MANAGER = '周海涛';

/** Days of rest of the official notices from October 2023 on, first and last; nothing is shipped on them. */
export const REST_DAYS: readonly (readonly [Day, Day])[] = [
  [dayOf(2023, 10, 1), dayOf(2023, 10, 6)],
  [dayOf(2024, 1, 1), dayOf(2024, 1, 1)],
  [dayOf(2024, 2, 10), dayOf(2024, 2, 17)],
  [dayOf(2024, 4, 4), dayOf(2024, 4, 6)],
  [dayOf(2024, 5, 1), dayOf(2024, 5, 5)],
  [dayOf(2024, 6, 10), dayOf(2024, 6, 10)],
  [dayOf(2024, 9, 15), dayOf(2024, 9, 17)],
  [dayOf(2024, 10, 1), dayOf(2024, 10, 7)],
  [dayOf(2025, 1, 1), dayOf(2025, 1, 1)],
  [dayOf(2025, 1, 28), dayOf(2025, 2, 4)],
  [dayOf(2025, 4, 4), dayOf(2025, 4, 6)],
  [dayOf(2025, 5, 1), dayOf(2025, 5, 5)],
  [dayOf(2025, 5, 31), dayOf(2025, 6, 2)],
  [dayOf(2025, 10, 1), dayOf(2025, 10, 8)],
  [dayOf(2026, 1, 1), dayOf(2026, 1, 3)],
  [dayOf(2026, 2, 15), dayOf(2026, 2, 23)],
  [dayOf(2026, 4, 4), dayOf(2026, 4, 6)],
  [dayOf(2026, 5, 1), dayOf(2026, 5, 5)],
  [dayOf(2026, 6, 19), dayOf(2026, 6, 21)],
  [dayOf(2026, 9, 25), dayOf(2026, 9, 27)],
];

export function isRestDay(day: number): boolean {
  return REST_DAYS.some(([from, to]) => day >= from && day <= to);
}
