import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fill } from '../../i18n/text';
import { EXIT } from '../exit-codes';
import { Refusal } from '../refusal';
import { FILE_WORDS } from './file-words';
import { realPathOf } from './real-path';

/** A file that the run is to write. */
export interface OutputFile {
  /** The option that named it: `--share`. */
  readonly option: string;
  readonly path: string;
  /** Whether what is there now is a file of this kind that we wrote, as we left it. Absent: not to be told. */
  readonly isOurs?: (path: string) => Promise<boolean>;
  /** The result of a refresh, which could be refreshed itself instead. */
  readonly isResult?: boolean;
}

/**
 * Refuses outputs that would destroy something: a file that is read, another output, or a file that is there and not ours as
 * we left it (which `force` allows). Files are the same by any path, link or letter case.
 *
 * Checked before anything is read, so that nothing is computed for a run that cannot end well.
 */
export async function checkOutputs(
  read: readonly string[],
  written: readonly OutputFile[],
  force: boolean,
): Promise<void> {
  const inputs = await Promise.all(read.map(identify));
  const before: { readonly option: string; readonly identity: FileIdentity }[] = [];
  for (const { option, path, isOurs, isResult } of written) {
    const identity = await identify(path);
    if (inputs.some((input) => isSame(input, identity)))
      throw new Refusal(fill(FILE_WORDS.isInput, { option, file: path }));
    const other = before.find((one) => isSame(one.identity, identity));
    if (other) throw new Refusal(fill(FILE_WORDS.isOther, { option, other: other.option, file: path }));
    before.push({ option, identity });
    if (identity.isFolder) throw new Refusal(fill(FILE_WORDS.isFolder, { file: path }));
    const folder = dirname(identity.place);
    if (!(await stat(folder).catch(() => undefined))?.isDirectory())
      throw new Refusal(fill(FILE_WORDS.noFolder, { folder }), EXIT.cannotWrite);
    if (force || identity.node === undefined) continue;
    if (!(await isOurs?.(path).catch(() => false)))
      throw new Refusal(fill(isResult ? FILE_WORDS.isThereResult : FILE_WORDS.isThere, { file: path }));
  }
}

interface FileIdentity {
  readonly place: string;
  /** The place, whatever its letter case and the form of its accents. */
  readonly folded: string;
  /** Device and number of what is there. */
  readonly node: string | undefined;
  readonly isFolder: boolean;
}

async function identify(path: string): Promise<FileIdentity> {
  const place = await realPathOf(path);
  const there = await stat(place, { bigint: true }).catch(() => undefined);
  return {
    place,
    folded: place.normalize('NFC').toLowerCase(),
    node: there && `${there.dev}:${there.ino}`,
    isFolder: there?.isDirectory() ?? false,
  };
}

const isSame = (a: FileIdentity, b: FileIdentity): boolean =>
  a.folded === b.folded || (a.node !== undefined && a.node === b.node);
