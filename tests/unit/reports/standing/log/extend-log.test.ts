import type { Analysis } from '../../../../../src/core/analysis';
import { isoOf } from '../../../../../src/core/model/day';
import { extendLog, hashData, hashSettings, LOG_HEADERS } from '../../../../../src/reports/standing/refresh-log';
import type { RefreshEntry } from '../../../../../src/reports/layout/report-context';
import { historyOfRun } from '../../../../../src/reports/standing/history/history-of-run';
import {
  CLIENT_STAND_HEADERS,
  INDICATOR_STAND_HEADERS,
  SNAPSHOT_HEADERS,
} from '../../../../../src/reports/standing/history/history-headers';
import type { CellValue } from '../../../../../src/workbook/cell-value';
import type { ReportSnapshot } from '../../../../../src/workbook/workbook-host';
import { anAnalysis, threeClients } from '../../../../support/analysis-builder';

const { dataset, analysis } = anAnalysis(threeClients());
const RUN = { time: '2026-01-05 09:30', version: '0.1.0' };
const log = (...entries: RefreshEntry[]): ReportSnapshot => ({
  id: 'refreshLog',
  fingerprint: '',
  sheetName: '刷新记录',
  cells: [
    Object.values(LOG_HEADERS).map(({ zh }) => zh),
    ...[...entries].reverse().map((entry) => Object.keys(LOG_HEADERS).map((name) => entry[name as keyof RefreshEntry])),
  ],
});
const of = (snapshot: ReportSnapshot | undefined, change: Partial<Analysis> = {}, run = RUN) =>
  extendLog(snapshot, { ...analysis, ...change }, dataset, run);
const [ENTRY] = of(undefined) as [RefreshEntry];

describe('the log of refreshes', () => {
  it('gets a line of what was read and what came of it', () => {
    const accounts = [{ used: 3, rejected: 1 }, { used: 4, rejected: 2 }] as unknown as Analysis['accounts'];
    expect(of(undefined, { accounts })).toEqual([
      {
        time: '2026-01-05 09:30',
        asOf: '2025-12-31',
        period: '2025-01-01..2025-12-31',
        settingsHash: hashSettings(analysis.settings),
        dataHash: hashData(dataset),
        rowsUsed: 7,
        rowsRejected: 3,
        // 70 + 20 + 10.
        netAmount: 100,
        version: '0.1.0',
      },
    ]);
  }); // prettier-ignore

  it('stays as it is where nothing but the clock differs from the last line, which is the newest', () => {
    const older = { ...ENTRY, time: 'old', version: '0.0.9' };
    expect(of(log(older, ENTRY), {}, { ...RUN, time: 'later' })).toEqual([older, ENTRY]);
    expect(of(log(ENTRY, older), {}, { ...RUN, time: 'later' })).toHaveLength(3);
    for (const [name, value] of Object.entries(ENTRY)) {
      const other = { ...ENTRY, [name]: typeof value === 'number' ? value + 1 : `${value}x` };
      expect([name, of(log(other)).length]).toEqual([name, name === 'time' ? 1 : 2]);
    }
  });

  it('keeps a thousand lines, and counts what is no number as none', () => {
    const many = Array.from({ length: 1000 }, (_, at) => ({ ...ENTRY, time: `t${at}`, version: `v${at}` }));
    const extended = of(log(...many));
    expect([extended.length, extended[0]!.time, extended.at(-1)]).toEqual([1000, 't1', ENTRY]);
    const typed = { ...ENTRY, rowsUsed: '许多' as never, version: 'x' };
    expect(of(log(typed))[0]!.rowsUsed).toBe(0);
  });
});

describe('the history of a refresh', () => {
  const sheet = (...lines: CellValue[][]): readonly [string, ReportSnapshot] => [
    'history',
    { id: 'history', fingerprint: '', sheetName: '历史', cells: [...[SNAPSHOT_HEADERS, INDICATOR_STAND_HEADERS, CLIENT_STAND_HEADERS].map((headers) => Object.values(headers).map(({ zh }) => zh)).flatMap((headers, at) => (at === 0 ? [headers, ...lines] : [headers]))] },
  ];
  const broken = (asOf: string, number = 1): CellValue[] => [number, asOf, '2025-01-01', asOf];
  const history = (since: string, ...sheets: (readonly [string, ReportSnapshot])[]) =>
    historyOfRun(
      new Map(sheets),
      { ...analysis, settings: { ...analysis.settings, 'report.since': since } },
      dataset,
      { lang: 'zh', entry: ENTRY, time: RUN.time },
    );
  const tiers: readonly [string, ReportSnapshot] = [
    'clientTiers',
    { id: 'clientTiers', fingerprint: '', sheetName: '等级', cells: [['截止日 2025-11-30 2024-12-01 2025-11-30'], ['客户编号', '客户名称', '等级'], ['C1', '东方', '一级']] },
  ];

  it('begins with this one, and has nothing to compare with', () => {
    const { history: all, earlier, notes } = history('');
    expect([all.map(({ asOf, number }) => [asOf, number]), earlier, notes]).toEqual([[[isoOf(analysis.asOf), 1]], undefined, []]);
  });

  it('tells which snapshots were damaged, that of today apart, which is taken anew', () => {
    const told = (...lines: CellValue[][]): unknown => history('', sheet(...lines)).notes.map(({ zh }) => zh);
    expect(told(broken('2025-12-31'))).toEqual([]);
    expect(told(broken('2025-10-31'), broken('2025-11-30', 2))).toEqual(['「历史」里 2025-10-31、2025-11-30 的快照被改动或缺了行，已从本次重新开始记；原始数据和报表不受影响。']);
  });

  it('compares with what the sheets say where it has nothing, and says what was wanted of it', () => {
    expect(history('', tiers).earlier).toMatchObject({ asOf: '2025-11-30' });
    expect('remarks' in history('', tiers).earlier!).toBe(false);
    const { earlier } = history('某天', tiers);
    expect(earlier).toMatchObject({ asOf: '2025-11-30', remarks: [{ zh: expect.stringContaining('某天') }] });
  });
}); // prettier-ignore
