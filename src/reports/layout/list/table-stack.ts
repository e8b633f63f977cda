import { nativeTableName, type Report } from '../define-report';
import type { FilledTable } from '../table/fill-table';
import { layOutTable } from '../table/lay-out-table';
import type { PlacedTable } from '../table/placed-table';
import { columnsOfPage } from '../pages-across';
import type { ReportContext } from '../report-context';
import type { SheetDraft } from '../sheet-draft';
import { widthOfTable, type ListShape } from './list-shape';
import { rowsOfCharts } from './place-charts';

/** A longer list on the screen is looked through, a line a row; a shorter one is read, its words in full. */
const MOST_READ_ROWS = 30;

/** Where the print of a table begins, and how wide it is. */
export interface TableStart {
  readonly row: number;
  readonly columns: number;
}

/** Tables under each other: the main one first, at its right the room for the charts. */
export class TableStack {
  /** The row under the head. */
  readonly top: number;
  /** By id of the table, in the order in which they stand. */
  readonly placed = new Map<string, PlacedTable>();
  readonly starts: TableStart[] = [];
  /** The row from which tables run under the charts; nothing where none is wider than the main one. */
  wideFrom: number | undefined;

  constructor(
    private readonly draft: SheetDraft,
    private readonly report: Report,
    private readonly shape: ListShape,
    private readonly context: ReportContext,
  ) {
    this.top = draft.row;
  }

  get main(): PlacedTable | undefined {
    return this.shape.main && this.placed.get(this.shape.main.definition.id);
  }

  place(table: FilledTable): void {
    const { draft, report, shape } = this;
    const isMain = this.placed.size === 0;
    if (!isMain) this.leaveRoomAbove(table);
    const row = isMain ? 0 : draft.row;
    const room = isMain ? 0 : this.columnsOfOnePage();
    const placed = layOutTable(draft, table, this.context, nativeTableName(report, table.definition.id), {
      room,
      ...(!isMain && !report.isPagePerTable && { isWide: this.isColumnOfWords }),
      isStretched: isMain && !report.isPagePerTable,
      isOneLine: isMain && report.paper === undefined && table.body.length > MOST_READ_ROWS && !report.isPagePerTable,
    });
    this.placed.set(table.definition.id, placed);
    this.starts.push({ row, columns: isMain ? shape.printedMainWidth : placed.reach });
  }

  private readonly isColumnOfWords = (column: number): boolean =>
    this.main?.wrapped.some((one) => one.column === column) === true;

  private leaveRoomAbove(table: FilledTable): void {
    const { draft } = this;
    draft.row++;
    // A table wider than the main one would run under the charts: it waits until they end.
    if (widthOfTable(table) <= this.shape.mainWidth || this.wideFrom !== undefined) return;
    draft.row = Math.max(draft.row, this.top + rowsOfCharts(this.report.charts?.length ?? 0) + 1);
    this.wideFrom = draft.row;
  }

  private columnsOfOnePage(): number {
    const { mainWidth } = this.shape;
    return Math.min(mainWidth, columnsOfPage(this.draft.columnWidths(mainWidth), this.report.orientation));
  }
}
