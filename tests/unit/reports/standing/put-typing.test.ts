import { putTyping } from '../../../../src/reports/standing/put-typing';
import { TypedCells } from '../../../../src/reports/standing/typed-cells';
import type { CellValue } from '../../../../src/workbook/cell-value';
import { bareSheet } from '../../../support/bare-sheet';

/** The list begins in the second column of the sheet, in a block of its own. */
const BEFORE: CellValue[][] = [
  ['编号', '名称', '备注'],
  ['C1', '东方', '旧备注'],
  ['C2', '南海', null],
  ['C2', '第二个南海', null],
  [null, '无编号', null],
];
const plan = {
  ...bareSheet('clientTiers', '等级', []),
  fingerprint: 'before',
  blocks: [
    { row: 0, column: 0, values: [['客户等级']], styles: [{}] },
    { row: 2, column: 1, values: BEFORE.map((line) => line as string[]), styles: [{}, {}, {}] },
  ],
};
const parts = {
  hers: [],
  bodies: [],
  anywhere: [],
  keyed: [{ headerRow: 2, rows: 4, keyedBy: 'first' as const, keyColumns: [1], userColumns: [3], ourColumns: [2] }],
};
const at = (row: number, column: number): number => TypedCells.keyOf(row, column);

describe('what she typed since, put into a sheet as it was written before', () => {
  const NOW: CellValue[][] = [
    ['客户等级'],
    [],
    [null, '编号', '名称', '备注', '电话'],
    [null, 'C2', '南海', '新备注', '139'],
    [null, 'C1', '东方', '旧备注'],
    [null, 'C9', '新客户', '没有这一行'],
  ];
  const typed = new TypedCells([at(3, 3), at(3, 4), at(2, 4), at(5, 3)]);
  const put = putTyping({ plan, parts }, NOW, typed);

  it('goes to the row of its key, the first of two; a column of her own has no place there', () => {
    expect(put.blocks[1]!.values).toEqual([
      ['编号', '名称', '备注'],
      ['C1', '东方', '旧备注'],
      ['C2', '南海', '新备注'],
      ['C2', '第二个南海', null],
      [null, '无编号', null],
    ]);
    expect(put.blocks[0]!.values).toEqual([['客户等级']]);
  });

  it('leaves the plan of before as it was, and gives the new one a mark of its own', () => {
    expect(plan.blocks[1]!.values).toEqual(BEFORE);
    expect(put.fingerprint).toMatch(/^[0-9a-f]{14}$/);
    expect(putTyping({ plan, parts }, NOW, new TypedCells([])).fingerprint).not.toBe(put.fingerprint);
    expect(put).toMatchObject({ id: 'clientTiers', name: '等级' });
  });

  it('goes into the block of its own cell, whatever stands beside, above and below', () => {
    const aside = (row: number, column: number, lines: number, width: number) => ({
      row,
      column,
      values: Array.from({ length: lines }, () => Array.from({ length: width }, () => '旁')),
      styles: [],
    });
    // A list above has the same key in its last row.
    const above = { ...aside(0, 1, 2, 3), values: [['x', 'x', 'x'], ['C2', 'x', 'x']] }; // prettier-ignore
    const around = [aside(2, 0, 5, 1), aside(2, 4, 5, 2), above, aside(7, 1, 1, 3)];
    const blocks = [...around, plan.blocks[1]!];
    const done = putTyping({ plan: { ...plan, blocks }, parts }, NOW, new TypedCells([at(3, 3), at(2, 4), at(3, 4)]));
    expect(done.blocks.slice(0, 4)).toEqual(around);
    expect(done.blocks[4]!.values[2]).toEqual(['C2', '南海', '新备注']);
  });

  it('under a header of her own goes into no column of ours, though it be the number of one', () => {
    const cells = NOW.map((line, row) => (row === 2 ? [...line.slice(0, 4), '3'] : line));
    const done = putTyping({ plan, parts }, cells, new TypedCells([at(2, 4), at(3, 4)]));
    expect(done.blocks[1]!.values).toEqual(BEFORE);
  });

  it('in the last row and under the first header has its place too', () => {
    const cells: CellValue[][] = [
      [null, '编号', '名称', '备注'],
      [null, 'C5', '末行', '末行的字'],
    ];
    const last = {
      ...plan,
      blocks: [
        {
          ...plan.blocks[1]!,
          values: [
            ['编号', '名称', '备注'],
            ['C5', '末行', null],
          ],
        },
      ],
    };
    const keyed = [{ ...parts.keyed[0]!, rows: 1 }];
    const done = putTyping({ plan: last, parts: { ...parts, keyed } }, cells, new TypedCells([at(1, 3)]));
    expect(done.blocks[0]!.values[1]).toEqual(['C5', '末行', '末行的字']);
    // What stands under the list is no row of it.
    const under = { ...last, blocks: [{ ...last.blocks[0]!, values: [['编号', '名称', '备注'], ['C4', '首行', null], ['C5', '末行', null]] }] }; // prettier-ignore
    const beneath = putTyping({ plan: under, parts: { ...parts, keyed } }, cells, new TypedCells([at(1, 3)]));
    expect(beneath.blocks[0]!.values[2]).toEqual(['C5', '末行', null]);
    // Of a list of no rows none is known.
    const none = putTyping(
      { plan: last, parts: { ...parts, keyed: [{ ...keyed[0]!, rows: 0 }] } },
      cells,
      new TypedCells([at(1, 3)]),
    );
    expect(none.blocks[0]!.values[1]).toEqual(['C5', '末行', null]);
  });
});
