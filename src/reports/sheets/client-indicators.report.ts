import { wordNumber } from '../../i18n/wording';
import type { Analysis } from '../../core/analysis';
import { nameOf } from '../../core/measures/measures';
import type { GroupIndicators } from '../../core/kpis/indicator-result';
import { known, missing, type Outcome } from '../../core/model/outcome';
import { joinTexts, verbatim, type Text, fill } from '../../i18n/text';
import { count, label, ratio, text, userText, wrapped, type Column } from '../layout/columns';
import { defineReport, defineTable, type AnyTable } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { CELL, TAB } from '../layout/theme';
import { STATUS_WORDS } from '../words/domain-words';
import { SHEET_WORDS } from '../words/sheet-words';
import { clientAt, clientColumns, STATUS_TONES } from './parts/client-columns';
import { SINGLED_OUT } from './parts/indicator-trend';

type Groups = 'clientIndicators' | 'regionIndicators' | 'repIndicators';

/** One of each that a client asks about, as far as it is on: the whole list stands on the indicators sheet. */
function idsOf(analysis: Analysis, groups: Groups): readonly string[] {
  const ids = new Set<string>();
  for (const { ratios } of analysis[groups]) for (const id in ratios) ids.add(id);
  return Object.values(SINGLED_OUT).flatMap((candidates) => {
    const isOn = candidates.find((id) => ids.has(id));
    return isOn === undefined ? [] : [isOn];
  });
}

/** One column an indicator. */
function ratioColumns({ analysis }: ReportContext, ids: readonly string[]): readonly Column<GroupIndicators>[] {
  return ids.map((id) => {
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

/** Status over the indicators shown, and which of them are off target; groups with too few rows are not judged. */
function statusColumns({ analysis }: ReportContext, ids: readonly string[]): readonly Column<GroupIndicators>[] {
  const shown = ids.map((id) => ({
    id,
    name: analysis.indicators.find((one) => one.id === id)?.label ?? verbatim(id),
  }));
  const worst = ({ statuses }: GroupIndicators): Outcome<Text> => {
    const judged = shown.flatMap(({ id }) => {
      const status = statuses[id];
      return status?.known ? [status.value] : [];
    });
    const found = (['bad', 'watch', 'good'] as const).find((status) => judged.includes(status));
    return found ? known(STATUS_WORDS[found]) : missing({ reason: 'no-rows' });
  };
  const offTarget = ({ statuses }: GroupIndicators): Text =>
    joinTexts(
      shown.flatMap(({ id, name }) => {
        const status = statuses[id];
        return status?.known && status.value !== 'good' ? [name] : [];
      }),
      { zh: '、', en: ', ' },
    );
  return [
    label<GroupIndicators>({ zh: '状态', en: 'Status' }, worst, {
      tones: STATUS_TONES,
      silent: true,
      hideWhenEmpty: true,
      minWidth: 11,
    }),
    wrapped<GroupIndicators>({ zh: '未达标', en: 'Off target' }, offTarget, { hideWhenEmpty: true, maxWidth: 24 }),
  ];
}

function figureColumns(context: ReportContext, groups: Groups): readonly Column<GroupIndicators>[] {
  const ids = idsOf(context.analysis, groups);
  return [...ratioColumns(context, ids), ...statusColumns(context, ids)];
}

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
      count<GroupIndicators>(nameOf('orders'), ({ orders }) => orders),
      ...figureColumns(context, id),
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
  tab: TAB.service,
  needs: [],
  isOfClients: true,
  missing: ({ analysis }) =>
    analysis.clientIndicators.length > 0
      ? undefined
      : {
          zh: '没有按客户可算的指标：需要发货、签收或投诉的列',
          en: 'no indicator by client: columns of deliveries or complaints are needed',
        },
  orientation: 'landscape',
  freezeHeader: true,
  keyedBy: 'first',
  message: ({ analysis: { clientIndicators: all } }) =>
    fill(
      { zh: '{n} 家客户有发货或投诉可算', en: '{n} clients have deliveries or complaints to be measured' },
      { n: wordNumber(all.length) },
    ),
  rows: ({ analysis }) => analysis.clientIndicators,
  columns: (context) => [
    ...clientColumns<GroupIndicators>(({ client }, at) => clientAt(client, at)),
    // No total: only clients with an indicator are listed, and the orders of all stand on 客户统计.
    count<GroupIndicators>(nameOf('orders'), ({ orders }) => orders),
    ...figureColumns(context, 'clientIndicators'),
    userText<GroupIndicators>({ zh: '备注', en: 'Notes' }, { id: 'notes' }),
  ],
  tables: [
    groupTable('regionIndicators', { zh: '按地区', en: 'By region' }, { zh: '地区', en: 'Region' }),
    groupTable('repIndicators', { zh: '按业务员', en: 'By sales rep' }, { zh: '业务员', en: 'Sales rep' }),
  ],
  sources: ['deliveries', 'transactions', 'returns', 'complaints'],
  settings: ['delivery.graceDays', 'delivery.fullTolerance', 'delivery.promise'],
});
