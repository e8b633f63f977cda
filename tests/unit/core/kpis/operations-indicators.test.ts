import { analyse } from '../../../../src/core/analyse';
import type { IndicatorResult } from '../../../../src/core/kpis/indicator-result';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder } from '../../../support/dataset-builder';

/** The first quarter of 2026, as of its last day; the quarter before is the period before. */
const evaluate = (builder: DatasetBuilder, id: string): IndicatorResult =>
  analyse(builder.build(), {
    today: day('2026-06-30'),
    asOf: day('2026-03-31'),
    period: { kind: 'range', from: day('2026-01-01'), to: day('2026-03-31') },
    settings: settingsWith({}),
  }).indicators.find((one) => one.id === id)!;
const valueOf = ({ current }: IndicatorResult): number | string =>
  current.value.known ? Number(current.value.value.toFixed(6)) : current.value.why.reason;
const partsOf = ({ parts }: IndicatorResult): Record<string, number | string> =>
  Object.fromEntries(
    parts.map(({ label, value }) => [label.zh, value.known ? Number(value.value.toFixed(6)) : value.why.reason]),
  );

describe('stock-taking', () => {
  const counts = aDataset().withRows('stockTakes', [
    { day: '2026-01-31', warehouse: '一仓', warehouseKind: '成品仓', bookQuantity: 600, countedQuantity: 650, spoiltQuantity: 3 },
    { day: '2026-02-28', warehouse: '二仓', warehouseKind: '成品仓', bookQuantity: 400, countedQuantity: 350, lostQuantity: 5, brokenQuantity: 2 },
    { day: '2026-02-28', warehouse: '原料仓', warehouseKind: '原料仓', bookQuantity: 1000, countedQuantity: 990 },
    { day: '2025-12-31', warehouse: '一仓', warehouseKind: '成品仓', bookQuantity: 100, countedQuantity: 98, spoiltQuantity: 1 },
    { day: '2026-03-31', warehouse: '二仓', warehouseKind: '成品仓', bookQuantity: 10, countedQuantity: 10, lostQuantity: 11 },
  ]); // prettier-ignore

  it('gives what was spoilt, lost or broken, and its three parts (E07); a line with more lost than there was is left out', () => {
    // 3 + 5 + 2 of 600 + 400 + 1,000.
    const found = evaluate(counts, 'E07');
    expect(found.current).toMatchObject({ numerator: 10, denominator: 2000, n: 3, excluded: 1 });
    expect(partsOf(found)).toEqual({ 变质: expect.any(Number), 丢失: 0.0025, 破损: expect.any(Number) });
    // The line left out of the whole and of 丢失 (11 of 10) counts in the others: 3 and 2 of 2,010.
    expect(partsOf(found)['变质']).toBeCloseTo(3 / 2010, 6);
    expect(partsOf(found)['破损']).toBeCloseTo(2 / 2010, 6);
    expect(found.previous).toMatchObject({ numerator: 1, denominator: 100 });
  });

  it('gives the rest as sound (K05)', () => {
    expect(evaluate(counts, 'K05').current).toMatchObject({ numerator: 1990, denominator: 2000 });
  });

  it('adds sizes of differences and shows the net beside (K06), the supply warehouse apart (K12)', () => {
    // +50, −50, 0 of 600 + 400 + 10.
    const found = evaluate(counts, 'K06');
    expect(found.current).toMatchObject({ numerator: 100, denominator: 1010, n: 3 });
    expect(partsOf(found)).toEqual({ '净额（盘盈−盘亏）': 0 });
    expect(found.breakdown.map(({ group, ratio }) => [group, ratio.numerator, ratio.denominator])).toEqual([
      ['一仓', 50, 600],
      ['二仓', 50, 410],
    ]);
    expect(valueOf(evaluate(counts, 'K12'))).toBe(0.01);
  });

  it('says which sheet lacks', () => {
    const found = evaluate(aDataset().withTransactions([{ client: 'C1', day: '2026-01-05', amount: 1 }]), 'K06');
    expect(found.current.value).toMatchObject({ known: false, why: { reason: 'no-sheet', sheet: 'stockTakes' } });
    expect(found.needs.zh).toContain('「盘点」表');
  });
});

describe('warehouse and fleet', () => {
  it('divides sums of months: room, area, time of machines and machines (K08–K10)', () => {
    const months = aDataset().withRows('warehouses', [
      { month: '2026-01-01', warehouse: '一仓', averageStock: 300, capacity: 400, stackedArea: 50, totalArea: 100, devicesUsed: 3, devices: 4, deviceHours: 90, deviceHoursAvailable: 100 },
      { month: '2026-02-01', warehouse: '一仓', averageStock: 500, capacity: 400, stackedArea: 75, totalArea: 100, devicesUsed: 4, devices: 4, deviceHours: 30, deviceHoursAvailable: 100 },
    ]); // prettier-ignore
    expect([evaluate(months, 'K09'), evaluate(months, 'K10')].map(valueOf)).toEqual([1, 0.625]);
    const machines = evaluate(months, 'K08');
    expect([valueOf(machines), partsOf(machines)]).toEqual([0.6, { '设备利用率（台数）': 0.875 }]);
  });

  it('keeps empty runs below the line (K04), and divides days (K03)', () => {
    const runs = aDataset().withRows('fleet', [
      { day: '2026-01-01', vehicle: 'A', workingDays: 20, availableDays: 25, tonKilometres: 7000, ratedTons: 10, distanceKm: 1000 },
      { day: '2026-01-01', vehicle: 'B', workingDays: 10, availableDays: 25, tonKilometres: 0, ratedTons: 5, distanceKm: 800 },
      { day: '2026-02-01', vehicle: 'B', ratedTons: 5, distanceKm: 800 },
    ]); // prettier-ignore
    expect(evaluate(runs, 'K03').current).toMatchObject({ numerator: 30, denominator: 50, n: 2, excluded: 1 });
    expect(evaluate(runs, 'K04').current).toMatchObject({ numerator: 7000, denominator: 14000, n: 2, excluded: 1 });
  });
});

describe('purchasing and production', () => {
  const buying = aDataset().withRows('purchases', [
    { day: '2026-01-01', supplier: '甲', product: '玉米', plannedQuantity: 100, purchasedQuantity: 150, inspectedQuantity: 150, defectiveQuantity: 3 },
    { day: '2026-01-01', supplier: '乙', product: '豆粕', plannedQuantity: 100, purchasedQuantity: 50, inspectedQuantity: 50, defectiveQuantity: 5, plannedSupply: 80, suppliedQuantity: 60 },
    { day: '2026-02-01', supplier: '乙', product: '豆粕', plannedQuantity: 50, purchasedQuantity: 100, plannedSupply: 20, suppliedQuantity: 30 },
  ]); // prettier-ignore

  it('caps a plan by item and month (K13, K14), uncapped beside it', () => {
    // min(150,100) + min(50,100) + min(100,50) of 250; supply: 60 + 20 of 100.
    const found = evaluate(buying, 'K13');
    expect(found.current).toMatchObject({ numerator: 200, denominator: 250, n: 3 });
    expect(partsOf(found)).toEqual({ 不封顶: 1.2 });
    expect(evaluate(buying, 'K14').current).toMatchObject({ numerator: 80, denominator: 100, n: 2, excluded: 0 });
  });

  it('gives defects by supplier (K11)', () => {
    const found = evaluate(buying, 'K11');
    expect(found.current).toMatchObject({ numerator: 8, denominator: 200, n: 2 });
    expect(found.breakdown.map(({ group, ratio }) => [group, ratio.value])).toEqual([
      ['甲', { known: true, value: 0.02 }],
      ['乙', { known: true, value: 0.1 }],
    ]);
  });

  it('gives output, hours, waste and processing of the daily sheet (K15, K17, K20, E10)', () => {
    const days = aDataset()
      .withRows('production', [
        { day: '2026-01-05', product: 'P', plannedQuantity: 100, actualQuantity: 120, hours: 60, wasteQuantity: 2, recoveredQuantity: 1, batchesDue: 3, batchesOnTime: 3 },
        { day: '2026-01-06', product: 'P', plannedQuantity: 100, actualQuantity: 60, hours: 30, wasteQuantity: 2, recoveredQuantity: 2, batchesDue: 2, batchesOnTime: 1 },
      ])
      .withRows('indicatorEntries', [{ indicator: 'E10', month: '2026-01-01', numerator: 5, denominator: 100 }]); // prettier-ignore
    expect(valueOf(evaluate(days, 'K15'))).toBe(0.9);
    expect(valueOf(evaluate(days, 'K16'))).toBe(0.8);
    expect(valueOf(evaluate(days, 'K17'))).toBe(2);
    expect(valueOf(evaluate(days, 'K20'))).toBe(0.75);
    expect([valueOf(evaluate(days, 'E10')), partsOf(evaluate(days, 'E10'))]).toEqual([0.05, { 流通加工按时率: 0.8 }]);
  });

  it('takes what was entered where its own sheet has nothing for the period', () => {
    const old = aDataset()
      .withRows('production', [{ day: '2024-01-05', wasteQuantity: 2, recoveredQuantity: 1 }])
      .withRows('indicatorEntries', [{ indicator: 'K20', month: '2026-01-01', numerator: 3, denominator: 4 }]);
    expect(valueOf(evaluate(old, 'K20'))).toBe(0.75);
  });
});

describe('damage on arrival and accidents', () => {
  const lines = aDataset().withRows('deliveries', [
    { client: 'C1', deliveryNo: 'D1', shippedDay: '2025-12-30', deliveredDay: '2026-01-02', shippedQuantity: 100, deliveredQuantity: 90, damagedQuantity: 9, accident: true, compensation: 500 },
    { client: 'C1', deliveryNo: 'D2', shippedDay: '2026-03-30', deliveredDay: '2026-04-02', shippedQuantity: 50, deliveredQuantity: 50, damagedQuantity: 5, accident: true },
    { client: 'C1', deliveryNo: 'D3', shippedDay: '2026-02-01', deliveredDay: '2026-02-02', shippedQuantity: 10, deliveredQuantity: 10, damagedQuantity: 0, accident: true, compensation: 80 },
  ]); // prettier-ignore

  it('are counted where they arrived: E04 takes other lines than K01', () => {
    expect(evaluate(lines, 'E04').current).toMatchObject({ numerator: 9, denominator: 100, n: 2 });
    expect(evaluate(lines, 'K01').current).toMatchObject({ numerator: 5, denominator: 60, n: 2 });
  });

  it('have what was paid for them, and those without an amount (E03)', () => {
    expect(partsOf(evaluate(lines, 'E03'))).toEqual({ 事故赔偿额: 80, 没有写赔偿额的事故: 1 });
  });
});
