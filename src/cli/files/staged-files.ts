import { chmod, mkdir, open, readdir, rename, rmdir, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { fill } from '../../i18n/text';
import { EXIT } from '../exit-codes';
import { Refusal } from '../refusal';
import { cannotWrite } from './cannot-write';
import { FILE_WORDS } from './file-words';
import { giveName } from './give-name';
import { isAlive } from './process-alive';
import { realPathOf } from './real-path';
import { removeFile } from './remove-file';
import { syncFolder } from './sync-folder';

/** Writes the bytes of one file, piece by piece. */
export type Produce = (write: (chunk: Uint8Array) => Promise<void>) => Promise<void>;

/** Processes are numbered a machine; a folder may be shared by several. */
const OWNER = `${hostname()
  .replace(/[^\w-]/g, '_')
  .slice(0, 40)}-`;

let counter = 0;

/**
 * The files of one run: each is first written whole beside its place and flushed to the disk; only when the last is there
 * are they moved to their places. At each place there is at every moment the old file or the whole new one.
 *
 * A run that is killed leaves at most parts (`.kelan-<machine>-<process>-<n>.part`), which the machine's next run in that folder clears away.
 */
export class StagedFiles {
  private readonly staged: { readonly part: string; readonly place: string }[] = [];
  private readonly folders: string[] = [];

  /** The name of a part of this run in a folder; not used before. */
  static partIn(folder: string): string {
    return join(folder, `.kelan-${OWNER}${process.pid}-${++counter}.part`);
  }

  /** Writes a file beside its place; where that is a link, beside what it leads to. */
  async stage(path: string, produce: Produce): Promise<void> {
    const place = await realPathOf(path);
    const folder = dirname(place);
    await clearOldParts(folder);
    const part = StagedFiles.partIn(folder);
    this.staged.push({ part, place });
    const file = await open(part, 'wx').catch((error: unknown) => {
      throw cannotWrite(error);
    });
    try {
      await produce(async (chunk) => {
        await file.writeFile(chunk).catch((error: unknown) => {
          throw cannotWrite(error);
        });
      });
      await file.sync().catch((error: unknown) => {
        throw cannotWrite(error);
      });
    } finally {
      await file.close();
    }
    const before = await stat(place).catch(() => undefined);
    if (before) await chmod(part, before.mode & 0o7777).catch(() => undefined);
  }

  /** Makes a folder for files to come; taken away again where they do not come. */
  async makeFolder(path: string): Promise<void> {
    const made = await mkdir(path, { recursive: true }).catch((error: unknown) => {
      throw cannotWrite(error);
    });
    if (made !== undefined) this.folders.push(path);
  }

  /** Moves all to their places, in the order of staging. Where the first cannot be moved, nothing has happened. */
  async commit(): Promise<void> {
    const done: string[] = [];
    for (let next = this.staged[0]; next; next = this.staged[0]) {
      const { part, place } = next;
      try {
        await rename(part, place);
      } catch (error) {
        throw done.length === 0 ? cannotWrite(error) : partly(done, place, error);
      }
      this.staged.shift();
      done.push(place);
      await syncFolder(dirname(place));
    }
  }

  /**
   * Moves the file for a place to a name beside it that is free, because the place must not be written any more; the others
   * are taken away.
   *
   * @returns Where it stands now.
   */
  async keepBeside(path: string, suffix: string): Promise<string> {
    const wanted = await realPathOf(path);
    const at = this.staged.findIndex(({ place }) => place === wanted);
    const { part } = this.staged.splice(at, 1)[0]!;
    await this.discard();
    const extension = extname(wanted);
    const stem = join(dirname(wanted), `${basename(wanted, extension)}.${suffix}`);
    for (let number = 1; ; number++) {
      const name = `${stem}${number === 1 ? '' : `-${number}`}${extension}`;
      if (await giveName(part, name)) {
        await removeFile(part);
        return name;
      }
    }
  }

  /** Takes away what was not moved. */
  async discard(): Promise<void> {
    for (const { part } of this.staged.splice(0)) await removeFile(part);
    // Only where nothing has been put into it.
    for (const folder of this.folders.splice(0)) await rmdir(folder).catch(() => undefined);
  }
}

function partly(done: readonly string[], place: string, error: unknown): Refusal {
  const why = error instanceof Error ? error.message : String(error);
  return new Refusal(fill(FILE_WORDS.partly, { done: done.join('、'), place, why }), EXIT.cannotWrite);
}

const OWN_PART = new RegExp(`^\\.kelan-${OWNER}(?<pid>\\d+)-\\d+\\.part$`);

/** Parts of this machine's runs that are no more. */
async function clearOldParts(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = OWN_PART.exec(name)?.groups?.['pid'];
    if (pid !== undefined && !isAlive(Number(pid))) await removeFile(join(folder, name));
  }
}
