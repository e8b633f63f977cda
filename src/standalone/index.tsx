import { loadIconFonts, setUpIcons } from '../taskpane/fabric-setup';
import React from 'react';
import { render } from 'react-dom';
import { DESK_ARITIES, DESK_LANE } from '../app/desk/desk-arities';
import type { Desk } from '../app/desk/desk';
import { FILE_ARITIES, FILE_LANE, type WorkbookFile } from '../app/desk/workbook-file';
import { breathe } from '../hosts/remote/breathe';
import { Caller } from '../hosts/remote/call-channel';
import { callThrough } from '../hosts/remote/call-through';
import '../taskpane/pane.css';
import { Page } from './Page';

setUpIcons();

const worker = new Worker(new URL('./desk.worker.ts', import.meta.url));
const desk = callThrough<Desk>(new Caller(worker, DESK_LANE), DESK_ARITIES);
const file = callThrough<WorkbookFile>(new Caller(worker, FILE_LANE), FILE_ARITIES);

// What is drawn only later is fetched once the page stands: it must be there when the network is gone. Where it cannot be
// fetched now, it is asked for again when it is needed, and a failure is told there.
window.addEventListener('load', () => {
  for (const part of [
    import('./SheetChart'),
    import('../taskpane/screens/parts/ParetoChart'),
    file.prepare(),
    loadIconFonts(),
  ])
    part.catch(() => undefined);
});

// A task of its own: reading the scripts has just taken one.
void breathe().then(() => render(<Page desk={desk} file={file} />, document.getElementById('root')));
