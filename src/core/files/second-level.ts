import { textAt } from '../model/columns';
import { tableOf, type Dataset } from '../model/dataset';

/**
 * The second-level clients of a dealer or mill: names of the clients whose 上级客户 is its code or name.
 *
 * A client is not below itself; where a code and a name are alike the code counts.   Source: 001-4 (9).
 * @example C2 with parent 「C1」 and C3 with parent 「东方饲料」, C1's name //=> of C1: C2, C3
 */
export function secondLevelClients(dataset: Dataset): (client: number) => readonly string[] {
  const { columns, rows } = tableOf(dataset, 'clients');
  const clients = Array.from({ length: rows }, (_, client) => client);
  const byWord = new Map<string, number>();
  for (const column of [columns.name, columns.code]) {
    for (const client of clients) {
      const word = textAt(column, client).trim();
      if (word !== '') byWord.set(word, client);
    }
  }
  const below = new Map<number, string[]>();
  for (const client of clients) {
    const parent = byWord.get(textAt(columns.parent, client).trim());
    if (parent === undefined || parent === client) continue;
    const name = textAt(columns.name, client) || textAt(columns.code, client);
    const own = below.get(parent);
    if (own) own.push(name);
    else below.set(parent, [name]);
  }
  return (client) => below.get(client) ?? [];
}
