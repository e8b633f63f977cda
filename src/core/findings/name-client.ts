import type { Analysis } from '../analysis';
import type { Text } from '../../i18n/text';

/** Gathered once an analysis: every finding asks. */
const COUNTS = new WeakMap<Analysis, ReadonlyMap<string, number>>();

function countsOf(analysis: Analysis): ReadonlyMap<string, number> {
  const known = COUNTS.get(analysis);
  if (known) return known;
  const counts = new Map<string, number>();
  for (const { name } of analysis.clients) counts.set(name, (counts.get(name) ?? 0) + 1);
  COUNTS.set(analysis, counts);
  return counts;
}

/**
 * A client as a sentence calls it: by its name, by its code where it has none, by both where several have that name.
 *
 * @example two clients called Coolblue //=> Coolblue (789321)
 */
export function nameClient(client: number, analysis: Analysis): Text {
  const { name, code } = analysis.clients[client]!;
  if (name === '') return { zh: code, en: code };
  if (code === '' || code === name || (countsOf(analysis).get(name) ?? 0) < 2) return { zh: name, en: name };
  return { zh: `${name}（${code}）`, en: `${name} (${code})` };
}
