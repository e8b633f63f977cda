import { EXCLUDED, HIT, judgeTogether, MISS } from '../facts/verdict';
import { hasColumn, tableOf } from '../model/dataset';
import { defineRatio, ratioPart, type Counting, type KpiInputs } from './define-kpi';
import { faultRate } from './fault-rates';
import { breakDown, countSums, divideColumns } from './operations-counting';
import { SWITCH_ON_TIMING, timingWords } from './orders.kpis';

/** Paid for damage of what the goods were worth, where both are kept. */
const compensationRate: Counting = {
  over: 'deliveryLines',
  by: 'shipped',
  sums: ({ dataset }) => {
    const { compensation, value } = tableOf(dataset, 'deliveries').columns;
    return (row, tally) => {
      const worth = value?.[row] ?? NaN;
      if (worth !== worth) return EXCLUDED;
      const paid = compensation?.[row] ?? 0;
      tally.numerator = paid === paid ? paid : 0;
      tally.denominator = worth;
      return HIT;
    };
  },
};

const damagedTickets: Counting = {
  over: 'deliveryTickets',
  by: 'shipped',
  share: (inputs) => {
    const { intact } = inputs.deliveries.tickets;
    return (row) => {
      const verdict = judgeTogether(intact[row]!);
      return verdict === MISS ? HIT : verdict === HIT ? MISS : verdict;
    };
  },
};

const hasDamageQuantities = ({ dataset, deliveries }: KpiInputs): boolean =>
  hasColumn(dataset, 'deliveries.damagedQuantity') && deliveries.lines.shippedQuantity !== undefined;

/**
 * K01 damage in transport. Formula: Σ damaged / Σ shipped quantity of lines shipped in the period; where no quantities are
 * kept, damaged lines / lines. Leaves out: no quantity; more damaged than shipped. Loss is not damage.
 * Source: features K01. @example shipped 100 and 50, damaged 3 and 0 //=> 3 / 150
 */
const damage = defineRatio({
  id: 'K01',
  label: { zh: '货损率', en: 'Damage rate' },
  alsoCalled: { zh: '物品损坏率', en: 'goods damaged' },
  family: 'internal',
  unit: 'ratio',
  better: 'lower',
  formula: (inputs) =>
    hasDamageQuantities(inputs)
      ? { zh: '损坏量 / 发出量（按数量）', en: 'damaged / shipped quantity' }
      : { zh: '有损坏的行 / 发出行（按票，没有数量）', en: 'lines with damage / lines shipped (no quantities)' },
  needs: [['deliveries.damagedQuantity'], ['deliveries.damaged']],
  switchOn: {
    zh: '「损坏量」列，或写明破损的质量状态列',
    en: 'a column of damaged quantity, or a quality status that says damaged',
  },
  target: (settings) => settings['report.alertDamageAbove'],
  byGroup: true,
  counts: faultRate('damagedQuantity', 'damaged', 'shippedQuantity'),
  parts: (inputs, measure) => {
    const parts = [
      ratioPart(
        { zh: '按票（有货损或丢失的票）', en: 'By ticket (damaged or lost)' },
        'ratio',
        measure.count(damagedTickets).current,
      ),
    ];
    if (hasColumn(inputs.dataset, 'deliveries.value')) {
      parts.push(
        ratioPart(
          { zh: '货损货差赔偿率（赔偿额/货值）', en: 'Compensation of goods value' },
          'ratio',
          measure.count(compensationRate).current,
        ),
      );
    }
    return parts;
  },
});

/**
 * K02 punctual transport. Formula: tickets that arrived by the promise / tickets due in the period; a ticket is the
 * delivery number, else the order. Due and still open is late. Source: features K02, definitions §2.
 */
const punctual = defineRatio({
  id: 'K02',
  label: { zh: '准时率', en: 'On-time rate' },
  alsoCalled: { zh: '正点运输率', en: 'punctual transport' },
  family: 'internal',
  unit: 'ratio',
  better: 'higher',
  formula: (inputs) => {
    const ticket = inputs.deliveries.hasDeliveryNumbers ? { zh: '票', en: 'tickets' } : { zh: '订单', en: 'orders' };
    return {
      zh: `正点${ticket.zh} / 到期${ticket.zh}；${timingWords(inputs).zh}`,
      en: `${ticket.en} on time / ${ticket.en} due; ${timingWords(inputs).en}`,
    };
  },
  needs: [
    ['deliveries.promisedDay', 'deliveries.deliveredDay'],
    ['deliveries.promisedDay', 'deliveries.shippedDay'],
    ['deliveries.revisedPromisedDay', 'deliveries.deliveredDay'],
    ['deliveries.revisedPromisedDay', 'deliveries.shippedDay'],
    ['deliveries.onTime'],
  ],
  switchOn: SWITCH_ON_TIMING,
  target: (settings) => settings['report.alertOnTimeBelow'],
  targetColumn: 'onTime',
  byGroup: true,
  counts: {
    over: 'deliveryTickets',
    by: 'due',
    share: ({ deliveries: { tickets } }) => {
      const { timing } = tickets;
      return (row) => judgeTogether(timing[row]!);
    },
  },
});

/** K03 time utilisation. Formula: Σ working / Σ available vehicle days; above 100 % is shown, not cut off. Source: features K03. */
const timeUse = defineRatio({
  id: 'K03',
  isCensus: true,
  label: { zh: '时间利用率', en: 'Time utilisation (transport)' },
  family: 'internal',
  unit: 'ratio',
  better: 'higher',
  formula: { zh: '实际作业时间（工作车日） / 可用时间（总车日）', en: 'working time / available time' },
  needs: [['fleet.workingDays', 'fleet.availableDays']],
  switchOn: {
    zh: '「车辆运行」表（工作车日、总车日）或「指标录入」表',
    en: 'a fleet sheet (working and available days), or the sheet of entered indicators',
  },
  counts: divideColumns('fleet', 'workingDays', 'availableDays'),
  breakdown: (inputs) =>
    breakDown(
      inputs,
      divideColumns('fleet', 'workingDays', 'availableDays'),
      tableOf(inputs.dataset, 'fleet').columns.vehicle,
    ),
});

/** Ton-kilometres done of those that the vehicle could have done; a row without a load stays below the line. */
const loads: Counting = countSums('fleet', ({ dataset }) => {
  const { tonKilometres, ratedTons, distanceKm } = tableOf(dataset, 'fleet').columns;
  return (row) => [tonKilometres?.[row] ?? NaN, (ratedTons?.[row] ?? NaN) * (distanceKm?.[row] ?? NaN)];
});

/** K04: Σ ton-kilometres done / Σ rated tons × kilometres; empty runs stay in the denominator. Source: features K04. */
const capacityUse = defineRatio({
  id: 'K04',
  isCensus: true,
  label: { zh: '运力利用率', en: 'Capacity utilisation (transport)' },
  family: 'internal',
  unit: 'ratio',
  better: 'higher',
  formula: { zh: '实际周转量 /（额定吨位×行驶里程）', en: 'ton-kilometres done / rated tons × kilometres' },
  needs: [['fleet.tonKilometres', 'fleet.ratedTons', 'fleet.distanceKm']],
  switchOn: {
    zh: '「车辆运行」表（周转量、额定吨位、行驶里程）或「指标录入」表',
    en: 'a fleet sheet (ton-kilometres, rated tons, distance), or the sheet of entered indicators',
  },
  counts: loads,
  breakdown: (inputs) => breakDown(inputs, loads, tableOf(inputs.dataset, 'fleet').columns.vehicle),
});

export const transportKpis = [damage, punctual, timeUse, capacityUse];
