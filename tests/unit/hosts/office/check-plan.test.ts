import { MAX_CELLS, MAX_TEXT } from '../../../../src/hosts/office/options';
import { checkPlan } from '../../../../src/hosts/office/write/check-plan';
import { MAX_COLUMNS, MAX_ROWS } from '../../../../src/workbook/address';
import type { PlanValue, SheetPlan } from '../../../../src/workbook/plan';
import { bareSheet } from '../../../support/bare-sheet';

const sheet = (changes: Partial<SheetPlan> = {}): SheetPlan => ({ ...bareSheet('tiers', '等级', [[1]]), ...changes });
const blockAt = (row: number, column: number, values: readonly (readonly PlanValue[])[], styles = values[0]!.length) =>
  sheet({ blocks: [{ row, column, values, styles: Array.from({ length: styles }, () => ({})) }] });
const listOf = (length: number): SheetPlan =>
  sheet({
    validations: [
      { kind: 'list', range: { row: 0, column: 0, rows: 1, columns: 1 }, options: ['x'.repeat(length - 2), 'y'] },
    ],
  });
const why = (...sheets: readonly SheetPlan[]): string => {
  try {
    checkPlan({ sheets });
    return 'fits';
  } catch (error) {
    return (error as { detail: string }).detail;
  }
};

describe('what Excel would refuse half-way', () => {
  it('is refused before anything is written', () => {
    expect(why(sheet(), sheet({ id: 'TIERS', name: 'b' }))).toBe('the report "TIERS" is there twice');
    expect(why(sheet({ id: 'a b' }))).toBe('"a b" cannot be part of a name');
    expect(why(sheet({ name: 'a/b' }))).toBe('the name "a/b" cannot be used');
    expect(why(blockAt(0, 0, [[1], [1, 2]]))).toBe('a row of a block has 2 cells and 1 styles');
    expect(why(blockAt(0, 0, [[NaN]]))).toBe('a number is not finite');
  });

  it('is told to the cell: the last one fits', () => {
    expect(why(sheet(), sheet({ id: 'other', name: 'b' }))).toBe('fits');
    expect(why(blockAt(MAX_ROWS - 1, MAX_COLUMNS - 1, [[1]]))).toBe('fits');
    expect(why(blockAt(MAX_ROWS, 0, [[1]]))).toBe('a block reaches beyond the sheet');
    expect(why(blockAt(0, MAX_COLUMNS, [[1]]))).toBe('a block reaches beyond the sheet');
    expect(why(blockAt(0, 0, [['x'.repeat(MAX_TEXT - 1)]]))).toBe('fits');
    expect(why(blockAt(0, 0, [['x'.repeat(MAX_TEXT)]]))).toMatch(/^a text is longer/);
    expect([why(listOf(255)), why(listOf(256))]).toEqual(['fits', 'a list of choices is longer than 255 characters']);
  });

  it('counts the cells of a block', () => {
    const line = Array.from({ length: 100 }, () => null);
    const rows = (count: number) => Array.from({ length: count }, () => line);
    expect(why(blockAt(0, 0, rows(MAX_CELLS / 100)))).toBe('fits');
    expect(why(blockAt(0, 0, rows(MAX_CELLS / 100 + 1)))).toMatch(/^a block has more than/);
  });
});
