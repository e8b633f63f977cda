import { nameOf } from '../core/measures/measures';
import { findLastLines } from '../core/sales/purchases/last-lines';
import type { Analysis } from '../core/analysis';
import type { CallPlan } from '../core/plan/call-plan';
import { firstContacts } from '../core/plan/first-contacts';
import type { ClientFigures } from '../core/sales/client-figures';
import { tableOf, type Dataset } from '../core/model/dataset';
import { asDay, isoOf, NO_DAY, type Day } from '../core/model/day';
import { textAt } from '../core/model/columns';
import type { Outcome } from '../core/model/outcome';
import { STAGE_LABELS } from '../core/sales/lifecycle';
import { fill, verbatim, type Text } from '../i18n/text';
import { wordMoney, wordNumber, wordPercent } from '../i18n/wording';
import { wordAlerts } from '../reports/sheets/parts/alert-words';
import { TIER_WORDS } from '../reports/words/domain-words';
import { wordMissing } from '../reports/words/missing-words';
import type { CardLine, CardTone, ClientCard } from './desk/desk';

const MOST_ORDERS = 5;
const UNKNOWN: Text = { zh: '—', en: '—' };

/**
 * One client on one card: what is to be done now, then tier, sales, credit, money, complaints, contacts, the last sales lines.
 *
 * @param plan the call plan of the last refresh, where there was one
 */
export function showClient(dataset: Dataset, analysis: Analysis, client: number, plan?: CallPlan): ClientCard {
  const figures = analysis.clients[client];
  if (!figures) throw new Error(`No client ${client}`);
  return {
    name: figures.name || figures.code,
    code: figures.code,
    lines: [
      ...alertLines(analysis, client),
      ...plannedLines(client, plan, analysis.asOf),
      tierLine(figures),
      salesLine(figures),
      ...stageLines(analysis, client),
      creditLine(analysis, client),
      moneyLine(analysis, client),
      complaintLine(analysis, client),
      contactLine(dataset, client, analysis),
      ...personLines(dataset, client),
    ],
    orders: lastLines(dataset, client, analysis.asOf),
  };
}

/** The row of 预警: what to do first, then all that it says. */
function alertLines({ alerts }: Analysis, client: number): CardLine[] {
  const row = alerts.known ? alerts.value.rows.find((one) => one.client === client) : undefined;
  if (!row) return [];
  const ask = row.alerts.find((alert) => alert.ask)?.ask;
  return [
    {
      label: { zh: '预警', en: 'Alerts' },
      value: ask ?? row.alerts[0]!.text,
      note: wordAlerts(row),
      tone: row.severity === 'notice' ? 'neutral' : row.severity,
    },
  ];
}

/** The first contact of the plan that is still to be made, and what it is for. */
function plannedLines(client: number, plan: CallPlan | undefined, asOf: Day): CardLine[] {
  const next = plan && firstContacts(plan, asOf).get(client);
  if (!next) return [];
  const rep = plan?.reps[next.rep]?.rep.name ?? '';
  return [
    {
      label: { zh: '计划联络', en: 'Planned contact' },
      value: verbatim([isoOf(next.day), rep].filter((part) => part !== '').join(' ')),
      note: next.purpose,
    },
  ];
}

function lineOf<T>(
  label: Text,
  outcome: Outcome<T>,
  word: (value: T) => Text,
  note?: Text,
  toneOf?: (value: T) => CardTone,
): CardLine {
  if (!outcome.known) return { label, value: UNKNOWN, note: wordMissing(outcome.why), tone: 'neutral' };
  return {
    label,
    value: word(outcome.value),
    ...(note && { note }),
    ...(toneOf && { tone: toneOf(outcome.value) }),
  };
}

const tierLine = ({ tier, tierReason }: ClientFigures): CardLine =>
  lineOf({ zh: '等级', en: 'Tier' }, tier, (value) => TIER_WORDS[value], tierReason);

function salesLine({ netAmount, orders, share, lastDay }: ClientFigures): CardLine {
  const last = lastDay.known ? isoOf(lastDay.value) : '—';
  return {
    label: nameOf('netSales'),
    value: verbatim(wordMoney(netAmount)),
    note: fill(
      { zh: '{orders} 单，占 {share}，最近 {last}', en: '{orders} orders, {share} of all, last {last}' },
      { orders: wordNumber(orders), share: share.known ? wordPercent(share.value) : '—', last },
    ),
  };
}

function stageLines({ lifecycle }: Analysis, client: number): CardLine[] {
  const result = lifecycle.known ? lifecycle.value.clients[client] : undefined;
  if (!result) return [];
  return [lineOf({ zh: '阶段', en: 'Stage' }, result.stage, (stage) => STAGE_LABELS[stage], result.reason)];
}

function creditLine({ credit }: Analysis, client: number): CardLine {
  const label: Text = { zh: '信用', en: 'Credit' };
  if (!credit.known) return { label, value: UNKNOWN, note: wordMissing(credit.why), tone: 'neutral' };
  const one = credit.value.clients[client];
  if (!one) return { label, value: UNKNOWN, tone: 'neutral' };
  const { grade, score } = one.card;
  return lineOf(
    label,
    grade,
    (value) =>
      fill(
        { zh: '信用{grade}（{score} 分）', en: 'Credit {grade} ({score} points)' },
        { grade: value, score: score.known ? wordNumber(score.value, 0) : '—' },
      ),
    one.actionText.known ? one.actionText.value : undefined,
    (value) => (value === 'A' || value === 'B' ? 'good' : value === 'C' ? 'watch' : 'bad'),
  );
}

function moneyLine({ receivables }: Analysis, client: number): CardLine {
  const label: Text = nameOf('collectable');
  if (!receivables.known) return { label, value: UNKNOWN, note: wordMissing(receivables.why), tone: 'neutral' };
  const one = receivables.value.clients[client];
  if (!one) return { label, value: UNKNOWN, tone: 'neutral' };
  return {
    label,
    value: verbatim(wordMoney(one.open)),
    ...(one.overdue > 0 && {
      note: fill({ zh: '其中逾期 {amount}', en: 'of which overdue: {amount}' }, { amount: wordMoney(one.overdue) }),
    }),
    tone: one.overdue > 0 ? 'bad' : 'good',
  };
}

function complaintLine({ complaints }: Analysis, client: number): CardLine {
  return lineOf(
    { zh: '未结投诉', en: 'Open complaints' },
    complaints,
    ({ open }) => verbatim(wordNumber(open.filter((one) => one.client === client).length)),
    undefined,
    ({ open }) => (open.some((one) => one.client === client) ? 'watch' : 'good'),
  );
}

/** The next day agreed in the contact log, on or after as-of; else the last contact there was. */
function contactLine(dataset: Dataset, client: number, { asOf }: Analysis): CardLine {
  const label: Text = { zh: '下次联络', en: 'Next contact' };
  const { rows, columns } = tableOf(dataset, 'contacts');
  let next = Infinity;
  let last = -Infinity;
  for (let row = 0; row < rows; row++) {
    if (columns.client?.[row] !== client) continue;
    const planned = columns.nextDay?.[row] ?? NO_DAY;
    if (planned !== NO_DAY && planned >= asOf) next = Math.min(next, planned);
    const at = Math.floor(columns.at?.[row] ?? NaN);
    if (at <= asOf) last = Math.max(last, at);
  }
  const lastWords = Number.isFinite(last)
    ? fill({ zh: '上次 {day}', en: 'last on {day}' }, { day: isoOf(asDay(last)) })
    : undefined;
  return {
    label,
    value: Number.isFinite(next) ? verbatim(isoOf(asDay(next))) : { zh: '未约定', en: 'none agreed' },
    ...(lastWords && { note: lastWords }),
  };
}

function personLines(dataset: Dataset, client: number): CardLine[] {
  const { columns } = tableOf(dataset, 'clients');
  const person = [textAt(columns.contact, client), textAt(columns.contactTitle, client)].filter(Boolean).join(' ');
  const phones = [textAt(columns.phone, client), textAt(columns.mobile, client)].filter(Boolean).join(' / ');
  if (person === '' && phones === '') return [];
  return [
    {
      label: { zh: '联系人', en: 'Contact' },
      value: verbatim(person || phones),
      ...(person !== '' && phones !== '' && { note: verbatim(phones) }),
    },
  ];
}

function lastLines(dataset: Dataset, client: number, asOf: Day): ClientCard['orders'] {
  const { columns, origin } = tableOf(dataset, 'transactions');
  return (findLastLines(dataset, asOf, MOST_ORDERS)[client] ?? []).map((row) => {
    const amount = columns.amount?.[row] ?? NaN;
    return {
      day: isoOf(asDay(columns.day![row]!)),
      what: textAt(columns.product, row) || textAt(columns.orderNo, row) || textAt(columns.documentNo, row),
      amount: Number.isNaN(amount) ? '—' : wordNumber(amount, 2),
      ...origin.placeAt(row, dataset.sheets),
    };
  });
}
