import { type Text, joinTexts } from '../../i18n/text';
import type { DeliveryGroups } from '../facts/delivery-groups';
import { EXCLUDED, HIT, judgeAll, judgeTogether, MISS, OUTSIDE, type Verdict } from '../facts/verdict';
import { NO_DAY } from '../model/day';
import { hasColumn } from '../model/dataset';
import { known, missing } from '../model/outcome';
import { ratioOf, type Ratio } from '../model/ratio';
import { defineComputed, defineRatio, type Counting, type KpiInputs, type Needs } from './define-kpi';
import type { Measured } from './measured';

const TIMING: Needs = [
  ['deliveries.promisedDay', 'deliveries.deliveredDay'],
  ['deliveries.promisedDay', 'deliveries.shippedDay'],
  ['deliveries.revisedPromisedDay', 'deliveries.deliveredDay'],
  ['deliveries.revisedPromisedDay', 'deliveries.shippedDay'],
  ['deliveries.onTime'],
];
const FULLNESS: Needs = [
  ['deliveries.orderedQuantity', 'deliveries.deliveredQuantity'],
  ['deliveries.orderedQuantity', 'deliveries.shippedQuantity'],
  ['deliveries.inFull'],
];
const BOTH: Needs = TIMING.flatMap((timing) => FULLNESS.map((fullness) => [...timing, ...fullness]));

export const SWITCH_ON_TIMING: Text = {
  zh: '「要求交期」和「签收日期」（或「发货日期」）列，或写明按时/晚交的状态列',
  en: 'columns for promised day and delivered (or shipped) day, or a status column that says on time or late',
};
const SWITCH_ON_FULLNESS: Text = {
  zh: '「订货数量」和「签收数量」（或「实发数量」）列，或写明是否足量的列',
  en: 'columns for ordered and delivered (or shipped) quantity, or a column that says whether in full',
};
const SWITCH_ON_BOTH: Text = joinTexts([SWITCH_ON_TIMING, SWITCH_ON_FULLNESS]);

/** Says which promise, which day and how many days of grace: there is no standard definition of on time. */
export function timingWords(inputs: KpiInputs): Text {
  const { settings, deliveries } = inputs;
  const grace = settings['delivery.graceDays'];
  const isRevised = settings['delivery.promise'] === 'revised';
  const day: Text = deliveries.arrivalIsShipping
    ? { zh: '发货日（没有签收日期）', en: 'shipping day (there is no arrival day)' }
    : { zh: '签收日', en: 'arrival day' };
  return {
    zh: `${day.zh}≤${isRevised ? '改期后交期' : '承诺交期'}${grace > 0 ? `+${grace}天` : ''}；过期未交算晚，未到期不计`,
    en: `${day.en} ≤ ${isRevised ? 'revised' : 'promised'} day${grace > 0 ? ` + ${grace} days` : ''}; overdue and open is late, not yet due is not counted`,
  };
}

const every = (marks: (groups: DeliveryGroups) => Uint8Array) => (inputs: KpiInputs) => {
  const column = marks(inputs.deliveries.orders);
  return (row: number): Verdict => judgeTogether(column[row]!);
};

const orderTiming: Counting = { over: 'deliveryOrders', by: 'due', share: every(({ timing }) => timing) };
const orderFullness: Counting = { over: 'deliveryOrders', by: 'due', share: every(({ fullness }) => fullness) };
const orderIntact: Counting = { over: 'deliveryOrders', by: 'due', share: every(({ intact }) => intact) };
const orderDocuments: Counting = { over: 'deliveryOrders', by: 'due', share: every(({ documents }) => documents) };

/**
 * Orders on time. Formula: orders of which every line arrived by its promise / orders due in the period.
 * Counts: the order is due when its last line is; due and still open is late. Leaves out: lines without a promise or
 * postponed by the client. Source: definitions §2, SCOR RL.2.2. @example lines on time, late //=> the order misses
 */
const orderOnTime = defineRatio({
  id: 'order.onTime',
  label: { zh: '订单准时率', en: 'Orders on time' },
  family: 'order',
  unit: 'ratio',
  better: 'higher',
  formula: (inputs) => ({
    zh: `每行都准时的订单 / 到期订单；${timingWords(inputs).zh}`,
    en: `orders with every line on time / orders due; ${timingWords(inputs).en}`,
  }),
  needs: TIMING,
  switchOn: SWITCH_ON_TIMING,
  target: (settings) => settings['report.alertOnTimeBelow'],
  targetColumn: 'onTime',
  byGroup: true,
  counts: orderTiming,
});

/**
 * Orders in full. Formula: orders of which every line has delivered ≥ ordered × (1 − tolerance) / orders due in the period.
 * Looks at quantities alone, so that it stands beside on time and OTIF. Source: definitions §2, SCOR RL.2.1.
 */
const orderInFull = defineRatio({
  id: 'order.inFull',
  label: { zh: '订单足量率', en: 'Orders in full' },
  family: 'order',
  unit: 'ratio',
  better: 'higher',
  formula: { zh: '每行都足量的订单 / 到期订单', en: 'orders with every line in full / orders due' },
  needs: FULLNESS,
  switchOn: SWITCH_ON_FULLNESS,
  targetColumn: 'inFull',
  byGroup: true,
  counts: orderFullness,
});

/** On time and in full, by order. Source: definitions §2. @example on time but short //=> misses */
const orderOtif = defineRatio({
  id: 'order.otif',
  label: { zh: '订单准时足量率（OTIF）', en: 'Orders on time in full (OTIF)' },
  family: 'order',
  unit: 'ratio',
  better: 'higher',
  formula: (inputs) => ({
    zh: `每行都准时且足量的订单 / 到期订单；${timingWords(inputs).zh}`,
    en: `orders with every line on time and in full / orders due; ${timingWords(inputs).en}`,
  }),
  needs: BOTH,
  switchOn: SWITCH_ON_BOTH,
  targetColumn: 'otif',
  byGroup: true,
  counts: {
    over: 'deliveryOrders',
    by: 'due',
    share: ({ deliveries: { orders } }) => {
      const { timing, fullness } = orders;
      return (row) => judgeAll([judgeTogether(timing[row]!), judgeTogether(fullness[row]!)]);
    },
  },
});

interface Quality {
  readonly words: Text;
  readonly counting: Counting;
  readonly marks: (groups: DeliveryGroups) => Uint8Array;
}

/** The further conditions of a perfect order that this workbook can judge. */
function qualitiesOf({ dataset }: KpiInputs): readonly Quality[] {
  const has = (names: readonly string[]): boolean =>
    names.some((name) => hasColumn(dataset, `deliveries.${name}` as 'deliveries.damaged'));
  const found: Quality[] = [];
  if (has(['damagedQuantity', 'damaged', 'lostQuantity', 'lost'])) {
    found.push({ words: { zh: '无货损丢失', en: 'undamaged' }, counting: orderIntact, marks: ({ intact }) => intact });
  }
  if (has(['wrongQuantity', 'wrong'])) {
    const right: Counting = { over: 'deliveryOrders', by: 'due', share: every((groups) => groups.right) };
    found.push({ words: { zh: '无错发', en: 'right goods' }, counting: right, marks: (groups) => groups.right });
  }
  if (has(['documentsRight'])) {
    const words = { zh: '单证正确', en: 'right documents' };
    found.push({ words, counting: orderDocuments, marks: ({ documents }) => documents });
  }
  return found;
}

const AND: Text = { zh: '、', en: ', ' };
const PERFECT_NEEDS: Needs = (
  ['damagedQuantity', 'damaged', 'lostQuantity', 'lost', 'wrongQuantity', 'wrong', 'documentsRight'] as const
).flatMap((column) => BOTH.map((both) => [...both, `deliveries.${column}` as const]));
const SWITCH_ON_PERFECT: Text = joinTexts([
  SWITCH_ON_BOTH,
  {
    zh: '以及损坏、丢失、错发或单证列中的至少一列',
    en: 'and at least one column for damage, loss, wrong goods or documents',
  },
]);

/**
 * Perfect orders as SCOR counts them (RL.1.1): on time, in full, undamaged, right goods, right documents; each 0 or 1, an
 * order is perfect only if every line is. Conditions without a column are not judged, and the formula says which were.
 */
const perfectOrder = defineRatio({
  id: 'order.perfect',
  label: { zh: '完美订单率（SCOR）', en: 'Perfect orders (SCOR)' },
  family: 'order',
  unit: 'ratio',
  better: 'higher',
  formula: (inputs) => ({
    zh: `准时、足量、${
      joinTexts(
        qualitiesOf(inputs).map(({ words }) => words),
        AND,
      ).zh
    }都做到的订单 / 到期订单`,
    en: `orders on time, in full, ${
      joinTexts(
        qualitiesOf(inputs).map(({ words }) => words),
        AND,
      ).en
    } / orders due`,
  }),
  needs: PERFECT_NEEDS,
  switchOn: SWITCH_ON_PERFECT,
  counts: {
    over: 'deliveryOrders',
    by: 'due',
    share: (inputs) => {
      const { orders } = inputs.deliveries;
      const marks = [orders.timing, orders.fullness, ...qualitiesOf(inputs).map((quality) => quality.marks(orders))];
      const timed = marks.slice(0, 2);
      return (row) => {
        // Not yet due, or not known whether on time and in full: as for OTIF.
        const otif = judgeAll(timed.map((column) => judgeTogether(column[row]!)));
        if (otif === OUTSIDE || otif === EXCLUDED) return otif;
        const rest = judgeAll(marks.slice(2).map((column) => judgeTogether(column[row]!)));
        if (rest === EXCLUDED) return EXCLUDED;
        return otif === HIT && rest !== MISS ? HIT : MISS;
      };
    },
  },
});

/**
 * Perfect order as APQC multiplies it: % on time × % complete × % damage-free × % accurate documentation. It differs from
 * the count of perfect orders whenever faults cluster. Source: definitions §1 (APQC 101741).
 *
 * @example 0.98 × 0.97 × 0.99 × 0.82 //=> 0.7717
 */
const perfectApqc = defineComputed({
  id: 'order.perfectApqc',
  label: { zh: '完美订单率（APQC 连乘）', en: 'Perfect orders (APQC product)' },
  family: 'order',
  unit: 'ratio',
  better: 'higher',
  valueKind: 'product',
  formula: (inputs) => ({
    zh: `准时率×足量率×${
      joinTexts(
        qualitiesOf(inputs).map(({ words }) => words),
        { zh: '×', en: '×' },
      ).zh
    }率`,
    en: `on time × in full × ${
      joinTexts(
        qualitiesOf(inputs).map(({ words }) => words),
        { zh: '×', en: ' × ' },
      ).en
    }`,
  }),
  needs: PERFECT_NEEDS,
  switchOn: SWITCH_ON_PERFECT,
  compute: (inputs, measure) =>
    multiply([orderTiming, orderFullness, ...qualitiesOf(inputs).map(({ counting }) => counting)].map(measure.count)),
});

/** Multiplies shares, in the period, the one before, and by month. */
export function multiply(factors: readonly Measured[]): Measured {
  const first = factors[0]!;
  const product = (ratios: readonly (Ratio | undefined)[]): Ratio => {
    let value = 1;
    for (const ratio of ratios) {
      if (!ratio?.value.known) {
        return { ...ratioOf(0, 0, 0, 0), value: ratio?.value ?? missing({ reason: 'nothing-due' }) };
      }
      value *= ratio.value.value;
    }
    const n = Math.min(...ratios.map((ratio) => ratio!.n));
    return { value: known(value), numerator: value, denominator: 1, n, excluded: ratios[0]!.excluded };
  };
  return {
    current: product(factors.map(({ current }) => current)),
    previous: product(factors.map(({ previous }) => previous)),
    trend: first.trend.map(({ month }) => ({
      month,
      ratio: product(factors.map(({ trend }) => trend.find((one) => one.month === month)?.ratio)),
    })),
  };
}

const lineVerdict = (column: 'timing' | 'fullness') => (inputs: KpiInputs) => {
  const verdicts = inputs.deliveries.lines[column];
  return (row: number): Verdict => verdicts[row]! as Verdict;
};

/** Lines on time. Formula: lines that arrived by the promise / lines due in the period; else as orders on time. */
const lineOnTime = defineRatio({
  id: 'line.onTime',
  label: { zh: '行准时率', en: 'Lines on time' },
  family: 'order',
  unit: 'ratio',
  better: 'higher',
  formula: (inputs) => ({
    zh: `准时行数 / 到期行数；${timingWords(inputs).zh}`,
    en: `lines on time / lines due; ${timingWords(inputs).en}`,
  }),
  needs: TIMING,
  switchOn: SWITCH_ON_TIMING,
  target: (settings) => settings['report.alertOnTimeBelow'],
  byGroup: true,
  counts: { over: 'deliveryLines', by: 'due', share: lineVerdict('timing') },
});

/** Late lines: the complement of lines on time, due and still open included. */
const lineLate = defineRatio({
  id: 'line.late',
  label: { zh: '行晚交率', en: 'Late lines' },
  family: 'order',
  unit: 'ratio',
  better: 'lower',
  formula: { zh: '晚交行数（含过期未交） / 到期行数', en: 'late lines (overdue and open included) / lines due' },
  needs: TIMING,
  switchOn: SWITCH_ON_TIMING,
  counts: {
    over: 'deliveryLines',
    by: 'due',
    share: ({ deliveries: { lines } }) => {
      const { timing } = lines;
      return (row) => {
        const verdict = timing[row]! as Verdict;
        return verdict === HIT ? MISS : verdict === MISS ? HIT : verdict;
      };
    },
  },
});

/** Early lines: arrived before the promised day. Part of the lines on time; neither good nor bad by itself. */
const lineEarly = defineRatio({
  id: 'line.early',
  label: { zh: '行早到率', en: 'Early lines' },
  family: 'order',
  unit: 'ratio',
  better: 'neither',
  formula: { zh: '早于承诺交期到货的行数 / 到期行数', en: 'lines that arrived before the promised day / lines due' },
  needs: TIMING.slice(0, 4),
  switchOn: SWITCH_ON_TIMING,
  counts: {
    over: 'deliveryLines',
    by: 'due',
    share: ({ deliveries: { lines } }) => {
      const { timing, lateness } = lines;
      return (row) => {
        const verdict = timing[row]! as Verdict;
        if (verdict === OUTSIDE || verdict === EXCLUDED) return verdict;
        const days = lateness[row]!;
        return days !== NO_DAY && days < 0 ? HIT : MISS;
      };
    },
  },
});

/** Line fill rate. Formula: lines in full / lines due in the period. Source: definitions §2. */
const lineFill = defineRatio({
  id: 'line.fill',
  label: { zh: '行满足率', en: 'Line fill rate' },
  family: 'order',
  unit: 'ratio',
  better: 'higher',
  formula: { zh: '足量行数 / 到期行数', en: 'lines in full / lines due' },
  needs: FULLNESS,
  switchOn: SWITCH_ON_FULLNESS,
  byGroup: true,
  counts: { over: 'deliveryLines', by: 'due', share: lineVerdict('fullness') },
});

/**
 * Volume fill rate. Formula: Σ delivered / Σ ordered over lines due in the period; over-delivery is not cut off (values
 * above 100 % are shown). @example ordered 100 and 50, delivered 100 and 40 //=> 140 / 150
 */
const volumeFill = defineRatio({
  id: 'volume.fill',
  label: { zh: '数量满足率', en: 'Volume fill rate' },
  family: 'order',
  unit: 'ratio',
  better: 'higher',
  formula: { zh: '交付数量 / 订货数量（到期行）', en: 'delivered / ordered quantity of lines due' },
  needs: FULLNESS.slice(0, 2),
  switchOn: SWITCH_ON_FULLNESS,
  counts: {
    over: 'deliveryLines',
    by: 'due',
    sums: ({ deliveries: { lines } }) => {
      const { fullness, deliveredQuantity, orderedQuantity } = lines;
      return (row, tally) => {
        const verdict = fullness[row]! as Verdict;
        if (verdict === OUTSIDE || verdict === EXCLUDED) return verdict;
        const got = deliveredQuantity![row]!;
        tally.numerator = got === got ? got : 0;
        tally.denominator = orderedQuantity![row]!;
        return HIT;
      };
    },
  },
});

export const orderKpis = [
  orderOnTime,
  orderInFull,
  orderOtif,
  perfectOrder,
  perfectApqc,
  lineOnTime,
  lineLate,
  lineEarly,
  lineFill,
  volumeFill,
];
