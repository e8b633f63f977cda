import { appendFileSync } from 'node:fs';

/** Set up before each test file: wakes the fault that this run is about, and writes down which faults the file came past. */
const woken = Number(process.env.KELAN_FAULT ?? 0);
const passed = new Set<number>();

(globalThis as { __fault?: (number: number) => boolean }).__fault = (number) => {
  passed.add(number);
  return number === woken;
};

const list = process.env.KELAN_FAULTS_PASSED;
if (list !== undefined)
  afterAll(() => {
    appendFileSync(list, `${JSON.stringify({ test: expect.getState().testPath, faults: [...passed] })}\n`);
  });
