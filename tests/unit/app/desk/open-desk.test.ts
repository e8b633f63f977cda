import { clockAt } from '../../../../src/app/clock';
import { openDesk } from '../../../../src/app/desk/open-desk';
import { SETTING_PRESETS } from '../../../../src/core/settings/presets';
import { makeMemoryHost } from '../../../../src/hosts/memory/memory-host';
import { makeNewWorkbook } from '../../../../src/hosts/xlsx/new-workbook';

const SALES = {
  name: '销售明细',
  rows: [
    ['日期', '客户', '金额'],
    [46027, '甲公司', 7000],
    [46058, '乙公司', 2000],
    [46086, '丙公司', 1000],
  ],
};
const open = () => {
  const host = makeMemoryHost({ sheets: [SALES] });
  return { host, desk: openDesk(host, () => clockAt(2026, 6, 30, 9, 12, '0.0.0'), makeNewWorkbook) };
};

describe('a desk', () => {
  it('tells what each kind of input sheet feeds, which presets there are and what may be copied', async () => {
    const view = await open().desk.look({ lang: 'zh' });
    expect(view.kinds.find(({ kind }) => kind === 'complaints')!.feeds.map(({ zh }) => zh)).toContain('投诉汇总');
    expect(view.presets).toEqual(SETTING_PRESETS);
    expect(view.shareable.find(({ id }) => id === 'credit')!.from).toBe('internal');
    expect(view.shareable.map(({ id }) => id)).not.toContain('dataCheck');
  });

  it('inserts blank input sheets, which the next look does not take for data', async () => {
    const { host, desk } = open();
    expect(await desk.insertTemplates(['complaints', 'receipts'], 'zh')).toEqual([
      { template: 'complaints', sheet: '投诉' },
      { template: 'receipts', sheet: '收款' },
    ]);
    const view = await desk.look({ lang: 'zh' });
    expect(view.sheets.map(({ name, kind }) => [name, kind])).toEqual([
      ['销售明细', 'transactions'],
      ['投诉', undefined],
      ['收款', undefined],
    ]);
    expect(host.sheetNames).toEqual(['销售明细', '投诉', '收款']);
  });

  it('moves tiers by a preset before anything is written', async () => {
    const { host, desk } = open();
    await desk.read({ lang: 'zh' });
    const { values } = SETTING_PRESETS.find(({ id }) => id === 'tiersByCount')!;
    // By amount, 70, 20 and 10 percent are one client each.
    const preview = await desk.preview({ lang: 'zh', settings: values });
    expect(preview.tiers.map(({ before }) => before)).toEqual([1, 1, 1]);
    expect(preview.moved).toBeGreaterThan(0);
    expect(host.sheetNames).toEqual(['销售明细']);
  });

  it('hands out a copy and notes it in the workbook', async () => {
    const { host, desk } = open();
    const wish = { reports: ['clientTiers'], level: 'open', aliases: true, forWhom: '王总', reason: '月会' } as const;
    const done = await desk.share({ lang: 'zh', period: 'all' }, wish);
    expect(done).toMatchObject({ outcome: 'done', sheets: ['客户等级'], register: '查阅登记' });
    // The register is a report of ours: what was written on it is recorded.
    expect(host.sheetNames).toEqual(['销售明细', '查阅登记', 'Kelan record']);
  });

  it('without a maker of files says so at once', () => {
    const desk = openDesk(makeMemoryHost({ sheets: [SALES] }), () => clockAt(2026, 6, 30, 9, 12, '0.0.0'));
    const wish = { reports: ['clientTiers'], level: 'open', aliases: false, forWhom: '', reason: '' } as const;
    expect(() => desk.share({ lang: 'zh' }, wish)).toThrow('No new workbook');
  });
});
