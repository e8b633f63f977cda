import { findCarried } from '../../../../src/core/plan/carried-work';
import type { KeptRow } from '../../../../src/core/plan/kept-work';
import type { WorkMonth } from '../../../../src/core/calendar/calendar-month';
import { monthOf, type Day } from '../../../../src/core/model/day';
import { day } from '../../../support/dataset-builder';
import { aKeptRow } from './a-kept-row';

const FEBRUARY = { month: monthOf(day('2026-02-01')) } as WorkMonth;
const BY_NAME = new Map([
  ['C1', 0],
  ['C2', 1],
]);

const row = (key: string, changes: Partial<KeptRow> = {}): KeptRow =>
  aKeptRow(key, '2026-01-20', {
    shown: { rep: '', name: '', purpose: '催款', way: '', level: '' },
    ...changes,
  });

const carried = (rows: readonly KeptRow[], last?: Day) =>
  findCarried(new Map(rows.map((one) => [one.key, one])), FEBRUARY, BY_NAME, () => last);
const keysOf = (rows: readonly KeptRow[], last?: Day): readonly string[] => [...carried(rows, last).keys];

const OPEN = 'C1|2026-01|call|1';

describe('what last month left open', () => {
  it('is carried into the month, once a client, with the words of its row', () => {
    const { keys, events, clientOfKey } = carried([row(OPEN), row('C1|2026-01|visit|1'), row('C2|2026-01|call|1')]);
    expect([...keys]).toEqual([OPEN, 'C1|2026-01|visit|1', 'C2|2026-01|call|1']);
    expect([...events].map(([client, list]) => [client, list.length, list[0]!.purpose.text.zh])).toEqual([
      [0, 1, '上月未完成：催款'],
      [1, 1, '上月未完成：催款'],
    ]);
    expect([...clientOfKey.values()]).toEqual([0, 0, 1]);
  });

  it.each<[string, KeptRow]>([
    ['is marked as done', row(OPEN, { isDone: true })],
    ['has the day on which it was done', row(OPEN, { actualDay: day('2026-01-21') })],
    ['has no day', row(OPEN, { plannedDay: undefined })],
    ['was moved into this month', row(OPEN, { movedDay: day('2026-02-01') })],
    ['was due two months ago', row(OPEN, { plannedDay: day('2025-12-31') })],
    ['is of this month', row('C1|2026-02|call|1')],
    ['is of a client whom nobody knows', row('C9|2026-01|call|1')],
    ['has a key that is none', row('C1')],
  ])('leaves out what %s', (_, one) => {
    expect(keysOf([one])).toEqual([]);
  });

  it('counts by the day that it was moved to, from the first of last month on', () => {
    expect(keysOf([row(OPEN, { plannedDay: day('2025-12-31'), movedDay: day('2026-01-01') })])).toEqual([OPEN]);
  });

  it('is settled by a contact on its day or after it', () => {
    expect(keysOf([row(OPEN)], day('2026-01-19'))).toEqual([OPEN]);
    expect(keysOf([row(OPEN)], day('2026-01-20'))).toEqual([]);
  });
});
