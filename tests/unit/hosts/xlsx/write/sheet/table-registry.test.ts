import { openPackage } from '../../../../../../src/hosts/xlsx/package/xlsx-package';
import { PackageDraft } from '../../../../../../src/hosts/xlsx/write/package-draft';
import { TableRegistry } from '../../../../../../src/hosts/xlsx/write/sheet/table-registry';
import { memorySource } from '../../../../../../src/hosts/xlsx/zip/byte-source';
import { personParts, zipOf } from '../workbook-builder';

const TABLE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';
const override = (part: string, type = TABLE): string => `<Override PartName="/${part}" ContentType="${type}"/>`;

/** The tables of a workbook: attributes of each by its part. */
async function registry(
  tables: Record<string, string>,
  names: string[] = [],
  more = '',
  type = TABLE,
): Promise<TableRegistry> {
  const types = personParts()['[Content_Types].xml'] as string;
  const parts = {
    ...personParts(),
    ...Object.fromEntries(Object.entries(tables).map(([part, attributes]) => [part, `<table ${attributes}/>`])),
    '[Content_Types].xml': types.replace('</Types>', `${Object.keys(tables).map((part) => override(part, type)).join('')}${more}</Types>`),
  }; // prettier-ignore
  return TableRegistry.read(new PackageDraft(await openPackage(memorySource(zipOf(parts)))), names);
}
const claim = (tables: TableRegistry, name: string, part = 'xl/tables/new.xml'): unknown[] => {
  const { id, name: given } = tables.claim(name, undefined, part);
  return [id, given];
};

describe('tables of a workbook', () => {
  it('are numbered from 1, ours behind the highest of hers', async () => {
    expect(claim(await registry({}), 'T')).toEqual([1, 'T']);
    const hers = await registry({
      'xl/tables/table1.xml': 'id="7" name="a"',
      'xl/tables/table2.xml': 'id="3" name="b"',
    });
    expect([claim(hers, 'T'), claim(hers, 'U')]).toEqual([
      [8, 'T'],
      [9, 'U'],
    ]);
    // One without a number counts for nothing.
    expect(claim(await registry({ 'xl/tables/table1.xml': 'name="a"' }), 'T')).toEqual([1, 'T']);
  });

  it('have a name that no table and no defined name has, in whatever letters', async () => {
    const hers = await registry({ 'xl/tables/table1.xml': 'id="1" name="x" displayName="KELAN_t"' }, ['kelan_t_2']);
    expect([claim(hers, 'Kelan_T'), claim(hers, 'Kelan_T')]).toEqual([
      [2, 'Kelan_T_3'],
      [3, 'Kelan_T_4'],
    ]);
    // What it is shown by counts, and its other name only where there is none.
    expect([claim(hers, 'x'), claim(hers, 'KELAN_T_2')]).toEqual([
      [4, 'x'],
      [5, 'KELAN_T_2_2'],
    ]);
    expect(claim(await registry({ 'xl/tables/table1.xml': 'id="1" name="y"' }), 'Y')).toEqual([2, 'Y_2']);
  });

  it('that are written anew keep their number and part, and their name is free', async () => {
    const tables = await registry({ 'xl/tables/Table1.xml': 'id="5" displayName="T"' });
    const old = tables.tableIn('XL/tables/table1.xml')!;
    expect(old).toEqual({ part: 'xl/tables/Table1.xml', id: 5, name: 'T' });
    tables.release(old);
    expect(tables.claim('t', old, old.part)).toEqual({ part: old.part, id: 5, name: 't' });
    expect(tables.tableIn(old.part)!.name).toBe('t');
    expect(claim(tables, 'U')).toEqual([6, 'U']);
    expect(tables.tableIn('xl/tables/none.xml')).toBeUndefined();
  });

  it('are what the package calls so: not what is named and missing, nor another kind of part', async () => {
    expect(claim(await registry({}, [], override('xl/tables/lost.xml')), 'T')).toEqual([1, 'T']);
    const other = { 'xl/tables/table1.xml': 'id="30" displayName="T"' };
    expect(claim(await registry(other, [], '', 'other/kind'), 'T')).toEqual([1, 'T']);
  });
});
