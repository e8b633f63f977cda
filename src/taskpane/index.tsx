import { setUpIcons } from './fabric-setup';
import React from 'react';
import { render } from 'react-dom';
import { DESK_ARITIES, DESK_LANE } from '../app/desk/desk-arities';
import type { Desk } from '../app/desk/desk';
import { langOf } from '../app/desk/shell';
import { makeOfficeHost } from '../hosts/office/office-host';
import { whenOfficeIsReady } from '../hosts/office/office-shell';
import { breathe } from '../hosts/remote/breathe';
import { Caller } from '../hosts/remote/call-channel';
import { callThrough } from '../hosts/remote/call-through';
import { serveHost } from '../hosts/remote/serve-host';
import { App } from './App';
import './pane.css';
import type { Connection } from './use-pane';

setUpIcons();

/** Office.js stays on this side with the workbook; the work is done by a worker that asks for it. */
async function connect(): Promise<Connection> {
  const office = await whenOfficeIsReady();
  const worker = new Worker(new URL('./desk.worker.ts', import.meta.url));
  serveHost(worker, makeOfficeHost(), breathe);
  return {
    desk: callThrough<Desk>(new Caller(worker, DESK_LANE), DESK_ARITIES),
    shell: {
      lang: langOf(office.displayLanguage),
      theme: office.theme,
      onThemeChange: (listen) => office.onThemeChange(listen),
      showCell: (sheet, cell) => office.showCell(sheet, cell),
      // A pane cannot download in every Excel: a new workbook can be saved and mailed from Excel itself.
      handOver: (file) => office.openCopy(file),
      removeTraces: () => office.removeTraces(),
    },
  };
}

/** The ribbon's button asks for a screen in the address. */
const isSending = new URLSearchParams(document.location.search).get('screen') === 'send';

// A task of its own: reading the scripts has just taken one.
void breathe().then(() => render(<App connect={connect} isSending={isSending} />, document.getElementById('root')));
