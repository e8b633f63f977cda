import type { CellRange } from '../../workbook/address';
import type { ConditionalFormatPlan, PlanValue } from '../../workbook/plan';
import { PALETTE } from './theme';

/** From dark to light: the largest twentieth of the figures above 0, the largest fifth, the larger half. */
const BANDS: readonly { readonly above: number; readonly fill: string }[] = [
  { above: 0.95, fill: '#9CC2E6' },
  { above: 0.8, fill: '#C3DAF0' },
  { above: 0.5, fill: '#E3EEF8' },
];

/**
 * Rules that colour a matrix of figures by their size: limits taken from the figures themselves, so that every host draws
 * the same and one huge client does not leave all others white. What is not above 0 stays white.
 *
 * @example heatMap(range, [[1, 2], [3, 4]])[2] //=> from 2 on, light (half of four figures are above the second)
 */
export function heatMap(range: CellRange, cells: readonly (readonly PlanValue[])[]): readonly ConditionalFormatPlan[] {
  const figures = cells
    .flatMap((line) => line.filter((cell): cell is number => typeof cell === 'number' && cell > 0))
    .sort((a, b) => a - b);
  if (figures.length === 0) return [];
  return BANDS.map(({ above, fill }) => ({
    kind: 'cellIs',
    range,
    operator: 'greaterThanOrEqual',
    value: figures[Math.min(figures.length - 1, Math.floor(figures.length * above))]!,
    style: { color: PALETTE.ink, fill },
  }));
}
