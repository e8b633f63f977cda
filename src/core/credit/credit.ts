import type { Text } from '../../i18n/text';
import { hasColumn, tableOf, type Dataset } from '../model/dataset';
import type { Day } from '../model/day';
import type { Money } from '../model/money';
import { flatMapOutcome, known, mapOutcome, missing, valueOr, type Outcome } from '../model/outcome';
import { ReadFrom } from '../model/read-from';
import type { Exposure } from '../receivables/exposure';
import type { Settings } from '../settings';
import { checkCreditSettings, scoreCredit, type CreditCard } from './credit-card';
import { CREDIT_GRADES, type CreditGrade } from './credit-gates';
import { amountAt, gatherCreditFacts, readJudgedMarks, type CreditGround } from './credit-inputs';
import { chooseCreditAction, wordCreditSteps, type ActionFacts, type CreditAction } from './credit-action';
import { limitUse, suggestLimit, type LimitSuggestion } from './credit-limit';
import { judgeHonesty, type HonestyResult } from './honesty';

/** Everything about one client's credit. */
export interface ClientCredit {
  readonly client: number;
  /** Has bought, owes or has a limit: a prospect of whom a few marks are known is not rated. */
  readonly isAssessed: boolean;
  readonly card: CreditCard;
  readonly honesty: HonestyResult;
  readonly exposure: Outcome<Money>;
  /** Held beyond what is exposed. */
  readonly ahead: Outcome<Money>;
  readonly exposureReason: Text;
  /** Granted, on the client sheet. */
  readonly limit: Outcome<Money>;
  readonly use: Outcome<number>;
  readonly isLimitExceeded: boolean;
  readonly suggestion: LimitSuggestion;
  readonly action: Outcome<CreditAction>;
  readonly actionText: Outcome<Text>;
}

export interface CreditAssessment {
  /** One a client, in the order of the data set. */
  readonly clients: readonly ClientCredit[];
  readonly grades: readonly { readonly grade: CreditGrade; readonly clients: number }[];
  readonly ungraded: number;
  /** What is wrong with the settings, in words. */
  readonly settingsProblems: readonly Text[];
  /** Factor names of 表四 that are none of the scorecard's. */
  readonly unknownFactors: readonly string[];
  readonly rejectedMarks: number;
}

/** Any of these gives the scorecard something to stand on besides the sales lines. */
const CREDIT_COLUMNS = [
  'clients.creditLimit',
  'clients.netAssets',
  'clients.registeredCapital',
  'clients.collateral',
  'clients.deposit',
  'clients.writtenOff',
  'clients.honest',
  'clients.brokenPromises',
] as const;

/**
 * Scorecard, grade, honesty, exposure, limit and action of every client.
 *
 * A client's score stands on its own figures alone; two parts are relative by definition: terms against the median of the
 * own industry, and in the limit (not in the score) the share of all our credit sales.
 * Missing: no invoices, no 表四 and no credit column on the client sheet: nothing to stand on.
 * Source: 004-10, 000-T4, 003-13, 004-7(8), definitions §6.2–6.3.
 * @example 200 clients, invoices and receipts kept //=> a grade for each client whose coverage reaches 60 %
 */
export function assessCredit(
  dataset: Dataset,
  ground: CreditGround,
  asOf: Day,
  settings: Settings,
): Outcome<CreditAssessment> {
  const marks = readJudgedMarks(dataset, asOf, settings);
  const hasGround =
    ground.payments.known || marks.byClient.size > 0 || CREDIT_COLUMNS.some((path) => hasColumn(dataset, path));
  if (!hasGround) return ground.payments.known ? missing({ reason: 'no-rows' }) : ground.payments;
  const { columns } = tableOf(dataset, 'clients');
  const { receivables } = ground;
  const ourCreditSales = receivables.known
    ? known(receivables.value.reduce((sum, { creditSales }) => sum + creditSales, 0) as Money)
    : receivables;
  const inputs: CreditInputs = { ground, settings };
  const clients = gatherCreditFacts(dataset, ground, marks, asOf, settings).map((facts): ClientCredit => {
    const { client } = facts;
    const card = scoreCredit(facts, settings);
    const limit = amountAt(columns.creditLimit, client, 'clients.creditLimit');
    const suggestion = suggestLimit(
      {
        grade: card.grade,
        creditSales: receivables.known ? known(receivables.value[client]!.creditSales) : receivables,
        ourCreditSales,
        termDays: facts.termDays.known ? facts.termDays.value : settings['payment.defaultTermDays'],
        netAssets: amountAt(columns.netAssets, client, 'clients.netAssets'),
        workingCapital: amountAt(columns.workingCapital, client, 'clients.workingCapital'),
      },
      settings,
    );
    return new CreditOfClient(inputs, client, card, judgeHonesty(facts, card.grade, settings), limit, suggestion);
  });
  const count = (grade: CreditGrade): number =>
    clients.filter(({ isAssessed, card }) => isAssessed && card.grade.known && card.grade.value === grade).length;
  return known({
    clients,
    grades: CREDIT_GRADES.map((grade) => ({ grade, clients: count(grade) })),
    ungraded: clients.filter(({ isAssessed, card }) => isAssessed && !card.grade.known).length,
    settingsProblems: checkCreditSettings(settings),
    unknownFactors: marks.unknownFactors,
    rejectedMarks: marks.rejected,
  });
}

/** What the credit of all clients is read from. */
interface CreditInputs {
  readonly ground: CreditGround;
  readonly settings: Settings;
}

/**
 * Looked up and put into words when a sheet shows it: what was made for thousands of clients would lie there until the last
 * sheet is written.
 */
class CreditOfClient extends ReadFrom<CreditInputs> implements ClientCredit {
  constructor(
    inputs: CreditInputs,
    readonly client: number,
    readonly card: CreditCard,
    readonly honesty: HonestyResult,
    readonly limit: Outcome<Money>,
    readonly suggestion: LimitSuggestion,
  ) {
    super(inputs);
  }

  get isAssessed(): boolean {
    const { exposure, limit } = this;
    return (
      this.from.ground.rhythms[this.client]!.orderDays > 0 ||
      (exposure.known && exposure.value > 0) ||
      limit.known ||
      valueOr(this.ahead, 0) > 0
    );
  }

  get exposure(): Outcome<Money> {
    return mapOutcome(this.exposed, ({ total }) => total);
  }

  get ahead(): Outcome<Money> {
    return mapOutcome(this.exposed, ({ ahead }) => ahead);
  }

  get exposureReason(): Text {
    return this.exposed.known
      ? this.exposed.value.reason
      : { zh: '没有发票与收款资料', en: 'no invoices and receipts' };
  }

  get use(): Outcome<number> {
    return limitUse(this.exposure, this.limit);
  }

  get isLimitExceeded(): boolean {
    const { exposure, limit, use } = this;
    const isOverZero = limit.known && limit.value <= 0 && exposure.known && exposure.value > 0;
    return isOverZero || (use.known && use.value > this.from.settings['credit.useStop']);
  }

  get action(): Outcome<CreditAction> {
    return chooseCreditAction(this.actionFacts, this.from.settings);
  }

  get actionText(): Outcome<Text> {
    return mapOutcome(this.action, (action) => wordCreditSteps(action, this.actionFacts, this.from.settings));
  }

  private get exposed(): Outcome<Exposure> {
    return mapOutcome(this.from.ground.exposures, (all) => all[this.client]!);
  }

  private get actionFacts(): ActionFacts {
    const { client, card, exposure, ahead, limit, suggestion } = this;
    const { payments, receivables, lifecycles } = this.from.ground;
    return {
      grade: card.grade,
      exposure,
      ahead: valueOr(ahead, 0 as Money),
      limit,
      suggested: suggestion.limit,
      overdueDays: flatMapOutcome(payments, (all) => all[client]!.oldestOverdueDays),
      overdue: receivables.known ? receivables.value[client]!.overdue : (0 as Money),
      stage: lifecycles[client]!.stage,
    };
  }
}
