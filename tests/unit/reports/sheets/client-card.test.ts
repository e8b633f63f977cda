import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { analyseWorkbook } from '../../../golden/our-road';
import type { CallPlan } from '../../../../src/core/plan/call-plan';
import { layOutReports, type LaidOutReports } from '../../../../src/reports/layout/lay-out-reports';
import type { SheetPlan } from '../../../../src/workbook/plan';
import { anAnalysis, threeClients, type Analysed } from '../../../support/analysis-builder';
import { cellsOf, findCell, snapshotOf } from '../../../support/plan-cells';
import { hasSharedWorkbook, SHARED_DATA } from '../../../support/shared-workbook';

const SAMPLE = join(__dirname, '../../../../assets/kelan-sample.xlsx');

interface CardOptions {
  readonly cardClient?: string;
  readonly before?: SheetPlan;
  readonly callPlan?: CallPlan;
}

const cardOf = (book: Analysed, options: CardOptions = {}): SheetPlan => layOutCard(book, options).sheets[0]!;

function layOutCard(book: Analysed, { before, ...options }: CardOptions): LaidOutReports {
  return layOutReports({
    ...book,
    ...options,
    lang: 'zh',
    chosen: ['clientCard'],
    snapshots: new Map(before ? [['clientCard', snapshotOf(before)]] : []),
    columnMap: [],
    run: { time: '2026-01-01 08:00', version: '1' },
    sheetNames: [],
    dateBase: 1900,
  });
}

/** What the plan itself says that each formula shows. */
function shownBy(plan: SheetPlan): (string | number)[] {
  const cells = cellsOf(plan);
  return plan.formulas!.map(({ row, column }) => (cells[row]?.[column] ?? '') as string | number);
}
const pickOf = (plan: SheetPlan): { row: number; column: number } => {
  const { row } = findCell(cellsOf(plan), '选择客户');
  return { row, column: 1 };
};

/** What IronCalc shows in every formula of the card after each of some words was picked. */
function recalculate(plan: SheetPlan, words: readonly string[]): string[][] {
  const formulas = plan.formulas ?? [];
  const cells = cellsOf(plan).flatMap((line, row) =>
    line.flatMap((value, column) => (value === null || value === '' ? [] : [{ row, column, value }])),
  );
  const job = JSON.stringify({ cells, formulas, pick: pickOf(plan), words, watch: formulas });
  const script = join(__dirname, '../../../support/recalculate.mjs');
  return JSON.parse(execFileSync('node', [script], { input: job, maxBuffer: 1e9, encoding: 'utf8' })) as string[][];
}

/** General format shows ten digits or so: figures are compared as numbers, words as they are. */
function isSame(shown: string, expected: string | number): boolean {
  if (typeof expected === 'string') return shown === expected;
  return shown !== '' && Math.abs(Number(shown) - expected) <= 1e-7 * Math.max(1, Math.abs(expected));
}

/** Where the table beside the card begins. */
const TABLE_COLUMN = 12;

/** Every cell of the card against the table's own, found by the words at its left and the table's headers. */
function differencesOf(book: Analysed): string[] {
  const plan = cardOf(book);
  const cells = cellsOf(plan);
  const { row: headerRow } = pickOf(plan);
  const headers = cells[headerRow]!.slice(TABLE_COLUMN);
  const table = cells
    .slice(headerRow + 1)
    .map((line) => line.slice(TABLE_COLUMN))
    .filter(([pick]) => typeof pick === 'string' && pick !== '');
  expect(table).toHaveLength(book.analysis.clients.length);
  const fields = plan.formulas!.flatMap(({ row, column }, at) => {
    const header = headers.indexOf(cells[row]![column - 1] ?? null);
    return header < 0 ? [] : [{ at, header }];
  });
  // All but the row found and the sentence beside the drop-down.
  expect(fields).toHaveLength(plan.formulas!.length - 2);
  return recalculate(
    plan,
    table.map(([pick]) => String(pick)),
  ).flatMap((shown, row) =>
    fields.flatMap(({ at, header }) => {
      const expected = (table[row]![header] ?? '') as string | number;
      return isSame(shown[at]!, expected)
        ? []
        : [`${String(table[row]![0])}, ${String(headers[header])}: ${shown[at]} for ${expected}`];
    }),
  );
}

describe('the client card', () => {
  const book = anAnalysis(threeClients());

  it('shows the largest client first, and the one asked for by code, by name or by part of it', () => {
    const nameOn = (plan: SheetPlan): unknown => {
      const cells = cellsOf(plan);
      const { row } = findCell(cells, '基本情况');
      return cells[row + 1]![1];
    };
    expect(nameOn(cardOf(book))).toBe('东方饲料');
    expect(nameOn(cardOf(book, { cardClient: 'c3' }))).toBe('西岭牧业');
    expect(nameOn(cardOf(book, { cardClient: '南海贸易' }))).toBe('南海贸易');
    expect(nameOn(cardOf(book, { cardClient: '海贸' }))).toBe('南海贸易');
  });

  it('keeps the client that she picked over a refresh, and words that mean nobody', () => {
    const first = cardOf(book, { cardClient: 'C2' });
    expect(cardOf(book, { before: first }).blocks).toEqual(first.blocks);
    const nobody = cardOf(book, { cardClient: '没有这家' });
    const { row, column } = pickOf(nobody);
    expect(cellsOf(nobody)[row]![column]).toBe('没有这家');
    expect(cellsOf(nobody)[row]![4]).toContain('没有找到');
  });

  it('works out the same by its formulas in another engine, for whatever is picked or typed', () => {
    expect(differencesOf(book)).toEqual([]);
    const plan = cardOf(book);
    const nameAt = shownBy(plan).indexOf('东方饲料');
    const shown = recalculate(plan, ['C3', '西岭牧业', '海贸', '没有这家', '']);
    expect(shown.map((values) => values[nameAt])).toEqual(['西岭牧业', '西岭牧业', '南海贸易', '', '']);
  });

  it('shows every client of the sample as the analysis has it', async () => {
    const sample = await analyseWorkbook(SAMPLE);
    expect(differencesOf(sample)).toEqual([]);
  });

  const itWithNorthwind = hasSharedWorkbook('northwind.xlsx') ? it : it.skip;
  itWithNorthwind('shows every client of northwind as the analysis has it', async () => {
    expect(differencesOf(await analyseWorkbook(join(SHARED_DATA, 'northwind.xlsx')))).toEqual([]);
  });
});
