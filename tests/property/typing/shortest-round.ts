import type { Edit } from './edits';

/** Leaves out edit by edit as long as the round still fails. */
export async function shortestRound(
  edits: readonly Edit[],
  fails: (edits: readonly Edit[]) => Promise<boolean>,
): Promise<readonly Edit[]> {
  let shortest = edits;
  for (let at = edits.length - 1; at >= 0; at--) {
    const without = shortest.filter((_, index) => index !== at);
    if (await fails(without)) shortest = without;
  }
  return shortest;
}
