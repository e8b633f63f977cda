import { byCodePoint } from '../../core/model/by-code-point';
import { nameOf } from '../../core/measures/measures';
import type { AlertRow } from '../../core/standing/alert';
import { firstContacts } from '../../core/plan/first-contacts';
import { findLastLines } from '../../core/sales/purchases/last-lines';
import { areLinesInEngine } from '../../core/facts/line-groups';
import { LEVEL_LABELS } from '../../core/sales/key-accounts';
import { STAGE_LABELS } from '../../core/sales/lifecycle';
import { secondLevelClients } from '../../core/files/second-level';
import type { Money } from '../../core/model/money';
import { textAt } from '../../core/model/columns';
import { tableOf } from '../../core/model/dataset';
import { asDay, isoMonthOf, isoOf, type Day } from '../../core/model/day';
import { flatMapOutcome, mapOutcome, known, missing, type Outcome } from '../../core/model/outcome';
import { levelOf, talkingPointsOf } from '../../core/plan/client-brief';
import { fill, joinTexts, verbatim, type Text } from '../../i18n/text';
import { wordNumber } from '../../i18n/wording';
import { count, day, growth, label, money, number, ratio, text, type Column } from '../layout/columns';
import { defineCardReport, defineTable } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { CELL, SERIES, TAB } from '../layout/theme';
import { TIER_WORDS } from '../words/domain-words';
import { wordMissing } from '../words/missing-words';
import { wordAlerts } from './parts/alert-words';
import { clientAt } from './parts/client-columns';
import { SINGLED_OUT } from './parts/indicator-trend';

/** A drop-down of more clients is not scrolled: the largest stand on the card, the others are looked up in the pane. */
const MOST_CLIENTS = 5_000;
const MONTHS = 12;
const LINES = 3;

interface CardRow {
  readonly client: number;
  readonly name: string;
  /** What the drop-down says: code and name, no two alike. */
  readonly pick: string;
  readonly lastLines: readonly number[];
  readonly nextContact: Outcome<Day>;
  readonly nextPurpose: Text;
  readonly alerts: AlertRow | undefined;
  /** 未履行额 of its contracts that are neither fulfilled nor cancelled. */
  readonly contractRest: Outcome<Money>;
  /** Names of the clients whose parent it is. */
  readonly secondLevel: readonly string[];
  readonly onTime: Outcome<number>;
  readonly damage: Outcome<number>;
}

/** The largest clients first; those without sales follow by code. */
function cardRows(context: ReportContext): readonly CardRow[] {
  const { analysis, dataset, callPlan } = context;
  const rankOf = (client: number): number => {
    const { rank } = analysis.clients[client]!;
    return rank.known ? rank.value : Infinity;
  };
  const codeOf = (client: number): string => clientAt(client, context).code;
  const clients = analysis.clients
    .map(({ client }) => client)
    .sort((a, b) => (rankOf(a) === rankOf(b) ? byCodePoint(codeOf(a), codeOf(b)) : rankOf(a) - rankOf(b)))
    .slice(0, MOST_CLIENTS);
  const lines = findLastLines(dataset, analysis.asOf, LINES);
  const next = callPlan && firstContacts(callPlan, analysis.asOf);
  const alerts = new Map(analysis.alerts.known ? analysis.alerts.value.rows.map((row) => [row.client, row]) : []);
  const taken = new Map<string, number>();
  const onTimeOf = ratioByClient(context, SINGLED_OUT.onTime);
  const damageOf = ratioByClient(context, SINGLED_OUT.damage);
  const secondLevel = secondLevelClients(dataset);
  const restOf = contractRests(context);
  return clients.map((client) => {
    const { code, name } = clientAt(client, context);
    const words = [code, name]
      .filter((part) => part !== '')
      .join(' ')
      .replace(/[*?~]/g, fullWidth);
    const twins = taken.get(words.toLowerCase()) ?? 0;
    taken.set(words.toLowerCase(), twins + 1);
    const contact = next?.get(client);
    return {
      client,
      name,
      pick: twins === 0 ? words : `${words} (${twins + 1})`,
      lastLines: lines[client] ?? [],
      nextContact: contact ? known(contact.day) : missing(callPlan ? { reason: 'no-rows' } : { reason: 'not-entered' }),
      nextPurpose: contact?.purpose ?? NO_WORDS,
      alerts: alerts.get(client),
      contractRest: restOf(client),
      secondLevel: secondLevel(client),
      onTime: onTimeOf(client),
      damage: damageOf(client),
    };
  });
}

/** What rests of the contracts of each client; of one without an amount nothing is known. */
function contractRests({ analysis: { contracts } }: ReportContext): (client: number) => Outcome<Money> {
  if (!contracts.known) return () => contracts;
  const open = new Map<number, Outcome<Money>>();
  for (const { client, state, rest } of contracts.value.contracts) {
    if (state === 'done' || state === 'cancelled') continue;
    const before = open.get(client) ?? known(0 as Money);
    open.set(client, before.known && rest.known ? known((before.value + rest.value) as Money) : missing(NOT_ENTERED));
  }
  return (client) => open.get(client) ?? known(0 as Money);
}

const NOT_ENTERED = { reason: 'not-entered' } as const;

/** The latest promotions that it took part in: its own, of its region, or for all. @example 秋季满减 2026-09-01 起 */
function wordPromotions({ client }: CardRow, { analysis }: ReportContext): Text {
  if (!analysis.promotions.known) return NO_WORDS;
  const { region } = analysis.clients[client]!;
  const own = analysis.promotions.value.filter(
    (one) => one.client === client || (one.client < 0 && (one.region === '' || one.region === region)),
  );
  return joinTexts(
    own
      .slice(0, PROMOTIONS)
      .map(({ name, from }) =>
        fill({ zh: '{name}（{from} 起）', en: '{name} (from {from})' }, { name, from: isoOf(from) }),
      ),
    { zh: '；', en: '; ' },
  );
}

const PROMOTIONS = 2;

const NO_WORDS: Text = { zh: '', en: '' };

/** The look-up takes *, ? and ~ for wildcards: a name that has one would find another client. */
const fullWidth = (mark: string): string => String.fromCharCode(mark.charCodeAt(0) + 0xfee0);

const words = (
  header: Text,
  id: string,
  get: (row: CardRow, context: ReportContext) => string | Text,
): Column<CardRow> => text(header, get, { id });

const fieldOf = (
  header: Text,
  id: string,
  column: 'contact' | 'contactTitle' | 'phone' | 'mobile' | 'address' | 'region' | 'rep' | 'culture' | 'incentive',
): Column<CardRow> =>
  words(header, id, ({ client }, { dataset }) => textAt(tableOf(dataset, 'clients').columns[column], client));

const receivableOf = <T>(
  { client }: CardRow,
  { analysis: { receivables } }: ReportContext,
  get: (one: (typeof receivables & { known: true })['value']['clients'][number]) => T,
): Outcome<T> => mapOutcome(receivables, ({ clients }) => get(clients[client]!));

const creditOf = <T>(
  { client }: CardRow,
  { analysis: { credit } }: ReportContext,
  get: (one: (typeof credit & { known: true })['value']['clients'][number]) => Outcome<T>,
): Outcome<T> => flatMapOutcome(credit, ({ clients }) => get(clients[client]!));

/** The first of some indicators that any client has, by client: looked up once for all rows. */
function ratioByClient(
  { analysis: { clientIndicators } }: ReportContext,
  ids: readonly string[],
): (client: number) => Outcome<number> {
  const id = ids.find((one) => clientIndicators.some(({ ratios }) => one in ratios));
  const values = new Map(clientIndicators.map(({ client, ratios }) => [client, id && ratios[id]?.value]));
  return (client) => values.get(client) || missing({ reason: 'no-rows' });
}

function wordLine(row: number | undefined, { dataset }: ReportContext): string {
  if (row === undefined) return '';
  const { columns } = tableOf(dataset, 'transactions');
  const amount = columns.amount?.[row] ?? NaN;
  const what = textAt(columns.product, row) || textAt(columns.orderNo, row) || textAt(columns.documentNo, row);
  return [isoOf(asDay(columns.day![row]!)), what, Number.isNaN(amount) ? '' : wordNumber(amount, 2)]
    .filter((part) => part !== '')
    .join('  ');
}

/** Net sales of the last twelve months of the period, a column a month. */
function monthColumns({ analysis }: ReportContext): readonly Column<CardRow>[] {
  const from = Math.max(0, analysis.months.length - MONTHS);
  const amounts = new Map(analysis.clientMonths.map((line) => [line.client, line.amounts]));
  return analysis.months
    .slice(from)
    .map(({ month }, index) =>
      money<CardRow>(
        verbatim(isoMonthOf(month)),
        ({ client }) => amounts.get(client)?.[from + index] ?? missing({ reason: 'no-rows' }),
        { id: `month ${isoMonthOf(month)}`, style: CELL.wholeMoney },
      ),
    );
}

const cardTable = defineTable<CardRow>({
  id: 'clientCard',
  rows: cardRows,
  columns: (context) => [
    words({ zh: '选择', en: 'Pick' }, 'pick', ({ pick }) => pick),
    words({ zh: '客户编号', en: 'Client code' }, 'code', ({ client }, at) => clientAt(client, at).code),
    words({ zh: '客户名称', en: 'Client' }, 'name', ({ name }) => name),
    fieldOf({ zh: '地区', en: 'Region' }, 'region', 'region'),
    fieldOf({ zh: '业务员', en: 'Sales rep' }, 'rep', 'rep'),
    words({ zh: '联系人', en: 'Contact' }, 'contact', ({ client }, { dataset }) => {
      const { columns } = tableOf(dataset, 'clients');
      return [textAt(columns.contact, client), textAt(columns.contactTitle, client)].filter(Boolean).join(' ');
    }),
    words({ zh: '电话', en: 'Phone' }, 'phone', ({ client }, { dataset }) => {
      const { columns } = tableOf(dataset, 'clients');
      return textAt(columns.mobile, client) || textAt(columns.phone, client);
    }),
    fieldOf({ zh: '地址', en: 'Address' }, 'address', 'address'),
    label<CardRow>(
      { zh: '等级', en: 'Tier' },
      ({ client }, { analysis }) => mapOutcome(analysis.clients[client]!.tier, (tier) => TIER_WORDS[tier]),
      { id: 'tier' },
    ),
    words({ zh: '为什么', en: 'Why' }, 'why', ({ client }, { analysis }) => analysis.clients[client]!.tierReason),
    label<CardRow>(
      { zh: '客户层级', en: 'Level' },
      ({ client }, { analysis }) => LEVEL_LABELS[levelOf(analysis, client)],
      {
        id: 'level',
      },
    ),
    label<CardRow>(
      { zh: '生命周期', en: 'Life cycle' },
      ({ client }, { analysis: { lifecycle } }) =>
        flatMapOutcome(lifecycle, ({ clients }) => mapOutcome(clients[client]!.stage, (stage) => STAGE_LABELS[stage])),
      { id: 'stage' },
    ),
    money<CardRow>(nameOf('netSales'), ({ client }, { analysis }) => analysis.clients[client]!.netAmount, {
      id: 'net',
    }),
    growth<CardRow>(nameOf('change'), ({ client }, { analysis }) => analysis.clients[client]!.growth, { id: 'growth' }),
    ratio<CardRow>(
      nameOf('targetAttainment'),
      ({ client }, { analysis }) =>
        flatMapOutcome(analysis.targets, ({ clients }) => mapOutcome(clients[client]!, ({ attainment }) => attainment)),
      { id: 'attainment' },
    ),
    count<CardRow>(nameOf('rank'), ({ client }, { analysis }) => analysis.clients[client]!.rank, {
      id: 'rank',
    }),
    count<CardRow>(nameOf('orders'), ({ client }, { analysis }) => analysis.clients[client]!.orders, {
      id: 'orders',
    }),
    day<CardRow>(nameOf('lastDeal'), ({ client }, { analysis }) => analysis.clients[client]!.lastDay, {
      id: 'lastDay',
    }),
    label<CardRow>({ zh: '信用等级', en: 'Credit grade' }, (row, at) => creditOf(row, at, ({ card }) => card.grade), {
      id: 'grade',
    }),
    number<CardRow>({ zh: '信用得分', en: 'Credit score' }, (row, at) => creditOf(row, at, ({ card }) => card.score), {
      id: 'score',
      style: { ...CELL.number, numberFormat: '0' },
    }),
    money<CardRow>(nameOf('creditLimit'), (row, at) => creditOf(row, at, ({ limit }) => limit), {
      id: 'limit',
    }),
    ratio<CardRow>(nameOf('limitUse'), (row, at) => creditOf(row, at, ({ use }) => use), {
      id: 'use',
    }),
    words({ zh: '信用建议', en: 'What to do about credit' }, 'creditAction', (row, at) => {
      const action = creditOf(row, at, ({ actionText }) => actionText);
      return action.known ? action.value : NO_WORDS;
    }),
    money<CardRow>(nameOf('collectable'), (row, at) => receivableOf(row, at, ({ open }) => open), {
      id: 'open',
    }),
    money<CardRow>(nameOf('overdue'), (row, at) => receivableOf(row, at, ({ overdue }) => overdue), {
      id: 'overdue',
    }),
    ratio<CardRow>({ zh: '准时率', en: 'On-time rate' }, ({ onTime }) => onTime, {
      id: 'onTime',
    }),
    ratio<CardRow>({ zh: '货损率', en: 'Damage rate' }, ({ damage }) => damage, {
      id: 'damage',
      style: CELL.fineRatio,
    }),
    count<CardRow>(
      { zh: '未结投诉', en: 'Open complaints' },
      ({ client }, { analysis: { clientFiles } }) =>
        flatMapOutcome(clientFiles, ({ files }) => files[client]!.openComplaints),
      { id: 'openComplaints' },
    ),
    count<CardRow>(
      nameOf('complaintsOfYear'),
      ({ client }, { analysis: { clientFiles } }) =>
        flatMapOutcome(clientFiles, ({ files }) => files[client]!.complaintsOfYear),
      { id: 'complaints' },
    ),
    day<CardRow>(
      { zh: '上次联络', en: 'Last contact' },
      ({ client }, { analysis: { clientFiles } }) =>
        flatMapOutcome(clientFiles, ({ files }) => files[client]!.lastContact),
      { id: 'lastContact' },
    ),
    words({ zh: '预警', en: 'Alerts' }, 'alerts', ({ alerts }) => (alerts ? wordAlerts(alerts) : NO_WORDS)),
    day<CardRow>({ zh: '计划联络', en: 'Planned contact' }, ({ nextContact }) => nextContact, { id: 'nextContact' }),
    words({ zh: '联络目的', en: 'Purpose' }, 'purpose', ({ nextPurpose }) => nextPurpose),
    words({ zh: '可以谈的', en: 'Talking points' }, 'talk', ({ client }, { analysis }) =>
      joinTexts(
        talkingPointsOf(analysis, client).map(({ text: point }) => point),
        { zh: '；', en: '; ' },
      ),
    ),
    count<CardRow>(
      { zh: '未完合同', en: 'Open contracts' },
      ({ client }, { analysis: { clientFiles } }) =>
        flatMapOutcome(clientFiles, ({ files }) => files[client]!.openContracts),
      { id: 'openContracts' },
    ),
    money<CardRow>({ zh: '未履行额', en: 'Rest of contracts' }, ({ contractRest }) => contractRest, {
      id: 'contractRest',
    }),
    words({ zh: '最近促销', en: 'Latest promotions' }, 'promotions', wordPromotions),
    words({ zh: '二级客户', en: 'Second-level clients' }, 'secondLevel', ({ secondLevel }) =>
      joinTexts(secondLevel.map(verbatim), { zh: '、', en: ', ' }),
    ),
    fieldOf({ zh: '文化与地区', en: 'Culture and region' }, 'culture', 'culture'),
    fieldOf({ zh: '激励办法', en: 'Incentive' }, 'incentive', 'incentive'),
    ...Array.from({ length: LINES }, (_, index) =>
      words(
        fill({ zh: '最近交易 {n}', en: 'Last sale {n}' }, { n: index + 1 }),
        `line ${index + 1}`,
        ({ lastLines }, at) =>
          index === 0 && areLinesInEngine(at.dataset)
            ? wordMissing({ reason: 'lines-in-engine' })
            : wordLine(lastLines[index], at),
      ),
    ),
    ...monthColumns(context),
  ],
});

/**
 * One client on one page, picked from a drop-down: plain formulas over the table beside it, so that whoever gets the
 * workbook can use it in Excel, WPS and LibreOffice with nothing installed. Source: SPEC §3.
 */
export const clientCard = defineCardReport({
  id: 'clientCard',
  sheet: { zh: '客户卡片', en: 'Client card' },
  purpose: {
    zh: '选一个客户，一页看全：等级、货款、信用、服务、最近交易和该谈什么',
    en: 'Pick a client and see everything on one page: tier, receivables, credit, service, recent sales, talking points',
  },
  tab: TAB.read,
  needs: [],
  missing: ({ analysis }) => (analysis.clients.length === 0 ? { zh: '没有客户', en: 'no clients' } : undefined),
  orientation: 'portrait',
  tables: [cardTable],
  card: {
    table: 'clientCard',
    pick: 'pick',
    finds: ['code', 'name', 'phone'],
    pickLabel: { zh: '选择客户', en: 'Client' },
    pickHint: { zh: '← 从列表里选，或输入编号、名称、电话', en: '← pick from the list, or type a code, name or phone' },
    notFound: {
      zh: '← 没有找到：请从列表里选，或输入编号、名称、电话',
      en: '← not found: pick from the list, or type a code, name or phone',
    },
    sections: [
      {
        heading: { zh: '现在要做的', en: 'To do now' },
        fields: [
          { column: 'alerts', isWide: true, lines: 2 },
          { column: 'nextContact' },
          { column: 'purpose', isWide: true, lines: 2 },
        ],
      },
      {
        heading: { zh: '基本情况', en: 'Who' },
        fields: [
          { column: 'name' },
          { column: 'code' },
          { column: 'region' },
          { column: 'rep' },
          { column: 'contact' },
          { column: 'phone' },
          { column: 'address', isWide: true },
        ],
      },
      {
        heading: { zh: '价值', en: 'Value' },
        fields: [
          { column: 'tier' },
          { column: 'level' },
          { column: 'net' },
          { column: 'growth' },
          { column: 'rank' },
          { column: 'stage' },
          { column: 'attainment' },
          { column: 'why', isWide: true, lines: 2 },
        ],
      },
      {
        heading: { zh: '货款与信用', en: 'Receivables and credit' },
        fields: [
          { column: 'open' },
          { column: 'overdue' },
          { column: 'limit' },
          { column: 'use' },
          { column: 'grade' },
          { column: 'score' },
          { column: 'creditAction', isWide: true, lines: 2 },
        ],
      },
      {
        heading: { zh: '服务', en: 'Service' },
        fields: [{ column: 'onTime' }, { column: 'damage' }, { column: 'openComplaints' }, { column: 'complaints' }],
      },
      {
        heading: { zh: '联络', en: 'Contacts' },
        fields: [{ column: 'lastContact' }, { column: 'talk', isWide: true, lines: 2 }],
      },
      {
        heading: { zh: '合同、促销与激励', en: 'Contracts, promotions, incentive' },
        fields: [
          { column: 'openContracts' },
          { column: 'contractRest' },
          { column: 'promotions', isWide: true },
          { column: 'incentive', isWide: true },
          { column: 'culture', isWide: true },
          { column: 'secondLevel', isWide: true },
        ],
      },
      {
        heading: { zh: '最近交易', en: 'Last sales' },
        fields: [
          { column: 'orders' },
          { column: 'lastDay' },
          { column: 'line 1', isWide: true },
          { column: 'line 2', isWide: true },
          { column: 'line 3', isWide: true },
        ],
      },
    ],
    chart: {
      title: { zh: '近 12 个月净销售额', en: 'Net sales of the last 12 months' },
      description: {
        zh: '所选客户期间最后十二个月每月的净销售额',
        en: 'Net sales of the client picked, by month, over the last twelve months of the period',
      },
      series: { zh: '净销售额', en: 'Net sales' },
      color: SERIES.first,
      columns: 'month ',
    },
  },
  sources: ['clients', 'transactions', 'invoices', 'complaints', 'contacts', 'contracts', 'promotions'],
  settings: [],
});
