import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { FieldPacket } from 'mysql2';
import { HostError } from '../../workbook/host-error';
import { checkCancelled } from '../../workbook/job-control';
import type { Answer, AnswerSource } from './answer';
import type { DatabaseAddress } from './database-address';
import { holdAnswer } from './hold-answer';
import { loadDriver } from './load-driver';
import { asTable, oneSelect } from './one-select';
import { readOptions } from './option-file';
import { cellOfText, unreadable, type TextKind } from './text-cells';

const BLOCK_ROWS = 5_000;
const CONNECT_MS = 15_000;
const BINARY = 63;

const quote = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

type Line = (string | null)[];

/** By the number of its type in the protocol: decimals, integers, floats and years; timestamps, dates, datetimes; times, texts. */
const KINDS: ReadonlyMap<number, TextKind> = new Map<number, TextKind>([
  ...[0, 1, 2, 3, 4, 5, 8, 9, 13, 246].map((type) => [type, 'number'] as const),
  ...[7, 10, 12].map((type) => [type, 'day'] as const),
  ...[11, 15, 247, 248].map((type) => [type, 'text'] as const),
]);
/** Texts, unless they are bytes. */
const BLOBS_AND_STRINGS = new Set([249, 250, 251, 252, 253, 254]);

function kindOf({ name, columnType, characterSet }: FieldPacket & { characterSet?: number }): TextKind {
  if (columnType !== undefined) {
    const kind = KINDS.get(columnType);
    if (kind) return kind;
    if (BLOBS_AND_STRINGS.has(columnType) && characterSet !== BINARY) return 'text';
  }
  throw unreadable(`type ${columnType}`, name);
}

/**
 * A MySQL or MariaDB database, streamed inside one transaction that only reads and sees one state of the data. User and
 * password come from the environment (MYSQL_PWD) and from the section [client] of ~/.my.cnf, never from us.
 */
export async function openMysql(address: DatabaseAddress, timeoutSeconds: number): Promise<AnswerSource> {
  const mysql = (await loadDriver('mysql2', () => import(/* webpackIgnore: true */ 'mysql2'))).default;
  const options = await readOptions(join(homedir(), '.my.cnf'), 'client');
  const { MYSQL_HOST, MYSQL_TCP_PORT, MYSQL_PWD, USER } = process.env;
  const user = address.user ?? options['user'] ?? USER;
  const password = options['password'] ?? MYSQL_PWD;
  const host = address.host ?? options['host'] ?? MYSQL_HOST;
  const port = address.port ?? (Number(options['port'] ?? MYSQL_TCP_PORT) || undefined);
  const connection = mysql.createConnection({
    ...(host !== undefined ? { host } : options['socket'] !== undefined && { socketPath: options['socket'] }),
    ...(port !== undefined && { port }),
    ...(user !== undefined && { user }),
    ...(password !== undefined && { password }),
    ...(address.database !== undefined && { database: address.database }),
    connectTimeout: CONNECT_MS,
    multipleStatements: false,
    rowsAsArray: true,
    typeCast: (field) => field.string(),
  });
  // Of a connection that breaks off the driver tells the connection alone: who reads on would wait for ever.
  let reading: Readable | undefined;
  connection.on('error', (error: Error) => reading?.destroy(error));
  const ask = (sql: string): Promise<{ lines: Line[]; fields: FieldPacket[] }> =>
    new Promise((resolve, reject) => {
      connection.query(sql, (error: unknown, lines: unknown, fields: FieldPacket[]) => {
        if (error) reject(translate(error) as Error);
        else resolve({ lines: lines as Line[], fields });
      });
    });
  await new Promise<void>((resolve, reject) => {
    connection.connect((error: unknown) => {
      if (error) reject(translate(error) as Error);
      else resolve();
    });
  });
  await ask('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
  // The two families name the limit differently, and count in seconds and in thousandths.
  await ask(`SET SESSION max_statement_time = ${timeoutSeconds}`).catch(() =>
    ask(`SET SESSION max_execution_time = ${timeoutSeconds * 1000}`),
  );
  await ask('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');

  const shapeOf = async (statement: string): Promise<Omit<Answer, 'rows'> & { readonly table: string }> => {
    const table = asTable(oneSelect(statement));
    const { fields } = await ask(`SELECT * FROM ${table} LIMIT 0`);
    const columns = fields.map((field) => {
      const kind = kindOf(field);
      return { name: field.name, kind, isDay: kind === 'day', isNumber: kind === 'number' };
    });
    return {
      table,
      columns,
      async read(wanted, most, receive, control) {
        const list = wanted.map((at) => quote(columns[at]!.name)).join(', ');
        const limit = Number.isFinite(most) ? ` LIMIT ${most}` : '';
        const stream: Readable = connection
          .query(`SELECT ${list} FROM ${table}${limit}`)
          .stream({ highWaterMark: BLOCK_ROWS });
        reading = stream;
        let lines: Line[] = [];
        const send = async (): Promise<void> => {
          checkCancelled(control);
          const sent = lines;
          lines = [];
          await receive({
            count: sent.length,
            cell: (at, row) => {
              const { kind, name } = columns[wanted[at]!]!;
              return cellOfText(sent[row]![at]!, kind, name);
            },
          });
        };
        try {
          for await (const line of stream) if (lines.push(line as Line) === BLOCK_ROWS) await send();
        } catch (error) {
          throw translate(error);
        }
        if (lines.length > 0) await send();
      },
    };
  };

  return {
    dialect: 'mysql',
    async ask(statement): Promise<Answer> {
      const { table, ...answer } = await shapeOf(statement);
      return { ...answer, rows: Number((await ask(`SELECT count(*) FROM ${table}`)).lines[0]![0]) };
    },
    hold: async (statement) => holdAnswer(await shapeOf(statement)),
    close: () =>
      new Promise((resolve) => {
        connection.end(() => {
          connection.destroy();
          resolve();
        });
      }),
  };
}

const REFUSED = new Set(['ER_ACCESS_DENIED_ERROR', 'ER_DBACCESS_DENIED_ERROR', 'ER_TABLEACCESS_DENIED_ERROR']);

function translate(error: unknown): unknown {
  if (error instanceof HostError) return error;
  const {
    code = '',
    errno = 0,
    message = String(error),
  } = error as { code?: string; errno?: number; message?: string };
  const because = { cause: error };
  if (REFUSED.has(code) || errno === 1698) return new HostError('source-refused', message, because);
  // 1969 is MariaDB's, 3024 MySQL's; 1792 is a write where one may only read.
  if (errno === 1969 || errno === 3024) return new HostError('source-slow', message, because);
  if (errno === 1792) return new HostError('source-writes', message, because);
  if (/^ER_/.test(code)) return new HostError('source-statement', message, because);
  // What is neither the server's nor ours is the line between us.
  return new HostError('source-lost', message, because);
}
