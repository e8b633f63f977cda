import { corpus } from './corpus.soak';
import { kill } from './kill.soak';
import type { Soak } from './soak';
import { typing } from './typing.soak';

/**
 * `npm run soak -- NAME [arguments]`: long runs that `npm test` has a short share of. Each prints what it found and ends in
 * exit code 1 where something that must hold did not.
 */
const SOAKS: readonly Soak[] = [corpus, kill, typing];

async function main(): Promise<number> {
  const [name, ...rest] = process.argv.slice(2);
  const soak = SOAKS.find((one) => one.name === name);
  if (!soak) {
    console.log('npm run soak -- NAME [arguments]\n');
    for (const { name: known, usage } of SOAKS) console.log(`  ${known.padEnd(8)} ${usage}`);
    return name === undefined || name === '--help' ? 0 : 2;
  }
  const started = performance.now();
  const faults = await soak.run(rest);
  console.log(`${((performance.now() - started) / 1000).toFixed(0)} s; ${faults} faults`);
  return faults === 0 ? 0 : 1;
}

void main().then((code) => {
  process.exitCode = code;
});
