import type { CellRange } from '../../../workbook/address';
import type { CellBlock, SheetPlan } from '../../../workbook/plan';
import { REPORT_FONT, REPORT_FONT_SIZE, type BorderLine, type CellStyle } from '../../../workbook/style';
import type { HeightRun } from './runs/height-runs';
import { reachOf } from './leftovers';
import { onRange } from './on-range';
import { bytesOfFormats, FILL_BYTES } from './sheet-size';
import { styleRuns, type StyleRun } from './runs/style-runs';
import type { WriteQueue } from './write-queue';

/** Everything of an older report that is not a value; columns keep their widths. */
export function clearFormats(sheet: Excel.Worksheet): void {
  const all = sheet.getRange();
  all.unmerge();
  all.conditionalFormats.clearAll();
  all.dataValidation.clear();
  all.clear('Hyperlinks');
  all.clear('Formats');
}

/** How the blocks look, by runs of columns. */
export function writeFormats(sheet: Excel.Worksheet, plan: SheetPlan): void {
  writeBaseFormat(sheet, plan);
  for (const block of plan.blocks) dressBlock(sheet, block);
  for (const fill of plan.fills ?? []) fillCell(sheet, fill);
}

/** The same in several messages: a list whose rows have looks of their own takes more than one holds. */
export async function writeFormatsInParts(queue: WriteQueue, sheet: Excel.Worksheet, plan: SheetPlan): Promise<void> {
  writeBaseFormat(sheet, plan);
  for (const block of plan.blocks) {
    await queue.reserve(bytesOfFormats(block));
    dressBlock(sheet, block);
  }
  for (const fill of plan.fills ?? []) {
    await queue.reserve(FILL_BYTES);
    fillCell(sheet, fill);
  }
}

function fillCell(sheet: Excel.Worksheet, { row, column, color }: NonNullable<SheetPlan['fills']>[number]): void {
  onRange(sheet, { row, column, rows: 1, columns: 1 }, (cell) => {
    cell.format.fill.color = color;
  });
}

function writeBaseFormat(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const reach = reachOf(plan.blocks);
  if (reach.rows === 0 || reach.columns === 0) return;
  const base = sheet.getRangeByIndexes(0, 0, reach.rows, reach.columns).format;
  base.font.name = REPORT_FONT;
  base.font.size = REPORT_FONT_SIZE;
  base.font.color = '#000000';
  base.font.underline = 'None';
  base.verticalAlignment = 'Center';
}

function dressBlock(sheet: Excel.Worksheet, block: CellBlock): void {
  if (block.values.length === 0) return;
  for (const run of styleRuns(block)) {
    onRange(sheet, areaOf(block, run), (range) => dressRange(range, run.style, block.values.length, run.count));
  }
}

/** Heights come after wrapping, which would fit rows to what they hold. */
export function writeHeight(sheet: Excel.Worksheet, { row, rows, points }: HeightRun): void {
  onRange(sheet, { row, column: 0, rows, columns: 1 }, (range) => {
    range.format.rowHeight = points;
  });
}

/** Wrapping comes last but for heights: Excel measures every row that wraps again with each change. */
export function writeWrapping(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const block of plan.blocks) {
    if (block.values.length === 0) continue;
    for (const run of styleRuns(block)) {
      if (!run.style.wrap) continue;
      onRange(sheet, areaOf(block, run), (range) => {
        range.format.wrapText = true;
      });
    }
  }
}

function areaOf(block: CellBlock, run: StyleRun): CellRange {
  return { row: block.row, column: block.column + run.from, rows: block.values.length, columns: run.count };
}

const ALIGN = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;

function dressRange(range: Excel.Range, style: CellStyle, rows: number, columns: number): void {
  const { format } = range;
  const { font } = format;
  if (style.bold) font.bold = true;
  if (style.italic) font.italic = true;
  if (style.underline) font.underline = 'Single';
  if (style.size !== undefined) font.size = style.size;
  if (style.color !== undefined) font.color = style.color;
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.align !== undefined) format.horizontalAlignment = ALIGN[style.align];
  if (style.verticalAlign !== undefined) format.verticalAlignment = VERTICAL[style.verticalAlign];
  if (style.indent !== undefined) format.indentLevel = style.indent;
  if (style.unlocked) format.protection.locked = false;
  const { border } = style;
  if (!border) return;
  drawLine(format, 'EdgeTop', border.top);
  drawLine(format, 'EdgeBottom', border.bottom);
  drawLine(format, 'EdgeLeft', border.left);
  drawLine(format, 'EdgeRight', border.right);
  if (rows > 1) drawLine(format, 'InsideHorizontal', border.bottom ?? border.top);
  if (columns > 1) drawLine(format, 'InsideVertical', border.right ?? border.left);
}

const LINES = {
  hair: { style: 'Continuous', weight: 'Hairline' },
  thin: { style: 'Continuous', weight: 'Thin' },
  medium: { style: 'Continuous', weight: 'Medium' },
  double: { style: 'Double', weight: 'Thick' },
} as const;

type Edge = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal' | 'InsideVertical';

function drawLine(format: Excel.RangeFormat, edge: Edge, line: BorderLine | undefined): void {
  if (!line) return;
  const border = format.borders.getItem(edge);
  border.style = LINES[line.style].style;
  border.weight = LINES[line.style].weight;
  border.color = line.color;
}
