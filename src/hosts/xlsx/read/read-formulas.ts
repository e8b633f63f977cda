import { parseAddress } from '../../../workbook/address';
import type { CellFormula } from '../../../workbook/workbook-host';
import { readXml } from '../package/read-xml';

interface OpenCell {
  readonly address: string;
  shared?: string;
  text: string;
  hasFormula: boolean;
}

/**
 * The formulas of a sheet, as they stand in its cells. A cell that was filled from another has only that one's number: its
 * formula is given as the other's, with the other's address behind it.
 *
 * @example readFormulas(part, 'xl/worksheets/sheet1.xml') //=> [{ row: 4, column: 1, formula: '=B4*2' }, { row: 5, column: 1, formula: '=B4*2 [B5]' }]
 */
export function readFormulas(part: Uint8Array, name: string): readonly CellFormula[] {
  const found: CellFormula[] = [];
  const first = new Map<string, { readonly text: string; readonly address: string }>();
  let cell: OpenCell | undefined;
  readXml(part, name, {
    open({ local, attribute }) {
      if (local === 'c') cell = { address: attribute('r') ?? '', text: '', hasFormula: false };
      if (local !== 'f' || !cell) return;
      cell.hasFormula = true;
      if (attribute('t') === 'shared') cell.shared = attribute('si') ?? '';
    },
    text(text, path) {
      if (cell && path[path.length - 1] === 'f') cell.text += text;
    },
    close(path) {
      if (path[path.length - 1] !== 'c' || !cell) return;
      const { address, shared, text, hasFormula } = cell;
      cell = undefined;
      if (!hasFormula) return;
      if (shared !== undefined && text !== '') first.set(shared, { text, address });
      const other = shared === undefined ? undefined : first.get(shared);
      const words = text !== '' ? text : other ? `${other.text} [${other.address}]` : '';
      const place = parseAddress(address);
      if (place && words !== '') found.push({ row: place.row, column: place.column, formula: `=${words}` });
    },
  });
  return found;
}
