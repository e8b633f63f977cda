/** Who has how much to do, and what room is left. */
interface Load {
  readonly plannedDays: number;
  readonly freeDays: number;
}

/** What a client takes of its rep's month. */
export interface ClientLoad {
  readonly client: number;
  readonly rep: number;
  readonly days: number;
}

/** Clients of one region that one rep could give to another. */
export interface ProposedMove {
  readonly from: number;
  readonly to: number;
  readonly region: string;
  readonly clients: readonly number[];
  readonly days: number;
}

/**
 * Which clients an overloaded rep could give to one who has clients in the same region and room: nobody is moved by itself.
 *
 * The least valuable first (the first of `clients`), while giver and taker come nearer to the mean of all. Unit: person-days.
 *
 * @example loads 10 and 2, both in 保定, five clients of 2 days each with the first //=> two of them, 4 days
 */
export function proposeMoves(
  loads: readonly Load[],
  clients: readonly ClientLoad[],
  regionOf: (client: number) => string,
): readonly ProposedMove[] {
  const busy = loads.filter(({ plannedDays }) => plannedDays > 0);
  const mean = busy.reduce((sum, { plannedDays }) => sum + plannedDays, 0) / Math.max(1, busy.length);
  const planned = loads.map(({ plannedDays }) => plannedDays);
  const free = loads.map(({ freeDays }) => freeDays);
  const inRegion = new Map<string, Set<number>>();
  for (const { client, rep } of clients) {
    const region = regionOf(client);
    if (region !== '') inRegion.set(region, (inRegion.get(region) ?? new Set<number>()).add(rep));
  }
  const moves = new Map<string, { from: number; to: number; region: string; clients: number[]; days: number }>();
  for (const { client, rep, days } of clients) {
    const region = regionOf(client);
    if (days <= 0 || planned[rep]! - days < mean) continue;
    const takers = [...(inRegion.get(region) ?? [])].filter(
      (other) => other !== rep && free[other]! >= days && planned[other]! + days <= mean,
    );
    const to = takers.sort((a, b) => planned[a]! - planned[b]! || a - b)[0];
    if (to === undefined) continue;
    planned[rep]! -= days;
    planned[to]! += days;
    free[to]! -= days;
    const key = `${rep} ${to} ${region}`;
    const move = moves.get(key) ?? { from: rep, to, region, clients: [], days: 0 };
    move.clients.push(client);
    move.days += days;
    moves.set(key, move);
  }
  return [...moves.values()];
}
