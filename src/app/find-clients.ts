import type { Analysis } from '../core/analysis';
import { textAt } from '../core/model/columns';
import { tableOf, type Dataset } from '../core/model/dataset';
import type { ClientHit } from './desk/desk';

interface IndexedClient {
  readonly client: number;
  readonly code: string;
  readonly name: string;
  readonly phones: readonly string[];
  /** What may be typed: code, name, pinyin, initials; small letters, no blanks. */
  readonly keys: readonly string[];
  readonly netAmount: number;
}

export type ClientIndex = readonly IndexedClient[];

const MOST_HITS = 10;

const keyOf = (words: string): string => words.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
const digitsOf = (words: string): string => words.normalize('NFKC').replace(/\D/g, '');

/** Loads the pinyin table, the one part of the work that is not there from the start. */
export async function preparePinyin(): Promise<void> {
  await import('pinyin-pro');
}

/** Makes clients findable by name, pinyin, its initials, code and phone. The pinyin table is loaded on first use. */
export async function indexClients(dataset: Dataset, { clients }: Analysis): Promise<ClientIndex> {
  const { pinyin } = await import('pinyin-pro');
  const { columns } = tableOf(dataset, 'clients');
  return clients.map(({ client, code, name, netAmount }) => {
    const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
    const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
    const phones = [textAt(columns.phone, client), textAt(columns.mobile, client)].filter((phone) => phone !== '');
    const keys = [code, name, syllables.join(''), initials].map(keyOf).filter((key) => key !== '');
    return { client, code, name, phones, keys, netAmount };
  });
}

/**
 * At most ten clients, the closest match first: the whole key, then its beginning, then anywhere in it; the larger
 * client first where two match alike. Four digits or more are looked for in phone numbers too.
 *
 * @example findClients(index, 'lysl') //=> 绿源饲料
 */
export function findClients(index: ClientIndex, query: string): ClientHit[] {
  const wanted = keyOf(query);
  if (wanted === '') return [];
  const digits = digitsOf(query);
  const hits = index.flatMap((one) => {
    const phone = digits.length >= 4 ? one.phones.find((number) => digitsOf(number).includes(digits)) : undefined;
    const closeness = Math.min(...one.keys.map((key) => closenessOf(key, wanted)), phone === undefined ? 4 : 2);
    return closeness > 3 ? [] : [{ one, closeness, hint: phone ?? '' }];
  });
  hits.sort((a, b) => a.closeness - b.closeness || b.one.netAmount - a.one.netAmount || a.one.client - b.one.client);
  return hits.slice(0, MOST_HITS).map(({ one: { client, code, name }, hint }) => ({ client, code, name, hint }));
}

function closenessOf(key: string, wanted: string): number {
  if (key === wanted) return 0;
  if (key.startsWith(wanted)) return 1;
  return key.includes(wanted) ? 3 : 4;
}
