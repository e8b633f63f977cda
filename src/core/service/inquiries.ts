import { byCodePoint } from '../model/by-code-point';
import { NO_CLIENT, NO_FLAG, NO_TEXT, textAt } from '../model/columns';
import { hasColumn, tableOf, type Dataset } from '../model/dataset';
import { asDay, NO_DAY, type Day } from '../model/day';
import { moneyOf, type Money } from '../model/money';
import { known, missing, type Outcome } from '../model/outcome';
import { medianOf } from '../model/order-statistics';
import { isInPeriod } from '../model/period';
import { missingRatio, ratioOf, type Ratio } from '../model/ratio';
import { sumOf } from '../model/sum';
import type { WorkCalendar } from '../calendar/work-calendar';
import { workingHoursBetween } from '../calendar/working-hours';
import { areLinesInEngine } from '../facts/line-groups';
import { MISS } from '../facts/verdict';
import type { AnalysisWindow } from '../facts/analysis-window';
import type { Settings } from '../settings';
import { ComplaintClocks } from './complaint-clocks';

/** Not answered in time; not answered and the time not over; answered, and known to be wrong; answered; answered rightly. */
export type InquiryState = 'late' | 'open' | 'wrong' | 'answered' | 'right';

/** What came of an inquiry or quotation. `waiting`: no order yet, and the days in which one counts are not over; `unknown`: no sales lines. */
export type OfferResult = 'ordered' | 'waiting' | 'none' | 'unknown';

/** The order that came of it: named by its number, or the first of the client in the days that count. */
export interface OrderOfOffer {
  readonly day: Day;
  readonly amount: Outcome<Money>;
  readonly isNamed: boolean;
}

export interface Inquiry {
  readonly row: number;
  readonly client: number;
  readonly receivedDay: Day;
  readonly question: string;
  readonly department: string;
  readonly answeredDay: Outcome<Day>;
  /** Working hours until the answer, or until as-of. */
  readonly hours: Outcome<number>;
  readonly state: InquiryState;
  readonly quotedDay: Outcome<Day>;
  readonly result: OfferResult;
  readonly order: Outcome<OrderOfOffer>;
}

/** A quotation on the inquiries or on the opportunities. */
export interface Quotation {
  readonly client: number;
  readonly from: 'inquiry' | 'opportunity';
  readonly what: string;
  readonly quotedDay: Day;
  readonly quoted: Outcome<Money>;
  readonly result: OfferResult;
  readonly order: Outcome<OrderOfOffer>;
}

export interface InquiriesOfDepartment {
  readonly department: string;
  readonly inquiries: number;
  readonly late: number;
  readonly open: number;
  /** Answered rightly / answered with a mark. */
  readonly right: Ratio;
  readonly meanHours: Outcome<number>;
}

export interface InquiryFigures {
  /** Of the period; those to be answered first, oldest first, then the newest. */
  readonly inquiries: readonly Inquiry[];
  readonly departments: readonly InquiriesOfDepartment[];
  readonly right: Ratio;
  /** Mean working hours of the answered ones. */
  readonly meanHours: Outcome<number>;
  /** Ordered / ordered and none; those that wait are left out. */
  readonly conversion: Ratio;
  readonly quotations: readonly Quotation[];
  readonly quotationConversion: Ratio;
  /** Median days from quotation to order. */
  readonly daysToOrder: Outcome<number>;
}

const ORDER_OF_STATE: readonly InquiryState[] = ['late', 'open', 'wrong', 'answered', 'right'];

/**
 * Inquiries until they are answered rightly, and what came of inquiries and quotations.
 *
 * Counts: inquiries received in the period, and quotations of the period (of inquiries, and of opportunities). An answer is late beyond
 * `service.feedbackDays` working days. An order came of it if the line names one, or else if the same client bought within
 * `inquiry.orderDays` days from the inquiry or quotation: beside it, no claim of a cause. Mean hours: of the answered ones.
 * Unit: working hours, days, money, ratios.   Missing: neither inquiries nor quotations.   Source: 000-P11, 002-7.
 * @example asked 1 March, sale on 20 March, 60 days //=> ordered; asked 20 March, as-of 31 March, nothing bought //=> waiting
 */
export function followInquiries(
  dataset: Dataset,
  window: AnalysisWindow,
  calendar: WorkCalendar,
  settings: Settings,
): Outcome<InquiryFigures> {
  const { columns, rows } = tableOf(dataset, 'inquiries');
  if (rows === 0 && !hasColumn(dataset, 'prospects.quotedDay'))
    return missing({ reason: 'no-sheet', sheet: 'inquiries' });
  const offers = new OffersAndOrders(dataset, window.asOf, settings['inquiry.orderDays']);
  const clocks = new ComplaintClocks(dataset, settings, calendar, window);
  const inquiries: Inquiry[] = [];
  for (let row = 0; row < rows; row++) {
    const received = columns.received?.[row] ?? NaN;
    if (received !== received || !isInPeriod(window.period, Math.floor(received))) continue;
    const given = columns.answered?.[row] ?? NaN;
    const isAnswered = given === given && given < window.asOf + 1;
    const right = columns.right?.[row] ?? NO_FLAG;
    const isLate = clocks.inTime(received, isAnswered ? given : undefined) === MISS;
    const hours = workingHoursBetween(received, isAnswered ? given : window.asOf + 1, calendar, settings);
    const day = asDay(Math.floor(received));
    const quoted = columns.quotedDay?.[row] ?? NO_DAY;
    const client = columns.client?.[row] ?? NO_CLIENT;
    inquiries.push({
      row,
      client,
      receivedDay: day,
      question: textAt(columns.question, row),
      department: textAt(columns.department, row),
      answeredDay: isAnswered ? known(asDay(Math.floor(given))) : NOT_ENTERED,
      hours: hours === hours ? known(hours) : NOT_ENTERED,
      state: !isAnswered ? (isLate ? 'late' : 'open') : right === 0 ? 'wrong' : right === 1 ? 'right' : 'answered',
      quotedDay: quoted === NO_DAY ? NOT_ENTERED : known(asDay(quoted)),
      ...offers.resultOf(client, day, textAt(columns.orderNo, row)),
    });
  }
  inquiries.sort(
    (a, b) =>
      ORDER_OF_STATE.indexOf(a.state) - ORDER_OF_STATE.indexOf(b.state) ||
      (a.state === 'late' || a.state === 'open' ? a.receivedDay - b.receivedDay : b.receivedDay - a.receivedDay) ||
      a.client - b.client ||
      byCodePoint(a.question, b.question) ||
      a.row - b.row,
  );
  const quotations = findQuotations(dataset, window, offers);
  const days = quotations.flatMap(({ order, quotedDay }) => (order.known ? [order.value.day - quotedDay] : []));
  return known({
    inquiries,
    departments: byDepartment(inquiries),
    right: rightOf(inquiries),
    meanHours: meanHoursOf(inquiries),
    conversion: conversionOf(inquiries),
    quotations,
    quotationConversion: conversionOf(quotations),
    daysToOrder: days.length > 0 ? known(medianOf(Float64Array.from(days).sort())) : missing({ reason: 'no-rows' }),
  });
}

const NOT_ENTERED = missing({ reason: 'not-entered' });

function findQuotations(dataset: Dataset, { period }: AnalysisWindow, offers: OffersAndOrders): readonly Quotation[] {
  const found: Quotation[] = [];
  const asked = tableOf(dataset, 'inquiries');
  const deals = tableOf(dataset, 'prospects');
  const amountOf = (value: number): Outcome<Money> => (value === value ? known(moneyOf(value)) : NOT_ENTERED);
  for (let row = 0; row < asked.rows; row++) {
    const { quotedDay, quotedAmount, question, client, orderNo } = asked.columns;
    const day = quotedDay?.[row] ?? NO_DAY;
    if (day === NO_DAY || !isInPeriod(period, day)) continue;
    const who = client?.[row] ?? NO_CLIENT;
    found.push({
      client: who,
      from: 'inquiry',
      what: textAt(question, row),
      quotedDay: asDay(day),
      quoted: amountOf(quotedAmount?.[row] ?? NaN),
      ...offers.resultOf(who, asDay(day), textAt(orderNo, row)),
    });
  }
  for (let row = 0; row < deals.rows; row++) {
    const { quotedDay, expectedAmount, opportunity, client } = deals.columns;
    const day = quotedDay?.[row] ?? NO_DAY;
    if (day === NO_DAY || !isInPeriod(period, day)) continue;
    const who = client?.[row] ?? NO_CLIENT;
    found.push({
      client: who,
      from: 'opportunity',
      what: textAt(opportunity, row),
      quotedDay: asDay(day),
      quoted: amountOf(expectedAmount?.[row] ?? NaN),
      ...offers.resultOf(who, asDay(day), ''),
    });
  }
  return found.sort((a, b) => b.quotedDay - a.quotedDay || a.client - b.client || byCodePoint(a.what, b.what));
}

function byDepartment(inquiries: readonly Inquiry[]): readonly InquiriesOfDepartment[] {
  const groups = new Map<string, Inquiry[]>();
  for (const one of inquiries) {
    const group = groups.get(one.department);
    if (group) group.push(one);
    else groups.set(one.department, [one]);
  }
  return [...groups]
    .map(([department, own]) => ({
      department,
      inquiries: own.length,
      late: own.filter(({ state }) => state === 'late').length,
      open: own.filter(({ state }) => state === 'open').length,
      right: rightOf(own),
      meanHours: meanHoursOf(own),
    }))
    .sort((a, b) => b.inquiries - a.inquiries || byCodePoint(a.department, b.department));
}

function rightOf(inquiries: readonly Inquiry[]): Ratio {
  const right = inquiries.filter(({ state }) => state === 'right').length;
  const marked = right + inquiries.filter(({ state }) => state === 'wrong').length;
  return ratioOf(right, marked, marked, inquiries.length - marked);
}

function meanHoursOf(inquiries: readonly Inquiry[]): Outcome<number> {
  const hours = inquiries.flatMap(({ answeredDay, hours: one }) => (answeredDay.known && one.known ? [one.value] : []));
  return hours.length > 0 ? known(sumOf(hours) / hours.length) : missing({ reason: 'no-rows' });
}

function conversionOf(offers: readonly { readonly result: OfferResult }[]): Ratio {
  if (offers.length === 0) return missingRatio({ reason: 'no-rows' });
  const ordered = offers.filter(({ result }) => result === 'ordered').length;
  const over = ordered + offers.filter(({ result }) => result === 'none').length;
  return ratioOf(ordered, over, over, offers.length - over);
}

/** Sales of each client by day, and of each order number. */
class OffersAndOrders {
  private readonly byClient = new Map<number, Map<number, number[]>>();
  private readonly hasLines: boolean;
  private readonly byNumber = new Map<string, { day: number; amounts: number[] }>();

  constructor(
    dataset: Dataset,
    private readonly asOf: Day,
    private readonly days: number,
  ) {
    const askers = new Set<number>();
    const names = new Set<string>();
    const asked = tableOf(dataset, 'inquiries');
    for (let row = 0; row < asked.rows; row++) {
      askers.add(asked.columns.client?.[row] ?? NO_CLIENT);
      names.add(textAt(asked.columns.orderNo, row).trim());
    }
    for (const client of tableOf(dataset, 'prospects').columns.client ?? []) askers.add(client);
    names.delete('');
    const { columns, rows } = tableOf(dataset, 'transactions');
    this.hasLines = rows > 0 && !areLinesInEngine(dataset);
    if (!this.hasLines) return;
    const named = (columns.orderNo?.values ?? []).map((number) => names.has(number.trim()));
    for (let row = 0; row < rows; row++) {
      const day = columns.day?.[row] ?? NO_DAY;
      const client = columns.client?.[row] ?? NO_CLIENT;
      if (day === NO_DAY || day > asOf || client < 0) continue;
      if (columns.cancelled?.[row] === 1 || columns.isReturn?.[row] === 1) continue;
      const amount = columns.amount?.[row] ?? NaN;
      if (amount <= 0) continue;
      const code = columns.orderNo?.codes[row] ?? NO_TEXT;
      if (code >= 0 && named[code]) {
        const number = columns.orderNo!.values.at(code)!.trim();
        const order = this.byNumber.get(number) ?? { day, amounts: [] };
        order.day = Math.min(order.day, day);
        if (amount === amount) order.amounts.push(amount);
        this.byNumber.set(number, order);
      }
      if (!askers.has(client)) continue;
      const own = this.byClient.get(client) ?? new Map<number, number[]>();
      this.byClient.set(client, own);
      const amounts = own.get(day) ?? [];
      own.set(day, amounts);
      if (amount === amount) amounts.push(amount);
    }
  }

  resultOf(client: number, from: Day, number: string): { result: OfferResult; order: Outcome<OrderOfOffer> } {
    if (!this.hasLines) return { result: 'unknown', order: missing({ reason: 'no-sheet', sheet: 'transactions' }) };
    const named = this.byNumber.get(number.trim());
    if (named)
      return {
        result: 'ordered',
        order: known({ day: asDay(named.day), amount: amountOf(named.amounts), isNamed: true }),
      };
    const until = from + this.days;
    let first = Infinity;
    const own = this.byClient.get(client);
    for (const day of own?.keys() ?? []) if (day >= from && day <= until && day < first) first = day;
    if (own && first < Infinity) {
      return {
        result: 'ordered',
        order: known({ day: asDay(first), amount: amountOf(own.get(first)!), isNamed: false }),
      };
    }
    const why = missing({ reason: 'no-rows' });
    return { result: until > this.asOf ? 'waiting' : 'none', order: why };
  }
}

const amountOf = (amounts: readonly number[]): Outcome<Money> =>
  amounts.length > 0 ? known(moneyOf(sumOf(amounts))) : NOT_ENTERED;
