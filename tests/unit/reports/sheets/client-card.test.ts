import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { analyseWorkbook } from '../../../golden/our-road';
import type { CallPlan } from '../../../../src/core/plan/call-plan';
import { layOutReports, type LaidOutReports } from '../../../../src/reports/layout/lay-out-reports';
import type { CellValue } from '../../../../src/workbook/cell-value';
import type { SheetPlan } from '../../../../src/workbook/plan';
import { anAnalysis, threeClients, type Analysed } from '../../../support/analysis-builder';
import { cellsOf, findCell, snapshotOf } from '../../../support/plan-cells';
import { hasLibreOffice, recalculateInLibreOffice } from '../../../support/recalculate-in-libreoffice';
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

/** What works out the formulas of the card for some words: by word, what each formula shows. */
type Engine = (plan: SheetPlan, words: readonly string[]) => string[][];

const inLibreOffice: Engine = (plan, words) => {
  const formulas = plan.formulas ?? [];
  const shown = recalculateInLibreOffice(cellsOf(plan), formulas, pickOf(plan), words);
  return shown.map((cells) => formulas.map(({ row, column }) => cells[row]?.[column] ?? ''));
};

/** The rows of the table beside the card, by its headers. */
function tableOf(plan: SheetPlan): { readonly headers: readonly CellValue[]; readonly rows: CellValue[][] } {
  const cells = cellsOf(plan);
  const { row: headerRow } = pickOf(plan);
  return {
    headers: cells[headerRow]!.slice(TABLE_COLUMN),
    rows: cells
      .slice(headerRow + 1)
      .map((line) => line.slice(TABLE_COLUMN))
      .filter(([pick]) => typeof pick === 'string' && pick !== ''),
  };
}

/** Every cell of the card against the table's own, found by the words at its left and the table's headers. */
function differencesOf(book: Analysed, engine: Engine = recalculate): string[] {
  const plan = cardOf(book);
  const cells = cellsOf(plan);
  const { headers, rows } = tableOf(plan);
  expect(rows).toHaveLength(book.analysis.clients.length);
  const fields = plan.formulas!.flatMap(({ row, column }, at) => {
    const header = headers.indexOf(cells[row]![column - 1] ?? null);
    return header < 0 ? [] : [{ at, header }];
  });
  // All but the row found and the sentence beside the drop-down.
  expect(fields).toHaveLength(plan.formulas!.length - 2);
  const words = rows.map(([pick]) => String(pick));
  return engine(plan, words).flatMap((shown, row) =>
    fields.flatMap(({ at, header }) => {
      const expected = (rows[row]![header] ?? '') as string | number;
      return isSame(shown[at]!, expected)
        ? []
        : [`${String(rows[row]![0])}, ${String(headers[header])}: ${shown[at]} for ${expected}`];
    }),
  );
}

/** Figures of the table beside the card against the analysis itself: where both are known. */
function differencesFromAnalysis({ analysis }: Analysed, plan: SheetPlan): string[] {
  const { headers, rows } = tableOf(plan);
  const { receivables, credit } = analysis;
  const money = (fen: number | undefined): number | undefined => (fen === undefined ? undefined : fen / 100);
  return rows.flatMap((line) => {
    const at = (header: string): CellValue => line[headers.indexOf(header)] ?? null;
    const index = analysis.clients.findIndex(({ code, name }) =>
      code === '' ? name === at('客户名称') : code === at('客户编号'),
    );
    const { netAmount, orders } = analysis.clients[index]!;
    const owed = receivables.known ? receivables.value.clients[index] : undefined;
    const limit = credit.known ? credit.value.clients[index]!.limit : undefined;
    const wanted: Readonly<Record<string, number | undefined>> = {
      净销售额: money(netAmount),
      订单数: orders,
      可催收: money(owed?.open),
      逾期: money(owed?.overdue),
      现有额度: limit?.known ? money(limit.value) : undefined,
    };
    return Object.entries(wanted).flatMap(([header, value]) =>
      value === undefined || !headers.includes(header) || typeof at(header) !== 'number' || at(header) === value
        ? []
        : [`${String(line[0])}, ${header}: ${String(at(header))} for ${value}`],
    );
  });
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

  const itInLibreOffice = hasLibreOffice ? it : it.skip;
  const inOffice = hasLibreOffice ? 'in LibreOffice' : 'in LibreOffice (skipped: it is not installed)';
  const TWO_PROGRAMS = 300_000;

  describe.each([
    ['the sample', SAMPLE],
    ['northwind', join(SHARED_DATA, 'northwind.xlsx')],
  ])('of every client of %s', (name, path) => {
    const isThere = name === 'the sample' || hasSharedWorkbook('northwind.xlsx');
    let read: Analysed;
    beforeAll(async () => {
      if (isThere) read = await analyseWorkbook(path);
    });

    (isThere ? it : it.skip)('has the figures of the analysis', () => {
      expect(differencesFromAnalysis(read, cardOf(read))).toEqual([]);
    });

    (isThere ? it : it.skip)('shows them by its formulas in IronCalc', () => {
      expect(differencesOf(read)).toEqual([]);
    });

    (isThere ? itInLibreOffice : it.skip)(
      `shows them by its formulas ${inOffice}`,
      () => {
        expect(differencesOf(read, inLibreOffice)).toEqual([]);
      },
      TWO_PROGRAMS,
    );
  });
});
