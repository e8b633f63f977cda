import type { AnalysisWindow } from '../facts/analysis-window';
import type { SharedGroupings } from '../facts/shared-groupings';
import { PairIndex } from '../facts/pair-index';
import { IN_PERIOD, IN_PREVIOUS, NEITHER } from '../facts/time-slots';
import type { TransactionFacts } from '../facts/transaction-facts';
import type { CountedRows } from '../kpis/rows';
import { byCodePoint } from '../model/by-code-point';
import { textAt } from '../model/columns';
import { tableOf, type Dataset } from '../model/dataset';
import { asDay, monthOf, NO_DAY } from '../model/day';
import { moneyOf, type Money } from '../model/money';
import { known, missing, type Outcome } from '../model/outcome';
import { isInPeriod } from '../model/period';
import { ratioOf, type Ratio } from '../model/ratio';
import { GroupSums } from '../model/sum';
import { isVisit } from '../prospects/target-prospects';
import type { Receivables } from '../receivables/receivables';
import type { TargetFigures } from '../sales/target-attainment';
import { growthOf } from '../sales/time-figures';
import { isComplaintOpen } from '../service/complaint-counts';

/** What one sales rep did in the period: by the rep on the line, else by the client's. */
export interface RepPerformance {
  /** '' for what nobody is named on. */
  readonly rep: string;
  /** With a sale in the period. */
  readonly clients: number;
  readonly netAmount: Money;
  readonly previousNetAmount: Money;
  readonly growth: Outcome<number>;
  readonly returnAmount: Money;
  readonly orders: number;
  /** Whose first sale is in the period. */
  readonly newClients: number;
  /** Targets of his clients, and what was sold to them of the year. */
  readonly attainment: Ratio;
  readonly receivable: Outcome<Money>;
  readonly overdue: Outcome<Money>;
  /** About deliveries and goods to his clients, received in the period. */
  readonly complaints: Outcome<number>;
  readonly openComplaints: Outcome<number>;
  readonly calls: Outcome<number>;
  readonly visits: Outcome<number>;
}

/** One month of the commission plan of one rep. */
export interface CommissionMonth {
  readonly rep: string;
  readonly month: number;
  /** What the plan goes by. */
  readonly basis: 'sales' | 'receipts';
  readonly target: Outcome<Money>;
  readonly reached: Money;
  /** Reached / target. */
  readonly attainment: Outcome<number>;
  readonly rate: Outcome<number>;
  readonly commission: Outcome<Money>;
}

export interface RepFigures {
  /** Largest net sales first. */
  readonly reps: readonly RepPerformance[];
  /** Missing: no commission plan. */
  readonly commissions: Outcome<readonly CommissionMonth[]>;
}

export interface RepGround {
  readonly window: AnalysisWindow;
  readonly groupings: SharedGroupings;
  readonly facts: TransactionFacts;
  /** Sales lines with the rep of each. */
  readonly lines: Pick<CountedRows, 'rows' | 'client' | 'repOf'>;
  readonly receivables: Outcome<Receivables>;
  readonly targets: Outcome<TargetFigures>;
}

/**
 * Sales, clients, targets, money owed, complaints and contacts by sales rep, and the commission plan.
 *
 * Sales go to the rep of the line (else of the client); targets, receivables and complaints to the rep of the client; contacts to who
 * is named on them. Commission of a month: min(reached, target) × rate + what is beyond the target × the rate beyond it (the same rate
 * where none is given); reached is net sales, or receipts where the plan says so; below 0 is 0. Without a target: reached × rate.
 * Unit: money, counts, ratios.   Source: 005-1, 005-4. @example target 100, reached 120, 2 % and 3 % //=> 2 + 0.6
 */
export function measureReps(dataset: Dataset, ground: RepGround): Outcome<RepFigures> {
  const { groupings, facts } = ground;
  const names = groupings.repNames;
  if (names.length <= 1) return missing({ reason: 'no-column', column: 'clients.rep' });
  const sums = sumLines(ground, names.length);
  const ofClient = groupings.transactions.reps.ofClient;
  const owed = sumOwed(ground, ofClient, names.length);
  const complaints = countComplaintsByRep(dataset, ground, ofClient, names.length);
  const contacts = countContactsByRep(dataset, ground, names);
  const targets = sumTargets(ground, ofClient, names.length);
  const reps = names.map((rep, at): RepPerformance => {
    const [now, before] = [moneyOf(sums.now.at(at)), moneyOf(sums.before.at(at))];
    return {
      rep,
      clients: sums.clients[at]!,
      netAmount: now,
      previousNetAmount: before,
      growth: growthOf(now, before),
      returnAmount: moneyOf(-sums.returns.at(at)),
      orders: facts.repOrders[at]!,
      newClients: sums.newClients[at]!,
      attainment: targets[at]!,
      receivable: owed ? known(owed.open[at]! as Money) : NOT_RECEIVABLE,
      overdue: owed ? known(owed.overdue[at]! as Money) : NOT_RECEIVABLE,
      complaints: complaints ? known(complaints.received[at]!) : NO_COMPLAINTS,
      openComplaints: complaints ? known(complaints.open[at]!) : NO_COMPLAINTS,
      calls: contacts ? known(contacts.calls[at]!) : NO_CONTACTS,
      visits: contacts ? known(contacts.visits[at]!) : NO_CONTACTS,
    };
  });
  return known({
    reps: reps.filter(isSeen).sort((a, b) => b.netAmount - a.netAmount || byCodePoint(a.rep, b.rep)),
    commissions: payCommissions(dataset, ground, sums.byMonth, names),
  });
}

const NOT_RECEIVABLE = missing({ reason: 'no-sheet', sheet: 'invoices' });
const NO_COMPLAINTS = missing({ reason: 'no-sheet', sheet: 'complaints' });
const NO_CONTACTS = missing({ reason: 'no-sheet', sheet: 'contacts' });

/** Who did nothing at all, and owes nothing, is no line: a name left over from years ago. */
const isSeen = (one: RepPerformance): boolean =>
  one.orders > 0 ||
  one.netAmount !== 0 ||
  one.previousNetAmount !== 0 ||
  [one.receivable, one.calls, one.visits, one.complaints].some((value) => value.known && value.value !== 0);

interface LineSums {
  readonly now: GroupSums;
  readonly before: GroupSums;
  readonly returns: GroupSums;
  readonly clients: Int32Array;
  readonly newClients: Int32Array;
  /** Of the period, by `rep + month × reps`. */
  readonly byMonth: ReadonlyMap<number, number>;
}

/** One pass over the sales lines. */
function sumLines({ facts, lines, window }: RepGround, reps: number): LineSums {
  const now = new GroupSums(reps);
  const before = new GroupSums(reps);
  const returns = new GroupSums(reps);
  // Who bought from whom: `rep`, `client`.
  const pairs = new PairIndex(1024);
  const bySlot = new GroupSums(reps * facts.slots.length);
  const { lineRows, slots } = facts;
  const bucketOf = Uint8Array.from(slots, ({ bucket }) => bucket);
  for (let row = 0; row < lines.rows; row++) {
    const slot = lineRows.slot[row]!;
    if (slot < 0) continue;
    const bucket = bucketOf[slot]!;
    if (bucket === NEITHER) continue;
    const rep = lines.repOf(row);
    const amount = lineRows.amountAt(row);
    (bucket === IN_PERIOD ? now : before).add(rep, amount);
    if (bucket === IN_PREVIOUS) continue;
    bySlot.add(rep * slots.length + slot, amount);
    if (lineRows.isReturnAt(row)) returns.add(rep, amount);
    else if (lines.client[row]! >= 0) pairs.of(rep, lines.client[row]!);
  }
  const newClients = new Int32Array(reps);
  const clients = new Int32Array(reps);
  for (let pair = 0; pair < pairs.size; pair++) {
    const rep = pairs.firstOf(pair);
    clients[rep]!++;
    const first = facts.firstSale[pairs.secondOf(pair)]!;
    if (first !== NO_DAY && isInPeriod(window.period, asDay(first))) newClients[rep]!++;
  }
  const byMonth = new Map<number, number>();
  slots.forEach(({ bucket, month }, slot) => {
    if (bucket !== IN_PERIOD) return;
    for (let rep = 0; rep < reps; rep++) byMonth.set(rep + month * reps, bySlot.at(rep * slots.length + slot));
  });
  return { now, before, returns, clients, newClients, byMonth };
}

function sumOwed(
  { receivables }: RepGround,
  ofClient: Int32Array,
  reps: number,
): { readonly open: Float64Array; readonly overdue: Float64Array } | undefined {
  if (!receivables.known) return undefined;
  const open = new Float64Array(reps);
  const overdue = new Float64Array(reps);
  receivables.value.clients.forEach((one, client) => {
    open[ofClient[client]!]! += one.open;
    overdue[ofClient[client]!]! += one.overdue;
  });
  return { open, overdue };
}

function countComplaintsByRep(
  dataset: Dataset,
  { window }: RepGround,
  ofClient: Int32Array,
  reps: number,
): { readonly received: Int32Array; readonly open: Int32Array } | undefined {
  const table = dataset.tables.complaints;
  if (!table) return undefined;
  const received = new Int32Array(reps);
  const open = new Int32Array(reps);
  for (let row = 0; row < table.rows; row++) {
    const client = table.columns.client?.[row] ?? -1;
    const at = table.columns.received?.[row] ?? NaN;
    if (at !== at || at >= window.asOf + 1) continue;
    const rep = client < 0 ? 0 : ofClient[client]!;
    if (isInPeriod(window.period, asDay(Math.floor(at)))) received[rep]!++;
    if (isComplaintOpen(table, row, window.asOf)) open[rep]!++;
  }
  return { received, open };
}

function countContactsByRep(
  dataset: Dataset,
  { window }: RepGround,
  names: readonly string[],
): { readonly calls: Int32Array; readonly visits: Int32Array } | undefined {
  const { columns, rows } = tableOf(dataset, 'contacts');
  if (!columns.rep) return undefined;
  const index = new Map(names.map((name, at) => [name, at]));
  const calls = new Int32Array(names.length);
  const visits = new Int32Array(names.length);
  for (let row = 0; row < rows; row++) {
    const at = columns.at?.[row] ?? NaN;
    if (at !== at || !isInPeriod(window.period, asDay(Math.floor(at)))) continue;
    const rep = index.get(textAt(columns.rep, row)) ?? 0;
    if (isVisit(textAt(columns.method, row))) visits[rep]!++;
    else calls[rep]!++;
  }
  return { calls, visits };
}

function sumTargets({ targets }: RepGround, ofClient: Int32Array, reps: number): readonly Ratio[] {
  const sales = new Float64Array(reps);
  const goals = new Float64Array(reps);
  const counted = new Int32Array(reps);
  if (targets.known) {
    targets.value.clients.forEach((one, client) => {
      if (!one.known) return;
      const rep = ofClient[client]!;
      sales[rep]! += one.value.sales;
      goals[rep]! += one.value.target;
      counted[rep]!++;
    });
  }
  return Array.from({ length: reps }, (_, rep) => ratioOf(sales[rep]!, goals[rep]!, counted[rep]!, 0));
}

const BY_RECEIPTS = /回款|收款|到账|receipt|collect|paid/i;

function payCommissions(
  dataset: Dataset,
  { window, groupings }: RepGround,
  sales: ReadonlyMap<number, number>,
  names: readonly string[],
): RepFigures['commissions'] {
  const { columns, rows } = tableOf(dataset, 'commissionPlans');
  if (rows === 0) return missing({ reason: 'no-sheet', sheet: 'commissionPlans' });
  const receipts = sumReceipts(dataset, groupings, window, names.length);
  const index = new Map(names.map((name, at) => [name, at]));
  const found: CommissionMonth[] = [];
  for (let row = 0; row < rows; row++) {
    const day = columns.month?.[row] ?? NO_DAY;
    const rep = textAt(columns.rep, row);
    if (day === NO_DAY || rep === '' || !isInPeriod(window.period, asDay(day)) || day > window.asOf) continue;
    const basis = BY_RECEIPTS.test(textAt(columns.basis, row)) ? 'receipts' : 'sales';
    const month = monthOf(asDay(day));
    const at = index.get(rep);
    const sums = basis === 'sales' ? sales : receipts;
    const reached = at === undefined ? 0 : (sums.get(at + month * names.length) ?? 0);
    const target = columns.target?.[row] ?? NaN;
    const rate = columns.commissionRate?.[row] ?? NaN;
    const beyond = columns.rateBeyond?.[row] ?? NaN;
    const hasTarget = target === target;
    const base = Math.max(0, reached);
    const within = hasTarget ? Math.min(base, target) : base;
    found.push({
      rep,
      month,
      basis,
      target: hasTarget ? known(moneyOf(target)) : missing({ reason: 'not-entered' }),
      reached: moneyOf(reached),
      attainment: target > 0 ? known(reached / target) : missing({ reason: 'not-entered' }),
      rate: rate === rate ? known(rate) : missing({ reason: 'not-entered' }),
      commission:
        rate === rate
          ? known(moneyOf(within * rate + (base - within) * (beyond === beyond ? beyond : rate)))
          : missing({ reason: 'not-entered' }),
    });
  }
  return known(found.sort((a, b) => byCodePoint(a.rep, b.rep) || a.month - b.month));
}

/** Receipts of the period by rep of the client and month. */
function sumReceipts(
  dataset: Dataset,
  groupings: SharedGroupings,
  window: AnalysisWindow,
  reps: number,
): ReadonlyMap<number, number> {
  const { columns, rows } = tableOf(dataset, 'receipts');
  const sums = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    const client = columns.client?.[row] ?? -1;
    const day = columns.day?.[row] ?? NO_DAY;
    const amount = columns.amount?.[row] ?? NaN;
    if (client < 0 || day === NO_DAY || amount !== amount || !isInPeriod(window.period, asDay(day))) continue;
    const key = groupings.transactions.reps.ofClient[client]! + monthOf(asDay(day)) * reps;
    sums.set(key, (sums.get(key) ?? 0) + amount);
  }
  return sums;
}
