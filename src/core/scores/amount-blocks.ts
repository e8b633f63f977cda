import type { Money } from '../model/money';

/** Clients with exactly the same amount: they share rank, class and cumulative share. */
export interface AmountBlock {
  readonly amount: Money;
  readonly members: readonly number[];
  /** Competition rank: 1, 2, 2, 4. */
  readonly rank: number;
  /** Sum of the larger amounts, without and with this block. */
  readonly before: number;
  readonly after: number;
}

/**
 * Sorts amounts from large to small and joins equal ones to blocks. The result does not depend on the order in which the
 * clients come, but for the order of members within a block, which is theirs (sort by client code first to show ties by
 * code).
 *
 * @example blocksOf([1, 2, 3], (c) => [50, 20, 20][c - 1]) //=> 50 (rank 1), 20 and 20 (rank 2)
 */
export function blocksOf(clients: readonly number[], amountOf: (client: number) => Money): AmountBlock[] {
  const sorted = [...clients].sort((a, b) => amountOf(b) - amountOf(a));
  const blocks: AmountBlock[] = [];
  let before = 0;
  for (let at = 0; at < sorted.length;) {
    const amount = amountOf(sorted[at]!);
    let end = at + 1;
    while (end < sorted.length && amountOf(sorted[end]!) === amount) end++;
    const after = before + amount * (end - at);
    blocks.push({ amount, members: sorted.slice(at, end), rank: at + 1, before, after });
    before = after;
    at = end;
  }
  return blocks;
}
