import type { Honesty } from '../../../../src/core/credit/honesty';
import type { Money } from '../../../../src/core/model/money';
import { known, missing } from '../../../../src/core/model/outcome';
import type { ClientFigures } from '../../../../src/core/sales/client-figures';
import type { PyramidLevel } from '../../../../src/core/sales/pyramid';
import { settingsWith } from '../../../../src/core/settings';
import { advisePyramid } from '../../../../src/core/standing/pyramid-advice';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';

const period = { from: day('2025-07-01'), to: day('2026-06-30') };

interface Given {
  readonly level?: PyramidLevel;
  readonly net: number;
  readonly growth?: number;
  readonly profit?: number;
}

function adviceOf(
  given: readonly Given[],
  contacts: readonly RowOf<'contacts'>[] = [],
  honesty: readonly Honesty[] = [],
): (readonly [string, string] | string)[] {
  const dataset = aDataset()
    .withClients(given.map((_, i) => ({ code: `C${i}` })))
    .withRows('contacts', contacts)
    .build();
  const figures = given.map(
    ({ level, net, growth, profit }, client) =>
      ({
        client,
        netAmount: (net * 100) as Money,
        pyramid: level ? known(level) : missing({ reason: 'no-rows' }),
        growth: growth === undefined ? missing({ reason: 'no-period-before' }) : known(growth),
        profit: profit === undefined ? missing({ reason: 'no-rows' }) : known((profit * 100) as Money),
      }) as unknown as ClientFigures,
  );
  return advisePyramid(dataset, figures, (client) => honesty[client] ?? 'undetermined', period, settingsWith({})).map(
    (one) => (one.known ? ([one.value.step, one.value.text.zh] as const) : '—'),
  );
}

const stepsOf = (...args: Parameters<typeof adviceOf>): string[] =>
  adviceOf(...args).map((one) => (typeof one === 'string' ? one : one[0]!));

describe('advice by the step of the pyramid', () => {
  it('raises who grew by 20 % and has the next level within 1.25 times its net sales', () => {
    expect(
      stepsOf([
        { level: 'top', net: 900, growth: -0.5 },
        { level: 'second', net: 125 },
        // 1.25 × 100 = 125, the least of the level above: within reach.
        { level: 'ordinary', net: 100, growth: 0.2 },
        // 1.25 × 99 = 123.75: out of reach.
        { level: 'ordinary', net: 99, growth: 0.5 },
        { level: 'ordinary', net: 100, growth: 0.19 },
        { level: 'ordinary', net: 100 },
      ]),
    ).toEqual(['keep', 'keep', 'raise', 'save', 'save', 'save']);
  });

  it('thinks of dropping a small one for a loss, for contacts dearer than its profit, or for what is on record', () => {
    const found = adviceOf(
      [
        { level: 'ordinary', net: 500 },
        { level: 'small', net: 50, profit: -1 },
        { level: 'small', net: 50, profit: 30 },
        { level: 'small', net: 50, profit: 30 },
        { level: 'small', net: 50 },
        { level: 'small', net: 50, profit: 30 },
        { net: 0 },
      ],
      [
        { client: 'C2', at: '2026-01-05', cost: 20 },
        { client: 'C2', at: '2026-06-30 16:00', cost: 10.01 },
        // 30 does not cost more than 30; a contact before the period does not count.
        { client: 'C5', at: '2026-01-05', cost: 30 },
        { client: 'C5', at: '2025-06-30', cost: 100 },
      ],
      ['honest', 'honest', 'honest', 'dishonest'],
    );
    expect(found).toEqual([
      ['save', '维持，控制服务成本'],
      ['drop', '长期观察后考虑淘汰：毛利 -1.00'],
      ['drop', '长期观察后考虑淘汰：联络费用 30.01 高于毛利 30.00'],
      ['drop', '长期观察后考虑淘汰：有失信记录'],
      ['reprice', '提高价格或降低服务成本'],
      ['reprice', '提高价格或降低服务成本'],
      '—',
    ]);
  });

  it('counts what contacts with the first client of the sheet cost, from the first day of the period to its last', () => {
    const small: Given = { level: 'small', net: 50, profit: 30 };
    const stepAt = (at: string): string[] => stepsOf([small], [{ client: 'C0', at, cost: 31 }]);
    expect(stepAt('2025-07-01')).toEqual(['drop']);
    expect(stepAt('2026-06-30 23:59')).toEqual(['drop']);
    expect(stepAt('2026-07-01')).toEqual(['reprice']);
  });
});
