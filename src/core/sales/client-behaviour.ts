import { textAt } from '../model/columns';
import { tableOf, type Dataset } from '../model/dataset';
import { asDay, NO_DAY, type Day } from '../model/day';
import { levelOf } from '../model/judged-words';
import { known, missing, type Outcome } from '../model/outcome';
import { findTargetProspects, type TargetProspect } from '../prospects/target-prospects';
import type { Settings } from '../settings';
import type { ClientFigures } from './client-figures';
import { rankKeyAccounts, type KeyAccounts } from './key-accounts';
import { measureLifecycles, type LifecycleResult } from './lifecycle';
import { measureRhythms, type Rhythm } from './rhythm';
import { collectSalesHistory, type SalesHistory } from './sales-history';
import { rankTiers, type Tier } from './tiers';

/** When and how much every client buys over the whole data up to as-of, in the order of the data set's clients. */
export interface BuyingOverTime {
  readonly history: SalesHistory;
  readonly rhythms: readonly Rhythm[];
  readonly lifecycles: readonly LifecycleResult[];
}

/** The same, and what it makes of the client. */
export interface ClientBehaviour extends BuyingOverTime {
  /** The first order, or the first deal written on the client sheet where that is earlier. */
  readonly firstDeals: readonly Outcome<Day>[];
  /** Clients without an order: how near they are to 潜在(目标). */
  readonly prospects: readonly TargetProspect[];
  readonly keyAccounts: KeyAccounts;
}

/** History, rhythm and life cycle: no setting of tiers moves them. */
export function measureBuying(dataset: Dataset, asOf: Day, settings: Settings): BuyingOverTime {
  const clients = tableOf(dataset, 'clients');
  const history = collectSalesHistory(
    tableOf(dataset, 'transactions'),
    tableOf(dataset, 'returns'),
    clients.rows,
    asOf,
    settings['key.family'],
  );
  const rhythms = measureRhythms(history, (client) => textAt(clients.columns.industry, client), settings);
  return { history, rhythms, lifecycles: measureLifecycles(history, rhythms, settings) };
}

/**
 * The room of sales: what clients bought, their tiers and shares (`describeClients` and what it is made of), and how they buy
 * over time: this entry puts first deals and key accounts on history, rhythm and life cycle.
 */
export function measureBehaviour(
  dataset: Dataset,
  { history, rhythms, lifecycles }: BuyingOverTime,
  figures: readonly ClientFigures[],
  asOf: Day,
  settings: Settings,
): ClientBehaviour {
  const { columns } = tableOf(dataset, 'clients');
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
  return { history, rhythms, lifecycles, firstDeals, prospects, keyAccounts };
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
