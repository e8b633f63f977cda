import { fill, type Text } from '../../i18n/text';
import { wordNumber, wordPercent } from '../../i18n/wording';
import { DEFAULT_SETTINGS, SETTING_IDS, SETTINGS, type Setting, type SettingId, type Settings } from '../settings';

/**
 * What several settings have to be together, whatever each may be alone. `ascending`: each below the next; `descending`: each above
 * it; `sum`: all together.
 */
export type SettingRule =
  | { readonly kind: 'ascending' | 'descending'; readonly members: readonly SettingId[] }
  | { readonly kind: 'sum'; readonly members: readonly SettingId[]; readonly total: number };

/** Settings that do not go together, and why in words. */
export interface BrokenRule {
  readonly members: readonly SettingId[];
  readonly message: Text;
}

const isWeight = (id: SettingId): boolean => id.startsWith('credit.weight.');

/** Everything that is checked across settings: pane, 参数 sheet and command line go by this one list. */
export const SETTING_RULES: readonly SettingRule[] = [
  { kind: 'ascending', members: ['tier.cutOne', 'tier.cutTwo'] },
  { kind: 'ascending', members: ['tier.countOne', 'tier.countTwo'] },
  { kind: 'ascending', members: ['pyramid.top', 'pyramid.second', 'pyramid.third'] },
  { kind: 'ascending', members: ['profit.topCut', 'profit.middleCut'] },
  { kind: 'ascending', members: ['size.cutA', 'size.cutB'] },
  { kind: 'ascending', members: ['urgency.urgentDays', 'urgency.soonDays', 'urgency.laterDays'] },
  {
    kind: 'ascending',
    members: ['payment.ageingFirst', 'payment.ageingSecond', 'payment.ageingThird', 'payment.ageingFourth'],
  },
  { kind: 'descending', members: ['credit.gradeA', 'credit.gradeB', 'credit.gradeC', 'credit.gradeD'] },
  { kind: 'ascending', members: ['credit.turnoverFullMonths', 'credit.turnoverNoneMonths'] },
  { kind: 'ascending', members: ['credit.yearsHalf', 'credit.yearsFull'] },
  { kind: 'ascending', members: ['credit.useRemind', 'credit.useStop'] },
  { kind: 'ascending', members: ['delivery.lucky', 'delivery.reasonable'] },
  { kind: 'ascending', members: ['rhythm.overdueTimes', 'rhythm.lostTimes'] },
  { kind: 'ascending', members: ['rhythm.overdueDays', 'rhythm.lostDays'] },
  { kind: 'ascending', members: ['lifecycle.significance', 'lifecycle.highConfidence'] },
  { kind: 'ascending', members: ['pipeline.monthsA', 'pipeline.monthsB', 'pipeline.monthsC'] },
  { kind: 'ascending', members: ['habc.daysH', 'habc.daysA', 'habc.daysB'] },
  { kind: 'ascending', members: ['service.dayStart', 'service.dayEnd'] },
  { kind: 'ascending', members: ['satisfaction.complainingScore', 'satisfaction.loyalScore'] },
  { kind: 'sum', members: SETTING_IDS.filter(isWeight), total: 100 },
];

/** Binary noise of added weights. */
const EPSILON = 1e-9;

/**
 * The rules that a set of settings breaks, in the order of the list.
 *
 * @example tier.cutOne 0.95 with tier.cutTwo 0.9 //=> one: Ⅰ类累计占比 95% 应小于 Ⅱ类累计占比 90%
 */
export function brokenRules(settings: Settings): readonly BrokenRule[] {
  return SETTING_RULES.flatMap((rule): BrokenRule[] => {
    const values = rule.members.map((id) => settings[id] as number);
    if (rule.kind === 'sum') {
      const sum = values.reduce((all, value) => all + value, 0);
      return Math.abs(sum - rule.total) <= EPSILON ? [] : [{ members: rule.members, message: wordSum(rule, sum) }];
    }
    const isRight = (a: number, b: number): boolean => (rule.kind === 'ascending' ? a < b : a > b);
    const at = values.findIndex((value, index) => index > 0 && !isRight(values[index - 1]!, value));
    return at < 0 ? [] : [{ members: rule.members, message: wordPair(rule, at, settings) }];
  });
}

function wordPair({ kind, members }: SettingRule, at: number, settings: Settings): Text {
  const [first, second] = [members[at - 1]!, members[at]!];
  return fill(
    kind === 'ascending'
      ? { zh: '{first} {a} 应小于 {second} {b}', en: '{first} {a} must be below {second} {b}' }
      : { zh: '{first} {a} 应大于 {second} {b}', en: '{first} {a} must be above {second} {b}' },
    {
      first: SETTINGS[first].label,
      a: wordValue(first, settings),
      second: SETTINGS[second].label,
      b: wordValue(second, settings),
    },
  );
}

function wordSum({ members, total }: SettingRule & { readonly kind: 'sum' }, sum: number): Text {
  return fill(
    {
      zh: '{n} 项信用权重合计应为 {total}，现为 {sum}',
      en: 'The {n} credit weights must add up to {total}, not {sum}',
    },
    { n: members.length, total, sum: wordNumber(sum, Number.isInteger(sum) ? 0 : 2) },
  );
}

function wordValue(id: SettingId, settings: Settings): string {
  const setting: Setting = SETTINGS[id];
  const value = settings[id] as number;
  if (setting.kind === 'number' && setting.unit === 'ratio')
    return wordPercent(value, Number.isInteger(value * 100) ? 0 : 1);
  return wordNumber(value, Number.isInteger(value) ? 0 : 2);
}

export interface SettledSettings {
  readonly settings: Settings;
  readonly refused: readonly BrokenRule[];
}

/**
 * Settings that go together: where wanted ones break a rule, all of that rule stay as they were in force; if those do not go together
 * either, they are the defaults.
 *
 * @example cutOne 0.95 wanted, 0.7 and 0.9 in force //=> 0.7 and 0.9, one rule refused
 */
export function settleSettings(wanted: Settings, inForce: Settings): SettledSettings {
  const refused = brokenRules(wanted);
  let settings = wanted;
  for (const fallback of [inForce, DEFAULT_SETTINGS]) {
    const broken = brokenRules(settings);
    if (broken.length === 0) break;
    const changes = broken.flatMap(({ members }) => members.map((id) => [id, fallback[id]] as const));
    settings = { ...settings, ...Object.fromEntries(changes) };
  }
  return { settings, refused };
}
