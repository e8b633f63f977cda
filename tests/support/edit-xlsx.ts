import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { nodeZipEngine } from '../../src/hosts/xlsx/node/node-zip-engine';
import { openXlsxHost } from '../../src/hosts/xlsx/xlsx-host';
import { memorySource } from '../../src/hosts/xlsx/zip/byte-source';
import { addressOf } from '../../src/workbook/address';
import type { CellValue } from '../../src/workbook/cell-value';

const MOST_ROWS = 5000;
const MOST_COLUMNS = 300;

/** Every sheet's cells by its name. */
export async function sheetsOfBytes(
  bytes: Uint8Array,
): Promise<ReadonlyMap<string, readonly (readonly CellValue[])[]>> {
  const host = await openXlsxHost(memorySource(bytes), nodeZipEngine);
  const { sheets } = await host.describe();
  const found = new Map<string, readonly (readonly CellValue[])[]>();
  for (const { id, name } of sheets) found.set(name, (await host.readHead(id, MOST_ROWS, MOST_COLUMNS)).cells);
  return found;
}

/** Whether every sheet opens. */
export async function isReadable(bytes: Uint8Array): Promise<boolean> {
  return (await sheetsOfBytes(bytes)).size > 0;
}

/** The part of a sheet. */
export async function partOfSheet(bytes: Uint8Array, name: string): Promise<string> {
  const { sheets } = await (await openXlsxHost(memorySource(bytes), nodeZipEngine)).describe();
  return sheets.find((sheet) => sheet.name === name)!.id;
}

/** The workbook with the part of a sheet changed. */
export async function withSheetEdited(
  bytes: Uint8Array,
  name: string,
  edit: (xml: string) => string,
): Promise<Uint8Array> {
  const part = await partOfSheet(bytes, name);
  const parts = unzipSync(bytes);
  parts[part] = strToU8(edit(strFromU8(parts[part]!)));
  return zipSync(parts);
}

/** The workbook with a text in a cell below everything that stands on a sheet. */
export function withCellTyped(
  bytes: Uint8Array,
  name: string,
  row: number,
  column: number,
  text: string,
): Promise<Uint8Array> {
  const cell = `<c r="${addressOf(row, column)}" t="inlineStr"><is><t>${text}</t></is></c>`;
  return withSheetEdited(bytes, name, (xml) =>
    xml.replace('</sheetData>', `<row r="${row + 1}">${cell}</row></sheetData>`),
  );
}
