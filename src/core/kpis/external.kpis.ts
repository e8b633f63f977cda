import { byCodePoint } from '../model/by-code-point';
import { countDeliveryDays, type DeliveryDay } from '../service/delivery-classes';
import { EXCLUDED, HIT, judgeTogether, MISS, OUTSIDE, type Verdict } from '../facts/verdict';
import { textAt } from '../model/columns';
import { hasColumn, tableOf } from '../model/dataset';
import { NO_DAY } from '../model/day';
import { known, missing } from '../model/outcome';
import { ComplaintClocks } from '../service/complaint-clocks';
import {
  defineComputed,
  defineEntered,
  defineRatio,
  defineSpread,
  partOf,
  ratioPart,
  type Counting,
  type KpiInputs,
} from './define-kpi';
import { faultRate } from './fault-rates';
import { addMeasured } from './measure-kpi';
import { divideColumns } from './operations-counting';
import { storageLoss } from './warehouse.kpis';

const daysToDelivery = {
  over: 'deliveryLines',
  by: 'ordered',
  value: ({ deliveries: { lines } }: KpiInputs) => {
    const { arrivedDay, orderDay } = lines;
    return (row: number) => {
      const arrived = arrivedDay[row]!;
      if (arrived === NO_DAY) return undefined;
      const days = arrived - orderDay[row]!;
      return days < 0 ? NaN : days;
    };
  },
} as const;

const withinDays: Counting = {
  over: 'deliveryLines',
  by: 'ordered',
  share: (inputs) => {
    const judge = countDeliveryDays(inputs.deliveries.lines, inputs.dataset, inputs.window, {
      lucky: inputs.settings['delivery.lucky'],
      reasonable: inputs.settings['delivery.reasonable'],
    });
    const verdicts: Readonly<Record<DeliveryDay, Verdict>> = {
      outside: OUTSIDE,
      excluded: EXCLUDED,
      lucky: HIT,
      reasonable: HIT,
      incident: MISS,
    };
    return (row) => verdicts[judge(row).kind];
  },
};

/**
 * E01 speed of delivery. Value: median days from order to arrival of lines ordered in the period and arrived by as-of.
 * Beside it the 90th percentile, and the share within 3 days, in which open orders older than that count as slow.
 * Leaves out: arrived before ordered. Source: features E01. @example 1, 2 and 9 days //=> median 2
 */
const speed = defineSpread({
  id: 'E01',
  label: { zh: '订货到交货天数（中位数）', en: 'Days from order to delivery (median)' },
  family: 'external',
  unit: 'days',
  better: 'lower',
  formula: ({ deliveries }) =>
    deliveries.arrivalIsShipping
      ? {
          zh: '发货日−订货日 的中位数（没有签收日期）',
          en: 'median of shipping day − order day (there is no arrival day)',
        }
      : { zh: '签收日−订货日 的中位数', en: 'median of arrival day − order day' },
  needs: [
    ['deliveries.orderDay', 'deliveries.deliveredDay'],
    ['deliveries.orderDay', 'deliveries.shippedDay'],
  ],
  switchOn: {
    zh: '「订货日期」和「签收日期」（或「发货日期」）列',
    en: 'columns for order day and arrival (or shipping) day',
  },
  ...daysToDelivery,
  parts: (inputs, measure) => [
    ratioPart(
      { zh: '90% 的订单不超过（天）', en: '90 % arrive within (days)' },
      'days',
      measure.spread(daysToDelivery, 0.9),
    ),
    ratioPart(
      {
        zh: `${inputs.settings['delivery.reasonable']} 天内交货占比（含过期未交）`,
        en: `Share within ${inputs.settings['delivery.reasonable']} days (open and overdue included)`,
      },
      'ratio',
      measure.count(withinDays).current,
    ),
  ],
});

/** E02 direct delivery. Formula: tickets delivered directly / tickets shipped in the period. Source: features E02. */
const direct = defineRatio({
  id: 'E02',
  label: { zh: '商品直送率', en: 'Direct delivery' },
  family: 'external',
  unit: 'ratio',
  better: 'higher',
  formula: { zh: '直送票 / 总票', en: 'tickets delivered directly / tickets' },
  needs: [['deliveries.direct']],
  switchOn: { zh: '「直送」列', en: 'a column that says whether delivered directly' },
  counts: {
    over: 'deliveryTickets',
    by: 'shipped',
    share: ({ deliveries: { tickets } }) => {
      const { direct } = tickets;
      return (row) => {
        const marks = direct[row]!;
        if ((marks & (1 << HIT)) !== 0) return HIT;
        return (marks & (1 << MISS)) !== 0 ? MISS : EXCLUDED;
      };
    },
  },
});

const isAccident = ({ deliveries: { tickets } }: KpiInputs): ((row: number) => boolean) => {
  const { accident } = tickets;
  return (row) => judgeTogether(accident[row]!) === MISS;
};

const perMillionKm: Counting = {
  over: 'deliveryLines',
  by: 'shipped',
  sums: ({ dataset, deliveries }) => {
    const kilometres = tableOf(dataset, 'deliveries').columns.distanceKm!;
    const accident = deliveries.lines.faults.accident;
    return (row, tally) => {
      const distance = kilometres[row]!;
      if (distance !== distance) return EXCLUDED;
      tally.numerator = (accident?.at(row) ?? 0) > 0 ? 1 : 0;
      tally.denominator = distance / 1e6;
      return HIT;
    };
  },
};

/** What was paid for accidents of lines shipped in the period. */
const paidForAccidents: Counting = {
  over: 'deliveryLines',
  by: 'shipped',
  sums: ({ dataset, deliveries }) => {
    const { compensation } = tableOf(dataset, 'deliveries').columns;
    const accident = deliveries.lines.faults.accident;
    return (row, tally) => {
      if (!((accident?.at(row) ?? 0) > 0)) return OUTSIDE;
      const paid = compensation?.[row] ?? NaN;
      if (paid !== paid) return EXCLUDED;
      tally.numerator = paid;
      tally.denominator = 1;
      return HIT;
    };
  },
};

/** E03 traffic accidents, per 1,000 tickets and per million kilometres, and what was paid for them. Source: features E03. */
const accidents = defineRatio({
  id: 'E03',
  label: { zh: '交通事故（每千车次）', en: 'Traffic accidents (per 1,000 trips)' },
  family: 'external',
  unit: 'per1000',
  better: 'lower',
  formula: { zh: '事故票数 / 票数 ×1000', en: 'tickets with an accident / tickets × 1,000' },
  needs: [['deliveries.accident']],
  switchOn: { zh: '「事故」列', en: 'a column that says whether there was an accident' },
  counts: {
    over: 'deliveryTickets',
    by: 'shipped',
    sums: (inputs) => {
      const hadAccident = isAccident(inputs);
      return (row, tally) => {
        tally.numerator = hadAccident(row) ? 1 : 0;
        tally.denominator = 1 / 1000;
        return HIT;
      };
    },
  },
  parts: ({ dataset }, measure) => {
    const paid = measure.count(paidForAccidents).current;
    return [
      ...(hasColumn(dataset, 'deliveries.distanceKm')
        ? [
            ratioPart(
              { zh: '每百万公里', en: 'Per million kilometres' },
              'perMillionKm',
              measure.count(perMillionKm).current,
            ),
          ]
        : []),
      ...(hasColumn(dataset, 'deliveries.compensation')
        ? [
            partOf(
              { zh: '事故赔偿额', en: 'Paid for accidents' },
              'amount',
              paid.n > 0 || paid.excluded === 0 ? known(paid.numerator) : missing({ reason: 'not-entered' }),
            ),
            ...(paid.excluded > 0
              ? [partOf({ zh: '没有写赔偿额的事故', en: 'Accidents without an amount' }, 'count', known(paid.excluded))]
              : []),
          ]
        : []),
    ];
  },
});

/**
 * E04 damage found on arrival. Formula: Σ damaged / Σ delivered quantity of lines that arrived in the period (K01: of lines shipped in
 * it, by shipped quantity); where no quantities are kept, lines with damage / lines arrived. Source: features E04.
 */
const damageOnArrival = defineRatio({
  id: 'E04',
  label: { zh: '到货货损率', en: 'Damage rate on arrival' },
  alsoCalled: { zh: '货物损伤率', en: 'damage on arrival' },
  family: 'external',
  unit: 'ratio',
  better: 'lower',
  formula: ({ dataset, deliveries: { lines } }) =>
    lines.faults.damagedQuantity && lines.shippedQuantity
      ? hasColumn(dataset, 'deliveries.deliveredQuantity')
        ? { zh: '损坏量 / 交付量（本期到货的）', en: 'damaged / delivered quantity, of what arrived in the period' }
        : {
            zh: '损坏量 / 发出量（本期到货的，没有签收数量）',
            en: 'damaged / shipped quantity, of what arrived in the period (no delivered quantity)',
          }
      : { zh: '有损坏的行 / 到货行（没有数量）', en: 'lines with damage / lines arrived (no quantities)' },
  needs: [['deliveries.damagedQuantity'], ['deliveries.damaged']],
  switchOn: {
    zh: '「损坏量」列，或写明破损的质量状态列',
    en: 'a column of damaged quantity, or a quality status that says damaged',
  },
  target: (settings) => settings['report.alertDamageAbove'],
  byGroup: true,
  counts: faultRate('damagedQuantity', 'damaged', 'deliveredQuantity', 'arrived'),
});

/** E05 loss. Formula: Σ lost / Σ shipped quantity; else lines with loss / lines. Source: features E05, definitions §2. */
const loss = defineRatio({
  id: 'E05',
  label: { zh: '丢失率', en: 'Loss rate' },
  alsoCalled: { zh: '货物丢失率', en: 'goods lost' },
  family: 'external',
  unit: 'ratio',
  better: 'lower',
  formula: ({ deliveries: { lines } }) =>
    lines.faults.lostQuantity && lines.shippedQuantity
      ? { zh: '丢失量 / 发出量', en: 'lost / shipped quantity' }
      : { zh: '有丢失的行 / 发出行（没有数量）', en: 'lines with loss / lines shipped (no quantities)' },
  needs: [['deliveries.lostQuantity'], ['deliveries.lost']],
  switchOn: { zh: '「丢失量」或「是否丢失」列', en: 'a column of lost quantity or lost' },
  byGroup: true,
  counts: faultRate('lostQuantity', 'lost', 'shippedQuantity'),
});

const wrongTickets: Counting = {
  over: 'deliveryTickets',
  by: 'shipped',
  share: ({ deliveries: { tickets } }) => {
    const { right } = tickets;
    return (row) => {
      const verdict = judgeTogether(right[row]!);
      return verdict === MISS ? HIT : verdict === HIT ? MISS : verdict;
    };
  },
};

const wrongTicketsOf = (kind: number): Counting => ({
  over: 'deliveryTickets',
  by: 'shipped',
  share: ({ deliveries: { tickets } }) => {
    const { right, wrongKind } = tickets;
    return (row) => {
      const verdict = judgeTogether(right[row]!);
      if (verdict === MISS) return wrongKind[row] === kind ? HIT : MISS;
      return verdict === HIT ? MISS : verdict;
    };
  },
});

/** E06 goods sent wrong. Formula: wrong tickets / tickets shipped, and by kind (product, quantity, address). */
const sentWrong = defineRatio({
  id: 'E06',
  label: { zh: '错发率', en: 'Mis-shipment rate' },
  alsoCalled: { zh: '货物发送错误率', en: 'goods sent wrong' },
  family: 'external',
  unit: 'ratio',
  better: 'lower',
  formula: { zh: '错送票 / 总票', en: 'wrong tickets / tickets' },
  needs: [['deliveries.wrongQuantity'], ['deliveries.wrong']],
  switchOn: { zh: '「错发量」或「是否错发」列', en: 'a column of wrong quantity or wrong item' },
  byGroup: true,
  counts: wrongTickets,
  parts: ({ deliveries }, measure) =>
    deliveries.wrongKinds
      .map((name, kind) => ({ name, kind }))
      .sort((a, b) => byCodePoint(a.name, b.name))
      .map(({ name, kind }) =>
        ratioPart(
          { zh: `其中：${name}`, en: `Of which: ${name}` },
          'ratio',
          measure.count(wrongTicketsOf(kind)).current,
        ),
      ),
});

const packedWell: Counting = {
  over: 'deliveryTickets',
  by: 'shipped',
  share: ({ deliveries: { tickets } }) => {
    const { packaging } = tickets;
    return (row) => judgeTogether(packaging[row]!);
  },
};
const shippedTickets: Counting = { over: 'deliveryTickets', by: 'shipped', share: () => () => HIT };
const packagingComplaints: Counting = {
  over: 'complaints',
  by: 'received',
  share: ({ dataset }) => {
    const { stage } = tableOf(dataset, 'complaints').columns;
    return (row) => (/包装|packag/i.test(textAt(stage, row)) ? HIT : OUTSIDE);
  },
};

/**
 * E08 packaging fit for its purpose. Formula: tickets without a packaging fault / tickets shipped; where deliveries say
 * nothing of packaging, 1 − complaints about packaging / tickets. Source: features E08.
 */
const packaging = defineComputed({
  id: 'E08',
  label: { zh: '包装符合率', en: 'Packaging fit for purpose' },
  family: 'external',
  unit: 'ratio',
  better: 'higher',
  valueKind: 'ratio',
  formula: ({ deliveries }) =>
    deliveries.lines.faults.packaging
      ? { zh: '没有包装问题的票 / 总票', en: 'tickets without a packaging fault / tickets' }
      : { zh: '1 − 包装投诉 / 总票', en: '1 − complaints about packaging / tickets' },
  needs: [['deliveries.packagingFault'], ['complaints.stage', 'deliveries.client']],
  switchOn: {
    zh: '「包装问题」列，或投诉表的「环节」列',
    en: 'a column of packaging faults, or the stage of complaints',
  },
  compute: (inputs, measure) => {
    if (inputs.deliveries.lines.faults.packaging) return measure.count(packedWell);
    const all = measure.count(shippedTickets);
    const faults = measure.count(packagingComplaints);
    return addMeasured(all, faults, -1);
  },
});

const feedbackOfComplaints: Counting = {
  over: 'complaints',
  by: 'received',
  share: ({ dataset, settings, calendar, window }) => {
    const clocks = new ComplaintClocks(dataset, settings, calendar, window);
    return (row) => clocks.feedback(row);
  },
};
const feedbackOfInquiries: Counting = {
  over: 'inquiries',
  by: 'received',
  share: ({ dataset, settings, calendar, window }) => {
    const clocks = new ComplaintClocks(dataset, settings, calendar, window);
    const { received, answered } = tableOf(dataset, 'inquiries').columns;
    return (row) => clocks.inTime(received?.[row], answered?.[row]);
  },
};

/**
 * E09 prompt feedback. Formula: complaints and inquiries answered within the allowed working days / those due.
 * Not yet answered and the time not over: not counted; over: late. Source: features E09.
 */
const feedback = defineComputed({
  id: 'E09',
  label: { zh: '信息反馈及时率', en: 'Feedback on time' },
  family: 'external',
  unit: 'ratio',
  better: 'higher',
  valueKind: 'ratio',
  formula: ({ settings }) => ({
    zh: `${settings['service.feedbackDays']} 个工作日内答复 / 应答复（投诉、咨询）`,
    en: `answered within ${settings['service.feedbackDays']} working days / to be answered (complaints, inquiries)`,
  }),
  needs: [
    ['complaints.received', 'complaints.firstReply'],
    ['inquiries.received', 'inquiries.answered'],
  ],
  switchOn: {
    zh: '投诉表的「首次回复」列，或咨询表的「答复时间」列',
    en: 'first reply on complaints, or answered on inquiries',
  },
  compute: ({ dataset }, measure) => {
    const hasReplies = hasColumn(dataset, 'complaints.firstReply');
    const hasAnswers = hasColumn(dataset, 'inquiries.answered');
    if (hasReplies && hasAnswers) {
      return addMeasured(measure.count(feedbackOfComplaints), measure.count(feedbackOfInquiries), 1);
    }
    return measure.count(hasReplies ? feedbackOfComplaints : feedbackOfInquiries);
  },
});

const processingOnTime = divideColumns('production', 'batchesOnTime', 'batchesDue');

/**
 * E10 processing at least cost. Value: production and logistics cost / sales, as entered; beside it batches processed in time /
 * batches due, of the production sheet. Source: features E10.
 */
const processing = defineEntered({
  id: 'E10',
  label: { zh: '物流费用率（流通加工）', en: 'Logistics cost of sales (processing)' },
  family: 'external',
  unit: 'ratio',
  better: 'lower',
  formula: {
    zh: '生产、物流费用 / 销售额；流通加工：按时批数 / 应完成批数',
    en: 'production and logistics cost / sales; processing: batches on time / due',
  },
  parts: ({ dataset }, measure) =>
    hasColumn(dataset, 'production.batchesDue') && hasColumn(dataset, 'production.batchesOnTime')
      ? [
          ratioPart(
            { zh: '流通加工按时率', en: 'Processing on time' },
            'ratio',
            measure.count(processingOnTime).current,
          ),
        ]
      : [],
});

export const externalKpis = [
  speed,
  direct,
  accidents,
  damageOnArrival,
  loss,
  sentWrong,
  storageLoss,
  packaging,
  feedback,
  processing,
];
