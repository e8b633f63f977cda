import { setUpIcons } from '../taskpane/fabric-setup';
import React from 'react';
import { render } from 'react-dom';
import { DESK_ARITIES, DESK_LANE } from '../app/desk-arities';
import type { Desk } from '../app/desk';
import { FILE_ARITIES, FILE_LANE, type WorkbookFile } from '../app/workbook-file';
import { Caller } from '../hosts/remote/call-channel';
import { callThrough } from '../hosts/remote/call-through';
import '../taskpane/pane.css';
import { Page } from './Page';

setUpIcons();

const worker = new Worker(new URL('./desk.worker.ts', import.meta.url));
const desk = callThrough<Desk>(new Caller(worker, DESK_LANE), DESK_ARITIES);
const file = callThrough<WorkbookFile>(new Caller(worker, FILE_LANE), FILE_ARITIES);

render(<Page desk={desk} file={file} />, document.getElementById('root'));
