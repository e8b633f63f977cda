import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { strFromU8, unzipSync } from 'fflate';
import { openXlsxFile } from '../../src/cli/open-xlsx-file';
import { runReport } from '../../src/cli/run-report';
import { dayOf } from '../../src/core/model/day';

/** The parts of a file with the reports of a workbook. */
export async function partsOf(
  input: string,
  lang: string,
  options: readonly string[] = [],
): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'kelan-page-'));
  try {
    const [out, err] = [new PassThrough(), new PassThrough()];
    const streams = { out, err } as unknown as Parameters<typeof runReport>[1];
    const clock = { today: dayOf(2026, 9, 30), now: '2026-09-30 09:12', version: '0.0.0' };
    const book = join(folder, 'out.xlsx');
    const argv = [input, '-o', book, '--lang', lang, ...options];
    if ((await runReport(argv, streams, openXlsxFile, clock)) !== 0) throw new Error(String(err.read()));
    const files = unzipSync(new Uint8Array(readFileSync(book)), { filter: ({ name }) => /\.(xml|rels)$/.test(name) });
    return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
export const tagsOf = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'g'))].map(([tag]) => tag);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** How a sheet of a file is printed, read from its parts alone. */
export interface PrintedSheet {
  readonly name: string;
  readonly part: string;
  readonly xml: string;
  readonly areas: readonly Area[];
  /** In characters with their padding, as the file has them. */
  readonly widths: readonly number[];
  readonly heightOf: (row: number) => number;
  readonly isLandscape: boolean;
  readonly pagesHigh: number;
  /** Rows that every page after the first begins with. */
  readonly repeated: { readonly row: number; readonly rows: number } | undefined;
  /** Between the margins: pixels across, points down. */
  readonly page: { readonly width: number; readonly height: number };
}

const letters = (name: string): number => [...name].reduce((at, one) => at * 26 + one.charCodeAt(0) - 64, 0) - 1;

/** The sheets of a file that have a print area. */
export function printedOf(parts: Record<string, string>): readonly PrintedSheet[] {
  const book = parts['xl/workbook.xml']!;
  const names = [...book.matchAll(/<definedName\b([^>]*)>([^<]*)</g)];
  const named = (kind: string, index: number): string =>
    names.find(
      ([, tag]) => tag!.includes(`_xlnm.${kind}"`) && attribute(tag!, 'localSheetId') === String(index),
    )?.[2] ?? '';
  return tagsOf(book, 'sheet').flatMap((tag, index) => {
    const areas = [...named('Print_Area', index).matchAll(/\$([A-Z]+)\$(\d+):\$([A-Z]+)\$(\d+)/g)].map(
      ([, left, top, right, bottom]): Area => ({
        row: Number(top) - 1,
        column: letters(left!),
        rows: Number(bottom) - Number(top) + 1,
        columns: letters(right!) - letters(left!) + 1,
      }),
    );
    if (areas.length === 0) return [];
    const id = attribute(tag, 'r:id');
    const relations = tagsOf(parts['xl/_rels/workbook.xml.rels']!, 'Relationship');
    const target = attribute(
      relations.find((one) => attribute(one, 'Id') === id)!,
      'Target',
    )!;
    const part = `xl/${target.replace(/^\/xl\//, '')}`;
    return [sheetOf(attribute(tag, 'name')!, part, parts[part]!, areas, named('Print_Titles', index))];
  });
}

function sheetOf(name: string, part: string, xml: string, areas: readonly Area[], titles: string): PrintedSheet {
  const margins = tagsOf(xml, 'pageMargins')[0]!;
  const inches = (...sides: string[]): number => sum(sides.map((side) => Number(attribute(margins, side))));
  const setup = tagsOf(xml, 'pageSetup')[0]!;
  const isLandscape = attribute(setup, 'orientation') === 'landscape';
  const [width, height] = isLandscape ? [11.69, 8.27] : [8.27, 11.69];
  const heights = new Map(
    tagsOf(xml, 'row').map((tag) => [Number(attribute(tag, 'r')) - 1, Number(attribute(tag, 'ht') ?? 16.5)]),
  );
  const rows = /\$(\d+):\$(\d+)/.exec(titles);
  return {
    name,
    part,
    xml,
    areas,
    widths: tagsOf(xml, 'col').flatMap((tag) => {
      const [min, max, own] = ['min', 'max', 'width'].map((one) => Number(attribute(tag, one)));
      return Array.from({ length: max! - min! + 1 }, () => own!);
    }),
    heightOf: (row) => heights.get(row) ?? 16.5,
    isLandscape,
    pagesHigh: Number(attribute(setup, 'fitToHeight') ?? 1),
    repeated: rows ? { row: Number(rows[1]) - 1, rows: Number(rows[2]) - Number(rows[1]) + 1 } : undefined,
    page: { width: (width - inches('left', 'right')) * 96, height: (height - inches('top', 'bottom')) * 72 },
  };
}

const heightOfRows = ({ heightOf }: PrintedSheet, row: number, rows: number): number =>
  sum(Array.from({ length: rows }, (_, at) => heightOf(row + at)));

/**
 * Of life size, at which a program prints an area: fitted to one page across and to its pages down, never enlarged.
 *
 * @param pixels of a character in the workbook's own font: 7 in Calibri of 11 points, 8 in 宋体
 */
export function scaleOf(sheet: PrintedSheet, area: Area, pixels: number): number {
  const { widths, page, pagesHigh } = sheet;
  const width = sum(widths.slice(area.column, area.column + area.columns).map((one) => one * pixels));
  let scale = Math.min(1, page.width / width);
  while (pagesHigh > 0 && pagesOf(sheet, area, scale) > pagesHigh) scale -= 0.01;
  return scale;
}

/** Pages that an area takes, printed so large. */
export function pagesOf(sheet: PrintedSheet, { row, rows }: Area, scale: number): number {
  const room = sheet.page.height / scale;
  const again = sheet.repeated ? heightOfRows(sheet, sheet.repeated.row, sheet.repeated.rows) : 0;
  let [pages, used] = [1, 0];
  for (let at = row; at < row + rows; at++) {
    const height = sheet.heightOf(at);
    if (used + height > room + 0.01) {
      pages++;
      used = again;
    }
    used += height;
  }
  return pages;
}
