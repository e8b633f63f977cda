import type { ClientCredit } from '../../core/credit/credit';
import { CREDIT_FACTORS, FIVE_P, type FiveP } from '../../core/credit/credit-factors';
import { fill } from '../../i18n/text';
import { wordNumber } from '../../i18n/wording';
import { number, userText } from '../layout/columns';
import { defineReport, defineTable } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { clientAt, clientColumns } from './parts/client-columns';
import { clientsByExposure, POINTS, viewColumn } from './parts/credit-lines';

/** Clients of whom at least one factor is known. */
const judged = (context: ReportContext): readonly ClientCredit[] =>
  clientsByExposure(context).filter(({ card }) => CREDIT_FACTORS.some((factor) => card.pointsOf(factor).known));

const fiveP = defineTable<ClientCredit>({
  id: 'fiveP',
  heading: { zh: '5P 视角（同样的要素，另一种归类）', en: 'The five Ps: the same factors seen another way' },
  rows: clientsByExposure,
  hasFilter: true,
  columns: [
    ...clientColumns<ClientCredit>(({ client }, context) => clientAt(client, context)),
    ...(Object.keys(FIVE_P) as FiveP[]).map((id) => viewColumn(id, FIVE_P[id])),
  ],
});

/**
 * 000-T4 as a grid: what every factor gave a client. A sheet of its own beside 信用评估: two long lists under
 * each other would share one frozen header, and it would lie about the second.
 */
export const creditFactors = defineReport<ClientCredit>({
  id: 'creditFactors',
  sheet: { zh: '信用要素', en: 'Credit factors' },
  title: { zh: '表四 客户信用评估表：各要素得分', en: 'Client credit assessment: points by factor' },
  purpose: {
    zh: '表四：每个评价要素的得分、权重、失分和依据；5P 视角',
    en: 'Points, weight, loss and reason of every factor; the five Ps',
  },
  tab: TAB.money,
  needs: [],
  isOfClients: true,
  missing: ({ analysis }) => (analysis.credit.known ? undefined : wordMissing(analysis.credit.why)),
  orientation: 'landscape',
  freezeHeader: true,
  keyedBy: 'first',
  message: (context) => {
    const lost = CREDIT_FACTORS.map(({ label: name }) => ({ name, points: 0, clients: 0 }));
    for (const { card } of judged(context))
      for (const [at, one] of card.factors.entries()) {
        if (!one.score.known) continue;
        lost[at]!.points += one.lost;
        lost[at]!.clients++;
      }
    lost.sort((one, other) => other.points - one.points);
    const [most] = lost;
    return most && most.points > 0
      ? fill(
          {
            zh: '失分最多的要素：{name}（{n} 家评过，共失 {points} 分）',
            en: 'Most points are lost by {name}: {points} in all, of {n} clients judged',
          },
          { name: most.name, n: wordNumber(most.clients), points: wordNumber(most.points, 1) },
        )
      : undefined;
  },
  highlights: () => [
    {
      zh: '一家一行，一列一个要素，格里是得分（0–100，空白是没有资料）；占用大的在前。每项的依据在「信用评估」的「封顶与失分」。',
      en: 'A row a client, a column a factor: points of 0 to 100, blank where nothing is known; the most exposed first. Reasons stand on “Credit”.',
    },
  ],
  rows: judged,
  whenEmpty: { zh: '没有可评的要素。', en: 'No factor could be judged.' },
  columns: [
    ...clientColumns<ClientCredit>(({ client }, context) => clientAt(client, context)),
    number({ zh: '得分', en: 'Score' }, ({ card }) => card.score, { style: POINTS, id: 'score' }),
    ...CREDIT_FACTORS.map((factor) => {
      const { id, label: name } = factor;
      // The points of a factor are not the measure of the same name: that one stands on its own sheet in its own unit.
      return number<ClientCredit>(
        { zh: `${name.zh}得分`, en: `${name.en}, points` },
        ({ card }) => card.pointsOf(factor),
        {
          id: `factor-${id}`,
          style: { numberFormat: '0' },
          hideWhenEmpty: true,
          blankWhenMissing: true,
          silent: true,
          minWidth: 7,
          maxWidth: 9,
          isHeat: true,
        },
      );
    }),
    userText({ zh: '备注', en: 'Notes' }, { id: 'notes' }),
  ],
  tables: [fiveP],
  sources: ['clients', 'invoices', 'receipts', 'creditFactors', 'operators', 'deliveries', 'complaints'],
  settings: ['credit.minCoverage', 'credit.gradeA', 'credit.gradeB', 'credit.gradeC', 'credit.gradeD'],
});
