import type { RowOf } from '../../../support/dataset-builder';
import { seededRandom } from '../../../support/seeded-random';

export type Sale = RowOf<'transactions'>;
/** Period, the period before, and the last day that counts. */
export const SPANS = {
  period: ['2025-06-18', '2026-06-17'],
  previous: ['2024-06-18', '2025-06-17'],
} as const;
const DAY = 86_400_000;
export const dayNumber = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY;
const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

const EDGES = [
  '2026-06-17',
  '2026-06-18',
  '2025-06-18',
  '2025-06-17',
  '2024-06-18',
  '2024-06-17',
  '2026-01-01',
  '2025-12-31',
];

export interface Kind {
  readonly name: string;
  readonly hasNumbers: boolean;
  readonly hasFlags: boolean;
  readonly hasDocuments: boolean;
}

/** Lines as people write them: several of an order, days on every edge, returns by word and by sign, and what cannot count. */
export function plainSales(seed: number, { hasNumbers, hasFlags, hasDocuments }: Kind): readonly Sale[] {
  const random = seededRandom(seed * 7919);
  const some = <T>(share: number, value: () => T): T | undefined => (random.next() < share ? value() : undefined);
  return Array.from({ length: random.whole(40, 160) }, (): Sale => {
    const amount = random.pick([10, 20.25, 35.5, 7, -5, -12.75]);
    return {
      client: some(0.97, () => random.pick(['A', 'B', 'C', 'D'])),
      day: some(0.97, () => (random.next() < 0.25 ? random.pick(EDGES) : isoOf(dayNumber('2024-03-01') + random.whole(0, 860)))),
      amount: some(0.97, () => amount),
      quantity: some(0.8, () => random.whole(1, 5) * Math.sign(amount)),
      unit: random.pick(['吨', '吨', '吨', '袋', '']),
      profit: some(0.7, () => random.whole(-4, 9) / 4),
      region: random.pick(['华东', '华南', '华北', '']),
      rep: random.pick(['王芳', '李强', '']),
      country: random.pick(['中国', '', '越南']),
      cancelled: random.next() < 0.05,
      returned: random.next() < 0.06,
      ...(hasFlags && { isReturn: some(0.85, () => amount < 0 && random.next() < 0.8) }),
      ...(hasNumbers && { orderNo: random.next() < 0.25 ? '' : `O${random.whole(1, 30)}` }),
      ...(hasDocuments && { documentNo: random.next() < 0.4 ? '' : `P${random.whole(1, 20)}` }),
    };
  }); // prettier-ignore
}

export const isReturn = ({ isReturn: flag, amount = 0 }: Sale): boolean => flag ?? amount < 0;
export const isUsable = ({ client, day, amount }: Sale): boolean =>
  client !== undefined && day !== undefined && amount !== undefined;

/** Which side of the comparison a day is on; undefined after the last day that counts. */
export function sideOf(day: string): 'period' | 'previous' | 'before' | undefined {
  if (day > SPANS.period[1]) return undefined;
  if (day >= SPANS.period[0]) return 'period';
  return day >= SPANS.previous[0] ? 'previous' : 'before';
}
export const slotOf = (day: string): string => `${day.slice(0, 7)} ${sideOf(day) ?? ''}`;
export const orderOf = ({ client, orderNo = '', documentNo = '', day }: Sale): string =>
  `${client} ${orderNo !== '' ? `order ${orderNo}` : documentNo !== '' ? `document ${documentNo}` : `day ${day}`}`;

/** A day counts by itself. */
export const dayOf = ({ day }: Sale): string => String(day);
