import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fill } from '../../i18n/text';
import { EXIT } from '../exit-codes';
import { Refusal } from '../refusal';
import { FILE_WORDS } from './file-words';

/**
 * Refuses to write a workbook that somebody has open: what they save afterwards would undo it, or be undone. Excel and WPS
 * put `~$name` beside it, LibreOffice `.~lock.name#`.
 */
export async function refuseOpenElsewhere(place: string): Promise<void> {
  const name = basename(place);
  for (const sign of [`~$${name}`, `.~lock.${name}#`]) {
    const lock = join(dirname(place), sign);
    if (await stat(lock).catch(() => undefined))
      throw new Refusal(fill(FILE_WORDS.isOpen, { file: place, lock }), EXIT.cannotWrite);
  }
}
