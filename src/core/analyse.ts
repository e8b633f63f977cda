import { byCodePoint } from './model/by-code-point';
import type { Analysis } from './analysis';
import { type ClientFigures, describeClients } from './sales/client-figures';
import { resolveAsOf } from './facts/analysis-window';
import { judgeDeliveryLines } from './facts/delivery-lines';
import { salesOfWindow, type SalesOfWindow } from './facts/sales-of-window';
import { closeAccounts, tallyByDay } from './facts/sheet-accounts';
import { areClientsGroups } from './model/basis';
import { KPIS } from './kpis';
import type { KpiInputs } from './kpis/define-kpi';
import { evaluateKpis } from './kpis/evaluate-kpis';
import { kpiInputsOf } from './kpis/kpi-inputs';
import { PlacedSalesLines } from './kpis/gather-rows';
import { textAt } from './model/columns';
import { LastOf } from './model/last-of';
import { lazily } from './model/lazily';
import { tableOf, type Dataset } from './model/dataset';
import type { Day } from './model/day';
import type { Money } from './model/money';
import { flatMapOutcome, known, mapOutcome, missing } from './model/outcome';
import type { PeriodChoice } from './model/period';
import { workCalendarOf } from './calendar/work-calendar';
import { listAccidents } from './service/accidents';
import { followInquiries } from './service/inquiries';
import { checkLoads } from './service/tracking/check-loads';
import { findBuyingHabits } from './sales/purchases/buying-habits';
import { listForDevelopment } from './standing/development-list';
import { advisePyramid } from './standing/pyramid-advice';
import { summariseComplaints } from './service/complaints';
import { measureConcentration } from './sales/concentration';
import { reviewRegisters } from './files/registers/registers';
import { trackOrders } from './service/tracking/track-orders';
import { trackProducts } from './service/tracking/track-products';
import { trackShipments } from './service/tracking/track-shipments';
import { classifyDeliveries } from './service/delivery-classes';
import { distributeClients } from './sales/distribution';
import { assessCredit } from './credit/credit';
import type { Honesty } from './credit/honesty';
import { reviewClientFiles } from './files/archive';
import { findImportantDays } from './files/important-days';
import { clientsWithOpenOpportunities, gradePipeline } from './prospects/pipeline';
import { openInvoicesOf } from './receivables/open-invoices';
import { measurePaymentGround } from './receivables/payment-ground';
import { measureBehaviour, measureBuying, type BuyingOverTime } from './sales/client-behaviour';
import { countComplaints } from './service/complaint-counts';
import { measureTierSatisfaction } from './service/tier-satisfaction';
import { raiseAlerts, type AlertFigures } from './standing/alerts';
import { followContracts } from './service/contracts';
import { measureOrigins } from './sales/marketing/origins';
import { evaluatePromotions } from './sales/marketing/promotions';
import { measureReps } from './standing/rep-performance';
import { measureTargets } from './sales/target-attainment';
import { measureClasses, type ClassFigures } from './standing/class-figures';
import { buildPyramid } from './sales/pyramid';
import { measureRetention } from './sales/retention';
import { rankProfit } from './sales/profit/rank-profit';
import { totalsOf } from './sales/totals';
import { rankAmounts, tierBlocks, type RankedAmounts } from './sales/tiers';
import {
  describeClientMonths,
  describeMonths,
  describeYears,
  listTopClients,
  monthsOfPeriod,
  sumYears,
} from './sales/time-figures';
import { keyBeyondTiers, type Settings } from './settings';

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
 * gives the same value; the order of rows changes nothing. Every figure is worked out when a report first reads it, once;
 * what a changed threshold does not move is kept for the next request of the same data.
 */
export function analyse(dataset: Dataset, request: AnalysisRequest): Analysis {
  const { settings } = request;
  const asOf = resolveAsOf(dataset, request.today, request.asOf);
  const sales = salesOfWindow(dataset, request.period, asOf, settings);
  const { window, groupings, facts, sums } = sales;
  const internal = tableOf(dataset, 'clients').columns.internal;
  const areGroups = areClientsGroups(dataset.basis);
  const { byCode, ranked, amounts, withoutLines } = rankedOf(dataset, sales);
  const netOf = (client: number): Money => sums.net[client]!;

  const later: MeasuredLater = lazily<MeasuredLater>({
    tiers: () => tierBlocks(amounts, withoutLines, settings),
    pyramid: () => buildPyramid(ranked, netOf, settings),
    profit: () => rankProfit(facts, sums, ranked, settings),
    judged: () => judgeDeliveryLines(dataset, window, settings),
    years: () => sumYears(facts),
    calendar: () => workCalendarOf(dataset, settings),
    salesLines: () => new PlacedSalesLines(dataset, facts, groupings),
    // What is counted is let go with the counting: it is a third of all that an analysis takes.
    kpis: () => evaluateKpis(kpiInputsOf(dataset, sales, later.judged, later.calendar, settings), KPIS),
  });

  const analysis: Analysis = lazily<Analysis>({
    asOf: () => asOf,
    periodChoice: () => request.period,
    period: () => window.period,
    previousPeriod: () => window.previous,
    settings: () => settings,
    accounts: () =>
      closeAccounts(dataset, {
        transactions: facts.tally,
        deliveries: later.judged.tally,
        returns: facts.returnTally,
        complaints: tallyByDay(dataset, 'complaints', window),
        inquiries: tallyByDay(dataset, 'inquiries', window),
      }),
    clients: () =>
      describeClients(dataset, facts, sums, {
        tiers: new Map(later.tiers.clients.map((one) => [one.client, one])),
        pyramid: later.pyramid.byClient,
        profit: later.profit.known ? later.profit.value.byClient : new Map(),
      }),
    totals: () => totalsOf(facts, sums, (client) => internal?.[client] === 1),
    orderBasis: () => facts.orderBasis,
    tiers: () => later.tiers.result,
    tiered: () => later.tiers.tiered,
    pyramid: () => later.pyramid.levels,
    profit: () => mapOutcome(later.profit, ({ classes }) => classes),
    concentration: () => measureConcentration(ranked.map(netOf), settings),
    years: () => describeYears(facts, later.years, window),
    months: () => describeMonths(facts, window),
    clientMonths: () => describeClientMonths(facts, monthsOfPeriod(window)),
    topFive: () =>
      areGroups
        ? []
        : listTopClients(later.years, (client) => pickIdentity(analysis.clients[client]!), byCode, settings),
    distribution: () => distributeClients(dataset, facts, settings),
    targets: () => (areGroups ? NO_CLIENT_COLUMN : measureTargets(dataset, later.years, asOf)),
    repFigures: () =>
      areGroups
        ? NO_CLIENT_COLUMN
        : measureReps(dataset, {
            window,
            groupings,
            facts,
            lines: later.salesLines,
            receivables: analysis.receivables,
            targets: analysis.targets,
          }),
    promotions: () => evaluatePromotions(dataset, facts, later.salesLines, groupings.regionNames, window),
    origins: () => measureOrigins(dataset, analysis.clients, window.period),
    contracts: () => followContracts(dataset, asOf),
    retention: () => (areGroups ? NO_CLIENT_COLUMN : measureRetention(facts, window)),
    indicators: () => later.kpis.indicators,
    clientIndicators: () => later.kpis.byClient,
    regionIndicators: () => later.kpis.byRegion,
    repIndicators: () => later.kpis.byRep,
    deliveryClasses: () =>
      classifyDeliveries(dataset, later.judged.lines, window, settings, (client) => analysis.clients[client]!.tier),
    accidents: () => listAccidents(dataset, later.judged.lines, window.period),
    orderTracking: () =>
      trackOrders(
        dataset,
        later.judged.lines,
        window,
        settings,
        openInvoicesOf(analysis.receivables),
        (client) => analysis.clients[client]!.tier,
      ),
    shipmentTracking: () => trackShipments(dataset, later.judged.lines, window, settings),
    productTracking: () => {
      const open = flatMapOutcome(analysis.deliveryClasses, ({ openByProduct }) => openByProduct);
      return trackProducts(dataset, facts, window, open);
    },
    loadChecks: () => checkLoads(dataset, window, settings),
    inquiries: () => followInquiries(dataset, window, later.calendar, settings),
    buyingHabits: () => flatMapOutcome(analysis.lifecycle, ({ rhythms }) => findBuyingHabits(dataset, rhythms, asOf)),
    pyramidAdvice: () =>
      areGroups
        ? NO_CLIENT_COLUMN
        : known(advisePyramid(dataset, analysis.clients, honestyIn(analysis.credit), window.period, settings)),
    development: () => developmentOf(dataset, analysis, settings),
    registers: () => reviewRegisters(dataset, asOf, settings),
    complaints: () => summariseComplaints(dataset, window, settings, later.calendar, later.kpis.orders),
    ...scoresOf(dataset, () => analysis, settings),
    issues: () => dataset.issues,
    issueCounts: () => dataset.issueCounts,
  });
  return analysis;
}

/** What is known of each client's honesty; nothing where there is no credit assessment. */
function honestyIn(credit: Analysis['credit']): (client: number) => Honesty {
  return (client) => (credit.known ? credit.value.clients[client]!.honesty.honesty : 'undetermined');
}

function developmentOf(dataset: Dataset, analysis: Analysis, settings: Settings): Analysis['development'] {
  const { clientFiles, pipeline, keyAccounts, prospects } = analysis;
  const open = clientsWithOpenOpportunities(pipeline);
  return flatMapOutcome(clientFiles, ({ files }) =>
    flatMapOutcome(keyAccounts, ({ clients }) =>
      listForDevelopment(
        dataset,
        {
          figures: analysis.clients,
          files,
          prospects,
          hasOpenOpportunity: (client) => open.has(client),
          isBuyer: (client) => clients[client]!.level !== 'target' && clients[client]!.level !== 'lead',
        },
        analysis.asOf,
        settings,
      ),
    ),
  );
}

/** What several figures stand on, and a threshold that is tried out does not need. */
interface MeasuredLater {
  readonly tiers: ReturnType<typeof tierBlocks>;
  readonly pyramid: ReturnType<typeof buildPyramid>;
  readonly profit: ReturnType<typeof rankProfit>;
  readonly judged: ReturnType<typeof judgeDeliveryLines>;
  readonly years: ReturnType<typeof sumYears>;
  readonly calendar: KpiInputs['calendar'];
  readonly salesLines: PlacedSalesLines;
  readonly kpis: ReturnType<typeof evaluateKpis>;
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

/** What stands on no setting of tiers. */
interface RoomsBeyondTiers {
  readonly buying: BuyingOverTime;
  readonly ground: ReturnType<typeof measurePaymentGround>;
  readonly payments: ClientScores['payments'];
  readonly receivables: ClientScores['receivables'];
  readonly credit: ClientScores['credit'];
}

const BEYOND_TIERS = new LastOf<RoomsBeyondTiers>();

function roomsBeyondTiers(dataset: Dataset, asOf: Day, settings: Settings): RoomsBeyondTiers {
  return BEYOND_TIERS.of(dataset, `${asOf} ${keyBeyondTiers(settings)}`, () => {
    const rooms: RoomsBeyondTiers = lazily<RoomsBeyondTiers>({
      buying: () => measureBuying(dataset, asOf, settings),
      ground: () => measurePaymentGround(dataset, asOf, settings),
      payments: () => mapOutcome(rooms.ground, ({ behaviours }) => behaviours),
      receivables: () => mapOutcome(rooms.ground, (all) => all.receivables),
      credit: () => {
        const owed = mapOutcome(rooms.receivables, (all) => all.clients);
        const exposures = mapOutcome(rooms.ground, (all) => all.exposures);
        const inputs = { ...rooms.buying, payments: rooms.payments, receivables: owed, exposures };
        return assessCredit(dataset, inputs, asOf, settings);
      },
    });
    return rooms;
  });
}

/** What the rooms hand on to one another. */
interface Rooms {
  readonly behaviour: ReturnType<typeof measureBehaviour>;
  readonly pipeline: ClientScores['pipeline'];
  readonly complaintCounts: ReturnType<typeof countComplaints>;
  readonly satisfaction: ClientScores['satisfaction'];
  readonly clientFiles: ReturnType<typeof reviewClientFiles>;
  readonly importantDays: ClientScores['importantDays'];
}

/** How each score is found: every room has one entry, and opens the rooms that it stands on. */
function scoresOf(
  dataset: Dataset,
  analysis: () => Analysis,
  settings: Settings,
): { readonly [Score in keyof ClientScores]: () => ClientScores[Score] } {
  const { rows, columns } = tableOf(dataset, 'clients');
  const areGroups = areClientsGroups(dataset.basis);
  const hasSales = tableOf(dataset, 'transactions').rows > 0 && !areGroups;
  const noSales = areGroups ? NO_CLIENT_COLUMN : missing({ reason: 'no-sheet', sheet: 'transactions' });
  const hasClients = rows > 0 && !areGroups;
  const noClients = areGroups ? NO_CLIENT_COLUMN : missing({ reason: 'no-sheet', sheet: 'clients' });

  const beyond = (): RoomsBeyondTiers => roomsBeyondTiers(dataset, analysis().asOf, settings);
  const rooms: Rooms = lazily<Rooms>({
    behaviour: () => measureBehaviour(dataset, beyond().buying, analysis().clients, analysis().asOf, settings),
    pipeline: () => gradePipeline(dataset, analysis().asOf, analysis().period, settings),
    complaintCounts: () => countComplaints(dataset, rows, analysis().asOf),
    satisfaction: () => measureTierSatisfaction(dataset, analysis().period, analysis().clients, settings),
    clientFiles: () => {
      const { rhythms, lifecycles, keyAccounts } = rooms.behaviour;
      const open = clientsWithOpenOpportunities(rooms.pipeline);
      return reviewClientFiles(
        dataset,
        {
          figures: analysis().clients,
          rhythms,
          lifecycles,
          accounts: keyAccounts.clients,
          payments: beyond().payments,
          complaints: rooms.complaintCounts,
          hasOpenOpportunity: (client) => open.has(client),
        },
        analysis().asOf,
        settings,
      );
    },
    importantDays: () => findImportantDays(dataset, analysis().asOf, settings),
  });
  const classes = (): ClassFigures => {
    const { behaviour, pipeline, complaintCounts, satisfaction, clientFiles } = rooms;
    const { credit } = beyond();
    const figures = analysis().clients;
    const inputs = { figures, behaviour, credit, pipeline, complaints: complaintCounts, satisfaction, clientFiles };
    return measureClasses(dataset, inputs, analysis().asOf, settings);
  };
  const alerts = (): AlertFigures => {
    const { behaviour, complaintCounts, clientFiles, importantDays } = rooms;
    const { ground, credit } = beyond();
    const { asOf, clients: figures, complaints, indicators, concentration } = analysis();
    return raiseAlerts(
      {
        asOf,
        figures,
        rhythms: behaviour.rhythms,
        lifecycles: behaviour.lifecycles,
        keyAccounts: behaviour.keyAccounts,
        payments: ground,
        credit,
        complaints,
        indicators,
        isWrittenOff: (client) => columns.writtenOff?.[client] === 1,
        openComplaints: (client) => (complaintCounts.known ? complaintCounts.value.open[client]! : 0),
        concentration,
        files: clientFiles,
        importantDays,
      },
      settings,
    );
  };
  return {
    lifecycle: () =>
      hasSales ? known({ clients: rooms.behaviour.lifecycles, rhythms: rooms.behaviour.rhythms }) : noSales,
    keyAccounts: () => (hasSales ? known(rooms.behaviour.keyAccounts) : noSales),
    prospects: () => rooms.behaviour.prospects,
    payments: () => beyond().payments,
    receivables: () => beyond().receivables,
    credit: () => beyond().credit,
    pipeline: () => rooms.pipeline,
    satisfaction: () => rooms.satisfaction,
    classes: () => (hasClients ? known(classes()) : noClients),
    clientFiles: () => (hasClients ? known(rooms.clientFiles) : noClients),
    importantDays: () => rooms.importantDays,
    alerts: () => (hasSales || beyond().ground.known ? known(alerts()) : noSales),
  };
}

/** Clients in their orders, which no setting moves. */
interface RankedClients {
  readonly byCode: readonly number[];
  /** Those that tiers are given to. */
  readonly ranked: readonly number[];
  readonly amounts: RankedAmounts;
  /** Clients without a line in the period. */
  readonly withoutLines: number;
}

const RANKED = new WeakMap<SalesOfWindow, RankedClients>();

function rankedOf(dataset: Dataset, sales: SalesOfWindow): RankedClients {
  const kept = RANKED.get(sales);
  if (kept) return kept;
  const { facts, sums } = sales;
  const internal = tableOf(dataset, 'clients').columns.internal;
  const byCode = clientsByCode(dataset);
  const active = byCode.filter((client) => sums.lines[client]! > 0);
  const isRanked = facts.hasAmounts && !areClientsGroups(dataset.basis);
  const ranked = isRanked ? active.filter((client) => internal?.[client] !== 1) : [];
  const amounts = rankAmounts(ranked, (client) => sums.net[client]!);
  const found = { byCode, ranked, amounts, withoutLines: facts.clients - active.length };
  RANKED.set(sales, found);
  return found;
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
