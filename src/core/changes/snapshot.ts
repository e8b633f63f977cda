import type { Lang } from '../../i18n/lang';
import type { Analysis } from '../analysis';
import { isoOf } from '../model/day';
import type { Money, Quantity } from '../model/money';
import type { Outcome } from '../model/outcome';
import { SETTING_IDS, SETTINGS, type Settings } from '../settings';
import { MARK_KINDS, markOf, type MarkKind } from './client-marks';

/** The as-of day and the period that a snapshot speaks of, as ISO days. */
export interface Stand {
  readonly asOf: string;
  readonly from: string;
  readonly to: string;
}

export const isSameStand = (a: Stand, b: Stand): boolean => a.asOf === b.asOf && a.from === b.from && a.to === b.to;

/** A client as it stood. An amount that was not known is absent. */
export interface ClientStand {
  readonly code: string;
  readonly name: string;
  /** In the words of the sheets; what was not known is absent. */
  readonly marks: Readonly<Partial<Record<MarkKind, string>>>;
  readonly netAmount: Money;
  readonly quantity?: Quantity;
  readonly orders: number;
  readonly rank?: number;
  /** Open invoices and what of them was overdue. */
  readonly open?: Money;
  readonly overdue?: Money;
}

export interface IndicatorStand {
  readonly id: string;
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
}

export interface SnapshotTotals {
  readonly netAmount: Money;
  readonly orders: number;
  readonly activeClients: number;
  /** Clients in tier Ⅰ, Ⅱ, Ⅲ. */
  readonly tiers: readonly [number, number, number];
  readonly open?: Money;
  readonly overdue?: Money;
}

/** What a refresh said, in few words: one a stand. */
export interface Snapshot extends Stand {
  /** Counts up through the life of the workbook; a stand that is refreshed again keeps its own. */
  readonly number: number;
  readonly time: string;
  readonly responsible: string;
  readonly version: string;
  readonly settingsHash: string;
  readonly dataHash: string;
  /** Settings that were not at their default: `tier.cutOne=0.6; key.topN=20`. */
  readonly settings: string;
  readonly totals: SnapshotTotals;
  readonly clients: readonly ClientStand[];
  readonly indicators: readonly IndicatorStand[];
}

/** What a snapshot is taken with besides the analysis. */
export interface SnapshotRun {
  readonly number: number;
  readonly time: string;
  readonly version: string;
  readonly settingsHash: string;
  readonly dataHash: string;
  readonly lang: Lang;
  /** Groups of buyers stand for the clients: nothing is said of one. */
  readonly areGroups: boolean;
}

const amountOf = <T extends number>(outcome: Outcome<T>): T | undefined => (outcome.known ? outcome.value : undefined);

/**
 * The snapshot of an analysis.
 *
 * Counts: clients with a line, an open invoice or anything known of where they stand; indicators that are known.
 * Unit: fen, thousandths, as everywhere in the analysis.   Source: issue "since when".
 * @example two clients, tier Ⅰ and Ⅱ, on-time 96 of 100 //=> clients.length 2, indicators [{ id: 'K02', value: 0.96, … }]
 */
export function takeSnapshot(analysis: Analysis, run: SnapshotRun): Snapshot {
  const { receivables, totals } = analysis;
  const clients = run.areGroups
    ? []
    : analysis.clients.flatMap((figures): ClientStand[] => {
        const marks: Partial<Record<MarkKind, string>> = {};
        for (const kind of MARK_KINDS) {
          const { value } = markOf(analysis, figures.client, kind);
          if (value.known) marks[kind] = value.value[run.lang];
        }
        const owed = receivables.known ? receivables.value.clients[figures.client] : undefined;
        const isEmpty = figures.lines === 0 && Object.keys(marks).length === 0 && !owed?.open;
        if (isEmpty) return [];
        const quantity = figures.lines > 0 ? amountOf(figures.quantity) : undefined;
        return [
          {
            code: figures.code === figures.name ? '' : figures.code,
            name: figures.name,
            marks,
            netAmount: figures.netAmount,
            orders: figures.orders,
            ...(quantity !== undefined && { quantity }),
            ...(figures.rank.known && { rank: figures.rank.value }),
            ...(owed && { open: owed.open, overdue: owed.overdue }),
          },
        ];
      });
  const inTier = (tier: 1 | 2 | 3): number =>
    analysis.clients.filter((figures) => figures.tier.known && figures.tier.value === tier).length;
  return {
    number: run.number,
    asOf: isoOf(analysis.asOf),
    from: isoOf(analysis.period.from),
    to: isoOf(analysis.period.to),
    time: run.time,
    responsible: analysis.settings['report.responsible'],
    version: run.version,
    settingsHash: run.settingsHash,
    dataHash: run.dataHash,
    settings: wordChangedSettings(analysis.settings),
    totals: {
      netAmount: totals.netAmount,
      orders: totals.orders,
      activeClients: totals.activeClients,
      tiers: [inTier(1), inTier(2), inTier(3)],
      ...(receivables.known && { open: receivables.value.totals.open, overdue: receivables.value.totals.overdue }),
    },
    clients,
    indicators: analysis.indicators.flatMap(({ id, current }) =>
      current.value.known
        ? [
            {
              id,
              value: rounded(current.value.value),
              numerator: rounded(current.numerator),
              denominator: rounded(current.denominator),
            },
          ]
        : [],
    ),
  };
}

/** Programs save fifteen digits of a number: what has fewer comes back as it was. */
const DIGITS = 12;
const rounded = (value: number): number => Number(value.toPrecision(DIGITS));

/** Which day to compare with, who is responsible and whose list is handed over change no figure. */
const NO_CAUSE: ReadonlySet<string> = new Set(['report.responsible', 'report.handOverRep', 'report.since']);

function wordChangedSettings(settings: Settings): string {
  return SETTING_IDS.filter((id) => !NO_CAUSE.has(id) && settings[id] !== SETTINGS[id].default)
    .map((id) => `${id}=${String(settings[id])}`)
    .join('; ');
}
