import { analyse } from '../../../../src/core/analyse';
import type { Analysis } from '../../../../src/core/analysis';
import { statusOf, whyOff } from '../../../../src/core/kpis/evaluate-kpis';
import type { GroupIndicators, IndicatorResult } from '../../../../src/core/kpis/indicator-result';
import { known, missing } from '../../../../src/core/model/outcome';
import { ratioOf } from '../../../../src/core/model/ratio';
import { settingsWith, type Settings } from '../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder, type RowOf } from '../../../support/dataset-builder';

/** March 2026, as of its last day. */
function analysed(builder: DatasetBuilder, settings: Partial<Settings> = {}): Analysis {
  return analyse(builder.build(), {
    today: day('2026-03-31'),
    asOf: day('2026-03-31'),
    period: { kind: 'range', from: day('2026-03-01'), to: day('2026-03-31') },
    settings: settingsWith(settings),
  });
}
const indicator = (builder: DatasetBuilder, id: string, settings: Partial<Settings> = {}): IndicatorResult =>
  analysed(builder, settings).indicators.find((one) => one.id === id)!;

/** So many deliveries of a client, of which so many on time. */
const deliveries = (client: string, hits: number, of: number, more: RowOf<'deliveries'> = {}): RowOf<'deliveries'>[] =>
  Array.from({ length: of }, (_, at) => ({
    ...{ client, orderNo: `${client}${at}`, orderDay: '2026-03-01', promisedDay: '2026-03-10' },
    ...{ deliveredDay: at < hits ? '2026-03-10' : '2026-03-11', ...more },
  }));

describe('an indicator beside its target', () => {
  const settings = settingsWith({ 'report.smallSample': 10, 'report.watchBand': 0.05 });
  const status = (
    value: number,
    target: number,
    better: IndicatorResult['better'] = 'higher',
    n = 10,
    isCensus = false,
  ) => statusOf(ratioOf(value * 1024, 1024, n, 0), known(target), better, settings, isCensus);

  it.each([
    [0.5, 0.5, 'higher', 'good'],
    [0.75, 0.5, 'higher', 'good'],
    [0.49, 0.5, 'higher', 'watch'],
    // A band of 5 % of the target's size: 0.025 below 0.5.
    [0.474, 0.5, 'higher', 'bad'],
    [0.5, 0.5, 'lower', 'good'],
    [0.25, 0.5, 'lower', 'good'],
    [0.51, 0.5, 'lower', 'watch'],
    [0.526, 0.5, 'lower', 'bad'],
    [1, 20, 'higher', 'bad'],
    [19, 20, 'higher', 'watch'],
    // Below nothing the band is as wide.
    [-20.5, -20, 'higher', 'watch'],
  ] as const)('%d against %d, %s is better: %s', (value, target, better, expected) => {
    expect(status(value, target, better)).toEqual(known(expected));
  });

  it('is not judged of few, but of a census', () => {
    expect(status(0.1, 0.5, 'higher', 9)).toEqual(missing({ reason: 'too-few', have: 9, need: 10 }));
    expect(status(0.1, 0.5, 'higher', 9, true)).toEqual(known('bad'));
  });

  it('is not judged where one of the two is unknown, or neither way is better', () => {
    expect(statusOf(ratioOf(0, 0, 10, 0), known(1), 'higher', settings)).toEqual(missing({ reason: 'nothing-due' }));
    expect(statusOf(ratioOf(1, 1, 10, 0), missing({ reason: 'no-rows' }), 'higher', settings)).toEqual(
      missing({ reason: 'no-rows' }),
    );
    expect(status(1, 1, 'neither')).toEqual(missing({ reason: 'not-entered' }));
  });
});

describe('why an indicator is off', () => {
  const dataset = aDataset()
    .withDeliveries([{ client: 'A', promisedDay: '2026-03-01' }])
    .withRows('fleet', [])
    .build();

  it('is the first that lacks, of the set of columns of which the least does', () => {
    expect(whyOff(dataset, [])).toBeUndefined();
    expect(whyOff(dataset, [['deliveries.promisedDay']])).toBeUndefined();
    expect(whyOff(dataset, [['deliveries.promisedDay', 'deliveries.onTime']])).toEqual({
      ...{ reason: 'no-column', column: 'deliveries.onTime' },
    });
    expect(whyOff(dataset, [['fleet.workingDays', 'deliveries.onTime'], ['deliveries.direct']])).toEqual({
      ...{ reason: 'no-column', column: 'deliveries.direct' },
    });
    // Of equal ones the first.
    expect(whyOff(dataset, [['deliveries.direct'], ['deliveries.onTime']])).toEqual({
      ...{ reason: 'no-column', column: 'deliveries.direct' },
    });
    expect(whyOff(dataset, [['deliveries.direct'], ['deliveries.promisedDay']])).toBeUndefined();
  });

  it('is the sheet where it has no line', () => {
    expect(whyOff(dataset, [['fleet.workingDays']])).toEqual({ reason: 'no-sheet', sheet: 'fleet' });
    expect(whyOff(dataset, [['complaints.received', 'deliveries.onTime']])).toEqual({
      ...{ reason: 'no-sheet', sheet: 'complaints' },
    });
  });
});

describe('an indicator of few', () => {
  const settings: Partial<Settings> = { 'report.smallSample': 30 };

  it('has its 95 % interval, from one row on and below the limit', () => {
    // Definitions §0.5: 9 of 10 lie between 59.6 and 98.2 %.
    const found = indicator(aDataset().withDeliveries(deliveries('A', 9, 10)), 'line.onTime', settings);
    expect([found.isSmall, found.interval.known && found.interval.value.map((one) => one.toFixed(3))]).toEqual([
      true,
      ['0.596', '0.982'],
    ]);
    const enough = indicator(aDataset().withDeliveries(deliveries('A', 9, 30)), 'line.onTime', settings);
    expect([enough.isSmall, enough.interval]).toEqual([false, missing({ reason: 'nothing-due' })]);
    expect(indicator(aDataset().withDeliveries(deliveries('A', 0, 29)), 'line.onTime', settings).interval.known).toBe(true); // prettier-ignore
    expect(indicator(aDataset().withDeliveries(deliveries('A', 29, 29)), 'line.onTime', settings).interval.known).toBe(true); // prettier-ignore
    const none = indicator(aDataset().withDeliveries(deliveries('A', 1, 1, { promisedDay: '2026-01-01' })), 'line.onTime', settings); // prettier-ignore
    expect(none.isSmall).toBe(false);
  });

  it('has none where it is no share of its rows', () => {
    const rows = deliveries('A', 1, 3, { shippedDay: '2026-03-05', shippedQuantity: 10, damagedQuantity: 1 });
    const damage = indicator(aDataset().withDeliveries(rows), 'K01', settings);
    expect([damage.isSmall, damage.interval.known]).toEqual([true, false]);
    const days = indicator(aDataset().withDeliveries(rows), 'E01', settings);
    expect([days.kind, days.isSmall, days.interval.known]).toEqual(['median', true, false]);
  });

  it('is never small where it counts all there is', () => {
    const fleet = aDataset().withRows('fleet', [{ day: '2026-03-05', workingDays: 1, availableDays: 1 }]);
    const found = indicator(fleet, 'K03', settings);
    expect([found.isSmall, found.status]).toEqual([false, missing({ reason: 'not-entered' })]);
    const judged = fleet.withRows('targets', [{ indicator: 'K03', value: 90 }]);
    expect(indicator(judged, 'K03', settings).status).toEqual(known('good'));
  });

  it('stands on what is below the line where months are entered', () => {
    const entered = (denominator: number) =>
      indicator(aDataset().withRows('indicatorEntries', [{ indicator: 'K01', month: '2026-03-01', numerator: 1, denominator }]), 'K01', settings); // prettier-ignore
    expect([entered(29).isSmall, entered(30).isSmall]).toEqual([true, false]);
    expect([entered(29).status.known, entered(30).status.known]).toEqual([false, true]);
  });
});

describe('coverage', () => {
  it('is low below 80 %', () => {
    const rows = (left: number) => [
      ...deliveries('A', 4, 4),
      ...deliveries('B', 0, left, { promisedDay: undefined, deliveredDay: '2026-03-20' }),
    ];
    const found = (left: number) => indicator(aDataset().withDeliveries(rows(left)), 'line.onTime');
    expect([found(1).coverage, found(1).isCoverageLow]).toEqual([known(0.8), false]);
    expect([found(2).coverage, found(2).isCoverageLow]).toEqual([known(4 / 6), true]);
  });
});

describe('indicators by client, region and rep', () => {
  const one = (groups: readonly GroupIndicators[], group: string) => groups.find((each) => each.group === group)!;
  const clients: readonly RowOf<'clients'>[] = [
    { code: 'A', name: '甲', region: '北', rep: '李' },
    { code: 'B', name: '', region: '南' },
    { code: 'C', name: '丙', region: '北' },
  ];
  const book = () =>
    aDataset()
      .withClients(clients)
      .withDeliveries([...deliveries('A', 3, 4), ...deliveries('B', 0, 1)]);

  it('are of those that have rows, by name or else code, with their region and rep', () => {
    const { clientIndicators, regionIndicators, repIndicators } = analysed(book());
    expect(clientIndicators.map(({ client, group, orders }) => [client, group, orders])).toEqual([
      [0, '甲', 4],
      [1, 'B', 1],
    ]);
    expect(regionIndicators.map(({ client, group, orders }) => [client, group, orders])).toEqual([
      [-1, '北', 4],
      [-1, '南', 1],
    ]);
    expect(repIndicators.map(({ client, group, orders }) => [client, group, orders])).toEqual([
      [-1, '', 1],
      [-1, '李', 4],
    ]);
    expect(one(clientIndicators, '甲').ratios['line.onTime']).toMatchObject({ numerator: 3, denominator: 4 });
    expect(one(regionIndicators, '南').ratios['K02']).toMatchObject({ numerator: 0, denominator: 1 });
    // Only what is on.
    expect(Object.keys(one(repIndicators, '李').ratios).sort()).toEqual(['K02', 'line.onTime', 'order.onTime']);
  });

  it('have the target of the client, else that for all, else the setting', () => {
    const few: Partial<Settings> = { 'report.smallSample': 2, 'report.alertOnTimeBelow': 0.95 };
    const own = [{ client: 'A', onTime: 75, inFull: 0.5 }, { onTime: 0.9 }];
    const { clientIndicators, regionIndicators } = analysed(book().withRows('targets', own), few);
    expect(one(clientIndicators, '甲').targets).toEqual({ K02: 0.75, 'order.onTime': 0.75, 'line.onTime': 0.95 });
    expect(one(clientIndicators, '甲').statuses).toEqual({
      ...{ K02: known('good'), 'order.onTime': known('good'), 'line.onTime': known('bad') },
    });
    expect(one(clientIndicators, 'B').targets['K02']).toBe(0.9);
    expect(one(regionIndicators, '北').targets['K02']).toBe(0.9);
    expect(analysed(book(), few).indicators.find(({ id }) => id === 'K02')!.target).toEqual(known(0.95));
  });

  it('count the orders with a sale where there are sales, by the names that both know', () => {
    const sale = (client: string, orderNo: string, region?: string): RowOf<'transactions'> => ({ client, orderNo, day: '2026-03-05', amount: 1, region }); // prettier-ignore
    const { clientIndicators, regionIndicators, repIndicators } = analysed(
      book().withTransactions([sale('A', '1'), sale('A', '1'), sale('A', '2'), sale('C', '3'), sale('B', '4', '西')]),
    );
    expect(clientIndicators.map(({ group, orders }) => [group, orders])).toEqual([
      ['甲', 2],
      ['B', 1],
    ]);
    expect(regionIndicators.map(({ group, orders }) => [group, orders])).toEqual([
      ['北', 3],
      ['南', 0],
    ]);
    expect(repIndicators.map(({ group, orders }) => [group, orders])).toEqual([
      ['', 2],
      ['李', 2],
    ]);
  });

  it('are there where rows were left out alone', () => {
    const left = { promisedDay: undefined, deliveredDay: '2026-03-20' };
    const { clientIndicators } = analysed(
      aDataset().withDeliveries([...deliveries('A', 1, 1), ...deliveries('B', 0, 2, left)]),
    );
    expect(one(clientIndicators, 'B').ratios['line.onTime']).toMatchObject({ n: 0, excluded: 2 });
  });
});

describe('what was entered', () => {
  const entry = (month: string | undefined, numerator: number | undefined, denominator: number | undefined, more: RowOf<'indicatorEntries'> = {}): RowOf<'indicatorEntries'> => ({ indicator: 'K09', month, numerator, denominator, ...more }); // prettier-ignore

  it('counts by its month, in the period and before, up to the last day', () => {
    const found = indicator(
      aDataset().withRows('indicatorEntries', [
        entry('2026-03-31', 1, 10),
        entry('2026-03-01', 2, 20),
        entry('2026-02-28', 4, 40),
        entry('2026-04-01', 8, 80),
        entry(undefined, 16, 160),
        entry('2026-03-05', undefined, 5),
        entry('2026-03-05', 5, undefined),
        entry('2026-03-05', 32, 320, { indicator: '没有的指标' }),
      ]),
      'K09',
    );
    expect(found.current).toEqual(ratioOf(3, 30, 2, 2));
    expect(found.previous).toEqual(ratioOf(4, 40, 1, 0));
    expect(found.trend).toEqual([{ month: 2026 * 12 + 2, ratio: ratioOf(3, 30, 2, 2) }]);
    expect(found.breakdown).toEqual([]);
  });

  it('has months in order, and departments beside where there are two', () => {
    const inYear = (rows: readonly RowOf<'indicatorEntries'>[]) =>
      analyse(aDataset().withRows('indicatorEntries', rows).build(), {
        today: day('2026-03-31'),
        asOf: day('2026-03-31'),
        period: { kind: 'ytd' },
        settings: settingsWith({}),
      }).indicators.find(({ id }) => id === 'K09')!;
    const found = inYear([
      entry('2026-03-01', 1, 10, { department: '乙' }),
      entry('2026-01-01', 2, 10, { department: '甲' }),
      entry('2026-02-01', 3, 10, { department: '乙' }),
      entry('2026-02-01', 4, 10),
    ]);
    expect(found.trend.map(({ month, ratio }) => [month % 12, ratio.numerator, ratio.denominator])).toEqual([
      [0, 2, 10],
      [1, 7, 20],
      [2, 1, 10],
    ]);
    expect(found.parts.map(({ label, value }) => [label.zh, value])).toEqual([
      ['乙', known(0.2)],
      ['甲', known(0.2)],
    ]);
    expect(inYear([entry('2026-03-01', 1, 10, { department: '乙' }), entry('2026-03-01', 1, 10)]).parts).toEqual([]);
  });

  it('is not taken where the own columns say it', () => {
    const own = aDataset()
      .withRows('warehouses', [{ month: '2026-03-01', averageStock: 1, capacity: 2 }])
      .withRows('indicatorEntries', [entry('2026-03-01', 9, 10)]);
    expect(indicator(own, 'K09').current.value).toEqual(known(0.5));
  });
});
