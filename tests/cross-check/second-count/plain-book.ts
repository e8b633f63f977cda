import type { Dataset } from '../../../src/core/model/dataset';
import { aDataset, type RowOf } from '../../support/dataset-builder';
import { seededRandom } from '../../support/seeded-random';

/** The day of all these books: amid a month, so that rolling months are none of the calendar. */
export const AS_OF = '2026-06-17';
/** The twelve months up to it, and the twelve before. */
export const PERIOD = { from: '2025-06-18', to: AS_OF };
export const BEFORE = { from: '2024-06-18', to: '2025-06-17' };

/** Rows as written, every day a word: what the second count reads, never a column of the data set. */
export interface PlainBook {
  readonly codes: readonly string[];
  readonly clients: readonly RowOf<'clients'>[];
  readonly sales: readonly RowOf<'transactions'>[];
  readonly returns: readonly RowOf<'returns'>[];
  readonly deliveries: readonly RowOf<'deliveries'>[];
  readonly invoices: readonly RowOf<'invoices'>[];
  readonly receipts: readonly RowOf<'receipts'>[];
  readonly complaints: readonly RowOf<'complaints'>[];
  readonly contacts: readonly RowOf<'contacts'>[];
  readonly commissions: readonly RowOf<'commissionPlans'>[];
  readonly documents: readonly RowOf<'documents'>[];
  readonly marks: readonly RowOf<'creditFactors'>[];
  readonly operators: readonly RowOf<'operators'>[];
  readonly dataset: Dataset;
}

const DAY = 86_400_000;
export const serial = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY;
export const isoOfSerial = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** Days on and beside every edge that something is counted by. */
const EDGES = [
  ...['2026-06-17', '2026-06-18', '2026-05-18', '2026-05-17', '2026-03-18', '2026-03-17', '2025-12-18', '2025-12-17'],
  ...['2025-06-18', '2025-06-17', '2024-12-18', '2024-12-17', '2024-06-18', '2024-06-17', '2023-12-18', '2023-12-17'],
];

/**
 * A firm of any size by a seed: steady, rare, rising, falling and lost buyers, who never bought and who bought before the data begin;
 * rows that cannot count (no client, no day, no amount, after the day, cancelled), equal amounts, days on every edge.
 */
export function aPlainBook(seed: number): PlainBook {
  const random = seededRandom(seed * 104_729);
  const size = random.whole(3, 45);
  const codes = Array.from({ length: size }, (_, at) => `C${String(at + 1).padStart(2, '0')}`);
  const anyone = (): string | undefined => (random.next() < 0.03 ? undefined : random.pick(codes));
  const some = <T>(share: number, value: () => T): T | undefined => (random.next() < share ? value() : undefined);
  const list = <T>(n: number, make: (at: number) => T): T[] => Array.from({ length: n }, (_, at) => make(at));
  const ago = (from: number, to: number): string =>
    random.next() < 0.15 ? random.pick(EDGES) : isoOfSerial(serial(AS_OF) - random.whole(from, to));
  const reps = ['王芳', '李强', '张伟', ''];
  const yesNo = ['诚信', '失信', '是', '否', ''];

  const clients = codes.map((code, at): RowOf<'clients'> => ({
    code,
    name: `客户${at + 1}`,
    industry: random.pick(['饲料', '养殖', '']),
    rep: random.pick(reps),
    internal: random.next() < 0.07,
    potential: random.pick(['高', '低', '', '强']),
    firstDealDay: some(0.3, () => ago(-3, 1500)),
    creditLimit: some(0.8, () => random.pick([0, 1000, 5000, 20_000.5])),
    creditTermDays: some(0.8, () => random.pick([15, 30, 60])),
    netAssets: some(0.7, () => random.whole(-2, 60) * 1000),
    registeredCapital: some(0.5, () => random.whole(1, 50) * 1000),
    collateral: some(0.5, () => random.whole(0, 9) * 1000),
    deposit: some(0.5, () => random.whole(0, 9) * 500.25),
    foundedDay: some(0.8, () => random.pick(['2016-06-17', '2016-06-18', '2021-06-17', '2023-06-18', '2030-01-01'])),
    honest: random.pick(yesNo),
    writtenOff: random.next() < 0.05,
    brokenPromises: some(0.4, () => random.whole(0, 3)),
    region: random.pick(['华东', '华南', '']),
    phone: random.pick(['', '', '021-1']),
    mobile: random.pick(['', '13800000000']),
    email: random.pick(['', '', 'a@b.cn']),
  }));

  const sales: RowOf<'transactions'>[] = [];
  let orders = 0;
  codes.forEach((client) => {
    const kind = random.pick(['steady', 'steady', 'rare', 'rising', 'falling', 'lost', 'young', 'once', 'never']);
    if (kind === 'never') return;
    const gap = random.pick([7, 14, 30, 45]);
    const from = { lost: 950, young: random.whole(20, 400), once: random.whole(0, 700) }[kind as 'lost'] ?? 950;
    const until =
      kind === 'lost' ? random.whole(150, 500) : kind === 'rare' ? random.whole(0, 90) : random.whole(0, 20);
    const base = random.pick([100, 250.5, 1000, 3333.33]);
    for (let age = from; age >= (kind === 'once' ? from : until);) {
      const times = kind === 'rising' && age < 90 ? 3 : kind === 'falling' && age < 190 ? 0.3 : 1;
      const isEdge = random.next() < 0.1;
      const rep = random.pick(['', '', '王芳', '李强']);
      for (let line = random.whole(1, 2); line > 0; line--)
        sales.push({
          client,
          day: isEdge ? random.pick(EDGES) : isoOfSerial(serial(AS_OF) - age),
          amount: Math.round((random.next() < 0.5 ? 100 : random.whole(50, 150)) * base * times) / 100,
          quantity: random.whole(1, 9),
          orderNo: `${client}-${orders}`,
          product: random.pick(['甲', '乙', '丙']),
          category: random.pick(['粮', '油']),
          profit: some(0.8, () => random.whole(-50, 300) / 4),
          rep,
          cancelled: random.next() < 0.04,
        });
      orders++;
      if (random.next() < 0.08)
        sales.push({
          client,
          day: isoOfSerial(serial(AS_OF) - age + random.whole(0, 9)),
          amount: -Math.floor(base * 50) / 100,
          quantity: -1,
          orderNo: `${client}-R${orders}`,
          isReturn: some(0.7, () => true),
        });
      age -= kind === 'rare' ? random.whole(40, 300) : Math.max(1, gap + random.whole(-gap, gap));
    }
  });
  for (let n = random.whole(0, 6); n > 0; n--)
    sales.push(
      random.pick<RowOf<'transactions'>>([
        { client: undefined, day: '2026-01-05', amount: 77, orderNo: 'X1', quantity: 1 },
        { client: codes[0], amount: 78, orderNo: 'X2', quantity: 1 },
        { client: codes[0], day: '2026-01-05', orderNo: 'X3', quantity: 1 },
        { client: codes[0], day: '2026-06-18', amount: 500, orderNo: 'X4', quantity: 1 },
        { client: codes[0], day: '2026-06-17', amount: 0, orderNo: 'X5', quantity: 0 },
      ]),
    );

  const returns = list(random.whole(0, 5), (): RowOf<'returns'> => ({
    client: random.pick(codes),
    day: ago(0, 600),
    amount: random.pick([40, -40, 12.34]),
  }));
  const invoices = list(size * random.whole(1, 6), (at): RowOf<'invoices'> => ({
    client: anyone(),
    invoiceNo: `F${at}`,
    orderNo: random.next() < 0.3 ? `D${random.whole(0, 40)}` : '',
    day: ago(0, 700),
    dueDay: ago(-60, 600),
    amount: random.whole(100, 999_999) / 100,
    disputed: random.next() < 0.1,
  }));
  const receipts = list(size * random.whole(1, 5), (): RowOf<'receipts'> => ({
    client: anyone(),
    day: ago(0, 500),
    amount: some(0.95, () => random.whole(100, 999_999) / 100),
    invoiceNo: random.next() < 0.4 ? `F${random.whole(0, size * 3)}` : '',
  }));
  const deliveries = list(random.whole(0, size * 3), (at): RowOf<'deliveries'> => {
    const ordered = serial(AS_OF) - random.whole(-2, 300);
    return {
      client: anyone(),
      orderNo: `D${at}`,
      orderDay: isoOfSerial(ordered),
      promisedDay: isoOfSerial(ordered + random.whole(0, 9)),
      shippedDay: some(0.7, () => isoOfSerial(ordered + random.whole(0, 9))),
      orderedQuantity: some(0.9, () => random.whole(1, 40)),
      deliveredQuantity: some(0.5, () => random.whole(0, 45)),
      shippedQuantity: some(0.4, () => random.whole(0, 40)),
      value: some(0.85, () => random.whole(0, 90) * 100),
      cancelled: random.next() < 0.06,
    };
  });
  const moment = (iso: string): number => serial(iso) + random.pick([0, 0.25, 0.999]);
  const complaints = list(random.whole(0, size), (at): RowOf<'complaints'> => ({
    client: anyone(),
    complaintNo: `T${at}`,
    received: some(0.95, () => moment(ago(-1, 500))),
    closed: some(0.3, () => moment(ago(-2, 60))),
    resolved: some(0.3, () => random.next() < 0.5),
    status: random.pick(['已结案', '处理中', '未解决', '待归档', '完成', '']),
    stage: random.pick(['运输', '送货', '产品质量', '仓库', '柜台', '']),
    problem: random.pick(['破包', '霉变', '迟到', '少发', '']),
    compensation: some(0.4, () => random.whole(1, 900) / 4),
    upheld: some(0.5, () => random.next() < 0.7),
  }));
  const contacts = list(random.whole(0, size * 4), (): RowOf<'contacts'> => ({
    client: anyone(),
    at: some(0.95, () => moment(ago(-2, 500))),
    rep: random.pick([...reps, '外人']),
    method: random.pick(['电话', '上门拜访', '微信', 'Visit']),
    intends: random.pick(['是', '否', '', '再看', '有']),
  }));
  const commissions = list(random.whole(0, 12), (at): RowOf<'commissionPlans'> => ({
    rep: random.pick(['王芳', '李强', '没有的人', '']),
    month: random.pick(['2026-06-01', '2026-05-01', '2026-01-01', '2025-07-01', '2025-06-01', '2026-07-01']),
    target: some(0.8, () => random.pick([0, 500, 3000])),
    commissionRate: some(0.9, () => 0.02),
    rateBeyond: some(0.5, () => 0.03),
    basis: at % 2 === 0 ? '回款' : '销售',
  }));
  const documents = list(random.whole(1, size * 2), (): RowOf<'documents'> => ({
    client: anyone(),
    kind: random.pick(['合同', '传真', '公司概况', '经营状况', '合作情况', '年汇总', '照片']),
    handedDay: some(0.8, () => ago(-3, 300)),
    filedDay: some(0.5, () => ago(-3, 200)),
  }));
  const marks = list(random.whole(0, size * 3), (): RowOf<'creditFactors'> => ({
    client: anyone(),
    factor: random.pick(['诚信', '策划', '人才', '健康', '担保', '固定资产', '行业', '地区', '采购目的', '天气']),
    score: some(0.9, () => random.whole(0, 6)),
    fullScore: some(0.5, () => random.pick([5, 10])),
    day: some(0.8, () => ago(-2, 800)),
  }));
  const operators = list(random.whole(0, 6), (): RowOf<'operators'> => ({
    client: anyone(),
    selling: some(0.8, () => random.whole(1, 5)),
    managing: some(0.8, () => random.whole(0, 5)),
    finance: some(0.8, () => random.whole(1, 6)),
  }));
  const dataset = aDataset()
    .withClients(clients)
    .withTransactions(sales)
    .withReturns(returns)
    .withInvoices(invoices)
    .withReceipts(receipts)
    .withDeliveries(deliveries)
    .withComplaints(complaints)
    .withRows('contacts', contacts)
    .withRows('commissionPlans', commissions)
    .withRows('documents', documents)
    .withRows('creditFactors', marks)
    .withRows('operators', operators)
    .build();
  return {
    ...{ codes, clients, sales, returns, deliveries, invoices, receipts },
    ...{ complaints, contacts, commissions, documents, marks, operators, dataset },
  };
}

/** Money in fen: sums of hundredths are then exact. */
export const fen = (amount: number): number => Math.round(amount * 100);

export const isBetween = (
  { from, to }: { readonly from: string; readonly to: string },
  day: string | number | undefined,
): boolean => typeof day === 'string' && day >= from && day <= to;

export const sumOf = <T>(rows: readonly T[], pick: (row: T) => number): number =>
  rows.reduce((sum, row) => sum + pick(row), 0);

/** The middle and any other share of some values, by the straight line between the two nearest. */
export function shareOfValues(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low, high] = [Math.floor(place), Math.ceil(place)];
  return sorted[low]! * (1 - (place - low)) + sorted[high]! * (place - low);
}

/** A figure, or nothing: to be set beside an outcome. */
export const figureOf = <T>(outcome: { readonly known: boolean; readonly value?: T }): T | undefined =>
  outcome.known ? outcome.value : undefined;
