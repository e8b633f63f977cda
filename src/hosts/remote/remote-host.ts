import type { CellValue } from '../../workbook/cell-value';
import { StringPool, type CellColumn, type ColumnBlock } from '../../workbook/column-block';
import type { CellRange } from '../../workbook/address';
import type { JobControl } from '../../workbook/job-control';
import type { CellBlock, SheetPlan, WritePlan } from '../../workbook/plan';
import type {
  ReadRequest,
  ReportSnapshot,
  SheetHead,
  SheetId,
  WorkbookHost,
  WorkbookInfo,
  WriteOutcome,
} from '../../workbook/workbook-host';
import type { Caller } from './call-channel';

/** A `SheetHead` without its function. */
export interface HeadMessage {
  readonly cells: readonly (readonly CellValue[])[];
  readonly days: readonly (readonly boolean[])[];
  readonly merges?: readonly CellRange[];
}

/** A block of a read with the strings that are new since the block before. */
export interface BlockMessage {
  readonly firstRow: number;
  readonly rowCount: number;
  readonly columns: readonly CellColumn[];
  readonly strings: readonly string[];
}

/** What of a plan goes over at once: enough to be quick, little enough not to hold up a screen. */
const CELLS_A_MESSAGE = 20_000;

export const HOST_LANE = 'host';

/** The workbook at the other end of a pair of message ends, where `serveHost` answers. */
export class RemoteHost implements WorkbookHost {
  constructor(private readonly caller: Caller) {}

  describe(control?: JobControl): Promise<WorkbookInfo> {
    return this.call('describe', [], control) as Promise<WorkbookInfo>;
  }

  async readHead(sheet: SheetId, rows: number, columns: number, control?: JobControl): Promise<SheetHead> {
    const { cells, days, merges } = (await this.call('readHead', [sheet, rows, columns], control)) as HeadMessage;
    return { cells, isDay: (row, column) => days[row]?.[column] === true, ...(merges && { merges }) };
  }

  async readColumns(
    request: ReadRequest,
    receive: (block: ColumnBlock) => void | Promise<void>,
    control?: JobControl,
  ): Promise<void> {
    const pool = new StringPool();
    await this.caller.call('readColumns', [request], {
      ...(control && { control }),
      receive: async (piece) => {
        const { firstRow, rowCount, columns, strings } = piece as BlockMessage;
        for (const text of strings) pool.idOf(text);
        await receive({ firstRow, rowCount, columns, pool });
      },
    });
  }

  async readReport(id: string, control?: JobControl): Promise<ReportSnapshot | undefined> {
    const cells: (readonly CellValue[])[] = [];
    const snapshot = (await this.caller.call('readReport', [id], {
      ...(control && { control }),
      receive: (piece) => {
        for (const row of piece as readonly (readonly CellValue[])[]) cells.push(row);
      },
    })) as ReportSnapshot | undefined;
    return snapshot && { ...snapshot, cells };
  }

  async write(plan: WritePlan, control?: JobControl): Promise<WriteOutcome> {
    await this.call('beginPlan', [plan.opensOn]);
    for (const sheet of plan.sheets) {
      const { bare, blocks } = cutSheet(sheet);
      await this.call('addSheet', [bare]);
      for (const block of blocks) await this.call('addBlock', [block]);
    }
    return (await this.call('write', [], control)) as WriteOutcome;
  }

  private call(method: string, params: readonly unknown[], control?: JobControl): Promise<unknown> {
    return this.caller.call(method, params, control ? { control } : {});
  }
}

/** Rows in pieces that go over in one message each. */
export function piecesOf<T>(rows: readonly (readonly T[])[]): readonly (readonly (readonly T[])[])[] {
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const count = Math.max(1, Math.floor(CELLS_A_MESSAGE / widest));
  return Array.from({ length: Math.ceil(rows.length / count) }, (_, piece) =>
    rows.slice(piece * count, (piece + 1) * count),
  );
}

/** The rows of a block that go over in one message; `block` is its index in the sheet's plan. */
export interface BlockRows {
  readonly block: number;
  readonly values: CellBlock['values'];
}

/** A sheet's plan with the values of its blocks taken out, and those values in pieces. */
function cutSheet(sheet: SheetPlan): { readonly bare: SheetPlan; readonly blocks: readonly BlockRows[] } {
  const bare = { ...sheet, blocks: sheet.blocks.map((block) => ({ ...block, values: [] })) };
  const blocks = sheet.blocks.flatMap(({ values }, block) =>
    piecesOf(values).map((piece) => ({ block, values: piece })),
  );
  return { bare, blocks };
}
