import type { Measure } from '../../core/measures/measure';
import { MEASURES, type MeasureId } from '../../core/measures/measures';

/** Where each figure of the register stands in the JSON; `[]` is every entry of a list. */
export const FIELDS_OF_MEASURE: Readonly<Partial<Record<MeasureId, readonly string[]>>> = {
  netSales: [
    'totals.netAmount',
    'clients[].netAmount',
    'tiers[].netAmount',
    'years[].netAmount',
    'months[].netAmount',
    'regions[].netAmount',
    'topFive[].netAmount',
  ],
  netSalesBefore: ['totals.previousNetAmount', 'clients[].previousNetAmount'],
  change: ['totals.growth', 'clients[].growth'],
  share: ['clients[].share', 'tiers[].shareOfAmount', 'regions[].share', 'topFive[].share'],
  cumulativeShare: ['clients[].cumulativeShare'],
  rank: ['clients[].rank', 'topFive[].rank'],
  orders: ['totals.orders', 'clients[].orders'],
  quantity: ['clients[].quantity', 'regions[].quantity'],
  activeClients: ['totals.activeClients', 'years[].clients', 'months[].clients', 'regions[].clients'],
  firstDeal: ['clients[].firstDay'],
  lastDeal: ['clients[].lastDay'],
  collectable: ['receivables.totals.open', 'receivables.clients[].open', 'receivables.collection[].open'],
  disputed: ['receivables.totals.disputed', 'receivables.clients[].disputed'],
  overdue: ['receivables.totals.overdue', 'receivables.clients[].overdue'],
  overdueDays: ['receivables.clients[].payment.oldestOverdueDays', 'receivables.collection[].overdueDays'],
  prepaid: ['receivables.totals.advance', 'receivables.clients[].advance'],
  creditSales: ['receivables.totals.creditSales', 'receivables.clients[].creditSales'],
  dso: ['receivables.totals.dso', 'receivables.clients[].dso'],
  bestDso: ['receivables.totals.bestPossibleDso', 'receivables.clients[].bestPossibleDso'],
  delinquentDays: ['receivables.totals.delinquentDays', 'receivables.clients[].delinquentDays'],
  collectionRate: ['receivables.totals.cei', 'receivables.clients[].cei'],
  paymentIndex: ['receivables.clients[].payment.index'],
  daysLate: ['receivables.clients[].payment.daysLate'],
  paidOnTerms: ['receivables.clients[].payment.paidOnTerms'],
  creditScore: ['credit.clients[].score'],
  exposure: ['credit.clients[].exposure'],
  creditLimit: ['credit.clients[].limit'],
  limitUse: ['credit.clients[].use'],
  suggestedLimit: ['credit.clients[].suggestedLimit'],
  expectedAmount: [
    'pipeline.expectedAmount',
    'pipeline.grades[].expectedAmount',
    'pipeline.opportunities[].expectedAmount',
  ],
  winRate: ['pipeline.winRate'],
  atRisk: ['alerts.list[].amount'],
  attainment: [
    'plan.attainment.total.attainment',
    'plan.attainment.byRep[].attainment',
    'plan.attainment.byLevel[].attainment',
  ],
  coverage: [
    'plan.attainment.total.coverage',
    'plan.attainment.byRep[].coverage',
    'plan.attainment.byLevel[].coverage',
  ],
};

/** The register as plain data: what each figure is called, in what unit, over which days, of whom, and where it stands. */
export function measuresToJson() {
  return (Object.entries(MEASURES) as [MeasureId, Measure][]).map(
    ([id, { name, unit, window, population, decimals }]) => ({
      id,
      name,
      unit,
      window,
      population,
      decimals,
      fields: FIELDS_OF_MEASURE[id] ?? [],
    }),
  );
}
