import { stretchColumns } from '../../../../src/reports/layout/stretch-columns';

const rows = (count: number, width: number): number[] => Array.from({ length: count }, () => width);

describe('columns of words', () => {
  it('take the free width of the page', () => {
    // 150 characters: two lines of 75 at (75 + 2) / 1.08 = 71.3; one line would be over the 80 that an eye follows.
    expect(stretchColumns([20, 14], [{ column: 1, preferred: 20, cells: rows(60, 150) }], 1, 'landscape')).toEqual([
      20, 72,
    ]);
  });

  it('are never wider than their longest text asks, and stay as preferred where that takes one line', () => {
    // 30 characters in one line: (30 + 2) / 1.08 = 29.6.
    expect(stretchColumns([20, 14], [{ column: 1, preferred: 20, cells: rows(60, 30) }], 1, 'landscape')).toEqual([
      20, 30,
    ]);
    expect(stretchColumns([20, 14], [{ column: 1, preferred: 40, cells: rows(60, 30) }], 1, 'landscape')).toEqual([
      20, 40,
    ]);
  });

  it('leave the columns below them alone, and give way where one long text stands among short ones', () => {
    // Nine of ten texts are 20 long, one is 800: at the 80 it may have it takes ten lines, and it is one row of sixty.
    const cells = [...rows(59, 20), 800];
    const [code, words] = stretchColumns([20, 14], [{ column: 1, preferred: 20, cells }], 1, 'landscape');
    expect(code).toBe(20);
    expect(words).toBeLessThanOrEqual(80);
  });

  it('do not bring the print under seven points of ten', () => {
    // 1,490 px of 70 % hold 10 columns of 20 characters (149 px); two columns of words together may not push them out.
    const widths = [...rows(8, 20), 14, 14];
    const words = [8, 9].map((column) => ({ column, preferred: 16, cells: rows(100, 70) }));
    const found = stretchColumns(widths, words, 1, 'landscape');
    const pixels = found.reduce((sum, width) => sum + width * 7.2 + 5, 0);
    expect(pixels).toBeLessThanOrEqual(3 * (1045.44 / 0.7));
    expect(found.slice(0, 8)).toEqual(widths.slice(0, 8));
  });
});
