import type { Text } from '../../i18n/text';
import type { CreditAssessment } from '../credit/credit';
import type { ClientFiles } from '../files/archive';
import { tableOf, type Dataset } from '../model/dataset';
import type { Day } from '../model/day';
import { mapOutcome, type Outcome } from '../model/outcome';
import type { Pipeline } from '../prospects/pipeline';
import { measureUrgency } from '../prospects/urgency';
import type { ClientBehaviour } from '../sales/client-behaviour';
import type { ClientFigures } from '../sales/client-figures';
import { rankSizes } from '../sales/sizes';
import type { ComplaintCounts } from '../service/complaint-counts';
import type { SatisfactionFigures } from '../service/satisfaction';
import { classifySatisfaction } from '../service/satisfaction-class';
import type { Settings } from '../settings';
import { judgeScheme, type SchemeQuality } from './class-quality';
import { CLASS_SCHEMES } from './classes';
import { classifyClients, ClientOfColumns, type ClassifiedClient } from './classified-clients';
import type { ClassGround } from './client-classes';
import { decideManagedTiers } from './managed-tier';
import { adviseStrategy } from './strategies';

export interface ClassFigures {
  /** Parallel to the classes of each client. */
  readonly schemes: readonly { readonly id: string; readonly label: Text; readonly feature: string }[];
  readonly clients: readonly ClassifiedClient[];
  /** 003-15, one a scheme. */
  readonly quality: readonly SchemeQuality[];
}

/** What other rooms say of the clients: the classes stand on all of it. */
export interface ClassInputs {
  readonly figures: readonly ClientFigures[];
  readonly behaviour: ClientBehaviour;
  readonly credit: Outcome<CreditAssessment>;
  readonly pipeline: Outcome<Pipeline>;
  readonly complaints: Outcome<ComplaintCounts>;
  readonly satisfaction: Outcome<SatisfactionFigures>;
  readonly clientFiles: ClientFiles;
}

/**
 * The room of standing: where each client stands by all that the other rooms say of it: its classes, what to do with it, and
 * (`raiseAlerts`) what needs a look. One scheme is one file in `classes/`.
 */
export function measureClasses(dataset: Dataset, inputs: ClassInputs, asOf: Day, settings: Settings): ClassFigures {
  const { figures, behaviour, credit, pipeline, complaints, satisfaction, clientFiles } = inputs;
  const { history, rhythms, lifecycles, firstDeals, keyAccounts } = behaviour;
  const clients = tableOf(dataset, 'clients');
  const managed = decideManagedTiers(figures, (client) => clients.columns.strategic?.[client] === 1);
  const marks = satisfaction.known ? satisfaction.value.overallOfClient : new Map<number, number>();
  const ground: ClassGround = {
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
  };
  const columns = classifyClients(CLASS_SCHEMES, ground);
  const wordStrategy = (client: number): Text =>
    adviseStrategy({
      level: keyAccounts.clients[client]!.level,
      stage: lifecycles[client]!.stage,
      tier: mapOutcome(managed[client]!, ({ tier }) => tier),
      profitClass: figures[client]!.profitClass,
      honesty: mapOutcome(credit, (all) => all.clients[client]!.honesty.honesty),
    });
  return {
    schemes: CLASS_SCHEMES.map(({ id, label, feature }) => ({ id, label, feature })),
    clients: figures.map(({ client }) => new ClientOfColumns(client, columns, wordStrategy)),
    quality: CLASS_SCHEMES.map((scheme, i) =>
      judgeScheme(
        { id: scheme.id, label: scheme.label, feature: scheme.feature },
        figures.map(({ client }) => columns[i]!.bareAt(client)),
        figures,
        clients,
        (client) => scheme.canHave?.(client, ground) ?? figures[client]!.firstDay.known,
        settings,
      ),
    ),
  };
}
