/** Where a database is; what lacks is taken from the environment and the usual files. */
export interface DatabaseAddress {
  readonly engine: 'postgresql' | 'mysql';
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly database?: string;
}

const ADDRESS = /^(postgres(?:ql)?|mysql|mariadb):\/\//i;

/**
 * The parts of an address, or undefined for the path of a file.
 *
 * @example parseDatabaseAddress('postgresql://erp.firm.cn:5433/sales').port //=> 5433
 */
export function parseDatabaseAddress(text: string): DatabaseAddress | undefined {
  const scheme = ADDRESS.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return undefined;
  const url = new URL(text.replace(ADDRESS, 'http://').replace(/^http:\/\/\//, 'http://-/'));
  const host = url.hostname === '-' ? '' : decodeURIComponent(url.hostname);
  const database = decodeURIComponent(url.pathname.slice(1));
  return {
    engine: scheme.startsWith('p') ? 'postgresql' : 'mysql',
    ...(host !== '' && { host }),
    ...(url.port !== '' && { port: Number(url.port) }),
    ...(url.username !== '' && { user: decodeURIComponent(url.username) }),
    ...(database !== '' && { database }),
  };
}
