import { createHash } from 'node:crypto';
import { link, open, readFile, rename, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fill } from '../../i18n/text';
import { EXIT } from '../exit-codes';
import { Refusal } from '../refusal';
import { cannotWrite } from './cannot-write';
import { FILE_WORDS } from './file-words';
import { isAlive } from './process-alive';
import { removeFile } from './remove-file';

export interface FileLock {
  /** Whether nobody has taken it over in between. */
  isHeld(): Promise<boolean>;
  release(): Promise<void>;
}

interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

/** A run takes seconds, a large one minutes: a lock that is older was left behind, wherever its owner ran. */
const OLDEST_MS = 2 * 60 * 60 * 1000;
/** From making the lock to writing its owner into it. */
const UNSIGNED_MS = 10_000;
const TRIES = 5;

/**
 * Keeps other runs from writing a file at the same time: a file beside it with this process's id. One that a run left
 * behind which is no more is taken over.
 *
 * @throws Refusal where another run is writing.
 */
export async function lockFile(place: string, since: string): Promise<FileLock> {
  const name = createHash('sha256').update(basename(place).toLowerCase()).digest('hex').slice(0, 12);
  const path = join(dirname(place), `.kelan-${name}.lock`);
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), since, file: basename(place) });
  let owner: Owner | undefined;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (await create(path, mine)) {
      const isHeld = async (): Promise<boolean> => (await textOf(path)) === mine;
      return {
        isHeld,
        async release() {
          if (await isHeld()) await removeFile(path);
        },
      };
    }
    const text = await textOf(path);
    if (text === undefined) continue;
    owner = ownerOf(text);
    if (await isInForce(path, owner)) break;
    await takeAway(path, text);
  }
  const { pid, host, since: from } = owner ?? { pid: 0, host: '—', since: '—' };
  throw new Refusal(
    fill(FILE_WORDS.isBusy, { pid: pid || '—', host, since: from, file: place, lock: path }),
    EXIT.cannotWrite,
  );
}

/** Whether there was none. */
async function create(path: string, text: string): Promise<boolean> {
  const file = await open(path, 'wx').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw cannotWrite(error);
  });
  if (!file) return false;
  try {
    await file.writeFile(text);
    return true;
  } catch (error) {
    await removeFile(path);
    throw cannotWrite(error);
  } finally {
    await file.close();
  }
}

const textOf = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined);

function ownerOf(text: string): Owner | undefined {
  try {
    const { pid, host, since } = JSON.parse(text) as Partial<Owner>;
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host, since: String(since) } : undefined;
  } catch {
    // Not signed yet, or cut short by a kill.
    return undefined;
  }
}

async function isInForce(path: string, owner: Owner | undefined): Promise<boolean> {
  const made = await stat(path).catch(() => undefined);
  if (!made) return false;
  const age = Date.now() - made.mtimeMs;
  if (age > OLDEST_MS) return false;
  if (!owner) return age < UNSIGNED_MS;
  return owner.host !== hostname() || isAlive(owner.pid);
}

/** Takes away a lock that is as it was read; one that somebody has made in between is put back. */
async function takeAway(path: string, text: string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  if (
    !(await rename(path, aside).then(
      () => true,
      () => false,
    ))
  )
    return;
  if ((await textOf(aside)) !== text) await link(aside, path).catch(() => undefined);
  await removeFile(aside);
}
