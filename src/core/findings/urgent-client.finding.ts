import { fill, joinTexts, type Text } from '../../i18n/text';
import { shortMoney, wordNumber, wordPercent } from '../../i18n/wording';
import type { RhythmBasis } from '../sales/rhythm';
import type { AlertKind, AlertRow } from '../standing/alert';
import type { Finding, FindingDefinition, FindingGround } from './finding';
import { nextStepFor } from './next-step';

/** Rows of 预警 that are looked at: fewer are said. */
const MOST = 5;

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
 * Speaks of the first five clients on 预警 that have money at risk and are to be acted on, then of those to be watched; whoever
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
  const phrases = alerts.flatMap(({ kind }) => phraseOf(kind, client, ground) ?? []);
  if (!figures || phrases.length === 0) return [];
  const ask = alerts.find((alert) => alert.ask)?.ask;
  return [
    {
      kind: 'urgentClient',
      subject: `client ${client}`,
      clients: [client],
      severity,
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
          zh: '逾期 {overdue}（可催收 {open}，最长 {days} 天）',
          en: '{overdue} overdue of {open} collectable, the oldest by {days} days',
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
      const { recency, medianGap, basis } = lifecycle.value.rhythms[client]!;
      if (!recency.known || !medianGap.known) return undefined;
      const { netAmount } = clients[client]!;
      return fill(
        {
          zh: '{days} 天没下单（{whose} {gap} 天一单，{bought}）',
          en: 'no order for {days} days ({whose} every {gap} days; {bought})',
        },
        {
          days: wordNumber(recency.value),
          whose: WHOSE_RHYTHM[basis],
          gap: wordNumber(medianGap.value),
          bought:
            netAmount > 0
              ? fill({ zh: '本期买了 {net}', en: 'bought {net} in the period' }, { net: shortMoney(netAmount) })
              : { zh: '本期没买', en: 'bought nothing in the period' },
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
