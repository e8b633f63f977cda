import { DOUBLE, DuckDBDataChunk, DuckDBInstance, INTEGER, VARCHAR } from '@duckdb/node-api';
import type { CellValue } from '../../src/workbook/cell-value';
import { COLUMN, PERIOD } from './bench-rows';
import { fenOf, tiersOf, type JobAnswer } from './job-answer';

const CHUNK = 2048;
const TYPES = [VARCHAR, INTEGER, INTEGER, INTEGER, DOUBLE];

/** The job in DuckDB with loading: the five columns that it needs go in by chunks, the quickest way from JavaScript. */
export async function runDuckJob(rows: readonly (readonly CellValue[])[]): Promise<JobAnswer> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(
    'create table sales (client varchar, day integer, promised integer, delivered integer, amount double)',
  );
  const appender = await connection.createAppender('sales');
  for (let from = 0; from < rows.length; from += CHUNK) {
    const part = rows.slice(from, from + CHUNK);
    const chunk = DuckDBDataChunk.create(TYPES);
    chunk.setColumns([
      part.map((row) => row[COLUMN.client] as string),
      part.map((row) => row[COLUMN.day] as number),
      part.map((row) => row[COLUMN.promised] as number | null),
      part.map((row) => row[COLUMN.delivered] as number | null),
      part.map((row) => row[COLUMN.amount] as number),
    ]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  const inPeriod = (column: string): string => `${column} between ${PERIOD.fromSerial} and ${PERIOD.toSerial}`;
  const months = Array.from(
    { length: 12 },
    (_, month) =>
      `coalesce(sum(amount) filter (where ${inPeriod('day')}
         and datediff('month', date '2025-10-01', date '1899-12-30' + day) = ${month}), 0) as m${month}`,
  );
  const result = await connection.runAndReadAll(
    `select client, count(*) filter (where ${inPeriod('day')}) as n,
            coalesce(sum(amount) filter (where ${inPeriod('day')}), 0) as total,
            count(*) filter (where ${inPeriod('promised')}) as due,
            count(*) filter (where ${inPeriod('promised')} and delivered <= promised) as on_time,
            max(day) as last, ${months.join(', ')}
     from sales group by client order by total desc`,
  );
  const [, counts, totals, due, onTime, last, ...monthSums] = result.getColumns() as [
    string[],
    ...(number | bigint)[][],
  ];
  connection.closeSync();
  instance.closeSync();
  const sum = (values: readonly (number | bigint)[]): number =>
    values.reduce<number>((all, each) => all + Number(each), 0);
  const active = (totals as number[]).filter((_, i) => Number(counts![i]) > 0);
  return {
    clients: active.length,
    total: fenOf(sum(active)),
    months: monthSums.map((month) => fenOf(sum(month))),
    due: sum(due!),
    onTime: sum(onTime!),
    lastDay: (last as number[]).reduce((latest, day) => Math.max(latest, day), 0),
    tiers: tiersOf(active.map(fenOf)),
  };
}
