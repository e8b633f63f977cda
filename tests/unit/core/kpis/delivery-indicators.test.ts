import { analyse } from '../../../../src/core/analyse';
import type { Analysis } from '../../../../src/core/analysis';
import { settingsWith, type Settings } from '../../../../src/core/settings';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';

const AS_OF = day('2026-03-31');

function analyseDeliveries(rows: readonly RowOf<'deliveries'>[], changes: Partial<Settings> = {}): Analysis {
  return analyse(aDataset().withDeliveries(rows).build(), {
    today: day('2026-06-30'),
    asOf: AS_OF,
    period: { kind: 'range', from: day('2026-03-01'), to: AS_OF },
    settings: settingsWith(changes),
  });
}
const indicator = (analysis: Analysis, id: string) => analysis.indicators.find((one) => one.id === id)!;
const fraction = (analysis: Analysis, id: string): string => {
  const { numerator, denominator, excluded } = indicator(analysis, id).current;
  return `${numerator}/${denominator}${excluded > 0 ? ` −${excluded}` : ''}`;
};

describe('the target of a whole', () => {
  it('is that for all, else the mean of the clients’ own by their orders, else the setting', () => {
    const late = (client: string, orderNo: string): RowOf<'deliveries'> => ({
      client,
      orderNo,
      promisedDay: '2026-03-10',
      deliveredDay: '2026-03-12',
    });
    const rows = [late('A', '1'), late('B', '2'), late('B', '3'), late('B', '4')];
    const targetOf = (targets: readonly RowOf<'targets'>[]) =>
      analyse(aDataset().withDeliveries(rows).withRows('targets', targets, '目标').build(), {
        today: AS_OF,
        asOf: AS_OF,
        period: { kind: 'all' },
        settings: settingsWith({}),
      }).indicators.find(({ id }) => id === 'order.onTime')!.target;
    // One order at 0.9 and three at 0.5: 2.4 ÷ 4. A client without orders weighs nothing.
    const own = [
      { client: 'A', onTime: 0.9 },
      { client: 'B', onTime: 0.5 },
      { client: 'C', onTime: 0.1 },
    ];
    const mean = targetOf(own);
    expect(mean.known && mean.value).toBeCloseTo(0.6, 10);
    expect(targetOf([...own, { onTime: 0.7 }])).toEqual({ known: true, value: 0.7 });
    expect(targetOf([{ client: 'C', onTime: 0.1 }])).toMatchObject({
      known: true,
      value: settingsWith({})['report.alertOnTimeBelow'],
    });
  });
});

describe('on time', () => {
  const due = { client: 'C1', promisedDay: '2026-03-10' } as const;

  it('counts the promised day itself, and late by a day', () => {
    const found = analyseDeliveries([
      { ...due, deliveredDay: '2026-03-09' },
      { ...due, deliveredDay: '2026-03-10' },
      { ...due, deliveredDay: '2026-03-12' },
    ]);
    expect(fraction(found, 'line.onTime')).toBe('2/3');
    expect(fraction(found, 'line.late')).toBe('1/3');
    expect(fraction(found, 'line.early')).toBe('1/3');
  });

  it('takes grace days', () => {
    const rows = [{ ...due, deliveredDay: '2026-03-12' }] as const;
    expect(fraction(analyseDeliveries(rows, { 'delivery.graceDays': 2 }), 'line.onTime')).toBe('1/1');
    expect(fraction(analyseDeliveries(rows, { 'delivery.graceDays': 1 }), 'line.onTime')).toBe('0/1');
  });

  it('counts overdue and open as late, due today and open not at all', () => {
    const found = analyseDeliveries([
      { client: 'C1', promisedDay: '2026-03-10', deliveredDay: '2026-03-10' },
      { client: 'C1', promisedDay: '2026-03-30' },
      { client: 'C1', promisedDay: '2026-03-31' },
    ]);
    expect(fraction(found, 'line.onTime')).toBe('1/2');
  });

  it('does not know a delivery that happens after the as-of day', () => {
    const found = analyseDeliveries([{ client: 'C1', promisedDay: '2026-03-20', deliveredDay: '2026-04-02' }]);
    expect(fraction(found, 'line.onTime')).toBe('0/1');
  });

  it('counts by the promised day, not by the delivery', () => {
    const found = analyseDeliveries([
      { client: 'C1', promisedDay: '2026-02-27', deliveredDay: '2026-03-02' },
      { client: 'C1', promisedDay: '2026-03-01', deliveredDay: '2026-02-27' },
    ]);
    expect(fraction(found, 'line.onTime')).toBe('1/1');
  });

  it('leaves out and counts: no promise, postponed by the client; cancelled is nothing', () => {
    const found = analyseDeliveries([
      { ...due, deliveredDay: '2026-03-10', postponedByClient: false, cancelled: false },
      { client: 'C1', deliveredDay: '2026-03-10' },
      { ...due, deliveredDay: '2026-03-20', postponedByClient: true },
      { ...due, cancelled: true },
    ]);
    expect(fraction(found, 'line.onTime')).toBe('1/1 −2');
    expect(indicator(found, 'line.onTime').coverage).toEqual({ known: true, value: 1 / 3 });
    expect(indicator(found, 'line.onTime').isCoverageLow).toBe(true);
    expect(found.accounts[0]).toMatchObject({ read: 4, used: 3, cancelled: 1 });
  });

  it('goes by the revised promise where asked to', () => {
    const rows = [{ ...due, revisedPromisedDay: '2026-03-15', deliveredDay: '2026-03-14' }] as const;
    expect(fraction(analyseDeliveries(rows), 'line.onTime')).toBe('0/1');
    expect(fraction(analyseDeliveries(rows, { 'delivery.promise': 'revised' }), 'line.onTime')).toBe('1/1');
  });

  it('takes the shipping day where there is no arrival, and says so', () => {
    const found = analyseDeliveries([{ ...due, shippedDay: '2026-03-10' }]);
    expect(fraction(found, 'line.onTime')).toBe('1/1');
    expect(indicator(found, 'line.onTime').formula.zh).toContain('发货日（没有签收日期）');
  });

  it('takes a word where there are no days; an empty one is left out', () => {
    const found = analyseDeliveries([
      { client: 'C1', orderDay: '2026-03-02', onTime: true },
      { client: 'C1', orderDay: '2026-03-02', onTime: false },
      { client: 'C1', orderDay: '2026-03-02' },
    ]);
    expect(fraction(found, 'line.onTime')).toBe('1/2 −1');
  });

  it('is missing with the column that would switch it on', () => {
    const found = indicator(analyseDeliveries([{ client: 'C1', deliveredDay: '2026-03-02' }]), 'K02');
    expect(found.current.value).toEqual({
      known: false,
      why: { reason: 'no-column', column: 'deliveries.promisedDay' },
    });
    expect(found.needs.zh).toContain('要求交期');
  });

  it('is missing, not 0, where nothing is due', () => {
    const found = analyseDeliveries([{ client: 'C1', promisedDay: '2026-05-01', deliveredDay: '2026-03-02' }]);
    expect(indicator(found, 'line.onTime').current.value).toEqual({ known: false, why: { reason: 'nothing-due' } });
  });
});

describe('orders', () => {
  const line = (
    orderNo: string,
    deliveredDay: string | undefined,
    ordered: number,
    delivered: number | undefined,
    more: RowOf<'deliveries'> = {},
  ): RowOf<'deliveries'> => ({
    client: 'C1',
    orderNo,
    promisedDay: '2026-03-10',
    deliveredDay,
    orderedQuantity: ordered,
    deliveredQuantity: delivered,
    ...more,
  });

  it('count when every line does', () => {
    const found = analyseDeliveries([
      line('A', '2026-03-10', 10, 10),
      line('A', '2026-03-11', 5, 5), // late
      line('B', '2026-03-10', 10, 9), // short
      line('B', '2026-03-09', 4, 4),
      line('C', '2026-03-08', 1, 1),
      line('D', undefined, 2, undefined), // overdue and open: late and short
    ]);
    expect(fraction(found, 'order.onTime')).toBe('2/4');
    expect(fraction(found, 'order.inFull')).toBe('2/4');
    expect(fraction(found, 'order.otif')).toBe('1/4');
    expect(fraction(found, 'line.fill')).toBe('4/6');
    expect(fraction(found, 'volume.fill')).toBe('29/32');
  });

  it('with the same number of two clients are two', () => {
    const found = analyseDeliveries([
      line('A', '2026-03-10', 1, 1),
      { ...line('A', '2026-03-20', 1, 1), client: 'C2' },
    ]);
    expect(fraction(found, 'order.onTime')).toBe('1/2');
  });

  it('without numbers are lines', () => {
    const rest = line('', '2026-03-10', 1, 1);
    expect(fraction(analyseDeliveries([rest, rest]), 'order.onTime')).toBe('2/2');
  });

  it('take the tolerance of a weighbridge', () => {
    const rows = [line('A', '2026-03-10', 100, 99)];
    expect(fraction(analyseDeliveries(rows), 'order.inFull')).toBe('0/1');
    expect(fraction(analyseDeliveries(rows, { 'delivery.fullTolerance': 0.01 }), 'order.inFull')).toBe('1/1');
  });

  it('are perfect only if nothing at all went wrong; the product of shares differs', () => {
    const found = analyseDeliveries([
      line('A', '2026-03-10', 10, 10, { damagedQuantity: 0, documentsRight: true }),
      line('B', '2026-03-12', 10, 9, { damagedQuantity: 1, documentsRight: false }),
      line('C', '2026-03-10', 10, 10, { damagedQuantity: 0, documentsRight: true }),
      line('D', '2026-03-10', 10, 10, { damagedQuantity: 0, documentsRight: true }),
    ]);
    expect(fraction(found, 'order.perfect')).toBe('3/4');
    // Every fault sits on one order: 0.75 × 0.75 × 0.75 × 0.75.
    expect(indicator(found, 'order.perfectApqc').current.value).toEqual({ known: true, value: 0.31640625 });
    expect(indicator(found, 'order.perfect').formula.zh).toBe(
      '准时、足量、无货损丢失、单证正确都做到的订单 / 到期订单',
    );
  });
});

describe('faults', () => {
  const shipped = (more: RowOf<'deliveries'>): RowOf<'deliveries'> => ({
    client: 'C1',
    shippedDay: '2026-03-05',
    shippedQuantity: 100,
    ...more,
  });

  it('divide sums of quantities; an empty cell of a column filled only at faults is no fault', () => {
    const found = analyseDeliveries([shipped({ damagedQuantity: 3 }), shipped({}), shipped({})]);
    expect(fraction(found, 'K01')).toBe('3/300');
    expect(indicator(found, 'K01').formula.zh).toBe('损坏量 / 发出量（按数量）');
    expect(fraction(found, 'E04')).toBe('3/300');
  });

  it('leave out an empty cell where the good cases are written down as 0', () => {
    expect(
      fraction(
        analyseDeliveries([shipped({ damagedQuantity: 3 }), shipped({ damagedQuantity: 0 }), shipped({})]),
        'K01',
      ),
    ).toBe('3/200 −1');
  });

  it('leave out a line with more damaged than shipped', () => {
    expect(
      fraction(analyseDeliveries([shipped({ damagedQuantity: 101 }), shipped({ damagedQuantity: 1 })]), 'K01'),
    ).toBe('1/100 −1');
  });

  it('count lines by word where there are no quantities', () => {
    const found = analyseDeliveries([
      { client: 'C1', shippedDay: '2026-03-05', damaged: true },
      { client: 'C1', shippedDay: '2026-03-05', damaged: false },
    ]);
    expect(fraction(found, 'K01')).toBe('1/2');
    expect(indicator(found, 'K01').formula.zh).toContain('没有数量');
  });

  it('of shipping: by quantity (K07), and one ticket one error at most (K19, E06 by kind)', () => {
    const found = analyseDeliveries([
      shipped({ deliveryNo: 'T1', wrongQuantity: 5, wrongKind: '品种' }),
      shipped({ deliveryNo: 'T1', wrongQuantity: 2, wrongKind: '品种' }),
      shipped({ deliveryNo: 'T2' }),
    ]);
    expect(fraction(found, 'K07')).toBe('7/300');
    expect(fraction(found, 'K19')).toBe('1/2');
    expect(fraction(found, 'E06')).toBe('1/2');
    expect(indicator(found, 'E06').parts).toEqual([
      { label: { zh: '其中：品种', en: 'Of which: 品种' }, unit: 'ratio', value: { known: true, value: 0.5 } },
    ]);
  });

  it('loss, direct delivery, accidents and packaging', () => {
    const found = analyseDeliveries([
      shipped({ lostQuantity: 2, direct: true, accident: true, packagingFault: true, distanceKm: 500 }),
      shipped({ lostQuantity: 0, direct: false, distanceKm: 500 }),
    ]);
    expect(fraction(found, 'E05')).toBe('2/200');
    expect(fraction(found, 'E02')).toBe('1/2');
    expect(indicator(found, 'E03').current.value).toEqual({ known: true, value: 500 });
    // 1 accident on 1,000 km: 1,000 on a million.
    expect(indicator(found, 'E03').parts[0]!.value).toEqual({ known: true, value: 1000 });
    expect(fraction(found, 'E08')).toBe('1/2');
  });

  it('are not counted before the goods went out', () => {
    expect(
      fraction(
        analyseDeliveries([
          shipped({ damagedQuantity: 3 }),
          { client: 'C1', orderDay: '2026-03-05', damagedQuantity: 9 },
        ]),
        'K01',
      ),
    ).toBe('3/100');
  });
});

describe('E01 speed', () => {
  const ordered = (deliveredDay?: string): RowOf<'deliveries'> => ({
    client: 'C1',
    orderDay: '2026-03-01',
    deliveredDay,
  });

  it('has median, 90th percentile and the share within three days with the open ones', () => {
    // Days 0, 1, 3, 10 and one open for 30 days.
    const found = indicator(
      analyseDeliveries([
        ordered('2026-03-01'),
        ordered('2026-03-02'),
        ordered('2026-03-04'),
        ordered('2026-03-11'),
        ordered(),
      ]),
      'E01',
    );
    expect(found.current).toMatchObject({ value: { known: true, value: 2 }, n: 4, numerator: 2, denominator: 1 });
    // Linear: place 0.9 × 3 = 2.7 between 3 and 10: 3 + 0.7 × 7.
    const p90 = found.parts[0]!.value;
    expect(p90.known && p90.value).toBeCloseTo(7.9, 12);
    expect(found.parts[1]!.value).toEqual({ known: true, value: 0.6 });
  });

  it('says which day it counts to: arrival, else shipping', () => {
    const formula = (row: RowOf<'deliveries'>): string => indicator(analyseDeliveries([row]), 'E01').formula.zh;
    expect(formula(ordered('2026-03-03'))).toBe('签收日−订货日 的中位数');
    expect(formula({ ...ordered(), shippedDay: '2026-03-03' })).toBe('发货日−订货日 的中位数（没有签收日期）');
  });

  it('leaves out a delivery before its order', () => {
    expect(indicator(analyseDeliveries([ordered('2026-03-03'), ordered('2026-02-20')]), 'E01').current).toMatchObject({
      value: { known: true, value: 2 },
      n: 1,
      excluded: 1,
    });
  });
});

describe('status', () => {
  const lines = (late: number, onTime: number): RowOf<'deliveries'>[] => [
    ...Array.from({ length: late }, () => ({ client: 'C1', promisedDay: '2026-03-10', deliveredDay: '2026-03-12' })),
    ...Array.from({ length: onTime }, () => ({ client: 'C1', promisedDay: '2026-03-10', deliveredDay: '2026-03-10' })),
  ];
  const statusOf = (late: number, onTime: number) =>
    indicator(analyseDeliveries(lines(late, onTime)), 'line.onTime').status;

  it('is good at the target, watch near it, bad beyond', () => {
    expect(statusOf(2, 38)).toEqual({ known: true, value: 'good' }); // 95 %
    expect(statusOf(3, 37)).toEqual({ known: true, value: 'watch' }); // 92.5 %, band down to 90.25 %
    expect(statusOf(4, 36)).toEqual({ known: true, value: 'bad' }); // 90 %
  });

  it('does not judge a small sample, and shows its interval: 9 of 10 is 59.6–98.2 %', () => {
    const found = indicator(analyseDeliveries(lines(1, 9)), 'line.onTime');
    expect(found.status).toEqual({ known: false, why: { reason: 'too-few', have: 10, need: 30 } });
    expect(found.isSmall).toBe(true);
    expect(found.interval.known && found.interval.value.map((end) => end.toFixed(3))).toEqual(['0.596', '0.982']);
  });

  it.each([
    [[0, 20], '0.000', '0.161'],
    [[95, 5], '0.888', '0.978'],
  ])('Wilson %j (definitions §0.5)', ([hits, misses], low, high) => {
    const settings = settingsWith({ 'report.smallSample': 1000 });
    const found = analyse(aDataset().withDeliveries(lines(misses!, hits!)).build(), {
      today: day('2026-06-30'),
      asOf: AS_OF,
      period: { kind: 'all' },
      settings,
    });
    const { interval } = indicator(found, 'line.onTime');
    expect(interval.known && interval.value.map((end) => end.toFixed(3))).toEqual([low, high]);
  });
});

describe('groups', () => {
  it('by client, region and rep add to the whole', () => {
    const found = analyseDeliveries([
      { client: 'C1', region: '华东', rep: '王', promisedDay: '2026-03-10', deliveredDay: '2026-03-10' },
      { client: 'C1', region: '华北', rep: '王', promisedDay: '2026-03-10', deliveredDay: '2026-03-12' },
      { client: 'C2', region: '华北', promisedDay: '2026-03-10', deliveredDay: '2026-03-10' },
    ]);
    const shares = (groups: Analysis['clientIndicators']) =>
      groups.map(({ group, ratios }) => [group, ratios['line.onTime']!.numerator, ratios['line.onTime']!.denominator]);
    expect(shares(found.clientIndicators)).toEqual([
      ['C1', 1, 2],
      ['C2', 1, 1],
    ]);
    expect(shares(found.regionIndicators)).toEqual(
      [
        ['华东', 1, 1],
        ['华北', 1, 2],
      ].sort((a, b) => (a[0]! < b[0]! ? -1 : 1)),
    );
    expect(shares(found.repIndicators)).toEqual([
      ['', 1, 1],
      ['王', 1, 2],
    ]);
  });
});
