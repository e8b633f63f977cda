import { memoryWorkbook } from './memory-workbook';
import { runRounds } from './run-rounds';
import { smallSample } from './small-sample';

/** `tsx tests/property/typing/soak.ts [first seed] [rounds]`: the rounds of the test, by the thousand. */
async function main(): Promise<void> {
  const [first = '1', rounds = '5000'] = process.argv.slice(2);
  const sheets = await smallSample(14);
  const started = Date.now();
  const report = await runRounds(
    () => Promise.resolve(memoryWorkbook(sheets)),
    Number(first),
    Number(rounds),
    console.log,
  );
  console.log(
    `${report.rounds} rounds, ${report.typed} texts typed, ${report.lost} lost, ${Math.round((Date.now() - started) / 1000)} s`,
  );
  if (report.failures.length > 0) process.exitCode = 1;
}

void main();
