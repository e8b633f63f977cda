import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openPackage } from '../../../../../src/hosts/xlsx/package/xlsx-package';
import { writePlanInto } from '../../../../../src/hosts/xlsx/write/write-plan';
import { memorySource } from '../../../../../src/hosts/xlsx/zip/byte-source';
import { writeZip } from '../../../../../src/hosts/xlsx/zip/zip-writer';
import type { JobControl } from '../../../../../src/workbook/job-control';
import type { SheetPlan } from '../../../../../src/workbook/plan';
import type { WriteOutcome } from '../../../../../src/workbook/workbook-host';

export type Parts = Readonly<Record<string, string | Uint8Array>>;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts of a small workbook of a person: two sheets, a formula, styles, properties. */
export function personParts(changes: Readonly<Record<string, string | Uint8Array | undefined>> = {}): Parts {
  const parts: Record<string, string | Uint8Array | undefined> = {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET}.worksheet+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet2.xml" ContentType="${SHEET}.worksheet+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${SHEET}.styles+xml"/>` +
      '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>',
    '_rels/.rels':
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
      `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>` +
      `<Relationship Id="rId2" Type="${OFFICE}/extended-properties" Target="docProps/app.xml"/></Relationships>`,
    'docProps/app.xml':
      `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" ` +
      'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><Application>Microsoft Excel</Application>' +
      '<HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant><vt:lpstr>工作表</vt:lpstr></vt:variant>' +
      '<vt:variant><vt:i4>2</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts>' +
      '<vt:vector size="2" baseType="lpstr"><vt:lpstr>客户</vt:lpstr><vt:lpstr>交易</vt:lpstr></vt:vector></TitlesOfParts></Properties>',
    'xl/workbook.xml':
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr defaultThemeVersion="124226"/>` +
      '<bookViews><workbookView activeTab="1"/></bookViews><sheets><sheet name="客户" sheetId="3" r:id="rId1"/>' +
      '<sheet name="交易" sheetId="7" state="hidden" r:id="rId2"/></sheets>' +
      '<calcPr calcId="191029" calcMode="manual"/><extLst/></workbook>',
    'xl/_rels/workbook.xml.rels':
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
      `<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${OFFICE}/worksheet" Target="/xl/worksheets/sheet2.xml"/>` +
      `<Relationship Id="rId3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml':
      `${HEAD}<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" s="1" t="inlineStr"><is><t>客户编号</t></is></c></row>` +
      '<row r="2"><c r="A2"><v>1</v></c></row></sheetData></worksheet>',
    'xl/worksheets/sheet2.xml': `${HEAD}<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><f>客户!A2+1</f><v>2</v></c></row></sheetData></worksheet>`,
    'xl/styles.xml':
      `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font>` +
      '<font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>' +
      '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>' +
      '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(parts).filter((part): part is [string, string | Uint8Array] => part[1] !== undefined),
  );
}

export const zipOf = (parts: Parts): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );

export const unzip = (bytes: Uint8Array): Record<string, Uint8Array> => unzipSync(bytes);

/** The parts of a workbook as text: for those that are. */
export const textsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

export interface Written {
  readonly bytes: Uint8Array;
  readonly outcome: WriteOutcome;
}

/** Writes sheets into the bytes of a workbook. */
export async function write(bytes: Uint8Array, sheets: readonly SheetPlan[], control?: JobControl): Promise<Written> {
  const { items, outcome } = await writePlanInto(await openPackage(memorySource(bytes)), { sheets }, control);
  const chunks: Uint8Array[] = [];
  await writeZip(items, (chunk) => void chunks.push(chunk.slice()));
  return { bytes: Uint8Array.from(Buffer.concat(chunks)), outcome };
}
