import { analyse } from '../../../../src/core/analyse';
import type { IndicatorResult } from '../../../../src/core/kpis/indicator-result';
import { multiply } from '../../../../src/core/kpis/orders.kpis';
import { known, missing } from '../../../../src/core/model/outcome';
import { missingRatio, ratioOf } from '../../../../src/core/model/ratio';
import { settingsWith, type Settings } from '../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder, type RowOf } from '../../../support/dataset-builder';

/** March 2026; February is before it. */
function evaluate(builder: DatasetBuilder, settings: Partial<Settings> = {}): (id: string) => IndicatorResult {
  const { indicators } = analyse(builder.build(), {
    today: day('2026-03-31'),
    asOf: day('2026-03-31'),
    period: { kind: 'range', from: day('2026-03-01'), to: day('2026-03-31') },
    settings: settingsWith(settings),
  });
  return (id) => indicators.find((one) => one.id === id)!;
}
const short = ({ numerator, denominator, n, excluded }: IndicatorResult['current']): string =>
  `${Number(numerator.toFixed(9))}/${Number(denominator.toFixed(9))} of ${n}, ${excluded} left out`;
const partsOf = ({ parts }: IndicatorResult): unknown[] =>
  parts.map(({ label, value }) => [label.zh, value.known ? Number(value.value.toFixed(9)) : value.why.reason]);
const delivery = (orderNo: string, more: RowOf<'deliveries'>): RowOf<'deliveries'> => ({
  client: 'A',
  orderNo,
  ...more,
});

describe('lines and orders that are due', () => {
  const of = evaluate(
    aDataset().withDeliveries([
      delivery('early', { promisedDay: '2026-03-10', deliveredDay: '2026-03-09', orderedQuantity: 10, deliveredQuantity: 10 }),
      delivery('just', { promisedDay: '2026-03-10', deliveredDay: '2026-03-10', orderedQuantity: 10, deliveredQuantity: 9 }),
      delivery('late', { promisedDay: '2026-03-10', deliveredDay: '2026-03-11', orderedQuantity: 10, deliveredQuantity: 12 }),
      delivery('open', { promisedDay: '2026-03-30', orderedQuantity: 10 }),
      delivery('today', { promisedDay: '2026-03-31', orderedQuantity: 10 }),
      delivery('unknown', { deliveredDay: '2026-03-11', orderedQuantity: 10, deliveredQuantity: 10 }),
      delivery('uncounted', { promisedDay: '2026-03-10', deliveredDay: '2026-03-10', deliveredQuantity: 5 }),
      delivery('before', { promisedDay: '2026-02-10', deliveredDay: '2026-02-09', orderedQuantity: 4, deliveredQuantity: 3 }),
    ]),
  ); // prettier-ignore

  it('are on time, late or early; what is not due or cannot be judged is none of them', () => {
    // Early, just and uncounted on time; late, and open past its day; without a promise nothing can be said.
    expect(short(of('line.onTime').current)).toBe('3/5 of 5, 1 left out');
    expect(short(of('line.late').current)).toBe('2/5 of 5, 1 left out');
    expect(short(of('line.early').current)).toBe('1/5 of 5, 1 left out');
    expect([of('line.onTime'), of('line.late'), of('line.early')].map(({ previous }) => short(previous))).toEqual([
      ...['1/1 of 1, 0 left out', '0/1 of 1, 0 left out', '1/1 of 1, 0 left out'],
    ]);
  });

  it('are filled in lines and in quantity, more than ordered not cut off, open ones with nothing', () => {
    // Early, late and what had no promise in full; one short by 1, one open; without an ordered quantity nothing can be said.
    expect(short(of('line.fill').current)).toBe('3/5 of 5, 1 left out');
    expect(short(of('volume.fill').current)).toBe('41/50 of 5, 1 left out');
    expect(short(of('volume.fill').previous)).toBe('3/4 of 1, 0 left out');
  });

  it('have only the time in their words that is gone by', () => {
    expect(of('line.late').formula.zh).toBe('晚交行数（含过期未交） / 到期行数');
    expect(of('line.onTime').formula).toEqual({
      zh: '准时行数 / 到期行数；签收日≤承诺交期；过期未交算晚，未到期不计',
      en: 'lines on time / lines due; arrival day ≤ promised day; overdue and open is late, not yet due is not counted',
    });
    const other = evaluate(
      aDataset().withDeliveries([delivery('1', { revisedPromisedDay: '2026-03-10', shippedDay: '2026-03-10' })]),
      { 'delivery.graceDays': 2, 'delivery.promise': 'revised' },
    );
    expect(other('order.onTime').formula).toEqual({
      zh: '每行都准时的订单 / 到期订单；发货日（没有签收日期）≤改期后交期+2天；过期未交算晚，未到期不计',
      en: 'orders with every line on time / orders due; shipping day (there is no arrival day) ≤ revised day + 2 days; overdue and open is late, not yet due is not counted',
    });
  });
});

describe('perfect orders', () => {
  const line = (orderNo: string, more: RowOf<'deliveries'>): RowOf<'deliveries'> =>
    delivery(orderNo, { promisedDay: '2026-03-10', deliveredDay: '2026-03-10', shippedDay: '2026-03-09', orderedQuantity: 10, shippedQuantity: 10, deliveredQuantity: 10, ...more }); // prettier-ignore

  it('are on time, in full, undamaged, right and rightly papered, as far as columns say', () => {
    const of = evaluate(
      aDataset().withDeliveries([
        line('good', { damagedQuantity: 0, wrong: false, documentsRight: true }),
        line('damaged', { damagedQuantity: 1, wrong: false, documentsRight: true }),
        line('wrong', { damagedQuantity: 0, wrong: true, documentsRight: true }),
        line('papers', { damagedQuantity: 0, wrong: false, documentsRight: false }),
        line('late', { damagedQuantity: 0, wrong: false, documentsRight: true, deliveredDay: '2026-03-11' }),
        line('unsaid', { damagedQuantity: 0, wrong: false }),
        line('unpromised', { damagedQuantity: 0, wrong: false, documentsRight: true, promisedDay: undefined }),
      ]),
    );
    expect(short(of('order.perfect').current)).toBe('1/5 of 5, 2 left out');
    expect(of('order.perfect').formula).toEqual({
      zh: '准时、足量、无货损丢失、无错发、单证正确都做到的订单 / 到期订单',
      en: 'orders on time, in full, undamaged, right goods, right documents / orders due',
    });
    expect(of('order.perfectApqc').formula.zh).toBe('准时率×足量率×无货损丢失×无错发×单证正确率');
  });

  it('are judged by what is there alone', () => {
    const words = (more: RowOf<'deliveries'>) => evaluate(aDataset().withDeliveries([line('1', more)]))('order.perfect').formula.zh; // prettier-ignore
    expect(words({ lost: false })).toBe('准时、足量、无货损丢失都做到的订单 / 到期订单');
    expect(words({ wrongQuantity: 0 })).toBe('准时、足量、无错发都做到的订单 / 到期订单');
    expect(words({ documentsRight: true })).toBe('准时、足量、单证正确都做到的订单 / 到期订单');
  });
});

describe('a product of shares', () => {
  const share = (hits: number, of: number, n = of, excluded = 0) => ratioOf(hits, of, n, excluded);

  it('is of the period, the one before, and the months of the first', () => {
    const one = {
      current: share(1, 2, 7, 3),
      previous: share(1, 4),
      trend: [1, 2, 3].map((month) => ({ month, ratio: share(month, 4) })),
    };
    const other = { current: share(1, 5, 6, 9), previous: missingRatio({ reason: 'no-period-before' }), trend: [{ month: 2, ratio: share(1, 2, 1) }, { month: 3, ratio: share(0, 0) }] }; // prettier-ignore
    const { current, previous, trend } = multiply([one, other]);
    expect(current).toEqual({ value: known(0.1), numerator: 0.1, denominator: 1, n: 6, excluded: 3 });
    expect(previous).toEqual({ ...ratioOf(0, 0, 0, 0), value: missing({ reason: 'no-period-before' }) });
    expect(trend.map(({ month, ratio }) => [month, ratio.value])).toEqual([
      [1, missing({ reason: 'nothing-due' })],
      [2, known(0.25)],
      [3, missing({ reason: 'nothing-due' })],
    ]);
  });
});

describe('tickets', () => {
  const shipped = (deliveryNo: string, more: RowOf<'deliveries'>): RowOf<'deliveries'> => ({ client: 'A', deliveryNo, shippedDay: '2026-03-05', ...more }); // prettier-ignore

  it('went directly where one line did, not where none did; where no line says it they are left out (E02)', () => {
    const of = evaluate(
      aDataset().withDeliveries([
        shipped('1', { direct: true }),
        shipped('1', { direct: false }),
        shipped('2', { direct: false }),
        shipped('3', {}),
        shipped('4', { direct: true, shippedDay: '2026-02-05' }),
      ]),
    );
    expect([short(of('E02').current), short(of('E02').previous)]).toEqual(['1/2 of 2, 1 left out', '1/1 of 1, 0 left out']); // prettier-ignore
  });

  it('had accidents by the thousand, by the million kilometres, and what was paid (E03)', () => {
    const of = evaluate(
      aDataset().withDeliveries([
        shipped('1', { accident: true, distanceKm: 400_000, compensation: 50 }),
        shipped('2', { accident: false, distanceKm: 600_000, compensation: 7 }),
        shipped('3', { accident: true, compensation: 20 }),
        shipped('4', { accident: true, distanceKm: 0 }),
      ]),
    );
    expect(short(of('E03').current)).toBe('3/0.004 of 4, 0 left out');
    // Two accidents on a million kilometres that were kept.
    expect(partsOf(of('E03'))).toEqual([
      ['每百万公里', 2],
      ['事故赔偿额', 70],
      ['没有写赔偿额的事故', 1],
    ]);
    const bare = evaluate(aDataset().withDeliveries([shipped('1', { accident: true })]))('E03');
    expect([short(bare.current), bare.parts]).toEqual(['1/0.001 of 1, 0 left out', []]);
    const unpaid = evaluate(aDataset().withDeliveries([shipped('1', { accident: true }), shipped('2', { accident: false, compensation: 5 })])); // prettier-ignore
    expect(partsOf(unpaid('E03'))).toEqual([
      ['事故赔偿额', 'not-entered'],
      ['没有写赔偿额的事故', 1],
    ]);
    const calm = evaluate(aDataset().withDeliveries([shipped('1', { accident: false, compensation: 5 })]));
    expect(partsOf(calm('E03'))).toEqual([['事故赔偿额', 0]]);
  });

  it('were damaged by ticket, and paid for out of their worth (K01)', () => {
    const of = evaluate(
      aDataset().withDeliveries([
        shipped('1', { shippedQuantity: 10, damagedQuantity: 1, value: 200, compensation: 20 }),
        shipped('1', { shippedQuantity: 10, damagedQuantity: 0, value: 100 }),
        shipped('2', { shippedQuantity: 20, damagedQuantity: 0, value: 100 }),
        shipped('3', { shippedQuantity: 5, damagedQuantity: 6, compensation: 30 }),
      ]),
    );
    expect(short(of('K01').current)).toBe('1/40 of 3, 1 left out');
    expect(partsOf(of('K01'))[1]).toEqual(['货损货差赔偿率（赔偿额/货值）', 0.05]);
    const bare = evaluate(aDataset().withDeliveries([shipped('1', { damaged: true }), shipped('2', { damaged: false })]))('K01'); // prettier-ignore
    expect([short(bare.current), partsOf(bare)]).toEqual(['1/2 of 2, 0 left out', [['按票（有货损或丢失的票）', 0.5]]]);
    expect(bare.formula.en).toBe('lines with damage / lines shipped (no quantities)');
  });

  it('say what damage and loss are out of', () => {
    const words = (id: string, more: RowOf<'deliveries'>) => evaluate(aDataset().withDeliveries([shipped('1', more)]))(id).formula.zh; // prettier-ignore
    expect(words('E04', { damagedQuantity: 1, shippedQuantity: 5, deliveredQuantity: 5 })).toBe(
      '损坏量 / 交付量（本期到货的）',
    );
    expect(words('E04', { damagedQuantity: 1, shippedQuantity: 5 })).toBe(
      '损坏量 / 发出量（本期到货的，没有签收数量）',
    );
    expect(words('E04', { damagedQuantity: 1 })).toBe('有损坏的行 / 到货行（没有数量）');
    expect(words('E05', { lostQuantity: 1, shippedQuantity: 5 })).toBe('丢失量 / 发出量');
    expect(words('E05', { lost: true, shippedQuantity: 5 })).toBe('有丢失的行 / 发出行（没有数量）');
    expect(words('E05', { lostQuantity: 1 })).toBe('有丢失的行 / 发出行（没有数量）');
    expect(words('K07', { wrongQuantity: 1, shippedQuantity: 5 })).toBe('错发件数 / 发出件数');
    expect(words('K07', { wrong: true, shippedQuantity: 5 })).toBe('有错发的行 / 发出行（没有数量）');
    expect(words('K02', { promisedDay: '2026-03-06' })).toContain('正点票 / 到期票；');
    const orders = evaluate(aDataset().withDeliveries([delivery('1', { promisedDay: '2026-03-06', shippedDay: '2026-03-06' })])); // prettier-ignore
    expect(orders('K02').formula.zh).toContain('正点订单 / 到期订单；');
  });

  it('were wrong by kind, the kinds by name (E06, K19)', () => {
    const of = evaluate(
      aDataset().withDeliveries([
        shipped('1', { wrong: true, wrongKind: '错数量' }),
        shipped('2', { wrong: true, wrongKind: '错品种' }),
        shipped('3', { wrong: true, wrongKind: '错数量' }),
        shipped('4', { wrong: false }),
        shipped('5', { wrong: false }),
      ]),
    );
    expect([short(of('E06').current), short(of('K19').current)]).toEqual(['3/5 of 5, 0 left out', '3/5 of 5, 0 left out']); // prettier-ignore
    expect(partsOf(of('E06'))).toEqual([
      ['其中：错品种', 0.2],
      ['其中：错数量', 0.4],
    ]);
  });

  it('were packed well, by their own column, else less what was complained of (E08)', () => {
    const told = aDataset().withComplaints([
      { client: 'A', received: '2026-03-05', stage: '包装' },
      { client: 'A', received: '2026-03-05', stage: 'Packaging' },
      { client: 'A', received: '2026-03-05', stage: '运输' },
      { client: 'A', received: '2026-02-05', stage: '包装' },
    ]);
    const rows = [1, 2, 3, 4, 5].map((at) => shipped(String(at), {}));
    const less = evaluate(told.withDeliveries(rows))('E08');
    expect([short(less.current), less.formula.zh]).toEqual(['3/5 of 5, 0 left out', '1 − 包装投诉 / 总票']);
    const own = evaluate(aDataset().withDeliveries([shipped('1', { packagingFault: true }), shipped('2', { packagingFault: false }), shipped('3', { packagingFault: false })]))('E08'); // prettier-ignore
    expect([short(own.current), own.formula.zh]).toEqual(['2/3 of 3, 0 left out', '没有包装问题的票 / 总票']);
  });
});

describe('feedback', () => {
  const told: readonly RowOf<'complaints'>[] = [
    { client: 'A', received: '2026-03-02 09:00', firstReply: '2026-03-02 12:00' },
    { client: 'A', received: '2026-03-02 09:00', firstReply: '2026-03-27 12:00' },
  ];
  const asked: readonly RowOf<'inquiries'>[] = [
    { client: 'A', received: '2026-03-02 09:00', answered: '2026-03-02 10:00' },
    { client: 'A', received: '2026-03-03 09:00', answered: '2026-03-03 10:00' },
    { client: 'A', received: '2026-03-03 09:00', answered: '2026-03-30 10:00' },
  ];

  it('is of complaints and of inquiries, together where both are kept (E09)', () => {
    const of = (builder: DatasetBuilder) => short(evaluate(builder)('E09').current);
    expect(of(aDataset().withComplaints(told))).toBe('1/2 of 2, 0 left out');
    expect(of(aDataset().withRows('inquiries', asked))).toBe('2/3 of 3, 0 left out');
    expect(of(aDataset().withComplaints(told).withRows('inquiries', asked))).toBe('3/5 of 5, 0 left out');
  });
});

describe('returns', () => {
  it('are orders with something back, and amounts before returns', () => {
    const sale = (orderNo: string, amount: number, more: RowOf<'transactions'> = {}): RowOf<'transactions'> => ({ client: 'A', orderNo, day: '2026-03-05', amount, ...more }); // prettier-ignore
    const of = evaluate(
      aDataset().withTransactions([
        sale('1', 100),
        sale('2', 50),
        sale('1', -30, { isReturn: true }),
        sale('3', 20, { day: '2026-02-05' }),
        sale('3', -5, { isReturn: true, day: '2026-02-06' }),
      ]),
    );
    expect([short(of('returns.orders').current), short(of('returns.orders').previous)]).toEqual(['1/2 of 2, 0 left out', '1/1 of 1, 0 left out']); // prettier-ignore
    expect([short(of('returns.amount').current), short(of('returns.amount').previous)]).toEqual(['30/150 of 3, 0 left out', '5/20 of 2, 0 left out']); // prettier-ignore
  });
});
