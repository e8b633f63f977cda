import { refresh, type RefreshRequest } from '../../../src/app/refresh';
import { restoreReports } from '../../../src/app/restore';
import { dayOf } from '../../../src/core/model/day';
import { makeMemoryHost, type MemoryHost } from '../../../src/hosts/memory/memory-host';
import { readUndo, rotateUndo, UNDO_ID, unpackPlan } from '../../../src/reports/standing/undo-sheet';
import type { CellValue } from '../../../src/workbook/cell-value';
import type { WorkbookHost } from '../../../src/workbook/workbook-host';
import { findCell } from '../../support/plan-cells';

const REPORTS = ['clientTiers', 'settings', 'refreshLog', 'indicators'];

const makeBook = (): MemoryHost =>
  makeMemoryHost({
    sheets: [
      {
        name: '销售明细',
        rows: [
          ['日期', '客户编号', '客户名称', '金额'],
          [46027, 'K1', '绿源饲料', 7000],
          [46058, 'K2', '金牧农业', 2000],
        ],
      },
    ],
  });

const requestOf = (month: number, changes: Partial<RefreshRequest> = {}): RefreshRequest => ({
  clock: { today: dayOf(2026, month, 28), now: `2026-0${month}-28 09:00`, version: '1' },
  lang: 'zh',
  asOf: dayOf(2026, month, 28),
  reports: REPORTS,
  ...changes,
});

const at = (month: number) => ({ clock: requestOf(month).clock, lang: 'zh' as const });
const cellsOf = async (host: MemoryHost, id: string): Promise<readonly (readonly CellValue[])[]> =>
  (await host.readReport(id))!.cells;
/** Words and figures of a sheet; the blank ends of lines and sheets say nothing. */
const shown = (cells: readonly (readonly CellValue[])[]): string =>
  JSON.stringify(
    cells.map((line) => line.filter((cell) => cell !== null && cell !== '')).filter(({ length }) => length > 0),
  );

/** Writes into a cell of a sheet by name, as the person would. */
function type(host: MemoryHost, sheet: string, row: number, column: number, value: CellValue): void {
  const line = (host.rowsOf(sheet)[row] ??= []);
  while (line.length <= column) line.push(null);
  line[column] = value;
}

async function typeNote(host: MemoryHost, client: string, note: string): Promise<void> {
  const cells = await cellsOf(host, 'clientTiers');
  const header = findCell(cells, '备注');
  type(host, '客户等级', findCell(cells, client).row, header.column, note);
}

async function twoRefreshes(): Promise<{ readonly host: MemoryHost; readonly before: string }> {
  const host = makeBook();
  await refresh(host, requestOf(3));
  await typeNote(host, 'K1', '三月的话');
  // Nothing but her typing is new: the sheets that stand are those of this refresh.
  await refresh(host, requestOf(3));
  const before = shown(await cellsOf(host, 'clientTiers'));
  // The wrong file: figures of somebody else.
  host.rowsOf('销售明细').splice(1, 2, [46027, 'K1', '绿源饲料', 1], [46058, 'K9', '别家公司', 999999]);
  await refresh(host, requestOf(4));
  return { host, before };
}

describe('the way back', () => {
  it('puts our sheets back as they stood before the last refresh, and leaves hers alone', async () => {
    const { host, before } = await twoRefreshes();
    const hers = JSON.stringify(host.rowsOf('销售明细'));
    expect(shown(await cellsOf(host, 'clientTiers'))).not.toBe(before);
    const done = await restoreReports(host, at(4));
    expect(done.outcome).toBe('done');
    expect(shown(await cellsOf(host, 'clientTiers'))).toBe(before);
    expect(JSON.stringify(host.rowsOf('销售明细'))).toBe(hers);
    expect(shown(await cellsOf(host, 'refreshLog'))).not.toContain('2026-04-28');
    // The snapshot of the wrong file is gone with it.
    expect(shown(await cellsOf(host, 'history'))).not.toContain('2026-04-28');
  });

  it('keeps what was typed since: beside its client, else on 留言', async () => {
    const { host } = await twoRefreshes();
    await typeNote(host, 'K1', '四月的话');
    await typeNote(host, 'K9', '别家的话');
    type(host, '客户等级', 40, 9, '表外的话');
    const done = await restoreReports(host, at(4));
    const tiers = await cellsOf(host, 'clientTiers');
    const row = tiers[findCell(tiers, 'K1').row]!;
    expect(row[findCell(tiers, '备注').column]).toBe('四月的话');
    const notes = shown(await cellsOf(host, 'keptNotes'));
    for (const words of ['别家的话', '表外的话']) expect([words, notes.includes(words)]).toEqual([words, true]);
    expect(done.outcome === 'done' && done.notes.some(({ zh }) => zh.includes('留言'))).toBe(true);
  });

  it('done twice takes itself back, and a refresh afterwards goes on as if nothing had been', async () => {
    const { host, before } = await twoRefreshes();
    const wrong = shown(await cellsOf(host, 'clientTiers'));
    await restoreReports(host, at(4));
    await restoreReports(host, at(4));
    expect(shown(await cellsOf(host, 'clientTiers'))).toBe(wrong);
    await restoreReports(host, at(4));
    host.rowsOf('销售明细').splice(1, 2, [46027, 'K1', '绿源饲料', 7000], [46058, 'K2', '金牧农业', 2000]);
    const again = await refresh(host, requestOf(3));
    if (again.outcome !== 'done') throw new Error('nothing was refreshed');
    expect(shown(await cellsOf(host, 'clientTiers'))).toBe(before);
    expect(again.notes).toEqual([]);
  });

  it('says so where there is nothing to go back to', async () => {
    const host = makeBook();
    expect(await restoreReports(host, at(3))).toMatchObject({ outcome: 'nothing' });
    await refresh(host, requestOf(3));
    expect(await restoreReports(host, at(3))).toMatchObject({ outcome: 'nothing' });
  });

  it('says which sheets came only with the last refresh', async () => {
    const host = makeBook();
    await refresh(host, requestOf(3));
    await refresh(host, requestOf(4, { reports: [...REPORTS, 'dataCheck'] }));
    const done = await restoreReports(host, at(4));
    expect(done.outcome === 'done' && done.notes.map(({ zh }) => zh)).toEqual([
      '上次刷新才有的表没有以前的样子，保持不动：数据检查。',
    ]);
  });

  it('is damaged, not fatal: a piece that lacks leaves its sheet out', async () => {
    const { host } = await twoRefreshes();
    const state = readUndo(await host.readReport(UNDO_ID));
    expect([...state.before.keys()].sort()).toEqual([...REPORTS, 'history'].sort());
    expect(unpackPlan(state.before.get('clientTiers')!.slice(0, 40))).toBeUndefined();
    const rows = host.rowsOf('Kelan before');
    const at2 = rows.findIndex(([generation, id]) => generation === 'before' && id === 'clientTiers');
    rows.splice(at2, 1);
    expect(readUndo(await host.readReport(UNDO_ID)).before.has('clientTiers')).toBe(false);
  });

  it('is not kept of a book too large for it', async () => {
    const { host } = await twoRefreshes();
    const plan = host.planOf('clientTiers')!;
    const line = Array.from({ length: 100 }, () => 1);
    const large = {
      ...plan,
      fingerprint: 'other',
      blocks: [{ row: 0, column: 0, values: Array.from({ length: 4001 }, () => line), styles: [] }],
    };
    const parts = { hers: [], bodies: [], anywhere: [], keyed: [] };
    const state = readUndo(await host.readReport(UNDO_ID));
    expect(rotateUndo(state, [{ plan: large, parts }])).toEqual({ now: new Map(), before: new Map() });
  });

  it('notes formulas that she wrote word for word', async () => {
    const { host } = await twoRefreshes();
    const header = findCell(await cellsOf(host, 'clientTiers'), '备注');
    const row = findCell(await cellsOf(host, 'clientTiers'), 'K1').row;
    type(host, '客户等级', row, header.column, 7000.5);
    const formula = { row, column: header.column, formula: '=SUM(D7:D8)/2' };
    const withFormula: WorkbookHost = {
      ...host,
      readReport: async (id) => {
        const snapshot = await host.readReport(id);
        return snapshot && id === 'clientTiers' ? { ...snapshot, formulas: [formula] } : snapshot;
      },
    };
    const done = await restoreReports(withFormula, at(4));
    expect(done.outcome === 'done' && done.notes.map(({ zh }) => zh)).toEqual([
      '您在报表上写的公式（1 条）原文已记在「留言」：报表重写后，格子里只有它的结果。',
    ]);
    const noted = (await cellsOf(host, 'keptNotes')).filter((line) => line.includes('=SUM(D7:D8)/2'));
    expect(noted).toEqual([['2026-04-28', '客户等级', '备注', 'K1', '=SUM(D7:D8)/2']]);
    const again = await restoreReports(host, at(4));
    expect(again.outcome === 'done' && again.notes).toEqual([]);
  });
});
