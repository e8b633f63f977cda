import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { nodeZipEngine } from '../../src/hosts/xlsx/node/node-zip-engine';
import { openXlsxHost } from '../../src/hosts/xlsx/xlsx-host';
import { memorySource } from '../../src/hosts/xlsx/zip/byte-source';
import { addressOf } from '../../src/workbook/address';
import type { CellValue } from '../../src/workbook/cell-value';
import { describeWorkbookHost, type ContractSession, type ContractWorkbook } from './workbook-host.contract';

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** A workbook file with nothing in it but cells, as a plain program writes one. */
function fileOf({ sheets }: ContractWorkbook): Uint8Array {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packageNs = 'http://schemas.openxmlformats.org/package/2006';
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const sheetTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const each = (make: (number: number, name: string) => string): string =>
    sheets.map(({ name }, index) => make(index + 1, escape(name))).join('');
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packageNs}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetTypes}.sheet.main+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${sheetTypes}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packageNs}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets>${each((n, name) => `<sheet name="${name}" sheetId="${n}" r:id="r${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageNs}/relationships">${each((n) => `<Relationship Id="r${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}</Relationships>`,
  };
  sheets.forEach(({ rows }, index) => {
    const lines = rows.map(
      (row, at) => `<row r="${at + 1}">${row.map((value, c) => cellOf(at, c, value)).join('')}</row>`,
    );
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `<worksheet ${main}><sheetData>${lines.join('')}</sheetData></worksheet>`;
  });
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

function cellOf(row: number, column: number, value: CellValue): string {
  const start = `<c r="${addressOf(row, column)}"`;
  if (value === null) return '';
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'string') return `${start} t="inlineStr"><is><t>${escape(value)}</t></is></c>`;
  return `${start} t="e"><v>${value.error}</v></c>`;
}

async function sessionOver(bytes: Uint8Array): Promise<ContractSession> {
  let host = await openXlsxHost(memorySource(bytes), nodeZipEngine);
  const save = async (): Promise<Uint8Array> => {
    const chunks: Uint8Array[] = [];
    await host.save((chunk) => void chunks.push(chunk));
    return Buffer.concat(chunks);
  };
  /** What a spreadsheet program does to the workbook part when the person changes a sheet's tab. */
  const editWorkbook = async (edit: (workbook: string) => string): Promise<void> => {
    const parts = unzipSync(await save());
    parts['xl/workbook.xml'] = strToU8(edit(strFromU8(parts['xl/workbook.xml']!)));
    host = await openXlsxHost(memorySource(zipSync(parts)), nodeZipEngine);
  };
  return {
    get host() {
      return host;
    },
    reopen: async () => sessionOver(await save()),
    printOf: async (name) => {
      const parts = unzipSync(await save());
      const workbook = strFromU8(parts['xl/workbook.xml']!);
      const at = [...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].findIndex(([, one]) => one === name);
      const localName = (id: string): string[] =>
        new RegExp(`<definedName name="_xlnm.${id}" localSheetId="${at}">([^<]*)<`)
          .exec(workbook)?.[1]!
          .split(',')
          .map((one) => one.slice(one.lastIndexOf('!') + 1).replace(/\$/g, '')) ?? [];
      const titles = localName('Print_Titles');
      const sheet = strFromU8(parts[`xl/worksheets/sheet${at + 1}.xml`]!);
      return {
        pagesWide: Number(/fitToWidth="(\d+)"/.exec(sheet)?.[1] ?? 1),
        titleRows: titles.find((one) => /^\d/.test(one)),
        titleColumns: titles.find((one) => /^[A-Z]/.test(one)),
        areas: localName('Print_Area'),
      };
    },
    rename: (from, to) => editWorkbook((workbook) => workbook.replaceAll(from, to)),
    remove: (name) =>
      editWorkbook((workbook) =>
        workbook
          .replace(new RegExp(`<sheet [^>]*name="${name}"[^>]*/>`), '')
          .replace(/<definedName [^>]*localSheetId[^>]*>[^<]*<\/definedName>/g, '')
          .replace(new RegExp(`'${name}'![^<]*`), '#REF!'),
      ),
  };
}

describeWorkbookHost('xlsx', (workbook) => sessionOver(fileOf(workbook)));
