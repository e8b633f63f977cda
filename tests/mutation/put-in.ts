import type { Mutant } from './mutants';

/**
 * A text with faults put in, each asleep until its number is woken: `(globalThis.__fault?.(7) ? a <= b : a < b)`. One text for
 * all faults is translated once, and tells which tests come past which fault.
 */
export function putIn(text: string, faults: ReadonlyMap<number, Mutant>): string {
  const ordered = [...faults].sort(([, a], [, b]) => a.host.start - b.host.start || b.host.end - a.host.end);
  return stretch(text, 0, text.length, ordered);
}

type Numbered = readonly [number: number, fault: Mutant];

function stretch(text: string, start: number, end: number, inside: readonly Numbered[]): string {
  let done = start;
  let out = '';
  for (let index = 0; index < inside.length; index++) {
    const [number, { host, start: from, end: to, replacement }] = inside[index]!;
    const within: Numbered[] = [];
    while (index + 1 < inside.length && inside[index + 1]![1].host.start < host.end) within.push(inside[++index]!);
    const faulty = text.slice(host.start, from) + replacement + text.slice(to, host.end);
    const sound = stretch(text, host.start, host.end, within);
    out += `${text.slice(done, host.start)}((globalThis as any).__fault?.(${number}) ? (${faulty}) : (${sound}))`;
    done = host.end;
  }
  return out + text.slice(done, end);
}
