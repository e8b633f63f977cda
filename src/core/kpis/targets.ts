import { NO_CLIENT, textAt } from '../model/columns';
import { tableOf, type Dataset } from '../model/dataset';
import type { Kpi } from './define-kpi';
import { namesOfIndicators, plainName } from './indicator-names';

/** Targets by indicator id. */
export type Targets = ReadonlyMap<string, number>;

/** Targets for all clients, and those of single ones. */
export interface ClientTargets {
  readonly forAll: Targets;
  readonly byClient: ReadonlyMap<number, Targets>;
}

const COLUMNS = ['onTime', 'inFull', 'otif'] as const;
const PERCENT = 100;

/**
 * Reads the targets sheet: its own columns for on time, in full and OTIF, and a line for any indicator by code or name. A line without
 * a client is for all. A target of a share above 1 was written in percent: 86.1 is 0.861.
 */
export function readTargets(dataset: Dataset, kpis: readonly Kpi[]): ClientTargets {
  const { columns, rows } = tableOf(dataset, 'targets');
  const forAll = new Map<string, number>();
  const byClient = new Map<number, Map<string, number>>();
  const ids = namesOfIndicators(kpis);
  const kpiOf = new Map(kpis.map((kpi) => [kpi.id, kpi]));
  for (let row = 0; row < rows; row++) {
    const client = columns.client?.[row] ?? NO_CLIENT;
    const own = client === NO_CLIENT ? forAll : (byClient.get(client) ?? new Map<string, number>());
    if (client !== NO_CLIENT) byClient.set(client, own);
    for (const column of COLUMNS) {
      const value = columns[column]?.[row] ?? NaN;
      if (value !== value) continue;
      for (const kpi of kpis) if (kpi.targetColumn === column) own.set(kpi.id, asShare(value));
    }
    const id = ids.get(plainName(textAt(columns.indicator, row)));
    const value = columns.value?.[row] ?? NaN;
    if (id !== undefined && value === value) own.set(id, kpiOf.get(id)!.unit === 'ratio' ? asShare(value) : value);
  }
  return { forAll, byClient };
}

const asShare = (value: number): number => (value > 1 ? value / PERCENT : value);
