import { fill, type Text } from '../../i18n/text';
import { wordMoney, wordNumber } from '../../i18n/wording';
import { nameOf, sayOf, type MeasureId } from '../measures/measures';
import type { Day } from '../model/day';
import type { Money } from '../model/money';
import { known, missing, type Outcome } from '../model/outcome';
import { isClear, signedPercent, type LifecycleResult } from '../sales/lifecycle';
import { wordChange } from '../sales/word-change';
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
    { measure, text, ask }: Said,
    amount: Outcome<Money>,
    day: Outcome<Day> = NOT_SAID,
  ): void => {
    const isOff = inputs.isWrittenOff(client);
    const alert: { -readonly [Field in keyof Alert]: Alert[Field] } = {
      kind,
      severity: isOff && severity === 'bad' ? 'watch' : severity,
      client,
      text: isOff ? wordWrittenOff(text) : text,
      amount,
      day,
    };
    // Field by field: an object that others are spread into keeps a shape of its own beside it.
    if (measure) alert.measure = measure;
    if (ask && !isOff) alert.ask = ask;
    found.push(alert);
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

/** What an alert says, what it asks for, and the figure that both show. */
interface Said {
  readonly measure?: MeasureId;
  readonly text: Text;
  readonly ask?: Text;
}

type Add = (kind: AlertKind, severity: AlertSeverity, said: Said, amount: Outcome<Money>, day?: Outcome<Day>) => void;

function addSales(inputs: AlertInputs, client: number, louder: AlertSeverity, settings: Settings, add: Add): void {
  const rhythm = inputs.rhythms[client]!;
  if (rhythm.isOverdue && rhythm.orderDays > 1 && rhythm.recency.known) {
    const days = wordNumber(rhythm.recency.value);
    const ask = rhythm.medianGap.known
      ? fill(
          rhythm.basis === 'own'
            ? { zh: '已{days}{noOrder}（通常{gap}天一单），问原因', en: '{days} {noOrder} (usual {gap}): why?' }
            : { zh: '已{days}{noOrder}（参照{gap}天一单），问原因', en: '{days} {noOrder} (norm {gap}): why?' },
          { days, noOrder: sayOf('daysSinceOrder'), gap: wordNumber(rhythm.medianGap.value) },
        )
      : fill(
          { zh: '已{days}{noOrder}，问原因', en: '{days} {noOrder}: ask why' },
          { days, noOrder: sayOf('daysSinceOrder') },
        );
    add(
      'orderOverdue',
      louder,
      { measure: 'daysSinceOrder', text: rhythm.reason, ask },
      missedOrders(inputs, client),
      rhythm.lastDay,
    );
  }
  const drop = dropOf(inputs.lifecycles[client]!, settings);
  if (drop && !rhythm.isLost) {
    const { recent, before } = drop;
    const change = wordChange(drop, (recent - before) / before);
    add(
      'drop',
      louder,
      {
        measure: drop.measure,
        text: fill(
          {
            zh: '{window}净销售额{change}（{before} → {recent}）',
            en: '{window}: net sales {change} ({before} → {recent})',
          },
          {
            window: sayOf(drop.measure),
            change: signedPercent((recent - before) / before),
            before: wordMoney(before, 0),
            recent: wordMoney(recent, 0),
          },
        ),
        ask: fill({ zh: '{change}，问原因', en: '{change}: why?' }, { change }),
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
          measure: 'daysSinceOrder',
          text: fill(
            { zh: '首单后 {days} {none}', en: '{none} for {days} days' },
            { days: wordNumber(days), none: sayOf('daysSinceOrder', 2) },
          ),
          ask: fill(
            { zh: '首单后{days}{none}，问使用情况', en: '{days} days, {none}: why?' },
            { days: wordNumber(days), none: sayOf('daysSinceOrder', 2) },
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
          measure: 'excess',
          text: fill(
            {
              zh: '{over} {excess}（{exposureName} {exposure}，{limitName} {limit}）',
              en: '{excess} {over} ({exposureName} {exposure}, {limitName} {limit})',
            },
            {
              over: sayOf('excess'),
              excess: wordMoney(excess),
              exposureName: sayOf('exposure'),
              exposure: wordMoney(exposure.value),
              limitName: sayOf('creditLimit'),
              limit: wordMoney(limit.value),
            },
          ),
          ask: fill(
            { zh: '{over} {excess}，先收款再发货', en: '{excess} {over}: collect first' },
            { over: sayOf('excess'), excess: wordMoney(excess, 0) },
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
      measure: 'overdue',
      text: fill(
        { zh: '{overdue} {amount}，{longest} {days} 天', en: '{amount} {overdue}, {longest} {days} days' },
        { overdue: sayOf('overdue'), longest: sayOf('overdueDays'), amount: wordMoney(overdue), days },
      ),
      ask: fill(
        { zh: '催收{overdue} {amount}，{longest}{days}天', en: 'Collect {amount} {overdue}, {days} days' },
        { overdue: sayOf('overdue'), longest: sayOf('overdueDays'), amount: wordMoney(overdue, 0), days },
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
      measure: 'openComplaints',
      text: fill({ zh: '{open} {n} 件', en: '{open}: {n}' }, { open: sayOf('openComplaints'), n }),
      ask: fill(
        { zh: '{open} {n} 件，答复处理进度', en: '{open} ({n}): tell progress' },
        { open: nameOf('openComplaints'), n },
      ),
    },
    order.known ? known((order.value * n) as Money) : order,
  );
}
