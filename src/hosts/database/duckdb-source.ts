import { tmpdir } from 'node:os';
import { HostError } from '../../workbook/host-error';
import { checkCancelled } from '../../workbook/job-control';
import type { CellValue } from '../../workbook/cell-value';
import type { Answer, AnswerSource } from './answer';
import { holdAnswer } from './hold-answer';
import { loadDriver } from './load-driver';
import { asTable, oneSelect } from './one-select';
import { unreadable } from './text-cells';

const SQLITE = /\.(?:sqlite3?|db3?)$/i;
/** Days from serial 0 to 1970-01-01. */
const EPOCH_SERIAL = 25_569;
const DAY_MICROS = 86_400_000_000;
const NUMBER = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DECIMAL.*|DOUBLE|FLOAT)$/;
const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** How a column is asked for, so that what comes is a number, a text or a flag. */
function expressionOf(name: string, type: string): { readonly sql: string; readonly isDay: boolean } {
  const column = quote(name);
  if (type === 'DATE') return { sql: `CAST(${column} - DATE '1899-12-30' AS INTEGER)`, isDay: true };
  if (type === 'TIMESTAMP WITH TIME ZONE')
    return { sql: `epoch_us(CAST(${column} AS TIMESTAMP)) / ${DAY_MICROS}.0 + ${EPOCH_SERIAL}`, isDay: true };
  if (type.startsWith('TIMESTAMP'))
    return { sql: `epoch_us(CAST(${column} AS TIMESTAMP)) / ${DAY_MICROS}.0 + ${EPOCH_SERIAL}`, isDay: true };
  if (type.startsWith('DECIMAL')) return { sql: `CAST(${column} AS DOUBLE)`, isDay: false };
  if (/^(?:ENUM|UUID|TIME\b)/.test(type)) return { sql: `CAST(${column} AS VARCHAR)`, isDay: false };
  if (/^(?:BLOB|BIT|INTERVAL|LIST|MAP|STRUCT|UNION|ARRAY)|[[(]/.test(type)) throw unreadable(type, name);
  return { sql: column, isDay: false };
}

/**
 * DuckDB over files (Parquet, CSV, folders of them), over a .duckdb file or a SQLite file, each opened to be read only. No
 * extension is fetched: what is not built in or installed already is refused by name.
 */
export async function openDuckdb(file: string | undefined, timeoutSeconds: number): Promise<AnswerSource> {
  const { DuckDBInstance, StatementType } = await loadDriver(
    '@duckdb/node-api',
    () => import(/* webpackIgnore: true */ '@duckdb/node-api'),
  );
  const isSqlite = file !== undefined && SQLITE.test(file);
  const asked = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw translate(error, isLate);
    }
  };
  let isLate = false;
  const isDuckdbFile = file !== undefined && !isSqlite;
  const instance = await asked(
    DuckDBInstance.create(isDuckdbFile ? file : ':memory:', {
      ...(isDuckdbFile && { access_mode: 'READ_ONLY' }),
      autoinstall_known_extensions: 'false',
      threads: '2',
      memory_limit: '256MB',
      temp_directory: tmpdir(),
    }),
  );
  const connection = await instance.connect();
  if (isSqlite) {
    await asked(connection.run(`ATTACH ${literal(file)} AS source (TYPE sqlite, READ_ONLY)`));
    await asked(connection.run('USE source'));
  }
  await asked(connection.run('SET lock_configuration = true'));
  await asked(connection.run('BEGIN TRANSACTION READ ONLY'));
  const timer = setTimeout(() => {
    isLate = true;
    connection.interrupt();
  }, timeoutSeconds * 1000);

  const shapeOf = async (statement: string): Promise<Omit<Answer, 'rows'> & { readonly table: string }> => {
    const table = asTable(oneSelect(statement));
    const several = await asked(connection.extractStatements(`SELECT * FROM ${table} LIMIT 0`));
    if (several.count !== 1) throw new HostError('source-writes', `${several.count} statements`);
    const prepared = await asked(several.prepare(0));
    if (prepared.statementType !== StatementType.SELECT) throw new HostError('source-writes', 'not a SELECT');
    const shape = await asked(prepared.run());
    const types = shape.columnTypes();
    const columns = shape.deduplicatedColumnNames().map((name, at) => {
      const type = types[at]!.toString();
      return { name, isNumber: NUMBER.test(type), ...expressionOf(name, type) };
    });
    return {
      table,
      columns,
      async read(wanted, most, receive, control) {
        const list = wanted.map((at) => columns[at]!.sql).join(', ') || '1';
        const limit = Number.isFinite(most) ? ` LIMIT ${most}` : '';
        const result = await asked(connection.stream(`SELECT ${list} FROM ${table}${limit}`));
        for (;;) {
          checkCancelled(control);
          const chunk = await asked(result.fetchChunk());
          if (!chunk || chunk.rowCount === 0) return;
          const vectors = wanted.map((_, at) => chunk.getColumnVector(at));
          await receive({
            count: chunk.rowCount,
            cell: (at, row) => cellOf(vectors[at]!.getItem(row), columns[wanted[at]!]!.name),
          });
        }
      },
    };
  };

  return {
    dialect: 'duckdb',
    async ask(statement): Promise<Answer> {
      const { table, ...answer } = await shapeOf(statement);
      const counted = await asked(connection.runAndReadAll(`SELECT count(*) FROM ${table}`));
      return { ...answer, rows: Number(counted.getRows()[0]![0]) };
    },
    hold: async (statement) => holdAnswer(await shapeOf(statement)),
    close(): Promise<void> {
      clearTimeout(timer);
      connection.closeSync();
      instance.closeSync();
      return Promise.resolve();
    },
  };
}

function cellOf(value: unknown, column: string): CellValue {
  if (value === null || value === undefined || value === '') return null;
  switch (typeof value) {
    case 'number':
      if (Number.isFinite(value)) return value;
      throw unreadable(String(value), column);
    case 'string':
    case 'boolean':
      return value;
    case 'bigint':
      return value <= MAX_SAFE && value >= -MAX_SAFE ? Number(value) : String(value);
    default:
      throw unreadable(String(value), column);
  }
}

function translate(error: unknown, isLate: boolean): unknown {
  if (error instanceof HostError) return error;
  const { message: text = String(error) } = error as { readonly message?: string };
  if (isLate) return new HostError('source-slow', text, { cause: error });
  if (/extension/i.test(text) && /install|load|autoload|not found/i.test(text))
    return new HostError('source-missing', firstLineOf(text), { cause: error });
  if (/read-only|Cannot execute statement of type/i.test(text))
    return new HostError('source-writes', firstLineOf(text), { cause: error });
  if (/^(?:Conversion|Invalid Input) Error/i.test(text)) {
    const column = /column(?: name)?:? ["']?([^\s"',]+)/i.exec(text)?.[1] ?? '?';
    return new HostError('source-value', firstLineOf(text), { cause: error, sheet: column });
  }
  if (/^IO Error/i.test(text)) return new HostError('cannot-read', firstLineOf(text), { cause: error });
  return new HostError('source-statement', firstLineOf(text), { cause: error });
}

const firstLineOf = (text: string): string => text.split('\n', 1)[0]!;
