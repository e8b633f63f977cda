import type { Text } from '../../i18n/text';
import type { Tier } from '../sales/tiers';
import type { Outcome } from '../model/outcome';
import type { AccountLevel } from '../sales/key-accounts';
import type { Settings } from '../settings';

/** How often a client is contacted in a month, and by which rule. */
export interface Frequency {
  readonly calls: number;
  readonly visits: number;
  readonly source: string;
}

/** Calls a month of the two presets: S001's own numbers, and the trade's. */
const PRESET_CALLS = {
  manual: { key: 1, focus: 1, general: 2 },
  industry: { key: 4, focus: 2, general: 1 },
} as const;

function callsOf(level: 'key' | 'focus' | 'general', settings: Settings): number {
  const preset = settings['plan.preset'];
  if (preset !== 'own') return PRESET_CALLS[preset][level];
  switch (level) {
    case 'key':
      return settings['plan.ownCallsKey'];
    case 'focus':
      return settings['plan.ownCallsFocus'];
    case 'general':
      return settings['plan.ownCallsGeneral'];
  }
}

/** FNV-1a over the code: spreads clients over months, and stays the same for ever. */
export function stableHash(words: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

/** Whether a client's turn of once in so many months falls on this one. */
export function isItsMonth(code: string, month: number, every: number): boolean {
  return stableHash(code) % every === month % every;
}

/**
 * Regular calls and visits of a client in a month.
 *
 * Key and focus: the preset's calls, and visits beside them. General in tier Ⅰ or Ⅱ: the preset's calls. General in tier Ⅲ or
 * without a tier: one call once a quarter, its month by a stable hash of the code. Lost: one call in half a year. Others: none,
 * the pipeline asks for them.   Unit: contacts a month.   Source: 001-33, 003-13, C-01, C-02, definitions §8 step 1.
 * @example handbook, key //=> 1 call, 1 visit; general Ⅱ //=> 2 calls; trade practice, key //=> 4 calls, 1 visit
 */
export function frequencyOf(
  level: AccountLevel,
  tier: Outcome<Tier>,
  code: string,
  month: number,
  settings: Settings,
): Frequency {
  const source = settings['plan.preset'] === 'manual' ? '001-33' : 'C-01';
  switch (level) {
    case 'key':
      return { calls: callsOf('key', settings), visits: settings['plan.visitsKey'], source };
    case 'focus':
      return { calls: callsOf('focus', settings), visits: settings['plan.visitsFocus'], source };
    case 'general':
      if (tier.known && tier.value !== 3) return { calls: callsOf('general', settings), visits: 0, source };
      return {
        calls: isItsMonth(code, month, settings['plan.tierThreeMonths']) ? 1 : 0,
        visits: 0,
        source: '003-13, C-02',
      };
    case 'lost':
      return { calls: isItsMonth(code, month, settings['plan.winBackMonths']) ? 1 : 0, visits: 0, source: '000-C11' };
    case 'target':
    case 'lead':
      return { calls: 0, visits: 0, source: '000-C10' };
  }
}

/** C-01: what stands in the plan's head beside the preset. */
export const PRESET_NOTES: Readonly<Record<Settings['plan.preset'], Text>> = {
  manual: {
    zh: '频率按「手册」：重点、焦点每月电话 1 次，一般 2 次（手册原文）；最重要的客户电话反而最少，所以另加每月上门拜访（提议），合起来重点仍联络最多。可在「参数」改为「行业」（4/2/1）或自定。',
    en: 'Frequencies of the handbook: key and focus clients one call a month, general ones two. As that calls the most important least, a visit a month is added for them (our proposal). “Settings” offers trade practice (4/2/1) or your own numbers.',
  },
  industry: {
    zh: '频率按「行业」：每月电话重点 4 次、焦点 2 次、一般 1 次，重点和焦点另加上门拜访（提议）。手册原文为 1/1/2，可在「参数」改回。',
    en: 'Frequencies of trade practice: key clients four calls a month, focus two, general one, and visits to key and focus clients (our proposal). The handbook says 1/1/2; “Settings” switches back.',
  },
  own: {
    zh: '频率为自定（见「参数」）。手册原文为每月电话重点 1、焦点 1、一般 2 次。',
    en: 'Frequencies are your own (see “Settings”). The handbook says one call a month for key and focus clients, two for general ones.',
  },
};
