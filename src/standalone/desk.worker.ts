import { DESK_ARITIES, DESK_LANE } from '../app/desk-arities';
import type { Desk } from '../app/desk';
import { openDesk } from '../app/open-desk';
import { FILE_ARITIES, FILE_LANE, type ViewedSheet, type WorkbookFile } from '../app/workbook-file';
import { breathe } from '../hosts/remote/breathe';
import type { MessageEnd } from '../hosts/remote/call-channel';
import { serveObject } from '../hosts/remote/call-through';
import { openXlsxHost, type XlsxHost } from '../hosts/xlsx/xlsx-host';
import { blobSource } from '../hosts/xlsx/zip/byte-source';
import type { CellValue } from '../workbook/cell-value';
import { cellAt } from '../workbook/column-block';
import type { JobControl } from '../workbook/job-control';
import { readBrowserClock } from '../taskpane/browser-clock';

// The page's work, beside its screen: the file is read, analysed and written here and goes nowhere else.
let host: XlsxHost | undefined;
let desk: Desk | undefined;

const opened = (): { readonly host: XlsxHost; readonly desk: Desk } => {
  if (!host || !desk) throw new Error('No workbook is open');
  return { host, desk };
};

async function listSheets(control?: JobControl): Promise<readonly ViewedSheet[]> {
  const { sheets } = await opened().host.describe(control);
  return sheets
    .filter(({ visibility }) => visibility === 'visible')
    .map(({ id, name, rows, columns, report }) => ({ id, name, rows, columns, isReport: report !== undefined }));
}

const file: WorkbookFile = {
  async open(blob, control) {
    host = await openXlsxHost(blobSource(blob));
    desk = openDesk(host, readBrowserClock);
    return listSheets(control);
  },
  listSheets,
  async save(control) {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    await opened().host.save((chunk) => {
      chunks.push(chunk.slice());
    }, control);
    return new Blob(chunks, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
  },
  async readRows(sheet, fromRow, toRow) {
    const { sheets } = await opened().host.describe();
    const width = sheets.find(({ id }) => id === sheet)?.columns ?? 0;
    const columns = Array.from({ length: width }, (_, column) => column);
    const rows: CellValue[][] = Array.from({ length: Math.max(0, toRow - fromRow) }, () => []);
    await opened().host.readColumns(
      { sheet, columns, fromRow, toRow },
      ({ firstRow, rowCount, columns: cells, pool }) => {
        for (let row = 0; row < rowCount; row++) {
          rows[firstRow + row - fromRow] = cells.map((column) => cellAt(column, row, pool));
        }
      },
    );
    return rows;
  },
};

const end = self as unknown as MessageEnd;
serveObject(end, FILE_LANE, file, FILE_ARITIES, breathe);
const current: Desk = {
  look: (choices, control) => opened().desk.look(choices, control),
  read: (choices, control) => opened().desk.read(choices, control),
  preview: (choices, control) => opened().desk.preview(choices, control),
  refresh: (choices, control) => opened().desk.refresh(choices, control),
  findClients: (query) => opened().desk.findClients(query),
  showClient: (client) => opened().desk.showClient(client),
};
serveObject(end, DESK_LANE, current, DESK_ARITIES, breathe);
