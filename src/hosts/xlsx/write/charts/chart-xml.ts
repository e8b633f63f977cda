import type { ChartPlan, ChartSeriesPlan } from '../../../../workbook/plan';
import { AXES, hasSecondAxis, writeAxes } from './chart-axes';
import { formatOf, writeLabels, writeNumbers, type ChartSource } from './chart-data';
import { CHART_COLORS, lineOf, NO_LINE, sizesOf, solidFill, wordsOf, writeTextLook, writeTitle } from './chart-text';
import type { Dialect } from '../xml/dialect';
import { escapeAttribute, escapeText, rgbOf, XML_DECLARATION } from '../xml/xml-text';

const DEFAULT_GAP = 60;

/** Everything that a chart is written from. */
interface ChartContext {
  readonly plan: ChartPlan;
  readonly source: ChartSource;
  readonly dialect: Dialect;
}

/**
 * A native chart, editable in Excel. Its data are references to the sheet, with a copy of the values so that viewers
 * that calculate nothing draw it as well.
 */
export function writeChart(plan: ChartPlan, source: ChartSource, dialect: Dialect): string {
  const context: ChartContext = { plan, source, dialect };
  const text = wordsOf(plan);
  if (plan.series.length === 0) throw new Error(`${plan.id}: a chart without series`);
  const legend =
    plan.legend === 'none'
      ? ''
      : `<c:legend><c:legendPos val="${plan.legend === 'bottom' ? 'b' : 'r'}"/><c:overlay val="0"/>` +
        `${writeTextLook(text)}</c:legend>`;
  const title =
    plan.title === ''
      ? '<c:autoTitleDeleted val="1"/>'
      : `${writeTitle(plan.title, { size: sizesOf(plan).title, color: CHART_COLORS.title, bold: true })}` +
        '<c:autoTitleDeleted val="0"/>';
  return (
    `${XML_DECLARATION}<c:chartSpace xmlns:c="${dialect.chart}" xmlns:a="${dialect.drawing}" ` +
    `xmlns:r="${dialect.relationships}"><c:roundedCorners val="0"/><c:chart>${title}` +
    `<c:plotArea><c:layout/>${writePlot(context)}<c:spPr><a:noFill/>${NO_LINE}</c:spPr></c:plotArea>${legend}` +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
    `<c:spPr>${solidFill('#FFFFFF')}${lineOf(CHART_COLORS.border, 0.75)}</c:spPr>${writeTextLook(text)}` +
    '</c:chartSpace>'
  );
}

function writePlot(context: ChartContext): string {
  const { plan, source } = context;
  if (plan.kind === 'doughnut') return writeDoughnut(context);
  const drawn = plan.series.map((series, index) => ({
    series,
    index,
    form: plan.kind === 'line' || (plan.kind === 'combo' && series.as === 'line') ? 'line' : 'bar',
    isSecond: hasSecondAxis(plan) && series.axis === 'secondary',
  }));
  const parts: string[] = [];
  // One plot a form and axis; columns first, so that lines lie over them.
  for (const isSecond of [false, true]) {
    for (const form of ['bar', 'line'] as const) {
      const members = drawn.filter((one) => one.form === form && one.isSecond === isSecond);
      if (members.length === 0) continue;
      const axes = isSecond
        ? `<c:axId val="${AXES.secondCategory}"/><c:axId val="${AXES.secondValue}"/>`
        : `<c:axId val="${AXES.category}"/><c:axId val="${AXES.value}"/>`;
      const series = members.map((one) =>
        form === 'bar'
          ? writeBarSeries(context, one.series, one.index)
          : writeLineSeries(context, one.series, one.index),
      );
      parts.push(form === 'bar' ? writeBars(context, series, axes) : writeLines(series, axes));
    }
  }
  const formatOn = (isSecond: boolean): string => {
    const first = drawn.find((one) => one.isSecond === isSecond);
    return first ? formatOf(source, first.series.values) : 'General';
  };
  return parts.join('') + writeAxes(plan, formatOn(false), formatOn(true));
}

function writeBars({ plan, dialect }: ChartContext, series: readonly string[], axes: string): string {
  const isStacked = plan.kind === 'stackedColumn';
  return (
    `<c:barChart><c:barDir val="${plan.kind === 'bar' ? 'bar' : 'col'}"/>` +
    `<c:grouping val="${isStacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${series.join('')}` +
    `<c:gapWidth val="${percentOf(plan.gapWidth ?? DEFAULT_GAP, dialect)}"/>` +
    `<c:overlap val="${percentOf(isStacked ? 100 : 0, dialect)}"/>${axes}</c:barChart>`
  );
}

const writeLines = (series: readonly string[], axes: string): string =>
  `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series.join('')}` +
  `<c:marker val="1"/>${axes}</c:lineChart>`;

function writeDoughnut(context: ChartContext): string {
  const { plan, dialect } = context;
  const series = plan.series.map((one, index) => {
    const outline = lineOf('#FFFFFF', 1.5);
    const count = one.values.rows * one.values.columns;
    const colors = Array.from({ length: count }, (_, point) => one.pointColors?.[point] ?? one.color);
    const points = colors.map((color, point) => {
      return `<c:dPt><c:idx val="${point}"/><c:bubble3D val="0"/><c:spPr>${solidFill(color)}${outline}</c:spPr></c:dPt>`;
    });
    return (
      `<c:ser>${writeHead(one, index)}<c:spPr>${solidFill(one.color)}${outline}</c:spPr>${points.join('')}` +
      `${writeDataLabels(plan, colors)}${writeData(context, one)}</c:ser>`
    );
  });
  return (
    `<c:doughnutChart><c:varyColors val="1"/>${series.join('')}<c:firstSliceAng val="0"/>` +
    `<c:holeSize val="${percentOf(58, dialect)}"/></c:doughnutChart>`
  );
}

function writeBarSeries(context: ChartContext, series: ChartSeriesPlan, index: number): string {
  const isInside = context.plan.kind === 'stackedColumn';
  const points = (series.pointColors ?? []).map(
    (color, point) =>
      `<c:dPt><c:idx val="${point}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>` +
      `<c:spPr>${solidFill(color)}${NO_LINE}</c:spPr></c:dPt>`,
  );
  return (
    `<c:ser>${writeHead(series, index)}<c:spPr>${series.isUnseen ? '<a:noFill/>' : solidFill(series.color)}${NO_LINE}</c:spPr>` +
    `<c:invertIfNegative val="0"/>${points.join('')}` +
    (series.isUnseen ? '' : writeDataLabels(context.plan, isInside ? [series.color] : [])) +
    `${writeData(context, series)}</c:ser>`
  );
}

function writeLineSeries(context: ChartContext, series: ChartSeriesPlan, index: number): string {
  const line = series.dash ? lineOf(series.color, 1.25, 'dash') : lineOf(series.color, 2.25);
  const marker = series.markers
    ? `<c:marker><c:symbol val="circle"/><c:size val="6"/><c:spPr>${solidFill(series.color)}` +
      `${lineOf('#FFFFFF', 0.75)}</c:spPr></c:marker>`
    : '<c:marker><c:symbol val="none"/></c:marker>';
  const labels = context.plan.kind === 'line' && !series.dash ? writeDataLabels(context.plan) : '';
  return (
    `<c:ser>${writeHead(series, index)}<c:spPr>${line}</c:spPr>${marker}${labels}` +
    `${writeData(context, series)}<c:smooth val="0"/></c:ser>`
  );
}

const writeHead = (series: ChartSeriesPlan, index: number): string =>
  `<c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeText(series.name)}</c:v></c:tx>`;

const writeData = ({ plan, source }: ChartContext, series: ChartSeriesPlan): string =>
  `<c:cat>${writeLabels(source, plan.categories)}</c:cat><c:val>${writeNumbers(source, series.values)}</c:val>`;

/**
 * Labels of a series. Where they lie inside of their shape, each is dark or light by what is behind it.
 *
 * A doughnut shows parts of a whole: in a percent format its labels are shares, computed by Excel.
 */
function writeDataLabels(plan: ChartPlan, backgrounds: readonly string[] = []): string {
  if (!plan.dataLabels) return '';
  const code = plan.dataLabels.numberFormat;
  const isShare = plan.kind === 'doughnut' && code.includes('%');
  const position = LABEL_POSITIONS[plan.kind];
  const body = (color: string): string =>
    `<c:numFmt formatCode="${escapeAttribute(code)}" sourceLinked="0"/>` +
    `<c:spPr><a:noFill/>${NO_LINE}</c:spPr>${writeTextLook({ size: sizesOf(plan).text, color })}` +
    (position === undefined ? '' : `<c:dLblPos val="${position}"/>`) +
    `<c:showLegendKey val="0"/><c:showVal val="${isShare ? 0 : 1}"/><c:showCatName val="0"/><c:showSerName val="0"/>` +
    `<c:showPercent val="${isShare ? 1 : 0}"/><c:showBubbleSize val="0"/>`;
  const points = backgrounds.length < 2 ? [] : backgrounds;
  const single = points.map(
    (background, index) => `<c:dLbl><c:idx val="${index}"/>${body(inkOn(background))}</c:dLbl>`,
  );
  const color = backgrounds[0] === undefined ? CHART_COLORS.text : inkOn(backgrounds[0]);
  return `<c:dLbls>${single.join('')}${body(color)}</c:dLbls>`;
}

const LABEL_POSITIONS: Partial<Record<ChartPlan['kind'], string>> = {
  column: 'outEnd',
  bar: 'outEnd',
  combo: 'outEnd',
  stackedColumn: 'ctr',
  line: 't',
};

/** Black or white, whichever reads better: by the relative luminance that accessibility guidelines define. */
function inkOn(background: string): string {
  const channel = (at: number): number => {
    const share = parseInt(rgbOf(background).slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4);
  return luminance > 0.3 ? CHART_COLORS.title : '#FFFFFF';
}

/** The strict dialect writes per cents with their sign. */
const percentOf = (value: number, dialect: Dialect): string => (dialect.isStrict ? `${value}%` : String(value));
