/**
 * A result that is known, or missing with a reason. `NaN`, `null`, `0` and `''` never mean unknown.
 */
export type Outcome<T> = { readonly known: true; readonly value: T } | { readonly known: false; readonly why: Missing };

/** Why a result is not known. A sheet shows — and these words. */
export type Missing =
  | { readonly reason: 'no-column'; readonly column: string }
  | { readonly reason: 'no-sheet'; readonly sheet: string }
  | { readonly reason: 'nothing-due' }
  | { readonly reason: 'no-rows' }
  | { readonly reason: 'too-few'; readonly have: number; readonly need: number }
  | { readonly reason: 'no-period-before' }
  | { readonly reason: 'mixed-units' }
  /** Too small a share of the inputs is there: 资料不足. */
  | { readonly reason: 'thin-data'; readonly needShare: number }
  | { readonly reason: 'not-entered' }
  /** The lines stayed in the engine that holds them, which gave sums only. */
  | { readonly reason: 'lines-in-engine' };

export function known<T>(value: T): Outcome<T> {
  return { known: true, value };
}

/** Reasons that say nothing more. */
const BARE = ['nothing-due', 'no-rows', 'no-period-before', 'mixed-units', 'not-entered', 'lines-in-engine'] as const;

/** One for all that lack the same: in a book of many clients each lacks the same column, and has as few orders as others. */
const SAME = new Map<string | number, Outcome<never>>(
  BARE.map((reason) => [reason, { known: false, why: { reason } }]),
);

export function missing(why: Missing): Outcome<never> {
  const name = nameOf(why);
  if (name === undefined) return { known: false, why };
  const kept = SAME.get(name);
  if (kept) return kept;
  const outcome: Outcome<never> = { known: false, why };
  SAME.set(name, outcome);
  return outcome;
}

/** More than any setting asks for. */
const MOST_NEEDED = 1000;

/** What tells a reason from others; nothing where there may be any number of them. */
function nameOf(why: Missing): string | number | undefined {
  switch (why.reason) {
    case 'no-column':
      return why.column;
    case 'no-sheet':
      return undefined;
    case 'too-few': {
      const { have, need } = why;
      const isSmall =
        Number.isInteger(have) && Number.isInteger(need) && have >= 0 && have < need && need < MOST_NEEDED;
      return isSmall ? have * MOST_NEEDED + need : undefined;
    }
    case 'thin-data':
      // Between 0 and 1, where the others are whole.
      return why.needShare > 0 && why.needShare < 1 ? why.needShare : undefined;
    default:
      return why.reason;
  }
}

export function mapOutcome<T, U>(outcome: Outcome<T>, change: (value: T) => U): Outcome<U> {
  return outcome.known ? known(change(outcome.value)) : outcome;
}

/** For a figure that may be unknown although what it stands in is known. */
export function flatMapOutcome<T, U>(outcome: Outcome<T>, change: (value: T) => Outcome<U>): Outcome<U> {
  return outcome.known ? change(outcome.value) : outcome;
}

/** The value, or what stands in for it where a missing one has been dealt with already. */
export function valueOr<T, U>(outcome: Outcome<T>, otherwise: U): T | U {
  return outcome.known ? outcome.value : otherwise;
}
