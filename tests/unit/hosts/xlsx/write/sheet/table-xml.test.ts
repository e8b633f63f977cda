import { CellGrid } from '../../../../../../src/hosts/xlsx/write/sheet/cell-grid';
import { TRANSITIONAL } from '../../../../../../src/hosts/xlsx/write/xml/dialect';
import { writeTable } from '../../../../../../src/hosts/xlsx/write/sheet/table-xml';
import type { PlanValue } from '../../../../../../src/workbook/plan';
import { aSheetPlan } from '../plan-builder';

function tableOver(values: readonly (readonly PlanValue[])[], rows = values.length): string {
  const table = {
    name: 'KelanTable_a',
    range: { row: 0, column: 0, rows, columns: values[0]!.length },
    hasFilter: true,
    style: 'TableStyleLight1',
  };
  const plan = aSheetPlan({ blocks: [{ row: 0, column: 0, values, styles: [] }], tables: [table] });
  return writeTable(table, table.name, 7, new CellGrid(plan), TRANSITIONAL);
}

describe('a table part', () => {
  it('names its columns as the header does, to the letter', () => {
    expect(
      tableOver([
        ['编号', 'a & "b"', '两\n行', 2025],
        [1, 2, 3, 4],
      ]),
    ).toBe(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="7" name="KelanTable_a" displayName="KelanTable_a" ref="A1:D2" totalsRowShown="0">' +
        '<autoFilter ref="A1:D2"/><tableColumns count="4"><tableColumn id="1" name="编号"/><tableColumn id="2" name="a &amp; &quot;b&quot;"/>' +
        '<tableColumn id="3" name="两_x000a_行"/><tableColumn id="4" name="2025"/></tableColumns>' +
        '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>',
    );
  });

  it('has a row under its header, as Excel wants', () => {
    expect(tableOver([['a']])).toContain('ref="A1:A2"');
    expect(() => tableOver([['a'], ['note']], 1)).toThrow('something else under its header');
  });

  it('is refused with a header that Excel would repair', () => {
    expect(() =>
      tableOver([
        ['a', 'A'],
        [1, 2],
      ]),
    ).toThrow('the header B1 is there twice');
    expect(() =>
      tableOver([
        ['a', null],
        [1, 2],
      ]),
    ).toThrow('the header B1 is empty');
  });
});
