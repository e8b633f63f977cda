import { fill, joinTexts, type Text } from '../../i18n/text';
import { wordNumber, wordPercent } from '../../i18n/wording';
import type { ClientFigures } from '../sales/client-figures';
import { byCodePoint } from '../model/by-code-point';
import { textAt } from '../model/columns';
import type { Money } from '../model/money';
import { known, missing, type Outcome } from '../model/outcome';
import { missingRatio, ratioOf, type Ratio } from '../model/ratio';
import type { TableOf } from '../model/tables';
import type { Settings } from '../settings';
import type { BareClass } from './class-column';
import type { ClassScheme } from './client-classes';

export interface ClassGroup {
  readonly code: string;
  readonly label: Text;
  readonly clients: number;
  /** Of the period; net amounts of 0 or less count nothing. */
  readonly netAmount: Money;
  readonly shareOfAmount: Outcome<number>;
  readonly amountPerClient: number;
  /** Clients with a phone or an e-mail / clients. */
  readonly contactable: number;
  readonly growth: Outcome<number>;
  readonly margin: Outcome<number>;
}

export interface SchemeQuality {
  readonly id: string;
  readonly label: Text;
  readonly feature: string;
  /** 可衡量: clients with a value / clients who can have one: those who bought at any time, unless the scheme says otherwise. */
  readonly measurable: Ratio;
  /** 需求足量: the smallest group's share of the amount. */
  readonly smallestShare: Outcome<number>;
  /** 可开发: the least contactable group. */
  readonly reachable: Outcome<number>;
  /** 反应差异: largest amount a client / smallest one, between groups. */
  readonly difference: Outcome<number>;
  /** Most amount first. */
  readonly groups: readonly ClassGroup[];
  readonly isSound: boolean;
  readonly verdict: Text;
}

/**
 * Whether a classification is worth managing by: the four principles 可衡量, 需求足量, 可开发, 反应差异.
 *
 * Formula: classified / clients who can have the class (who bought at any time; who has an open opportunity); groups that hold such clients only: smallest group's share of the net amount; lowest share of contactable clients of a group;
 * largest / smallest net amount a client among groups with an amount. Unit: ratio. Each is compared with its notice limit.
 * Missing: only prospects have a class: not judged; fewer than two groups: no difference; no amounts: no shares.   Source: 003-15.
 * @example groups of 900 (3 clients) and 100 (2 clients) //=> smallest share 10 %, difference 300 / 50 = 6
 */
export function judgeScheme(
  scheme: Pick<ClassScheme, 'id' | 'label' | 'feature'>,
  values: readonly Outcome<BareClass>[],
  figures: readonly ClientFigures[],
  clients: TableOf<'clients'>,
  isBuyer: (client: number) => boolean,
  settings: Settings,
): SchemeQuality {
  const drafts = new Map<string, Draft>();
  let classified = 0;
  let buyers = 0;
  values.forEach((value, client) => {
    const buys = isBuyer(client);
    if (buys) buyers++;
    if (!value.known) return;
    let draft = drafts.get(value.value.code);
    if (!draft) drafts.set(value.value.code, (draft = newDraft(value.value)));
    addClient(draft, figures[client]!, isContactable(clients, client));
    if (!buys) return;
    classified++;
    draft.buyers++;
  });
  const total = [...drafts.values()].reduce((sum, { amount }) => sum + amount, 0);
  const groups = [...drafts.values()]
    .map((draft) => groupOf(draft, total))
    .sort((a, b) => b.netAmount - a.netAmount || byCodePoint(a.code, b.code));
  // Classes of prospects say nothing of those who buy: the principles, which go by what is bought, do not judge them.
  const isOfProspects = classified === 0 && drafts.size > 0;
  const measurable = isOfProspects
    ? missingRatio({ reason: 'no-rows' })
    : ratioOf(classified, buyers, buyers, values.length - buyers);
  const judged = groups.filter(({ code }) => drafts.get(code)!.buyers > 0);
  const shares = judged.flatMap(({ shareOfAmount }) => (shareOfAmount.known ? [shareOfAmount.value] : []));
  const perClient = groups.map(({ amountPerClient }) => amountPerClient).filter((amount) => amount > 0);
  const smallestShare = leastOf(shares);
  const reachable = leastOf(judged.map(({ contactable }) => contactable));
  const difference: Outcome<number> =
    perClient.length >= 2
      ? known(Math.max(...perClient) / Math.min(...perClient))
      : missing({ reason: 'too-few', have: perClient.length, need: 2 });
  const problems = isOfProspects
    ? [OF_PROSPECTS]
    : problemsOf(measurable.value, smallestShare, reachable, difference, settings);
  return {
    ...scheme,
    measurable,
    smallestShare,
    reachable,
    difference,
    groups,
    isSound: problems.length === 0,
    verdict: problems.length === 0 ? { zh: '四项原则均满足', en: 'all four principles are met' } : joinTexts(problems),
  };
}

const OF_PROSPECTS: Text = {
  zh: '只分潜在客户，不按四项原则判断',
  en: 'only prospects are classified: not judged by the four principles',
};

interface Draft {
  readonly value: BareClass;
  /** Of its clients, those who bought at any time. */
  buyers: number;
  clients: number;
  amount: number;
  contactable: number;
  previous: number;
  current: number;
  profit: number;
  profitOn: number;
}

const newDraft = (value: BareClass): Draft => ({
  value,
  buyers: 0,
  clients: 0,
  amount: 0,
  contactable: 0,
  previous: 0,
  current: 0,
  profit: 0,
  profitOn: 0,
});

function addClient(draft: Draft, figures: ClientFigures, canContact: boolean): void {
  draft.clients++;
  draft.amount += Math.max(0, figures.netAmount);
  if (canContact) draft.contactable++;
  if (figures.previousNetAmount.known) {
    draft.previous += figures.previousNetAmount.value;
    draft.current += figures.netAmount;
  }
  if (figures.profit.known) {
    draft.profit += figures.profit.value;
    draft.profitOn += figures.netAmount;
  }
}

function groupOf(draft: Draft, total: number): ClassGroup {
  return {
    code: draft.value.code,
    label: draft.value.value,
    clients: draft.clients,
    netAmount: draft.amount as Money,
    shareOfAmount: total > 0 ? known(draft.amount / total) : missing({ reason: 'no-rows' }),
    amountPerClient: draft.amount / draft.clients,
    contactable: draft.contactable / draft.clients,
    growth:
      draft.previous > 0
        ? known((draft.current - draft.previous) / draft.previous)
        : missing({ reason: 'no-period-before' }),
    margin: draft.profitOn > 0 ? known(draft.profit / draft.profitOn) : missing({ reason: 'nothing-due' }),
  };
}

function isContactable(clients: TableOf<'clients'>, client: number): boolean {
  const { phone, mobile, email } = clients.columns;
  return textAt(phone, client) !== '' || textAt(mobile, client) !== '' || textAt(email, client) !== '';
}

function leastOf(values: readonly number[]): Outcome<number> {
  return values.length === 0 ? missing({ reason: 'no-rows' }) : known(Math.min(...values));
}

function problemsOf(
  measurable: Outcome<number>,
  smallestShare: Outcome<number>,
  reachable: Outcome<number>,
  difference: Outcome<number>,
  settings: Settings,
): Text[] {
  const problems: Text[] = [];
  const percent = (ratio: number): { readonly share: string } => ({ share: wordPercent(ratio) });
  if (measurable.known && measurable.value < settings['classes.minClassified']) {
    problems.push(
      fill(
        { zh: '可衡量不足：只有 {share} 的客户能分类', en: 'only {share} of clients can be classified' },
        percent(measurable.value),
      ),
    );
  }
  if (smallestShare.known && smallestShare.value < settings['classes.minGroupShare']) {
    problems.push(
      fill(
        { zh: '需求不足：最小组只占 {share}', en: 'the smallest group holds only {share}' },
        percent(smallestShare.value),
      ),
    );
  }
  if (reachable.known && reachable.value < settings['classes.minContactable']) {
    problems.push(
      fill(
        { zh: '可开发不足：有一组只有 {share} 的客户联系得上', en: 'in one group only {share} can be reached' },
        percent(reachable.value),
      ),
    );
  }
  if (!difference.known) {
    problems.push({
      zh: '反应差异不明：有金额的组不足两个',
      en: 'no difference: fewer than two groups with an amount',
    });
  } else if (difference.value < settings['classes.minDifference']) {
    problems.push(
      fill(
        {
          zh: '反应差异小：组间户均相差 {times} 倍',
          en: 'groups differ little: sales per client by a factor of {times}',
        },
        { times: wordNumber(difference.value, 1) },
      ),
    );
  }
  return problems;
}
