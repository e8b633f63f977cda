import type { Lang } from './lang';

/** One string per language, standing beside the thing that it names: a missing language does not compile. */
export type Text = Readonly<Record<Lang, string>>;

/** What may stand in a `{placeholder}` of a text. A `Text` is put in by language. */
export type TextParam = string | number | Text;

/**
 * Fills `{name}` placeholders in every language at once.
 *
 * A placeholder without a parameter is a mistake of ours, not of the data: it throws.
 *
 * @example fill({ zh: '{n} 家', en: '{n} clients' }, { n: 3 }) //=> { zh: '3 家', en: '3 clients' }
 */
export function fill(template: Text, params: Readonly<Record<string, TextParam>>): Text {
  return { zh: fillOne(template.zh, 'zh', params), en: fillOne(template.en, 'en', params) };
}

function fillOne(template: string, lang: Lang, params: Readonly<Record<string, TextParam>>): string {
  const parts = partsOf(template).slice();
  for (let i = 1; i < parts.length; i += 2) {
    const name = parts[i]!;
    const param = params[name];
    if (param === undefined) throw new Error(`No parameter "${name}" for the text "${template}"`);
    parts[i] = typeof param === 'object' ? param[lang] : String(param);
  }
  // Joined, it is one string in memory; added piece by piece it would keep every piece, for as long as the text lives.
  return parts.join('');
}

/** Templates taken apart once: words, name, words, name … words. Reasons are written for every client of a large book. */
const PARTS = new Map<string, readonly string[]>();
const MOST_TEMPLATES = 2000;

function partsOf(template: string): readonly string[] {
  const known = PARTS.get(template);
  if (known) return known;
  const parts = template.split(/\{(\w+)\}/);
  // A template that was itself put together from data must not fill the memory.
  if (PARTS.size < MOST_TEMPLATES) PARTS.set(template, parts);
  return parts;
}

/** The same string in every language: codes, names from the sheet. */
export function verbatim(value: string): Text {
  return { zh: value, en: value };
}

/** Joins texts: `、` or `; ` between them, language by language. */
export function joinTexts(texts: readonly Text[], separator: Text = { zh: '；', en: '; ' }): Text {
  let [zh, en] = ['', ''];
  for (let i = 0; i < texts.length; i++) {
    zh += (i > 0 ? separator.zh : '') + texts[i]!.zh;
    en += (i > 0 ? separator.en : '') + texts[i]!.en;
  }
  return { zh, en };
}
