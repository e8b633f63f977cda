import { textAt, type TextColumn } from '../../../../src/core/model/columns';
import { isoOf } from '../../../../src/core/model/day';
import { withPlanLog, type PlanLogEntry } from '../../../../src/core/plan/plan-log';
import { aDataset, day, moment } from '../../../support/dataset-builder';

const anEntry = (rest: Partial<PlanLogEntry>): PlanLogEntry => ({
  ...{ key: 'K1|2026-02|call|1', day: day('2026-02-04'), typedDay: '', client: '', rep: '王芳', method: '电话' },
  ...{ purpose: '收款', result: '已付', nextDay: undefined, typedNextDay: '', notes: '' },
  ...rest,
});
const CLIENTS = [{ code: 'K1', name: '甲' }, { code: 'K2', name: '乙' }, { code: '', name: '丙' }, { code: 'K4', name: '甲' }]; // prettier-ignore
const own = () =>
  aDataset()
    .withClients(CLIENTS)
    .withRows('contacts', [
      { client: 'K1', at: '2026-02-04 09:00', method: '电话', recorder: '赵', intends: '是', nextDay: '2026-02-20', rep: '李强' },
      { at: '2026-02-04 10:00', method: '电话' },
      { client: 'K1', method: '电话' },
      { client: 'K2', at: '2026-02-04 11:00', method: '上门拜访' },
    ]); // prettier-ignore

describe('contacts with the lines of our log behind them', () => {
  const dataset = withPlanLog(own().build(), '日志', [
    anEntry({ key: 'K1|2026-02|call|2', day: day('2026-02-05'), nextDay: day('2026-03-01') }),
    anEntry({ key: 'K2|2026-02|call|1', method: '微信' }),
    anEntry({ key: '', client: '丙', result: '' }),
  ]);
  const { rows, columns, origin } = dataset.tables.contacts!;
  const words = (column: TextColumn | undefined): readonly string[] =>
    Array.from({ length: rows }, (_, row) => textAt(column, row));

  it('keep her rows as they are, and say of each line whose it is, when, how and what came of it', () => {
    expect(rows).toBe(7);
    expect([...columns.client!]).toEqual([0, -1, 0, 1, 0, 1, 2]);
    expect([...columns.at!].slice(0, 2)).toEqual([moment('2026-02-04 09:00'), moment('2026-02-04 10:00')]);
    expect([...columns.at!].slice(4)).toEqual([day('2026-02-05'), day('2026-02-04'), day('2026-02-04')]);
    expect([isoOf(columns.nextDay![0] as never), isoOf(columns.nextDay![4] as never)]).toEqual(['2026-02-20', '2026-03-01']); // prettier-ignore
    expect(new Set([1, 2, 3, 5, 6].map((row) => columns.nextDay![row])).size).toBe(1);
    expect(words(columns.rep)).toEqual(['李强', '', '', '', '王芳', '王芳', '王芳']);
    expect(words(columns.method)).toEqual(['电话', '电话', '电话', '上门拜访', '电话', '微信', '电话']);
    expect([words(columns.purpose), words(columns.content)]).toEqual([['', '', '', '', '收款', '收款', '收款'], ['', '', '', '', '已付', '已付', '']]); // prettier-ignore
    expect([words(columns.recorder), words(columns.intends)]).toEqual([['赵', '', '', '', '', '', ''], ['是', '', '', '', '', '', '']]); // prettier-ignore
    expect([columns.region, columns.cost]).toEqual([undefined, undefined]);
  });

  it('carry the key of the plan’s row, and stand nowhere on her sheets', () => {
    expect(words(columns.planKey)).toEqual(['', '', '', '', 'K1|2026-02|call|2', 'K2|2026-02|call|1', '']);
    expect(columns.planKey!.values).toEqual(['K1|2026-02|call|2', 'K2|2026-02|call|1']);
    expect([0, 1, 2, 3, 4, 5, 6].map((row) => origin.rowAt(row))).toEqual([2, 3, 4, 5, 0, 0, 0]);
    expect([4, 5, 6].map((row) => origin.sheetAt(row))).toEqual([dataset.sheets.length - 1, dataset.sheets.length - 1, dataset.sheets.length - 1]); // prettier-ignore
    expect(dataset.accounts.at(-1)).toEqual({ sheet: dataset.sheets.length - 1, table: 'contacts', read: 3, rejected: 0, passedOver: 0, joined: 0 }); // prettier-ignore
  });
});

describe('a line of our log and one of hers', () => {
  const joined = (entry: Partial<PlanLogEntry>): readonly [rows: number, key: string] => {
    const { rows, columns } = withPlanLog(own().build(), '日志', [anEntry(entry)]).tables.contacts!;
    return [rows, textAt(columns.planKey, 0)];
  };

  it('are one contact where client, day and way are the same', () => {
    expect(joined({})).toEqual([4, 'K1|2026-02|call|1']);
    expect(joined({ day: day('2026-02-05') })).toEqual([5, '']);
    expect(joined({ method: '拜访' })).toEqual([5, '']);
    expect(joined({ key: 'K2|2026-02|visit|1', method: '拜访' })[0]).toBe(4);
    // Found by its code, else by its name: of two with that name the first.
    expect(joined({ key: '', client: '甲' })[0]).toBe(4);
    expect(joined({ key: 'K1|2026-02|call|1', client: '乙' })[0]).toBe(4);
  });

  it('are two where she called twice', () => {
    const twice = own().withRows('contacts', [{ client: 'K1', at: '2026-02-04 15:00', method: '电话' }]);
    const three = ['call|1', 'call|2', 'event|1'].map((kind) => anEntry({ key: `K1|2026-02|${kind}` }));
    const { rows, columns } = withPlanLog(twice.build(), '日志', three).tables.contacts!;
    expect([rows, textAt(columns.planKey, 0), textAt(columns.planKey, 4), textAt(columns.planKey, 5)]).toEqual([
      ...[6, 'K1|2026-02|call|1', 'K1|2026-02|call|2', 'K1|2026-02|event|1'],
    ]);
  });

  it('change nothing where there is no line', () => {
    const dataset = own().build();
    expect(withPlanLog(dataset, '日志', [])).toBe(dataset);
  });
});
