import { closeSync, openSync, writeSync } from 'node:fs';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { Zip, type AsyncFlateStreamHandler, type ZipInputFile } from 'fflate';
import type { CellValue } from '../../src/workbook/cell-value';
import { DAY_COLUMNS, HEADERS, makeBenchRows } from './bench-rows';

const BLOCK_ROWS = 5_000;
const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_REL = 'http://schemas.openxmlformats.org/package/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * Writes a workbook of one sheet with so many rows of twenty cells, as Excel would save it: shared strings, day styles,
 * a dimension. Piece by piece: the sheet's part is longer than the longest string.
 */
export function writeSalesFile(path: string, rows: number, clients: number): void {
  const file = openSync(path, 'w');
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    writeSync(file, chunk);
  });
  const encoder = new TextEncoder();
  const begin = (name: string): ((text: string, isLast?: boolean) => void) => {
    const part = new NativeDeflate(name);
    zip.add(part);
    return (text, isLast = false) => part.push(encoder.encode(text), isLast);
  };
  begin('[Content_Types].xml')(
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    true,
  );
  begin('_rels/.rels')(
    `${HEAD}<Relationships xmlns="${PACKAGE_REL}"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    true,
  );
  begin('xl/workbook.xml')(
    `${HEAD}<workbook xmlns="${NS}" xmlns:r="${REL}"><sheets><sheet name="销售明细" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    true,
  );
  begin('xl/_rels/workbook.xml.rels')(
    `${HEAD}<Relationships xmlns="${PACKAGE_REL}"><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${REL}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    true,
  );
  begin('xl/styles.xml')(
    `${HEAD}<styleSheet xmlns="${NS}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    true,
  );
  const strings = new Map<string, number>();
  const sheet = begin('xl/worksheets/sheet1.xml');
  const lastCell = `${letter(HEADERS.length - 1)}${rows + 1}`;
  sheet(`${HEAD}<worksheet xmlns="${NS}"><dimension ref="A1:${lastCell}"/><sheetData>`);
  sheet(rowXml(1, [...HEADERS], strings));
  const source = makeBenchRows(clients);
  for (let row = 0; row < rows;) {
    let text = '';
    for (const end = Math.min(rows, row + BLOCK_ROWS); row < end; row++) {
      text += rowXml(row + 2, source.next(HEADERS.length), strings);
    }
    sheet(text);
  }
  sheet('</sheetData></worksheet>', true);
  const shared = begin('xl/sharedStrings.xml');
  shared(`${HEAD}<sst xmlns="${NS}" uniqueCount="${strings.size}">`);
  let text = '';
  for (const value of strings.keys()) {
    text += `<si><t>${value}</t></si>`;
    if (text.length > 1_000_000) {
      shared(text);
      text = '';
    }
  }
  shared(`${text}</sst>`, true);
  zip.end();
  closeSync(file);
}

/** A part deflated by the platform, piece by piece: flushed pieces joined are one stream. */
class NativeDeflate implements ZipInputFile {
  readonly compression = 8;
  ondata?: AsyncFlateStreamHandler;
  size = 0;
  crc = 0;

  constructor(readonly filename: string) {}

  push(bytes: Uint8Array, isLast: boolean): void {
    this.size += bytes.length;
    this.crc = crc32(bytes, this.crc);
    const finishFlush = isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
    this.ondata!(null, deflateRawSync(bytes, { level: 1, finishFlush }), isLast);
  }
}

const LETTERS = Array.from({ length: HEADERS.length }, (_, i) => String.fromCharCode(65 + i));
const letter = (column: number): string => LETTERS[column]!;
const IS_DAY = HEADERS.map((_, column) => DAY_COLUMNS.includes(column));

/** The generator's words need no escaping: letters, digits and Chinese alone. */
function rowXml(number: number, cells: readonly CellValue[], strings: Map<string, number>): string {
  let xml = `<row r="${number}">`;
  for (let column = 0; column < cells.length; column++) {
    const value = cells[column]!;
    if (typeof value === 'number') {
      xml += `<c r="${letter(column)}${number}"${IS_DAY[column] ? ' s="1"' : ''}><v>${value}</v></c>`;
    } else if (typeof value === 'string') {
      let id = strings.get(value);
      if (id === undefined) strings.set(value, (id = strings.size));
      xml += `<c r="${letter(column)}${number}" t="s"><v>${id}</v></c>`;
    }
  }
  return `${xml}</row>`;
}
