import TestRunner, { type Config, type TestRunnerContext } from 'jest-runner';

type RunTests = TestRunner['runTests'];

/** A jest runner: one test file after another, in the order asked for, until one fails. */
export default class StopAtFailure extends TestRunner {
  constructor(config: Config.GlobalConfig, context: TestRunnerContext) {
    super(config, context);
  }

  override async runTests(...[tests, watcher, options]: Parameters<RunTests>): Promise<void> {
    const order = JSON.parse(process.env.KELAN_TEST_ORDER ?? '[]') as readonly string[];
    const place = ({ path }: { readonly path: string }): number => order.indexOf(path);
    let hasFailed = false;
    this.on('test-file-success', ([, { numFailingTests, testExecError }]) => {
      hasFailed ||= numFailingTests > 0 || testExecError !== undefined;
    });
    this.on('test-file-failure', () => {
      hasFailed = true;
    });
    for (const test of [...tests].sort((a, b) => place(a) - place(b))) {
      if (hasFailed) return;
      await super.runTests([test], watcher, options);
    }
  }
}
