import { strToU8, zipSync } from 'fflate';
import { nodeZipEngine } from '../../../../src/hosts/xlsx/node/node-zip-engine';
import { openXlsxHost, type XlsxHost } from '../../../../src/hosts/xlsx/xlsx-host';
import { memorySource } from '../../../../src/hosts/xlsx/zip/byte-source';
import type { ZipEngine } from '../../../../src/hosts/xlsx/zip/zip-engine';
import type { CellValue } from '../../../../src/workbook/cell-value';
import { cellAt } from '../../../../src/workbook/column-block';
import type { HostError } from '../../../../src/workbook/host-error';
import type { SheetId } from '../../../../src/workbook/workbook-host';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const MAIN_STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const OFFICE_STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export type Parts = Readonly<Record<string, string | Uint8Array | undefined>>;

export function relationships(
  list: readonly { readonly id: string; readonly kind: string; readonly target: string; readonly base?: string }[],
): string {
  const each = list.map(
    ({ id, kind, target, base }) => `<Relationship Id="${id}" Type="${base ?? OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

/** The parts of a workbook of one sheet, `Data`, whose part is given; others are added or replaced, `undefined` leaves out. */
export function partsOf(sheet: string | Uint8Array, changes: Parts = {}): Parts {
  return {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPES}.sheet.main+xml"/></Types>`,
    '_rels/.rels': relationships([{ id: 'r1', kind: 'officeDocument', target: 'xl/workbook.xml' }]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      { id: 'r1', kind: 'worksheet', target: 'worksheets/sheet1.xml' },
      { id: 'r2', kind: 'sharedStrings', target: 'sharedStrings.xml' },
      { id: 'r3', kind: 'styles', target: 'styles.xml' },
    ]),
    'xl/worksheets/sheet1.xml': sheet,
    ...changes,
  };
}

export function fileOf(parts: Parts): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const [name, content] of Object.entries(parts)) {
    if (content !== undefined) files[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(files);
}

/** A worksheet part with these rows. */
export function worksheet(rows: string, behind = '', before = ''): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${behind}</worksheet>`;
}

export function sharedStrings(items: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sst xmlns="${MAIN}">${items}</sst>`;
}

/** An engine whose pieces are `bytes` long: every element is cut somewhere. */
export function cuttingEngine(bytes: number): ZipEngine {
  return {
    ...nodeZipEngine,
    inflate: async function* (pieces) {
      for await (const chunk of nodeZipEngine.inflate(pieces)) {
        for (let at = 0; at < chunk.length; at += bytes) yield chunk.slice(at, at + bytes);
      }
    },
  };
}

export function openParts(parts: Parts, engine: ZipEngine = nodeZipEngine): Promise<XlsxHost> {
  return openXlsxHost(memorySource(fileOf(parts)), engine);
}

/** Every cell of a sheet that holds a value, by row and column: `{ '0,2': 'text' }`. */
export async function readCells(
  host: XlsxHost,
  sheet: SheetId,
  columns: readonly number[],
  fromRow: number,
  toRow: number,
): Promise<Record<string, CellValue>> {
  const cells: Record<string, CellValue> = {};
  await host.readColumns({ sheet, columns, fromRow, toRow }, (block) => {
    block.columns.forEach((column, index) => {
      for (let row = 0; row < block.rowCount; row++) {
        const value = cellAt(column, row, block.pool);
        if (value !== null) cells[`${block.firstRow + row},${columns[index]!}`] = value;
      }
    });
  });
  return cells;
}

/** All cells of the first sheet. */
export async function readAllCells(host: XlsxHost): Promise<Record<string, CellValue>> {
  const sheet = (await host.describe()).sheets[0]!;
  const columns = Array.from({ length: sheet.columns }, (_, column) => column);
  return readCells(host, sheet.id, columns, 0, sheet.rows);
}

/** The code of the `HostError` that work ends in; anything else in words. */
export function refusalOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'accepted',
    (error: HostError) => (error.name === 'HostError' ? error.code : String(error)),
  );
}
