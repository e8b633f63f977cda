import type { ClientCredit } from '../../core/credit/credit';
import type { FactorResult } from '../../core/credit/credit-card';
import { CREDIT_FACTORS, FIVE_C, FIVE_P, type FiveC, type FiveP } from '../../core/credit/credit-factors';
import { fill } from '../../i18n/text';
import { wordNumber } from '../../i18n/wording';
import { label, number, text, userText, wrapped } from '../layout/columns';
import { defineReport, defineTable } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { clientAt, clientColumns } from './parts/client-columns';
import { clientsByExposure, POINTS, viewColumn } from './parts/credit-lines';

/** One line of 表四: what a factor gave one client. */
interface FactorLine {
  readonly client: number;
  readonly factor: FactorResult;
  readonly dimension: FiveC;
}

/** Lines that a person may still read through; the largest losses of every client stand on 信用评估. */
const MOST_FACTOR_LINES = 2000;

function factorLines(context: ReportContext): readonly FactorLine[] {
  const lines: FactorLine[] = [];
  for (const { client, card } of clientsByExposure(context)) {
    if (lines.length + card.factors.length > MOST_FACTOR_LINES) break;
    card.factors.forEach((factor, at) => {
      if (factor.score.known) lines.push({ client, factor, dimension: CREDIT_FACTORS[at]!.dimension });
    });
  }
  return lines;
}

const fiveP = defineTable<ClientCredit>({
  id: 'fiveP',
  heading: { zh: '5P 视角（同样的要素，另一种归类）', en: 'The five Ps: the same factors seen another way' },
  rows: clientsByExposure,
  hasFilter: true,
  columns: [
    ...clientColumns<ClientCredit>(({ client }, context) => clientAt(client, context)),
    ...(Object.keys(FIVE_P) as FiveP[]).map((id) => viewColumn(id, FIVE_P[id], ({ card }) => card.fiveP)),
  ],
});

/**
 * 000-T4 line by line: what every factor gave a client, and why. A sheet of its own beside 信用评估: two long lists under
 * each other would share one frozen header, and it would lie about the second.
 */
export const creditFactors = defineReport<FactorLine>({
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
  keyedBy: 'all',
  highlights: (context) => {
    const lines = factorLines(context);
    const listed = new Set(lines.map(({ client }) => client)).size;
    const all = clientsByExposure(context).filter(({ card }) => card.coverage > 0).length;
    return [
      { zh: '占用大的客户在前。', en: 'Largest exposure first.' },
      ...(listed < all
        ? [
            fill(
              {
                zh: '列出前 {listed} 家，共 {all} 家；其余客户失分最多的要素见「信用评估」。',
                en: 'The first {listed} of {all} clients; the largest losses of the others stand on “Credit”.',
              },
              { listed: wordNumber(listed), all: wordNumber(all) },
            ),
          ]
        : []),
    ];
  },
  rows: factorLines,
  whenEmpty: { zh: '没有可评的要素。', en: 'No factor could be judged.' },
  columns: [
    ...clientColumns<FactorLine>(({ client }, context) => clientAt(client, context)),
    text({ zh: '评价要素', en: 'Factor' }, ({ factor }) => factor.label, { id: 'factor', key: true, maxWidth: 24 }),
    label({ zh: '5C', en: '5 C' }, ({ dimension }) => FIVE_C[dimension]),
    number({ zh: '分数', en: 'Points' }, ({ factor }) => factor.score, { style: POINTS }),
    number({ zh: '权重', en: 'Weight' }, ({ factor }) => factor.weightUsed, { style: POINTS }),
    number({ zh: '失分', en: 'Lost' }, ({ factor }) => factor.lost, { style: POINTS }),
    wrapped({ zh: '依据', en: 'Why' }, ({ factor }) => factor.reason, { maxWidth: 56 }),
    userText({ zh: '备注', en: 'Notes' }, { id: 'notes' }),
  ],
  tables: [fiveP],
  sources: ['clients', 'invoices', 'receipts', 'creditFactors', 'operators', 'deliveries', 'complaints'],
  settings: ['credit.minCoverage', 'credit.gradeA', 'credit.gradeB', 'credit.gradeC', 'credit.gradeD'],
});
