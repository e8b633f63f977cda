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
  const membersOf = new Map<number, number[]>();
  for (const client of clients) {
    const amount = amountOf(client);
    const members = membersOf.get(amount);
    if (members) members.push(client);
    else membersOf.set(amount, [client]);
  }
  // Numbers alone sort without a call for each comparison.
  const amounts = Float64Array.from(membersOf.keys()).sort().reverse();
  const blocks: AmountBlock[] = [];
  let before = 0;
  let rank = 1;
  for (let i = 0; i < amounts.length; i++) {
    const amount = amounts[i]! as Money;
    const members = membersOf.get(amount)!;
    const after = before + amount * members.length;
    blocks.push({ amount, members, rank, before, after });
    before = after;
    rank += members.length;
  }
  return blocks;
}
