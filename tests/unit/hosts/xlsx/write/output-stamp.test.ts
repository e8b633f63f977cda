import { zipSync } from 'fflate';
import { openPackage, type XlsxPackage } from '../../../../../src/hosts/xlsx/package/xlsx-package';
import { isStampTrue, stampWorkbook } from '../../../../../src/hosts/xlsx/write/output-stamp';
import { memorySource } from '../../../../../src/hosts/xlsx/zip/byte-source';
import { expectWhole } from './whole-package';
import { personParts, textsOf, zipOf } from './workbook-builder';

const open = (bytes: Uint8Array): Promise<XlsxPackage> => openPackage(memorySource(bytes));
const WORKBOOK = 'xl/workbook.xml';

/** The same workbook with the stamp in it. */
async function stamped(bytes: Uint8Array): Promise<Uint8Array> {
  const { entry, bytes: workbook } = await stampWorkbook(await open(bytes));
  const written = zipOf({ ...textsOf(bytes), [entry.name]: workbook });
  expectWhole(written, bytes);
  return written;
}
const isTrueAfter = async (bytes: Uint8Array, change: (texts: Record<string, string>) => void): Promise<boolean> => {
  const texts = textsOf(bytes);
  change(texts);
  return isStampTrue(await open(zipOf(texts)));
};
const inWorkbook = (from: string, to: string) => (texts: Record<string, string>) => {
  expect(texts[WORKBOOK]).toContain(from);
  texts[WORKBOOK] = texts[WORKBOOK]!.replace(from, to);
};
const NAMES =
  '<definedNames><definedName name="hers" localSheetId="0" comment="c">客户!$A$1</definedName></definedNames>';
const BEFORE = zipOf({
  ...personParts(),
  [WORKBOOK]: (personParts()[WORKBOOK] as string).replace('<calcPr', `${NAMES}<calcPr`),
});

describe('the stamp of a file that we wrote', () => {
  it('is true until somebody saves it, also when it is stamped again', async () => {
    expect(isStampTrue(await open(BEFORE))).toBe(false);
    const once = await stamped(BEFORE);
    expect(isStampTrue(await open(once))).toBe(true);
    const twice = await stamped(once);
    expect([isStampTrue(await open(twice)), textsOf(twice)[WORKBOOK]]).toEqual([true, textsOf(once)[WORKBOOK]]);
    // Packed otherwise by a program that copies files, it is the same workbook.
    expect(isStampTrue(await open(zipSync(Object.fromEntries(Object.entries(textsOf(once)).map(([name, text]) => [name, Buffer.from(text)])), { level: 1 })))).toBe(true);
  }); // prettier-ignore

  it.each<[string, (texts: Record<string, string>) => void]>([
    ['a cell was changed', (texts) => void (texts['xl/worksheets/sheet1.xml'] = texts['xl/worksheets/sheet1.xml']!.replace('<v>1', '<v>2'))],
    ['a part was added', (texts) => void (texts['xl/media/image1.png'] = '')],
    ['a part is gone', (texts) => void delete texts['docProps/app.xml']],
    ['a sheet has another name', inWorkbook('name="客户"', 'name="客户2"')],
    ['a sheet has another number', inWorkbook('sheetId="3"', 'sheetId="4"')],
    ['a sheet is shown', inWorkbook(' state="hidden"', '')],
    ['two sheets changed places', inWorkbook('<sheet name="客户" sheetId="3" r:id="rId1"/>', '')],
    ['a name means another cell', inWorkbook('客户!$A$1<', '客户!$A$2<')],
    ['a name is of the workbook', inWorkbook(' localSheetId="0"', '')],
    ['a name has another comment', inWorkbook('comment="c"', 'comment="d"')],
    ['a name is new', inWorkbook('<definedNames>', '<definedNames><definedName name="x">1</definedName>')],
    ['the stamp says something else', inWorkbook('Kelan_output" hidden="1">"', 'Kelan_output" hidden="1">"0')],
  ])('is no longer true where %s', async (_, change) => {
    expect(await isTrueAfter(await stamped(BEFORE), change)).toBe(false);
  }); // prettier-ignore

  it('stays true where only the workbook part is written otherwise', async () => {
    expect(await isTrueAfter(await stamped(BEFORE), inWorkbook('activeTab="1"', 'activeTab="0"'))).toBe(true);
  });

  it('is the length and the checksum of what it lists: those of files that were written before stay true', async () => {
    const pkg = await open(BEFORE);
    const { bytes } = await stampWorkbook(pkg);
    const listed = JSON.stringify([
      pkg.archive.entries.filter(({ name }) => name !== WORKBOOK).map(({ name, size, crc32 }) => [name, size, crc32]),
      [
        ['客户', '3', 'visible', 'xl/worksheets/sheet1.xml'],
        ['交易', '7', 'hidden', 'xl/worksheets/sheet2.xml'],
      ],
      [['hers', 0, '客户!$A$1', 'c']],
    ]);
    const utf8 = Buffer.from(listed, 'utf8');
    const stamp = `${utf8.length.toString(16)}-${checksum(utf8).toString(16).padStart(8, '0')}`;
    expect(Buffer.from(bytes).toString()).toContain(`name="Kelan_output" hidden="1">"${stamp}"<`);
  });
});

/** CRC-32 as its definition has it: bit by bit. */
function checksum(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return (rest ^ 0xffffffff) >>> 0;
}
