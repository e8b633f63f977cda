import { NO_CLIENT } from '../model/columns';
import { tableOf, type Dataset } from '../model/dataset';

type TargetColumn = 'onTime' | 'inFull' | 'otif';
type Targets = Readonly<Partial<Record<TargetColumn, number>>>;

/** Targets for all clients, and those of single ones. */
export interface ClientTargets {
  readonly forAll: Targets;
  readonly byClient: ReadonlyMap<number, Targets>;
}

const COLUMNS: readonly TargetColumn[] = ['onTime', 'inFull', 'otif'];
const PERCENT = 100;

/**
 * Reads the targets sheet. A row without a client is for all. A target above 1 was written in percent: 86.1 is 0.861.
 */
export function readTargets(dataset: Dataset): ClientTargets {
  const { columns, rows } = tableOf(dataset, 'targets');
  let forAll: Targets = {};
  const byClient = new Map<number, Targets>();
  for (let row = 0; row < rows; row++) {
    const found: Partial<Record<TargetColumn, number>> = {};
    for (const column of COLUMNS) {
      const value = columns[column]?.[row] ?? NaN;
      if (value === value) found[column] = value > 1 ? value / PERCENT : value;
    }
    const client = columns.client?.[row] ?? NO_CLIENT;
    if (client === NO_CLIENT) forAll = { ...forAll, ...found };
    else byClient.set(client, { ...byClient.get(client), ...found });
  }
  return { forAll, byClient };
}
