import type { RepBook } from './reps';
import type { RepSchedule } from '../schedule';

/** Who has room for the clients that nobody has, and for what others cannot do. */
export class Rooms {
  private readonly free: number[];
  private readonly ofRegion = new Map<string, Set<number>>();
  private readonly sellers: readonly number[];

  constructor(
    { reps, ofClient }: RepBook,
    schedules: readonly RepSchedule[],
    private readonly regionOf: (client: number) => string,
  ) {
    this.free = schedules.map(({ freeDays }) => freeDays);
    const sellers = new Set<number>();
    ofClient.forEach((rep, client) => {
      if (rep < 0) return;
      sellers.add(rep);
      const region = regionOf(client);
      const own = this.ofRegion.get(region) ?? new Set<number>();
      this.ofRegion.set(region, own.add(rep));
    });
    this.sellers = reps.map((_, rep) => rep).filter((rep) => sellers.has(rep));
  }

  /** The one with most room for what another rep cannot do, of those who have clients in the region. */
  takeNear(client: number, days: number, own: number): number | undefined {
    const region = this.regionOf(client);
    const near = region === '' ? [] : [...(this.ofRegion.get(region) ?? [])].filter((rep) => rep !== own);
    const best = this.most(near, days);
    if (best !== undefined) this.free[best]! -= days;
    return best;
  }

  /** The one with most room, of those who have clients in the region if any of them has enough. */
  take(client: number, days: number): number | undefined {
    const region = this.regionOf(client);
    const near = region === '' ? [] : [...(this.ofRegion.get(region) ?? [])];
    const best = this.most(near, days) ?? this.most(this.sellers, days);
    if (best !== undefined) this.free[best]! -= days;
    return best;
  }

  private most(reps: readonly number[], days: number): number | undefined {
    let best: number | undefined;
    for (const rep of reps) {
      if (this.free[rep]! < days) continue;
      if (best === undefined || this.free[rep]! > this.free[best]!) best = rep;
    }
    return best;
  }
}
