import { nameOf } from '../../core/measures/measures';
import type { CheckedLoad, LoadChecks, LoadState } from '../../core/service/tracking/check-loads';
import { fill, type Text } from '../../i18n/text';
import { wordNumber, wordPercent } from '../../i18n/wording';
import { day, growth, label, number, quantity, text, userText, type ToneRule } from '../layout/columns';
import { defineReport } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { clientAt, clientColumns } from './parts/client-columns';

const STATES: Readonly<Record<LoadState, Text>> = {
  match: { zh: '● 相符', en: '● Agrees' },
  over: { zh: '■ 多', en: '■ More' },
  under: { zh: '■ 少', en: '■ Less' },
  unknown: { zh: '—', en: '—' },
};
const TONES: readonly ToneRule[] = [
  { text: STATES.match, tone: 'good' },
  { text: STATES.over, tone: 'bad' },
  { text: STATES.under, tone: 'bad' },
];

const figures = ({ analysis }: ReportContext): LoadChecks | undefined =>
  analysis.loadChecks.known ? analysis.loadChecks.value : undefined;
const percentOf = ({ value }: LoadChecks['weights']): string => (value.known ? wordPercent(value.value) : '—');

/** 001-21 and 001-22: weighing slips and gate passes against what was to be fetched. */
export const loadChecks = defineReport<CheckedLoad>({
  id: 'loadChecks',
  sheet: { zh: '过磅与出门核对', en: 'Weighing and gate checks' },
  purpose: {
    zh: '过磅净重、出门数量与提货单核对，不符的在前；在厂时间；没有过磅单的提货单',
    en: 'Net weight and quantity let out against the delivery note, those that differ first; time inside; notes without a slip',
  },
  tab: TAB.service,
  needs: [],
  missing: ({ analysis }) => (analysis.loadChecks.known ? undefined : wordMissing(analysis.loadChecks.why)),
  orientation: 'landscape',
  freezeHeader: true,
  keyedBy: 'all',
  message: (context) => {
    const found = figures(context);
    if (!found) return undefined;
    return fill(
      {
        zh: '{n} 车：过磅相符率 {weights}（{compared} 车可比），出门相符率 {gates}；没有过磅单的提货单 {without} / {notes} 张',
        en: '{n} loads: {weights} of the weights agree ({compared} compared), {gates} of the gate passes; {without} of {notes} delivery notes without a slip',
      },
      {
        n: wordNumber(found.loads.length),
        weights: percentOf(found.weights),
        compared: wordNumber(found.weights.denominator),
        gates: percentOf(found.gates),
        without: wordNumber(found.withoutSlip),
        notes: wordNumber(found.notes),
      },
    );
  },
  highlights: (context) => {
    const { settings } = context.analysis;
    const hours = figures(context)?.hoursInside;
    return [
      fill(
        {
          zh: '净重 = 实车重 − 空车重；应提 = 过磅单上的应提重量，没有的按提货数量 × {kg} 公斤；相差 {tolerance} 以内为相符；出门数量须与提货单相同；平均在厂 {hours} 小时。',
          en: 'Net = loaded − empty; due = as written on the slip, else quantity fetched × {kg} kg; agrees within {tolerance}; the gate pass must have the quantity of the note; mean time inside {hours} hours.',
        },
        {
          kg: wordNumber(settings['loads.kgPerUnit'], Number.isInteger(settings['loads.kgPerUnit']) ? 0 : 3),
          tolerance: wordPercent(settings['loads.tolerance']),
          hours: hours?.known ? wordNumber(hours.value, 1) : '—',
        },
      ),
    ];
  },
  rows: (context) => figures(context)?.loads ?? [],
  whenEmpty: { zh: '本期没有过磅记录。', en: 'Nothing was weighed in the period.' },
  columns: [
    text({ zh: '提货单号', en: 'Delivery note' }, ({ deliveryNo }) => deliveryNo, { key: true, maxWidth: 18 }),
    ...clientColumns<CheckedLoad>(({ client }, context) => clientAt(client, context)),
    day({ zh: '离厂日期', en: 'Left' }, ({ day: on }) => on),
    text({ zh: '品名', en: 'Product' }, ({ product }) => product, { hideWhenEmpty: true, maxWidth: 20 }),
    quantity(nameOf('netWeight'), ({ net }) => net, { silent: true, total: 'sum' }),
    quantity(nameOf('dueWeight'), ({ due }) => due, { silent: true, total: 'sum' }),
    growth(nameOf('weightDifference'), ({ difference }) => difference, {
      silent: true,
      style: { numberFormat: '+0.00%;-0.00%;0.00%' },
    }),
    label({ zh: '过磅', en: 'Weight' }, ({ weight }) => STATES[weight], { tones: TONES }),
    quantity(nameOf('quantityLetOut'), ({ letOut }) => letOut, { silent: true }),
    quantity(nameOf('quantityOnNote'), ({ noted }) => noted, { silent: true }),
    label({ zh: '出门证', en: 'Gate pass' }, ({ gate }) => STATES[gate], { tones: TONES }),
    number({ zh: '在厂小时', en: 'Hours inside' }, ({ hoursInside }) => hoursInside, {
      silent: true,
      style: { numberFormat: '0.0' },
    }),
    userText({ zh: '处理', en: 'Dealt with' }, { id: 'notes', minWidth: 11 }),
    text({ zh: '过磅单号', en: 'Slips' }, ({ slips }) => slips, {
      key: true,
      hideWhenEmpty: true,
      maxWidth: 16,
      isUnprinted: true,
    }),
    text({ zh: '车号', en: 'Vehicle' }, ({ vehicles }) => vehicles, {
      hideWhenEmpty: true,
      maxWidth: 14,
      isUnprinted: true,
    }),
  ],
  sources: ['weighings', 'deliveries'],
  settings: ['loads.kgPerUnit', 'loads.tolerance'],
});
