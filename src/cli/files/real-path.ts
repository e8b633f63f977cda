import { readlink, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

const MOST_LINKS = 40;

/**
 * Where a path leads in the end, links followed, whether or not something is there yet. What is written goes there: a link
 * that the person set up stays a link.
 */
export async function realPathOf(path: string): Promise<string> {
  let at = resolve(path);
  for (let links = 0; links < MOST_LINKS; links++) {
    const found = await realpath(at).catch(() => undefined);
    if (found !== undefined) return found;
    const target = await readlink(at).catch(() => undefined);
    if (target === undefined) break;
    at = resolve(await folderOf(at), target);
  }
  return join(await folderOf(at), basename(at));
}

const folderOf = (path: string): Promise<string> => realpath(dirname(path)).catch(() => dirname(path));
