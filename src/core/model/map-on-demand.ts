/**
 * A map whose values are made when somebody asks for them: of thousands of clients few are looked at. What was asked for by
 * its key is kept.
 *
 * @example new MapOnDemand(new Set([1, 2]), briefOf).get(2) //=> made now; the one of 1 not at all
 */
export class MapOnDemand<K, V> implements ReadonlyMap<K, V> {
  private readonly made = new Map<K, V>();

  constructor(
    private readonly known: ReadonlySet<K>,
    private readonly make: (key: K) => V,
  ) {}

  get size(): number {
    return this.known.size;
  }

  has(key: K): boolean {
    return this.known.has(key);
  }

  get(key: K): V | undefined {
    if (!this.known.has(key)) return undefined;
    const kept = this.made.get(key);
    if (kept !== undefined) return kept;
    const value = this.make(key);
    this.made.set(key, value);
    return value;
  }

  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }

  keys(): MapIterator<K> {
    return this.known.keys();
  }

  *values(): MapIterator<V> {
    for (const [, value] of this) yield value;
  }

  entries(): MapIterator<[K, V]> {
    return this[Symbol.iterator]();
  }

  *[Symbol.iterator](): MapIterator<[K, V]> {
    for (const key of this.known) yield [key, this.made.get(key) ?? this.make(key)];
  }
}
