import { makeRound, type Edit } from './edits';
import type { EditedWorkbook } from './edited-workbook';
import { playRound } from './play-round';
import { shortestRound } from './shortest-round';

export interface RoundsReport {
  readonly rounds: number;
  readonly typed: number;
  readonly lost: number;
  /** For the first rounds that failed: the shortest sequence of edits, and what was lost or thrown. */
  readonly failures: readonly string[];
}

const MOST_SHOWN = 5;

export async function runRounds(
  make: () => Promise<EditedWorkbook>,
  firstSeed: number,
  rounds: number,
  tell: (line: string) => void = () => undefined,
): Promise<RoundsReport> {
  let typed = 0;
  let lost = 0;
  const failures: string[] = [];
  for (let seed = firstSeed; seed < firstSeed + rounds; seed++) {
    const edits = makeRound(seed);
    const workbook = await make();
    const outcome = await playRound(workbook, edits, workbook.isWritten);
    workbook.close?.();
    typed += outcome.typed;
    lost += outcome.lost.length;
    if (outcome.lost.length === 0 && outcome.failure === undefined) continue;
    if (failures.length >= MOST_SHOWN) continue;
    const failure = await describeFailure(make, seed, edits);
    failures.push(failure);
    tell(failure);
  }
  return { rounds, typed, lost, failures };
}

async function describeFailure(
  make: () => Promise<EditedWorkbook>,
  seed: number,
  edits: readonly Edit[],
): Promise<string> {
  const play = async (some: readonly Edit[]) => {
    const workbook = await make();
    const outcome = await playRound(workbook, some, workbook.isWritten);
    workbook.close?.();
    return outcome;
  };
  const shortest = await shortestRound(edits, async (some) => {
    const { lost, failure } = await play(some);
    return lost.length > 0 || failure !== undefined;
  });
  const { lost, failure } = await play(shortest);
  const why = failure instanceof Error ? failure.stack : failure === undefined ? '' : String(failure);
  return `seed ${seed}: lost ${lost.join(' ')} ${why}\n${shortest.map((edit) => `  ${JSON.stringify(edit)}`).join('\n')}`;
}
