import type { CellBlock, SheetPlan } from '../../../workbook/plan';
import { heightRuns } from './runs/height-runs';
import { styleRuns } from './runs/style-runs';

/** Bytes that an action takes in a request with its share of object paths: 120 were measured. */
const ACTION_BYTES = 130;
/** Actions that a part of a plan takes, measured and rounded up. */
const ACTIONS_PER_SHEET = 110;
/** Of a range and its number format, of a range that wraps, of a range that is dressed, of a line of its border. */
const ACTIONS_PER_NUMBER_FORMAT = 4;
const ACTIONS_PER_WRAP = 5;
const ACTIONS_PER_STYLE = 12;
const ACTIONS_PER_BORDER_LINE = 5;
const ACTIONS_PER_CHART = 70;
const ACTIONS_PER_POINT = 8;
const ACTIONS_PER_RULE = 10;
const ACTIONS_PER_LINK = 6;
const ACTIONS_PER_HEIGHT = 5;
const ACTIONS_PER_FORMULA = 6;
const ACTIONS_PER_FILL = 5;

/** What a sheet weighs in a request, estimated before it is queued. */
export interface SheetSize {
  readonly values: number;
  readonly links: number;
  readonly numberFormats: number;
  /** Everything else about how ranges look: see `bytesOfFormats`. */
  readonly formats: number;
  readonly rest: number;
  readonly heights: number;
}

export const HEIGHT_BYTES = ACTIONS_PER_HEIGHT * ACTION_BYTES;
export const FILL_BYTES = ACTIONS_PER_FILL * ACTION_BYTES;
export const LINK_BYTES = ACTIONS_PER_LINK * ACTION_BYTES;

export function sizeOfSheet(sheet: SheetPlan): SheetSize {
  const runs = sheet.blocks.flatMap((block) => styleRuns(block));
  const wraps = runs.filter(({ style }) => style.wrap).length;
  const numberFormats = runs.filter(({ style }) => style.numberFormat !== undefined).length;
  const points = sheet.charts.reduce((sum, chart) => sum + pointsOf(chart.series), 0);
  const rules = sheet.conditionalFormats.length + sheet.validations.length + sheet.merges.length;
  const actions =
    ACTIONS_PER_SHEET +
    wraps * ACTIONS_PER_WRAP +
    sheet.charts.length * ACTIONS_PER_CHART +
    points * ACTIONS_PER_POINT +
    rules * ACTIONS_PER_RULE +
    (sheet.formulas?.length ?? 0) * ACTIONS_PER_FORMULA;
  return {
    values: sheet.blocks.reduce((sum, block) => sum + bytesOfRows(block.values), 0),
    links: sheet.links.length * LINK_BYTES,
    numberFormats: numberFormats * ACTIONS_PER_NUMBER_FORMAT * ACTION_BYTES,
    formats:
      sheet.blocks.reduce((sum, block) => sum + bytesOfFormats(block), 0) + (sheet.fills?.length ?? 0) * FILL_BYTES,
    rest: actions * ACTION_BYTES,
    heights: heightRuns(sheet.rowHeights).length * HEIGHT_BYTES,
  };
}

/** What dressing a block takes: a box around every cell to write in takes as much again as the rest of its look. */
export function bytesOfFormats(block: CellBlock): number {
  const actions = styleRuns(block).reduce(
    (sum, { style }) => sum + ACTIONS_PER_STYLE + Object.keys(style.border ?? {}).length * 2 * ACTIONS_PER_BORDER_LINE,
    0,
  );
  return actions * ACTION_BYTES;
}

const IS_ASCII = /^[ -~]*$/;

/** Bytes of rows as JSON: three a character where a text is not plain, as Chinese takes. */
export function bytesOfRows(rows: readonly (readonly unknown[])[]): number {
  let bytes = 0;
  for (const row of rows) {
    bytes += 2;
    for (const value of row) {
      bytes += typeof value !== 'string' ? 12 : value.length * (IS_ASCII.test(value) ? 1 : 3) + 4;
    }
  }
  return bytes;
}

function pointsOf(series: readonly { readonly pointColors?: readonly string[] }[]): number {
  return series.reduce((sum, one) => sum + (one.pointColors?.length ?? 0), 0);
}
