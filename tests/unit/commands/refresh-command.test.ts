import type { Desk } from '../../../src/app/desk/desk';
import { openReportCommand, runRefreshCommand } from '../../../src/commands/refresh-command';
import { makeMemoryHost } from '../../../src/hosts/memory/memory-host';
import { HostError } from '../../../src/workbook/host-error';

function watch(): { shown: string[]; told: string[]; teller: Parameters<typeof runRefreshCommand>[2] } {
  const shown: string[] = [];
  const told: string[] = [];
  const teller = {
    showCell: (sheet: string, cell: string) => Promise.resolve(void shown.push(`${sheet}!${cell}`)),
    tell: (words: string) => Promise.resolve(void told.push(words)),
  };
  return { shown, told, teller };
}

const deskThat = (refresh: Desk['refresh']): Desk => ({ refresh }) as Desk;

describe('the buttons of the ribbon', () => {
  it('says what is missing where there is nothing to analyse', async () => {
    const { told, shown, teller } = watch();
    const desk = deskThat(() =>
      Promise.resolve({ outcome: 'nothing', missing: [{ zh: '缺少金额', en: 'no amount' }] }),
    );
    await runRefreshCommand(desk, 'zh', teller);
    expect(told).toEqual([expect.stringContaining('缺少金额')]);
    expect(shown).toEqual([]);
  });

  it('tells a refusal of Excel in words: what, what is safe, what to do', async () => {
    const { told, teller } = watch();
    await runRefreshCommand(
      deskThat(() => Promise.reject(new HostError('cell-editing', 'InvalidOperationInCellEditMode'))),
      'en',
      teller,
    );
    expect(told[0]).toContain('A cell is being edited.');
    expect(told[0]).toContain('InvalidOperationInCellEditMode');
  });

  it('says so where a report is not in the workbook yet', async () => {
    const { told, shown, teller } = watch();
    await openReportCommand(makeMemoryHost({ sheets: [{ name: '客户', rows: [['客户']] }] }), 'callPlan', 'zh', teller);
    expect(told).toEqual([expect.stringContaining('刷新报表')]);
    expect(shown).toEqual([]);
  });
});
