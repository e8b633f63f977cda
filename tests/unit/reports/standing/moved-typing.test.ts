import {
  entriesOf,
  formulasOf,
  giveBackWhatIsGone,
  isSameEntry,
  KEPT_HEADERS,
  readKeptEntries,
  takeWhatStands,
} from '../../../../src/reports/standing/kept-notes';
import { TypedCells } from '../../../../src/reports/standing/typed-cells';
import type { CellValue } from '../../../../src/workbook/cell-value';
import type { SheetPlan } from '../../../../src/workbook/plan';
import { bareSheet } from '../../../support/bare-sheet';

const typedAt = (...places: readonly (readonly [number, number])[]): TypedCells =>
  new TypedCells(places.map(([row, column]) => TypedCells.keyOf(row, column)));
const DAY = '2026-06-30';

/** A plan whose block does not begin at the corner. */
const planOf = (rows: CellValue[][], row = 0, column = 0, isLive = false): SheetPlan => {
  const plan = bareSheet('x', 'x', rows);
  return {
    ...plan,
    blocks: plan.blocks.map((block) => ({ ...block, row, column })),
    ...(isLive && { formulas: [] }),
  };
};

describe('what she typed and the new sheet has all the same', () => {
  const CELLS: CellValue[][] = [
    ['参数', '值'],
    ['高价值占比', 0.75, '她的备注'],
  ];

  it('is hers in the cell where it stands now: the same column of a row with the same words', () => {
    const typed = typedAt([1, 1]);
    const places = takeWhatStands(
      CELLS,
      typed,
      planOf([
        ['参数', '值'],
        [null, null],
        ['高价值占比', 0.75],
      ]),
    );
    expect(places).toEqual([{ row: 2, column: 1, rows: 1, columns: 1 }]);
    expect(typed.left).toEqual([]);
    // A block further down and to the right: rows and columns count from the sheet's corner.
    const shifted = typedAt([1, 2]);
    const moved: CellValue[][] = [[], [null, '高价值占比', 0.75]];
    expect(takeWhatStands(moved, shifted, planOf([['高价值占比', 0.75]], 5, 1))).toEqual([
      { row: 5, column: 2, rows: 1, columns: 1 },
    ]);
  });

  it.each([
    ['another value', [['高价值占比', 0.7]]],
    ['an empty cell', [['高价值占比', null]]],
    ['the value in another column', [['高价值占比', null, 0.75]]],
    ['the value beside other words', [['另一个', 0.75]]],
    ['no cell there', [['高价值占比']]],
  ])('is not where there stands %s', (_, rows) => {
    const typed = typedAt([1, 1]);
    expect(takeWhatStands(CELLS, typed, planOf(rows as CellValue[][]))).toEqual([]);
    expect(typed.left).toEqual([{ row: 1, column: 1 }]);
  });

  it('is told by words of ours alone, of two letters and more, and by any row that has them', () => {
    const cells: CellValue[][] = [['甲', '她的', 5]];
    expect(takeWhatStands(cells, typedAt([0, 1], [0, 2]), planOf([['甲', '她的', 5]]))).toEqual([]);
    const rows: CellValue[][] = [
      ['东方', 1],
      ['东方', 5],
    ];
    expect(takeWhatStands([['东方', 5]], typedAt([0, 1]), planOf(rows))).toEqual([
      { row: 1, column: 1, rows: 1, columns: 1 },
    ]);
    expect(takeWhatStands([['东方', 1]], typedAt([0, 1]), planOf(rows))).toEqual([
      { row: 0, column: 1, rows: 1, columns: 1 },
    ]);
    expect(takeWhatStands([['东方', 'Ja']], typedAt([0, 1]), planOf([['东方', 'JA ']]))).toHaveLength(1);
  });

  it('on a sheet that answers by formulas may be a part of what stands, and marks nothing as hers', () => {
    const cells: CellValue[][] = [['客户', '东方']];
    const typed = typedAt([0, 1]);
    expect(takeWhatStands(cells, typed, planOf([['客户', '东方饲料']], 0, 0, true))).toEqual([]);
    expect(typed.left).toEqual([]);
    const other = typedAt([0, 1]);
    takeWhatStands(cells, other, planOf([['客户', '东方饲料']]));
    expect(other.left).toHaveLength(1);
    // Part of nothing is nothing: no word stands where no cell is written.
    const beyond = typedAt([0, 1]);
    takeWhatStands([['客户', 'fine']], beyond, planOf([['客户']], 0, 0, true));
    expect(beyond.left).toHaveLength(1);
  });
});

describe('the last net', () => {
  it('gives back what was taken and stands nowhere in the new sheet, alone or joined to another', () => {
    const cells: CellValue[][] = [['甲', '乙', '丙', '丁; 戊', 7, '丁; 己']];
    const typed = typedAt([0, 0], [0, 1], [0, 2], [0, 3], [0, 4], [0, 5]);
    for (let column = 0; column < 6; column++) typed.take(0, column);
    giveBackWhatIsGone(
      cells,
      typed,
      planOf([
        ['甲', 'x; 乙 ; y', '戊'],
        ['丁', '7'],
      ]),
    );
    expect(typed.left).toEqual([
      { row: 0, column: 2 },
      { row: 0, column: 5 },
    ]);
  });
});

describe('lines for 留言', () => {
  const CELLS: CellValue[][] = [
    ['客户等级', null, null, null],
    ['编号', '名称', '备注', ''],
    ['C1', '东方', '她的字', '旁边的字'],
    ['表头', 7, '又一行', '五'],
    [' C2 ', 5, 8, true],
  ];

  it('name the nearest header above: words in a row of three words and no figure; else the address', () => {
    const typed = typedAt([2, 2], [2, 3], [4, 2], [4, 1]);
    expect(entriesOf(CELLS, typed, DAY, '等级').map(({ column, key, content }) => [column, key, content])).toEqual([
      ['备注', 'C1', '她的字'],
      ['D3', 'C1', '旁边的字'],
      // The row above has a figure, the one above that is words: its header is hers.
      ['东方', 'C2', 5],
      ['她的字', 'C2', 8],
    ]);
    expect(entriesOf(CELLS, typedAt([0, 0]), DAY, '等级')).toEqual([
      { day: DAY, sheet: '等级', column: 'A1', key: '', content: '客户等级' },
    ]);
  });

  it('tell a row by its first words of ours, of at most 80 characters; an empty cell is no line', () => {
    const cells: CellValue[][] = [[null, '她的名字', '字'.repeat(81), '内容', '']];
    const typed = typedAt([0, 1], [0, 3], [0, 4]);
    expect(entriesOf(cells, typed, DAY, 'x').map(({ key }) => key)).toEqual(['字'.repeat(80), '字'.repeat(80)]);
  });

  it('have formulas word for word; of a live sheet only in cells of hers', () => {
    const formulas = [
      { row: 2, column: 2, formula: '=A1' },
      { row: 2, column: 3, formula: '=B1' },
    ];
    const sheet = { cells: CELLS, formulas };
    const of = (isLive: boolean, typed?: TypedCells): unknown =>
      formulasOf(sheet, typed, isLive, DAY, '等级').map(({ column, key, content }) => [column, key, content]);
    expect(of(false)).toEqual([
      ['备注', 'C1', '=A1'],
      ['D3', 'C1', '=B1'],
    ]);
    expect(of(true, typedAt([2, 3]))).toEqual([['D3', 'C1', '=B1']]);
    expect(of(true)).toEqual([]);
    expect(formulasOf({ cells: CELLS }, undefined, false, DAY, '等级')).toEqual([]);
    expect(formulasOf(sheet, undefined, false, DAY, '等级')[0]).toEqual({
      day: DAY,
      sheet: '等级',
      column: '备注',
      key: 'C1',
      content: '=A1',
    });
  });

  it('are the same where content, sheet, column and row are', () => {
    const one = { day: DAY, sheet: 's', column: 'c', key: 'k', content: 'x' };
    expect(isSameEntry(one, { ...one, day: '2026-07-31' })).toBe(true);
    for (const field of ['sheet', 'column', 'key', 'content'] as const)
      expect(isSameEntry(one, { ...one, [field]: 'other' })).toBe(false);
  });

  it('are read back under English headers in any order, only what she typed, without errors of ours', () => {
    const headers = [...Object.values(KEPT_HEADERS)].reverse().map(({ en }) => en as string);
    const cells: CellValue[][] = [
      ['Kept notes'],
      headers,
      ['她的字', 'C1', '备注', '客户等级', DAY],
      ['我们的', 'C2', '备注', '客户等级', DAY],
      [7],
    ];
    const typed = typedAt([2, 0], [2, 1], [4, 0]);
    expect(readKeptEntries(cells, typed)).toEqual([
      { day: DAY, sheet: '客户等级', column: '备注', key: 'C1', content: '她的字' },
      { day: '', sheet: '', column: '', key: '', content: 7 },
    ]);
    expect(typed.left).toEqual([]);
    // Without the column of contents there is nothing to read.
    expect(readKeptEntries([headers.slice(1), ['C1', '备注', '等级', DAY]], typedAt([1, 0]))).toEqual([]);
  });
});
