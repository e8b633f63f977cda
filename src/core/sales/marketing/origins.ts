import { byCodePoint } from '../../model/by-code-point';
import { NO_DAY, asDay } from '../../model/day';
import { textAt } from '../../model/columns';
import { hasColumn, tableOf, type Dataset } from '../../model/dataset';
import type { Money } from '../../model/money';
import { known, missing, type Outcome } from '../../model/outcome';
import { isInPeriod, type Period } from '../../model/period';
import { ratioOf, type Ratio } from '../../model/ratio';
import type { ClientFigures } from '../client-figures';

/** Clients that came by one channel, or by one who brought them. */
export interface OriginLine {
  /** '' where nothing is written. */
  readonly origin: string;
  readonly clients: number;
  /** Clients with a deal at any time / clients. */
  readonly converted: Ratio;
  /** Whose first deal is in the period. */
  readonly newClients: number;
  /** With a sale in the period, and what they bought. */
  readonly active: number;
  readonly netAmount: Money;
}

export interface Origins {
  /** By channel, most clients first. Missing: no such column. */
  readonly channels: Outcome<readonly OriginLine[]>;
  /** By who brought them, the largest amount first; clients without one are no line. */
  readonly referrers: Outcome<readonly OriginLine[]>;
}

/**
 * Where clients come from, and what each channel and each who brings clients is worth.
 *
 * Counts: clients of the client sheet and those met elsewhere, internal ones too, so that the lines add to the whole. Converted: with a deal up to as-of.
 * Unit: counts, money, ratios.   Source: 000-P12, 000-P15, 003-2, 004-1.
 * @example 20 from a fair, 5 of them bought //=> converted 25 %
 */
export function measureOrigins(dataset: Dataset, figures: readonly ClientFigures[], period: Period): Origins {
  const { columns } = tableOf(dataset, 'clients');
  const of = (column: 'source' | 'referrer'): Map<string, ClientFigures[]> => {
    const groups = new Map<string, ClientFigures[]>();
    for (const one of figures) {
      const origin = textAt(columns[column], one.client).trim();
      const group = groups.get(origin);
      if (group) group.push(one);
      else groups.set(origin, [one]);
    }
    return groups;
  };
  const lines = (groups: Map<string, ClientFigures[]>): OriginLine[] =>
    [...groups].map(([origin, own]) => {
      const first = (one: ClientFigures): number => (one.firstDay.known ? one.firstDay.value : NO_DAY);
      return {
        origin,
        clients: own.length,
        converted: ratioOf(own.filter((one) => first(one) !== NO_DAY).length, own.length, own.length, 0),
        newClients: own.filter((one) => first(one) !== NO_DAY && isInPeriod(period, asDay(first(one)))).length,
        active: own.filter(({ grossAmount }) => grossAmount > 0).length,
        netAmount: own.reduce((sum, { netAmount }) => sum + netAmount, 0) as Money,
      };
    });
  const absent = (column: 'clients.source' | 'clients.referrer'): Outcome<never> =>
    missing({ reason: 'no-column', column });
  return {
    channels: hasColumn(dataset, 'clients.source')
      ? known(lines(of('source')).sort((a, b) => b.clients - a.clients || byCodePoint(a.origin, b.origin)))
      : absent('clients.source'),
    referrers: hasColumn(dataset, 'clients.referrer')
      ? known(
          lines(of('referrer'))
            .filter(({ origin }) => origin !== '')
            .sort((a, b) => b.netAmount - a.netAmount || byCodePoint(a.origin, b.origin)),
        )
      : absent('clients.referrer'),
  };
}
