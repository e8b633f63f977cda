import { NO_CLIENT, NO_TEXT, type TextColumn } from '../model/columns';
import { tableOf, type Dataset } from '../model/dataset';
import { NO_DAY } from '../model/day';
import type { OrderIndex } from './order-index';

/** Rows of a returns sheet that has amounts, signed as return lines are: amounts and quantities negative. */
export interface ReturnNotes {
  readonly rows: number;
  sheetAt(note: number): number;
  clientAt(note: number): number;
  dayAt(note: number): number;
  amountAt(note: number): number;
  quantityAt(note: number): number;
  /** The order that came back, found by its number among the sales. */
  orderAt(
    note: number,
    orders: OrderIndex,
    numbers: TextColumn | undefined,
  ): { readonly client: number; readonly order: number } | undefined;
}

/** Without an amount column the sheet only marks orders as returned, which ingest has done: no notes. */
export function readReturnNotes(dataset: Dataset): ReturnNotes {
  const { columns, rows, origin } = tableOf(dataset, 'returns');
  const { amount, quantity, client, day, orderNo } = columns;
  let codes: Int32Array | undefined;
  return {
    rows: amount ? rows : 0,
    sheetAt: (note) => origin.sheetAt(note),
    clientAt: (note) => client?.[note] ?? NO_CLIENT,
    dayAt: (note) => day?.[note] ?? NO_DAY,
    amountAt: (note) => -Math.abs(amount?.[note] ?? NaN),
    quantityAt: (note) => -Math.abs(quantity?.[note] ?? NaN),
    orderAt: (note, orders, numbers) => {
      const code = orderNo?.codes[note] ?? NO_TEXT;
      if (code === NO_TEXT || !numbers) return undefined;
      codes ??= matchCodes(orderNo!, numbers);
      return codes[code] === NO_TEXT ? undefined : orders.findByCode(codes[code]!);
    },
  };
}

/** For each code of one column, the code of the same text in another. */
function matchCodes(from: TextColumn, to: TextColumn): Int32Array {
  const known = new Map(to.values.map((text, code) => [text, code]));
  return Int32Array.from(from.values, (text) => known.get(text) ?? NO_TEXT);
}
