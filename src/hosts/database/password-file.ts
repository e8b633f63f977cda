import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** What a connection asks a password for; a word of the file stands for each, or `*` for any. */
export interface PasswordFor {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
}

/**
 * The password that the first fitting line of PGPASSFILE (else ~/.pgpass) holds: `host:port:database:user:password`, a backslash before
 * a colon or backslash of the text. As PostgreSQL's own programs do, a file that others may read is passed over.
 *
 * Source: https://www.postgresql.org/docs/current/libpq-pgpass.html
 * @example localhost:*:sales:ann:a\:b //=> 'a:b' for ann on sales
 */
export async function passwordFromFile(wanted: PasswordFor): Promise<string | undefined> {
  const path = process.env['PGPASSFILE'] ?? join(homedir(), '.pgpass');
  const found = await stat(path).catch(() => undefined);
  const isOpenToOthers = process.platform !== 'win32' && found && (found.mode & 0o077) !== 0;
  if (!found?.isFile() || isOpenToOthers) return undefined;
  const keys = [wanted.host, String(wanted.port), wanted.database, wanted.user];
  for (const line of (await readFile(path, 'utf8')).split(/\r?\n/)) {
    if (line.startsWith('#')) continue;
    const parts = line.match(/(?:\\.|[^:\\])+/g)?.map((part) => part.replace(/\\(.)/g, '$1')) ?? [];
    const isFitting = parts.length >= 5 && keys.every((key, at) => parts[at] === '*' || parts[at] === key);
    if (isFitting) return parts[4];
  }
  return undefined;
}
