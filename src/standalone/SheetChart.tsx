import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  DoughnutController,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Title,
  type ChartDataset,
} from 'chart.js';
import { format } from 'numfmt';
import React, { useEffect, useRef } from 'react';
import type { SeenAxis, SeenChart, SeenSeries } from '../app/desk/workbook-file';
import { useSay } from '../taskpane/say';
import { PAGE_WORDS } from './words';

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  DoughnutController,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Title,
);

const HUES = ['#1f5a96', '#e08e0b', '#0b8a6a', '#8a5aa8', '#a7b4c2'];
const INK = '#4a5766';

interface SheetChartProps {
  readonly chart: SeenChart;
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}

function datasetOf(series: SeenSeries, index: number): ChartDataset<'bar' | 'line' | 'doughnut'> {
  const hue = series.color ?? HUES[index % HUES.length]!;
  const hues = series.values.map(
    (_, point) => series.pointColors[point] ?? (series.as === 'doughnut' ? HUES[point % HUES.length]! : hue),
  );
  return {
    type: series.as,
    label: series.name,
    data: [...series.values],
    backgroundColor: hues,
    ...(series.as === 'line' && { borderColor: hue, borderWidth: 2, pointRadius: 0, backgroundColor: hue }),
    ...(series.isSecondary && { yAxisID: 'second' }),
    order: series.as === 'line' ? 0 : 1,
  } as ChartDataset<'bar' | 'line' | 'doughnut'>;
}

const rangeOf = ({ min, max }: SeenAxis): { min?: number; max?: number } => ({
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
});

/** Figures of an axis in its own number format. */
function wordsOf({ numberFormat }: SeenAxis): { callback?: (value: string | number) => string } {
  if (numberFormat === undefined || numberFormat === 'General') return {};
  return { callback: (value) => format(numberFormat, Number(value), { throws: false, invalid: String(value) }) };
}

/** A chart of the sheet, drawn from the values that it keeps. */
export default function SheetChart({ chart, box }: SheetChartProps): React.ReactElement {
  const say = useSay();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!canvas.current) return undefined;
    const isRound = chart.series.every(({ as }) => as === 'doughnut');
    const hasSecond = chart.series.some(({ isSecondary }) => isSecondary);
    const ticks = { color: INK, font: { size: 10 } };
    const [first = {}, second = {}] = chart.axes;
    const [across, up] = chart.isHorizontal ? [first, {}] : [{}, first];
    const drawn = new Chart(canvas.current, {
      type: isRound ? 'doughnut' : 'bar',
      data: { labels: [...chart.categories], datasets: chart.series.map(datasetOf) },
      options: {
        animation: false,
        events: [],
        maintainAspectRatio: false,
        indexAxis: chart.isHorizontal ? 'y' : 'x',
        plugins: {
          legend: {
            display: isRound || chart.series.length > 1,
            position: 'bottom',
            labels: { color: INK, boxWidth: 10, font: { size: 10 } },
          },
          title: { display: chart.title !== '', text: chart.title, color: '#1f2a37', font: { size: 13 } },
        },
        ...(!isRound && {
          scales: {
            x: {
              stacked: chart.isStacked,
              ...rangeOf(across),
              ticks: { ...ticks, maxRotation: 45, ...wordsOf(across) },
              grid: { display: chart.isHorizontal },
            },
            y: {
              stacked: chart.isStacked,
              ...rangeOf(up),
              ticks: { ...ticks, ...wordsOf(up) },
              // The first category stands at the bottom in Excel, and on top here.
              reverse: chart.isHorizontal && !chart.isFirstOnTop,
              grid: { display: !chart.isHorizontal },
            },
            ...(hasSecond && {
              second: {
                position: 'right' as const,
                ...rangeOf(second),
                ticks: { ...ticks, ...wordsOf(second) },
                grid: { display: false },
              },
            }),
          },
        }),
      },
    });
    return () => drawn.destroy();
  }, [chart]);
  return (
    <div className="grid-chart" style={box}>
      <canvas ref={canvas} role="img" aria-label={say(PAGE_WORDS.chart, { title: chart.title })} />
    </div>
  );
}
