import { analyse } from '../../../../../src/core/analyse';
import type { Dataset } from '../../../../../src/core/model/dataset';
import { workMonthOf } from '../../../../../src/core/calendar/calendar-month';
import { readContactLog } from '../../../../../src/core/plan/contact-log';
import { isPlanned } from '../../../../../src/core/plan/obligations';
import { findEvents } from '../../../../../src/core/plan/reasons/events';
import { makeWorkCalendar } from '../../../../../src/core/calendar/work-calendar';
import { monthOf } from '../../../../../src/core/model/day';
import { DEFAULT_SETTINGS } from '../../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder } from '../../../../support/dataset-builder';

/** As-of Saturday 31 January 2026: 16 working days of February, of which the 2nd is index 0. */
function allEventsOf(dataset: Dataset, asOf = '2026-01-31') {
  const analysis = analyse(dataset, {
    today: day(asOf),
    asOf: day(asOf),
    period: { kind: 'last12m' },
    settings: DEFAULT_SETTINGS,
  });
  const month = workMonthOf(makeWorkCalendar('CN'), monthOf(day('2026-02-01')), day(asOf), 3);
  const log = readContactLog(dataset, day(asOf), month);
  const events = findEvents(dataset, analysis, log, month, DEFAULT_SETTINGS, (client) => isPlanned(dataset, client));
  const own = [...(events.get(0) ?? [])].map(({ purpose, priority, when }) => ({ kind: purpose.kind, priority, when }));
  // A file without the day of its last check is due for one: looked at by itself.
  return {
    archive: own.filter(({ kind }) => kind === 'archive'),
    others: own.filter(({ kind }) => kind !== 'archive'),
  };
}

const eventsOf = (dataset: Dataset, asOf?: string) => allEventsOf(dataset, asOf).others;

const aClient = (): DatasetBuilder =>
  aDataset()
    .withClients([{ code: 'K1', name: '甲' }])
    .withTransactions([{ client: 'K1', day: '2026-01-15', amount: 1000 }]);

const kinds = (dataset: Dataset, asOf?: string): string[] => eventsOf(dataset, asOf).map(({ kind }) => kind);

describe('findEvents', () => {
  it('has nothing for a client without trouble or date', () => {
    expect(kinds(aClient().build())).toEqual([]);
  });

  it('lets a client file that is due for a check ride, at the lowest priority', () => {
    const updated = (updatedDay: string) =>
      aDataset()
        .withClients([{ code: 'K1', name: '甲', updatedDay }])
        .withTransactions([{ client: 'K1', day: '2026-01-15', amount: 1000 }])
        .build();
    expect(allEventsOf(updated('2024-06-30')).archive).toEqual([
      { kind: 'archive', priority: 8, when: { kind: 'ride' } },
    ]);
    // A book in which nobody has written a day has one alert, not a reason for every client.
    expect(allEventsOf(aClient().build()).archive).toEqual([]);
  });

  it('calls at once for money late beyond 30 days, and lets less late money ride', () => {
    // Debts are known where payments are: another client has paid.
    const due = (dueDay: string) =>
      eventsOf(
        aClient()
          .withInvoices([
            { client: 'K1', day: '2025-11-01', dueDay, amount: 500 },
            { client: 'K2', day: '2025-11-01', dueDay, amount: 100 },
          ])
          .withReceipts([{ client: 'K2', day: '2025-12-01', amount: 100 }])
          .build(),
      );
    // 45 and 11 days late on 31 January.
    expect(due('2025-12-17')).toEqual([{ kind: 'money', priority: 1, when: { kind: 'soon' } }]);
    expect(due('2026-01-20')).toEqual([{ kind: 'money', priority: 5, when: { kind: 'ride' } }]);
  });

  it('calls back within three working days of a complaint’s end, once, unless somebody has', () => {
    const complaint = { client: 'K1', received: '2026-01-20', closed: '2026-01-29' };
    // Thursday 29 January + 3 working days: Friday 30, Monday 2, Tuesday 3 February, index 1.
    const late = { client: 'K1', received: '2025-11-01', closed: '2025-12-01' };
    expect(eventsOf(aClient().withComplaints([complaint, late]).build())).toEqual([
      { kind: 'complaint', priority: 1, when: { kind: 'soon', to: 1 } },
    ]);
    expect(kinds(aClient().withComplaints([late]).build())).toEqual([]);
    const called = aClient()
      .withComplaints([complaint])
      .withRows('contacts', [{ client: 'K1', at: '2026-01-30', method: '电话' }]);
    expect(kinds(called.build())).toEqual([]);
  });

  it('keeps a day that was agreed on: dated ahead, soon when it is over, riding when it is stale', () => {
    const agreed = (nextDay: string, at = '2026-01-10') =>
      eventsOf(
        aClient()
          .withRows('contacts', [{ client: 'K1', at, method: '电话', nextDay }])
          .build(),
      );
    // Tuesday 10 February is index 6: 2, 3, 4, 5, 6, 9, 10.
    expect(agreed('2026-02-10')).toEqual([{ kind: 'agreed', priority: 2, when: { kind: 'dated', from: 6, to: 6 } }]);
    expect(agreed('2026-01-28')).toEqual([{ kind: 'agreed', priority: 2, when: { kind: 'soon' } }]);
    // 32 days ago.
    expect(agreed('2025-12-30', '2025-12-20')).toEqual([{ kind: 'agreed', priority: 5, when: { kind: 'ride' } }]);
    expect(agreed('2026-03-05')).toEqual([]);
  });

  it('follows up a quotation of seven days without an answer', () => {
    const quoted = (quotedDay: string) =>
      kinds(
        aClient()
          .withRows('prospects', [{ client: 'K1', quotedDay, expectedAmount: 100, expectedDay: '2027-06-01' }])
          .build(),
      );
    expect(quoted('2026-01-24')).toContain('quotation');
    expect(quoted('2026-01-25')).not.toContain('quotation');
  });

  it('greets on a birthday, at most three working days before', () => {
    const born = aDataset()
      .withClients([{ code: 'K1', name: '甲', contact: '陈', birthday: '02-12' }])
      .withTransactions([{ client: 'K1', day: '2026-01-15', amount: 1000 }]);
    // Thursday 12 February is index 8.
    expect(eventsOf(born.build())).toEqual([
      { kind: 'importantDay', priority: 5, when: { kind: 'dated', from: 5, to: 8 } },
    ]);
  });

  it('leaves departments of the firm and written-off clients alone', () => {
    const internal = aDataset()
      .withClients([{ code: 'K1', name: '甲', internal: true }])
      .withTransactions([{ client: 'K1', day: '2026-01-15', amount: 1000 }])
      .withInvoices([{ client: 'K1', day: '2025-10-01', dueDay: '2025-11-01', amount: 500 }]);
    expect(kinds(internal.build())).toEqual([]);
  });
});
