import type { Settings } from '../../settings';
import { clampToMonth, keyNameOf, type Obligation } from '../obligations';
import type { Analysis } from '../../analysis';
import type { WorkMonth } from '../../calendar/calendar-month';
import type { PlanEvent } from './events';
import { keyOf } from '../plan-keys';
import { PURPOSE_KINDS, type PurposeKind } from './purposes';

/**
 * Puts events on contacts that are due anyway, and makes contacts of their own for the others.
 *
 * An event rides on the client's first open contact whose part of the month holds its day, or whose ideal day is at most so many
 * working days away; that contact then takes the event's window and the higher priority. A contact that cannot wait takes on what is
 * at most so many days later: nothing puts it off. What has to be spoken of on the first free day takes the client's call
 * there, wherever in the month it was, never a visit. An event that only rides takes the first open contact. The key of an event's own contact counts by its kind, so that it stays when another event goes.
 * Source: definitions §8. @example money late, first call of two in days 0–7 //=> one contact, as early as can be, two purposes
 */
export function mergeEvents(
  analysis: Analysis,
  month: WorkMonth,
  client: number,
  open: readonly Obligation[],
  events: readonly PlanEvent[],
  settings: Settings,
  isOff: (index: number) => boolean = () => false,
): Obligation[] {
  const contacts = [...open];
  const byUrgency = [...events].sort((a, b) => rankOf(a) - rankOf(b) || a.priority - b.priority);
  for (const event of byUrgency) {
    const host = findHost(contacts, event, month, settings, isOff);
    if (host) {
      if (isPressing(event) && !host.isUrgent) giveWay(contacts, host);
      attach(host, event, month);
    } else if (event.when.kind !== 'ride' || OF_ITS_OWN.includes(event.purpose.kind))
      contacts.push(ownContact(analysis, month, client, event));
  }
  return contacts;
}

/** Asked about even where nothing else is planned. */
const OF_ITS_OWN: readonly PurposeKind[] = ['money', 'openComplaint'];

/** Dated and soon before those that ride on them. */
const rankOf = ({ when }: PlanEvent): number => (when.kind === 'ride' ? 1 : 0);

function idealOf({ when }: PlanEvent, month: WorkMonth): number {
  return when.kind === 'dated' ? clampToMonth(month, when.to) : clampToMonth(month, 0);
}

function findHost(
  contacts: readonly Obligation[],
  event: PlanEvent,
  month: WorkMonth,
  settings: Settings,
  isOff: (index: number) => boolean,
): Obligation | undefined {
  const hosts = contacts.filter(({ slot }) => slot !== 'none');
  if (event.when.kind === 'ride') return hosts.find((one) => one.isUrgent) ?? hosts[0];
  if (isPressing(event)) {
    // A call can be made on the first free day; a visit waits for a day in its region.
    const isOfDeal = OF_DEALS.includes(event.purpose.kind);
    const host =
      (isOfDeal ? hosts.find(({ type }) => type === 'opportunity') : undefined) ??
      hosts.find((one) => one.isUrgent) ??
      hosts.find(({ slot, isDated }) => slot === 'call' && !isDated);
    if (host) return host;
  }
  let ideal = idealOf(event, month);
  // Who is away on the day makes the contact before it.
  while (ideal > month.start && isOff(ideal)) ideal--;
  const near = settings['plan.mergeDays'];
  return hosts.find((host) => {
    const distance = Math.abs(clampToMonth(month, host.ideal) - ideal);
    if (host.isDated) return distance <= near && isCompatible(host, event, month);
    if (isPressing(event)) return false;
    if (host.isUrgent) return distance <= near;
    return distance <= near || (ideal >= host.from && ideal <= host.to);
  });
}

/** Spoken of at the visit that the opportunity has anyway. */
const OF_DEALS: readonly PurposeKind[] = ['intention', 'quotation'];

/** Has to be spoken of on the first free day. */
const isPressing = ({ when, priority }: PlanEvent): boolean => when.kind === 'soon' && priority <= 2;

/** The windows of two dated events meet. */
function isCompatible(host: Obligation, event: PlanEvent, month: WorkMonth): boolean {
  const window = windowOf(event, month);
  return window.from <= host.to && window.to >= host.from;
}

function windowOf({ when }: PlanEvent, month: WorkMonth): { from: number; to: number } {
  const last = Math.max(month.start, month.days.length - 1);
  if (when.kind === 'dated') return { from: when.from, to: when.to };
  return { from: month.start, to: when.kind === 'soon' ? (when.to ?? last) : last };
}

/** A call that is drawn to the front leaves its part of the month to the contact that stood there first. */
function giveWay(contacts: readonly Obligation[], host: Obligation): void {
  const first = contacts.find(
    (one) => one !== host && one.ideal < host.ideal && !one.isDated && !one.isUrgent && one.slot !== 'none',
  );
  if (!first) return;
  const { ideal, from, to } = first;
  [first.ideal, first.from, first.to] = [host.ideal, host.from, host.to];
  [host.ideal, host.from, host.to] = [ideal, from, to];
}

function attach(host: Obligation, event: PlanEvent, month: WorkMonth): void {
  host.purposes = [...host.purposes, event.purpose].sort((a, b) => a.rank - b.rank);
  if (event.priority < host.priority) host.priority = event.priority;
  // Nothing puts off what cannot wait.
  if (event.when.kind === 'ride' || (event.when.kind === 'dated' && host.isUrgent)) return;
  const window = windowOf(event, month);
  host.from = host.isDated ? Math.max(host.from, window.from) : window.from;
  host.to = host.isDated ? Math.min(host.to, window.to) : window.to;
  host.ideal = Math.min(Math.max(idealOf(event, month), host.from), host.to);
  host.isDated = host.isDated || isDatedEvent(event);
  if (event.when.kind === 'soon') host.isUrgent = true;
}

/** `soon` without a last day may slip to any later day; the others lose their sense. */
const isDatedEvent = ({ when }: PlanEvent): boolean => when.kind === 'dated';

function ownContact(analysis: Analysis, month: WorkMonth, client: number, event: PlanEvent): Obligation {
  const number = PURPOSE_KINDS.indexOf(event.purpose.kind) + 1;
  return {
    key: keyOf({ client: keyNameOf(analysis, client), month: month.month, type: 'event', number }),
    client,
    type: 'event',
    number,
    slot: 'call',
    isCold: false,
    priority: event.priority,
    purposes: [event.purpose],
    ideal: idealOf(event, month),
    ...windowOf(event, month),
    isDated: isDatedEvent(event),
    isUrgent: event.when.kind === 'soon',
    spacing: 1,
  };
}
