import { fill, joinTexts, type Text } from '../../i18n/text';
import { wordNumber } from '../../i18n/wording';
import { textAt } from '../model/columns';
import { tableOf, type Dataset } from '../model/dataset';
import { asDay, NO_DAY, type Day } from '../model/day';
import { moneyOf, type Money } from '../model/money';
import { known, missing, type Outcome } from '../model/outcome';
import { missingRatio, ratioOf, type Ratio } from '../model/ratio';
import { medianOf } from '../model/order-statistics';
import { GroupSums } from '../model/sum';
import type { TableOf } from '../model/tables';
import { isInPeriod, type Period } from '../model/period';
import type { Settings } from '../settings';
import { levelOf, yesOrNo } from '../model/judged-words';
import {
  DAYS_OF_MONTH,
  gradeByAttributes,
  gradeByMonths,
  gradeHabc,
  laterGrade,
  PIPELINE_GRADES,
  type Habc,
  type PipelineGrade,
} from './pipeline-grades';

/** Marks beside a grade. */
export type PipelineFlag = 'check' | 'conflict' | 'needsUpdate' | 'insufficient' | 'notApplicable' | 'watch';
export type PipelineState = 'open' | 'won' | 'lost';

export const PIPELINE_FLAG_LABELS: Readonly<Record<PipelineFlag, Text>> = {
  check: { zh: '需核对：属性不一致', en: 'check: attributes do not agree' },
  conflict: { zh: '需核对：月数与属性不一致', en: 'check: months and attributes do not agree' },
  needsUpdate: { zh: '需更新：预计日期已过', en: 'update: the expected day has passed' },
  insufficient: { zh: '资料不足', en: 'too little data' },
  notApplicable: { zh: '不适用：无客观需要', en: 'not applicable: no objective need' },
  watch: {
    zh: '大客户用小供应商、投入小，密切关注',
    en: 'large client, small vendor, small investment: watch closely',
  },
};

export const PIPELINE_GRADE_LABELS: Readonly<Record<PipelineGrade, Text>> = {
  A: { zh: '商机A', en: 'Opportunity A' },
  B: { zh: '商机B', en: 'Opportunity B' },
  C: { zh: '商机C', en: 'Opportunity C' },
  D: { zh: '商机D', en: 'Opportunity D' },
};

export const HABC_LABELS: Readonly<Record<Habc, Text>> = {
  H: { zh: '意向H', en: 'Intention H' },
  A: { zh: '意向A', en: 'Intention A' },
  B: { zh: '意向B', en: 'Intention B' },
  C: { zh: '意向C', en: 'Intention C' },
  overdue: { zh: '逾期未订', en: 'Overdue, not ordered' },
};

/** How to keep in touch, by grade. Source: 000-C8. */
export const KEEP_IN_TOUCH: Readonly<Record<PipelineGrade, Text>> = {
  A: { zh: '进入销售流程，专人拜访促成交', en: 'in the sales process: visit and close' },
  B: { zh: '密切联系，留意转为A', en: 'keep close contact, watch for a move to A' },
  C: { zh: '定期维护，介绍案例客户', en: 'contact regularly, show reference clients' },
  D: {
    zh: '常规活动（DM、传真、发表会、特价），定期维护，用案例转变观念',
    en: 'campaigns (mailings, presentations, offers), regular contact, case studies',
  },
};

export interface Opportunity {
  readonly client: number;
  readonly opportunity: string;
  readonly region: string;
  readonly rep: string;
  readonly state: PipelineState;
  /** Missing: closed, not applicable, or nothing to grade by. */
  readonly grade: Outcome<PipelineGrade>;
  readonly habc: Outcome<Habc>;
  readonly flags: readonly PipelineFlag[];
  readonly monthsToClose: Outcome<number>;
  readonly expectedDay: Outcome<Day>;
  readonly expectedAmount: Outcome<Money>;
  readonly nextStep: string;
  readonly keepInTouch: Text;
  readonly reason: Text;
  readonly sheet: string;
  readonly row: number;
}

export interface Pipeline {
  /** Every row of the sheet, in its order. */
  readonly opportunities: readonly Opportunity[];
  /** Open ones by grade. */
  readonly grades: readonly GradeFigures[];
  readonly ungraded: number;
  readonly habc: readonly { readonly habc: Habc; readonly count: number }[];
  /** Grade A or intention H, soonest first: indexes into `opportunities`. 预计成交名单 */
  readonly expectedDeals: readonly number[];
  readonly expectedAmount: Money;
  /** Σ probability × amount over open ones that have both; no probability is preset. */
  readonly weightedForecast: Outcome<Money>;
  /** won / (won + lost) of what was closed in the period. */
  readonly winRate: Ratio;
  readonly funnel: readonly {
    readonly stage: FunnelStage;
    readonly label: Text;
    readonly count: number;
    /** Of those at the stage before: quoted / opportunities, won / quoted, lost / opportunities. */
    readonly conversion: Ratio;
    /** Median days from the stage before: created to quoted, quoted to won, created to lost. */
    readonly days: Outcome<number>;
  }[];
  /** The client's most urgent open grade: one value a client. */
  readonly gradeOfClient: ReadonlyMap<number, PipelineGrade>;
  readonly habcOfClient: ReadonlyMap<number, Habc>;
  /** Clients with an open quotation. */
  readonly quotedClients: ReadonlySet<number>;
}

export interface GradeFigures {
  readonly grade: PipelineGrade;
  readonly count: number;
  readonly expectedAmount: Money;
}

export type FunnelStage = 'opportunity' | 'quoted' | 'won' | 'lost';

const FUNNEL_LABELS: Readonly<Record<FunnelStage, Text>> = {
  opportunity: { zh: '销售机会', en: 'Opportunities' },
  quoted: { zh: '已报价', en: 'Quoted' },
  won: { zh: '成交', en: 'Won' },
  lost: { zh: '失败', en: 'Lost' },
};

const WON = /^(成交|已成交|成功|赢单?|won|win|success|closed won)$/i;
const LOST = /^(失败|未成交|丢单|输单?|放弃|流失|lost|lose|fail(ed)?|closed lost)$/i;

/** @example stateOf('成交', '') //=> 'won'; stateOf('', '跟进') //=> 'open' */
export function stateOf(result: string, stage: string): PipelineState {
  const word = result.trim() === '' ? stage.trim() : result.trim();
  return WON.test(word) ? 'won' : LOST.test(word) ? 'lost' : 'open';
}

/**
 * Opportunities graded, and what they promise.
 *
 * Rule: months to close and the decision table each give a grade; where they differ the later one holds and the row is
 * flagged. Without attributes the months alone grade, flagged 资料不足, and without a day too it is D. A day that has passed is
 * flagged 需更新 and grades nothing.
 * Counts: every row; only open ones are graded. Amounts in fen.
 * Missing: no 商机 sheet.   Source: 000-C4…C8, 004-11, 002-4, definitions §5.
 * @example expected in 2 months, attributes say B //=> B, flagged as a conflict
 */
export function gradePipeline(dataset: Dataset, asOf: Day, period: Period, settings: Settings): Outcome<Pipeline> {
  const table = tableOf(dataset, 'prospects');
  if (table.rows === 0) return missing({ reason: 'no-sheet', sheet: 'prospects' });
  const opportunities: Opportunity[] = [];
  for (let row = 0; row < table.rows; row++) opportunities.push(opportunityOf(dataset, table, row, asOf, settings));

  const amounts = new GroupSums(PIPELINE_GRADES.length);
  const counts = new Int32Array(PIPELINE_GRADES.length);
  const expected = new GroupSums(2);
  const habc = new Map<Habc, number>();
  const gradeOfClient = new Map<number, PipelineGrade>();
  const habcOfClient = new Map<number, Habc>();
  const quotedClients = new Set<number>();
  const expectedDeals: number[] = [];
  let ungraded = 0;
  let weighted = 0;
  let won = 0;
  let lost = 0;
  let undated = 0;
  opportunities.forEach((one, row) => {
    const isQuoted = (table.columns.quotedDay?.[row] ?? NO_DAY) !== NO_DAY;
    if (one.state !== 'open') {
      const closed = table.columns.closedDay?.[row] ?? NO_DAY;
      if (closed === NO_DAY) undated++;
      else if (isInPeriod(period, closed)) {
        if (one.state === 'won') won++;
        else lost++;
      }
      return;
    }
    if (isQuoted && one.client >= 0) quotedClients.add(one.client);
    const amount = table.columns.expectedAmount?.[row] ?? NaN;
    const chance = probabilityAt(table, row);
    if (!Number.isNaN(amount) && chance !== undefined) {
      expected.add(1, amount * chance);
      weighted++;
    }
    if (one.habc.known) {
      habc.set(one.habc.value, (habc.get(one.habc.value) ?? 0) + 1);
      keepSooner(habcOfClient, one.client, one.habc.value, HABC_ORDER);
    }
    if (!one.grade.known) {
      ungraded++;
    } else {
      const at = PIPELINE_GRADES.indexOf(one.grade.value);
      counts[at]!++;
      if (!Number.isNaN(amount)) amounts.add(at, amount);
      keepSooner(gradeOfClient, one.client, one.grade.value, PIPELINE_GRADES);
    }
    const isExpected = (one.grade.known && one.grade.value === 'A') || (one.habc.known && one.habc.value === 'H');
    if (isExpected) {
      expectedDeals.push(row);
      if (!Number.isNaN(amount)) expected.add(0, amount);
    }
  });
  const soonness = (row: number): number => {
    const { expectedDay, monthsToClose } = opportunities[row]!;
    if (expectedDay.known) return expectedDay.value - asOf;
    return monthsToClose.known ? monthsToClose.value * DAYS_OF_MONTH : Number.MAX_SAFE_INTEGER;
  };
  return known({
    opportunities,
    grades: PIPELINE_GRADES.map((grade, i) => ({ grade, count: counts[i]!, expectedAmount: moneyOf(amounts.at(i)) })),
    ungraded,
    habc: HABC_ORDER.map((one) => ({ habc: one, count: habc.get(one) ?? 0 })),
    expectedDeals: expectedDeals.sort((a, b) => soonness(a) - soonness(b) || a - b),
    expectedAmount: moneyOf(expected.at(0)),
    weightedForecast: weighted > 0 ? known(moneyOf(expected.at(1))) : missing({ reason: 'not-entered' }),
    winRate: ratioOf(won, won + lost, won + lost, undated),
    funnel: describeFunnel(table, opportunities),
    gradeOfClient,
    habcOfClient,
    quotedClients,
  });
}

/**
 * How many opportunities came how far, and how long it took them.
 *
 * Quoted: with a day of quotation; won: of those quoted where any quotation is known, else of all; days between two stages from the rows
 * that have both, the later not before the earlier. Source: 002-4. @example 10 opportunities, 5 quoted, 2 of them won //=> 50 %, 40 %
 */
function describeFunnel(table: TableOf<'prospects'>, opportunities: readonly Opportunity[]): Pipeline['funnel'] {
  const { createdDay, quotedDay, closedDay } = table.columns;
  const dayAt = (column: Int32Array | undefined, row: number): number => column?.[row] ?? NO_DAY;
  const rows = opportunities.map((one, row) => ({ state: one.state, row }));
  const quoted = rows.filter(({ row }) => dayAt(quotedDay, row) !== NO_DAY);
  const won = rows.filter(({ state }) => state === 'won');
  const lost = rows.filter(({ state }) => state === 'lost');
  const wonQuoted = won.filter(({ row }) => dayAt(quotedDay, row) !== NO_DAY);
  const between = (
    of: readonly { readonly row: number }[],
    from: Int32Array | undefined,
    to: Int32Array | undefined,
  ): Outcome<number> => {
    const days = of
      .filter(({ row }) => dayAt(from, row) !== NO_DAY && dayAt(to, row) >= dayAt(from, row))
      .map(({ row }) => dayAt(to, row) - dayAt(from, row));
    return days.length === 0 ? missing({ reason: 'not-entered' }) : known(medianOf(Float64Array.from(days).sort()));
  };
  const share = (part: number, whole: number, leftOut = 0): Ratio => ratioOf(part, whole, whole, leftOut);
  const all = rows.length;
  return [
    {
      stage: 'opportunity',
      label: FUNNEL_LABELS.opportunity,
      count: all,
      conversion: missingRatio({ reason: 'nothing-due' }),
      days: missing({ reason: 'nothing-due' }),
    },
    {
      stage: 'quoted',
      label: FUNNEL_LABELS.quoted,
      count: quoted.length,
      conversion: share(quoted.length, all),
      days: between(quoted, createdDay, quotedDay),
    },
    quoted.length > 0
      ? {
          stage: 'won',
          label: FUNNEL_LABELS.won,
          count: won.length,
          conversion: share(wonQuoted.length, quoted.length, won.length - wonQuoted.length),
          days: between(wonQuoted, quotedDay, closedDay),
        }
      : {
          stage: 'won',
          label: FUNNEL_LABELS.won,
          count: won.length,
          conversion: share(won.length, all),
          days: between(won, createdDay, closedDay),
        },
    {
      stage: 'lost',
      label: FUNNEL_LABELS.lost,
      count: lost.length,
      conversion: share(lost.length, all),
      days: between(lost, createdDay, closedDay),
    },
  ];
}

/** The most urgent first; an overdue order is called today, so it comes before all. */
const HABC_ORDER: readonly Habc[] = ['overdue', 'H', 'A', 'B', 'C'];

function keepSooner<T>(map: Map<number, T>, client: number, value: T, order: readonly T[]): void {
  if (client < 0) return;
  const before = map.get(client);
  if (before === undefined || order.indexOf(value) < order.indexOf(before)) map.set(client, value);
}

function opportunityOf(
  dataset: Dataset,
  table: TableOf<'prospects'>,
  row: number,
  asOf: Day,
  settings: Settings,
): Opportunity {
  const { columns } = table;
  const state = stateOf(textAt(columns.result, row), textAt(columns.stage, row));
  const expectedDay = columns.expectedDay?.[row] ?? NO_DAY;
  const writtenMonths = columns.expectedMonths?.[row] ?? NaN;
  const months =
    expectedDay !== NO_DAY
      ? (expectedDay - asOf) / DAYS_OF_MONTH
      : Number.isNaN(writtenMonths)
        ? undefined
        : writtenMonths;
  const days =
    expectedDay !== NO_DAY ? expectedDay - asOf : months === undefined ? undefined : Math.round(months * DAYS_OF_MONTH);
  const amount = columns.expectedAmount?.[row] ?? NaN;
  const graded = state === 'open' ? gradeOpen(table, row, months, settings) : CLOSED;
  const flags = [...graded.flags];
  // Where the sheet says how much is to be spent, only a small sum is a reason to watch.
  const spends = textAt(columns.investment, row);
  if (
    state === 'open' &&
    isLarge(textAt(columns.size, row)) &&
    isSmall(textAt(columns.vendorSize, row)) &&
    (columns.investment === undefined || SMALL_SUM.test(spends))
  ) {
    flags.push('watch');
  }
  return {
    client: columns.client?.[row] ?? -1,
    opportunity: textAt(columns.opportunity, row),
    region: textAt(columns.region, row),
    rep: textAt(columns.rep, row),
    state,
    grade: graded.grade,
    habc: state === 'open' ? known(gradeHabc(days, settings)) : missing({ reason: 'nothing-due' }),
    flags,
    monthsToClose: months === undefined ? missing({ reason: 'not-entered' }) : known(months),
    expectedDay: expectedDay === NO_DAY ? missing({ reason: 'not-entered' }) : known(asDay(expectedDay)),
    expectedAmount: Number.isNaN(amount) ? missing({ reason: 'not-entered' }) : known(moneyOf(amount)),
    nextStep: textAt(columns.nextStep, row),
    keepInTouch: graded.grade.known
      ? KEEP_IN_TOUCH[graded.grade.value]
      : state === 'open'
        ? { zh: '先补齐资料', en: 'complete the data first' }
        : { zh: '已结束', en: 'closed' },
    reason: joinTexts([graded.reason, ...flags.map((flag) => PIPELINE_FLAG_LABELS[flag])]),
    ...table.origin.placeAt(row, dataset.sheets),
  };
}

interface Graded {
  readonly grade: Outcome<PipelineGrade>;
  readonly flags: readonly PipelineFlag[];
  readonly reason: Text;
}

const CLOSED: Graded = {
  grade: missing({ reason: 'nothing-due' }),
  flags: [],
  reason: { zh: '已结束', en: 'closed' },
};

function gradeOpen(table: TableOf<'prospects'>, row: number, months: number | undefined, settings: Settings): Graded {
  const { columns } = table;
  const hasSystem = columns.hasSystem?.[row] ?? -1;
  const byMonths = gradeByMonths(months, settings);
  const flags: PipelineFlag[] = months !== undefined && months < 0 ? ['needsUpdate'] : [];
  const byAttributes = gradeByAttributes(
    {
      hasSystem: hasSystem < 0 ? undefined : hasSystem === 1,
      objectiveNeed: yesOrNo(textAt(columns.objectiveNeed, row)),
      subjectiveNeed: yesOrNo(textAt(columns.subjectiveNeed, row)),
      determination: levelOf(textAt(columns.determination, row)),
      dissatisfaction: levelOf(textAt(columns.dissatisfaction, row)),
      feasibility: yesOrNo(textAt(columns.feasibility, row)),
      selecting: yesOrNo(textAt(columns.selecting, row)),
      caseCode: textAt(columns.caseCode, row),
    },
    months,
    settings,
  );
  const monthWords: Text =
    months === undefined
      ? { zh: '未填预计日期', en: 'no expected day' }
      : fill({ zh: '距成交 {m} 个月', en: '{m} months to close' }, { m: wordNumber(months, 1) });
  if (byAttributes.kind === 'notApplicable') {
    return { grade: missing({ reason: 'nothing-due' }), flags: [...flags, 'notApplicable'], reason: monthWords };
  }
  if (byAttributes.kind === 'insufficient') {
    flags.push('insufficient');
    const grade: Outcome<PipelineGrade> =
      byMonths !== undefined ? known(byMonths) : months === undefined ? known('D') : missing({ reason: 'not-entered' });
    return { grade, flags, reason: monthWords };
  }
  if (byAttributes.check) flags.push('check');
  const isConflict = byMonths !== undefined && byMonths !== byAttributes.grade;
  if (isConflict) flags.push('conflict');
  return {
    grade: known(isConflict ? laterGrade(byMonths, byAttributes.grade) : byAttributes.grade),
    flags,
    reason: joinTexts([
      monthWords,
      fill({ zh: '决策表 {grade}', en: 'decision table {grade}' }, { grade: byAttributes.grade }),
    ]),
  };
}

/** Written as 0.6 or as 60. */
function probabilityAt(table: TableOf<'prospects'>, row: number): number | undefined {
  const written = table.columns.probability?.[row] ?? NaN;
  if (!(written >= 0)) return undefined;
  const share = written > 1 ? written / 100 : written;
  return share <= 1 ? share : undefined;
}

const SMALL_SUM = /^(小|少|低|不多|小额|small|low|little)/i;
const isLarge = (word: string): boolean => /^(大|大型|大客户|large|big|A|规模A)$/i.test(word.trim());
const isSmall = (word: string): boolean => /^(小|小型|小公司|small|C|规模C)$/i.test(word.trim());

/** Clients with an opportunity that is neither won nor lost. */
export function clientsWithOpenOpportunities(pipeline: Outcome<Pipeline>): ReadonlySet<number> {
  const opportunities = pipeline.known ? pipeline.value.opportunities : [];
  return new Set(opportunities.filter(({ state }) => state === 'open').map(({ client }) => client));
}
