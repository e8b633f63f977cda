import type { Text } from '../../../i18n/text';
import type { MeasureId } from '../../measures/measures';
import type { Day } from '../../model/day';

/**
 * What a contact is for. One contact may serve several. A kind's place is the number in the key of an event's own contact: new
 * kinds stand at the end, or what the person wrote on rows that stand already would lose them.
 */
export const PURPOSE_KINDS = [
  'money',
  'complaint',
  'agreed',
  'quotation',
  'intention',
  'importantDay',
  'contractEnd',
  'opportunity',
  'call',
  'visit',
  'newClient',
  'winBack',
  'card',
  'archive',
  'carried',
  'limit',
  'openComplaint',
  'lateOrder',
  'drop',
  'secondOrder',
  'dispute',
] as const;
export type PurposeKind = (typeof PURPOSE_KINDS)[number];

export interface Purpose {
  readonly kind: PurposeKind;
  /** At most 36 characters: a line of the plan. */
  readonly text: Text;
  /** Among the purposes of one contact the smallest stands first; those of alerts before all others, by their money. */
  readonly rank: number;
  /** The rule that asks for it. */
  readonly source: string;
  /** The figure that it shows; absent where it shows no more than a day. */
  readonly measure?: MeasureId;
  /** What it speaks of, where its kind does not say so: of that nothing else is said beside it. */
  readonly about?: PurposeKind;
  /** What it says on a contact after that day: the order was due, the birthday is over. */
  readonly passed?: { readonly day: Day; readonly text: Text };
  /** Said only on a contact that has no other purpose. */
  readonly isFiller?: boolean;
}

/** What a purpose may have beside its words. */
export type PurposeDetails = Pick<Purpose, 'measure' | 'about' | 'passed' | 'isFiller'>;

/** In this order behind what alerts ask for. */
const ORDER: readonly PurposeKind[] = [
  'carried',
  'openComplaint',
  'dispute',
  'money',
  'complaint',
  'agreed',
  'quotation',
  'intention',
  'importantDay',
  'contractEnd',
  'opportunity',
  'call',
  'visit',
  'newClient',
  'winBack',
  'card',
  'archive',
];

/** A day agreed on long ago is spoken of, and is not what the contact is for. */
export const BEHIND_ALL = 200;
/** More alerts than one client can have. */
const BEHIND_ALERTS = 100;

/** A purpose, cut to the length of a line; `rank`: its place among the client's alerts, or another that it must have. */
export function purposeOf(
  kind: PurposeKind,
  text: Text,
  source: string,
  rank?: number,
  { measure, about, passed, isFiller }: PurposeDetails = {},
): Purpose {
  const place = ORDER.indexOf(kind);
  const purpose: { -readonly [Field in keyof Purpose]: Purpose[Field] } = {
    kind,
    text: shortenPurpose(text),
    rank: rank ?? BEHIND_ALERTS + (place < 0 ? ORDER.length : place),
    source,
  };
  // Field by field: an object that others are spread into keeps a shape of its own beside it.
  if (measure) purpose.measure = measure;
  if (about) purpose.about = about;
  if (isFiller) purpose.isFiller = isFiller;
  if (passed) purpose.passed = { day: passed.day, text: shortenPurpose(passed.text) };
  return purpose;
}

/** So that a rep reads it at a glance, and the columns to fill in stand on the same screen. */
const MOST_CHARACTERS = 36;

/** @example shortenPurpose of 40 characters //=> 35 of them and … */
export function shortenPurpose({ zh, en }: Text): Text {
  const cut = (words: string): string =>
    words.length <= MOST_CHARACTERS ? words : `${words.slice(0, MOST_CHARACTERS - 1).trimEnd()}…`;
  return { zh: cut(zh), en: cut(en) };
}
