import type { SheetHead, SheetInfo } from '../../../workbook/workbook-host';
import { definitionOf } from '../../fields';
import type { SheetKind } from '../../fields/define-fields';
import type { Reading } from '../recognise-sheet';
import { findHeaders } from '../sheet-headers';

/** The likeliest headers of a sheet as a kind of which nothing was recognised in them. */
export function readingsOfHeaders(kind: SheetKind, info: SheetInfo, head: SheetHead): readonly Reading[] {
  const definition = definitionOf(kind);
  return findHeaders(head, info.tables)
    .slice(0, 1)
    .map((candidate) => ({
      ...{ definition, candidate, found: [], doubtful: [], missing: definition.needs },
      ...{ score: 0, name: 0, lostColumns: [] },
    }));
}
