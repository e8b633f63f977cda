import type { KeyedTable } from '../../../../src/reports/layout/sheet-draft';
import { keepLooks, type KeptLooks } from '../../../../src/reports/standing/kept-looks';
import type { CellValue } from '../../../../src/workbook/cell-value';
import type { SheetLooks } from '../../../../src/workbook/workbook-host';
import { bareSheet } from '../../../support/bare-sheet';

/** A title, a list by code, and a second list of the same clients below it. */
const SHEET: CellValue[][] = [
  ['客户等级'],
  ['编号', '名称', '净额', '备注'],
  ['C1', '东方', 70, null],
  ['C2', '南海', 20, null],
  ['合计', null, 90, null],
  [],
  ['客户', '占比', '累计'],
  ['C1', 0.7, 0.7],
  ['C2', 0.2, 0.9],
];
const list = (headerRow: number, rows: number, keyColumns: readonly number[]): KeyedTable => ({
  headerRow,
  rows,
  keyedBy: 'first',
  keyColumns,
  userColumns: [],
  ourColumns: [],
});
const KEYED = [list(1, 2, [0]), list(6, 2, [0])];
const YELLOW = '#FFFF00';
const fill = (row: number, column: number, color = YELLOW) => ({ row, column, color });

/** What becomes of looks of a sheet of now when `then` is written. */
function kept(
  now: CellValue[][],
  looks: Partial<SheetLooks>,
  then = SHEET,
  heights: readonly number[] = [16],
): KeptLooks {
  return keepLooks(bareSheet('x', '等级', then), KEYED, now, { fills: [], heights: [], ...looks }, heights);
}
const places = ({ plan }: KeptLooks) => plan.fills?.map(({ row, column }) => [row, column]);

describe('fills of hers', () => {
  it('stay where nothing moved: title, first column, last column, totals', () => {
    const all = [fill(0, 0), fill(1, 0), fill(2, 0), fill(3, 3), fill(4, 2)];
    const result = kept(SHEET, { fills: all });
    expect([places(result), result.gone]).toEqual([all.map(({ row, column }) => [row, column]), 0]);
    expect(result.plan.fingerprint).toMatch(/^[0-9a-f]{14}$/);
  });

  it('follow the key of their row and the header of their column, each list by itself', () => {
    const sorted = [
      SHEET[0]!,
      ['名称', '编号', '净额', '备注'],
      ['南海', 'C2', 20],
      ['东方', 'C1', 70],
      ...SHEET.slice(4),
    ];
    const result = kept(sorted, { fills: [fill(2, 0), fill(3, 1), fill(8, 1)] });
    // The name of C2, the code of C1, and the share of C2 in the second list.
    expect([places(result), result.gone]).toEqual([
      [
        [2, 0],
        [3, 1],
        [8, 1],
      ],
      0,
    ]);
  });

  it('are counted as gone where the row or the column is gone, or nothing is written', () => {
    const more = [...SHEET.slice(0, 4), ['C3', '西岭', 1, null], ...SHEET.slice(4)];
    const wider = SHEET.map((line, row) => (row === 1 ? [...line, '我的列'] : row === 2 ? [...line, '她的'] : line));
    expect(kept(more, { fills: [fill(4, 1)] })).toMatchObject({ gone: 1 });
    expect(kept(wider, { fills: [fill(2, 4)] })).toMatchObject({ gone: 1 });
    const beyond = kept(SHEET, { fills: [fill(0, 9)] });
    expect([places(beyond), beyond.gone]).toEqual([undefined, 1]);
  });

  it('are not those in a colour of ours', () => {
    const result = kept(SHEET, { fills: [fill(2, 3, '#FFFBE6'), fill(1, 0, '#E4EBF3'), fill(4, 0, '#F9D9D4')] });
    expect([places(result), result.gone]).toEqual([undefined, 0]);
    expect(result.plan).toEqual(bareSheet('x', '等级', SHEET));
  });

  it('go by the first words of a row, and by place in it, where the headers are in the other language', () => {
    const english = SHEET.map((line, row) =>
      row === 1 ? ['Code', 'Client', 'Net', 'Notes'] : row === 6 ? ['Customer', 'Share', 'Sum'] : line,
    );
    const result = kept(english, { fills: [fill(3, 1), fill(8, 2)] });
    expect([places(result), result.gone]).toEqual([
      [
        [3, 1],
        [8, 2],
      ],
      0,
    ]);
  });
});

describe('heights of hers', () => {
  const heightsOf = (points: number, written?: readonly number[]) =>
    kept([SHEET[0]!, [], ...SHEET.slice(1)], { heights: [{ row: 4, points }] }, SHEET, written).plan.rowHeights;

  it('follow the key, unless we gave such a height to any row, as a screen rounds it', () => {
    expect(heightsOf(40, [16, 22.5])).toEqual([{ row: 3, points: 40 }]);
    expect([heightsOf(22.5, [16, 22.5]), heightsOf(23.25, [16, 22.5]), heightsOf(15, [16])]).toEqual([[], [], []]);
    expect(heightsOf(23.75, [16, 22.5])).toEqual([{ row: 3, points: 23.75 }]);
  });

  it('are not told from ours where no record says which we gave', () => {
    const looks = { fills: [], heights: [{ row: 3, points: 40 }] };
    expect(keepLooks(bareSheet('x', '等级', SHEET), KEYED, SHEET, looks, undefined)).toMatchObject({
      plan: { rowHeights: [] },
      gone: 0,
    });
  });

  it('take the place of ours, and count as gone with their row', () => {
    const plan = {
      ...bareSheet('x', '等级', SHEET),
      rowHeights: [
        { row: 1, points: 24 },
        { row: 2, points: 30 },
      ],
    };
    const looks = {
      fills: [],
      heights: [
        { row: 2, points: 60 },
        { row: 20, points: 70 },
      ],
    };
    const result = keepLooks(
      plan,
      KEYED,
      [...SHEET, ...Array.from({ length: 11 }, () => []), ['别的']],
      looks,
      [24, 30],
    );
    expect(result.plan.rowHeights).toEqual([
      { row: 1, points: 24 },
      { row: 2, points: 60 },
    ]);
    expect(result.gone).toBe(1);
  });
});

describe('looks of a list', () => {
  /** The plan of now, and what becomes of looks of a sheet as it stands. */
  const put = (
    then: CellValue[][],
    now: CellValue[][],
    looks: Partial<SheetLooks>,
    keyed: readonly KeyedTable[] = [list(0, then.length - 1, [0])],
  ): KeptLooks => keepLooks(bareSheet('x', 'x', then), keyed, now, { fills: [], heights: [], ...looks }, [16]);
  const LIST: CellValue[][] = [
    ['编号', '名称', '地区', '净额'],
    ['C1', '东方', '华东', 70],
    ['C2', '南海', '华南', 20],
    ['C3', '西岭', '华南', 10],
  ];

  it('are put in order, of rows and then of columns, a fill and a height at once', () => {
    const turned = [LIST[0]!, LIST[3]!, LIST[2]!, LIST[1]!];
    const result = put(LIST, turned, {
      fills: [fill(1, 2), fill(3, 1), fill(3, 0)],
      heights: [{ row: 1, points: 40 }, { row: 3, points: 50 }],
    });
    expect(places(result)).toEqual([[1, 0], [1, 1], [3, 2]]);
    expect(result.plan.rowHeights).toEqual([{ row: 1, points: 50 }, { row: 3, points: 40 }]);
    const both = put(LIST, LIST, { fills: [fill(2, 1)], heights: [{ row: 2, points: 40 }] });
    expect([places(both), both.plan.rowHeights]).toEqual([[[2, 1]], [{ row: 2, points: 40 }]]);
  }); // prettier-ignore

  it('go by the header nearest above, be it in the first row; a row with a figure is none, whatever else it says', () => {
    const moved = LIST.map((line) => [line[0]!, line[2]!, line[1]!, line[3]!]);
    expect(places(put(LIST, moved, { fills: [fill(3, 1)] }))).toEqual([[3, 2]]);
    // A figure that is another one now stands under its header all the same.
    const grown = moved.map((line, row) => (row === 0 ? line : [...line.slice(0, 3), 7]));
    expect(places(put(LIST, grown, { fills: [fill(2, 3)] }))).toEqual([[2, 3]]);
  });

  it('are gone with a column of hers, and stay in place under an empty header', () => {
    const wider = LIST.map((line, row) => [line[0]!, row === 0 ? '我的列' : '她', ...line.slice(1)]);
    const gone = put(LIST, wider, { fills: [fill(2, 1)] });
    expect([places(gone), gone.gone]).toEqual([undefined, 1]);
    const bare = LIST.map((line, row) => (row === 0 ? ['编号', null, '名称', '地区', null] : [line[0]!, 'x', line[1]!, line[2]!, 5]));
    expect(places(put(bare, bare, { fills: [fill(2, 4)] }))).toEqual([[2, 4]]);
  }); // prettier-ignore

  it('go by all keys of a list, and by those lists that are known again', () => {
    const two: CellValue[][] = [
      ['年', '地区', '净额'],
      ['2025', '华东', 1],
      ['2025', '华南', 2],
      ['2026', '华东', 3],
    ];
    const turned = [two[0]!, two[3]!, two[2]!, two[1]!];
    const keyed = [{ ...list(0, 3, [0, 1]), keyedBy: 'all' as const }];
    expect(places(put(two, turned, { fills: [fill(1, 2)] }, keyed))).toEqual([[3, 2]]);
    // A row that has but one of the keys' headers is no header: the rows below it go by their first words.
    const title: CellValue[][] = [['地区', '占比'], ['华东', 1], [], ...two];
    const later = [{ ...list(3, 3, [0, 1]), keyedBy: 'all' as const }];
    expect(places(put(title, [['新的题目'], ...title], { fills: [fill(2, 0), fill(7, 2)] }, later))).toEqual([[1, 0], [6, 2]]);
    const gone = SHEET.map((line, row) => (row === 6 ? ['别的', '占比', '累计'] : line));
    const sorted = [gone[0]!, gone[1]!, gone[3]!, gone[2]!, ...gone.slice(4)];
    expect(places(kept(sorted, { fills: [fill(2, 1)] }))).toEqual([[3, 1]]);
  }); // prettier-ignore

  it('go by a key that does not stand first, and not by one where its list is not known', () => {
    const head = ['名称', '编号', '净额'];
    const then: CellValue[][] = [['占比', '地区'], ['乙', '华东'], ['甲', '华东'], [], head, ['东方', 'C1', 1], ['东方', 'C2', 2]];
    const now: CellValue[][] = [['占比', '地区'], ['甲', '华东'], ['乙', '华东'], [], head, ['东方', 'C2', 2], ['东方', 'C1', 1]];
    const keyed = [list(4, 2, [1]), { ...list(9, 0, [0, 1]), keyedBy: 'all' as const }];
    const written: CellValue[][] = [...then, [], [], ['年', '地区', '净额']];
    expect(places(put(written, now, { fills: [fill(1, 0), fill(5, 2)] }, keyed))).toEqual([[2, 0], [6, 2]]);
  }); // prettier-ignore

  it('outside of lists go by the first words of a row, though a figure stands before them', () => {
    const now: CellValue[][] = [[7, '先', '甲'], [7, '后', '乙']];
    expect(places(put([[7, '后', '乙'], [7, '先', '甲']], now, { fills: [fill(0, 2)] }, []))).toEqual([[1, 2]]);
  }); // prettier-ignore
});
