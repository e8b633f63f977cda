import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { tableOf } from '../../../../src/core/model/dataset';
import { measurePaymentGround, type PaymentGround } from '../../../../src/core/receivables/payment-ground';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';
import { seededRandom } from '../../../support/seeded-random';

const asOf = day('2026-06-30');
const CLIENTS = 25;

/**
 * An order book as firms keep it: clients with limits, invoices with due days, receipts without a word of what they pay. The
 * same rows go through SQL, where the oldest-due-first rule is a running sum.
 */
function aLedger(seed: number): {
  readonly invoices: readonly RowOf<'invoices'>[];
  readonly receipts: readonly RowOf<'receipts'>[];
} {
  const random = seededRandom(seed);
  const invoices: RowOf<'invoices'>[] = [];
  const receipts: RowOf<'receipts'>[] = [];
  for (let client = 0; client < CLIENTS; client++) {
    // Every due day of a client is its own: the order among equal ones is no matter of the rule.
    let due = asOf - random.whole(500, 700);
    for (let i = 0; i < random.whole(0, 40); i++) {
      due += random.whole(1, 30);
      const amount = random.whole(100, 999999) / 100;
      invoices.push({
        client: `C${client}`,
        invoiceNo: `I${client}-${i}`,
        day: (due - 30) as never,
        dueDay: due as never,
        amount,
      });
    }
    for (let i = 0; i < random.whole(0, 30); i++) {
      receipts.push({
        client: `C${client}`,
        day: (asOf - random.whole(-20, 600)) as never,
        amount: random.whole(100, 999999) / 100,
      });
    }
  }
  return { invoices: random.shuffle(invoices), receipts: random.shuffle(receipts) };
}

async function load(connection: DuckDBConnection, ledger: ReturnType<typeof aLedger>): Promise<void> {
  await connection.run('create table invoice (client varchar, no varchar, day integer, due integer, fen bigint)');
  await connection.run('create table receipt (client varchar, day integer, fen bigint)');
  const fen = (amount: unknown): number => Math.round(Number(amount) * 100);
  const rows = ledger.invoices.map(
    (row) => `('${row.client}', '${row.invoiceNo}', ${Number(row.day)}, ${Number(row.dueDay)}, ${fen(row.amount)})`,
  );
  await connection.run(`insert into invoice values ${rows.join(', ')}`);
  const paid = ledger.receipts.map((row) => `('${row.client}', ${Number(row.day)}, ${fen(row.amount)})`);
  await connection.run(`insert into receipt values ${paid.join(', ')}`);
}

/** Open amount of each invoice: its own, less what the receipts reach beyond all invoices due before it. */
const OPEN = `
  with known as (select * from invoice where day <= ${asOf}),
  paid as (select client, sum(fen) as fen from receipt where day <= ${asOf} group by client),
  running as (
    select client, no, due, fen, sum(fen) over (partition by client order by due) as upto from known
  ),
  opened as (
    select r.client, r.no, r.due,
      greatest(0, least(r.fen, r.upto - coalesce(p.fen, 0))) as open
    from running r left join paid p using (client)
  )`;

describe('receivables beside SQL', () => {
  let instance: DuckDBInstance;
  let connection: DuckDBConnection;
  const ledger = aLedger(20260630);
  let ground: PaymentGround;
  let codes: readonly string[];

  beforeAll(async () => {
    instance = await DuckDBInstance.create(':memory:');
    connection = await instance.connect();
    await load(connection, ledger);
    const dataset = aDataset()
      .withClients(Array.from({ length: CLIENTS }, (_, i) => ({ code: `C${i}` })))
      .withInvoices(ledger.invoices)
      .withReceipts(ledger.receipts)
      .build();
    const measured = measurePaymentGround(dataset, asOf, settingsWith({}));
    if (!measured.known) throw new Error('payments are kept');
    ground = measured.value;
    codes = [...tableOf(dataset, 'clients').columns.code!.values];
  });
  afterAll(() => {
    connection.closeSync();
    instance.closeSync();
  });

  const ask = async (sql: string): Promise<unknown[][]> =>
    (await connection.runAndReadAll(sql))
      .getRows()
      .map((row) => row.map((value) => (typeof value === 'bigint' ? Number(value) : value)));

  it('opens the same amounts on the same invoices', async () => {
    const expected = await ask(`${OPEN} select no, open::bigint from opened where open > 0 order by no`);
    const found = ground.receivables.collection
      .map(({ invoiceNo, open }) => [invoiceNo, open as number])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    expect(expected.length).toBeGreaterThan(50);
    expect(found).toEqual(expected);
  });

  it('ages them in the same bands, client by client', async () => {
    const band = (from: number, to: number): string =>
      `sum(case when ${asOf} - due between ${from} and ${to} then open else 0 end)::bigint`;
    const expected = await ask(
      `${OPEN} select client, ${band(-9999, 0)}, ${band(1, 30)}, ${band(31, 60)}, ${band(61, 90)}, ${band(91, 180)}, ${band(181, 99999)}
       from opened group by client having sum(open) > 0 order by client`,
    );
    const found = ground.receivables.clients
      .map((own, client) => [codes[client]!, ...own.ageing])
      .filter(([, ...bands]) => bands.some((amount) => amount !== 0))
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    expect(found).toEqual(expected);
  });

  it('keeps the same advances, and nothing is lost: billed = received in use + open', async () => {
    const expected = await ask(
      `with billed as (select client, sum(fen) as fen from invoice where day <= ${asOf} group by client),
       paid as (select client, sum(fen) as fen from receipt where day <= ${asOf} group by client)
       select p.client, greatest(0, p.fen - coalesce(b.fen, 0))::bigint from paid p left join billed b using (client)
       where p.fen > coalesce(b.fen, 0) order by p.client`,
    );
    const found = ground.receivables.clients
      .map(({ advance }, client) => [codes[client]!, advance as number])
      .filter(([, advance]) => advance !== 0)
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    expect(found).toEqual(expected);
  });

  it('sees the same exposure and the same longest overdue', async () => {
    const expected = await ask(
      `${OPEN} select client, max(${asOf} - due) from opened where open > 0 and due < ${asOf} group by client order by client`,
    );
    const found = ground.behaviours
      .map(({ oldestOverdueDays }, client) => [codes[client]!, oldestOverdueDays.known ? oldestOverdueDays.value : 0])
      .filter(([, days]) => days !== 0)
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    expect(found).toEqual(expected);
    ground.exposures.forEach(({ total, ahead }, client) => {
      const { open, advance } = ground.receivables.clients[client]!;
      expect(total - ahead).toBe(open - advance);
      expect(Math.min(total, ahead)).toBe(0);
    });
  });
});
