import { textAt } from '../../../../src/core/model/columns';
import { withPlanLog, type PlanLogEntry } from '../../../../src/core/plan/plan-log';
import { aDataset, day } from '../../../support/dataset-builder';

const anEntry = (rest: Partial<PlanLogEntry>): PlanLogEntry => ({
  key: 'K1|2026-02|call|1',
  day: day('2026-02-04'),
  typedDay: '',
  client: '甲',
  rep: '王芳',
  method: '微信',
  purpose: '',
  result: '已订货',
  nextDay: undefined,
  typedNextDay: '',
  notes: '',
  ...rest,
});

const aBook = () =>
  aDataset().withClients([
    { code: 'K1', name: '甲' },
    { code: 'K2', name: '乙' },
  ]);

describe('withPlanLog', () => {
  it('adds its lines as contacts where there is no contact sheet', () => {
    const { contacts } = withPlanLog(aBook().build(), '日志', [anEntry({})]).tables;
    expect(contacts!.rows).toBe(1);
    expect([contacts!.columns.client![0], contacts!.columns.at![0]]).toEqual([0, day('2026-02-04')]);
    expect([textAt(contacts!.columns.method, 0), textAt(contacts!.columns.content, 0)]).toEqual(['微信', '已订货']);
  });

  it('accounts for every line: used, joined with her own, rejected', () => {
    const own = aBook().withRows('contacts', [
      { client: 'K1', at: '2026-02-04 09:00', method: '电话', content: '她的' },
      { client: 'K2', at: '2026-02-05', method: '拜访', region: '华东', cost: 30 },
    ]);
    const dataset = withPlanLog(own.build(), '日志', [
      anEntry({}),
      anEntry({ key: 'K2|2026-02|call|1', day: day('2026-02-05') }),
      anEntry({ key: 'K9|2026-02|call|1', client: '没有的客户' }),
      anEntry({ key: '', day: undefined, typedDay: '下周' }),
    ]);
    const { contacts } = dataset.tables;
    const account = dataset.accounts[dataset.accounts.length - 1]!;
    expect([dataset.sheets[account.sheet], account.read, account.joined, account.rejected]).toEqual(['日志', 4, 1, 2]);
    expect(contacts!.rows).toBe(3);
    expect([0, 1, 2].map((row) => textAt(contacts!.columns.planKey, row))).toEqual([
      'K1|2026-02|call|1',
      '',
      'K2|2026-02|call|1',
    ]);
    // Her own words and columns stay as they were.
    expect([0, 1, 2].map((row) => textAt(contacts!.columns.content, row))).toEqual(['她的', '', '已订货']);
    expect([0, 1, 2].map((row) => textAt(contacts!.columns.region, row))).toEqual(['', '华东', '']);
    expect([...contacts!.columns.cost!]).toEqual([NaN, 30, NaN]);
    expect(dataset.sheets[contacts!.origin.sheetAt(2)]).toBe('日志');
  });

  it('counts two calls of one day as two', () => {
    const own = aBook().withRows('contacts', [{ client: 'K1', at: '2026-02-04', method: '电话' }]);
    const entries = [anEntry({}), anEntry({ key: 'K1|2026-02|event|1' })];
    expect(withPlanLog(own.build(), '日志', entries).tables.contacts!.rows).toBe(2);
  });
});
