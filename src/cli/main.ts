import { openXlsxFile } from './open-xlsx-file';
import { runReport } from './run-report';
import { runWatch } from './watch/run-watch';

/** Asked to stop, a run ends before it has changed anything; asked twice, at once. */
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stop.signal.aborted) process.exit(1);
    stop.abort();
  });
}

/** Who reads what we print may go before we end (`| head`): the work goes on, unheard. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const streams = { out: process.stdout, err: process.stderr };
const [first, ...rest] = process.argv.slice(2);
const run =
  first === 'watch'
    ? runWatch(rest, streams, openXlsxFile, stop.signal)
    : runReport(process.argv.slice(2), streams, openXlsxFile, undefined, stop.signal);
void run.then((code) => {
  process.exitCode = code;
});
