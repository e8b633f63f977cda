import { fill, joinTexts, type Text } from '../../i18n/text';
import { shortMoney, wordNumber } from '../../i18n/wording';
import { nameOf, sayOf } from '../measures/measures';
import { signedPercent } from '../sales/lifecycle';
import type { RhythmBasis } from '../sales/rhythm';
import type { AlertKind, AlertRow } from '../standing/alert';
import type { Finding, FindingDefinition, FindingGround } from './finding';
import { nameClient } from './name-client';
import { nextStepFor } from './next-step';

/** Rows of 预警 that are looked at: fewer are said. */
const MOST = 10;

/** Whose days between orders a client's silence is held against. */
const WHOSE_RHYTHM: Readonly<Record<RhythmBasis, Text>> = {
  own: { zh: '通常', en: 'usually one' },
  peers: { zh: '同行通常', en: 'in its industry usually one' },
  all: { zh: '全部客户通常', en: 'all clients usually order' },
  floor: { zh: '', en: '' },
};

const AND: Text = { zh: '，', en: '; ' };

/**
 * The clients with most money at risk: overdue money, a limit exceeded, orders that did not come, a drop, complaints that wait.
 *
 * Speaks of the first ten clients on 预警 that have money at risk and are to be acted on, then of those to be watched; whoever
 * another finding tells of makes room for the next.   Money at stake: as there.
 */
export const urgentClient: FindingDefinition = {
  kind: 'urgentClient',
  find: (ground) => {
    const { alerts } = ground.analysis;
    if (!alerts.known) return [];
    const rows = alerts.value.rows.filter(({ client, atRisk }) => client >= 0 && atRisk.known);
    return (['bad', 'watch'] as const).flatMap((wanted) =>
      rows
        .filter(({ severity }) => severity === wanted)
        .slice(0, MOST)
        .flatMap((row) => findingOf(row, wanted, ground)),
    );
  },
};

function findingOf(row: AlertRow, severity: 'bad' | 'watch', ground: FindingGround): Finding[] {
  const { client, alerts, atRisk } = row;
  if (ground.told.has(client)) return [];
  const figures = ground.analysis.clients[client];
  const phrases = alerts.flatMap(({ kind, measure }) => {
    const text = phraseOf(kind, client, ground);
    return text && measure ? [{ kind, text, measure }] : [];
  });
  // Who has not ordered for so long fell to nothing: once is enough.
  const isSilent = phrases.some(({ kind }) => kind === 'orderOverdue') && hasStopped(client, ground);
  const said = phrases.filter(({ kind }) => kind !== 'drop' || !isSilent);
  if (!figures || !said[0]) return [];
  const ask = alerts.find((alert) => alert.ask)?.ask;
  return [
    {
      kind: 'urgentClient',
      subject: `client ${client}`,
      clients: [client],
      isOfSilence: said.every(({ kind }) => kind === 'orderOverdue'),
      severity,
      measure: said[0].measure,
      text: fill(
        { zh: '{name}：{what}。', en: '{name}: {what}.' },
        {
          name: nameClient(client, ground.analysis),
          what: joinTexts(
            said.map(({ text }) => text),
            AND,
          ),
        },
      ),
      next: ask && nextStepFor(client, ask, ground),
      stake: atRisk,
    },
  ];
}

/** Nothing at all in the months that a drop is told of. */
function hasStopped(client: number, { analysis: { lifecycle } }: FindingGround): boolean {
  const compared = lifecycle.known ? lifecycle.value.clients[client]!.compared : undefined;
  return compared?.known === true && compared.value.recent === 0;
}

/** What one alert says of a client, in a few words with the figure and what it is compared with. */
function phraseOf(kind: AlertKind, client: number, { analysis }: FindingGround): Text | undefined {
  const { credit, receivables, payments, lifecycle, clients, clientFiles } = analysis;
  switch (kind) {
    case 'limitExceeded': {
      if (!credit.known) return undefined;
      const { exposure, limit } = credit.value.clients[client]!;
      if (!exposure.known || !limit.known) return undefined;
      return fill(
        { zh: '{over} {excess}（{name} {limit}）', en: '{excess} {over} of {limit}' },
        {
          over: sayOf('excess'),
          name: nameOf('creditLimit'),
          excess: shortMoney(exposure.value - limit.value),
          limit: shortMoney(limit.value),
        },
      );
    }
    case 'overdueMoney': {
      if (!receivables.known || !payments.known) return undefined;
      const { oldestOverdueDays } = payments.value[client]!;
      const { overdue, open } = receivables.value.clients[client]!;
      return fill(
        {
          zh: '{late} {overdue}（{name} {open}，{longest} {days} 天）',
          en: '{overdue} {late} of {open} {name}, {longest} {days} days',
        },
        {
          late: sayOf('overdue'),
          name: sayOf('collectable'),
          longest: sayOf('overdueDays'),
          overdue: shortMoney(overdue),
          open: shortMoney(open),
          days: oldestOverdueDays.known ? wordNumber(oldestOverdueDays.value) : '—',
        },
      );
    }
    case 'orderOverdue': {
      if (!lifecycle.known) return undefined;
      const { recency, medianGap, basis } = lifecycle.value.rhythms[client]!;
      if (!recency.known || !medianGap.known) return undefined;
      const { netAmount } = clients[client]!;
      return fill(
        {
          zh: '已 {days} {noOrder}（{whose} {gap} 天一单，{bought}）',
          en: '{days} {noOrder} ({whose} every {gap} days; {bought})',
        },
        {
          noOrder: sayOf('daysSinceOrder'),
          days: wordNumber(recency.value),
          whose: WHOSE_RHYTHM[basis],
          gap: wordNumber(medianGap.value),
          bought:
            netAmount > 0
              ? fill(
                  { zh: '本期{name} {net}', en: '{name} of the period {net}' },
                  { name: sayOf('netSales'), net: shortMoney(netAmount) },
                )
              : { zh: '本期没买', en: 'bought nothing in the period' },
        },
      );
    }
    case 'drop': {
      if (!lifecycle.known) return undefined;
      const { compared } = lifecycle.value.clients[client]!;
      if (!compared.known) return undefined;
      const { measure, recent, before } = compared.value;
      return fill(
        {
          zh: '{label}净销售额{drop}（{before} → {recent}）',
          en: '{label}: net sales {drop} ({before} → {recent})',
        },
        {
          label: sayOf(measure),
          drop: signedPercent((recent - before) / before),
          before: shortMoney(before),
          recent: shortMoney(recent),
        },
      );
    }
    case 'openComplaint': {
      const open = clientFiles.known ? clientFiles.value.files[client]!.openComplaints : undefined;
      if (!open?.known || open.value === 0) return undefined;
      return fill(
        { zh: '{open} {n} 件', en: '{open}: {n}' },
        { open: sayOf('openComplaints'), n: wordNumber(open.value) },
      );
    }
    case 'noSecondOrder':
    case 'complaintSpike':
    case 'indicatorSpike':
    case 'concentration':
    case 'fileDue':
    case 'importantDay':
      return undefined;
  }
}
