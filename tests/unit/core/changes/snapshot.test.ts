import { takeSnapshot, isSameStand, type Snapshot } from '../../../../src/core/changes/snapshot';
import { settingsOfText } from '../../../../src/core/changes/settings-of-text';
import { isOfSameLength } from '../../../../src/core/changes/same-length';
import type { Analysis } from '../../../../src/core/analysis';
import { missing } from '../../../../src/core/model/outcome';
import { allFigures } from '../../../support/all-figures';
import { anAnalysis, anIndicator } from '../../../support/analysis-builder';
import { aDataset } from '../../../support/dataset-builder';

/** 70, 20 and 10; C4 bought nothing and owes 5, C5 is only a row of the sheet. */
const dataset = aDataset()
  .withClients([
    { code: 'C1', name: '东方', region: '华东', rep: '王芳', creditLimit: 5000 },
    { code: 'C2', name: '南海' },
    { code: '西岭', name: '西岭' },
    { code: 'C4', name: '北原' },
    { code: 'C5', name: '空' },
  ])
  .withTransactions([
    { client: 'C1', day: '2026-03-01', amount: 70, orderNo: 'A1', quantity: 7 },
    { client: 'C2', day: '2026-05-01', amount: 20, orderNo: 'A2', quantity: 0.5 },
    { client: '西岭', day: '2026-06-01', amount: 10, orderNo: 'A3' },
  ])
  .withInvoices([
    { client: 'C2', invoiceNo: 'F1', day: '2026-05-01', dueDay: '2026-06-10', amount: 20 },
    { client: 'C4', invoiceNo: 'F2', day: '2026-05-01', dueDay: '2026-07-10', amount: 5 },
  ])
  .withReceipts([{ client: 'C1', day: '2026-06-01', amount: 1 }])
  .build();
const { analysis } = anAnalysis(dataset, { asOf: '2026-06-30' });
const RUN = { number: 3, time: '12:00', version: '7', settingsHash: 's', dataHash: 'd', lang: 'zh', areGroups: false } as const; // prettier-ignore
const taken = (of: Analysis = analysis, run: Partial<typeof RUN> = {}): Snapshot =>
  takeSnapshot(of, { ...RUN, ...run });

describe('the snapshot of a refresh', () => {
  it('has each client with its marks in words, its figures and what it owes', () => {
    expect(taken().clients.slice(0, 3)).toEqual([
      {
        code: 'C1',
        name: '东方',
        marks: { tier: 'Ⅰ类', level: '重点', stage: '导入期', region: '华东', rep: '王芳', limit: '5,000.00' },
        ...{ netAmount: 7000, orders: 1, quantity: 7000, rank: 1, open: 0, overdue: 0 },
      },
      {
        code: 'C2',
        name: '南海',
        marks: { tier: 'Ⅱ类', level: '重点', stage: '导入期' },
        ...{ netAmount: 2000, orders: 1, quantity: 500, rank: 2, open: 2000, overdue: 2000 },
      },
      // A name that is its own code is found by its name; no quantity is known.
      {
        code: '',
        name: '西岭',
        marks: { tier: 'Ⅲ类', level: '焦点', stage: '导入期' },
        ...{ netAmount: 1000, orders: 1, rank: 3, open: 0, overdue: 0 },
      },
    ]);
    expect(taken(analysis, { lang: 'en' as never }).clients[0]!.marks.tier).toBe('Tier Ⅰ');
  });

  it('counts a client with a line, a debt or a mark, and no other', () => {
    const unmarked: Analysis = {
      ...analysis,
      classes: missing({ reason: 'nothing-due' }),
      clients: analysis.clients.map((one) => ({ ...allFigures(one), region: '', rep: '' })),
      credit: missing({ reason: 'nothing-due' }),
    };
    // C4 by what it owes; C5 has nothing.
    expect(taken(unmarked).clients.map(({ name }) => name)).toEqual(['东方', '南海', '西岭', '北原']);
    expect(taken(unmarked).clients.map(({ marks }) => marks)).toEqual([{}, {}, {}, {}]);
    // As a lead C5 stands somewhere.
    expect(taken().clients.map(({ name }) => name)).toEqual(['东方', '南海', '西岭', '北原', '空']);
    expect(taken().clients[4]).toEqual({ code: 'C5', name: '空', marks: { level: '线索' }, netAmount: 0, orders: 0, open: 0, overdue: 0 }); // prettier-ignore
    expect(taken(analysis, { areGroups: true as never }).clients).toEqual([]);
    const noDebts: Analysis = {
      ...unmarked,
      receivables: missing({ reason: 'nothing-due' }),
    };
    expect(taken(noDebts).clients.map(({ name }) => name)).toEqual(['东方', '南海', '西岭']);
    expect(Object.keys(taken(noDebts).totals)).toEqual(['netAmount', 'orders', 'activeClients', 'tiers']);
  });

  it('sums up net sales, orders, clients, tiers, debts, and names period and day', () => {
    const four = { ...analysis, clients: [...analysis.clients, analysis.clients[1]!] };
    expect(taken().totals).toEqual({ ...{ netAmount: 10_000, orders: 3, activeClients: 3, tiers: [1, 1, 1] }, open: 2500, overdue: 2000 }); // prettier-ignore
    expect(taken(four).totals.tiers).toEqual([1, 2, 1]);
    const { number, asOf, from, to, time, version, settingsHash, dataHash } = taken();
    expect([number, asOf, from, to]).toEqual([3, '2026-06-30', '2025-07-01', '2026-06-30']);
    expect([time, version, settingsHash, dataHash]).toEqual(['12:00', '7', 's', 'd']);
  });

  it('has the indicators that are known, with twelve digits', () => {
    const of = { ...analysis, indicators: [anIndicator('K02', '准时率', 'On time', 2, 3), anIndicator('K01', '货损率', 'Damage', 0, 0)] }; // prettier-ignore
    expect(taken(of).indicators).toEqual([{ id: 'K02', value: 0.666666666667, numerator: 2, denominator: 3 }]);
  });

  it('names the settings that are not at their default and can move a figure, so that they can be read back', () => {
    const settings = { 'tier.cutOne': 0.6, 'report.responsible': '赵', 'plan.preset': 'industry', 'report.since': '上月末' } as const; // prettier-ignore
    const other = anAnalysis(dataset, { asOf: '2026-06-30', settings }).analysis;
    expect(taken(other).settings).toBe('tier.cutOne=0.6; plan.preset=industry');
    expect(taken(other).responsible).toBe('赵');
    expect(taken().settings).toBe('');
    expect(['true', 'false'].map((word) => settingsOfText(`plan.logDone=${word}`)['plan.logDone'])).toEqual([
      true,
      false,
    ]);
    const back = settingsOfText('tier.cutOne=0.6; plan.preset=industry; 没有这个=3');
    expect([back['tier.cutOne'], back['plan.preset'], back['tier.cutTwo']]).toEqual([0.6, 'industry', 0.9]);
  });
});

describe('two stands', () => {
  const year = { asOf: '2026-06-30', from: '2025-07-01', to: '2026-06-30' };

  it('are the same where day and both ends of the period are', () => {
    expect(isSameStand(year, { ...year })).toBe(true);
    for (const other of [{ asOf: '2026-06-29' }, { from: '2025-07-02' }, { to: '2026-06-29' }])
      expect(isSameStand(year, { ...year, ...other })).toBe(false);
  });

  it('are of the same length up to four days', () => {
    expect(isOfSameLength(year, { ...year, from: '2025-07-05' })).toBe(true);
    expect(isOfSameLength(year, { ...year, from: '2025-07-06' })).toBe(false);
    expect(isOfSameLength({ ...year, from: '2025-07-06' }, year)).toBe(false);
  });

  it('are of no length that could be compared where somebody wrote over a day', () => {
    const broken = { asOf: '2026-06-30', from: '?', to: '?' };
    expect([isOfSameLength(year, broken), isOfSameLength(broken, broken)]).toEqual([false, false]);
  });
});
