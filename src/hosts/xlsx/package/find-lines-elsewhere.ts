import type { LinesElsewhere } from '../../../workbook/workbook-host';

const PLACES: readonly (readonly [LinesElsewhere, RegExp])[] = [
  ['data-model', /^xl\/model\/./i],
  ['query', /^xl\/(connections\.xml$|queryTables\/)/i],
  ['pivot-table', /^xl\/pivotCache\/pivotCacheRecords/i],
];

/**
 * Where besides its sheets a workbook keeps lines, by the names of its parts.
 *
 * @example findLinesElsewhere(['xl/workbook.xml', 'xl/model/item.data']) // ['data-model']
 */
export const findLinesElsewhere = (parts: readonly string[]): LinesElsewhere[] =>
  PLACES.flatMap(([place, pattern]) => (parts.some((part) => pattern.test(part)) ? [place] : []));
