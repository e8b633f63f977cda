import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { JobControl } from '../workbook/job-control';

/** So much more in columns than after the last look makes one worth while: a sample never comes to it. */
const WORTH_BYTES = 128 * 1024 * 1024;

/**
 * Between two steps, what the step before has no more use for is given back. Columns of many million rows lie outside of what the
 * engine counts when it decides to clear up: left to itself it clears when few objects are made, which is late.
 */
export function givingBackMemory(control: JobControl): JobControl {
  let step: string | undefined;
  let held = 0;
  return {
    ...control,
    report(progress) {
      if (progress.step !== step) {
        step = progress.step;
        if (process.memoryUsage().arrayBuffers - held > WORTH_BYTES) clearUp();
        held = process.memoryUsage().arrayBuffers;
      }
      control.report?.(progress);
    },
  };
}

function clearUp(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
}
