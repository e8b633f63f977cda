import { DEFAULT_SETTINGS, type Settings } from '../settings';

/** Days from order to hand-over that part the delivery classes, both ends included. */
export interface DeliveryLimits {
  readonly lucky: number;
  readonly reasonable: number;
  /**
   * Where they are the firm's own median and 90th percentile: how many of how many deliveries the limits of the settings
   * would have called incidents.
   */
  readonly instead?: { readonly incidents: number; readonly n: number };
}

/** More incidents than this, and the limits were made for another trade. */
const MOST_INCIDENTS = 1 / 3;
/** Fewer deliveries than this have no median to speak of. */
const LEAST_DELIVERIES = 10;

/**
 * The limits by which deliveries without a promised day are judged.
 *
 * Those of the settings (001-17: the same day, within 3 days), unless nobody chose them and more than a third would be
 * incidents: then the median and the 90th percentile (nearest rank) of the firm's own deliveries, until somebody chooses.
 *
 * @param handed days from order to hand-over of the deliveries handed over
 * @param open days since the order of those still open
 * @example 20 deliveries after 5 days each //=> { lucky: 5, reasonable: 6, instead: { incidents: 20, n: 20 } }
 */
export function fitDeliveryLimits(
  handed: readonly number[],
  open: readonly number[],
  settings: Settings,
): DeliveryLimits {
  const [lucky, reasonable] = [settings['delivery.lucky'], settings['delivery.reasonable']];
  const overdue = open.filter((days) => days > reasonable).length;
  const incidents = handed.filter((days) => days > reasonable).length + overdue;
  const n = handed.length + overdue;
  const isChosen =
    lucky !== DEFAULT_SETTINGS['delivery.lucky'] || reasonable !== DEFAULT_SETTINGS['delivery.reasonable'];
  if (isChosen || handed.length < LEAST_DELIVERIES || incidents <= n * MOST_INCIDENTS) return { lucky, reasonable };
  const sorted = [...handed].sort((a, b) => a - b);
  const rank = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1]!;
  return { lucky: rank(0.5), reasonable: Math.max(rank(0.9), rank(0.5) + 1), instead: { incidents, n } };
}
