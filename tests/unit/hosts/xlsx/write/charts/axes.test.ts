import { writeChart } from '../../../../../../src/hosts/xlsx/write/charts/chart-xml';
import { CellGrid } from '../../../../../../src/hosts/xlsx/write/sheet/cell-grid';
import { TRANSITIONAL } from '../../../../../../src/hosts/xlsx/write/xml/dialect';
import type { ChartPlan, ChartSeriesPlan } from '../../../../../../src/workbook/plan';
import { aChart, aFullSheet } from '../plan-builder';
import { all, parse } from '../whole-package';

type Element = ReturnType<typeof parse>;
const SOURCE = { sheetName: '客户等级', grid: new CellGrid(aFullSheet()) };
const column = (index: number) => ({ row: 3, column: index, rows: 6, columns: 1 });
const series = (changes: Partial<ChartSeriesPlan> = {}): ChartSeriesPlan => ({
  name: '净销售额',
  values: column(2),
  color: '#1F6FB2',
  ...changes,
});
const drawn = (changes: Partial<ChartPlan>): Element =>
  parse(writeChart(aChart({ categories: column(1), series: [series()], ...changes }), SOURCE, TRANSITIONAL));
const within = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find(({ local }) => local === name);
const of = (element: Element | undefined, ...path: string[]): string | undefined =>
  path.reduce((at: Element | undefined, name) => within(at, name), element)?.attributes['val'];
const every = (root: Element, name: string): Element[] => [...all(root)].filter(({ local }) => local === name);

/** An axis in one line: what it is, where, from which end, with which numbers, and whether it is seen. */
function axesOf(changes: Partial<ChartPlan>): string[] {
  const plot = every(drawn(changes), 'plotArea')[0]!;
  return plot.children
    .filter(({ local }) => local.endsWith('Ax'))
    .map((axis) => {
      const format = within(axis, 'numFmt')!.attributes;
      const title = within(axis, 'title');
      const turn = title && every(title, 'bodyPr')[0]!.attributes['rot'];
      return [
        `${axis.local} ${of(axis, 'axId')} ${of(axis, 'axPos')}`,
        `${of(axis, 'scaling', 'orientation')} ${of(axis, 'scaling', 'min') ?? '-'}..${of(axis, 'scaling', 'max') ?? '-'}`,
        `crosses ${of(axis, 'crossAx')} at ${of(axis, 'crosses')}`,
        `${format['formatCode']}${format['sourceLinked'] === '1' ? ' of the cells' : ''}`,
        ...(of(axis, 'delete') === '1' ? ['not seen'] : []),
        ...(within(axis, 'majorGridlines') ? ['grid'] : []),
        ...(title ? [`"${every(title, 't')[0]!.text}"${turn === undefined ? '' : ` turned ${turn}`}`] : []),
      ].join(', ');
    });
}

describe('axes of a chart', () => {
  it('of columns: categories below, values at the left with a grid', () => {
    expect(axesOf({})).toEqual([
      'catAx 111 b, minMax -..-, crosses 112 at autoZero, General of the cells',
      'valAx 112 l, minMax -..-, crosses 111 at autoZero, #,##0.00, grid',
    ]);
  });

  it('of bars: categories at the left, from the top where they are reversed; no scale beside values that are told', () => {
    const categoryAxis = { reversed: true, title: '客户', numberFormat: '@' };
    expect(axesOf({ kind: 'bar', categoryAxis, valueAxis: { title: '元', min: 0, max: 9 } })).toEqual([
      'catAx 111 l, maxMin -..-, crosses 112 at autoZero, @, "客户" turned -5400000',
      'valAx 112 b, minMax 0..9, crosses 111 at max, #,##0.00, grid, "元"',
    ]);
    expect(axesOf({ kind: 'bar', dataLabels: { numberFormat: '0' } })[1]).toBe(
      'valAx 112 b, minMax -..-, crosses 111 at autoZero, #,##0.00, not seen',
    );
  });

  it('of a combination: a second scale at the right without a grid, its categories not seen', () => {
    const share = series({ name: '占比', values: column(3), as: 'line', axis: 'secondary' });
    const changes: Partial<ChartPlan> = {
      kind: 'combo',
      series: [series(), share],
      categoryAxis: { title: '客户' },
      valueAxis: { title: '元', numberFormat: '#,##0' },
      dataLabels: { numberFormat: '0' },
    };
    const first = [
      'catAx 111 b, minMax -..-, crosses 112 at autoZero, General of the cells, "客户"',
      'valAx 112 l, minMax -..-, crosses 111 at autoZero, #,##0, grid, "元" turned -5400000',
    ];
    expect(axesOf({ ...changes, secondaryAxis: { title: '占比', min: 0 } })).toEqual([
      ...first,
      'valAx 114 r, minMax 0..-, crosses 113 at max, 0.0%, "占比" turned -5400000',
      'catAx 113 b, minMax -..-, crosses 114 at autoZero, General of the cells, not seen',
    ]);
    expect(axesOf(changes)[2]).toBe('valAx 114 r, minMax -..-, crosses 113 at max, 0.0%');
    // No series is on it: there is none.
    expect(axesOf({ ...changes, series: [series()], secondaryAxis: {} })).toEqual(first);
    expect(axesOf({ ...changes, kind: 'column', dataLabels: { numberFormat: '0' } })).toEqual(first);
  });

  it('have the format of the first series on them that has numbers', () => {
    const formats = (list: ChartSeriesPlan[]): string[] => axesOf({ kind: 'combo', series: list }).filter((line) => line.startsWith('valAx')).map((line) => line.split(', ')[3]!); // prettier-ignore
    const [money, share] = [series({ as: 'column' }), series({ values: column(3), as: 'line' })];
    const second = (one: ChartSeriesPlan): ChartSeriesPlan => ({ ...one, axis: 'secondary' });
    expect(formats([money, share])).toEqual(['#,##0.00']);
    expect(formats([second(money), share])).toEqual(['0.0%', '#,##0.00']);
    expect(formats([second(share)])).toEqual(['General', '0.0%']);
    expect(formats([series({ values: column(7) })])).toEqual(['General']);
  });

  it('tell every so many categories, and steps of so much, where the plan says so', () => {
    const plain = drawn({});
    expect(['tickLblSkip', 'tickMarkSkip', 'majorUnit'].map((name) => every(plain, name).length)).toEqual([0, 0, 0]);
    const said = drawn({ categoryAxis: { labelEvery: 3 }, valueAxis: { majorUnit: 0.25 } });
    expect(['tickLblSkip', 'tickMarkSkip', 'majorUnit'].map((name) => every(said, name)[0]!.attributes['val'])).toEqual(['3', '3', '0.25']); // prettier-ignore
  });
});

/** Each plot in one line, with its series in order. */
const plotsOf = (changes: Partial<ChartPlan>): string[] =>
  every(drawn(changes), 'plotArea')[0]!
    .children.filter(({ local }) => local.endsWith('Chart'))
    .map((plot) => {
      const members = plot.children.filter(({ local }) => local === 'ser');
      const ids = plot.children.filter(({ local }) => local === 'axId').map(({ attributes }) => attributes['val']);
      const names = members.map((one) => `${of(one, 'idx')}/${of(one, 'order')} ${every(one, 'tx')[0]!.children[0]!.text}`);
      return [plot.local, ...(of(plot, 'barDir') ? [of(plot, 'barDir')] : []), of(plot, 'grouping'), ...ids, ...names].join(' ');
    }); // prettier-ignore

describe('plots of a chart', () => {
  it('are one a form and a scale, columns before lines, series by their place in the plan', () => {
    const [a, b, c, d] = [
      series({ name: 'a', as: 'line', axis: 'secondary' }),
      series({ name: 'b', as: 'line' }),
      series({ name: 'c' }),
      series({ name: 'd', as: 'column', axis: 'secondary' }),
    ];
    expect(plotsOf({ kind: 'combo', series: [a, b, c, d] })).toEqual([
      'barChart col clustered 111 112 2/2 c',
      'lineChart standard 111 112 1/1 b',
      'barChart col clustered 113 114 3/3 d',
      'lineChart standard 113 114 0/0 a',
    ]);
    // Only a combination has forms and scales by the series.
    expect(plotsOf({ kind: 'line', series: [a, c] })).toEqual(['lineChart standard 111 112 0/0 a 1/1 c']);
    expect(plotsOf({ kind: 'stackedColumn', series: [a, c] })).toEqual(['barChart col stacked 111 112 0/0 a 1/1 c']);
    expect(plotsOf({ kind: 'bar', series: [c] })).toEqual(['barChart bar clustered 111 112 0/0 c']);
  });

  it('have colours by point where the plan has them, no line around, nothing of what is not to be seen', () => {
    const fillOf = (element: Element): string =>
      [...all(within(element, 'spPr')!)].map(({ local, attributes }) => attributes['val'] ?? local).filter((one) => /^[0-9A-F]{6}$|noFill/.test(one)).join(' '); // prettier-ignore
    const bars = (changes: Partial<ChartSeriesPlan>): string[] => {
      const [ser] = every(drawn({ series: [series(changes)] }), 'ser');
      return [fillOf(ser!), ...every(ser!, 'dPt').map((point) => `${of(point, 'idx')} ${fillOf(point)}`)];
    };
    expect(bars({})).toEqual(['1F6FB2 noFill']);
    expect(bars({ pointColors: ['#111111', '#222222'] })).toEqual([
      '1F6FB2 noFill',
      '0 111111 noFill',
      '1 222222 noFill',
    ]);
    expect(bars({ isUnseen: true })).toEqual(['noFill noFill']);
  });

  it('of lines are broad or dashed and thin, with dots or without', () => {
    const line = (changes: Partial<ChartSeriesPlan>): unknown[] => {
      const [ser] = every(drawn({ kind: 'line', series: [series(changes)] }), 'ser');
      const stroke = every(within(ser, 'spPr')!, 'ln')[0]!;
      const marker = within(ser, 'marker')!;
      return [
        stroke.attributes['w'],
        of(stroke, 'prstDash'),
        of(marker, 'symbol'),
        of(marker, 'size'),
        of(ser, 'smooth'),
      ];
    };
    expect(line({})).toEqual(['28575', undefined, 'none', undefined, '0']);
    expect(line({ dash: true, markers: true })).toEqual(['15875', 'dash', 'circle', '6', '0']);
  });

  it('of a ring have a colour for each part, the series one where none is given, and a label in ink that reads on it', () => {
    const ring = drawn({ kind: 'doughnut', series: [series({ pointColors: ['#000000', '#FFFFFF'] })], dataLabels: { numberFormat: '0' } }); // prettier-ignore
    const colors = every(ring, 'dPt').map((point) =>
      every(point, 'srgbClr').map(({ attributes }) => attributes['val']),
    );
    expect(colors.map(([fill]) => fill)).toEqual(['000000', 'FFFFFF', ...Array<string>(4).fill('1F6FB2')]);
    const labels = every(ring, 'dLbl').map((label) => [
      of(label, 'idx'),
      every(label, 'srgbClr')[0]!.attributes['val'],
    ]);
    expect(labels.slice(0, 3)).toEqual([
      ['0', 'FFFFFF'],
      ['1', '404040'],
      ['2', 'FFFFFF'],
    ]);
    expect([labels.length, of(every(ring, 'doughnutChart')[0], 'holeSize')]).toEqual([6, '58']);
  });
});

describe('words around a chart', () => {
  const runs = (changes: Partial<ChartPlan>, name: string): string[] =>
    every(drawn(changes), name).flatMap((element) =>
      every(element, 'defRPr').map(({ attributes }) => `${attributes['sz']} ${attributes['b']}`),
    );
  it('are a bold title and plain others, of the size that the plan gives to both', () => {
    const changes: Partial<ChartPlan> = { legend: 'right', categoryAxis: { title: '客户' } };
    expect(runs(changes, 'title')).toEqual(['1200 1', '900 0']);
    expect(runs(changes, 'legend')).toEqual(['900 0']);
    expect(runs({ ...changes, textSize: 8 }, 'title')).toEqual(['800 1', '800 0']);
    const [title] = every(drawn({ title: 'a<b' }), 'title');
    expect([every(title!, 't')[0]!.text, every(title!, 'rPr')[0]!.attributes['sz']]).toEqual(['a<b', '1200']);
  });
});

describe('lines of a chart', () => {
  const widths = (changes: Partial<ChartPlan>, ...names: string[]): string[] =>
    names.flatMap((name) =>
      every(drawn(changes), name).flatMap((element) =>
        every(element, 'ln').flatMap(({ attributes }) => attributes['w'] ?? []),
      ),
    );
  it('are three quarters of a point around it, on its axis, its grid and its dots, and twice that between parts of a ring', () => {
    // 12,700 units are a point.
    expect(widths({}, 'catAx', 'valAx')).toEqual(['9525', '9525']);
    expect(widths({}, 'chartSpace')).toHaveLength(3);
    expect(new Set(widths({}, 'chartSpace'))).toEqual(new Set(['9525']));
    expect(widths({ kind: 'line', series: [series({ markers: true })] }, 'marker')).toEqual(['9525']);
    expect(new Set(widths({ kind: 'doughnut' }, 'ser'))).toEqual(new Set(['19050']));
  });

  it('of a ring over a row of two cells are around two parts, each with its label', () => {
    const values = { row: 3, column: 2, rows: 1, columns: 2 };
    const ring = drawn({ kind: 'doughnut', categories: values, series: [series({ values })], dataLabels: { numberFormat: '0' } }); // prettier-ignore
    expect([every(ring, 'dPt').length, every(ring, 'dLbl').length]).toEqual([2, 2]);
  });
});
