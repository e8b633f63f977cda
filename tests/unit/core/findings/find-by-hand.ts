import type { Finding, FindingDefinition } from '../../../../src/core/findings/finding';
import { aDataset } from '../../../support/dataset-builder';
import { anAnalysisByHand, type ClientByHand } from '../plan/analysis-by-hand';

interface Given {
  readonly clients?: readonly ClientByHand[];
  readonly dataset?: ReturnType<ReturnType<typeof aDataset>['build']>;
  readonly told?: readonly number[];
}
/** What one kind of finding finds in an analysis of the parts given. */
export const findings = (
  { find }: FindingDefinition,
  parts: Readonly<Record<string, unknown>>,
  { clients = [{}, {}, {}], dataset = aDataset().build(), told = [] }: Given = {},
): readonly Finding[] =>
  find({ analysis: anAnalysisByHand(clients, parts), dataset, callPlan: undefined, told: new Set(told) });
