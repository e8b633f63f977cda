import { joinBytes } from '../../workbook/join-bytes';
import { CONTENT_TYPES_PART } from './package/content-types';
import { readPackage } from './package/xlsx-package';
import { PACKAGE_RELATIONSHIPS, TRANSITIONAL } from './write/xml/dialect';
import { encodeXml } from './write/xml/encode-xml';
import { XML_DECLARATION } from './write/xml/xml-text';
import { makeXlsxHost, type XlsxHost } from './xlsx-host';
import { memorySource } from './zip/byte-source';
import type { ZipEngine } from './zip/zip-engine';
import { openZip } from './zip/zip-archive';
import { writeZip, type ZipItem } from './zip/zip-writer';

const WORKBOOK = 'xl/workbook.xml';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const RELATIONSHIPS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';

/** The least that a package can be: no sheet yet, no properties, no theme, nothing that tells of who made it. */
const PARTS: Readonly<Record<string, string>> = {
  [CONTENT_TYPES_PART]: `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="${RELATIONSHIPS_TYPE}"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${WORKBOOK}" ContentType="${WORKBOOK_TYPE}"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"><Relationship Id="rId1" Type="${TRANSITIONAL.relationships}/officeDocument" Target="${WORKBOOK}"/></Relationships>`,
  [WORKBOOK]: `<workbook xmlns="${TRANSITIONAL.main}" xmlns:r="${TRANSITIONAL.relationships}"><bookViews><workbookView/></bookViews><sheets/></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"></Relationships>`,
};

/** A workbook file that holds nothing yet: it is to be written to before it is saved, as Excel opens none without a sheet. */
export async function makeNewWorkbook(engine?: ZipEngine): Promise<XlsxHost> {
  const items = Object.entries(PARTS).map(([name, text]): ZipItem => ({
    kind: 'new',
    name,
    bytes: encodeXml(XML_DECLARATION + text),
  }));
  const chunks: Uint8Array[] = [];
  await writeZip(items, (chunk) => void chunks.push(chunk), engine);
  const source = memorySource(joinBytes(chunks));
  return makeXlsxHost(await readPackage(await openZip(source, engine)), source);
}
