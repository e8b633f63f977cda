import type { Text } from '../../i18n/text';
import type { IndicatorPart } from './indicator-result';
import { bucketOf, IN_PERIOD, IN_PREVIOUS } from '../facts/time-slots';
import { EXCLUDED, HIT } from '../facts/verdict';
import { textAt } from '../model/columns';
import { tableOf } from '../model/dataset';
import { asDay, dayOf, NO_DAY } from '../model/day';
import { known, missing, type Outcome } from '../model/outcome';
import { missingRatio, ratioOf, type Ratio } from '../model/ratio';
import { GroupSums, sumOf } from '../model/sum';
import { countRefreshDue } from '../files/refresh-due';
import { ComplaintClocks, type ClockReading } from '../service/complaint-clocks';
import {
  defineComputed,
  defineRatio,
  defineSpread,
  partOf,
  ratioPart,
  type ComputedKpi,
  type Counting,
  type KpiInputs,
} from './define-kpi';
import { divideMeasured } from './measure-kpi';

/** Years whose last day lies in the period: a market figure is of a whole year. */
function yearsOf(inputs: KpiInputs): readonly number[] {
  const { columns, rows } = tableOf(inputs.dataset, 'market');
  const years = new Set<number>();
  for (let row = 0; row < rows; row++) {
    const year = columns.year?.[row] ?? NaN;
    if (year === year) years.add(year);
  }
  return [...years].sort((a, b) => a - b);
}

/**
 * The latest market year that the period touches and whose sales the data hold from January to December, and the one before it:
 * nine months of sales over a year's market would be a share of nothing.
 */
function marketYears(inputs: KpiInputs): readonly [number | undefined, number | undefined] {
  const { slots } = inputs.transactions;
  const { last } = inputs.window;
  const inPeriod = new Set(
    slots.filter(({ bucket, year }) => bucket === IN_PERIOD && lastDayOfYear(year) <= last).map(({ year }) => year),
  );
  const current = yearsOf(inputs)
    .filter((year) => inPeriod.has(year))
    .at(-1);
  return [current, current === undefined ? undefined : yearsOf(inputs).find((year) => year === current - 1)];
}

const lastDayOfYear = (year: number): number => dayOf(year, 12, 31);

const NOTHING: Ratio = missingRatio({ reason: 'no-rows' });

/** Own net sales of a year: in the regions that the market sheet names, or in all where it names none. */
function marketShareOf(inputs: KpiInputs, year: number | undefined): Ratio {
  if (year === undefined) return NOTHING;
  const { columns, rows } = tableOf(inputs.dataset, 'market');
  const totals = new Map<string, number>();
  for (let row = 0; row < rows; row++) {
    if (columns.year?.[row] !== year) continue;
    const total = columns.total?.[row] ?? NaN;
    const region = textAt(columns.region, row);
    if (total === total) totals.set(region, (totals.get(region) ?? 0) + total);
  }
  if (totals.size === 0) return NOTHING;
  const own = salesByRegion(inputs, year);
  const isWhole = totals.has('');
  const sales = isWhole
    ? sumOf([...own.values()].map(({ amount }) => amount))
    : sumOf([...totals.keys()].map((region) => own.get(region)?.amount ?? 0));
  const market = isWhole ? totals.get('')! : sumOf(totals.values());
  return ratioOf(sales, market, totals.size, 0);
}

const wordYear = (year: number | undefined): Text =>
  year === undefined ? { zh: '', en: '' } : { zh: `（${year}年全年）`, en: ` (the whole of ${year})` };

interface RegionSales {
  amount: number;
  readonly clients: Set<number>;
}

/** Net sales and clients with a sale, by region, of a year up to as-of. */
function salesByRegion({ transactions, lists }: KpiInputs, year: number): ReadonlyMap<string, RegionSales> {
  const rows = lists.lists.salesLines;
  const { lineRows } = transactions;
  const isYear = transactions.slots.map((slot) => slot.year === year);
  const amounts = new GroupSums(lists.regionNames.length);
  const byRegion = new Map<number, Set<number>>();
  for (let row = 0; row < rows.rows; row++) {
    const slot = lineRows.slot[row]!;
    if (slot < 0 || !isYear[slot]) continue;
    const region = rows.regionOf(row);
    let clients = byRegion.get(region);
    if (clients === undefined) {
      clients = new Set();
      byRegion.set(region, clients);
    }
    amounts.add(region, lineRows.amountAt(row));
    if (!lineRows.isReturnAt(row)) clients.add(rows.client[row]!);
  }
  return new Map(
    [...byRegion].map(([region, clients]) => [lists.regionNames[region]!, { amount: amounts.at(region), clients }]),
  );
}

/**
 * I01 market share. Formula: own net sales of the year / market total of the year (of the regions on the market sheet, or
 * of all where a row has no region). Of the latest whole year of the market sheet that the period touches. Source: features I01.
 */
const marketShare = defineComputed({
  id: 'I01',
  isCensus: true,
  label: { zh: '市场占有率', en: 'Market share' },
  family: 'information',
  unit: 'ratio',
  better: 'higher',
  valueKind: 'ratio',
  formula: (inputs) => {
    const of = wordYear(marketYears(inputs)[0]);
    return { zh: `本企业净销售额 / 市场总额${of.zh}`, en: `own net sales / market total${of.en}` };
  },
  needs: [['market.year', 'market.total', 'transactions.amount']],
  switchOn: { zh: '市场表（年度、地区、市场总额）', en: 'a market sheet with year, region and market total' },
  compute: (inputs) => {
    const [current, previous] = marketYears(inputs);
    return { current: marketShareOf(inputs, current), previous: marketShareOf(inputs, previous), trend: [] };
  },
});

function coverageRatio(
  inputs: KpiInputs,
  year: number | undefined,
): { readonly regions: Ratio; readonly clients: Ratio } {
  if (year === undefined) return { regions: NOTHING, clients: NOTHING };
  const { columns, rows } = tableOf(inputs.dataset, 'market');
  const own = salesByRegion(inputs, year);
  let targets = 0;
  let reached = 0;
  let targetClients = 0;
  const clients = new Set<number>();
  for (let row = 0; row < rows; row++) {
    const region = textAt(columns.region, row);
    if (columns.year?.[row] !== year || region === '') continue;
    if (columns.target !== undefined && columns.target[row] !== 1) continue;
    targets++;
    const found = own.get(region)?.clients ?? new Set<number>();
    if (found.size > 0) reached++;
    const wanted = columns.targetClients?.[row] ?? NaN;
    if (wanted !== wanted) continue;
    targetClients += wanted;
    for (const client of found) clients.add(client);
  }
  return {
    regions: ratioOf(reached, targets, targets, 0),
    clients: ratioOf(clients.size, targetClients, targets, 0),
  };
}

/**
 * I02 market coverage. Formula: target regions with at least one client with a sale in the year / target regions of the
 * market sheet; beside it clients / target clients. Source: features I02.
 */
const marketCoverage = defineComputed({
  id: 'I02',
  isCensus: true,
  label: { zh: '市场覆盖率', en: 'Market coverage' },
  family: 'information',
  unit: 'ratio',
  better: 'higher',
  valueKind: 'ratio',
  formula: (inputs) => {
    const of = wordYear(marketYears(inputs)[0]);
    return {
      zh: `有成交客户的目标地区 / 目标地区${of.zh}`,
      en: `target regions with a client / target regions${of.en}`,
    };
  },
  needs: [['market.year', 'market.region', 'transactions.client']],
  switchOn: { zh: '市场表（年度、地区、目标地区）', en: 'a market sheet with year, region and target region' },
  compute: (inputs) => {
    const [current, previous] = marketYears(inputs);
    return {
      current: coverageRatio(inputs, current).regions,
      previous: coverageRatio(inputs, previous).regions,
      trend: [],
    };
  },
  parts: (inputs) => [
    ratioPart(
      { zh: '客户数 / 目标客户数', en: 'Clients / target clients' },
      'ratio',
      coverageRatio(inputs, marketYears(inputs)[0]).clients,
    ),
  ],
});

const complaintsCounted: Counting = { over: 'complaints', by: 'received', share: () => () => HIT };

/**
 * I03 complaint rate. Formula: complaints received in the period / orders of the period. By category see 投诉汇总.
 * Source: features I03. @example 3 complaints, 150 orders //=> 2 %
 */
const complaintRate = defineComputed({
  id: 'I03',
  label: { zh: '投诉抱怨率', en: 'Complaint rate' },
  family: 'information',
  unit: 'ratio',
  better: 'lower',
  valueKind: 'ratio',
  formula: { zh: '投诉次数 / 订单数', en: 'complaints / orders' },
  needs: [
    ['complaints.received', 'transactions.day'],
    ['complaints.received', 'deliveries.orderDay'],
  ],
  switchOn: { zh: '投诉表（日期、客户）和订单', en: 'a complaints sheet with day and client, and orders' },
  byGroup: true,
  compute: (inputs, measure) => divideMeasured(measure.count(complaintsCounted), inputs.orders),
  parts: ({ sums }, measure) => {
    const active = sums.sales.reduce((count, sales) => count + (sales > 0 ? 1 : 0), 0);
    const received = measure.count(complaintsCounted).current.numerator;
    return [
      partOf(
        { zh: '每家有成交客户的投诉次数', en: 'Complaints for each client with a sale' },
        'number',
        active > 0 ? known(received / active) : missing({ reason: 'nothing-due' }),
      ),
    ];
  },
});

const clocksOf = ({ dataset, settings, calendar, window }: KpiInputs): ComplaintClocks =>
  new ComplaintClocks(dataset, settings, calendar, window);

const signOff: Counting = {
  over: 'complaints',
  by: 'received',
  share: (inputs) => {
    const clocks = clocksOf(inputs);
    return (row) => clocks.signOff(row);
  },
};

/**
 * I04 departments sign in time. Formula: complaints signed within a day (half a day after the laboratory) / complaints due
 * for signing. Not signed and the time over: late. Source: features I04, 001-28.
 */
const departments = defineRatio({
  id: 'I04',
  label: { zh: '内部响应及时率（部门签注）', en: 'Departments signing off on time' },
  family: 'information',
  unit: 'ratio',
  better: 'higher',
  formula: ({ settings }) => ({
    zh: `${settings['complaints.signOffDays']} 天内签注（需化验的：化验后 ${settings['complaints.labExtraDays']} 天内） / 应签注`,
    en: `signed within ${settings['complaints.signOffDays']} days (after a laboratory: ${settings['complaints.labExtraDays']}) / to be signed`,
  }),
  needs: [['complaints.received', 'complaints.signedByDepartment']],
  switchOn: {
    zh: '投诉表的「送达部门」和「部门签注」时间列',
    en: 'times sent to and signed by the department, on complaints',
  },
  counts: signOff,
});

const hoursBy =
  (read: (clocks: ComplaintClocks, row: number) => ClockReading | undefined, scale: number) => (inputs: KpiInputs) => {
    const clocks = clocksOf(inputs);
    return (row: number): number | undefined => {
      const reading = read(clocks, row);
      return reading === undefined ? undefined : reading.hours / scale;
    };
  };
const openOnly = (read: (clocks: ComplaintClocks, row: number) => ClockReading | undefined): Counting => ({
  over: 'complaints',
  by: 'received',
  share: (inputs) => {
    const clocks = clocksOf(inputs);
    return (row) => (read(clocks, row)?.isOpen === true ? HIT : EXCLUDED);
  },
});

const replyOf = (clocks: ComplaintClocks, row: number): ClockReading | undefined => clocks.reply(row);
const closingOf = (clocks: ComplaintClocks, row: number): ClockReading | undefined => clocks.closing(row);
const replySpread = { over: 'complaints', by: 'received', value: hoursBy(replyOf, 1) } as const;
const closingSpread = { over: 'complaints', by: 'received', value: hoursBy(closingOf, 24) } as const;

const OPEN_WORDS: Text = {
  zh: '其中未结（按截止日计，实际≥）',
  en: 'Of which open (to as-of; the true figure is at least this)',
};

/**
 * I05 response. Value: median working hours from receipt to first reply; without a reply, to the end of the as-of day (the
 * true figure is at least this). Source: features I05, definitions §2.
 */
const response = defineSpread({
  id: 'I05',
  label: { zh: '客户响应时间（工作小时，中位数）', en: 'Response time (working hours, median)' },
  family: 'information',
  unit: 'hours',
  better: 'lower',
  formula: { zh: '首次回复 − 受理（工作时间）的中位数', en: 'median of first reply − receipt in working hours' },
  needs: [['complaints.received', 'complaints.firstReply']],
  switchOn: { zh: '投诉表的「首次回复」时间列', en: 'the time of first reply, on complaints' },
  ...replySpread,
  parts: (_, measure) => [
    ratioPart(
      { zh: '90% 不超过（工作小时）', en: '90 % within (working hours)' },
      'hours',
      measure.spread(replySpread, 0.9),
    ),
    partOf(OPEN_WORDS, 'count', known(measure.count(openOnly(replyOf)).current.numerator)),
  ],
});

/**
 * I06 time to settle. Value: median days from receipt to closing; still open, to the end of the as-of day. Complaints
 * settled without a closing moment are left out and counted. Source: features I06.
 */
const settling = defineSpread({
  id: 'I06',
  label: { zh: '处理问题所需天数（中位数）', en: 'Days to resolve (median)' },
  family: 'information',
  unit: 'days',
  better: 'lower',
  formula: { zh: '结案 − 受理 的中位数（天）', en: 'median of closing − receipt in days' },
  needs: [['complaints.received', 'complaints.closed']],
  switchOn: { zh: '投诉表的「结案时间」列', en: 'the time of closing, on complaints' },
  ...closingSpread,
  parts: (_, measure) => [
    ratioPart({ zh: '90% 不超过（天）', en: '90 % within (days)' }, 'days', measure.spread(closingSpread, 0.9)),
    partOf(OPEN_WORDS, 'count', known(measure.count(openOnly(closingOf)).current.numerator)),
  ],
});

/** Five-point forms go to 5, ten-point forms to 10. */
const FIVE = 5;
const TEN = 10;

type SurveyColumn = 'product' | 'coordination' | 'price' | 'staff';

interface Answers {
  readonly values: readonly number[];
  readonly top: number;
}

/** Answers to one item in a bucket of time: from its own column, or from rows that name the item. */
function answersOf({ dataset, window }: KpiInputs, column: SurveyColumn, words: RegExp, bucket: number): Answers {
  const { columns, rows } = tableOf(dataset, 'survey');
  const values: number[] = [];
  for (let row = 0; row < rows; row++) {
    const day = columns.day?.[row] ?? NO_DAY;
    if (day === NO_DAY || day > window.last || bucketOf(window, asDay(day)) !== bucket) continue;
    const own = columns[column]?.[row] ?? NaN;
    const value = own === own ? own : words.test(textAt(columns.item, row)) ? (columns.score?.[row] ?? NaN) : NaN;
    if (value === value) values.push(value);
  }
  const scale = values.some((value) => value > FIVE) ? TEN : FIVE;
  return { values, top: scale - 1 };
}

function meanOf({ values }: Answers): Ratio {
  if (values.length === 0) return ratioOf(0, 0, 0, 0);
  const sum = sumOf(values);
  return ratioOf(sum, values.length, values.length, 0);
}

/** I07–I10: mean score of a survey item as it was asked; beside it the share of the two best marks. Source: features I07–I10. */
function defineSurveyItem(id: string, label: Text, column: SurveyColumn, words: RegExp): ComputedKpi {
  return defineComputed({
    id,
    label,
    family: 'information',
    unit: 'points',
    better: 'higher',
    valueKind: 'mean',
    formula: { zh: '该项得分的平均（原分制）', en: 'mean score of the item (scale as asked)' },
    needs: [[`survey.${column}`], ['survey.item', 'survey.score']],
    switchOn: { zh: `满意度表的「${label.zh}」列`, en: `the item “${label.en}” on the survey sheet` },
    compute: (inputs) => ({
      current: meanOf(answersOf(inputs, column, words, IN_PERIOD)),
      previous: meanOf(answersOf(inputs, column, words, IN_PREVIOUS)),
      trend: [],
    }),
    parts: (inputs): IndicatorPart[] => {
      const { values, top } = answersOf(inputs, column, words, IN_PERIOD);
      const share: Outcome<number> =
        values.length > 0
          ? known(values.filter((value) => value >= top).length / values.length)
          : missing({ reason: 'nothing-due' });
      return [partOf({ zh: '最高两档占比', en: 'Share of the two best marks' }, 'ratio', share)];
    },
  });
}

const surveyItems = [
  defineSurveyItem('I07', { zh: '环境与产品', en: 'Environment and product' }, 'product', /环境|产品|product/i),
  defineSurveyItem('I08', { zh: '服务的协调性', en: 'Coordination of service' }, 'coordination', /协调|coordination/i),
  defineSurveyItem('I09', { zh: '价格适度性', en: 'Fairness of price' }, 'price', /价格|price/i),
  defineSurveyItem(
    'I10',
    { zh: '员工服务态度和技能水平', en: 'Staff attitude and skill' },
    'staff',
    /员工|态度|staff/i,
  ),
];

/** Client fields of which a usable archive should hold something. */
const ARCHIVE_FIELDS = ['code', 'name', 'region', 'industry', 'contact', 'phone', 'address', 'rep'] as const;

/**
 * I11 health of the client information. Value: lines used or out of period / lines read, over all sheets; beside it how
 * full the client archive is, which share of its files is overdue for updating, and how many problems the data have. Source: features I11.
 */
const dataHealth = defineComputed({
  id: 'I11',
  label: { zh: '客户信息运行状况（数据可用率）', en: 'Client data quality (usable lines)' },
  family: 'information',
  unit: 'ratio',
  better: 'higher',
  valueKind: 'ratio',
  formula: { zh: '（读入行 − 拒收行） / 读入行', en: '(lines read − rejected) / lines read' },
  needs: [],
  switchOn: { zh: '任意一张客户或交易表', en: 'any sheet of clients or transactions' },
  compute: ({ dataset }) => {
    const bySheet = new Map(dataset.accounts.map((account) => [account.sheet, account]));
    const accounts = [...bySheet.values()];
    const read = accounts.reduce((sum, account) => sum + account.read, 0);
    const rejected = accounts.reduce((sum, account) => sum + account.rejected, 0);
    return {
      current: ratioOf(read - rejected, read, read, 0),
      previous: missingRatio({ reason: 'no-period-before' }),
      trend: [],
    };
  },
  parts: ({ dataset, window, settings }) => {
    const { columns, rows } = tableOf(dataset, 'clients');
    let filled = 0;
    for (const field of ARCHIVE_FIELDS) {
      for (let client = 0; client < rows; client++) if (textAt(columns[field], client) !== '') filled++;
    }
    const cells = rows * ARCHIVE_FIELDS.length;
    return [
      partOf(
        { zh: '客户资料完整度', en: 'Completeness of client files' },
        'ratio',
        cells > 0 ? known(filled / cells) : missing({ reason: 'no-sheet', sheet: 'clients' }),
      ),
      ratioPart(
        { zh: '到期未更新的资料', en: 'Files overdue for updating' },
        'ratio',
        countRefreshDue(dataset, window.asOf, settings),
      ),
      partOf(
        { zh: '数据问题数', en: 'Problems in the data' },
        'count',
        known(Object.values(dataset.issueCounts).reduce((sum, count) => sum + count, 0)),
      ),
    ];
  },
});

export const informationKpis = [
  marketShare,
  marketCoverage,
  complaintRate,
  departments,
  response,
  settling,
  ...surveyItems,
  dataHealth,
];
