import { DESK_ARITIES, DESK_LANE } from '../app/desk/desk-arities';
import type { Desk } from '../app/desk/desk';
import { langOf } from '../app/desk/shell';
import { makeOfficeHost } from '../hosts/office/office-host';
import { associateCommand, whenOfficeIsReady } from '../hosts/office/office-shell';
import { breathe } from '../hosts/remote/breathe';
import { Caller } from '../hosts/remote/call-channel';
import { callThrough } from '../hosts/remote/call-through';
import { serveHost } from '../hosts/remote/serve-host';
import { openReportCommand, runRefreshCommand } from './refresh-command';

void whenOfficeIsReady().then((office) => {
  const lang = langOf(office.displayLanguage);
  const teller = {
    showCell: (sheet: string, cell: string) => office.showCell(sheet, cell),
    tell: (words: string) => office.showNotice(words),
  };
  associateCommand('openCallPlan', () => openReportCommand(makeOfficeHost(), 'callPlan', lang, teller));
  associateCommand('refreshReports', async () => {
    const worker = new Worker(new URL('../taskpane/desk.worker.ts', import.meta.url));
    serveHost(worker, makeOfficeHost(), breathe);
    const desk = callThrough<Desk>(new Caller(worker, DESK_LANE), DESK_ARITIES);
    await runRefreshCommand(desk, lang, teller).finally(() => worker.terminate());
  });
});
