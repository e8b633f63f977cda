import { existsSync } from 'node:fs';
import { fill } from '../../i18n/text';
import { EXIT } from '../exit-codes';
import { Refusal } from '../refusal';
import { backUp, type Backup } from './back-up';
import { isSameState, stateOf } from './file-digest';
import { lockFile } from './file-lock';
import { FILE_WORDS } from './file-words';
import { refuseOpenElsewhere } from './open-elsewhere';
import { realPathOf } from './real-path';
import { removeFile } from './remove-file';
import { StagedFiles } from './staged-files';

interface ReplaceChoices {
  /** What is there is read and written: a backup is kept, and read in its place. */
  readonly inPlace: boolean;
  /** Also where another program seems to have it open. */
  readonly force: boolean;
  /** For names of files: `2026-01-05 09:12`. */
  readonly now: string;
}

/**
 * Makes files and moves them to their places, the first of them to `path`, so that at every moment each place holds the old
 * file or the whole new one, and nothing that somebody else saved meanwhile is written over.
 *
 * `make` gets what to read (the backup, when in place) and stages the files; unless it says that it is done, nothing is
 * moved and the backup is taken away again.
 *
 * @throws Refusal where another run or program is at the file, or has saved it meanwhile: it stands as they left it.
 */
export async function replaceFile<T>(
  path: string,
  { inPlace, force, now }: ReplaceChoices,
  make: (source: string | undefined, staged: StagedFiles) => Promise<{ readonly made: T; readonly isDone: boolean }>,
): Promise<{ readonly made: T; readonly backup: string | undefined }> {
  const place = await realPathOf(path);
  if (!force) await refuseOpenElsewhere(place);
  const lock = await lockFile(place, now);
  const staged = new StagedFiles();
  let backup: Backup | undefined;
  let keepsBackup = false;
  try {
    if (inPlace && existsSync(place)) backup = await backUp(place, now);
    const before = backup?.original ?? (await stateOf(place));
    const { made, isDone } = await make(backup?.path, staged);
    if (!isDone) return { made, backup: undefined };

    const atLast = await stateOf(place);
    const isAsItWas = before === undefined ? atLast === undefined : isSameState(before, atLast);
    if (!isAsItWas || !(await lock.isHeld())) {
      const kept = await staged.keepBeside(path, `kelan-${now.replace(' ', '-').replace(':', '')}`);
      keepsBackup = true;
      throw new Refusal(fill(FILE_WORDS.savedMeanwhile, { file: path, kept }), EXIT.cannotWrite);
    }
    keepsBackup = true;
    await staged.commit();
    return { made, backup: backup?.path };
  } finally {
    await staged.discard();
    if (backup && !keepsBackup) await removeFile(backup.path);
    await lock.release();
  }
}
