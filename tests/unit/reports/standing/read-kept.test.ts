import { readKept, TOTAL_KEY, type KeepSpec } from '../../../../src/reports/standing/keep';
import { TypedCells } from '../../../../src/reports/standing/typed-cells';
import type { CellValue } from '../../../../src/workbook/cell-value';

const text = (zh: string) => ({ zh, en: `${zh}-en` });

const spec: KeepSpec = {
  heading: text('全部客户'),
  keyHeaders: [text('编号')],
  keyedBy: 'first',
  userColumns: [{ id: 'notes', header: text('备注') }],
  ourHeaders: [text('名称'), text('净额')],
  stops: [text('第二张表')],
  currentKeys: new Set(['C1', 'C2']),
};

const sheet = (): CellValue[][] => [
  ['客户等级'],
  ['编号', '名称', '净额', '备注'],
  ['C1', '东方', 70, '问价'],
  ['C2', '南海', 20, null],
  ['合计', null, 90, '合计的备注'],
  [],
];

const notesOf = (cells: CellValue[][], one: KeepSpec = spec) =>
  readKept(cells, one).notes.map(({ key, column, value }) => [key, column, value]);

const ALL = [
  ['C1', 'notes', '问价'],
  [TOTAL_KEY, 'notes', '合计的备注'],
];

describe('notes of a table, by the keys of its rows', () => {
  it('are found under their headers in either language, whatever stands above', () => {
    expect(notesOf(sheet())).toEqual(ALL);
    const english = sheet();
    english[1] = ['编号-en', '名称-en', '净额-en', '备注-en'];
    expect(notesOf([['她插入的一行'], [], ...english])).toEqual(ALL);
  });

  it('are found by the column whose cells are keys where the key’s header was deleted or renamed', () => {
    for (const header of [null, '我的编号']) {
      const cells = sheet();
      cells[1]![0] = header;
      expect(notesOf(cells).filter(([, column]) => column === 'notes')).toEqual(ALL);
    }
    // Two keys together are never guessed.
    const cells = sheet();
    cells[1]![0] = null;
    const both: KeepSpec = { ...spec, keyedBy: 'all', keyHeaders: [text('编号'), text('地区')] };
    expect(notesOf(cells, both)).toContainEqual(['', 'notes', '问价']);
  });

  it('end at the heading of what stands under the table, though rows like its own follow', () => {
    const cells = [...sheet(), ['第二张表'], ['C2', '别的', 1, '第二张表的备注']];
    expect(notesOf(cells)).toEqual(ALL);
    // A heading in a column of hers ends nothing.
    const hers = sheet();
    hers[2]![3] = '第二张表';
    expect(notesOf(hers)).toEqual([['C1', 'notes', '第二张表'], ALL[1]]);
  });

  it('know a key in full-width letters, with blanks around it or doubled within', () => {
    const cells = sheet();
    cells[2]![0] = ' Ｃ１ ';
    expect(notesOf(cells)).toEqual(ALL);
  });

  it('are of a column of hers too, under her header or none', () => {
    const cells = sheet();
    cells[1]!.push('电话');
    cells[2]!.push('13800000000', '没有表头的字');
    const { notes, ownColumns } = readKept(cells, spec);
    expect(ownColumns).toEqual(['电话', '自加列 1']);
    expect(
      notes.filter(({ isOwnColumn }) => isOwnColumn).map(({ key, column, value }) => [key, column, value]),
    ).toEqual([
      ['C1', '电话', '13800000000'],
      ['C1', '自加列 1', '没有表头的字'],
    ]);
  });

  it('with the typed cells known, take those alone, and leave below the table what has no row', () => {
    const cells = [...sheet(), [null, null, null, null, '表外的字']];
    cells[1]!.push('电话');
    cells[2]!.push('13800000000');
    const hers = [
      [1, 4],
      [2, 3],
      [2, 4],
      [6, 4],
    ] as const;
    const typed = new TypedCells(hers.map(([row, column]) => TypedCells.keyOf(row, column)));
    expect(readKept(cells, spec, typed).notes.map(({ key, value }) => [key, value])).toEqual([
      ['C1', '问价'],
      ['C1', '13800000000'],
    ]);
    expect(typed.left).toEqual([{ row: 6, column: 4 }]);
  });

  it('with the typed cells known, give a column under a header of ours no name of its own', () => {
    // She deleted what stood in a column of ours that this table no longer has, and typed one figure of hers there.
    const cells = sheet();
    cells[1]!.push('旧列');
    cells[2]!.push('她的数');
    const typed = new TypedCells([TypedCells.keyOf(2, 4)]);
    const { notes, ownColumns } = readKept(cells, spec, typed);
    expect([ownColumns, notes]).toEqual([[], []]);
    expect(typed.left).toEqual([{ row: 2, column: 4 }]);
  });

  it('never take a column of hers for the key, though every key stands in it', () => {
    const cells = sheet();
    cells[1]![0] = null;
    cells[2]![0] = null;
    cells[3]![0] = null;
    cells[2]![3] = 'C2';
    cells[3]![3] = 'C1';
    expect(notesOf(cells).slice(0, 2)).toEqual([
      ['', 'notes', 'C2'],
      ['', 'notes', 'C1'],
    ]);
  });

  it('begin under the header and end above the heading, whatever stands in those rows', () => {
    const cells: CellValue[][] = [
      ['第二张表', 'C1', null, null, '上面的字'],
      ['C1', 'C2', null, '上面的备注', '上面的字'],
      ...sheet().slice(1),
      ['第二张表', null, null, '下面的备注', '下面的字'],
      ['C2', '别的', 1, '第二张表的备注'],
    ];
    expect(notesOf(cells)).toEqual(ALL);
    expect(readKept(cells, spec).ownColumns).toEqual([]);
    // A table without rows has none.
    expect(notesOf([sheet()[1]!, ['第二张表'], ['C1', '别的', 1, '不是它的']])).toEqual([]);
    // Two headers make a table.
    expect(notesOf([['编号', '备注'], ['C1', '一']])).toEqual([['C1', 'notes', '一']]);
    expect(notesOf([['编号', '编号', '电话'], ['C1', null, '139']])).toEqual([]);
  }); // prettier-ignore

  it('go by the key alone where it is there, else by one column of keys, be it one key of one', () => {
    const names = sheet();
    names[2]![1] = 'C2';
    names[3]![1] = 'C1';
    expect(notesOf(names)).toEqual(ALL);
    // Of two columns with keys the one under the key's header, also where the other has more of them.
    names[2]![1] = 'C1';
    names[3]!.splice(0, 4, 'C9', 'C2', 20, '走了');
    expect(notesOf(names)).toEqual([ALL[0], ['C9', 'notes', '走了'], ALL[1]]);
    const bare = sheet().map((line, row) => (row === 1 ? [null, ...line.slice(1)] : line));
    const single: KeepSpec = { ...spec, keyedBy: 'all' };
    const ofUser = (one: KeepSpec, cells = bare) => notesOf(cells, one).filter(([, column]) => column === 'notes');
    expect(ofUser(single)).toEqual(ALL);
    expect(ofUser({ ...spec, keyHeaders: [text('编号'), text('地区')] })).toEqual(ALL);
    // The column of keys is told from the rows of the table, not from what stands above and below.
    const around: CellValue[][] = [
      [null, 'C1'],
      [null, 'C2'],
      ...bare.slice(1, 5),
      [null, '第二张表', 'C1'],
      [null, null, 'C1'],
    ];
    expect(ofUser(spec, around)).toEqual(ALL);
    const few: CellValue[][] = [
      [null, 'C1'],
      [null, null, '名称', '净额', '备注'],
      ['C1', 'C2', '东方', 1, '一'],
    ];
    expect(ofUser(spec, few)).toEqual([['C1', 'notes', '一']]);
    expect(ofUser(spec, [...few.slice(1), [null, 'C1', '第二张表']])).toEqual([['C1', 'notes', '一']]);
    const late: CellValue[][] = [
      [null, null, '名称', '净额', '备注'],
      [null, 'C2', '东方', 1, '一'],
      ['C1', null, '南海', 2, '二'],
    ];
    expect(ofUser(spec, late)).toEqual([
      ['', 'notes', '一'],
      ['C1', 'notes', '二'],
    ]);
  });

  it('name columns of hers from the left, those without a header by number', () => {
    const cells: CellValue[][] = [
      ['编号', '名称', null, '电话', null],
      ['C1', '东方', null, '139', '后'],
      ['C2', '南海', '前', null, null],
    ];
    expect(readKept(cells, spec).ownColumns).toEqual(['自加列 1', '电话', '自加列 2']);
    // A column without anything in it is nobody's.
    expect(
      readKept(
        [
          ['编号', null, '名称', '备注'],
          ['C1', null, '东方', '一'],
        ],
        spec,
      ).ownColumns,
    ).toEqual([]);
  });

  /** The columns of hers of a table whose fourth column she gave a header, or none; `places`: what is typed of it. */
  const ownOf = (column: CellValue[], ...places: number[]): unknown => {
    const cells: CellValue[][] = [
      ['编号', '名称', '净额', column[0]!],
      ['C1', '东方', 1, column[1]!],
      ['C2', '南海', 2, column[2]!],
      ['C3', '西岭', 3, column[3]!],
      ['第二张表', null, null, '别的表'],
    ];
    const typed = new TypedCells(places.map((row) => TypedCells.keyOf(row, 3)));
    const { ownColumns, notes } = readKept([['题目', null, null, '题旁'], ...cells], spec, typed);
    return [ownColumns, notes.map(({ value }) => value)];
  };

  it('with the typed cells known, are of no column of ours that she named anew: more in it is ours than hers', () => {
    expect(ownOf(['我的列', 5, null, null], 1)).toEqual([[], []]);
    expect(ownOf(['我的列', null, null, 5], 1)).toEqual([[], []]);
    expect(ownOf(['我的列', 5, 6, '她'], 1, 4)).toEqual([[], []]);
    expect(ownOf(['我的列', null, 6, '她'], 1, 4)).toEqual([['我的列'], ['她']]);
    expect(ownOf(['我的列', null, null, '她'], 1, 4)).toEqual([['我的列'], ['她']]);
    expect(ownOf(['我的列', '她', '他', 5], 1, 2, 3)).toEqual([['我的列'], ['她', '他']]);
  });

  it('with the typed cells known, are of a column without a header on the same terms, beside a key', () => {
    expect(ownOf([null, 5, 6, '她'], 4)).toEqual([[], []]);
    expect(ownOf([null, 5, null, '她'], 4)).toEqual([['自加列 1'], ['她']]);
    const cells: CellValue[][] = [['编号', '名称', '净额'], [null, '无编号', 1, null, '行外'], ['C1', '东方', 1, '行内']];
    const typed = new TypedCells([TypedCells.keyOf(1, 4), TypedCells.keyOf(2, 3)]);
    expect(readKept(cells, spec, typed).ownColumns).toEqual(['自加列 1']);
  }); // prettier-ignore
});
