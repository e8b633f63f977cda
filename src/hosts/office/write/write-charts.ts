import type { CellRange } from '../../../workbook/address';
import type { ChartAxisPlan, ChartKind, ChartPlan, ChartSeriesPlan, SheetPlan } from '../../../workbook/plan';
import type { StandingChart } from './standing-sheet';

const CHART_PREFIX = 'Kelan_';

const CHART_TYPES = {
  column: 'ColumnClustered',
  stackedColumn: 'ColumnStacked',
  bar: 'BarClustered',
  line: 'Line',
  doughnut: 'Doughnut',
  combo: 'ColumnClustered',
} as const satisfies Record<ChartKind, string>;

/**
 * The charts of a sheet: one that stands under its name is changed in place, so that it keeps its slot for whoever
 * copied or linked it; ours that are no longer planned go. Charts of the person stay.
 */
export function writeCharts(sheet: Excel.Worksheet, plan: SheetPlan, standing: readonly StandingChart[]): void {
  const isPlanned = (name: string): boolean => plan.charts.some((chart) => CHART_PREFIX + chart.id === name);
  for (const { name } of standing) {
    if (name.startsWith(CHART_PREFIX) && !isPlanned(name)) sheet.charts.getItem(name).delete();
  }
  for (const chart of plan.charts) {
    const old = standing.find((one) => one.name === CHART_PREFIX + chart.id);
    drawChart(sheet, chart, old);
  }
}

function drawChart(sheet: Excel.Worksheet, plan: ChartPlan, old: StandingChart | undefined): void {
  const first = plan.series[0];
  if (!first) return;
  const chart = old ? sheet.charts.getItem(old.name) : addChart(sheet, plan, first);
  if (old) chart.chartType = CHART_TYPES[plan.kind];
  const seriesCount = old?.seriesCount ?? 1;
  for (let index = seriesCount - 1; index >= plan.series.length; index--) chart.series.getItemAt(index).delete();
  plan.series.forEach((seriesPlan, index) => {
    const series = index < seriesCount ? chart.series.getItemAt(index) : chart.series.add(seriesPlan.name);
    drawSeries(sheet, series, plan, seriesPlan);
  });

  chart.title.text = plan.title;
  chart.title.visible = plan.title !== '';
  if (plan.textSize !== undefined) {
    chart.format.font.size = plan.textSize;
    chart.title.format.font.size = plan.textSize;
  }
  chart.legend.visible = plan.legend !== 'none';
  if (plan.legend !== 'none') chart.legend.position = plan.legend === 'bottom' ? 'Bottom' : 'Right';
  if (plan.kind !== 'doughnut') {
    drawAxis(chart.axes.categoryAxis, plan.categoryAxis);
    drawAxis(chart.axes.valueAxis, plan.valueAxis);
    if (plan.secondaryAxis && plan.series.some((series) => series.axis === 'secondary')) {
      drawAxis(chart.axes.getItem('Value', 'Secondary'), plan.secondaryAxis);
    }
  }
  placeChart(sheet, chart, plan.anchor);
}

/** Made over the values of its first series alone, so that it starts with exactly one series. */
function addChart(sheet: Excel.Worksheet, plan: ChartPlan, first: ChartSeriesPlan): Excel.Chart {
  const isRow = first.values.rows === 1 && first.values.columns > 1;
  const chart = sheet.charts.add(CHART_TYPES[plan.kind], rangeOf(sheet, first.values), isRow ? 'Rows' : 'Columns');
  chart.name = CHART_PREFIX + plan.id;
  return chart;
}

function drawSeries(sheet: Excel.Worksheet, series: Excel.ChartSeries, chart: ChartPlan, plan: ChartSeriesPlan): void {
  series.name = plan.name;
  series.setValues(rangeOf(sheet, plan.values));
  series.setXAxisValues(rangeOf(sheet, chart.categories));
  const isLine = chart.kind === 'line' || plan.as === 'line';
  if (chart.kind === 'combo') {
    series.chartType = isLine ? 'Line' : 'ColumnClustered';
    series.axisGroup = plan.axis === 'secondary' ? 'Secondary' : 'Primary';
  }
  if (isLine) {
    series.format.line.color = plan.color;
    series.format.line.lineStyle = plan.dash ? 'Dash' : 'Continuous';
    series.markerStyle = plan.markers ? 'Circle' : 'None';
    if (plan.markers) {
      series.markerForegroundColor = plan.color;
      series.markerBackgroundColor = plan.color;
    }
  } else {
    if (plan.isUnseen) series.format.fill.clear();
    else series.format.fill.setSolidColor(plan.color);
    if (chart.gapWidth !== undefined && chart.kind !== 'doughnut') series.gapWidth = chart.gapWidth;
  }
  plan.pointColors?.forEach((color, index) => {
    series.points.getItemAt(index).format.fill.setSolidColor(color);
  });
  const hasLabels = chart.dataLabels !== undefined && !plan.isUnseen;
  series.hasDataLabels = hasLabels;
  if (hasLabels && chart.dataLabels) series.dataLabels.numberFormat = chart.dataLabels.numberFormat;
}

function drawAxis(axis: Excel.ChartAxis, plan: ChartAxisPlan): void {
  axis.title.visible = plan.title !== undefined;
  if (plan.title !== undefined) axis.title.text = plan.title;
  if (plan.numberFormat !== undefined) axis.numberFormat = plan.numberFormat;
  // An empty text puts a bound back to automatic.
  axis.minimum = plan.min ?? '';
  axis.maximum = plan.max ?? '';
  axis.majorUnit = plan.majorUnit ?? '';
  if (plan.labelEvery !== undefined) axis.tickLabelSpacing = plan.labelEvery;
  axis.reversePlotOrder = plan.reversed ?? false;
}

function placeChart(sheet: Excel.Worksheet, chart: Excel.Chart, { row, column, rows, columns }: CellRange): void {
  chart.setPosition(
    sheet.getRangeByIndexes(row, column, 1, 1),
    sheet.getRangeByIndexes(row + rows - 1, column + columns - 1, 1, 1),
  );
}

function rangeOf(sheet: Excel.Worksheet, { row, column, rows, columns }: CellRange): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rows, columns);
}
