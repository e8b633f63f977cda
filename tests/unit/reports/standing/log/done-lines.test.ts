import { DEFAULT_SETTINGS } from '../../../../../src/core/settings';
import { extendPlanLog, readPlanLog } from '../../../../../src/reports/standing/plan-log';
import { readCallPlan } from '../../../../../src/reports/standing/read-call-plan';
import type { CellValue } from '../../../../../src/workbook/cell-value';
import type { ReportSnapshot } from '../../../../../src/workbook/workbook-host';
import { day } from '../../../../support/dataset-builder';

const LOG: CellValue[] = ['日期', '客户名称', '负责人', '方式', '目的', '结果', '下次联络', '备注', '计划编号'];
const PLAN: CellValue[] = ['日期', '负责人', '客户名称', '方式', '目的', '完成', '实际方式', '结果', '计划编号'];
const snapshot = (id: string, cells: CellValue[][]): ReportSnapshot => ({ id, fingerprint: '', sheetName: id, cells });
const log = (...lines: CellValue[][]): ReportSnapshot => snapshot('planLog', lines);
const plan = (...lines: CellValue[][]): ReportSnapshot => snapshot('callPlan', lines);
const KEY = 'K1|2026-02|call|1';
const lineOf = (words: Readonly<Record<string, CellValue>>, headers = LOG): CellValue[] =>
  headers.map((header) => words[String(header)] ?? null);
const extend = (rows: CellValue[][], entries: CellValue[][]) =>
  extendPlanLog(
    new Map([
      ['callPlan', plan(PLAN, ...rows)],
      ['planLog', log(LOG, ...entries)],
    ]),
    { ...DEFAULT_SETTINGS, 'plan.logDone': true },
    1900,
  );

describe('an entry of the log', () => {
  const row = (words: Readonly<Record<string, CellValue>>): CellValue[] =>
    lineOf({ 结果: '已约', 计划编号: KEY, ...words }, PLAN);
  const before = lineOf({
    日期: '2026-02-03',
    客户名称: '旧名',
    负责人: '旧人',
    方式: '旧法',
    目的: '旧事',
    计划编号: KEY,
  });

  it('says what the plan says now, and what it said before where the plan says nothing any more', () => {
    const full = { 负责人: '王芳', 客户名称: '东方', 方式: '电话', 目的: '催款' };
    const brief = (rows: CellValue[][], entries: CellValue[][]): unknown =>
      extend(rows, entries).map(({ client, rep, method, purpose, day: at }) => [client, rep, method, purpose, at]);
    // The purpose of an entry stays: the plan knows what a row was for only while it is due.
    expect(brief([row(full)], [before])).toEqual([['东方', '王芳', '电话', '旧事', day('2026-02-03')]]);
    expect(brief([row({ ...full, 实际方式: '微信', 日期: '2026-02-09' })], [before])).toEqual([
      ['东方', '王芳', '微信', '旧事', day('2026-02-09')],
    ]);
    expect(brief([row({})], [before])).toEqual([['旧名', '旧人', '旧法', '旧事', day('2026-02-03')]]);
    expect(brief([row(full)], [])).toEqual([['东方', '王芳', '电话', '催款', undefined]]);
    expect(brief([row({})], [])).toEqual([['K1', '', '', '', undefined]]);
  }); // prettier-ignore

  it('that is added stands in the order of its day, those without one first, then of its key', () => {
    const rows = [
      ['2026-02-11', 'K1|2026-02|call|1'],
      ['2026-02-10', 'K9|2026-02|call|1'],
      ['2026-02-11', 'K0|2026-02|call|1'],
      [null, 'K5|2026-02|call|1'],
    ].map(([at, key]) => row({ 日期: at!, 计划编号: key! }));
    expect(extend(rows, []).map(({ key }) => key.slice(0, 2))).toEqual(['K5', 'K9', 'K0', 'K1']);
  });
});

describe('the log read back', () => {
  const read = (...lines: CellValue[][]) => readPlanLog(log(...lines), 1900);

  it('takes a day without a year for one of its plan’s month, and keeps what it cannot read as it was typed', () => {
    const dated = { 日期: '2月9日', 下次联络: '1月5日' };
    const [ours, hers, words] = read(
      LOG,
      lineOf({ ...dated, 计划编号: KEY }),
      lineOf({ ...dated, 客户名称: '东方' }),
      lineOf({ 日期: '下周', 下次联络: '月底', 客户名称: '东方', 计划编号: KEY }),
    );
    expect([ours!.day, ours!.nextDay, ours!.typedDay, ours!.typedNextDay]).toEqual([
      day('2026-02-09'),
      day('2027-01-05'),
      '',
      '',
    ]);
    // A line of hers is of no month: nothing says the year.
    expect([hers!.day, hers!.typedDay, hers!.nextDay, hers!.typedNextDay]).toEqual([
      undefined,
      '2月9日',
      undefined,
      '1月5日',
    ]);
    expect([words!.day, words!.typedDay, words!.nextDay, words!.typedNextDay]).toEqual([
      undefined,
      '下周',
      undefined,
      '月底',
    ]);
  });

  it('goes by the first header of each name, in the row that has most of them, the first of equals', () => {
    const twice = [...LOG, '备注'];
    expect(read(twice, [...lineOf({ 客户名称: '东方', 备注: '我们的' }), '抄的'])[0]!.notes).toBe('我们的');
    const three = LOG.slice(0, 3);
    expect(read(LOG, lineOf({ 客户名称: '东方', 备注: '一' }), three, ['2026-02-01', '西岭']).map(({ client }) => client)).toEqual(['东方', '客户名称', '西岭']);
    expect(read(LOG, lineOf({ 客户名称: '东方' }), LOG, lineOf({ 客户名称: '西岭' })).map(({ client }) => client)).toEqual(['东方', '客户名称', '西岭']);
    expect(read(three, LOG, lineOf({ 客户名称: '西岭', 备注: '一' })).map(({ client, notes }) => [client, notes])).toEqual([['西岭', '一']]);
  }); // prettier-ignore
});

describe('the call plan read back', () => {
  const read = (...lines: CellValue[][]) => [...readCallPlan(plan(...lines), 1900).values()];

  it('goes by two headers and more, the first of each name, in the row that has most of them, the first of equals', () => {
    const named = (lines: CellValue[][]): unknown => read(...lines).map(({ shown }) => [shown.name, shown.rep]);
    expect(named([['客户名称', '计划编号'], ['东方', KEY]])).toEqual([['东方', '']]);
    expect(named([[...PLAN, '客户名称'], [...lineOf({ 客户名称: '东方', 计划编号: KEY }, PLAN), '抄的']])).toEqual([['东方', '']]);
    expect(named([PLAN, lineOf({ 客户名称: '东方', 计划编号: KEY }, PLAN), ['客户名称', '负责人'], PLAN])).toEqual([['东方', '']]);
    expect(named([['客户名称', '负责人'], PLAN, lineOf({ 客户名称: '东方', 计划编号: KEY }, PLAN)])).toEqual([['东方', '']]);
  }); // prettier-ignore

  it('finds its keys by the column that holds most of them below the header, of as many the first', () => {
    const head = ['客户名称', '负责人', '方式'];
    const [A, B, C] = ['K1', 'K2', 'K3'].map((code) => `${code}|2026-02|call|1`) as [string, string, string];
    const keys = (...lines: CellValue[][]): string[] => read(...lines).map(({ key }) => key);
    expect(keys([null, null, null, null, C], head, ['东方', '', '', A, B], ['南海', '', '', B])).toEqual([A, B]);
    expect(keys(head, ['东方', '', '', A], ['南海', '', '', null, B])).toEqual([A]);
    expect(keys(head, ['东方', '', '', null, A], ['南海', '', '', B])).toEqual([B]);
    // One row alone, directly under the header.
    expect(keys(head, ['东方', '', '', A])).toEqual([A]);
  });

  it('of two rows with one key, says where the first was and what was typed in both', () => {
    const rows = read(
      PLAN,
      lineOf({ 客户名称: '东方', 计划编号: KEY }, PLAN),
      lineOf({ 客户名称: '抄的', 结果: '已约', 计划编号: KEY }, PLAN),
    );
    expect(rows.map(({ shown, result, hasWork }) => [shown.name, result, hasWork])).toEqual([['东方', '已约', true]]);
  });

  it('knows a contact that was missed by its status, in either language, and no other', () => {
    const missed = (status: CellValue): boolean[] =>
      read([...PLAN, '状态'], [...lineOf({ 计划编号: KEY }, PLAN), status]).map(({ wasMissed }) => wasMissed);
    expect(['逾期改排', 'Missed, replanned', '待办', null].map(missed)).toEqual([[true], [true], [false], [false]]);
  });
});
