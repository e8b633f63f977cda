import { DEFAULT_SETTINGS, SETTING_IDS, SETTINGS, type Setting, type Settings } from '../../../../src/core/settings';
import type { Lang } from '../../../../src/i18n/lang';
import { layOutReports } from '../../../../src/reports/layout/lay-out-reports';
import { readColumnMap, readPeriodChoice, readSettings } from '../../../../src/reports/standing/read-settings';
import { readRefreshLog } from '../../../../src/reports/standing/refresh-log';
import type { CellValue } from '../../../../src/workbook/cell-value';
import type { SheetPlan } from '../../../../src/workbook/plan';
import type { ReportSnapshot } from '../../../../src/workbook/workbook-host';
import { anAnalysis, threeClients } from '../../../support/analysis-builder';
import { day } from '../../../support/dataset-builder';
import { cellsOf, findCell, snapshotOf } from '../../../support/plan-cells';

const MAP = [
  {
    sheet: '销售明细',
    table: 'transactions',
    field: 'amount',
    label: { zh: '金额', en: 'Amount' },
    header: '含税金额',
  },
  { sheet: '销售明细', table: 'transactions', field: 'day', label: { zh: '日期', en: 'Date' }, header: '开票日期' },
];

function sheetOf(
  id: string,
  options: {
    readonly lang?: Lang;
    readonly settings?: Partial<Settings>;
    readonly fixedAsOf?: string;
    readonly snapshots?: ReadonlyMap<string, ReportSnapshot>;
    readonly time?: string;
    /** No other sheet is laid out: a tenth of the time, where nothing else is looked at. */
    readonly isAlone?: boolean;
  } = {},
): SheetPlan {
  const {
    lang = 'zh',
    settings = {},
    fixedAsOf,
    snapshots = new Map<string, ReportSnapshot>(),
    time = '09:30',
    isAlone = id === 'settings',
  } = options;
  const { sheets } = layOutReports({
    ...anAnalysis(threeClients(), { settings }),
    lang,
    snapshots,
    columnMap: MAP,
    run: { time: `2026-01-05 ${time}`, version: '0.1.0' },
    sheetNames: [],
    dateBase: 1900,
    ...(isAlone && { chosen: [id] }),
    ...(fixedAsOf !== undefined && { fixedAsOf: day(fixedAsOf) }),
  });
  return sheets.find((sheet) => sheet.id === id)!;
}

/** The sheet with the value of one setting typed over. */
function typed(id: string, value: CellValue, lang: Lang = 'zh'): ReportSnapshot {
  const plan = sheetOf('settings', { lang });
  const cells = cellsOf(plan);
  const column = findCell(cells, { zh: '值', en: 'Value' }[lang]).column;
  cells[findCell(cells, id).row]![column] = value;
  return snapshotOf(plan, cells);
}

describe('the settings sheet', () => {
  it.each(['zh', 'en'] as const)('gives back what it was written with (%s)', (lang) => {
    const settings = {
      'tier.cutOne': 0.65,
      'tier.rule': 'down',
      'complaints.perWorkingDay': true,
      'report.responsible': '陈静',
    } as const;
    const read = readSettings(snapshotOf(sheetOf('settings', { lang, settings })), 1900);
    expect(read.issues).toEqual([]);
    expect(read.settings).toEqual({ ...DEFAULT_SETTINGS, ...settings });
    expect(read.period).toEqual({ kind: 'last12m' });
    expect(read.asOf).toBeUndefined();
  });

  it.each(['zh', 'en'] as const)('offers choices that a drop-down can hold, and reads each back (%s)', (lang) => {
    for (const id of SETTING_IDS) {
      const setting: Setting = SETTINGS[id];
      if (setting.kind !== 'choice') continue;
      for (const value of Object.keys(setting.options)) {
        const plan = sheetOf('settings', { lang, settings: { [id]: value }, isAlone: true });
        expect(readSettings(snapshotOf(plan), 1900).settings[id]).toBe(value);
        const { row } = findCell(cellsOf(plan), id);
        const rule = plan.validations.find(({ range }) => range.row === row);
        expect(rule?.kind === 'list' && rule.options.some((option) => option.includes(','))).toBe(false);
      }
    }
  });

  it('keeps what was in force where a value is out of bounds, or does not go with another', () => {
    const inForce = (id: string, value: CellValue): ReportSnapshot => {
      const plan = sheetOf('settings', { settings: { 'tier.cutOne': 0.6, 'tier.cutTwo': 0.8 } });
      const cells = cellsOf(plan);
      cells[findCell(cells, id).row]![findCell(cells, '值').column] = value;
      return snapshotOf(plan, cells);
    };
    const tooLarge = readSettings(inForce('tier.cutOne', 9.99), 1900);
    expect(tooLarge.settings['tier.cutOne']).toBe(0.6);
    expect(tooLarge.issues.map(({ action }) => action.zh)).toEqual(['仍按 60.0%']);
    const crossed = readSettings(inForce('tier.cutOne', 0.85), 1900);
    expect([crossed.settings['tier.cutOne'], crossed.settings['tier.cutTwo']]).toEqual([0.6, 0.8]);
    expect(crossed.issues.map(({ action }) => action.zh)).toEqual([
      'Ⅰ类累计占比 85% 应小于 Ⅱ类累计占比 80%；仍按 60.0%',
    ]);
    expect(readSettings(inForce('run.period', '去年夏天'), 1900)).toMatchObject({
      period: { kind: 'last12m' },
      issues: [{}],
    });
    // Both ends of the band moved together go together.
    const cells = cellsOf(sheetOf('settings'));
    const column = findCell(cells, '值').column;
    cells[findCell(cells, 'tier.cutOne').row]![column] = 0.92;
    cells[findCell(cells, 'tier.cutTwo').row]![column] = 0.97;
    const moved = readSettings(snapshotOf(sheetOf('settings'), cells), 1900);
    expect([moved.settings['tier.cutOne'], moved.settings['tier.cutTwo'], moved.issues]).toEqual([0.92, 0.97, []]);
  });

  it('shows every setting with a validation for its value', () => {
    const plan = sheetOf('settings');
    const cells = cellsOf(plan);
    for (const id of SETTING_IDS) expect(findCell(cells, id).row).toBeGreaterThan(0);
    const cutOne = findCell(cells, 'tier.cutOne').row;
    expect(plan.validations.find(({ range }) => range.row === cutOne)).toMatchObject({
      kind: 'number',
      min: 0.01,
      max: 0.99,
      whole: false,
    });
    const rule = plan.validations.find(({ range }) => range.row === findCell(cells, 'tier.rule').row);
    expect(rule).toMatchObject({
      kind: 'list',
      options: ['就近（中点）', '上靠', '下靠', '按户数 10/20/70', '计算边界 (ABCanalysis)'],
    });
  });

  it.each([
    // None of them the default.
    ['a number', 0.55, 0.55],
    ['a percentage as text', '55%', 0.55],
    ['a percentage with a blank', '55 %', 0.55],
    ['full-width digits', '\uff10\uff0e\uff15\uff15', 0.55],
  ])('reads %s', (_, value, expected) => {
    expect(readSettings(typed('tier.cutOne', value), 1900).settings['tier.cutOne']).toBe(expected);
  });

  it.each([
    ['out of bounds', 'tier.cutOne', 1.5, '1.5'],
    ['words for a number', 'tier.cutOne', '很多', '很多'],
    ['half of a whole number', 'topN.yearTable', 2.5, '2.5'],
    ['a choice that there is not', 'tier.rule', '随便', '随便'],
  ])('keeps what was in force for a value that is %s, and says where it stands', (_, id, value, shown) => {
    const snapshot = typed(id, value);
    const read = readSettings(snapshot, 1900);
    // What was in force is the default here.
    expect(read.settings).toHaveProperty([id], DEFAULT_SETTINGS[id as keyof Settings]);
    const { row } = findCell(snapshot.cells, id);
    expect(read.issues).toMatchObject([
      { code: 'setting-not-usable', sheet: '参数', row: row + 1, column: 'C', value: shown },
    ]);
  });

  it('reads the as-of day as serial of either date base and as text', () => {
    // 2025-06-30 is serial 45838 in the 1900 base, 44376 in the 1904 base.
    expect(readSettings(typed('run.asOf', 45838), 1900).asOf).toBe(day('2025-06-30'));
    expect(readSettings(typed('run.asOf', 44376), 1904).asOf).toBe(day('2025-06-30'));
    expect(readSettings(typed('run.asOf', '2025年6月30日'), 1900).asOf).toBe(day('2025-06-30'));
    expect(readSettings(snapshotOf(sheetOf('settings', { fixedAsOf: '2025-06-30' })), 1900).asOf).toBe(
      day('2025-06-30'),
    );
    expect(readSettings(typed('run.asOf', '2025-02-30'), 1900).issues).toHaveLength(1);
  });

  it('reads nothing from no sheet', () => {
    expect(readSettings(undefined, 1900)).toEqual({ settings: {}, issues: [] });
  });
});

describe('readPeriodChoice', () => {
  it.each([
    ['近12个月', { kind: 'last12m' }],
    ['last12m', { kind: 'last12m' }],
    ['本年至今', { kind: 'ytd' }],
    ['year to date', { kind: 'ytd' }],
    ['全部', { kind: 'all' }],
    ['2025年', { kind: 'year', year: 2025 }],
    ['year 2025', { kind: 'year', year: 2025 }],
    ['year:2025', { kind: 'year', year: 2025 }],
    ['2025', { kind: 'year', year: 2025 }],
    ['2025-01-01 至 2025-03-31', { kind: 'range', from: day('2025-01-01'), to: day('2025-03-31') }],
    ['2025/1/1..2025/3/31', { kind: 'range', from: day('2025-01-01'), to: day('2025-03-31') }],
    ['2025-01-01 to 2025-03-31', { kind: 'range', from: day('2025-01-01'), to: day('2025-03-31') }],
  ])('reads %s', (words, choice) => {
    expect(readPeriodChoice(words)).toEqual(choice);
  });

  it.each(['', '上个月', '2025-03-31 至 2025-01-01', '2025-13-01 至 2025-12-31'])('does not guess at “%s”', (words) => {
    expect(readPeriodChoice(words)).toBeUndefined();
  });
});

describe('the column map', () => {
  it.each(['zh', 'en'] as const)('gives back what was read, corrections included (%s)', (lang) => {
    const plan = sheetOf('settings', { lang });
    const cells = cellsOf(plan);
    const at = findCell(cells, '开票日期');
    cells[at.row]![at.column] = '发货日期';
    expect(readColumnMap(snapshotOf(plan, cells))).toEqual([
      { sheet: '销售明细', table: 'transactions', field: 'amount', header: '含税金额' },
      { sheet: '销售明细', table: 'transactions', field: 'day', header: '发货日期' },
    ]);
  });
});

describe('the refresh log', () => {
  it('gets a row for the first refresh, with rows and total', () => {
    const [entry, ...more] = readRefreshLog(snapshotOf(sheetOf('refreshLog')));
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      time: '2026-01-05 09:30',
      asOf: '2025-12-31',
      period: '2025-01-01..2025-12-31',
      rowsRejected: 0,
      netAmount: 100,
      version: '0.1.0',
    });
  });

  it('gets no row where only the clock differs, and one where a setting does, newest on top', () => {
    const first = sheetOf('refreshLog');
    const snapshots = new Map([['refreshLog', snapshotOf(first)]]);
    expect(sheetOf('refreshLog', { snapshots, time: '10:00' }).fingerprint).toBe(first.fingerprint);
    const changed = sheetOf('refreshLog', { snapshots, time: '10:00', settings: { 'tier.cutOne': 0.6 }, lang: 'en' });
    const log = readRefreshLog(snapshotOf(changed));
    expect(log.map(({ time }) => time)).toEqual(['2026-01-05 09:30', '2026-01-05 10:00']);
    expect(log[0]!.settingsHash).not.toBe(log[1]!.settingsHash);
    expect(log[0]!.dataHash).toBe(log[1]!.dataHash);
    const cells = cellsOf(changed);
    expect(cells[findCell(cells, 'Refreshed at').row + 1]![0]).toBe('2026-01-05 10:00');
  });
});
