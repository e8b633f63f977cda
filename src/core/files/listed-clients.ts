import { tableOf, type Dataset } from '../model/dataset';

/**
 * Who stands on a client sheet: the others were met only on another sheet (an opportunity, an order) and have no file.
 *
 * A workbook without a client sheet lists nobody.
 * @example a client sheet of 120 lines, 27 more names on the opportunities //=> true for the 120
 */
export function findListedClients(dataset: Dataset): (client: number) => boolean {
  const { rows, origin } = tableOf(dataset, 'clients');
  const sheets = new Set(dataset.accounts.filter(({ table }) => table === 'clients').map((account) => account.sheet));
  return (client) => client < rows && sheets.has(origin.sheetAt(client));
}
