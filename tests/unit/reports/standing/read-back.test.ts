import type { Snapshot } from '../../../../src/core/changes/snapshot';
import { DEFAULT_SETTINGS, SETTING_IDS, SETTINGS } from '../../../../src/core/settings';
import { lineOfLastRun, readLastRun } from '../../../../src/reports/standing/last-run';
import { readPeriodChoice, readSettings } from '../../../../src/reports/standing/read-settings';
import { RECORD_ID, type RecordLine } from '../../../../src/reports/standing/record-sheet';
import { settingLines } from '../../../../src/reports/standing/settings-lines';
import { checkOf } from '../../../../src/reports/standing/history/snapshot-check';
import { readHistory } from '../../../../src/reports/standing/history/read-history';
import {
  CLIENT_STAND_HEADERS,
  INDICATOR_STAND_HEADERS,
  SNAPSHOT_HEADERS,
} from '../../../../src/reports/standing/history/history-headers';
import { decodeRecord, encodeRecord, hashOf } from '../../../../src/reports/standing/written-record';
import { stateOfSheets } from '../../../../src/reports/layout/sheet-state';
import type { ReportContext } from '../../../../src/reports/layout/report-context';
import type { CellValue } from '../../../../src/workbook/cell-value';
import type { ReportSnapshot } from '../../../../src/workbook/workbook-host';
import { day } from '../../../support/dataset-builder';

const sheet = (id: string, cells: CellValue[][]): ReportSnapshot => ({ id, fingerprint: 'f', sheetName: id, cells });

describe('the record of a workbook that an earlier version wrote', () => {
  it.each([
    // Worked out apart from the program: FNV-1a over the letters, mixed, the last eighteen bits.
    ['a', 84556, 'UpM'],
    ['客户等级', 211320, 'zl4'],
    [12.5, 118061, 'c0t'],
    [true, 236636, '5xc'],
    ['#N/A', 227319, '3f3'],
  ])('has %p as %i, %s', (value, hash, digits) => {
    expect(hashOf(value)).toBe(hash);
    const record = {
      fingerprint: 'f',
      rows: [Int32Array.of(hash)],
      isFrame: [false],
      anywhere: new Set<number>(),
      isLive: false,
    };
    expect(encodeRecord(record)).toBe(`${digits}|`);
    expect(decodeRecord(`${digits}|`, 'f')).toEqual(record);
  });

  it('is read row by row, blanks at the ends left out', () => {
    const [a, b] = ['a', '客户等级'].map(hashOf) as [number, number];
    const text = '*!UpM...zl4;;...UpM|zl4UpM|16 22.5';
    const record = decodeRecord(text, 'f');
    expect(record).toEqual({
      fingerprint: 'f',
      rows: [Int32Array.of(a, -1, b), Int32Array.of(), Int32Array.of(-1, a)],
      isFrame: [true, false, false],
      anywhere: new Set([b, a]),
      isLive: true,
      heights: [16, 22.5],
    });
    expect(
      encodeRecord({ ...record, rows: [Int32Array.of(a, -1, b, -1, -1), Int32Array.of(-1), Int32Array.of(-1, a)] }),
    ).toBe(text);
    expect(decodeRecord('', 'f')).toMatchObject({ rows: [Int32Array.of()], isLive: false });
  });
});

describe('the last refresh', () => {
  const standing = sheet('clientTiers', [['a', 1]]);
  const run = { key: 'k', state: stateOfSheets([], [standing]), notWritten: [] };
  const lines = new Map([['lastRun', lineOfLastRun(run)]]);
  const found = (...sheets: ReportSnapshot[]): unknown =>
    readLastRun(new Map(sheets.map((one) => [one.id, one])), lines);

  it('is known while our sheets are as it left them, whatever the record says', () => {
    expect(found(standing)).toEqual(run);
    expect(found(standing, sheet(RECORD_ID, [['x']]))).toEqual(run);
    expect(found(sheet('clientTiers', [['a', 2]]))).toBeUndefined();
    expect(found({ ...standing, sheetName: 'renamed' })).toBeUndefined();
    expect(found(standing, sheet('more', [['x']]))).toBeUndefined();
    expect(found()).toBeUndefined();
  });

  it('is not known where its line is gone or was typed over', () => {
    const read = (line?: RecordLine): unknown =>
      readLastRun(new Map([[standing.id, standing]]), new Map(line ? [['lastRun', line]] : []));
    expect(read()).toBeUndefined();
    expect(read({ ...lineOfLastRun(run), text: '{x' })).toBeUndefined();
  });
});

describe('settings as their sheet holds them', () => {
  const context = {
    lang: 'zh',
    fixedAsOf: undefined,
    analysis: { periodChoice: { kind: 'last12m' }, settings: DEFAULT_SETTINGS },
  } as unknown as ReportContext;
  const lines = settingLines(context);

  it('are all there with their default, none changed, each in the words of its kind', () => {
    expect(lines.map(({ id }) => id)).toEqual(['run.period', 'run.asOf', ...SETTING_IDS]);
    expect(lines.filter(({ isChanged }) => isChanged)).toEqual([]);
    for (const line of lines.slice(2)) {
      const setting = SETTINGS[line.id as keyof typeof SETTINGS];
      const shown = line.value(context);
      expect(shown).toEqual(line.default(context));
      if (setting.kind === 'flag') expect([shown, line.options?.length]).toEqual([setting.default ? '是' : '否', 2]);
      if (setting.kind === 'number')
        expect([shown, line.min, line.max]).toEqual([setting.default, setting.min, setting.max]);
      if (setting.kind === 'text') expect(shown).toBe(setting.default === '' ? null : setting.default);
      if (setting.kind === 'choice') expect(line.options!.map(({ zh }) => zh)).toContain(shown);
      const format =
        setting.kind !== 'number' ? 'text' : setting.unit === 'ratio' ? 'ratio' : setting.whole ? 'whole' : 'number';
      expect(line.format).toBe(format);
    }
    expect(lines[0]!.value(context)).toBe('近12个月');
    expect(lines[1]!.value(context)).toBe('自动');
  });

  it('say that they were changed', () => {
    const changed = settingLines({
      ...context,
      fixedAsOf: day('2026-06-30'),
      analysis: {
        ...context.analysis,
        periodChoice: { kind: 'all' },
        settings: { ...DEFAULT_SETTINGS, 'report.responsible': '李敏' },
      },
    });
    expect(changed.filter(({ isChanged }) => isChanged).map(({ id }) => id)).toEqual([
      'run.period',
      'run.asOf',
      'report.responsible',
    ]);
    expect(changed[1]!.value(context)).toBe('2026-06-30');
  });

  const asOf = (value: CellValue): unknown => {
    const cells: CellValue[][] = [
      ['参数', '值', '默认', '编号'],
      ['截止日', value, '自动', 'run.asOf'],
    ];
    const { asOf: read, issues } = readSettings(sheet('settings', cells), 1900);
    return [read, issues.length];
  };
  it.each<[CellValue, string | undefined, number]>([
    ['自动', undefined, 0],
    ['AUTO', undefined, 0],
    ['Automatic', undefined, 0],
    ['', undefined, 0],
    [46203, '2026-06-30', 0],
    [46203.7, '2026-06-30', 0],
    ['2026年6月30日', '2026-06-30', 0],
    ['46203', undefined, 1],
    [0, undefined, 1],
    ['2026-02-30', undefined, 1],
  ])('the as-of day %p is read as %s', (value, iso, issues) => {
    expect(asOf(value)).toEqual([iso === undefined ? undefined : day(iso), issues]);
  });

  it('that cannot be used are told with their place and at most 80 letters', () => {
    const cells: CellValue[][] = [
      ['x'],
      ['参数', '值', '默认', '编号'],
      ['截止日', '字'.repeat(81), '自动', 'run.asOf'],
    ];
    expect(readSettings(sheet('settings', cells), 1900).issues[0]).toMatchObject({
      row: 3,
      column: 'B',
      value: '字'.repeat(80),
    });
  });

  it.each([
    ['2025-01-01 至 2025-01-01', true],
    ['2025-01-02 至 2025-01-01', false],
    ['2025-01-01', false],
    ['2025-01-01 至 2025-06-30 至 2025-12-31', false],
    ['2025-01-01 to x', false],
  ])('the period %s is one: %s', (words, isOne) => {
    expect(readPeriodChoice(words) !== undefined).toBe(isOne);
  });
});

describe('the history as it stands', () => {
  const snapshot = {
    number: 3, asOf: '2026-05-31', from: '2025-06-01', to: '2026-05-31', time: '2026-05-31 09:00', responsible: '李敏', version: '1', settingsHash: 's', dataHash: 'd', settings: '',
    totals: { netAmount: 1250, orders: 4, activeClients: 2, tiers: [1, 0, 1], open: 300, overdue: 0 },
    clients: [
      { code: 'C1', name: '东方', marks: { tier: '一级', limit: '5,000.00' }, netAmount: 1000, orders: 3, quantity: 1500, rank: 1, open: 300, overdue: 0 },
      { code: '', name: '南海', marks: {}, netAmount: 250, orders: 1 },
    ],
    indicators: [{ id: 'K1', value: 0.5, numerator: 1, denominator: 2 }],
  } as unknown as Snapshot; // prettier-ignore
  const names = (headers: object): string[] => Object.values(headers).map(({ zh }: { zh: string }) => zh);
  const check = checkOf(snapshot);
  const cells = (): CellValue[][] => [
    ['历史快照'],
    names(SNAPSHOT_HEADERS),
    [
      3,
      '2026-05-31',
      '2025-06-01',
      '2026-05-31',
      '2026-05-31 09:00',
      '李敏',
      12.5,
      4,
      2,
      1,
      0,
      1,
      3,
      0,
      2,
      1,
      null,
      's',
      'd',
      check,
      '1',
    ],
    [null, '她的字'],
    names(INDICATOR_STAND_HEADERS),
    [3, 'K1', 0.5, 1, 2],
    [3, 'K2', '—', 1, 2],
    ['x', 'K3', 1, 1, 2],
    names(CLIENT_STAND_HEADERS),
    [3, 'C1', '东方', 10, 1.5, 3, 1, 3, 0, '一级', null, null, '—', null, null, '5,000.00'],
    [3, null, '南海', 2.5, null, 1],
    [3.5, 'C9', '不是整数', 1, null, 1],
  ];
  const read = (change: (lines: CellValue[][]) => void = () => undefined): unknown => {
    const lines = cells();
    change(lines);
    const { snapshots, damaged } = readHistory(sheet('history', lines));
    return [snapshots, damaged];
  };

  it('is read whole, what is not known absent', () => {
    expect(read()).toEqual([[snapshot], []]);
    expect(readHistory(undefined)).toEqual({ snapshots: [], damaged: [] });
  });

  it('counts a snapshot once, and names one that is no longer as it was', () => {
    expect(read((lines) => void lines.splice(3, 0, lines[2]!))).toEqual([[snapshot], []]);
    for (const change of [
      (lines: CellValue[][]) => (lines[9]![3] = 11),
      (lines: CellValue[][]) => (lines[5]![4] = 3),
      (lines: CellValue[][]) => void lines.splice(10, 1),
      (lines: CellValue[][]) => (lines[2]![12] = 4),
      (lines: CellValue[][]) => (lines[9]![9] = '二级'),
    ])
      expect(read(change)).toEqual([[], ['2026-05-31']]);
    expect(read((lines) => (lines[2]![0] = '3'))).toEqual([[], []]);
    // Five of the headers above are no header.
    expect(read((lines) => void lines.unshift(names(SNAPSHOT_HEADERS).slice(0, 5)))).toEqual([[snapshot], []]);
  });

  it('is found where a third of its headers has other names, and not with more', () => {
    const renamed = (count: number): unknown =>
      read((lines) => {
        // From behind the columns that the check needs.
        for (let at = 0; at < count; at++) lines[4]![1 + at] = `我的${at}`;
      });
    expect(renamed(0)).toEqual([[snapshot], []]);
    expect(renamed(2)).toEqual([[], expect.arrayContaining(['2026-05-31'])]);
  });
});
