import { trendBars } from '../../../../../src/reports/sheets/parts/trend-bars';

describe('a trend as small bars', () => {
  it('stands for the share of the largest, in eighths rounded up; nothing or less is a point', () => {
    // 10 of 80 is one eighth, 40 half, 41 a little more than four eighths.
    expect(trendBars([10, 0, 40, 41, 80, -5])).toBe('▁·▄▅█·');
    expect(trendBars([0, 0])).toBe('··');
  });
});
