import { compareWithRecord } from '../../../../src/reports/standing/compare-with-record';
import { TypedCells } from '../../../../src/reports/standing/typed-cells';
import {
  decodeRecord,
  encodeRecord,
  hashOf,
  recordOf,
  type WrittenRecord,
} from '../../../../src/reports/standing/written-record';
import type { CellValue } from '../../../../src/workbook/cell-value';
import type { PlanValue } from '../../../../src/workbook/plan';

const WRITTEN: readonly (readonly PlanValue[])[] = [
  ['客户等级'],
  ['编号', '名称', '净额', '等级', '备注'],
  ['C1', '东方饲料', 100.5, 'A', null],
  ['C2', '南山食品', 80, 'B', '她的备注'],
  ['C3', '西岭牧业', 60, 'B', null],
  ['C4', '北港贸易', 40, 'C', null],
  ['数据来源'],
];

/** As written, the notes of column E hers. */
const record: WrittenRecord = recordOf(
  {
    blocks: WRITTEN.map((line, row) => ({ row, column: 0, values: [line], styles: line.map(() => ({})) })),
    hers: [{ row: 2, column: 4, rows: 4, columns: 1 }],
    bodies: [{ row: 2, column: 0, rows: 4, columns: 5 }],
    anywhere: [],
    isLive: false,
    heights: [],
  },
  'first',
);

const standing = (): CellValue[][] => WRITTEN.map((line) => [...line]);

function typedIn(cells: readonly (readonly CellValue[])[]): CellValue[] {
  const { typed } = compareWithRecord(cells, decodeRecord(encodeRecord(record), 'first'));
  return new TypedCells(typed).left.map(({ row, column }) => cells[row]![column]!);
}

describe('what she typed, told from what was written', () => {
  it('is only her notes where nothing was touched', () => {
    expect(typedIn(standing())).toEqual(['她的备注']);
  });

  it('is a figure or a class typed over ours, also one that stands in other rows', () => {
    const cells = standing();
    cells[3]![2] = 81;
    cells[5]![3] = 'B';
    expect(typedIn(cells)).toEqual([81, '她的备注', 'B']);
  });

  it('is two classes that she put right crosswise', () => {
    const cells = standing();
    [cells[2]![3], cells[3]![3]] = ['B', 'A'];
    expect(typedIn(cells)).toEqual(['B', 'A', '她的备注']);
  });

  it('is found after sorting, inserting, deleting and moving columns', () => {
    const cells = standing();
    cells[4]![3] = '我看是A';
    const [title, header, first, second, third, , foot] = cells;
    const moved = [[], title!, header!, third!, second!, first!, foot!].map((line) => [
      null,
      ...line.slice(2),
      ...line.slice(0, 2),
    ]);
    expect(typedIn(moved)).toEqual(['我看是A', '她的备注']);
  });

  it('is nothing where some columns were sorted by themselves, or a title was cut and pasted', () => {
    const cells = standing();
    const names = [5, 4, 3, 2].map((row) => cells[row]![1]!);
    names.forEach((name, index) => (cells[index + 2]![1] = name));
    cells[0]![0] = null;
    cells[0]![3] = '客户等级';
    expect(typedIn(cells)).toEqual(['她的备注']);
  });

  it('counts numbers to twelve digits, and errors, days and flags as typing', () => {
    expect(hashOf(0.1 + 0.2)).toBe(hashOf(0.3));
    // Just below the half of the twelfth digit, and as LibreOffice saves it, with fifteen digits.
    expect(hashOf(0.8237309249454999)).toBe(hashOf(0.8237309249455));
    expect(hashOf(0.823730924945)).not.toBe(hashOf(0.823730924946));
    expect(hashOf(1_234_567)).toBe(hashOf('1234567'));
    const cells = standing();
    cells[2]![6] = { error: '#N/A' };
    cells[3]![6] = true;
    cells[4]![6] = 46_000;
    expect(typedIn(cells)).toEqual([{ error: '#N/A' }, '她的备注', true, 46_000]);
  });

  it('knows a sheet that only carries our title for one that is not ours', () => {
    const hers: CellValue[][] = [
      ['客户等级'],
      ...Array.from({ length: 40 }, (_, row) => [`K${row}`, `别的客户${row}`, row]),
    ];
    const { frame, all } = compareWithRecord(hers, record);
    expect(frame).toEqual({ found: 1, of: 7 });
    expect(all.found).toBeLessThan(0.2 * all.of);
  });
});

describe('what she typed on a sheet whose cells show what others have', () => {
  const clients = Array.from({ length: 300 }, (_, at): PlanValue[] => [
    `C${at + 1}`,
    `客户${at + 1}号`,
    at * 7.25 + 10,
  ]);
  const shows = (at: number): PlanValue[][] => [
    ['选择客户', clients[at]![0]!, null, '第几行', at + 1],
    ['名称', clients[at]![1]!, '净额', clients[at]![2]!],
  ];
  const written: readonly PlanValue[][] = [['客户卡片'], ...shows(0), [], ['编号', '名称', '净额'], ...clients];
  const live = recordOf(
    {
      blocks: written.map((line, row) => ({ row, column: 0, values: [line], styles: line.map(() => ({})) })),
      hers: [],
      bodies: [],
      anywhere: ['没有这个客户'],
      isLive: true,
      heights: [],
    },
    'live',
  );
  const typedOn = (cells: CellValue[][]): CellValue[] => {
    const { typed } = compareWithRecord(cells, decodeRecord(encodeRecord(live), 'live'));
    return new TypedCells(typed).left.map(({ row, column }) => cells[row]![column]!);
  };
  const asWritten = (): CellValue[][] => written.map((line) => [...line]);

  it('is nothing where another client was picked', () => {
    const cells = asWritten();
    cells.splice(1, 2, ...shows(41));
    expect(typedOn(cells)).toEqual([]);
  });

  it('is nothing where none was found', () => {
    const cells = asWritten();
    cells.splice(1, 2, ['选择客户', null, '没有这个客户', '第几行', 0], ['名称', '', '净额', '']);
    expect(typedOn(cells)).toEqual([]);
  });

  it('is a text whose hash is that of another cell', () => {
    const hashes = new Set(live.rows.flatMap((line) => [...line]));
    const text = Array.from({ length: 100_000 }, (_, at) => `注${at}`).find((one) => hashes.has(hashOf(one)))!;
    const whole = asWritten();
    whole[0]![1] = text;
    whole[9]![3] = text;
    expect(typedOn(whole)).toEqual([text, text]);
    // Also beside cells that show another client.
    const picked = asWritten();
    picked.splice(1, 2, ...shows(41));
    picked[2]![5] = text;
    expect(typedOn(picked)).toEqual([text]);
  });

  it('is a number that could be that of a row, and a name that stands elsewhere, beside what is as it was written', () => {
    const cells = asWritten();
    cells[7]![4] = 12;
    cells[8]![3] = '客户5号';
    expect(typedOn(cells)).toEqual([12, '客户5号']);
  });
});
