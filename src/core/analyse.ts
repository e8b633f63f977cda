import type { Analysis } from './analysis';
import { type ClientFigures, describeClients } from './sales/client-figures';
import { resolveAsOf, resolveWindow } from './facts/analysis-window';
import { sumClients } from './facts/client-sums';
import { gatherDeliveries } from './facts/delivery-facts';
import { byCodePoint } from './facts/row-grouping';
import { shareGroupings } from './facts/shared-groupings';
import { closeAccounts, tallyByDay } from './facts/sheet-accounts';
import { areClientsGroups } from './model/basis';
import { gatherTransactions } from './facts/transaction-facts';
import { KPIS } from './kpis';
import type { KpiInputs } from './kpis/define-kpi';
import type { IndicatorResult } from './kpis/indicator-result';
import { evaluateKpis } from './kpis/evaluate-kpis';
import { gatherRows } from './kpis/gather-rows';
import { ordersCounting } from './kpis/information.kpis';
import { measureCounting } from './kpis/measure-kpi';
import { textAt } from './model/columns';
import { tableOf, type Dataset } from './model/dataset';
import type { Day } from './model/day';
import type { Money } from './model/money';
import { known, mapOutcome, missing, type Outcome } from './model/outcome';
import type { Period, PeriodChoice } from './model/period';
import { workCalendarOf } from './calendar/work-calendar';
import { summariseComplaints, type ComplaintFigures } from './service/complaints';
import { measureConcentration, type Concentration } from './sales/concentration';
import { classifyDeliveries } from './service/delivery-classes';
import { distributeClients } from './sales/distribution';
import { assessCredit } from './credit/credit';
import { reviewClientFiles } from './files/archive';
import { findImportantDays } from './files/important-days';
import { clientsWithOpenOpportunities, gradePipeline } from './prospects/pipeline';
import { measurePaymentGround } from './receivables/payment-ground';
import { measureBehaviour } from './sales/client-behaviour';
import { countComplaints } from './service/complaint-counts';
import { measureTierSatisfaction } from './service/tier-satisfaction';
import { raiseAlerts, type AlertFigures } from './standing/alerts';
import { measureClasses } from './standing/class-figures';
import { buildPyramid } from './sales/pyramid';
import { measureRetention } from './sales/retention';
import { rankProfit } from './sales/rank-profit';
import { totalsOf } from './sales/totals';
import { rankTiers } from './sales/tiers';
import {
  describeClientMonths,
  describeMonths,
  describeYears,
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

  const tiers = rankTiers(ranked, netOf, facts.clients - active.length, settings);
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
    totals: totalsOf(facts, sums, clients, (client) => internal?.[client] === 1),
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
    ...scoreClients(
      dataset,
      { asOf, period: window.period, figures: clients, concentration, complaints, indicators: kpis.indicators },
      settings,
    ),
    issues: dataset.issues,
    issueCounts: dataset.issueCounts,
  };
}

type ClientScores = Pick<
  Analysis,
  | 'lifecycle'
  | 'keyAccounts'
  | 'prospects'
  | 'payments'
  | 'receivables'
  | 'credit'
  | 'pipeline'
  | 'satisfaction'
  | 'classes'
  | 'clientFiles'
  | 'importantDays'
  | 'alerts'
>;

interface ScoreInputs {
  readonly asOf: Day;
  readonly period: Period;
  readonly figures: readonly ClientFigures[];
  readonly concentration: Outcome<Concentration>;
  readonly complaints: Outcome<ComplaintFigures>;
  readonly indicators: readonly IndicatorResult[];
}

/** The rooms in the order in which they stand on one another; each has one entry. */
function scoreClients(
  dataset: Dataset,
  { asOf, period, figures, concentration, complaints, indicators }: ScoreInputs,
  settings: Settings,
): ClientScores {
  const { rows } = tableOf(dataset, 'clients');
  const behaviour = measureBehaviour(dataset, figures, asOf, settings);
  const { history, rhythms, lifecycles, keyAccounts, prospects } = behaviour;
  const ground = measurePaymentGround(dataset, asOf, settings);
  const payments = mapOutcome(ground, ({ behaviours }) => behaviours);
  const receivables = mapOutcome(ground, (all) => all.receivables);
  const owed = mapOutcome(receivables, (all) => all.clients);
  const exposures = mapOutcome(ground, (all) => all.exposures);
  const credit = assessCredit(
    dataset,
    { history, rhythms, lifecycles, payments, receivables: owed, exposures },
    asOf,
    settings,
  );
  const pipeline = gradePipeline(dataset, asOf, period, settings);
  const complaintCounts = countComplaints(dataset, rows, asOf);
  const satisfaction = measureTierSatisfaction(dataset, period, figures, settings);
  const open = clientsWithOpenOpportunities(pipeline);
  const clientFiles = reviewClientFiles(
    dataset,
    {
      figures,
      rhythms,
      lifecycles,
      accounts: keyAccounts.clients,
      payments,
      complaints: complaintCounts,
      hasOpenOpportunity: (client) => open.has(client),
    },
    asOf,
    settings,
  );
  const importantDays = findImportantDays(dataset, asOf, settings);
  const classes = measureClasses(
    dataset,
    { figures, behaviour, credit, pipeline, complaints: complaintCounts, satisfaction, clientFiles },
    asOf,
    settings,
  );

  const areGroups = areClientsGroups(dataset.basis);
  const hasSales = tableOf(dataset, 'transactions').rows > 0 && !areGroups;
  const noSales = areGroups ? NO_CLIENT_COLUMN : missing({ reason: 'no-sheet', sheet: 'transactions' });
  const hasClients = rows > 0 && !areGroups;
  const noClients = areGroups ? NO_CLIENT_COLUMN : missing({ reason: 'no-sheet', sheet: 'clients' });
  const alerts = (): AlertFigures =>
    raiseAlerts(
      {
        asOf,
        figures,
        rhythms,
        lifecycles,
        keyAccounts,
        payments: ground,
        credit,
        complaints,
        indicators,
        isWrittenOff: (client) => tableOf(dataset, 'clients').columns.writtenOff?.[client] === 1,
        openComplaints: (client) => (complaintCounts.known ? complaintCounts.value.open[client]! : 0),
        concentration,
        files: clientFiles,
        importantDays,
      },
      settings,
    );
  return {
    lifecycle: hasSales ? known({ clients: lifecycles, rhythms }) : noSales,
    keyAccounts: hasSales ? known(keyAccounts) : noSales,
    prospects,
    payments,
    receivables,
    credit,
    pipeline,
    satisfaction,
    classes: hasClients ? known(classes) : noClients,
    clientFiles: hasClients ? known(clientFiles) : noClients,
    importantDays,
    alerts: hasSales || ground.known ? known(alerts()) : noSales,
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

function pickIdentity({ code, name }: ClientFigures): { readonly code: string; readonly name: string } {
  return { code, name };
}
