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
  const amounts = new Float64Array(clients.length);
  for (let at = 0; at < amounts.length; at++) amounts[at] = amountOf(clients[at]!);
  // Numbers alone sort without a call for each comparison.
  const ascending = amounts.slice().sort();
  let distinct = 0;
  for (const amount of ascending)
    if (distinct === 0 || amount !== ascending[distinct - 1]) ascending[distinct++] = amount;

  // A list made with its one member takes the room of one; an empty one that is pushed to takes that of seventeen.
  const membersOf = new Array<number[] | undefined>(distinct).fill(undefined);
  for (let at = 0; at < amounts.length; at++) {
    const place = placeOf(amounts[at]!, ascending, distinct);
    const members = membersOf[place];
    if (members) members.push(clients[at]!);
    else membersOf[place] = [clients[at]!];
  }
  const blocks: AmountBlock[] = [];
  let before = 0;
  let rank = 1;
  for (let place = distinct - 1; place >= 0; place--) {
    const amount = ascending[place]! as Money;
    const members = membersOf[place]!;
    const after = before + amount * members.length;
    blocks.push({ amount, members, rank, before, after });
    before = after;
    rank += members.length;
  }
  return blocks;
}

/** Where a number stands among the first `count` ascending ones. */
function placeOf(amount: number, ascending: Float64Array, count: number): number {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < amount) low = middle + 1;
    else high = middle;
  }
  return low;
}
