import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { JobControl } from '../workbook/job-control';

/** So much more than after the last look makes one worth while: a sample never comes to it. */
const WORTH_BYTES = 64 * 1024 * 1024;

/**
 * Between two steps and two sheets, what was made before and has no more use is given back. Columns of many million rows lie outside of
 * what the engine counts when it decides to clear up, and of objects it lets as many lie as are in use: left to itself it
 * clears late.
 */
export function givingBackMemory(control: JobControl): JobControl {
  let place: string | undefined;
  let held = 0;
  const tidy = (): void => {
    if (inUse() - held <= WORTH_BYTES) return;
    clearUp();
    held = inUse();
  };
  return {
    ...control,
    tidy,
    report(progress) {
      const now = `${progress.step} ${progress.sheet ?? ''}`;
      if (now !== place) {
        place = now;
        tidy();
      }
      control.report?.(progress);
    },
  };
}

function inUse(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function clearUp(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
}
