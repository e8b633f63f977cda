import type { CellRange } from '../../workbook/address';
import type { ChartAxisPlan, ChartPlan } from '../../workbook/plan';
import type { ChartDefinition } from './define-report';
import type { FilledTable } from './table/fill-table';
import type { PlacedTable } from './table/placed-table';
import type { ReportContext } from './report-context';
import { shortMoneyFormat } from './theme';

/** Labels along an axis before every second, third … only is written. */
const MOST_LABELS = 14;

/**
 * A chart over its table, or nothing where the table has too little to show.
 *
 * @param look of a small chart: how large its words are, and how many labels stand along it
 */
export function layOutChart(
  definition: ChartDefinition,
  table: PlacedTable | undefined,
  anchor: CellRange,
  context: ReportContext,
  look: { readonly textSize?: number; readonly mostLabels?: number } = {},
): ChartPlan | undefined {
  if (!table) return undefined;
  const { lang } = context;
  const rows = Math.min(table.rows, definition.rows ?? table.rows);
  if (rows < (definition.minRows ?? 1)) return undefined;
  const rangeOf = (column: string): CellRange | undefined => {
    const at = table.columns.get(column);
    return at === undefined ? undefined : { row: table.firstRow, column: at, rows, columns: 1 };
  };
  const isDrawn = (column: string): boolean =>
    table
      .cellsOf(column)
      .slice(0, rows)
      .some((cell) => typeof cell === 'number');
  const categories = rangeOf(definition.category);
  const series = definition.series.filter(({ column }) => isDrawn(column));
  if (!categories || series.length === 0) return undefined;

  const numbersOf = (column: string): number[] =>
    table
      .cellsOf(column)
      .slice(0, rows)
      .filter((cell) => typeof cell === 'number');
  const numbersOn = (axis: 'primary' | 'secondary'): number[] =>
    series
      .filter((one) => (one.axis ?? 'primary') === axis)
      .flatMap(({ column }) => table.cellsOf(column).slice(0, rows))
      .filter((cell) => typeof cell === 'number');
  const largestOn = (axis: 'primary' | 'secondary'): number => Math.max(0, ...numbersOn(axis).map(Math.abs));
  // One step of room below, so that no line lies on the axis; rounded, because 0.1 × 7 is not 0.7.
  const startOf = (step: number, which: 'primary' | 'secondary'): number =>
    Math.round(Math.max(0, Math.ceil(Math.min(...numbersOn(which)) / step - 1e-9) - 1) * step * 1e6) / 1e6;
  const axisOf = (axis: ChartDefinition['secondaryAxis'], which: 'primary' | 'secondary'): ChartAxisPlan => {
    if (!axis) return {};
    const { title, isMoney, startsAtData, startsUnder, ...rest } = axis;
    const floor = startsUnder === undefined ? undefined : floorUnder(numbersOf(startsUnder), largestOn(which));
    return {
      ...rest,
      ...(floor !== undefined && { min: floor }),
      ...(startsAtData !== undefined && numbersOn(which).length > 0 && { min: startOf(startsAtData, which) }),
      ...(isMoney && { numberFormat: shortMoneyFormat(largestOn(which), lang) }),
      ...(title && { title: title[lang] }),
    };
  };
  const mostLabels = look.mostLabels ?? MOST_LABELS;
  const isAcross = definition.kind !== 'bar';
  return {
    id: definition.id,
    kind: definition.kind,
    title: (typeof definition.title === 'function' ? definition.title(context) : definition.title)[lang],
    description: definition.description[lang],
    anchor,
    categories,
    series: series.map(({ column, name, color, as, axis, dash, markers, isUnseen }) => ({
      name: name?.[lang] ?? table.headers.get(column) ?? '',
      values: rangeOf(column)!,
      color,
      ...(as && { as }),
      ...(axis && { axis }),
      ...(dash !== undefined && { dash }),
      ...(markers !== undefined && { markers }),
      ...(isUnseen !== undefined && { isUnseen }),
    })),
    categoryAxis: {
      ...axisOf(definition.categoryAxis, 'primary'),
      ...(isAcross && rows > mostLabels && { labelEvery: Math.ceil(rows / mostLabels) }),
    },
    valueAxis: axisOf(
      typeof definition.valueAxis === 'function' ? definition.valueAxis(context) : definition.valueAxis,
      'primary',
    ),
    ...(definition.secondaryAxis &&
      series.some(({ axis }) => axis === 'secondary') && {
        secondaryAxis: axisOf(definition.secondaryAxis, 'secondary'),
      }),
    legend: definition.legend ?? (series.length > 1 ? 'bottom' : 'none'),
    ...(definition.gapWidth !== undefined && { gapWidth: definition.gapWidth }),
    ...(look.textSize !== undefined && { textSize: look.textSize }),
    ...(definition.dataLabels && { dataLabels: definition.dataLabels }),
  };
}

/** A round figure under the lowest by about the height of what is drawn above it; never below nought. */
function floorUnder(lowest: readonly number[], highest: number): number {
  const low = Math.min(...lowest);
  const height = highest - low;
  if (lowest.length === 0 || height <= 0) return 0;
  const step = 10 ** Math.floor(Math.log10(height));
  return Math.max(0, Math.floor((low - height / 2) / step) * step);
}

/** Whether a chart will have something to draw: known before its table has a place. */
export function isDrawable(chart: ChartDefinition, tables: readonly FilledTable[]): boolean {
  const table = tables.find(({ definition }) => definition.id === chart.table);
  if (!table || table.rows.length < (chart.minRows ?? 1)) return false;
  const wanted = new Set(chart.series.map(({ column }) => column));
  const rows = chart.rows ?? table.body.length;
  return table.columns.some(
    (column, index) =>
      wanted.has(column.id ?? column.header.en) &&
      table.body.slice(0, rows).some((line) => typeof line[index] === 'number'),
  );
}
