import type { Clock } from '../../../src/app/clock';
import type { RefreshView } from '../../../src/app/desk/desk';
import { openDesk } from '../../../src/app/desk/open-desk';
import { dayOf } from '../../../src/core/model/day';
import { makeMemoryHost, type MemoryHost } from '../../../src/hosts/memory/memory-host';
import type { CellValue } from '../../../src/workbook/cell-value';
import { parseAddress } from '../../../src/workbook/address';
import type { Lang } from '../../../src/i18n/lang';

const clockAt = (now: string): Clock => ({ today: dayOf(2026, 6, 30), now, version: '0.0.0' });

/** Sales 7,000, 2,000 and 1,000: with cuts at 70 % and 90 %, one client in each tier. */
const sales = (amountOfB: number): CellValue[][] => [
  ['日期', '客户编号', '客户名称', '金额'],
  ['2026/1/5', 'C1', '甲公司', 7000],
  ['2026/2/6', 'C2', '乙公司', amountOfB],
  ['2026/3/7', 'C3', '丙公司', 1000],
];

type Done = Extract<RefreshView, { outcome: 'done' }>;

async function refreshOn(host: MemoryHost, now: string, lang: Lang = 'zh'): Promise<Done> {
  // A desk of its own: nothing is remembered but what stands in the workbook.
  const result = await openDesk(host, () => clockAt(now)).refresh({ lang });
  if (result.outcome !== 'done') throw new Error('nothing was analysed');
  return result;
}

const cellAt = (host: MemoryHost, place: { sheet: string; cell: string }): readonly CellValue[] => {
  const { row } = parseAddress(place.cell)!;
  return host.rowsOf(place.sheet)![row]!;
};

describe('what is other than at the refresh before', () => {
  let host: MemoryHost;
  beforeEach(() => {
    host = makeMemoryHost({ sheets: [{ name: '销售明细', rows: sales(2000) }] });
  });

  it('says nothing at the first refresh, and nothing is new then', async () => {
    const first = await refreshOn(host, '2026-06-30 09:00');
    expect(first.since).toBeUndefined();
    expect(first.alerts.filter(({ isNew }) => isNew)).toEqual([]);
  });

  it('tells the change of net sales and who moved tier, with the row of each on the sheet', async () => {
    await refreshOn(host, '2026-06-30 09:00');
    // 12,000 of 20,000 is 60 %: 乙 leads now, 甲 reaches 95 % from 60 %; the first client to cross 70 % is 甲.
    host.rowsOf('销售明细')[2]![3] = 12000;
    const { since } = await refreshOn(host, '2026-06-30 09:30');
    expect(since?.time).toBe('2026-06-30 09:00');
    expect(since?.netAmount).toEqual({ before: '10,000.00', now: '20,000.00', change: '+10,000.00' });
    const moved = since!.movedClients.map(({ name, from, to }) => `${name} ${from.zh} → ${to.zh}`);
    expect(moved).toContain('乙公司 Ⅱ类 → Ⅰ类');
    expect(since?.moved).toBe(moved.length);
    const place = since!.movedClients.find(({ name }) => name === '乙公司')!.place!;
    expect(cellAt(host, place)).toEqual(expect.arrayContaining(['C2', '乙公司', 'Ⅰ类']));
  });

  it('says that nobody moved where nothing but the language differs', async () => {
    await refreshOn(host, '2026-06-30 09:00', 'zh');
    const { since } = await refreshOn(host, '2026-06-30 09:30', 'en');
    expect(since).toEqual({ time: '2026-06-30 09:00', moved: 0, movedClients: [] });
  });

  it('leads each alert to its row, and calls only those new that were not there', async () => {
    const first = await refreshOn(host, '2026-06-30 09:00');
    expect(first.alerts.length).toBeGreaterThan(0);
    for (const { client, place, text } of first.alerts) {
      const cells = cellAt(host, place!);
      expect(cells).toContain(text.zh);
      if (client !== '') expect(cells).toContain(client);
    }
    const again = await refreshOn(host, '2026-06-30 09:30', 'en');
    expect(again.alerts.map(({ isNew }) => isNew)).toEqual(first.alerts.map(() => false));

    // A fourth client that carries nine tenths alone: the largest client passes its limit only now.
    host.rowsOf('销售明细').push(['2026/4/8', 'C4', '丁公司', 90000]);
    const third = await refreshOn(host, '2026-06-30 10:00');
    const old = new Set(first.alerts.map(({ client, text }) => `${client}${text.zh}`));
    expect(third.alerts.some(({ isNew }) => isNew)).toBe(true);
    for (const { isNew, client, text } of third.alerts) if (old.has(`${client}${text.zh}`)) expect(isNew).toBe(false);
  });
});

describe('calendar files', () => {
  it('hands out none before a refresh', async () => {
    const host = makeMemoryHost({ sheets: [{ name: '销售明细', rows: sales(2000) }] });
    expect(await openDesk(host, () => clockAt('2026-06-30 09:00')).makeCalendars('zh')).toEqual([]);
  });

  it('hands out the plan of the refresh, one file a person, stamped with its time', async () => {
    const host = makeMemoryHost({ sheets: [{ name: '销售明细', rows: sales(2000) }] });
    const desk = openDesk(host, () => clockAt('2026-06-30 09:00'));
    const result = await desk.refresh({ lang: 'zh' });
    const files = await desk.makeCalendars('zh');
    expect(result.outcome === 'done' && result.hasPlan).toBe(files.length > 0);
    for (const { text, fileName } of files) {
      expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
      expect(text).toContain('DTSTAMP:20260630T090000Z');
      expect(fileName).not.toBe('');
    }
  });
});
