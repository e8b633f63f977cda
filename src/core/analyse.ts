import type { Analysis } from './analysis';
import type { ClientFigures, Totals } from './sales/client-figures';
import { resolveAsOf, resolveWindow } from './facts/analysis-window';
import { sumClients, type ClientSums } from './facts/client-sums';
import { gatherDeliveries } from './facts/delivery-facts';
import { byCodePoint } from './facts/row-grouping';
import { shareGroupings } from './facts/shared-groupings';
import { closeAccounts, tallyByDay } from './facts/sheet-accounts';
import { areClientsGroups } from './model/basis';
import { gatherTransactions, type TransactionFacts } from './facts/transaction-facts';
import { KPIS } from './kpis';
import type { KpiInputs } from './kpis/define-kpi';
import { evaluateKpis } from './kpis/evaluate-kpis';
import { gatherRows } from './kpis/gather-rows';
import { ordersCounting } from './kpis/information.kpis';
import { measureCounting } from './kpis/measure-kpi';
import { textAt } from './model/columns';
import { tableOf, type Dataset } from './model/dataset';
import type { Day } from './model/day';
import type { Money } from './model/money';
import { known, missing, type Outcome } from './model/outcome';
import type { PeriodChoice } from './model/period';
import { workCalendarOf } from './calendar/work-calendar';
import { describeClients } from './sales/client-figures';
import { summariseComplaints } from './service/complaints';
import { measureConcentration } from './sales/concentration';
import { classifyDeliveries } from './service/delivery-classes';
import { distributeClients } from './sales/distribution';
import { measureStanding } from './standing/client-standing';
import { classifyByProfit, type ProfitRanking } from './sales/profit-classes';
import { buildPyramid } from './sales/pyramid';
import { measureRetention } from './sales/retention';
import { rankTiers } from './sales/tiers';
import {
  describeClientMonths,
  describeMonths,
  describeYears,
  growthOf,
  listTopClients,
  monthsOfPeriod,
  sumYears,
} from './sales/time-figures';
import type { Settings } from './settings';

export { resolveAsOf };

/** Groups of buyers stand for the clients: nothing is said of one. */
const NO_CLIENT_COLUMN = missing({ reason: 'no-column', column: 'transactions.client' });

/** What is asked: `today` enters the analysis here and nowhere else. */
export interface AnalysisRequest {
  readonly today: Day;
  /** Without one: the last transaction day in the data, capped at today. */
  readonly asOf?: Day;
  readonly period: PeriodChoice;
  readonly settings: Settings;
}

/**
 * The only way in: every number of every sheet, from the data, the as-of day, the period and the settings. The same input
 * gives the same value; the order of rows changes nothing.
 */
export function analyse(dataset: Dataset, request: AnalysisRequest): Analysis {
  const { settings } = request;
  const asOf = resolveAsOf(dataset, request.today, request.asOf);
  const window = resolveWindow(dataset, request.period, asOf);
  const groupings = shareGroupings(dataset);
  const facts = gatherTransactions(dataset, window, settings, groupings.transactions);
  const deliveries = gatherDeliveries(
    dataset,
    window,
    settings,
    groupings.deliveries.regions,
    groupings.deliveries.reps,
  );
  const sums = sumClients(facts, window);
  const byCode = clientsByCode(dataset);
  const internal = tableOf(dataset, 'clients').columns.internal;
  const active = byCode.filter((client) => sums.lines[client]! > 0);
  const areGroups = areClientsGroups(dataset.basis);
  const ranked = facts.hasAmounts && !areGroups ? active.filter((client) => internal?.[client] !== 1) : [];
  const netOf = (client: number): Money => sums.net[client]!;

  const tiers = rankTiers(ranked, netOf, facts.clients - ranked.length, settings);
  const pyramid = buildPyramid(ranked, netOf, settings);
  const profit = rankProfit(facts, sums, ranked, settings);
  const clients = describeClients(dataset, facts, sums, {
    tiers: new Map(tiers.clients.map((one) => [one.client, one])),
    pyramid: pyramid.byClient,
    profit: profit.known ? profit.value.byClient : new Map(),
  });
  const concentration = measureConcentration(ranked.map(netOf), settings);
  const years = sumYears(facts);
  const months = monthsOfPeriod(window);
  const calendar = workCalendarOf(dataset, settings);
  const inputs: KpiInputs = {
    dataset,
    window,
    settings,
    transactions: facts,
    sums,
    deliveries,
    lists: gatherRows(dataset, window, facts, deliveries, groupings),
    calendar,
  };
  const kpis = evaluateKpis(inputs, KPIS);
  const orders = measureCounting(inputs, ordersCounting(inputs), false).current.n;
  const complaints = summariseComplaints(dataset, window, settings, calendar, orders);

  return {
    asOf,
    periodChoice: request.period,
    period: window.period,
    previousPeriod: window.previous,
    settings,
    accounts: closeAccounts(dataset, {
      transactions: facts.tally,
      deliveries: deliveries.tally,
      returns: facts.returnTally,
      complaints: tallyByDay(dataset, 'complaints', window),
      inquiries: tallyByDay(dataset, 'inquiries', window),
    }),
    clients,
    totals: totalsOf(facts, sums, clients),
    orderBasis: facts.orderBasis,
    tiers: tiers.result,
    pyramid: pyramid.levels,
    profit: profit.known ? known(profit.value.classes) : profit,
    concentration,
    years: describeYears(facts, years, window),
    months: describeMonths(facts, window),
    clientMonths: describeClientMonths(facts, months),
    topFive: areGroups ? [] : listTopClients(years, (client) => pickIdentity(clients[client]!), byCode, settings),
    distribution: distributeClients(dataset, facts, settings),
    retention: areGroups ? NO_CLIENT_COLUMN : measureRetention(facts, window),
    indicators: kpis.indicators,
    clientIndicators: kpis.byClient,
    regionIndicators: kpis.byRegion,
    repIndicators: kpis.byRep,
    deliveryClasses: classifyDeliveries(dataset, deliveries.lines, window, settings, (client) => clients[client]!.tier),
    complaints,
    ...measureStanding(
      dataset,
      { asOf, period: window.period, figures: clients, concentration, complaints, indicators: kpis.indicators },
      settings,
    ),
    issues: dataset.issues,
    issueCounts: dataset.issueCounts,
  };
}

/** Clients by code (by name where they have none): the order in which ties are shown. */
function clientsByCode(dataset: Dataset): number[] {
  const { columns, rows } = tableOf(dataset, 'clients');
  const keys = Array.from(
    { length: rows },
    (_, client) => textAt(columns.code, client) || textAt(columns.name, client),
  );
  return keys.map((_, client) => client).sort((a, b) => byCodePoint(keys[a]!, keys[b]!) || a - b);
}

function rankProfit(
  facts: TransactionFacts,
  sums: ClientSums,
  active: readonly number[],
  settings: Settings,
): Outcome<ProfitRanking> {
  if (!facts.profits) return missing({ reason: 'no-column', column: 'transactions.profit' });
  const profits = new Map<number, Money>();
  for (const client of active) {
    const profit = sums.profit[client]!;
    if (profit.known) profits.set(client, profit.value);
  }
  if (profits.size === 0) return missing({ reason: 'no-rows' });
  return known(
    classifyByProfit(
      active.filter((client) => profits.has(client)),
      (client) => profits.get(client)!,
      settings,
    ),
  );
}

function totalsOf(facts: TransactionFacts, sums: ClientSums, clients: readonly ClientFigures[]): Totals {
  const { total, hasPrevious } = sums;
  const previousNetAmount: Outcome<Money> = hasPrevious
    ? known(total.previousNet)
    : missing({ reason: 'no-period-before' });
  return {
    netAmount: total.net,
    grossAmount: (total.net - total.returns) as Money,
    returnAmount: Math.abs(total.returns) as Money,
    quantity: total.quantity,
    orders: facts.clientOrders.reduce((sum, orders) => sum + orders, 0),
    lines: total.lines,
    profit: total.profit,
    activeClients: sums.sales.reduce((count, sales) => count + (sales > 0 ? 1 : 0), 0),
    previousNetAmount,
    growth: hasPrevious ? growthOf(total.net, total.previousNet) : previousNetAmount,
    nonPositiveAmount: clients.reduce((sum, { netAmount }) => sum + Math.min(0, netAmount), 0) as Money,
  };
}

function pickIdentity({ code, name }: ClientFigures): { readonly code: string; readonly name: string } {
  return { code, name };
}
