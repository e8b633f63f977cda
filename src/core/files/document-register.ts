import type { Text } from '../../i18n/text';
import { NO_CLIENT, textAt } from '../model/columns';
import { tableOf, type Dataset } from '../model/dataset';
import { NO_DAY, type Day } from '../model/day';
import { missing, known, type Outcome } from '../model/outcome';

/** The six documents that a client's file must hold. Source: 000-P2. */
export const DOCUMENT_KINDS = [
  { id: 'contract', label: { zh: '合同', en: 'contract' }, words: /合同|协议|contract/i },
  {
    id: 'communication',
    label: { zh: '沟通记录', en: 'correspondence' },
    words: /沟通|信函|传真|电话|洽谈|记录|letter|call|fax/i,
  },
  { id: 'company', label: { zh: '公司概况', en: 'company profile' }, words: /概况|简介|profile/i },
  { id: 'business', label: { zh: '总体经营状况', en: 'business situation' }, words: /经营/i },
  { id: 'cooperation', label: { zh: '合作情况', en: 'record of cooperation' }, words: /合作|cooperation/i },
  { id: 'summary', label: { zh: '月/年汇总', en: 'monthly or yearly summary' }, words: /汇总|总结|summary/i },
] as const satisfies readonly { id: string; label: Text; words: RegExp }[];

export interface ClientDocuments {
  readonly missing: readonly Text[];
  /** Handed in and not filed. */
  readonly unfiled: number;
}

/**
 * Which of the six documents each client's file lacks, and what was handed in and not filed.
 *
 * Missing: no register of documents.   Source: 000-P2.
 * @example a contract handed in on 1 March, no day of filing //=> unfiled 1, five kinds missing
 */
export function checkDocuments(dataset: Dataset, asOf: Day): Outcome<readonly ClientDocuments[]> {
  const table = tableOf(dataset, 'documents');
  if (table.rows === 0) return missing({ reason: 'no-sheet', sheet: 'documents' });
  const clients = tableOf(dataset, 'clients').rows;
  const { client, kind, handedDay, filedDay } = table.columns;
  const held = new Uint8Array(clients);
  const unfiled = new Int32Array(clients);
  for (let row = 0; row < table.rows; row++) {
    const who = client?.[row] ?? NO_CLIENT;
    if (who < 0) continue;
    const handed = handedDay?.[row] ?? NO_DAY;
    const filed = filedDay?.[row] ?? NO_DAY;
    if (handed > asOf) continue;
    if (handed !== NO_DAY && (filed === NO_DAY || filed > asOf)) unfiled[who]!++;
    const word = textAt(kind, row);
    const at = DOCUMENT_KINDS.findIndex(({ words }) => words.test(word));
    if (at >= 0) held[who]! |= 1 << at;
  }
  return known(
    Array.from(held, (bits, who) => ({
      missing: DOCUMENT_KINDS.filter((_, at) => (bits & (1 << at)) === 0).map(({ label }) => label),
      unfiled: unfiled[who]!,
    })),
  );
}
