import { gatherCreditFacts, type CreditGround } from '../../../../src/core/credit/credit-inputs';
import type { CreditFacts } from '../../../../src/core/credit/credit-factors';
import { known, missing } from '../../../../src/core/model/outcome';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';

const asOf = day('2026-06-30');
const none = missing({ reason: 'no-sheet', sheet: 'invoices' });

/** A client with so many order-days of one year and nothing else known. */
const groundOf = (orderDays: number, changes: object = {}): CreditGround =>
  ({
    history: {
      asOf,
      days: new Int32Array(0),
      offsets: Int32Array.of(0),
      counts: Int32Array.of(0),
      amounts: new Float64Array(30),
      grossAmounts: Float64Array.of(10_000),
      returnAmounts: Float64Array.of(500),
    },
    rhythms: [
      {
        orderDays,
        firstDay: orderDays > 0 ? known(day('2024-06-30')) : missing({ reason: 'no-rows' }),
        basis: 'peers',
        variation: missing({ reason: 'too-few', have: 0, need: 3 }),
        ...changes,
      },
    ],
    lifecycles: [{ stage: known('growth') }],
    payments: none,
    receivables: none,
    exposures: none,
  }) as unknown as CreditGround;

function factsOf(client: RowOf<'clients'>, ground = groundOf(0)): CreditFacts {
  const dataset = aDataset()
    .withClients([{ code: 'C1', ...client }])
    .build();
  const marks = { byClient: new Map(), unknownFactors: [], rejected: 0 };
  return gatherCreditFacts(dataset, ground, marks, asOf, settingsWith({}))[0]!;
}

describe('what the credit card stands on', () => {
  it('knows the stage of a rhythm of its own, and else counts the gaps between order-days', () => {
    expect(factsOf({}, groundOf(9, { basis: 'own' })).stage).toEqual(known('growth'));
    const have = [0, 1, 3].map((days) => factsOf({}, groundOf(days)).stage);
    expect(have).toEqual([0, 0, 2].map((gaps) => missing({ reason: 'too-few', have: gaps, need: 3 })));
  });

  it('takes what was bought in twelve months, of who has bought at all', () => {
    const ofYear = (orderDays: number) => {
      const ground = groundOf(orderDays);
      // 100 in each of thirty months.
      const history = { ...ground.history, amounts: new Float64Array(30).fill(10_000) };
      return factsOf({}, { ...ground, history }).amountOfYear;
    };
    expect(ofYear(1)).toEqual(known(120_000));
    // Nothing is bought by who never ordered: not an amount of 0.
    expect(ofYear(0)).toEqual(missing({ reason: 'no-rows' }));
  });

  it('counts whole years in business from the day of the founding on', () => {
    expect(factsOf({ foundedDay: '2026-06-30' }).yearsInBusiness).toEqual(known(0));
    expect(factsOf({ foundedDay: '2016-06-30' }).yearsInBusiness).toEqual(known(10));
    expect(factsOf({ foundedDay: '2016-07-01' }).yearsInBusiness).toEqual(known(9));
    expect(factsOf({ foundedDay: '2026-07-01' }).yearsInBusiness).toEqual(missing({ reason: 'not-entered' }));
    expect(factsOf({}).yearsInBusiness).toEqual(missing({ reason: 'no-column', column: 'clients.foundedDay' }));
  });

  it('takes a write-off and broken promises from the client sheet', () => {
    expect(
      [factsOf({ writtenOff: true }), factsOf({ writtenOff: false }), factsOf({})].map((one) => one.writtenOff),
    ).toEqual([true, false, false]);
    expect([factsOf({ brokenPromises: 2 }).brokenPromises, factsOf({}).brokenPromises]).toEqual([2, 0]);
  });

  it('adds collateral and deposit, or takes the one that is written; net assets before registered capital', () => {
    const money = (client: RowOf<'clients'>) => [factsOf(client).security, factsOf(client).ownMeans];
    expect(money({ collateral: 100, deposit: 20 })[0]).toEqual(known(12_000));
    expect(money({ collateral: 100 })[0]).toEqual(known(10_000));
    expect(money({ deposit: 20 })[0]).toEqual(known(2_000));
    expect(money({ netAssets: 3, registeredCapital: 5 })[1]).toEqual(known(300));
    expect(money({ registeredCapital: 5 })[1]).toEqual(known(500));
  });

  it('counts the years of the relation from the earlier of first order and first deal', () => {
    const of = (client: RowOf<'clients'>) => factsOf(client, groundOf(1)).relationYears;
    expect(of({})).toEqual(known(730 / 365.25));
    expect(of({ firstDealDay: '2024-07-01' })).toEqual(known(730 / 365.25));
    expect(of({ firstDealDay: '2024-06-29' })).toEqual(known(731 / 365.25));
  });

  it('takes the worse of complaints and returns for the rate of disputes, over the order-days of a year', () => {
    const days = Int32Array.of(day('2025-06-30'), day('2025-07-01'), day('2026-01-01'), day('2026-06-30'));
    const rateOf = (complaints: number, returned: number) => {
      const ground = groundOf(4);
      const history = { ...ground.history, days, counts: Int32Array.of(4), returnAmounts: Float64Array.of(returned) };
      const dataset = aDataset()
        .withTransactions([{ client: 'C1', day: '2026-01-01', amount: 1, isReturn: false }])
        .withComplaints(Array.from({ length: complaints }, () => ({ client: 'C1', received: '2026-06-01' })))
        .withRows('complaints', [{ client: 'C1', received: '2020-01-01' }])
        .build();
      const marks = { byClient: new Map(), unknownFactors: [], rejected: 0 };
      return gatherCreditFacts(dataset, { ...ground, history }, marks, asOf, settingsWith({}))[0]!.disputeRate;
    };
    // Three order-days since 1 July 2025; 10,000 of sales.
    expect(rateOf(1, 500)).toEqual(known(1 / 3));
    expect(rateOf(0, 500)).toEqual(known(0.05));
    expect(rateOf(0, 0)).toEqual(known(0));
  });
});
