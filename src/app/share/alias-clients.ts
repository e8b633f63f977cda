import { NO_TEXT, textAt, type TextColumn } from '../../core/model/columns';
import { tableOf, type Dataset } from '../../core/model/dataset';
import type { Lang } from '../../i18n/lang';
import type { ClientAlias } from '../../reports/share/share-register';

const WORD: Readonly<Record<Lang, string>> = { zh: '客户', en: 'Client ' };
const DIGITS = 3;

/** A client is known by its code, else by its name. */
const identityOf = ({ code, name }: { readonly code: string; readonly name: string }): string => code || name;

/** The alias of each client that has one, by its row in the client table. */
export type ClientAliases = ReadonlyMap<number, ClientAlias>;

/**
 * An alias for every client that is to be hidden: those of earlier copies again, then the next numbers in the order of
 * the client table, so that the number tells nothing of the client.
 *
 * @example aliasClients(dataset, [], 'zh', () => true).get(0) //=> { alias: '客户001', code: 'C1', name: '甲公司' }
 */
export function aliasClients(
  dataset: Dataset,
  before: readonly ClientAlias[],
  lang: Lang,
  isHidden: (client: number) => boolean,
): ClientAliases {
  const known = new Map(before.map((one) => [identityOf(one), one.alias]));
  const numbers = before.map(({ alias }) => Number(/(\d+)$/.exec(alias)?.[1] ?? 0));
  let next = Math.max(0, ...numbers) + 1;
  const { rows, columns } = tableOf(dataset, 'clients');
  const aliases = new Map<number, ClientAlias>();
  for (let client = 0; client < rows; client++) {
    if (!isHidden(client)) continue;
    const code = textAt(columns.code, client);
    const name = textAt(columns.name, client) || code;
    const alias = known.get(identityOf({ code, name })) ?? WORD[lang] + String(next++).padStart(DIGITS, '0');
    aliases.set(client, { alias, code, name });
  }
  return aliases;
}

/** The key with what was added: clients that are gone keep their number. */
export function extendAliasKey(before: readonly ClientAlias[], aliases: ClientAliases): readonly ClientAlias[] {
  const known = new Set(before.map(identityOf));
  return [...before, ...[...aliases.values()].filter((one) => !known.has(identityOf(one)))];
}

/** The same data with the hidden clients under their aliases and without a code: what is worked out of it names none of them. */
export function withAliases(dataset: Dataset, aliases: ClientAliases): Dataset {
  const clients = tableOf(dataset, 'clients');
  const { name, code, shortName } = clients.columns;
  /** A client's own word, or what stands for it where the client is hidden. */
  const shown = (column: TextColumn | undefined, stands: (alias: ClientAlias) => string): TextColumn => {
    const values = Array.from({ length: clients.rows }, (_, client) => {
      const hidden = aliases.get(client);
      return hidden ? stands(hidden) : textAt(column, client);
    });
    return { values, codes: Int32Array.from(values, (value, client) => (value === '' ? NO_TEXT : client)) };
  };
  return {
    ...dataset,
    tables: {
      ...dataset.tables,
      clients: {
        ...clients,
        columns: {
          ...clients.columns,
          name: shown(name, ({ alias }) => alias),
          code: shown(code, () => ''),
          shortName: shown(shortName, () => ''),
        },
      },
    },
  };
}
