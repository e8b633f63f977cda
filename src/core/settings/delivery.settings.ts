import { choice, number } from './setting-kinds';

/** Returns, on time and the delivery classes. */
export const DELIVERY_SETTINGS = {
  'returns.period': choice({
    label: { zh: '退货计入', en: 'A return counts in' },
    default: 'ofReturn',
    options: {
      ofReturn: { zh: '退货当期', en: 'the period of the return' },
      ofSale: { zh: '原销售期', en: 'the period of the original sale' },
    },
    source: 'definitions §0.3',
  }),
  'delivery.graceDays': number({
    label: { zh: '准时宽限天数', en: 'On time: days of grace' },
    unit: 'days',
    default: 0,
    min: 0,
    max: 60,
    whole: true,
    source: 'definitions §2',
  }),
  'delivery.fullTolerance': number({
    label: { zh: '足量容差', en: 'In full: tolerance' },
    unit: 'ratio',
    default: 0,
    min: 0,
    max: 0.2,
    source: 'definitions §2',
  }),
  'delivery.promise': choice({
    label: { zh: '准时按哪个交期', en: 'On time against' },
    default: 'original',
    options: {
      original: { zh: '原承诺交期', en: 'the original promise' },
      revised: { zh: '改期后交期', en: 'the revised promise' },
    },
    source: 'definitions §2',
  }),
  'delivery.lucky': number({
    label: { zh: '幸运：几天内', en: 'Lucky: within days' },
    unit: 'days',
    default: 0,
    min: 0,
    max: 30,
    whole: true,
    source: '001-17',
  }),
  'delivery.reasonable': number({
    label: { zh: '合理：几天内', en: 'Reasonable: within days' },
    unit: 'days',
    default: 3,
    min: 1,
    max: 60,
    whole: true,
    source: '001-17',
  }),
  'tracking.shippedDays': number({
    label: { zh: '出货跟踪：列出最近几天发出的', en: 'Shipment tracking: what went out in the last days' },
    unit: 'days',
    default: 30,
    min: 1,
    max: 366,
    whole: true,
    source: 'proposal',
  }),
  'delivery.restShare': number({
    label: { zh: '未交尾数：不超过订货量的几成算了结', en: 'Short rest: closed up to this share of the order' },
    unit: 'ratio',
    default: 0.1,
    min: 0,
    max: 1,
    source: 'proposal',
  }),
  'delivery.restDays': number({
    label: { zh: '未交尾数：发货后几天没有补发算了结', en: 'Short rest: closed when nothing followed for days' },
    unit: 'days',
    default: 60,
    min: 0,
    max: 3650,
    whole: true,
    source: 'proposal',
  }),
} as const;
