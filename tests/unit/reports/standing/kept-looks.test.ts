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
