import type { Analysis, GroupIndicators } from '../../core/analysis';
import { missing, type Outcome } from '../../core/model/outcome';
import { fill, joinTexts, verbatim, type Text } from '../../i18n/text';
import { wordPercent } from '../../i18n/wording';
import { count, label, ratio, text, userText, type Column } from '../columns';
import { defineReport, defineTable, type AnyTable } from '../define-report';
import type { ReportContext } from '../report-context';
import { CELL, TAB } from '../theme';
import { STATUS_WORDS } from '../words/domain-words';
import { SHEET_WORDS } from '../words/sheet-words';
import { clientAt, clientColumns, STATUS_TONES } from './parts/client-columns';

type Groups = 'clientIndicators' | 'regionIndicators' | 'repIndicators';

/** Ids in the order of the indicators sheet. */
function idsOf(analysis: Analysis, groups: Groups): readonly string[] {
  const ids = new Set(analysis[groups].flatMap(({ ratios }) => Object.keys(ratios)));
  const order = analysis.indicators.map(({ id }) => id);
  return [...order.filter((id) => ids.has(id)), ...[...ids].filter((id) => !order.includes(id))];
}

/** One column an indicator. */
function ratioColumns({ analysis }: ReportContext, groups: Groups): readonly Column<GroupIndicators>[] {
  return idsOf(analysis, groups).map((id) => {
    const indicator = analysis.indicators.find((one) => one.id === id);
    const name: Text = indicator?.label ?? verbatim(id);
    const isRatio = !indicator || indicator.unit === 'ratio';
    return ratio<GroupIndicators>(
      name,
      ({ ratios }): Outcome<number> => ratios[id]?.value ?? missing({ reason: 'no-rows' }),
      { id, hideWhenEmpty: true, maxWidth: 12, style: isRatio ? CELL.ratio : CELL.number },
    );
  });
}

/** The worst status of a group; groups with too few rows are not judged. */
function worstStatus({ statuses }: GroupIndicators): Outcome<Text> {
  const known = Object.values(statuses).flatMap((status) => (status.known ? [status.value] : []));
  const worst = (['bad', 'watch', 'good'] as const).find((status) => known.includes(status));
  return worst ? { known: true, value: STATUS_WORDS[worst] } : missing({ reason: 'no-rows' });
}

/** What is off target, with the target: read off the statuses. */
function wordOffTarget({ statuses, targets }: GroupIndicators, { analysis }: ReportContext): Text {
  return joinTexts(
    Object.entries(statuses).flatMap(([id, status]) => {
      const target = targets[id];
      if (!status.known || status.value === 'good' || target === undefined) return [];
      const name = analysis.indicators.find((one) => one.id === id)?.label ?? verbatim(id);
      return [
        fill({ zh: '{name}(目标 {target})', en: '{name} (target {target})' }, { name, target: wordPercent(target) }),
      ];
    }),
    { zh: '、', en: ', ' },
  );
}

const statusColumns = (): Column<GroupIndicators>[] => [
  label({ zh: '状态', en: 'Status' }, worstStatus, {
    tones: STATUS_TONES,
    silent: true,
    hideWhenEmpty: true,
    minWidth: 11,
  }),
  text({ zh: '未达标', en: 'Off target' }, wordOffTarget, { hideWhenEmpty: true, maxWidth: 44 }),
];

function groupTable(id: Groups, heading: Text, header: Text): AnyTable {
  return defineTable<GroupIndicators>({
    id,
    heading,
    rows: ({ analysis }) => analysis[id],
    columns: (context) => [
      text<GroupIndicators>(header, ({ group }) => (group === '' ? SHEET_WORDS.blankGroup : group), {
        id: 'group',
        span: 2,
      }),
      count<GroupIndicators>({ zh: '订单数', en: 'Orders' }, ({ orders }) => orders),
      ...ratioColumns(context, id),
      ...statusColumns(),
    ],
  });
}

/** On-time, damage, loss, mis-shipment, returns and complaints by client, region and rep. */
export const clientIndicators = defineReport<GroupIndicators>({
  id: 'clientIndicators',
  sheet: { zh: '客户指标', en: 'Indicators by client' },
  purpose: {
    zh: '每个客户、地区、业务员的准时、货损、丢失、错发、退货、投诉',
    en: 'On-time, damage, loss, mis-shipment, returns and complaints by client, region and rep',
  },
  tab: TAB.read,
  needs: [],
  missing: ({ analysis }) =>
    analysis.clientIndicators.length > 0
      ? undefined
      : {
          zh: '没有按客户可算的指标:需要发货、签收或投诉的列',
          en: 'no indicator by client: columns of deliveries or complaints are needed',
        },
  orientation: 'landscape',
  freezeHeader: true,
  keyedBy: 'first',
  rows: ({ analysis }) => analysis.clientIndicators,
  columns: (context) => [
    ...clientColumns<GroupIndicators>(({ client }, at) => clientAt(client, at)),
    count<GroupIndicators>({ zh: '订单数', en: 'Orders' }, ({ orders }) => orders, { total: 'sum' }),
    ...ratioColumns(context, 'clientIndicators'),
    ...statusColumns(),
    userText<GroupIndicators>({ zh: '备注', en: 'Notes' }, { id: 'notes' }),
  ],
  tables: [
    groupTable('regionIndicators', { zh: '按地区', en: 'By region' }, { zh: '地区', en: 'Region' }),
    groupTable('repIndicators', { zh: '按业务员', en: 'By sales rep' }, { zh: '业务员', en: 'Sales rep' }),
  ],
  sources: ['deliveries', 'transactions', 'returns', 'complaints'],
  settings: ['delivery.graceDays', 'delivery.fullTolerance', 'delivery.promise'],
});
