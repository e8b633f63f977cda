import { normaliseKey, readKept, TOTAL_KEY, userValue, type KeepSpec } from '../../../../src/reports/standing/keep';
import { TypedCells } from '../../../../src/reports/standing/typed-cells';
import type { CellValue } from '../../../../src/workbook/cell-value';

const text = (zh: string) => ({ zh, en: `${zh}-en` });
const spec: KeepSpec = {
  heading: text('全部客户'),
  keyHeaders: [text('编号')],
  keyedBy: 'first',
  userColumns: [
    { id: 'notes', header: text('备注') },
    { id: 'next', header: text('下一步') },
  ],
  ourHeaders: [text('名称'), text('净额')],
  stops: [],
  currentKeys: new Set(['C1', 'C2']),
};
const FOOT: CellValue[] = ['所在表', '列', '对应', '内容'];
const foot = (...lines: CellValue[][]): CellValue[][] => [['已取消（保留）'], FOOT, ...lines];
const read = (cells: CellValue[][], typed?: TypedCells) => readKept(cells, spec, typed);
const brief = (cells: CellValue[][]): unknown =>
  read(cells).notes.map(({ key, column, isOwnColumn, value }) => [key, column, isOwnColumn, value]);

describe('the list of notes whose rows were gone', () => {
  it('gives each note back to its key and column, in either language; totals to the total', () => {
    const lines: CellValue[][] = [
      ['全部客户', '备注', 'C1', '一'],
      ['全部客户-en', '下一步-en', ' Ｃ２ ', 2],
      ['全部客户', '备注', '合计', '三'],
      ['全部客户', '备注', 'Total', '四'],
    ];
    expect(brief(foot(...lines))).toEqual([
      ['C1', 'notes', false, '一'],
      ['C2', 'next', false, 2],
      [TOTAL_KEY, 'notes', false, '三'],
      [TOTAL_KEY, 'notes', false, '四'],
    ]);
    const english: CellValue[][] = [
      ['Note', 'Belongs to', 'Column', 'In table'],
      ['一', 'C1', '备注', '全部客户'],
    ];
    expect(brief(english)).toEqual([['C1', 'notes', false, '一']]);
  });

  it('of another table, or without content, says nothing; it ends where the sources begin', () => {
    const lines: CellValue[][] = [
      ['别的表', '备注', 'C1', '一'],
      ['全部客户', '备注', 'C1', '  '],
      ['全部客户', '备注', 'C1', null],
      ['全部客户', '备注', 'C1', '二'],
      [null, '数据来源'],
      ['全部客户', '备注', 'C1', '三'],
    ];
    expect(brief(foot(...lines))).toEqual([['C1', 'notes', false, '二']]);
  });

  it('keeps columns of her own, each named once', () => {
    const lines: CellValue[][] = [
      ['全部客户', '电话', 'C1', '139'],
      ['全部客户', '电话', 'C2', '138'],
      ['全部客户', '生日', 'C2', '五月'],
    ];
    const { notes, ownColumns } = read(foot(...lines));
    expect(ownColumns).toEqual(['电话', '生日']);
    expect(notes.map(({ isOwnColumn, column }) => [isOwnColumn, column])).toEqual([
      [true, '电话'],
      [true, '电话'],
      [true, '生日'],
    ]);
  });

  it('is read where she deleted columns of it: without a column the first of hers, without a table this one', () => {
    const cut = (at: number): unknown =>
      brief(foot(['全部客户', '下一步', 'C1', '一']).map((line) => line.filter((_, column) => column !== at)));
    expect(cut(0)).toEqual([['C1', 'next', false, '一']]);
    expect(cut(1)).toEqual([['C1', 'notes', false, '一']]);
    expect(cut(2)).toEqual([['', 'next', false, '一']]);
    // Two headers are enough, the contents alone are not.
    expect(
      brief([
        ['对应', '内容'],
        ['C1', '一'],
      ]),
    ).toEqual([['C1', 'notes', false, '一']]);
    expect(brief([['内容'], ['一']])).toEqual([]);
    expect(brief([FOOT.slice(0, 3), ['全部客户', '备注', 'C1']])).toEqual([]);
  });

  it('is hers in its contents alone: what they belong to is neither kept nor told', () => {
    const cells = foot(['全部客户', '备注', 'C1', '一'], ['全部客户', '备注', 'C2', '我们的']);
    const typed = new TypedCells([0, 1, 2, 3].map((column) => TypedCells.keyOf(2, column)));
    expect(read(cells, typed).notes.map(({ value }) => value)).toEqual(['一']);
    expect(typed.left).toEqual([{ row: 2, column: 0 }]);
    const turned: CellValue[][] = [
      ['对应', '列', '内容', '所在表'],
      ['C1', '备注', '一', '全部客户'],
    ];
    const all = new TypedCells([0, 1, 2, 3].map((column) => TypedCells.keyOf(1, column)));
    expect(read(turned, all).notes).toHaveLength(1);
    expect(all.left).toEqual([{ row: 1, column: 3 }]);
  });
});

describe('columns and rows of hers', () => {
  const head: CellValue[] = ['编号', '名称', '备注'];

  it('under no header get numbers of their own, beside names that she gave', () => {
    const cells: CellValue[][] = [
      [...head, '自加列 1', null, null],
      ['C1', '东方', null, 'a', 'b', 'c'],
    ];
    expect(read(cells).ownColumns).toEqual(['自加列 1', '自加列 2', '自加列 3']);
    expect(brief(cells)).toEqual([
      ['C1', '自加列 1', true, 'a'],
      ['C1', '自加列 2', true, 'b'],
      ['C1', '自加列 3', true, 'c'],
    ]);
  });

  it('under no header are hers beside a key alone, where it is known what she typed', () => {
    const cells: CellValue[][] = [head, ['C1', '东方', null, '行内'], [null, null, null, null, '行外']];
    const typed = new TypedCells([TypedCells.keyOf(1, 3), TypedCells.keyOf(2, 4)]);
    expect(read(cells, typed).notes.map(({ key, column, value }) => [key, column, value])).toEqual([
      ['C1', '自加列 1', '行内'],
    ]);
    expect(read(cells, typed).ownColumns).toEqual(['自加列 1']);
    expect(typed.left).toEqual([{ row: 2, column: 4 }]);
  });

  it('need two known headers in a row; the row with most is the header; a header counts once', () => {
    expect(brief([['编号'], ['C1', '一']])).toEqual([]);
    expect(
      brief([
        ['编号', '编号'],
        ['C1', '一'],
      ]),
    ).toEqual([]);
    const cells: CellValue[][] = [['编号', '名称'], head, ['C1', '东方', '一']];
    expect(brief(cells)).toContainEqual(['C1', 'notes', false, '一']);
    // Of two rows with as many the first.
    expect(brief([head, ['C1', '东方', '一'], head, ['C2', '南海', '二']])).toHaveLength(3);
  });

  it('stand in the first column whose cells are keys most often', () => {
    const cells: CellValue[][] = [
      [null, null, '名称', '净额', '备注'],
      ['C1', 'C1', '东方', 1, '一'],
      ['x', 'C2', '南海', 2, '二'],
    ];
    expect((brief(cells) as unknown[][]).filter(([, column]) => column === 'notes')).toEqual([
      ['C1', 'notes', false, '一'],
      ['C2', 'notes', false, '二'],
    ]);
    const tie: CellValue[][] = [
      [null, null, '名称', '净额', '备注'],
      ['C1', 'C2', '东方', 1, '一'],
    ];
    expect((brief(tie) as unknown[][])[0]).toEqual(['C1', 'notes', false, '一']);
  });

  it('in a row of totals belong to the total, by a cell of ours alone', () => {
    expect(brief([head, ['Total', null, '一']])).toEqual([[TOTAL_KEY, 'notes', false, '一']]);
    expect(brief([head, ['C1', '合计', '一']])).toEqual([[TOTAL_KEY, 'notes', false, '一']]);
    expect(brief([head, ['C1', '东方', '合计']])).toEqual([['C1', 'notes', false, '合计']]);
  });

  it('with two keys together have both, an empty one too', () => {
    const both: KeepSpec = { ...spec, keyedBy: 'all', keyHeaders: [text('编号'), text('名称')] };
    const cells: CellValue[][] = [head, ['C1', '东方', '一'], [null, '南海', '二'], [null, null, '三']];
    expect(readKept(cells, both).notes.map(({ key }) => key)).toEqual(['C1 · 东方', ' · 南海', '']);
  });
});

describe('keys and what she typed', () => {
  it('are compared without width and blanks; a dash is no key', () => {
    expect([' Ａ  b ', '—', null, undefined, 7, true, { error: '#N/A' }].map(normaliseKey)).toEqual([
      'A b',
      '',
      '',
      '',
      '7',
      'true',
      '',
    ]);
    expect([null, undefined, '', ' ', 0, false, ' a ', { error: '#N/A' }].map(userValue)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      0,
      false,
      ' a ',
      '#N/A',
    ]);
  });
});
