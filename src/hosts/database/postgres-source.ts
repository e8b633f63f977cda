import { homedir } from 'node:os';
import { join } from 'node:path';
import type { QueryArrayResult } from 'pg';
import { HostError } from '../../workbook/host-error';
import { checkCancelled } from '../../workbook/job-control';
import type { Answer, AnswerSource } from './answer';
import type { DatabaseAddress } from './database-address';
import { holdAnswer } from './hold-answer';
import { loadDriver } from './load-driver';
import { asTable, oneSelect } from './one-select';
import { passwordFromFile, type PasswordFor } from './password-file';
import { readOptions } from './option-file';
import { cellOfText, unreadable, type TextKind } from './text-cells';

const FETCH_ROWS = 20_000;
const CONNECT_MS = 15_000;

/** By the number of its type: int8, int2, int4, float4, float8, numeric, money's text is none; texts, days and times, flags. */
const KINDS: ReadonlyMap<number, TextKind> = new Map<number, TextKind>([
  ...[20, 21, 23, 700, 701, 1700].map((oid) => [oid, 'number'] as const),
  ...[18, 19, 25, 705, 1042, 1043, 2950, 1083].map((oid) => [oid, 'text'] as const),
  ...[1082, 1114, 1184].map((oid) => [oid, 'day'] as const),
  [16, 'flag'],
]);

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * A PostgreSQL database, read through a cursor inside one transaction that only reads and sees one state of the data. User and
 * password come from PGUSER, PGPASSWORD, PGPASSFILE (or ~/.pgpass) and PGSERVICE, never from us.
 */
export async function openPostgres(address: DatabaseAddress, timeoutSeconds: number): Promise<AnswerSource> {
  const { Client } = (await loadDriver('pg', () => import(/* webpackIgnore: true */ 'pg'))).default;
  const service = await readService();
  const client = new Client({
    ...service,
    ...(address.host !== undefined && { host: address.host }),
    ...(address.port !== undefined && { port: address.port }),
    ...(address.user !== undefined && { user: address.user }),
    ...(address.database !== undefined && { database: address.database }),
    // The driver reads the file too, but says on the error output that it will cease to.
    ...(process.env['PGPASSWORD'] === undefined &&
      service['password'] === undefined && {
        password: (async (asked: PasswordFor) =>
          (await passwordFromFile(asked)) ?? '') as unknown as () => Promise<string>,
      }),
    application_name: 'kelan',
    connectionTimeoutMillis: CONNECT_MS,
    // Texts as they come: which of them are numbers and days is ours to say.
    types: { getTypeParser: () => (text: string) => text },
  });
  // Without a listener a connection that breaks off between two queries would end the program.
  client.on('error', () => undefined);
  const ask = async (text: string): Promise<QueryArrayResult<(string | null)[]>> => {
    try {
      return await client.query<(string | null)[]>({ text, rowMode: 'array', queryMode: 'extended' } as never);
    } catch (error) {
      throw translate(error);
    }
  };
  try {
    await client.connect();
  } catch (error) {
    throw translate(error);
  }
  await ask('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await ask(`SET LOCAL statement_timeout = ${timeoutSeconds * 1000}`);
  // Rows come in the same order in each pass.
  await ask('SET LOCAL synchronize_seqscans = off');
  // All rows of a cursor are read: the plan that is first to give one is not the one that is first to end.
  await ask('SET LOCAL cursor_tuple_fraction = 1');
  await ask("SET LOCAL datestyle = 'ISO, YMD'");

  const shapeOf = async (statement: string): Promise<Omit<Answer, 'rows'> & { readonly table: string }> => {
    const table = asTable(oneSelect(statement));
    const shape = await ask(`SELECT * FROM ${table} LIMIT 0`);
    const columns = shape.fields.map(({ name, dataTypeID }) => {
      const kind = KINDS.get(dataTypeID);
      if (kind === undefined) throw unreadable(`type ${dataTypeID}`, name);
      return { name, kind, isDay: kind === 'day', isNumber: kind === 'number' };
    });
    return {
      table,
      columns,
      async read(wanted, most, receive, control) {
        const list = wanted.map((at) => quote(columns[at]!.name)).join(', ');
        const limit = Number.isFinite(most) ? ` LIMIT ${most}` : '';
        await ask(`DECLARE kelan NO SCROLL CURSOR FOR SELECT ${list} FROM ${table}${limit}`);
        for (;;) {
          checkCancelled(control);
          const { rows: lines } = await ask(`FETCH FORWARD ${FETCH_ROWS} FROM kelan`);
          if (lines.length === 0) break;
          await receive({
            count: lines.length,
            cell: (at, row) => {
              const { kind, name } = columns[wanted[at]!]!;
              return cellOfText(lines[row]![at]!, kind, name);
            },
          });
        }
        await ask('CLOSE kelan');
      },
    };
  };

  return {
    dialect: 'postgresql',
    async ask(statement): Promise<Answer> {
      const { table, ...answer } = await shapeOf(statement);
      return { ...answer, rows: Number((await ask(`SELECT count(*) FROM ${table}`)).rows[0]![0]) };
    },
    hold: async (statement) => holdAnswer(await shapeOf(statement)),
    close: () => client.end().catch(() => undefined),
  };
}

/** What the service that PGSERVICE names says. */
async function readService(): Promise<Record<string, string | number>> {
  const { PGSERVICE, PGSERVICEFILE } = process.env;
  if (PGSERVICE === undefined) return {};
  const found = await readOptions(PGSERVICEFILE ?? join(homedir(), '.pg_service.conf'), PGSERVICE);
  const { host, port, user, password, dbname } = found;
  return {
    ...(host !== undefined && { host }),
    ...(port !== undefined && { port: Number(port) }),
    ...(user !== undefined && { user }),
    ...(password !== undefined && { password }),
    ...(dbname !== undefined && { database: dbname }),
  };
}

/** By the code of its state: https://www.postgresql.org/docs/current/errcodes-appendix.html */
function translate(error: unknown): unknown {
  if (error instanceof HostError) return error;
  const { code = '', message = String(error) } = error as { code?: string; message?: string };
  const because = { cause: error };
  if (code === '57014') return new HostError('source-slow', message, because);
  if (code.startsWith('28') || code === '42501' || /password must be a|no password/i.test(message))
    return new HostError('source-refused', message, because);
  if (code === '25006' || code === '0A000') return new HostError('source-writes', message, because);
  if (code.startsWith('22')) return new HostError('source-value', message, { ...because, sheet: '?' });
  if (code.startsWith('08') || code.startsWith('57P') || !/^[0-9A-Z]{5}$/.test(code))
    return new HostError('source-lost', message, because);
  return new HostError('source-statement', message, because);
}
