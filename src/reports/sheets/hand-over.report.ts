import { nameOf } from '../../core/measures/measures';
import { textAt } from '../../core/model/columns';
import { tableOf } from '../../core/model/dataset';
import { mapOutcome, flatMapOutcome, known, missing, valueOr, type Outcome } from '../../core/model/outcome';
import { levelOf } from '../../core/plan/client-brief';
import { isToDo } from '../../core/plan/is-to-do';
import type { PlannedContact } from '../../core/plan/planned-contact';
import { isoMonthOf, type Day } from '../../core/model/day';
import { type Opportunity, PIPELINE_GRADE_LABELS } from '../../core/prospects/pipeline';
import type { CollectionItem, ReceivableFigures } from '../../core/receivables/receivables';
import type { ClientFigures } from '../../core/sales/client-figures';
import { LEVEL_LABELS } from '../../core/sales/key-accounts';
import type { OpenComplaint } from '../../core/service/complaints';
import { fill, joinTexts, verbatim, type Text } from '../../i18n/text';
import { wordMoney, wordNumber } from '../../i18n/wording';
import type { Money } from '../../core/model/money';
import { count, day, label, money, text, userDay, userText, wrapped } from '../layout/columns';
import { defineReport, defineTable, type AnyTable } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { CELL, TAB } from '../layout/theme';
import { WAY_WORDS } from '../words/plan-words';
import { clientAt, clientColumns, tierColumn } from './parts/client-columns';

/** The longest list of names in a sentence. */
const MOST_NAMES = 12;

const repOf = ({ analysis }: ReportContext): string => analysis.settings['report.handOverRep'].trim();

const isOfRep = (client: number, context: ReportContext): boolean =>
  client >= 0 && context.analysis.clients[client]?.rep === repOf(context);

const clientsOfRep = (context: ReportContext): readonly ClientFigures[] =>
  context.analysis.clients
    .filter(({ client }) => isOfRep(client, context))
    .sort((a, b) => b.netAmount - a.netAmount || a.client - b.client);

const owed = (client: number, { analysis: { receivables } }: ReportContext): Outcome<ReceivableFigures> =>
  mapOutcome(receivables, ({ clients }) => clients[client]!);

const overdueOf = (context: ReportContext): readonly CollectionItem[] =>
  context.analysis.receivables.known
    ? context.analysis.receivables.value.collection.filter(
        ({ client, overdueDays }) => isOfRep(client, context) && valueOr(overdueDays, 0) > 0,
      )
    : [];

const opportunitiesOf = (context: ReportContext): readonly Opportunity[] =>
  context.analysis.pipeline.known
    ? context.analysis.pipeline.value.opportunities.filter(
        ({ client, rep, state }) =>
          state === 'open' && (rep === repOf(context) || (rep === '' && isOfRep(client, context))),
      )
    : [];

const complaintsOf = (context: ReportContext): readonly OpenComplaint[] =>
  context.analysis.complaints.known
    ? context.analysis.complaints.value.open.filter(({ client }) => isOfRep(client, context))
    : [];

/** Contacts of the plan that are still to be made. */
const contactsOf = (context: ReportContext): readonly PlannedContact[] => {
  const { callPlan } = context;
  return (callPlan?.contacts ?? []).filter(
    (contact) => callPlan!.reps[contact.rep]?.rep.name === repOf(context) && isToDo(contact),
  );
};

interface Promised {
  readonly client: number;
  readonly day: Day;
  readonly what: Text;
  readonly amount: Outcome<Money>;
}

/** What was promised on both sides: days on which money was to come, and days on which a client is to be called again. */
function promisesOf(context: ReportContext): readonly Promised[] {
  const { analysis, callPlan } = context;
  const money = analysis.receivables.known ? analysis.receivables.value.collection : [];
  const paid = money.flatMap(({ client, promisedDay, open, invoiceNo }): Promised[] =>
    promisedDay.known && isOfRep(client, context)
      ? [
          {
            client,
            day: promisedDay.value,
            what: fill({ zh: '客户答应付发票 {no}', en: 'The client promised to pay invoice {no}' }, { no: invoiceNo }),
            amount: known(open),
          },
        ]
      : [],
  );
  const agreed = [...(callPlan?.briefs ?? [])].flatMap(([client, { lastContact }]): Promised[] => {
    if (!isOfRep(client, context) || !lastContact.known || lastContact.value.nextDay === undefined) return [];
    const { content, nextDay } = lastContact.value;
    return [
      {
        client,
        day: nextDay,
        what: fill(
          { zh: '约定再联络（上次：{content}）', en: 'Another contact was agreed (last: {content})' },
          { content: content || '—' },
        ),
        amount: missing({ reason: 'nothing-due' }),
      },
    ];
  });
  return [...paid, ...agreed].sort((a, b) => a.day - b.day || a.client - b.client);
}

const named = <Row extends { readonly client: number }>() =>
  clientColumns<Row>(({ client }, context) => clientAt(client, context));

const NONE: Text = { zh: '没有。', en: 'None.' };

const tables: readonly AnyTable[] = [
  defineTable<CollectionItem>({
    id: 'overdue',
    heading: { zh: '逾期货款', en: 'Overdue receivables' },
    rows: overdueOf,
    whenEmpty: NONE,
    columns: [
      ...named<CollectionItem>(),
      text({ zh: '发票号', en: 'Invoice' }, ({ invoiceNo }) => invoiceNo),
      day({ zh: '到期日', en: 'Due' }, ({ dueDay }) => dueDay),
      money({ zh: '未收金额', en: 'Open amount' }, ({ open }) => open, { total: 'sum' }),
      count({ zh: '逾期天数', en: 'Days overdue' }, ({ overdueDays }) => overdueDays),
    ],
  }),
  defineTable<Promised>({
    id: 'promises',
    heading: { zh: '答应过的事', en: 'What was promised' },
    rows: promisesOf,
    whenEmpty: NONE,
    columns: [
      ...named<Promised>(),
      day({ zh: '日期', en: 'Day' }, (row) => row.day),
      money({ zh: '金额', en: 'Amount' }, ({ amount }) => amount, { silent: true }),
      wrapped({ zh: '内容', en: 'What' }, ({ what }) => what, { maxWidth: 40 }),
    ],
  }),
  defineTable<OpenComplaint>({
    id: 'complaints',
    heading: { zh: '未结投诉', en: 'Open complaints' },
    rows: complaintsOf,
    whenEmpty: NONE,
    columns: [
      ...named<OpenComplaint>(),
      text({ zh: '投诉编号', en: 'Complaint' }, ({ complaintNo }) => complaintNo, { hideWhenEmpty: true }),
      day({ zh: '收到', en: 'Received' }, ({ receivedDay }) => receivedDay),
      count({ zh: '已过天数', en: 'Days open' }, ({ ageDays }) => ageDays),
      wrapped({ zh: '问题', en: 'Problem' }, ({ problem }) => problem, { maxWidth: 40 }),
    ],
  }),
  defineTable<Opportunity>({
    id: 'opportunities',
    heading: { zh: '进行中的商机', en: 'Open opportunities' },
    rows: opportunitiesOf,
    whenEmpty: NONE,
    columns: [
      ...named<Opportunity>(),
      text({ zh: '商机', en: 'Opportunity' }, ({ opportunity }) => opportunity),
      label({ zh: '商机等级', en: 'Grade' }, ({ grade }) => mapOutcome(grade, (one) => PIPELINE_GRADE_LABELS[one])),
      day({ zh: '预计成交', en: 'Expected' }, ({ expectedDay }) => expectedDay),
      money({ zh: '预计金额', en: 'Expected amount' }, ({ expectedAmount }) => expectedAmount, { total: 'sum' }),
      wrapped({ zh: '下一步', en: 'Next step' }, ({ nextStep }) => nextStep, { maxWidth: 32 }),
    ],
  }),
  defineTable<PlannedContact>({
    id: 'contacts',
    heading: { zh: '计划中的联络', en: 'Planned contacts' },
    note: ({ callPlan }) =>
      callPlan &&
      fill({ zh: '联络计划 {month}', en: 'Call plan of {month}' }, { month: isoMonthOf(callPlan.month.month) }),
    rows: contactsOf,
    whenEmpty: NONE,
    columns: [
      ...named<PlannedContact>(),
      day({ zh: '日期', en: 'Day' }, (row) => row.day ?? missing({ reason: 'not-entered' }), { silent: true }),
      label({ zh: '方式', en: 'Way' }, ({ slot }) => WAY_WORDS[slot]),
      wrapped({ zh: '目的', en: 'Purpose' }, ({ purpose }) => purpose, { maxWidth: 48 }),
    ],
  }),
  defineTable<Text>({
    id: 'signatures',
    heading: { zh: '签字', en: 'Signatures' },
    keyedBy: 'all',
    rows: () => [
      { zh: '交出人', en: 'Handed over by' },
      { zh: '接收人', en: 'Taken over by' },
    ],
    columns: [
      text<Text>({ zh: '身份', en: 'Who' }, (who) => who, { key: true }),
      userText({ zh: '签字', en: 'Signature' }, { id: 'signature', minWidth: 24 }),
      userDay({ zh: '日期', en: 'Day' }, { id: 'signedDay' }),
    ],
  }),
];

/** Why there is none: nobody chosen, or nobody of that name. */
function whyMissing(context: ReportContext): Text | undefined {
  const rep = repOf(context);
  if (rep === '')
    return {
      zh: '要交接时才写：请在「参数」里填交接清单的业务员',
      en: 'written on demand: name the sales rep to hand over in “Settings”',
    };
  if (clientsOfRep(context).length > 0) return undefined;
  const names = [...new Set(context.analysis.clients.map((one) => one.rep))].filter((name) => name !== '');
  return fill(
    { zh: '没有业务员「{rep}」的客户；有客户的：{names}', en: 'no client of {rep}; reps with clients: {names}' },
    { rep, names: joinTexts(names.slice(0, MOST_NAMES).map(verbatim), { zh: '、', en: ', ' }) },
  );
}

function gistOf(context: ReportContext): readonly Text[] {
  const overdue = overdueOf(context).reduce((sum, { open }) => sum + open, 0) as Money;
  return [
    fill(
      {
        zh: '{rep}：客户 {clients} 家，逾期 {overdue}，未结投诉 {complaints} 件，进行中的商机 {opportunities} 个，计划联络 {contacts} 次',
        en: '{rep}: {clients} clients, {overdue} overdue, open complaints {complaints}, open opportunities {opportunities}, planned contacts {contacts}',
      },
      {
        rep: repOf(context),
        clients: wordNumber(clientsOfRep(context).length),
        overdue: wordMoney(overdue),
        complaints: wordNumber(complaintsOf(context).length),
        opportunities: wordNumber(opportunitiesOf(context).length),
        contacts: wordNumber(contactsOf(context).length),
      },
    ),
  ];
}

/** All that goes with a sales rep's clients to whoever takes them over, with room for two signatures. Source: SPEC §3. */
export const handOver = defineReport<ClientFigures>({
  id: 'handOver',
  sheet: { zh: '交接清单', en: 'Hand-over list' },
  purpose: {
    zh: '一位业务员的客户、货款、承诺、投诉、商机和联络计划，交接签字用',
    en: 'Clients, money, promises, complaints, opportunities and planned contacts of one sales rep, to sign',
  },
  tab: TAB.clients,
  needs: [],
  missing: whyMissing,
  orientation: 'landscape',
  paper: 'whole',
  freezeHeader: false,
  hasFilter: false,
  keyedBy: 'first',
  highlights: gistOf,
  heading: { zh: '客户', en: 'Clients' },
  rows: clientsOfRep,
  columns: [
    ...clientColumns<ClientFigures>(({ client }, context) => clientAt(client, context)),
    tierColumn<ClientFigures>({ zh: '等级', en: 'Tier' }, ({ tier }) => tier),
    label({ zh: '客户层级', en: 'Level' }, ({ client }, { analysis }) => LEVEL_LABELS[levelOf(analysis, client)]),
    text(
      { zh: '联系人', en: 'Contact' },
      ({ client }, { dataset }) => textAt(tableOf(dataset, 'clients').columns.contact, client),
      {
        hideWhenEmpty: true,
        maxWidth: 14,
      },
    ),
    text(
      { zh: '电话', en: 'Phone' },
      ({ client }, { dataset }) => {
        const { mobile, phone } = tableOf(dataset, 'clients').columns;
        return textAt(mobile, client) || textAt(phone, client);
      },
      { hideWhenEmpty: true, maxWidth: 16 },
    ),
    money(nameOf('netSales'), ({ netAmount }) => netAmount, {
      total: 'sum',
      style: CELL.wholeMoney,
    }),
    day({ zh: '最近下单', en: 'Last order' }, ({ lastDay }) => lastDay),
    money(nameOf('collectable'), ({ client }, context) => mapOutcome(owed(client, context), ({ open }) => open), {
      total: 'sum',
      style: CELL.wholeMoney,
    }),
    money(
      nameOf('overdue'),
      ({ client }, context) => flatMapOutcome(owed(client, context), ({ overdue }) => known(overdue)),
      { total: 'sum', style: CELL.wholeMoney },
    ),
    userText({ zh: '交接说明', en: 'Hand-over note' }, { id: 'notes' }),
  ],
  tables,
  sources: ['clients', 'transactions', 'invoices', 'complaints', 'prospects', 'contacts'],
  settings: ['report.handOverRep'],
});
