/** A long run by name. */
export interface Soak {
  readonly name: string;
  /** Arguments, and what it does, in one line. */
  readonly usage: string;
  /** @returns How many things did not hold. */
  run(argv: readonly string[]): Promise<number>;
}
