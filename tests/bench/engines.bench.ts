import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { Client } from 'pg';
import { startPostgres } from '../support/postgres-server';
import { noteFigure } from './figures';
import { mb, printLine } from './measure';

const ROOT = join(__dirname, '..', '..');
const COMMAND = join(ROOT, 'build', 'command', 'kelan.js');
const CLIENTS = 20_000;
/** Says at its end how much memory the process held at most. */
const TELL_PEAK =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\npeak "+process.resourceUsage().maxRSS+"\\n"))';
/** Notes of this section begin so: `lines in DuckDB, pushed down: seconds`. */
export const ENGINES = 'lines in ';
export const LINES_READ = `${ENGINES}all`;

/** What is asked of each engine. `from` stands for the file or table. */
const JOBS = [
  { name: 'line by line', columns: '日期, 客户编号, 地区, 业务员, 金额', argv: [] },
  { name: 'pushed down', columns: '日期, 客户编号, 地区, 业务员, 金额', argv: ['--push-down'] },
  {
    name: 'pushed down, with order numbers and quantities',
    columns: '日期, 订单号, 客户编号, 地区, 业务员, 数量, 金额',
    argv: ['--push-down'],
  },
] as const;

/**
 * The whole job (recognise, read or push down, analyse, write the standard reports) on many million lines that lie in Parquet files
 * and in PostgreSQL: seconds by the clock, and the most memory that our process held. Lines of three years, three an order, 20,000
 * clients, one of 40 a return. What the server of PostgreSQL takes is its own, and not counted; DuckDB runs inside of our process.
 */
export async function benchEngines(folder: string, lines: number): Promise<void> {
  const { status } = spawnSync('npm', ['run', '-s', 'build:command'], { cwd: ROOT, stdio: 'ignore' });
  if (status !== 0) throw new Error('npm run build:command failed');
  const parquet = join(folder, 'sales.parquet');
  const csv = join(folder, 'sales.csv');
  console.log(`engines: ${lines.toLocaleString('en')} lines of ${CLIENTS.toLocaleString('en')} clients`);
  printLine('', 'time', 'peak');
  noteFigure(LINES_READ, lines);
  await writeLines(parquet, csv, lines);
  for (const job of JOBS) runJob('Parquet', job, `'${parquet}'`, [], folder);
  chmodSync(folder, 0o755);
  const server = startPostgres();
  if (!server) {
    console.log('  PostgreSQL: skipped, it is not installed here');
    return;
  }
  process.env['PGPASSWORD'] = server.password;
  try {
    const client = new Client(server.address);
    await client.connect();
    await client.query(
      'CREATE TABLE sales (日期 date, 订单号 text, 客户编号 text, 地区 text, 业务员 text, 数量 integer, 金额 numeric(12, 2))',
    );
    await client.query(`COPY sales FROM '${csv}' (FORMAT csv)`);
    await client.query('ANALYZE sales');
    await client.end();
    for (const job of JOBS) runJob('PostgreSQL', job, 'sales', ['--database', server.address], folder);
  } finally {
    server.stop();
  }
}

async function writeLines(parquet: string, csv: string, lines: number): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '2GB' });
  const connection = await instance.connect();
  const client = `hash(i // 3) % ${CLIENTS}`;
  await connection.run(
    `COPY (SELECT DATE '2023-07-01' + CAST((i // 3) * 1096 // ${Math.ceil(lines / 3)} AS INTEGER) AS 日期,
      'SO' || lpad(CAST(i // 3 AS VARCHAR), 8, '0') AS 订单号,
      'C' || lpad(CAST(${client} AS VARCHAR), 6, '0') AS 客户编号,
      ['华东', '华北', '华南', '西南'][1 + CAST(hash(${client} + 7) % 4 AS INTEGER)] AS 地区,
      '业务' || CAST(hash(${client} + 9) % 40 AS VARCHAR) AS 业务员,
      CAST(1 + hash(i + 3) % 50 AS INTEGER) AS 数量,
      CAST((10 + (hash(i + 5) % 1000000) / 100.0) * CASE WHEN hash(i + 11) % 40 = 0 THEN -1 ELSE 1 END AS DECIMAL(12, 2)) AS 金额
      FROM range(${lines}) t(i)) TO '${parquet}' (FORMAT parquet)`,
  );
  await connection.run(`COPY (SELECT * FROM '${parquet}') TO '${csv}' (FORMAT csv, HEADER false)`);
  connection.closeSync();
  instance.closeSync();
}

function runJob(
  engine: string,
  { name, columns, argv }: (typeof JOBS)[number],
  from: string,
  database: readonly string[],
  folder: string,
): void {
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      TELL_PEAK,
      COMMAND,
      ...argv,
      ...database,
      ...['--source', `SELECT ${columns} FROM ${from}`, '-o', join(folder, 'out.xlsx'), '--force'],
      ...['--source-timeout', '3600'],
    ],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const seconds = (performance.now() - started) / 1000;
  const label = `${engine}, ${name}`;
  if (status !== 0) {
    console.log(`  ${label}: ended with ${status}: ${stderr.slice(-400)}`);
    process.exitCode = 1;
    return;
  }
  const peak = Number(/\npeak (\d+)/.exec(stderr)![1]) / 1024;
  printLine(label, `${seconds.toFixed(0)} s`, mb(peak));
  noteFigure(`${ENGINES}${label}: seconds`, seconds);
  noteFigure(`${ENGINES}${label}: peak`, peak);
}
