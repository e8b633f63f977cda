import { textAt, type TextColumn } from '../../model/columns';
import { tableOf, type Dataset } from '../../model/dataset';
import { stateOf } from '../../prospects/pipeline';
import type { ClientFigures } from '../../sales/client-figures';

/** Whose client it is, where it is, and whom to ask for. '' where nothing says so. */
export interface Whereabouts {
  readonly rep: string;
  readonly region: string;
  readonly address: string;
  readonly contact: string;
  readonly phone: string;
}

/**
 * Where clients are, from the client sheet; what it does not say, from the client's own row of the prospects.
 *
 * Of several rows the last open one counts, else the last.   Source: 003-21, 000-C10.
 * @example a prospect without a row on the client sheet //=> rep, region, contact and phone of its row of 商机
 */
export function readWhereabouts(dataset: Dataset, figures: readonly ClientFigures[]): (client: number) => Whereabouts {
  const clients = tableOf(dataset, 'clients').columns;
  const prospects = tableOf(dataset, 'prospects').columns;
  const rowOf = prospectRows(dataset);
  return (client) => {
    const row = rowOf.get(client);
    const either = (own: string, other: TextColumn | undefined): string =>
      own !== '' || row === undefined ? own : textAt(other, row);
    const contact = [textAt(clients.contact, client), textAt(clients.contactTitle, client)];
    return {
      rep: either(figures[client]!.rep, prospects.rep),
      region: either(figures[client]!.region, prospects.region),
      address: textAt(clients.address, client),
      contact: either(contact.filter((part) => part !== '').join(' '), prospects.contact),
      phone: either(textAt(clients.mobile, client) || textAt(clients.phone, client), prospects.phone),
    };
  };
}

/** The row of the prospects that speaks of each client. */
function prospectRows(dataset: Dataset): ReadonlyMap<number, number> {
  const { rows, columns } = tableOf(dataset, 'prospects');
  const isOpen = (row: number): boolean => stateOf(textAt(columns.result, row), textAt(columns.stage, row)) === 'open';
  const found = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    const client = columns.client?.[row] ?? -1;
    const standing = found.get(client);
    if (client >= 0 && (standing === undefined || isOpen(row) || !isOpen(standing))) found.set(client, row);
  }
  return found;
}
