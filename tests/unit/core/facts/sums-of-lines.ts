import { dayOf, isReturn, orderOf, slotOf, type Sale } from './plain-sales';

/**
 * Rows that stand for several lines each, as an engine gives them: of one client, month, region, rep, sign and kind, cut where a
 * period ends. An order that lies in one row alone is only counted; of one that lies in several each row keeps the number.
 */
export function sumsOf(sales: readonly Sale[]): readonly Sale[] {
  const hasNumber = ({ orderNo = '', documentNo = '' }: Sale): boolean => orderNo !== '' || documentNo !== '';
  const kindOf = (sale: Sale): string =>
    JSON.stringify([
      ...[sale.client, slotOf(dayOf(sale)), sale.region, sale.rep, sale.country, sale.unit, isReturn(sale), sale.isReturn],
      ...[sale.cancelled, sale.returned, sale.quantity === undefined, sale.profit === undefined, hasNumber(sale), Math.sign(sale.amount!)],
    ]); // prettier-ignore
  const kindsOfOrder = new Map<string, Set<string>>();
  for (const sale of sales)
    kindsOfOrder.set(orderOf(sale), (kindsOfOrder.get(orderOf(sale)) ?? new Set()).add(kindOf(sale)));
  const isSpread = (sale: Sale): boolean => hasNumber(sale) && kindsOfOrder.get(orderOf(sale))!.size > 1;
  const rows = new Map<string, Sale[]>();
  for (const sale of sales) {
    const key = `${kindOf(sale)}${isSpread(sale) ? ` ${orderOf(sale)}` : ''}`;
    rows.set(key, [...(rows.get(key) ?? []), sale]);
  }
  return [...rows.values()].map((lines): Sale => {
    const [first] = lines;
    const total = (pick: (line: Sale) => number | undefined): number | undefined =>
      pick(first!) === undefined ? undefined : lines.reduce((sum, line) => sum + pick(line)!, 0);
    const { orderNo, documentNo, ...rest } = first!;
    const isCounted = hasNumber(first!) && !isSpread(first!);
    return {
      ...rest,
      day: lines.map(dayOf).sort().at(-1)!,
      amount: total(({ amount }) => amount)!,
      quantity: total(({ quantity }) => quantity),
      profit: total(({ profit }) => profit),
      lines: lines.length,
      dayBits: lines.reduce((bits, line) => bits | (1 << (Number(dayOf(line).slice(8)) - 1)), 0) >>> 0,
      orders: isCounted ? new Set(lines.map(orderOf)).size : 0,
      ...(orderNo !== undefined && { orderNo: isSpread(first!) ? orderNo : '' }),
      ...(documentNo !== undefined && { documentNo: isSpread(first!) ? documentNo : '' }),
    };
  });
}
