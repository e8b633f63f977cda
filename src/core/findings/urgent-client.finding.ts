import { fill, joinTexts, type Text } from '../../i18n/text';
import { shortMoney, wordNumber, wordPercent } from '../../i18n/wording';
import type { AlertKind, AlertRow } from '../standing/alert';
import type { Finding, FindingDefinition, FindingGround } from './finding';
import { nextStepFor } from './next-step';

/** Rows of 预警 that are looked at: fewer are said. */
const MOST = 5;

const AND: Text = { zh: '，', en: '; ' };

/**
 * The clients with most money at risk: overdue money, a limit exceeded, orders that did not come, a drop, complaints that wait.
 *
 * Speaks of the first five clients on 预警 that have money at risk and are to be acted on.   Money at stake: as there.
 */
export const urgentClient: FindingDefinition = {
  kind: 'urgentClient',
  find: (ground) => {
    const { alerts } = ground.analysis;
    if (!alerts.known) return [];
    return alerts.value.rows
      .filter(({ client, severity, atRisk }) => client >= 0 && severity === 'bad' && atRisk.known)
      .slice(0, MOST)
      .flatMap((row) => findingOf(row, ground));
  },
};

function findingOf(row: AlertRow, ground: FindingGround): Finding[] {
  const { client, alerts, atRisk } = row;
  const figures = ground.analysis.clients[client];
  const phrases = alerts.flatMap(({ kind }) => phraseOf(kind, client, ground) ?? []);
  if (!figures || phrases.length === 0) return [];
  const ask = alerts.find((alert) => alert.ask)?.ask;
  return [
    {
      kind: 'urgentClient',
      subject: `client ${client}`,
      severity: 'bad',
      text: fill(
        { zh: '{name}：{what}。', en: '{name}: {what}.' },
        {
          name: figures.name || figures.code,
          what: joinTexts(phrases, AND),
        },
      ),
      next: ask && nextStepFor(client, ask, ground),
      stake: atRisk,
    },
  ];
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
        { zh: '超额度 {excess}（额度 {limit}）', en: '{excess} over the credit limit of {limit}' },
        { excess: shortMoney(exposure.value - limit.value), limit: shortMoney(limit.value) },
      );
    }
    case 'overdueMoney': {
      if (!receivables.known || !payments.known) return undefined;
      const { oldestOverdueDays } = payments.value[client]!;
      const { overdue, open } = receivables.value.clients[client]!;
      return fill(
        {
          zh: '逾期 {overdue}（应收 {open}，最长 {days} 天）',
          en: '{overdue} overdue of {open} open, the oldest by {days} days',
        },
        {
          overdue: shortMoney(overdue),
          open: shortMoney(open),
          days: oldestOverdueDays.known ? wordNumber(oldestOverdueDays.value) : '—',
        },
      );
    }
    case 'orderOverdue': {
      if (!lifecycle.known) return undefined;
      const { recency, medianGap } = lifecycle.value.rhythms[client]!;
      if (!recency.known || !medianGap.known) return undefined;
      return fill(
        {
          zh: '{days} 天没下单（通常 {gap} 天一单，本期买了 {net}）',
          en: 'no order for {days} days (usually one every {gap} days; bought {net} in the period)',
        },
        {
          days: wordNumber(recency.value),
          gap: wordNumber(medianGap.value),
          net: shortMoney(clients[client]!.netAmount),
        },
      );
    }
    case 'drop': {
      if (!lifecycle.known) return undefined;
      const { compared } = lifecycle.value.clients[client]!;
      if (!compared.known) return undefined;
      const { label, recent, before } = compared.value;
      return fill(
        {
          zh: '{label}净额降 {drop}（{before} → {recent}）',
          en: '{label} net sales down {drop} ({before} → {recent})',
        },
        {
          label,
          drop: wordPercent((before - recent) / before, 0),
          before: shortMoney(before),
          recent: shortMoney(recent),
        },
      );
    }
    case 'openComplaint': {
      const open = clientFiles.known ? clientFiles.value.files[client]!.openComplaints : undefined;
      if (!open?.known || open.value === 0) return undefined;
      return fill({ zh: '{n} 件投诉未结', en: 'open complaints: {n}' }, { n: wordNumber(open.value) });
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
