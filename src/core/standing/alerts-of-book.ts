import { fill } from '../../i18n/text';
import { wordNumber, wordPercent } from '../../i18n/wording';
import type { IndicatorResult } from '../kpis/indicator-result';
import { sayOf, type MeasureId } from '../measures/measures';
import { isoMonthOf, isoOf } from '../model/day';
import { known, missing } from '../model/outcome';
import type { Settings } from '../settings';
import type { Alert } from './alert';
import type { AlertInputs } from './alert-inputs';

const NO_DAY_KNOWN = missing({ reason: 'nothing-due' });

/** The alerts of the whole book, and the days to remember. */
export function alertsOfBook(inputs: AlertInputs, settings: Settings): Alert[] {
  const found: Alert[] = [...complaintSpike(inputs), ...indicatorSpikes(inputs)];
  const { concentration, importantDays } = inputs;
  if (concentration.known) {
    const { isCr1High, isCr5High, cr1, cr5 } = concentration.value;
    const add = (measure: MeasureId, share: number, limit: number): void => {
      found.push({
        kind: 'concentration',
        severity: 'watch',
        client: -1,
        measure,
        text: fill(
          { zh: '{name} {share}（提醒线 {limit}）', en: '{name} {share} (threshold {limit})' },
          { name: sayOf(measure), share: wordPercent(share), limit: wordPercent(limit, 0) },
        ),
        amount: NO_DAY_KNOWN,
        day: NO_DAY_KNOWN,
      });
    };
    if (isCr1High) add('largestShare', cr1, settings['concentration.cr1']);
    if (isCr5High) add('fiveLargestShare', cr5, settings['concentration.cr5']);
  }
  const undated = inputs.files.files.filter(({ isListed, updatedDay }) => isListed && !updatedDay.known).length;
  if (undated > 0) {
    found.push({
      kind: 'fileDue',
      severity: 'notice',
      client: -1,
      measure: 'undatedFiles',
      text: fill(
        { zh: '客户表里 {n} 家客户{none}', en: '{n} clients on the client sheet have {none}' },
        { n: undated, none: sayOf('undatedFiles') },
      ),
      amount: NO_DAY_KNOWN,
      day: NO_DAY_KNOWN,
    });
  }
  if (importantDays.known) {
    for (const { client, event, day, daysAhead } of importantDays.value.days) {
      found.push({
        kind: 'importantDay',
        severity: 'notice',
        client,
        measure: 'daysToDay',
        text: fill(
          { zh: '{event} {day}（{ahead} {n} 天）', en: '{event} {day} ({ahead} {n} days)' },
          { ahead: sayOf('daysToDay'), event, day: isoOf(day), n: daysAhead },
        ),
        amount: NO_DAY_KNOWN,
        day: known(day),
      });
    }
  }
  return found;
}

/** Months before the last one that a jump is judged by, at least. */
const LEAST_MONTHS = 6;
/** Fewer complaints in a month are no wave. */
const LEAST_COMPLAINTS = 5;
/** Standard deviations above the mean of the months before: to watch, and to act on. */
const WATCH_DEVIATIONS = 3;
const ACT_DEVIATIONS = 6;

/**
 * Complaints of the last month against the months of the period before it, those without any among them.
 *
 * Rule: at least 5, and more than mean + 3 · √mean (a count without a wave stays below it 999 times in 1,000).   Unit:
 * complaints.   Source: 001-26, 001-3. @example 17 after eleven months of 2.7 on average //=> act on it
 */
function complaintSpike({ complaints }: AlertInputs): Alert[] {
  if (!complaints.known) return [];
  const { trend } = complaints.value;
  const last = trend.at(-1);
  const before = trend.slice(0, -1);
  if (!last || before.length < LEAST_MONTHS || last.received < LEAST_COMPLAINTS) return [];
  const mean = before.reduce((sum, { received }) => sum + received, 0) / before.length;
  const deviation = Math.sqrt(Math.max(mean, 1));
  if (last.received <= mean + WATCH_DEVIATIONS * deviation) return [];
  return [
    {
      kind: 'complaintSpike',
      severity: last.received > mean + ACT_DEVIATIONS * deviation ? 'bad' : 'watch',
      client: -1,
      measure: 'complaintsOfMonth',
      text: fill(
        {
          zh: '{month} {name} {n} 件，之前 {months} 个月平均每月 {mean} 件',
          en: '{n} {name} in {month}; {mean} a month in the {months} months before',
        },
        {
          name: sayOf('complaintsOfMonth'),
          month: isoMonthOf(last.month),
          n: last.received,
          months: before.length,
          mean: wordNumber(mean, 1),
        },
      ),
      amount: NO_DAY_KNOWN,
      day: NO_DAY_KNOWN,
    },
  ];
}

/** Indicators that a month is watched for: of each line the first that the data give. */
const WATCHED: readonly (readonly string[])[] = [
  ['K02', 'order.onTime', 'line.onTime'],
  ['K01', 'E04'],
  ['E05'],
  ['E06', 'K19'],
  ['returns.orders', 'returns.amount'],
];
/** Fewer in the last month say nothing. */
const LEAST_OF_MONTH = 20;
/** Points that a rate has to move, or how many times it has to become what it was. */
const LEAST_POINTS = 0.05;
const LEAST_TIMES = 2;

/**
 * Shares that were clearly worse in the last month than in the months of the period before it.
 *
 * Rule: two proportions more than 3 standard errors apart, and 5 points or the double.   Source: 001-3, definitions §0.5.
 * @example 95 % on time of 2,000, then 80 % of 200 //=> 8.5 standard errors, to act on
 */
function indicatorSpikes({ indicators }: AlertInputs): Alert[] {
  return WATCHED.flatMap((ids): Alert[] => {
    const found = ids.map((id) => indicators.find((one) => one.id === id)).find((one) => one?.current.value.known);
    const spike = found && spikeOf(found);
    return spike ? [spike] : [];
  });
}

function spikeOf({ id, label, kind, unit, better, trend }: IndicatorResult): Alert | undefined {
  const last = trend.at(-1);
  const before = trend.slice(0, -1).filter(({ ratio }) => ratio.value.known);
  if (kind !== 'ratio' || unit !== 'ratio' || better === 'neither' || before.length < LEAST_MONTHS) return undefined;
  if (!last?.ratio.value.known || last.ratio.denominator < LEAST_OF_MONTH) return undefined;
  const hits = before.reduce((sum, { ratio }) => sum + ratio.numerator, 0);
  const all = before.reduce((sum, { ratio }) => sum + ratio.denominator, 0);
  const [now, then] = [last.ratio.value.value, hits / all];
  const worse = better === 'higher' ? then - now : now - then;
  const pooled = (hits + last.ratio.numerator) / (all + last.ratio.denominator);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / all + 1 / last.ratio.denominator));
  const isLarge = worse >= LEAST_POINTS || (better === 'lower' && now >= LEAST_TIMES * then);
  if (!(error > 0) || worse / error <= WATCH_DEVIATIONS || !isLarge) return undefined;
  return {
    kind: 'indicatorSpike',
    severity: worse / error > ACT_DEVIATIONS ? 'bad' : 'watch',
    client: -1,
    measure: `indicator ${id}`,
    text: fill(
      {
        zh: '{label} {month} 为 {now}（{n} 中 {hits}），之前 {months} 个月为 {then}',
        en: '{label}: {now} in {month} ({hits} of {n}), {then} in the {months} months before',
      },
      {
        label,
        month: isoMonthOf(last.month),
        now: wordPercent(now),
        n: wordNumber(last.ratio.denominator),
        hits: wordNumber(last.ratio.numerator),
        months: before.length,
        then: wordPercent(then),
      },
    ),
    amount: NO_DAY_KNOWN,
    day: NO_DAY_KNOWN,
  };
}
