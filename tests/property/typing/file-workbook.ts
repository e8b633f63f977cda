import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { MemorySheet } from '../../../src/hosts/memory/memory-host';
import { makeNewWorkbook } from '../../../src/hosts/xlsx/new-workbook';
import { nodeZipEngine } from '../../../src/hosts/xlsx/node/node-zip-engine';
import { openXlsxHost, type XlsxHost } from '../../../src/hosts/xlsx/xlsx-host';
import { memorySource } from '../../../src/hosts/xlsx/zip/byte-source';
import { addressOf, quoteSheetName } from '../../../src/workbook/address';
import type { CellValue } from '../../../src/workbook/cell-value';
import type { SheetPlan } from '../../../src/workbook/plan';
import { bareSheet } from '../../support/bare-sheet';
import type { EditedWorkbook } from './edited-workbook';
import type { Grid } from './edits';

const MOST_ROWS = 5000;
const MOST_COLUMNS = 300;

/** A file: opened anew for every refresh, edited by putting other cells into the parts of its sheets. */
export async function fileWorkbook(sheets: readonly MemorySheet[]): Promise<EditedWorkbook> {
  const made = await makeNewWorkbook(nodeZipEngine);
  await made.write({ sheets: sheets.map(planOf) });
  let bytes = await bytesOf(made);
  let open: XlsxHost | undefined;

  /** Sheets as they were edited since the file was made: put into it all at once, as a person saves once. */
  const edited = new Map<string, Grid>();

  /** What the last refresh has written becomes the file. */
  const settle = async (): Promise<void> => {
    if (open) bytes = await bytesOf(open);
    open = undefined;
  };
  const reader = (): Promise<XlsxHost> => openXlsxHost(memorySource(bytes), nodeZipEngine);
  let looked: { readonly of: Uint8Array; readonly host: Promise<XlsxHost> } | undefined;
  /** For looking only: opened once as long as the file is the same. */
  const onlooker = (): Promise<XlsxHost> => {
    if (looked?.of !== bytes) looked = { of: bytes, host: reader() };
    return looked.host;
  };
  const editParts = async (edit: (parts: Record<string, Uint8Array>) => void): Promise<void> => {
    await save();
    const parts = unzipSync(bytes);
    edit(parts);
    bytes = zipSync(parts, { level: 1 });
  };
  const editWorkbook = (edit: (xml: string) => string): Promise<void> =>
    editParts((parts) => {
      parts['xl/workbook.xml'] = strToU8(edit(strFromU8(parts['xl/workbook.xml']!)));
    });
  const partOf = async (name: string): Promise<string> => {
    const { sheets: standing } = await (await onlooker()).describe();
    return standing.find((sheet) => sheet.name === name)!.id;
  };

  const save = async (): Promise<void> => {
    await settle();
    if (edited.size === 0) return;
    const grids = await Promise.all([...edited].map(async ([name, grid]) => [await partOf(name), grid] as const));
    edited.clear();
    const parts = unzipSync(bytes);
    for (const [part, grid] of grids) parts[part] = strToU8(withCells(strFromU8(parts[part]!), grid));
    bytes = zipSync(parts, { level: 1 });
  };

  return {
    open: async () => {
      await save();
      return (open = await reader());
    },
    sheets: async () => {
      await settle();
      const { sheets: standing } = await (await onlooker()).describe();
      return standing.map(({ name, report }) => ({ name, ...(report && { report: report.id }) }));
    },
    read: async (name) => {
      await settle();
      const standing = edited.get(name);
      if (standing) return standing.map((line) => [...line]);
      const host = await onlooker();
      const { cells } = await host.readHead(await partOf(name), MOST_ROWS, MOST_COLUMNS);
      return cells.map((line) => [...line]);
    },
    replace: async (name, grid) => {
      await settle();
      edited.set(name, grid);
    },
    rename: (from, to) =>
      editWorkbook((xml) =>
        xml
          .replaceAll(`name="${from}"`, `name="${to}"`)
          .replaceAll(`>${quoteSheetName(from)}!`, `>${quoteSheetName(to)}!`),
      ),
    copy: async (name, as) => {
      await save();
      const host = await reader();
      const { cells } = await host.readHead(await partOf(name), MOST_ROWS, MOST_COLUMNS);
      await host.write({ sheets: [planOf({ name: as, rows: cells })] });
      bytes = await bytesOf(host);
    },
    mark: (report, sheet) =>
      editWorkbook((xml) =>
        xml.replace(new RegExp(`(<definedName name="Kelan_${report}"[^>]*>)[^<]*(</definedName>)`), (_, start, end) =>
          sheet === undefined ? '' : `${start}${quoteSheetName(sheet)}!$A$1${end}`,
        ),
      ),
  };
}

async function bytesOf(host: XlsxHost): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  await host.save((chunk) => void chunks.push(chunk.slice()));
  return new Uint8Array(Buffer.concat(chunks));
}

/** A sheet of the person's, days as days. */
const planOf = ({ name, rows, dayColumns }: MemorySheet): SheetPlan =>
  bareSheet(`person-${name}`, name, rows, (column) =>
    dayColumns?.includes(column) ? { numberFormat: 'yyyy-mm-dd' } : {},
  );

/** The part with other cells, as a program writes that knows no styles. */
function withCells(xml: string, grid: Grid): string {
  const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const cellOf = (value: CellValue, at: string): string => {
    if (value === null || value === '') return '';
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
    if (typeof value === 'boolean') return `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`;
    if (typeof value === 'object') return `<c r="${at}" t="e"><v>${escape(value.error)}</v></c>`;
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`;
  };
  const rows = grid.map(
    (line, row) =>
      `<row r="${row + 1}">${line.map((value, column) => cellOf(value, addressOf(row, column))).join('')}</row>`,
  );
  const data = `<sheetData>${rows.join('')}</sheetData>`;
  return xml.replace(/<sheetData\/>|<sheetData>[\s\S]*<\/sheetData>/, () => data);
}
