import { PairIndex } from './pair-index';

const NOBODY = -2;

/**
 * A number for each pair of a client and a code of a column (of order numbers, of delivery numbers). Nearly every code has
 * one client: its number stands beside it, and only the pairs of the others are looked for.
 */
export class ClientCodes {
  private readonly clientOf: Int32Array;
  private readonly numberOf: Int32Array;
  private readonly others = new PairIndex(16);
  private readonly numberOfOther: number[] = [];

  /** @param codes How many codes the column has. */
  constructor(codes: number) {
    this.clientOf = new Int32Array(codes).fill(NOBODY);
    this.numberOf = new Int32Array(codes);
  }

  /** The number of a pair: `next` where it is met for the first time. */
  of(client: number, code: number, next: number): number {
    const first = this.clientOf[code]!;
    if (first === client) return this.numberOf[code]!;
    if (first === NOBODY) {
      this.clientOf[code] = client;
      this.numberOf[code] = next;
      return next;
    }
    const at = this.others.of(client, code);
    if (at === this.numberOfOther.length) this.numberOfOther.push(next);
    return this.numberOfOther[at]!;
  }

  /** The client first met with a code, and the number of the two; undefined where the code was not met. */
  firstOf(code: number): { readonly client: number; readonly number: number } | undefined {
    const client = this.clientOf[code] ?? NOBODY;
    return client === NOBODY ? undefined : { client, number: this.numberOf[code]! };
  }
}
