import { isUnchanged } from '../../../src/app/is-unchanged';
import type { CellValue } from '../../../src/workbook/cell-value';
import type { ReportSnapshot } from '../../../src/workbook/workbook-host';
import { aSheetPlan } from '../hosts/xlsx/write/plan-builder';

const plan = aSheetPlan({
  fingerprint: 'f1',
  blocks: [
    { row: 0, column: 0, values: [['客户等级']], styles: [] },
    {
      row: 2,
      column: 1,
      values: [
        ['甲', 7],
        ['', null],
        [true, 0],
      ],
      styles: [],
    },
  ],
});
const SHOWN: readonly (readonly CellValue[])[] = [['客户等级'], [], [null, '甲', 7], [], [null, true, 0]];
const shown = (changes: Readonly<Record<string, CellValue>> = {}, fingerprint = 'f1'): ReportSnapshot => {
  const cells = Array.from({ length: 7 }, (_, row) => [...(SHOWN[row] ?? [])]);
  for (const [place, value] of Object.entries(changes)) {
    const [row, column] = place.split(',').map(Number) as [number, number];
    while (cells[row]!.length <= column) cells[row]!.push(null);
    cells[row]![column] = value;
  }
  return { id: 'clientTiers', fingerprint, sheetName: '客户等级', cells };
};

describe('a sheet of ours that shows what would be written', () => {
  it('is unchanged, whatever stands for an empty cell', () => {
    expect(isUnchanged(plan, shown())).toBe(true);
    expect(isUnchanged(plan, shown({ '3,1': '', '3,2': null, '6,5': '' }))).toBe(true);
  });

  it('is not, where it was made by another plan, or is not there', () => {
    expect(isUnchanged(plan, shown({}, 'f2'))).toBe(false);
    expect(isUnchanged(plan, undefined)).toBe(false);
  });

  it.each([
    ['typed over a figure', { '2,2': 8 }],
    ['typed over a word', { '2,1': '乙' }],
    ['made empty', { '2,1': null }],
    ['a number become a text', { '2,2': '7' }],
    ['a flag become a number', { '4,1': 1 }],
    ['typed where ours is empty', { '3,2': 5 }],
    ['typed beside', { '2,3': '记得打电话' }],
    ['typed between', { '1,0': '我的' }],
    ['typed below', { '6,0': 0 }],
    ['typed far to the right', { '0,16000': '远' }],
  ] as const)('is not, where somebody has %s', (_, changes) => {
    expect(isUnchanged(plan, shown(changes))).toBe(false);
  });

  it('is not, where a row of ours is gone', () => {
    const { cells, ...rest } = shown();
    expect(isUnchanged(plan, { ...rest, cells: cells.slice(0, 4) })).toBe(false);
  });
});
