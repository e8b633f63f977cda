import { CellGrid } from '../../../../../../src/hosts/xlsx/write/sheet/cell-grid';
import { writeChart } from '../../../../../../src/hosts/xlsx/write/charts/chart-xml';
import { TRANSITIONAL } from '../../../../../../src/hosts/xlsx/write/xml/dialect';
import type { ChartPlan } from '../../../../../../src/workbook/plan';
import { aChart, aFullSheet } from '../plan-builder';
import { all, parse } from '../whole-package';

const SOURCE = { sheetName: "it's & 表", grid: new CellGrid(aFullSheet()) };
const chart = (changes: Partial<ChartPlan>): string => writeChart(aChart(changes), SOURCE, TRANSITIONAL);
const column = (index: number): ChartPlan['categories'] => ({ row: 3, column: index, rows: 6, columns: 1 });

/** Children in the schema's order, by element; those with a choice are not listed. */
const ORDERS: Readonly<Record<string, string>> = {
  chartSpace: 'roundedCorners chart spPr txPr',
  chart: 'title autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs',
  barChart: 'barDir grouping varyColors ser dLbls gapWidth overlap axId',
  lineChart: 'grouping varyColors ser dLbls marker axId',
  doughnutChart: 'varyColors ser dLbls firstSliceAng holeSize',
  catAx:
    'axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl',
  valAx:
    'axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossBetween majorUnit',
  scaling: 'orientation max min',
  ser: 'idx order tx spPr invertIfNegative marker dPt dLbls cat val smooth',
  dPt: 'idx invertIfNegative marker bubble3D spPr',
  dLbls: 'dLbl numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize',
  dLbl: 'idx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize',
  plotArea: 'layout barChart lineChart doughnutChart catAx valAx spPr',
  legend: 'legendPos overlay txPr',
};

describe('a chart part', () => {
  it.each(aFullSheet().charts)('$kind has its elements in the order of the schema', (plan) => {
    const root = parse(writeChart(plan, SOURCE, TRANSITIONAL));
    let checked = 0;
    for (const node of all(root)) {
      const order = ORDERS[node.local]?.split(' ');
      if (!order) continue;
      checked++;
      const names = node.children.map(({ local }) => local);
      // Two plots and two pairs of axes may stand in any order.
      const known = node.local === 'plotArea' ? names.filter((name) => !/Ax$|Chart$/.test(name)) : names;
      expect({ in: node.local, order: known }).toEqual({
        in: node.local,
        order: [...known].sort((a, b) => order.indexOf(a) - order.indexOf(b)),
      });
      expect(names.filter((name) => !order.includes(name))).toEqual([]);
    }
    expect(checked).toBeGreaterThan(5);
  });

  it('points at the cells by the name that the sheet carries, and keeps a copy of what they hold', () => {
    const xml = chart({});
    expect(xml).toContain(
      `<c:cat><c:strRef><c:f>'it''s &amp; 表'!$B$4:$B$9</c:f><c:strCache><c:ptCount val="6"/><c:pt idx="0"><c:v>华东饲料集团</c:v></c:pt>`,
    );
    expect(xml).toContain(
      `<c:val><c:numRef><c:f>'it''s &amp; 表'!$C$4:$C$9</c:f><c:numCache><c:formatCode>#,##0.00</c:formatCode><c:ptCount val="6"/><c:pt idx="0"><c:v>1254000.5</c:v></c:pt>`,
    );
  });

  it('keeps a gap a gap, and numbers as labels in their format', () => {
    const xml = chart({ categories: column(5) });
    expect(xml).toContain('<c:cat><c:numRef>');
    expect(xml).toContain(
      '<c:formatCode>yyyy-mm-dd</c:formatCode><c:ptCount val="6"/><c:pt idx="0"><c:v>45000</c:v></c:pt>',
    );
    expect(xml).not.toContain('<c:pt idx="5"><c:v></c:v>');
    expect(xml).toContain('<c:dispBlanksAs val="gap"/>');
  });

  it('writes columns, bars and stacks', () => {
    expect(chart({ gapWidth: 80 })).toContain('<c:barDir val="col"/><c:grouping val="clustered"/>');
    expect(chart({ gapWidth: 80 })).toContain(
      '<c:gapWidth val="80"/><c:overlap val="0"/><c:axId val="111"/><c:axId val="112"/>',
    );
    expect(chart({ kind: 'stackedColumn' })).toContain('<c:grouping val="stacked"/>');
    expect(chart({ kind: 'stackedColumn' })).toContain('<c:overlap val="100"/>');
    const bar = chart({ kind: 'bar', categoryAxis: { reversed: true } });
    expect(bar).toContain('<c:barDir val="bar"/>');
    expect(bar).toContain('<c:axPos val="l"/>');
    // First on top, and the values below all the same.
    expect(bar).toContain('<c:orientation val="maxMin"/>');
    expect(bar).toContain('<c:crossAx val="111"/><c:crosses val="max"/>');
  });

  it('writes axes as planned', () => {
    const xml = chart({
      categoryAxis: { labelEvery: 3, title: '月' },
      valueAxis: { min: 0, max: 1.5, majorUnit: 0.5, numberFormat: '0%' },
    });
    expect(xml).toContain('<c:scaling><c:orientation val="minMax"/><c:max val="1.5"/><c:min val="0"/></c:scaling>');
    expect(xml).toContain('<c:numFmt formatCode="0%" sourceLinked="0"/>');
    expect(xml).toContain('<c:crossBetween val="between"/><c:majorUnit val="0.5"/>');
    expect(xml).toContain('<c:tickLblSkip val="3"/><c:tickMarkSkip val="3"/>');
    expect(xml).toContain('<a:t>月</a:t>');
  });

  it('writes a combination: columns first, lines over them, the second axis at the right', () => {
    const xml = chart({
      kind: 'combo',
      series: [
        { name: '占比', values: column(3), as: 'line', axis: 'secondary', color: '#D9822B', markers: true },
        { name: '额', values: column(2), as: 'column', color: '#1F6FB2' },
        { name: '线', values: column(4), as: 'line', color: '#7F7F7F', dash: true },
      ],
      secondaryAxis: { numberFormat: '0%' },
    });
    const plots = [...xml.matchAll(/<c:(bar|line)Chart>.*?<c:idx val="(\d)"\/>.*?<c:axId val="(\d+)"\/>/g)];
    expect(plots.map((match) => match.slice(1))).toEqual([
      ['bar', '1', '111'],
      ['line', '2', '111'],
      ['line', '0', '113'],
    ]);
    expect(xml).toContain('<c:axId val="114"/>');
    expect(xml).toContain('<c:prstDash val="dash"/>'.replace('c:', 'a:'));
    expect(xml).toContain('<c:symbol val="circle"/>');
    expect([...xml.matchAll(/<c:delete val="1"\/>/g)].length).toBe(1);
  });

  it('writes a doughnut: a colour and a readable label a part', () => {
    const series = [{ name: '占比', values: column(3), color: '#000000', pointColors: ['#1F4E79', '#D9D9D9'] }];
    const xml = chart({ kind: 'doughnut', series, dataLabels: { numberFormat: '0%' }, legend: 'right' });
    expect(xml.match(/<c:dPt>/g)?.length).toBe(6);
    expect(xml).toMatch(/<c:dLbl><c:idx val="0"\/>.*?<a:srgbClr val="FFFFFF"\/>/);
    expect(xml).toMatch(/<c:dLbl><c:idx val="1"\/>(?:(?!<c:dLbl>).)*?<a:srgbClr val="404040"\/>/);
    expect(xml).toContain(
      '<c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="1"/>',
    );
    expect(xml).toContain('<c:legendPos val="r"/>');
    expect(xml).not.toContain('Ax>');
  });

  it('has no legend, title or labels that nobody asked for', () => {
    const xml = chart({ title: '' });
    expect(xml).toContain('<c:autoTitleDeleted val="1"/>');
    for (const absent of ['<c:legend>', '<c:dLbls>', '<c:title>']) expect(xml).not.toContain(absent);
  });

  it('refuses a plan that no chart can show', () => {
    expect(() => chart({ series: [] })).toThrow('without series');
    expect(() => chart({ categories: { row: 0, column: 0, rows: 2, columns: 2 } })).toThrow('one row or one column');
  });

  it('draws a line in full, and a limit thinner and dashed', () => {
    const line = (dash: boolean): string =>
      chart({ kind: 'line', series: [{ name: '净额', values: column(2), color: '#1F6FB2', dash }] });
    expect(line(false)).toContain('<a:ln w="28575"');
    expect(line(false)).not.toContain('prstDash');
    // 1.25 points of 12,700 units.
    expect(line(true)).toContain('<a:ln w="15875"');
    expect(line(true)).toContain('<a:prstDash val="dash"/>');
  });

  it('has its categories below, and at the left of horizontal bars; the values across', () => {
    const places = (kind: ChartPlan['kind']) =>
      [...chart({ kind }).matchAll(/<c:(catAx|valAx)>.*?<c:axPos val="(\w)"\/>/g)].map(([, axis, place]) => [
        axis,
        place,
      ]);
    expect(places('column').slice(0, 2)).toEqual([
      ['catAx', 'b'],
      ['valAx', 'l'],
    ]);
    expect(places('bar').slice(0, 2)).toEqual([
      ['catAx', 'l'],
      ['valAx', 'b'],
    ]);
  });
});
