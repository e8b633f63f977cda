import { constants } from 'node:fs';
import { copyFile, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { HostError } from '../workbook/host-error';

/** `sales.xlsx` → `sales.kelan.xlsx`, beside it. */
export function defaultOutputOf(input: string): string {
  const extension = extname(input);
  return join(dirname(input), `${basename(input, extension)}.kelan${extension === '' ? '.xlsx' : extension}`);
}

export function isSameFile(a: string, b: string): boolean {
  return resolve(a) === resolve(b);
}

/** `sales.xlsx` → `sales.backup-2026-01-05-0912.xlsx`; a number is added where that is there already. */
export async function backUp(path: string, now: string): Promise<string> {
  const extension = extname(path);
  const stem = join(dirname(path), `${basename(path, extension)}.backup-${now.replace(' ', '-').replace(':', '')}`);
  for (let number = 1; ; number++) {
    const backup = `${stem}${number === 1 ? '' : `-${number}`}${extension}`;
    try {
      await copyFile(path, backup, constants.COPYFILE_EXCL);
      return backup;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw cannotWrite(error);
    }
  }
}

/**
 * Writes a file so that at its place there is the old one or the whole new one, whatever happens: beside it first,
 * flushed, then moved over it.
 */
export async function writeWhole(
  path: string,
  produce: (write: (chunk: Uint8Array) => Promise<void>) => Promise<void>,
): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const file = await open(beside, 'w').catch((error: unknown) => {
    throw cannotWrite(error);
  });
  try {
    try {
      await produce(async (chunk) => {
        await file.writeFile(chunk).catch((error: unknown) => {
          throw cannotWrite(error);
        });
      });
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path).catch((error: unknown) => {
      throw cannotWrite(error);
    });
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

function cannotWrite(cause: unknown): HostError {
  return new HostError('cannot-write', cause instanceof Error ? cause.message : String(cause), { cause });
}
