import type { Analysis } from '../../../../src/core/analysis';
import { known, missing, type Outcome } from '../../../../src/core/model/outcome';
import type { ClientFigures } from '../../../../src/core/sales/client-figures';
import { DEFAULT_SETTINGS } from '../../../../src/core/settings';
import { day } from '../../../support/dataset-builder';

export const NOT_KNOWN = missing({ reason: 'not-entered' });

/** A figure, or nothing that is known. */
export const knownOr = <T>(value: T | undefined): Outcome<T> => (value === undefined ? NOT_KNOWN : known(value));

/** What a test says of a client: the rest is blank, nought or not known. */
export type ClientByHand = Partial<ClientFigures>;

/**
 * An analysis of a Saturday, 31 January 2026, in which nothing is known but the clients and what a test puts in: limits can be hit exactly.
 *
 * @param parts as parts of `Analysis`, of which a test writes what is read
 */
export function anAnalysisByHand(
  clients: readonly ClientByHand[],
  parts: Readonly<Record<string, unknown>> = {},
): Analysis {
  const unknown = Object.fromEntries(
    ['lifecycle', 'keyAccounts', 'payments', 'receivables', 'credit', 'pipeline', 'clientFiles', 'importantDays', 'alerts', 'targets'].map(
      (part) => [part, NOT_KNOWN],
    ),
  ); // prettier-ignore
  return {
    asOf: day('2026-01-31'),
    periodChoice: { kind: 'last12m' },
    settings: DEFAULT_SETTINGS,
    indicators: [],
    clients: clients.map((figures, client) => ({
      ...{ client, code: `K${client + 1}`, name: `客户${client + 1}`, region: '', rep: '', netAmount: 0, orders: 0 },
      ...{ lines: 0, tier: NOT_KNOWN, manualTier: NOT_KNOWN },
      ...figures,
    })),
    ...unknown,
    ...parts,
  } as unknown as Analysis;
}
