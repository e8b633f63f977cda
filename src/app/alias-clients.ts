import type { TextColumn } from '../core/model/columns';
import { textAt } from '../core/model/columns';
import { tableOf, type Dataset } from '../core/model/dataset';
import type { Lang } from '../i18n/lang';
import type { ClientAlias } from '../reports/share-register';

const WORD: Readonly<Record<Lang, string>> = { zh: '客户', en: 'Client ' };
const DIGITS = 3;

/** A client is known by its code, else by its name. */
const identityOf = ({ code, name }: { readonly code: string; readonly name: string }): string => code || name;

/**
 * An alias for every client: those of earlier copies again, then the next numbers in the order of the client table, so
 * that the number tells nothing of the client.
 *
 * @example aliasClients(dataset, [], 'zh')[0] //=> { alias: '客户001', code: 'C1', name: '甲公司' }
 */
export function aliasClients(dataset: Dataset, before: readonly ClientAlias[], lang: Lang): readonly ClientAlias[] {
  const known = new Map(before.map((one) => [identityOf(one), one.alias]));
  const numbers = before.map(({ alias }) => Number(/(\d+)$/.exec(alias)?.[1] ?? 0));
  let next = Math.max(0, ...numbers) + 1;
  const { rows, columns } = tableOf(dataset, 'clients');
  return Array.from({ length: rows }, (_, client) => {
    const code = textAt(columns.code, client);
    const name = textAt(columns.name, client) || code;
    const alias = known.get(identityOf({ code, name }));
    return { alias: alias ?? WORD[lang] + String(next++).padStart(DIGITS, '0'), code, name };
  });
}

/** The key with what was added: clients that are gone keep their number. */
export function extendAliasKey(
  before: readonly ClientAlias[],
  aliases: readonly ClientAlias[],
): readonly ClientAlias[] {
  const known = new Set(before.map(identityOf));
  return [...before, ...aliases.filter((one) => !known.has(identityOf(one)))];
}

/** The same data with every client under its alias and without a code: what is worked out of it names nobody. */
export function withAliases(dataset: Dataset, aliases: readonly ClientAlias[]): Dataset {
  const clients = tableOf(dataset, 'clients');
  const name: TextColumn = {
    codes: Int32Array.from(aliases, (_, client) => client),
    values: aliases.map(({ alias }) => alias),
  };
  const code: TextColumn = { codes: new Int32Array(clients.rows).fill(-1), values: [] };
  return {
    ...dataset,
    tables: {
      ...dataset.tables,
      clients: { ...clients, columns: { ...clients.columns, name, code, shortName: code } },
    },
  };
}
