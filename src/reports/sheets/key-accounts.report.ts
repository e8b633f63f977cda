import { nameOf } from '../../core/measures/measures';
import { firstContacts } from '../../core/plan/first-contacts';
import { LEVEL_LABELS, type AccountResult } from '../../core/sales/key-accounts';
import { flatMapOutcome, known, mapOutcome, missing, type Outcome } from '../../core/model/outcome';
import type { ClientFile } from '../../core/files/archive';
import { fill, joinTexts, type Text } from '../../i18n/text';
import { wordNumber } from '../../i18n/wording';
import { count, day, growth, label, money, number, ratio, userText, wrapped } from '../layout/columns';
import { defineReport } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { CELL, TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { wordAlerts } from './parts/alert-words';
import { clientAt, clientColumns, tierColumn } from './parts/client-columns';

interface KeyRow {
  readonly client: number;
  readonly account: AccountResult;
  readonly alerts: Text | '';
  readonly nextContact: Outcome<number>;
}

const RANKS: Readonly<Record<string, number>> = { key: 0, focus: 1 };

/** 重点 by their rank, then 焦点 by net sales. */
function keyRows({ analysis, callPlan }: ReportContext): readonly KeyRow[] {
  if (!analysis.keyAccounts.known) return [];
  const next = callPlan && firstContacts(callPlan, analysis.asOf);
  const alerts = new Map(analysis.alerts.known ? analysis.alerts.value.rows.map((row) => [row.client, row]) : []);
  const rankOf = ({ account }: { account: AccountResult }): number =>
    account.rank.known ? account.rank.value : Infinity;
  return analysis.keyAccounts.value.clients
    .map((account, client) => ({ account, client }))
    .filter(({ account }) => account.level in RANKS)
    .sort(
      (a, b) =>
        RANKS[a.account.level]! - RANKS[b.account.level]! ||
        (a.account.level === 'key' ? rankOf(a) - rankOf(b) : 0) ||
        analysis.clients[b.client]!.netAmount - analysis.clients[a.client]!.netAmount ||
        a.client - b.client,
    )
    .map(({ account, client }) => {
      const row = alerts.get(client);
      const contact = next?.get(client);
      return {
        client,
        account,
        alerts: row ? wordAlerts(row) : '',
        nextContact: contact ? known(contact.day) : missing({ reason: 'nothing-due' }),
      };
    });
}

const fileOf = <T>(
  { client }: KeyRow,
  { analysis }: ReportContext,
  get: (file: ClientFile) => Outcome<T>,
): Outcome<T> => flatMapOutcome(analysis.clientFiles, ({ files }) => get(files[client]!));

/** 001-38: the key and focus clients by themselves: how they stand, what burns, what is planned, what is felt. */
export const keyAccountsReport = defineReport<KeyRow>({
  id: 'keyAccounts',
  sheet: { zh: '大客户档案', en: 'Key accounts' },
  purpose: {
    zh: '重点和焦点客户单独成表：经营、货款、投诉、热点问题和联络计划',
    en: 'Key and focus clients by themselves: sales, receivables, complaints, hot issues, planned contacts',
  },
  tab: TAB.clients,
  needs: ['transactions.amount'],
  isOfClients: true,
  missing: ({ analysis }) => (analysis.keyAccounts.known ? undefined : wordMissing(analysis.keyAccounts.why)),
  orientation: 'landscape',
  paper: 'whole',
  freezeHeader: true,
  keyedBy: 'first',
  message: (context) => {
    const rows = keyRows(context);
    const keys = rows.filter(({ account }) => account.level === 'key').length;
    const complaining = rows.filter((row) => {
      const open = fileOf(row, context, ({ openComplaints }) => openComplaints);
      return open.known && open.value > 0;
    }).length;
    return fill(
      {
        zh: '重点 {keys} 家、焦点 {focus} 家；有未结投诉的 {complaining} 家，要慎重对待',
        en: '{keys} key and {focus} focus clients; {complaining} with an open complaint, to be taken seriously',
      },
      {
        keys: wordNumber(keys),
        focus: wordNumber(rows.length - keys),
        complaining: wordNumber(complaining),
      },
    );
  },
  highlights: ({ analysis }) =>
    analysis.keyAccounts.known
      ? [
          fill(
            { zh: '重点：{by}；维护方式：电话回访、上门拜访。', en: 'Key: {by}; looked after by calls and visits.' },
            { by: analysis.keyAccounts.value.rankedByText },
          ),
        ]
      : [],
  rows: keyRows,
  whenEmpty: { zh: '没有重点或焦点客户。', en: 'No key or focus client.' },
  columns: [
    ...clientColumns<KeyRow>(({ client }, context) => clientAt(client, context)),
    label<KeyRow>({ zh: '客户层级', en: 'Level' }, ({ account }) => LEVEL_LABELS[account.level], { minWidth: 8 }),
    wrapped<KeyRow>(
      { zh: '焦点理由', en: 'Why in focus' },
      ({ account }) => joinTexts(account.focus.map((one) => one.text)),
      { minWidth: 20, maxWidth: 26 },
    ),
    tierColumn<KeyRow>({ zh: '等级', en: 'Tier' }, ({ client }, { analysis }) => analysis.clients[client]!.tier),
    money<KeyRow>(nameOf('netSales'), ({ client }, { analysis }) => analysis.clients[client]!.netAmount, {
      style: CELL.wholeMoney,
      total: 'sum',
    }),
    growth<KeyRow>(nameOf('change'), ({ client }, { analysis }) => analysis.clients[client]!.growth, { silent: true }),
    ratio<KeyRow>(
      nameOf('targetAttainment'),
      ({ client }, { analysis }) =>
        flatMapOutcome(analysis.targets, ({ clients }) => mapOutcome(clients[client]!, ({ attainment }) => attainment)),
      { silent: true, hideWhenEmpty: true },
    ),
    money<KeyRow>(
      nameOf('overdue'),
      ({ client }, { analysis }) => mapOutcome(analysis.receivables, ({ clients }) => clients[client]!.overdue),
      { style: CELL.wholeMoney, total: 'sum' },
    ),
    number<KeyRow>(
      nameOf('creditScore'),
      ({ client }, { analysis }) => flatMapOutcome(analysis.credit, ({ clients }) => clients[client]!.card.score),
      { style: { numberFormat: '0' }, silent: true },
    ),
    count<KeyRow>(nameOf('openComplaints'), (row, context) => fileOf(row, context, (file) => file.openComplaints), {
      total: 'sum',
      silent: true,
    }),
    wrapped<KeyRow>({ zh: '热点问题', en: 'Hot issues' }, ({ alerts }) => alerts, { minWidth: 24, maxWidth: 32 }),
    day<KeyRow>(
      { zh: '上次联络', en: 'Last contact' },
      (row, context) => fileOf(row, context, (file) => file.lastContact),
      {
        silent: true,
      },
    ),
    day<KeyRow>({ zh: '计划联络', en: 'Planned contact' }, ({ nextContact }) => nextContact as Outcome<never>, {
      silent: true,
    }),
    userText<KeyRow>({ zh: '营销方案与进展', en: 'Plan and progress' }, { id: 'plan' }),
    userText<KeyRow>({ zh: '感情投资与关注的事', en: 'Ties and concerns' }, { id: 'ties' }),
  ],
  sources: ['transactions', 'clients', 'invoices', 'complaints', 'contacts'],
  settings: ['key.topN', 'focus.floor'],
});
