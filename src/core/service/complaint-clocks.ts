import { tableOf, type Dataset } from '../model/dataset';
import type { AnalysisWindow } from '../facts/analysis-window';
import { EXCLUDED, HIT, MISS, OUTSIDE, type Verdict } from '../facts/verdict';
import type { WorkCalendar } from '../calendar/work-calendar';
import type { Settings } from '../settings';
import { isComplaintOpen } from './complaint-counts';
import { hoursOfWorkingDay, workingHoursBetween } from '../calendar/working-hours';

const HOURS_A_DAY = 24;

/** Which clocks a value was read from: an open one runs to the end of the as-of day, so the true figure is at least this. */
export interface ClockReading {
  readonly hours: number;
  readonly isOpen: boolean;
}

/** What complaints say about time, row by row. */
export class ComplaintClocks {
  private readonly table;
  private readonly columns;
  private readonly asOf;
  private readonly end: number;

  constructor(
    dataset: Dataset,
    private readonly settings: Settings,
    private readonly calendar: WorkCalendar,
    window: AnalysisWindow,
  ) {
    this.table = tableOf(dataset, 'complaints');
    this.columns = this.table.columns;
    this.asOf = window.asOf;
    this.end = window.asOf + 1;
  }

  /** Whether the complaint is settled by as-of. */
  isResolved(row: number): boolean {
    return !isComplaintOpen(this.table, row, this.asOf);
  }

  /** Working hours from receipt to first reply; `undefined` where the receipt is not known, hours `NaN` where impossible. */
  reply(row: number): ClockReading | undefined {
    return this.read(this.columns.received?.[row], this.columns.firstReply?.[row], (from, to) =>
      workingHoursBetween(from, to, this.calendar, this.settings),
    );
  }

  /** Calendar hours from receipt to closing. A complaint settled without a closing moment has no hours (`NaN`). */
  closing(row: number): ClockReading | undefined {
    const closed = this.columns.closed?.[row] ?? NaN;
    if (closed !== closed && this.isResolved(row)) return { hours: NaN, isOpen: false };
    return this.read(this.columns.received?.[row], closed, calendarHours);
  }

  /** Calendar hours from receipt to arrival on site; `undefined` where nobody went (or has gone yet). */
  onSite(row: number): ClockReading | undefined {
    const arrived = valueOf(this.columns.arrivedOnSite, row);
    if (arrived === undefined || arrived >= this.end) return undefined;
    return this.read(this.columns.received?.[row], arrived, calendarHours);
  }

  /**
   * 001-28: the department signed within a day of receiving it, or within half a day after the laboratory was done where
   * the laboratory is needed. Not signed and the time not yet over: outside.
   */
  signOff(row: number): Verdict {
    const { sentToDepartment, received, signedByDepartment, labNeeded, labDone } = this.columns;
    const sent = valueOf(sentToDepartment, row) ?? valueOf(received, row);
    if (sent === undefined) return EXCLUDED;
    const lab = labNeeded?.[row] === 1 ? valueOf(labDone, row) : undefined;
    if (labNeeded?.[row] === 1 && lab === undefined && labDone !== undefined) return OUTSIDE;
    const limit =
      lab === undefined
        ? sent + this.settings['complaints.signOffDays']
        : lab + this.settings['complaints.labExtraDays'];
    const signed = valueOf(signedByDepartment, row);
    if (signed !== undefined && signed < this.end) return signed <= limit ? HIT : MISS;
    return this.end > limit ? MISS : OUTSIDE;
  }

  /** E09: first reply within so many working days of receipt; not yet replied and the time not over: outside. */
  feedback(row: number): Verdict {
    return this.inTime(this.columns.received?.[row], this.columns.firstReply?.[row]);
  }

  inTime(received: number | undefined, replied: number | undefined): Verdict {
    const reading = this.read(received, replied, (from, to) =>
      workingHoursBetween(from, to, this.calendar, this.settings),
    );
    if (reading === undefined || reading.hours !== reading.hours) return EXCLUDED;
    const allowed = this.settings['service.feedbackDays'] * hoursOfWorkingDay(this.settings);
    if (reading.hours > allowed) return MISS;
    return reading.isOpen ? OUTSIDE : HIT;
  }

  private read(
    from: number | undefined,
    to: number | undefined,
    between: (from: number, to: number) => number,
  ): ClockReading | undefined {
    if (from === undefined || from !== from) return undefined;
    const isOpen = to === undefined || to !== to || to >= this.end;
    return { hours: between(from, isOpen ? this.end : to), isOpen };
  }
}

function calendarHours(from: number, to: number): number {
  return to >= from ? (to - from) * HOURS_A_DAY : NaN;
}

function valueOf(column: Float64Array | undefined, row: number): number | undefined {
  const value = column?.[row];
  return value === undefined || value !== value ? undefined : value;
}
