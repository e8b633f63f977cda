import { findMovements, type EarlierState, type Movements } from '../../../../src/core/changes/movement';
import type { ClientStand } from '../../../../src/core/changes/snapshot';
import type { Analysis } from '../../../../src/core/analysis';
import { missingRatio } from '../../../../src/core/model/ratio';
import type { Tier } from '../../../../src/core/sales/tiers';
import { anAnalysis, anIndicator } from '../../../support/analysis-builder';
import { aDataset } from '../../../support/dataset-builder';
import { aSnapshot, aStand } from './a-snapshot';

/** Net sales 70, 20, 10: tiers Ⅰ, Ⅱ, Ⅲ; C4 has bought nothing and owes 5. C3 and C5 are equal in amount. */
const { analysis } = anAnalysis(
  aDataset()
    .withClients([
      { code: 'C1', name: '东方', region: '华东', rep: '王芳', creditLimit: 5000 },
      { code: 'C2', name: '南海', region: '华南', rep: '' },
      { code: 'C3', name: '西岭', region: '', rep: '李强' },
      { code: 'C4', name: '北原', region: '华北', rep: '' },
      { code: 'C5', name: '中州', region: '华北', rep: '' },
    ])
    .withTransactions([
      { client: 'C1', day: '2026-03-01', amount: 70, orderNo: 'A1' },
      { client: 'C2', day: '2026-05-01', amount: 20, orderNo: 'A2' },
      { client: 'C3', day: '2026-06-01', amount: 5, orderNo: 'A3' },
      { client: 'C5', day: '2026-06-02', amount: 5, orderNo: 'A4' },
    ])
    .withInvoices([
      { client: 'C2', invoiceNo: 'F1', day: '2026-05-01', dueDay: '2026-06-10', amount: 20 },
      { client: 'C4', invoiceNo: 'F2', day: '2026-05-01', dueDay: '2026-07-10', amount: 5 },
    ])
    .withReceipts([{ client: 'C1', day: '2026-06-01', amount: 1 }])
    .build(),
  { asOf: '2026-06-30' },
);

const tierOfWord = (word: string): Tier | undefined =>
  (({ Ⅰ类: 1, Ⅱ类: 2, Ⅲ类: 3 }) as const)[word as 'Ⅰ类'] ?? undefined;
const since = (
  marks: Readonly<Partial<Record<string, Readonly<Record<string, string>>>>>,
  rest: Partial<EarlierState> = {},
  now: Analysis = analysis,
): Movements =>
  findMovements(
    now,
    {
      asOf: '2026-05-31',
      from: '2025-06-01',
      to: '2026-05-31',
      marks: Object.fromEntries(
        Object.entries(marks).map(([kind, words]) => [kind, new Map(Object.entries(words ?? {}))]),
      ),
      indicators: new Map(),
      ...rest,
    },
    tierOfWord,
  );
const said = ({ moves }: Movements): readonly (readonly [number, string, string, string])[] =>
  moves.map(({ client, kind, before, now }) => [client, kind, before, now.known ? now.value.zh : '']);

describe('who moved since an earlier refresh', () => {
  it('is whoever has another tier, the largest net amount first, of equals the first on the client sheet', () => {
    const found = since({ tier: { C1: 'Ⅰ类', C2: 'Tier Ⅱ', C3: 'Ⅱ类', C4: 'Ⅲ类', C5: 'Ⅱ类' } });
    // C1 stands where it stood, C2 too, in the words of the other language; C4 has no tier any more.
    expect(said(found)).toEqual([
      [2, 'tier', 'Ⅱ类', 'Ⅲ类'],
      [4, 'tier', 'Ⅱ类', 'Ⅲ类'],
      [3, 'tier', 'Ⅲ类', ''],
    ]);
    const large = since({ tier: { C5: 'Ⅲ类', C3: 'Ⅲ类' } });
    expect(said(large)).toEqual([
      [0, 'tier', '', 'Ⅰ类'],
      [1, 'tier', '', 'Ⅱ类'],
    ]);
  });

  it('says nothing of a field that was not known before, but of one that is another or gone', () => {
    const region = { C1: '华北', C2: '', C3: '华南', C4: '华北' };
    expect(said(since({ region }))).toEqual([
      [0, 'region', '华北', '华东'],
      [2, 'region', '华南', ''],
    ]);
    expect(said(since({ rep: { C1: '李强', C3: '李强', C4: '王芳' } }))).toEqual([
      [0, 'rep', '李强', '王芳'],
      [3, 'rep', '王芳', ''],
    ]);
    expect(said(since({ limit: { C1: '5,000.00', C2: '30.00' } }))).toEqual([[1, 'limit', '30.00', '']]);
    expect(said(since({ limit: { C1: '4,999.99' } }))).toEqual([[0, 'limit', '4,999.99', '5,000.00']]);
  });

  it('leaves out kinds that were not written, and keeps those of one client in their order', () => {
    expect(said(since({}))).toEqual([]);
    const both = since({ rep: { C1: '李强' }, region: { C1: '华北' }, tier: { C1: 'Ⅲ类', C2: 'Ⅱ类', C3: 'Ⅲ类', C5: 'Ⅲ类' } }); // prettier-ignore
    expect(said(both).map(([client, kind]) => [client, kind])).toEqual([
      [0, 'tier'],
      [0, 'region'],
      [0, 'rep'],
    ]);
  });
});

describe('why somebody moved', () => {
  const reasonOf = (kind: string, stand: ClientStand | undefined, settings = ''): string => {
    const client = stand?.code ?? 'C1';
    const snapshot = aSnapshot(1, '2026-05-31', { clients: stand ? [stand] : [], settings });
    const { moves } = since({ [kind]: { [client]: '别的' } }, { snapshot });
    return moves.find((move) => analysis.clients[move.client]!.code === client)!.reason.zh;
  };

  it('is the amount, the orders and the rank of before and now, as far as they differ', () => {
    expect(reasonOf('tier', { ...aStand('C1', 50.5, 3), rank: 2 })).toMatch(
      /^净销售额 50\.50 → 70\.00，订单数 3 → 1，名次 2 → 1；中点 35\.0%/,
    );
    expect(reasonOf('tier', { ...aStand('C1', 70, 1), rank: 1 })).toMatch(/^中点 35\.0%/);
    expect(reasonOf('level', { ...aStand('C1', 70, 2), rank: 1 })).toMatch(/^订单数 2 → 1；/);
    expect(reasonOf('stage', { ...aStand('C1', 70, 1) })).toMatch(/^名次 无 → 1；/);
    // Who was not there before comes from nothing.
    expect(reasonOf('stage', undefined)).toMatch(/^净销售额 0\.00 → 70\.00，订单数 0 → 1，名次 无 → 1；/);
    expect(reasonOf('level', { ...aStand('C4', 0, 0), rank: 4 })).toMatch(/^名次 4 → 无；/);
  });

  it('of a credit grade is what is owed and what of it is overdue; of a field of the file nothing', () => {
    const owed = { ...aStand('C2', 1, 9), open: 1500 as never, overdue: 0 as never };
    expect(reasonOf('grade', owed)).toBe('可催收 15.00 → 20.00，逾期 0.00 → 20.00');
    expect(reasonOf('region', owed)).toBe('');
  });

  it('is a changed setting only where the setting alone moves the client', () => {
    // By 0.3 for Ⅰ the first, of a midpoint of 35 %, was in Ⅱ: the setting moved it. The second (80 %) stays in Ⅱ.
    expect(reasonOf('tier', { ...aStand('C1', 70, 1), rank: 1 }, 'tier.cutOne=0.3')).toMatch(
      /^参数改了：Ⅰ类累计占比 30\.0% → 70\.0%；中点/,
    );
    expect(reasonOf('tier', { ...aStand('C2', 20, 1), rank: 2 }, 'tier.cutOne=0.3')).toMatch(/^中点 80\.0%/);
    // A level goes by more than what can be worked out again: the setting is named.
    expect(reasonOf('level', { ...aStand('C2', 20, 1), rank: 2 }, 'key.topN=1')).toMatch(/^参数改了：/);
  });
});

describe('where the tiers went', () => {
  it('counts each client of today once, and who left the client sheet among those without a tier', () => {
    const { tierFlows } = since({ tier: { C1: 'Ⅱ类', C2: 'Ⅱ类', C3: 'Ⅰ类', C4: 'Ⅲ类', 走了: 'Ⅰ类', 无类: '' } });
    // C5 had no tier: from none to Ⅲ.
    expect(tierFlows).toEqual([
      { before: 1, now: [0, 0, 1, 1] },
      { before: 2, now: [1, 1, 0, 0] },
      { before: 3, now: [0, 0, 0, 1] },
      { before: 4, now: [0, 0, 1, 0] },
    ]);
    expect(since({ level: { C1: '一般' } }).tierFlows).toEqual([]);
  });
});

describe('which indicators moved', () => {
  const moved = (now: number | undefined, before: number | undefined): number => {
    const one = anIndicator('K02', '准时率', 'On time', 0, 1);
    const current = now === undefined ? missingRatio({ reason: 'nothing-due' }) : { ...one.current, value: { known: true as const, value: now } }; // prettier-ignore
    const changed = { ...analysis, indicators: [{ ...one, current }] };
    const indicators = new Map(before === undefined ? [] : [['K02', before]]);
    return since({}, { indicators }, changed).indicators.length;
  };

  it('are those known then and now, and different', () => {
    const changed = { ...analysis, indicators: [anIndicator('K02', '准时率', 'On time', 9, 10)] };
    expect(since({}, { indicators: new Map([['K02', 0.8]]) }, changed).indicators).toEqual([
      { id: 'K02', label: { zh: '准时率', en: 'On time' }, unit: 'ratio', before: 0.8, now: 0.9 },
    ]);
    expect([moved(0.9, undefined), moved(undefined, 0.9), moved(0, 0.9), moved(0.9, 0)]).toEqual([0, 0, 1, 1]);
  });

  it('leave out what the twelfth digit makes, of large figures too', () => {
    expect([moved(1e-11, 0), moved(0.5, 0.5 + 1.5e-11), moved(0.5, 0.5 - 1.5e-11)]).toEqual([0, 1, 1]);
    expect([moved(1000, 1000 + 5e-9), moved(1000, 1000 + 2e-8)]).toEqual([0, 1]);
  });
});
