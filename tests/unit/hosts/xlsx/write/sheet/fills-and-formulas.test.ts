import { CellGrid } from '../../../../../../src/hosts/xlsx/write/sheet/cell-grid';
import { NOTHING_KEPT } from '../../../../../../src/hosts/xlsx/write/sheet/kept-content';
import { writeSheet, type SheetContext } from '../../../../../../src/hosts/xlsx/write/sheet/sheet-xml';
import { emptyStylesheet, StyleBook } from '../../../../../../src/hosts/xlsx/write/styles/style-book';
import { TRANSITIONAL } from '../../../../../../src/hosts/xlsx/write/xml/dialect';
import type { CellBlock, PlanValue, SheetPlan } from '../../../../../../src/workbook/plan';
import type { CellStyle } from '../../../../../../src/workbook/style';
import { aSheetPlan } from '../plan-builder';
import { lookOf, lookReader, type Look } from '../styles/look-reader';
import { all, parse } from '../whole-package';

interface WrittenCell {
  readonly look: Look;
  readonly kind: string | undefined;
  readonly formula: string | undefined;
  readonly shows: string;
  readonly keepsBlanks: boolean;
}

/** Cells of a written sheet by address, read by a parser that is not ours. */
function cellsOf(plan: SheetPlan, kept: SheetContext['kept'] = NOTHING_KEPT): Record<string, WrittenCell> {
  const styles = new StyleBook(emptyStylesheet(TRANSITIONAL), 'styles');
  const relationships = { drawing: undefined, tables: [], printerSettings: undefined };
  const context = { dialect: TRANSITIONAL, styles, nameOfTarget: () => undefined, kept, relationships };
  const bytes = writeSheet(plan, new CellGrid(plan), context);
  const look = lookReader(styles.render());
  const cells: Record<string, WrittenCell> = {};
  for (const cell of all(parse(Buffer.from(bytes).toString()))) {
    if (cell.local !== 'c') continue;
    const within = [...all(cell)];
    const textOf = (name: string): string | undefined => within.find(({ local }) => local === name)?.text;
    cells[cell.attributes['r']!] = {
      look: look(Number(cell.attributes['s'])),
      kind: cell.attributes['t'],
      formula: textOf('f'),
      shows: textOf('v') ?? textOf('t') ?? '',
      keepsBlanks: within.some(({ attributes }) => attributes['xml:space'] === 'preserve'),
    };
  }
  return cells;
}
const block = (row: number, column: number, values: PlanValue[][], styles: CellStyle[] = []): CellBlock => ({
  row,
  column,
  values,
  styles,
});
const AMOUNT: CellStyle = { numberFormat: '0.00', bold: true };

describe('a fill of hers', () => {
  it('lies over the look of its cell, and of no other', () => {
    const plan = aSheetPlan({
      blocks: [
        block(1, 1, [[1, '=甲', null], [2, '乙', 3]], [AMOUNT, { fill: '#FFFFFF', italic: true }]),
        block(2, 4, [[5]]),
      ],
      fills: [{ row: 2, column: 2, color: '#FFFF00' }],
    }); // prettier-ignore
    const cells = cellsOf(plan);
    const looks = Object.fromEntries(Object.entries(cells).map(([address, { look }]) => [address, look]));
    const second = { fill: '#FFFFFF', italic: true };
    expect(looks).toEqual({
      B2: lookOf(AMOUNT),
      C2: lookOf(second, true),
      D2: lookOf({}),
      B3: lookOf(AMOUNT),
      C3: lookOf({ ...second, fill: '#FFFF00' }),
      D3: lookOf({}),
      E3: lookOf({}),
    });
    expect(['B3', 'C3', 'D3'].map((address) => cells[address]!.shows)).toEqual(['2', '乙', '3']);
  });

  it('may lie on several cells, formulas and texts that look like one among them', () => {
    const plan = aSheetPlan({
      blocks: [block(3, 1, [['=x', 7, 8]], [AMOUNT, AMOUNT])],
      fills: [1, 2, 3].map((column) => ({ row: 3, column, color: `#00000${column}` })),
      formulas: [{ row: 3, column: 2, formula: 'A1' }],
    });
    const cells = cellsOf(plan);
    expect(['B4', 'C4', 'D4'].map((address) => cells[address]!.look)).toEqual([
      lookOf({ ...AMOUNT, fill: '#000001' }, true),
      lookOf({ ...AMOUNT, fill: '#000002' }),
      lookOf({ fill: '#000003' }),
    ]);
  });
});

describe('a formula of ours', () => {
  it('stands in its cell with what it shows now and the look of its column, and in no other', () => {
    const plan = aSheetPlan({
      blocks: [block(1, 1, [[1, 2], [3, true], ['', '乙'], [null, false]], [AMOUNT])],
      formulas: [2, 3, 4].map((row) => ({ row, column: 2, formula: `F${row}` })),
    }); // prettier-ignore
    const cells = cellsOf(plan);
    expect(Object.entries(cells).map(([address, { kind, formula, shows }]) => [address, kind, formula, shows])).toEqual(
      [
        ['B2', undefined, undefined, '1'],
        ['C2', undefined, undefined, '2'],
        ['B3', undefined, undefined, '3'],
        ['C3', 'b', 'F2', '1'],
        ['B4', undefined, undefined, ''],
        ['C4', 'str', 'F3', '乙'],
        ['B5', undefined, undefined, ''],
        ['C5', 'b', 'F4', '0'],
      ],
    );
    expect([cells['B3']!.look, cells['C3']!.look]).toEqual([lookOf(AMOUNT), lookOf({})]);
  });

  it('is one like any other where it is the only one', () => {
    const of = (row: number, column: number): (string | undefined)[] => {
      const formulas = [{ row, column, formula: 'A9' }];
      const blocks = [block(1, 1, [[1, 2], [3, 4]], [AMOUNT, AMOUNT])]; // prettier-ignore
      const cells = cellsOf(aSheetPlan({ blocks, formulas }));
      return ['B2', 'C2', 'B3', 'C3'].map((address) => cells[address]!.formula);
    };
    expect(of(2, 1)).toEqual([undefined, undefined, 'A9', undefined]);
    expect(of(1, 2)).toEqual([undefined, 'A9', undefined, undefined]);
    expect(of(9, 9)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('blanks in a text', () => {
  it.each([' ', '  ', ' a', 'a ', 'a  b', 'a\nb', '\u00a0a', 'a\u00a0', '\u3000甲', '甲\u3000', '\ufeff甲', '甲 \u3000乙', '\ta'])('are kept: %j', (text) => {
    expect(cellsOf(aSheetPlan({ blocks: [block(0, 0, [[text]])] }))['A1']).toMatchObject({ shows: text, keepsBlanks: true });
  }); // prettier-ignore

  it.each(['a b', '甲 乙', 'a', '!', '~', '¡', '、', '\ufefe'])('need no care where none is at an end or doubled: %j', (text) => {
    expect(cellsOf(aSheetPlan({ blocks: [block(0, 0, [[text]])] }))['A1']).toMatchObject({ shows: text, keepsBlanks: false });
  }); // prettier-ignore
});

describe('a text that looks like a formula', () => {
  it('is marked as text in whatever column, beside one that does not', () => {
    const cells = cellsOf(aSheetPlan({ blocks: [block(0, 0, [['a', '=b'], ['=a', 'b'], ['-', "'"]], [AMOUNT, AMOUNT])] })); // prettier-ignore
    const quoted = Object.entries(cells).filter(([, { look }]) => look.isQuoted);
    expect(quoted.map(([address]) => address)).toEqual(['B1', 'A2', 'B3']);
  });
});
