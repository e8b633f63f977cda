import type { Money } from '../model/money';
import { known, missing, type Outcome } from '../model/outcome';
import type { Settings } from '../settings';
import { blocksOf } from './amount-blocks';
import { compareShare, fractionOf } from './exact-share';

export type PyramidLevel = 'top' | 'second' | 'ordinary' | 'small';
export interface PyramidLevelFigures {
  readonly level: PyramidLevel;
  readonly clients: number;
  readonly netAmount: Money;
  readonly shareOfClients: Outcome<number>;
  readonly shareOfAmount: Outcome<number>;
}

export interface PyramidRanking {
  readonly levels: readonly PyramidLevelFigures[];
  readonly byClient: ReadonlyMap<number, PyramidLevel>;
}

const LEVELS: readonly PyramidLevel[] = ['top', 'second', 'ordinary', 'small'];

/**
 * Client pyramid 1 % important, 19 % second, 30 % ordinary, 50 % small, by rank.
 *
 * Formula: q = (competition rank − 1) / clients with positive net amount; q < 1 % top, < 20 % second, < 50 % ordinary,
 * else small; compared in whole numbers. Left out: clients with net ≤ 0 or without transactions.
 *
 * Source: features 004-8, definitions §3.2.
 * @example 10 clients with different amounts //=> 1 / 1 / 3 / 5
 */
export function buildPyramid(
  active: readonly number[],
  netOf: (client: number) => Money,
  settings: Settings,
): PyramidRanking {
  const positive = active.filter((client) => netOf(client) > 0);
  const blocks = blocksOf(positive, netOf);
  const total = blocks.at(-1)?.after ?? 0;
  const cuts = [settings['pyramid.top'], settings['pyramid.second'], settings['pyramid.third']].map(fractionOf);
  const byClient = new Map<number, PyramidLevel>();
  for (const { rank, members } of blocks) {
    const at = cuts.findIndex((cut) => compareShare(rank - 1, positive.length, cut) < 0);
    for (const client of members) byClient.set(client, LEVELS[at < 0 ? LEVELS.length - 1 : at]!);
  }
  const levels = LEVELS.map((level): PyramidLevelFigures => {
    const members = positive.filter((client) => byClient.get(client) === level);
    const netAmount = members.reduce((sum, client) => sum + netOf(client), 0) as Money;
    const none = missing({ reason: 'no-rows' });
    return {
      level,
      clients: members.length,
      netAmount,
      shareOfClients: positive.length > 0 ? known(members.length / positive.length) : none,
      shareOfAmount: total > 0 ? known(netAmount / total) : none,
    };
  });
  return { levels, byClient };
}
