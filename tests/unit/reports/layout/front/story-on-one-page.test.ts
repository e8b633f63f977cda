import { hasSharedWorkbook, SHARED_DATA } from '../../../../support/shared-workbook';
import { attribute, partsOf, printedOf, scaleOf, tagsOf, type PrintedSheet } from '../../../../support/printed-pages';
import { join } from 'node:path';

const SAMPLE = join(__dirname, '../../../../../assets/kelan-sample.xlsx');
/** Pixels of a character: as in 宋体 of 11 points, wider than in Calibri. */
const WIDE_FONT = 8;

/** The smallest words on it, in points: in its printed cells, and in its charts. */
function smallestWords(parts: Record<string, string>, { xml, part, areas }: PrintedSheet): number {
  const { rows } = areas[0]!;
  const styles = parts['xl/styles.xml']!;
  const fonts = [.../<fonts\b.*?<\/fonts>/s.exec(styles)![0].matchAll(/<font>.*?<\/font>|<font\/>/gs)].map(([font]) => Number(attribute(tagsOf(font, 'sz')[0] ?? '', 'val') ?? 11)); // prettier-ignore
  const formats = tagsOf(/<cellXfs\b.*?<\/cellXfs>/s.exec(styles)![0], 'xf').map((tag) => fonts[Number(attribute(tag, 'fontId'))]!); // prettier-ignore
  const cells = tagsOf(xml, 'c').flatMap((tag) =>
    /\d+$/.exec(attribute(tag, 'r')!)![0] &&
    Number(/\d+$/.exec(attribute(tag, 'r')!)![0]) <= rows &&
    !tag.endsWith('/>')
      ? [formats[Number(attribute(tag, 's'))]!]
      : [],
  );
  const rels = parts[part.replace(/worksheets\/(.*)$/, 'worksheets/_rels/$1.rels')] ?? '';
  const drawing = /drawings\/(drawing\d+\.xml)/.exec(rels)?.[1];
  const charts = [...(parts[`xl/drawings/_rels/${drawing}.rels`] ?? '').matchAll(/charts\/(\w+\.xml)/g)].flatMap(
    ([, chart]) => [...parts[`xl/charts/${chart}`]!.matchAll(/\bsz="(\d+)"/g)].map(([, size]) => Number(size) / 100),
  );
  expect(charts.length).toBeGreaterThan(0);
  return Math.min(...cells, ...charts);
}

describe('the story is printed on one landscape page with words of 9 points and more', () => {
  const books = ['superstore-us.xlsx', 'northwind.xlsx', 'sales-data-sample.xlsx', 'atliq-otif.xlsx'];
  for (const [title, path] of [
    ['the sample', SAMPLE] as const,
    ...books.map((name) => [name, join(SHARED_DATA, name)] as const),
  ]) {
    const isThere = path === SAMPLE || hasSharedWorkbook(title);
    (isThere ? it.each(['zh', 'en']) : it.skip.each(['not beside the project']))(`${title} (%s)`, async (lang) => {
      const parts = await partsOf(path, lang, ['--reports', 'overview']);
      const overview = printedOf(parts).find(({ name }) => /^(概览|Overview)/.test(name))!;
      expect(overview).toMatchObject({ pagesHigh: 1, isLandscape: true, areas: [{ column: 0, row: 0 }] });
      expect(scaleOf(overview, overview.areas[0]!, WIDE_FONT) * smallestWords(parts, overview)).toBeGreaterThanOrEqual(
        9,
      );
    });
  }
});
