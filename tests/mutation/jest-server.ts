import { join } from 'node:path';
import { runCLI } from 'jest';

/** A process that runs jest again and again: starting one for each fault would take longer than most tests. */
export interface AskedRun {
  readonly root: string;
  readonly cache: string;
  readonly fault: number;
  /** In this order, until one fails. */
  readonly tests: readonly string[];
}

process.on('message', ({ root, cache, fault, tests }: AskedRun) => {
  process.env.KELAN_FAULT = String(fault);
  process.env.KELAN_TEST_ORDER = JSON.stringify(tests);
  const here = (name: string): string => join(root, 'tests', 'mutation', name);
  const asked = {
    _: [...tests],
    $0: 'jest',
    runTestsByPath: true,
    runInBand: true,
    watchman: false,
    silent: true,
    reporters: [],
    cacheDirectory: cache,
    runner: here('stop-at-failure.ts'),
    setupFilesAfterEnv: [here('wake-fault.ts')],
  };
  void runCLI(asked as unknown as Parameters<typeof runCLI>[0], [root]).then(
    ({ results }) => process.send!(results.success),
    () => process.send!(false),
  );
});
