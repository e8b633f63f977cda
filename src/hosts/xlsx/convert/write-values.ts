import { joinBytes } from '../../../workbook/join-bytes';
import { addressOf, columnLetters, type CellRange } from '../../../workbook/address';
import type { DateBase } from '../../../workbook/serial-day';
import { CONTENT_TYPES_PART } from '../package/content-types';
import { PACKAGE_RELATIONSHIPS, TRANSITIONAL } from '../write/xml/dialect';
import { escapeAttribute, escapeText, XML_DECLARATION } from '../write/xml/xml-text';
import { writeZip, type ZipItem } from '../zip/zip-writer';

/** A cell of a sheet that is converted: its value, and how it is shown. */
export interface ValueCell {
  readonly value: string | number | boolean;
  /** As Excel writes it; absent: General. */
  readonly format?: string;
  /** The value is an error: #REF!. */
  readonly isError?: true;
}

/** A sheet of values alone. */
export interface ValueSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: readonly (readonly (ValueCell | undefined)[] | undefined)[];
  /** In characters, by column. */
  readonly widths: readonly (number | undefined)[];
  readonly merges: readonly CellRange[];
}

export interface ValueBook {
  readonly sheets: readonly ValueSheet[];
  readonly dateBase: DateBase;
  /** Names that point into the sheets. */
  readonly names: readonly { readonly name: string; readonly refersTo: string }[];
}

const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const NEEDS_SPACE_KEPT = /^\s|\s$|\n|\s\s/;
const ROWS_AT_ONCE = 2000;
const LONGEST_TEXT = 32_767;

/** The bytes of an .xlsx that holds these values and nothing else. The same book gives the same bytes. */
export async function writeValues({ sheets, dateBase, names }: ValueBook): Promise<Uint8Array> {
  const formats = new Map<string, number>();
  const listed = uniqueNames(sheets.map(({ name }) => name));
  // One sheet at a time is text and bytes.
  function* parts(): Iterable<ZipItem> {
    for (const [at, sheet] of sheets.entries())
      yield { kind: 'new', name: `xl/worksheets/sheet${at + 1}.xml`, bytes: sheetPart(sheet, formats) };
    const texts: Readonly<Record<string, string>> = {
      'xl/styles.xml': stylesPart([...formats.keys()]),
      'xl/workbook.xml': workbookPart(sheets, listed, dateBase, names),
      'xl/_rels/workbook.xml.rels': relationships([
        ...sheets.map((_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
        ['styles', 'styles.xml'],
      ]),
      '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
      [CONTENT_TYPES_PART]: contentTypes(sheets.length),
    };
    for (const [name, text] of Object.entries(texts))
      yield { kind: 'new', name, bytes: new TextEncoder().encode(XML_DECLARATION + text) };
  }
  const chunks: Uint8Array[] = [];
  await writeZip(parts(), (chunk) => void chunks.push(chunk));
  return joinBytes(chunks);
}

function sheetPart({ rows, widths, merges }: ValueSheet, formats: Map<string, number>): Uint8Array {
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  const columns = widths.flatMap((width, at) =>
    width === undefined ? [] : [`<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`],
  );
  let text = `${XML_DECLARATION}<worksheet xmlns="${TRANSITIONAL.main}">${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>`;
  const letters: string[] = [];
  for (let row = 0; row < rows.length; row++) {
    const cells = rows[row];
    if (cells && cells.length > 0) {
      const name = String(row + 1);
      text += `<row r="${name}">`;
      for (let column = 0; column < cells.length; column++) {
        const cell = cells[column];
        if (cell !== undefined) text += cellXml(cell, (letters[column] ??= columnLetters(column)) + name, formats);
      }
      text += '</row>';
    }
    if (row % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) {
      chunks.push(encoder.encode(text));
      text = '';
    }
  }
  const spans = merges.map(
    ({ row, column, rows: down, columns: across }) =>
      `<mergeCell ref="${addressOf(row, column)}:${addressOf(row + down - 1, column + across - 1)}"/>`,
  );
  text += '</sheetData>';
  if (spans.length > 0) text += `<mergeCells count="${spans.length}">${spans.join('')}</mergeCells>`;
  chunks.push(encoder.encode(`${text}</worksheet>`));
  return joinBytes(chunks);
}

function cellXml({ value, format, isError }: ValueCell, address: string, formats: Map<string, number>): string {
  const start = `<c r="${address}"${format === undefined ? '' : ` s="${styleOf(format, formats)}"`}`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (isError) return `${start} t="e"><v>${escapeText(value)}</v></c>`;
  const space = NEEDS_SPACE_KEPT.test(value) ? ' xml:space="preserve"' : '';
  return `${start} t="inlineStr"><is><t${space}>${escapeText(value.slice(0, LONGEST_TEXT))}</t></is></c>`;
}

function styleOf(format: string, formats: Map<string, number>): number {
  let style = formats.get(format);
  if (style === undefined) formats.set(format, (style = formats.size + 1));
  return style;
}

/** Formats of one's own begin at 164. */
const FIRST_FORMAT = 164;

function stylesPart(formats: readonly string[]): string {
  const codes = formats.map(
    (format, at) => `<numFmt numFmtId="${FIRST_FORMAT + at}" formatCode="${escapeAttribute(format)}"/>`,
  );
  const shown = formats.map(
    (_, at) =>
      `<xf numFmtId="${FIRST_FORMAT + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  return `<styleSheet xmlns="${TRANSITIONAL.main}">${codes.length > 0 ? `<numFmts count="${codes.length}">${codes.join('')}</numFmts>` : ''}<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${shown.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${shown.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

function workbookPart(
  sheets: readonly ValueSheet[],
  listed: readonly string[],
  dateBase: DateBase,
  names: ValueBook['names'],
): string {
  const entries = listed.map(
    (name, at) =>
      `<sheet name="${escapeAttribute(name)}" sheetId="${at + 1}"${sheets[at]!.isHidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  const defined = names.map(
    ({ name, refersTo }) => `<definedName name="${escapeAttribute(name)}">${escapeText(refersTo)}</definedName>`,
  );
  return `<workbook xmlns="${TRANSITIONAL.main}" xmlns:r="${TRANSITIONAL.relationships}"><workbookPr${dateBase === 1904 ? ' date1904="1"' : ''}/><bookViews><workbookView/></bookViews><sheets>${entries.join('')}</sheets>${defined.length > 0 ? `<definedNames>${defined.join('')}</definedNames>` : ''}</workbook>`;
}

function relationships(targets: readonly (readonly [kind: string, target: string])[]): string {
  const entries = targets.map(
    ([kind, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${TRANSITIONAL.relationships}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${entries.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const overrides = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/styles.xml', 'styles'],
    ...Array.from({ length: sheets }, (_, at) => [`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet']),
  ].map(([part, kind]) => `<Override PartName="${part}" ContentType="${CONTENT}.${kind}+xml"/>`);
  return `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

/** Excel takes no name that is longer, holds one of these, or stands twice. */
function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((wanted) => {
    const base =
      wanted
        .replace(/[\\/?*:[\]]/g, '_')
        .replace(/^'|'$/g, '_')
        .slice(0, 31) || 'Sheet';
    let name = base;
    for (let at = 2; taken.has(name.toLowerCase()); at++) name = `${base.slice(0, 31 - `_${at}`.length)}_${at}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
