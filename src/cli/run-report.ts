import type { Clock } from '../app/clock';
import { SumsDoNotFit } from '../core/facts/line-groups';
import { describeFailure } from '../app/describe-failure';
import { HostError } from '../workbook/host-error';
import { HelpAsked, languageOf, parseArguments, type ReportArguments } from './arguments';
import { EXIT } from './exit-codes';
import type { OpenWorkbookFile, Streams } from './run-surroundings';
import { printSums } from './print-sums';
import { Refusal } from './refusal';
import { readSystemClock } from './system-clock';
import { CLI_WORDS } from './words';
import { writeReports } from './write-reports';
import { writeRestored } from './write-restored';
import { writeTemplates } from './write-templates';

/**
 * Runs `npm run report -- …` and gives the exit code; everything that it says goes to the streams. `signal` cancels it:
 * nothing is changed then.
 */
export async function runReport(
  argv: readonly string[],
  streams: Streams,
  openFile: OpenWorkbookFile,
  clock: Clock = readSystemClock(),
  signal?: AbortSignal,
): Promise<number> {
  const { out, err } = streams;
  let asked: ReportArguments;
  try {
    asked = parseArguments(argv);
  } catch (error) {
    if (error instanceof HelpAsked) {
      out.write(error.message);
      return EXIT.done;
    }
    if (!(error instanceof Refusal)) throw error;
    const lang = languageOf(argv);
    err.write(`${error.text[lang]}\n${CLI_WORDS.seeHelp[lang]}\n`);
    return error.code;
  }
  try {
    const run = asked.printSums
      ? printSums
      : asked.template
        ? writeTemplates
        : asked.restore
          ? writeRestored
          : writeReports;
    return await run(asked, streams, openFile, clock, signal);
  } catch (error) {
    if (error instanceof Refusal) {
      err.write(`${error.text[asked.lang]}\n`);
      return error.code;
    }
    const { what, safe, todo, details } = describeFailure(error);
    err.write(`${what[asked.lang]}\n${safe[asked.lang]}\n${todo[asked.lang]}\n(${details})\n`);
    return exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof SumsDoNotFit) return EXIT.cannotRead;
  if (!(error instanceof HostError)) return EXIT.failed;
  switch (error.code) {
    case 'cannot-write':
    case 'protected-structure':
    case 'protected-sheet':
    case 'unsupported':
    case 'host-refused':
    case 'changed-meanwhile':
      return EXIT.cannotWrite;
    default:
      return EXIT.cannotRead;
  }
}
