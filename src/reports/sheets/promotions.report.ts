import { nameOf } from '../../core/measures/measures';
import type { PromotionResult } from '../../core/sales/marketing/promotions';
import { fill, type Text } from '../../i18n/text';
import { wordMoney, wordNumber } from '../../i18n/wording';
import { count, day, growth, label, money, number, ratio, text, userText } from '../layout/columns';
import { defineReport, type ChartDefinition } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { SERIES, TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { clientAt } from './parts/client-columns';

const STATES: Readonly<Record<PromotionResult['state'], Text>> = {
  planned: { zh: '未开始', en: 'Planned' },
  running: { zh: '进行中', en: 'Running' },
  over: { zh: '已结束', en: 'Over' },
};
const FOR_ALL: Text = { zh: '全部客户', en: 'all clients' };

const results = ({ analysis }: ReportContext): readonly PromotionResult[] =>
  analysis.promotions.known ? analysis.promotions.value : [];

const CHART: ChartDefinition = {
  id: 'promotions',
  kind: 'column',
  title: { zh: '促销前、中、后净销售额', en: 'Net sales before, during and after' },
  description: {
    zh: '每个促销活动之前、之中、之后同样天数的净销售额。',
    en: 'Net sales of as many days before, during and after each promotion.',
  },
  table: 'promotions',
  category: 'name',
  series: [
    { column: 'before', color: SERIES.before },
    { column: 'during', color: SERIES.first },
    { column: 'after', color: SERIES.third },
  ],
  valueAxis: { isMoney: true, min: 0 },
};

/** 001-31: promotions before, during and after, against the clients not in them. */
export const promotions = defineReport<PromotionResult>({
  id: 'promotions',
  sheet: { zh: '促销评估', en: 'Promotions' },
  purpose: {
    zh: '各促销活动前、中、后的销售，与未参加的客户相比，目标完成和投入产出',
    en: 'Sales before, during and after each promotion, against the clients not in it; target and return',
  },
  tab: TAB.clients,
  needs: ['transactions.amount'],
  missing: ({ analysis }) => (analysis.promotions.known ? undefined : wordMissing(analysis.promotions.why)),
  orientation: 'landscape',
  paper: 'whole',
  keyedBy: 'first',
  message: (context) => {
    const judged = results(context).filter(({ effect }) => effect.known);
    const effectOf = (one: PromotionResult): number => (one.effect.known ? one.effect.value : 0);
    const best = [...judged].sort((a, b) => effectOf(b) - effectOf(a))[0];
    return best?.effect.known
      ? fill(
          {
            zh: '{n} 个活动，{judged} 个有可比的客户；「{best}」超出其余客户走势最多：{effect}',
            en: '{n} promotions, {judged} with clients to compare with; “{best}” went furthest beyond the others: {effect}',
          },
          {
            n: wordNumber(results(context).length),
            judged: wordNumber(judged.length),
            best: best.name,
            effect: wordMoney(best.effect.value),
          },
        )
      : fill({ zh: '{n} 个促销活动', en: '{n} promotions' }, { n: wordNumber(results(context).length) });
  },
  highlights: () => [
    {
      zh: '效果 = 活动中 − 活动前 ×（1 + 其余客户的增减）；只作比较，不说明因果。前、后与活动（进行中的为已过的天数）同样长；全部客户都参加的没有可比的客户。',
      en: 'Effect = during − before × (1 + change of the others); a comparison, no claim of a cause. Before and after are as long as the promotion (as the days gone of a running one); where all clients took part there is nobody to compare with.',
    },
  ],
  rows: results,
  whenEmpty: { zh: '没有促销活动。', en: 'No promotion.' },
  columns: [
    text({ zh: '促销名称', en: 'Promotion' }, ({ name }) => name, { id: 'name', key: true, maxWidth: 18 }),
    text(
      { zh: '对象', en: 'For' },
      ({ client, region }, context) => (client >= 0 ? clientAt(client, context).name : region || FOR_ALL),
      { maxWidth: 13 },
    ),
    day({ zh: '开始', en: 'From' }, ({ from }) => from),
    day({ zh: '结束', en: 'To' }, ({ to }) => to),
    count(nameOf('promotionClients'), ({ clients }) => clients, { headerLines: 3 }),
    money(nameOf('salesBefore'), ({ before }) => before, { id: 'before', silent: true }),
    money(nameOf('salesDuring'), ({ during }) => during, { id: 'during' }),
    money(nameOf('salesAfter'), ({ after }) => after, { id: 'after', silent: true }),
    growth(nameOf('othersChange'), ({ othersChange }) => othersChange, { silent: true, headerLines: 3 }),
    money(nameOf('promotionEffect'), ({ effect }) => effect, { silent: true }),
    money(nameOf('promotionTarget'), ({ target }) => target, { silent: true }),
    ratio(nameOf('promotionAttainment'), ({ attainment }) => attainment, { silent: true, headerLines: 3 }),
    money(nameOf('promotionCost'), ({ cost }) => cost, { silent: true }),
    number(nameOf('returnOnCost'), ({ returnOnCost }) => returnOnCost, {
      silent: true,
      headerLines: 3,
      style: { numberFormat: '0.00' },
    }),
    userText({ zh: '问题与改进', en: 'Problems and improvement' }, { id: 'notes', minWidth: 12, headerLines: 3 }),
    label({ zh: '状态', en: 'State' }, ({ state }) => STATES[state], { minWidth: 9, isUnprinted: true }),
  ],
  charts: [CHART],
  sources: ['promotions', 'transactions', 'clients'],
  settings: ['returns.period'],
});
