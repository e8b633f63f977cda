import { analysisToJson } from '../../../../src/app/json/analysis-json';
import { planCalls } from '../../../../src/core/plan/call-plan';
import { anAnalysis, threeClients } from '../../../support/analysis-builder';
import { aDataset } from '../../../support/dataset-builder';

interface Json {
  readonly [key: string]: Json;
}
const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

const ledger = aDataset()
  .withClients([{ code: 'C1', name: '东方饲料', creditLimit: 1000 }, { code: 'C2' }])
  .withTransactions([
    { client: 'C1', day: '2025-08-01', amount: 900 },
    { client: 'C2', day: '2026-05-01', amount: 100 },
  ])
  .withInvoices([
    { client: 'C1', invoiceNo: '1', day: '2025-08-01', dueDay: '2025-09-01', amount: 600, paidDay: '2025-09-01' },
    { client: 'C1', invoiceNo: '2', day: '2026-05-01', dueDay: '2026-06-10', amount: 250 },
  ])
  .build();

describe('the analysis as JSON', () => {
  const analysed = anAnalysis(ledger, { asOf: '2026-06-30' });
  const json = plain(analysisToJson(analysed.analysis, []));

  it('has receivables with what their ratios are made of', () => {
    // 250 open of 850 billed in 365 days; collected 600 of 850 that could be.
    expect(json.receivables!.totals).toMatchObject({
      open: 250,
      overdue: 250,
      ageing: [0, 250, 0, 0, 0, 0],
      dso: { value: (250 / 850) * 365, missing: null, numerator: 250, denominator: 850, days: 365 },
      cei: { value: 600 / 850, missing: null, numerator: 600, denominator: 850 },
    });
    expect(json.receivables!.collection).toMatchObject([
      { client: 'C1', invoiceNo: '2', dueDay: { value: '2026-06-10' }, open: 250, overdueDays: { value: 20 } },
    ]);
  });

  it('says how many invoices were scored, how many left out, and why there is no index', () => {
    expect((json.receivables!.clients as unknown as Json[])[0]!.payment!.index).toEqual({
      value: null,
      missing: 'too-few: 2 of 3',
      denominator: 850,
      n: 2,
      excluded: 0,
    });
  });

  it('has credit with use, and every factor with its weight or its reason', () => {
    const [c1, c2] = json.credit!.clients as unknown as Json[];
    expect(c1!.use).toEqual({ value: 0.25, missing: null, numerator: 250, denominator: 1000 });
    expect(c2!.use).toMatchObject({ value: null, missing: 'not-entered', denominator: null });
    expect(c1!.grade).toEqual({ value: null, missing: 'thin-data: below 0.6' });
    const factors = c1!.factors as unknown as {
      id: string;
      value: number | null;
      missing: string | null;
      weightUsed: number;
    }[];
    expect(factors.find(({ id }) => id === 'netAssets')).toMatchObject({
      value: null,
      missing: 'no-column: clients.registeredCapital',
      weightUsed: 0,
    });
  });

  it('has one class a scheme and client, by code', () => {
    expect((json.classes!.clients as unknown as Json[])[0]).toMatchObject({
      client: 'C1',
      tier: { value: '1', missing: null },
      opportunity: { value: null },
    });
    expect(json.classes!.schemes).toContainEqual(
      expect.objectContaining({
        id: 'tier',
        classified: expect.objectContaining({ numerator: 2, denominator: 2 }) as unknown,
      }),
    );
  });

  it('has the alerts with their client and money', () => {
    expect(json.alerts!.list).toContainEqual(
      expect.objectContaining({ kind: 'noSecondOrder', client: 'C2', amount: { value: 100, missing: null } }),
    );
  });

  it('has the call plan with attainment, where one was made', () => {
    const plan = planCalls(analysed.dataset, analysed.analysis);
    const withPlan = plain(analysisToJson(analysed.analysis, [], plan)).plan!;
    expect(withPlan.contacts).toHaveLength(plan.contacts.length);
    expect(plan.contacts.length).toBeGreaterThan(0);
    expect(withPlan.attainment!.total!.attainment).toMatchObject({ numerator: 0, denominator: plan.contacts.length });
    expect(json.plan).toEqual({ missing: 'not-asked-for' });
  });

  it('says why a section is not there', () => {
    const bare = plain(analysisToJson(anAnalysis(threeClients()).analysis, []));
    expect(bare.receivables).toEqual({ missing: 'no-sheet: invoices' });
    expect(bare.credit).toEqual({ missing: 'no-sheet: invoices' });
    expect(bare.pipeline).toEqual({ missing: 'no-sheet: prospects' });
  });
});

describe('what is on its way, as JSON', () => {
  const tracked = aDataset()
    .withTransactions([{ client: 'C1', day: '2026-05-20', amount: 80 }])
    .withRows('deliveries', [
      { client: 'C1', orderNo: 'O1', deliveryNo: 'N1', orderDay: '2026-06-01', shippedDay: '2026-06-10', orderedQuantity: 15, shippedQuantity: 15, deliveredQuantity: 15 },
    ])
    .withRows('contracts', [{ client: 'C1', contractNo: 'H1', dueDay: '2026-06-01', amount: 100, fulfilledAmount: 40 }])
    .withRows('inquiries', [{ client: 'C1', received: '2026-05-01 09:00', answered: '2026-05-01 11:00', right: true, quotedDay: '2026-05-02', quotedAmount: 90 }])
    .withWeighings([{ slipNo: 'B1', deliveryNo: 'N1', net: 15_150, leftAt: '2026-06-10 10:00' }])
    .withServiceRecords([{ client: 'C1', day: '2026-06-01', kind: '表扬', person: '陈工' }])
    .build(); // prettier-ignore
  const json = plain(analysisToJson(anAnalysis(tracked, { asOf: '2026-06-30' }).analysis, []));

  it('has contracts, loads, inquiries and registers in the units of the sheets', () => {
    expect(json.contracts).toMatchObject({
      fulfilment: { value: 0.4, numerator: 40, denominator: 100 },
      contracts: [{ client: 'C1', contractNo: 'H1', state: 'late', rest: { value: 60 } }],
    });
    // 150 kg over 15,000: 1 %.
    expect(json.loadChecks).toMatchObject({
      loads: [
        { deliveryNo: 'N1', net: { value: 15150 }, due: { value: 15000 }, difference: { value: 0.01 }, weight: 'over' },
      ],
    });
    expect(json.inquiries).toMatchObject({
      right: { value: 1 },
      inquiries: [{ state: 'right', result: 'ordered', orderDay: { value: '2026-05-20' }, orderAmount: { value: 80 } }],
      quotations: [{ from: 'inquiry', quoted: { value: 90 }, result: 'ordered', isNamed: false }],
      daysToOrder: { value: 18 },
    });
    expect(json.registers).toMatchObject({
      praise: [{ person: '陈工', times: 1, clients: 1, lastDay: '2026-06-01' }],
      vehicles: { missing: 'no-sheet: vehicles' },
    });
    expect(json.orderTracking).toMatchObject({ lastStep: expect.any(String) as string });
    expect(json.promotions).toEqual({ missing: 'no-sheet: promotions' });
  });
});
