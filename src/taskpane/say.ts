import { createContext, useContext } from 'react';
import type { Lang } from '../i18n/lang';
import { fill, type Text, type TextParam } from '../i18n/text';

/** The language of the screens. */
export const LangContext = createContext<Lang>('zh');

export type Say = (text: Text, params?: Readonly<Record<string, TextParam>>) => string;

/** Turns a text into the person's language. @example say(MESSAGES.rowsCount, { count: 3 }) //=> '3 行' */
export function useSay(): Say {
  const lang = useContext(LangContext);
  return (text, params) => (params ? fill(text, params)[lang] : text[lang]);
}
