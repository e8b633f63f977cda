/** What people type for "nothing": read as an empty cell, never as zero and never as a mistake. */
const EMPTY_WORDS = new Set([
  '-',
  '--',
  '---',
  '—',
  '——',
  '–',
  '−',
  '/',
  '\\',
  '.',
  '无',
  '空',
  'n/a',
  'na',
  'nil',
  'null',
  'none',
  '#n/a',
]);

/** @example isEmptyWord(' — ') //=> true */
export function isEmptyWord(text: string): boolean {
  const trimmed = text.trim();
  return trimmed === '' || EMPTY_WORDS.has(trimmed.toLowerCase());
}
