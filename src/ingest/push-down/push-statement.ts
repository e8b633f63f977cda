import { isoOf, type Day } from '../../core/model/day';
import type { FieldPath } from '../fields/define-fields';
import type { Dialect } from './dialects';
import type { PushedColumn } from './plan-push-down';

/** Columns that the engine adds: fields of the sales lines by their names in the answer. */
export const ADDED: Readonly<Partial<Record<FieldPath, string>>> = {
  'transactions.lines': 'kelan_lines',
  'transactions.dayBits': 'kelan_days',
  'transactions.orders': 'kelan_orders',
};

interface Named {
  readonly name: string;
  readonly sql: string;
}

/**
 * The statement that has an engine add up sales lines by client, month, region, rep and kind: what `gatherTransactions` adds up line
 * by line. A month is two or three rows where something begins or ends inside it (`cuts`), so that no row reaches over it. Lines of
 * different signs of amount, quantity, cost, profit or tax are different rows, and so are lines with and without one of them.
 *
 * Where orders have numbers, an order with all its lines in one row is counted there, and an order with lines in several rows stays
 * apart in each of them, with its number.
 *
 * @param statement One SELECT.
 */
export function pushStatement(
  statement: string,
  columns: readonly PushedColumn[],
  cuts: readonly Day[],
  dialect: Dialect,
): string {
  const { quote, exactText = (text: string): string => text } = dialect;
  const cell = ({ name }: PushedColumn): string => `q.${quote(name)}`;
  const of = (role: PushedColumn['role']): readonly PushedColumn[] => columns.filter((one) => one.role === role);
  const amount = cell(columns.find(({ path }) => path === 'transactions.amount')!);
  const keys = of('key').map((one, at): Named => ({
    name: `k${at}`,
    sql: one.isText ? exactText(cell(one)) : cell(one),
  }));
  const factors = of('factor').map((one, at): Named => ({
    name: `f${at}`,
    sql: `CASE WHEN ${amount} IS NULL OR ${amount} = 0 THEN ${cell(one)} END`,
  }));
  const sums = of('sum').map((one, at): Named => ({ name: `s${at}`, sql: cell(one) }));
  const signs = of('sum').map((one, at): Named => ({ name: `g${at}`, sql: `SIGN(${cell(one)})` }));
  // An order number comes before a document's.
  const ordered = [...of('number')].sort((a, b) => (a.path < b.path ? 1 : -1));
  const numbers = ordered.map((one, at): Named => ({
    name: `o${at}`,
    sql: one.isText ? exactText(`NULLIF(TRIM(${cell(one)}), '')`) : cell(one),
  }));
  const lines = select(
    [...keys, ...factors, ...sums, ...signs, ...numbers, { name: 'd', sql: dayOf(columns, cell) }],
    `(${statement}\n) q`,
  );

  const { year, month, dayBit, bitOr } = dialect;
  const months = [
    { name: 'm', sql: `${year('d')} * 12 + ${month('d')}` },
    ...(cuts.length > 0 ? [{ name: 'p', sql: pieceOf(cuts) }] : []),
  ];
  const kept = [...keys, ...factors, ...signs].map(itself);
  const order = numbers.map(({ name }, at): Named => ({
    name,
    sql: at === 0 ? name : `CASE WHEN o0 IS NULL THEN ${name} END`,
  }));
  const groups = [...kept, ...months, ...order];
  const parts = `${select(
    [
      ...groups,
      { name: 'd', sql: 'MAX(d)' },
      { name: 'n', sql: 'COUNT(*)' },
      { name: 'b', sql: `${bitOr}(${dayBit('d')})` },
      ...sums.map(({ name }) => ({ name, sql: `SUM(${name})` })),
    ],
    'kelan_lines',
  )} GROUP BY ${groups.map(({ sql }) => sql).join(', ')}`;

  const answer = (inner: readonly Named[], role: PushedColumn['role']): Named[] =>
    of(role).map(({ name }, at) => ({ name: quote(name), sql: inner[at]!.sql }));
  const added = (path: FieldPath, sql: string): Named => ({ name: quote(ADDED[path]!), sql });
  const head = [...answer(keys.map(itself), 'key'), ...answer(factors.map(itself), 'factor')];
  const day = { name: quote(of('day')[0]!.name), sql: 'd' };
  if (numbers.length === 0) {
    const shown = select(
      [
        ...head,
        day,
        ...answer(sums.map(itself), 'sum'),
        added('transactions.lines', 'n'),
        added('transactions.dayBits', 'b'),
      ],
      'kelan_parts',
    );
    return `WITH kelan_lines AS (${lines}), kelan_parts AS (${parts}) ${shown} ORDER BY ${ordinals(head.length + 1)}`;
  }

  const hasNumber = numbers.map(({ name }) => `${name} IS NOT NULL`).join(' OR ');
  const ids = numbers.map(({ name }) => name).join(', ');
  const marked = `SELECT kelan_parts.*, CASE WHEN ${hasNumber} THEN CASE WHEN COUNT(*) OVER (PARTITION BY ${ids}) > 1 THEN 2 ELSE 1 END ELSE 0 END AS h FROM kelan_parts`;
  const apart = numbers.map(({ name }): Named => ({ name, sql: `CASE WHEN h = 2 THEN ${name} END` }));
  const by = [...kept, ...months.map(itself), { name: 'h', sql: 'h' }, ...apart].map(({ sql }) => sql).join(', ');
  const shown = select(
    [
      ...head,
      ...ordered.map(({ name }, at): Named => ({ name: quote(name), sql: apart[at]!.sql })),
      { ...day, sql: 'MAX(d)' },
      ...of('sum').map(({ name }, at): Named => ({ name: quote(name), sql: `SUM(s${at})` })),
      added('transactions.lines', 'SUM(n)'),
      added('transactions.dayBits', `${bitOr}(b)`),
      added('transactions.orders', 'CASE WHEN h = 1 THEN COUNT(*) END'),
    ],
    'kelan_marked',
  );
  return `WITH kelan_lines AS (${lines}), kelan_parts AS (${parts}), kelan_marked AS (${marked}) ${shown} GROUP BY ${by} ORDER BY ${ordinals(head.length + ordered.length + 1)}`;
}

/**
 * The statement that finds as-of as `resolveAsOf` does and the first day: of lines that can be used, the first day, the last that is
 * not after today, how many there are and how many lie after today.
 */
export function daysStatement(
  statement: string,
  columns: readonly PushedColumn[],
  today: Day,
  { quote }: Dialect,
): string {
  const cell = ({ name }: PushedColumn): string => `q.${quote(name)}`;
  const clients = columns.filter(({ path }) => /\.client(Code|Name)$/.test(path));
  const isKnown = (one: PushedColumn): string => (one.isText ? `TRIM(${cell(one)}) <> ''` : `${cell(one)} IS NOT NULL`);
  const day = dayOf(columns, cell);
  const amount = columns.find(({ path }) => path === 'transactions.amount')!;
  const made = ['transactions.quantity', 'transactions.unitPrice'].map((path) =>
    columns.find((one) => one.path === path),
  );
  const isMade = made.every((one) => one !== undefined) ? ` OR (${made.map(isKnown).join(' AND ')})` : '';
  const literal = dateOf(today);
  return `SELECT MIN(d) AS first_day, MAX(CASE WHEN d <= ${literal} THEN d END) AS last_day, COUNT(d) AS known, COUNT(CASE WHEN d > ${literal} THEN 1 END) AS later FROM (SELECT ${day} AS d FROM (${statement}\n) q WHERE (${clients.map(isKnown).join(' OR ')}) AND (${isKnown(amount)}${isMade})) days`;
}

const itself = ({ name }: Named): Named => ({ name, sql: name });
const dateOf = (day: Day): string => `DATE '${isoOf(day)}'`;

function dayOf(columns: readonly PushedColumn[], cell: (one: PushedColumn) => string): string {
  return `CAST(${cell(columns.find(({ role }) => role === 'day')!)} AS DATE)`;
}

const select = (columns: readonly Named[], from: string): string =>
  `SELECT ${columns.map(({ name, sql }) => (name === sql ? sql : `${sql} AS ${name}`)).join(', ')} FROM ${from}`;

/** Which piece, counted by the cuts at or before the day. */
const pieceOf = (cuts: readonly Day[]): string =>
  `CASE ${cuts.map((cut, at) => `WHEN d < ${dateOf(cut)} THEN ${at}`).join(' ')} ELSE ${cuts.length} END`;

/** The same data give the same order of rows: client, the other keys, order, day. */
const ordinals = (count: number): string => Array.from({ length: count }, (_, at) => at + 1).join(', ');
