import type { SheetPlan } from '../../../workbook/plan';
import { styleRuns } from './style-runs';

/** Bytes that one queued call takes in a request: an object path, an instantiation and the call itself. */
const CALL_BYTES = 420;
const CALLS_PER_STYLE = 14;
const CALLS_PER_CHART = 90;
const CALLS_PER_SHEET = 70;

/** What a sheet weighs in a request, estimated before it is queued. */
export interface SheetSize {
  readonly values: number;
  readonly links: number;
  readonly rest: number;
}

export const LINK_BYTES = 2 * CALL_BYTES;

export function sizeOfSheet(sheet: SheetPlan): SheetSize {
  const calls =
    CALLS_PER_SHEET +
    sheet.blocks.reduce((sum, block) => sum + styleRuns(block).length * CALLS_PER_STYLE, 0) +
    sheet.charts.reduce((sum, chart) => sum + CALLS_PER_CHART + pointsOf(chart.series) * 4, 0) +
    (sheet.conditionalFormats.length + sheet.validations.length + sheet.merges.length + sheet.rowHeights.length) * 6;
  return {
    values: sheet.blocks.reduce((sum, block) => sum + bytesOfRows(block.values), 0),
    links: sheet.links.length * LINK_BYTES,
    rest: calls * CALL_BYTES,
  };
}

/** Bytes of rows as JSON: three a character of text, as Chinese takes. */
export function bytesOfRows(rows: readonly (readonly unknown[])[]): number {
  let bytes = 0;
  for (const row of rows) {
    bytes += 2;
    for (const value of row) bytes += typeof value === 'string' ? value.length * 3 + 4 : 12;
  }
  return bytes;
}

function pointsOf(series: readonly { readonly pointColors?: readonly string[] }[]): number {
  return series.reduce((sum, one) => sum + (one.pointColors?.length ?? 0), 0);
}
