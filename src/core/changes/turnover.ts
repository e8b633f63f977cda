import { byCodePoint } from '../model/by-code-point';
import type { Analysis } from '../analysis';
import { isoOf, type Day } from '../model/day';
import type { Money, Quantity } from '../model/money';
import { keyOfClient } from './client-marks';
import type { ClientStand, Snapshot } from './snapshot';

/** What became of a client's business between two snapshots. */
export type TurnoverKind = 'new' | 'cameBack' | 'lost' | 'grown' | 'shrunk' | 'same';

export interface TurnoverRow {
  /** Index of the client; −1 where it is no longer on the client sheet. */
  readonly client: number;
  readonly code: string;
  readonly name: string;
  readonly kind: TurnoverKind;
  readonly before: Money;
  readonly now: Money;
  /** now − before */
  readonly change: Money;
  readonly quantityBefore?: Quantity;
  readonly quantityNow?: Quantity;
  /** The last sale where it is known. */
  readonly lastDay?: Day;
}

/** Whether a client did business in a period: an order, or an amount that is not nothing. */
const isActive = (stand: { readonly orders: number; readonly netAmount: Money } | undefined): boolean =>
  stand !== undefined && (stand.orders > 0 || stand.netAmount !== 0);

/**
 * What became of the business of every client since a snapshot, largest change first.
 *
 * New: business now, none then, and no sale up to the day of the snapshot. Came back: business now, none in the period then, but a
 * sale before. Lost: business then, none now. Grown, shrunk: in both, by the net amount. Unit: fen. Who did nothing in either is
 * not listed.   Source: issue "since when".
 * @example then 甲 100, 乙 50; now 甲 80, 丙 30 //=> 乙 lost −50, 丙 new +30, 甲 shrunk −20
 */
export function measureTurnover({ clients }: Pick<Analysis, 'clients'>, snapshot: Snapshot): readonly TurnoverRow[] {
  const then = new Map(snapshot.clients.map((stand) => [keyOfClient(stand), stand]));
  const rows: TurnoverRow[] = [];
  const add = (row: Omit<TurnoverRow, 'change'>): void =>
    void rows.push({ ...row, change: (row.now - row.before) as Money });
  for (const figures of clients) {
    const key = keyOfClient(figures);
    const stand = then.get(key);
    then.delete(key);
    const [was, is] = [isActive(stand), isActive(figures)];
    if (!was && !is) continue;
    const quantity = figures.lines > 0 && figures.quantity.known ? figures.quantity.value : undefined;
    const hadSale = figures.firstDay.known && isoOf(figures.firstDay.value) <= snapshot.asOf;
    add({
      client: figures.client,
      code: figures.code,
      name: figures.name,
      kind: was ? (is ? kindOf(stand!.netAmount, figures.netAmount) : 'lost') : hadSale ? 'cameBack' : 'new',
      before: stand?.netAmount ?? (0 as Money),
      now: figures.netAmount,
      ...(stand?.quantity !== undefined && { quantityBefore: stand.quantity }),
      ...(quantity !== undefined && { quantityNow: quantity }),
      ...(figures.lastDay.known && { lastDay: figures.lastDay.value }),
    });
  }
  for (const stand of then.values()) if (isActive(stand)) add(gone(stand));
  return rows.sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || compareKeys(a, b));
}

const kindOf = (before: Money, now: Money): TurnoverKind => (now > before ? 'grown' : now < before ? 'shrunk' : 'same');

const compareKeys = (a: TurnoverRow, b: TurnoverRow): number => byCodePoint(keyOfClient(a), keyOfClient(b));

/** On the client sheet then, no longer now. */
const gone = (stand: ClientStand): Omit<TurnoverRow, 'change'> => ({
  client: -1,
  code: stand.code || stand.name,
  name: stand.name,
  kind: 'lost',
  before: stand.netAmount,
  now: 0 as Money,
  ...(stand.quantity !== undefined && { quantityBefore: stand.quantity }),
});
