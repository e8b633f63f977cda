import type { Analysis } from '../../analysis';

/**
 * Clients of the 商机 sheet whom there is nothing more to sell to: all their rows are won, lost, or not applicable.
 *
 * As prospects they are not called; one that has bought is called as a client.   Source: 000-C7, 000-C10.
 * @example one row lost, none open //=> closed; one lost, one open //=> not
 */
export function closedProspects({ pipeline }: Analysis): ReadonlySet<number> {
  const closed = new Set<number>();
  const open = new Set<number>();
  if (!pipeline.known) return closed;
  for (const { client, state, flags } of pipeline.value.opportunities)
    (state === 'open' && !flags.includes('notApplicable') ? open : closed).add(client);
  for (const client of open) closed.delete(client);
  return closed;
}
