import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { strFromU8, unzipSync } from 'fflate';
import { openXlsxFile } from '../../../../../src/cli/open-xlsx-file';
import { runReport } from '../../../../../src/cli/run-report';
import { dayOf } from '../../../../../src/core/model/day';
import { hasSharedWorkbook, SHARED_DATA } from '../../../../support/shared-workbook';

const SAMPLE = join(__dirname, '../../../../../assets/kelan-sample.xlsx');

/** The parts of a file with the reports of a workbook. */
async function partsOf(input: string, lang: string): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'kelan-page-'));
  try {
    const [out, err] = [new PassThrough(), new PassThrough()];
    const streams = { out, err } as unknown as Parameters<typeof runReport>[1];
    const clock = { today: dayOf(2026, 9, 30), now: '2026-09-30 09:12', version: '0.0.0' };
    const book = join(folder, 'out.xlsx');
    const argv = [input, '-o', book, '--lang', lang, '--reports', 'overview'];
    if ((await runReport(argv, streams, openXlsxFile, clock)) !== 0) throw new Error(String(err.read()));
    const files = unzipSync(new Uint8Array(readFileSync(book)), { filter: ({ name }) => /\.(xml|rels)$/.test(name) });
    return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
const tagsOf = (xml: string, name: string): string[] => [...xml.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'g'))].map(([tag]) => tag); // prettier-ignore
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Part of the overview, and its last printed row and column, counted from 1. */
function overviewOf(parts: Record<string, string>): { sheet: string; name: string; rows: number; columns: number } {
  const book = parts['xl/workbook.xml']!;
  const index = tagsOf(book, 'sheet').findIndex((tag) => /^(概览|Overview)/.test(attribute(tag, 'name') ?? ''));
  const id = attribute(tagsOf(book, 'sheet')[index]!, 'r:id');
  const rel = tagsOf(parts['xl/_rels/workbook.xml.rels']!, 'Relationship').find((tag) => attribute(tag, 'Id') === id)!;
  const name = `xl/${attribute(rel, 'Target')!.replace(/^\/xl\//, '')}`;
  const area = new RegExp(`_xlnm.Print_Area" localSheetId="${index}"[^>]*>[^<]*\\$A\\$1:\\$([A-Z])\\$(\\d+)<`).exec(
    book,
  )!;
  return { sheet: parts[name]!, name, rows: Number(area[2]), columns: area[1]!.charCodeAt(0) - 64 };
}

/** Of life size, at which a program prints the overview: fitted to one page, never enlarged. A character is 8 pixels wide, as in 宋体 of 11 points. */
function scaleOf({ sheet, rows, columns }: ReturnType<typeof overviewOf>): number {
  const margins = tagsOf(sheet, 'pageMargins')[0]!;
  const inches = (...sides: string[]): number => sum(sides.map((side) => Number(attribute(margins, side))));
  const widths = tagsOf(sheet, 'col').flatMap((tag) => {
    const [min, max, width] = ['min', 'max', 'width'].map((name) => Number(attribute(tag, name)));
    return Array.from({ length: max! - min! + 1 }, () => width! * 8);
  });
  const heights = tagsOf(sheet, 'row')
    .filter((tag) => Number(attribute(tag, 'r')) <= rows)
    .map((tag) => Number(attribute(tag, 'ht') ?? 16.5));
  const width = sum(widths.slice(0, columns));
  const height = sum(heights) + (rows - heights.length) * 16.5;
  return Math.min(
    1,
    ((11.69 - inches('left', 'right')) * 96) / width,
    ((8.27 - inches('top', 'bottom')) * 72) / height,
  );
}

/** The smallest words on it, in points: in its printed cells, and in its charts. */
function smallestWords(parts: Record<string, string>, { sheet, name, rows }: ReturnType<typeof overviewOf>): number {
  const styles = parts['xl/styles.xml']!;
  const fonts = [.../<fonts\b.*?<\/fonts>/s.exec(styles)![0].matchAll(/<font>.*?<\/font>|<font\/>/gs)].map(([font]) => Number(attribute(tagsOf(font, 'sz')[0] ?? '', 'val') ?? 11)); // prettier-ignore
  const formats = tagsOf(/<cellXfs\b.*?<\/cellXfs>/s.exec(styles)![0], 'xf').map((tag) => fonts[Number(attribute(tag, 'fontId'))]!); // prettier-ignore
  const cells = tagsOf(sheet, 'c').flatMap((tag) =>
    /\d+$/.exec(attribute(tag, 'r')!)![0] &&
    Number(/\d+$/.exec(attribute(tag, 'r')!)![0]) <= rows &&
    !tag.endsWith('/>')
      ? [formats[Number(attribute(tag, 's'))]!]
      : [],
  );
  const rels = parts[name.replace(/worksheets\/(.*)$/, 'worksheets/_rels/$1.rels')] ?? '';
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
      const parts = await partsOf(path, lang);
      const overview = overviewOf(parts);
      expect(tagsOf(overview.sheet, 'pageSetup')[0]).toMatch(/paperSize="9".*orientation="landscape"/);
      expect(attribute(tagsOf(overview.sheet, 'pageSetup')[0]!, 'fitToHeight')).toBe('1');
      expect(scaleOf(overview) * smallestWords(parts, overview)).toBeGreaterThanOrEqual(9);
    });
  }
});
