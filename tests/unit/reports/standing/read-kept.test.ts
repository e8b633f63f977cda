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
});
