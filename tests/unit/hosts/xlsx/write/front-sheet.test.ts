import { openPackage } from '../../../../../src/hosts/xlsx/package/xlsx-package';
import { writePlanInto } from '../../../../../src/hosts/xlsx/write/write-plan';
import { memorySource } from '../../../../../src/hosts/xlsx/zip/byte-source';
import { writeZip } from '../../../../../src/hosts/xlsx/zip/zip-writer';
import type { WritePlan } from '../../../../../src/workbook/plan';
import { aSheetPlan } from './plan-builder';
import { expectWhole } from './whole-package';
import { personParts, textsOf, unzip, zipOf } from './workbook-builder';

const HERS = 'xl/worksheets/sheet1.xml';
const view = (more: string): string => `<sheetViews><sheetView${more} workbookViewId="0"/></sheetViews><sheetData>`;
const withView = (more: string): string => (personParts()[HERS] as string).replace('<sheetData>', view(more));
const person = (sheet: string, workbook = (text: string): string => text): Uint8Array =>
  zipOf(personParts({ [HERS]: sheet, 'xl/workbook.xml': workbook(personParts()['xl/workbook.xml'] as string) }));

async function writeOn(bytes: Uint8Array, plan: WritePlan): Promise<Uint8Array> {
  const { items } = await writePlanInto(await openPackage(memorySource(bytes)), plan);
  const chunks: Uint8Array[] = [];
  await writeZip(items, (chunk) => void chunks.push(chunk.slice()));
  return Uint8Array.from(Buffer.concat(chunks));
}

const selectedIn = (texts: Record<string, string>): string[] =>
  Object.keys(texts).filter((part) => part.startsWith('xl/worksheets/') && /tabSelected="1"/.test(texts[part]!));

describe('the sheet that the workbook opens on', () => {
  const front = aSheetPlan({ id: 'overview', name: '概览' });
  const other = aSheetPlan({ id: 'alerts', name: '预警' });

  it('is selected alone: of the sheet on top before, one attribute goes and no other byte', async () => {
    const bytes = await writeOn(person(withView(' tabSelected="1" zoomScale="90"')), {
      sheets: [front, other],
      opensOn: 'overview',
    });
    const texts = textsOf(bytes);
    expectWhole(bytes);
    expect(texts[HERS]).toBe(withView(' zoomScale="90"'));
    expect(selectedIn(texts)).toEqual(['xl/worksheets/sheet3.xml']);
    expect(texts['xl/workbook.xml']).toContain('<workbookView activeTab="2" firstSheet="2"/>');
  });

  it('leaves every byte of sheets that were not selected', async () => {
    const before = person(withView(''));
    const after = unzip(await writeOn(before, { sheets: [front], opensOn: 'overview' }));
    for (const part of [HERS, 'xl/worksheets/sheet2.xml']) expect(after[part]).toEqual(unzip(before)[part]);
  });

  it('is chosen again where she left the workbook on another sheet of ours; writing twice gives the same bytes', async () => {
    const plan = { sheets: [front, other], opensOn: 'overview' };
    const first = await writeOn(person(withView(' tabSelected="1"')), plan);
    expect(Buffer.from(await writeOn(first, plan)).equals(Buffer.from(first))).toBe(true);
    const texts = textsOf(first);
    const left = zipOf({
      ...texts,
      'xl/worksheets/sheet3.xml': texts['xl/worksheets/sheet3.xml']!.replace(' tabSelected="1"', ''),
      'xl/worksheets/sheet4.xml': texts['xl/worksheets/sheet4.xml']!.replace(
        '<sheetView ',
        '<sheetView tabSelected="1" ',
      ),
      'xl/workbook.xml': texts['xl/workbook.xml']!.replace('activeTab="2"', 'activeTab="3"'),
    });
    for (const sheets of [[other], [front], [front, other]]) {
      const again = textsOf(await writeOn(left, { sheets, opensOn: 'overview' }));
      expect(selectedIn(again)).toEqual(['xl/worksheets/sheet3.xml']);
      expect(again['xl/workbook.xml']).toContain('activeTab="2"');
    }
  });

  it('gets a view where the workbook names none', async () => {
    const bytes = await writeOn(
      person(withView(''), (text) => text.replace(/<bookViews>.*<\/bookViews>/, '')),
      { sheets: [front], opensOn: 'overview' },
    );
    expect(textsOf(bytes)['xl/workbook.xml']).toContain(
      '<bookViews><workbookView firstSheet="2" activeTab="2"/></bookViews><sheets>',
    );
    expectWhole(bytes);
  });

  it('stays where it was: no report named, one that is not there, one that she has hidden', async () => {
    const bytes = person(withView(' tabSelected="1"'));
    for (const opensOn of [undefined, 'nowhere']) {
      const texts = textsOf(await writeOn(bytes, { sheets: [front], ...(opensOn && { opensOn }) }));
      expect(texts[HERS]).toBe(withView(' tabSelected="1"'));
      expect(texts['xl/workbook.xml']).toContain('activeTab="1"');
    }
    const written = textsOf(await writeOn(bytes, { sheets: [front] }));
    const hidden = zipOf({
      ...written,
      'xl/workbook.xml': written['xl/workbook.xml']!.replace('name="概览"', 'name="概览" state="hidden"'),
    });
    expect(selectedIn(textsOf(await writeOn(hidden, { sheets: [front], opensOn: 'overview' })))).toEqual([HERS]);
  });
});
