import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { DuckDBInstance } from '@duckdb/node-api';
import { Client } from 'pg';
import type { Clock } from '../../../src/app/clock';
import { EXIT } from '../../../src/cli/exit-codes';
import { openXlsxFile } from '../../../src/cli/open-xlsx-file';
import { runReport } from '../../../src/cli/run-report';
import { dayOf } from '../../../src/core/model/day';
import { startMariadb } from '../../support/mariadb-server';
import { startPostgres } from '../../support/postgres-server';

const clock: Clock = { today: dayOf(2026, 1, 5), now: '2026-01-05 09:12', version: '0.0.0' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kelan-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What is in the folder of the result. */
  readonly files: readonly string[];
}

async function run(...argv: readonly string[]): Promise<Said> {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const streams = { out, err } as unknown as Parameters<typeof runReport>[1];
  const code = await runReport([...argv, '-o', join(folder, 'out.xlsx')], streams, openXlsxFile, clock);
  const said = (stream: PassThrough): string => String(stream.read() ?? '');
  return { code, out: said(out), err: said(err), files: readdirSync(folder).filter((name) => /xls|tmp/.test(name)) };
}

/** What happened, what is safe, what to do and the details: a sentence each, and no file. */
function expectOneSentence({ code, err, files }: Said, what: string): void {
  expect(code).toBe(EXIT.cannotRead);
  expect(files).toEqual([]);
  const lines = err
    .replaceAll('\r', '\n')
    .split('\n')
    .filter((line) => /[。)]$/.test(line.trim()));
  expect(lines[0]).toContain(what);
  expect(lines).toHaveLength(4);
  expect(err).not.toContain('secret');
}

const expectDone = ({ code, out, files }: Said, clients: string): void => {
  expect(out).toContain(clients);
  expect(code).toBe(EXIT.done);
  expect(files).toEqual(['out.xlsx']);
};

/** Three sales of two clients, by the names of columns that recognition knows. */
const SALES = `SELECT CAST('2025-12-0' || i AS DATE) AS 日期, 'C' || (i % 2) AS 客户编号, 100 * i AS 金额 FROM (SELECT 1 AS i UNION ALL SELECT 2 UNION ALL SELECT 3) t`;
const TWO = '活跃客户 2 家，净销售额 600.00';

function withEnvironment(values: Readonly<Record<string, string>>): () => void {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, values);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}

describe('DuckDB', () => {
  it('reads a .duckdb file, and writes nothing into it', async () => {
    const file = join(folder, 'erp.duckdb');
    const instance = await DuckDBInstance.create(file);
    const connection = await instance.connect();
    await connection.run(`CREATE TABLE sales AS ${SALES}`);
    connection.closeSync();
    instance.closeSync();
    expectOneSentence(
      await run('--source', 'DROP TABLE sales', '--database', file),
      '--source 只接受一条只读的 SELECT',
    );
    expectDone(await run('--source', 'SELECT * FROM sales', '--database', file), TWO);
  });

  it('names the column that does not parse', async () => {
    const said = await run('--source', `SELECT CAST('x' || 日期 AS DATE) AS 日期, 客户编号, 金额 FROM (${SALES})`);
    expectOneSentence(said, '读不出来');
  });

  it('says why sums cannot be asked for, and which way works', async () => {
    const said = await run(
      '--push-down',
      '--source',
      `SELECT CAST(日期 AS VARCHAR) AS 日期, 客户编号, 金额 FROM (${SALES})`,
    );
    expect(said.code).toBe(EXIT.usage);
    expect(said.err).toContain('列「日期」在数据库里不是日期类型');
    expect(said.files).toEqual([]);
    // A semicolon and a comment at its end are no part of it.
    expectDone(await run('--push-down', '--source', `${SALES}; -- of the year`), TWO);
  });
});

describe('sums that another engine made', () => {
  const printed = (...argv: readonly string[]) => run('--print-sums', 'duckdb', '--source', SALES, ...argv);

  it('are asked for by the statement that is printed, and read as what it gives', async () => {
    const { code, out, files } = await printed('--as-of', '2025-12-15');
    expect({ code, files }).toEqual({ code: EXIT.done, files: [] });
    expect(out).toMatch(/^WITH kelan_lines AS \(.*\n.*WHEN d < DATE '2025-12-16'/s);
    // A file, as an engine that is not reached from here leaves one.
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(`COPY (${out}) TO '${join(folder, 'sums.csv')}'`);
    connection.closeSync();
    instance.closeSync();
    const sums = `SELECT * FROM '${join(folder, 'sums.csv')}'`;
    const read = await run('--source', sums, '--as-of', '2025-12-15');
    expectDone(read, TWO);
    expect(read.out).toContain('读取 3 行');
    rmSync(join(folder, 'out.xlsx'));
    // December of client 1 holds the 1st and the 3rd.
    const other = await run('--source', sums, '--as-of', '2025-12-02');
    expectOneSentence(other, '按别的截止日或期间汇总的');
    // Which of the lines of a sheet beside them they hold, nobody can tell.
    const mixed = await run('--source', sums, '--source', SALES, '--as-of', '2025-12-15');
    expectOneSentence(mixed, '不适合这次运行');
  });

  it('need the as-of day', async () => {
    expect((await printed()).code).toBe(EXIT.usage);
  });
});

/** The tests of a server that is not there are told over, and skipped. */
const NOT_THERE = { address: '', password: '' };

const postgres = startPostgres();
const describePostgres = postgres ? describe : describe.skip;
describePostgres(`PostgreSQL${postgres ? '' : ' (skipped: it is not installed here)'}`, () => {
  const { address, password } = postgres ?? NOT_THERE;
  let restore: () => void;
  beforeEach(() => {
    restore = withEnvironment({ PGPASSWORD: password });
  });
  afterEach(() => restore());
  afterAll(() => postgres?.stop());

  it('says that the password is wrong', async () => {
    process.env['PGPASSWORD'] = 'another secret';
    expectOneSentence(await run('--source', SALES, '--database', address), '数据库没有让我们登录');
  });

  it('takes the password from the file that PGPASSFILE names', async () => {
    delete process.env['PGPASSWORD'];
    const file = join(folder, 'passwords');
    writeFileSync(file, `127.0.0.1:*:*:kelan:${password}\n`);
    chmodSync(file, 0o600);
    const restoreFile = withEnvironment({ PGPASSFILE: file });
    expectDone(await run('--source', SALES, '--database', address), TWO);
    writeFileSync(file, '127.0.0.1:*:*:kelan:another secret\n');
    rmSync(join(folder, 'out.xlsx'));
    chmodSync(file, 0o600);
    expectOneSentence(await run('--source', SALES, '--database', address), '数据库没有让我们登录');
    restoreFile();
  });

  it('says that the connection broke off in the middle', async () => {
    // The 60,000th row of what is read ends the connection that reads it.
    const broken = `SELECT DATE '2025-12-01' AS 日期, 'C' || (i % 2) AS 客户编号, CASE WHEN i = 60000 AND pg_terminate_backend(pg_backend_pid()) THEN 0 ELSE 1 END AS 金额 FROM generate_series(1, 100000) t(i)`;
    expectOneSentence(await run('--source', broken, '--database', address), '与数据库的连接中断');
  });

  it('refuses a statement that writes', async () => {
    const admin = new Client({ connectionString: address, password });
    await admin.connect();
    await admin.query('CREATE SEQUENCE noted');
    const said = await run(
      '--source',
      `SELECT 日期, 客户编号, nextval('noted') AS 金额 FROM (${SALES}) s`,
      '--database',
      address,
    );
    expectOneSentence(said, '--source 只接受一条只读的 SELECT');
    const { rows } = await admin.query<{ is_called: boolean }>('SELECT is_called FROM noted');
    expect(rows).toEqual([{ is_called: false }]);
    await admin.end();
  });

  it('names the column that does not parse', async () => {
    const said = await run(
      '--source',
      `SELECT DATE 'infinity' AS 日期, 客户编号, 金额 FROM (${SALES}) s`,
      '--database',
      address,
    );
    expectOneSentence(said, '“日期”列有读不出来的值');
  });
});

const mariadb = startMariadb();
const describeMariadb = mariadb ? describe : describe.skip;
describeMariadb(`MariaDB${mariadb ? '' : ' (skipped: it is not installed here)'}`, () => {
  const { address, password } = mariadb ?? NOT_THERE;
  const sales = SALES.replace("CAST('2025-12-0' || i AS DATE)", "CAST(CONCAT('2025-12-0', i) AS DATE)").replace("'C' || (i % 2)", "CONCAT('C', i % 2)"); // prettier-ignore
  let restore: () => void;
  beforeEach(() => {
    restore = withEnvironment({ MYSQL_PWD: password, HOME: folder });
  });
  afterEach(() => restore());
  afterAll(() => mariadb?.stop());

  it('gives the figures of the lines', async () => {
    expectDone(await run('--source', sales, '--database', address), TWO);
  });

  it('says that the password is wrong', async () => {
    process.env['MYSQL_PWD'] = 'another secret';
    expectOneSentence(await run('--source', sales, '--database', address), '数据库没有让我们登录');
  });

  it('refuses a statement that writes', async () => {
    expectOneSentence(await run('--source', 'CREATE TABLE t (a INT)', '--database', address), '--source 只接受一条只读的 SELECT'); // prettier-ignore
  });

  it('names the column whose day is none', async () => {
    const said = await run('--source', `SELECT CAST('0000-00-00' AS DATE) AS 日期, 客户编号, 金额 FROM (${sales}) s`, '--database', address); // prettier-ignore
    expectOneSentence(said, '“日期”列有读不出来的值');
  });

  it('adds up the lines', async () => {
    expectDone(await run('--push-down', '--source', sales, '--database', address), TWO);
  });

  // The last but one: the server is not started again.
  it('says that the connection broke off in the middle', async () => {
    const broken = `SELECT CAST('2025-12-01' AS DATE) AS 日期, CONCAT('C', seq % 2) AS 客户编号, seq + SLEEP(IF(seq = 60000, 3, 0)) AS 金额 FROM seq_1_to_100000`;
    const said = run('--source', broken, '--database', address);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    mariadb!.stop();
    expectOneSentence(await said, '与数据库的连接中断');
  });

  it('says so where they are not to be had at all', async () => {
    expectOneSentence(await run('--source', sales, '--database', address), '与数据库的连接中断');
  });
});
