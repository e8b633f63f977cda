import { join } from 'node:path';
import { pagesOf, partsOf, printedOf, scaleOf } from '../../support/printed-pages';

const SAMPLE = join(__dirname, '../../../assets/kelan-sample.xlsx');
const SETS = {
  zh: ['概览', '预警', '联络计划-按人', '客户等级'],
  en: ['Overview', 'Alerts', 'Call plan by person', 'Client tiers'],
} as const;
/** Pixels of a character of the sample's own font, Calibri of 11 points. */
const CALIBRI = 7;

describe('what is brought to the meeting of the sample', () => {
  it.each(['zh', 'en'] as const)('is twelve pages at most, and names its sheets (%s)', async (lang) => {
    const sheets = printedOf(await partsOf(SAMPLE, lang));
    const pages = SETS[lang].map((name) => {
      const sheet = sheets.find((one) => one.name === name)!;
      expect(sheet.xml).toContain('<oddFooter>');
      // Numbered a sheet, whatever is printed with it.
      expect(sheet.xml).toMatch(/&amp;R&amp;A · [^&]*&amp;P[^&]*<\/oddFooter>/);
      expect(sheet.xml).toContain('firstPageNumber="1" useFirstPageNumber="1"');
      return sheet.areas.reduce((sum, area) => sum + pagesOf(sheet, area, scaleOf(sheet, area, CALIBRI)), 0);
    });
    expect(pages).toEqual([1, 1, 8, 2]);
  });

  it.each(['zh', 'en'] as const)('has words of 8 points and more in its tables, written with 10 (%s)', async (lang) => {
    const sheets = printedOf(await partsOf(SAMPLE, lang));
    for (const name of SETS[lang]) {
      const sheet = sheets.find((one) => one.name === name)!;
      for (const area of sheet.areas) expect(scaleOf(sheet, area, CALIBRI)).toBeGreaterThanOrEqual(0.8);
    }
  });

  it('leaves out no column of a list that is printed', async () => {
    const sheets = printedOf(await partsOf(SAMPLE, 'zh'));
    const alerts = sheets.find(({ name }) => name === '预警')!;
    // The seventh is the sales rep; what comes after it is typed or looked up on the screen.
    expect(alerts.areas[0]!.columns).toBe(7);
  });
});
