import { heatMap } from '../../../../src/reports/layout/heat-map';

const RANGE = { row: 1, column: 1, rows: 10, columns: 2 };

describe('a heat map', () => {
  it('takes its limits from the figures above 0: the largest twentieth, fifth and half', () => {
    // 1 to 20: the 20th, the 17th and the 11th begin the bands.
    const cells = Array.from({ length: 10 }, (_, row) => [row * 2 + 1, row * 2 + 2]);
    expect(heatMap(RANGE, [...cells, [0, -3], [null, '—']]).map((rule) => 'value' in rule && rule.value)).toEqual([
      20, 17, 11,
    ]);
  });

  it('is not there where no figure is above 0', () => {
    expect(heatMap(RANGE, [[0, null]])).toEqual([]);
  });
});
