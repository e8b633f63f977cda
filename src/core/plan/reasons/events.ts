import { fill, type Text } from '../../../i18n/text';
import { wordMoney, wordNumber } from '../../../i18n/wording';
import type { Analysis } from '../../analysis';
import { tableOf, type Dataset } from '../../model/dataset';
import { MEASURES, nameOf, sayOf, type MeasureId, type MeasureRef } from '../../measures/measures';
import { asDay, NO_DAY, type Day } from '../../model/day';
import { valueOr } from '../../model/outcome';
import type { AlertKind } from '../../standing/alert';
import { isComplaintOpen } from '../../service/complaint-counts';
import type { Settings } from '../../settings';
import { addWorkingDays, indexOnOrBefore, type WorkMonth } from '../../calendar/calendar-month';
import type { ContactLog } from '../contact-log';
import { openGradeOf, type Priority } from '../obligations';
import { BEHIND_ALL, purposeOf, type Purpose, type PurposeDetails, type PurposeKind } from './purposes';
import { shortDay } from './short-day';

/** Something that asks for a contact beyond the regular ones. */
export interface PlanEvent {
  readonly client: number;
  readonly purpose: Purpose;
  readonly priority: Priority;
  /**
   * `soon`: as early as can be. `dated`: between two indices, best at the second. `ride`: on any contact of the month, and
   * on none of its own.
   */
  readonly when:
    | { readonly kind: 'soon'; readonly to?: number }
    | { readonly kind: 'dated'; readonly from: number; readonly to: number }
    | { readonly kind: 'ride' };
}

/** A day agreed on that passed so many days ago is spoken of at the next contact; it hurries nobody any more. */
const STALE_AFTER = 31;
/** Complaints that closed longer ago are no news to call about. */
const CALL_BACK_WITHIN = 31;

/**
 * What alerts ask for, overdue money, call-backs after complaints, agreed next contacts, quotations without reply, intentions,
 * important days, contract ends, client files to refresh: by client, in the order of the kinds.
 *
 * Alerts and call-backs come first; money less late than the alerts' limit rides on a contact of the month.
 * A file to refresh rides too: it is no reason to call. A contact since then answers an agreed day or a quotation.
 * Source: definitions §8 step 1. @example 40 days overdue //=> priority 1, soon; 5 days //=> rides
 */
export function findEvents(
  dataset: Dataset,
  analysis: Analysis,
  log: ContactLog,
  month: WorkMonth,
  settings: Settings,
  isCalled: (client: number) => boolean,
): ReadonlyMap<number, readonly PlanEvent[]> {
  const events = new Map<number, PlanEvent[]>();
  const add: Add = (client, kind, text, source, rest, rank, details) => {
    if (!isCalled(client)) return;
    const event: PlanEvent = { client, purpose: purposeOf(kind, text, source, rank, details), ...rest };
    const own = events.get(client);
    if (own) own.push(event);
    else events.set(client, [event]);
  };
  const lastContact = (client: number): number => log.last.get(client)?.day ?? NO_DAY;

  addAlerts(analysis, add);
  addMoney(analysis, settings, add);
  addOpenComplaints(analysis, add);
  addComplaints(dataset, analysis.asOf, month, lastContact, settings, add);
  addAgreed(log, analysis.asOf, month, add);
  addQuotations(dataset, analysis, month, lastContact, settings, add);
  addIntentions(analysis, month, add);
  addImportantDays(analysis, month, settings, add);
  if (analysis.clientFiles.known)
    analysis.clientFiles.value.files.forEach((file, client) => {
      // Where nobody has written a day the book has one alert: a reason for every client is one for none.
      if (file.isRefreshDue && file.updatedDay.known)
        add(client, 'archive', { zh: '核对更新客户资料', en: 'Check and update the client file' }, '000-P10', {
          priority: 8,
          when: { kind: 'ride' },
        });
    });
  return events;
}

/** Indicators are spoken of in the meeting, not on the telephone. */
const isOfRegister = (measure: MeasureRef | undefined): measure is MeasureId =>
  measure !== undefined && Object.hasOwn(MEASURES, measure);

type Add = (
  client: number,
  kind: PurposeKind,
  text: Text,
  source: string,
  rest: Pick<PlanEvent, 'priority' | 'when'>,
  rank?: number,
  details?: PurposeDetails,
) => void;

/** What each kind of alert is as a purpose, and the rule that it comes from. */
const PURPOSE_OF_ALERT: Partial<Record<AlertKind, { readonly kind: PurposeKind; readonly source: string }>> = {
  overdueMoney: { kind: 'money', source: '004-7' },
  limitExceeded: { kind: 'limit', source: '002-5' },
  openComplaint: { kind: 'openComplaint', source: '001-30' },
  orderOverdue: { kind: 'lateOrder', source: '001-3' },
  drop: { kind: 'drop', source: '001-3' },
  noSecondOrder: { kind: 'secondOrder', source: '001-3' },
};

/** Each alert that asks for something, in the order of the client's row on 预警: the first is what the contact is for. */
function addAlerts({ alerts }: Analysis, add: Add): void {
  if (!alerts.known) return;
  for (const row of alerts.value.rows)
    row.alerts.forEach(({ kind, ask, client, severity, measure }, place) => {
      const purpose = PURPOSE_OF_ALERT[kind];
      if (ask && purpose && client >= 0)
        add(
          client,
          purpose.kind,
          ask,
          purpose.source,
          { priority: severity === 'bad' ? 1 : 2, when: { kind: 'soon' } },
          place,
          // Who has ordered once has not ordered since.
          { ...(isOfRegister(measure) && { measure }), ...(kind === 'noSecondOrder' && { about: 'lateOrder' }) },
        );
    });
}

/**
 * Money less late than the alerts' limit rides on a contact of the month; so do disputed invoices, which are asked about and not
 * collected. Amount and days are of the same invoices, those that nobody disputes.
 */
function addMoney({ receivables, payments }: Analysis, settings: Settings, add: Add): void {
  if (!receivables.known || !payments.known) return;
  receivables.value.clients.forEach(({ overdue, disputed }, client) => {
    if (disputed > 0)
      add(
        client,
        'dispute',
        fill(
          { zh: '{disputed} {amount}，先核对', en: '{amount} {disputed}: settle it first' },
          { disputed: sayOf('disputed'), amount: wordMoney(disputed, 0) },
        ),
        '004-7',
        { priority: 5, when: { kind: 'ride' } },
        undefined,
        { measure: 'disputed' },
      );
    const { oldestOverdueDays } = payments.value[client]!;
    if (overdue <= 0 || !oldestOverdueDays.known) return;
    const days = oldestOverdueDays.value;
    if (days > settings['alerts.overdueMoneyDays']) return;
    add(
      client,
      'money',
      fill(
        { zh: '提醒付款 {amount}，{overdue}{days}天', en: 'Remind: {amount}, {days} days {overdue}' },
        { overdue: sayOf('overdue'), amount: wordMoney(overdue, 0), days: wordNumber(days) },
      ),
      '004-7',
      { priority: 5, when: { kind: 'ride' } },
      undefined,
      { measure: 'overdue' },
    );
  });
}

/** A complaint still open is answered for at the next contact, of whatever class the client is; key clients have an alert. */
function addOpenComplaints({ clientFiles, keyAccounts }: Analysis, add: Add): void {
  if (!clientFiles.known) return;
  clientFiles.value.files.forEach(({ openComplaints }, client) => {
    const n = valueOr(openComplaints, 0);
    if (n > 0 && !(keyAccounts.known && keyAccounts.value.clients[client]!.isKey))
      add(
        client,
        'openComplaint',
        fill(
          { zh: '{open} {n} 件，答复处理进度', en: '{open} ({n}): tell progress' },
          { open: nameOf('openComplaints'), n },
        ),
        '001-30',
        { priority: 5, when: { kind: 'ride' } },
        undefined,
        { measure: 'openComplaints' },
      );
  });
}

function addComplaints(
  dataset: Dataset,
  asOf: Day,
  month: WorkMonth,
  lastContact: (client: number) => number,
  settings: Settings,
  add: Add,
): void {
  const complaints = tableOf(dataset, 'complaints');
  const { closed, client: clients } = complaints.columns;
  if (!closed || !clients) return;
  const latest = new Map<number, Day>();
  for (let row = 0; row < complaints.rows; row++) {
    const client = clients[row]!;
    const at = closed[row]!;
    if (client < 0 || Number.isNaN(at) || isComplaintOpen(complaints, row, asOf)) continue;
    const day = asDay(Math.floor(at));
    if (asOf - day > CALL_BACK_WITHIN || lastContact(client) > day) continue;
    latest.set(client, asDay(Math.max(day, latest.get(client) ?? NO_DAY)));
  }
  for (const [client, day] of latest) {
    const until = addWorkingDays(month.calendar, day, settings['plan.callBackDays']);
    const to = indexOnOrBefore(month, until);
    add(
      client,
      'complaint',
      fill({ zh: '投诉 {day} 结案，回访', en: 'Complaint closed {day}: call back' }, { day: shortDay(day, month) }),
      '001-30',
      { priority: 1, when: to >= month.start ? { kind: 'soon', to } : { kind: 'soon' } },
    );
  }
}

function addAgreed(log: ContactLog, asOf: Day, month: WorkMonth, add: Add): void {
  for (const [client, { nextDay, content }] of log.last) {
    if (nextDay === undefined || nextDay > month.to) continue;
    const index = indexOnOrBefore(month, nextDay);
    const isOver = index < month.start;
    const isStale = asOf - nextDay > STALE_AFTER;
    add(
      client,
      'agreed',
      fill(
        isStale
          ? { zh: '原约 {day} 联络，之后没有记录', en: 'Agreed {day}, no contact since' }
          : content === ''
            ? { zh: '约定 {day} 再联络', en: 'Contact agreed for {day}' }
            : { zh: '约定 {day} 再联络：{content}', en: 'Agreed for {day}: {content}' },
        { day: shortDay(nextDay, month), content },
      ),
      '003-21',
      isStale
        ? { priority: 5, when: { kind: 'ride' } }
        : { priority: 2, when: isOver ? { kind: 'soon' } : { kind: 'dated', from: index, to: index } },
      isStale ? BEHIND_ALL : undefined,
    );
  }
}

function addQuotations(
  dataset: Dataset,
  analysis: Analysis,
  month: WorkMonth,
  lastContact: (client: number) => number,
  settings: Settings,
  add: Add,
): void {
  if (!analysis.pipeline.known) return;
  const quotedDay = tableOf(dataset, 'prospects').columns.quotedDay;
  const clients = tableOf(dataset, 'prospects').columns.client;
  if (!quotedDay || !clients) return;
  const open = new Set(
    analysis.pipeline.value.opportunities.filter(({ state }) => state === 'open').map(({ client }) => client),
  );
  const latest = new Map<number, Day>();
  quotedDay.forEach((day, row) => {
    const client = clients[row]!;
    if (day === NO_DAY || !open.has(client) || analysis.asOf - day < settings['plan.quotationDays']) return;
    if (lastContact(client) > day) return;
    latest.set(client, asDay(Math.max(day, latest.get(client) ?? NO_DAY)));
  });
  for (const [client, day] of latest)
    add(
      client,
      'quotation',
      fill(
        { zh: '报价{days}{noReply}（{day}），问意向', en: 'Quoted {day}, {noReply} {days} days' },
        { noReply: sayOf('daysSinceQuote'), day: shortDay(day, month), days: wordNumber(analysis.asOf - day) },
      ),
      'definitions §8',
      { priority: openGradeOf(analysis, client) === 'A' ? 2 : 5, when: { kind: 'soon' } },
      undefined,
      { measure: 'daysSinceQuote' },
    );
}

/** With the amount and day of the opportunity that is nearest to a deal: a rep asks about that one. */
function addIntentions({ pipeline }: Analysis, month: WorkMonth, add: Add): void {
  if (!pipeline.known) return;
  const { opportunities, habcOfClient } = pipeline.value;
  for (const [client, habc] of habcOfClient) {
    if (habc !== 'H' && habc !== 'A' && habc !== 'overdue') continue;
    const open = opportunities.find((one) => one.client === client && one.habc.known && one.habc.value === habc);
    const amount = open?.expectedAmount.known ? ` ${wordMoney(open.expectedAmount.value, 0)}` : '';
    const due = open?.expectedDay.known ? open.expectedDay.value : undefined;
    const words = { amount, habc, day: due === undefined ? '' : shortDay(due, month) };
    const over = fill(
      due === undefined
        ? { zh: '商机{amount}预计成交日已过，问新日期', en: 'Deal{amount} past its day: new one?' }
        : { zh: '商机{amount}，预计{day}已过，问新日期', en: 'Deal{amount}, {day} passed: when?' },
      words,
    );
    const ahead = fill(
      due === undefined
        ? habc === 'H'
          ? { zh: '意向H{amount}：一周内可成交', en: 'Intention H{amount}: within a week' }
          : { zh: '意向A{amount}：半个月内可成交', en: 'Intention A{amount}: half a month' }
        : { zh: '意向{habc}{amount}，预计{day}成交', en: 'Intention {habc}{amount}, deal {day}' },
      words,
    );
    add(
      client,
      'intention',
      habc === 'overdue' ? over : ahead,
      '004-11',
      habc === 'H' ? { priority: 2, when: { kind: 'soon' } } : { priority: 5, when: { kind: 'ride' } },
      undefined,
      {
        ...(amount !== '' && { measure: 'expectedAmount' }),
        ...(due !== undefined && { passed: { day: due, text: over } }),
      },
    );
  }
}

function addImportantDays({ importantDays }: Analysis, month: WorkMonth, settings: Settings, add: Add): void {
  if (!importantDays.known) return;
  for (const { client, kind, event, day } of importantDays.value.days) {
    if (day < month.from || day > month.to) continue;
    const to = indexOnOrBefore(month, day);
    const text = fill({ zh: '{event} {day}', en: '{event} on {day}' }, { event, day: shortDay(day, month) });
    const rest: Pick<PlanEvent, 'priority' | 'when'> = {
      priority: 5,
      when:
        to < month.start
          ? { kind: 'soon' }
          : kind === 'contractEnd'
            ? { kind: 'soon', to }
            : { kind: 'dated', from: Math.max(month.start, to - settings['plan.mergeDays']), to },
    };
    add(client, kind === 'contractEnd' ? 'contractEnd' : 'importantDay', text, '001-35', rest, undefined, {
      passed: {
        day,
        text: fill(
          kind === 'contractEnd'
            ? { zh: '{event} {day}（已过）', en: '{event} was {day}' }
            : { zh: '{event} {day}（补祝）', en: '{event} was {day}' },
          { event, day: shortDay(day, month) },
        ),
      },
    });
  }
}
