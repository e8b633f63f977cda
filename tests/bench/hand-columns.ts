import type { CellValue } from '../../src/workbook/cell-value';
import { COLUMN, PERIOD } from './bench-rows';
import { fenOf, monthTable, tiersOf, type JobAnswer } from './job-answer';

/**
 * The job written by hand for these very columns: cells into typed arrays, clients by dictionary, then one pass over
 * the arrays. It knows where each column stands, that every cell is well-formed, and what is asked.
 */
export function runHandColumns(rows: readonly (readonly CellValue[])[]): JobAnswer {
  // Held in locals: an imported name is looked up through its module each time.
  const { client: clientAt, day: dayAt, promised: promisedAt, delivered: deliveredAt, amount: amountAt } = COLUMN;
  const { fromSerial, toSerial } = PERIOD;
  const size = rows.length;
  const clients = new Int32Array(size);
  const days = new Int32Array(size);
  const promises = new Int32Array(size);
  const deliveries = new Int32Array(size);
  const amounts = new Float64Array(size);
  const dictionary = new Map<string, number>();
  for (let i = 0; i < size; i++) {
    const row = rows[i]!;
    const code = row[clientAt] as string;
    let id = dictionary.get(code);
    if (id === undefined) {
      id = dictionary.size;
      dictionary.set(code, id);
    }
    clients[i] = id;
    days[i] = row[dayAt] as number;
    promises[i] = (row[promisedAt] as number | null) ?? 0;
    deliveries[i] = (row[deliveredAt] as number | null) ?? 0;
    amounts[i] = row[amountAt] as number;
  }

  const found = dictionary.size;
  const counts = new Int32Array(found);
  const sums = new Float64Array(found);
  const last = new Int32Array(found);
  const due = new Int32Array(found);
  const onTime = new Int32Array(found);
  const months = new Float64Array(found * 12);
  const monthOf = monthTable(fromSerial, toSerial);
  for (let i = 0; i < size; i++) {
    const client = clients[i]!;
    const day = days[i]!;
    if (day > last[client]!) last[client] = day;
    const promised = promises[i]!;
    if (promised >= fromSerial && promised <= toSerial) {
      due[client]!++;
      if (deliveries[i]! <= promised) onTime[client]!++;
    }
    if (day < fromSerial || day > toSerial) continue;
    counts[client]!++;
    sums[client]! += amounts[i]!;
    months[client * 12 + monthOf[day]!]! += amounts[i]!;
  }

  const monthTotals = new Array<number>(12).fill(0);
  const active: number[] = [];
  let [total, dueTotal, onTimeTotal, lastDay] = [0, 0, 0, 0];
  for (let client = 0; client < found; client++) {
    dueTotal += due[client]!;
    onTimeTotal += onTime[client]!;
    if (last[client]! > lastDay) lastDay = last[client]!;
    if (counts[client] === 0) continue;
    active.push(fenOf(sums[client]!));
    total += sums[client]!;
    for (let month = 0; month < 12; month++) monthTotals[month]! += months[client * 12 + month]!;
  }
  return {
    clients: active.length,
    total: fenOf(total),
    months: monthTotals.map(fenOf),
    due: dueTotal,
    onTime: onTimeTotal,
    lastDay,
    tiers: tiersOf(active),
  };
}
