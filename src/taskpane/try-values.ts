import { whyContradictory } from '../app/desk/check-settings';
import type { SettingView } from '../app/desk/desk';
import type { PaneState, RefusedValue } from './pane-state';

type Value = SettingView['value'];

/**
 * What becomes of a value that she has typed, which is right by itself: taken if it goes with what is in force, and with it every value
 * refused before that now goes too; else refused, with the reason, until another is changed.
 *
 * Tried first: all that waits together (two ends of a band move one after the other).
 * @example Ⅰ 95 % beside Ⅱ 90 % //=> refused; then Ⅱ 97 % //=> both taken
 */
export function tryValues(
  standing: Readonly<Record<string, Value>>,
  refused: PaneState['refused'],
  next: { readonly id: string; readonly value: Value; readonly words: string },
): { readonly taken: Readonly<Record<string, Value>>; readonly refused: PaneState['refused'] } {
  const { [next.id]: _old, ...others } = refused;
  const waiting = Object.entries(others).flatMap(([id, { value }]) =>
    value === undefined ? [] : [[id, value] as const],
  );
  const own = { [next.id]: next.value };
  const all = { ...Object.fromEntries(waiting), ...own };
  if (whyContradictory({ ...standing, ...all }) === undefined) {
    const left = Object.entries(others).filter(([, { value }]) => value === undefined);
    return { taken: all, refused: Object.fromEntries(left) };
  }
  const why = whyContradictory({ ...standing, ...own });
  if (why === undefined) return { taken: own, refused: others };
  const one: RefusedValue = { words: next.words, value: next.value, why };
  return { taken: {}, refused: { ...others, [next.id]: one } };
}
