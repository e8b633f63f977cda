import fc from 'fast-check';
import { bridgeSales, type BridgeRow } from '../../../../src/core/changes/sales-bridge';
import { measureTurnover, type TurnoverRow } from '../../../../src/core/changes/turnover';
import type { Money } from '../../../../src/core/model/money';
import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset, day } from '../../../support/dataset-builder';
import { aSnapshot, aStand } from './a-snapshot';

/** Now: 甲 120 pieces at 1.50, 丙 bought never before, 丁 before the period then, 戊 less; 乙 nothing. */
const { analysis } = anAnalysis(
  aDataset()
    .withClients(['甲', '乙', '丙', '丁', '戊'].map((code) => ({ code, name: `${code}公司` })))
    .withTransactions([
      { client: '甲', day: '2026-03-01', amount: 180, quantity: 120, orderNo: '1' },
      { client: '丙', day: '2026-06-10', amount: 30, quantity: 3, orderNo: '2' },
      { client: '丁', day: '2024-01-10', amount: 5, quantity: 1, orderNo: '3' },
      { client: '丁', day: '2026-06-11', amount: 7, quantity: 1, orderNo: '4' },
      { client: '戊', day: '2026-02-01', amount: 40, quantity: 10, orderNo: '5' },
      { client: '乙', day: '2025-02-01', amount: 50, quantity: 1, orderNo: '6' },
    ])
    .build(),
  { asOf: '2026-06-30' },
);
const then = aSnapshot(1, '2026-05-31', {
  clients: [
    aStand('甲', 100, 2, 100),
    aStand('乙', 50),
    aStand('戊', 60, 1),
    aStand('走', 9.99),
    // On the sheet then, without business: says nothing.
    aStand('空', 0, 0),
  ],
});
const turnover = measureTurnover(analysis, then);
const linesOf = (bridge: readonly BridgeRow[]): readonly (readonly [string, number, number])[] =>
  bridge.map(({ step, amount, clients }) => [step, amount / 100, clients]);

describe('what became of the business of clients', () => {
  it('names those that came, came back, went, grew and shrank, largest change first', () => {
    expect(turnover.map(({ code, kind, change }) => [code, kind, change / 100])).toEqual([
      ['甲', 'grown', 80],
      ['乙', 'lost', -50],
      ['丙', 'new', 30],
      ['戊', 'shrunk', -20],
      ['走', 'lost', -9.99],
      ['丁', 'cameBack', 7],
    ]);
    expect(turnover.find(({ code }) => code === '走')!.client).toBe(-1);
  });
});

describe('the business of one client', () => {
  const kinds = (
    sales: readonly (readonly [day: string, amount: number, orderNo: string])[],
    was: readonly [net: number, orders: number, quantity?: number] | undefined,
    asOf = '2026-05-31',
  ) => {
    const book = aDataset()
      .withClients([{ code: 'A', name: 'A公司' }, { code: 'Z', name: 'Z公司' }])
      .withTransactions([
        ...sales.map(([on, amount, orderNo]) => ({ client: 'A', day: on, amount, orderNo, quantity: 2 })),
        { client: 'Z', day: '2024-01-01', amount: 1, orderNo: 'Z', quantity: 1 },
      ]); // prettier-ignore
    const now = anAnalysis(book.build(), { asOf: '2026-06-30' }).analysis;
    return measureTurnover(now, aSnapshot(1, asOf, { clients: was ? [aStand('A', ...was)] : [] }));
  };
  const kindOf = (...given: Parameters<typeof kinds>) => kinds(...given).map(({ kind }) => kind);

  it('is the same at the same amount, and grows or shrinks by a cent', () => {
    expect(kindOf([['2026-06-01', 10, '1']], [10, 1])).toEqual(['same']);
    expect(kindOf([['2026-06-01', 10, '1']], [9.99, 1])).toEqual(['grown']);
    expect(kindOf([['2026-06-01', 10, '1']], [10.01, 1])).toEqual(['shrunk']);
  });

  it('was there with an order that came to nothing, or an amount without an order', () => {
    expect(kindOf([['2026-06-01', 10, '1']], [0, 1])).toEqual(['grown']);
    expect(kindOf([['2026-06-01', 10, '1']], [-5, 0])).toEqual(['grown']);
    expect(kindOf([['2026-06-01', 10, '1']], [0, 0])).toEqual(['new']);
    expect(kindOf([], [0, 1])).toEqual(['lost']);
    expect(kindOf([], [0, 0])).toEqual([]);
  });

  it('came back where the first sale was on the day of the snapshot, and is new from the day after', () => {
    expect(kindOf([['2026-05-31', 10, '1']], undefined)).toEqual(['cameBack']);
    expect(kindOf([['2026-06-01', 10, '1']], undefined)).toEqual(['new']);
  });

  it('names quantities and the last day only where they are known', () => {
    expect(kinds([['2026-06-01', 10, '1']], [9, 1, 3])[0]).toEqual({
      ...{ client: 0, code: 'A', name: 'A公司', kind: 'grown', before: 900, now: 1000, change: 100 },
      ...{ quantityBefore: 3000, quantityNow: 2000, lastDay: day('2026-06-01') },
    });
    // Nothing in this period: no quantity of it, and the last sale before it.
    expect(kinds([['2025-03-01', 10, '1']], [9, 1])[0]).toEqual({
      ...{ client: 0, code: 'A', name: 'A公司', kind: 'lost', before: 900, now: 0, change: -900 },
      lastDay: day('2025-03-01'),
    });
    const gone = measureTurnover({ clients: [] }, aSnapshot(1, '2026-05-31', { clients: [aStand('A', 9, 1, 3), aStand('B', 8)] })); // prettier-ignore
    expect(gone.map(({ code, quantityBefore }) => [code, quantityBefore])).toEqual([['A', 3000], ['B', undefined]]); // prettier-ignore
    expect('quantityBefore' in gone[1]!).toBe(false);
  });
});

describe('the bridge of net sales', () => {
  const bridge = bridgeSales(turnover, { before: then.totals.netAmount, now: analysis.totals.netAmount });

  it('leads from then to now', () => {
    // 219.99 + 30 + 7 + 80 − 20 − 59.99 = 257.
    expect(linesOf(bridge)).toEqual([
      ['before', 219.99, 4],
      ['new', 30, 1],
      ['cameBack', 7, 1],
      ['grown', 80, 1],
      ['shrunk', -20, 1],
      ['lost', -59.99, 2],
      ['now', 257, 4],
    ]);
  });

  it('parts a change into quantity at the price then, and price; without quantities it is not parted', () => {
    // 20 pieces more at 1.00; 120 × 0.50 by price.
    expect(bridge.find(({ step }) => step === 'grown')!.split).toEqual({
      byQuantity: 2000,
      byPrice: 6000,
      unknown: 0,
      knownClients: 1,
    });
    expect(bridge.find(({ step }) => step === 'shrunk')!.split).toBeUndefined();
  });

  it('starts from nothing, and ends there', () => {
    expect([bridge[0], bridge.at(-1)].map((end) => [end!.from, end!.to])).toEqual([
      [0, 21_999],
      [0, 25_700],
    ]);
  });

  it('parts only what was bought in both periods, in pieces that are there', () => {
    const row = (kind: TurnoverRow['kind'], quantityBefore?: number, quantityNow?: number): TurnoverRow => ({
      ...{ client: 0, code: 'A', name: 'A', kind, before: 1000 as Money, now: 1500 as Money, change: 500 as Money },
      ...(quantityBefore !== undefined && { quantityBefore: quantityBefore as never }),
      ...(quantityNow !== undefined && { quantityNow: quantityNow as never }),
    });
    const splitOf = (step: string, ...rows: readonly TurnoverRow[]) =>
      bridgeSales(rows, { before: 0 as Money, now: 0 as Money }).find((one) => one.step === step)!.split;
    // A thousandth of a piece, then two: 1,000 × 1 by quantity, 500 less by price.
    expect(splitOf('grown', row('grown', 1, 2))).toEqual({ byQuantity: 1000, byPrice: -500, unknown: 0, knownClients: 1 }); // prettier-ignore
    expect(splitOf('shrunk', row('shrunk', 2, 1))).toMatchObject({ byQuantity: -500, knownClients: 1 });
    for (const [was, is] of [[0, 2], [2, 0], [-1, 2], [2, -1], [undefined, 2], [2, undefined]] as const)
      expect([was, is, splitOf('grown', row('grown', was, is), row('grown', 4, 4))]).toEqual([
        was, is, { byQuantity: 0, byPrice: 500, unknown: 500, knownClients: 1 },
      ]); // prettier-ignore
    for (const kind of ['new', 'cameBack', 'lost'] as const) expect(splitOf(kind, row(kind, 1, 2))).toBeUndefined();
  });

  it('says what rounding each client by itself makes', () => {
    const rows: TurnoverRow[] = [
      { client: 0, code: 'A', name: 'A', kind: 'grown', before: 100 as Money, now: 133 as Money, change: 33 as Money },
    ];
    expect(linesOf(bridgeSales(rows, { before: 100 as Money, now: 134 as Money }))).toContainEqual([
      'rounding',
      0.01,
      0,
    ]);
  });

  it('adds up to the fen, step by step and part by part, whatever the clients', () => {
    const amount = fc.integer({ min: -5_000_00, max: 90_000_00 });
    const quantity = fc.option(fc.integer({ min: -10, max: 900_000 }), { nil: undefined });
    const client = fc.record({ before: amount, now: amount, was: quantity, is: quantity });
    fc.assert(
      fc.property(fc.array(client, { maxLength: 40 }), fc.integer({ min: -3, max: 3 }), (clients, rounding) => {
        const rows = clients.map(({ before, now, was, is }, at): TurnoverRow => {
          const kind =
            before === 0
              ? at % 2
                ? 'new'
                : 'cameBack'
              : now === 0
                ? 'lost'
                : now > before
                  ? 'grown'
                  : now < before
                    ? 'shrunk'
                    : 'same';
          return {
            client: at,
            code: `C${at}`,
            name: '',
            kind,
            before: before as Money,
            now: now as Money,
            change: (now - before) as Money,
            ...(was !== undefined && { quantityBefore: was as never }),
            ...(is !== undefined && { quantityNow: is as never }),
          };
        });
        const totals = {
          before: rows.reduce((sum, { before }) => sum + before, 0) as Money,
          now: (rows.reduce((sum, { now }) => sum + now, 0) + rounding) as Money,
        };
        const bridge = bridgeSales(rows, totals);
        const steps = bridge.slice(1, -1);
        expect(totals.before + steps.reduce((sum, row) => sum + row.amount, 0)).toBe(totals.now);
        expect(steps.every(({ from, to, amount: by }) => Number.isInteger(by) && from + by === to)).toBe(true);
        for (const { amount: by, split } of steps)
          if (split) expect(split.byQuantity + split.byPrice + split.unknown).toBe(by);
      }),
      { numRuns: 300 },
    );
  });
});

it('counts the day of a first sale, not of a return', () => {
  const { analysis: returned } = anAnalysis(
    aDataset()
      .withTransactions([
        { client: '己', day: '2026-06-01', amount: -5, orderNo: '1' },
        { client: '己', day: '2026-06-20', amount: 25, orderNo: '2' },
      ])
      .build(),
    { asOf: '2026-06-30' },
  );
  expect(measureTurnover(returned, aSnapshot(1, '2026-06-10')).map(({ kind, change }) => [kind, change])).toEqual([
    ['new', 2000],
  ]);
  expect(day('2026-06-20')).toBeGreaterThan(day('2026-06-10'));
});
