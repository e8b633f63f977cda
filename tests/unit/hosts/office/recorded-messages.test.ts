import { bytesOfFormats, bytesOfRows, sizeOfSheet } from '../../../../src/hosts/office/write/sheet-size';
import { placeStagedValues, stagedRowOf } from '../../../../src/hosts/office/write/stage-values';
import { WriteQueue } from '../../../../src/hosts/office/write/write-queue';
import { writeValuesInParts } from '../../../../src/hosts/office/write/write-values';
import { checkPlan } from '../../../../src/hosts/office/write/check-plan';
import type { ExcelContext } from '../../../../src/hosts/office/run-excel';
import { MAX_COLUMNS, MAX_ROWS } from '../../../../src/workbook/address';
import type { ChartPlan, SheetPlan } from '../../../../src/workbook/plan';
import { bareSheet } from '../../../support/bare-sheet';
import { recordedExcel } from '../../../support/recorded-excel';

const cells = (row: number, column: number, rows: number, columns = 1) => ({ row, column, rows, columns });
/** Two series, the first with two points of their own colour. */
const CHART: ChartPlan = {
  id: 'c',
  kind: 'column',
  title: '图',
  description: '',
  anchor: cells(2, 3, 10, 5),
  categories: cells(1, 0, 4),
  series: [
    { name: '一', values: cells(1, 1, 4), color: '#1F6FB2', pointColors: ['#1', '#2'] },
    { name: '二', values: cells(1, 1, 4), color: '#1F6FB2' },
  ],
  categoryAxis: {},
  valueAxis: {},
  legend: 'none',
};
const planOf = (changes: Partial<SheetPlan>): SheetPlan => ({ ...bareSheet('x', 'x', []), blocks: [], ...changes });

describe('messages to Excel', () => {
  /** Excel as far as a queue needs it: counts messages and what was in them. */
  const excelOf = () => {
    const recorded = recordedExcel<Excel.Worksheet>();
    const messages: string[][] = [];
    let quiet = 0;
    const context = {
      sync: () => {
        messages.push(recorded.said.splice(0));
        return Promise.resolve();
      },
      application: {
        suspendScreenUpdatingUntilNextSync: () => quiet++,
        suspendApiCalculationUntilNextSync: () => quiet++,
      },
    } as unknown as ExcelContext;
    return { ...recorded, messages, context, quiets: () => quiet };
  };

  it('go when the next part would not fit beside what is queued, never empty', async () => {
    const excel = excelOf();
    const queue = new WriteQueue(excel.context, 100, {});
    await queue.reserve(500);
    expect(excel.messages).toHaveLength(0);
    await queue.reserve(1);
    expect(excel.messages).toHaveLength(1);
    await queue.reserve(99);
    expect(excel.messages).toHaveLength(1);
    await queue.reserve(1);
    expect(excel.messages).toHaveLength(2);
    // Both at first and after each message: no repainting, no recalculation.
    expect(excel.quiets()).toBe(6);
  });

  it('tell once that they have reached the workbook, let the screen breathe, and can be stopped', async () => {
    const excel = excelOf();
    const done: string[] = [];
    const stop = new AbortController();
    const pause = jest.fn(() => Promise.resolve());
    const queue = new WriteQueue(excel.context, 100, { signal: stop.signal, pause });
    queue.onSent(() => done.push('one'));
    expect(done).toEqual([]);
    await queue.send();
    await queue.send();
    expect([done, pause.mock.calls.length]).toEqual([['one'], 2]);
    stop.abort();
    await expect(queue.send()).rejects.toBeDefined();
    expect(excel.messages).toHaveLength(2);
  });

  it('hold rows of a block up to half of what fits, and at least one', async () => {
    const parts = async (budget: number, rows: number): Promise<string[]> => {
      const excel = excelOf();
      const queue = new WriteQueue(excel.context, budget, {});
      const values = Array.from({ length: rows }, (_, at) => [at, at]);
      const plan = planOf({ blocks: [{ row: 1, column: 2, values, styles: [{}, {}] }] });
      await writeValuesInParts(queue, excel.object, plan, 10);
      await queue.send();
      return excel.messages.flat().map((line) => line.slice(0, line.indexOf('.values')));
    };
    // A row of two numbers is 26 bytes: of 104 a half holds two of them.
    expect(await parts(104, 5)).toEqual([
      'getRangeByIndexes(11, 2, 2, 2)',
      'getRangeByIndexes(13, 2, 2, 2)',
      'getRangeByIndexes(15, 2, 1, 2)',
    ]);
    expect(await parts(20, 2)).toEqual(['getRangeByIndexes(11, 2, 1, 2)', 'getRangeByIndexes(12, 2, 1, 2)']);
    expect(await parts(1000, 5)).toEqual(['getRangeByIndexes(11, 2, 5, 2)']);
    expect(await parts(1000, 0)).toEqual([]);
  });

  it('are measured before they are filled', () => {
    expect(bytesOfRows([])).toBe(0);
    expect(bytesOfRows([[1, null, true], ['ab']])).toBe(2 + 36 + 2 + 6);
    expect(bytesOfRows([['客户']])).toBe(2 + 10);
    const line = { style: 'thin', color: '#000000' } as const;
    const plan = planOf({
      blocks: [
        {
          row: 0,
          column: 0,
          values: [['ab']],
          styles: [{ wrap: true, numberFormat: '0', border: { top: line } }],
        },
      ],
      charts: [CHART],
      merges: [cells(0, 0, 1, 2)],
      formulas: [{ row: 0, column: 0, formula: 'A1' }],
      links: [{ row: 0, column: 0, target: { sheet: 'x', cell: 'A1' } }],
      fills: [{ row: 0, column: 0, color: '#1' }],
      rowHeights: [
        { row: 0, points: 20 },
        { row: 1, points: 20 },
        { row: 3, points: 20 },
      ],
    });
    // Actions of 130 bytes: 110 a sheet, 5 a wrap, 70 a chart, 8 a point, 10 a rule, 6 a formula.
    expect(sizeOfSheet(plan)).toEqual({
      values: 8,
      links: 6 * 130,
      numberFormats: 4 * 130,
      formats: (12 + 10 + 5) * 130,
      rest: (110 + 5 + 70 + 16 + 10 + 6) * 130,
      heights: 2 * 5 * 130,
    });
    expect(sizeOfSheet(planOf({}))).toEqual({
      values: 0,
      links: 0,
      numberFormats: 0,
      formats: 0,
      rest: 110 * 130,
      heights: 0,
    });
    expect(bytesOfFormats({ row: 0, column: 0, values: [], styles: [] })).toBe(0);
  });
});

describe('values that are parked', () => {
  const plan = (rows: number): SheetPlan =>
    planOf({
      blocks: [
        { row: 1, column: 2, values: Array.from({ length: rows }, () => ['a', 'b']), styles: [{}, {}] },
        { row: 0, column: 0, values: [], styles: [{}] },
        { row: 0, column: 0, values: [[]], styles: [] },
      ],
    });

  it('stand two rows below all that is there and will be', () => {
    expect([stagedRowOf(plan(4), 3), stagedRowOf(plan(4), 5), stagedRowOf(plan(4), 9)]).toEqual([7, 7, 11]);
    const half = MAX_ROWS / 2 - 1;
    expect(stagedRowOf(plan(half - 1), 0)).toBe(half + 2);
    expect(() => stagedRowOf(plan(half), 0)).toThrow('too long to be written safely');
  });

  it('are copied to their places, and nothing of them is left', () => {
    const { object, said } = recordedExcel<Excel.Worksheet>();
    placeStagedValues(object, plan(4), 20);
    expect(said).toEqual([
      'getRangeByIndexes(1, 2, 4, 2).copyFrom(getRangeByIndexes(21, 2, 4, 2), "Values")',
      'getRangeByIndexes(20, 0, 5, 4).clear("All")',
    ]);
  });
});

describe('a plan that Excel would refuse half-way', () => {
  const refused = (changes: Partial<SheetPlan>, more: SheetPlan[] = []): string | undefined => {
    try {
      checkPlan({ sheets: [planOf({ name: 'ok', ...changes }), ...more] });
      return undefined;
    } catch (error) {
      return (error as { detail: string }).detail;
    }
  };
  const block = (row: number, column: number, values: SheetPlan['blocks'][number]['values'], columns = 1) => ({
    blocks: [{ row, column, values, styles: Array.from({ length: columns }, () => ({})) }],
  });

  it.each<[string, Partial<SheetPlan>, boolean]>([
    ['a block up to the last row', block(MAX_ROWS - 1, 0, [['a']]), true],
    ['a block beyond the last row', block(MAX_ROWS, 0, [['a']]), false],
    ['a block up to the last column', block(0, MAX_COLUMNS - 1, [['a']]), true],
    ['a block beyond the last column', block(0, MAX_COLUMNS, [['a']]), false],
    ['a row with too few cells', block(0, 0, [['a']], 2), false],
    ['a text of 32,766 characters', block(0, 0, [['x'.repeat(32_766)]]), true],
    ['a text of 32,767 characters', block(0, 0, [['x'.repeat(32_767)]]), false],
    ['a number without end', block(0, 0, [[Number.POSITIVE_INFINITY]]), false],
    [
      'a list of 255 characters',
      { validations: [{ kind: 'list', range: cells(0, 0, 1), options: ['x'.repeat(127), 'y'.repeat(127)] }] },
      true,
    ],
    [
      'a list of 256 characters',
      { validations: [{ kind: 'list', range: cells(0, 0, 1), options: ['x'.repeat(128), 'y'.repeat(127)] }] },
      false,
    ],
    ['an id with a blank', { id: 'a b' }, false],
    ['a name with a colon', { name: 'a:b' }, false],
  ])('%s: taken %#', (_, changes, isTaken) => {
    expect(refused(changes) === undefined).toBe(isTaken);
  });

  it('has each report once, whatever the letter case', () => {
    expect(refused({}, [planOf({ id: 'X', name: 'other' })])).toContain('twice');
    expect(refused({}, [planOf({ id: 'y', name: 'other' })])).toBeUndefined();
  });
});
