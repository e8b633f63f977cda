import { HostError } from '../../../workbook/host-error';
import { MAX_CELLS } from '../options';

const SAMPLE_ROWS = 128;

/** How many rows to ask for next: grown and shrunk by the bytes that answers took, halved when Excel refuses. */
export class BlockSize {
  private limit = Number.POSITIVE_INFINITY;

  constructor(
    private current: number,
    private readonly columns: number,
    private readonly targetBytes: number,
  ) {}

  get rows(): number {
    const byCells = Math.floor(MAX_CELLS / Math.max(1, this.columns));
    return Math.max(1, Math.min(this.current, this.limit, byCells));
  }

  /** Sizes the next block by what this one weighed: at most four times as many rows at once. */
  learn(rows: number, bytes: number): void {
    const wanted = Math.floor(this.targetBytes / Math.max(1, bytes / Math.max(1, rows)));
    this.current = Math.max(1, Math.min(wanted, rows * 4));
  }

  /** After a refusal of `rows` rows: half of them, and never again as many. */
  halve(rows: number, reason: unknown): void {
    if (rows <= 1) {
      throw new HostError('answer-too-large', 'one row is more than Excel hands out', { cause: reason });
    }
    this.limit = Math.floor(rows / 2);
    this.current = Math.min(this.current, this.limit);
  }
}

/** Bytes that a block of values took as JSON in UTF-8, measured on rows spread evenly over it. */
export function bytesOfValues(values: readonly (readonly unknown[])[]): number {
  if (values.length === 0) return 0;
  const step = Math.max(1, Math.floor(values.length / SAMPLE_ROWS));
  const sample: unknown[] = [];
  for (let row = 0; row < values.length; row += step) sample.push(values[row]);
  return (new TextEncoder().encode(JSON.stringify(sample)).length / sample.length) * values.length;
}
