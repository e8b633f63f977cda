import { assessCredit } from '../../../../src/core/credit/credit';
import {
  gatherCreditFacts,
  readJudgedMarks,
  type CreditGround,
  type JudgedMarks,
} from '../../../../src/core/credit/credit-inputs';
import { known, missing } from '../../../../src/core/model/outcome';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder, type RowOf } from '../../../support/dataset-builder';

const asOf = day('2026-06-30');
const settings = settingsWith({});
type Mark = RowOf<'creditFactors'>;

function marksOf(marks: readonly Mark[], operators: readonly RowOf<'operators'>[] = []): JudgedMarks {
  const builder = aDataset()
    .withClients([{ code: 'A' }, { code: 'B' }])
    .withRows('creditFactors', marks);
  return readJudgedMarks(builder.withRows('operators', operators).build(), asOf, settings);
}
const mark = (factor: string, score: number | undefined, on: string | undefined = '2026-06-01', more: Mark = {}): Mark => ({
  ...{ client: 'A', factor, score, day: on, ...more },
}); // prettier-ignore
const ofA = (found: JudgedMarks, id: string) => found.byClient.get(0)?.get(id);

describe('judged marks', () => {
  it('know the factor by its words, the more special first', () => {
    const words = {
      ambition: '经营者诚信', planning: '策划能力', talent: '管理人才', health: '健康', guarantor: '担保人', fixedAssets: '财务状况',
      industryOutlook: '行业景气', regionPolicy: '地区政策', purchasePurpose: '采购用途',
    }; // prettier-ignore
    const found = marksOf([...Object.values(words).map((word) => mark(word, 4)), mark('天气', 3), mark('', 3)]);
    expect([...found.byClient.get(0)!.keys()].sort()).toEqual(Object.keys(words).sort());
    expect([found.unknownFactors, found.rejected]).toEqual([['天气'], 0]);
  });

  it('take the latest up to as-of, wherever it stands; of one day the mean', () => {
    const found = marksOf([
      mark('健康', 5, '2026-06-30'),
      mark('健康', 1, '2026-07-01'),
      mark('健康', 2, '2026-05-01'),
      mark('担保', 5, '2026-05-01'),
      mark('担保', 3, '2026-05-02'),
      mark('担保', 4, '2026-05-02', { fullScore: 10 }),
      mark('担保', 2, '2026-05-02'),
      mark('健康', 2, '2026-05-01', { client: 'B' }),
    ]);
    expect(ofA(found, 'health')).toEqual({ score: 100, written: '5/5', weightShare: 1 });
    // 50, 40 and 25 points.
    expect(ofA(found, 'guarantor')).toEqual({ score: 115 / 3, written: '3/5 4/10 2/5', weightShare: 1 });
    expect(found.byClient.get(1)!.get('health')).toMatchObject({ score: 25 });
  });

  it('older than twelve months carry half their weight; without a day the whole', () => {
    const share = (on: string | undefined) => ofA(marksOf([{ ...mark('健康', 3), day: on }]), 'health')!.weightShare;
    expect([share('2025-06-30'), share('2025-06-29'), share(undefined)]).toEqual([1, 0.5, 1]);
  });

  it('outside the form, or of nobody, are rejected and counted; an empty one is nothing', () => {
    const found = marksOf(
      [mark('健康', 6), mark('健康', 0), mark('担保', 3, undefined, { client: undefined }), mark('人才', undefined), mark('人才', undefined, undefined, { client: undefined }), mark('天气', 9), mark('策划', 5)],
      [{ client: 'A', selling: 6, managing: 0 }, { client: 'A', finance: 5 }, { selling: 3 }, { client: 'B' }],
    ); // prettier-ignore
    expect(found.rejected).toBe(5);
    expect([...found.byClient].map(([client, marks]) => [client, [...marks.keys()]])).toEqual([[0, ['planning', 'fixedAssets']]]);
  }); // prettier-ignore

  it('of who runs the business stand in where there is none', () => {
    const found = marksOf(
      [mark('策划', 1)],
      [
        { client: 'A', selling: 5, managing: 3, finance: 2 },
        { client: 'B', selling: 5 },
      ],
    );
    expect([ofA(found, 'planning')!.score, ofA(found, 'talent'), ofA(found, 'fixedAssets')!.score]).toEqual([
      ...[0, { score: 50, written: '3/5', weightShare: 1 }, 25],
    ]);
    expect(found.byClient.get(1)!.get('planning')).toEqual({ score: 100, written: '5/5', weightShare: 1 });
    expect(marksOf([]).byClient.size).toBe(0);
  });
});

/** Clients who ordered on so many days, all else unknown. */
function groundOf(orderDays: readonly number[], changes: Partial<CreditGround> = {}): CreditGround {
  const none = missing({ reason: 'no-sheet', sheet: 'invoices' });
  const offsets = orderDays.map((_, client) => orderDays.slice(0, client).reduce((sum, one) => sum + one, 0));
  return {
    history: {
      ...{ asOf, days: new Int32Array(99).fill(asOf), offsets: Int32Array.from(offsets), counts: Int32Array.from(orderDays) },
      ...{ amounts: new Float64Array(500), grossAmounts: new Float64Array(orderDays.length).fill(10_000) },
      returnAmounts: new Float64Array(orderDays.length).fill(500),
    },
    rhythms: orderDays.map((days) => ({ orderDays: days, firstDay: missing({ reason: 'no-rows' }), basis: 'own', variation: known(0.5) })),
    lifecycles: orderDays.map(() => ({ stage: known('maturity') })),
    ...{ payments: none, receivables: none, exposures: none },
    ...changes,
  } as unknown as CreditGround;
} // prettier-ignore

describe('terms of the industry', () => {
  it('are the middle of five clients or more of the same industry that have terms', () => {
    const medians = (rows: readonly RowOf<'clients'>[]) => {
      const dataset = aDataset().withClients(rows).build();
      const marks = { byClient: new Map(), unknownFactors: [], rejected: 0 };
      return gatherCreditFacts(dataset, groundOf(rows.map(() => 0)), marks, asOf, settings).map((one) => one.medianTermDays);
    };
    const feed = [10, 20, 30, 40, 90].map((creditTermDays): RowOf<'clients'> => ({ industry: '饲料', creditTermDays }));
    const found = medians([...feed, { industry: '饲料' }, { industry: '粮油', creditTermDays: 5 }, { creditTermDays: 60 }, { industry: '其他' }]);
    expect(found.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => known(30)));
    const notEntered = missing({ reason: 'not-entered' });
    expect(found.slice(6)).toEqual([missing({ reason: 'too-few', have: 1, need: 5 }), notEntered, notEntered]);
    expect(medians(feed.slice(1))[0]).toEqual(missing({ reason: 'too-few', have: 4, need: 5 }));
    expect(medians([{ creditTermDays: 5 }])).toEqual([missing({ reason: 'no-column', column: 'clients.industry' })]);
    expect(medians([{ industry: '饲料' }])).toEqual([notEntered]);
  }); // prettier-ignore
});

describe('disputes', () => {
  it('are complaints and disputed invoices over order-days, or what came back, whichever is worse', () => {
    const rate = (more: (b: DatasetBuilder) => DatasetBuilder, changes: Partial<CreditGround> = {}) => {
      const dataset = more(aDataset().withClients([{ code: 'A' }])).build();
      const marks = { byClient: new Map(), unknownFactors: [], rejected: 0 };
      return gatherCreditFacts(dataset, groundOf([4], changes), marks, asOf, settings)[0]!.disputeRate;
    };
    const returned = (b: DatasetBuilder) => b.withReturns([{ client: 'A', amount: 1 }]);
    const complained = (b: DatasetBuilder) => b.withComplaints([{ client: 'A', received: '2026-06-01' }]);
    expect(rate((b) => b)).toEqual(missing({ reason: 'no-sheet', sheet: 'complaints' }));
    expect(rate(returned)).toEqual(known(0.05));
    expect(rate(complained)).toEqual(known(0.25));
    expect(rate((b) => returned(complained(b)))).toEqual(known(0.25));
    expect(rate(complained, { receivables: known([{ disputedInvoices: 2 }]) as never })).toEqual(known(0.75));
    const nothing = { ...groundOf([4]).history, grossAmounts: Float64Array.of(0) };
    expect(rate(returned, { history: nothing })).toEqual(missing({ reason: 'no-sheet', sheet: 'complaints' }));
    const never = { ...groundOf([4]).history, counts: Int32Array.of(0) };
    expect(rate(complained, { history: never })).toEqual(missing({ reason: 'no-rows' }));
  }); // prettier-ignore
});

describe('the assessment', () => {
  const clients: readonly RowOf<'clients'>[] = [
    { code: 'A', creditLimit: 100 },
    { code: 'B', creditLimit: 0 },
    { code: 'C' },
    { code: 'D' },
    { code: 'E', creditLimit: -1 },
  ];
  const money = (total: number, ahead = 0) => ({ total, gross: total, ahead, reason: { zh: `占用${total}`, en: '' } });
  const payments = known(clients.map(() => ({ index: known(90), paidOnTerms: known(1), oldestOverdueDays: known(45), brokenPromises: 1, reason: { zh: '', en: '' } }))); // prettier-ignore
  const ground = (changes: Partial<CreditGround> = {}): CreditGround =>
    groundOf([0, 0, 0, 3, 0], {
      payments: payments as never,
      receivables: known(clients.map((_, at) => ({ creditSales: at * 1200_00, overdue: 5_00, disputedInvoices: 0 }))) as never,
      exposures: known([money(100_00), money(1), money(0, 5_00), money(0), money(0)]) as never,
      ...changes,
    }); // prettier-ignore
  const assess = (rows: readonly RowOf<'clients'>[], on: CreditGround) => {
    const found = assessCredit(aDataset().withClients(rows).build(), on, asOf, settings);
    if (!found.known) throw new Error(JSON.stringify(found.why));
    return found.value;
  };

  it('tells of each client exposure, limit, use, and whether it is exceeded', () => {
    const found = assess(clients, ground());
    expect(found.clients.map(({ isAssessed, exposure, ahead, limit, use, isLimitExceeded }) => [isAssessed, exposure.known && exposure.value, ahead.known && ahead.value, limit.known && limit.value, use.known && use.value, isLimitExceeded])).toEqual([
      [true, 100_00, 0, 100_00, 1, false],
      [true, 1, 0, 0, false, true],
      // Money ahead is something to assess; so are order-days; so is a limit.
      [true, 0, 5_00, false, false, false],
      [true, 0, 0, false, false, false],
      [true, 0, 0, -1_00, false, false],
    ]);
    expect(found.clients[0]!.exposureReason.zh).toBe('占用10000');
    expect(found.clients.map(({ action, actionText }) => [action.known && action.value, actionText.known])[2]).toEqual(['prepaid', true]);
    const over = assess(clients, ground({ exposures: known([money(100_01), ...Array.from({ length: 4 }, () => money(0))]) as never }));
    expect(over.clients[0]!.isLimitExceeded).toBe(true);
    expect([over.grades.reduce((sum, { clients: n }) => sum + n, 0), over.ungraded]).toEqual([0, 4]);
  }); // prettier-ignore

  it('counts grades of the assessed, and lets the limit stand on own and all credit sales', () => {
    const judged = aDataset()
      .withClients(clients.map((row) => ({ ...row, netAssets: 1e6, foundedDay: '2000-01-01', collateral: 1e6 })))
      .withRows('creditFactors', ['诚信', '策划', '人才', '健康', '担保', '财务', '行业', '地区', '采购目的'].flatMap((factor) => ['A', 'B', 'C', 'D', 'E'].map((client) => ({ client, factor, score: 5, day: '2026-06-01' }))))
      .withRows('creditFactors', [{ client: 'A', factor: '星座', score: 5 }, { client: 'A', factor: '健康', score: 9 }]);
    const found = assessCredit(judged.build(), ground(), asOf, settings);
    if (!found.known) throw new Error('there are marks');
    const { grades, ungraded, unknownFactors, rejectedMarks, settingsProblems } = found.value;
    expect([grades.find(({ grade }) => grade === 'A')!.clients, ungraded]).toEqual([5, 0]);
    expect([unknownFactors, rejectedMarks, settingsProblems]).toEqual([['星座'], 1, []]);
    // Of 12,000 in all a tenth: 1,200; D alone sells 3,600 in the year, twice its month is 600; by 1.2 720: below a thousand.
    expect(found.value.clients.map(({ suggestion: { limit } }) => limit.known && limit.value)).toEqual([false, 0, 0, 0, 0]);
    expect(found.value.clients[4]!.suggestion.reason.zh).toMatch(/^以月均赊销起算 800\.00/);
  }); // prettier-ignore

  it('without invoices knows no exposure, and leaves those out who neither bought nor have a limit', () => {
    const found = assess([{ code: 'A', creditLimit: 5 }, { code: 'B' }, { code: 'C' }], groundOf([0, 0, 2]));
    expect(found.clients.map(({ isAssessed }) => isAssessed)).toEqual([true, false, true]);
    expect(found.clients[0]).toMatchObject({ exposure: { known: false }, ahead: { known: false }, isLimitExceeded: false });
    expect(found.clients[0]!.exposureReason.zh).toBe('没有发票与收款资料');
    expect([found.ungraded, found.clients[1]!.action.known, found.clients[1]!.actionText.known]).toEqual([2, false, false]);
  }); // prettier-ignore

  it('needs payments, marks, or one column of credit', () => {
    const known_ = (row: RowOf<'clients'>, on = groundOf([0])) =>
      assessCredit(aDataset().withClients([{ code: 'A', ...row }]).build(), on, asOf, settings);
    const none = missing({ reason: 'no-sheet', sheet: 'invoices' });
    expect(known_({ industry: '饲料' })).toEqual(none);
    for (const row of [{ creditLimit: 1 }, { netAssets: 1 }, { registeredCapital: 1 }, { collateral: 1 }, { deposit: 1 }, { writtenOff: false }, { honest: '是' }, { brokenPromises: 0 }])
      expect(known_(row).known).toBe(true);
    expect(known_({}, groundOf([0], { payments: known([{ index: none, paidOnTerms: none, oldestOverdueDays: none, brokenPromises: 0 }]) as never })).known).toBe(true);
  }); // prettier-ignore
});
