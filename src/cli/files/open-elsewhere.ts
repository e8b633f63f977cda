import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fill } from '../../i18n/text';
import { EXIT } from '../exit-codes';
import { Refusal } from '../refusal';
import { FILE_WORDS } from './file-words';

/**
 * The file that a program put beside a workbook which somebody has open: Excel and WPS `~$name`, LibreOffice
 * `.~lock.name#`. Undefined where there is none.
 */
export async function lockBeside(place: string): Promise<string | undefined> {
  const name = basename(place);
  for (const sign of [`~$${name}`, `.~lock.${name}#`]) {
    const lock = join(dirname(place), sign);
    if (await stat(lock).catch(() => undefined)) return lock;
  }
  return undefined;
}

/** Refuses to write a workbook that somebody has open: what they save afterwards would undo it, or be undone. */
export async function refuseOpenElsewhere(place: string): Promise<void> {
  const lock = await lockBeside(place);
  if (lock !== undefined) throw new Refusal(fill(FILE_WORDS.isOpen, { file: place, lock }), EXIT.cannotWrite);
}
