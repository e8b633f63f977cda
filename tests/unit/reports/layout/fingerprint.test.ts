import { fingerprintOf } from '../../../../src/reports/layout/fingerprint';
import type { PlanValue } from '../../../../src/workbook/plan';
import { bareSheet } from '../../../support/bare-sheet';

describe('the fingerprint of a plan', () => {
  const rows = [
    ['客户', '金额'],
    ['A', 12.5],
    ['B', 7],
  ] as const;
  const plan = bareSheet('one', '一', rows);
  const [block] = plan.blocks;

  it('is equal for equal plans', () => {
    expect(fingerprintOf(bareSheet('one', '一', rows))).toBe(fingerprintOf(plan));
    expect(fingerprintOf(plan)).toMatch(/^[0-9a-f]{14}$/);
  });

  it('differs where anything of the sheet or of its cells does', () => {
    const others = [
      { ...plan, name: '二' },
      { ...plan, merges: [{ row: 0, column: 0, rows: 1, columns: 2 }] },
      { ...plan, blocks: [] },
      { ...plan, blocks: [block!, block!] },
      { ...plan, blocks: [{ ...block!, row: 1 }] },
      { ...plan, blocks: [{ ...block!, styles: [{}, { bold: true }] }] },
      bareSheet('one', '一', [['客户', '金额'], ['A', 12.5], ['B', '7']]),
      bareSheet('one', '一', [['客户', '金额'], ['B', 7], ['A', 12.5]]),
      bareSheet('one', '一', [['客户', '金额'], ['A', 12.5, 'B', 7]]),
    ]; // prettier-ignore
    expect(new Set([plan, ...others].map(fingerprintOf)).size).toBe(others.length + 1);
  });

  it('tells what a cell holds from what it shows', () => {
    const of = (value: PlanValue): string => {
      const made = bareSheet('one', '一', [['x']]);
      return fingerprintOf({ ...made, blocks: [{ ...made.blocks[0]!, values: [[value]] }] });
    };
    const different = [null, '', 0, '0', false, 'false', true, 1, 1.5, -1.5, 1.5000000000000002, 'null', 5e-324];
    expect(new Set(different.map(of)).size).toBe(different.length);
    expect(of(-0)).toBe(of(0));
  });
});
