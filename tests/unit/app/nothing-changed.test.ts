import type { Clock } from '../../../src/app/clock';
import { refresh, type RefreshDone, type RefreshRequest } from '../../../src/app/refresh';
import { dayOf } from '../../../src/core/model/day';
import { makeMemoryHost, type MemoryHost } from '../../../src/hosts/memory/memory-host';
import * as layouts from '../../../src/reports/layout/lay-out-reports';
import type { CellValue } from '../../../src/workbook/cell-value';

jest.mock('../../../src/reports/layout/lay-out-reports', () => {
  const real = jest.requireActual<typeof layouts>('../../../src/reports/layout/lay-out-reports');
  return { ...real, layOutReports: jest.fn(real.layOutReports) };
});
const layOutReports = jest.mocked(layouts.layOutReports);

const clock: Clock = { today: dayOf(2026, 6, 30), now: '2026-06-30 09:12', version: '0.0.0' };

const SALES: CellValue[][] = [
  ['日期', '客户编号', '客户名称', '地区', '金额', '到期日'],
  ['2026/1/5', 'C1', '甲公司', '华东', 7000, '2026/2/5'],
  ['2026/2/6', 'C2', '乙公司', '华北', 2000, '2026/3/6'],
  ['2026/3/7', 'C3', '丙公司', '华东', 1000, '2026/4/7'],
];

const workbook = (): MemoryHost =>
  makeMemoryHost({ sheets: [{ name: '销售明细', rows: SALES.map((row) => [...row]) }] });

const run = async (host: MemoryHost, changes: Partial<RefreshRequest> = {}): Promise<RefreshDone> => {
  const result = await refresh(host, { clock, lang: 'zh', ...changes });
  if (result.outcome !== 'done') throw new Error(result.missing.map(({ zh }) => zh).join());
  return result;
};

/** How often sheets are laid out by a run. */
async function laidOutBy(work: () => Promise<unknown>): Promise<number> {
  layOutReports.mockClear();
  await work();
  return layOutReports.mock.calls.length;
}

describe('a refresh with nothing changed', () => {
  it('lays out no sheet, and says what laying all of them out would say', async () => {
    const host = workbook();
    const first = await run(host);
    let second: RefreshDone | undefined;
    expect(await laidOutBy(async () => (second = await run(host)))).toBe(0);
    const { written, unchanged, notWritten, analysis, callPlan, cellsNow, notes } = second!;
    expect(written).toEqual([]);
    expect(unchanged).toEqual(first.written);
    expect(notWritten).toEqual(first.notWritten);
    expect(notes).toEqual([]);
    expect(analysis.totals).toEqual(first.analysis.totals);
    expect(JSON.stringify(callPlan)).toBe(JSON.stringify(first.callPlan));
    const words = (cells: ReturnType<typeof cellsNow>): string => JSON.stringify(cells).replace(/(,null|,"")+\]/g, ']');
    expect(words(cellsNow('clientTiers'))).toBe(words(first.cellsNow('clientTiers')));
  });

  describe('says again what it was in doubt of', () => {
    const book = (name: string, ...rows: CellValue[][]): { name: string; rows: CellValue[][] } => ({ name, rows });
    const twoLayouts = [
      book('销售明细', ...SALES),
      book('外销', ['销售日期', '客户', '产品', '数量', '单价'], ['2026/1/8', '丁公司', '豆粕', 3, 100], ['2026/2/8', '戊公司', '玉米', 2, 100], ['2026/3/8', '丁公司', '豆粕', 1, 100]),
    ]; // prettier-ignore
    const twoAmounts = [
      book(
        '销售',
        ['日期', '客户', '金额', '金额'],
        ['2026/1/8', '丁公司', 100, 113],
        ['2026/2/8', '戊公司', 200, 226],
      ),
    ];
    const orders = [
      book('订单', ['订单号', '下单日期', '客户', '产品', '数量', '单价', '订单金额'], ['D1', '2026/1/8', '丁公司', '豆粕', 3, 100, 300], ['D2', '2026/2/8', '戊公司', '玉米', 2, 100, 200]),
    ]; // prettier-ignore

    it.each([
      ['two sheets of sales with other columns both count', twoLayouts, '都是销售明细', 10_600],
      ['the amount may be another column', twoAmounts, '“金额”可能是“C”，也可能是“D”', 300],
      ['orders stand for sales', orders, '“订单”的订单当作销售', 500],
    ])('%s', async (_, sheets, words, netSales) => {
      const host = makeMemoryHost({
        sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) })),
      });
      const first = await run(host, { reports: 'all' });
      expect(first.analysis.totals.netAmount).toBe(netSales * 100);
      const isSaid = (): boolean =>
        host
          .rowsOf('数据检查')
          .flat()
          .some((cell) => String(cell).includes(words));
      expect(isSaid()).toBe(true);
      expect(await laidOutBy(() => run(host, { reports: 'all' }))).toBe(0);
      expect((await run(host, { reports: 'all', asOf: dayOf(2026, 6, 29) })).written.length).toBeGreaterThan(0);
      expect(isSaid()).toBe(true);
    });

    it('but not where she has chosen otherwise', async () => {
      const host = makeMemoryHost({
        sheets: twoAmounts.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) })),
      });
      await run(host, { reports: 'all' });
      const lines = host.rowsOf('参数');
      const row = lines.find((cells) => cells.includes('销售') && cells.some((cell) => cell === 'C'))!;
      row[row.indexOf('C')] = 'D';
      const { analysis } = await run(host, { reports: 'all' });
      expect(analysis.totals.netAmount).toBe(339 * 100);
      expect(
        host
          .rowsOf('数据检查')
          .flat()
          .some((cell) => String(cell).includes('可能是')),
      ).toBe(false);
    });
  });

  it('reads back nothing of a sheet that was not wanted', async () => {
    const host = workbook();
    await run(host, { reports: ['overview', 'clientTiers'] });
    const { unchanged, cellsNow } = await run(host, { reports: ['overview', 'clientTiers'] });
    expect(unchanged.map(({ report }) => report)).toEqual(expect.arrayContaining(['overview', 'clientTiers']));
    expect(cellsNow('clientTiers')).toBeDefined();
    expect(cellsNow('alerts')).toBeUndefined();
  });

  it('does so on another day, where the last day of the data has stayed', async () => {
    const host = workbook();
    await run(host);
    const tomorrow = { ...clock, today: dayOf(2026, 7, 1), now: '2026-07-01 08:00' };
    expect(await laidOutBy(() => run(host, { clock: tomorrow }))).toBe(0);
  });

  it.each<[string, Partial<RefreshRequest>]>([
    ['another threshold', { settings: { 'tier.cutOne': 0.5 } }],
    ['another language', { lang: 'en' }],
    ['another as-of day', { asOf: dayOf(2026, 2, 28) }],
    ['another period', { period: { kind: 'all' } }],
    ['another version', { clock: { ...clock, version: '0.0.1' } }],
    ['another choice of reports', { reports: ['overview'] }],
    ['another client on the card', { cardClient: 'C2' }],
  ])('is none with %s', async (_, changes) => {
    const host = workbook();
    await run(host);
    expect(await laidOutBy(() => run(host, changes))).toBe(1);
  });

  it.each<[string, (host: MemoryHost) => void]>([
    ['another figure', (host) => (host.rowsOf('销售明细')[1]![4] = 7000.01)],
    ['another name', (host) => (host.rowsOf('销售明细')[2]![2] = '乙乙公司')],
    ['a line more', (host) => host.rowsOf('销售明细').push(['2026/3/8', 'C3', '丙公司', '华东', 1, null])],
    ['a line that cannot be used', (host) => host.rowsOf('销售明细').push(['2026/2/30', 'C3', '丙公司', '华东', 1])],
    ['lines in another order', (host) => host.rowsOf('销售明细').push(host.rowsOf('销售明细').splice(1, 1)[0]!)],
    ['another sheet of hers', (host) => host.rename('销售明细', '销售')],
    ['a sheet of ours renamed', (host) => host.rename('客户等级', '等级')],
    ['a sheet of ours removed', (host) => host.remove('客户等级')],
    ['a word typed over a figure of ours', (host) => (host.rowsOf('客户等级')[6]![2] = '她的字')],
    ['a figure of ours cleared', (host) => (host.rowsOf('客户等级')[6]![2] = null)],
    ['a note beside our list', (host) => host.rowsOf('客户等级')[6]!.push(null, '记一笔')],
    ['the record gone', (host) => host.remove('Kelan record')],
    [
      'the record damaged',
      (host) => {
        for (const row of host.rowsOf('Kelan record')) if (row[0] === 'lastRun') row[3] = 'k{"state":$';
      },
    ],
  ])('is none with %s', async (_, change) => {
    const host = workbook();
    await run(host);
    change(host);
    expect(await laidOutBy(() => run(host))).toBe(1);
    // Then nothing is: by the third time also what the settings sheet has learnt has come to rest.
    await run(host);
    expect(await laidOutBy(() => run(host))).toBe(0);
  });
});
