import type { Text } from '../../i18n/text';

/** Where a rule comes from, in a word: the numbers of the handbook's chapters are for the help, not for a clerk's sheet. */
export function wordSource(source: string): Text {
  if (source === '') return { zh: '', en: '' };
  return /\d{3}-|C-?\d+/.test(source) ? { zh: '手册', en: 'Handbook' } : { zh: '建议', en: 'Proposed' };
}
