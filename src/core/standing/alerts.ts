import { fill, type Text } from '../../i18n/text';
import { wordMoney, wordNumber, wordPercent } from '../../i18n/wording';
import type { ClientFigures } from '../sales/client-figures';
import type { Concentration } from '../sales/concentration';
import { isoOf, type Day } from '../model/day';
import type { Money } from '../model/money';
import { known, missing, type Outcome } from '../model/outcome';
import type { Settings } from '../settings';
import type { ClientFiles } from '../files/archive';
import type { CreditAssessment } from '../credit/credit';
import type { ImportantDays } from '../files/important-days';
import type { KeyAccounts } from '../sales/key-accounts';
import { isClear, type LifecycleResult } from '../sales/lifecycle';
import type { PaymentGround } from '../receivables/payment-ground';
import type { Rhythm } from '../sales/rhythm';

export type AlertKind =
  | 'orderOverdue'
  | 'drop'
  | 'noSecondOrder'
  | 'limitExceeded'
  | 'overdueMoney'
  | 'openComplaint'
  | 'concentration'
  | 'fileDue'
  | 'importantDay';

/** `bad`: act today; `watch`: keep an eye on it; `notice`: good to know. */
export type AlertSeverity = 'bad' | 'watch' | 'notice';

export const ALERT_LABELS: Readonly<Record<AlertKind, Text>> = {
  orderOverdue: { zh: '该来未来', en: 'Order overdue' },
  drop: { zh: '成交下降', en: 'Drop in sales' },
  noSecondOrder: { zh: '新客户无第二单', en: 'No second order' },
  limitExceeded: { zh: '超信用额度', en: 'Credit limit exceeded' },
  overdueMoney: { zh: '货款逾期', en: 'Money overdue' },
  openComplaint: { zh: '重点客户投诉未结', en: 'Open complaint of a key client' },
  concentration: { zh: '客户集中', en: 'Concentration' },
  fileDue: { zh: '资料更新到期', en: 'Client file due' },
  importantDay: { zh: '重要日期', en: 'Important day' },
};

export interface Alert {
  readonly kind: AlertKind;
  readonly severity: AlertSeverity;
  /** Index of the client, −1 where it is of the whole book. */
  readonly client: number;
  readonly text: Text;
  /** What is at stake: the money overdue, the excess, or the client's net amount of the period. */
  readonly amount: Outcome<Money>;
  readonly day: Outcome<Day>;
}

/** How many alerts of a kind there are, by severity. */
export interface AlertCount extends Readonly<Record<AlertSeverity, number>> {
  readonly kind: AlertKind;
}

export interface AlertFigures {
  /** Loudest first. */
  readonly list: readonly Alert[];
  /** Kinds that there are, in the order of `ALERT_LABELS`. */
  readonly kinds: readonly AlertCount[];
  readonly bySeverity: Readonly<Record<AlertSeverity, number>>;
}

export interface AlertInputs {
  readonly asOf: Day;
  readonly figures: readonly ClientFigures[];
  readonly rhythms: readonly Rhythm[];
  readonly lifecycles: readonly LifecycleResult[];
  readonly keyAccounts: KeyAccounts;
  readonly payments: Outcome<PaymentGround>;
  readonly credit: Outcome<CreditAssessment>;
  readonly openComplaints: (client: number) => number;
  readonly concentration: Outcome<Concentration>;
  readonly files: ClientFiles;
  readonly importantDays: Outcome<ImportantDays>;
}

const SEVERITIES: readonly AlertSeverity[] = ['bad', 'watch', 'notice'];
const NO_DAY_KNOWN = missing({ reason: 'nothing-due' });

/**
 * What needs a look, the loudest first.
 *
 * Kinds: order overdue against the client's own rhythm; a clear drop of 30 % or more; a new client without a second order after
 * 60 days; credit limit exceeded; money overdue for more than 30 days; open complaint of a key client; concentration above its
 * limits; client file due; important days ahead. Order: severity, then money at stake, then the client's place in the book.
 * A key client's trouble is one step louder. Files without a day of update are one alert together.
 * Source: 001-3, 000-P10, 001-35, 003-18, 001-38.
 * @example key client, order overdue //=> bad
 */
export function raiseAlerts(inputs: AlertInputs, settings: Settings): AlertFigures {
  const alerts: Alert[] = [];
  inputs.figures.forEach(({ client }) => {
    alerts.push(...alertsOfClient(inputs, client, settings));
  });
  alerts.push(...alertsOfBook(inputs, settings));
  const stake = (alert: Alert): number => (alert.amount.known ? alert.amount.value : 0);
  const list = alerts.sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || stake(b) - stake(a) || a.client - b.client,
  );
  const countBySeverity = (own: readonly Alert[]): Readonly<Record<AlertSeverity, number>> => {
    const counts = { bad: 0, watch: 0, notice: 0 };
    for (const { severity } of own) counts[severity]++;
    return counts;
  };
  const kinds = (Object.keys(ALERT_LABELS) as AlertKind[])
    .map((kind) => ({ kind, own: list.filter((alert) => alert.kind === kind) }))
    .filter(({ own }) => own.length > 0)
    .map(({ kind, own }) => ({ kind, ...countBySeverity(own) }));
  return { list, kinds, bySeverity: countBySeverity(list) };
}

function alertsOfClient(inputs: AlertInputs, client: number, settings: Settings): Alert[] {
  const rhythm = inputs.rhythms[client]!;
  const account = inputs.keyAccounts.clients[client]!;
  const netAmount = inputs.figures[client]!.netAmount;
  const louder: AlertSeverity = account.isKey ? 'bad' : 'watch';
  const found: Alert[] = [];
  const add = (
    kind: AlertKind,
    severity: AlertSeverity,
    text: Text,
    amount: Outcome<Money>,
    day: Outcome<Day> = NO_DAY_KNOWN,
  ): void => {
    found.push({ kind, severity, client, text, amount, day });
  };

  if (rhythm.isOverdue && rhythm.orderDays > 1) {
    add('orderOverdue', louder, rhythm.reason, known(netAmount), rhythm.lastDay);
  }
  const drop = dropOf(inputs.lifecycles[client]!, settings);
  if (drop !== undefined && !rhythm.isLost) {
    add(
      'drop',
      louder,
      fill({ zh: '净额下降 {drop}', en: 'net amount down {drop}' }, { drop: wordPercent(drop) }),
      known(netAmount),
    );
  }
  if (rhythm.orderDays === 1 && !rhythm.isLost && rhythm.recency.known) {
    const days = rhythm.recency.value;
    if (days >= settings['alerts.secondOrderDays']) {
      add(
        'noSecondOrder',
        'watch',
        fill({ zh: '首单后 {days} 天没有第二单', en: 'no second order for {days} days' }, { days: wordNumber(days) }),
        known(netAmount),
        rhythm.lastDay,
      );
    }
  }
  if (inputs.credit.known) {
    const credit = inputs.credit.value.clients[client]!;
    if (credit.isLimitExceeded && credit.exposure.known && credit.limit.known) {
      const excess = (credit.exposure.value - credit.limit.value) as Money;
      add(
        'limitExceeded',
        'bad',
        fill(
          { zh: '占用 {exposure}，额度 {limit}', en: 'exposure {exposure}, limit {limit}' },
          { exposure: wordMoney(credit.exposure.value), limit: wordMoney(credit.limit.value) },
        ),
        known(excess),
      );
    }
  }
  if (inputs.payments.known) {
    const { oldestOverdueDays } = inputs.payments.value.behaviours[client]!;
    const { overdue } = inputs.payments.value.receivables.clients[client]!;
    if (oldestOverdueDays.known && oldestOverdueDays.value > settings['alerts.overdueMoneyDays']) {
      add(
        'overdueMoney',
        oldestOverdueDays.value > settings['credit.gateOverdueDays'] ? 'bad' : louder,
        fill(
          { zh: '逾期 {amount}，最长 {days} 天', en: '{amount} overdue, longest {days} days' },
          { amount: wordMoney(overdue), days: wordNumber(oldestOverdueDays.value) },
        ),
        known(overdue),
      );
    }
  }
  const complaints = inputs.openComplaints(client);
  if (complaints > 0 && account.isKey) {
    add(
      'openComplaint',
      'bad',
      fill({ zh: '未结投诉 {n} 件', en: 'open complaints: {n}' }, { n: complaints }),
      known(netAmount),
    );
  }
  const file = inputs.files.files[client]!;
  if (file.isRefreshDue && file.updatedDay.known) {
    add('fileDue', 'notice', file.refreshReason, NO_DAY_KNOWN, file.updatedDay);
  }
  return found;
}

/** The size of a clear drop of at least the limit. */
function dropOf(lifecycle: LifecycleResult, settings: Settings): number | undefined {
  const { growth, significance } = lifecycle;
  if (!growth.known || growth.value > -settings['alerts.drop'] || !significance.known) return undefined;
  return isClear(significance.value, -1, settings['lifecycle.significance']) ? -growth.value : undefined;
}

function alertsOfBook(inputs: AlertInputs, settings: Settings): Alert[] {
  const found: Alert[] = [];
  const { concentration, importantDays } = inputs;
  if (concentration.known) {
    const { isCr1High, isCr5High, cr1, cr5 } = concentration.value;
    const add = (text: Text): void => {
      found.push({
        kind: 'concentration',
        severity: 'watch',
        client: -1,
        text,
        amount: NO_DAY_KNOWN,
        day: NO_DAY_KNOWN,
      });
    };
    if (isCr1High) {
      add(
        fill(
          { zh: '第一大客户占 {share}（提醒线 {limit}）', en: 'the largest client holds {share} (limit {limit})' },
          { share: wordPercent(cr1), limit: wordPercent(settings['concentration.cr1'], 0) },
        ),
      );
    }
    if (isCr5High) {
      add(
        fill(
          { zh: '前五大客户占 {share}（提醒线 {limit}）', en: 'the five largest hold {share} (limit {limit})' },
          { share: wordPercent(cr5), limit: wordPercent(settings['concentration.cr5'], 0) },
        ),
      );
    }
  }
  const undated = inputs.files.files.filter(({ updatedDay }) => !updatedDay.known).length;
  if (undated > 0) {
    found.push({
      kind: 'fileDue',
      severity: 'notice',
      client: -1,
      text: fill({ zh: '{n} 家客户没有资料更新日', en: '{n} clients have no day of update' }, { n: undated }),
      amount: NO_DAY_KNOWN,
      day: NO_DAY_KNOWN,
    });
  }
  if (importantDays.known) {
    for (const { client, event, day, daysAhead } of importantDays.value.days) {
      found.push({
        kind: 'importantDay',
        severity: 'notice',
        client,
        text: fill(
          { zh: '{event} {day}（还有 {n} 天）', en: '{event} {day} (in {n} days)' },
          { event, day: isoOf(day), n: daysAhead },
        ),
        amount: NO_DAY_KNOWN,
        day: known(day),
      });
    }
  }
  return found;
}
