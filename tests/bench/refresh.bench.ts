import { refresh } from '../../src/app/refresh';
import { openFileSource } from '../../src/hosts/xlsx/node/file-source';
import { nodeZipEngine } from '../../src/hosts/xlsx/node/node-zip-engine';
import { openXlsxHost } from '../../src/hosts/xlsx/xlsx-host';
import { noteFigure } from './figures';
import { ms, printLine, timed, times } from './measure';
import { BENCH_CLOCK } from './our-job';

/** The whole job twice over one open file: the second time there is nothing to change. */
export async function benchRefresh(path: string): Promise<void> {
  const source = await openFileSource(path);
  const host = await openXlsxHost(source, nodeZipEngine);
  const run = async (): Promise<number> => {
    const done = await refresh(host, { lang: 'zh', clock: BENCH_CLOCK });
    if (done.outcome !== 'done') throw new Error("the bench's sheet is not recognised");
    // What the command line tells after a run.
    if (done.analysis.totals.activeClients === 0 || done.analysis.accounts.length === 0) throw new Error('no figures');
    return done.written.length;
  };
  const first = await timed(run);
  const second = await timed(run);
  console.log('refresh twice, nothing changed between');
  printLine('first', ms(first.cpuMilliseconds), `${first.value} sheets`);
  printLine('second', ms(second.cpuMilliseconds), `${second.value} sheets`);
  printLine('second to first', times(second.cpuMilliseconds / first.cpuMilliseconds));
  noteFigure('second refresh', second.cpuMilliseconds / first.cpuMilliseconds);
  await source.close();
}
