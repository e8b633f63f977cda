import { workCalendarOf } from '../../../../src/core/calendar/work-calendar';
import { EXCLUDED, HIT, MISS, OUTSIDE } from '../../../../src/core/facts/verdict';
import { ComplaintClocks } from '../../../../src/core/service/complaint-clocks';
import { settingsWith, type Settings } from '../../../../src/core/settings';
import { aDataset, moment, type RowOf } from '../../../support/dataset-builder';
import { aWindow } from '../../../support/delivery-facts';

/** As of Tuesday, 30 June 2026; work from 8:30 to 17:30. */
function clocksOf(rows: readonly RowOf<'complaints'>[], changes: Partial<Settings> = {}): ComplaintClocks {
  const dataset = aDataset().withComplaints(rows).build();
  const settings = settingsWith(changes);
  return new ComplaintClocks(dataset, settings, workCalendarOf(dataset, settings), aWindow('2026-06-01', '2026-06-30'));
}
/** To the minute: a moment is a fraction of a day. */
const minutes = (reading: { readonly hours: number } | undefined): number | undefined =>
  reading && Math.round(reading.hours * 60);

describe('hours until the first reply', () => {
  it('are working hours, and run to the end of the as-of day where there is none yet', () => {
    const clocks = clocksOf([
      { received: '2026-06-01 09:00', firstReply: '2026-06-02 10:00' },
      { received: '2026-06-30 15:00', firstReply: '2026-06-30 23:59' },
      { received: '2026-06-30 15:00', firstReply: '2026-07-01 00:00' },
      { received: '2026-06-30 15:00' },
      { received: '2026-06-02 09:00', firstReply: '2026-06-01 09:00' },
      { firstReply: '2026-06-01 09:00' },
    ]);
    const all = [0, 1, 2, 3, 4, 5].map((row) => clocks.reply(row));
    // 8.5 hours of the first day and 1.5 of the second; until work ends, 2.5.
    expect(all.map(minutes)).toEqual([600, 150, 150, 150, NaN, undefined]);
    expect(all.map((one) => one?.isOpen)).toEqual([false, false, true, true, false, undefined]);
  });
});

describe('hours until it is closed', () => {
  it('are hours of the calendar; one settled without a moment has none, and no clock that runs', () => {
    const clocks = clocksOf([
      { received: '2026-06-05 09:00', closed: '2026-06-07 10:30' },
      { received: '2026-06-29 12:00' },
      { received: '2026-06-29 12:00', resolved: true },
      { received: '2026-06-29 12:00', closed: '2026-06-29 12:00', resolved: false },
      { received: '2026-06-29 12:00', closed: '2026-06-28 12:00' },
    ]);
    const all = [0, 1, 2, 3, 4].map((row) => clocks.closing(row));
    // 49.5 hours; from noon to the end of the next day 36; at once 0; before it was received, none.
    expect(all.map(minutes)).toEqual([2970, 2160, NaN, 0, NaN]);
    expect(all.map((one) => one!.isOpen)).toEqual([false, true, false, false, false]);
    expect([0, 1, 2, 3, 4].map((row) => clocks.isResolved(row))).toEqual([true, false, true, true, true]);
  });
});

describe('hours until somebody was on site', () => {
  it('count only who has arrived by as-of', () => {
    const clocks = clocksOf([
      { received: '2026-06-29 12:00', arrivedOnSite: '2026-06-30 23:00' },
      { received: '2026-06-29 12:00', arrivedOnSite: '2026-07-01 00:00' },
      { received: '2026-06-29 12:00' },
    ]);
    expect(minutes(clocks.onSite(0))).toBe(35 * 60);
    expect([clocks.onSite(1), clocks.onSite(2)]).toEqual([undefined, undefined]);
    expect(clocksOf([{ received: '2026-06-29 12:00' }]).onSite(0)).toBeUndefined();
  });
});

describe('the signature of the department', () => {
  const sent = '2026-06-15 10:00';
  it.each<[string, RowOf<'complaints'>, number]>([
    ['signed to the minute a day after', { sentToDepartment: sent, signedByDepartment: '2026-06-16 10:00' }, HIT],
    ['signed a minute later', { sentToDepartment: sent, signedByDepartment: '2026-06-16 10:01' }, MISS],
    ['received counts where it was never sent', { received: sent, signedByDepartment: '2026-06-16 10:00' }, HIT],
    ['sending goes before receipt', { received: '2026-06-01', sentToDepartment: sent, signedByDepartment: '2026-06-16 10:00' }, HIT],
    ['not signed and the day is over', { sentToDepartment: '2026-06-29 23:59' }, MISS],
    ['not signed and the day ends with as-of', { sentToDepartment: '2026-06-30 00:00' }, OUTSIDE],
    ['not signed and the day is not over', { sentToDepartment: '2026-06-30 09:00' }, OUTSIDE],
    ['signed only after as-of, too late', { sentToDepartment: sent, signedByDepartment: '2026-07-01 00:00' }, MISS],
    ['signed only after as-of, in time', { sentToDepartment: '2026-06-30 12:00', signedByDepartment: '2026-07-01 00:00' }, OUTSIDE],
    ['nothing says when it came', { signedByDepartment: '2026-06-16 10:00' }, EXCLUDED],
    ['half a day after the laboratory', { received: '2026-06-01', labNeeded: true, labDone: sent, signedByDepartment: '2026-06-15 22:00' }, HIT],
    ['a minute more after the laboratory', { received: '2026-06-01', labNeeded: true, labDone: sent, signedByDepartment: '2026-06-15 22:01' }, MISS],
    ['a laboratory that was not needed', { received: sent, labNeeded: false, labDone: '2026-06-20', signedByDepartment: '2026-06-20' }, MISS],
  ])('%s', (_, row, verdict) => {
    expect(clocksOf([row]).signOff(0)).toBe(verdict);
  }); // prettier-ignore

  it('is not awaited while the laboratory is at work; without a column for it, from the receipt on', () => {
    const waiting = { received: '2026-06-01 10:00', labNeeded: true };
    expect(clocksOf([waiting, { labDone: sent }]).signOff(0)).toBe(OUTSIDE);
    expect(clocksOf([waiting]).signOff(0)).toBe(MISS);
  });

  it('has the time that the settings give', () => {
    const rows: RowOf<'complaints'>[] = [
      { received: sent, signedByDepartment: '2026-06-17 10:00' },
      { received: sent, labNeeded: true, labDone: sent, signedByDepartment: '2026-06-16 10:00' },
    ];
    const clocks = clocksOf(rows, { 'complaints.signOffDays': 2, 'complaints.labExtraDays': 1 });
    expect([clocks.signOff(0), clocks.signOff(1)]).toEqual([HIT, HIT]);
  });
});

describe('feedback in time', () => {
  const received = '2026-06-15 09:00';
  it('is within a working day, to the minute', () => {
    const clocks = clocksOf([
      { received, firstReply: '2026-06-16 09:00' },
      { received, firstReply: '2026-06-16 09:01' },
      { received },
      // As-of ends 8.5 working hours after nine, and nine hours after half past eight.
      { received: '2026-06-30 09:00' },
      { received: '2026-06-29 17:00' },
      { received, firstReply: '2026-06-14' },
      { firstReply: '2026-06-14' },
    ]);
    expect([0, 1, 2, 3, 4, 5, 6].map((row) => clocks.feedback(row))).toEqual([
      ...[HIT, MISS, MISS, OUTSIDE, MISS, EXCLUDED, EXCLUDED],
    ]);
  });

  it('is what any pair of moments says', () => {
    const clocks = clocksOf([]);
    expect(clocks.inTime(moment(received), moment('2026-06-16 09:00'))).toBe(HIT);
    expect(clocks.inTime(moment(received), undefined)).toBe(MISS);
    expect(clocks.inTime(moment(received), NaN)).toBe(MISS);
    expect(clocks.inTime(undefined, moment(received))).toBe(EXCLUDED);
  });
});
