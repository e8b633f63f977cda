import type { Edit } from './edits';

/** Leaves out half of the edits, a quarter, … one, as long as the round still fails. */
export async function shortestRound(
  edits: readonly Edit[],
  fails: (edits: readonly Edit[]) => Promise<boolean>,
): Promise<readonly Edit[]> {
  let shortest = edits;
  for (let size = Math.ceil(edits.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let end = shortest.length; end > 0; end -= size) {
      const from = Math.max(0, end - size);
      const without = shortest.filter((_, index) => index < from || index >= end);
      if (without.length < shortest.length && (await fails(without))) shortest = without;
    }
  }
  return shortest;
}
