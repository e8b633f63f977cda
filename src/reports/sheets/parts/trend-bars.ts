const BARS = '▁▂▃▄▅▆▇█';
const NONE = '·';

/**
 * Figures as a row of small bars, each by its share of the largest: a line of text, because Excel's own sparklines can be
 * neither written nor taken away through Office.js, and would stay over other cells after the next refresh there.
 *
 * @example trendBars([10, 0, 40, 80]) //=> '▁·▄█'
 */
export function trendBars(figures: readonly number[]): string {
  const most = Math.max(...figures);
  return figures
    .map((figure) => (figure > 0 ? BARS[Math.max(0, Math.ceil((figure / most) * BARS.length) - 1)] : NONE))
    .join('');
}
