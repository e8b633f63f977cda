import { fill, joinTexts, type Text } from '../../i18n/text';
import { wordNumber, wordPercent } from '../../i18n/wording';
import { addMonths, asDay, NO_DAY, type Day } from '../model/day';
import type { Money } from '../model/money';
import { known, missing, type Outcome } from '../model/outcome';
import { ReadFrom } from '../model/read-from';
import type { Settings } from '../settings';
import type { InvoiceLedger } from './payments';

/** Days beyond terms and the points that they are worth; between two of them the straight line. */
const POINTS: readonly (readonly [days: number, points: number])[] = [
  [-30, 100],
  [-20, 90],
  [0, 80],
  [15, 70],
  [22, 60],
  [30, 50],
  [60, 40],
  [90, 30],
  [120, 20],
  [180, 0],
];

/**
 * Points of one invoice that was paid so many days after its due day (negative: before it).
 *
 * Formula: straight lines through (−30, 100) (−20, 90) (0, 80) (15, 70) (22, 60) (30, 50) (60, 40) (90, 30) (120, 20)
 * (180, 0); beyond the ends, the ends. Unit: points 0–100. Better: higher.   Source: definitions §6.1.
 * @example pointsOfDays(-18) //=> 89
 */
export function pointsOfDays(days: number): number {
  const last = POINTS[POINTS.length - 1]!;
  let [beforeDays, beforePoints] = POINTS[0]!;
  if (days <= beforeDays) return beforePoints;
  for (let i = 1; i < POINTS.length; i++) {
    const [atDays, points] = POINTS[i]!;
    if (days <= atDays) {
      return beforePoints + ((points - beforePoints) * (days - beforeDays)) / (atDays - beforeDays);
    }
    [beforeDays, beforePoints] = [atDays, points];
  }
  return last[1];
}

/** How a client pays. Ours is one supplier's ledger and no rating of an agency. */
export interface PaymentBehaviour {
  /** 0–100; 80 is prompt. */
  readonly index: Outcome<number>;
  readonly scoredInvoices: number;
  readonly scoredAmount: Money;
  /** Amount-weighted days after the due day; open overdue invoices count to as-of and are at least this. */
  readonly daysLate: Outcome<number>;
  /** Share of the scored amount that was paid on or before its due day. */
  readonly paidOnTerms: Outcome<number>;
  /** The invoice overdue for longest, in days; missing where none is. */
  readonly oldestOverdueDays: Outcome<number>;
  /** Promises to pay by a day of the last 12 months that were not kept. */
  readonly brokenPromises: number;
  /** Not due yet, disputed, or without a due or paid day. */
  readonly leftOut: number;
  readonly reason: Text;
}

/**
 * Payment index of each client.
 *
 * Formula: Σ amount × points(days beyond terms) / Σ amount over the invoices; a part payment counts with its amount, so an
 * invoice's days are the amount-weighted mean of its parts; what is open and overdue counts with its days so far (at least).
 * Unit: points 0–100. Better: higher.
 * Counts: invoices due in the last 24 months, and older ones still open. Leaves out: open and not due; disputed; no due
 * day; paid on an unknown day (each counted). Fewer than 3 scored invoices: missing('too-few').
 * Source: definitions §6.1.
 * @example (100000, on the day) (50000, 20 late) (200000, 5 early) (30000, 75 late) //=> 75.5
 */
export function measurePayments(ledger: InvoiceLedger, asOf: Day, settings: Settings): readonly PaymentBehaviour[] {
  const from = addMonths(asDay(asOf + 1), -settings['payment.windowMonths']);
  const promisesFrom = addMonths(asDay(asOf + 1), -12);
  const weight = new Float64Array(ledger.invoices);
  const days = new Float64Array(ledger.invoices);
  const onTerms = new Float64Array(ledger.invoices);
  const paidByPromise = new Float64Array(ledger.invoices);
  const { invoice, day, amount, isCredit } = ledger.settlements;
  for (let i = 0; i < invoice.length; i++) {
    const at = invoice[i]!;
    if (isCredit[i]) continue;
    const when = day[i]!;
    const part = amount[i]!;
    // A paid part without a day is taken as paid in time for the promise: nobody is blamed for an empty cell.
    if (when === NO_DAY || when <= ledger.promisedDay[at]!) paidByPromise[at]! += part;
    const due = ledger.due[at]!;
    if (when === NO_DAY || due === NO_DAY) continue;
    weight[at]! += part;
    days[at]! += part * (when - due);
    if (when <= due) onTerms[at]! += part;
  }

  const figures = new PaymentFigures(ledger.offsets.length - 1, settings);
  return Array.from({ length: ledger.offsets.length - 1 }, (_, client) => {
    let scored = 0;
    let leftOut = 0;
    let amountScored = 0;
    let points = 0;
    let late = 0;
    let inTime = 0;
    let oldest = 0;
    let broken = 0;
    for (let i = ledger.offsets[client]!; i < ledger.offsets[client + 1]!; i++) {
      if (ledger.amount[i] === 0) continue;
      const due = ledger.due[i]!;
      const open = ledger.open[i]!;
      const isOpenLate = open > 0 && due !== NO_DAY && due < asOf;
      if (ledger.disputed[i] === 1) {
        leftOut++;
        continue;
      }
      const promised = ledger.promisedDay[i]!;
      if (promised !== NO_DAY && promised >= promisesFrom && promised < asOf && paidByPromise[i]! < ledger.amount[i]!) {
        broken++;
      }
      if (isOpenLate) {
        oldest = Math.max(oldest, asOf - due);
        weight[i]! += open;
        days[i]! += open * (asOf - due);
      }
      if (weight[i] === 0 || (due < from && !isOpenLate)) {
        leftOut++;
        continue;
      }
      scored++;
      amountScored += weight[i]!;
      points += weight[i]! * pointsOfDays(days[i]! / weight[i]!);
      late += days[i]!;
      inTime += onTerms[i]!;
    }
    figures.amounts[client] = amountScored;
    figures.points[client] = points;
    figures.late[client] = late;
    figures.inTime[client] = inTime;
    return new BehaviourOfClient(figures, client, scored, oldest, broken, leftOut);
  });
}

/** Sums over the scored invoices, one a client. */
class PaymentFigures {
  readonly amounts: Float64Array;
  /** Amount × points, amount × days late, and what was paid in time. */
  readonly points: Float64Array;
  readonly late: Float64Array;
  readonly inTime: Float64Array;

  constructor(
    clients: number,
    readonly settings: Settings,
  ) {
    this.amounts = new Float64Array(clients);
    this.points = new Float64Array(clients);
    this.late = new Float64Array(clients);
    this.inTime = new Float64Array(clients);
  }
}

/** Divided and put into words when somebody reads it. */
class BehaviourOfClient extends ReadFrom<PaymentFigures> implements PaymentBehaviour {
  constructor(
    figures: PaymentFigures,
    private readonly client: number,
    readonly scoredInvoices: number,
    /** 0: nothing is overdue. */
    private readonly oldest: number,
    readonly brokenPromises: number,
    readonly leftOut: number,
  ) {
    super(figures);
  }

  get scoredAmount(): Money {
    return this.from.amounts[this.client]! as Money;
  }

  get index(): Outcome<number> {
    return this.ofEnough(this.from.points);
  }

  get daysLate(): Outcome<number> {
    return this.scoredInvoices > 0 ? known(this.share(this.from.late)) : missing({ reason: 'nothing-due' });
  }

  get paidOnTerms(): Outcome<number> {
    return this.ofEnough(this.from.inTime);
  }

  get oldestOverdueDays(): Outcome<number> {
    return this.oldest > 0 ? known(this.oldest) : missing({ reason: 'nothing-due' });
  }

  get reason(): Text {
    return reasonOf(this, this.from.settings);
  }

  private share(sums: Float64Array): number {
    return sums[this.client]! / this.scoredAmount;
  }

  private ofEnough(sums: Float64Array): Outcome<number> {
    const have = this.scoredInvoices;
    const need = this.from.settings['payment.minInvoices'];
    return have >= need ? known(this.share(sums)) : missing({ reason: 'too-few', have, need });
  }
}

function reasonOf(behaviour: PaymentBehaviour, settings: Settings): Text {
  const { index, daysLate, paidOnTerms, oldestOverdueDays, scoredInvoices: scored } = behaviour;
  if (!index.known || !daysLate.known || !paidOnTerms.known) {
    return fill(
      { zh: '样本不足：可评分发票 {have} 张，至少 {need} 张', en: 'Too few: {have} invoices to score, {need} needed' },
      { have: scored, need: settings['payment.minInvoices'] },
    );
  }
  const verdict = verdictOf(index.value, daysLate.value, settings);
  return joinTexts([
    verdict,
    fill(
      {
        zh: '平均{days}天，按期付款占 {share}（{n} 张发票）',
        en: '{days} days on average, {share} paid within terms ({n} invoices)',
      },
      { days: wordLateness(daysLate.value), share: wordPercent(paidOnTerms.value), n: scored },
    ),
    ...(oldestOverdueDays.known
      ? [
          fill(
            { zh: '最长逾期 {days} 天', en: 'longest overdue {days} days' },
            { days: wordNumber(oldestOverdueDays.value) },
          ),
        ]
      : []),
  ]);
}

/**
 * In words what index and mean days say together. The index weighs a late day more than an early one, so the two may part: early
 * on the whole with some very late, or late on the whole by one bad invoice. Then neither prompt nor slow is said.
 */
function verdictOf(index: number, daysLate: number, settings: Settings): Text {
  const isEarly = Math.round(daysLate * 10) <= 0;
  const isPrompt = index >= settings['payment.prompt'];
  if (isPrompt !== isEarly) return { zh: '付款有早有晚', en: 'pays sometimes early, sometimes late' };
  if (isPrompt) return { zh: '付款及时', en: 'prompt payer' };
  return index >= settings['payment.highRisk']
    ? { zh: '付款偏慢', en: 'slow payer' }
    : { zh: '付款高风险', en: 'high-risk payer' };
}

function wordLateness(days: number): Text {
  const size = wordNumber(Math.abs(days), 1);
  return days > 0 ? { zh: `超期 ${size} `, en: `late by ${size}` } : { zh: `提前 ${size} `, en: `early by ${size}` };
}
