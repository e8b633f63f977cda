import type { MemorySheet } from '../../../src/hosts/memory/memory-host';
import { excelWorkbook } from './excel-workbook';
import { fileWorkbook } from './file-workbook';
import { memoryWorkbook, writtenSheets } from './memory-workbook';
import { runRounds } from './run-rounds';
import { smallSample } from './small-sample';

/** `npm run soak -- typing` runs thousands; `KELAN_TYPING_ROUNDS=300` more of them here. */
const ROUNDS = Number(process.env.KELAN_TYPING_ROUNDS ?? 8);
const MINUTES = 60_000;

describe('nothing that she types on our sheets is ever lost', () => {
  let sample: readonly MemorySheet[];
  beforeAll(async () => {
    sample = await smallSample(6);
  }, MINUTES);

  it(
    `in ${ROUNDS} rounds of edits as a person does them`,
    async () => {
      const sheets = await writtenSheets(sample);
      const report = await runRounds(() => Promise.resolve(memoryWorkbook(sheets)), 1, ROUNDS);
      expect(report.typed).toBeGreaterThan(ROUNDS * 5);
      expect(report.failures).toEqual([]);
    },
    20 * MINUTES,
  );

  it(
    'in a file',
    async () => {
      const report = await runRounds(() => fileWorkbook(sample), 1, 1);
      expect(report.typed).toBeGreaterThan(10);
      expect(report.failures).toEqual([]);
    },
    10 * MINUTES,
  );

  it(
    'in Excel',
    async () => {
      const report = await runRounds(() => excelWorkbook(sample), 1, 2);
      expect(report.typed).toBeGreaterThan(10);
      expect(report.failures).toEqual([]);
    },
    10 * MINUTES,
  );
});
