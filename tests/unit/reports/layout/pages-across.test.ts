import { pagesAcross } from '../../../../src/reports/layout/pages-across';

// A4 landscape without margins is 10.89 in = 1045 px of the screen; at 68 % it holds 1537 px. A column of 100 characters
// is 725 px, so two fit a page and three do not. Portrait: 7.47 in = 717 px, 1054 px at 68 %.
describe('pages side by side', () => {
  it('is one page as long as the print stays readable', () => {
    expect(pagesAcross([100, 100], 0, 'landscape')).toMatchObject({ pages: 1, firstColumns: 2 });
    expect(pagesAcross([], 0, 'landscape')).toMatchObject({ pages: 1, firstColumns: 0 });
  });

  it('breaks between columns', () => {
    expect(pagesAcross([100, 100, 100], 0, 'landscape').pages).toBe(2);
    expect(pagesAcross([100, 100], 0, 'portrait').pages).toBe(2);
  });

  it('counts the key columns again on every page after the first', () => {
    // 365 + 725 = 1090 on the first page; 365 + 2 × 725 = 1815 is too much for the second.
    expect(pagesAcross([50, 100, 100, 100], 0, 'landscape').pages).toBe(2);
    expect(pagesAcross([50, 100, 100, 100], 1, 'landscape').pages).toBe(3);
  });

  it('prints as large as the pages allow, which moves columns to the next page', () => {
    // Two pages at full size hold 1045 px each: one of the three columns on the first, and the second column would be
    // 1450 px with the third. At 72 % (1451 px) two columns fit the first page.
    expect(pagesAcross([100, 100, 100], 0, 'landscape')).toEqual({ pages: 2, firstColumns: 2, percent: 72 });
    // 20 columns of 149 px (20 characters): 7 a page at full size, and 13 on the second are too many; 10 and 10 at 70 %.
    expect(
      pagesAcross(
        Array.from({ length: 20 }, () => 20),
        0,
        'landscape',
      ),
    ).toMatchObject({ pages: 2, firstColumns: 10 });
  });

  it('stops at three pages and prints smaller', () => {
    expect(
      pagesAcross(
        Array.from({ length: 12 }, () => 100),
        0,
        'landscape',
      ),
    ).toMatchObject({ pages: 3, firstColumns: 4 });
  });
});
