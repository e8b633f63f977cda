import { rankClients } from '../../../../src/core/plan/rank-clients';
import { known } from '../../../../src/core/model/outcome';
import type { Day } from '../../../../src/core/model/day';
import { anAnalysisByHand, NOT_KNOWN } from './analysis-by-hand';

const atRisk = (client: number, value?: number) => ({ client, atRisk: value === undefined ? NOT_KNOWN : known(value) });
/** Codes in the order in which they give way. */
const orderOf = (analysis: ReturnType<typeof anAnalysisByHand>, last: readonly (number | undefined)[] = [], by?: 'risk' | 'value') => {
  const ranks = rankClients(analysis, (client) => last[client] as Day | undefined, by);
  return [...analysis.clients].sort((a, b) => ranks[a.client]! - ranks[b.client]!).map(({ code, name }) => code || name);
}; // prettier-ignore

describe('who comes first where priorities are equal', () => {
  const clients = [
    { code: 'A', netAmount: 100 },
    { code: 'B', netAmount: 300 },
    { code: 'C', netAmount: 200 },
    { code: 'D', netAmount: 50 },
  ] as never;
  const alerts = known({ rows: [atRisk(0, 10), atRisk(3, 20), atRisk(2), atRisk(-1, 999)] });

  it('is the most money at risk, then the larger amount', () => {
    expect(orderOf(anAnalysisByHand(clients, { alerts }))).toEqual(['D', 'A', 'B', 'C']);
    expect(orderOf(anAnalysisByHand(clients))).toEqual(['B', 'C', 'A', 'D']);
  });

  it('is for a visit the larger amount alone', () => {
    expect(orderOf(anAnalysisByHand(clients, { alerts }), [], 'value')).toEqual(['B', 'C', 'A', 'D']);
  });

  it('of equals is who was never contacted, then who was longest ago, then the code, then the place', () => {
    const equal = ['C', 'B', 'A', 'B'].map((code) => ({ code, netAmount: 1 })) as never;
    expect(orderOf(anAnalysisByHand(equal), [5, undefined, 4, 5])).toEqual(['B', 'A', 'B', 'C']);
    expect(orderOf(anAnalysisByHand(equal), [7, 7, 7, 7])).toEqual(['A', 'B', 'B', 'C']);
    const ranks = rankClients(anAnalysisByHand(equal), () => undefined);
    expect([...ranks]).toEqual([3, 1, 0, 2]);
    // Without a code the name counts.
    const named = [{ code: '', name: 'M' }, { code: 'N' }, { code: 'L' }] as never;
    expect(orderOf(anAnalysisByHand(named))).toEqual(['L', 'M', 'N']);
  });
});
