/** What every engine must find: compared before any time is believed. */
export interface JobAnswer {
  /** With a line in the twelve months. */
  readonly clients: number;
  /** Net amount of the twelve months, in fen. */
  readonly total: number;
  /** The twelve months, in fen, oldest first. */
  readonly months: readonly number[];
  readonly due: number;
  readonly onTime: number;
  readonly lastDay: number;
  /** Clients in tiers Ⅰ, Ⅱ, Ⅲ by the midpoint rule; clients at or below zero are in Ⅲ. */
  readonly tiers: readonly [number, number, number];
}

export function fenOf(amount: number): number {
  return Math.round(amount * 100);
}

/** Midpoint rule over the clients' sums, equal sums as one block. */
export function tiersOf(sums: readonly number[]): readonly [number, number, number] {
  const sorted = Float64Array.from(sums).sort().reverse();
  let total = 0;
  for (const sum of sorted) if (sum > 0) total += sum;
  const counts: [number, number, number] = [0, 0, 0];
  let before = 0;
  for (let i = 0; i < sorted.length;) {
    let end = i;
    while (end < sorted.length && sorted[end] === sorted[i]) end++;
    const size = end - i;
    if (sorted[i]! <= 0) {
      counts[2] += size;
    } else {
      const after = before + sorted[i]! * size;
      const tier = (before + after) * 10 <= 14 * total ? 0 : (before + after) * 10 <= 18 * total ? 1 : 2;
      counts[tier] += size;
      before = after;
    }
    i = end;
  }
  return counts;
}

/** The month of the period that each day of it falls in, by serial: −1 outside. */
export function monthTable(fromSerial: number, toSerial: number): Int8Array {
  const table = new Int8Array(toSerial + 1).fill(-1);
  // 2025-10 … 2026-09
  const lengths = [31, 30, 31, 31, 28, 31, 30, 31, 30, 31, 31, 30];
  let day = fromSerial;
  lengths.forEach((length, month) => {
    for (let i = 0; i < length; i++) table[day++] = month;
  });
  if (day !== toSerial + 1) throw new Error('the period is not twelve months');
  return table;
}
