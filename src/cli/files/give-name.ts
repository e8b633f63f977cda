import { constants } from 'node:fs';
import { copyFile, link } from 'node:fs/promises';

/** Gives a whole file a second name, if that is free: nothing is ever written over. @returns Whether it was free. */
export async function giveName(part: string, name: string): Promise<boolean> {
  try {
    await link(part, name);
    return true;
  } catch {
    // It is taken, and a copy says so too; or a drive that knows no second name for a file: copied once more.
    return copyFile(part, name, constants.COPYFILE_EXCL).then(
      () => true,
      (failed: NodeJS.ErrnoException) => {
        if (failed.code === 'EEXIST') return false;
        throw failed;
      },
    );
  }
}
