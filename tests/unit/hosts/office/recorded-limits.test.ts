import { reachOf, uncoveredRanges } from '../../../../src/hosts/office/write/leftovers';
import { onRange } from '../../../../src/hosts/office/write/on-range';
import { inputOf } from '../../../../src/hosts/office/write/guard-text';
import { heightRuns } from '../../../../src/hosts/office/write/runs/height-runs';
import type { StandingSheet } from '../../../../src/hosts/office/write/standing-sheet';
import { writeCharts } from '../../../../src/hosts/office/write/write-charts';
import { putFiltersBack } from '../../../../src/hosts/office/write/write-filters';
import { writeFormats, writeHeight } from '../../../../src/hosts/office/write/write-formats';
import { bareAddress } from '../../../../src/hosts/office/write/write-page';
import { WriteQueue } from '../../../../src/hosts/office/write/write-queue';
import { fitTables } from '../../../../src/hosts/office/write/write-tables';
import { writeNumberFormats, writeValuesInParts } from '../../../../src/hosts/office/write/write-values';
import { writeView } from '../../../../src/hosts/office/write/write-view';
import type { ExcelContext } from '../../../../src/hosts/office/run-excel';
import { MAX_COLUMNS, MAX_ROWS } from '../../../../src/workbook/address';
import type { CellBlock, PlanValue, SheetPlan } from '../../../../src/workbook/plan';
import type { CellStyle } from '../../../../src/workbook/style';
import { bareSheet } from '../../../support/bare-sheet';
import { recordedExcel } from '../../../support/recorded-excel';
import { cells, PLAN, STANDING, targetOf, written } from './written-sheet';

const world = globalThis as Record<string, unknown>;
beforeEach(() => {
  world['Office'] = { context: { requirements: { isSetSupported: () => true } } };
});
afterEach(() => delete world['Office']);

const planOf = (changes: Partial<SheetPlan>): SheetPlan => ({ ...bareSheet('x', 'x', []), blocks: [], ...changes });
const block = (
  row: number,
  column: number,
  values: readonly (readonly PlanValue[])[],
  styles: CellStyle[],
): CellBlock => ({ row, column, values, styles });
function saidBy(write: (sheet: Excel.Worksheet) => void): string[] {
  const { object, said } = recordedExcel<Excel.Worksheet>();
  write(object);
  return said;
}

describe('ranges that are written to', () => {
  it('are let go: Office.js would keep each beyond its message', () => {
    const steps: string[] = [];
    const range = { untrack: () => steps.push('let go') };
    const sheet = { getRangeByIndexes: (...place: number[]) => (steps.push(place.join(' ')), range) };
    onRange(sheet as unknown as Excel.Worksheet, { row: 1, column: 2, rows: 3, columns: 4 }, () => steps.push('used'));
    expect(steps).toEqual(['1 2 3 4', 'used', 'let go']);
  });

  it('reach over nothing where there is no block, and leave nothing behind where one ends with the sheet', () => {
    expect(reachOf([])).toEqual({ rows: 0, columns: 0 });
    const tall = block(0, 0, Array<PlanValue[]>(MAX_ROWS).fill(['a']), [{}]);
    expect(uncoveredRanges([tall])).toEqual([{ row: 0, column: 1, rows: MAX_ROWS, columns: MAX_COLUMNS - 1 }]);
    const wide = block(0, 0, [[]], Array<CellStyle>(MAX_COLUMNS).fill({}));
    expect(uncoveredRanges([wide])).toEqual([{ row: 1, column: 0, rows: MAX_ROWS - 1, columns: MAX_COLUMNS }]);
  });

  it('have no look where a block has rows and no columns, or columns and no rows', () => {
    for (const empty of [block(0, 0, [[]], []), block(0, 0, [], [{ bold: true }])])
      expect(saidBy((sheet) => writeFormats(sheet, planOf({ blocks: [empty] })))).toEqual([]);
  });

  it('of heights are stretches from the top, whatever their order in the plan, each told by its first column', () => {
    const runs = heightRuns([5, 3, 4, 1].map((row) => ({ row, points: 20 })));
    expect(runs).toEqual([
      { row: 1, rows: 1, points: 20 },
      { row: 3, rows: 3, points: 20 },
    ]);
    expect(saidBy((sheet) => writeHeight(sheet, runs[1]!))).toEqual([
      'getRangeByIndexes(3, 0, 3, 1).format.rowHeight = 20',
    ]);
  });

  it('of number formats are the columns that have them, wherever their block begins', () => {
    const blocks = [block(4, 3, [['a', 1, 2]], [{}, { numberFormat: '0' }, { numberFormat: '0' }])];
    expect(saidBy((sheet) => writeNumberFormats(sheet, planOf({ blocks }), 0))).toEqual([
      'getRangeByIndexes(4, 4, 1, 2).numberFormat = "0"',
    ]);
  });

  it('freeze one row or one column as they freeze many', () => {
    const first = (rows: number, columns: number): string =>
      saidBy((sheet) => writeView(sheet, planOf({ freeze: { rows, columns } }), false))[0]!;
    expect([first(1, 0), first(0, 1), first(0, 0)]).toEqual([
      'freezePanes.freezeRows(1)',
      'freezePanes.freezeColumns(1)',
      'freezePanes.unfreeze()',
    ]);
  });
});

describe('where things stand on a sheet that is written over', () => {
  const MARK = 'workbook.names.getItem("Kelan_tiers").comment';
  const formats = (said: readonly string[]): string[] =>
    said.flatMap((line) => /getRangeByIndexes\((.*)\)\.numberFormat = /.exec(line)?.[1] ?? []);
  const standing = targetOf({ hasMark: true, standing: STANDING });

  it('are the formats of numbers in their own rows, and beforehand in those where values are parked', async () => {
    expect(formats((await written(targetOf(), 10_000_000)).said)).toEqual(['0, 0, 3, 1']);
    expect(formats((await written(targetOf(), 5_000)).said)).toEqual(['0, 0, 3, 1']);
    const parked = await written(standing, 5_000, { [MARK]: 'unfinished:run1:11' });
    expect(formats(parked.said)).toEqual(['11, 0, 3, 1', '0, 0, 3, 1']);
  });

  it('are merged cells as one, and values of a new sheet where the plan has them', async () => {
    const { said } = await written(targetOf(), 5_000);
    const sheet = 'workbook.worksheets.add("客户等级")';
    expect(said).toContain(`${sheet}.getRangeByIndexes(5, 0, 1, 2).merge(false)`);
    expect(said).toContain(`${sheet}.getRangeByIndexes(0, 0, 3, 2).values = [["a","b"],["x",1],["y",2]]`);
  });

  it('is parked only what has no room beside the formats of numbers and the rest, to the byte', async () => {
    // 50 of values, 520 of formats and 28,730 of the rest; links make the whole too large for one message.
    const plan = { ...PLAN, links: Array.from({ length: 50 }, () => PLAN.links[0]!) };
    const commentOf = async (budget: number): Promise<string> =>
      (await written({ ...standing, plan }, budget)).said[0]!;
    expect(await commentOf(29_300)).toBe(`${MARK} = "unfinished:run1"`);
    expect(await commentOf(29_299)).toBe(`${MARK} = "unfinished:run1:11"`);
  });
});

describe('rows that go in parts', () => {
  const parts = async (budget: number, values: readonly (readonly PlanValue[])[]): Promise<number[]> => {
    const { object, said } = recordedExcel<Excel.Worksheet>();
    const application = { suspendScreenUpdatingUntilNextSync: () => 0, suspendApiCalculationUntilNextSync: () => 0 };
    const context = { application, sync: () => Promise.resolve() } as unknown as ExcelContext;
    const styles = values[0]!.map(() => ({}));
    await writeValuesInParts(
      new WriteQueue(context, budget, {}),
      object,
      planOf({ blocks: [block(0, 0, values, styles)] }),
    );
    return said.map((line) => Number(/getRangeByIndexes\(\d+, \d+, (\d+)/.exec(line)![1]));
  };
  const numbers = (rows: number) => Array.from({ length: rows }, (_, at) => [at, at]);

  it('are ended by the row that fills half of a message', async () => {
    // A row of two numbers is 26 bytes.
    expect(await parts(2 * 77, numbers(6))).toEqual([3, 3]);
    expect(await parts(2 * 78, numbers(6))).toEqual([3, 3]);
    expect(await parts(2 * 79, numbers(6))).toEqual([4, 2]);
    expect(await parts(2 * 53, numbers(6))).toEqual([3, 3]);
  });

  it('are never larger than 250,000 bytes and a row, however large a message may be', async () => {
    // Two brackets, 24,994 letters, two quotes and what stands between.
    const long = Array.from({ length: 12 }, () => ['x'.repeat(24_994)]);
    expect(await parts(10_000_000, long)).toEqual([10, 2]);
  });
});

describe('tables that stand', () => {
  const fitted = (standing: object, planned: object, blocks: CellBlock[] = []): string[] => {
    const tables = [{ name: 'KelanTable_x', range: planned as never, style: '', hasFilter: true }];
    const sheet = { id: 's', tables: [{ name: 'KelanTable_x', header: [], criteria: undefined, range: standing }] };
    return saidBy((one) => fitTables(one, planOf({ tables, blocks }), sheet as unknown as StandingSheet));
  };
  const RANGE = cells(2, 1, 5, 3);

  it.each([
    [{ column: 2 }, '2, 2, 5, 3'],
    [{ rows: 6 }, '2, 1, 6, 3'],
    [{ columns: 4 }, '2, 1, 5, 4'],
    [{ column: 0, columns: 4 }, '2, 0, 5, 4'],
  ])('are resized where one side is otherwise: %j', (change, range) => {
    expect(fitted(RANGE, { ...RANGE, ...change })).toEqual([
      `tables.getItem("KelanTable_x").resize(getRangeByIndexes(${range}))`,
    ]);
  });

  it('are left where nothing is, and made anew where the header moves or the two do not meet', () => {
    expect(fitted(RANGE, RANGE)).toEqual([]);
    for (const change of [{ row: 3 }, { column: 4 }])
      expect(fitted(RANGE, { ...RANGE, ...change })[0]).toContain('convertToRange');
  });

  it('of hers stay where a block of ours begins right beside or below', () => {
    const of = (at: CellBlock): string[] => {
      const sheet = { id: 's', tables: [{ name: 'hers', header: [], criteria: undefined, range: cells(2, 1, 5, 3) }] };
      return saidBy((one) => fitTables(one, planOf({ blocks: [at] }), sheet as unknown as StandingSheet));
    };
    const one = (row: number, column: number): CellBlock => block(row, column, [['a']], [{}]);
    for (const [row, column] of [[2, 4], [2, 0], [7, 1], [1, 1]] as const) expect(of(one(row, column))).toEqual([]);
    for (const [row, column] of [[2, 3], [2, 1], [6, 1]] as const) expect(of(one(row, column))).toEqual(['tables.getItem("hers").convertToRange()']);
  }); // prettier-ignore
});

describe('charts and filters that stand', () => {
  it('are the charts of the plan, each of them', () => {
    const charts = ['a', 'b'].map((id) => ({ ...PLAN.charts[0]!, id }));
    const standing = charts.map(({ id }) => ({ name: `Kelan_${id}`, seriesCount: 1 }));
    expect(
      saidBy((sheet) => writeCharts(sheet, planOf({ charts }), standing)).filter((line) => line.includes('.delete()')),
    ).toEqual([]);
  });

  it('over a row of two cells go by rows', () => {
    const charts = [{ ...PLAN.charts[0]!, series: [{ ...PLAN.charts[0]!.series[0]!, values: cells(1, 1, 1, 2) }] }];
    expect(saidBy((sheet) => writeCharts(sheet, planOf({ charts }), []))[0]).toContain('"Rows"');
  });

  it('find their column under the header, not in a block that ends above it or begins below', () => {
    const criterion = { filterOn: 'Values', values: ['x'] } as unknown as Excel.FilterCriteria;
    const range = cells(3, 1, 4, 2);
    const standing = { id: 's', tables: [{ name: 'T', range, header: ['甲', '乙'], criteria: [null, criterion] }] };
    const two = (row: number, ...values: string[][]): CellBlock => block(row, 1, values, [{}, {}]);
    const [above, header, below] = [two(0, ['标题', ''], ['', ''], ['a', 'b']), two(3, ['甲', '乙']), two(4, ['x', 'y'])];
    for (const blocks of [[above, header, below], [below, above, header]])
      expect(
        saidBy((sheet) =>
          putFiltersBack(sheet, planOf({ blocks, tables: [{ name: 'T', range, style: '', hasFilter: true }] }), standing as unknown as StandingSheet),
        ),
      ).toEqual(['tables.getItem("T").columns.getItemAt(1).filter.apply({"filterOn":"Values","values":["x"]})']);
  }); // prettier-ignore
});

describe('words for Excel', () => {
  it('are addresses without sheet and dollars, whether they had some or not', () => {
    expect(['x!A1:B2', 'A1', '$A$1', "'a!b'!C3,'a!b'!$D$4"].map(bareAddress)).toEqual(['A1:B2', 'A1', 'A1', 'C3,D4']);
  });

  it('are texts of any length that Excel would take for a number: they stay text', () => {
    for (const length of [15, 40, 41, 300]) expect(inputOf('1'.repeat(length), false)).toBe(`'${'1'.repeat(length)}`);
  });
});
