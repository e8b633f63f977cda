import { nodeZipEngine } from '../../../../../src/hosts/xlsx/node/node-zip-engine';
import { readOwnMarks, sheetOfReference } from '../../../../../src/hosts/xlsx/package/own-marks';
import { readXml } from '../../../../../src/hosts/xlsx/package/read-xml';
import { relationshipsPartOf, resolveTarget } from '../../../../../src/hosts/xlsx/package/relationships';
import { openPackage } from '../../../../../src/hosts/xlsx/package/xlsx-package';
import { parseXml } from '../../../../../src/hosts/xlsx/write/xml/xml-tree';
import { memorySource } from '../../../../../src/hosts/xlsx/zip/byte-source';
import {
  fileOf,
  MAIN,
  MAIN_STRICT,
  OFFICE,
  OFFICE_STRICT,
  partsOf,
  refusalOf,
  relationships,
  worksheet,
  type Parts,
} from '../workbook-file';

const EMPTY = worksheet('');
const open = (changes: Parts = {}) => openPackage(memorySource(fileOf(partsOf(EMPTY, changes))), nodeZipEngine);

const workbook = (inside: string, behind = ''): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${inside}<sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets>${behind}</workbook>`;

describe('openPackage', () => {
  it('lists sheets with their parts, ids and visibility', async () => {
    const pkg = await open({
      'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="a &amp; b" sheetId="7" r:id="r1"/><sheet name="图" sheetId="9" state="hidden" r:id="r2"/><sheet name="c" sheetId="2" state="veryHidden" r:id="r3"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': relationships([
        { id: 'r3', kind: 'worksheet', target: '/xl/worksheets/third.xml' },
        { id: 'r2', kind: 'chartsheet', target: 'chartsheets/sheet1.xml' },
        { id: 'r1', kind: 'worksheet', target: './worksheets/../worksheets/sheet1.xml' },
      ]),
      'xl/chartsheets/sheet1.xml': '<chartsheet/>',
      'xl/worksheets/third.xml': EMPTY,
    });
    expect(pkg.workbookPart).toBe('xl/workbook.xml');
    expect(pkg.sheets).toEqual([
      {
        name: 'a & b',
        sheetId: '7',
        relId: 'r1',
        visibility: 'visible',
        part: 'xl/worksheets/sheet1.xml',
        kind: 'worksheet',
      },
      {
        name: '图',
        sheetId: '9',
        relId: 'r2',
        visibility: 'hidden',
        part: 'xl/chartsheets/sheet1.xml',
        kind: 'chartsheet',
      },
      {
        name: 'c',
        sheetId: '2',
        relId: 'r3',
        visibility: 'veryHidden',
        part: 'xl/worksheets/third.xml',
        kind: 'worksheet',
      },
    ]);
    expect([pkg.isStrict, pkg.isMacroEnabled, pkg.isStructureProtected, pkg.dateBase]).toEqual([
      false,
      false,
      false,
      1900,
    ]);
  });

  it('reads the date base and the lock of the structure', async () => {
    const pkg = await open({
      'xl/workbook.xml': workbook('<workbookPr date1904="true"/><workbookProtection lockStructure="1"/>'),
    });
    expect([pkg.dateBase, pkg.isStructureProtected]).toEqual([1904, true]);
    const loose = await open({
      'xl/workbook.xml': workbook('<workbookPr date1904="0"/><workbookProtection lockWindows="1"/>'),
    });
    expect([loose.dateBase, loose.isStructureProtected]).toEqual([1900, false]);
  });

  it('reads defined names with their comments, places and formulas', async () => {
    const pkg = await open({
      'xl/workbook.xml': workbook(
        '',
        `<definedNames><definedName name="Kelan_clientTiers" comment="a&lt;b" hidden="1">'it''s'!$A$1</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">Data!$1:$2</definedName></definedNames>`,
      ),
    });
    expect(pkg.definedNames).toEqual([
      { name: 'Kelan_clientTiers', isHidden: true, comment: 'a<b', text: "'it''s'!$A$1" },
      { name: '_xlnm.Print_Titles', localSheetId: 0, isHidden: false, text: 'Data!$1:$2' },
    ]);
  });

  it('reads prefixed names, the strict dialect, and UTF-16', async () => {
    const strict = await open({
      '_rels/.rels': relationships([
        { id: 'r1', kind: 'officeDocument', target: '/xl/workbook.xml', base: OFFICE_STRICT },
      ]),
      'xl/workbook.xml': Buffer.from(
        `\ufeff<?xml version="1.0" encoding="UTF-16"?><x:workbook xmlns:x="${MAIN_STRICT}" xmlns:rel="${OFFICE_STRICT}"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="数据" sheetId="1" rel:id="r1"/></x:sheets></x:workbook>`,
        'utf16le',
      ),
      'xl/_rels/workbook.xml.rels': relationships([
        { id: 'r1', kind: 'worksheet', target: 'worksheets/sheet1.xml', base: OFFICE_STRICT },
      ]),
    });
    expect([strict.isStrict, strict.dateBase]).toEqual([true, 1904]);
    expect(strict.sheets.map(({ name, part }) => [name, part])).toEqual([['数据', 'xl/worksheets/sheet1.xml']]);
  });

  it('knows a workbook with macros', async () => {
    const types = partsOf(EMPTY)['[Content_Types].xml'] as string;
    const macro = types.replace(/[^"]*sheet\.main\+xml/, 'application/vnd.ms-excel.sheet.macroEnabled.main+xml');
    expect((await open({ '[Content_Types].xml': macro })).isMacroEnabled).toBe(true);
  });

  it('finds parts that are named in escapes, with back-slashes or in other case', async () => {
    const parts = partsOf(EMPTY, {
      'xl/worksheets/sheet1.xml': undefined,
      'XL\\Worksheets\\数据.xml': EMPTY,
      'xl/_rels/workbook.xml.rels': relationships([
        { id: 'r1', kind: 'worksheet', target: 'worksheets/%E6%95%B0%E6%8D%AE.xml' },
      ]),
    });
    const pkg = await openPackage(memorySource(fileOf(parts)), nodeZipEngine);
    expect(pkg.sheets[0]!.part).toBe('xl/worksheets/数据.xml');
    expect(pkg.hasPart(pkg.sheets[0]!.part)).toBe(true);
  });

  it('finds the workbook by its type where the package does not point at it', async () => {
    expect((await open({ '_rels/.rels': undefined })).workbookPart).toBe('xl/workbook.xml');
  });

  const types = partsOf(EMPTY)['[Content_Types].xml'] as string;
  const typed = (type: string): Parts => ({
    '[Content_Types].xml': types.replace(/application\/vnd[^"]*sheet\.main\+xml/, type),
  });
  it.each<[string, string, Parts]>([
    ['a binary workbook', 'old-format', typed('application/vnd.ms-excel.sheet.binary.macroEnabled.main')],
    [
      'a Word document',
      'not-a-workbook',
      typed('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'),
    ],
    [
      'an OpenDocument sheet',
      'old-format',
      { '[Content_Types].xml': undefined, mimetype: 'application/vnd.oasis.opendocument.spreadsheet' },
    ],
    [
      'an OpenDocument text',
      'not-a-workbook',
      {
        '[Content_Types].xml': undefined,
        'xl/workbook.xml': undefined,
        mimetype: 'application/vnd.oasis.opendocument.text',
      },
    ],
    ['a workbook without content types', 'damaged', { '[Content_Types].xml': undefined }],
    ['any zip', 'not-a-workbook', { '[Content_Types].xml': undefined, 'xl/workbook.xml': undefined }],
    [
      'a package without a workbook',
      'not-a-workbook',
      { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': undefined },
    ],
    ['a sheet without a relationship', 'damaged', { 'xl/_rels/workbook.xml.rels': relationships([]) }],
    ['a sheet without a part', 'damaged', { 'xl/worksheets/sheet1.xml': undefined }],
    ['a workbook without sheets', 'damaged', { 'xl/workbook.xml': `<workbook xmlns="${MAIN}"><sheets/></workbook>` }],
    ['a workbook part that is no XML', 'damaged', { 'xl/workbook.xml': '<workbook><sheets></workbook>' }],
    ['a workbook part that breaks off', 'damaged', { 'xl/workbook.xml': `<workbook xmlns="${MAIN}"><sheets>` }],
    ['an empty workbook part', 'damaged', { 'xl/workbook.xml': '' }],
    [
      'entities in the workbook part',
      'hostile',
      { 'xl/workbook.xml': `<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${workbook('')}` },
    ],
    [
      'entities in relationships',
      'hostile',
      { 'xl/_rels/workbook.xml.rels': `<!DOCTYPE r SYSTEM "file:///etc/passwd">${relationships([])}` },
    ],
    ['entities in content types', 'hostile', { '[Content_Types].xml': `<!DOCTYPE t [<!ENTITY a "b">]>${types}` }],
  ])('refuses %s as %s', async (_, code, changes) => {
    expect(await refusalOf(open(changes))).toBe(code);
  });
});

describe('relationships', () => {
  it('stand beside the part', () => {
    expect(relationshipsPartOf('xl/worksheets/sheet1.xml')).toBe('xl/worksheets/_rels/sheet1.xml.rels');
    expect(relationshipsPartOf('')).toBe('_rels/.rels');
  });
  it.each([
    ['xl/worksheets/sheet1.xml', '../tables/table1.xml', 'xl/tables/table1.xml'],
    ['xl/workbook.xml', '/xl/styles.xml', 'xl/styles.xml'],
    ['xl/workbook.xml', 'worksheets\\sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['', 'xl/workbook.xml', 'xl/workbook.xml'],
    ['workbook.xml', '../../x.xml', 'x.xml'],
  ])('of %s to %s lead to %s', (from, target, part) => {
    expect(resolveTarget(from, target)).toBe(part);
  });
});

describe('own marks', () => {
  it.each([
    ["'客户等级'!$A$1", '客户等级'],
    ["'it''s'!$A$1:$C$9", "it's"],
    ['Sheet1!$A$1', 'Sheet1'],
    ['#REF!', undefined],
    ['#REF!$A$1', '#REF'],
    ["'[other.xlsx]Sheet1'!$A$1", '[other.xlsx]Sheet1'],
    ['[1]Sheet1!$A$1', undefined],
    ['SUM(1,2)', undefined],
    ['', undefined],
  ])('of %s point at %s', (text, sheet) => {
    expect(sheetOfReference(text)).toBe(sheet);
  });

  it('are names of the workbook; the first of two at one sheet counts', () => {
    const marks = readOwnMarks([
      { name: 'Kelan_local', localSheetId: 0, isHidden: true, text: "'a'!$A$1" },
      { name: 'Other', isHidden: false, text: "'a'!$A$1" },
      { name: 'Kelan_overview', isHidden: true, comment: 'f1', text: "'a'!$A$1" },
      { name: 'Kelan_second', isHidden: true, comment: 'f2', text: "'a'!$A$1" },
      { name: 'Kelan_plain', isHidden: true, text: 'b!$A$1' },
      { name: 'Kelan_gone', isHidden: true, text: '#REF!' },
    ]);
    expect([...marks]).toEqual([
      ['a', { id: 'overview', fingerprint: 'f1' }],
      ['b', { id: 'plain', fingerprint: '' }],
    ]);
  });
});

describe('a package made to keep its reader busy', () => {
  const listOf = (count: number): string =>
    Array.from({ length: count }, (_, at) => `<sheet name="s${at}" sheetId="${at + 1}" r:id="r1"/>`).join('');
  const listing = (count: number): string =>
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listOf(count)}</sheets></workbook>`;

  it('is refused for its number of sheets before the first of them is read', async () => {
    expect((await open({ 'xl/workbook.xml': listing(4000) })).sheets).toHaveLength(4000);
    await expect(open({ 'xl/workbook.xml': listing(4001) })).rejects.toMatchObject({
      code: 'too-large',
      detail: expect.stringContaining('4001 sheets'),
    });
  });

  it.each([
    [1000, undefined],
    [1001, 'hostile'],
    [200_000, 'hostile'],
  ])('nested %i deep is %s', (depth, code) => {
    const xml = `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;
    for (const read of [
      () => readXml(new TextEncoder().encode(xml), 'xl/styles.xml', {}),
      () => parseXml(xml, 'xl/styles.xml'),
    ]) {
      if (code === undefined) expect(read).not.toThrow();
      else expect(read).toThrow(expect.objectContaining({ code }) as Error);
    }
  });
});
