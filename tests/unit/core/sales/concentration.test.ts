import type { Money } from '../../../../src/core/model/money';
import { measureConcentration } from '../../../../src/core/sales/concentration';
import { settingsWith } from '../../../../src/core/settings';

const THIRTY = [
  2500, 1800, 1200, 900, 700, 600, 500, 400, 300, 250, 200, 150, 120, 100, 80, 70, 60, 50, 40, 30, 25, 20, 18, 15, 12,
  10, 8, 6, 4, 2,
] as Money[];

const measure = (amounts: readonly number[]) => {
  const found = measureConcentration(amounts as Money[], settingsWith({}));
  if (!found.known) throw new Error('not known');
  return found.value;
};

describe('concentration', () => {
  it('has the figures of definitions §3.3 for thirty clients', () => {
    const found = measure(THIRTY);
    expect(found.gini).toBeCloseTo(0.7205, 4);
    expect(found.hhi).toBeCloseTo(0.1282, 4);
    expect(found.effectiveClients).toBeCloseTo(7.8, 1);
    expect(found.cr5).toBeCloseTo(0.698, 3);
    expect(found).toMatchObject({ isCr1High: false, isCr5High: true, clients: 30 });
  });

  it('works 50, 30, 20 by hand', () => {
    // Gini = ((2·1−4)·20 + (2·2−4)·30 + (2·3−4)·50) / (3·100) = 60 / 300
    const found = measure([50, 30, 20]);
    expect(found.cr1).toBe(0.5);
    expect(found.hhi).toBeCloseTo(0.38, 12);
    expect(found.gini).toBeCloseTo(0.2, 12);
  });

  it('leaves out net ≤ 0; one client alone has all', () => {
    expect(measure([10, 0, -5])).toMatchObject({ cr1: 1, cr5: 1, hhi: 1, gini: 0, clients: 1 });
  });

  it('is missing where nothing is positive', () => {
    expect(measureConcentration([0 as Money], settingsWith({}))).toEqual({ known: false, why: { reason: 'no-rows' } });
  });
});
