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

/** One for all that lack the same, by column or bare reason: a book of many clients lacks the same column in each. */
const SAME = new Map<string, Outcome<never>>(BARE.map((reason) => [reason, { known: false, why: { reason } }]));

export function missing(why: Missing): Outcome<never> {
  const kept = SAME.get(why.reason === 'no-column' ? why.column : why.reason);
  if (kept) return kept;
  const outcome: Outcome<never> = { known: false, why };
  if (why.reason === 'no-column') SAME.set(why.column, outcome);
  return outcome;
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
