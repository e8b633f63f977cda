import { copyFile, open } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { HostError } from '../../workbook/host-error';
import { cannotWrite } from './cannot-write';
import { stateOf, type FileState } from './file-digest';
import { giveName } from './give-name';
import { removeFile } from './remove-file';
import { StagedFiles } from './staged-files';
import { syncFolder } from './sync-folder';

/** A copy of a file, and the state of the file that it is a copy of. */
export interface Backup {
  readonly path: string;
  readonly original: FileState;
}

/**
 * Copies a file beside itself: `sales.xlsx` → `sales.backup-2026-01-05-0912.xlsx`; a number is added where that is there
 * already. The copy gets its name only when it is whole and on the disk: what is called a backup is one.
 */
export async function backUp(path: string, now: string): Promise<Backup> {
  const extension = extname(path);
  const stem = join(dirname(path), `${basename(path, extension)}.backup-${now.replace(' ', '-').replace(':', '')}`);
  const part = StagedFiles.partIn(dirname(path));
  try {
    const original = await copyUnchanged(path, part);
    for (let number = 1; ; number++) {
      const backup = `${stem}${number === 1 ? '' : `-${number}`}${extension}`;
      if (!(await giveName(part, backup))) continue;
      await syncFolder(dirname(path));
      return { path: backup, original };
    }
  } catch (error) {
    throw error instanceof HostError ? error : cannotWrite(error);
  } finally {
    await removeFile(part);
  }
}

const TRIES = 3;

/** Copies a file that nobody else is saving just then. */
async function copyUnchanged(path: string, copy: string): Promise<FileState> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const before = await stateOf(path);
    await copyFile(path, copy);
    const file = await open(copy, 'r+');
    await file.sync().finally(() => file.close());
    const copied = await stateOf(copy);
    if (before && copied?.digest === before.digest) return before;
  }
  throw new HostError('changed-meanwhile', `${path} is being saved by another program`);
}
