import { zipSync, strToU8 } from 'fflate';
import { nodeZipEngine } from '../../../../../src/hosts/xlsx/node/node-zip-engine';
import { openPackage } from '../../../../../src/hosts/xlsx/package/xlsx-package';
import { PackageDraft } from '../../../../../src/hosts/xlsx/write/package-draft';
import { memorySource } from '../../../../../src/hosts/xlsx/zip/byte-source';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationships = (...targets: readonly (readonly [kind: string, target: string])[]): Uint8Array =>
  strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
      .map(([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`)
      .join('')}</Relationships>`,
  );

/** A sheet with a drawing, which has a picture that the sheet's background is too; the thumbnail is of the package. */
async function draftOf(): Promise<PackageDraft> {
  const bytes = zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    '_rels/.rels': relationships(['officeDocument', 'xl/workbook.xml'], ['thumbnail', 'docProps/thumbnail.png']),
    'docProps/thumbnail.png': strToU8('x'),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relationships(['worksheet', 'worksheets/sheet1.xml']),
    'xl/worksheets/sheet1.xml': strToU8(
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
    ),
    'xl/worksheets/_rels/sheet1.xml.rels': relationships(['image', '../media/image1.png']),
    'xl/drawings/drawing1.xml': strToU8('<x/>'),
    'xl/drawings/_rels/drawing1.xml.rels': relationships(
      ['image', '../media/image1.png'],
      ['image', '../media/image2.png'],
    ),
    'xl/media/image1.png': strToU8('1'),
    'xl/media/image2.png': strToU8('2'),
  });
  return new PackageDraft(await openPackage(memorySource(bytes), nodeZipEngine));
}

describe('parts that nothing points at any more', () => {
  it('go with what only they led to; what another part points at stays', async () => {
    const draft = await draftOf();
    await draft.removeUnused(['xl/drawings/drawing1.xml']);
    expect(
      [
        'xl/drawings/drawing1.xml',
        'xl/drawings/_rels/drawing1.xml.rels',
        'xl/media/image2.png',
        'xl/media/image1.png',
      ].map((part) => draft.has(part)),
    ).toEqual([false, false, false, true]);
  });

  it('are not those that the package itself points at', async () => {
    const draft = await draftOf();
    await draft.removeUnused(['docProps/thumbnail.png', 'xl/worksheets/sheet1.xml']);
    expect([draft.has('docProps/thumbnail.png'), draft.has('xl/worksheets/sheet1.xml')]).toEqual([true, true]);
  });

  it('are those that only a part which is gone points at', async () => {
    const draft = await draftOf();
    draft.remove('xl/drawings/drawing1.xml');
    await draft.removeUnused(['xl/media/image2.png', 'xl/media/image1.png']);
    expect([draft.has('xl/media/image2.png'), draft.has('xl/media/image1.png')]).toEqual([false, true]);
  });

  it('have names that no new part takes', async () => {
    const draft = await draftOf();
    expect(draft.freeName('xl/media/image', '.png')).toBe('xl/media/image3.png');
    draft.remove('xl/media/image2.png');
    expect(draft.freeName('xl/media/image', '.png')).toBe('xl/media/image3.png');
    expect(draft.freeName('xl/calcChain', '.xml', true)).toBe('xl/calcChain.xml');
  });
});
