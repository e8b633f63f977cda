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
  const one = (lang: Lang): string =>
    template[lang].replace(/\{(\w+)\}/g, (_, name: string) => {
      const param = params[name];
      if (param === undefined) throw new Error(`No parameter "${name}" for the text "${template.en}"`);
      return typeof param === 'object' ? param[lang] : String(param);
    });
  return { zh: one('zh'), en: one('en') };
}

/** The same string in every language: codes, names from the sheet. */
export function verbatim(value: string): Text {
  return { zh: value, en: value };
}

/** Joins texts: `、` or `; ` between them, language by language. */
export function joinTexts(texts: readonly Text[], separator: Text = { zh: '；', en: '; ' }): Text {
  const one = (lang: Lang): string => texts.map((text) => text[lang]).join(separator[lang]);
  return { zh: one('zh'), en: one('en') };
}
