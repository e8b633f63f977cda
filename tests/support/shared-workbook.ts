import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

/** Real workbooks kept beside the project; absent in a fresh clone, where tests that read them skip and say so. */
export const SHARED_DATA = join(__dirname, '..', '..', '..', 'shared', 'data');

export function hasSharedWorkbook(name: string): boolean {
  return existsSync(join(SHARED_DATA, name));
}

/**
 * Rows of a plain sheet as objects by header: quick, and apart from the reader of the product. Days are serials.
 * For the well-behaved workbooks of the tests only.
 */
export function readSharedSheet(name: string, sheet: string): Record<string, string | number>[] {
  const parts = unzipSync(readFileSync(join(SHARED_DATA, name)));
  const part = (path: string): string => (parts[path] ? strFromU8(parts[path]) : '');
  const sheets = [...part('xl/workbook.xml').matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map((found) => found[1]);
  const at = sheets.indexOf(sheet);
  if (at < 0) throw new Error(`${name} has no sheet "${sheet}"`);
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>/g)].map((found) => textOf(found[1]!));
  const rows = [...part(`xl/worksheets/sheet${at + 1}.xml`).matchAll(/<row [^>]*>([\s\S]*?)<\/row>/g)].map((found) =>
    cellsOf(found[1]!, strings),
  );
  const headers = rows[0] ?? new Map<string, string | number>();
  return rows
    .slice(1)
    .map((cells) =>
      Object.fromEntries([...cells].map(([column, value]) => [String(headers.get(column) ?? column), value])),
    );
}

function cellsOf(row: string, strings: readonly string[]): Map<string, string | number> {
  const cells = new Map<string, string | number>();
  for (const [, attributes = '', inside = ''] of row.matchAll(/<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
    const column = /r="([A-Z]+)/.exec(attributes)?.[1] ?? '';
    const type = /t="(\w+)"/.exec(attributes)?.[1] ?? 'n';
    const value = /<v>([\s\S]*?)<\/v>/.exec(inside)?.[1];
    if (type === 's' && value !== undefined) cells.set(column, strings[Number(value)] ?? '');
    else if (type === 'inlineStr') cells.set(column, textOf(inside));
    else if (type === 'str' && value !== undefined) cells.set(column, unescape(value));
    else if (value !== undefined) cells.set(column, Number(value));
  }
  return cells;
}

function textOf(xml: string): string {
  return [...xml.matchAll(/<t[^>]*>([\s\S]*?)<\/t>/g)].map((found) => unescape(found[1]!)).join('');
}

function unescape(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}

/** A serial of the 1900 base as a day; nothing for an empty cell. */
export function dayOfSerial(value: unknown): number | undefined {
  return typeof value === 'number' ? value - 25569 : undefined;
}
