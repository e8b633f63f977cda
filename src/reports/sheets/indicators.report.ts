import type { IndicatorGroup, IndicatorPart, IndicatorResult, IndicatorUnit } from '../../core/kpis/indicator-result';
import { known, mapOutcome, missing, type Outcome } from '../../core/model/outcome';
import { fill, joinTexts, type Text, verbatim } from '../../i18n/text';
import { wordNumber, wordPercent } from '../../i18n/wording';
import type { CellStyle } from '../../workbook/style';
import type { Accident } from '../../core/service/accidents';
import { count, day, label, money, number, ratio, text, wrapped } from '../layout/columns';
import { defineReport, defineTable, type ChartDefinition } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { CELL, FORMAT, SERIES, TAB } from '../layout/theme';
import { STATUS_WORDS } from '../words/domain-words';
import { wordMissing } from '../words/missing-words';
import { SHEET_WORDS } from '../words/sheet-words';
import { clientAt, STATUS_TONES } from './parts/client-columns';
import { idInSources, monthlyIndicators, SERVICE_CHART, trendTable } from './parts/indicator-trend';
import { originColumn } from './parts/origin-column';

const FAMILY: Readonly<Record<IndicatorResult['family'], Text>> = {
  internal: { zh: '内部指标', en: 'Internal' },
  external: { zh: '外部指标', en: 'External' },
  information: { zh: '客户信息指标', en: 'Client information' },
  order: { zh: '订单', en: 'Orders' },
};

const UNIT: Readonly<Record<IndicatorUnit, Text>> = {
  ratio: { zh: '比率', en: 'ratio' },
  days: { zh: '天', en: 'days' },
  hours: { zh: '小时', en: 'hours' },
  count: { zh: '次', en: 'count' },
  amount: { zh: '金额', en: 'amount' },
  per100: { zh: '每百单', en: 'per 100 orders' },
  per1000: { zh: '每千单', en: 'per 1,000' },
  perMillionKm: { zh: '每百万公里', en: 'per million km' },
  points: { zh: '分', en: 'points' },
  perPerson: { zh: '每人（或每工时）', en: 'per person (or hour)' },
  number: { zh: '', en: '' },
};

const UNIT_FORMAT: Readonly<Record<IndicatorUnit, string>> = {
  ratio: FORMAT.fineRatio,
  days: '0.0',
  hours: '0.0',
  count: FORMAT.count,
  amount: FORMAT.money,
  per100: '0.00',
  per1000: '0.00',
  perMillionKm: '0.00',
  points: '0.00',
  perPerson: '#,##0.##',
  number: '#,##0.##',
};

const inUnit = ({ unit }: IndicatorResult): CellStyle => ({ ...CELL.number, numberFormat: UNIT_FORMAT[unit] });

function wordPart({ label: name, unit, value }: IndicatorPart): Text {
  const shown = value.known
    ? unit === 'ratio'
      ? wordPercent(value.value)
      : `${wordNumber(value.value, Number.isInteger(value.value) ? 0 : 1)}`
    : '—';
  return fill({ zh: '{name} {shown}', en: '{name} {shown}' }, { name, shown });
}

/** What has to be known beside the figure: why it is missing, how few rows carry it, its further parts. */
function remark(indicator: IndicatorResult): Text {
  if (!indicator.current.value.known)
    return joinTexts(
      [wordMissing(indicator.current.value.why), ...(indicator.needs.zh === '' ? [] : [indicator.needs])],
      { zh: '；', en: '; ' },
    );
  const remarks: Text[] = [
    ...(indicator.alsoCalled
      ? [fill({ zh: '又称{name}', en: 'also called {name}' }, { name: indicator.alsoCalled })]
      : []),
    ...indicator.parts.map(wordPart),
  ];
  if (indicator.isSmall) {
    remarks.push(
      indicator.interval.known
        ? fill(
            { zh: '样本少，95% 区间 {from}–{to}', en: 'small sample, 95 % interval {from}–{to}' },
            { from: wordPercent(indicator.interval.value[0]), to: wordPercent(indicator.interval.value[1]) },
          )
        : { zh: '样本少，仅供参考', en: 'small sample, indicative only' },
    );
  }
  if (indicator.isCoverageLow) remarks.push({ zh: '覆盖率低', en: 'low coverage' });
  return joinTexts(remarks, { zh: '；', en: '; ' });
}

const FAULTS_CHART: ChartDefinition = {
  id: 'faults',
  kind: 'line',
  title: { zh: '差错类指标走势（越低越好）', en: 'Faults by month (lower is better)' },
  description: {
    zh: '货损率、丢失率、发货错误率各月走势。',
    en: 'Damage, loss and mis-shipment rates by month.',
  },
  table: 'trend',
  category: 'month',
  minRows: 2,
  series: [
    { column: 'damage', color: SERIES.bad, markers: true },
    { column: 'loss', color: SERIES.second, markers: true },
    { column: 'misShipment', color: SERIES.first, markers: true, dash: true },
  ],
  valueAxis: { numberFormat: '0.0%', min: 0 },
};

const OTIF_CHART: ChartDefinition = {
  id: 'otif',
  kind: 'line',
  title: { zh: '准时、足量与 OTIF 走势', en: 'On time, in full and OTIF by month' },
  description: { zh: '准时率、足量率和准时足量率各月走势。', en: 'On-time, in-full and OTIF rates by month.' },
  table: 'trend',
  category: 'month',
  minRows: 2,
  series: [
    { column: 'onTime', color: SERIES.first, markers: true },
    { column: 'inFull', color: SERIES.third, markers: true, dash: true },
    { column: 'otif', color: SERIES.second, markers: true },
  ],
  valueAxis: { numberFormat: '0%', max: 1, startsAtData: 0.1 },
};

/** A median is no quotient: of how many it is one stands under n. */
const partOf = ({ kind, current }: IndicatorResult, part: 'numerator' | 'denominator'): Outcome<number> =>
  kind === 'median' || kind === 'product' ? missing({ reason: 'nothing-due' }) : known(current[part]);

interface LackingLine {
  readonly why: Text;
  readonly names: Text;
  readonly indicators: number;
}

/** What lacks, and which indicators it would switch on: the most first. */
function lackingLines({ analysis }: ReportContext): readonly LackingLine[] {
  const byWhy = new Map<string, { why: Text; names: Text[] }>();
  for (const { current, needs, label: name } of analysis.indicators) {
    if (current.value.known) continue;
    const why = joinTexts([wordMissing(current.value.why), ...(needs.zh === '' ? [] : [needs])], {
      zh: '；',
      en: '; ',
    });
    const found = byWhy.get(why.zh);
    if (found) found.names.push(name);
    else byWhy.set(why.zh, { why, names: [name] });
  }
  return [...byWhy.values()]
    .map(({ why, names }) => ({ why, names: joinTexts(names, { zh: '、', en: ', ' }), indicators: names.length }))
    .sort((a, b) => b.indicators - a.indicators);
}

const lacking = defineTable<LackingLine>({
  id: 'lacking',
  heading: { zh: '还缺的资料：补上就能算', en: 'What lacks: with it these could be measured' },
  rows: lackingLines,
  whenEmpty: { zh: '都算得出。', en: 'All are measured.' },
  columns: [
    count({ zh: '项数', en: 'Indicators' }, ({ indicators: n }) => n),
    wrapped({ zh: '缺什么', en: 'What lacks' }, ({ why }) => why, { span: 4 }),
    wrapped({ zh: '能算的指标', en: 'Would be measured' }, ({ names }) => names, { span: 8 }),
  ],
});

interface BrokenDown extends IndicatorGroup {
  readonly indicator: IndicatorResult;
}

const byGroup = defineTable<BrokenDown>({
  id: 'breakdown',
  heading: { zh: '按仓库、车辆、供应商、产品', en: 'By warehouse, vehicle, supplier, product' },
  rows: ({ analysis }) =>
    analysis.indicators.flatMap((indicator) => indicator.breakdown.map((group) => ({ ...group, indicator }))),
  missing: ({ analysis }) =>
    analysis.indicators.some(({ breakdown }) => breakdown.length > 0)
      ? undefined
      : {
          zh: '没有「盘点」「仓库使用」「车辆运行」「采购」「生产日报」表',
          en: 'there is no sheet of stock-taking, warehouse use, fleet, purchasing or production',
        },
  columns: [
    text({ zh: '编号', en: 'Id' }, ({ indicator }) => indicator.id, { id: 'breakdownId' }),
    text({ zh: '指标', en: 'Indicator' }, ({ indicator }) => indicator.label, { id: 'breakdownOf', maxWidth: 30 }),
    number({ zh: '本期', en: 'This period' }, ({ ratio: { value } }) => value, {
      styleOf: ({ indicator }) => inUnit(indicator),
    }),
    text({ zh: '分组', en: 'Group' }, ({ group }) => (group === '' ? SHEET_WORDS.blankGroup : group), { span: 2 }),
    number({ zh: '分子', en: 'Numerator' }, ({ ratio: { numerator } }) => numerator, {
      style: { numberFormat: '#,##0.##' },
    }),
    number({ zh: '分母', en: 'Denominator' }, ({ ratio: { denominator } }) => denominator, {
      style: { numberFormat: '#,##0.##' },
    }),
    count({ zh: '样本 n', en: 'n' }, ({ ratio: { n } }) => n),
    count({ zh: '排除', en: 'Left out' }, ({ ratio: { excluded } }) => excluded),
  ],
});

const accidents = defineTable<Accident>({
  id: 'accidents',
  heading: { zh: '交通事故', en: 'Traffic accidents' },
  rows: ({ analysis }) => (analysis.accidents.known ? analysis.accidents.value : []),
  missing: ({ analysis }) => (analysis.accidents.known ? undefined : wordMissing(analysis.accidents.why)),
  whenEmpty: { zh: '本期没有事故。', en: 'No accident in the period.' },
  columns: [
    text({ zh: '发货单号', en: 'Delivery' }, ({ deliveryNo, orderNo }) => deliveryNo || orderNo, { maxWidth: 16 }),
    text({ zh: '客户', en: 'Client' }, ({ client }, context) => clientAt(client, context).name || '', { maxWidth: 30 }),
    day({ zh: '发货日期', en: 'Shipped' }, ({ shippedDay }) => shippedDay),
    text({ zh: '车号', en: 'Vehicle' }, ({ vehicle }) => vehicle, { hideWhenEmpty: true, maxWidth: 12 }),
    text({ zh: '承运', en: 'Carrier' }, ({ carrier }) => carrier, { hideWhenEmpty: true, maxWidth: 14 }),
    number({ zh: '损坏量', en: 'Damaged' }, ({ damaged }) => damaged, { silent: true }),
    number({ zh: '丢失量', en: 'Lost' }, ({ lost }) => lost, { silent: true }),
    money({ zh: '赔偿额', en: 'Paid' }, ({ compensation }) => compensation, { total: 'sum' }),
    originColumn<Accident>(),
  ],
});

/** K01–K20, E01–E10, I01–I11: every indicator with all that is needed to check it. */
export const indicators = defineReport<IndicatorResult>({
  id: 'indicators',
  sheet: { zh: '物流指标', en: 'Indicators' },
  purpose: {
    zh: '各项物流指标：数值、分子分母、样本、目标、状态和走势',
    en: 'Every indicator: value, numerator, denominator, sample, target, status and trend',
  },
  tab: TAB.service,
  needs: [],
  missing: ({ analysis }) =>
    analysis.indicators.some(({ current }) => current.value.known)
      ? undefined
      : {
          zh: '没有可计算的指标：需要发货、签收、投诉等列',
          en: 'no indicator can be computed: columns of deliveries or complaints are needed',
        },
  orientation: 'landscape',
  freezeHeader: false,
  message: ({ analysis: { indicators: all } }) => {
    const measured = all.filter(({ current }) => current.value.known);
    const bad = measured.filter(({ status }) => status.known && status.value !== 'good');
    return fill(
      {
        zh: '{n} 项算得出，{bad} 项没到目标{which}；还缺资料的 {rest} 项在下面',
        en: '{n} indicators measured, {bad} short of the target{which}; {rest} that lack data stand below',
      },
      {
        n: wordNumber(measured.length),
        bad: wordNumber(bad.length),
        which:
          bad.length === 0
            ? verbatim('')
            : fill(
                { zh: '（{names}）', en: ' ({names})' },
                {
                  names: joinTexts(
                    bad.slice(0, 4).map(({ label: name }) => name),
                    { zh: '、', en: ', ' },
                  ),
                },
              ),
        rest: wordNumber(all.length - measured.length),
      },
    );
  },
  highlights: () => [
    {
      zh: '指标 = Σ分子 ÷ Σ分母。缺数据的行不计入，另列「排除」；没有数据显示 —，不当作 0。',
      en: 'Indicator = Σ numerator ÷ Σ denominator. Rows without data are left out and counted; unknown is —, never 0.',
    },
  ],
  rows: ({ analysis }) => analysis.indicators.filter(({ current }) => current.value.known),
  columns: [
    text({ zh: '编号', en: 'Id' }, idInSources, { key: true, minWidth: 8, maxWidth: 14 }),
    text({ zh: '指标', en: 'Indicator' }, (indicator) => indicator.label, {
      key: true,
      minWidth: 20,
      maxWidth: 30,
      style: { wrap: true },
    }),
    number({ zh: '本期', en: 'This period' }, ({ current }) => current.value, { styleOf: inUnit, silent: false }),
    label({ zh: '单位', en: 'Unit' }, ({ unit }) => UNIT[unit], { minWidth: 8 }),
    number({ zh: '上期', en: 'Previous period' }, ({ previous }) => previous.value, { styleOf: inUnit, silent: true }),
    number({ zh: '目标', en: 'Target' }, ({ target }) => target, { styleOf: inUnit, silent: true }),
    label({ zh: '状态', en: 'Status' }, ({ status }) => mapOutcome(status, (value) => STATUS_WORDS[value]), {
      tones: STATUS_TONES,
      silent: true,
      minWidth: 11,
    }),
    number({ zh: '分子', en: 'Numerator' }, (indicator) => partOf(indicator, 'numerator'), {
      silent: true,
      style: { numberFormat: '#,##0.##' },
    }),
    number({ zh: '分母', en: 'Denominator' }, (indicator) => partOf(indicator, 'denominator'), {
      silent: true,
      style: { numberFormat: '#,##0.##' },
    }),
    count({ zh: '样本 n', en: 'n' }, ({ current }) => current.n),
    count({ zh: '排除', en: 'Left out' }, ({ current }) => current.excluded),
    ratio({ zh: '覆盖率', en: 'Coverage' }, ({ coverage }) => coverage, { silent: true }),
    wrapped({ zh: '说明', en: 'Remarks' }, remark, { maxWidth: 36 }),
    wrapped({ zh: '算法', en: 'Formula' }, ({ formula }) => formula, { maxWidth: 34 }),
    text({ zh: '类别', en: 'Family' }, ({ family }) => FAMILY[family], { maxWidth: 18 }),
  ],
  tables: [
    lacking,
    byGroup,
    accidents,
    monthlyIndicators,
    trendTable(['onTime', 'inFull', 'otif', 'damage', 'loss', 'misShipment']),
  ],
  charts: [OTIF_CHART, SERVICE_CHART, FAULTS_CHART],
  sources: [
    'deliveries',
    'transactions',
    'returns',
    'complaints',
    'stockTakes',
    'warehouses',
    'fleet',
    'purchases',
    'production',
    'indicatorEntries',
  ],
  settings: [
    'report.alertOnTimeBelow',
    'report.alertDamageAbove',
    'report.coverageBelow',
    'report.smallSample',
    'delivery.graceDays',
    'delivery.fullTolerance',
    'delivery.promise',
  ],
});
