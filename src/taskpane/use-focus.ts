import { useEffect, useRef, type RefObject } from 'react';

/** Nothing has the focus, or only what is about to go: a button that was pressed and taken away leaves it at the body. */
function isFocusFree(): boolean {
  const focused = document.activeElement;
  return focused === null || focused === document.body || focused.closest('.pane-foot') !== null;
}

/**
 * Brings the focus to what a step ends with, where the person has not put it elsewhere meanwhile.
 *
 * @param moment Whenever it changes to something that is there, the focus is brought.
 */
export function useFocusAfter<T extends HTMLElement>(moment: unknown): RefObject<T> {
  const target = useRef<T>(null);
  useEffect(() => {
    if (moment !== undefined && moment !== false && isFocusFree()) target.current?.focus();
  }, [moment]);
  return target;
}
