import { byCodePoint } from '../../core/model/by-code-point';
import type { ClassGroup, SchemeQuality } from '../../core/standing/class-quality';
import type { ClassifiedClient } from '../../core/standing/classified-clients';
import type { ClassFigures } from '../../core/standing/class-figures';
import { mapOutcome, valueOr } from '../../core/model/outcome';
import { fill, joinTexts, type Text } from '../../i18n/text';
import { wordNumber, wordPercent } from '../../i18n/wording';
import {
  count,
  growth,
  label,
  money,
  number,
  ratio,
  share,
  text,
  userText,
  wrapped,
  type Column,
} from '../layout/columns';
import { defineReport, defineTable, type ChartDefinition } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { SERIES, TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { clientAt, clientColumns } from './parts/client-columns';

const figures = ({ analysis }: ReportContext): ClassFigures | undefined =>
  analysis.classes.known ? analysis.classes.value : undefined;

/** Levels in the order in which a person goes through them. */
const LEVEL_ORDER = ['key', 'focus', 'general', 'target', 'lead', 'lost'];
/** Schemes whose reasons stand in the last column; those of the others restate a column or stand on a sheet of their own. */
const EXPLAINED = ['accountLevel', 'lifecycle', 'managedTier'];

function sortedClients(context: ReportContext): readonly ClassifiedClient[] {
  const classes = figures(context);
  if (!classes) return [];
  const levelAt = classes.schemes.findIndex(({ id }) => id === 'accountLevel');
  const orders = classes.clients.map((client) => {
    const level = client.classAt(levelAt);
    return level.known ? LEVEL_ORDER.indexOf(level.value.code) : LEVEL_ORDER.length;
  });
  const { clients } = context.analysis;
  return [...classes.clients].sort(
    (a, b) =>
      orders[a.client]! - orders[b.client]! ||
      (clients[b.client]?.netAmount ?? 0) - (clients[a.client]?.netAmount ?? 0) ||
      byCodePoint(clientAt(a.client, context).code, clientAt(b.client, context).code) ||
      a.client - b.client,
  );
}

/** Schemes that have a sheet of their own: on this one they would only repeat it. */
const ELSEWHERE = ['tier', 'pyramid', 'profit', 'creditGrade', 'opportunity', 'intention'];

/** Say something else than how much a client counts: they stand beside the leading grade, where clients differ in them. */
const BESIDE = ['lifecycle', 'oldNew', 'urgency', 'satisfaction'];

interface SchemeColumns {
  /** The firm's own grade, and what tells clients apart beside it. */
  readonly leading: readonly Column<ClassifiedClient>[];
  /** The other grades, and what is the same for every client: behind the outline. */
  readonly folded: readonly Column<ClassifiedClient>[];
}

function schemeColumns(context: ReportContext): SchemeColumns {
  const classes = figures(context);
  const main = context.analysis.settings['classes.main'];
  const leading: Column<ClassifiedClient>[] = [];
  const folded: Column<ClassifiedClient>[] = [];
  (classes?.schemes ?? []).forEach(({ id, label: header }, at) => {
    if (id !== main && ELSEWHERE.includes(id)) return;
    const isLeading = id === main || (BESIDE.includes(id) && isTellingApart(classes!.clients, at));
    const column = label<ClassifiedClient>(header, (client) => mapOutcome(client.classAt(at), ({ value }) => value), {
      id,
      hideWhenEmpty: true,
      minWidth: 9,
      maxWidth: 16,
      ...(!isLeading && { isFolded: true }),
    });
    if (id === main) leading.unshift(column);
    else (isLeading ? leading : folded).push(column);
  });
  return { leading, folded };
}

/** Whether two clients are of different classes. */
function isTellingApart(clients: readonly ClassifiedClient[], at: number): boolean {
  const codes = new Set<string>();
  for (const client of clients) {
    const found = client.classAt(at);
    if (found.known) codes.add(found.value.code);
  }
  return codes.size > 1;
}

function reasonsOf(classified: ClassifiedClient, context: ReportContext): Text {
  const tierReason = context.analysis.clients[classified.client]?.tierReason;
  const schemes = figures(context)?.schemes ?? [];
  return joinTexts(
    schemes.flatMap(({ id, label: name }, at) => {
      if (!EXPLAINED.includes(id)) return [];
      const value = classified.classAt(at);
      if (!value.known) return [];
      // The tier of 客户等级, whose reason stands there.
      if (id === 'managedTier' && value.value.reason.zh === tierReason?.zh) return [];
      return [fill({ zh: '{name}：{reason}', en: '{name}: {reason}' }, { name, reason: value.value.reason })];
    }),
  );
}

const quality = defineTable<SchemeQuality>({
  id: 'quality',
  heading: {
    zh: '分类质量（可衡量、需求足量、可开发、反应差异）',
    en: 'Quality of each classification: four principles',
  },
  rows: (context) => figures(context)?.quality.filter(({ groups }) => groups.length > 0) ?? [],
  columns: [
    text({ zh: '分类', en: 'Classification' }, (scheme) => scheme.label, { maxWidth: 16 }),
    wrapped({ zh: '结论', en: 'Verdict' }, ({ verdict }) => verdict, { maxWidth: 30 }),
    count({ zh: '组数', en: 'Groups' }, ({ groups }) => groups.length),
    ratio({ zh: '可分类客户', en: 'Clients classified' }, ({ measurable }) => measurable.value),
    ratio({ zh: '最小组金额占比', en: 'Smallest group' }, ({ smallestShare }) => smallestShare),
    ratio({ zh: '联系得上（最低组）', en: 'Reachable, lowest group' }, ({ reachable }) => reachable),
    number(
      { zh: '户均金额最大/最小', en: 'Sales per client, largest to smallest group' },
      ({ difference }) => difference,
      {
        style: { numberFormat: '0.0' },
      },
    ),
  ],
});

interface GroupLine extends ClassGroup {
  readonly scheme: Text;
}

const groups = defineTable<GroupLine>({
  id: 'classGroups',
  heading: { zh: '各分类的构成', en: 'Composition of each class' },
  hasFilter: true,
  rows: (context) =>
    figures(context)?.quality.flatMap(({ label: scheme, groups: own }) => own.map((group) => ({ ...group, scheme }))) ??
    [],
  columns: [
    text({ zh: '分类', en: 'Classification' }, ({ scheme }) => scheme, { minWidth: 12 }),
    text({ zh: '组', en: 'Group' }, (group) => group.label, { minWidth: 14 }),
    count({ zh: '客户数', en: 'Clients' }, ({ clients }) => clients),
    money({ zh: '净销售额', en: 'Net sales' }, ({ netAmount }) => netAmount),
    share({ zh: '金额占比', en: 'Share of sales' }, ({ shareOfAmount }) => shareOfAmount),
    growth({ zh: '增减', en: 'Change' }, (group) => group.growth, { hideWhenEmpty: true }),
    ratio({ zh: '毛利率', en: 'Margin' }, ({ margin }) => margin, { hideWhenEmpty: true }),
    ratio({ zh: '联系得上', en: 'Reachable' }, ({ contactable }) => contactable),
  ],
});

const levels = defineTable<ClassGroup>({
  id: 'levels',
  heading: { zh: '图表数据：各级别客户数', en: 'Chart data: clients by level' },
  isChartData: true,
  rows: (context) => figures(context)?.quality.find(({ id }) => id === 'accountLevel')?.groups ?? [],
  columns: [
    text({ zh: '级别', en: 'Level' }, (group) => group.label, { id: 'level', span: 2 }),
    count({ zh: '客户数', en: 'Clients' }, ({ clients }) => clients, { id: 'clients' }),
  ],
});

interface NearMiss {
  readonly client: number;
  readonly visits: number;
  readonly reason: Text;
}

const nearMisses = defineTable<NearMiss>({
  id: 'nearMisses',
  heading: { zh: '差一步成为潜在（目标）客户', en: 'One step short of target prospect' },
  rows: ({ analysis }) =>
    analysis.prospects.flatMap(({ isNearMiss, visits, reason }, client) => {
      const level = analysis.keyAccounts.known ? analysis.keyAccounts.value.clients[client]?.level : undefined;
      return isNearMiss && level === 'lead' ? [{ client, visits, reason }] : [];
    }),
  whenEmpty: { zh: '没有。', en: 'None.' },
  columns: [
    ...clientColumns<NearMiss>(({ client }, context) => clientAt(client, context)),
    count({ zh: '拜访次数', en: 'Visits' }, ({ visits }) => visits),
    text({ zh: '还差什么', en: 'What is missing' }, ({ reason }) => reason, { maxWidth: 60 }),
  ],
});

const LEVEL_CHART: ChartDefinition = {
  id: 'levels',
  kind: 'column',
  title: { zh: '各级别客户数', en: 'Clients by level' },
  description: {
    zh: '重点、焦点、一般等各级别的客户数。',
    en: 'Clients of each level: key, focus, general and so on.',
  },
  table: 'levels',
  category: 'level',
  series: [{ column: 'clients', color: SERIES.first }],
  valueAxis: { numberFormat: '0', min: 0 },
  legend: 'none',
  gapWidth: 60,
};

/** 000-C1…C3, 001-5…11, 003-8, 003-11…15, 003-19, 004-12, 002-1: one row a client, a column a scheme. */
export const clientClasses = defineReport<ClassifiedClient>({
  id: 'clientClasses',
  sheet: { zh: '客户分类', en: 'Client classes' },
  purpose: {
    zh: '重点、焦点、生命周期、新老、规模等各种分类，理由和做法',
    en: 'Key, focus, life cycle, old and new, size and the other classes, why, and what to do',
  },
  tab: TAB.clients,
  needs: [],
  missing: ({ analysis }) => (analysis.classes.known ? undefined : wordMissing(analysis.classes.why)),
  orientation: 'landscape',
  freezeHeader: true,
  keyedBy: 'first',
  message: (context) => {
    const level = figures(context)?.quality.find(({ id }) => id === 'accountLevel');
    const [top] = [...(level?.groups ?? [])].sort((a, b) => valueOr(b.shareOfAmount, 0) - valueOr(a.shareOfAmount, 0));
    if (!top?.shareOfAmount.known) return undefined;
    return fill(
      { zh: '{label}客户 {n} 家，占净销售额的 {share}', en: '{label}: {n} clients, {share} of net sales' },
      { label: top.label, n: wordNumber(top.clients), share: wordPercent(top.shareOfAmount.value) },
    );
  },
  highlights: (context) => {
    const level = figures(context)?.quality.find(({ id }) => id === 'accountLevel');
    const { keyAccounts } = context.analysis;
    if (!level) return [];
    return [
      joinTexts(
        level.groups.map(({ label: name, clients }) =>
          fill({ zh: '{name} {n} 家', en: '{name}: {n}' }, { name, n: wordNumber(clients) }),
        ),
        { zh: '   |   ', en: '   |   ' },
      ),
      ...(keyAccounts.known
        ? [fill({ zh: '重点客户{by}。', en: 'Key clients are {by}.' }, { by: keyAccounts.value.rankedByText })]
        : []),
    ];
  },
  banners: ({ analysis: { keyAccounts } }) =>
    keyAccounts.known && keyAccounts.value.smallBook.known
      ? [
          {
            tone: 'watch' as const,
            text: fill({ zh: '▲ {text}。', en: '▲ {text}.' }, { text: keyAccounts.value.smallBook.value.text }),
          },
        ]
      : [],
  rows: sortedClients,
  columns: (context) => {
    const { leading, folded } = schemeColumns(context);
    return [
      ...clientColumns<ClassifiedClient>(({ client }, inner) => clientAt(client, inner)),
      ...leading,
      text({ zh: '怎么做', en: 'What to do' }, ({ strategy }) => strategy, { maxWidth: 40 }),
      text({ zh: '为什么', en: 'Why' }, reasonsOf, { maxWidth: 60 }),
      userText({ zh: '备注', en: 'Notes' }, { id: 'notes' }),
      ...folded,
    ];
  },
  tables: [quality, groups, nearMisses, levels],
  charts: [LEVEL_CHART],
  // Of the schemes those that stand in columns of their own.
  slicers: ['accountLevel', 'lifecycle', 'region'],
  sources: ['clients', 'transactions', 'contacts', 'prospects', 'invoices', 'complaints'],
  settings: [
    'classes.main',
    'key.topN',
    'key.oldYears',
    'focus.rise',
    'focus.drop',
    'lifecycle.band',
    'lifecycle.significance',
    'rhythm.overdueTimes',
    'rhythm.lostTimes',
    'size.cutA',
    'size.cutB',
    'prospect.minVisits',
  ],
});
