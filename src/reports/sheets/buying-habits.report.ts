import { nameOf } from '../../core/measures/measures';
import type { BuyingHabit } from '../../core/sales/purchases/buying-habits';
import { byCodePoint } from '../../core/model/by-code-point';
import { mapOutcome } from '../../core/model/outcome';
import { fill, joinTexts, type Text } from '../../i18n/text';
import { wordNumber } from '../../i18n/wording';
import { WEEKDAY_WORDS } from '../../i18n/weekdays';
import { count, day, label, money, number, userText, wrapped } from '../layout/columns';
import { defineReport } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { clientAt, clientColumns } from './parts/client-columns';

const LIST: Text = { zh: '、', en: ', ' };

/** The next to order first; who is not expected last. */
function habits(context: ReportContext): readonly BuyingHabit[] {
  const found = context.analysis.buyingHabits;
  if (!found.known) return [];
  const dueOf = ({ nextDay }: BuyingHabit): number => (nextDay.known ? nextDay.value : Infinity);
  const codeOf = ({ client }: BuyingHabit): string => clientAt(client, context).code;
  // Asked for once a client, not once a comparison.
  return found.value
    .map((habit) => ({ habit, due: dueOf(habit), code: codeOf(habit) }))
    .sort((a, b) => (a.due === b.due ? byCodePoint(a.code, b.code) : a.due - b.due))
    .map(({ habit }) => habit);
}

/** 004-7 (4): how often, how much, what and on which weekday each client buys. */
export const buyingHabits = defineReport<BuyingHabit>({
  id: 'buyingHabits',
  sheet: { zh: '购买习惯', en: 'Buying habits' },
  purpose: {
    zh: '每个客户通常多久订一次、每次多少、订什么、周几订，预计何时再订',
    en: 'How often, how much, what and on which weekday each client buys, and when the next order is due',
  },
  tab: TAB.clients,
  needs: ['transactions.day'],
  isOfClients: true,
  missing: ({ analysis }) => (analysis.buyingHabits.known ? undefined : wordMissing(analysis.buyingHabits.why)),
  orientation: 'landscape',
  freezeHeader: true,
  keyedBy: 'first',
  message: (context) => {
    const { asOf } = context.analysis;
    const all = habits(context);
    const due = all.filter(({ nextDay }) => nextDay.known && nextDay.value <= asOf).length;
    const soon = all.filter(({ nextDay }) => nextDay.known && nextDay.value > asOf && nextDay.value <= asOf + 7).length;
    return fill(
      {
        zh: '近12个月有成交的 {n} 家：按习惯已该下单 {due} 家，7 天内该下单 {soon} 家',
        en: '{n} clients bought in 12 months: by their habit {due} are due, {soon} within 7 days',
      },
      { n: wordNumber(all.length), due: wordNumber(due), soon: wordNumber(soon) },
    );
  },
  highlights: () => [
    {
      zh: '间隔是客户自己相邻下单日的中位数，不足 3 个间隔不算；每次金额是下单日金额的中位数；常订的按下单日数，最多三种；星期要占到一半以上。',
      en: 'The interval is the median between its own order days, of at least 3; the amount is the median of its order days; products by order days, at most three; a weekday has at least half of the orders.',
    },
  ],
  rows: habits,
  whenEmpty: { zh: '近12个月没有成交。', en: 'No sale in 12 months.' },
  columns: [
    ...clientColumns<BuyingHabit>(({ client }, context) => clientAt(client, context)),
    count({ zh: '下单日数（12个月）', en: 'Order days in 12 months' }, ({ orderDays }) => orderDays),
    number(nameOf('orderInterval'), ({ interval }) => interval, { style: { numberFormat: '0.#' }, silent: true }),
    money({ zh: '通常每次金额', en: 'Usual order amount' }, ({ usualAmount }) => usualAmount, { silent: true }),
    label({ zh: '常在周几', en: 'Usual weekday' }, ({ weekday }) => mapOutcome(weekday, (at) => WEEKDAY_WORDS[at]!), {
      silent: true,
    }),
    wrapped(
      { zh: '常订的（下单日数）', en: 'Usual products (order days)' },
      ({ products }) =>
        mapOutcome(products, (all) =>
          joinTexts(
            all.map(({ product, days }) => fill({ zh: '{product} {days}', en: '{product} {days}' }, { product, days })),
            LIST,
          ),
        ),
      { id: 'products', minWidth: 30, maxWidth: 44 },
    ),
    day(nameOf('lastDeal'), ({ lastDay }) => lastDay),
    day(nameOf('nextOrder'), ({ nextDay }) => nextDay, { silent: true }),
    userText({ zh: '备注', en: 'Notes' }, { id: 'notes' }),
  ],
  sources: ['transactions', 'clients'],
  settings: ['rhythm.minGaps'],
});
