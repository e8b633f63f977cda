import { isOn, readXml } from '../package/read-xml';
import type { PackageSheet, XlsxPackage } from '../package/xlsx-package';

export interface ViewSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly as: 'bar' | 'line' | 'doughnut';
  readonly color?: string;
  readonly pointColors: Readonly<Record<number, string>>;
  readonly isSecondary: boolean;
}

/** A chart as its part keeps it: the values that it was last drawn with. */
export interface ViewChart {
  readonly title: string;
  /** Zero-based cells of the two corners. */
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
  readonly categories: readonly string[];
  readonly series: readonly ViewSeries[];
  readonly isHorizontal: boolean;
  /** Of bars that lie: the first category stands on top; else at the bottom. */
  readonly isFirstOnTop: boolean;
  readonly isStacked: boolean;
  /** The scale of the values: on the first axis, and on the second where there is one. */
  readonly axes: readonly ViewAxis[];
}

export interface ViewAxis {
  readonly min?: number;
  readonly max?: number;
  /** As the axis itself asks for; nothing where it follows the cells. */
  readonly numberFormat?: string;
}

const KINDS: Readonly<Record<string, ViewSeries['as']>> = {
  barChart: 'bar',
  bar3DChart: 'bar',
  lineChart: 'line',
  areaChart: 'line',
  pieChart: 'doughnut',
  doughnutChart: 'doughnut',
};

interface Anchor {
  readonly from: { row: number; column: number };
  readonly to: { row: number; column: number };
  chart: string;
}

/** The charts on a sheet that can be shown: columns, bars, lines, areas, pies and doughnuts. */
export async function readViewCharts(pkg: XlsxPackage, sheet: PackageSheet): Promise<readonly ViewChart[]> {
  const drawing = (await pkg.readRelationships(sheet.part)).find((one) => one.kind === 'drawing' && !one.isExternal);
  if (!drawing || !pkg.hasPart(drawing.target)) return [];
  const targets = new Map((await pkg.readRelationships(drawing.target)).map((one) => [one.id, one]));
  const charts: ViewChart[] = [];
  for (const { from, to, chart } of readAnchors(await pkg.readPart(drawing.target), drawing.target)) {
    const target = targets.get(chart);
    if (target?.kind !== 'chart' || !pkg.hasPart(target.target)) continue;
    const drawn = readChart(await pkg.readPart(target.target), target.target);
    if (drawn.series.length > 0) charts.push({ ...drawn, from, to });
  }
  return charts;
}

function readAnchors(bytes: Uint8Array, part: string): readonly Anchor[] {
  const anchors: Anchor[] = [];
  readXml(bytes, part, {
    open(element, path) {
      if (path.length === 2) anchors.push({ from: { row: 0, column: 0 }, to: { row: 0, column: 0 }, chart: '' });
      if (element.local === 'chart' && path.includes('graphicData')) {
        const last = anchors[anchors.length - 1];
        if (last) last.chart = element.attribute('id', RELATIONSHIPS) ?? '';
      }
    },
    text(text, path) {
      const last = anchors[anchors.length - 1];
      const corner = path[2];
      if (!last || (corner !== 'from' && corner !== 'to')) return;
      if (path[3] === 'row') last[corner].row = Number(text);
      else if (path[3] === 'col') last[corner].column = Number(text);
    },
  });
  return anchors.filter(({ chart }) => chart !== '');
}

const RELATIONSHIPS = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
];

/** The colour of a series that takes its room and is not seen. */
const UNSEEN = 'transparent';

interface SeriesDraft {
  name: string;
  readonly values: (number | null)[];
  readonly as: ViewSeries['as'];
  color?: string;
  readonly pointColors: Record<number, string>;
  readonly group: number;
}

function readChart(bytes: Uint8Array, part: string): Omit<ViewChart, 'from' | 'to'> {
  const series: SeriesDraft[] = [];
  const categories: string[] = [];
  const groupAxes: string[][] = [];
  const scales = new Map<string, { min?: number; max?: number; numberFormat?: string }>();
  let scale: { min?: number; max?: number; numberFormat?: string } = {};
  let title = '';
  let isHorizontal = false;
  let isFirstOnTop = false;
  let isStacked = false;
  let point = 0;
  let dataPoint = 0;
  readXml(bytes, part, {
    open(element, path) {
      const kind = KINDS[element.local];
      const value = element.attribute('val') ?? '';
      if (element.local === 'valAx') scale = {};
      else if (path.includes('valAx')) {
        if (element.local === 'axId') scales.set(value, scale);
        else if ((element.local === 'min' || element.local === 'max') && Number.isFinite(Number(value)))
          scale[element.local] = Number(value);
        else if (element.local === 'numFmt' && !isOn(element.attribute('sourceLinked')))
          scale.numberFormat = element.attribute('formatCode') ?? 'General';
      }
      if (element.local === 'orientation' && path.includes('catAx')) isFirstOnTop ||= value === 'maxMin';
      if (kind && path.includes('plotArea')) groupAxes.push([]);
      if (element.local === 'barDir') isHorizontal ||= element.attribute('val') === 'bar';
      if (element.local === 'grouping') isStacked ||= /stacked/i.test(element.attribute('val') ?? '');
      if (element.local === 'axId' && KINDS[path[path.length - 2] ?? ''])
        groupAxes[groupAxes.length - 1]?.push(element.attribute('val') ?? '');
      const parent = KINDS[path[path.length - 2] ?? ''];
      if (element.local === 'ser' && parent)
        series.push({ name: '', values: [], as: parent, pointColors: {}, group: groupAxes.length - 1 });
      const last = series[series.length - 1];
      if (element.local === 'pt') point = Number(element.attribute('idx') ?? '0');
      if (element.local === 'ptCount' && path.includes('val')) {
        const count = Number(element.attribute('val') ?? '0');
        while (last && last.values.length < count) last.values.push(null);
      }
      if (path[path.length - 2] === 'dPt' && element.local === 'idx')
        dataPoint = Number(element.attribute('val') ?? '0');
      // Only the shape of the series itself: labels and markers have looks of their own.
      if (element.local === 'noFill' && last && path[path.length - 2] === 'spPr' && path[path.length - 3] === 'ser')
        last.color ??= UNSEEN;
      if (
        element.local === 'srgbClr' &&
        last &&
        path.includes('ser') &&
        !path.includes('dLbls') &&
        !path.includes('txPr')
      ) {
        const color = `#${element.attribute('val') ?? '000000'}`;
        if (path.includes('dPt')) last.pointColors[dataPoint] ??= color;
        else last.color ??= color;
      }
    },
    text(text, path) {
      const last = series[series.length - 1];
      const leaf = path[path.length - 1];
      if (leaf === 't' && path.includes('title') && !path.includes('plotArea')) title += text;
      if (leaf !== 'v' || !last || !path.includes('ser')) return;
      if (path.includes('tx')) last.name += text;
      else if (path.includes('cat')) {
        if (series.length === 1) categories[point] = (categories[point] ?? '') + text;
      } else if (path.includes('val')) {
        const value = Number(text);
        last.values[point] = Number.isFinite(value) ? value : null;
      }
    },
  });
  const first = groupAxes[0]?.join();
  const axisOf = (group: readonly string[] | undefined): ViewAxis => {
    const id = group?.find((one) => scales.has(one));
    return (id === undefined ? undefined : scales.get(id)) ?? {};
  };
  const second = groupAxes.find((group) => group.join() !== first);
  return {
    title,
    categories: Array.from(categories, (text) => text ?? ''),
    series: series.map(({ group, ...one }) => ({
      ...one,
      isSecondary: group > 0 && groupAxes[group]?.join() !== first,
    })),
    isHorizontal,
    isFirstOnTop,
    isStacked,
    axes: second ? [axisOf(groupAxes[0]), axisOf(second)] : [axisOf(groupAxes[0])],
  };
}
