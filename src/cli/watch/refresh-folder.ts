import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fill, type Text } from '../../i18n/text';
import { EXIT } from '../exit-codes';
import { defaultOutputOf } from '../files/default-output';
import { lockBeside } from '../files/open-elsewhere';
import { isWatched } from './is-watched';
import type { SeenState } from './seen-workbooks';
import type { WatchArguments } from './watch-arguments';
import { WATCH_WORDS } from './watch-words';

/** A file that changed so short a time ago may be half saved, or half synchronised. */
const SETTLE_MS = 3_000;

/** Runs one report: the command line without its process. */
export type RunOneReport = (argv: readonly string[], streams: FolderStreams) => Promise<number>;
type FolderStreams = { readonly out: NodeJS.WriteStream; readonly err: NodeJS.WriteStream };

export interface FolderLook {
  /** The worst that a report ended with; skipped workbooks are no failure. */
  readonly code: number;
  /** Workbooks that are to be looked at again: open, or being saved. */
  readonly waiting: ReadonlySet<string>;
}

/**
 * One look at a folder: every workbook that changed since it was last dealt with is refreshed, one after another. `seen`
 * is brought up to date; `tell` gets a line a workbook. A workbook that is left waiting is told once, not at every look.
 */
export async function refreshFolder(
  { folder, report }: WatchArguments,
  seen: Map<string, SeenState>,
  toldWaiting: ReadonlySet<string>,
  tell: (name: string, text: Text) => Promise<void>,
  runOne: RunOneReport,
  signal?: AbortSignal,
): Promise<FolderLook> {
  const isInPlace = report.includes('--in-place');
  const waiting = new Set<string>();
  let code: number = EXIT.done;
  for (const name of (await readdir(folder)).sort()) {
    if (signal?.aborted) break;
    if (!isWatched(name, isInPlace)) continue;
    const path = join(folder, name);
    const before = await sizeAndTimeOf(path);
    if (before === undefined || isSame(seen.get(name), before)) continue;
    const output = isInPlace ? path : defaultOutputOf(path);
    const busy = await whyBusy([path, output], before);
    if (busy) {
      waiting.add(name);
      if (!toldWaiting.has(name)) await tell(name, busy);
      continue;
    }
    const told = { out: '', err: '' };
    const ended = await runOne([path, ...report], { out: heard(told, 'out'), err: heard(told, 'err') });
    if (ended === EXIT.done) {
      await tell(name, fill(WATCH_WORDS.refreshed, { output: basename(output) }));
    } else {
      code = ended;
      const why = (told.err || told.out).trim().replace(/\s*\n\s*/g, ' ');
      await tell(name, fill(WATCH_WORDS.notRefreshed, { why }));
    }
    // A refresh in place changed the file itself: that is no change of the person's.
    const after = ended === EXIT.done && isInPlace ? await sizeAndTimeOf(path) : before;
    if (after) seen.set(name, after);
  }
  return { code, waiting };
}

/** Of a file, without reading it; nothing where there is none. */
async function sizeAndTimeOf(path: string): Promise<SeenState | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? { size: found.size, changed: found.mtimeMs } : undefined;
}

const isSame = (one: SeenState | undefined, other: SeenState): boolean =>
  one?.size === other.size && one.changed === other.changed;

async function whyBusy(paths: readonly string[], { changed }: SeenState): Promise<Text | undefined> {
  for (const path of paths) if ((await lockBeside(path)) !== undefined) return WATCH_WORDS.isOpen;
  const age = Date.now() - changed;
  return age >= 0 && age < SETTLE_MS ? WATCH_WORDS.isSettling : undefined;
}

function heard(told: { out: string; err: string }, which: 'out' | 'err'): NodeJS.WriteStream {
  const stream = new PassThrough();
  stream.on('data', (chunk: Buffer) => {
    told[which] += chunk.toString('utf8');
  });
  return stream as unknown as NodeJS.WriteStream;
}
