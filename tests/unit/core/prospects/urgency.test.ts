import { measureUrgency } from '../../../../src/core/prospects/urgency';
import { known, missing } from '../../../../src/core/model/outcome';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';

const asOf = day('2026-06-30');
const NO_PIPELINE = missing({ reason: 'no-sheet', sheet: 'prospects' });

const urgencyOf = (deliveries: readonly RowOf<'deliveries'>[]): readonly string[] => {
  // The last of them is delivered: otherwise nobody could tell what is open.
  const rows = [...deliveries, { client: 'done', promisedDay: '2026-06-01', deliveredDay: '2026-06-01' }];
  const dataset = aDataset()
    .withClients([{ code: 'C1' }])
    .withDeliveries(rows)
    .build();
  const measured = measureUrgency(dataset, NO_PIPELINE, asOf, settingsWith({}));
  if (!measured.known) throw new Error('unknown');
  return [measured.value[0]!.urgency, measured.value[0]!.reason.zh];
};

describe('how soon a client needs an answer', () => {
  it.each([
    ['2026-06-29', 'urgent', '最近要求日 2026-06-29，已过 1 天'],
    ['2026-06-30', 'urgent', '最近要求日 2026-06-30，还有 0 天'],
    ['2026-07-03', 'urgent', '最近要求日 2026-07-03，还有 3 天'],
    ['2026-07-04', 'soon', '最近要求日 2026-07-04，还有 4 天'],
    ['2026-07-07', 'soon', '最近要求日 2026-07-07，还有 7 天'],
    ['2026-07-08', 'later', '最近要求日 2026-07-08，还有 8 天'],
    ['2026-07-30', 'later', '最近要求日 2026-07-30，还有 30 天'],
    ['2026-07-31', 'slow', '最近要求日 2026-07-31，还有 31 天'],
  ])('promised for %s is %s', (promisedDay, urgency, reason) => {
    expect(urgencyOf([{ client: 'C1', promisedDay }])).toEqual([urgency, reason]);
  });

  it('is told by the nearest day, whatever stands after it', () => {
    const near = { client: 'C1', promisedDay: '2026-07-02' };
    const far = { client: 'C1', promisedDay: '2026-09-01' };
    const noDay = { client: 'C1', promisedDay: undefined };
    for (const rows of [
      [near, far, noDay],
      [noDay, far, near],
    ] as const)
      expect(urgencyOf(rows)[0]).toBe('urgent');
  });

  it('takes the revised day before the promised one, and leaves out what is cancelled or delivered by the as-of day', () => {
    const promisedDay = '2026-07-01';
    expect(urgencyOf([{ client: 'C1', promisedDay, revisedPromisedDay: '2026-07-20' }])[0]).toBe('later');
    expect(urgencyOf([{ client: 'C1', promisedDay, cancelled: true }])).toEqual(['slow', '没有待交订单或商机日期']);
    expect(urgencyOf([{ client: 'C1', promisedDay, deliveredDay: '2026-06-30' }])[0]).toBe('slow');
    expect(urgencyOf([{ client: 'C1', promisedDay, deliveredDay: '2026-07-01' }])[0]).toBe('urgent');
  });

  it('is not known where no delivered day was ever written: nobody can tell what is open', () => {
    const dataset = aDataset()
      .withDeliveries([{ client: 'C1', promisedDay: '2026-07-01' }])
      .build();
    const measured = measureUrgency(dataset, NO_PIPELINE, asOf, settingsWith({}));
    expect(measured.known && measured.value[0]!.urgency).toBe('slow');
    const none = measureUrgency(
      aDataset()
        .withClients([{ code: 'C1' }])
        .build(),
      NO_PIPELINE,
      asOf,
      settingsWith({}),
    );
    expect(none).toEqual(missing({ reason: 'no-column', column: 'deliveries.promisedDay' }));
  });

  it('is told by open opportunities too, of the client alone', () => {
    const dataset = aDataset()
      .withClients([{ code: 'C1' }, { code: 'C2' }])
      .withDeliveries([
        { promisedDay: '2026-06-01', deliveredDay: undefined },
        { client: 'C2', promisedDay: '2026-07-30', deliveredDay: undefined },
        { client: 'C2', promisedDay: '2026-06-01', deliveredDay: '2026-06-01' },
      ])
      .build();
    const deal = (client: number, state: string, expected: string | undefined) => ({
      ...{ client, state },
      expectedDay: expected === undefined ? missing({ reason: 'not-entered' }) : known(day(expected)),
    });
    const of = (...opportunities: readonly unknown[]): readonly string[] => {
      const measured = measureUrgency(dataset, known({ opportunities }) as never, asOf, settingsWith({}));
      return measured.known ? measured.value.map(({ urgency }) => urgency) : [];
    };
    expect(of()).toEqual(['slow', 'later']);
    expect(of(deal(1, 'open', '2026-07-02'), deal(-1, 'open', '2026-07-02'))).toEqual(['slow', 'urgent']);
    expect(of(deal(1, 'won', '2026-07-02'), deal(0, 'open', undefined))).toEqual(['slow', 'later']);
  });
});
