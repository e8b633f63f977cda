import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { refresh, type RefreshRequest } from '../../src/app/refresh';
import { dayOf, isoOf, type Day } from '../../src/core/model/day';
import { makeMemoryHost, type MemoryHost } from '../../src/hosts/memory/memory-host';
import { readRows, wordsOf } from '../../src/reports/standing/read-rows';
import type { CellValue } from '../../src/workbook/cell-value';
import { findCell } from '../support/plan-cells';
import { seededRandom } from '../support/seeded-random';

/**
 * Three refreshes of one workbook over three inputs: what 本期变动 says of each step agrees with another engine over the two
 * inputs of it. The inputs differ by new lines, and the last by a corrected amount, a client gone and a line deleted.
 */

interface Sale {
  readonly no: string;
  readonly client: string;
  readonly day: Day;
  readonly quantity: number;
  readonly fen: number;
}

interface Ticket {
  readonly no: string;
  readonly client: string;
  readonly promised: Day;
  readonly delivered: Day;
}

interface Input {
  readonly asOf: Day;
  readonly from: Day;
  readonly sales: readonly Sale[];
  readonly tickets: readonly Ticket[];
}

const FIRST = dayOf(2024, 3, 1);
const AS_OF = [dayOf(2025, 12, 31), dayOf(2026, 1, 31), dayOf(2026, 3, 31)] as const;
const FROM = [dayOf(2025, 1, 1), dayOf(2025, 2, 1), dayOf(2025, 4, 1)] as const;
const SERIAL_OF_1970 = 25_569;

function makeInputs(seed: number): readonly Input[] {
  const random = seededRandom(seed);
  const clients = Array.from({ length: 40 }, (_, at) => ({
    code: `K${String(at + 1).padStart(3, '0')}`,
    // Some begin late, some end early: new, lost and come-back clients.
    from: FIRST + random.whole(0, at % 4 === 0 ? 700 : 60),
    to: AS_OF[2] - random.whole(0, at % 3 === 0 ? 500 : 0),
    size: random.whole(1, 60),
  }));
  const sales: Sale[] = [];
  const tickets: Ticket[] = [];
  for (const [at, { code, from, to, size }] of clients.entries())
    for (let day = from; day <= to; day += random.whole(5, at % 5 === 0 ? 420 : 60)) {
      const no = `S${sales.length}`;
      const quantity = random.whole(1, 40);
      sales.push({ no, client: code, day: day as Day, quantity, fen: quantity * size * 1000 + random.whole(1, 997) });
      const promised = (day + random.whole(2, 6)) as Day;
      tickets.push({ no, client: code, promised, delivered: (promised + random.pick([-1, 0, 0, 0, 2])) as Day });
    }
  const add = (client: string, day: Day): void =>
    void sales.push({ no: `S${sales.length}`, client, day, quantity: 5, fen: 7_000_00 + sales.length });
  // New in January; come back in March after two years; new in February and lost to nobody.
  add('K041', dayOf(2026, 1, 15));
  for (const day of [dayOf(2024, 4, 2), dayOf(2026, 3, 10)]) add('K042', day);
  add('K043', dayOf(2026, 2, 20));
  return AS_OF.map((asOf, step): Input => {
    const isLast = step === 2;
    return {
      asOf,
      from: FROM[step]!,
      sales: sales
        .filter(({ day, client, no }) => day <= asOf && !(isLast && (client === 'K007' || no === 'S11')))
        .map((sale) => (isLast && sale.no === 'S20' ? { ...sale, fen: sale.fen + 12_345 } : sale)),
      tickets: tickets.filter(({ promised, client }) => promised <= asOf && !(isLast && client === 'K007')),
    };
  });
}

const serial = (day: Day): number => day + SERIAL_OF_1970;

function putInto(host: MemoryHost, { sales, tickets }: Input): void {
  const put = (sheet: string, rows: readonly (readonly CellValue[])[]): void => {
    const target = host.rowsOf(sheet);
    target.splice(1, target.length, ...rows.map((row) => [...row]));
  };
  put(
    '销售明细',
    sales.map(({ no, client, day, quantity, fen }) => [serial(day), no, client, `${client}公司`, quantity, fen / 100]),
  );
  put(
    '发货',
    tickets.map(({ no, client, promised, delivered }) => [
      no,
      client,
      `${client}公司`,
      serial((promised - 3) as Day),
      serial(promised),
      serial(delivered),
    ]),
  );
}

async function load(connection: DuckDBConnection, inputs: readonly Input[]): Promise<void> {
  await connection.run('create table sales (input int, client varchar, day date, quantity bigint, fen bigint)');
  await connection.run('create table tickets (input int, no varchar, promised date, delivered date)');
  for (const [step, { sales, tickets }] of inputs.entries()) {
    const rows = sales.map(
      ({ client, day, quantity, fen }) => `(${step},'${client}','${isoOf(day)}',${quantity},${fen})`,
    );
    await connection.run(`insert into sales values ${rows.join(',')}`);
    const lines = tickets.map(
      ({ no, promised, delivered }) => `(${step},'${no}','${isoOf(promised)}','${isoOf(delivered)}')`,
    );
    await connection.run(`insert into tickets values ${lines.join(',')}`);
  }
  const periods = inputs.map(({ from, asOf }, step) => `(${step},date '${isoOf(from)}',date '${isoOf(asOf)}')`);
  await connection.run(`create table periods as select * from (values ${periods.join(',')}) t(input, first, last)`);
  await connection.run(`create view net as
    select s.input, client, sum(fen) fen, sum(quantity) quantity from sales s join periods p using (input)
    where day between first and last group by all`);
  // The midpoint rule: half-way up a client's own part of the whole, Ⅰ up to 70 %, Ⅱ up to 90 %.
  await connection.run(`create view tiers as
    select *, case when mid <= 0.7 then 1 when mid <= 0.9 then 2 else 3 end tier from (
      select input, client, fen, (2 * sum(fen) over (partition by input order by fen desc) - fen)
        / (2.0 * sum(fen) over (partition by input)) mid from net)`);
  await connection.run(`create view pairs as
    select step, k.client, a.fen was, b.fen is_now, a.quantity q0, b.quantity q1,
      case when a.fen is null then
        case when exists (select 1 from sales s join periods p on p.input = step - 1
          where s.input = step and s.client = k.client and s.day <= p.last) then 'back' else 'new' end
        when b.fen is null then 'lost' when b.fen > a.fen then 'grown' when b.fen < a.fen then 'shrunk' else 'same' end kind
    from (select distinct step, net.client from (values (1), (2)) v(step), net where net.input in (step, step - 1)) k
    left join net a on a.client = k.client and a.input = step - 1
    left join net b on b.client = k.client and b.input = step`);
}

/** Due on the last day and not there yet: neither on time nor late. */
const IS_KNOWN = '(delivered <= last or promised < last)';

const KINDS = { new: '新客户', back: '回来', grown: '增加', shrunk: '减少', lost: '流失' } as const;

describe('the movements of three refreshes', () => {
  const inputs = makeInputs(17);
  const sheets: (readonly (readonly CellValue[])[])[] = [];
  let connection: DuckDBConnection;
  const ask = async (sql: string): Promise<(string | number)[][]> =>
    (await connection.runAndReadAll(sql))
      .getRows()
      .map((row) => row.map((value) => (typeof value === 'string' ? value : Number(value))));

  beforeAll(async () => {
    const instance = await DuckDBInstance.create(':memory:');
    connection = await instance.connect();
    await load(connection, inputs);
    const host = makeMemoryHost({
      sheets: [
        { name: '销售明细', rows: [['日期', '订单号', '客户编号', '客户名称', '数量', '金额']] },
        { name: '发货', rows: [['发货单号', '客户编号', '客户名称', '订单日期', '承诺交期', '签收日期']] },
      ],
    });
    for (const input of inputs) {
      putInto(host, input);
      const request: RefreshRequest = {
        clock: { today: AS_OF[2], now: `${isoOf(input.asOf)} 09:00`, version: '1' },
        lang: 'zh',
        asOf: input.asOf,
        reports: ['changes', 'indicators'],
      };
      const done = await refresh(host, request);
      if (done.outcome !== 'done') throw new Error('nothing was refreshed');
      sheets.push((await host.readReport('changes'))?.cells ?? []);
    }
  });
  afterAll(() => connection.closeSync());

  it('has something of every kind in it', async () => {
    const kinds = await ask('select kind, count(*) from pairs group by kind order by kind');
    expect(kinds.map(([kind]) => kind)).toEqual(expect.arrayContaining(['back', 'grown', 'lost', 'new', 'shrunk']));
    expect(sheets[0]).toEqual([]);
  });

  it.each([1, 2])('step %d: where the tiers went', async (step) => {
    const expected = await ask(`select coalesce(a.tier, 4), coalesce(b.tier, 4), count(*) from
      (select * from tiers where input = ${step - 1}) a full join (select * from tiers where input = ${step}) b using (client)
      group by all order by all`);
    const { row, column } = findCell(sheets[step]!, '上次＼本次');
    const found = [0, 1, 2, 3].flatMap((from) =>
      [0, 1, 2, 3].flatMap((to) => {
        const n = sheets[step]![row + 1 + from]![column + 1 + to];
        // Clients without a tier either time are on our sheet, and in no period of the other engine.
        return typeof n === 'number' && n > 0 && !(from === 3 && to === 3) ? [[from + 1, to + 1, n]] : [];
      }),
    );
    expect(found).toEqual(expected);
  });

  it.each([1, 2])('step %d: the bridge of net sales, to the fen, with quantity and price', async (step) => {
    const expected = await ask(`select kind, count(*), sum(coalesce(is_now, 0) - coalesce(was, 0)),
        sum(case when kind in ('grown', 'shrunk') then round((q1 - q0) * was / q0::double)::bigint end)
      from pairs where step = ${step} and kind <> 'same' group by kind`);
    const rows = readRows(sheets[step]!, {
      step: { zh: '项目', en: 'Step' },
      clients: { zh: '客户', en: 'Clients' },
      amount: { zh: '净销售额', en: 'Net sales' },
      quantity: { zh: '其中：量', en: 'By quantity' },
      price: { zh: '其中：价', en: 'By price' },
    });
    const fen = (value: CellValue): number => Math.round(Number(value) * 100);
    for (const [kind, clients, change, byQuantity] of expected) {
      const line = rows.find((one) => wordsOf(one.step) === KINDS[kind as keyof typeof KINDS])!;
      expect([kind, line.clients, fen(line.amount)]).toEqual([kind, clients, change]);
      if (kind !== 'grown' && kind !== 'shrunk') continue;
      expect([fen(line.quantity), fen(line.quantity) + fen(line.price)]).toEqual([byQuantity, change]);
    }
    const [[was, is] = []] = await ask(
      `select (select sum(fen) from net where input = ${step - 1}), (select sum(fen) from net where input = ${step})`,
    );
    expect([fen(rows[0]!.amount), fen(rows[rows.length - 1]!.amount)]).toEqual([was, is]);
  });

  it.each([1, 2])('step %d: who came and went', async (step) => {
    const expected = await ask(
      `select client, kind from pairs where step = ${step} and kind in ('new', 'back', 'lost') order by client`,
    );
    const rows = readRows(sheets[step]!, {
      client: { zh: '客户编号', en: 'Client code' },
      kind: { zh: '变化', en: 'Change' },
      now: { zh: '本次净销售额', en: 'Net sales now' },
    });
    const found = rows
      .filter(({ kind }) => ['新客户', '回来', '流失'].includes(wordsOf(kind)))
      .map(({ client, kind }) => [
        wordsOf(client),
        Object.entries(KINDS).find(([, words]) => words === wordsOf(kind))![0],
      ])
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
    expect(found).toEqual(expected);
  });

  it.each([1, 2])('step %d: on-time rate, and the rows behind its change', async (step) => {
    const [[was, is] = []] = await ask(`select
      (select avg((delivered <= promised)::int) from tickets t join periods p using (input) where input = ${step - 1} and promised between first and last and ${IS_KNOWN}),
      (select avg((delivered <= promised)::int) from tickets t join periods p using (input) where input = ${step} and promised between first and last and ${IS_KNOWN})`);
    const rows = readRows(sheets[step]!, {
      figure: { zh: '指标', en: 'Figure' },
      cause: { zh: '原因', en: 'Cause' },
      effect: { zh: '影响', en: 'Effect' },
    });
    const sum = (figure: string): number =>
      rows.filter((one) => wordsOf(one.figure) === figure).reduce((all, { effect }) => all + Number(effect), 0);
    expect(sum('准时率')).toBeCloseTo(Number(is) - Number(was), 10);
    const [[change] = []] = await ask(
      `select sum(case input when ${step} then fen else -fen end) from net where input in (${step}, ${step - 1})`,
    );
    expect(Math.round(sum('净销售额') * 100)).toBe(change);
    // A line that was deleted and one that was corrected: told apart from what entered and left.
    expect(rows.some(({ cause }) => wordsOf(cause) === '数据更正')).toBe(step === 2);
  });
});
