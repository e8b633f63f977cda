import {
  asDay,
  civilOf,
  dayOf,
  firstDayOfMonth,
  lastDayOfMonth,
  monthOf,
  weekdayOf,
  type Day,
} from '../../src/core/model/day';
import { AS_OF, FIRST_DAY, PRODUCTS, SPLIT_DAY, isRestDay, type Product } from './firm';
import type { SampleClient } from './sample-clients';
import type { SampleRandom } from './sample-random';

/** The three years of trade: orders, their deliveries, sales lines, invoices and receipts. */

export interface SampleDelivery {
  readonly no: string;
  readonly orderNo: string;
  readonly client: SampleClient;
  readonly orderDay: Day;
  readonly promisedDay: Day;
  readonly revisedDay?: Day;
  readonly shippedDay?: Day;
  readonly deliveredDay?: Day;
  readonly ordered: number;
  /** What most of the order is: what a shortage is of, too. */
  readonly product: string;
  readonly shipped?: number;
  readonly damaged: number;
  readonly lost: number;
  readonly wrong: number;
  readonly wrongKind: string;
  readonly direct: boolean;
  readonly documentsRight: boolean;
  readonly packagingFault: boolean;
  readonly accident: boolean;
  readonly kilometres: number;
  readonly value: number;
  readonly compensation: number;
  readonly postponedByClient: boolean;
  readonly urgent: boolean;
  readonly status: '已签收' | '在途' | '待发' | '已取消';
  readonly carrier: string;
  readonly vehicle: string;
}

export type LineType = '销售' | '退货' | '折让' | '冲红' | '';

export interface SampleLine {
  readonly no: string;
  readonly orderNo: string;
  readonly day: Day;
  readonly client: SampleClient;
  readonly product: Product;
  readonly quantity: number;
  readonly price: number;
  readonly amount: number;
  readonly cost: number;
  readonly type: LineType;
  /** The delivery that the line went with, in the days of the one ledger. */
  readonly delivery?: SampleDelivery;
  invoiceNo: string;
}

export interface SampleInvoice {
  readonly no: string;
  readonly client: SampleClient;
  readonly day: Day;
  readonly dueDay: Day;
  readonly amount: number;
  readonly disputed: boolean;
  readonly promisedPaymentDay?: Day;
}

export interface SampleReceipt {
  readonly no: string;
  readonly client: SampleClient;
  readonly day: Day;
  readonly amount: number;
  readonly invoiceNo: string;
  readonly method: string;
}

export interface SampleTrade {
  readonly lines: readonly SampleLine[];
  readonly deliveries: readonly SampleDelivery[];
  readonly invoices: readonly SampleInvoice[];
  readonly receipts: readonly SampleReceipt[];
}

const CARRIERS = ['自有车队', '自有车队', '冀顺达运输队', '远途配货部'] as const;
const round = (value: number, digits: number): number => Number(value.toFixed(digits));
const stamp = (day: Day): string => {
  const { year, month, day: date } = civilOf(day);
  return `${year}${String(month).padStart(2, '0')}${String(date).padStart(2, '0')}`;
};

/** Feed sells before the Spring Festival and in autumn; the month of the festival itself is short. */
function seasonOf(month: number): number {
  const inYear = month % 12;
  const festival = month === 2024 * 12 + 1 || month === 2025 * 12 + 0 || month === 2026 * 12 + 1;
  if (festival) return 0.55;
  return [1.2, 0.9, 0.95, 0.95, 0.95, 0.9, 0.9, 0.95, 1.05, 1.1, 1.15, 1.3][inYear] ?? 1;
}

/** Strength of a client in a month, 1 at full strength. */
function strengthOf(client: SampleClient, month: number): number {
  const first = firstDayOfMonth(month);
  const last = lastDayOfMonth(month);
  if (client.story === 'prospect' || last < client.firstDay || first > client.lastDay) return 0;
  const years = (month - monthOf(FIRST_DAY)) / 12;
  switch (client.story) {
    case 'growing':
      return 0.42 * Math.pow(1.36, years);
    case 'shrinking':
      return years < 2 ? 1.5 : 1.5 * Math.pow(0.3, years - 2);
    case 'seasonal':
      return [11, 0, 9, 10].includes(month % 12) ? 2.4 : month % 12 === 1 ? 0.3 : 0.06;
    case 'back':
      // A year of silence in the middle.
      return years > 1 && years < 2.2 ? 0 : 0.9;
    case 'badDebt':
      return 1.3;
    default:
      return 1;
  }
}

function isWorkingDay(day: number): boolean {
  return weekdayOf(asDay(day)) !== 6 && !isRestDay(day);
}

export function makeTrade(clients: readonly SampleClient[], random: SampleRandom): SampleTrade {
  const deliveries: SampleDelivery[] = [];
  const lines: SampleLine[] = [];
  const drafts: { client: SampleClient; day: Day; amount: number }[] = [];
  for (let month = monthOf(FIRST_DAY); month <= monthOf(AS_OF); month++) {
    for (const client of clients) drafts.push(...draftsOf(client, month, random));
  }
  drafts.sort((a, b) => a.day - b.day || (a.client.code < b.client.code ? -1 : 1));
  drafts.forEach((draft, i) => {
    const basket = makeBasket(draft.client, draft.amount, draft.day, random);
    const delivery = makeDelivery(draft.client, draft.day, i, basket, random);
    deliveries.push(delivery);
    if (delivery.shippedDay === undefined) return;
    for (const item of shippedOf(basket, delivery.ordered - (delivery.shipped ?? 0))) {
      lines.push({
        no: `XS${stamp(delivery.shippedDay)}-${String(i % 1000).padStart(3, '0')}`,
        orderNo: delivery.orderNo,
        day: delivery.shippedDay,
        client: draft.client,
        ...item,
        type: '销售',
        delivery,
        invoiceNo: '',
      });
    }
  });
  lines.push(...correctionsOf(lines, random));
  lines.sort((a, b) => a.day - b.day || (a.no < b.no ? -1 : a.no > b.no ? 1 : 0));
  const invoices = makeInvoices(lines, random);
  const receipts = makeReceipts(invoices, random);
  return { lines, deliveries, invoices, receipts };
}

function draftsOf(
  client: SampleClient,
  month: number,
  random: SampleRandom,
): { client: SampleClient; day: Day; amount: number }[] {
  const strength = strengthOf(client, month);
  if (strength === 0) return [];
  const wanted = client.ordersAMonth * seasonOf(month) * Math.sqrt(strength);
  const count = Math.floor(wanted) + (random.chance(wanted - Math.floor(wanted)) ? 1 : 0);
  const each = (client.yearAmount / 12 / client.ordersAMonth) * Math.sqrt(strength);
  const found: { client: SampleClient; day: Day; amount: number }[] = [];
  for (let i = 0; i < count; i++) {
    const day = firstDayOfMonth(month) + random.between(0, lastDayOfMonth(month) - firstDayOfMonth(month));
    let open = day;
    while (!isWorkingDay(open)) open++;
    if (open < client.firstDay || open > client.lastDay) continue;
    found.push({ client, day: asDay(open), amount: each * random.real(0.75, 1.25) });
  }
  return found;
}

interface Item {
  readonly product: Product;
  readonly quantity: number;
  readonly price: number;
  readonly amount: number;
  readonly cost: number;
}

function makeBasket(client: SampleClient, amount: number, day: Day, random: SampleRandom): Item[] {
  const count = random.weighted([
    [1, 58],
    [2, 34],
    [3, 8],
  ]);
  const items: Item[] = [];
  const chosen = new Set<number>();
  while (chosen.size < Math.min(count, client.products.length)) chosen.add(random.pick(client.products));
  for (const index of chosen) {
    const product = PRODUCTS[index]!;
    // Prices of feed moved slowly down over the three years and up again in the last half.
    const years = (day - FIRST_DAY) / 365;
    const trend = 1 - 0.035 * years + (years > 2.4 ? 0.06 * (years - 2.4) : 0);
    const price = Math.round((product.price * client.discount * trend) / 10) * 10;
    const quantity = Math.max(0.5, Math.round((amount / chosen.size / price) * 2) / 2);
    items.push(itemOf(product, product.category === '物流' ? Math.min(quantity, 120) : quantity, price));
  }
  return items;
}

function itemOf(product: Product, quantity: number, price: number): Item {
  return {
    product,
    quantity,
    price,
    amount: round(quantity * price, 2),
    cost: round(quantity * price * product.cost, 2),
  };
}

const largestOf = (basket: readonly Item[]): Item =>
  basket.reduce((best, item) => (item.quantity > best.quantity ? item : best));

/** What really went: a shortage is taken off the largest item. */
function shippedOf(basket: readonly Item[], shortage: number): readonly Item[] {
  if (shortage <= 0) return basket;
  const largest = largestOf(basket);
  return basket
    .map((item) => (item === largest ? itemOf(item.product, round(item.quantity - shortage, 2), item.price) : item))
    .filter((item) => item.quantity > 0);
}

function makeDelivery(
  client: SampleClient,
  orderDay: Day,
  i: number,
  basket: readonly Item[],
  random: SampleRandom,
): SampleDelivery {
  const ordered = round(
    basket.reduce((sum, item) => sum + item.quantity, 0),
    2,
  );
  const { year, month } = civilOf(orderDay);
  const transit = random.between(client.region.transit[0], client.region.transit[1]);
  const promisedDay = asDay(orderDay + transit + random.between(1, 3));
  // The weak month: snow after the Spring Festival of 2026.
  const onTimeChance = year === 2026 && month === 2 ? 0.74 : client.region.onTime;
  const isOnTime = random.chance(onTimeChance);
  const lateness = random.weighted([
    [1, 50],
    [2, 25],
    [3, 12],
    [5, 8],
    [8, 5],
  ]);
  const wait = random.weighted([
    [0, 38],
    [1, 40],
    [2, 22],
  ]);
  const delivered = isOnTime ? Math.min(promisedDay, orderDay + wait + transit) : promisedDay + lateness;
  const shipped = Math.max(orderDay, delivered - transit);
  const isCancelled = random.chance(0.006);
  const base = {
    no: `FH${stamp(orderDay)}-${String(i % 1000).padStart(3, '0')}`,
    orderNo: `DD${stamp(orderDay)}-${String(i % 1000).padStart(3, '0')}`,
    client,
    orderDay,
    promisedDay,
    ordered,
    product: largestOf(basket).product.name,
    direct: random.chance(0.31),
    urgent: random.chance(0.05),
    kilometres: random.between(client.region.kilometres[0], client.region.kilometres[1]),
    carrier: client.region.name === '张家口' ? '远途配货部' : random.pick(CARRIERS),
    vehicle: `冀F·${['K', 'H', 'Y'][i % 3]}${String(1000 + ((i * 37) % 60)).slice(1)}饲`,
  };
  const nothing = {
    damaged: 0,
    lost: 0,
    wrong: 0,
    wrongKind: '',
    documentsRight: true,
    packagingFault: false,
    accident: false,
    compensation: 0,
    postponedByClient: false,
    value: 0,
  };
  if (isCancelled) return { ...base, ...nothing, status: '已取消' };
  if (shipped > AS_OF || (orderDay > AS_OF - 22 && random.chance(0.05))) return { ...base, ...nothing, status: '待发' };
  const isShort = random.chance(0.022);
  const sent = isShort ? round(Math.max(0.5, Math.floor(ordered * random.real(0.8, 0.95) * 2) / 2), 2) : ordered;
  const damaged = random.chance(0.062) ? round(sent * random.real(0.01, 0.11), 2) : 0;
  const lost = random.chance(0.012) ? round(sent * random.real(0.005, 0.05), 2) : 0;
  const wrongKind = random.chance(0.009) ? random.pick(['品种', '数量', '地址']) : '';
  const unitValue = basket.reduce((sum, item) => sum + item.amount, 0) / ordered;
  const value = round(unitValue * sent, 2);
  const postponed = !isOnTime && random.chance(0.08);
  const line: SampleDelivery = {
    ...base,
    ...(postponed ? { revisedDay: asDay(delivered) } : {}),
    shippedDay: asDay(shipped),
    ...(delivered <= AS_OF ? { deliveredDay: asDay(delivered) } : {}),
    shipped: sent,
    damaged,
    lost,
    wrong: wrongKind === '' ? 0 : round(Math.min(sent, random.between(1, 6) / 2), 2),
    wrongKind,
    documentsRight: !random.chance(0.013),
    packagingFault: damaged > 0 && random.chance(0.3),
    accident: random.chance(0.0012),
    value,
    compensation: damaged + lost > 0 && random.chance(0.6) ? round((damaged + lost) * unitValue * 0.8, 0) : 0,
    postponedByClient: postponed,
    status: delivered <= AS_OF ? '已签收' : '在途',
  };
  // An accident always costs something.
  return line.accident && line.compensation === 0 ? { ...line, compensation: round(value * 0.05, 0) } : line;
}

/** Returns, allowances and red-letter lines: about one line in ninety. */
function correctionsOf(lines: readonly SampleLine[], random: SampleRandom): SampleLine[] {
  const found: SampleLine[] = [];
  for (const line of lines) {
    if (!random.chance(0.011)) continue;
    const day = asDay(Math.min(AS_OF, line.day + random.between(3, 25)));
    const type = random.weighted<LineType>([
      ['退货', 70],
      ['折让', 22],
      ['冲红', 8],
    ]);
    const quantity =
      type === '折让' ? 0 : type === '冲红' ? line.quantity : Math.max(0.5, Math.round(line.quantity * 0.4 * 2) / 2);
    const amount = type === '折让' ? round(line.amount * 0.03, 2) : round(quantity * line.price, 2);
    const cost = type === '折让' ? 0 : round(quantity * line.price * line.product.cost, 2);
    found.push({
      no: `TH${stamp(day)}-${String(found.length % 1000).padStart(3, '0')}`,
      orderNo: line.orderNo,
      day,
      client: line.client,
      product: line.product,
      quantity: -quantity,
      price: line.price,
      amount: -amount,
      cost: -cost,
      type,
      invoiceNo: '',
    });
  }
  return found;
}

/** One invoice a client and month since the books were split; lines get its number. */
function makeInvoices(lines: readonly SampleLine[], random: SampleRandom): SampleInvoice[] {
  const groups = new Map<string, SampleLine[]>();
  for (const line of lines) {
    if (line.day < SPLIT_DAY) continue;
    const key = `${monthOf(line.day)}|${line.client.code}`;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  const found: SampleInvoice[] = [];
  for (const [key, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const month = Number(key.split('|')[0]);
    const client = group[0]!.client;
    const amount = round(
      group.reduce((sum, line) => sum + line.amount, 0),
      2,
    );
    if (amount <= 0) continue;
    const day = lastDayOfMonth(month);
    const no = `FP${stamp(day).slice(2, 6)}${client.code.slice(1)}`;
    for (const line of group) line.invoiceNo = no;
    const disputed = random.chance(0.006);
    const dueDay = asDay(day + client.termDays);
    found.push({
      no,
      client,
      day,
      dueDay,
      amount,
      disputed,
      ...(client.payer === 'never' ? { promisedPaymentDay: asDay(dueDay + 30) } : {}),
    });
  }
  return found;
}

function delayOf(client: SampleClient, random: SampleRandom): number {
  switch (client.payer) {
    case 'cash':
      return 0;
    case 'prompt':
      return random.between(-6, 2);
    case 'usual':
      return random.between(-2, 11);
    case 'late':
      return client.isOverLimit ? random.between(35, 70) : random.between(14, 46);
    case 'never':
      return random.between(20, 40);
  }
}

function makeReceipts(invoices: readonly SampleInvoice[], random: SampleRandom): SampleReceipt[] {
  const found: Omit<SampleReceipt, 'no'>[] = [];
  for (const invoice of invoices) {
    const delay = delayOf(invoice.client, random);
    const method = random.weighted([
      ['银行转账', 70],
      ['承兑汇票', 15],
      ['微信', 10],
      ['现金', 5],
    ]);
    // The bad debt paid until March 2025 and nothing since.
    if (invoice.client.payer === 'never' && invoice.day > dayOf(2025, 3, 1)) continue;
    if (invoice.disputed) continue;
    const isNamed = !random.chance(0.07);
    const parts = random.chance(0.14) ? [0.6, 0.4] : [1];
    let left = invoice.amount;
    parts.forEach((part, i) => {
      const amount = i === parts.length - 1 ? round(left, 2) : round(invoice.amount * part, -0);
      left -= amount;
      const day = asDay(invoice.dueDay + delay + i * random.between(8, 20));
      if (day > AS_OF) return;
      found.push({ client: invoice.client, day, amount, invoiceNo: isNamed ? invoice.no : '', method });
    });
  }
  found.sort((a, b) => a.day - b.day || (a.client.code < b.client.code ? -1 : 1));
  return found.map((receipt, i) => ({
    no: `SK${stamp(receipt.day)}-${String((i % 999) + 1).padStart(3, '0')}`,
    ...receipt,
  }));
}
