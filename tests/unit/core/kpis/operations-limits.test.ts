import { analyse } from '../../../../src/core/analyse';
import type { IndicatorResult } from '../../../../src/core/kpis/indicator-result';
import { known } from '../../../../src/core/model/outcome';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder, type RowOf } from '../../../support/dataset-builder';

/** From New Year to 15 March 2026, and the 74 days before: from 19 October on. */
const evaluate = (builder: DatasetBuilder, id: string): IndicatorResult =>
  analyse(builder.build(), {
    today: day('2026-03-15'),
    asOf: day('2026-03-15'),
    period: { kind: 'range', from: day('2026-01-01'), to: day('2026-03-15') },
    settings: settingsWith({}),
  }).indicators.find((one) => one.id === id)!;
const short = ({ numerator, denominator, n, excluded }: IndicatorResult['current']): string =>
  `${numerator}/${denominator} of ${n}, ${excluded} left out`;
const trendOf = ({ trend }: IndicatorResult): string[] =>
  trend.map(({ month, ratio }) => `${(month % 12) + 1}: ${short(ratio)}`);
const breakdownOf = ({ breakdown }: IndicatorResult): string[] =>
  breakdown.map(({ group, ratio }) => `${group}: ${short(ratio)}`);
const partsOf = ({ parts }: IndicatorResult): unknown[] =>
  parts.map(({ label, value }) => [label.zh, value.known ? value.value : value.why.reason]);

describe('a plan of items', () => {
  const line = (at: string | undefined, product: string, plannedQuantity?: number, purchasedQuantity?: number): RowOf<'purchases'> => ({ day: at, product, plannedQuantity, purchasedQuantity }); // prettier-ignore

  it('is capped by item and month, its lines of a month together; before the period and by month', () => {
    const found = evaluate(
      aDataset().withRows('purchases', [
        line('2026-01-01', '玉米', 100, 60),
        line('2026-01-31', '玉米', 0, 60),
        line('2026-02-01', '玉米', 100, 10),
        line('2026-03-15', '玉米', 10, 10),
        line('2026-03-16', '玉米', 1000, 0),
        line('2026-01-10', '豆粕', 10, 30),
        line('2025-12-31', '豆粕', 10, 5),
        line('2025-10-19', '豆粕', 10, 5),
        line('2025-10-18', '豆粕', 10, 5),
        line('2025-01-01', '豆粕', 10, 5),
        line(undefined, '豆粕', 10, 5),
      ]),
      'K13',
    );
    // January: 100 of 100 and 10 of 10; February: 10 of 100; March: 10 of 10.
    expect([short(found.current), short(found.previous)]).toEqual([
      '130/220 of 5, 0 left out',
      '10/20 of 2, 0 left out',
    ]);
    expect(trendOf(found)).toEqual([
      '1: 110/110 of 3, 0 left out',
      '2: 10/100 of 1, 0 left out',
      '3: 10/10 of 1, 0 left out',
    ]);
    // 60 + 60 + 10 + 10 + 30 of 220.
    expect(partsOf(found)).toEqual([['不封顶', 170 / 220]]);
  });

  it('leaves out and counts a line that says one of the two; one that says neither is of another plan', () => {
    const found = evaluate(
      aDataset().withRows('purchases', [
        line('2026-02-01', '玉米', 10, 5),
        line('2026-01-05', '玉米', 10),
        line('2026-01-06', '玉米', undefined, 10),
        line('2026-01-07', '玉米'),
        line('2025-12-07', '玉米', 10),
      ]),
      'K13',
    );
    expect([short(found.current), short(found.previous)]).toEqual(['5/10 of 1, 2 left out', '0/0 of 0, 1 left out']);
    expect(trendOf(found)).toEqual(['2: 5/10 of 1, 0 left out']);
  });
});

describe('a figure by warehouse, supplier or product', () => {
  const count = (warehouse: string | undefined, bookQuantity?: number, countedQuantity?: number, at = '2026-01-05'): RowOf<'stockTakes'> => ({ day: at, warehouse, bookQuantity, countedQuantity }); // prettier-ignore

  it('has the largest denominator first, equal ones by name; those without a name together', () => {
    const found = evaluate(
      aDataset().withRows('stockTakes', [
        count('乙仓', 10, 9),
        count('丙仓', 30, 31),
        count('甲仓', 10, 10),
        count(undefined, 5, 4),
        count('丁仓', undefined, 4),
        count('', 6, 6),
        count('乙仓', 20, 10, '2025-12-31'),
        count('戊仓', 20, 10, '2025-12-31'),
        count('戊仓', 20, 10, '2026-03-16'),
      ]),
      'K06',
    );
    expect(breakdownOf(found)).toEqual([
      '丙仓: 1/30 of 1, 0 left out',
      ': 1/11 of 2, 0 left out',
      '乙仓: 1/10 of 1, 0 left out',
      '甲仓: 0/10 of 1, 0 left out',
      '丁仓: 0/0 of 0, 1 left out',
    ]);
    expect(evaluate(aDataset().withRows('stockTakes', [count(undefined, 5, 4)]), 'K06').breakdown).toEqual([]);
  });

  it('tells supply warehouses from the others by their kind, in either language', () => {
    const kinds = ['原料仓', 'Raw material', '供应仓', '辅料', 'supply', '成品仓', ''];
    const rows = kinds.map((warehouseKind, at): RowOf<'stockTakes'> => ({
      ...count('仓', 10 ** at, 0),
      warehouseKind,
    }));
    expect(short(evaluate(aDataset().withRows('stockTakes', rows), 'K12').current)).toBe(
      '11111/11111 of 5, 0 left out',
    );
    expect(short(evaluate(aDataset().withRows('stockTakes', rows), 'K06').current)).toBe(
      '1100000/1100000 of 2, 0 left out',
    );
  });

  it('shows what was found and lost net beside (K12)', () => {
    const rows = [count('仓', 100, 104), count('仓', 100, 97)].map((row) => ({ ...row, warehouseKind: '原料' }));
    const found = evaluate(aDataset().withRows('stockTakes', rows), 'K12');
    expect([short(found.current), partsOf(found)]).toEqual([
      '7/200 of 2, 0 left out',
      [['净额（盘盈−盘亏）', 1 / 200]],
    ]);
  });
});

describe('losses in storage', () => {
  const count = (bookQuantity: number | undefined, more: RowOf<'stockTakes'>): RowOf<'stockTakes'> => ({ day: '2026-01-05', warehouse: '仓', bookQuantity, ...more }); // prettier-ignore

  it('may be all there was, and not more', () => {
    const rows = [
      count(10, { lostQuantity: 10 }),
      count(10, { lostQuantity: 11 }),
      count(undefined, { lostQuantity: 1 }),
    ];
    const found = evaluate(aDataset().withRows('stockTakes', rows), 'E07');
    expect([short(found.current), breakdownOf(found)]).toEqual([
      '10/10 of 1, 2 left out',
      ['仓: 10/10 of 1, 2 left out'],
    ]);
    expect(partsOf(found)).toEqual([['丢失', 1]]);
    const sound = evaluate(aDataset().withRows('stockTakes', rows), 'K05');
    expect([short(sound.current), breakdownOf(sound)]).toEqual([
      '0/10 of 1, 2 left out',
      ['仓: 0/10 of 1, 2 left out'],
    ]);
  });
});

describe('defects of purchases', () => {
  const line = (more: RowOf<'purchases'>): RowOf<'purchases'> => ({ day: '2026-01-05', supplier: '甲', ...more });

  it('are of what was inspected; a line of the plan alone is no line, more bad than inspected is left out', () => {
    const found = evaluate(
      aDataset().withRows('purchases', [
        line({ inspectedQuantity: 10, defectiveQuantity: 10, purchasedQuantity: 500 }),
        line({ inspectedQuantity: 10, defectiveQuantity: 11 }),
        line({ inspectedQuantity: 10 }),
        line({ defectiveQuantity: 1 }),
        line({ purchasedQuantity: 500 }),
      ]),
      'K11',
    );
    expect(short(found.current)).toBe('10/10 of 1, 3 left out');
    expect(found.formula).toEqual({ zh: '不良品量 / 检验量', en: 'defective / inspected quantity' });
  });

  it('are of what was purchased where nothing says how much was inspected', () => {
    const found = evaluate(
      aDataset().withRows('purchases', [line({ defectiveQuantity: 1, purchasedQuantity: 50 })]),
      'K11',
    );
    expect([short(found.current), found.formula.zh]).toEqual([
      '1/50 of 1, 0 left out',
      '不良品量 / 到货量（没有检验量）',
    ]);
  });
});

describe('evenness of production', () => {
  it('is the mean of what each day reached, at most all of it, by product beside', () => {
    const made = (product: string, plannedQuantity: number | undefined, actualQuantity: number | undefined): RowOf<'production'> => ({ day: '2026-01-05', product, plannedQuantity, actualQuantity }); // prettier-ignore
    const found = evaluate(
      aDataset().withRows('production', [
        made('P', 100, 50),
        made('P', 100, 300),
        made('Q', 4, 1),
        made('Q', 0, 5),
        made('Q', undefined, 5),
        made('Q', 5, undefined),
      ]),
      'K16',
    );
    // 0.5 + 1 + 0.25 of three days.
    expect(short(found.current)).toBe('1.75/3 of 3, 3 left out');
    expect(breakdownOf(found)).toEqual(['P: 1.5/2 of 2, 0 left out', 'Q: 0.25/1 of 1, 3 left out']);
  });
});

describe('vehicles', () => {
  it('are listed by what they could have done', () => {
    const runs = aDataset().withRows('fleet', [
      { day: '2026-01-05', vehicle: 'A', workingDays: 5, availableDays: 10, tonKilometres: 30, ratedTons: 2, distanceKm: 20 },
      { day: '2026-01-05', vehicle: 'B', workingDays: 25, availableDays: 20, tonKilometres: 10, ratedTons: 2, distanceKm: 10 },
      { day: '2026-01-05', vehicle: 'C', ratedTons: 2, distanceKm: 10, workingDays: 1 },
    ]); // prettier-ignore
    expect(breakdownOf(evaluate(runs, 'K03'))).toEqual([
      'B: 25/20 of 1, 0 left out',
      'A: 5/10 of 1, 0 left out',
      'C: 0/0 of 0, 1 left out',
    ]);
    expect(breakdownOf(evaluate(runs, 'K04'))).toEqual([
      'A: 30/40 of 1, 0 left out',
      'B: 10/20 of 1, 0 left out',
      'C: 0/0 of 0, 1 left out',
    ]);
  });
});

describe('room and machines', () => {
  it('are listed by warehouse; machines stand beside their hours where both are counted', () => {
    const month = (warehouse: string, more: RowOf<'warehouses'>): RowOf<'warehouses'> => ({ month: '2026-01-01', warehouse, ...more }); // prettier-ignore
    const rows = [
      month('一', { averageStock: 3, capacity: 4, stackedArea: 1, totalArea: 2, deviceHours: 1, deviceHoursAvailable: 2, devices: 2 }),
      month('二', { averageStock: 9, capacity: 8, stackedArea: 1, totalArea: 8, deviceHours: 1, deviceHoursAvailable: 2, devices: 2 }),
    ]; // prettier-ignore
    const book = aDataset().withRows('warehouses', rows);
    expect(breakdownOf(evaluate(book, 'K09'))).toEqual(['二: 9/8 of 1, 0 left out', '一: 3/4 of 1, 0 left out']);
    expect(breakdownOf(evaluate(book, 'K10'))).toEqual(['二: 1/8 of 1, 0 left out', '一: 1/2 of 1, 0 left out']);
    expect(partsOf(evaluate(book, 'K08'))).toEqual([]);
    const used = aDataset().withRows(
      'warehouses',
      rows.map((row) => ({ ...row, devicesUsed: 1 })),
    );
    expect(partsOf(evaluate(used, 'K08'))).toEqual([['设备利用率（台数）', 0.5]]);
  });
});

describe('contracts', () => {
  it('are due from the first day of the period to the day itself, by month, and before it', () => {
    const due = (dueDay: string | undefined, amount: number | undefined, fulfilledAmount: number | undefined, status = ''): RowOf<'contracts'> => ({ dueDay, amount, fulfilledAmount, status }); // prettier-ignore
    const found = evaluate(
      aDataset().withRows('contracts', [
        due('2026-03-15', 10, 10),
        due('2026-01-01', 20, 5),
        due('2026-03-16', 1000, 0),
        due('2025-12-31', 8, 4),
        due(undefined, 1000, 0),
        due('2026-03-01', 100, undefined),
        due('2026-03-01', undefined, 100),
        ...['已终止', '作废', '撤销', 'Void', 'cancelled'].map((status) => due('2026-03-01', 1000, 0, status)),
      ]),
      'K18',
    );
    expect([short(found.current), short(found.previous)]).toEqual(['15/30 of 2, 2 left out', '4/8 of 1, 0 left out']);
    expect(trendOf(found)).toEqual(['1: 5/20 of 1, 0 left out', '3: 10/10 of 1, 2 left out']);
  });
});

describe('processing', () => {
  it('stands beside what was entered, where both columns of batches are there', () => {
    const entered = aDataset().withRows('indicatorEntries', [{ indicator: 'E10', month: '2026-01-01', numerator: 5, denominator: 100 }]); // prettier-ignore
    const made = { day: '2026-01-05', batchesDue: 4 };
    expect(partsOf(evaluate(entered.withRows('production', [made]), 'E10'))).toEqual([]);
    const both = aDataset()
      .withRows('indicatorEntries', [{ indicator: 'E10', month: '2026-01-01', numerator: 5, denominator: 100 }])
      .withRows('production', [{ ...made, batchesOnTime: 3 }]);
    expect(evaluate(both, 'E10').current.value).toEqual(known(0.05));
    expect(partsOf(evaluate(both, 'E10'))).toEqual([['流通加工按时率', 0.75]]);
  });
});
