import { nodeZipEngine } from '../../../../../src/hosts/xlsx/node/node-zip-engine';
import { openPackage } from '../../../../../src/hosts/xlsx/package/xlsx-package';
import { readViewCharts, type ViewChart } from '../../../../../src/hosts/xlsx/view/view-charts';
import { memorySource } from '../../../../../src/hosts/xlsx/zip/byte-source';
import { fileOf, OFFICE, partsOf, relationships, worksheet, type Parts } from '../workbook-file';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

const anchor = (row: number, column: number, id: string): string =>
  `<xdr:twoCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>9</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>7</xdr:rowOff></xdr:from>` +
  `<xdr:to><xdr:col>${column + 6}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row + 14}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>` +
  `<xdr:graphicFrame><a:graphic><a:graphicData><c:chart r:id="${id}"/></a:graphicData></a:graphic></xdr:graphicFrame></xdr:twoCellAnchor>`;

const PICTURE = `<xdr:oneCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>1</xdr:row></xdr:from><xdr:pic/></xdr:oneCellAnchor>`;

const points = (values: readonly (string | number | undefined)[]): string =>
  `<c:ptCount val="${values.length}"/>` +
  values.map((value, at) => (value === undefined ? '' : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`)).join('');

interface Series {
  readonly name: string;
  readonly values: readonly (number | undefined)[];
  readonly color?: string;
  readonly inside?: string;
}

const MONTHS = ['1月', '2月', '3月'];

const series = ({ name, values, color, inside = '' }: Series): string =>
  `<c:ser><c:idx val="0"/><c:tx><c:strRef><c:f>A1</c:f><c:strCache>${points([name])}</c:strCache></c:strRef></c:tx>` +
  (color === undefined ? '' : `<c:spPr><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></c:spPr>`) +
  `${inside}<c:cat><c:strRef><c:strCache>${points(MONTHS)}</c:strCache></c:strRef></c:cat>` +
  `<c:val><c:numRef><c:numCache>${points(values)}</c:numCache></c:numRef></c:val></c:ser>`;

const chart = (plot: string, title = ''): string =>
  `<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main"><c:chart>` +
  (title === ''
    ? ''
    : `<c:title><c:tx><c:rich><a:p><a:r><a:t>${title.slice(0, 2)}</a:t></a:r><a:r><a:t>${title.slice(2)}</a:t></a:r></a:p></c:rich></c:tx></c:title>`) +
  `<c:plotArea>${plot}<c:catAx><c:title><c:tx><c:rich><a:p><a:r><a:t>月份</a:t></a:r></a:p></c:rich></c:tx></c:title></c:catAx></c:plotArea></c:chart></c:chartSpace>`;

const axes = (first: number): string => `<c:axId val="${first}"/><c:axId val="${first + 1}"/>`;

async function chartsOf(anchors: string, charts: Readonly<Record<string, string>>): Promise<readonly ViewChart[]> {
  const parts: Record<string, string> = {
    'xl/worksheets/_rels/sheet1.xml.rels': relationships([
      { id: 'd1', kind: 'drawing', target: '../drawings/drawing1.xml' },
    ]),
    'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:c="${DRAWING}/chart" xmlns:r="${OFFICE}">${anchors}</xdr:wsDr>`,
    'xl/drawings/_rels/drawing1.xml.rels': relationships(
      Object.keys(charts).map((id) => ({ id, kind: 'chart', target: `../charts/${id}.xml` })),
    ),
  };
  for (const [id, xml] of Object.entries(charts)) parts[`xl/charts/${id}.xml`] = xml;
  return read(parts);
}

async function read(parts: Parts): Promise<readonly ViewChart[]> {
  const pkg = await openPackage(memorySource(fileOf(partsOf(worksheet(''), parts))), nodeZipEngine);
  return readViewCharts(pkg, pkg.sheets[0]!);
}

describe('readViewCharts', () => {
  it('finds none on a sheet without a drawing, or where the drawing holds only pictures', async () => {
    expect(await read({})).toEqual([]);
    expect(await chartsOf(PICTURE, {})).toEqual([]);
  });

  it('reads title, place, categories and values; an axis title is not the title', async () => {
    const columns = `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/>${series({
      name: '净销售额',
      values: [7000, undefined, -250.5],
      color: '1F5A96',
    })}${axes(1)}</c:barChart>`;
    const [one] = await chartsOf(PICTURE + anchor(3, 2, 'c1'), { c1: chart(columns, '每月净销售额') });
    expect(one).toEqual({
      title: '每月净销售额',
      from: { row: 3, column: 2 },
      to: { row: 17, column: 8 },
      categories: MONTHS,
      // A point that is not there is a gap, not a nought.
      series: [
        {
          name: '净销售额',
          values: [7000, null, -250.5],
          as: 'bar',
          color: '#1F5A96',
          pointColors: {},
          isSecondary: false,
        },
      ],
      isHorizontal: false,
      isFirstOnTop: false,
      isStacked: false,
      axes: [{}],
    });
  });

  it('takes scale and number format from the axis of the values, and of a second one from its own', async () => {
    const bars = `<c:barChart>${series({ name: '金额', values: [1, 2, 3] })}${axes(1)}</c:barChart>`;
    const line = `<c:lineChart>${series({ name: '准时率', values: [0.9, 0.8, 1] })}${axes(3)}</c:lineChart>`;
    const valueAxis = (id: number, scaling: string, format: string): string =>
      `<c:valAx><c:axId val="${id}"/><c:scaling>${scaling}</c:scaling><c:numFmt ${format}/><c:crossAx val="9"/></c:valAx>`;
    const [both] = await chartsOf(anchor(0, 0, 'c1'), {
      c1: chart(
        bars +
          line +
          valueAxis(2, '<c:orientation val="minMax"/>', 'formatCode="General" sourceLinked="1"') +
          valueAxis(4, '<c:max val="1"/><c:min val="0.7"/>', 'formatCode="0%" sourceLinked="0"'),
      ),
    });
    expect(both?.axes).toEqual([{}, { min: 0.7, max: 1, numberFormat: '0%' }]);
  });

  it('puts a line with axes of its own on the second axis, one with the same axes on the first', async () => {
    const bars = `<c:barChart>${series({ name: '金额', values: [1, 2, 3] })}${axes(1)}</c:barChart>`;
    const line = (first: number): string =>
      `<c:lineChart>${series({ name: '累计占比', values: [0.5, 0.8, 1] })}${axes(first)}</c:lineChart>`;
    const [pareto] = await chartsOf(anchor(0, 0, 'c1'), { c1: chart(bars + line(3)) });
    expect(pareto?.series.map(({ as, isSecondary }) => [as, isSecondary])).toEqual([
      ['bar', false],
      ['line', true],
    ]);
    const [plain] = await chartsOf(anchor(0, 0, 'c1'), { c1: chart(bars + line(1)) });
    expect(plain?.series[1]?.isSecondary).toBe(false);
  });

  it('knows stacked bars that lie, doughnuts with a colour a point, and areas as lines', async () => {
    const dot = (at: number, color: string): string =>
      `<c:dPt><c:idx val="${at}"/><c:spPr><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></c:spPr></c:dPt>`;
    const labels = '<c:dLbls><c:txPr><a:solidFill><a:srgbClr val="999999"/></a:solidFill></c:txPr></c:dLbls>';
    const charts = await chartsOf(anchor(0, 0, 'c1') + anchor(20, 0, 'c2') + anchor(40, 0, 'c3'), {
      c1: chart(
        `<c:barChart><c:barDir val="bar"/><c:grouping val="percentStacked"/>${series({ name: 'a', values: [1, 2, 3] })}</c:barChart>`,
      ),
      c2: chart(
        `<c:doughnutChart>${series({ name: 'b', values: [1, 2, 3], inside: labels + dot(2, 'C00000') + dot(0, '00B050') })}</c:doughnutChart>`,
      ),
      c3: chart(
        `<c:areaChart>${series({ name: 'c', values: [1, 2, 3] })}</c:areaChart>` +
          '<c:catAx><c:scaling><c:orientation val="maxMin"/></c:scaling></c:catAx>',
      ),
    });
    expect(charts.map(({ isHorizontal, isStacked, isFirstOnTop }) => [isHorizontal, isStacked, isFirstOnTop])).toEqual([
      [true, true, false],
      [false, false, false],
      [false, false, true],
    ]);
    expect(charts[1]?.series[0]).toMatchObject({ as: 'doughnut', pointColors: { 0: '#00B050', 2: '#C00000' } });
    expect(charts[1]?.series[0]?.color).toBeUndefined();
    expect(charts[2]?.series[0]?.as).toBe('line');
  });

  it('passes over a chart of a kind that it cannot draw, and one whose part is gone', async () => {
    const scatter = `<c:scatterChart>${series({ name: 'd', values: [1] })}</c:scatterChart>`;
    const drawn = await chartsOf(anchor(0, 0, 'c1') + anchor(9, 0, 'gone'), { c1: chart(scatter) });
    expect(drawn).toEqual([]);
  });
});
