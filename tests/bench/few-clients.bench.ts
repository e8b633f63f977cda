import { createReadStream, createWriteStream } from 'node:fs';
import { finished, pipeline } from 'node:stream/promises';
import { openFileSource } from '../../src/hosts/xlsx/node/file-source';
import { nodeZipEngine } from '../../src/hosts/xlsx/node/node-zip-engine';
import { openXlsxHost } from '../../src/hosts/xlsx/xlsx-host';
import { layOutReports } from '../../src/reports/layout/lay-out-reports';
import { noteFigure } from './figures';
import { medianOf, mb, ms, peakMegabytes, printLine, timed, times } from './measure';
import { makeRows, JOB_COLUMNS } from './bench-rows';
import { analyseAll, BENCH_RUN, hostOf, ingest } from './our-job';

const ROUNDS = 3;
const FEW = { rows: 400, clients: 20 } as const;

/**
 * Reports of a few clients put into a large workbook whose sheets stay as they are: writing and saving, to copying its
 * bytes. What a look at the sheets costs is on the bill of reading.
 */
export async function benchFewClients(path: string): Promise<void> {
  const dataset = await ingest(hostOf(makeRows(FEW.rows, FEW.clients, JOB_COLUMNS)));
  const analysis = analyseAll(dataset);
  const ratios: number[] = [];
  let said: readonly string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const copied = await timed(() => pipeline(createReadStream(path), createWriteStream(`${path}.copy`)));
    const source = await openFileSource(path);
    const host = await openXlsxHost(source, nodeZipEngine);
    const { dateBase, sheets } = await host.describe();
    const { sheets: plans } = layOutReports({
      analysis,
      dataset,
      lang: 'zh',
      snapshots: new Map(),
      columnMap: [],
      run: BENCH_RUN,
      sheetNames: sheets.map((sheet) => sheet.name),
      dateBase,
    });
    const written = await timed(async () => {
      await host.write({ sheets: plans });
      const file = createWriteStream(`${path}.out`);
      await host.save((chunk) => void file.write(chunk));
      file.end();
      await finished(file);
    });
    await source.close();
    ratios.push(written.cpuMilliseconds / copied.cpuMilliseconds);
    said = [ms(copied.cpuMilliseconds), ms(written.cpuMilliseconds)];
  }
  console.log(`reports of ${FEW.clients} clients into a large workbook`);
  printLine('copy its bytes; write and save', ...said);
  printLine('to copying', times(medianOf(ratios)));
  printLine('peak memory of the process', mb(peakMegabytes()));
  noteFigure('few clients', medianOf(ratios));
  noteFigure('few clients peak', peakMegabytes());
}
