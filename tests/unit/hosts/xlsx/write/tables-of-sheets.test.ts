import type { SheetPlan } from '../../../../../src/workbook/plan';
import { aSheetPlan } from './plan-builder';
import { all, expectWhole, parse } from './whole-package';
import { personParts, textsOf, write, zipOf } from './workbook-builder';

const person = zipOf(personParts());
/** A sheet with tables of one column side by side, each under its own name. */
const withTables = (...names: string[]): SheetPlan =>
  aSheetPlan({
    blocks: [{ row: 0, column: 0, values: [names.map((name) => `列${name}`), names.map(() => 1)], styles: [] }],
    tables: names.map((name, column) => ({
      ...{ name, hasFilter: column % 2 === 0, style: 'TableStyleLight1' },
      range: { row: 0, column, rows: 2, columns: 1 },
    })),
  });
/** Part, number, name and place of each table of a file, in the order in which the sheet names them. */
function tablesIn(bytes: Uint8Array): string[] {
  const texts = textsOf(bytes);
  expectWhole(bytes);
  const rels = texts['xl/worksheets/_rels/sheet3.xml.rels'] ?? '';
  return [...texts['xl/worksheets/sheet3.xml']!.matchAll(/<tablePart r:id="(\w+)"/g)].map(([, id]) => {
    const part = new RegExp(`Id="${id}" [^>]*Target="\\.\\./(tables/[^"]*)"`).exec(rels)![1]!;
    const root = parse(texts[`xl/${part}`]!);
    const filter = [...all(root)].some(({ local }) => local === 'autoFilter') ? ' filter' : '';
    const column = [...all(root)].find(({ local }) => local === 'tableColumn')!.attributes['name'];
    return `${part} ${root.attributes['id']} ${root.attributes['name']} ${root.attributes['ref']} ${column}${filter}`;
  });
}

describe('tables of a sheet of ours', () => {
  it('have parts and numbers of their own, in the order of the plan', async () => {
    expect(tablesIn((await write(person, [withTables('A', 'B', 'C')])).bytes)).toEqual([
      'tables/table1.xml 1 A A1:A2 列A filter',
      'tables/table2.xml 2 B B1:B2 列B',
      'tables/table3.xml 3 C C1:C2 列C filter',
    ]);
  });

  it('keep them by their name wherever they stand; a new one takes what another has left, and then a part of its own', async () => {
    const { bytes } = await write(person, [withTables('A', 'B')]);
    expect(tablesIn((await write(bytes, [withTables('B', 'A')])).bytes)).toEqual([
      'tables/table2.xml 2 B A1:A2 列B filter',
      'tables/table1.xml 1 A B1:B2 列A',
    ]);
    expect(tablesIn((await write(bytes, [withTables('C', 'B', 'D')])).bytes)).toEqual([
      'tables/table1.xml 1 C A1:A2 列C filter',
      'tables/table2.xml 2 B B1:B2 列B',
      'tables/table3.xml 3 D C1:C2 列D filter',
    ]);
    const fewer = (await write(bytes, [withTables('B')])).bytes;
    expect([tablesIn(fewer), 'xl/tables/table1.xml' in textsOf(fewer)]).toEqual([
      ['tables/table2.xml 2 B A1:A2 列B filter'],
      false,
    ]);
  });

  it('of two sheets take a number where both want one name, and keep it when only one is written again', async () => {
    const other = { ...withTables('A'), id: 'other', name: '另一张' };
    const { bytes } = await write(person, [withTables('A'), other]);
    const nameIn = (file: Uint8Array, at: number): string => /displayName="([^"]*)"/.exec(textsOf(file)[`xl/tables/table${at}.xml`]!)![1]!; // prettier-ignore
    expect([nameIn(bytes, 1), nameIn(bytes, 2)]).toEqual(['A', 'A_2']);
    const again = (await write(bytes, [{ ...other, fingerprint: 'f2' }])).bytes;
    expect([nameIn(again, 1), nameIn(again, 2)]).toEqual(['A', 'A_2']);
    // A name of the workbook that a report is about to get is none for a table.
    const marked = (
      await write(person, [
        { ...withTables('Kelan_other'), id: 'first' },
        { ...other, tables: [] },
      ])
    ).bytes;
    expect(nameIn(marked, 1)).toBe('Kelan_other_2');
  });
});
