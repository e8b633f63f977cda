import { HostError } from './host-error';

/** What a long step is doing: shown as words by the face that runs it. */
export type JobStep = 'open' | 'inspect' | 'read' | 'analyse' | 'layOut' | 'write' | 'save';

export interface JobProgress {
  readonly step: JobStep;
  /** The sheet that is read or written. */
  readonly sheet?: string;
  readonly done: number;
  readonly total: number;
}

/** How a face watches, cancels, and keeps alive while a long step runs. */
export interface JobControl {
  readonly signal?: AbortSignal;
  report?(progress: JobProgress): void;
  /** Lets the screen breathe; called at least every 50 ms of work. */
  pause?(): Promise<void>;
  /** Between two pieces of work: what the one needed on the way need not lie there during the next. */
  tidy?(): void;
}

export const NO_CONTROL: JobControl = {};

/** Between two blocks: throws `cancelled` where the person cancelled. */
export function checkCancelled(control: JobControl): void {
  if (control.signal?.aborted) throw new HostError('cancelled', 'cancelled by the person');
}
