import { DESK_ARITIES, DESK_LANE } from '../app/desk/desk-arities';
import type { Desk } from '../app/desk/desk';
import { preparePinyin } from '../app/find-clients';
import { openDesk } from '../app/desk/open-desk';
import { FILE_ARITIES, FILE_LANE, type WorkbookFile } from '../app/desk/workbook-file';
import { joinHosts, type ReadBeside } from '../hosts/joined/joined-host';
import { nameFile } from '../hosts/joined/name-file';
import { breathe } from '../hosts/remote/breathe';
import type { MessageEnd } from '../hosts/remote/call-channel';
import { serveObject } from '../hosts/remote/call-through';
import { openAnyFile } from '../hosts/xlsx/convert/open-any-file';
import { SheetViewer } from '../hosts/xlsx/view/open-viewer';
import { makeNewWorkbook } from '../hosts/xlsx/new-workbook';
import type { XlsxHost } from '../hosts/xlsx/xlsx-host';
import { blobSource } from '../hosts/xlsx/zip/byte-source';
import type { JobControl } from '../workbook/job-control';
import { readBrowserClock } from '../taskpane/browser-clock';

// The page's work, beside its screen: the file is read, analysed and written here and goes nowhere else.
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const XLSM_TYPE = 'application/vnd.ms-excel.sheet.macroEnabled.12';

interface OpenWorkbook {
  readonly host: XlsxHost;
  readonly desk: Desk;
  viewer: SheetViewer;
}

let current: OpenWorkbook | undefined;

function opened(): OpenWorkbook {
  if (!current) throw new Error('No workbook is open');
  return current;
}

async function save(control?: JobControl): Promise<Blob> {
  const { host } = opened();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  await host.save((chunk) => {
    chunks.push(chunk.slice());
  }, control);
  return new Blob(chunks, { type: host.isMacroEnabled ? XLSM_TYPE : XLSX_TYPE });
}

const file: WorkbookFile = {
  prepare: preparePinyin,
  async open(first, others, control) {
    const { host, source, convertedFrom } = await openAnyFile(blobSource(first));
    const beside: ReadBeside[] = [];
    for (const { name, blob } of others)
      beside.push(await nameFile(name, async () => ({ name, host: (await openAnyFile(blobSource(blob))).host })));
    const viewer = await SheetViewer.open(source, control);
    current = { host, viewer, desk: openDesk(joinHosts(host, beside), readBrowserClock, () => makeNewWorkbook()) };
    return { sheets: await viewer.listSheets(), ...(convertedFrom && { convertedFrom }) };
  },
  save,
  async relist(control) {
    const workbook = opened();
    workbook.viewer = await SheetViewer.open(blobSource(await save(control)), control);
    return workbook.viewer.listSheets();
  },
  lookAt: (sheet) => opened().viewer.lookAt(sheet),
  readRows: (sheet, fromRow, toRow) => opened().viewer.readRows(sheet, fromRow, toRow),
};

const desk: Desk = {
  look: (choices, control) => opened().desk.look(choices, control),
  read: (choices, control) => opened().desk.read(choices, control),
  preview: (choices, control) => opened().desk.preview(choices, control),
  refresh: (choices, control) => opened().desk.refresh(choices, control),
  restore: (lang, control) => opened().desk.restore(lang, control),
  insertTemplates: (kinds, lang, control) => opened().desk.insertTemplates(kinds, lang, control),
  share: (choices, wish, control) => opened().desk.share(choices, wish, control),
  previewShare: (choices, wish, control) => opened().desk.previewShare(choices, wish, control),
  findClients: (query) => opened().desk.findClients(query),
  showClient: (client) => opened().desk.showClient(client),
  makeCalendars: (lang) => opened().desk.makeCalendars(lang),
};

const end = self as unknown as MessageEnd;
serveObject(end, FILE_LANE, file, FILE_ARITIES, breathe);
serveObject(end, DESK_LANE, desk, DESK_ARITIES, breathe);
