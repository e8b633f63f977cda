import { fill, joinTexts, type Text } from '../../i18n/text';
import { wordNumber, wordPercent } from '../../i18n/wording';
import { addMonths, asDay, type Day } from '../model/day';
import type { Money } from '../model/money';
import { flatMapOutcome, known, mapOutcome, missing, valueOr, type Outcome } from '../model/outcome';
import { sayOf } from '../measures/measures';
import { ReadFrom } from '../model/read-from';
import type { Settings } from '../settings';
import { meanAndVariance } from '../model/order-statistics';
import type { Rhythm } from './rhythm';
import { amountOfMonths, HISTORY_MONTHS, type SalesHistory } from './sales-history';

export type Stage = 'introduction' | 'growth' | 'maturity' | 'decline';
/** `silent`: mature or growing, and the next order is overdue. */
export type StageFlag = 'lost' | 'recovering' | 'silent';
export type Confidence = 'high' | 'medium' | 'low';

export const STAGE_LABELS: Readonly<Record<Stage, Text>> = {
  introduction: { zh: '导入期', en: 'Introduction' },
  growth: { zh: '成长期', en: 'Growth' },
  maturity: { zh: '成熟期', en: 'Maturity' },
  decline: { zh: '衰退期', en: 'Decline' },
};

export const STAGE_FLAG_LABELS: Readonly<Record<StageFlag, Text>> = {
  lost: { zh: '停购', en: 'stopped buying' },
  recovering: { zh: '恢复', en: 'recovering' },
  silent: { zh: '沉默预警', en: 'silent' },
};

export const CONFIDENCE_LABELS: Readonly<Record<Confidence, Text>> = {
  high: { zh: '变化明确', en: 'a clear change' },
  medium: { zh: '变化较明确', en: 'a fairly clear change' },
  low: { zh: '月与月起伏大，变化不一定', en: 'months vary too much to be sure' },
};

/** Life cycles and the rhythms that they are read with, one a client. */
export interface LifecycleFigures {
  readonly clients: readonly LifecycleResult[];
  readonly rhythms: readonly Rhythm[];
}

export interface LifecycleResult {
  /** Missing: never ordered (潜在, which is no stage). */
  readonly stage: Outcome<Stage>;
  readonly flag: StageFlag | undefined;
  /** (recent − before) / before over the compared months; missing where the client is too young or before ≤ 0. */
  readonly growth: Outcome<number>;
  /** What growth compares: absent where it is missing. */
  readonly compared: Outcome<Comparison>;
  readonly significance: Outcome<Significance>;
  readonly confidence: Outcome<Confidence>;
  readonly reason: Text;
}

/** The measures of sales against earlier months. */
export type RecentChange = 'recentChange' | 'recentChangeOn6' | 'recentChangeOn3';

/** Net amounts of two equally long runs of months, and which months they are. */
export interface Comparison {
  readonly months: number;
  readonly recent: Money;
  readonly before: Money;
  /** Which comparison it is, by what the client has of history. */
  readonly measure: RecentChange;
}

/** How far the change stands out of the ups and downs of the months. */
export interface Significance {
  readonly direction: -1 | 0 | 1;
  /** |t|; missing where the months do not vary at all and any change is clear. */
  readonly t: Outcome<number>;
}

interface Windows {
  readonly months: number;
  /** How many months the months compared with lie further back. */
  readonly before: number;
  readonly measure: RecentChange;
}

/**
 * Stage of each client's life cycle, in the exact order of the tests.
 *
 * 1 never ordered: none. 2 lost: decline·lost. 3 fewer than 180 days since the first order or fewer than 3 order-days:
 * introduction. 4 months compared: from 18 months on the last 6 with the same 6 a year earlier (takes the season out); from
 * 12 the last 6 with the 6 before; else the last 3 with the 3 before. 5 nothing before: growth·recovering if there is
 * something now, else decline; nothing now: decline. 6 growth ≥ 20 % with t ≥ 1.3: growth; ≤ −20 % with t ≤ −1.3: decline;
 * else maturity; t = (mean − mean before) / √(s²/k + s²before/k) on monthly net amounts. 7 overdue in maturity or growth:
 * flagged silent, the stage stays.
 * Hysteresis: the stage of a month ago stays while growth is within 5 points of the edge that parts it from the new one. That
 * stage is worked out from the same data, month by month through the last 12 (the first of them without memory), and never read
 * from a sheet: one data set has one answer, however often it was refreshed. In those months a client counts as lost by the
 * days after which it is lost today.
 * Unit: none; growth is a ratio. Missing: no order.   Source: 003-11, definitions §4.
 * @example months 100,100,100,100,100,100 against 50 a month a year ago //=> growth, +100 %, months do not vary: clear
 */
export function measureLifecycles(
  history: SalesHistory,
  rhythms: readonly Rhythm[],
  settings: Settings,
): readonly LifecycleResult[] {
  const sources = { history, settings };
  return rhythms.map((rhythm, client) => lifecycleOf(sources, client, rhythm));
}

/** Months that the memory of a stage reaches back. */
const MEMORY_MONTHS = 12;

/**
 * The stage of a month ago, by the same rules; the stages of the months before it are its memory.
 *
 * Missing: no order by then.
 */
function stageOfMonthAgo(
  history: SalesHistory,
  client: number,
  rhythm: Rhythm,
  firstDay: Day,
  settings: Settings,
): Stage | undefined {
  let stage: Stage | undefined;
  for (let back = MEMORY_MONTHS; back > 0; back--) {
    const asOf = asDay(addMonths(asDay(history.asOf + 1), -back) - 1);
    const orderDays = orderDaysUpTo(history, client, asOf);
    if (orderDays === 0) continue;
    const lastDay = history.days[history.offsets[client]! + orderDays - 1]!;
    if (asOf - lastDay > rhythm.lostAfter) stage = 'decline';
    else if (isIntroduced(asOf - firstDay, orderDays, settings)) stage = 'introduction';
    else {
      const { months, before } = windowsOf(asOf, firstDay);
      const now = amountOfMonths(history, client, back, months);
      const then = amountOfMonths(history, client, back + before, months);
      if (then <= 0 || now <= 0) stage = then <= 0 && now > 0 ? 'growth' : 'decline';
      else {
        const growth = (now - then) / then;
        const significance = significanceOf(history, client, months, before, back);
        stage = stayWithinBuffer(stageByGrowth(growth, significance, settings), stage, growth, settings);
      }
    }
  }
  return stage;
}

function orderDaysUpTo(history: SalesHistory, client: number, asOf: Day): number {
  const start = history.offsets[client]!;
  let n = history.counts[client]!;
  while (n > 0 && history.days[start + n - 1]! > asOf) n--;
  return n;
}

function isIntroduced(tenure: number, orderDays: number, settings: Settings): boolean {
  return tenure < settings['lifecycle.introductionDays'] || orderDays < settings['lifecycle.introductionOrderDays'];
}

function lifecycleOf(sources: LifecycleSources, client: number, rhythm: Rhythm): LifecycleResult {
  const { history, settings } = sources;
  if (!rhythm.firstDay.known) return new LifecycleOfClient(sources, client, rhythm, missing({ reason: 'no-rows' }));
  const tenure = history.asOf - rhythm.firstDay.value;
  if (rhythm.isLost) return new LifecycleOfClient(sources, client, rhythm, IN_STAGE.decline, 'lost');
  if (isIntroduced(tenure, rhythm.orderDays, settings))
    return new LifecycleOfClient(sources, client, rhythm, IN_STAGE.introduction);
  const windows = windowsOf(history.asOf, rhythm.firstDay.value);
  const recent = amountOfMonths(history, client, 0, windows.months);
  const before = amountOfMonths(history, client, windows.before, windows.months);
  if (before <= 0 || recent <= 0) {
    const stage: Stage = before <= 0 && recent > 0 ? 'growth' : 'decline';
    const flag = flagOf(rhythm, stage, stage === 'growth' ? 'recovering' : undefined);
    return new LifecycleOfClient(sources, client, rhythm, IN_STAGE[stage], flag, windows);
  }
  const growth = (recent - before) / before;
  const significance = significanceOf(history, client, windows.months, windows.before);
  const byRule = stageByGrowth(growth, significance, settings);
  const stage = isNearEdge(growth, settings)
    ? stayWithinBuffer(
        byRule,
        stageOfMonthAgo(history, client, rhythm, rhythm.firstDay.value, settings),
        growth,
        settings,
      )
    : byRule;
  const kept = stage === byRule ? undefined : stage;
  return new LifecycleOfClient(
    sources,
    client,
    rhythm,
    IN_STAGE[stage],
    flagOf(rhythm, stage, undefined),
    windows,
    kept,
  );
}

/** One for all of a stage. */
const IN_STAGE: Readonly<Record<Stage, Outcome<Stage>>> = {
  introduction: known('introduction'),
  growth: known('growth'),
  maturity: known('maturity'),
  decline: known('decline'),
};

/** What the life cycles of all clients are read from. */
interface LifecycleSources {
  readonly history: SalesHistory;
  readonly settings: Settings;
}

/** Stage and flag are kept; what they stand on is worked out again when somebody reads it, and then put into words. */
class LifecycleOfClient extends ReadFrom<LifecycleSources> implements LifecycleResult {
  constructor(
    sources: LifecycleSources,
    private readonly client: number,
    private readonly rhythm: Rhythm,
    readonly stage: Outcome<Stage>,
    readonly flag: StageFlag | undefined = undefined,
    private readonly windows?: Windows,
    /** The stage of a month ago, where it is not what the rule gives. */
    private readonly kept?: Stage,
  ) {
    super(sources);
  }

  get growth(): Outcome<number> {
    return flatMapOutcome(this.compared, ({ recent, before }) =>
      before > 0 ? known((recent - before) / before) : missing({ reason: 'nothing-due' }),
    );
  }

  get compared(): Outcome<Comparison> {
    if (!this.windows) return NOT_COMPARED;
    const { months, before, measure } = this.windows;
    const sum = (from: number): Money => amountOfMonths(this.from.history, this.client, from, months);
    return known({ months, recent: sum(0), before: sum(before), measure });
  }

  get significance(): Outcome<Significance> {
    if (!this.windows) return NOT_COMPARED;
    return known(significanceOf(this.from.history, this.client, this.windows.months, this.windows.before));
  }

  get confidence(): Outcome<Confidence> {
    return mapOutcome(this.significance, (significance) => confidenceOf(significance, this.from.settings));
  }

  get reason(): Text {
    const { stage, flag, compared, rhythm, kept } = this;
    if (!stage.known) return { zh: '尚无成交，不属任何阶段', en: 'No order yet: no stage' };
    if (flag === 'lost') return rhythm.reason;
    if (!compared.known) {
      return fill(
        {
          zh: '首单至今 {days} 天，下单日 {orders} 个',
          en: '{days} days since the first order, {orders} order days',
        },
        { days: wordNumber(this.tenure), orders: rhythm.orderDays },
      );
    }
    return joinTexts([
      sayOf(compared.value.measure, 1),
      wordChange(compared.value, this),
      ...(kept ? [wordKept(kept, this.from.settings)] : []),
      ...(flag === 'silent' ? [rhythm.reason] : []),
    ]);
  }

  private get tenure(): number {
    return this.from.history.asOf - valueOr(this.rhythm.firstDay, this.from.history.asOf);
  }
}

function wordChange({ recent, before }: Comparison, { growth, confidence }: LifecycleResult): Text {
  if (recent <= 0) return { zh: '近期没有净额', en: 'no recent sales' };
  if (before <= 0 || !growth.known || !confidence.known)
    return { zh: '之前没有净额，现在又有', en: 'buying again after a pause' };
  return fill(
    { zh: '净额{change}，{confidence}', en: 'net amount {change}, {confidence}' },
    { change: signedPercent(growth.value), confidence: CONFIDENCE_LABELS[confidence.value] },
  );
}

/** Named by the stage that is kept: set against an older sheet, “the stage stays” would explain a move by its contrary. */
function wordKept(stage: Stage, settings: Settings): Text {
  return fill(
    {
      zh: '沿用上月的{stage}（离界限不到 {points} 个百分点）',
      en: 'kept from a month ago: {stage} (less than {points} points from the limit)',
    },
    { stage: STAGE_LABELS[stage], points: wordNumber(settings['lifecycle.hysteresis'] * 100) },
  );
}

const NOT_COMPARED = missing({ reason: 'no-period-before' });

/** Who is mature or grows, and lets its next order wait, is silent. */
function flagOf(rhythm: Rhythm, stage: Stage, otherwise: StageFlag | undefined): StageFlag | undefined {
  return rhythm.isOverdue && (stage === 'maturity' || stage === 'growth') ? 'silent' : otherwise;
}

function windowsOf(asOf: Day, firstDay: Day): Windows {
  if (addMonths(firstDay, 18) <= asOf) {
    return {
      months: 6,
      before: 12,
      measure: 'recentChange',
    };
  }
  if (addMonths(firstDay, 12) <= asOf) {
    return {
      months: 6,
      before: 6,
      measure: 'recentChangeOn6',
    };
  }
  return {
    months: 3,
    before: 3,
    measure: 'recentChangeOn3',
  };
}

/**
 * Welch's t of two equally long runs of monthly net amounts: `months` months from month `from` on, and as many `before` months
 * further back.
 *
 * @example months 12, 8, 10 against 5, 7, 6 (fen aside) //=> t = (10 − 6) / √(4/3 + 1/3) = 3.10
 */
export function significanceOf(
  history: SalesHistory,
  client: number,
  months: number,
  before: number,
  from = 0,
): Significance {
  const start = client * HISTORY_MONTHS + from;
  const now = meanAndVariance(history.amounts, start, start + months);
  const then = meanAndVariance(history.amounts, start + before, start + before + months);
  const change = now.mean - then.mean;
  const direction = Math.sign(change) as Significance['direction'];
  const spread = Math.sqrt(now.variance / months + then.variance / months);
  if (spread === 0) return { direction, t: direction === 0 ? known(0) : missing({ reason: 'nothing-due' }) };
  return { direction, t: known(Math.abs(change) / spread) };
}

/** Whether the change goes that way and stands out by at least `least`. */
export function isClear(significance: Significance, direction: 1 | -1, least: number): boolean {
  return significance.direction === direction && (!significance.t.known || significance.t.value >= least);
}

function confidenceOf(significance: Significance, settings: Settings): Confidence {
  if (!significance.t.known || significance.t.value >= settings['lifecycle.highConfidence']) return 'high';
  return significance.t.value >= settings['lifecycle.significance'] ? 'medium' : 'low';
}

function stageByGrowth(growth: number, significance: Significance, settings: Settings): Stage {
  const band = settings['lifecycle.band'];
  const least = settings['lifecycle.significance'];
  if (growth >= band && isClear(significance, 1, least)) return 'growth';
  if (growth <= -band && isClear(significance, -1, least)) return 'decline';
  return 'maturity';
}

/** Twelve decimals: 0.15 must be within 0.05 of 0.2, whatever binary fractions say. A buffer of 0 is none. */
function isWithin(growth: number, edge: number, settings: Settings): boolean {
  const buffer = settings['lifecycle.hysteresis'];
  return buffer > 0 && Math.abs(growth - edge) <= buffer + 1e-12;
}

const isNearEdge = (growth: number, settings: Settings): boolean =>
  isWithin(growth, settings['lifecycle.band'], settings) || isWithin(growth, -settings['lifecycle.band'], settings);

/**
 * The stage of before, while growth is near the edge that parts it from what the rule now gives.
 *
 * @example rule maturity at +16 %, growth before, band 20 %, buffer 5 points //=> growth; at +14 % //=> maturity
 */
export function stayWithinBuffer(byRule: Stage, before: Stage | undefined, growth: number, settings: Settings): Stage {
  if (before === undefined || before === 'introduction' || before === byRule) return byRule;
  const pair = [byRule, before];
  const band = settings['lifecycle.band'];
  const edge = pair.includes('maturity') ? (pair.includes('growth') ? band : -band) : undefined;
  return edge !== undefined && isWithin(growth, edge, settings) ? before : byRule;
}

/** @example signedPercent(0.25) //=> '+25.0%' */
export function signedPercent(ratio: number): string {
  return (ratio > 0 ? '+' : '') + wordPercent(ratio);
}
