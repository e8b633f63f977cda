import { analyse } from '../../src/core/analyse';
import type { Analysis } from '../../src/core/analysis';
import type { ComplaintFigures } from '../../src/core/service/complaints';
import type { DeliveryClasses } from '../../src/core/service/delivery-classes';
import type { GroupIndicators, IndicatorResult } from '../../src/core/kpis/indicator-result';
import type { Dataset } from '../../src/core/model/dataset';
import { firstDayOfMonth, isoOf, monthOf } from '../../src/core/model/day';
import { moneyOf, quantityOf } from '../../src/core/model/money';
import { known, missing } from '../../src/core/model/outcome';
import { missingRatio, ratioOf } from '../../src/core/model/ratio';
import type { PeriodChoice } from '../../src/core/model/period';
import { settingsWith, type Settings } from '../../src/core/settings';
import { aDataset, day } from './dataset-builder';
import { seededRandom } from './seeded-random';

/** A data set and what its analysis says: what a report is laid out from. */
export interface Analysed {
  readonly dataset: Dataset;
  readonly analysis: Analysis;
}

/** The analysis of a data set as of a day, with parts replaced by hand. */
export function anAnalysis(
  dataset: Dataset,
  options: {
    readonly asOf?: string;
    readonly period?: PeriodChoice;
    readonly settings?: Partial<Settings>;
    readonly replace?: Partial<Analysis>;
  } = {},
): Analysed {
  const asOf = day(options.asOf ?? '2025-12-31');
  const analysis = analyse(dataset, {
    today: asOf,
    asOf,
    period: options.period ?? { kind: 'last12m' },
    settings: settingsWith(options.settings ?? {}),
  });
  return { dataset, analysis: { ...analysis, ...options.replace } };
}

/** Three clients of 70, 20 and 10 units: tiers Ⅰ, Ⅱ and Ⅲ under every rule. */
export function threeClients(): Dataset {
  return aDataset()
    .withClients([
      { code: 'C1', name: '东方饲料', region: '华东' },
      { code: 'C2', name: '南海贸易', region: '华南' },
      { code: 'C3', name: '西岭牧业', region: '' },
    ])
    .withTransactions([
      { client: 'C1', day: '2025-03-01', amount: 70, orderNo: 'A1' },
      { client: 'C2', day: '2025-05-01', amount: 20, orderNo: 'A2' },
      { client: 'C3', day: '2025-06-01', amount: 10, orderNo: 'A3' },
    ])
    .build();
}

/** An indicator that nobody computed: numerator over denominator, and a trend of equal months. */
export function anIndicator(
  id: string,
  zh: string,
  en: string,
  numerator: number,
  denominator: number,
  more: Partial<IndicatorResult> = {},
): IndicatorResult {
  const current = ratioOf(numerator, denominator, denominator, 0);
  return {
    id,
    label: { zh, en },
    formula: { zh: '分子 ÷ 分母', en: 'numerator / denominator' },
    family: 'external',
    unit: 'ratio',
    better: 'higher',
    kind: 'ratio',
    current,
    previous: missingRatio({ reason: 'no-period-before' }),
    coverage: known(1),
    isCoverageLow: false,
    isSmall: false,
    interval: missing({ reason: 'no-rows' }),
    parts: [],
    breakdown: [],
    target: missing({ reason: 'not-entered' }),
    status: missing({ reason: 'not-entered' }),
    trend: [],
    needs: { zh: '', en: '' },
    ...more,
  };
}

/** Service figures by hand, so that every sheet has something to show. */
export function serviceFigures(analysis: Analysis): Partial<Analysis> {
  const months = analysis.months.map(({ month }) => month);
  const trendOf = (base: number, swing: number): IndicatorResult['trend'] =>
    months.map((month, index) => ({
      month,
      ratio: ratioOf(Math.round((base + ((index % 3) - 1) * swing) * 1000), 1000, 1000, 3),
    }));
  const indicators: IndicatorResult[] = [
    anIndicator('K02', '准时率', 'On-time rate', 912, 1000, {
      family: 'internal',
      target: known(0.95),
      status: known('bad'),
      trend: trendOf(0.912, 0.02),
      previous: ratioOf(930, 1000, 1000, 0),
    }),
    anIndicator('order.inFull', '足量率', 'In full', 960, 1000, { family: 'order', trend: trendOf(0.96, 0.01) }),
    anIndicator('order.otif', '准时足量率 OTIF', 'OTIF', 880, 1000, { family: 'order', trend: trendOf(0.88, 0.02) }),
    anIndicator('E04', '到货货损率', 'Damage rate', 4, 1000, {
      better: 'lower',
      target: known(0.005),
      status: known('good'),
      trend: trendOf(0.004, 0.001),
    }),
    anIndicator('E05', '货物丢失率', 'Loss rate', 1, 1000, { better: 'lower', trend: trendOf(0.001, 0.001) }),
    anIndicator('E06', '货物发送错误率', 'Mis-shipment rate', 2, 20, {
      better: 'lower',
      isSmall: true,
      interval: known([0.028, 0.301]),
      trend: trendOf(0.006, 0.002),
    }),
    anIndicator('E01', '订货到交货天数(中位数)', 'Order to delivery, median days', 3, 1, {
      kind: 'median',
      unit: 'days',
      parts: [
        { label: { zh: 'P90', en: 'P90' }, unit: 'days', value: known(6) },
        { label: { zh: '三天内', en: 'within 3 days' }, unit: 'ratio', value: known(0.71) },
      ],
    }),
    anIndicator('I03', '投诉抱怨率', 'Complaint rate', 12, 340, { family: 'information', better: 'lower' }),
    anIndicator('K09', '仓容利用率', 'Use of storage capacity', 0, 0, {
      current: missingRatio({ reason: 'no-sheet', sheet: 'indicatorEntries' }),
      family: 'internal',
      needs: { zh: '在「指标录入」表填写即可算出', en: 'enter it on the sheet “Operating figures”' },
    }),
  ];
  const clientIndicators: GroupIndicators[] = analysis.clients
    .filter(({ lines }) => lines > 0)
    .map(({ client, name, orders }, index) => ({
      client,
      group: name,
      orders,
      targets: {},
      statuses: {},
      ratios: {
        K02: ratioOf(9 + (index % 2), 10, 10, 0),
        E04: index % 3 === 0 ? missingRatio({ reason: 'nothing-due' }) : ratioOf(index % 4, 1000, 10, 0),
      },
    }));
  const first = months[0] ?? monthOf(analysis.period.from);
  const deliveryClasses: DeliveryClasses = {
    lucky: 120,
    reasonable: 260,
    incident: 40,
    openIncidents: 3,
    excluded: 5,
    n: 420,
    byPromise: 0,
    limits: { lucky: 0, reasonable: 3 },
    shares: { lucky: known(120 / 420), reasonable: known(260 / 420), incident: known(40 / 420) },
    trend: months.map((month, index) => ({
      month,
      lucky: 8 + (index % 5),
      reasonable: 20 + (index % 7),
      incident: 2 + (index % 4),
    })),
    incidents: analysis.clients.slice(0, 12).map(({ client }, index) => ({
      client,
      orderNo: `D2025-${String(index + 1).padStart(4, '0')}`,
      product: '育肥猪配合饲料',
      orderDay: firstDayOfMonth(first),
      handedDay: index % 4 === 0 ? missing({ reason: 'not-entered' }) : known(day('2025-02-20')),
      days: 30 - index,
      daysLate: missing({ reason: 'not-entered' }),
      sheet: '交易',
      row: index + 2,
    })),
    openOrders: analysis.clients.slice(0, 6).map(({ client, tier }, index) => ({
      client,
      orderNo: `D2025-9${index}`,
      product: '',
      orderDay: known(day('2025-12-01')),
      promisedDay: index % 2 ? missing({ reason: 'not-entered' }) : known(day('2025-12-20')),
      openQuantity: known(quantityOf(12.5)),
      overdueDays: 11 - index,
      isUntouched: true,
      tier,
      sheet: '交易',
      row: index + 20,
    })),
    openOrderCount: 6,
    openByProduct: known(new Map()),
    closedRests: { lines: 0, quantity: quantityOf(0) },
    late: { lines: 6, untouched: 6 },
  };
  const complaints: ComplaintFigures = {
    received: 12,
    calendarDays: 365,
    daysAreWorking: false,
    perDay: known(12 / 365),
    resolved: 9,
    resolution: ratioOf(9, 12, 12, 0),
    compensation: moneyOf(15200.5),
    stages: [
      {
        stage: '产品质量',
        label: { zh: '产品质量', en: 'Product quality' },
        count: 5,
        share: 5 / 12,
        per100Orders: known(1.47),
        topProblems: ['霉变', '结块', '异味'],
        measures: ['更换供应商批次', '入库抽检加倍'],
      },
      {
        stage: '运输',
        label: { zh: '运输', en: 'Transport' },
        count: 4,
        share: 4 / 12,
        per100Orders: known(1.18),
        topProblems: ['破包', '淋雨'],
        measures: ['加盖篷布'],
      },
      {
        stage: '包装',
        label: { zh: '包装', en: 'Packaging' },
        count: 2,
        share: 2 / 12,
        per100Orders: known(0.59),
        topProblems: ['封口不牢'],
        measures: [],
      },
      {
        stage: '管理',
        label: { zh: '管理', en: 'Management' },
        count: 1,
        share: 1 / 12,
        per100Orders: missing({ reason: 'no-rows' }),
        topProblems: [],
        measures: [],
      },
    ],
    problems: ['破包', '霉变', '结块', '淋雨', '封口不牢', '异味'].map((problem, index, all) => ({
      problem,
      count: [4, 3, 2, 1, 1, 1][index]!,
      share: [4, 3, 2, 1, 1, 1][index]! / 12,
      cumulativeShare: [4, 7, 9, 10, 11, 12][index]! / (all.length * 2),
    })),
    trend: months.map((month, index) => ({ month, received: 1 + (index % 2), resolved: 1 })),
    hoursToReply: known({ n: 12, median: 3.5, p90: 20, open: 1 }),
    hoursToClose: known({ n: 12, median: 52, p90: 240, open: 3 }),
    signOffs: [{ department: '质检部', ratio: ratioOf(3, 4, 4, 1) }],
    unapproved: [{ client: 0, complaintNo: 'T-003', amount: moneyOf(3200), sheet: '投诉', row: 4 }],
    unfounded: 0,
    hoursToSite: known({ n: 2, median: 6, p90: 9, open: 0 }),
    steps: [{ step: 'received', label: { zh: '受理', en: 'Received' }, count: 3 }],
    untold: [],
    evaluations: [{ label: { zh: '过程评估', en: 'Process' }, mean: ratioOf(40, 10, 10, 2) }],
    open: [
      {
        client: 0,
        complaintNo: 'T-011',
        receivedDay: day('2025-11-02'),
        stage: '运输',
        problem: '破包',
        ageDays: 59,
        step: { zh: '已回复', en: 'Replied' },
        escalation: { zh: '区域经理', en: 'area manager' },
        lacking: [],
        sheet: '投诉',
        row: 12,
      },
      {
        client: 1,
        complaintNo: 'T-012',
        receivedDay: day('2025-12-20'),
        stage: '产品质量',
        problem: '霉变',
        ageDays: 11,
        step: { zh: '已回复', en: 'Replied' },
        escalation: { zh: '区域经理', en: 'area manager' },
        lacking: [],
        sheet: '投诉',
        row: 13,
      },
    ],
  };
  return {
    indicators,
    clientIndicators,
    regionIndicators: [
      { client: -1, group: '华东', orders: 120, targets: {}, statuses: {}, ratios: { K02: ratioOf(110, 120, 120, 0) } },
    ],
    repIndicators: [
      { client: -1, group: '', orders: 12, targets: {}, statuses: {}, ratios: { K02: ratioOf(10, 12, 12, 0) } },
    ],
    deliveryClasses: known(deliveryClasses),
    complaints: known(complaints),
  };
}

const REGIONS = ['华东', '华南', '华北', '西南', '东北', ''];

/** So many clients over three years, by a seed: sizes fall off as in life. */
export function manyClients(clients: number, lines: number, seed = 7): Dataset {
  const random = seededRandom(seed);
  const from = day('2023-01-01');
  return aDataset()
    .withClients(
      Array.from({ length: clients }, (_, index) => ({
        code: `KH${String(index + 1).padStart(4, '0')}`,
        name: `${['东方', '南海', '西岭', '北原', '江淮', '岭南', '川渝', '齐鲁'][index % 8]}${['饲料', '牧业', '贸易', '养殖场', '物流'][index % 5]}${index + 1}有限公司`,
        region: REGIONS[index % REGIONS.length]!,
        industry: ['饲料', '养殖', '贸易'][index % 3]!,
        rep: ['王芳', '李强', '张伟'][index % 3]!,
      })),
    )
    .withTransactions(
      Array.from({ length: lines }, (_, index) => {
        const client = Math.floor(clients * random.next() ** 2.5);
        return {
          client: `KH${String(client + 1).padStart(4, '0')}`,
          day: isoOf((from + random.whole(0, 1094)) as typeof from),
          amount: Math.round(random.next() ** 2 * 30_000_00) / 100 + 50,
          quantity: random.whole(1, 40),
          orderNo: `DH${String(index + 1).padStart(6, '0')}`,
        };
      }),
    )
    .build();
}
