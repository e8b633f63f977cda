import { createRequire } from 'node:module';
import { expect } from 'expect';
import * as circus from 'jest-circus';
import { ModuleMocker } from 'jest-mock';

/** What is asked of the process of one test file. */
export type Ask =
  /** All tests of a file, twice with every fault asleep; or once, with a fault awake from the first line on. */
  | { readonly kind: 'load'; readonly path: string; readonly fault: number }
  /** The tests that come past a fault, the fault awake. */
  | { readonly kind: 'wake'; readonly fault: number };

export interface Answer {
  readonly passes: boolean;
  readonly milliseconds: number;
  /** Come past by tests; where modules are read only, a fault has to be awake from the first line on. */
  readonly faults: readonly number[];
  readonly faultsOfModules: readonly number[];
  /** Nothing more can be asked: the tests do not pass a second time in this process. */
  readonly isSpent: boolean;
}

/** A test that hangs is ended by whoever asks. */
const NO_TIMEOUT = 100_000_000;
/** Outside any one test: hooks, and what a file does around its tests. */
const ANY = '';

const read = createRequire(__filename);
let path = '';
let woken = 0;
let isFirstReading = true;
let running = ANY;
const ofModules = new Set<number>();
const testsOf = new Map<number, Set<string>>();

const globals = globalThis as unknown as Record<string, unknown>;
globals.__fault = (number: number): boolean => {
  if (isFirstReading) ofModules.add(number);
  else {
    const tests = testsOf.get(number);
    if (tests) tests.add(running);
    else testsOf.set(number, new Set([running]));
  }
  return number === woken;
};
for (const name of ['describe', 'it', 'test', 'beforeAll', 'beforeEach', 'afterAll', 'afterEach'] as const)
  globals[name] = circus[name];
globals.expect = expect;
const mocker = new ModuleMocker(globalThis);
globals.jest = {
  fn: mocker.fn.bind(mocker),
  spyOn: mocker.spyOn.bind(mocker),
  mocked: (one: unknown) => one,
  setTimeout: () => undefined,
};

circus.addEventHandler((event) => {
  if (event.name === 'test_fn_start') {
    const names: string[] = [];
    for (let at: { name: string; parent?: unknown } | undefined = event.test; at?.parent; at = at.parent as typeof at)
      names.unshift(at.name);
    running = names.join(' ');
  }
  if (event.name === 'test_fn_success' || event.name === 'test_fn_failure') running = ANY;
});

/** Reads the test file anew, with the modules that it uses as they stand, and runs some of its tests or all. */
async function pass(only?: ReadonlySet<string>): Promise<boolean> {
  circus.resetState();
  delete read.cache[path];
  try {
    read(path);
    isFirstReading = false;
    const pattern = only && [...only].map((name) => `^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`).join('|');
    circus.setState({
      ...circus.getState(),
      testTimeout: NO_TIMEOUT,
      ...(pattern !== undefined && { testNamePattern: new RegExp(pattern) }),
    });
    const { testResults, unhandledErrors } = await circus.run();
    const ran = testResults.filter(({ status }) => status !== 'skip');
    return ran.length > 0 && unhandledErrors.length === 0 && ran.every(({ errors }) => errors.length === 0);
  } catch {
    return false;
  }
}

async function answer(ask: Ask): Promise<Answer> {
  const started = performance.now();
  woken = ask.fault;
  const tests = testsOf.get(ask.fault);
  const only = ask.kind === 'load' || !tests || tests.has(ANY) ? undefined : tests;
  if (ask.kind === 'load') path = read.resolve(ask.path);
  const passes = await pass(only);
  let milliseconds = performance.now() - started;
  woken = 0;
  // What a fault has left in the memory of a module must not be held against the next one.
  const again = performance.now();
  const isSoundAgain = ask.kind === 'load' ? ask.fault === 0 && (await pass()) : passes || (await pass(only));
  // Reading the modules counts once, and not for a fault.
  if (ask.kind === 'load') milliseconds = performance.now() - again;
  const faults = [...testsOf.keys()];
  const faultsOfModules = [...ofModules].filter((fault) => !testsOf.has(fault));
  return { passes, milliseconds, faults, faultsOfModules, isSpent: !isSoundAgain };
}

process.on('message', (ask: Ask) => {
  void answer(ask).then((one) => process.send!(one));
});
