import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { nodeZipEngine } from '../../../../src/hosts/xlsx/node/node-zip-engine';
import { openXlsxHost } from '../../../../src/hosts/xlsx/xlsx-host';
import { memorySource } from '../../../../src/hosts/xlsx/zip/byte-source';
import type { WritePlan } from '../../../../src/workbook/plan';
import { SHARED_DATA } from '../../../support/shared-workbook';
import { aFullSheet } from './write/plan-builder';
import { all, parse } from './write/whole-package';
import { MAIN, OFFICE, fileOf, partsOf, relationships, worksheet } from './workbook-file';

const open = (bytes: Uint8Array) => openXlsxHost(memorySource(bytes), nodeZipEngine);

/** Bold, large and on a colour: what must never be seen on a cell of hers. */
const PLAN: WritePlan = { sheets: [aFullSheet()] };

async function write(bytes: Uint8Array): Promise<Uint8Array> {
  const host = await open(bytes);
  await host.write(PLAN);
  const chunks: Uint8Array[] = [];
  await host.save((chunk) => void chunks.push(chunk));
  return Buffer.concat(chunks);
}

/** What a number of a list says in the stylesheet; undefined past its end. */
function lookOf(bytes: Uint8Array, list: string, index: number): string | undefined {
  const text = unzipSync(bytes)['xl/styles.xml'];
  const entry = text && [...all(parse(strFromU8(text)))].find(({ local }) => local === list)?.children[index];
  return entry && JSON.stringify(entry);
}

const withSheet = (rows: string, behind = '', before = '') => fileOf(partsOf(worksheet(rows, behind, before)));

describe('what a sheet names past the end of a list', () => {
  const PLAIN = JSON.stringify(parse('<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'));

  it.each([
    ['a cell', withSheet('<row r="1"><c r="A1" s="4"><v>1</v></c></row>')],
    ['an empty cell', withSheet('<row r="1"><c r="A1" s="4"/></row>')],
    ['a row', withSheet('<row r="1" s="4" customFormat="1"><c r="A1"><v>1</v></c></row>')],
    ['a column', withSheet('', '', '<cols><col min="1" max="2" width="9" style="4"/></cols>')],
  ])('%s stays plain, and a second write changes nothing', async (_, bytes) => {
    const once = await write(bytes);
    expect(lookOf(once, 'cellXfs', 4)).toBe(PLAIN);
    expect(lookOf(once, 'cellXfs', 5)).not.toBe(PLAIN);
    expect(Buffer.from(await write(once)).equals(Buffer.from(once))).toBe(true);
  });

  it.each([
    [
      'a rule',
      '<conditionalFormatting sqref="A1"><cfRule type="cellIs" dxfId="2" priority="1" operator="equal"><formula>1</formula></cfRule></conditionalFormatting>',
    ],
    [
      'a filter by colour',
      '<autoFilter ref="A1:B2"><filterColumn colId="0"><colorFilter dxfId="2"/></filterColumn></autoFilter>',
    ],
  ])('%s changes nothing still', async (_, behind) => {
    const once = await write(withSheet('<row r="1"><c r="A1"><v>1</v></c></row>', behind));
    for (const index of [0, 1, 2]) expect(lookOf(once, 'dxfs', index)).toBe(JSON.stringify(parse('<dxf/>')));
    expect(lookOf(once, 'dxfs', 3)).not.toBe(lookOf(once, 'dxfs', 0));
  });

  it('a table the same', async () => {
    const table = `<table xmlns="${MAIN}" id="1" name="t" displayName="t" ref="A1:A2" headerRowDxfId="1"><tableColumns count="1"><tableColumn id="1" name="a" dataDxfId="3"/></tableColumns></table>`;
    const parts = partsOf(worksheet('<row r="1"><c r="A1" t="str"><v>a</v></c></row>'), {
      'xl/tables/table1.xml': table,
    });
    const types = String(parts['[Content_Types].xml']).replace(
      '</Types>',
      '<Override PartName="/xl/tables/table1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/></Types>',
    );
    const once = await write(fileOf({ ...parts, '[Content_Types].xml': types }));
    expect(lookOf(once, 'dxfs', 3)).toBe(JSON.stringify(parse('<dxf/>')));
    expect(lookOf(once, 'dxfs', 4)).not.toBe(lookOf(once, 'dxfs', 3));
  });
});

describe('sheets of macro text, which have no part', () => {
  const workbook = (id: string): string =>
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Data" sheetId="1" r:id="r1"/><sheet name="Module1" sheetId="2" state="veryHidden" r:id="${id}"/><sheet name="Module2" sheetId="3" state="veryHidden" r:id="${id}"/></sheets></workbook>`;
  const file = (id: string): Uint8Array =>
    fileOf(
      partsOf(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'), {
        'xl/workbook.xml': workbook(id),
        'xl/_rels/workbook.xml.rels': relationships([{ id: 'r1', kind: 'worksheet', target: 'worksheets/sheet1.xml' }]),
      }),
    );

  it('stay in the list and are never read', async () => {
    const host = await open(file(''));
    const { sheets } = await host.describe();
    expect(sheets.map(({ name, rows, visibility }) => [name, rows, visibility])).toEqual([
      ['Data', 1, 'visible'],
      ['Module1', 0, 'veryHidden'],
      ['Module2', 0, 'veryHidden'],
    ]);
    expect(new Set(sheets.map(({ id }) => id)).size).toBe(3);
    expect((await host.readHead(sheets[1]!.id, 5, 5)).cells).toEqual([]);
    const once = await write(file(''));
    expect(strFromU8(unzipSync(once)['xl/workbook.xml']!)).toContain(
      '<sheet name="Module1" sheetId="2" state="veryHidden" r:id=""/>',
    );
    expect((await (await open(once)).describe()).sheets).toHaveLength(3 + PLAN.sheets.length);
  });

  it('an id that leads nowhere is damage still', async () => {
    await expect(open(file('r9'))).rejects.toMatchObject({
      code: 'damaged',
      detail: expect.stringContaining('Module1'),
    });
  });
});

it.each([
  'http://schemas.openxmlformats.org/spreadsheetml/2006/5/main',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/7/main',
  'http://schemas.microsoft.com/office/excel/2006/2',
])('a workbook of %s is called one of a beta', async (namespace) => {
  const bytes = fileOf(
    partsOf(worksheet(''), {
      'xl/workbook.xml': `<workbook xmlns="${namespace}"><sheets><sheet name="Data" sheetId="1" id="r1"/></sheets></workbook>`,
    }),
  );
  await expect(open(bytes)).rejects.toMatchObject({ code: 'old-format', detail: expect.stringContaining('beta') });
});

const ODD = join(SHARED_DATA, 'roundtrip');
(existsSync(ODD) ? describe : describe.skip)('packages found in the wild (skipped where they are not there)', () => {
  it.each([
    ['01-module-sheet-without-part', 'cellXfs', 0],
    ['02-fontId-past-the-end', 'fonts', 1],
    ['05-cell-style-past-the-end', 'cellXfs', 1],
    ['06-no-styles-part-but-s', 'cellXfs', 1],
    ['04-dxfId-past-the-end', 'dxfs', 0],
    ['07-hancom-alternate-content-in-styles', 'fonts', 13],
  ])('%s is written, keeps its looks, and a second write gives the same bytes', async (name, list, index) => {
    const bytes = readFileSync(join(ODD, `${name}.xlsx`));
    const once = await write(bytes);
    const [before, after] = [lookOf(bytes, list, index), lookOf(once, list, index)];
    if (before !== undefined) expect(after).toBe(before);
    else expect(after).toBe(list === 'fonts' ? lookOf(bytes, 'fonts', 0) : lookOf(once, list, index));
    expect(after).not.toMatch(/Microsoft YaHei/);
    expect(Buffer.from(await write(once)).equals(Buffer.from(once))).toBe(true);
  });
});
