import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { cutDays } from '../../../../src/ingest/push-down/cut-days';
import { DIALECTS, type DialectName } from '../../../../src/ingest/push-down/dialects';
import type { PushedColumn } from '../../../../src/ingest/push-down/plan-push-down';
import { daysStatement, pushStatement } from '../../../../src/ingest/push-down/push-statement';
import { dayOf, isoOf } from '../../../../src/core/model/day';
import { periodBefore } from '../../../../src/core/model/period';

const column = (path: string, role: PushedColumn['role'], name: string, isText: boolean): PushedColumn => ({
  path: `transactions.${path}` as PushedColumn['path'],
  role,
  name,
  isText,
});

const LEAST = [
  column('clientCode', 'key', '客户编号', true),
  column('day', 'day', '日期', false),
  column('amount', 'sum', '金额', false),
];
const ALL = [
  ...LEAST,
  column('region', 'key', '地区', true),
  column('type', 'key', 'the "type"', true),
  column('quantity', 'sum', '数量', false),
  column('unitPrice', 'factor', '单价', false),
  column('documentNo', 'number', '单号', true),
  column('orderNo', 'number', '订单号', true),
];
const CUTS = [dayOf(2025, 3, 16), dayOf(2026, 3, 16)];

/** What the grammar of a dialect finds wrong in each statement. DuckDB and PostgreSQL run theirs in the property test. */
function mistakesIn(dialect: DialectName, statements: readonly string[]): string[][] {
  const program = join(__dirname, '..', '..', '..', 'support', 'parse-sql.mjs');
  const input = JSON.stringify({ dialect, statements });
  return JSON.parse(execFileSync(process.execPath, [program], { input, encoding: 'utf8' })) as string[][];
}

it.each(['trino', 'spark'] as const)('is SQL by the grammar of %s', (name) => {
  const dialect = DIALECTS[name];
  const [broken, ...found] = mistakesIn(name, [
    'SELECT GROUP FROM',
    pushStatement('SELECT * FROM sales', LEAST, [], dialect),
    pushStatement('SELECT * FROM sales', ALL, CUTS, dialect),
    daysStatement('SELECT * FROM sales', LEAST, dayOf(2026, 4, 1), dialect),
    daysStatement('SELECT * FROM sales', ALL, dayOf(2026, 4, 1), dialect),
  ]);
  expect(broken).not.toEqual([]);
  expect(found).toEqual([[], [], [], []]);
});

it('writes what each engine calls differently', () => {
  const of = (name: DialectName): string => pushStatement('SELECT * FROM sales', LEAST, [], DIALECTS[name]);
  expect(of('trino')).toContain("bitwise_or_agg(bitwise_left_shift(BIGINT '1', day(d) - 1))");
  expect(of('spark')).toContain('q.`客户编号`');
  expect(of('postgresql')).toContain("CAST(date_part('month', d) AS INTEGER)");
});

it('cuts months where the period, the one before or a rolling month begins or ends inside them', () => {
  const asOf = dayOf(2026, 3, 15);
  const period = { from: dayOf(2025, 3, 16), to: asOf };
  const cuts = cutDays({
    asOf,
    last: asOf,
    period,
    previous: periodBefore({ kind: 'last12m' }, period),
    firstDay: asOf,
  });
  // The 16th of each of the 31 months up to as-of's; nothing else begins or ends inside a month.
  expect(cuts).toHaveLength(31);
  expect([cuts[0]!, cuts.at(-1)!].map(isoOf)).toEqual(['2023-09-16', '2026-03-16']);
  const end = dayOf(2025, 12, 31);
  const year = { from: dayOf(2025, 1, 1), to: end };
  const choice = { kind: 'year', year: 2025 } as const;
  expect(cutDays({ asOf: end, last: end, period: year, previous: periodBefore(choice, year), firstDay: end })).toEqual(
    [],
  );
});
