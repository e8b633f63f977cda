import { fill, joinTexts, type Text } from '../../i18n/text';
import { wordMoney, wordNumber, wordPercent } from '../../i18n/wording';
import { moneyOf, type Money } from '../model/money';
import { known, missing, valueOr, type Outcome } from '../model/outcome';
import type { Stage } from '../sales/lifecycle';
import type { Settings } from '../settings';
import type { CreditGrade } from './credit-gates';

export type CreditAction = 'prepaid' | 'cash' | 'suspend' | 'lower' | 'collect' | 'remind' | 'raise' | 'grant' | 'keep';

/** What of a client the table looks at. */
export interface ActionFacts {
  readonly grade: Outcome<CreditGrade>;
  readonly exposure: Outcome<Money>;
  /** The client's money with us, beyond what is exposed. */
  readonly ahead: Money;
  /** Granted; 0 is a limit too. */
  readonly limit: Outcome<Money>;
  readonly suggested: Outcome<Money>;
  readonly overdueDays: Outcome<number>;
  readonly overdue: Money;
  readonly stage: Outcome<Stage>;
}

/** One row of the decision table: what has to hold, and what is then done. The first row that holds decides. */
export interface ActionRule {
  readonly action: CreditAction;
  readonly label: Text;
  /** As printed on the sheet. */
  readonly when: (settings: Settings) => Text;
  readonly todo: Text;
  readonly holds: (facts: ActionFacts, settings: Settings) => boolean;
}

const isOneOf = (grade: Outcome<CreditGrade>, ...grades: readonly CreditGrade[]): boolean =>
  grade.known && grades.includes(grade.value);
const useOf = ({ exposure, limit }: ActionFacts): number | undefined => {
  if (!exposure.known || !limit.known) return undefined;
  if (limit.value > 0) return exposure.value / limit.value;
  return exposure.value > 0 ? Infinity : 0;
};
const isAbove = (facts: ActionFacts, bar: number): boolean => (useOf(facts) ?? -1) > bar;
const isLate = ({ overdueDays }: ActionFacts, settings: Settings): boolean =>
  overdueDays.known && overdueDays.value > settings['alerts.overdueMoneyDays'];
/** The noise of one division of whole fen. */
const ROUNDING = 1e-9;

/** How far the suggested limit lies from the granted one, as a part of it. */
const gapOf = ({ limit, suggested }: ActionFacts): number | undefined =>
  limit.known && suggested.known && limit.value > 0 ? suggested.value / limit.value - 1 : undefined;
const percent = (ratio: number): string => wordPercent(ratio, 0);

/**
 * The decision table of credit, in the order in which it is read; it is printed under the list as it stands here.
 *
 * Looks at grade, use of the limit, suggested against granted limit, overdue money and stage. A limit that differs from the
 * suggestion by less than `credit.limitBand` is left alone. Source: 004-7(8), definitions §6.3.
 * @example grade B, use 40 %, limit 1,000,000, suggested 400,000 //=> lower, in three monthly steps: 80, 60, 40 万
 */
export const CREDIT_ACTIONS: readonly ActionRule[] = [
  {
    action: 'prepaid',
    label: { zh: '预收，发货冲抵', en: 'Paid in advance: offset against deliveries' },
    when: () => ({ zh: '预收与保证金多于占用', en: 'advances and deposits exceed the exposure' }),
    todo: { zh: '不占额度；发货从预收里冲抵', en: 'no credit used; deliveries are charged against the advance' },
    holds: ({ ahead, exposure }) => ahead > 0 && exposure.known && exposure.value === 0,
  },
  {
    action: 'cash',
    label: { zh: '款到发货', en: 'Cash before delivery' },
    when: () => ({ zh: '信用D 或 E', en: 'grade D or E' }),
    todo: {
      zh: '新订单款到发货；旧欠先收；额度分月降到建议额度（E 为 0）',
      en: 'new orders paid before delivery; collect what is owed; lower the limit in monthly steps to the suggested one (E: 0)',
    },
    holds: ({ grade }) => isOneOf(grade, 'D', 'E'),
  },
  {
    action: 'suspend',
    label: { zh: '暂停赊销待批', en: 'No further credit without approval' },
    when: (settings) =>
      fill(
        {
          zh: '使用率超过 {stop}，或额度为 0 而有占用',
          en: 'more than {stop} of the limit used, or exposure without a limit',
        },
        { stop: percent(settings['credit.useStop']) },
      ),
    todo: { zh: '先收回超出部分，再发货', en: 'collect the excess, then deliver' },
    holds: (facts, settings) => isAbove(facts, settings['credit.useStop']),
  },
  {
    action: 'lower',
    label: { zh: '降低额度', en: 'Lower the limit' },
    when: (settings) =>
      fill(
        { zh: '建议额度比现有额度低 {band} 以上', en: 'suggested limit at least {band} below the current one' },
        { band: percent(settings['credit.limitBand']) },
      ),
    todo: {
      zh: '分月降到建议额度；占用多于建议额度的，先收回多出部分',
      en: 'lower in monthly steps; collect any exposure above it',
    },
    holds: (facts, settings) => {
      const gap = gapOf(facts);
      return gap !== undefined && gap <= -settings['credit.limitBand'] + ROUNDING;
    },
  },
  {
    action: 'collect',
    label: { zh: '额度不变，先催收', en: 'Keep the limit, collect first' },
    when: (settings) =>
      fill(
        { zh: '有货款逾期超过 {days} 天', en: 'invoices more than {days} days overdue' },
        { days: settings['alerts.overdueMoneyDays'] },
      ),
    todo: { zh: '收回逾期款以前不加额度', en: 'no increase until it is paid' },
    holds: isLate,
  },
  {
    action: 'raise',
    label: { zh: '建议提高额度', en: 'Propose raising the limit' },
    when: (settings) =>
      fill(
        {
          zh: '信用A 或 B、使用率超过 {use}、成长期，且建议额度高出 {band} 以上',
          en: 'grade A or B, more than {use} used, growing, and the suggested limit at least {band} higher',
        },
        { use: percent(settings['credit.useRaise']), band: percent(settings['credit.limitBand']) },
      ),
    todo: { zh: '报批提高到建议额度', en: 'apply for the suggested limit' },
    holds: (facts, settings) =>
      isOneOf(facts.grade, 'A', 'B') &&
      isAbove(facts, settings['credit.useRaise']) &&
      valueOr(facts.stage, undefined) === 'growth' &&
      (gapOf(facts) ?? 0) >= settings['credit.limitBand'] - ROUNDING,
  },
  {
    action: 'remind',
    label: { zh: '快用满，提醒付款', en: 'Nearly used up: send a reminder' },
    when: (settings) =>
      fill(
        { zh: '使用率达到 {use}', en: '{use} of the limit used, or more' },
        { use: percent(settings['credit.useRemind']) },
      ),
    todo: { zh: '发货前提醒付款', en: 'send a payment reminder before the next delivery' },
    holds: (facts, settings) => (useOf(facts) ?? -1) >= settings['credit.useRemind'],
  },
  {
    action: 'grant',
    label: { zh: '可给额度', en: 'A limit can be granted' },
    when: () => ({ zh: '信用A–C，没有现有额度，有建议额度', en: 'grade A to C, no limit yet, and one is suggested' }),
    todo: { zh: '报批建议额度', en: 'apply for the suggested limit' },
    holds: ({ grade, limit, suggested }) =>
      isOneOf(grade, 'A', 'B', 'C') && !limit.known && suggested.known && suggested.value > 0,
  },
  {
    action: 'keep',
    label: { zh: '维持', en: 'Keep' },
    when: () => ({ zh: '其余（有等级或有使用率）', en: 'all others with a grade or a limit in use' }),
    todo: { zh: '不变', en: 'no change' },
    holds: (facts) => facts.grade.known || useOf(facts) !== undefined,
  },
];

/**
 * What to do about a client's credit: the first row of the table that holds.
 *
 * Missing: no row holds, as neither grade nor use is known; then why there is no grade.
 */
export function chooseCreditAction(facts: ActionFacts, settings: Settings): Outcome<CreditAction> {
  const rule = CREDIT_ACTIONS.find(({ holds }) => holds(facts, settings));
  if (rule) return known(rule.action);
  return facts.grade.known ? missing({ reason: 'not-entered' }) : facts.grade;
}

/** The limits of the months to come, from the granted one down to the suggested one. @example 1,000,000 to 400,000 in 3 //=> 800,000, 600,000, 400,000 */
export function stepsDown(limit: number, target: number, settings: Settings): readonly Money[] {
  const months = settings['credit.lowerMonths'];
  const step = moneyOf(settings['credit.limitStep']);
  const steps = Array.from({ length: months }, (_, month) => {
    if (month === months - 1) return target as Money;
    const straight = limit - ((limit - target) * (month + 1)) / months;
    return Math.max(target, Math.round(straight / step) * step) as Money;
  });
  return steps.filter((one, at) => one !== steps[at - 1] && one < limit);
}

/** The action in words with its steps; `settings` says in how many months a limit comes down. */
export function wordCreditSteps(action: CreditAction, facts: ActionFacts, settings: Settings): Text {
  const { limit, suggested, exposure } = facts;
  const parts = [...partsOf(action, facts)];
  if ((action === 'lower' || action === 'cash') && limit.known && suggested.known && suggested.value < limit.value) {
    const steps = stepsDown(limit.value, suggested.value, settings);
    parts.push(
      fill(
        steps.length > 1
          ? { zh: '额度降到 {to}，分 {n} 个月：{steps}', en: 'limit down to {to} in {n} months: {steps}' }
          : { zh: '额度降到 {to}', en: 'limit down to {to}' },
        {
          to: wordMoney(suggested.value, 0),
          n: wordNumber(steps.length),
          steps: steps.map((one) => wordMoney(one, 0)).join(' → '),
        },
      ),
    );
    if (action === 'lower' && exposure.known && exposure.value > suggested.value)
      parts.push(
        fill(
          { zh: '占用比建议多 {more}，先收回', en: 'collect {more} of exposure above it' },
          { more: wordMoney((exposure.value - suggested.value) as Money, 0) },
        ),
      );
  }
  return joinTexts(parts, { zh: '；', en: '; ' });
}

function partsOf(action: CreditAction, facts: ActionFacts): readonly Text[] {
  const { ahead, exposure, limit, suggested, overdue, overdueDays } = facts;
  const label = CREDIT_ACTIONS.find((rule) => rule.action === action)!.label;
  const use = useOf(facts);
  const withUse: Text =
    use !== undefined && Number.isFinite(use)
      ? fill({ zh: '{label}（使用率 {use}）', en: '{label} (use {use})' }, { label, use: wordPercent(use) })
      : label;
  const amount = (text: Text, money: Money): Text => fill(text, { label, m: wordMoney(money, 0) });
  switch (action) {
    case 'prepaid':
      return [amount({ zh: '预收 {m}，发货冲抵', en: '{m} paid in advance: offset against deliveries' }, ahead)];
    case 'cash':
      return [
        label,
        ...(overdue > 0 && overdueDays.known
          ? [
              fill(
                { zh: '先收逾期 {m}（最长 {days} 天）', en: 'collect {m} overdue (up to {days} days)' },
                { m: wordMoney(overdue, 0), days: wordNumber(overdueDays.value) },
              ),
            ]
          : []),
      ];
    case 'suspend':
      return exposure.known && limit.known
        ? [
            withUse,
            amount(
              { zh: '先收回超出的 {m}', en: 'collect the excess of {m}' },
              (exposure.value - limit.value) as Money,
            ),
          ]
        : [withUse];
    case 'collect':
      return [withUse, amount({ zh: '先收逾期 {m}', en: 'collect {m} overdue' }, overdue)];
    case 'raise':
    case 'grant':
      return suggested.known
        ? [action === 'raise' ? withUse : label, amount({ zh: '建议 {m}', en: 'suggested {m}' }, suggested.value)]
        : [label];
    case 'lower':
      return [];
    default:
      return [withUse];
  }
}
