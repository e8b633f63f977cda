import type { ChartAxisPlan, ChartPlan } from '../../../../workbook/plan';
import { CHART_COLORS, lineOf, NO_LINE, wordsOf, writeTextLook, writeTitle, type TextLook } from './chart-text';
import { escapeAttribute } from '../xml/xml-text';

/** A quarter turn against the clock, in 60,000ths of a degree. */
const UPRIGHT = -5_400_000;

export const AXES = { category: 111, value: 112, secondCategory: 113, secondValue: 114 } as const;

interface AxisPlace {
  readonly id: number;
  readonly crosses: number;
  readonly position: 'l' | 'r' | 't' | 'b';
}

/** The axes of all kinds that have some; a horizontal bar's categories stand at the left. */
export function writeAxes(plan: ChartPlan, valueFormat: string, secondFormat: string): string {
  const isBar = plan.kind === 'bar';
  const text = wordsOf(plan);
  const category: AxisPlace = { id: AXES.category, crosses: AXES.value, position: isBar ? 'l' : 'b' };
  const value: AxisPlace = { id: AXES.value, crosses: AXES.category, position: isBar ? 'b' : 'l' };
  const isReversed = plan.categoryAxis.reversed ?? false;
  // Bars that carry their values need no scale beside them.
  const isLabelled = isBar && plan.dataLabels !== undefined;
  const first =
    writeCategoryAxis(plan.categoryAxis, category, { text, isDeleted: false }) +
    writeValueAxis(plan.valueAxis, value, valueFormat, {
      text,
      hasGrid: !isLabelled,
      isDeleted: isLabelled,
      // With the first category on top the far end of the categories is below: there the values stand.
      crossing: isReversed ? 'max' : 'autoZero',
      isUpright: !isBar,
    });
  if (!hasSecondAxis(plan)) return first;
  return (
    first +
    writeValueAxis(
      plan.secondaryAxis ?? {},
      { id: AXES.secondValue, crosses: AXES.secondCategory, position: 'r' },
      secondFormat,
      { text, hasGrid: false, isDeleted: false, crossing: 'max', isUpright: true },
    ) +
    writeCategoryAxis(
      plan.categoryAxis,
      { id: AXES.secondCategory, crosses: AXES.secondValue, position: 'b' },
      { text, isDeleted: true },
    )
  );
}

export const hasSecondAxis = (plan: ChartPlan): boolean =>
  plan.kind === 'combo' && plan.series.some((series) => series.axis === 'secondary');

function writeCategoryAxis(
  axis: ChartAxisPlan,
  place: AxisPlace,
  { text, isDeleted }: { readonly text: TextLook; readonly isDeleted: boolean },
): string {
  const every = axis.labelEvery;
  return (
    `<c:catAx><c:axId val="${place.id}"/>` +
    `<c:scaling><c:orientation val="${axis.reversed ? 'maxMin' : 'minMax'}"/></c:scaling>` +
    `<c:delete val="${isDeleted ? 1 : 0}"/><c:axPos val="${place.position}"/>` +
    (axis.title === undefined || isDeleted
      ? ''
      : writeTitle(axis.title, text, place.position === 'l' ? UPRIGHT : undefined)) +
    numberFormat(axis.numberFormat ?? 'General', axis.numberFormat === undefined) +
    // Labels at the foot of the plot, not at the zero line, where bars below zero would cover them.
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>' +
    `<c:spPr><a:noFill/>${lineOf(CHART_COLORS.axisLine, 0.75)}</c:spPr>${writeTextLook(text)}` +
    `<c:crossAx val="${place.crosses}"/><c:crosses val="autoZero"/>` +
    // Days as labels stay the rows of the table; as a time axis they would open gaps.
    '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>' +
    (every === undefined ? '' : `<c:tickLblSkip val="${every}"/><c:tickMarkSkip val="${every}"/>`) +
    '<c:noMultiLvlLbl val="0"/></c:catAx>'
  );
}

function writeValueAxis(
  axis: ChartAxisPlan,
  place: AxisPlace,
  format: string,
  look: {
    readonly text: TextLook;
    readonly hasGrid: boolean;
    readonly isDeleted: boolean;
    readonly crossing: 'autoZero' | 'max';
    readonly isUpright: boolean;
  },
): string {
  const bound = (name: 'max' | 'min'): string => (axis[name] === undefined ? '' : `<c:${name} val="${axis[name]}"/>`);
  return (
    `<c:valAx><c:axId val="${place.id}"/>` +
    `<c:scaling><c:orientation val="minMax"/>${bound('max')}${bound('min')}</c:scaling>` +
    `<c:delete val="${look.isDeleted ? 1 : 0}"/><c:axPos val="${place.position}"/>` +
    (look.hasGrid
      ? `<c:majorGridlines><c:spPr>${lineOf(CHART_COLORS.gridLine, 0.75)}</c:spPr></c:majorGridlines>`
      : '') +
    (axis.title === undefined ? '' : writeTitle(axis.title, look.text, look.isUpright ? UPRIGHT : undefined)) +
    numberFormat(axis.numberFormat ?? format, false) +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>' +
    `<c:spPr><a:noFill/>${NO_LINE}</c:spPr>${writeTextLook(look.text)}` +
    `<c:crossAx val="${place.crosses}"/><c:crosses val="${look.crossing}"/><c:crossBetween val="between"/>` +
    (axis.majorUnit === undefined ? '' : `<c:majorUnit val="${axis.majorUnit}"/>`) +
    '</c:valAx>'
  );
}

const numberFormat = (code: string, isLinked: boolean): string =>
  `<c:numFmt formatCode="${escapeAttribute(code)}" sourceLinked="${isLinked ? 1 : 0}"/>`;
