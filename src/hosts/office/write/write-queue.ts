import { checkCancelled, type JobControl } from '../../../workbook/job-control';
import type { ExcelContext } from '../run-excel';

/** Bytes of a message that are put together in some milliseconds. */
const BYTES_A_BREATH = 200_000;

/**
 * Gathers calls until a message is full, so that the number of messages follows the bytes and not the sheets. Between
 * two messages the person can cancel and the screen breathes.
 */
export class WriteQueue {
  private pending = 0;
  private sinceBreath = 0;
  private afterSync: (() => void)[] = [];

  constructor(
    readonly context: ExcelContext,
    readonly budget: number,
    private readonly control: JobControl,
  ) {
    this.quieten();
  }

  /** Makes room for so many bytes: sends what is queued where they would not fit beside it. */
  async reserve(bytes: number): Promise<void> {
    if (this.pending > 0 && this.pending + bytes > this.budget) await this.send();
    this.pending += bytes;
  }

  /** Runs once the calls queued so far have reached the workbook. */
  onSent(done: () => void): void {
    this.afterSync.push(done);
  }

  /** Lets the screen go on after so much of a message, of which nothing has been sent yet. */
  async breathe(bytes: number): Promise<void> {
    this.sinceBreath += bytes;
    if (this.sinceBreath < BYTES_A_BREATH) return;
    this.sinceBreath = 0;
    await this.control.pause?.();
  }

  async send(): Promise<void> {
    checkCancelled(this.control);
    await this.context.sync();
    this.pending = 0;
    const done = this.afterSync;
    this.afterSync = [];
    for (const one of done) one();
    this.sinceBreath = 0;
    await this.control.pause?.();
    this.quieten();
  }

  /** No repainting and no recalculation within a message; both come back by themselves after it. */
  private quieten(): void {
    const { application } = this.context;
    application.suspendScreenUpdatingUntilNextSync();
    application.suspendApiCalculationUntilNextSync();
  }
}
