import { extendPlanLog } from '../../../../src/reports/standing/plan-log';
import { readCallPlan } from '../../../../src/reports/standing/read-call-plan';
import { DEFAULT_SETTINGS } from '../../../../src/core/settings';
import type { CellValue } from '../../../../src/workbook/cell-value';
import type { ReportSnapshot } from '../../../../src/workbook/workbook-host';
import { day } from '../../../support/dataset-builder';

const [A, B, C] = ['K1|2026-02|call|1', 'K2|2026-02|visit|1', 'K3|2026-12|call|1'] as const;
const HEADER: CellValue[] = [
  '日期', '负责人', '客户名称', '类别', '方式', '目的', '完成', '实际日期', '实际方式', '结果', '下次联络', '改期', '备注', '状态', '计划编号',
]; // prettier-ignore
type Line = Readonly<Record<string, CellValue>>;
const lineOf = (line: Line, header = HEADER): CellValue[] => header.map((name) => line[String(name)] ?? null);
const PLAIN: Line = {
  日期: '2026-02-09',
  负责人: '王芳',
  客户名称: '东方',
  类别: 'A',
  方式: '电话',
  目的: '催款',
  状态: '待办',
  计划编号: A,
};
const sheet = (cells: CellValue[][], id = 'callPlan'): ReportSnapshot => ({
  id,
  fingerprint: '',
  sheetName: id,
  cells,
});
const read = (lines: Line[], header = HEADER, above: CellValue[][] = [['联络计划']]) =>
  readCallPlan(sheet([...above, header, ...lines.map((line) => lineOf(line, header))]), 1900);
const BARE = {
  key: A, plannedDay: day('2026-02-09'), movedDay: undefined, actualDay: undefined, isDone: false, result: '', method: '', nextDay: undefined, notes: '', hasWork: false, wasMissed: false,
  shown: { rep: '王芳', name: '东方', purpose: '催款', way: '电话', level: 'A', status: '待办' },
}; // prettier-ignore

describe('the call plan read back', () => {
  it('has each row by its key, with what the plan had put there and what she typed', () => {
    expect(readCallPlan(undefined, 1900).size).toBe(0);
    expect([...read([PLAIN])]).toEqual([[A, BARE]]);
    const typed = {
      完成: '是',
      实际日期: '2月10日',
      实际方式: '微信',
      结果: '已约',
      下次联络: '3/5',
      改期: 46063,
      备注: '急',
      状态: '逾期改排',
    };
    expect(read([{ ...PLAIN, ...typed }]).get(A)).toEqual({
      ...BARE,
      movedDay: day('2026-02-10'),
      actualDay: day('2026-02-10'),
      isDone: true,
      result: '已约',
      method: '微信',
      nextDay: day('2026-03-05'),
      notes: '急',
      hasWork: true,
      wasMissed: true,
      shown: { ...BARE.shown, status: '逾期改排' },
    });
  });

  it.each<[Line, boolean]>([
    [{ 完成: '是' }, true],
    [{ 完成: 'OK' }, true],
    [{ 完成: '否' }, false],
    [{ 完成: '也许' }, false],
    [{ 结果: '已约' }, true],
    [{ 结果: '已约', 完成: '否' }, false],
    [{ 结果: '已约', 完成: '也许' }, true],
    [{ 备注: '急' }, false],
  ])('%j is done: %s', (typed, isDone) => {
    expect(read([{ ...PLAIN, ...typed }]).get(A)).toMatchObject({ isDone, hasWork: true });
  });

  it('is found by headers wherever they stand, each once, in either language; rows without a key are left', () => {
    const rows: Line[] = [PLAIN, { ...PLAIN, 计划编号: null }, { ...PLAIN, 计划编号: '别的' }];
    for (const header of [[...HEADER].reverse(), ['她的', ...HEADER]])
      expect([...read(rows, header)]).toEqual([[A, BARE]]);
    const english = HEADER.map((name) => (name === '负责人' ? 'Rep' : name));
    expect(read([{ ...PLAIN, Rep: '王芳' }], english).get(A)).toEqual(BARE);
    // A title that is also a header, and a row of two headers above, are no header of the table.
    expect([...read(rows, HEADER, [['日期', '状态'], []])]).toEqual([[A, BARE]]);
    expect(read(rows, ['日期']).size).toBe(0);
  });

  it('has a key that stands twice once: the first row says where it was, the work of both counts', () => {
    const rows = read([PLAIN, { ...PLAIN, 日期: '2026-02-20', 结果: '第二行' }, { ...PLAIN, 结果: '第三行' }]);
    expect(rows.size).toBe(1);
    expect(rows.get(A)).toMatchObject({ plannedDay: day('2026-02-09'), result: '第二行' });
    const copied = read([PLAIN, { ...PLAIN, 日期: '2026-02-20', 客户名称: '抄的' }]).get(A);
    expect(copied).toMatchObject({ plannedDay: day('2026-02-09'), shown: { name: '东方' } });
  });

  it('finds its keys in the column that holds most of them where the header is gone', () => {
    const header = HEADER.map((name) => (name === '计划编号' ? null : name));
    const keys = (line: CellValue[], key: CellValue): CellValue[] => [...line.slice(0, -1), key];
    const lines = [keys(lineOf({ ...PLAIN, 结果: B }), A), keys(lineOf({ ...PLAIN, 客户名称: '南海', 结果: null }), B)];
    const rows = readCallPlan(sheet([['联络计划'], header, ...lines]), 1900);
    expect([...rows.keys()]).toEqual([A, B]);
    expect(rows.get(B)!.shown.name).toBe('南海');
  });

  it('takes a day to come for one of the next year where the plan’s month is past it', () => {
    const rows = read([{ ...PLAIN, 计划编号: C, 下次联络: '1月5日', 实际日期: '12月3日' }]);
    expect(rows.get(C)).toMatchObject({ nextDay: day('2027-01-05'), actualDay: day('2026-12-03') });
  });
});

describe('the log of done contacts', () => {
  const LOG: CellValue[] = ['日期', '客户名称', '负责人', '方式', '目的', '结果', '下次联络', '备注', '计划编号'];
  const logged = (key: CellValue, result: string, at: CellValue = '2026-02-01'): CellValue[] => [
    at,
    '东方',
    '王芳',
    '电话',
    '催款',
    result,
    null,
    null,
    key,
  ];
  const extend = (plan: Line[], log: CellValue[][], logDone = true): unknown =>
    extendPlanLog(
      new Map([
        ['callPlan', sheet([HEADER, ...plan.map((line) => lineOf(line))])],
        ['planLog', sheet([['联络记录（计划）'], LOG, ...log], 'planLog')],
      ]),
      { ...DEFAULT_SETTINGS, 'plan.logDone': logDone },
      1900,
    ).map(({ key, result, day: at, typedDay }) => [key, result, at ?? typedDay]);

  it('keeps lines of hers, joins those of the plan, and adds what is done, by day, then key', () => {
    const plan: Line[] = [
      { ...PLAIN, 结果: '改过', 实际日期: '2026-02-12' },
      { ...PLAIN, 计划编号: B, 结果: '新', 实际日期: '2026-02-11' },
      { ...PLAIN, 计划编号: 'K0|2026-02|call|1', 结果: '早', 实际日期: '2026-02-10' },
      { ...PLAIN, 计划编号: 'K9|2026-02|call|1', 结果: '同日', 实际日期: '2026-02-11' },
      { ...PLAIN, 计划编号: 'K8|2026-02|call|1', 备注: '未做' },
    ];
    expect(
      extend(plan, [logged(null, '她的'), logged(A, '旧'), logged(A, '重'), logged('X|2025-01|call|1', '走了')]),
    ).toEqual([
      ['', '她的', day('2026-02-01')],
      [A, '改过', day('2026-02-12')],
      ['X|2025-01|call|1', '走了', day('2026-02-01')],
      ['K0|2026-02|call|1', '早', day('2026-02-10')],
      [B, '新', day('2026-02-11')],
      ['K9|2026-02|call|1', '同日', day('2026-02-11')],
    ]);
  });

  it('names the client as the plan does, else as the log did, else by the code of its key', () => {
    const clientOf = (name: CellValue, log: CellValue[][]): string | undefined =>
      extendPlanLog(
        new Map([
          ['callPlan', sheet([HEADER, lineOf({ ...PLAIN, 客户名称: name, 结果: '已约' })])],
          ['planLog', sheet([LOG, ...log], 'planLog')],
        ]),
        { ...DEFAULT_SETTINGS, 'plan.logDone': true },
        1900,
      )[0]?.client;
    const before = [logged(A, '旧')];
    expect([clientOf('新名', before), clientOf(null, before), clientOf(null, [])]).toEqual(['新名', '东方', 'K1']);
  });

  it('lets go what was taken back, and changes nothing without the setting', () => {
    const open = [{ ...PLAIN, 备注: '又没做' }];
    expect(extend(open, [logged(A, '旧')])).toEqual([]);
    expect(extend(open, [logged(A, '旧')], false)).toEqual([[A, '旧', day('2026-02-01')]]);
  });

  it('is read under three of its headers, to the foot of its sheet; a day that is none stays as it was typed', () => {
    expect(extend([], [logged(null, '一', '下周'), [], logged(null, '二'), ['数据来源'], logged(null, '三')])).toEqual([
      ['', '一', '下周'],
      ['', '二', day('2026-02-01')],
    ]);
    expect(extend([], [logged(null, '一'), ['已取消（保留）'], logged(null, '三')])).toHaveLength(1);
    const few = (header: CellValue[]): number =>
      extendPlanLog(
        new Map([['planLog', sheet([header, ['2026-02-01', '东方', '王芳']], 'planLog')]]),
        DEFAULT_SETTINGS,
        1900,
      ).length;
    expect([few(['日期', '客户名称', '负责人']), few(['日期', '客户名称'])]).toEqual([1, 0]);
  });
});
