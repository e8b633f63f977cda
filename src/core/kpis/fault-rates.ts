import type { DeliveryFaults, DeliveryLines } from '../facts/delivery-lines';
import { EXCLUDED, HIT, type Verdict } from '../facts/verdict';
import type { Counting } from './define-kpi';

type QuantityFault = 'damagedQuantity' | 'lostQuantity' | 'wrongQuantity';
type FlagFault = 'damaged' | 'lost' | 'wrong';

/**
 * Σ quantity at fault / Σ quantity, over lines shipped (or arrived) in the period; without quantities, lines at fault / lines.
 * A line with more at fault than it carried cannot be right: left out and counted.
 */
export function faultRate(
  quantity: QuantityFault & keyof DeliveryFaults,
  flag: FlagFault & keyof DeliveryFaults,
  of: 'shippedQuantity' | 'deliveredQuantity',
  by: 'shipped' | 'arrived' = 'shipped',
): Counting {
  return {
    over: 'deliveryLines',
    by,
    sums: ({ deliveries: { lines } }) => {
      const faults = lines.faults[quantity];
      const whole = baseOf(lines, of);
      if (faults !== undefined && whole !== undefined) {
        return (row, tally): Verdict => {
          const wrong = faults.at(row);
          const all = whole[row]!;
          if (!(wrong <= all)) return EXCLUDED;
          tally.numerator = wrong;
          tally.denominator = all;
          return HIT;
        };
      }
      const flags = lines.faults[flag] ?? faults;
      return (row, tally): Verdict => {
        const wrong = flags?.at(row) ?? NaN;
        if (wrong !== wrong) return EXCLUDED;
        tally.numerator = wrong > 0 ? 1 : 0;
        tally.denominator = 1;
        return HIT;
      };
    },
  };
}

/** Where the quantity asked for has no column, the nearest one that is there. */
function baseOf(lines: DeliveryLines, of: 'shippedQuantity' | 'deliveredQuantity'): Float64Array | undefined {
  return of === 'deliveredQuantity' ? (lines.deliveredQuantity ?? lines.shippedQuantity) : lines.shippedQuantity;
}
