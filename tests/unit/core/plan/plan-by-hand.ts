import { planCalls, type CallPlan } from '../../../../src/core/plan/call-plan';
import { keptOf } from './a-kept-row';
import type { KeptRow } from '../../../../src/core/plan/kept-work';
import { isoOf } from '../../../../src/core/model/day';
import { known } from '../../../../src/core/model/outcome';
import { settingsWith, type Settings } from '../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder } from '../../../support/dataset-builder';
import { anAnalysisByHand, knownOr } from './analysis-by-hand';

/** A client as the plan sees it: class, tier, whose it is, where, what it buys. */
export type Someone = readonly [
  level: string,
  rest?: {
    readonly tier?: number;
    readonly rep?: string;
    readonly region?: string;
    readonly net?: number;
    readonly code?: string;
  },
];

export interface Given {
  readonly book?: DatasetBuilder;
  readonly kept?: readonly KeptRow[];
  readonly asOf?: string;
  readonly settings?: Partial<Settings>;
  readonly parts?: Readonly<Record<string, unknown>>;
}

/** February 2026, worked on 2–6, 9–14 and 24–28: indices 0–4, 5–10, 11–15. */
export function planOf(
  clients: readonly Someone[],
  { book = aDataset(), kept = [], asOf = '2026-01-31', settings = {}, parts = {} }: Given = {},
): CallPlan {
  const analysis = {
    ...anAnalysisByHand(
      clients.map(([, { tier, rep = '王芳', region = '', net = 0, code } = {}], at) => ({
        code: code ?? `K${at + 1}`,
        tier: knownOr(tier) as never,
        rep,
        region,
        netAmount: net as never,
      })),
      { keyAccounts: known({ clients: clients.map(([level]) => ({ level, focus: [] })) }), ...parts },
    ),
    asOf: day(asOf),
    settings: settingsWith({ 'plan.month': '2026-02', ...settings }),
  };
  return planCalls(book.build(), analysis, keptOf(...kept));
}
export const general = (rest: Someone[1] = {}): Someone => ['general', { tier: 2, ...rest }];
export const lines = (plan: CallPlan) =>
  plan.contacts.map(({ key, status, day: on }) => [
    key.replace('|2026-02', ''),
    status,
    on === undefined ? undefined : isoOf(on).slice(5),
  ]);
export const person = (rep: string, rest: Readonly<Record<string, string | number>> = {}) => ({ rep, ...rest });
