import type { AnswerSource } from './answer';
import { parseDatabaseAddress } from './database-address';
import { openDuckdb } from './duckdb-source';
import { openMysql } from './mysql-source';
import { openPostgres } from './postgres-source';

/**
 * The engine behind `--database`: an address of PostgreSQL, MySQL or MariaDB, a file for DuckDB, or nothing, where the query names
 * files itself. The caller closes it.
 */
export function openSource(database: string | undefined, timeoutSeconds: number): Promise<AnswerSource> {
  const address = database === undefined ? undefined : parseDatabaseAddress(database);
  if (!address) return openDuckdb(database, timeoutSeconds);
  return (address.engine === 'mysql' ? openMysql : openPostgres)(address, timeoutSeconds);
}
