import { textAt } from '../../core/model/columns';
import type { TableOf } from '../../core/model/tables';
import type { Text } from '../../i18n/text';
import type { IssueLog } from '../issues';
import { keyOfText } from '../parse/text';

/** A name that is part of very many others (集团) says nothing. */
const MOST_PAIRS = 2000;

/** What firms' names end with: 有限公司 or not makes no other firm. */
const FIRM_WORDS =
  /(股份有限公司|有限责任公司|有限公司|公司|集团|厂|商行|经营部|co\.?,?ltd\.?|ltd\.?|inc\.?|llc\.?|gmbh|corp\.?|company|limited)+$/i;

/**
 * Suggests clients that look like one written twice: equal names but for width, brackets and blanks (and not of two
 * regions); or one name within the other with the same phone or tax number. Suggested, never merged.
 */
export function suggestDuplicates(
  clients: TableOf<'clients'> | undefined,
  sheets: readonly string[],
  issues: IssueLog,
): void {
  if (!clients) return;
  const { columns, rows, origin } = clients;
  const bare = new Map<string, number[]>();
  const told = new Set<string>();
  let pairs = 0;
  const nameOf = (row: number): string => textAt(columns.name, row) || textAt(columns.code, row);
  const tell = (row: number, other: number, why: Text): void => {
    const key = `${Math.min(row, other)} ${Math.max(row, other)}`;
    if (told.has(key) || pairs >= MOST_PAIRS) return;
    told.add(key);
    pairs++;
    issues.add(
      'client-look-alike',
      { ...origin.placeAt(row, sheets), value: nameOf(row) },
      { name: nameOf(row), other: nameOf(other), why },
    );
  };
  for (let row = 0; row < rows; row++) {
    const name = keyOfText(textAt(columns.name, row));
    if (name === '') continue;
    const key = bareName(name);
    const list = bare.get(key);
    if (list) list.push(row);
    else bare.set(key, [row]);
  }
  for (const list of bare.values()) {
    // A chain with a shop in every town is not one client written twenty times.
    if (list.length < 2 || list.length > 5) continue;
    for (let index = 1; index < list.length; index++) {
      const row = list[index]!;
      const other = list.find((one, at) => at < index && !isInOtherRegion(clients, one, row));
      if (other === undefined) continue;
      const isEqual = keyOfText(textAt(columns.name, row)) === keyOfText(textAt(columns.name, other));
      tell(
        row,
        other,
        isEqual
          ? { zh: '名称相同', en: 'same name' }
          : { zh: '名称只差“有限公司”等字样', en: 'names differ only in the legal form' },
      );
    }
  }
  for (const [name, why] of [
    ['taxNumber', { zh: '税号相同', en: 'same tax number' }],
    ['phone', { zh: '电话相同，名称相近', en: 'same phone, similar name' }],
    ['mobile', { zh: '手机相同，名称相近', en: 'same mobile, similar name' }],
  ] as const) {
    const firstOf = new Map<string, number>();
    for (let row = 0; row < rows; row++) {
      const key = textAt(columns[name], row).replace(/\D/g, '');
      if (key.length < 7) continue;
      const other = firstOf.get(key);
      if (other === undefined) firstOf.set(key, row);
      else if (
        name === 'taxNumber'
          ? keyOfText(textAt(columns[name], row)) === keyOfText(textAt(columns[name], other))
          : isWithin(nameOf(row), nameOf(other))
      )
        tell(row, other, why);
    }
  }
}

function bareName(key: string): string {
  const bare = key.replace(/\([^)]*\)/g, '').replace(FIRM_WORDS, '');
  return bare.length >= 2 ? bare : key;
}

function isInOtherRegion(clients: TableOf<'clients'>, a: number, b: number): boolean {
  const { region } = clients.columns;
  const left = keyOfText(textAt(region, a));
  const right = keyOfText(textAt(region, b));
  return left !== '' && right !== '' && left !== right;
}

function isWithin(a: string, b: string): boolean {
  const left = bareName(keyOfText(a));
  const right = bareName(keyOfText(b));
  return left.length >= 2 && right.length >= 2 && (left.includes(right) || right.includes(left));
}
