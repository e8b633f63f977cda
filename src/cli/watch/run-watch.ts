import { appendFile, stat } from 'node:fs/promises';
import { watch } from 'chokidar';
import { fill, type Text } from '../../i18n/text';
import { HelpAsked, languageOf } from '../arguments';
import { EXIT } from '../exit-codes';
import { Refusal } from '../refusal';
import { runReport } from '../run-report';
import type { OpenWorkbookFile, Streams } from '../run-surroundings';
import { readSystemClock } from '../system-clock';
import { CLI_WORDS } from '../words';
import { refreshFolder, type RunOneReport } from './refresh-folder';
import { readSeen, seenFileOf, writeSeen } from './seen-workbooks';
import { parseWatchArguments, type WatchArguments } from './watch-arguments';
import { WATCH_WORDS } from './watch-words';

/** After a change the folder is left in peace for so long: programs save in several steps. */
const CALM_MS = 3_500;

/**
 * Runs `kelan watch FOLDER` and gives the exit code: workbooks that change are refreshed one after another, a line each.
 * Without `--once` it goes on until `signal` ends it.
 */
export async function runWatch(
  argv: readonly string[],
  streams: Streams,
  openFile: OpenWorkbookFile,
  signal: AbortSignal,
): Promise<number> {
  let asked: WatchArguments;
  try {
    asked = parseWatchArguments(argv);
    const found = await stat(asked.folder).catch(() => undefined);
    if (!found?.isDirectory()) throw new Refusal(fill(WATCH_WORDS.noFolder, { folder: asked.folder }), EXIT.cannotRead);
    await openLog(asked);
  } catch (error) {
    if (error instanceof HelpAsked) {
      streams.out.write(error.message);
      return EXIT.done;
    }
    if (!(error instanceof Refusal)) throw error;
    const lang = languageOf(argv);
    streams.err.write(`${error.text[lang]}\n${error.code === EXIT.usage ? `${CLI_WORDS.seeHelp[lang]}\n` : ''}`);
    return error.code;
  }
  const runOne: RunOneReport = (report, heard) => runReport(report, heard, openFile, readSystemClock(), signal);
  const look = lookerOf(asked, streams, runOne, signal);
  if (asked.once) return (await look()).code;
  streams.out.write(`${fill(WATCH_WORDS.watching, { folder: asked.folder })[asked.lang]}\n`);
  await lookWhenever(asked, look, signal);
  streams.out.write(`${WATCH_WORDS.ended[asked.lang]}\n`);
  return EXIT.done;
}

async function openLog({ log }: WatchArguments): Promise<void> {
  if (log === undefined) return;
  await appendFile(log, '').catch((error: unknown) => {
    throw new Refusal(fill(WATCH_WORDS.noLog, { file: log, why: String(error) }), EXIT.cannotWrite);
  });
}

type Look = () => Promise<{ readonly code: number; readonly isWaiting: boolean }>;

function lookerOf(asked: WatchArguments, { out, err }: Streams, runOne: RunOneReport, signal: AbortSignal): Look {
  let toldWaiting: ReadonlySet<string> = new Set();
  const tell = async (name: string, text: Text): Promise<void> => {
    const line = `${readSystemClock().now}  ${name}  ${text[asked.lang]}\n`;
    out.write(line);
    if (asked.log !== undefined) await appendFile(asked.log, line);
  };
  return async () => {
    const seen = await readSeen(asked.folder);
    const known = JSON.stringify([...seen]);
    const { code, waiting } = await refreshFolder(asked, seen, toldWaiting, tell, runOne, signal);
    toldWaiting = waiting;
    if (JSON.stringify([...seen]) !== known)
      await writeSeen(asked.folder, seen).catch((error: unknown) => {
        const file = seenFileOf(asked.folder);
        err.write(`${fill(WATCH_WORDS.noState, { file, why: String(error) })[asked.lang]}\n`);
      });
    return { code, isWaiting: waiting.size > 0 };
  };
}

/** Looks at the start, a while after each change of the folder, and again while a workbook is waiting; one at a time. */
async function lookWhenever({ folder, poll }: WatchArguments, look: Look, signal: AbortSignal): Promise<void> {
  const watcher = watch(folder, { depth: 0, ignoreInitial: true, usePolling: poll, interval: CALM_MS });
  try {
    await new Promise<void>((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined;
      let running = Promise.resolve();
      const lookSoon = (wait = CALM_MS): void => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          running = running
            .then(look)
            .then(({ isWaiting }) => {
              if (isWaiting && !signal.aborted) lookSoon();
            })
            .catch(reject);
        }, wait);
      };
      watcher.on('all', () => lookSoon());
      watcher.on('error', reject);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        void running.then(resolve);
      });
      lookSoon(0);
    });
  } finally {
    await watcher.close();
  }
}
