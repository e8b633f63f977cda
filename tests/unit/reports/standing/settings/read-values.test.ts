import { SETTING_IDS, SETTINGS } from '../../../../../src/core/settings';
import type { ReportContext } from '../../../../../src/reports/layout/report-context';
import { readColumnMap, readPeriodChoice, readSettings } from '../../../../../src/reports/standing/read-settings';
import { FAMILY_WORDS, settingLines, UNIT_WORDS } from '../../../../../src/reports/standing/settings-lines';
import type { CellValue } from '../../../../../src/workbook/cell-value';
import { anAnalysis, threeClients } from '../../../../support/analysis-builder';
import { day } from '../../../../support/dataset-builder';

const HEADER = ['参数', '值', '默认', '采用', '编号'];
/** A settings sheet of lines by hand: id, value, and what stands under 采用. */
const read = (...lines: (readonly [id: CellValue, value: CellValue, stood?: CellValue])[]) =>
  readSettings(
    {
      id: 'settings',
      fingerprint: '',
      sheetName: '参数',
      cells: [
        ['参数'],
        HEADER,
        ...lines.map(([id, value, stood = null]) => [`叫${String(id)}`, value, null, stood, id]),
      ],
    },
    1900,
  );
const said = ({ issues }: ReturnType<typeof readSettings>): unknown =>
  issues.map(({ action, row, column }) => [action.zh, row, column]);

describe('a value of a setting', () => {
  it.each([
    ['tier.cutOne', 0.6, 0.6],
    ['tier.cutOne', '60%', 0.6],
    ['tier.cutOne', '+0.6', 0.6],
    ['complaints.signOffDays', '1,0', 10],
    ['complaints.perWorkingDay', true, true],
    ['complaints.perWorkingDay', '是', true],
    ['complaints.perWorkingDay', 'YES', true],
    ['complaints.perWorkingDay', '否', false],
    ['complaints.perWorkingDay', 'no', false],
    ['tier.rule', 'up', 'up'],
    ['tier.rule', '上靠', 'up'],
    ['tier.rule', 'crossing client goes down', 'down'],
    ['report.sheets', '开会用的，加上表里已有的', 'standard'],
    ['report.sheets', 'Those for the meeting; plus any already in the workbook', 'standard'],
    ['report.responsible', ' 陈静 ', '陈静'],
    ['report.responsible', null, ''],
  ])('%s: %s is read as %s', (id, value, expected) => {
    expect(read([id, value])).toEqual({ settings: { [id]: expected }, issues: [] });
  });

  it.each([
    ['tier.cutOne', '很多', '使用默认值 70.0%'],
    ['tier.cutOne', '60 %%', '使用默认值 70.0%'],
    ['tier.cutOne', true, '使用默认值 70.0%'],
    ['tier.cutOne', 1.5, '使用默认值 70.0%'],
    ['complaints.perWorkingDay', '也许', '使用默认值 否'],
    ['tier.rule', '随便', '使用默认值 就近（中点）'],
  ])('%s: %s is not usable, nor what is said to be in force where nothing is', (id, value, action) => {
    const result = read(['x', 1], [id, value]);
    expect([result.settings, said(result)]).toEqual([{}, [[action, 4, 'B']]]);
  });

  it('that is not usable leaves in force what stood under 采用, where that can be used', () => {
    const kept = read(['tier.cutOne', '很多', '65%'], ['tier.rule', '随便', '上靠']);
    expect([kept.settings, said(kept)]).toEqual([
      { 'tier.cutOne': 0.65, 'tier.rule': 'up' },
      [
        ['仍按 65.0%', 3, 'B'],
        ['仍按 上靠', 4, 'B'],
      ],
    ]);
    const torn = read(['tier.cutOne', '很多', 7]);
    expect([torn.settings, said(torn)]).toEqual([{}, [['使用默认值 70.0%', 3, 'B']]]);
    expect(read(['tier.cutOne', 0.6, 0.65])).toEqual({ settings: { 'tier.cutOne': 0.6 }, issues: [] });
  });

  it('that does not go with another goes back with it, and each changed line is told once', () => {
    const both = read(['tier.cutOne', 0.95, 0.6], ['tier.cutTwo', 0.8, 0.85]);
    expect(both.settings).toEqual({ 'tier.cutOne': 0.6, 'tier.cutTwo': 0.85 });
    expect(both.issues.map(({ row, value }) => [row, value])).toEqual([
      [3, '0.95'],
      [4, '0.8'],
    ]);
    expect(both.issues[0]!.action.zh).toMatch(/Ⅰ类累计占比 95% 应小于 Ⅱ类累计占比 80%；仍按 60.0%$/);
    // The other one is not on the sheet: nothing is told of it.
    const one = read(['tier.cutOne', 0.95]);
    expect([one.settings, one.issues.length]).toEqual([{ 'tier.cutOne': 0.7 }, 1]);
  });

  it('of an id that nobody knows is passed over', () => {
    expect(read(['tier.cutNine', 5], ['toString', 6], [null, 7])).toEqual({ settings: {}, issues: [] });
  });
});

describe('period and as-of day on the sheet', () => {
  it.each([
    ['本年至今', null, { kind: 'ytd' }, []],
    [null, '本年至今', undefined, []],
    ['去年夏天', '2025年', { kind: 'year', year: 2025 }, [['仍按2025年', 3, 'B']]],
    ['去年夏天', null, undefined, [['按近12个月分析', 3, 'B']]],
  ] as const)('the period %s, before %s', (value, stood, period, told) => {
    const result = read(['run.period', value, stood]);
    expect([result.period, said(result), 'period' in result]).toEqual([period, told, period !== undefined]);
  });

  it.each([
    ['2025-06-30', null, '2025-06-30', []],
    ['2025/6/30', null, '2025-06-30', []],
    ['2025年6月30日', null, '2025-06-30', []],
    [45838, null, '2025-06-30', []],
    [45838.9, null, '2025-06-30', []],
    [1, null, '1900-01-01', []],
    ['自动', '2025-05-31', undefined, []],
    ['Auto', '2025-05-31', undefined, []],
    [null, '2025-05-31', undefined, []],
    [0, null, undefined, [['按数据的最后一天', 3, 'B']]],
    ['2025-02-30', null, undefined, [['按数据的最后一天', 3, 'B']]],
    ['月底', '2025-05-31', '2025-05-31', [['仍按 2025-05-31', 3, 'B']]],
    ['月底', '自动', undefined, [['按数据的最后一天', 3, 'B']]],
  ] as const)('the as-of day %s, before %s', (value, stood, expected, told) => {
    const result = read(['run.asOf', value, stood]);
    expect([result.asOf, said(result)]).toEqual([expected === undefined ? undefined : day(expected), told]);
  });

  it.each([
    ['近12个月', { kind: 'last12m' }],
    ['YTD', { kind: 'ytd' }],
    ['all', { kind: 'all' }],
    ['2025 年', { kind: 'year', year: 2025 }],
    ['2025-01-01~2025-01-01', { kind: 'range', from: day('2025-01-01'), to: day('2025-01-01') }],
    ['2025-01-01', undefined],
    ['2025-01-01 至 2025-02-30', undefined],
    ['2025-01-01 至 2025-02-01 至 2025-03-01', undefined],
    ['2025-02-02 至 2025-02-01', undefined],
  ])('“%s” as a period', (words, choice) => {
    expect(readPeriodChoice(words)).toEqual(choice);
  });
});

describe('the column map on the sheet', () => {
  it('has whole lines alone', () => {
    const map = (...lines: CellValue[][]): unknown =>
      readColumnMap({ id: 'settings', fingerprint: '', sheetName: '参数', cells: [['工作表', '表头', '字段编号'], ...lines] });
    expect(
      map(
        ['销售', '金额', 'transactions.amount'],
        ['销售', null, 'transactions.day'],
        [null, '日期', 'transactions.day'],
        ['销售', '日期', 'transactions'],
        ['销售', '日期', '.day'],
        ['客户', '名称', 'clients.name'],
      ),
    ).toEqual([
      { sheet: '销售', table: 'transactions', field: 'amount', header: '金额' },
      { sheet: '客户', table: 'clients', field: 'name', header: '名称' },
    ]);
    expect(readColumnMap(undefined)).toEqual([]);
  }); // prettier-ignore
});

describe('the lines of the sheet', () => {
  const { analysis } = anAnalysis(threeClients(), {
    settings: { 'tier.cutOne': 0.6, 'complaints.perWorkingDay': true },
  });
  const context = { analysis, lang: 'zh', fixedAsOf: undefined } as ReportContext;
  const lines = settingLines(context);
  const line = (id: string) => lines.find((one) => one.id === id)!;
  const shown = (id: string): unknown[] => {
    const { value, default: standard, isChanged, format, unit, min, max, options } = line(id);
    return [value(context), standard(context), isChanged, format, unit.zh, min, max, options?.map(({ zh }) => zh)];
  };

  it('say each value in the words of the sheet, what it is counted in, and within which bounds', () => {
    expect(shown('tier.cutOne')).toEqual([0.6, 0.7, true, 'ratio', '比例', 0.01, 0.99, undefined]);
    expect(shown('complaints.perWorkingDay')).toEqual(['是', '否', true, 'text', '选择', undefined, undefined, ['是', '否']]);
    expect(shown('complaints.signOffDays')).toEqual([1, 1, false, 'number', '天', 0.25, 30, undefined]);
    expect(shown('report.responsible')).toEqual([null, null, false, 'text', '文字', undefined, undefined, undefined]);
    expect(shown('report.sheets')).toEqual([
      '开会用的，加上表里已有的', '开会用的，加上表里已有的', false, 'text', '选择', undefined, undefined, ['开会用的，加上表里已有的', '全部'],
    ]);
    expect(lines.map(({ id }) => id)).toEqual(['run.period', 'run.asOf', ...SETTING_IDS]);
    expect(shown('run.asOf').slice(0, 3)).toEqual(['自动', '自动', false]);
    const fixed = { ...context, fixedAsOf: day('2025-06-30') };
    const asOf = settingLines(fixed).find(({ id }) => id === 'run.asOf')!;
    expect([asOf.value(fixed), asOf.isChanged]).toEqual(['2025-06-30', true]);
  }); // prettier-ignore

  it('stand in a family with a name and have a unit with a name', () => {
    for (const { id, family } of lines) expect([id, family]).toEqual([id, FAMILY_WORDS[id.split('.')[0]!]]);
    for (const id of SETTING_IDS) {
      const setting = SETTINGS[id];
      if (setting.kind === 'number') expect([id, line(id).unit]).toEqual([id, UNIT_WORDS[setting.unit]]);
    }
  });
});
