import { fill, type Text } from '../../i18n/text';
import { wordMoney, wordNumber } from '../../i18n/wording';
import type { Day } from '../model/day';
import type { Money } from '../model/money';
import { known, missing, type Outcome } from '../model/outcome';
import { isClear, signedPercent, type LifecycleResult } from '../sales/lifecycle';
import type { Settings } from '../settings';
import type { Alert, AlertKind, AlertSeverity } from './alert';
import type { AlertInputs } from './alert-inputs';

const NOT_SAID = missing({ reason: 'nothing-due' });

/** The alerts of one client; each names the days or months that it goes by, and what it puts at risk. */
export function alertsOfClient(inputs: AlertInputs, client: number, settings: Settings): Alert[] {
  const found: Alert[] = [];
  const louder: AlertSeverity = inputs.keyAccounts.clients[client]!.isKey ? 'bad' : 'watch';
  const add = (
    kind: AlertKind,
    severity: AlertSeverity,
    texts: { readonly text: Text; readonly ask?: Text },
    amount: Outcome<Money>,
    day: Outcome<Day> = NOT_SAID,
  ): void => {
    found.push(
      inputs.isWrittenOff(client)
        ? {
            kind,
            severity: severity === 'bad' ? 'watch' : severity,
            client,
            text: wordWrittenOff(texts.text),
            amount,
            day,
          }
        : { kind, severity, client, ...texts, amount, day },
    );
  };
  addSales(inputs, client, louder, settings, add);
  addMoney(inputs, client, louder, settings, add);
  addComplaints(inputs, client, add);
  const file = inputs.files.files[client]!;
  // Nobody keeps up the file of a client that is written off.
  if (file.isRefreshDue && file.updatedDay.known && !inputs.isWrittenOff(client))
    add('fileDue', 'notice', { text: file.refreshReason }, NOT_SAID, file.updatedDay);
  return found;
}

const wordWrittenOff = (text: Text): Text =>
  fill({ zh: '{text}（已核销，不再联络）', en: '{text} (written off, not contacted)' }, { text });

type Add = (
  kind: AlertKind,
  severity: AlertSeverity,
  texts: { readonly text: Text; readonly ask?: Text },
  amount: Outcome<Money>,
  day?: Outcome<Day>,
) => void;

function addSales(inputs: AlertInputs, client: number, louder: AlertSeverity, settings: Settings, add: Add): void {
  const rhythm = inputs.rhythms[client]!;
  if (rhythm.isOverdue && rhythm.orderDays > 1 && rhythm.recency.known) {
    const days = wordNumber(rhythm.recency.value);
    const ask = rhythm.medianGap.known
      ? fill(
          rhythm.basis === 'own'
            ? { zh: '已{days}天未下单（通常{gap}天一单），问原因', en: '{days} days no order (usual {gap}): why?' }
            : { zh: '已{days}天未下单（参照{gap}天一单），问原因', en: '{days} days no order (norm {gap}): why?' },
          { days, gap: wordNumber(rhythm.medianGap.value) },
        )
      : fill({ zh: '已{days}天未下单，问原因', en: '{days} days no order: ask why' }, { days });
    add('orderOverdue', louder, { text: rhythm.reason, ask }, missedOrders(inputs, client), rhythm.lastDay);
  }
  const drop = dropOf(inputs.lifecycles[client]!, settings);
  if (drop && !rhythm.isLost) {
    const { label, shortLabel, months, recent, before } = drop;
    const change = signedPercent((recent - before) / before);
    add(
      'drop',
      louder,
      {
        text: fill(
          {
            zh: '{label}净额{change}（{before} → {recent}）',
            en: '{label}: net amount {change} ({before} → {recent})',
          },
          { label, change, before: wordMoney(before, 0), recent: wordMoney(recent, 0) },
        ),
        ask:
          recent > 0
            ? fill({ zh: '{window}{change}，问原因', en: '{window} {change}: ask why' }, { window: shortLabel, change })
            : fill(
                {
                  zh: '近{months}个月没有下单（之前{before}），问原因',
                  en: 'No order {months} months ({before}): why?',
                },
                { months, before: wordMoney(before, 0) },
              ),
      },
      known((before - recent) as Money),
    );
  }
  if (rhythm.orderDays === 1 && !rhythm.isLost && rhythm.recency.known) {
    const days = rhythm.recency.value;
    if (days >= settings['alerts.secondOrderDays'])
      add(
        'noSecondOrder',
        'watch',
        {
          text: fill(
            { zh: '首单后 {days} 天没有第二单', en: 'no second order for {days} days' },
            { days: wordNumber(days) },
          ),
          ask: fill(
            { zh: '首单后{days}天没有第二单，问使用情况', en: 'No second order, {days} days: why?' },
            { days: wordNumber(days) },
          ),
        },
        known(inputs.figures[client]!.netAmount),
        rhythm.lastDay,
      );
  }
}

/**
 * What the orders that did not come would have been worth.
 *
 * Formula: average order of the period × orders that the rhythm has room for since the last, at most what the client bought in
 * the period. Nothing bought in it: what it bought in the period before.   Unit: money.
 */
function missedOrders({ figures, rhythms }: AlertInputs, client: number): Outcome<Money> {
  const { netAmount, previousNetAmount } = figures[client]!;
  if (netAmount <= 0) return previousNetAmount.known && previousNetAmount.value > 0 ? previousNetAmount : NOT_SAID;
  const order = averageOrder(figures[client]!);
  const { recency, medianGap } = rhythms[client]!;
  if (!order.known || !recency.known) return NOT_SAID;
  const missed = medianGap.known && medianGap.value > 0 ? Math.max(1, Math.floor(recency.value / medianGap.value)) : 1;
  return known(Math.min(netAmount, order.value * missed) as Money);
}

function averageOrder({ netAmount, orders }: AlertInputs['figures'][number]): Outcome<Money> {
  return orders > 0 && netAmount > 0 ? known(Math.round(netAmount / orders) as Money) : NOT_SAID;
}

/** What a clear drop of at least the limit compares. */
function dropOf({ growth, compared, significance }: LifecycleResult, settings: Settings) {
  if (!growth.known || growth.value > -settings['alerts.drop'] || !significance.known || !compared.known)
    return undefined;
  return isClear(significance.value, -1, settings['lifecycle.significance']) ? compared.value : undefined;
}

function addMoney(inputs: AlertInputs, client: number, louder: AlertSeverity, settings: Settings, add: Add): void {
  if (inputs.credit.known) {
    const { isLimitExceeded, exposure, limit } = inputs.credit.value.clients[client]!;
    if (isLimitExceeded && exposure.known && limit.known) {
      const excess = (exposure.value - limit.value) as Money;
      add(
        'limitExceeded',
        'bad',
        {
          text: fill(
            { zh: '占用 {exposure}，额度 {limit}', en: 'exposure {exposure}, limit {limit}' },
            { exposure: wordMoney(exposure.value), limit: wordMoney(limit.value) },
          ),
          ask: fill(
            { zh: '超额度 {excess}，先收款再发货', en: '{excess} over limit: collect first' },
            { excess: wordMoney(excess, 0) },
          ),
        },
        known(excess),
      );
    }
  }
  if (!inputs.payments.known) return;
  const { oldestOverdueDays } = inputs.payments.value.behaviours[client]!;
  const { overdue } = inputs.payments.value.receivables.clients[client]!;
  if (!oldestOverdueDays.known || oldestOverdueDays.value <= settings['alerts.overdueMoneyDays']) return;
  const days = wordNumber(oldestOverdueDays.value);
  add(
    'overdueMoney',
    oldestOverdueDays.value > settings['credit.gateOverdueDays'] ? 'bad' : louder,
    {
      text: fill(
        { zh: '逾期 {amount}，最长 {days} 天', en: '{amount} overdue, longest {days} days' },
        { amount: wordMoney(overdue), days },
      ),
      ask: fill(
        { zh: '催收逾期 {amount}，最长{days}天', en: 'Collect {amount}, {days} days overdue' },
        { amount: wordMoney(overdue, 0), days },
      ),
    },
    known(overdue),
  );
}

/** At stake is an average order for each complaint, not all that the client buys in a year. */
function addComplaints(inputs: AlertInputs, client: number, add: Add): void {
  const n = inputs.openComplaints(client);
  if (n === 0 || !inputs.keyAccounts.clients[client]!.isKey) return;
  const order = averageOrder(inputs.figures[client]!);
  add(
    'openComplaint',
    'bad',
    {
      text: fill({ zh: '未结投诉 {n} 件', en: 'open complaints: {n}' }, { n }),
      ask: fill({ zh: '未结投诉 {n} 件，答复处理进度', en: 'Open complaints ({n}): tell progress' }, { n }),
    },
    order.known ? known((order.value * n) as Money) : order,
  );
}
