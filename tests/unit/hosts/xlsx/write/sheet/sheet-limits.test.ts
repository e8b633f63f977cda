import { CellGrid, cutText } from '../../../../../../src/hosts/xlsx/write/sheet/cell-grid';
import { widthOf, writeColumns } from '../../../../../../src/hosts/xlsx/write/sheet/column-widths';
import {
  keptContentOf,
  relationshipIdsIn,
  withoutRows,
} from '../../../../../../src/hosts/xlsx/write/sheet/kept-content';
import { writePrintSetup } from '../../../../../../src/hosts/xlsx/write/sheet/print-setup';
import { bytesExpected } from '../../../../../../src/hosts/xlsx/write/sheet/sheet-xml';
import { tableRangeOf } from '../../../../../../src/hosts/xlsx/write/sheet/table-xml';
import { writeValidations } from '../../../../../../src/hosts/xlsx/write/sheet/validations';
import { patchAppProperties } from '../../../../../../src/hosts/xlsx/write/app-properties';
import { sourceOfRelationships, targetOf } from '../../../../../../src/hosts/xlsx/write/part-names';
import { parseXml } from '../../../../../../src/hosts/xlsx/write/xml/xml-tree';
import { MAX_COLUMNS, MAX_ROWS } from '../../../../../../src/workbook/address';
import type { PlanValue, SheetPlan, ValidationPlan } from '../../../../../../src/workbook/plan';
import { aSheetPlan } from '../plan-builder';

const block = (row: number, column: number, values: PlanValue[][]) => ({
  row,
  column,
  values,
  styles: [{ bold: true }],
});
const gridOf = (...blocks: ReturnType<typeof block>[]): CellGrid => new CellGrid(aSheetPlan({ blocks }));

describe('the cells of a plan', () => {
  it('are known by row and column, from several blocks in one row', () => {
    const grid = gridOf(block(1, 3, [['c', 'd']]), block(1, 0, [['a'], []]), block(4, 1, [[7]]));
    expect(grid.extent).toEqual({ rows: 5, columns: 5 });
    expect(grid.blocksAt(1).map(({ column }) => column)).toEqual([0, 3]);
    expect(grid.blocksAt(2)).toEqual([]);
    expect([0, 1, 2, 3, 4, 5].map((column) => grid.cellAt(1, column)?.value)).toEqual([
      'a',
      undefined,
      undefined,
      'c',
      'd',
      undefined,
    ]);
    expect([grid.cellAt(1, 3)?.style, grid.cellAt(1, 4)?.style]).toEqual([{ bold: true }, {}]);
    expect(grid.cellsIn({ row: 0, column: 3, rows: 2, columns: 2 }).map((cell) => cell?.value)).toEqual([
      undefined,
      undefined,
      'c',
      'd',
    ]);
    expect([grid.cellAt(1, 2), grid.cellAt(1, 5), grid.cellAt(0, 0)]).toEqual([undefined, undefined, undefined]);
    expect(gridOf(block(0, 0, [['a']]), block(0, 1, [['b']])).cellAt(0, 1)?.value).toBe('b');
    expect(gridOf().extent).toEqual({ rows: 0, columns: 0 });
    grid.putColumn(9, ['x', 'y']);
    expect([grid.extent, grid.cellAt(1, 9)?.value]).toEqual([{ rows: 5, columns: 10 }, 'y']);
  });

  it('end where a sheet ends, and no two blocks write one', () => {
    expect(() => gridOf(block(MAX_ROWS - 1, MAX_COLUMNS - 1, [['x']]))).not.toThrow();
    expect(() => gridOf(block(MAX_ROWS, 0, [['x']]))).toThrow('no cell');
    expect(() => gridOf(block(0, MAX_COLUMNS - 1, [['x', 'y']]))).toThrow('no cell');
    expect(() => gridOf(block(MAX_ROWS, 0, [[]]))).not.toThrow();
    expect(() => gridOf(block(0, 0, [['a', 'b']]), block(0, 2, [['c']]))).not.toThrow();
    expect(() => gridOf(block(0, 0, [['a', 'b']]), block(0, 1, [['c']]))).toThrow('two blocks write B1');
    expect(() => gridOf(block(0, 0, [[Number.NaN]])).cellAt(0, 0)).toThrow('A1 would hold NaN');
  });

  it('are text where they head a column of a table, several in a row among them, and nowhere else', () => {
    const table = (column: number, columns: number) => ({
      ...{ name: `T${column}`, hasFilter: true, style: 'x' },
      range: { row: 1, column, rows: 2, columns },
    });
    const blocks = [block(0, 0, [[1, 2, 3, 4, 5], [2021, 2022, 2023, 2024, 2025], [1, 2, 3, 4, 5]])]; // prettier-ignore
    const grid = new CellGrid(aSheetPlan({ blocks, tables: [table(0, 2), table(3, 1)] }));
    const rows = [0, 1, 2].map((row) => [0, 1, 2, 3, 4].map((column) => grid.cellAt(row, column)!.value));
    expect(rows).toEqual([[1, 2, 3, 4, 5], ['2021', '2022', 2023, '2024', 2025], [1, 2, 3, 4, 5]]); // prettier-ignore
  });

  it('hold text up to its limit, cut between characters', () => {
    expect(['abc', 'abcd', 'abcde'].map((text) => cutText(text, 4))).toEqual(['abc', 'abcd', 'abc…']);
    expect(cutText('ab😀d', 4)).toBe('ab…');
    expect(cutText('x'.repeat(32_767))).toHaveLength(32_767);
    expect(cutText('x'.repeat(32_768))).toBe(`${'x'.repeat(32_766)}…`);
  });

  it('under the header of a table may be one blank row, where nothing stands', () => {
    const table = { name: 'T', range: { row: 0, column: 0, rows: 1, columns: 2 }, hasFilter: true, style: 'x' };
    const under = (...values: PlanValue[][]): unknown =>
      tableRangeOf(table, gridOf(block(0, 0, [['a', 'b'], ...values])));
    expect([under(), under([null, ''])]).toEqual([
      { ...table.range, rows: 2 },
      { ...table.range, rows: 2 },
    ]);
    expect(() => under([null, 'x'])).toThrow('something else under its header');
    const two = { ...table, range: { ...table.range, rows: 2 } };
    expect(
      tableRangeOf(
        two,
        gridOf(
          block(0, 0, [
            ['a', 'b'],
            ['x', 'y'],
          ]),
        ),
      ),
    ).toBe(two.range);
    expect(bytesExpected(aSheetPlan({ blocks: [block(0, 0, [['a', 'b'], ['c']])] }))).toBe(3 * 96);
  });
});

describe('columns of a sheet', () => {
  it('are as wide in pixels whatever font the workbook counts in, up to 255', () => {
    // 10 characters of 7.2 pixels and 5: 77 pixels. Digits of 11 points are 7 pixels wide, of 10 points 7, of 20 points 14.
    expect([widthOf(10, 11), widthOf(10, 20), widthOf(10, 10)]).toEqual([11, 5.5, 11]);
    expect(widthOf(1, 1)).toBe(12.19921875);
    expect([widthOf(247, 11), widthOf(400, 11)]).toEqual([254.76953125, 255]);
  });

  const columns = (widths: number[], hidden: number[] = [], outline?: SheetPlan['columnOutline']): string[] =>
    [...writeColumns(widths, hidden, 11, outline).matchAll(/<col ([^>]*)\/>/g)].map(([, all]) =>
      all!.replace(/"/g, ''),
    );

  it('go together where they are equal; a width of nought is hidden', () => {
    expect(columns([10, 10, 0, 10])).toEqual([
      'min=1 max=2 width=11 customWidth=1',
      'min=3 max=3 width=0.71484375 hidden=1 customWidth=1',
      'min=4 max=4 width=11 customWidth=1',
    ]);
    expect(columns([10], [5])).toEqual([
      'min=1 max=1 width=11 customWidth=1',
      'min=6 max=6 width=0 hidden=1 customWidth=1',
    ]);
    expect(writeColumns([], [], 11)).toBe('');
  });

  it('behind an outline are closed; the one at its right carries the mark, though it has no width', () => {
    const outline = { column: 1, columns: 2 };
    expect(columns([10, 10, 10, 10, 10], [], outline)).toEqual([
      'min=1 max=1 width=11 customWidth=1',
      'min=2 max=3 width=11 hidden=1 customWidth=1 outlineLevel=1',
      'min=4 max=4 width=11 customWidth=1 collapsed=1',
      'min=5 max=5 width=11 customWidth=1',
    ]);
    expect(columns([10, 10, 10], [], outline).at(-1)).toBe('min=4 max=4 width=9 collapsed=1');
    expect(columns([10, 10], [], outline)).toHaveLength(2);
  });
});

describe('what may be typed', () => {
  const range = { row: 0, column: 0, rows: 1, columns: 1 };
  const written = (
    validations: ValidationPlan[],
    widths: number[] = [],
  ): { xml: string; hiddenColumns: readonly number[] } => {
    const plan = aSheetPlan({ validations, columnWidths: widths, blocks: [block(0, 0, [['a', 'b', 'c']])] });
    return writeValidations(plan, new CellGrid(plan));
  };
  const list = (...options: string[]): ValidationPlan => ({ kind: 'list', range, options });

  it('stands in the rule while it fits, quotes doubled, else two columns right of everything', () => {
    expect(written([list('a"b', 'c')]).xml).toContain('<formula1>"a""b,c"</formula1>');
    expect(written([list('x'.repeat(255))]).hiddenColumns).toEqual([]);
    expect(written([list('x'.repeat(256))]).hiddenColumns).toEqual([5]);
    for (const option of ['a,b', ' a', 'a ', '=a']) expect(written([list(option)]).hiddenColumns).toEqual([5]);
    expect(written([list(' a')], [1, 1, 1, 1, 1, 1]).hiddenColumns).toEqual([8]);
    const two = written([list(' a'), list(' b', 'c'), list(' a')]);
    expect(two.hiddenColumns).toEqual([5, 6]);
    expect([...two.xml.matchAll(/<formula1>([^<]*)</g)].map(([, formula]) => formula)).toEqual([
      '$F$1',
      '$G$1:$G$2',
      '$F$1',
    ]);
    expect(() => written([list()])).toThrow('a list without options');
    expect(written([]).xml).toBe('');
  });

  it('says what is wrong, and beforehand what is wanted, but of a list', () => {
    const attributesOf = (validation: object): string =>
      /<dataValidation ([^>]*)>/.exec(written([{ range, ...validation } as ValidationPlan]).xml)![1]!;
    const end = 'sqref="A1"';
    expect(attributesOf({ kind: 'number', min: 0, max: 1, whole: true, message: '整数' })).toBe(
      `type="whole" allowBlank="1" showInputMessage="1" showErrorMessage="1" error="整数" prompt="整数" ${end}`,
    );
    expect(attributesOf({ kind: 'list', options: ['a'], message: '选' })).toBe(
      `type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" error="选" ${end}`,
    );
    expect(attributesOf({ kind: 'list', options: ['a'], allowsOther: true })).toContain('showErrorMessage="0"');
    expect(attributesOf({ kind: 'listOf', source: range, allowsOther: true })).toContain('showErrorMessage="0"');
    expect(attributesOf({ kind: 'day' })).toBe(
      `type="date" operator="greaterThanOrEqual" allowBlank="1" showInputMessage="1" showErrorMessage="1" ${end}`,
    );
    const long = attributesOf({ kind: 'number', min: 0, max: 1, whole: false, message: '字'.repeat(300) });
    expect([/error="([^"]*)"/.exec(long)![1]!.length, /prompt="([^"]*)"/.exec(long)![1]!.length]).toEqual([225, 255]);
  });
});

describe('the page in a file', () => {
  const setup = (changes: Partial<SheetPlan['print']>): string =>
    writePrintSetup({ ...aSheetPlan().print, ...changes }, undefined);

  it('fits pages in width, numbers sheets by themselves, and has no header that is empty', () => {
    expect(setup({})).toBe(
      '<pageMargins left="0.4" right="0.4" top="0.4" bottom="0.6" header="0.3" footer="0.3"/>' +
        '<pageSetup paperSize="9" fitToHeight="0" orientation="portrait"/>',
    );
    expect(setup({ pagesWide: 3, pagesHigh: 2, pageNumber: '{sheet} {page}' })).toContain(
      '<pageSetup paperSize="9" fitToWidth="3" fitToHeight="2" firstPageNumber="1" useFirstPageNumber="1" orientation="portrait"/>' +
        '<headerFooter><oddFooter>&amp;R&amp;A &amp;P</oddFooter></headerFooter>',
    );
    expect(setup({ footer: 'x' })).toContain('<headerFooter><oddFooter>&amp;Lx</oddFooter></headerFooter>');
    expect(setup({ header: 'x' })).toContain('<headerFooter><oddHeader>&amp;Cx</oddHeader></headerFooter>');
  });

  it('cuts header and footer at what Excel takes: 255 with their codes', () => {
    const textIn = (xml: string, name: string): string =>
      new RegExp(`<${name}>(.*)</${name}>`).exec(xml)![1]!.replace(/&amp;/g, '&');
    expect(textIn(setup({ header: 'x'.repeat(253) }), 'oddHeader')).toBe(`&C${'x'.repeat(253)}`);
    expect(textIn(setup({ header: 'x'.repeat(254) }), 'oddHeader')).toBe(`&C${'x'.repeat(252)}…`);
    const footer = textIn(setup({ footer: 'x'.repeat(300), pageNumber: '{page}' }), 'oddFooter');
    expect(footer).toBe(`&L${'x'.repeat(248)}…&R&P`);
    expect(textIn(setup({ pageNumber: 'y'.repeat(41) }), 'oddFooter')).toBe(`&R${'y'.repeat(39)}…`);
  });
});

describe('what is kept of a sheet', () => {
  it('is looked for in all of it but its rows', () => {
    for (const start of ['<sheetData>', '<sheetData >', '<sheetData x="1">'])
      expect(withoutRows(`<a>${start}<row/></sheetData><b/></a>`)).toBe('<a><sheetData/><b/></a>');
    expect(withoutRows('<a><x:sheetData><row/></x:sheetData></a>')).toBe('<a><x:sheetData/></a>');
    expect(withoutRows('<a><sheetData/><b/></a>')).toBe('<a><sheetData/><b/></a>');
  });

  it('are her view, her code name, and extensions that are not ours', () => {
    const text =
      '<worksheet><sheetPr codeName="Tab1"/><sheetViews><sheetView zoomScale="80" tabSelected="1" showGridLines="0"/></sheetViews>' +
      '<legacyDrawing id="x"/><extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"/>' +
      '<ext uri="{78c0d931-6437-407d-a8ee-f0aad7539e65}"/></extLst></worksheet>';
    expect(keptContentOf(parseXml(text, 'x'), text)).toEqual({
      codeName: 'Tab1',
      view: ' tabSelected="1" zoomScale="80"',
      elements: { legacyDrawing: '<legacyDrawing id="x"/>' },
      extensions: ['<ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"/>'],
    });
    const bare = '<worksheet/>';
    expect(keptContentOf(parseXml(bare, 'x'), bare)).toEqual({
      codeName: undefined,
      view: '',
      elements: {},
      extensions: [],
    });
    expect(relationshipIdsIn('<a r:id="rId1" b:embed=\'rId2\' r:other="x" id="y"/>')).toEqual(['rId1', 'rId2']);
  });
});

describe('names of parts', () => {
  it('are relative where one points at another', () => {
    expect(targetOf('xl/worksheets/sheet1.xml', 'xl/tables/table1.xml')).toBe('../tables/table1.xml');
    expect(targetOf('xl/workbook.xml', 'xl/worksheets/sheet1.xml')).toBe('worksheets/sheet1.xml');
    expect(targetOf('xl/a/b.xml', 'xl/a/c.xml')).toBe('c.xml');
    expect(targetOf('xl/a/b.xml', 'd.xml')).toBe('../../d.xml');
    expect(targetOf('xl/a/b.xml', 'xl/a')).toBe('../a');
    expect(['xl/_rels/workbook.xml.rels', '_rels/.rels', 'xl/workbook.xml'].map(sourceOfRelationships)).toEqual([
      'xl/workbook.xml',
      '',
      undefined,
    ]);
  });

  it('of sheets stand in the properties, new ones behind the old', () => {
    const properties = (sheets: string[], others: string[], count = sheets.length): string =>
      `<Properties><HeadingPairs><vt:vector><vt:i4>${count}</vt:i4></vt:vector></HeadingPairs>` +
      `<TitlesOfParts><vt:vector size="${sheets.length + others.length}">` +
      `${[...sheets, ...others].map((name) => `<vt:lpstr>${name}</vt:lpstr>`).join('')}</vt:vector></TitlesOfParts></Properties>`;
    const patch = (text: string, added: string[], present = ['a', 'b']): string =>
      patchAppProperties(text, 'app', present, added);
    expect(patch(properties(['a', 'b'], ['name']), ['c&d'])).toBe(properties(['a', 'b', 'c&amp;d'], ['name']));
    for (const left of [
      properties([], ['name']),
      properties(['a', 'x'], []),
      properties(['a'], [], 2),
      '<Properties/>',
    ])
      expect(patch(left, ['c'])).toBe(left);
    const same = properties(['a'], []);
    expect(patch(same, [])).toBe(same);
  });
});
