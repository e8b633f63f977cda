import fc from 'fast-check';
import type { Clock } from '../../src/app/clock';
import { refresh, type RefreshDone } from '../../src/app/refresh';
import { parseArguments, type ReportArguments } from '../../src/cli/arguments';
import { figuresAsJson } from '../../src/cli/figures-as-json';
import { pushDown } from '../../src/cli/push-down';
import { dayOf, isoOf, asDay } from '../../src/core/model/day';
import { makeAnswersHost } from '../../src/hosts/database/answers-host';
import { openSource } from '../../src/hosts/database/open-source';
import { joinHosts } from '../../src/hosts/joined/joined-host';
import { makeMemoryHost } from '../../src/hosts/memory/memory-host';
import { startMariadb } from '../support/mariadb-server';
import { startPostgres } from '../support/postgres-server';
import { seededRandom, type SeededRandom } from '../support/seeded-random';

const clock: Clock = { today: dayOf(2026, 1, 5), now: '2026-01-05 09:12', version: '0.0.0' };

/** SQL types of the columns of random lines, by the headers that recognition knows. */
const COLUMNS = {
  日期: 'DATE',
  客户编号: 'VARCHAR(20)',
  客户名称: 'VARCHAR(20)',
  订单号: 'VARCHAR(20)',
  单号: 'VARCHAR(20)',
  地区: 'VARCHAR(20)',
  国家: 'VARCHAR(20)',
  业务员: 'VARCHAR(20)',
  类型: 'VARCHAR(20)',
  状态: 'VARCHAR(20)',
  产品: 'VARCHAR(20)',
  单位: 'VARCHAR(20)',
  数量: 'INTEGER',
  单价: 'DECIMAL(12, 2)',
  成本: 'DECIMAL(12, 2)',
  金额: 'DECIMAL(12, 2)',
} as const;
type Header = keyof typeof COLUMNS;

/** Columns that a run may lack; the others tell client, day and amount. */
const MAY_LACK: readonly Header[] = ['客户名称', '订单号', '单号', '地区', '国家', '业务员', '类型', '状态', '产品', '单位', '数量', '单价', '成本']; // prettier-ignore

const literal = (value: string | number | null, header: Header): string =>
  value === null
    ? `CAST(NULL AS ${COLUMNS[header]})`
    : `CAST(${typeof value === 'string' ? `'${value}'` : value} AS ${COLUMNS[header]})`;

/** One SELECT of random lines, with holes, returns, cancelled lines, orders over several months, regions and clients. */
function randomLines(random: SeededRandom): string {
  const lacking = new Set(MAY_LACK.filter(() => random.whole(1, 3) === 1));
  const headers = (Object.keys(COLUMNS) as Header[]).filter((header) => !lacking.has(header));
  const maybe = <T>(value: T, share: number): T | null => (random.next() < share ? null : value);
  const lines = Array.from({ length: random.whole(60, 260) }, () => {
    // Of one code under two names, or under none at first, the first line met decides: that is no matter of sums.
    const client = maybe(random.whole(1, 12), 0.02);
    const day = isoOf(asDay(dayOf(2023, 5, 20) + random.whole(0, 960)));
    const order = random.whole(1, 90);
    const line: Record<Header, string | number | null> = {
      日期: maybe(day, 0.01),
      客户编号: client === null ? null : `C${client}`,
      客户名称: client === null ? null : `客户${client}公司`,
      订单号: maybe(`SO${order}`, 0.2),
      单号: maybe(`XS${order}`, 0.3),
      地区: maybe(random.pick(['East', 'EAST', '华东', '华北', '华南', ' 华东']), 0.2),
      国家: maybe(random.pick(['中国', '日本']), 0.2),
      业务员: maybe(random.pick(['李雷', '韩梅梅', '张三']), 0.2),
      类型: maybe(random.pick(['销售', '销售', '销售', '退货', '折让']), 0.1),
      状态: maybe(random.pick(['已完成', '已完成', '已取消', '已退货', '某状态']), 0.2),
      产品: random.pick(['钢管', '板材']),
      单位: maybe(random.pick(['吨', '吨', '件']), 0.1),
      数量: maybe(random.whole(-3, 40), 0.1),
      单价: maybe(random.whole(100, 90_000) / 100, 0.1),
      成本: maybe(random.whole(0, 50_000) / 100, 0.2),
      金额: maybe(random.whole(-20_000, 900_000) / 100, 0.05),
    };
    if (random.whole(1, 25) === 1) line.金额 = 0;
    return `SELECT ${headers.map((header) => `${literal(line[header], header)} AS ${header}`).join(', ')}`;
  });
  return lines.join(' UNION ALL\n');
}

const PERIODS: readonly (readonly string[])[] = [
  [],
  ['--period', 'ytd'],
  ['--period', 'all'],
  ['--period', 'year:2024'],
  ['--period', '2024-11-03..2025-04-17'],
  ['--as-of', '2025-08-15'],
  ['--as-of', '2025-02-28', '--period', 'ytd'],
  ['--as-of', '2024-06-30'],
];

async function reportsOf(database: string | undefined, asked: ReportArguments): Promise<RefreshDone> {
  const source = await openSource(database, 60);
  try {
    const answers = [{ name: '[查询1]', answer: await source.ask(asked.sources[0]!) }];
    const hostWith = (taken: Parameters<typeof makeAnswersHost>[0]) =>
      joinHosts(makeMemoryHost({ sheets: [] }), [{ host: makeAnswersHost(taken) }]);
    const pushed = asked.pushDown
      ? await pushDown(source, answers, { asked, statements: asked.sources, clock, columnMap: undefined, hostWith })
      : undefined;
    const done = await refresh(hostWith(pushed ? [pushed.answer] : answers), {
      clock,
      lang: 'zh',
      // Every figure of the JSON is there whatever is written, but for the plan.
      reports: ['callPlan'],
      ...(asked.asOf !== undefined && { asOf: asked.asOf }),
      ...(asked.period && { period: asked.period }),
      ...(pushed && { columnMap: pushed.columnMap }),
    });
    if (done.outcome !== 'done') throw new Error(done.missing.map(({ zh }) => zh).join());
    return done;
  } finally {
    await source.close();
  }
}

type Figures = Readonly<Record<string, unknown>>;

/** Lists of clients stand in the order in which the clients are met: by code, here. */
function byClient(value: unknown): unknown {
  if (Array.isArray(value)) {
    const list = value.map(byClient);
    const isOfClients = list.every(
      (one) => typeof one === 'object' && one !== null && ('client' in one || 'code' in one),
    );
    const keyOf = (one: unknown): string =>
      JSON.stringify([(one as Figures)['year'], (one as Figures)['client'], (one as Figures)['code']]);
    return isOfClients ? list.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0)) : list;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, byClient(one)]));
}

/** The reason of a call may be what was last bought. */
const withoutPurposes = (plan: unknown): unknown =>
  JSON.parse(
    JSON.stringify(plan ?? null, (key, value: unknown) => (/^(purpose|measure)$/.test(key) ? undefined : value)),
  );

/**
 * Every figure. Left out is what tells of single lines: the list of issues (rows of sums have other numbers than lines), what was last
 * bought, why a sheet of lines was not written.
 */
function figuresOf(done: RefreshDone): Figures {
  const json = JSON.parse(new TextDecoder().decode(figuresAsJson(done, 'zh'))) as Record<string, unknown>;
  delete json['issues'];
  delete json['notWritten'];
  json['plan'] = withoutPurposes(json['plan']);
  const { 'lines-in-engine': _, ...issueCounts } = done.analysis.issueCounts;
  return { ...(byClient(json) as Figures), issueCounts };
}

/** Figures that need single lines: with sums they say that the lines stayed in the engine. */
const OF_LINES = ['productTracking', 'buyingHabits', 'promotions'];

async function expectSame(database: string | undefined, seed: number): Promise<void> {
  const random = seededRandom(seed);
  const argv = ['--source', randomLines(random), '-o', 'out.xlsx', ...random.pick(PERIODS)];
  const lines = figuresOf(await reportsOf(database, parseArguments(argv)));
  const sums = figuresOf(await reportsOf(database, parseArguments([...argv, '--push-down'])));
  expect(Object.keys(lines).length).toBeGreaterThan(10);
  const inEngine = Object.keys(sums).filter(
    (key) => (sums[key] as { missing?: unknown } | null)?.missing === 'lines-in-engine',
  );
  expect(OF_LINES).toEqual(expect.arrayContaining(inEngine));
  const others = (all: Figures): Figures =>
    Object.fromEntries(Object.entries(all).filter(([key]) => !inEngine.includes(key)));
  expect(others(sums)).toEqual(others(lines));
}

const seeds = fc.integer({ min: 1, max: 1_000_000 });

it('DuckDB adds up lines to the figures that the lines give, to the fen', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, (seed) => expectSame(undefined, seed)),
    { numRuns: 40, seed: 19 },
  );
}, 300_000);

const servers = { PostgreSQL: startPostgres(), MariaDB: startMariadb() };

describe.each(Object.entries(servers))('%s', (name, server) => {
  const itWhereThere = server ? it : it.skip;
  afterAll(() => server?.stop());
  itWhereThere(
    `does so too${server ? '' : ' (skipped: it is not installed here)'}`,
    async () => {
      process.env[name === 'MariaDB' ? 'MYSQL_PWD' : 'PGPASSWORD'] = server!.password;
      await fc.assert(
        fc.asyncProperty(seeds, (seed) => expectSame(server!.address, seed)),
        { numRuns: 20, seed: 20 },
      );
    },
    300_000,
  );
});
