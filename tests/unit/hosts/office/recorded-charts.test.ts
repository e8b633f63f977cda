import { writeCharts } from '../../../../src/hosts/office/write/write-charts';
import type { ChartPlan, ChartSeriesPlan, SheetPlan } from '../../../../src/workbook/plan';
import { bareSheet } from '../../../support/bare-sheet';
import { recordedExcel } from '../../../support/recorded-excel';

const cells = (row: number, column: number, rows: number, columns = 1) => ({ row, column, rows, columns });
const series = (name: string, changes: Partial<ChartSeriesPlan> = {}): ChartSeriesPlan => ({
  name,
  values: cells(1, 1, 4),
  color: '#1F6FB2',
  ...changes,
});
const chart = (changes: Partial<ChartPlan> = {}): ChartPlan => ({
  id: 'c',
  kind: 'column',
  title: '图',
  description: '',
  anchor: cells(2, 3, 10, 5),
  categories: cells(1, 0, 4),
  series: [series('一')],
  categoryAxis: {},
  valueAxis: {},
  legend: 'none',
  ...changes,
});
const planOf = (changes: Partial<SheetPlan>): SheetPlan => ({ ...bareSheet('x', 'x', []), blocks: [], ...changes });

describe('charts in Excel', () => {
  const drawn = (charts: readonly ChartPlan[], standing: { name: string; seriesCount: number }[] = []): string[] => {
    const { object, said } = recordedExcel<Excel.Worksheet>();
    writeCharts(object, planOf({ charts }), standing);
    return said;
  };
  const NEW = 'charts.add("ColumnClustered", getRangeByIndexes(1, 1, 4, 1), "Columns")';
  const ofChart = (lines: readonly string[], of = NEW): string[] =>
    lines.filter((line) => line.startsWith(`${of}.`)).map((line) => line.slice(of.length + 1));
  const SERIES = (at: number): string => `series.getItemAt(${at})`;
  const axis = (which: string, bounds: readonly [string, string, string] = ['""', '""', '""']): string[] => [
    `axes.${which}.title.visible = false`,
    `axes.${which}.minimum = ${bounds[0]}`,
    `axes.${which}.maximum = ${bounds[1]}`,
    `axes.${which}.majorUnit = ${bounds[2]}`,
    `axes.${which}.reversePlotOrder = false`,
  ];

  it('are made over their first series, then dressed', () => {
    const lines = drawn([chart()]);
    expect(lines[0]).toBe(NEW);
    expect(ofChart(lines)).toEqual([
      'name = "Kelan_c"',
      `${SERIES(0)}.name = "一"`,
      `${SERIES(0)}.setValues(getRangeByIndexes(1, 1, 4, 1))`,
      `${SERIES(0)}.setXAxisValues(getRangeByIndexes(1, 0, 4, 1))`,
      `${SERIES(0)}.format.fill.setSolidColor("#1F6FB2")`,
      `${SERIES(0)}.hasDataLabels = false`,
      'title.text = "图"',
      'title.visible = true',
      'legend.visible = false',
      ...axis('categoryAxis'),
      ...axis('valueAxis'),
      'setPosition(getRangeByIndexes(2, 3, 1, 1), getRangeByIndexes(11, 7, 1, 1))',
    ]);
    expect(drawn([chart({ series: [] })])).toEqual([]);
  });

  it('over a row go by rows; over one cell, or a column, by columns', () => {
    const by = (rows: number, columns: number): string =>
      drawn([chart({ series: [series('一', { values: cells(1, 1, rows, columns) })] })])[0]!;
    expect([by(1, 4), by(1, 1), by(4, 1)].map((line) => /"(Rows|Columns)"/.exec(line)![1])).toEqual([
      'Rows',
      'Columns',
      'Columns',
    ]);
  });

  it('of ours that stand are changed in place, those not planned go, hers stay', () => {
    const OLD = 'charts.getItem("Kelan_c")';
    const lines = drawn(
      [chart({ kind: 'line', series: [series('一'), series('二')] })],
      [
        { name: 'Kelan_c', seriesCount: 4 },
        { name: 'Kelan_gone', seriesCount: 1 },
        { name: '她的图', seriesCount: 1 },
      ],
    );
    expect(lines[0]).toBe('charts.getItem("Kelan_gone").delete()');
    expect(ofChart(lines, OLD).slice(0, 4)).toEqual([
      'chartType = "Line"',
      'series.getItemAt(3).delete()',
      'series.getItemAt(2).delete()',
      `${SERIES(0)}.name = "一"`,
    ]);
    expect(lines.filter((line) => /charts\.add|她/.test(line))).toEqual([]);
    // A further series is added under its name.
    const grown = drawn([chart({ series: [series('一'), series('二')] })], [{ name: 'Kelan_c', seriesCount: 1 }]);
    expect(ofChart(grown, OLD)).toContain('series.add("二")');
    expect(ofChart(grown, OLD).filter((line) => line.includes('delete'))).toEqual([]);
  });

  it('have titles, sizes of letters, legends and labels where the plan says so', () => {
    const lines = ofChart(
      drawn([chart({ title: '', textSize: 9, legend: 'bottom', dataLabels: { numberFormat: '0%' }, gapWidth: 40 })]),
    );
    for (const line of [
      'title.visible = false',
      'format.font.size = 9',
      'title.format.font.size = 9',
      'legend.visible = true',
      'legend.position = "Bottom"',
      `${SERIES(0)}.hasDataLabels = true`,
      `${SERIES(0)}.dataLabels.numberFormat = "0%"`,
      `${SERIES(0)}.gapWidth = 40`,
    ])
      expect(lines).toContain(line);
    expect(ofChart(drawn([chart({ legend: 'right' })]))).toContain('legend.position = "Right"');
  });

  it('colour lines, columns, points, and nothing of a series that is not to be seen', () => {
    const of = (kind: ChartPlan['kind'], changes: Partial<ChartSeriesPlan>, more: Partial<ChartPlan> = {}): string[] =>
      drawn([chart({ kind, series: [series('一', changes)], ...more })])
        .filter((line) => line.includes(`.${SERIES(0)}.`))
        .map((line) => line.slice(line.indexOf(SERIES(0)) + SERIES(0).length + 1))
        .slice(3);
    const color = 'color = "#1F6FB2"';
    expect(of('line', { markers: true, dash: true })).toEqual([
      `format.line.${color}`,
      'format.line.lineStyle = "Dash"',
      'markerStyle = "Circle"',
      'markerForegroundColor = "#1F6FB2"',
      'markerBackgroundColor = "#1F6FB2"',
      'hasDataLabels = false',
    ]);
    expect(of('line', {}).slice(1, 4)).toEqual([
      'format.line.lineStyle = "Continuous"',
      'markerStyle = "None"',
      'hasDataLabels = false',
    ]);
    expect(of('combo', { as: 'line', axis: 'secondary' }).slice(0, 2)).toEqual([
      'chartType = "Line"',
      'axisGroup = "Secondary"',
    ]);
    expect(of('combo', { as: 'column' }).slice(0, 2)).toEqual([
      'chartType = "ColumnClustered"',
      'axisGroup = "Primary"',
    ]);
    const labels = { dataLabels: { numberFormat: '0' } };
    expect(of('stackedColumn', { isUnseen: true }, labels)).toEqual(['format.fill.clear()', 'hasDataLabels = false']);
    expect(of('doughnut', { pointColors: ['#1', '#2'] }, { gapWidth: 40 })).toEqual([
      'format.fill.setSolidColor("#1F6FB2")',
      'points.getItemAt(0).format.fill.setSolidColor("#1")',
      'points.getItemAt(1).format.fill.setSolidColor("#2")',
      'hasDataLabels = false',
    ]);
  });

  it('have axes with bounds and titles, a second one only for a series on it, none around a doughnut', () => {
    const valueAxis = { title: '元', numberFormat: '0', min: 0, max: 5, majorUnit: 1, labelEvery: 2, reversed: true };
    const lines = ofChart(drawn([chart({ valueAxis })])).filter((line) => line.startsWith('axes.valueAxis'));
    expect(lines.map((line) => line.slice('axes.valueAxis.'.length))).toEqual([
      'title.visible = true',
      'title.text = "元"',
      'numberFormat = "0"',
      'minimum = 0',
      'maximum = 5',
      'majorUnit = 1',
      'tickLabelSpacing = 2',
      'reversePlotOrder = true',
    ]);
    const second = (changes: Partial<ChartPlan>): boolean =>
      drawn([chart({ kind: 'combo', secondaryAxis: {}, ...changes })]).some((line) => line.includes('"Secondary")'));
    const on = series('二', { axis: 'secondary', as: 'line' });
    expect(second({ series: [series('一'), on] })).toBe(true);
    expect(second({})).toBe(false);
    expect(drawn([chart({ kind: 'doughnut' })]).some((line) => line.includes('axes'))).toBe(false);
  });
});
