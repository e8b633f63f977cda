import type { DeliveryFacts } from '../../../../src/core/facts/delivery-facts';
import { EXCLUDED, HIT, judgeTogether, MISS, OUTSIDE } from '../../../../src/core/facts/verdict';
import { NO_DAY } from '../../../../src/core/model/day';
import { settingsWith, type Settings } from '../../../../src/core/settings';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';
import { aWindow, deliveryFactsOf } from '../../../support/delivery-facts';

type Line = RowOf<'deliveries'>;
const window = aWindow('2026-06-01', '2026-06-30', '2026-06-20');

function factsOf(lines: readonly Line[], changes: Partial<Settings> = {}): DeliveryFacts {
  const dataset = aDataset().withClients([{ code: 'A', region: '华东' }, { code: 'B' }]).withDeliveries(lines).build();
  return deliveryFactsOf(dataset, window, settingsWith(changes));
} // prettier-ignore
const dayOrNone = (one: string | undefined): number => (one === undefined ? NO_DAY : day(one));
const HEADERS: Line = {
  promisedDay: '2025-01-01',
  shippedDay: '2025-01-01',
  deliveredDay: '2025-01-01',
  orderDay: '2025-01-01',
};

describe('the days of a delivery line', () => {
  const daysOf = (line: Line, others: readonly Line[] = [HEADERS]) => {
    const { lines } = factsOf([line, ...others]);
    return [lines.orderDay[0], lines.shippedDay[0], lines.arrivedDay[0], lines.dueDay[0]];
  };
  const days = (...written: readonly (string | undefined)[]) => written.map(dayOrNone);

  it('are as written up to as-of: what lies after it has not happened', () => {
    expect(daysOf({ orderDay: '2026-06-25', promisedDay: '2026-06-25', shippedDay: '2026-06-20', deliveredDay: '2026-06-21' })).toEqual(days('2026-06-25', '2026-06-20', undefined, '2026-06-25'));
    expect(daysOf({ orderDay: '2026-06-01', shippedDay: '2026-06-21', deliveredDay: '2026-06-20' })).toEqual(days('2026-06-01', '2026-06-20', '2026-06-20', '2026-06-20'));
  }); // prettier-ignore

  it('of dueness are the promise, else arrival, else shipping, else order', () => {
    const line = {
      orderDay: '2026-06-01',
      promisedDay: '2026-06-02',
      shippedDay: '2026-06-03',
      deliveredDay: '2026-06-04',
    };
    expect(daysOf(line)[3]).toBe(day('2026-06-02'));
    expect(daysOf({ ...line, promisedDay: undefined })[3]).toBe(day('2026-06-04'));
    expect(daysOf({ ...line, promisedDay: undefined, deliveredDay: undefined })[3]).toBe(day('2026-06-03'));
    expect(daysOf({ orderDay: '2026-06-01' })[3]).toBe(day('2026-06-01'));
    expect(daysOf({})).toEqual(days(undefined, undefined, undefined, undefined));
  });

  it('stand in for each other where a column is not kept', () => {
    const shippedOnly = [{ orderDay: '2025-01-01', shippedDay: '2025-01-01' }];
    expect(daysOf({ orderDay: '2026-06-01', shippedDay: '2026-06-03' }, shippedOnly)).toEqual(days('2026-06-01', '2026-06-03', '2026-06-03', '2026-06-03'));
    const arrivedOnly = [{ orderDay: '2025-01-01', deliveredDay: '2025-01-01' }];
    expect(daysOf({ orderDay: '2026-06-01', deliveredDay: '2026-06-03' }, arrivedOnly)).toEqual(days('2026-06-01', '2026-06-03', '2026-06-03', '2026-06-03'));
    expect(daysOf({ orderDay: '2026-06-01' }, [])).toEqual(days('2026-06-01', '2026-06-01', undefined, '2026-06-01'));
    expect(daysOf({ orderDay: '2026-06-01' })).toEqual(days('2026-06-01', undefined, undefined, '2026-06-01'));
    expect(factsOf([{ shippedDay: '2026-06-03' }]).arrivalIsShipping).toBe(true);
    expect([factsOf([HEADERS]), factsOf([{ deliveredDay: '2026-06-03' }]), factsOf([{}])].map((one) => one.arrivalIsShipping)).toEqual([false, false, false]);
  }); // prettier-ignore

  it('of a cancelled line are none', () => {
    expect(daysOf({ ...HEADERS, cancelled: true })).toEqual(days(undefined, undefined, undefined, undefined));
  });

  it('before and after the promise are counted where both are known', () => {
    const { lateness } = factsOf([
      { promisedDay: '2026-06-10', deliveredDay: '2026-06-08' },
      { promisedDay: '2026-06-10', deliveredDay: '2026-06-13' },
      { promisedDay: '2026-06-10' },
      { deliveredDay: '2026-06-10' },
    ]).lines;
    expect([...lateness]).toEqual([-2, 3, NO_DAY, NO_DAY]);
  });
});

describe('on time', () => {
  it.each<[string, Line, number]>([
    ['on the day', { promisedDay: '2026-06-10', deliveredDay: '2026-06-10' }, HIT],
    ['a day later', { promisedDay: '2026-06-10', deliveredDay: '2026-06-11' }, MISS],
    ['open and due today', { promisedDay: '2026-06-20' }, OUTSIDE],
    ['open and due yesterday', { promisedDay: '2026-06-19' }, MISS],
    ['to come, and here already', { promisedDay: '2026-06-21', deliveredDay: '2026-06-11' }, OUTSIDE],
    ['due today, and here', { promisedDay: '2026-06-20', deliveredDay: '2026-06-20' }, HIT],
    ['nothing promised', { deliveredDay: '2026-06-11' }, EXCLUDED],
    ['put off by the client', { promisedDay: '2026-06-10', deliveredDay: '2026-06-11', postponedByClient: true }, EXCLUDED],
    ['cancelled', { promisedDay: '2026-06-10', deliveredDay: '2026-06-11', cancelled: true }, OUTSIDE],
  ])('%s', (_, line, verdict) => {
    expect(factsOf([line, HEADERS]).lines.timing[0]).toBe(verdict);
  }); // prettier-ignore

  it('has days of grace, and the revised promise where it is asked for', () => {
    const timing = (line: Line, changes: Partial<Settings>) => factsOf([line, HEADERS], changes).lines.timing[0];
    const grace = { 'delivery.graceDays': 2 };
    expect(timing({ promisedDay: '2026-06-10', deliveredDay: '2026-06-12' }, grace)).toBe(HIT);
    expect(timing({ promisedDay: '2026-06-10', deliveredDay: '2026-06-13' }, grace)).toBe(MISS);
    expect([timing({ promisedDay: '2026-06-18' }, grace), timing({ promisedDay: '2026-06-17' }, grace)]).toEqual([OUTSIDE, MISS]);
    const revised = { promisedDay: '2026-06-10', revisedPromisedDay: '2026-06-12', deliveredDay: '2026-06-12' };
    expect([timing(revised, {}), timing(revised, { 'delivery.promise': 'revised' })]).toEqual([MISS, HIT]);
    expect(timing({ promisedDay: '2026-06-10', deliveredDay: '2026-06-12' }, { 'delivery.promise': 'revised' })).toBe(MISS);
    expect(timing({ revisedPromisedDay: '2026-06-12', deliveredDay: '2026-06-12' }, { 'delivery.promise': 'revised' })).toBe(HIT);
  }); // prettier-ignore

  it('is its mark where there are no days, or nothing was promised', () => {
    const marked = (line: Line, more: readonly Line[] = []) => {
      const facts = factsOf([line, ...more]);
      return [facts.hasTiming, facts.lines.timing[0]];
    };
    expect(marked({ onTime: true })).toEqual([true, HIT]);
    expect(marked({ onTime: false, deliveredDay: '2026-06-01' })).toEqual([true, MISS]);
    expect(marked({}, [{ onTime: true }])).toEqual([true, EXCLUDED]);
    expect(marked({ onTime: true, postponedByClient: true })).toEqual([true, EXCLUDED]);
    expect(marked({ onTime: true, promisedDay: '2026-06-20' })).toEqual([true, HIT]);
    expect(marked({ onTime: true, promisedDay: '2026-06-21' })).toEqual([true, OUTSIDE]);
    expect(marked({ deliveredDay: '2026-06-01' })).toEqual([false, OUTSIDE]);
    expect(marked({ revisedPromisedDay: '2026-06-01', deliveredDay: '2026-06-01' })[0]).toBe(true);
  });
});

describe('in full', () => {
  const due = { promisedDay: '2026-06-10', deliveredDay: '2026-06-10' };
  it.each<[string, Line, number]>([
    ['all', { ...due, orderedQuantity: 5, deliveredQuantity: 5 }, HIT],
    ['all but the noise of sums', { ...due, orderedQuantity: 0.3, deliveredQuantity: 0.1 + 0.2 - 1e-12 }, HIT],
    ['less', { ...due, orderedQuantity: 5, deliveredQuantity: 4.99 }, MISS],
    ['not known what came', { ...due, orderedQuantity: 5 }, EXCLUDED],
    ['not known what was ordered', { ...due, deliveredQuantity: 5 }, EXCLUDED],
    ['nothing came, and it is overdue', { promisedDay: '2026-06-19', orderedQuantity: 5 }, MISS],
    ['nothing came, and it is due today', { promisedDay: '2026-06-20', orderedQuantity: 5 }, OUTSIDE],
    ['not due yet, and here', { promisedDay: '2026-06-21', deliveredDay: '2026-06-10', orderedQuantity: 5, deliveredQuantity: 5 }, OUTSIDE],
    ['nothing promised, and not here', { orderedQuantity: 5, deliveredQuantity: 5 }, OUTSIDE],
  ])('%s', (_, line, verdict) => {
    const headers = { ...HEADERS, orderedQuantity: 1, deliveredQuantity: 1 };
    expect(factsOf([line, headers]).lines.fullness[0]).toBe(verdict);
  }); // prettier-ignore

  it('allows what settings allow, takes what was shipped where arrivals are not counted, and marks', () => {
    const fullness = (line: Line, changes: Partial<Settings> = {}, headers: Line = HEADERS) => {
      const facts = factsOf([line, headers], changes);
      return [facts.hasFullness, facts.lines.fullness[0]];
    };
    const short = { ...due, orderedQuantity: 10, deliveredQuantity: 9 };
    expect(fullness(short, { 'delivery.fullTolerance': 0.1 })).toEqual([true, HIT]);
    expect(fullness(short, { 'delivery.fullTolerance': 0.09 })).toEqual([true, MISS]);
    expect(fullness({ ...due, orderedQuantity: 10, shippedQuantity: 10 })).toEqual([true, HIT]);
    expect(fullness({ ...due, inFull: false })).toEqual([true, MISS]);
    expect(fullness({ promisedDay: '2026-06-20', inFull: true })).toEqual([true, OUTSIDE]);
    expect(fullness({ promisedDay: '2026-06-19', inFull: true })).toEqual([true, HIT]);
    expect(fullness({ promisedDay: '2026-06-21', deliveredDay: '2026-06-10', inFull: true })).toEqual([true, OUTSIDE]);
    expect(fullness({ inFull: true }, {}, {})).toEqual([true, HIT]);
    expect(fullness({ orderedQuantity: 5 }, {}, {})).toEqual([false, OUTSIDE]);
  });
});

describe('lines of one order', () => {
  const groups = (lines: readonly Line[]) => factsOf(lines).orders;
  const verdicts = (marks: Uint8Array, rows: number) => [...marks.subarray(0, rows)].map(judgeTogether);

  it('are judged together; those of another client, and without a number, by themselves', () => {
    const line = (client: string, orderNo: string, onTime: boolean): Line => ({ client, orderNo, onTime });
    const found = groups([line('A', 'X', true), line('B', 'X', false), line('A', 'X', false), line('A', '', true), line('A', '', true), line('A', 'Y', true)]); // prettier-ignore
    expect([found.rows, [...found.firstLine.subarray(0, 5)], [...found.client.subarray(0, 5)]]).toEqual([
      ...[5, [0, 1, 3, 4, 5], [0, 1, 0, 0, 0]],
    ]);
    expect(verdicts(found.timing, 5)).toEqual([MISS, MISS, HIT, HIT, HIT]);
  });

  it('have the latest of their days, and the first of their regions and reps by name', () => {
    const found = factsOf([
      { client: 'A', orderNo: 'X', region: '华南', rep: '王芳', orderDay: '2026-06-02', promisedDay: '2026-06-05', shippedDay: '2026-06-04' },
      { client: 'A', orderNo: 'X', region: '华北', rep: '李强', orderDay: '2026-06-03', promisedDay: '2026-06-09', shippedDay: '2026-06-05' },
      { client: 'A', orderNo: 'X', region: '华南', rep: '王芳', orderDay: '2026-06-01', promisedDay: '2026-06-04', shippedDay: '2026-06-03' },
      { client: 'A', orderNo: 'Y', region: '华北' },
    ]); // prettier-ignore
    const { orders, lines } = found;
    expect([orders.orderDay[0], orders.dueDay[0], orders.shippedDay[0]]).toEqual(
      ['2026-06-03', '2026-06-09', '2026-06-05'].map(day),
    );
    expect([orders.region[0], orders.rep[0]]).toEqual([lines.region[1], lines.rep[1]]);
    expect([...lines.region].every((group) => group > 0)).toBe(true);
    expect([orders.orderDay[1], orders.dueDay[1], orders.region[1]]).toEqual([NO_DAY, NO_DAY, lines.region[3]]);
    expect([found.hasOrderNumbers, found.hasDeliveryNumbers, found.tickets === orders]).toEqual([true, false, true]);
  });

  it('come back, were wrong in the first of their ways by name, and were direct, by their marks', () => {
    const found = factsOf([
      { orderNo: 'X', returned: false, wrong: true, wrongKind: '数量', direct: false, documentsRight: true },
      { orderNo: 'X', returned: true, wrong: true, wrongKind: '品种', direct: true, documentsRight: false },
      { orderNo: 'X', wrong: true, wrongKind: '' },
      { orderNo: 'Y', wrong: false, wrongKind: '数量', direct: true },
      { orderNo: 'Z', wrong: true },
    ]);
    const { orders, wrongKinds } = found;
    expect([...orders.returned.subarray(0, 3)]).toEqual([1, 0, 0]);
    expect([...orders.wrongKind.subarray(0, 3)].map((code) => wrongKinds[code])).toEqual([
      '品种',
      undefined,
      undefined,
    ]);
    expect(verdicts(orders.right, 3)).toEqual([MISS, HIT, MISS]);
    expect(verdicts(orders.direct, 3)).toEqual([MISS, HIT, EXCLUDED]);
    expect(verdicts(orders.documents, 3)).toEqual([MISS, EXCLUDED, EXCLUDED]);
  });

  it('are intact without damage or loss, by quantities and by marks; an empty cell is none unless good cases are written', () => {
    const intact = (lines: readonly Line[]) => verdicts(groups(lines).intact, lines.length);
    expect(intact([{ damagedQuantity: 1 }, {}])).toEqual([MISS, HIT]);
    expect(intact([{ lostQuantity: 0.5 }, {}])).toEqual([MISS, HIT]);
    expect(intact([{ damaged: true }, {}])).toEqual([MISS, HIT]);
    expect(intact([{ lost: true }, {}])).toEqual([MISS, HIT]);
    expect(intact([{ damagedQuantity: 0 }, {}])).toEqual([HIT, EXCLUDED]);
    expect(intact([{ damaged: false }, {}, { damaged: true }])).toEqual([HIT, EXCLUDED, MISS]);
    expect(intact([{ damaged: false, lostQuantity: 2 }, { lostQuantity: 2 }])).toEqual([MISS, MISS]);
    expect(intact([{}, {}])).toEqual([EXCLUDED, EXCLUDED]);
    expect(verdicts(groups([{ wrongQuantity: 2 }, {}]).right, 2)).toEqual([MISS, HIT]);
    expect(verdicts(groups([{ accident: true }, {}]).accident, 2)).toEqual([MISS, HIT]);
    expect(verdicts(groups([{ packagingFault: true }, {}]).packaging, 2)).toEqual([MISS, HIT]);
  });

  it('are joined to tickets by the number of the note', () => {
    const found = factsOf([
      { client: 'A', orderNo: 'X', deliveryNo: 'P', onTime: true },
      { client: 'A', orderNo: 'Y', deliveryNo: 'P', onTime: false },
      { client: 'A', orderNo: 'Y', deliveryNo: 'Q', onTime: true },
    ]);
    expect([found.orders.rows, found.tickets.rows, found.hasDeliveryNumbers]).toEqual([2, 2, true]);
    expect(verdicts(found.orders.timing, 2)).toEqual([HIT, MISS]);
    expect(verdicts(found.tickets.timing, 2)).toEqual([MISS, HIT]);
    const bare = factsOf([{ client: 'A' }, { client: 'A' }]);
    expect([bare.orders.rows, bare.hasOrderNumbers]).toEqual([2, false]);
  });
});

describe('the account of deliveries', () => {
  it('counts each line once: used by the day it was due, of another time, cancelled, or without a day', () => {
    const { tally, lines } = factsOf([
      { promisedDay: '2026-06-01' },
      { promisedDay: '2026-06-30' },
      { promisedDay: '2026-07-01' },
      { promisedDay: '2026-05-31' },
      { orderDay: '2026-06-05', cancelled: true },
      { orderDay: '2026-06-05' },
      {},
    ]);
    const all = (rows: Int32Array) => rows.reduce((sum, one) => sum + one, 0);
    expect([tally.used, tally.outOfPeriod, tally.cancelled, tally.unusable].map(all)).toEqual([3, 2, 1, 1]);
    expect([...lines.client]).toEqual(Array.from({ length: 7 }, () => -1));
  });

  it('takes quantities shipped, else delivered, else ordered', () => {
    const quantity = (line: Line) => factsOf([line]).lines.shippedQuantity?.[0];
    expect(quantity({ shippedQuantity: 1, deliveredQuantity: 2, orderedQuantity: 3 })).toBe(1);
    expect(quantity({ deliveredQuantity: 2, orderedQuantity: 3 })).toBe(2);
    expect(quantity({ orderedQuantity: 3 })).toBe(3);
    expect(quantity({})).toBeUndefined();
    expect(factsOf([{ shippedQuantity: 1 }]).lines.deliveredQuantity?.[0]).toBe(1);
  });
});
