import { isoMonthOf } from '../model/day';
import { parsePlanMonth } from './plan-month';

/**
 * Kinds of contact. `call` and `visit` are the regular ones; `opportunity` a contact of the pipeline, `newClient` a first
 * call, `winBack` the survey of a lost client, `card` a greeting card, `event` what a date or a trouble asks for.
 */
export const CONTACT_TYPES = ['call', 'visit', 'opportunity', 'newClient', 'winBack', 'card', 'event'] as const;
export type ContactType = (typeof CONTACT_TYPES)[number];

export interface PlanKey {
  /** The client's code, or its name where it has none. */
  readonly client: string;
  /** `monthOf` */
  readonly month: number;
  readonly type: ContactType;
  readonly number: number;
}

/**
 * What the person's work is kept by: the same in both languages, and the same when the client is renamed.
 *
 * Source: definitions §8 step 4. @example keyOf({ client: 'C001', month: 24313, type: 'call', number: 1 }) //=> 'C001|2026-02|call|1'
 */
export function keyOf({ client, month, type, number }: PlanKey): string {
  return `${client}|${isoMonthOf(month)}|${type}|${number}`;
}

/** Reads a key back; a client's code may hold the bar itself. */
export function parseKey(key: string): PlanKey | undefined {
  const match = /^(.+)\|(\d{4}-\d{2})\|([A-Za-z]+)\|(\d+)$/.exec(key);
  const month = match ? parsePlanMonth(match[2]!) : undefined;
  const type = CONTACT_TYPES.find((one) => one === match?.[3]);
  if (!match || month === undefined || type === undefined) return undefined;
  return { client: match[1]!, month, type, number: Number(match[4]) };
}
