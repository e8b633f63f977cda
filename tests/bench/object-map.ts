import type { CellValue } from '../../src/workbook/cell-value';
import { COLUMN, PERIOD } from './bench-rows';
import { fenOf, monthTable, tiersOf, type JobAnswer } from './job-answer';

interface ClientSums {
  count: number;
  sum: number;
  due: number;
  onTime: number;
  last: number;
  readonly months: number[];
}

/** The job as most would write it: one object a client in a Map. */
export function runObjectMap(rows: readonly (readonly CellValue[])[]): JobAnswer {
  // Held in locals: an imported name is looked up through its module each time.
  const { client: clientAt, day: dayAt, promised: promisedAt, delivered: deliveredAt, amount: amountAt } = COLUMN;
  const { fromSerial, toSerial } = PERIOD;
  const monthOf = monthTable(fromSerial, toSerial);
  const clients = new Map<string, ClientSums>();
  for (const row of rows) {
    const code = row[clientAt] as string;
    let client = clients.get(code);
    if (!client) {
      client = { count: 0, sum: 0, due: 0, onTime: 0, last: 0, months: new Array<number>(12).fill(0) };
      clients.set(code, client);
    }
    const day = row[dayAt] as number;
    if (day > client.last) client.last = day;
    const promised = row[promisedAt];
    if (typeof promised === 'number' && promised >= fromSerial && promised <= toSerial) {
      client.due++;
      if ((row[deliveredAt] as number) <= promised) client.onTime++;
    }
    if (day < fromSerial || day > toSerial) continue;
    const amount = row[amountAt] as number;
    client.count++;
    client.sum += amount;
    client.months[monthOf[day]!]! += amount;
  }
  const all = [...clients.values()];
  const active = all.filter((client) => client.count > 0);
  return {
    clients: active.length,
    total: fenOf(active.reduce((sum, client) => sum + client.sum, 0)),
    months: Array.from({ length: 12 }, (_, month) =>
      fenOf(active.reduce((sum, client) => sum + client.months[month]!, 0)),
    ),
    due: all.reduce((sum, client) => sum + client.due, 0),
    onTime: all.reduce((sum, client) => sum + client.onTime, 0),
    lastDay: all.reduce((last, client) => Math.max(last, client.last), 0),
    tiers: tiersOf(active.map((client) => fenOf(client.sum))),
  };
}
