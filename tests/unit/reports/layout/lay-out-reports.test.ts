import fc from 'fast-check';
import type { Lang } from '../../../../src/i18n/lang';
import { layOutReports, type LaidOutReports, type LayOutInput } from '../../../../src/reports/layout/lay-out-reports';
import type { CellRange } from '../../../../src/workbook/address';
import type { PlanValue, SheetPlan } from '../../../../src/workbook/plan';
import {
  anAnalysis,
  manyClients,
  serviceFigures,
  threeClients,
  type Analysed,
} from '../../../support/analysis-builder';
import { aDataset } from '../../../support/dataset-builder';
import { cellsOf, doOverlap, findCell, snapshotOf } from '../../../support/plan-cells';

function layOutOf(analysed: Analysed, changes: Partial<LayOutInput> = {}): LaidOutReports {
  return layOutReports({
    ...analysed,
    lang: 'zh',
    snapshots: new Map(),
    columnMap: [],
    run: { time: '2026-01-05 09:30', version: '0.1.0' },
    sheetNames: ['客户', '交易'],
    dateBase: 1900,
    ...changes,
  });
}

const sheetOf = ({ sheets }: LaidOutReports, id: string): SheetPlan => {
  const found = sheets.find((sheet) => sheet.id === id);
  if (!found) throw new Error(`No sheet ${id}`);
  return found;
};

describe('layOutReports', () => {
  const three = anAnalysis(threeClients(), { settings: { 'report.responsible': '陈静' } });

  it('puts title, as-of day, period and the person responsible on top', () => {
    const cells = cellsOf(sheetOf(layOutOf(three), 'clientTiers'));
    expect(cells[0]).toEqual(['客户等级']);
    expect(cells[1]).toEqual(['1 家Ⅰ类客户占净销售额的 70.0%；最大的东方饲料一家占 70.0%']);
    expect(cells[2]).toEqual(['截止日 2025-12-31   期间 近12个月：2025-01-01 至 2025-12-31   负责人 陈静']);
  });

  it('says so on the overview where nobody is responsible, and leads to the settings', () => {
    const laidOut = layOutOf(anAnalysis(threeClients()));
    const plan = sheetOf(laidOut, 'overview');
    const column = cellsOf(plan)[1]!.indexOf('负责人未填：请在「参数」表填写');
    expect(plan.links).toContainEqual({ row: 1, column, target: { report: 'settings', cell: 'A1' } });
    // For her, not for the meeting: right of all that is printed.
    for (const area of plan.print.areas!) expect(area.column + area.columns).toBeLessThanOrEqual(column);
    // Once, and not on every sheet.
    expect(cellsOf(sheetOf(laidOut, 'clientTiers')).flat()).not.toContain('负责人未填：请在「参数」表填写');
  });

  it('lays the tiers of 70, 20 and 10 out as a native table with a totals row below it', () => {
    const plan = sheetOf(layOutOf(three), 'clientTiers');
    const cells = cellsOf(plan);
    const head = findCell(cells, '客户编号');
    const at = (row: number, header: string): unknown => cells[head.row + row]![cells[head.row]!.indexOf(header)];
    expect([1, 2, 3].map((row) => at(row, '客户编号'))).toEqual(['C1', 'C2', 'C3']);
    expect([1, 2, 3].map((row) => at(row, '净销售额'))).toEqual([70, 20, 10]);
    expect([1, 2, 3].map((row) => at(row, '等级'))).toEqual(['Ⅰ类', 'Ⅱ类', 'Ⅲ类']);
    expect([1, 2, 3].map((row) => at(row, '累计占比'))).toEqual([0.7, 0.9, 1]);
    expect(at(4, '客户编号')).toBe('合计');
    expect(at(4, '净销售额')).toBe(100);
    const table = plan.tables.find(({ name }) => name === 'KelanTable_clientTiers')!;
    expect(table.range).toEqual({ row: head.row, column: 0, rows: 4, columns: cells[head.row]!.length });
    expect(plan.freeze).toEqual({ rows: head.row + 1, columns: 2 });
  });

  it('writes days as serials of the workbook’s date base', () => {
    // 2025-03-01 is serial 45717 in the 1900 base; 1,462 less in the 1904 base.
    const lastDeal = (dateBase: 1900 | 1904): unknown => {
      const cells = cellsOf(sheetOf(layOutOf(three, { dateBase }), 'clientStatistics'));
      const head = findCell(cells, '客户编号');
      return cells[head.row + 1]![cells[head.row]!.indexOf('最近交易')];
    };
    expect(lastDeal(1900)).toBe(45717);
    expect(lastDeal(1904)).toBe(44255);
  });

  it('shows — for what is missing, and why under the table', () => {
    const sheets = layOutOf(three);
    const cells = cellsOf(sheetOf(sheets, 'clientStatistics'));
    const words = cells.flat().filter((cell): cell is string => typeof cell === 'string');
    expect(words.some((text) => text.startsWith('— 上期净销售额：'))).toBe(true);
    const distribution = cellsOf(sheetOf(sheets, 'distribution'));
    const head = findCell(distribution, '销售数量');
    expect(distribution[head.row + 1]![head.column]).toBe('—');
    expect(distribution.flat()).toContain('— 销售数量：缺少「交易」的「数量」列');
  });

  it('names a client without region as not filled in, never dropped', () => {
    const cells = cellsOf(sheetOf(layOutOf(three), 'distribution')).flat();
    expect(cells).toContain('未填');
  });

  it('does not write what its input does not carry, and says which column', () => {
    const clientsOnly = anAnalysis(
      aDataset()
        .withClients([{ code: 'C1', name: '甲' }])
        .withTransactions([{ client: 'C1', day: '2025-05-01' }])
        .build(),
    );
    const { notWritten, sheets } = layOutOf(clientsOnly);
    expect(notWritten.find(({ report }) => report === 'clientTiers')?.why.zh).toBe('缺少「交易」的「金额」列');
    expect(notWritten.find(({ report }) => report === 'complaints')).toBeDefined();
    expect(sheets.map(({ id }) => id)).toEqual(expect.arrayContaining(['dataCheck', 'settings', 'refreshLog']));
  });

  it('writes the chosen reports only, in sheet order', () => {
    const { sheets, notWritten } = layOutOf(three, { chosen: ['dataCheck', 'clientTiers'] });
    expect(sheets.map(({ id }) => id)).toEqual(['clientTiers', 'dataCheck', 'history']);
    expect(notWritten.find(({ report }) => report === 'overview')?.why).toEqual({ zh: '没有选', en: 'not chosen' });
  });

  it('leads to written sheets only', () => {
    const plan = sheetOf(layOutOf(three, { chosen: ['overview', 'clientTiers'] }), 'overview');
    const targets = plan.links.flatMap(({ target }) => ('report' in target ? [target.report] : []));
    expect(new Set(targets)).toEqual(new Set(['clientTiers', 'history']));
  });

  it('leaves her sheet of the same name alone and says what ours is called', () => {
    const out = layOutOf(three, { sheetNames: ['概览', '交易'] });
    expect(sheetOf(out, 'overview').name).toBe('概览 (客览)');
    expect(out.notes).toHaveLength(1);
    expect(out.notes[0]!.zh).toContain('概览 (客览)');
  });

  it('keeps the name that a sheet of ours has been given', () => {
    const first = sheetOf(layOutOf(three), 'overview');
    const snapshots = new Map([['overview', { ...snapshotOf(first), sheetName: '首页' }]]);
    expect(sheetOf(layOutOf(three, { snapshots }), 'overview').name).toBe('首页');
  });

  it('keeps what starts with = a string', () => {
    const evil = anAnalysis(
      aDataset()
        .withClients([{ code: '=1+1', name: '@SUM(A1)' }])
        .withTransactions([{ client: '=1+1', day: '2025-05-01', amount: 10 }])
        .build(),
    );
    const cells = cellsOf(sheetOf(layOutOf(evil), 'clientTiers')).flat();
    expect(cells).toEqual(expect.arrayContaining(['=1+1', '@SUM(A1)']));
  });

  it('gives equal sheets for equal input, and other fingerprints for other figures', () => {
    const again = layOutOf(anAnalysis(threeClients(), { settings: { 'report.responsible': '陈静' } }));
    const { sheets, notWritten, notes } = layOutOf(three);
    expect({ sheets: again.sheets, notWritten: again.notWritten, notes: again.notes }).toEqual({
      sheets,
      notWritten,
      notes,
    });
    const other = layOutOf(anAnalysis(threeClients(), { settings: { 'tier.cutOne': 0.5 } }));
    expect(sheetOf(other, 'clientTiers').fingerprint).not.toBe(sheetOf(again, 'clientTiers').fingerprint);
  });

  it('changes nothing on a second refresh', () => {
    const first = layOutOf(three);
    const snapshots = new Map(first.sheets.map((sheet) => [sheet.id, snapshotOf(sheet)]));
    const second = layOutOf(three, { snapshots, run: { time: '2026-01-06 10:00', version: '0.1.0' } });
    expect(second.sheets.map(({ fingerprint }) => fingerprint)).toEqual(
      first.sheets.map(({ fingerprint }) => fingerprint),
    );
  });

  it('says the same numbers in both languages', () => {
    const base = anAnalysis(manyClients(30, 400));
    const analysed: Analysed = { ...base, analysis: { ...base.analysis, ...serviceFigures(base.analysis) } };
    const numbersOf = (lang: Lang): number[][] =>
      layOutOf(analysed, { lang }).sheets.map((sheet) =>
        sheet.blocks
          .flatMap(({ values }) => values.flat())
          .filter((value): value is number => typeof value === 'number'),
      );
    expect(numbersOf('en')).toEqual(numbersOf('zh'));
  });

  it('leaves no Chinese on English sheets but what the data say', () => {
    const base = anAnalysis(
      aDataset()
        .withRows(
          'clients',
          [
            { code: 'C1', name: 'East Feed', region: 'East' },
            { code: 'C2', name: 'South Trade' },
          ],
          'Clients',
        )
        .withTransactions(
          [
            { client: 'C1', day: '2025-03-01', amount: 70, quantity: 2 },
            { client: 'C2', day: '2024-05-01', amount: 20, quantity: 1 },
          ],
          'Sales',
        )
        .withAccount('Clients', 'clients', { read: 2 })
        .withAccount('Sales', 'transactions', { read: 2 })
        .build(),
    );
    const words = layOutOf(base, { lang: 'en' }).sheets.flatMap((sheet) => [
      sheet.name,
      sheet.print.header,
      sheet.print.footer,
      ...sheet.blocks.flatMap(({ values }) => values.flat()),
      ...sheet.charts.flatMap(({ title, description, series }) => [
        title,
        description,
        ...series.map(({ name }) => name),
      ]),
    ]);
    expect(words.filter((word) => typeof word === 'string' && /[\u4e00-\u9fff]/.test(word))).toEqual([]);
  });
});

/** Everything of a plan that takes up cells for itself. */
function checkPlan(plan: SheetPlan): string[] {
  const faults: string[] = [];
  const blocks: CellRange[] = plan.blocks.map(({ row, column, values, styles }) => {
    if (values.some((line) => line.length !== styles.length)) faults.push(`${plan.id}: a block is no rectangle`);
    return { row, column, rows: values.length, columns: styles.length };
  });
  const pairwise = (ranges: readonly CellRange[], what: string): void => {
    const sorted = [...ranges].sort((a, b) => a.row - b.row);
    for (let i = 0; i < sorted.length; i++)
      for (let j = i + 1; j < sorted.length && sorted[j]!.row < sorted[i]!.row + sorted[i]!.rows; j++)
        if (doOverlap(sorted[i]!, sorted[j]!)) faults.push(`${plan.id}: ${what} overlap at row ${sorted[j]!.row}`);
  };
  pairwise(blocks, 'blocks');
  pairwise(
    plan.tables.map(({ range }) => range),
    'tables',
  );
  pairwise(
    plan.charts.map(({ anchor }) => anchor),
    'charts',
  );
  pairwise(plan.merges, 'merges');
  const cells = cellsOf(plan);
  for (const { anchor, categories, series } of plan.charts) {
    if (blocks.some((block) => doOverlap(block, anchor))) faults.push(`${plan.id}: a chart covers cells`);
    for (const range of [categories, ...series.map(({ values }) => values)])
      for (let row = range.row; row < range.row + range.rows; row++)
        if (cells[row]?.[range.column] === undefined) faults.push(`${plan.id}: a chart reads a cell that is not there`);
    for (const { values } of series)
      for (let row = values.row; row < values.row + values.rows; row++)
        if (typeof cells[row]?.[values.column] === 'string')
          faults.push(`${plan.id}: a chart would draw words as zero`);
  }
  for (const { range } of plan.tables) {
    if (plan.merges.some((merge) => doOverlap(merge, range))) faults.push(`${plan.id}: a merge in a table`);
    const headers = cells[range.row]!.slice(range.column, range.column + range.columns);
    if (headers.some((header) => typeof header !== 'string' || header === ''))
      faults.push(`${plan.id}: a table without header`);
    if (new Set(headers.map((header) => String(header).toLowerCase())).size !== headers.length)
      faults.push(`${plan.id}: headers of a table are equal`);
    if (range.rows < 2) faults.push(`${plan.id}: a table without rows`);
  }
  const lastColumn = plan.columnWidths.length;
  for (const { column, columns } of blocks)
    if (column + columns > lastColumn) faults.push(`${plan.id}: a column without width`);
  if (plan.columnWidths.some((width) => !(width >= 0 && width <= 255)))
    faults.push(`${plan.id}: a width out of bounds`);
  const isClean = (value: PlanValue): boolean =>
    value === null ||
    typeof value === 'boolean' ||
    (typeof value === 'number' ? Number.isFinite(value) : !/undefined|NaN|\[object/.test(value));
  if (!cells.flat().every((value) => isClean(value as PlanValue))) faults.push(`${plan.id}: a cell that says nothing`);
  for (const { row, column } of plan.links)
    if (typeof cells[row]?.[column] !== 'string') faults.push(`${plan.id}: a link on an empty cell`);
  return faults;
}

describe('every plan, whatever the analysis', () => {
  it('has blocks, tables, merges and charts that keep out of each other’s way', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 1, max: 1e6 }),
        fc.boolean(),
        fc.constantFrom<Lang>('zh', 'en'),
        fc.constantFrom('last12m', 'all', 'ytd'),
        (clients, lines, seed, hasService, lang, period) => {
          const base = anAnalysis(manyClients(clients, lines, seed), { period: { kind: period } });
          const analysis = hasService ? { ...base.analysis, ...serviceFigures(base.analysis) } : base.analysis;
          const { sheets } = layOutOf({ ...base, analysis }, { lang });
          expect(sheets.flatMap(checkPlan)).toEqual([]);
          const tables = sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name));
          expect(new Set(tables).size).toBe(tables.length);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('holds for an empty workbook', () => {
    const { sheets } = layOutOf(anAnalysis(aDataset().build()));
    expect(sheets.map(({ id }) => id)).toEqual([
      'overview',
      // A text to read, of no figures.
      'handbook',
      'dataCheck',
      'settings',
      'refreshLog',
      'history',
    ]);
    expect(sheets.flatMap(checkPlan)).toEqual([]);
  });
});
