import { readFile } from 'node:fs/promises';

/**
 * One section of an option file (`.my.cnf`, `pg_service.conf`), keys in small letters; empty where there is no such file or
 * section. Quotes around a value are not part of it.
 *
 * @example await readOptions('~/.my.cnf', 'client') //=> { user: 'kelan', password: '…' }
 */
export async function readOptions(path: string, section: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const options: Record<string, string> = {};
  let isInside = false;
  for (const line of text.split(/\r?\n/)) {
    const head = /^\s*\[(.+)\]\s*$/.exec(line);
    if (head) isInside = head[1] === section;
    const pair = /^\s*([\w-]+)\s*=\s*(.*?)\s*$/.exec(line);
    if (isInside && pair) options[pair[1]!.toLowerCase()] = pair[2]!.replace(/^(["'])(.*)\1$/, '$2');
  }
  return options;
}
