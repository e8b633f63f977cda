import { parseAddress } from '../../../workbook/address';
import type { TableInfo } from '../../../workbook/workbook-host';
import { readXml } from './read-xml';

/** A table's name and place; `undefined` where its range is none. */
export function readTable(bytes: Uint8Array, part: string): TableInfo | undefined {
  let table: TableInfo | undefined;
  readXml(bytes, part, {
    open(element, path) {
      if (path.length !== 1 || element.local !== 'table') return;
      const range = parseAddress(element.attribute('ref') ?? '');
      if (!range) return;
      table = {
        name: element.attribute('displayName') ?? element.attribute('name') ?? '',
        range,
        hasHeader: element.attribute('headerRowCount') !== '0',
        hasTotals: Number(element.attribute('totalsRowCount') ?? '0') > 0,
      };
    },
  });
  return table;
}
