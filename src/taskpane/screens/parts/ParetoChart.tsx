import { CategoryScale, Chart, Filler, LinearScale, LineController, LineElement, PointElement } from 'chart.js';
import React, { useEffect, useRef } from 'react';
import type { PreviewView } from '../../../app/desk/desk';
import { wordNumber } from '../../../i18n/wording';
import { MESSAGES } from '../../messages';
import { usePaneContext } from '../../pane-context';
import { useSay } from '../../say';

Chart.register(CategoryScale, Filler, LinearScale, LineController, LineElement, PointElement);

interface ParetoChartProps {
  readonly points: PreviewView['pareto'];
  readonly tierOne: number;
}

/** The cumulative share of sales, one hue a tier; loaded when it is first shown. */
export default function ParetoChart({ points, tierOne }: ParetoChartProps): React.ReactElement {
  const { theme } = usePaneContext();
  const say = useSay();
  const canvas = useRef<HTMLCanvasElement>(null);
  const rank = say(MESSAGES.paretoRank);
  const share = say(MESSAGES.paretoShare);
  useEffect(() => {
    if (!canvas.current) return undefined;
    const { muted, line, tiers } = theme.tones;
    const hueOf = (index: number): string => tiers[(points[index]?.tier ?? 3) - 1] ?? line;
    const ticks = { color: muted, font: { size: 11 } };
    const chart = new Chart(canvas.current, {
      type: 'line',
      data: {
        labels: points.map((point) => point.rank),
        datasets: [
          {
            label: share,
            data: points.map((point) => point.share * 100),
            fill: 'origin',
            pointRadius: 0,
            borderWidth: 2,
            tension: 0,
            segment: {
              borderColor: ({ p1DataIndex }) => hueOf(p1DataIndex),
              backgroundColor: ({ p1DataIndex }) => `${hueOf(p1DataIndex)}33`,
            },
          },
        ],
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        // The page without Excel draws legends too, and has the same Chart: one line needs none.
        plugins: { legend: { display: false } },
        scales: {
          x: {
            title: { display: true, text: rank, ...ticks },
            ticks: { ...ticks, maxTicksLimit: 6, maxRotation: 0 },
            grid: { display: false },
          },
          y: {
            min: 0,
            max: 100,
            title: { display: true, text: share, ...ticks },
            ticks: { ...ticks, callback: (value) => `${value}%`, stepSize: 20 },
            grid: { color: line },
          },
        },
      },
    });
    return () => chart.destroy();
  }, [points, theme, rank, share]);
  const description = say(MESSAGES.paretoDescription, {
    clients: wordNumber(points[points.length - 1]?.rank ?? 0),
    tierOne: wordNumber(tierOne),
  });
  return (
    <figure style={{ margin: '8px 0 0' }}>
      <figcaption className="small" style={{ color: theme.tones.muted }}>
        {say(MESSAGES.paretoTitle)}
      </figcaption>
      <div className="chart">
        <canvas ref={canvas} role="img" aria-label={description} />
      </div>
    </figure>
  );
}
