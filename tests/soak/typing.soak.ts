import { excelWorkbook } from '../property/typing/excel-workbook';
import { fileWorkbook } from '../property/typing/file-workbook';
import { memoryWorkbook, writtenSheets } from '../property/typing/memory-workbook';
import { runRounds } from '../property/typing/run-rounds';
import { smallSample } from '../property/typing/small-sample';
import type { EditedWorkbook } from '../property/typing/edited-workbook';
import type { MemorySheet } from '../../src/hosts/memory/memory-host';
import type { Soak } from './soak';

const ROUNDS = 5000;
const SAMPLE_ROWS = 14;

const HOSTS: Readonly<Record<string, (sheets: readonly MemorySheet[]) => Promise<EditedWorkbook>>> = {
  memory: (sheets) => Promise.resolve(memoryWorkbook(sheets)),
  file: fileWorkbook,
  excel: excelWorkbook,
};

/** The rounds of `tests/property/typing`, by the thousand. */
export const typing: Soak = {
  name: 'typing',
  usage: `[memory|file|excel] [rounds, ${ROUNDS}] [first seed, 1]: edits as a person does, refreshes, and counts what was lost`,
  async run([host = 'memory', rounds = String(ROUNDS), first = '1']) {
    const open = HOSTS[host];
    if (!open) throw new Error(`no host "${host}": ${Object.keys(HOSTS).join(', ')}`);
    const sample = await smallSample(SAMPLE_ROWS);
    const sheets = host === 'memory' ? await writtenSheets(sample) : sample;
    const report = await runRounds(() => open(sheets), Number(first), Number(rounds), console.log);
    console.log(`${host}: ${report.rounds} rounds, ${report.typed} texts typed, ${report.lost} lost`);
    return report.failures.length;
  },
};
