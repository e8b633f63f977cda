import { CellGrid } from '../../../../../../src/hosts/xlsx/write/sheet/cell-grid';
import { NOTHING_KEPT } from '../../../../../../src/hosts/xlsx/write/sheet/kept-content';
import {
  bytesExpected,
  isForPieces,
  writeSheet,
  type SheetContext,
} from '../../../../../../src/hosts/xlsx/write/sheet/sheet-xml';
import { emptyStylesheet, StyleBook } from '../../../../../../src/hosts/xlsx/write/styles/style-book';
import { TRANSITIONAL } from '../../../../../../src/hosts/xlsx/write/xml/dialect';
import type { SheetPlan } from '../../../../../../src/workbook/plan';
import { aSheetPlan } from '../plan-builder';
import { all, parse } from '../whole-package';

type Element = ReturnType<typeof parse>;
function sheetOf(changes: Partial<SheetPlan>, context: Partial<SheetContext> = {}): Element {
  const plan = aSheetPlan(changes);
  const bytes = writeSheet(plan, new CellGrid(plan), {
    dialect: TRANSITIONAL,
    styles: new StyleBook(emptyStylesheet(TRANSITIONAL), 'styles'),
    nameOfTarget: () => undefined,
    kept: NOTHING_KEPT,
    relationships: { drawing: undefined, tables: [], printerSettings: undefined },
    ...context,
  });
  return parse(Buffer.from(bytes).toString());
}
const every = (root: Element, name: string): Record<string, string>[] =>
  [...all(root)].filter(({ local }) => local === name).map(({ attributes }) => ({ ...attributes }));
const area = (rows: number, columns: number) => ({ row: 4, column: 1, rows, columns });

describe('elements of a sheet', () => {
  it('are merged cells of two and more, counted; one cell alone is none', () => {
    const root = sheetOf({ merges: [area(1, 1), area(1, 2), { ...area(2, 1), row: 6 }, { ...area(3, 3), row: 9 }] });
    expect(every(root, 'mergeCell').map(({ ref }) => ref)).toEqual(['B5:C5', 'B7:B8', 'B10:D12']);
    expect(every(root, 'mergeCells')).toEqual([{ count: '3' }]);
    expect(every(sheetOf({ merges: [area(1, 1)] }), 'mergeCells')).toEqual([]);
  });

  it('are the size of what is written, and no green corners in it, where something is', () => {
    const blocks = [{ row: 2, column: 1, values: [['001'], ['002', 3]], styles: [] }];
    const [full, empty] = [sheetOf({ blocks }), sheetOf({})];
    expect([every(full, 'dimension')[0]!['ref'], every(empty, 'dimension')[0]!['ref']]).toEqual(['A1:C4', 'A1']);
    expect(every(full, 'ignoredError')).toEqual([{ sqref: 'A1:C4', numberStoredAsText: '1' }]);
    expect(every(empty, 'ignoredError')).toEqual([]);
  });

  it.each([
    [1, 0, { ySplit: '1', topLeftCell: 'A2', activePane: 'bottomLeft' }, ['bottomLeft A2']],
    [0, 1, { xSplit: '1', topLeftCell: 'B1', activePane: 'topRight' }, ['topRight B1']],
    [1, 1, { xSplit: '1', ySplit: '1', topLeftCell: 'B2', activePane: 'bottomRight' }, ['topRight -', 'bottomLeft -', 'bottomRight B2']],
  ])('are panes where %d rows and %d columns are frozen', (rows, columns, pane, selections) => {
    const root = sheetOf({ freeze: { rows, columns } });
    expect(every(root, 'pane')).toEqual([{ ...pane, state: 'frozen' }]);
    expect(every(root, 'selection').map(({ pane: name, activeCell, sqref }) => `${name} ${activeCell ?? '-'}${sqref === activeCell ? '' : '!'}`)).toEqual(selections);
  }); // prettier-ignore

  it('are a view without panes where nothing is frozen, with lines where the plan wants them', () => {
    expect(every(sheetOf({}), 'sheetView')).toEqual([{ showGridLines: '0', workbookViewId: '0' }]);
    expect(every(sheetOf({ showGridlines: true }), 'sheetView')).toEqual([{ workbookViewId: '0' }]);
    expect(every(sheetOf({}), 'pane')).toEqual([]);
  });

  it('are selected as the workbook opens, else as she left them', () => {
    const of = (view: string, isSelected?: boolean): string | undefined =>
      every(sheetOf({}, { kept: { ...NOTHING_KEPT, view }, isSelected }), 'sheetView')[0]!['tabSelected'];
    const [on, off] = [' tabSelected="1" zoomScale="90"', ' zoomScale="90"'];
    expect([of(on), of(off)]).toEqual(['1', undefined]);
    expect([of(on, true), of(off, true), of(on, false), of(off, false)]).toEqual(['1', '1', undefined, undefined]);
    expect(
      every(sheetOf({}, { kept: { ...NOTHING_KEPT, view: on }, isSelected: false }), 'sheetView')[0]!['zoomScale'],
    ).toBe('90');
  });

  it('are parts that the sheet leads to, each where there is one', () => {
    const relationships = { drawing: 'rId1', tables: ['rId2', 'rId3'], printerSettings: 'rId4', slicers: 'rId5' };
    const root = sheetOf({}, { relationships, kept: { ...NOTHING_KEPT, extensions: ['<ext uri="hers"/>'] } });
    const idsOf = (name: string): (string | undefined)[] => every(root, name).map((one) => one['r:id']);
    expect([idsOf('drawing'), idsOf('tablePart'), idsOf('pageSetup')]).toEqual([['rId1'], ['rId2', 'rId3'], ['rId4']]);
    expect(every(root, 'tableParts')).toEqual([{ count: '2' }]);
    expect(every(root, 'ext').map(({ uri }) => uri)).toEqual(['hers', '{3A4CF648-6AED-40F4-86FF-DC5316D8AED3}']);
    const bare = sheetOf({});
    expect(
      ['drawing', 'tableParts', 'extLst', 'hyperlinks', 'dataValidations'].flatMap((name) => every(bare, name)),
    ).toEqual([]);
  });

  it('are the room that an outline needs, where there is one', () => {
    const columnWidths = [10, 10, 10];
    expect(every(sheetOf({ columnWidths }), 'sheetFormatPr')).toEqual([{ defaultRowHeight: '16.5' }]);
    expect(every(sheetOf({ columnWidths, columnOutline: { column: 0, columns: 2 } }), 'sheetFormatPr')).toEqual([
      { defaultRowHeight: '16.5', outlineLevelCol: '1' },
    ]);
  });

  it('come in pieces beyond a megabyte, at 96 bytes a cell', () => {
    const rows = (count: number): SheetPlan =>
      aSheetPlan({ blocks: [{ row: 0, column: 0, values: Array<string[]>(count).fill(['a']), styles: [] }] });
    // 1,048,576 bytes are 10,922.67 cells.
    expect([isForPieces(rows(10_922)), isForPieces(rows(10_923)), bytesExpected(rows(0))]).toEqual([false, true, 0]);
  });
});
