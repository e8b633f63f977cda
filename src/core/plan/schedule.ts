import type { WorkMonth } from '../calendar/calendar-month';
import { clampToMonth, type Obligation } from './obligations';
import { isAbsent, type Rep } from './people/reps';
import { allotGrades, costOf, SPLIT_GRADES, type GradeAllotment, type SplitGrade } from './time-split';
import type { Settings } from '../settings';

/** An obligation that looks for its day. */
export interface ScheduleItem {
  readonly obligation: Obligation;
  readonly rep: number;
  readonly region: string;
  /** Among equal priorities: smaller first. */
  readonly order: number;
  /** The index where the old sheet had it: it stays there if it can. */
  readonly pinned: number | undefined;
}

/** A contact that has its day already: done, logged, or put there by the person. Nothing moves it. */
export interface FixedContact {
  readonly obligation: Obligation;
  readonly rep: number;
  readonly region: string;
  /** −1: not on a working day of the month. */
  readonly index: number;
}

/**
 * Why a contact has no day. `grade`: its part of the time split is used up; `days`: the person's days are; `slots`: no day with
 * room for a call or a visit; `region`: the days with room have visits in other regions; `unassigned`: nobody's client;
 * `spacing`: too near to other contacts of the client; `window`: its day lies outside;
 * `away`: no working day left.
 */
export type SpillReason = 'grade' | 'days' | 'slots' | 'region' | 'spacing' | 'window' | 'away' | 'unassigned';

/** How much of a person's month is asked for and planned. */
export interface RepLoad {
  readonly rep: number;
  /** Working days of the month without absences. */
  readonly workDays: number;
  readonly allotments: readonly GradeAllotment[];
  /** Person-days of all that is asked for, of what has its day, and what is left from the first day to plan on. */
  readonly demandDays: number;
  readonly plannedDays: number;
  readonly freeDays: number;
}

export interface RepSchedule extends RepLoad {
  /** Index of the day, by key. */
  readonly placed: ReadonlyMap<string, number>;
  readonly spilled: ReadonlyMap<string, SpillReason>;
}

const EPSILON = 1e-9;

/** Person-days of a contact: by the time split for the pipeline, else a day's share. */
export function daysOf(obligation: Obligation, rep: Rep, settings: Settings): number {
  if (obligation.grade) return costOf(obligation.grade, settings);
  return slotShare(obligation.slot, rep);
}

function slotShare(slot: Obligation['slot'], rep: Rep): number {
  if (slot === 'none') return 0;
  const perDay = slot === 'call' ? rep.callsPerDay : rep.visitsPerDay;
  return perDay > 0 ? 1 / perDay : 0;
}

/**
 * Gives every contact of one person a day, or the reason why it has none.
 *
 * Order: priority (where the days do not suffice, beyond what is urgent: money), then what stood on the sheet before, regular visits last, then amount, days since the last contact, code. A day holds calls and
 * visits up to one person-day; the month holds the person's working days, and each grade its part of the time split (what one
 * leaves over flows on). Among the days of its part of the month a contact takes the least loaded, nearest to the ideal; a visit
 * first a day that has a visit in its region, and never one that has a visit in another; dated contacts the nearest to their date. Cold calls keep off the first day after a
 * long break. At last days are levelled until they differ by one at most, where nothing binds.
 * Source: definitions §8 steps 2 and 3. Deterministic. @example one client, two calls, 16 working days //=> indices 4 and 12
 */
export function scheduleRep(
  index: number,
  rep: Rep,
  items: readonly ScheduleItem[],
  fixed: readonly FixedContact[],
  month: WorkMonth,
  settings: Settings,
): RepSchedule {
  const book = new DayBook(rep, month, settings);
  const demandDays = [...items, ...fixed].reduce((sum, { obligation }) => sum + daysOf(obligation, rep, settings), 0);
  const urgency = demandDays > book.workDays ? urgencyWhenShort : urgencyOf;
  const sorted = [...items].sort(
    (a, b) => urgency(a) - urgency(b) || byPin(a) - byPin(b) || byVisit(a) - byVisit(b) || a.order - b.order,
  );
  for (const one of fixed) book.add(one.obligation, one.index, one.region);

  const allotments = allotGrades(book.workDays, demandOf([...sorted, ...fixed]), settings);
  const left = Object.fromEntries(allotments.map(({ grade, allotted }) => [grade, allotted])) as Record<
    SplitGrade,
    number
  >;
  for (const { obligation } of fixed) if (obligation.grade) left[obligation.grade]--;

  const placed = new Map<string, number>();
  const spilled = new Map<string, SpillReason>();
  for (const item of sorted) {
    const { obligation } = item;
    const reason = whyNoRoom(book, obligation, left);
    const at = reason ? undefined : book.findDay(item);
    if (at === undefined) {
      spilled.set(obligation.key, reason ?? book.whyNoDay(item));
      continue;
    }
    if (obligation.grade) left[obligation.grade]--;
    book.add(obligation, at, item.region);
    placed.set(obligation.key, at);
  }
  book.level(sorted, placed);
  return {
    rep: index,
    workDays: book.workDays,
    placed,
    spilled,
    allotments,
    demandDays,
    plannedDays: book.usedDays,
    freeDays: book.freeDays,
  };
}

const urgencyOf = ({ obligation }: ScheduleItem): number => obligation.priority;

/** The last priority that cannot wait, whoever it is. */
const LAST_URGENT = 2;

/**
 * Where the days do not suffice the client's money comes before its class: one call for each, most money first, then the other calls,
 * then visits.
 */
function urgencyWhenShort({ obligation }: ScheduleItem): number {
  const { priority, type, number } = obligation;
  if (priority <= LAST_URGENT) return priority;
  return LAST_URGENT + (type === 'visit' ? 3 : number > 1 ? 2 : 1);
}

const byPin = ({ pinned }: ScheduleItem): number => (pinned === undefined ? 1 : 0);

/** The visits that we add to the handbook's calls must not cost others of the same class their only call. */
const byVisit = ({ obligation }: ScheduleItem): number => (obligation.type === 'visit' ? 1 : 0);

function whyNoRoom(
  book: DayBook,
  obligation: Obligation,
  left: Readonly<Record<SplitGrade, number>>,
): SpillReason | undefined {
  if (!book.hasDayLeft) return 'away';
  if (obligation.grade && left[obligation.grade] <= 0) return 'grade';
  return book.hasDaysFor(obligation) ? undefined : 'days';
}

function demandOf(all: readonly { readonly obligation: Obligation }[]): Record<SplitGrade, number> {
  const demand = Object.fromEntries(SPLIT_GRADES.map((grade) => [grade, 0])) as Record<SplitGrade, number>;
  for (const { obligation } of all) if (obligation.grade) demand[obligation.grade]++;
  return demand;
}

interface ClientVisit {
  readonly key: string;
  index: number;
  readonly spacing: number;
  readonly isSpaced: boolean;
}

/** One person's month: what stands on each day. */
class DayBook {
  readonly workDays: number;
  readonly hasDayLeft: boolean;
  usedDays = 0;
  private readonly isOff: readonly boolean[];
  private readonly calls: Int32Array;
  private readonly visits: Int32Array;
  /** Where each day's visits are. */
  private readonly regions: readonly Set<string>[];
  private readonly ofClient = new Map<number, ClientVisit[]>();

  constructor(
    private readonly rep: Rep,
    private readonly month: WorkMonth,
    private readonly settings: Settings,
  ) {
    const { days, start } = month;
    this.isOff = days.map((day) => isAbsent(rep, day));
    this.workDays = this.isOff.filter((off) => !off).length;
    this.hasDayLeft = this.isOff.some((off, index) => !off && index >= start);
    this.calls = new Int32Array(days.length);
    this.visits = new Int32Array(days.length);
    this.regions = days.map(() => new Set<string>());
  }

  /** Person-days from the month's start on that nothing is planned for. */
  get freeDays(): number {
    const left = this.isOff.filter((off, index) => !off && index >= this.month.start).length;
    return Math.max(0, Math.min(left, this.workDays - this.usedDays));
  }

  hasDaysFor(obligation: Obligation): boolean {
    return this.usedDays + daysOf(obligation, this.rep, this.settings) <= this.workDays + EPSILON;
  }

  add(obligation: Obligation, index: number, region: string): void {
    this.usedDays += daysOf(obligation, this.rep, this.settings);
    if (index < 0) return;
    if (obligation.slot === 'call') this.calls[index]!++;
    if (obligation.slot === 'visit') {
      this.visits[index]!++;
      this.regions[index]!.add(region);
    }
    const own = this.ofClient.get(obligation.client);
    const visit: ClientVisit = {
      key: obligation.key,
      index,
      spacing: obligation.spacing,
      isSpaced: isSpaced(obligation),
    };
    if (own) own.push(visit);
    else this.ofClient.set(obligation.client, [visit]);
  }

  findDay({ obligation, region, pinned }: ScheduleItem): number | undefined {
    if (pinned !== undefined && this.fits(obligation, region, pinned) && isInside(obligation, pinned)) return pinned;
    const { from, to, isDated } = obligation;
    const inside = this.bestDay(obligation, region, from, to);
    if (inside !== undefined) return inside;
    const last = this.month.days.length - 1;
    if (isDated) return from > this.month.start ? this.bestDay(obligation, region, 0, to) : undefined;
    return this.bestDay(obligation, region, 0, last);
  }

  /** Of the days that fit: same region, least load, nearest to the ideal, earliest. Dated: nearest only. */
  private bestDay(obligation: Obligation, region: string, from: number, to: number): number | undefined {
    const ideal = clampToMonth(this.month, obligation.ideal);
    const isNearest = obligation.isDated || obligation.priority <= 2;
    let best: { index: number; score: readonly number[] } | undefined;
    for (let index = Math.max(from, this.month.start); index <= Math.min(to, this.month.days.length - 1); index++) {
      if (!this.fits(obligation, region, index)) continue;
      const distance = Math.abs(index - ideal);
      const isNewRegion = obligation.slot === 'visit' && !this.regions[index]!.has(region) ? 1 : 0;
      const score = isNearest ? [distance, isNewRegion] : [isNewRegion, this.countAt(index), distance];
      if (!best || isLess(score, best.score)) best = { index, score };
    }
    return best?.index;
  }

  private fits(obligation: Obligation, region: string, index: number): boolean {
    if (index < this.month.start || index >= this.month.days.length || this.isOff[index]) return false;
    if (obligation.isCold && this.month.afterBreak.has(index)) return false;
    if (obligation.slot === 'visit' && !this.isInRegion(region, index)) return false;
    return this.hasSlot(obligation, index) && this.isApart(obligation, index);
  }

  /** Nobody drives to two cities a day: the day's other visits, if there are any, lie in the same region. */
  private isInRegion(region: string, index: number): boolean {
    const regions = this.regions[index]!;
    return regions.size === 0 || regions.has(region);
  }

  private hasSlot({ slot }: Obligation, index: number): boolean {
    if (slot === 'none') return true;
    const share = slotShare(slot, this.rep);
    const load = this.calls[index]! * slotShare('call', this.rep) + this.visits[index]! * slotShare('visit', this.rep);
    return share > 0 && load + share <= 1 + EPSILON;
  }

  private isApart(obligation: Obligation, index: number): boolean {
    return (this.ofClient.get(obligation.client) ?? []).every((other) => {
      if (other.key === obligation.key) return true;
      const least = isSpaced(obligation) && other.isSpaced ? Math.max(obligation.spacing, other.spacing) : 1;
      return Math.abs(other.index - index) >= least;
    });
  }

  whyNoDay({ obligation, region }: ScheduleItem): SpillReason {
    const days = this.month.days
      .map((_, index) => index)
      .filter((index) => index >= this.month.start && !this.isOff[index]);
    const free = days.filter((index) => this.hasSlot(obligation, index));
    if (free.length === 0) return 'slots';
    if (obligation.slot === 'visit' && !free.some((index) => this.isInRegion(region, index))) return 'region';
    return obligation.isDated && !free.some((index) => isInside(obligation, index)) ? 'window' : 'spacing';
  }

  /** Moves calls without a date from full days to empty ones until days differ by one at most, or nothing can be moved. */
  level(items: readonly ScheduleItem[], placed: Map<string, number>): void {
    const movable = items.filter(
      ({ obligation, pinned }) =>
        pinned === undefined && obligation.slot === 'call' && !obligation.isDated && obligation.priority > 2,
    );
    const onDay = this.month.days.map((): ScheduleItem[] => []);
    for (const item of movable) {
      const at = placed.get(item.obligation.key);
      if (at !== undefined) onDay[at]!.push(item);
    }
    const open = this.month.days
      .map((_, index) => index)
      .filter((index) => index >= this.month.start && !this.isOff[index]);
    const stuck = new Set<number>();
    for (;;) {
      const full = open.filter((index) => !stuck.has(index));
      if (full.length === 0) return;
      const most = full.reduce((best, index) => (this.countAt(index) > this.countAt(best) ? index : best));
      const targets = open
        .filter((index) => this.countAt(index) <= this.countAt(most) - 2)
        .sort((a, b) => this.countAt(a) - this.countAt(b) || a - b);
      if (targets.length === 0) return;
      if (!this.moveOne(onDay, most, targets, placed)) stuck.add(most);
    }
  }

  private moveOne(
    onDay: readonly ScheduleItem[][],
    from: number,
    targets: readonly number[],
    placed: Map<string, number>,
  ): boolean {
    for (const to of targets) {
      let best: ScheduleItem | undefined;
      for (const item of onDay[from]!) {
        if (!this.fits(item.obligation, item.region, to)) continue;
        const distance = Math.abs(item.obligation.ideal - to);
        if (!best || distance < Math.abs(best.obligation.ideal - to)) best = item;
      }
      if (!best) continue;
      const { obligation } = best;
      this.calls[from]!--;
      this.calls[to]!++;
      this.ofClient.get(obligation.client)!.find(({ key }) => key === obligation.key)!.index = to;
      onDay[from]!.splice(onDay[from]!.indexOf(best), 1);
      onDay[to]!.push(best);
      placed.set(obligation.key, to);
      return true;
    }
    return false;
  }

  private countAt(index: number): number {
    return this.calls[index]! + this.visits[index]!;
  }
}

function isSpaced({ type }: Obligation): boolean {
  return type === 'call' || type === 'visit' || type === 'winBack';
}

function isInside({ from, to, isDated }: Obligation, index: number): boolean {
  return !isDated || (index >= from && index <= to);
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  for (let i = 0; i < a.length; i++) if (a[i]! !== b[i]!) return a[i]! < b[i]!;
  return false;
}
