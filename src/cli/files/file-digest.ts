import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** What tells one state of a file from another. */
export interface FileState {
  readonly size: number;
  /** Of its last change, in nanoseconds. */
  readonly time: bigint;
  /** SHA-256 of its bytes. */
  readonly digest: string;
}

/** Reads a file whole; nothing where it cannot be read any more. */
export async function stateOf(path: string): Promise<FileState | undefined> {
  const file = await open(path, 'r').catch(() => undefined);
  if (!file) return undefined;
  try {
    const { size, mtimeNs } = await file.stat({ bigint: true });
    const hash = createHash('sha256');
    for await (const chunk of file.createReadStream({ autoClose: false, start: 0 })) hash.update(chunk as Uint8Array);
    return { size: Number(size), time: mtimeNs, digest: hash.digest('hex') };
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}

export function isSameState(a: FileState | undefined, b: FileState | undefined): boolean {
  return a !== undefined && b !== undefined && a.size === b.size && a.time === b.time && a.digest === b.digest;
}
