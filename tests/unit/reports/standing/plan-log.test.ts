import { analyse } from '../../../../src/core/analyse';
import { isoOf, type Day } from '../../../../src/core/model/day';
import type { Dataset } from '../../../../src/core/model/dataset';
import type { CallPlan } from '../../../../src/core/plan/call-plan';
import { withPlanLog } from '../../../../src/core/plan/plan-log';
import { settingsWith } from '../../../../src/core/settings';
import { layOutReports } from '../../../../src/reports/layout/lay-out-reports';
import { extendPlanLog, readPlanLog } from '../../../../src/reports/standing/plan-log';
import { PLAN_HEADERS, PLAN_LOG_TITLE } from '../../../../src/reports/words/plan-words';
import type { CellValue } from '../../../../src/workbook/cell-value';
import type { ReportSnapshot } from '../../../../src/workbook/workbook-host';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';
import { cellsOf, findCell } from '../../../support/plan-cells';

/** Two clients that order: the plan of February 2026 has a call and a visit for each. */
function aBook(contacts: readonly RowOf<'contacts'>[] = [], name = '东方饲料厂'): Dataset {
  return aDataset()
    .withClients([
      { code: 'K1', name },
      { code: 'K2', name: '南方牧业' },
    ])
    .withTransactions([
      { client: 'K1', day: '2025-10-10', amount: 1000 },
      { client: 'K1', day: '2026-01-15', amount: 2000 },
      { client: 'K2', day: '2026-01-15', amount: 500 },
    ])
    .withRows('contacts', contacts)
    .build();
}

type Sheets = ReadonlyMap<string, ReportSnapshot>;

interface Run {
  readonly sheets: Sheets;
  readonly plan: CallPlan;
  readonly contacts: number;
}

/** One refresh, as the use case runs it: the log is extended and read as contacts before anything is analysed. */
function refresh(book: Dataset, before: Sheets = new Map(), { asOf = '2026-02-10', isOn = true } = {}): Run {
  const settings = settingsWith({ 'plan.month': '2026-02', 'plan.logDone': isOn });
  const dataset = withPlanLog(book, PLAN_LOG_TITLE.zh, extendPlanLog(before, settings, 1900));
  const analysis = analyse(dataset, { today: day(asOf), asOf: day(asOf), period: { kind: 'last12m' }, settings });
  const { sheets, callPlan } = layOutReports({
    analysis,
    dataset,
    lang: 'zh',
    chosen: ['callPlan', 'planLog'],
    snapshots: before,
    columnMap: [],
    run: { time: '2026-02-10 09:00', version: '0.1.0' },
    sheetNames: [],
    dateBase: 1900,
  });
  return {
    sheets: new Map(
      sheets.map((one) => [one.id, { id: one.id, fingerprint: '', sheetName: one.name, cells: cellsOf(one) }]),
    ),
    plan: callPlan!,
    contacts: dataset.tables.contacts?.rows ?? 0,
  };
}

/** The sheets with words typed into the plan's row. */
function typed(sheets: Sheets, key: string, words: Partial<Record<keyof typeof PLAN_HEADERS, CellValue>>): Sheets {
  const plan = sheets.get('callPlan')!;
  const cells = plan.cells.map((line) => [...line]);
  const header = cells[findCell(cells, PLAN_HEADERS.key.zh).row]!;
  const line = cells[findCell(cells, key).row]!;
  for (const [id, value] of Object.entries(words)) line[header.indexOf(PLAN_HEADERS[id as 'day'].zh)] = value;
  return new Map([...sheets, ['callPlan', { ...plan, cells }]]);
}

const CALL = 'K1|2026-02|call|1';
const statusOf = ({ plan }: Run, key: string): string => plan.contacts.find((one) => one.key === key)!.status;
const logOf = ({ sheets }: Run) => readPlanLog(sheets.get('planLog'), 1900);
const iso = (one: Day | undefined): string => (one === undefined ? '' : isoOf(one));

const DONE = { actualDay: '2026-02-04', method: '微信', result: '月底补货', nextDay: '3月2日', notes: '找陈' };

describe('the log of done contacts', () => {
  it('is not written without being asked for', () => {
    const first = refresh(aBook(), new Map(), { isOn: false });
    const second = refresh(aBook(), typed(first.sheets, CALL, DONE), { isOn: false });
    expect(second.sheets.has('planLog')).toBe(false);
    expect(second.contacts).toBe(0);
  });

  it('takes in what is done, with day, way, result, next contact and note', () => {
    const run = refresh(aBook(), typed(refresh(aBook()).sheets, CALL, DONE));
    expect(logOf(run)).toEqual([
      {
        key: CALL,
        day: day('2026-02-04'),
        typedDay: '',
        client: '东方饲料厂',
        rep: '',
        method: '微信',
        purpose: '01-15下单 2,000，问使用情况',
        result: '月底补货',
        nextDay: day('2026-03-02'),
        typedNextDay: '',
        notes: '找陈',
      },
    ]);
    expect(run.contacts).toBe(1);
    expect(statusOf(run, CALL)).toBe('done');
    const brief = run.plan.briefs.get(0)!;
    expect(brief.lastContact.known && brief.lastContact.value).toMatchObject({ method: '微信', content: '月底补货' });
    expect(brief.lastContact.known && iso(brief.lastContact.value.day)).toBe('2026-02-04');
  });

  it('is the same after a second refresh, and ticks off one contact only', () => {
    const once = refresh(aBook(), typed(refresh(aBook()).sheets, CALL, DONE));
    const twice = refresh(aBook(), once.sheets);
    expect(twice.sheets.get('planLog')!.cells).toEqual(once.sheets.get('planLog')!.cells);
    expect(twice.sheets.get('callPlan')!.cells).toEqual(once.sheets.get('callPlan')!.cells);
    expect(twice.plan.attainment.total.done).toBe(1);
    expect(statusOf(twice, 'K1|2026-02|visit|1')).not.toBe('logged');
  });

  it('counts a contact once that her own log has too', () => {
    const own = aBook([{ client: 'K1', at: '2026-02-04 10:30', method: '电话沟通', content: '订了 20 吨' }]);
    const once = refresh(own, typed(refresh(aBook()).sheets, CALL, DONE));
    expect(once.contacts).toBe(1);
    expect(logOf(once)).toHaveLength(1);
    expect(once.plan.attainment.total.done).toBe(1);
  });

  it('keeps a visit and a call of one day apart', () => {
    const own = aBook([{ client: 'K1', at: '2026-02-04', method: '上门拜访' }]);
    expect(refresh(own, typed(refresh(aBook()).sheets, CALL, DONE)).contacts).toBe(2);
  });

  it('ticks the row off again after the plan sheet was deleted', () => {
    const once = refresh(aBook(), typed(refresh(aBook()).sheets, CALL, DONE));
    const without = new Map([...once.sheets].filter(([id]) => id !== 'callPlan'));
    const after = refresh(aBook(), without);
    expect(statusOf(after, CALL)).toBe('logged');
    expect(after.plan.attainment.total.done).toBe(1);
    expect(logOf(after)).toEqual(logOf(once));
  });

  it('follows a correction on the plan, and forgets what was marked by mistake', () => {
    const once = refresh(aBook(), typed(refresh(aBook()).sheets, CALL, DONE));
    const corrected = refresh(aBook(), typed(once.sheets, CALL, { result: '下月补货' }));
    expect(logOf(corrected).map(({ result }) => result)).toEqual(['下月补货']);
    const back = typed(once.sheets, CALL, { actualDay: null, done: '否' });
    const after = refresh(aBook(), back);
    expect(logOf(after)).toEqual([]);
    expect(after.contacts).toBe(0);
  });

  it('keeps its lines when appending is switched off, and when the client takes another name', () => {
    const once = refresh(aBook(), typed(refresh(aBook()).sheets, CALL, DONE));
    const off = refresh(aBook([], '东方生物'), once.sheets, { isOn: false });
    expect(logOf(off)).toEqual(logOf(once));
    expect(off.contacts).toBe(1);
    expect(statusOf(off, CALL)).toBe('done');
  });

  it('reads its sheet after she sorted it, put empty rows in, and typed lines of her own', () => {
    const once = refresh(aBook(), typed(refresh(aBook()).sheets, CALL, DONE));
    const log = once.sheets.get('planLog')!;
    const cells = log.cells.map((line) => [...line]);
    const { row } = findCell(cells, CALL);
    cells.splice(row + 1, 0, [], ['2026-02-06', '南方牧业', '李强', '电话', '', '要样品'], ['下周', '南方牧业']);
    const edited = new Map([...once.sheets, ['planLog', { ...log, cells }]]);
    const after = refresh(aBook(), edited);
    expect(logOf(after).map((one) => [one.client, iso(one.day), one.typedDay, one.result])).toEqual([
      ['东方饲料厂', '2026-02-04', '', '月底补货'],
      ['南方牧业', '2026-02-06', '', '要样品'],
      ['南方牧业', '', '下周', ''],
    ]);
    expect(after.contacts).toBe(2);
    // What is typed without the plan's key ticks off a call of the client like any contact.
    expect(statusOf(after, 'K2|2026-02|call|1')).toBe('logged');
    expect(refresh(aBook(), after.sheets).sheets.get('planLog')!.cells).toEqual(after.sheets.get('planLog')!.cells);
  });
});
