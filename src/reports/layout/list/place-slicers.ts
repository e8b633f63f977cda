import type { CellRange } from '../../../workbook/address';
import type { SheetPlan, SlicerPlan } from '../../../workbook/plan';
import { OTHER_WIDTH, placeBehind, visibleWidths } from '../../../workbook/visible-widths';
import { nativeTableName, type Report } from '../define-report';
import { idOf, type FilledTable } from '../table/fill-table';
import type { SheetDraft } from '../sheet-draft';
import { textWidth } from '../text-width';

/** Characters of a slicer and of the gap before the next. */
const WIDTH = 17;
const GAP = 1;
/** Lower than that, it would show its caption and no button. */
const LEAST_POINTS = 72;
/** Points of the words that a column's width counts. */
const BODY_POINTS = 10;

/**
 * Buttons for columns of the main table: above it, behind the words of the head, where the frozen rows keep them in
 * sight and no cell with anything in it is covered; right of what is printed.
 *
 * @param areas what is printed; everything to the table's width where absent
 */
export function placeSlicers(
  draft: SheetDraft,
  report: Report,
  main: FilledTable | undefined,
  {
    areas,
    width,
    columnOutline,
  }: Pick<SheetPlan['print'], 'areas'> & {
    readonly width: number;
    readonly columnOutline?: SheetPlan['columnOutline'];
  },
): readonly SlicerPlan[] {
  const name = nativeTableName(report, report.id);
  const table = draft.tables.find((one) => one.name === name);
  const header = table?.range.row ?? 0;
  if (!report.slicers || !main || !table || table.range.rows < 2 || draft.heightOf(0, header) < LEAST_POINTS) return [];
  const widths = visibleWidths({
    columnWidths: draft.columnWidths(draft.columnCount),
    ...(columnOutline && { columnOutline }),
  });
  const printed = areas
    ? Math.max(0, ...areas.filter(({ row }) => row < header).map(({ column, columns }) => column + columns))
    : width;
  let from = Math.max(startOf(printed, widths), reachOfWords(draft, header, widths) + 2 * GAP);
  return report.slicers.flatMap((id): SlicerPlan[] => {
    const column = main.columns.findIndex((one) => idOf(one) === id);
    if (column < 0) return [];
    const { column: sheetColumn, indent } = placeBehind(0, from, widths);
    from += WIDTH + GAP;
    return [
      {
        id: `${report.id}_${id}`,
        table: name,
        column,
        caption: main.headers[column]!,
        row: 0,
        rows: header,
        sheetColumn,
        indent: Math.round(indent * 100) / 100,
        width: WIDTH,
      },
    ];
  });
}

/** Characters from the sheet's left edge to the start of a column. */
const startOf = (column: number, widths: readonly number[]): number =>
  Array.from({ length: column }, (_, at) => widths[at] ?? OTHER_WIDTH).reduce((sum, one) => sum + one, 0);

/** How far the words above the table run to the right; wrapped ones end where their cell does. */
function reachOfWords(draft: SheetDraft, header: number, widths: readonly number[]): number {
  let reach = 0;
  for (const { row, column, values, styles } of draft.blocks) {
    if (row >= header) continue;
    for (const [down, line] of values.entries()) {
      for (const [across, value] of line.entries()) {
        if (typeof value !== 'string' || value === '') continue;
        const at = column + across;
        const words = startOf(at, widths) + (textWidth(value) * (styles[across]?.size ?? BODY_POINTS)) / BODY_POINTS;
        const cell = draft.merges.find((merge: CellRange) => merge.row === row + down && merge.column === at);
        const end = cell ? Math.min(words, startOf(at + cell.columns, widths)) : words;
        reach = Math.max(reach, end);
      }
    }
  }
  return reach;
}
