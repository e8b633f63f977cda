import { aFullSheet, aSheetPlan } from './plan-builder';
import { all, expectWhole, parse } from './whole-package';
import { personParts, textsOf, write, zipOf } from './workbook-builder';
import type { SheetPlan, SlicerPlan } from '../../../../../src/workbook/plan';

const FULL = aFullSheet();
const TABLE = FULL.tables[0]!;

const aSlicer = (changes: Partial<SlicerPlan> = {}): SlicerPlan => ({
  id: 'clientTiers_name',
  table: TABLE.name,
  column: 1,
  caption: '客户 & 名称',
  row: 0,
  rows: 2,
  sheetColumn: 1,
  indent: 3,
  width: 17,
  ...changes,
});
const withSlicers = (slicers: readonly SlicerPlan[], changes: Partial<SheetPlan> = {}): SheetPlan =>
  aFullSheet({ slicers, columnWidths: [10, 8, 4, 30], ...changes });

const person = zipOf(personParts());
const slicerParts = (texts: Readonly<Record<string, string>>): string[] =>
  Object.keys(texts)
    .filter((name) => /slicer/i.test(name))
    .sort();

describe('slicers of a table in a file', () => {
  it('lead from the sheet and the workbook to the column of the table, as Excel 2013 and later read it', async () => {
    const { bytes } = await write(person, [withSlicers([aSlicer()])]);
    const texts = textsOf(bytes);
    expectWhole(bytes);
    expect(slicerParts(texts)).toEqual(['xl/slicerCaches/slicerCache1.xml', 'xl/slicers/slicer1.xml']);
    const attributesOf = (part: string, local: string): unknown =>
      [...all(parse(texts[part]!))].find((element) => element.local === local)?.attributes;
    expect(attributesOf('xl/slicers/slicer1.xml', 'slicer')).toMatchObject({
      name: 'Kelan_clientTiers_name',
      cache: 'Slicer_Kelan_clientTiers_name',
      caption: '客户 & 名称',
      // A button is 17 points high, of 12,700 units each.
      rowHeight: '215900',
    });
    const table = attributesOf('xl/tables/table1.xml', 'table') as { id: string };
    expect(attributesOf('xl/slicerCaches/slicerCache1.xml', 'tableSlicerCache')).toEqual({
      tableId: table.id,
      column: '2',
    });
    const workbook = texts['xl/workbook.xml']!;
    expect(workbook).toContain('<definedName name="Slicer_Kelan_clientTiers_name">#N/A</definedName>');
    const cacheId = /Id="(\w+)" Type="[^"]*\/slicerCache"/.exec(texts['xl/_rels/workbook.xml.rels']!)![1];
    expect(workbook).toMatch(new RegExp(`46BE6895[^>]*>.*<x14:slicerCache [^>]*r:id="${cacheId}"`));
    const sheetId = /Id="(\w+)" Type="[^"]*\/slicer"/.exec(texts['xl/worksheets/_rels/sheet3.xml.rels']!)![1];
    expect(texts['xl/worksheets/sheet3.xml']).toContain(`<x14:slicer r:id="${sheetId}"/>`);
  });

  it('are not printed, and are nothing that is seen in a program that has none', async () => {
    const texts = textsOf((await write(person, [withSlicers([aSlicer()])])).bytes);
    const drawing = texts['xl/drawings/drawing1.xml']!;
    const anchor = /<xdr:twoCellAnchor editAs="absolute">.*?<\/xdr:twoCellAnchor>/.exec(drawing)![0];
    expect(anchor).toContain('<mc:Choice Requires="sle15">');
    expect(anchor).toMatch(/<mc:Fallback>.*hidden="1".*<a:noFill\/>.*<\/mc:Fallback>/);
    expect(anchor).toContain('fPrintsWithSheet="0"');
    // 3 + 17 characters from column B on: 8 and 4 are passed, 8 of the 30 are left; 7 pixels of 9525 EMU each.
    expect(anchor).toContain('<xdr:from><xdr:col>1</xdr:col><xdr:colOff>200025</xdr:colOff>');
    expect(anchor).toContain('<xdr:to><xdr:col>3</xdr:col><xdr:colOff>533400</xdr:colOff>');
  });

  it('stand from their row to the one behind their last, however far into a column they begin', async () => {
    const corners = async (changes: Partial<SlicerPlan>): Promise<string[]> => {
      const { bytes } = await write(person, [withSlicers([aSlicer(changes)])]);
      const anchor = /<xdr:twoCellAnchor editAs="absolute">.*?<\/xdr:twoCellAnchor>/.exec(textsOf(bytes)['xl/drawings/drawing1.xml']!)![0]; // prettier-ignore
      return [...anchor.matchAll(/<xdr:col>(\d+)<\/xdr:col><xdr:colOff>(\d+)<\/xdr:colOff><xdr:row>(\d+)/g)].map(
        ([, column, offset, row]) => `${column}+${offset} ${row}`,
      );
    };
    // Columns of 10, 8, 4 and 30 characters; half a character is 3.5 pixels, written as 4.
    expect(await corners({ row: 3, rows: 4, sheetColumn: 0, indent: 0, width: 9 })).toEqual(['0+0 3', '0+600075 7']);
    expect(await corners({ row: 0, rows: 1, sheetColumn: 2, indent: 0.5, width: 5 })).toEqual([
      '2+38100 0',
      '3+104775 1',
    ]);
  });

  it('are of two sheets with a cache each, and a second of one name gets a number', async () => {
    const other = { ...aFullSheet({ charts: [], slicers: [aSlicer({ table: 'T2' })] }), id: 'other', name: '另一张' };
    const table = { ...TABLE, name: 'T2' };
    const texts = textsOf((await write(person, [withSlicers([aSlicer()]), { ...other, tables: [table] }])).bytes);
    const names = slicerParts(texts).filter((part) => part.includes('Cache')).map((part) => /name="([^"]*)"/.exec(texts[part]!)![1]); // prettier-ignore
    expect(names).toEqual(['Slicer_Kelan_clientTiers_name', 'Slicer_Kelan_clientTiers_name_2']);
  });

  it('are not in a strict workbook, whose programs have none', async () => {
    const strict = Object.fromEntries(
      Object.entries(personParts()).map(([name, text]) => [
        name,
        (text as string)
          .replace(/http:\/\/schemas\.openxmlformats\.org\/spreadsheetml\/2006\/main/g, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
          .replace(/http:\/\/schemas\.openxmlformats\.org\/officeDocument\/2006\/relationships/g, 'http://purl.oclc.org/ooxml/officeDocument/relationships'),
      ]),
    ); // prettier-ignore
    expect(slicerParts(textsOf((await write(zipOf(strict), [withSlicers([aSlicer()])])).bytes))).toEqual([]);
  });

  it('of the same plan give the same bytes, and go with all that leads to them when the plan has none', async () => {
    const plain = await write(person, [aFullSheet()]);
    const first = await write(person, [withSlicers([aSlicer(), aSlicer({ id: 'clientTiers_code', column: 0 })])]);
    const again = await write(first.bytes, [withSlicers([aSlicer(), aSlicer({ id: 'clientTiers_code', column: 0 })])]);
    expect(Buffer.compare(first.bytes, again.bytes)).toBe(0);
    const one = await write(first.bytes, [withSlicers([aSlicer()])]);
    expectWhole(one.bytes);
    expect(slicerParts(textsOf(one.bytes))).toHaveLength(2);
    expect(textsOf(one.bytes)['xl/workbook.xml']).not.toContain('clientTiers_code');
    const none = textsOf((await write(one.bytes, [aFullSheet()])).bytes);
    expect(Object.keys(none).sort()).toEqual(Object.keys(textsOf(plain.bytes)).sort());
    for (const text of Object.values(none)) expect(text).not.toMatch(/slicer/i);
  });

  it('of the person on a sheet of ours stay, in the part that Excel keeps both in', async () => {
    const texts = textsOf((await write(person, [withSlicers([aSlicer()])])).bytes);
    const hers = '<slicer name="她的" cache="Slicer_她的" caption="她的" rowHeight="241300"/>';
    texts['xl/slicers/slicer1.xml'] = texts['xl/slicers/slicer1.xml']!.replace('</slicers>', `${hers}</slicers>`);
    const drawn = /<xdr:twoCellAnchor editAs="absolute">.*?<\/xdr:twoCellAnchor>/.exec(
      texts['xl/drawings/drawing1.xml']!,
    )![0];
    texts['xl/drawings/drawing1.xml'] = texts['xl/drawings/drawing1.xml']!.replace(
      '</xdr:wsDr>',
      `${drawn.replace(/Kelan_clientTiers_name/g, '她的').replace(/ id="\d+"/g, ' id="77"')}</xdr:wsDr>`,
    );
    for (const plan of [withSlicers([aSlicer()]), aFullSheet()]) {
      const after = textsOf((await write(zipOf(texts), [plan])).bytes);
      expect(after['xl/slicers/slicer1.xml']).toMatch(/<slicer [^>]*name="她的"/);
      expect(after['xl/slicers/slicer1.xml']!.match(/<slicer [^>]*name="Kelan_/g)?.length).toBe(plan.slicers?.length);
      expect(after['xl/drawings/drawing1.xml']!.match(/<sle:slicer [^>]*name="她的"/g)).toHaveLength(1);
      expect(after['xl/worksheets/sheet3.xml']!.match(/slicerList /g)).toHaveLength(1);
    }
  });

  it('take another name where a slicer elsewhere has it', async () => {
    const cache = 'xl/slicerCaches/slicerCache1.xml';
    const parts = personParts();
    const taken = zipOf({
      ...parts,
      [cache]: '<slicerCacheDefinition xmlns="u" name="Slicer_Kelan_clientTiers_name" sourceName="a"/>',
      'xl/_rels/workbook.xml.rels': (parts['xl/_rels/workbook.xml.rels'] as string).replace(
        '</Relationships>',
        '<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2007/relationships/slicerCache" Target="slicerCaches/slicerCache1.xml"/></Relationships>',
      ),
    });
    const first = await write(taken, [withSlicers([aSlicer()])]);
    const texts = textsOf(first.bytes);
    expect(texts[cache]).toContain('name="Slicer_Kelan_clientTiers_name"');
    expect(texts['xl/slicerCaches/slicerCache2.xml']).toContain('name="Slicer_Kelan_clientTiers_name_2"');
    expect(texts['xl/slicers/slicer1.xml']).toContain('name="Kelan_clientTiers_name_2"');
    const again = await write(first.bytes, [withSlicers([aSlicer()])]);
    expect(Buffer.compare(again.bytes, first.bytes)).toBe(0);
    const without = textsOf((await write(first.bytes, [aFullSheet()])).bytes);
    expect(slicerParts(without)).toEqual([cache]);
  });

  it('mind neither a cache that is lost nor a part of another kind', async () => {
    const OFFICE = 'http://schemas.microsoft.com/office/2007/relationships/';
    const rel = (id: string, kind: string, target: string, mode = ''): string =>
      `<Relationship Id="${id}" Type="${OFFICE}${kind}" Target="${target}"${mode}/>`;
    const named = '<x name="Slicer_Kelan_clientTiers_name"/>';
    const odd = zipOf({
      ...personParts(),
      'xl/other.xml': named,
      'xl/_rels/workbook.xml.rels': (personParts()['xl/_rels/workbook.xml.rels'] as string).replace(
        '</Relationships>',
        rel('rId7', 'slicerCache', 'lost.xml') +
          rel('rId8', 'other', 'other.xml') +
          rel('rId9', 'slicerCache', 'xl/other.xml', ' TargetMode="External"') +
          '</Relationships>',
      ),
    });
    const texts = textsOf((await write(odd, [withSlicers([aSlicer()])])).bytes);
    expect(texts['xl/slicerCaches/slicerCache1.xml']).toContain('name="Slicer_Kelan_clientTiers_name"');
  });

  it('over a table that is not there, or with a name that Excel does not take, are mistakes of ours', async () => {
    await expect(write(person, [withSlicers([aSlicer({ table: 'none' })])])).rejects.toThrow('no table none');
    await expect(write(person, [aSheetPlan({ slicers: [aSlicer({ id: 'a b' })] })])).rejects.toThrow('named a b');
  });
});
