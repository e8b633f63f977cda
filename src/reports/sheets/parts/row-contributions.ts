import type { RowCause, RowContribution } from '../../../core/changes/row-contributions';
import type { IndicatorUnit } from '../../../core/kpis/indicator-result';
import { areLinesInEngine } from '../../../core/facts/line-groups';
import { known, missing } from '../../../core/model/outcome';
import { fill, type Text } from '../../../i18n/text';
import { wordNumber } from '../../../i18n/wording';
import type { CellStyle } from '../../../workbook/style';
import { day, label, number, text } from '../../layout/columns';
import { defineTable } from '../../layout/define-report';
import { CELL, FORMAT } from '../../layout/theme';
import { changesDataOf } from './changes-data';
import { wordMissing } from '../../words/missing-words';
import { clientAt } from './client-columns';

const CAUSE_WORDS: Readonly<Record<RowCause, Text>> = {
  entered: { zh: '新计入', en: 'counted now' },
  left: { zh: '不再计入', en: 'no longer counted' },
  changed: { zh: '改判', en: 'judged otherwise' },
  rest: { zh: '其余行', en: 'other rows' },
  corrected: { zh: '数据更正', en: 'data corrected since' },
};

/** Of a ratio in points; of an amount in the sheet's unit. */
const EFFECT_FORMAT: Partial<Readonly<Record<IndicatorUnit, string>>> = {
  ratio: '+0.000%;[Red]-0.000%;0.000%',
  amount: '+#,##0.00;[Red]-#,##0.00;0.00',
};
const inUnit = ({ unit }: RowContribution): CellStyle => ({
  ...CELL.number,
  numberFormat: EFFECT_FORMAT[unit] ?? FORMAT.number,
});
const ofRatio = ({ unit }: RowContribution, value: number) =>
  unit === 'amount' ? missing({ reason: 'nothing-due' }) : known(value);
const isOne = ({ cause }: RowContribution): boolean => cause !== 'rest' && cause !== 'corrected';

/** The rows that made on-time rate, damage rate and net sales another, ten each. */
export const contributionTable = defineTable<RowContribution>({
  id: 'rowContributions',
  heading: {
    zh: '哪些行引起的（准时率、货损率、净销售额，各列影响最大的 10 行）',
    en: 'Which rows did it: the ten largest each',
  },
  note: {
    zh: '每个指标的「影响」合计 = 本次 − 上次。分子影响 = 分子变化 ÷ 本次分母；分母影响 = −上次比率 × 分母变化 ÷ 本次分母。',
    en: 'The effects of a figure add up to now − before. Through the numerator: its change ÷ denominator now; through the denominator: −rate before × its change ÷ denominator now.',
  },
  missing: (context) =>
    areLinesInEngine(context.dataset)
      ? wordMissing({ reason: 'lines-in-engine' })
      : context.earlier?.snapshot
        ? undefined
        : { zh: '上次没有留下快照，不能逐行比较。', en: 'No snapshot was left then: rows cannot be compared.' },
  rows: (context) => changesDataOf(context)?.contributions ?? [],
  whenEmpty: { zh: '没有变动。', en: 'None changed.' },
  columns: [
    label({ zh: '指标', en: 'Figure' }, (row) => row.label, { id: 'figure', key: true, minWidth: 10 }),
    label(
      { zh: '原因', en: 'Cause' },
      ({ cause, rows }) =>
        cause === 'rest'
          ? fill({ zh: '其余 {n} 行', en: '{n} other rows' }, { n: wordNumber(rows) })
          : CAUSE_WORDS[cause],
      { id: 'cause', minWidth: 12 },
    ),
    text(
      { zh: '客户名称', en: 'Client' },
      (row, context) => (row.client < 0 ? '' : clientAt(row.client, context).name),
      {
        id: 'name',
        minWidth: 16,
        maxWidth: 28,
      },
    ),
    day({ zh: '日期', en: 'Day' }, (row) => (row.day === undefined ? missing({ reason: 'no-rows' }) : known(row.day)), {
      id: 'day',
      silent: true,
    }),
    text(
      { zh: '原始行', en: 'Row in the sheet' },
      ({ place }) => (place ? { zh: `${place.sheet} 第${place.row}行`, en: `${place.sheet}, row ${place.row}` } : ''),
      {
        key: true,
        minWidth: 12,
        link: ({ place }) => place && { sheet: place.sheet, cell: `A${place.row}` },
        style: CELL.link,
      },
    ),
    number({ zh: '分子变化', en: 'Numerator' }, (row) => ofRatio(row, row.numerator), {
      id: 'numerator',
      silent: true,
    }),
    number({ zh: '分母变化', en: 'Denominator' }, (row) => ofRatio(row, row.denominator), {
      id: 'denominator',
      silent: true,
    }),
    number(
      { zh: '分子影响', en: 'Through numerator' },
      (row) => (isOne(row) || row.cause === 'rest' ? known(row.byNumerator) : missing({ reason: 'nothing-due' })),
      {
        id: 'byNumerator',
        silent: true,
        styleOf: inUnit,
        minWidth: 12,
      },
    ),
    number({ zh: '分母影响', en: 'Through denominator' }, (row) => ofRatio(row, row.byDenominator), {
      id: 'byDenominator',
      silent: true,
      styleOf: inUnit,
      minWidth: 12,
    }),
    number({ zh: '影响', en: 'Effect' }, ({ effect }) => effect, { id: 'effect', styleOf: inUnit, minWidth: 12 }),
  ],
});
