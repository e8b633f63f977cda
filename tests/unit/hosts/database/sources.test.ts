import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { AnswerSource } from '../../../../src/hosts/database/answer';
import { makeAnswersHost } from '../../../../src/hosts/database/answers-host';
import { openSource } from '../../../../src/hosts/database/open-source';
import { oneSelect } from '../../../../src/hosts/database/one-select';
import { parseDatabaseAddress } from '../../../../src/hosts/database/database-address';
import { serialOfText } from '../../../../src/hosts/database/serial-of-text';
import type { CellValue } from '../../../../src/workbook/cell-value';
import { cellAt } from '../../../../src/workbook/column-block';
import { startPostgres, type PostgresServer } from '../../../support/postgres-server';

/** Day 2025-03-01 is serial 45717 in Excel. */
const VALUES = `(VALUES (DATE '2025-03-01', 'C1', 12.5, true), (DATE '2025-03-02', NULL, -3, false)) AS t(day, client, amount, paid)`;

async function rowsOf(source: AnswerSource, statement: string): Promise<CellValue[][]> {
  const answer = await source.ask(statement);
  const host = makeAnswersHost([{ name: 'q', answer }]);
  const rows: CellValue[][] = [];
  await host.readColumns(
    { sheet: 'q', columns: answer.columns.map((_, at) => at), fromRow: 0, toRow: answer.rows + 1 },
    ({ rowCount, columns, pool }) => {
      for (let row = 0; row < rowCount; row++) rows.push(columns.map((column) => cellAt(column, row, pool)));
    },
  );
  return rows;
}

const refused = (code: string) => expect.objectContaining({ code });

describe('one SELECT', () => {
  it.each([
    ["SELECT ';' AS a -- ; DROP TABLE t\n;", "SELECT ';' AS a -- ; DROP TABLE t"],
    ['WITH a AS (SELECT 1) SELECT * FROM a', 'WITH a AS (SELECT 1) SELECT * FROM a'],
  ])('takes %j', (statement, taken) => expect(oneSelect(statement)).toBe(taken));

  it.each(['DELETE FROM t', 'SELECT 1; DROP TABLE t', '/* SELECT */ INSERT INTO t VALUES (1)', ''])(
    'refuses %j',
    (statement) => expect(() => oneSelect(statement)).toThrow(refused('source-writes')),
  );
});

it('reads days and times as serial days, and what is no day as none', () => {
  expect(serialOfText('2025-03-01')).toBe(45717);
  expect(serialOfText('2025-03-01 12:00:00+08')).toBe(45717.5);
  expect(['infinity', '0000-00-00', '2025-02-30', '0044-03-15 BC'].map(serialOfText)).toEqual(Array(4).fill(undefined));
});

it('takes an address apart', () => {
  expect(parseDatabaseAddress('postgresql://ann@erp.firm.cn:5433/sales')).toEqual({
    engine: 'postgresql',
    host: 'erp.firm.cn',
    port: 5433,
    user: 'ann',
    database: 'sales',
  });
  expect(parseDatabaseAddress('mariadb:///erp')).toEqual({ engine: 'mysql', database: 'erp' });
  expect(parseDatabaseAddress('C:\\data\\sales.duckdb')).toBeUndefined();
});

describe('DuckDB', () => {
  let folder: string;
  let source: AnswerSource;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kelan-'));
    source = await openSource(undefined, 60);
  });
  afterAll(async () => {
    await source.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives the cells that a sheet would give', async () => {
    expect(await rowsOf(source, `SELECT *, 9007199254740993 AS code FROM ${VALUES};`)).toEqual([
      ['day', 'client', 'amount', 'paid', 'code'],
      [45717, 'C1', 12.5, true, '9007199254740993'],
      [45718, null, -3, false, '9007199254740993'],
    ]);
  });

  it('reads a folder of CSV files', async () => {
    writeFileSync(join(folder, 'a.csv'), '日期,金额\n2025-03-01,1\n');
    writeFileSync(join(folder, 'b.csv'), '日期,金额\n2025-03-02,2\n');
    expect(await rowsOf(source, `SELECT * FROM '${folder}/*.csv' ORDER BY 1`)).toEqual([
      ['日期', '金额'],
      [45717, 1],
      [45718, 2],
    ]);
  });

  it('names the column that does not parse', async () => {
    await expect(rowsOf(source, "SELECT CAST(a AS DATE) AS b FROM (VALUES ('x')) t(a)")).rejects.toEqual(
      refused('source-value'),
    );
    const other = await openSource(undefined, 60);
    await expect(rowsOf(other, "SELECT '\\x00'::BLOB AS picture")).rejects.toMatchObject({ sheet: 'picture' });
    await other.close();
  });

  it('writes nothing and fetches nothing', async () => {
    const other = await openSource(undefined, 60);
    await expect(other.ask(`COPY (SELECT 1) TO '${folder}/c.csv'`)).rejects.toEqual(refused('source-writes'));
    await expect(other.ask("SELECT * FROM 'https://localhost/a.parquet'")).rejects.toEqual(refused('source-missing'));
    await other.close();
  });

  it('stops a query that takes too long', async () => {
    const other = await openSource(undefined, 1);
    await expect(other.ask('SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b')).rejects.toEqual(
      refused('source-slow'),
    );
    await other.close();
  });
});

const server = startPostgres();
const describeWhereThere = server ? describe : describe.skip;

describeWhereThere(`PostgreSQL${server ? '' : ' (skipped: it is not installed here)'}`, () => {
  const { address, password } = server ?? ({} as PostgresServer);
  const before = process.env['PGPASSWORD'];
  beforeEach(() => {
    process.env['PGPASSWORD'] = password;
  });
  afterAll(() => {
    if (before === undefined) delete process.env['PGPASSWORD'];
    else process.env['PGPASSWORD'] = before;
    server!.stop();
  });

  it('gives the cells that a sheet would give', async () => {
    const source = await openSource(address, 60);
    expect(await rowsOf(source, `SELECT *, 9007199254740993 AS code FROM ${VALUES};`)).toEqual([
      ['day', 'client', 'amount', 'paid', 'code'],
      [45717, 'C1', 12.5, true, '9007199254740993'],
      [45718, null, -3, false, '9007199254740993'],
    ]);
    await source.close();
  });

  it('says that the password is wrong, and not which', async () => {
    process.env['PGPASSWORD'] = 'another secret';
    const failure: unknown = await openSource(address, 60).catch((error: unknown) => error);
    expect(failure).toEqual(refused('source-refused'));
    expect(JSON.stringify(failure)).not.toContain('another secret');
  });

  it('refuses a statement that writes, also inside a function', async () => {
    const admin = new Client({ connectionString: address, password });
    await admin.connect();
    await admin.query('CREATE SEQUENCE written');
    await admin.end();
    for (const statement of [
      "SELECT nextval('written') AS n",
      'WITH d AS (DELETE FROM pg_class RETURNING 1) SELECT 1',
    ]) {
      const source = await openSource(address, 60);
      const asked = source.ask(statement).then(({ read }) => read([0], 9, () => undefined, {}));
      await expect(asked).rejects.toEqual(refused('source-writes'));
      await source.close();
    }
  });

  it('names the column whose day is none', async () => {
    const source = await openSource(address, 60);
    await expect(rowsOf(source, `SELECT 'infinity'::date AS "交期"`)).rejects.toMatchObject({
      code: 'source-value',
      sheet: '交期',
    });
    await source.close();
  });

  it('says that the connection broke off in the middle', async () => {
    const source = await openSource(address, 60);
    const answer = await source.ask('SELECT i FROM generate_series(1, 100000) t(i)');
    let rows = 0;
    const read = answer.read(
      [0],
      answer.rows,
      async ({ count }) => {
        rows += count;
        if (rows > count) return;
        const admin = new Client({ connectionString: address, password });
        await admin.connect();
        await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kelan'");
        await admin.end();
      },
      {},
    );
    await expect(read).rejects.toEqual(refused('source-lost'));
    expect(rows).toBeLessThan(100_000);
    await source.close();
  });

  it('stops a query that takes too long', async () => {
    const source = await openSource(address, 1);
    await expect(source.ask('SELECT pg_sleep(20)::text').then(({ rows }) => rows)).rejects.toEqual(
      refused('source-slow'),
    );
    await source.close();
  });
});
