import { byCodePoint } from '../model/by-code-point';
import { joinTexts, verbatim, type Text } from '../../i18n/text';
import type { Analysis } from '../analysis';
import type { Tier } from '../sales/tiers';
import { tableOf, type Dataset } from '../model/dataset';
import { asDay, civilOf, NO_DAY, type Day } from '../model/day';
import { MapOnDemand } from '../model/map-on-demand';
import type { Outcome } from '../model/outcome';
import { ReadFrom } from '../model/read-from';
import type { AccountLevel } from '../sales/key-accounts';
import { findLastPurchases } from '../sales/purchases/last-purchases';
import { isVisit } from '../prospects/target-prospects';
import type { Settings } from '../settings';
import { isHolidayCountry } from '../settings/holiday-countries';
import { measureAttainment, type Attainment } from './attainment';
import { countUnplanned, type UnplannedContacts } from './unplanned-contacts';
import { briefClient, levelOf, tierOf, type ClientBrief } from './client-brief';
import { workMonthOf, type WorkMonth } from '../calendar/calendar-month';
import { readContactLog, type DoneContact, type LoggedContact } from './contact-log';
import { findEvents, type PlanEvent } from './reasons/events';
import { followWork, type FollowedObligation } from './follow-work';
import { isKeptDone, NO_WORK, type KeptRow, type KeptWork } from './kept-work';
import { mergeEvents } from './reasons/merge-events';
import { isPlanned, keyNameOf, regularObligations, type Obligation, type Priority } from './obligations';
import { keyOf, parseKey, type ContactType } from './plan-keys';
import { choosePlanMonth } from './plan-month';
import { preparationFor } from './reasons/preparations';
import type { Purpose } from './reasons/purposes';
import { purposesOn } from './reasons/purposes-on';
import { isAbsent, readReps, type Rep, type RepBook } from './people/reps';
import {
  daysOf,
  scheduleRep,
  type FixedContact,
  type RepLoad,
  type RepSchedule,
  type ScheduleItem,
  type SpillReason,
} from './schedule';
import type { SplitGrade } from './time-split';
import { findCarried, type Carried } from './carried-work';
import { calendarCountryOf, guessCountry, type CalendarCountry, type CountryEvidence } from '../calendar/guess-country';
import { isLongPast } from '../calendar/chinese-year';
import { closedProspects } from './reasons/closed-prospects';
import { movedHere } from './moved-here';
import { rankClients } from './rank-clients';
import { proposeMoves, type ClientLoad, type ProposedMove } from './people/propose-moves';
import { Rooms } from './people/rooms';
import { readWhereabouts } from './people/whereabouts';
import { workCalendarOf, type WorkCalendar } from '../calendar/work-calendar';
import type { ContactStatus, PlannedContact } from './planned-contact';

/** A contact that found no day. */
export interface SpilledContact {
  readonly key: string;
  readonly rep: number;
  readonly client: number;
  readonly level: AccountLevel;
  readonly tier: Outcome<Tier>;
  readonly slot: Obligation['slot'];
  readonly priority: Priority;
  readonly purpose: Text;
  readonly source: string;
  readonly grade: SplitGrade | undefined;
  readonly reason: SpillReason;
  readonly personDays: number;
  /** Whom it could be given to: a rep of the region with room; where nobody has the client, else any rep with room. */
  readonly proposal: number | undefined;
}

export interface RepPlan {
  readonly rep: Rep;
  readonly schedule: RepLoad;
  /** Contacts by index of the working day. */
  readonly counts: readonly number[];
  /** max(0, demand − available), in person-days. */
  readonly gap: number;
  /** Load against the mean of all, where it is more than 20 % off. */
  readonly imbalance: number | undefined;
}

export interface CallPlan {
  readonly month: WorkMonth;
  readonly calendar: WorkCalendar;
  /** Whose calendar it goes by, and where nobody has chosen one, what the guess stands on. */
  readonly country: CalendarCountry;
  readonly guessedBy: CountryEvidence | undefined;
  /** The year's days off are announced, or were long ago. */
  readonly isPublished: boolean;
  /** Another country's calendar without a single day off of the year on the 节假日 sheet. */
  readonly lacksHolidays: boolean;
  /** The chosen country's holidays could not be loaded: only weekends and the person's own days are off. */
  readonly lacksCountry: boolean;
  readonly preset: Settings['plan.preset'];
  readonly reps: readonly RepPlan[];
  /** Clients that an overloaded rep could give to one of the same region. */
  readonly moves: readonly ProposedMove[];
  /** By person, day, priority; kept rows at the foot. */
  readonly contacts: readonly PlannedContact[];
  readonly spilled: readonly SpilledContact[];
  /** Of every client in `contacts` and `spilled`. */
  readonly briefs: ReadonlyMap<number, ClientBrief>;
  /** Opportunities of grade D: mass actions, no time of anybody. */
  readonly massClients: number;
  readonly attainment: Attainment;
  /** Contacts of the month's log that no line of the plan asked for. */
  readonly unplanned: UnplannedContacts;
}

/** Rounds until the plan stands on itself: a second refresh then changes nothing. */
const MOST_ROUNDS = 6;
const UNBALANCED = 0.2;

/**
 * The call plan of a month: who is contacted by whom on which day, why, and what did not fit.
 *
 * Obligations come from class, pipeline, events and what was left over; what is done, logged or put elsewhere by the person stands;
 * the rest is placed by priority within the days that people have. Every obligation is in `contacts` or, with a reason, in
 * `spilled`. Pure: the same input gives the same plan, and a plan read back from its own sheet stays as it is.
 * Source: SPEC §5, definitions §8, 000-C8…C10, 001-32…38, 003-21.
 * @example one general client of tier Ⅱ, February 2026 (16 working days) //=> calls on 9 and 14 … by index 4 and 12
 */
export function planCalls(
  dataset: Dataset,
  analysis: Analysis,
  kept: KeptWork = NO_WORK,
  settings: Settings = analysis.settings,
): CallPlan {
  const { asOf } = analysis;
  const country = calendarCountryOf(dataset, settings);
  const calendar = workCalendarOf(dataset, settings);
  const month = workMonthOf(calendar, choosePlanMonth(asOf, settings), asOf, settings['plan.breakDays']);
  const clientOfName = clientsByKeyName(analysis);
  const log = readContactLog(dataset, asOf, month, doneOnPlan(kept, clientOfName));
  const whereabouts = readWhereabouts(dataset, analysis.clients);
  const book = readReps(dataset, analysis.clients.length, whereabouts, settings);
  const closed = closedProspects(analysis);
  const isCalled = (client: number): boolean =>
    isPlanned(dataset, client) && !(closed.has(client) && isProspect(analysis, client));
  const carried = findCarried(kept, month, clientOfName, (client) => log.last.get(client)?.day);
  const events = findEvents(dataset, analysis, log, month, settings, isCalled);

  const isAway = (client: number, index: number): boolean => {
    const rep = book.reps[book.ofClient[client]!];
    return rep !== undefined && isAbsent(rep, month.days[index]!);
  };
  const purchases = findLastPurchases(dataset, asOf);
  const followed: FollowedObligation[] = [];
  for (const { client } of analysis.clients) {
    if (!isCalled(client)) continue;
    const regular = regularObligations(analysis, month, client, settings, purchases[client]);
    const own = [...(carried.events.get(client) ?? []), ...(events.get(client) ?? [])];
    if (regular.length === 0 && own.length === 0) continue;
    followed.push(
      ...followClient(analysis, month, client, regular, own, kept, log.ofMonth.get(client) ?? [], settings, (index) =>
        isAway(client, index),
      ),
    );
  }
  followed.push(...movedHere(kept, month, clientOfName, log));
  markMissed(followed, kept, analysis);

  const ranks = rankClients(analysis, (client) => log.last.get(client)?.day);
  const values = rankClients(analysis, (client) => log.last.get(client)?.day, 'value');
  const orderOf = ({ client, type }: Obligation): number => (type === 'visit' ? values : ranks)[client]!;
  const regionOf = (client: number): string => whereabouts(client).region;
  const schedules = scheduleAll(followed, kept, book, month, orderOf, regionOf, settings);

  const contacts: PlannedContact[] = [];
  const spilled: SpilledContact[] = [];
  const rooms = new Rooms(book, schedules, regionOf);
  for (const one of [...followed].sort(byPriority(ranks))) {
    const { obligation } = one;
    const rep = book.ofClient[obligation.client]!;
    const schedule = schedules[rep];
    const reason = schedule ? schedule.spilled.get(obligation.key) : 'unassigned';
    if (one.status === 'open' && reason !== undefined) {
      const personDays = daysOf(obligation, book.reps[rep] ?? SOMEONE(settings), settings);
      const proposal =
        reason === 'unassigned'
          ? rooms.take(obligation.client, personDays)
          : rooms.takeNear(obligation.client, personDays, rep);
      spilled.push(new ContactWithoutDay(analysis, obligation, month.month, rep, reason, personDays, proposal));
      continue;
    }
    const index = schedule?.placed.get(obligation.key);
    const day = one.status === 'open' ? month.days[index!]! : (one.day ?? asOf);
    const status = one.status === 'open' ? (isMissed(obligation.key, kept, asOf) ? 'missed' : 'planned') : one.status;
    contacts.push(contactOf(analysis, one, rep, day, status));
  }
  const keptRows = keepRows(
    analysis,
    kept,
    new Set(followed.map(({ obligation }) => obligation.key)),
    carried,
    month,
    book,
  );
  // Stable: of one day they stay by priority.
  contacts.sort((a, b) => a.rep - b.rep || a.day! - b.day!);
  const all = [...contacts, ...keptRows];
  const greeted = new Set(
    contacts.filter(({ purposes }) => purposes.some(({ kind }) => kind === 'importantDay')).map(({ client }) => client),
  );
  const named = new Set<number>();
  for (const { client } of all) if (client >= 0) named.add(client);
  for (const { client } of spilled) named.add(client);
  return {
    month,
    calendar,
    isPublished: calendar.isPublished(civilOf(month.from).year) || isLongPast(civilOf(month.from).year),
    country,
    guessedBy: settings['plan.calendar'] === 'auto' ? guessCountry(dataset).by : undefined,
    lacksHolidays: country === 'none' && !hasHolidays(dataset, civilOf(month.from).year),
    lacksCountry: isHolidayCountry(country) && !hasDaysOf(dataset, country),
    preset: settings['plan.preset'],
    reps: describeReps(book.reps, schedules, contacts, month),
    moves: proposeMoves(schedules, loadsOf(followed, schedules, book, values, settings), regionOf),
    contacts: all,
    spilled,
    briefs: new MapOnDemand(named, (client) =>
      briefClient(analysis, whereabouts(client), dataset, log, client, greeted.has(client)),
    ),
    massClients: analysis.pipeline.known
      ? [...analysis.pipeline.value.gradeOfClient.values()].filter((grade) => grade === 'D').length
      : 0,
    attainment: measureAttainment(all, book.reps.length),
    unplanned: countUnplanned(log, all),
  };
}

const hasDaysOf = ({ countryDays }: Dataset, country: string): boolean =>
  countryDays?.isLoaded === true && countryDays.country === country;

function hasHolidays(dataset: Dataset, year: number): boolean {
  const { day, working } = tableOf(dataset, 'holidays').columns;
  return (day ?? new Int32Array()).some(
    (one, row) => one !== NO_DAY && working?.[row] !== 1 && civilOf(asDay(one)).year === year,
  );
}

const byKey = (a: { readonly key: string }, b: { readonly key: string }): number => byCodePoint(a.key, b.key);

/** Regular contacts are followed first, so that events ride only on what is still to come. */
function followClient(
  analysis: Analysis,
  month: WorkMonth,
  client: number,
  regular: readonly Obligation[],
  events: readonly PlanEvent[],
  kept: KeptWork,
  log: readonly LoggedContact[],
  settings: Settings,
  isOff: (index: number) => boolean,
): FollowedObligation[] {
  const followed = followWork(regular, kept, log);
  const isOpen = ({ status }: FollowedObligation): boolean => status === 'open';
  const open = followed.filter(isOpen).map(({ obligation }) => obligation);
  const merged = mergeEvents(analysis, month, client, open, events, settings, isOff);
  const own = merged.filter((obligation) => !open.includes(obligation));
  // A contact without a key of the plan has ticked off a regular one already.
  const keyed = log.filter(({ planKey }) => planKey !== '');
  return [...followed, ...followWork(own, kept, keyed)];
}

/** On the old sheet its day has come and gone. */
function isMissed(key: string, kept: KeptWork, asOf: Day): boolean {
  const row = kept.get(key);
  return row !== undefined && (row.wasMissed || (row.plannedDay !== undefined && row.plannedDay <= asOf));
}

function markMissed(followed: readonly FollowedObligation[], kept: KeptWork, { asOf }: Analysis): void {
  for (const { obligation, status } of followed)
    if (status === 'open' && isMissed(obligation.key, kept, asOf)) obligation.priority = 0;
}

const byPriority =
  (ranks: Int32Array) =>
  ({ obligation: a }: FollowedObligation, { obligation: b }: FollowedObligation): number =>
    a.priority - b.priority || ranks[a.client]! - ranks[b.client]! || byKey(a, b);

/** Has never bought. */
function isProspect(analysis: Analysis, client: number): boolean {
  const level = levelOf(analysis, client);
  return level === 'lead' || level === 'target';
}

/** What a contact costs that nobody has yet. */
const SOMEONE = (settings: Settings): Rep => ({
  name: '',
  callsPerDay: settings['plan.callsPerDay'],
  visitsPerDay: settings['plan.visitsPerDay'],
  absences: [],
});

function scheduleAll(
  followed: readonly FollowedObligation[],
  kept: KeptWork,
  book: { readonly reps: readonly Rep[]; readonly ofClient: Int32Array },
  month: WorkMonth,
  orderOf: (obligation: Obligation) => number,
  regionOf: (client: number) => string,
  settings: Settings,
): readonly RepSchedule[] {
  const open: { obligation: Obligation; rep: number; pinned: number | undefined }[][] = book.reps.map(() => []);
  const fixed: FixedContact[][] = book.reps.map(() => []);
  for (const { obligation, status, day } of followed) {
    const rep = book.ofClient[obligation.client]!;
    if (rep < 0) continue;
    const at = status === 'open' ? kept.get(obligation.key)?.plannedDay : day;
    const index = at === undefined ? -1 : month.days.indexOf(at);
    if (status !== 'open') fixed[rep]!.push({ obligation, rep, region: regionOf(obligation.client), index });
    else open[rep]!.push({ obligation, rep, pinned: index >= month.start ? index : undefined });
  }
  return book.reps.map((rep, index) => {
    let pins = new Map(open[index]!.map(({ obligation, pinned }) => [obligation.key, pinned]));
    for (let round = 1; ; round++) {
      const items = open[index]!.map(({ obligation }): ScheduleItem => ({
        obligation,
        rep: index,
        region: regionOf(obligation.client),
        order: orderOf(obligation),
        pinned: pins.get(obligation.key),
      }));
      const schedule = scheduleRep(index, rep, items, fixed[index]!, month, settings);
      const isSettled = items.every(({ obligation, pinned }) => schedule.placed.get(obligation.key) === pinned);
      if (isSettled || round === MOST_ROUNDS) return schedule;
      pins = new Map(items.map(({ obligation }) => [obligation.key, schedule.placed.get(obligation.key)]));
    }
  });
}

const SLASH: Text = { zh: '；', en: '; ' };

function contactOf(
  analysis: Analysis,
  { obligation, logged }: FollowedObligation,
  rep: number,
  day: Day,
  status: ContactStatus,
): PlannedContact {
  const { client } = obligation;
  const purposes = purposesOn(obligation.purposes, day);
  return {
    key: obligation.key,
    status,
    day,
    rep,
    client,
    level: levelOf(analysis, client),
    tier: tierOf(analysis, client),
    type: obligation.type,
    slot: obligation.slot,
    priority: obligation.priority,
    purposes,
    purpose: purposes[0]?.text ?? verbatim(''),
    alsoFor: joinTexts(
      purposes.slice(1).map(({ text }) => text),
      SLASH,
    ),
    preparation: preparationFor(purposes),
    source: sourcesOf(purposes),
    logged,
    shown: undefined,
  };
}

const sourcesOf = (purposes: readonly Purpose[]): string =>
  [...new Set(purposes.map(({ source }) => source))].join(', ');

/** Tens of thousands may find no day: what can be looked up is looked up when somebody reads it. */
class ContactWithoutDay extends ReadFrom<Analysis> implements SpilledContact {
  readonly client: number;
  readonly slot: Obligation['slot'];
  readonly priority: Priority;
  readonly purpose: Text;
  readonly source: string;
  readonly grade: SplitGrade | undefined;
  private readonly type: ContactType;
  private readonly number: number;

  constructor(
    analysis: Analysis,
    { client, type, number, slot, grade, priority, purposes }: Obligation,
    private readonly month: number,
    readonly rep: number,
    readonly reason: SpillReason,
    readonly personDays: number,
    readonly proposal: number | undefined,
  ) {
    super(analysis);
    this.client = client;
    this.type = type;
    this.number = number;
    this.slot = slot;
    this.grade = grade;
    this.priority = priority;
    this.purpose = purposes[0]?.text ?? verbatim('');
    this.source = sourcesOf(purposes);
  }

  get key(): string {
    const { client, month, type, number } = this;
    return keyOf({ client: keyNameOf(this.from, client), month, type, number });
  }

  get level(): AccountLevel {
    return levelOf(this.from, this.client);
  }

  get tier(): Outcome<Tier> {
    return tierOf(this.from, this.client);
  }
}

/** Clients as keys name them. */
function clientsByKeyName(analysis: Analysis): ReadonlyMap<string, number> {
  const byName = new Map<string, number>();
  for (const { client } of analysis.clients) {
    const name = keyNameOf(analysis, client);
    if (!byName.has(name)) byName.set(name, client);
  }
  return byName;
}

/**
 * Rows that are done, as contacts: on the day that was typed, else on the planned day. After as-of too: the plan is worked on while the
 * sales of the month are still to be entered. Oldest first.
 */
function doneOnPlan(kept: KeptWork, clientOfName: ReadonlyMap<string, number>): DoneContact[] {
  const done: DoneContact[] = [];
  for (const row of kept.values()) {
    const client = clientOfName.get(parseKey(row.key)?.client ?? '');
    const day = row.actualDay ?? row.movedDay ?? row.plannedDay;
    if (!isKeptDone(row) || client === undefined || day === undefined) continue;
    const method = row.method || row.shown.way;
    done.push({
      client,
      contact: {
        day,
        isVisit: isVisit(method),
        rep: '',
        method,
        content: row.result || row.shown.purpose,
        nextDay: row.nextDay,
        planKey: row.key,
      },
    });
  }
  return done.sort((a, b) => a.contact.day - b.contact.day || byCodePoint(a.contact.planKey, b.contact.planKey));
}

/** Rows of the old sheet that nobody asks for any more: shown as long as she has words on them. */
function keepRows(
  analysis: Analysis,
  kept: KeptWork,
  current: ReadonlySet<string>,
  carried: Carried,
  month: WorkMonth,
  book: { readonly reps: readonly Rep[]; readonly ofClient: Int32Array },
): PlannedContact[] {
  const rows: PlannedContact[] = [];
  for (const row of kept.values()) {
    if (current.has(row.key)) continue;
    const status = statusOfKept(row, carried, month);
    if (status) rows.push(keptContact(analysis, row, status, carried.clientOfKey.get(row.key) ?? -1, book));
  }
  const rank = ({ status }: PlannedContact): number => KEPT_ORDER.indexOf(status);
  return rows.sort((a, b) => rank(a) - rank(b) || (a.day ?? 0) - (b.day ?? 0) || byKey(a, b));
}

const KEPT_ORDER: readonly ContactStatus[] = ['done', 'carried', 'cancelled', 'earlier'];

function statusOfKept(row: KeptRow, carried: Carried, month: WorkMonth): ContactStatus | undefined {
  if (carried.keys.has(row.key)) return 'carried';
  if (!row.hasWork) return undefined;
  if (parseKey(row.key)?.month !== month.month) return 'earlier';
  return isKeptDone(row) ? 'done' : 'cancelled';
}

function keptContact(
  analysis: Analysis,
  row: KeptRow,
  status: ContactStatus,
  client: number,
  book: { readonly reps: readonly Rep[]; readonly ofClient: Int32Array },
): PlannedContact {
  const rep = client >= 0 ? book.ofClient[client]! : book.reps.findIndex(({ name }) => name === row.shown.rep);
  return {
    key: row.key,
    status,
    day: row.actualDay ?? row.movedDay ?? row.plannedDay,
    rep,
    client,
    level: client >= 0 ? levelOf(analysis, client) : undefined,
    tier: client >= 0 ? tierOf(analysis, client) : undefined,
    type: parseKey(row.key)?.type,
    slot: parseKey(row.key)?.type === 'visit' ? 'visit' : 'call',
    priority: undefined,
    purposes: [],
    purpose: verbatim(row.shown.purpose),
    alsoFor: verbatim(''),
    preparation: verbatim(''),
    source: '',
    logged: undefined,
    shown: row.shown,
  };
}

/** What each client takes of its rep's month, the least valuable first. */
function loadsOf(
  followed: readonly FollowedObligation[],
  schedules: readonly RepSchedule[],
  { reps, ofClient }: RepBook,
  values: ArrayLike<number>,
  settings: Settings,
): readonly ClientLoad[] {
  const days = new Map<number, number>();
  for (const { obligation, status } of followed) {
    const rep = ofClient[obligation.client]!;
    if (status !== 'open' || !schedules[rep]?.placed.has(obligation.key)) continue;
    days.set(obligation.client, (days.get(obligation.client) ?? 0) + daysOf(obligation, reps[rep]!, settings));
  }
  return [...days]
    .map(([client, taken]) => ({ client, rep: ofClient[client]!, days: taken }))
    .sort((a, b) => values[b.client]! - values[a.client]!);
}

function describeReps(
  reps: readonly Rep[],
  schedules: readonly RepSchedule[],
  contacts: readonly PlannedContact[],
  month: WorkMonth,
): readonly RepPlan[] {
  const counts = reps.map(() => month.days.map(() => 0));
  for (const { day, rep, slot } of contacts) {
    if (rep < 0 || slot === 'none') continue;
    const index = month.days.indexOf(day!);
    if (index >= 0) counts[rep]![index]!++;
  }
  const busy = schedules.filter(({ plannedDays }) => plannedDays > 0);
  const mean = busy.reduce((sum, { plannedDays }) => sum + plannedDays, 0) / busy.length;
  return reps.map((rep, index) => {
    const { placed, spilled, ...schedule } = schedules[index]!;
    const off = schedule.plannedDays > 0 ? schedule.plannedDays / mean - 1 : 0;
    return {
      rep,
      schedule,
      counts: counts[index]!,
      gap: Math.max(0, schedule.demandDays - schedule.workDays),
      imbalance: busy.length > 1 && Math.abs(off) > UNBALANCED ? off : undefined,
    };
  });
}
