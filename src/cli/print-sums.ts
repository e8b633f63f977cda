import type { Clock } from '../app/clock';
import type { ReportArguments } from './arguments';
import { EXIT } from './exit-codes';
import { openBeside } from './open-beside';
import { SumsPrinted } from './push-down';
import { readMapFile } from './read-map-file';
import type { OpenWorkbookFile, Streams } from './run-surroundings';

/** `--print-sums`: the statement by which an engine that is not reached from here adds up the lines. Writes no file; gives the exit code. */
export async function printSums(
  asked: ReportArguments,
  { out }: Streams,
  openFile: OpenWorkbookFile,
  clock: Clock,
): Promise<number> {
  const columnMap = asked.map === undefined ? undefined : await readMapFile(asked.map);
  const file = await openFile(asked.workbook);
  try {
    await openBeside(file, asked, openFile, { clock, columnMap });
    return EXIT.failed;
  } catch (error) {
    if (!(error instanceof SumsPrinted)) throw error;
    out.write(error.message);
    return EXIT.done;
  } finally {
    await file.close();
  }
}
