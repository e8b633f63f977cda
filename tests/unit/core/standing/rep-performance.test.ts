import type { Settings } from '../../../../src/core/settings';
import type { RepFigures } from '../../../../src/core/standing/rep-performance';
import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset, type DatasetBuilder, type RowOf } from '../../../support/dataset-builder';

/** July 2025 to June 2026. */
const AS_OF = '2026-06-30';

function repsOf(builder: DatasetBuilder, settings: Partial<Settings> = {}): RepFigures {
  const { repFigures } = anAnalysis(builder.build(), { asOf: AS_OF, settings }).analysis;
  if (!repFigures.known) throw new Error('there are reps');
  return repFigures.value;
}
const valueOf = <T>(outcome: { readonly known: boolean; readonly value?: T }): T | '—' =>
  outcome.known ? outcome.value! : '—';

const clients: readonly RowOf<'clients'>[] = [{ code: 'A', rep: '李' }, { code: 'B', rep: '王' }, { code: 'C' }];
const sale = (client: string, day: string, amount: number, more: RowOf<'transactions'> = {}): RowOf<'transactions'> => ({ client, day, amount, ...more }); // prettier-ignore
/** Somebody sold something: else there is nothing to analyse. */
const book = (...sales: RowOf<'transactions'>[]): DatasetBuilder =>
  aDataset()
    .withClients(clients)
    .withTransactions([sale('A', '2026-01-05', 100, { orderNo: 'N1' }), ...sales]);

describe('what a rep did', () => {
  it('is what was sold on lines that name him, else to his clients; nobody is a line too', () => {
    const { reps } = repsOf(
      book(
        sale('A', '2026-01-06', 20, { rep: '王', orderNo: 'N2' }),
        sale('B', '2025-07-01', 7, { orderNo: 'N3' }),
        sale('B', '2025-06-30', 50, { orderNo: 'N4' }),
        sale('B', '2024-07-01', 4, { orderNo: 'N5' }),
        sale('B', '2024-06-30', 900, { orderNo: 'N6' }),
        sale('B', '2026-06-30', -3, { isReturn: true }),
        sale('C', '2026-03-01', 5, { orderNo: 'N7' }),
        sale('C', '2026-03-02', 6, { orderNo: 'N7' }),
        sale('C', '2026-07-01', 1000, { orderNo: 'N8' }),
        { day: '2026-03-01', amount: 70, rep: '李' },
      ),
    );
    expect(
      reps.map((one) => [
        ...[one.rep, one.netAmount, one.previousNetAmount, valueOf(one.growth), one.returnAmount],
        ...[one.orders, one.clients, one.newClients],
      ]),
    ).toEqual([
      ['李', 10_000, 0, '—', 0, 1, 1, 1],
      // A bought of him too; its first purchase is in the period, B's was in 2024. 20 + 7 − 3 against 50 + 4.
      ['王', 2400, 5400, (24 - 54) / 54, 300, 2, 2, 1],
      ['', 1100, 0, '—', 0, 1, 1, 1],
    ]);
  });

  it('is listed by net sales, equal ones by name', () => {
    const people = ['丁', '乙', '丙', '甲'].map((rep, at): RowOf<'clients'> => ({ code: `K${at}`, rep }));
    const { reps } = repsOf(
      aDataset()
        .withClients(people)
        .withTransactions(people.map(({ code }, at) => sale(code!, '2026-01-05', at === 2 ? 9 : 5))),
    );
    expect(reps.map(({ rep }) => rep)).toEqual(['丙', '丁', '乙', '甲']);
  });

  it('needs somebody who is named', () => {
    const nobody = aDataset().withTransactions([sale('A', '2026-01-05', 1)]);
    expect(anAnalysis(nobody.build(), { asOf: AS_OF }).analysis.repFigures).toEqual({
      known: false,
      why: { reason: 'no-column', column: 'clients.rep' },
    });
  });

  it('says which sheet lacks', () => {
    const [one] = repsOf(book()).reps;
    const no = (sheet: string) => ({ known: false, why: { reason: 'no-sheet', sheet } });
    expect([one!.receivable, one!.overdue, one!.complaints, one!.openComplaints, one!.calls, one!.visits]).toEqual(
      ['invoices', 'invoices', 'complaints', 'complaints', 'contacts', 'contacts'].map(no),
    );
  });

  it('adds what his clients owe, and of that what is overdue', () => {
    const invoice = (client: string, dueDay: string, amount: number): RowOf<'invoices'> => ({ client, invoiceNo: `${client}${amount}`, day: '2026-05-01', dueDay, amount }); // prettier-ignore
    const { reps } = repsOf(
      book(sale('B', '2026-01-05', 50))
        .withInvoices([
          invoice('A', '2026-07-31', 10),
          invoice('A', '2026-06-01', 20),
          invoice('B', '2026-06-01', 5),
          invoice('C', '2026-06-01', 3),
        ])
        .withReceipts([{ client: 'A', day: '2026-06-02', amount: 1 }]),
    );
    expect(reps.map(({ rep, receivable, overdue }) => [rep, valueOf(receivable), valueOf(overdue)])).toEqual([
      ['李', 2900, 1900],
      ['王', 500, 500],
      ['', 300, 300],
    ]);
  });

  it('counts complaints of his clients received in the period, and those still open of any', () => {
    const told = (client: string | undefined, received: string | undefined, closed?: string): RowOf<'complaints'> => ({ client, received, closed }); // prettier-ignore
    const { reps } = repsOf(
      book(sale('B', '2026-01-05', 50)).withComplaints([
        told('A', '2025-07-01', '2025-07-02'),
        told('A', '2026-06-30 23:00'),
        told('A', '2025-06-30 23:00'),
        told('A', '2026-07-01'),
        told('A', undefined),
        told('B', '2026-06-29', '2026-06-30'),
        told(undefined, '2026-06-01'),
      ]),
    );
    expect(
      reps.map(({ rep, complaints, openComplaints }) => [rep, valueOf(complaints), valueOf(openComplaints)]),
    ).toEqual([
      ['李', 2, 2],
      ['王', 1, 0],
      ['', 1, 1],
    ]);
  });

  it('counts calls and visits by who is named on them, in the period', () => {
    const met = (rep: string | undefined, at: string | undefined, method: string): RowOf<'contacts'> => ({ client: 'A', rep, at, method }); // prettier-ignore
    const { reps } = repsOf(
      book(sale('B', '2026-01-05', 50)).withRows('contacts', [
        met('李', '2025-07-01 08:00', '电话'),
        met('李', '2026-06-30 18:00', '电话'),
        met('李', '2026-06-30', '上门拜访'),
        met('李', '2025-06-30 23:59', '电话'),
        met('李', '2026-07-01', '上门拜访'),
        met('李', undefined, '电话'),
        met('王', '2026-01-05', '拜访'),
        met('外人', '2026-01-05', '电话'),
        met(undefined, '2026-01-05', '拜访'),
      ]),
    );
    expect(reps.map(({ rep, calls, visits }) => [rep, valueOf(calls), valueOf(visits)])).toEqual([
      ['李', 2, 1],
      ['王', 0, 1],
      ['', 1, 1],
    ]);
    // Contacts that name nobody at all say nothing of reps.
    const unnamed = repsOf(book().withRows('contacts', [{ client: 'A', at: '2026-01-05', method: '电话' }]));
    expect(unnamed.reps[0]!.calls).toEqual({ known: false, why: { reason: 'no-sheet', sheet: 'contacts' } });
  });

  it('is a line where there is anything at all to be said, and none where nothing is', () => {
    const named = ({ reps }: RepFigures): string[] => reps.map(({ rep }) => rep);
    expect(named(repsOf(book()))).toEqual(['李']);
    const with王 = (add: (builder: DatasetBuilder) => DatasetBuilder, ...sales: RowOf<'transactions'>[]) =>
      named(repsOf(add(book(...sales))));
    const same = (builder: DatasetBuilder): DatasetBuilder => builder;
    // An order and its return: nothing net, but an order.
    expect(with王(same, sale('B', '2026-01-05', 5), sale('B', '2026-01-06', -5))).toEqual(['李', '王']);
    expect(with王(same, sale('B', '2026-01-05', -5))).toEqual(['李', '王']);
    expect(with王(same, sale('B', '2025-01-05', 5))).toEqual(['李', '王']);
    expect(with王(same, sale('B', '2023-01-05', 5))).toEqual(['李']);
    const owing = (all: DatasetBuilder): DatasetBuilder =>
      all
        .withInvoices([{ client: 'B', invoiceNo: 'F', day: '2026-05-01', amount: 1 }])
        .withReceipts([{ client: 'A', day: '2026-05-02', amount: 1 }]);
    expect(with王(owing)).toEqual(['李', '王']);
    expect(with王((all) => all.withComplaints([{ client: 'B', received: '2026-06-01' }]))).toEqual(['李', '王']);
    expect(with王((all) => all.withRows('contacts', [{ client: 'B', rep: '王', at: '2026-06-01', method: '电话' }]))).toEqual(['李', '王']); // prettier-ignore
    expect(with王((all) => all.withRows('contacts', [{ client: 'B', rep: '王', at: '2026-06-01', method: '拜访' }]))).toEqual(['李', '王']); // prettier-ignore
  });

  it('stands beside the targets of his clients', () => {
    const { reps } = repsOf(
      book(sale('B', '2026-01-05', 50), sale('A', '2025-12-31', 7)).withRows('targets', [
        { client: 'A', amount: 400, year: 2026 },
        { client: 'C', amount: 30, year: 2026 },
      ]),
    );
    // Of the calendar year; C bought nothing.
    expect(
      reps.map(({ rep, attainment }) => [rep, attainment.numerator, attainment.denominator, attainment.n]),
    ).toEqual([
      ['李', 10_000, 40_000, 1],
      ['王', 0, 0, 0],
    ]);
  });
});

describe('commissions', () => {
  const plan = (rep: string, month: string | undefined, more: RowOf<'commissionPlans'> = {}): RowOf<'commissionPlans'> => ({ rep, month, ...more }); // prettier-ignore
  const paid = (plans: readonly RowOf<'commissionPlans'>[], add = (all: DatasetBuilder): DatasetBuilder => all) => {
    const { commissions } = repsOf(
      add(book(sale('B', '2026-02-03', -40), sale('B', '2026-03-01', 30), sale('B', '2026-03-31', 3))).withRows(
        'commissionPlans',
        plans,
      ),
    );
    if (!commissions.known) throw new Error('there is a plan');
    return commissions.value.map((one) => [
      ...[one.rep, one.basis, one.month % 12, valueOf(one.target), one.reached],
      ...[valueOf(one.attainment), valueOf(one.rate), valueOf(one.commission)],
    ]);
  };

  it('are the rate of what was sold up to the target, and another rate beyond it', () => {
    expect(
      paid([
        plan('李', '2026-01-01', { target: 80, commissionRate: 0.02, rateBeyond: 0.05 }),
        plan('李', '2026-01-01', { target: 80, commissionRate: 0.02 }),
        plan('李', '2026-01-01', { target: 100, commissionRate: 0.02, rateBeyond: 0.05 }),
        plan('李', '2026-01-01', { target: 120, commissionRate: 0.02, rateBeyond: 0.05 }),
        plan('李', '2026-01-01', { commissionRate: 0.02, rateBeyond: 0.05 }),
        plan('李', '2026-01-01', { target: 0, commissionRate: 0.02 }),
        plan('李', '2026-01-01', { target: 50 }),
      ]).map(([, , , target, , attainment, rate, commission]) => [target, attainment, rate, commission]),
    ).toEqual([
      // 80 × 2 % + 20 × 5 %
      [8000, 1.25, 0.02, 260],
      [8000, 1.25, 0.02, 200],
      [10_000, 1, 0.02, 200],
      [12_000, 100 / 120, 0.02, 200],
      ['—', '—', 0.02, 200],
      [0, '—', 0.02, 200],
      [5000, 2, '—', '—'],
    ]);
  });

  it('stand by rep and month, as the plan has them, within the period and up to the day', () => {
    expect(
      paid([
        plan('王', '2026-03-01', { commissionRate: 0.1 }),
        plan('王', '2026-02-01', { target: 10, commissionRate: 0.1 }),
        plan('李', '2026-03-01', { commissionRate: 0.1 }),
        plan('李', '2026-01-31', { commissionRate: 0.1 }),
        plan('李', '2025-07-01'),
        plan('李', '2025-06-30'),
        plan('李', '2026-06-30'),
        plan('李', '2026-07-01'),
        plan('李', undefined),
        plan('', '2026-01-01'),
        plan('外人', '2026-01-01', { commissionRate: 0.1 }),
      ]),
    ).toEqual([
      ['外人', 'sales', 0, '—', 0, '—', 0.1, 0],
      ['李', 'sales', 6, '—', 0, '—', '—', '—'],
      ['李', 'sales', 0, '—', 10_000, '—', 0.1, 1000],
      ['李', 'sales', 2, '—', 0, '—', 0.1, 0],
      ['李', 'sales', 5, '—', 0, '—', '—', '—'],
      // 40 came back: less than nothing earns nothing.
      ['王', 'sales', 1, 1000, -4000, -4, 0.1, 0],
      ['王', 'sales', 2, '—', 3300, '—', 0.1, 330],
    ]);
  });

  it('go by what his clients paid where the plan says so', () => {
    const receipt = (client: string | undefined, day: string | undefined, amount: number | undefined): RowOf<'receipts'> => ({ client, day, amount }); // prettier-ignore
    const receipts = (all: DatasetBuilder): DatasetBuilder =>
      all.withReceipts([
        receipt('A', '2026-01-01', 30),
        receipt('A', '2026-01-31', 4),
        receipt('A', '2026-02-01', 500),
        receipt('B', '2026-01-15', 60),
        receipt('C', '2026-01-15', 70),
        receipt(undefined, '2026-01-15', 80),
        receipt('A', undefined, 90),
        receipt('A', '2026-01-15', undefined),
        receipt('A', '2025-01-15', 1000),
      ]);
    const of = (rep: string, basis: string) => paid([plan(rep, '2026-01-01', { basis, commissionRate: 0.1 })], receipts)[0]!; // prettier-ignore
    expect(of('李', '按回款')).toEqual(['李', 'receipts', 0, '—', 3400, '—', 0.1, 340]);
    expect(of('王', 'Collected')).toEqual(['王', 'receipts', 0, '—', 6000, '—', 0.1, 600]);
    expect(['收款', '到账', 'receipts', 'PAID', '销售', ''].map((basis) => of('李', basis)[1])).toEqual([
      ...['receipts', 'receipts', 'receipts', 'receipts', 'sales', 'sales'],
    ]);
  });

  it('of a period that runs on stop at the day', () => {
    const { analysis } = anAnalysis(
      book()
        .withRows('commissionPlans', [plan('李', '2026-06-01'), plan('李', '2026-07-01')])
        .build(),
      { asOf: AS_OF, period: { kind: 'year', year: 2026 } },
    );
    const { repFigures } = analysis;
    expect(repFigures.known && valueOf(repFigures.value.commissions)).toHaveLength(1);
  });

  it('need a plan', () => {
    expect(repsOf(book()).commissions).toEqual({ known: false, why: { reason: 'no-sheet', sheet: 'commissionPlans' } });
  });
});
