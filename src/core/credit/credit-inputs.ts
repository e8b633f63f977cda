import { NO_CLIENT, NO_TEXT, textAt } from '../model/columns';
import { hasColumn, tableOf, type Dataset } from '../model/dataset';
import { addMonths, asDay, civilOf, NO_DAY, type Day } from '../model/day';
import { moneyOf, type Money } from '../model/money';
import { known, mapOutcome, missing, type Outcome } from '../model/outcome';
import { ReadFrom } from '../model/read-from';
import type { TableOf } from '../model/tables';
import type { Settings } from '../settings';
import { countComplaints } from '../service/complaint-counts';
import type { CreditFactorId, CreditFacts, JudgedMark } from './credit-factors';
import type { Exposure } from '../receivables/exposure';
import { yesOrNo } from '../model/judged-words';
import type { LifecycleResult } from '../sales/lifecycle';
import { medianOf } from '../model/order-statistics';
import type { PaymentBehaviour } from '../receivables/payment-index';
import type { ReceivableFigures } from '../receivables/receivables';
import type { Rhythm } from '../sales/rhythm';
import { amountOfYear, orderDaysOfYear, type SalesHistory } from '../sales/sales-history';

/** Results of other scores that the credit card stands on; payments are missing where no invoices are kept. */
export interface CreditGround {
  readonly history: SalesHistory;
  readonly rhythms: readonly Rhythm[];
  readonly lifecycles: readonly LifecycleResult[];
  readonly payments: Outcome<readonly PaymentBehaviour[]>;
  readonly receivables: Outcome<readonly ReceivableFigures[]>;
  readonly exposures: Outcome<readonly Exposure[]>;
}

/** What was found in 表四 and 表二, by client. */
export interface JudgedMarks {
  readonly byClient: ReadonlyMap<number, ReadonlyMap<string, JudgedMark>>;
  /** Factors as written that are none of the scorecard's. */
  readonly unknownFactors: readonly string[];
  /** Marks outside 0 … full score, or without client. */
  readonly rejected: number;
}

/** Words by which people name the judged factors, the more special ones first. */
const FACTOR_WORDS: readonly (readonly [CreditFactorId, RegExp])[] = [
  ['ambition', /事业心|诚实|诚信|品德|品质|人品|ambition|honest|character/i],
  ['planning', /策划|规划|经营能力|planning/i],
  ['talent', /人才|管理能力|talent|manag/i],
  ['health', /健康|health/i],
  ['guarantor', /担保|guarant/i],
  ['fixedAssets', /固定资产|财务|fixed asset|financ/i],
  ['industryOutlook', /景气|行业|industry/i],
  ['regionPolicy', /地区|政策|region|policy/i],
  ['purchasePurpose', /采购目的|用途|目的|purpose/i],
];

/** Forms without a full score are marked 1–5. */
const USUAL_FULL = 5;

/**
 * A mark brought to 0–100.
 *
 * Formula: (mark − 1) / 4 on the usual 1–5 form; mark / full score on any other. Outside it: nothing.
 * Source: definitions §6.2. @example markOf(4, 5) //=> 75; markOf(8, 10) //=> 80; markOf(6, 5) //=> undefined
 */
export function markOf(mark: number, fullScore: number): number | undefined {
  const full = Number.isNaN(fullScore) ? USUAL_FULL : fullScore;
  if (Number.isNaN(mark) || !(full > 0) || mark > full) return undefined;
  if (full === USUAL_FULL) return mark < 1 ? undefined : ((mark - 1) / (USUAL_FULL - 1)) * 100;
  return mark < 0 ? undefined : (mark / full) * 100;
}

/**
 * Reads the judged marks: of each factor the latest up to as-of, of one day the mean. 表二 (who runs the client's business)
 * stands in where 表四 has no mark: selling for planning, managing for managers, finance for fixed assets and finance.
 */
export function readJudgedMarks(dataset: Dataset, asOf: Day, settings: Settings): JudgedMarks {
  const table = tableOf(dataset, 'creditFactors');
  const { client, factor, score, fullScore, day } = table.columns;
  const factorOfCode = (factor?.values ?? []).map((name) => FACTOR_WORDS.find(([, words]) => words.test(name))?.[0]);
  const unknownFactors = [...(factor?.values ?? [])].filter((_, code) => factorOfCode[code] === undefined);
  const freshFrom = addMonths(asOf, -settings['credit.judgedFreshMonths']);
  const latest = new Map<number, Map<string, { day: number; sum: number; n: number; written: string }>>();
  let rejected = 0;
  const keep = (who: number, id: CreditFactorId, when: number, points: number, written: string): void => {
    const own = latest.get(who) ?? new Map<string, { day: number; sum: number; n: number; written: string }>();
    latest.set(who, own);
    const before = own.get(id);
    if (!before || when > before.day) own.set(id, { day: when, sum: points, n: 1, written });
    else if (when === before.day) {
      before.sum += points;
      before.n++;
      before.written += ` ${written}`;
    }
  };
  for (let row = 0; row < table.rows; row++) {
    const code = factor?.codes[row] ?? NO_TEXT;
    const id = code < 0 ? undefined : factorOfCode[code];
    if (id === undefined) continue;
    const who = client?.[row] ?? NO_CLIENT;
    const when = day?.[row] ?? NO_DAY;
    if (when > asOf) continue;
    const mark = score?.[row] ?? NaN;
    const full = fullScore?.[row] ?? NaN;
    const points = markOf(mark, full);
    if (points === undefined || who < 0) {
      if (!Number.isNaN(mark)) rejected++;
      continue;
    }
    keep(who, id, when, points, `${mark}/${Number.isNaN(full) ? USUAL_FULL : full}`);
  }
  const operators = tableOf(dataset, 'operators');
  for (let row = 0; row < operators.rows; row++) {
    const who = operators.columns.client?.[row] ?? NO_CLIENT;
    if (who < 0) continue;
    for (const [id, column] of [
      ['planning', operators.columns.selling],
      ['talent', operators.columns.managing],
      ['fixedAssets', operators.columns.finance],
    ] as const) {
      const mark = column?.[row] ?? NaN;
      const points = markOf(mark, NaN);
      if (points === undefined) {
        if (!Number.isNaN(mark)) rejected++;
      } else if (!latest.get(who)?.has(id)) keep(who, id, NO_DAY, points, `${mark}/${USUAL_FULL}`);
    }
  }
  const byClient = new Map<number, ReadonlyMap<string, JudgedMark>>();
  for (const [who, own] of latest) {
    const marks = new Map<string, JudgedMark>();
    for (const [id, { day: when, sum, n, written }] of own) {
      const isOld = when !== NO_DAY && when < freshFrom;
      marks.set(id, { score: sum / n, written, weightShare: isOld ? settings['credit.judgedOldWeight'] : 1 });
    }
    byClient.set(who, marks);
  }
  return { byClient, unknownFactors, rejected };
}

/**
 * All that the scorecard, the gates and the honesty rule need, client by client. What the workbook does not say is missing.
 *
 * Years are whole anniversaries for the time in business, days / 365.25 for the relation. The dispute rate is the worse of
 * (complaints + disputed invoices) / order-days and returned / gross amount, over 12 months.
 */
export function gatherCreditFacts(
  dataset: Dataset,
  ground: CreditGround,
  marks: JudgedMarks,
  asOf: Day,
  settings: Settings,
): readonly CreditFacts[] {
  const clients = tableOf(dataset, 'clients');
  const counts = countComplaints(dataset, clients.rows, asOf);
  const sources: FactSources = {
    ground,
    columns: clients.columns,
    asOf,
    minGaps: settings['rhythm.minGaps'],
    judged: marks.byClient,
    medians: medianTerms(clients, settings),
    complaints: counts.known ? counts.value.ofYear : undefined,
    knowsReturns: hasColumn(dataset, 'transactions.isReturn') || hasColumn(dataset, 'returns.amount'),
  };
  return Array.from({ length: clients.rows }, (_, client) => new FactsOfClient(sources, client));
}

/** What the facts of all clients are read from. */
interface FactSources {
  readonly ground: CreditGround;
  readonly columns: TableOf<'clients'>['columns'];
  readonly asOf: Day;
  readonly minGaps: number;
  readonly judged: JudgedMarks['byClient'];
  /** Median terms by industry. */
  readonly medians: ReadonlyMap<string, Outcome<number>>;
  /** Of the last 12 months. */
  readonly complaints: Int32Array | undefined;
  readonly knowsReturns: boolean;
}

const NO_MARKS: ReadonlyMap<string, JudgedMark> = new Map();

/** Looked up when a factor asks: the facts of thousands of clients stand in columns and other scores already. */
class FactsOfClient extends ReadFrom<FactSources> implements CreditFacts {
  constructor(
    from: FactSources,
    readonly client: number,
  ) {
    super(from);
  }

  get payment(): CreditFacts['payment'] {
    return pick(this.from.ground.payments, this.client);
  }

  get amountOfYear(): Outcome<Money> {
    const { rhythms, history } = this.from.ground;
    return rhythms[this.client]!.orderDays > 0
      ? known(amountOfYear(history, this.client))
      : missing({ reason: 'no-rows' });
  }

  get exposure(): Outcome<Money> {
    return mapOutcome(this.from.ground.exposures, (all) => all[this.client]!.total);
  }

  get grossExposure(): Outcome<Money> {
    return mapOutcome(this.from.ground.exposures, (all) => all[this.client]!.gross);
  }

  get stage(): CreditFacts['stage'] {
    const { ground, minGaps } = this.from;
    const { basis, orderDays } = ground.rhythms[this.client]!;
    return basis === 'own'
      ? ground.lifecycles[this.client]!.stage
      : missing({ reason: 'too-few', have: Math.max(0, orderDays - 1), need: minGaps });
  }

  get gapVariation(): Outcome<number> {
    return this.from.ground.rhythms[this.client]!.variation;
  }

  get ownMeans(): Outcome<Money> {
    const { netAssets, registeredCapital } = this.from.columns;
    const own = amountAt(netAssets, this.client, 'clients.netAssets');
    return own.known ? own : amountAt(registeredCapital, this.client, 'clients.registeredCapital');
  }

  get yearsInBusiness(): Outcome<number> {
    const { columns, asOf } = this.from;
    const founded = columns.foundedDay?.[this.client] ?? NO_DAY;
    return founded === NO_DAY || founded > asOf
      ? absent(columns.foundedDay, 'clients.foundedDay')
      : known(fullYears(asDay(founded), asOf));
  }

  get security(): Outcome<Money> {
    const { columns } = this.from;
    const collateral = amountAt(columns.collateral, this.client, 'clients.collateral');
    const deposit = amountAt(columns.deposit, this.client, 'clients.deposit');
    if (collateral.known && deposit.known) return known((collateral.value + deposit.value) as Money);
    return collateral.known ? collateral : deposit;
  }

  get termDays(): Outcome<number> {
    return numberAt(this.from.columns.creditTermDays, this.client, 'clients.creditTermDays');
  }

  get medianTermDays(): Outcome<number> {
    const { industry } = this.from.columns;
    return this.from.medians.get(textAt(industry, this.client)) ?? absent(industry, 'clients.industry');
  }

  get relationYears(): Outcome<number> {
    const { ground, columns, asOf } = this.from;
    const written = columns.firstDealDay?.[this.client] ?? NO_DAY;
    return mapOutcome(earliest(ground.rhythms[this.client]!.firstDay, written), (day) => (asOf - day) / 365.25);
  }

  get disputeRate(): Outcome<number> {
    const { ground, complaints, knowsReturns } = this.from;
    return disputeRateOf(ground, this.client, complaints, knowsReturns);
  }

  get judged(): ReadonlyMap<string, JudgedMark> {
    return this.from.judged.get(this.client) ?? NO_MARKS;
  }

  get writtenOff(): boolean {
    return this.from.columns.writtenOff?.[this.client] === 1;
  }

  get honestMark(): boolean | undefined {
    return honestMarkOf(textAt(this.from.columns.honest, this.client));
  }

  get brokenPromises(): number {
    const { payment } = this;
    const promised = this.from.columns.brokenPromises?.[this.client] ?? NaN;
    return Math.max(Number.isNaN(promised) ? 0 : promised, payment.known ? payment.value.brokenPromises : 0);
  }
}

/** @example honestMarkOf('失信') //=> false; honestMarkOf('诚信') //=> true; honestMarkOf('') //=> undefined */
export function honestMarkOf(word: string): boolean | undefined {
  const plain = word.trim();
  if (/失信|不诚信|不守信|dishonest|default/i.test(plain)) return false;
  if (/^(诚信|守信|良好|honest)$/i.test(plain)) return true;
  return yesOrNo(plain);
}

function pick<T>(all: Outcome<readonly T[]>, client: number): Outcome<T> {
  return all.known ? known(all.value[client]!) : all;
}

function absent(column: unknown, path: string): Outcome<never> {
  return column === undefined ? missing({ reason: 'no-column', column: path }) : missing({ reason: 'not-entered' });
}

function numberAt(column: Float64Array | undefined, row: number, path: string): Outcome<number> {
  const value = column?.[row] ?? NaN;
  return Number.isNaN(value) ? absent(column, path) : known(value);
}

/** An amount of the client sheet, in fen. */
export function amountAt(column: Float64Array | undefined, row: number, path: string): Outcome<Money> {
  const value = numberAt(column, row, path);
  return value.known ? known(moneyOf(value.value)) : value;
}

function earliest(firstOrder: Outcome<Day>, written: number): Outcome<Day> {
  if (written === NO_DAY) return firstOrder;
  return firstOrder.known && firstOrder.value <= written ? firstOrder : known(asDay(written));
}

/** Anniversaries passed. @example fullYears(dayOf(2016, 6, 30), dayOf(2026, 6, 29)) //=> 9 */
export function fullYears(from: Day, to: Day): number {
  const years = civilOf(to).year - civilOf(from).year;
  return addMonths(from, years * 12) <= to ? years : years - 1;
}

/**
 * Median terms of each industry. Relative by definition: a new client moves the terms factor of its own industry and of no
 * other.
 */
function medianTerms(clients: TableOf<'clients'>, settings: Settings): ReadonlyMap<string, Outcome<number>> {
  const { industry, creditTermDays } = clients.columns;
  const byIndustry = new Map<string, number[]>();
  for (let client = 0; client < clients.rows; client++) {
    const days = creditTermDays?.[client] ?? NaN;
    const name = textAt(industry, client);
    if (Number.isNaN(days) || name === '') continue;
    const own = byIndustry.get(name);
    if (own) own.push(days);
    else byIndustry.set(name, [days]);
  }
  const need = settings['credit.industryMinClients'];
  const medians = new Map<string, Outcome<number>>();
  for (const [name, days] of byIndustry) {
    medians.set(
      name,
      days.length < need
        ? missing({ reason: 'too-few', have: days.length, need })
        : known(medianOf(Float64Array.from(days).sort())),
    );
  }
  return medians;
}

function disputeRateOf(
  ground: CreditGround,
  client: number,
  complaints: Int32Array | undefined,
  knowsReturns: boolean,
): Outcome<number> {
  const orderDays = orderDaysOfYear(ground.history, client);
  if (orderDays === 0) return missing({ reason: 'no-rows' });
  const rates: number[] = [];
  if (complaints) {
    const disputed = ground.receivables.known ? ground.receivables.value[client]!.disputedInvoices : 0;
    rates.push((complaints[client]! + disputed) / orderDays);
  }
  const gross = ground.history.grossAmounts[client]!;
  if (knowsReturns && gross > 0) rates.push(ground.history.returnAmounts[client]! / gross);
  return rates.length > 0 ? known(Math.max(...rates)) : missing({ reason: 'no-sheet', sheet: 'complaints' });
}
