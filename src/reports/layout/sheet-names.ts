import type { Text } from '../../i18n/text';
import type { Lang } from '../../i18n/lang';

const LONGEST_NAME = 31;
const SUFFIX: Text = { zh: ' (客览)', en: ' (Kelan)' };

/**
 * A name for a sheet of ours that nobody has taken: Excel takes names for equal whatever their case.
 *
 * @example freeSheetName('概览', ['概览'], 'zh') //=> '概览 (客览)'
 */
export function freeSheetName(wanted: string, taken: readonly string[], lang: Lang): string {
  const isTaken = new Set(taken.map((name) => name.toLowerCase()));
  if (!isTaken.has(wanted.toLowerCase())) return wanted;
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? SUFFIX[lang] : `${SUFFIX[lang]} ${number}`;
    const name = wanted.slice(0, LONGEST_NAME - suffix.length) + suffix;
    if (!isTaken.has(name.toLowerCase())) return name;
  }
}
