import type { Clock } from '../../../src/app/clock';
import { refresh, type RefreshDone, type RefreshRequest } from '../../../src/app/refresh';
import { dayOf } from '../../../src/core/model/day';
import { makeMemoryHost, type MemoryHost } from '../../../src/hosts/memory/memory-host';
import { type CellValue, isCellError } from '../../../src/workbook/cell-value';
import type { WorkbookHost } from '../../../src/workbook/workbook-host';

const clock: Clock = { today: dayOf(2026, 6, 30), now: '2026-06-30 09:12', version: '0.0.0' };

const SALES: readonly (readonly CellValue[])[] = [
  ['某某公司 2026 年销售明细'],
  [],
  ['日期', '客户编号', '客户名称', '地区', '数量', '金额'],
  ['2026/1/5', 'C1', '甲公司', '华东', 10, 7000],
  ['2026年2月6日', 'C2', '乙公司', '华北', 4, '¥2,000'],
  ['20260307', 'C3', '丙公司', '华东', 1, 1000],
  ['2026-02-30', 'C3', '丙公司', '华东', 1, 55],
  ['合计', null, null, null, 15, 10000],
];

const workbook = (): MemoryHost =>
  makeMemoryHost({
    sheets: [
      { name: '销售明细', rows: SALES },
      { name: '概览', rows: [['我自己的概览'], [42]] },
    ],
  });

const run = async (host: WorkbookHost, changes: Partial<RefreshRequest> = {}): Promise<RefreshDone> => {
  const result = await refresh(host, { clock, lang: 'zh', ...changes });
  if (result.outcome !== 'done') throw new Error(result.missing.map(({ zh }) => zh).join());
  return result;
};

describe('refresh', () => {
  it('writes the sheets of a meeting; one that the workbook holds beside them is kept up, all where the setting says so', async () => {
    const idsOf = ({ written, unchanged }: RefreshDone): string[] =>
      [...written, ...unchanged].map(({ report }) => report);
    const host = workbook();
    const first = await run(host);
    expect(idsOf(first)).toEqual(
      expect.arrayContaining(['overview', 'clientCard', 'alerts', 'clientTiers', 'dataCheck', 'settings']),
    );
    expect(idsOf(first).length).toBeLessThanOrEqual(11);
    expect(idsOf(first)).not.toContain('clientMonths');
    expect(first.notWritten).toContainEqual(expect.objectContaining({ report: 'clientMonths', isLeft: true }));

    await run(host, { reports: ['clientMonths'] });
    expect(idsOf(await run(host))).toContain('clientMonths');
    expect(idsOf(await run(host))).not.toContain('distribution');
    const all = await run(host, { settings: { 'report.sheets': 'all' } });
    expect(idsOf(all)).toContain('distribution');
    expect(all.notWritten.some(({ isLeft }) => isLeft)).toBe(false);
  });

  it('analyses the sheet and writes reports beside the sheets of the person', async () => {
    const host = workbook();
    const { analysis, written, notWritten } = await run(host, { reports: 'all' });
    // 70 %, 20 % and 10 %: one client in each tier. The 30th of February cannot be used.
    expect(analysis.tiers.tiers.map(({ clients }) => clients)).toEqual([1, 1, 1]);
    expect(analysis.totals.netAmount).toBe(1_000_000);
    expect(analysis.accounts).toMatchObject([
      { sheet: '销售明细', read: 4, used: 3, rejected: 1, outOfPeriod: 0, cancelled: 0 },
    ]);
    expect(written.map(({ report }) => report)).toEqual(
      expect.arrayContaining(['overview', 'clientTiers', 'dataCheck', 'settings']),
    );
    expect(notWritten.find(({ report }) => report === 'complaints')?.why.zh).toContain('投诉');
  });

  it('leaves a sheet of the person alone that has the name of a report, and says so', async () => {
    const host = workbook();
    const { written, notes } = await run(host);
    expect(host.rowsOf('概览')).toEqual([['我自己的概览'], [42]]);
    const overview = written.find(({ report }) => report === 'overview')!.sheet;
    expect(overview).not.toBe('概览');
    expect(notes.map(({ zh }) => zh).join()).toContain(overview);
    expect(host.rowsOf('销售明细')).toEqual(SALES);
  });

  it('counts the holidays of the country chosen, the same on every refresh', async () => {
    const host = workbook();
    const settings = { 'plan.calendar': 'DE', 'plan.month': '2026-05' } as const;
    const { callPlan, notes } = await run(host, { settings });
    // May 2026 has 21 weekdays; the 1st, the 14th and the 25th are off.
    expect(callPlan!.month.days).toHaveLength(18);
    expect(notes.filter(({ zh }) => zh.includes('节假日'))).toEqual([]);
    expect((await run(host, { settings })).written).toEqual([]);
  });

  it('goes on without the holidays of a country that cannot be loaded, and says so', async () => {
    const { callPlan, notes } = await run(workbook(), {
      settings: { 'plan.calendar': 'DE', 'plan.month': '2026-05' },
      loadHolidays: () => Promise.reject(new Error('Loading chunk 7 failed')),
    });
    expect(callPlan!.month.days).toHaveLength(21);
    expect(callPlan!.lacksCountry).toBe(true);
    expect(notes.map(({ zh }) => zh).join()).toContain('德国的节假日没有加载成功');
    expect(notes.map(({ en }) => en).join()).toContain('Loading chunk 7 failed');
  });

  it('writes nothing the second time, whatever the clock says', async () => {
    const host = workbook();
    const first = await run(host);
    const before = first.written.map(({ sheet }) => JSON.stringify(host.rowsOf(sheet)));
    const second = await run(host, { clock: { ...clock, now: '2026-06-30 17:45' } });
    expect(second.written).toEqual([]);
    expect(second.unchanged.map(({ sheet }) => sheet)).toEqual(first.written.map(({ sheet }) => sheet));
    expect(first.written.map(({ sheet }) => JSON.stringify(host.rowsOf(sheet)))).toEqual(before);
  });

  it('heals a report that somebody typed into, and moves what she typed to 留言', async () => {
    const host = workbook();
    await run(host);
    const rows = host.rowsOf('客户等级');
    const at = rows.findIndex((row) => row.includes('甲公司'));
    rows[at]![rows[at]!.indexOf('甲公司')] = '改坏了';
    const second = await run(host);
    expect(second.written.map(({ report }) => report)).toEqual(['clientTiers', 'keptNotes']);
    expect(host.rowsOf('客户等级').some((row) => row.includes('改坏了'))).toBe(false);
    expect(host.rowsOf('留言').flat()).toContain('改坏了');
    expect(second.notes.map(({ zh }) => zh).join()).toContain('（1 处）已移到「留言」');
    expect((await run(host)).written).toEqual([]);
  });

  it('never writes over a sheet of the person that our mark was pasted onto', async () => {
    const host = workbook();
    await run(host);
    const hers = host.sheetNames[0]!;
    const rows = host.rowsOf(hers);
    rows.unshift(['客户等级']);
    const before = rows.map((line) => [...line]);
    host.mark('clientTiers', hers);
    const second = await run(host);
    expect(host.rowsOf(hers)).toEqual(before);
    expect(second.written.map(({ report, sheet }) => [report, sheet])).toContainEqual([
      'clientTiers',
      '客户等级 (客览)',
    ]);
    expect(second.notes.map(({ zh }) => zh).join()).toContain(`「${hers}」上不是报表的内容`);
    expect((await run(host)).notes).toEqual([]);
  });

  it('keeps what was typed at a table without yellow columns: a column beside, a line below, a title', async () => {
    const host = workbook();
    await run(host, { reports: 'all' });
    const rows = host.rowsOf('客户统计');
    const header = rows.findIndex((row) => row.filter((cell) => typeof cell === 'string').length > 4);
    rows[header]!.push('她的列');
    rows[header + 1]!.push('跟进');
    rows[0]!.push('标题旁');
    rows.push([], ['下面一行', 42]);
    await run(host);
    const after = host.rowsOf('客户统计').flat();
    expect(after).toEqual(expect.arrayContaining(['她的列', '跟进']));
    const kept = host.rowsOf('留言');
    expect(kept.flat()).toEqual(expect.arrayContaining(['标题旁', '下面一行', 42]));
    expect((await run(host, { lang: 'en' })).written.map(({ report }) => report)).toContain('keptNotes');
    expect(host.rowsOf('留言').flat()).toEqual(expect.arrayContaining(['标题旁', '下面一行', 42]));
  });

  it('takes settings and period from the 参数 sheet, and a choice of the run over them', async () => {
    const host = workbook();
    await run(host, { settings: { 'tier.rule': 'count' }, period: { kind: 'all' } });
    const kept = await run(host);
    expect(kept.analysis.settings['tier.rule']).toBe('count');
    expect(kept.analysis.periodChoice).toEqual({ kind: 'all' });
    const chosen = await run(host, { period: { kind: 'year', year: 2026 } });
    expect(chosen.analysis.periodChoice).toEqual({ kind: 'year', year: 2026 });
  });

  it('writes the same numbers in both languages', async () => {
    const numbers = async (lang: 'zh' | 'en'): Promise<unknown> => {
      const host = workbook();
      const { written } = await run(host, { lang });
      return written
        .filter(({ report }) => report === 'clientTiers' || report === 'distribution')
        .map(({ sheet }) => host.rowsOf(sheet).flatMap((row) => row.filter((value) => typeof value === 'number')));
    };
    expect(await numbers('en')).toEqual(await numbers('zh'));
  });

  it('writes only the reports wanted', async () => {
    const { written, notWritten } = await run(workbook(), { reports: ['clientTiers'] });
    // What was before is written down whatever is chosen.
    expect(written.map(({ report }) => report)).toEqual(['clientTiers', 'history']);
    expect(notWritten.find(({ report }) => report === 'overview')?.why.zh).toBe('没有选');
  });

  it('puts no NaN, undefined or error into a cell', async () => {
    const host = workbook();
    const { written } = await run(host);
    for (const { sheet } of written) {
      for (const value of host.rowsOf(sheet).flat()) {
        expect(value === null || ['string', 'number', 'boolean'].includes(typeof value)).toBe(true);
        expect(value !== null && isCellError(value)).toBe(false);
        expect(String(value)).not.toMatch(/NaN|undefined|Infinity|\[object/);
      }
    }
  });

  it('says which column is missing where nothing can be analysed, and writes nothing', async () => {
    const host = makeMemoryHost({
      sheets: [
        {
          name: '销售明细',
          rows: [
            ['日期', '客户名称', '数量'],
            ['2026/1/5', '甲', 3],
          ],
        },
      ],
    });
    const result = await refresh(host, { clock, lang: 'zh' });
    expect(result.outcome).toBe('nothing');
    expect(result.outcome === 'nothing' && result.missing.map(({ zh }) => zh).join()).toContain('金额');
    expect(host.sheetNames).toEqual(['销售明细']);
  });

  it('stops where the person cancels, with nothing written', async () => {
    const host = workbook();
    const cancel = new AbortController();
    const running = refresh(
      host,
      { clock, lang: 'zh' },
      {
        signal: cancel.signal,
        report: ({ step }) => {
          if (step === 'layOut') cancel.abort();
        },
      },
    );
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    expect(host.sheetNames).toEqual(['销售明细', '概览']);
  });
});
