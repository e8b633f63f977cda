import { analyse } from '../../../../src/core/analyse';
import type { Analysis } from '../../../../src/core/analysis';
import type { Ratio } from '../../../../src/core/model/ratio';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder } from '../../../support/dataset-builder';

/** February and March 2026; December and January are before them. */
const analysed = (builder: DatasetBuilder): Analysis =>
  analyse(builder.build(), {
    today: day('2026-03-31'),
    asOf: day('2026-03-31'),
    period: { kind: 'range', from: day('2026-02-01'), to: day('2026-03-31') },
    settings: settingsWith({}),
  });
const short = ({ numerator, denominator, n }: Ratio): string => `${numerator}/${denominator} of ${n}`;

describe('the amount that came back', () => {
  it('counts from the first day of the book on, where nothing stands before the period', () => {
    const { indicators } = analysed(
      aDataset().withTransactions([
        { client: 'A', day: '2026-02-01', amount: 100 },
        { client: 'A', day: '2026-03-20', amount: 50 },
        { client: 'A', day: '2026-03-25', amount: -30, isReturn: true },
      ]),
    );
    const { current, previous, trend } = indicators.find(({ id }) => id === 'returns.amount')!;
    expect([short(current), short(previous)]).toEqual(['30/150 of 3', '0/0 of 0']);
    expect(trend.map(({ month, ratio }) => [(month % 12) + 1, short(ratio)])).toEqual([
      [2, '0/100 of 1'],
      [3, '30/50 of 2'],
    ]);
  });

  it('stands in the region of its line, and of its client where it stands on a sheet of returns', () => {
    const { regionIndicators } = analysed(
      aDataset()
        .withClients([
          { code: 'A', region: '华东' },
          { code: 'B', region: '华南' },
        ])
        .withTransactions([
          { client: 'A', day: '2026-02-01', amount: 100, region: '西北' },
          { client: 'B', day: '2026-02-01', amount: 40 },
        ])
        .withRows('returns', [
          { client: 'A', day: '2026-03-01', amount: 20 },
          { client: 'B', day: '2026-03-01', amount: 4 },
        ]),
    );
    expect(
      Object.fromEntries(regionIndicators.map(({ group, ratios }) => [group, short(ratios['returns.amount']!)])),
    ).toEqual({
      华东: '20/0 of 1',
      西北: '0/100 of 1',
      华南: '4/40 of 2',
    });
  });
});
