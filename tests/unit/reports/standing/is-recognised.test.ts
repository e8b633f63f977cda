import { isRecognised } from '../../../../src/reports/standing/is-recognised';
import { lineOf, RECORD_ID, type RecordLine } from '../../../../src/reports/standing/record-sheet';
import { allOf, comparisonOf, typedOn } from '../../../../src/reports/standing/typed-on';
import { recordOf } from '../../../../src/reports/standing/written-record';
import type { CellValue } from '../../../../src/workbook/cell-value';
import type { ReportSnapshot } from '../../../../src/workbook/workbook-host';

const TITLES = [{ zh: '客户等级', en: 'Client tiers' }];
const snapshot = (cells: CellValue[][], id = 'clientTiers', fingerprint = 'f1'): ReportSnapshot => ({
  id,
  fingerprint,
  sheetName: 'x',
  cells,
});

/** Four cells of frame and eight of a body: half of the frame are two, three quarters of all are nine. */
const WRITTEN: CellValue[][] = [
  ['标题甲'],
  ['表头一', '表头二'],
  ['体一', '体二', '体三', '体四'],
  ['体五', '体六', '体七', '体八'],
  ['脚注'],
  [],
];
const record = recordOf(
  {
    blocks: WRITTEN.map((line, row) => ({ row, column: 0, values: [line as string[]], styles: line.map(() => ({})) })),
    hers: [],
    bodies: [{ row: 2, column: 0, rows: 2, columns: 4 }],
    anywhere: [],
    isLive: false,
    heights: [],
  },
  'f1',
);
const LINES: ReadonlyMap<string, RecordLine> = new Map([['clientTiers', lineOf('clientTiers', record)]]);
const without = (...words: string[]): CellValue[][] =>
  WRITTEN.map((line) => line.map((cell) => (words.includes(cell as string) ? null : cell)));

describe('a sheet that a mark points at is ours', () => {
  it.each([
    ['as it was written', WRITTEN, true],
    ['without a cell', [], true],
    ['with nothing in its cells', [[null, ''], []], true],
    ['with half of its frame', without('标题甲', '表头一', '体一', '体二', '体三', '体四', '体五', '体六'), true],
    ['with less than half of its frame, and little else', without('标题甲', '表头一', '表头二', '体一'), false],
    ['with three quarters of all', without('标题甲', '表头一', '表头二'), true],
    ['with one cell of hers', [['她的']], false],
  ] as const)('%s: %s', (_, cells, isOurs) => {
    expect(isRecognised(snapshot(cells as CellValue[][]), TITLES, LINES)).toBe(isOurs);
  });

  const head = (...lines: CellValue[][]): ReportSnapshot => snapshot(lines);
  it.each([
    ['title and as-of day', head(['客户等级'], ['截止日 2026-06-30']), true],
    ['both in English', head(['Client tiers'], ['As of 2026-06-30 · …']), true],
    ['the title alone', head(['客户等级'], ['截止日 六月']), false],
    ['the as-of day alone', head(['客户'], ['截止日 2026-06-30']), false],
    ['both within 40 rows', head(...Array.from({ length: 38 }, () => []), ['客户等级'], ['截止日 2026-06-30']), true],
    ['one of them behind', head(['客户等级'], ...Array.from({ length: 39 }, () => []), ['截止日 2026-06-30']), false],
  ] as const)('without a record by %s: %s', (_, sheet, isOurs) => {
    expect(isRecognised(sheet, TITLES, new Map())).toBe(isOurs);
  });

  it('without a record by one of its titles: the long one, or the name of its sheet', () => {
    const titles = [{ zh: '每家客户的等级', en: 'Tier of each client' }, ...TITLES];
    for (const title of ['每家客户的等级', '客户等级', 'Client tiers'])
      expect(isRecognised(head([title], ['截止日 2026-06-30']), titles, new Map())).toBe(true);
  });

  it('the record itself by its title', () => {
    const title = 'Kelan: what the report sheets were written with';
    expect(isRecognised(snapshot([[title]], RECORD_ID), TITLES, new Map())).toBe(true);
    expect(isRecognised(snapshot([['她的'], [title]], RECORD_ID), TITLES, new Map())).toBe(false);
  });
});

describe('what she typed on a sheet', () => {
  it('is told by the record of its last writing, and not without one', () => {
    const cells = [...WRITTEN.slice(0, 4), ['脚注', '她的字']];
    expect(typedOn(snapshot(cells), LINES)?.left).toEqual([{ row: 4, column: 1 }]);
    expect(typedOn(snapshot(cells, 'clientTiers', 'f2'), LINES)).toBeUndefined();
    expect(typedOn(snapshot(cells), new Map())).toBeUndefined();
    const once = snapshot(cells);
    expect(comparisonOf(once, LINES)).toBe(comparisonOf(once, LINES));
    // Each asker takes cells for itself.
    typedOn(once, LINES)!.take(4, 1);
    expect(typedOn(once, LINES)!.left).toHaveLength(1);
  });

  it('may be any cell that is not empty', () => {
    expect(
      allOf([
        [null, 'a', ''],
        [0, false],
      ]).left,
    ).toEqual([
      { row: 0, column: 1 },
      { row: 1, column: 0 },
      { row: 1, column: 1 },
    ]);
  });
});
