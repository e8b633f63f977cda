import type { PackageSheet, XlsxPackage } from '../package/xlsx-package';

/** What stands before the rows of a sheet: how wide columns are, what is frozen, whether lines are drawn. */
export interface SheetFrame {
  readonly widths: readonly number[];
  readonly frozenRows: number;
  readonly hasGridlines: boolean;
}

const DEFAULT_WIDTH = 8.43;
/** The head of a sheet part is some kilobytes; rows begin long before this. */
const HEAD_BYTES = 256 * 1024;

/** A width in characters as pixels. @example pixelsOf(8.43) //=> 64 */
const pixelsOf = (characters: number): number => Math.round(characters * 7 + 5);

const attributeOf = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];

export async function readSheetFrame(pkg: XlsxPackage, sheet: PackageSheet, columns: number): Promise<SheetFrame> {
  const head = await readHeadText(pkg, sheet);
  const tags = (name: string): string[] => head.match(new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?/?>`, 'g')) ?? [];
  const standard = Number(attributeOf(tags('sheetFormatPr')[0] ?? '', 'defaultColWidth') ?? DEFAULT_WIDTH);
  const widths = Array.from({ length: columns }, () => pixelsOf(standard));
  for (const tag of tags('col')) {
    const from = Number(attributeOf(tag, 'min') ?? '1') - 1;
    const to = Math.min(columns, Number(attributeOf(tag, 'max') ?? '1'));
    const isHidden = /^(1|true)$/.test(attributeOf(tag, 'hidden') ?? '');
    const width = isHidden ? 0 : pixelsOf(Number(attributeOf(tag, 'width') ?? standard));
    for (let column = from; column < to; column++) widths[column] = width;
  }
  const pane = tags('pane')[0];
  const isFrozen = pane !== undefined && /^frozen/.test(attributeOf(pane, 'state') ?? '');
  return {
    widths,
    frozenRows: isFrozen ? Number(attributeOf(pane, 'ySplit') ?? '0') : 0,
    hasGridlines: !/^(0|false)$/.test(attributeOf(tags('sheetView')[0] ?? '', 'showGridLines') ?? '1'),
  };
}

/** The part up to its rows, as text. */
async function readHeadText(pkg: XlsxPackage, sheet: PackageSheet): Promise<string> {
  const entry = pkg.archive.find(sheet.part);
  if (!entry) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of pkg.archive.inflate(entry)) {
    text += decoder.decode(chunk, { stream: true });
    bytes += chunk.length;
    const end = text.search(/<(?:\w+:)?sheetData[\s/>]/);
    if (end >= 0) return text.slice(0, end);
    if (bytes >= HEAD_BYTES) return text;
  }
  return text;
}
