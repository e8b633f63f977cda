import type { Text } from '../../i18n/text';
import type { ClientFigures } from '../sales/client-figures';
import type { Concentration } from '../sales/concentration';
import type { Tier } from '../sales/tiers';
import { areClientsGroups } from '../model/basis';
import { textAt } from '../model/columns';
import { tableOf, type Dataset } from '../model/dataset';
import { asDay, NO_DAY, type Day } from '../model/day';
import { known, mapOutcome, missing, type Outcome } from '../model/outcome';
import type { Period } from '../model/period';
import type { Settings } from '../settings';
import { raiseAlerts, type AlertFigures } from './alerts';
import { reviewClientFiles, type ClientFiles } from '../files/archive';
import { judgeScheme, type SchemeQuality } from './class-quality';
import { CLASS_SCHEMES } from './classes';
import { classifyClients, type ClassifiedClient } from './client-classes';
import type { IndicatorResult } from '../kpis/indicator-result';
import type { ComplaintFigures } from '../service/complaints';
import { countComplaints } from '../service/complaint-counts';
import { assessCredit, type CreditAssessment } from '../credit/credit';
import { findImportantDays, type ImportantDays } from '../files/important-days';
import { levelOf } from '../model/judged-words';
import { rankKeyAccounts, type KeyAccounts } from '../sales/key-accounts';
import { measureLifecycles, type LifecycleResult } from '../sales/lifecycle';
import { decideManagedTiers } from './managed-tier';
import type { PaymentBehaviour } from '../receivables/payment-index';
import { measurePaymentGround } from '../receivables/payment-ground';
import { gradePipeline, type Pipeline } from '../prospects/pipeline';
import type { Receivables } from '../receivables/receivables';
import { measureRhythms, type Rhythm } from '../sales/rhythm';
import { collectSalesHistory } from '../sales/sales-history';
import { classifySatisfaction } from '../service/satisfaction-class';
import { measureSatisfaction, type SatisfactionFigures } from '../service/satisfaction';
import { rankSizes } from '../sales/sizes';
import { adviseStrategy } from './strategies';
import { findTargetProspects, type TargetProspect } from '../prospects/target-prospects';
import { rankTiers } from '../sales/tiers';
import { measureUrgency } from '../prospects/urgency';

/** Who the firm is dealing with: what the scores say of every client. Arrays are in the order of the data set's clients. */
export interface ClientStanding {
  readonly lifecycle: Outcome<LifecycleFigures>;
  readonly keyAccounts: Outcome<KeyAccounts>;
  /** Clients without an order: how near they are to 潜在(目标). */
  readonly prospects: readonly TargetProspect[];
  readonly payments: Outcome<readonly PaymentBehaviour[]>;
  readonly receivables: Outcome<Receivables>;
  readonly credit: Outcome<CreditAssessment>;
  readonly pipeline: Outcome<Pipeline>;
  readonly satisfaction: Outcome<SatisfactionFigures>;
  readonly classes: Outcome<ClassFigures>;
  readonly clientFiles: Outcome<ClientFiles>;
  readonly importantDays: Outcome<ImportantDays>;
  readonly alerts: Outcome<AlertFigures>;
}

export interface LifecycleFigures {
  readonly clients: readonly LifecycleResult[];
  readonly rhythms: readonly Rhythm[];
}

export interface ClassFigures {
  /** Parallel to the classes of each client. */
  readonly schemes: readonly { readonly id: string; readonly label: Text; readonly feature: string }[];
  readonly clients: readonly ClassifiedClient[];
  /** 003-15, one a scheme. */
  readonly quality: readonly SchemeQuality[];
}

export interface StandingInputs {
  readonly asOf: Day;
  readonly period: Period;
  readonly figures: readonly ClientFigures[];
  readonly concentration: Outcome<Concentration>;
  readonly complaints: Outcome<ComplaintFigures>;
  readonly indicators: readonly IndicatorResult[];
}

/** Runs the scores in the order in which they stand on one another. */
export function measureStanding(dataset: Dataset, inputs: StandingInputs, settings: Settings): ClientStanding {
  const { asOf, period, figures } = inputs;
  const clients = tableOf(dataset, 'clients');
  const { columns } = clients;
  const history = collectSalesHistory(
    tableOf(dataset, 'transactions'),
    tableOf(dataset, 'returns'),
    clients.rows,
    asOf,
  );
  const rhythms = measureRhythms(history, (client) => textAt(columns.industry, client), settings);
  const lifecycles = measureLifecycles(history, rhythms, settings);
  const firstDeals = rhythms.map(({ firstDay }, client) =>
    earlierDay(firstDay, columns.firstDealDay?.[client] ?? NO_DAY, asOf),
  );
  const prospects = findTargetProspects(dataset, asOf, settings);
  const keyAccounts = rankKeyAccounts(
    {
      history,
      rhythms,
      lifecycles,
      firstDeals,
      tierBefore: tiersBefore(figures, settings),
      isInternal: (client) => columns.internal?.[client] === 1,
      hasHighPotential: (client) => levelOf(textAt(columns.potential, client)) === 'high',
      prospects,
    },
    settings,
  );
  const ground = measurePaymentGround(dataset, asOf, settings);
  const payments = mapOutcome(ground, ({ behaviours }) => behaviours);
  const receivables = mapOutcome(ground, (all) => all.receivables);
  const credit = assessCredit(
    dataset,
    {
      history,
      rhythms,
      lifecycles,
      payments,
      receivables: mapOutcome(receivables, (all) => all.clients),
      exposures: mapOutcome(ground, ({ exposures }) => exposures),
    },
    asOf,
    settings,
  );
  const pipeline = gradePipeline(dataset, asOf, period, settings);
  const complaints = countComplaints(dataset, clients.rows, asOf);
  const satisfaction = measureSatisfaction(
    dataset,
    period,
    {
      groups: TIER_GROUPS,
      groupOf: (client) => groupOfTier(figures[client]!.tier),
      isActive: (client) => figures[client]!.orders > 0,
    },
    settings,
  );
  const openOpportunities = new Set(
    pipeline.known
      ? pipeline.value.opportunities.filter(({ state }) => state === 'open').map(({ client }) => client)
      : [],
  );
  const clientFiles = reviewClientFiles(
    dataset,
    {
      history,
      rhythms,
      lifecycles,
      accounts: keyAccounts.clients,
      payments,
      complaints,
      hasOpenOpportunity: (client) => openOpportunities.has(client),
    },
    asOf,
    settings,
  );
  const importantDays = findImportantDays(dataset, asOf, settings);
  const managed = decideManagedTiers(figures, (client) => columns.strategic?.[client] === 1);
  const marks = satisfaction.known ? satisfaction.value.overallOfClient : new Map<number, number>();
  const values = classifyClients(CLASS_SCHEMES, {
    asOf,
    settings,
    clients,
    dataset,
    figures,
    history,
    rhythms,
    lifecycles,
    firstDeals,
    accounts: keyAccounts.clients,
    sizes: rankSizes(history, settings),
    credit,
    urgency: measureUrgency(dataset, pipeline, asOf, settings),
    pipeline,
    satisfaction: rhythms.map((rhythm, client) =>
      classifySatisfaction(
        client,
        { rhythm, firstDeal: firstDeals[client]!, complaints, mark: marks.get(client) },
        asOf,
        settings,
      ),
    ),
    hasContract: (client) => {
      const { openContracts } = clientFiles.files[client]!;
      return openContracts.known && openContracts.value > 0;
    },
    managedTier: (client) => managed[client]!,
  });

  const areGroups = areClientsGroups(dataset.basis);
  const hasSales = tableOf(dataset, 'transactions').rows > 0 && !areGroups;
  const noSales = missing(
    areGroups ? { reason: 'no-column', column: 'transactions.client' } : { reason: 'no-sheet', sheet: 'transactions' },
  );
  const hasClients = clients.rows > 0 && !areGroups;
  const noClients = areGroups ? noSales : missing({ reason: 'no-sheet', sheet: 'clients' });
  return {
    lifecycle: hasSales ? known({ clients: lifecycles, rhythms }) : noSales,
    keyAccounts: hasSales ? known(keyAccounts) : noSales,
    prospects,
    payments,
    receivables,
    credit,
    pipeline,
    satisfaction,
    classes: hasClients
      ? known({
          schemes: CLASS_SCHEMES.map(({ id, label, feature }) => ({ id, label, feature })),
          clients: values.map((classes, client) => ({
            client,
            classes,
            strategy: adviseStrategy({
              level: keyAccounts.clients[client]!.level,
              stage: lifecycles[client]!.stage,
              tier: mapOutcome(managed[client]!, ({ tier }) => tier),
              profitClass: figures[client]!.profitClass,
              honesty: mapOutcome(credit, (all) => all.clients[client]!.honesty.honesty),
            }),
          })),
          quality: CLASS_SCHEMES.map((scheme, i) =>
            judgeScheme(
              { id: scheme.id, label: scheme.label, feature: scheme.feature },
              values.map((classes) => classes[i]!),
              figures,
              clients,
              settings,
            ),
          ),
        })
      : noClients,
    clientFiles: hasClients ? known(clientFiles) : noClients,
    importantDays,
    alerts:
      hasSales || ground.known
        ? known(
            raiseAlerts(
              {
                asOf,
                figures,
                rhythms,
                lifecycles,
                keyAccounts,
                payments: ground,
                credit,
                complaints: inputs.complaints,
                indicators: inputs.indicators,
                openComplaints: (client) => (complaints.known ? complaints.value.open[client]! : 0),
                concentration: inputs.concentration,
                files: clientFiles,
                importantDays,
              },
              settings,
            ),
          )
        : noSales,
  };
}

const TIER_GROUPS: readonly Text[] = [
  { zh: 'Ⅰ类', en: 'Tier Ⅰ' },
  { zh: 'Ⅱ类', en: 'Tier Ⅱ' },
  { zh: 'Ⅲ类', en: 'Tier Ⅲ' },
  { zh: '未分级', en: 'No tier' },
];

function groupOfTier(tier: Outcome<Tier>): number {
  return tier.known ? tier.value - 1 : TIER_GROUPS.length - 1;
}

/** Tiers of the period before, by the same rule. */
function tiersBefore(figures: readonly ClientFigures[], settings: Settings): (client: number) => Outcome<Tier> {
  const active = figures.filter(({ previousNetAmount }) => previousNetAmount.known && previousNetAmount.value !== 0);
  const ranked = rankTiers(
    active.map(({ client }) => client),
    (client) => {
      const before = figures[client]!.previousNetAmount;
      if (!before.known) throw new Error(`Client ${client} has no period before`);
      return before.value;
    },
    figures.length - active.length,
    settings,
  );
  const byClient = new Map(ranked.clients.map(({ client, tier }) => [client, tier]));
  return (client) => {
    const tier = byClient.get(client);
    return tier === undefined ? missing({ reason: 'no-period-before' }) : known(tier);
  };
}

function earlierDay(firstOrder: Outcome<Day>, written: number, asOf: Day): Outcome<Day> {
  if (written === NO_DAY || written > asOf) return firstOrder;
  return firstOrder.known && firstOrder.value <= written ? firstOrder : known(asDay(written));
}
