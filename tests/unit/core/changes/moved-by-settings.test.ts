import { findMovements } from '../../../../src/core/changes/movement';
import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset } from '../../../support/dataset-builder';
import { aSnapshot, aStand } from './a-snapshot';

/**
 * 60, 30 and 10: the middles of the three are at 30 %, 75 % and 95 % of the total. With tier Ⅰ up to 70 % they are Ⅰ, Ⅱ, Ⅲ; with
 * tier Ⅰ up to 80 %, as before, the second is Ⅰ, and the third is Ⅲ all the same.
 */
const { analysis } = anAnalysis(
  aDataset()
    .withClients(['A', 'B', 'C'].map((code) => ({ code, name: `${code}公司` })))
    .withTransactions([
      { client: 'A', day: '2025-11-03', amount: 60 },
      { client: 'B', day: '2025-11-04', amount: 30 },
      { client: 'C', day: '2025-11-05', amount: 10 },
    ])
    .build(),
  { asOf: '2025-12-31' },
);

const reasonsOf = (settings: string): Record<string, string> => {
  const { moves } = findMovements(
    analysis,
    {
      asOf: '2025-09-30',
      from: '2024-10-01',
      to: '2025-09-30',
      marks: {
        tier: new Map([
          ['A', 'Ⅰ'],
          ['B', 'Ⅰ'],
          ['C', 'Ⅱ'],
        ]),
      },
      indicators: new Map(),
      snapshot: aSnapshot(1, '2025-09-30', { settings, clients: [aStand('B', 30), aStand('C', 25)] }),
    },
    () => undefined,
  );
  return Object.fromEntries(
    moves
      .filter(({ kind }) => kind === 'tier')
      .map(({ client, reason }) => [analysis.clients[client]!.code, reason.zh]),
  );
};

describe('a changed setting', () => {
  it('is named where it alone would have moved the client, and nowhere else', () => {
    const reasons = reasonsOf('tier.cutOne=0.8');
    expect(reasons['B']).toMatch(/^参数改了：Ⅰ类累计占比 80\.0% → 70\.0%/);
    expect(reasons['C']).not.toContain('参数改了');
    expect(reasons['C']).toContain('25.00 → 10.00');
  });

  it('is named nowhere where it is as it was', () => {
    expect(Object.values(reasonsOf('')).join()).not.toContain('参数改了');
  });
});
