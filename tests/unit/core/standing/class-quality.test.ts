import { judgeScheme } from '../../../../src/core/standing/class-quality';
import type { ClassValue } from '../../../../src/core/standing/client-classes';
import { tableOf } from '../../../../src/core/model/dataset';
import { known, missing, type Outcome } from '../../../../src/core/model/outcome';
import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset } from '../../../support/dataset-builder';

describe('the quality of a classification', () => {
  const { dataset, analysis } = anAnalysis(
    aDataset()
      .withClients([{ code: 'K1' }, { code: 'K2' }, { code: 'P1' }, { code: 'P2' }])
      .withTransactions([
        { client: 'K1', day: '2026-01-15', amount: 900 },
        { client: 'K2', day: '2026-01-15', amount: 100 },
      ])
      .build(),
    { asOf: '2026-01-31' },
  );
  const judge = (codes: readonly string[]) =>
    judgeScheme(
      { id: 'tier', label: { zh: '等级', en: 'Tier' }, feature: '001-1' },
      codes.map((code): Outcome<ClassValue> =>
        code === ''
          ? missing({ reason: 'no-rows' })
          : known({ code, label: { zh: code, en: code } } as unknown as ClassValue),
      ),
      analysis.clients,
      tableOf(dataset, 'clients'),
      (client) => client < 2,
      analysis.settings,
    );

  it('counts clients who have bought; prospects are no part of it', () => {
    expect(judge(['1', '', 'A', 'B']).measurable).toMatchObject({ numerator: 1, denominator: 2, excluded: 2 });
  });

  it('is not judged where only prospects have a class', () => {
    const { measurable, verdict } = judge(['', '', 'A', 'B']);
    expect(measurable.value.known).toBe(false);
    expect(verdict.zh).toBe('只分潜在客户，不按四项原则判断');
  });
});
