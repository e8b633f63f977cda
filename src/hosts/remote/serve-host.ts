import type { PlanValue, SheetPlan } from '../../workbook/plan';
import type { ReadRequest, ReportSnapshot, WorkbookHost } from '../../workbook/workbook-host';
import { serveCalls, type MessageEnd, type SendPiece } from './call-channel';
import { HOST_LANE, piecesOf, type BlockMessage, type BlockRows, type HeadMessage } from './remote-host';
import type { ColumnBlock } from '../../workbook/column-block';
import type { JobControl } from '../../workbook/job-control';

/** Lets a `RemoteHost` at the other end work on this host: the live workbook stays on the side that has it. */
export function serveHost(end: MessageEnd, host: WorkbookHost, pause?: () => Promise<void>): void {
  let draft: SheetPlan[] = [];
  let opensOn: string | undefined;
  serveCalls(
    end,
    HOST_LANE,
    async (method, params, control, send) => {
      switch (method) {
        case 'describe':
          return host.describe(control);
        case 'readHead':
          return readHead(host, params as readonly [string, number, number], control);
        case 'readColumns':
          return readColumns(host, params[0] as ReadRequest, control, send);
        case 'readReport':
          return readReport(host, params[0] as string, control, send);
        case 'beginPlan':
          draft = [];
          opensOn = params[0] as string | undefined;
          return undefined;
        case 'addSheet':
          draft.push(params[0] as SheetPlan);
          return undefined;
        case 'addBlock': {
          const { block, values } = params[0] as BlockRows;
          (draft[draft.length - 1]!.blocks[block]!.values as (readonly PlanValue[])[]).push(...values);
          return undefined;
        }
        case 'write': {
          const sheets = draft;
          draft = [];
          return host.write({ sheets, ...(opensOn !== undefined && { opensOn }) }, control);
        }
        default:
          throw new Error(`No method "${method}" of a host`);
      }
    },
    pause,
  );
}

async function readHead(
  host: WorkbookHost,
  [sheet, rows, columns]: readonly [string, number, number],
  control: JobControl,
): Promise<HeadMessage> {
  const { cells, isDay, merges } = await host.readHead(sheet, rows, columns, control);
  return {
    cells,
    days: cells.map((values, row) => values.map((value, column) => typeof value === 'number' && isDay(row, column))),
    ...(merges && { merges }),
  };
}

/** A report of many clients is long: its rows go over in pieces, so that no message holds up the screen. */
async function readReport(
  host: WorkbookHost,
  id: string,
  control: JobControl,
  send: SendPiece,
): Promise<ReportSnapshot | undefined> {
  const snapshot = await host.readReport(id, control);
  if (!snapshot) return undefined;
  for (const rows of piecesOf(snapshot.cells)) await send({ value: rows });
  return { ...snapshot, cells: [] };
}

/** The host uses its arrays again after each block, so copies go over. */
async function readColumns(
  host: WorkbookHost,
  request: ReadRequest,
  control: JobControl,
  send: SendPiece,
): Promise<void> {
  let sent = 0;
  await host.readColumns(
    request,
    async ({ firstRow, rowCount, columns, pool }: ColumnBlock) => {
      const copies = columns.map(({ kinds, numbers, currencies }) => ({
        kinds: kinds.slice(0, rowCount),
        numbers: numbers.slice(0, rowCount),
        ...(currencies && { currencies: currencies.slice(0, rowCount) }),
      }));
      const strings: string[] = [];
      while (sent < pool.texts.length) strings.push(pool.texts.at(sent++)!);
      const value: BlockMessage = { firstRow, rowCount, columns: copies, strings };
      await send({ value, transfer: copies.flatMap((copy) => Object.values(copy).map(({ buffer }) => buffer)) });
    },
    control,
  );
}
