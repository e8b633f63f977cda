import { DESK_ARITIES, DESK_LANE } from '../app/desk/desk-arities';
import { openDesk } from '../app/desk/open-desk';
import type { NewWorkbook } from '../app/share/prepare-share-copy';
import { breathe } from '../hosts/remote/breathe';
import { Caller, type MessageEnd } from '../hosts/remote/call-channel';
import { serveObject } from '../hosts/remote/call-through';
import { HOST_LANE, RemoteHost } from '../hosts/remote/remote-host';
import { readBrowserClock } from './browser-clock';

// The pane's work, beside its screen: the workbook stays with Office.js on the other side and is reached by messages.
const end = self as unknown as MessageEnd;
const host = new RemoteHost(new Caller(end, HOST_LANE));
/** The writer of files is loaded when a copy is asked for. */
const makeWorkbook = async (): Promise<NewWorkbook> => (await import('../hosts/xlsx/new-workbook')).makeNewWorkbook();
serveObject(end, DESK_LANE, openDesk(host, readBrowserClock, makeWorkbook), DESK_ARITIES, breathe);
