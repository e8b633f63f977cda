import { HostError } from '../../../../workbook/host-error';
import type { Relationship } from '../../package/relationships';
import { keptContentOf, NOTHING_KEPT, withoutRows, type KeptContent } from './kept-content';
import { readOwnDrawing, type OwnDrawing } from '../charts/own-drawing';
import type { PackageDraft } from '../package-draft';
import { NO_SLICERS, readOwnSlicers, type OwnSlicers } from '../slicers/own-slicers';
import { childOf, parseXml } from '../xml/xml-tree';

/** What stands on a sheet of ours before it is written; of a new sheet, nothing. */
export interface OwnSheet {
  readonly kept: KeptContent;
  /** Relationships that stay: everything but drawing, tables and links, which are written anew. */
  readonly keptRelationships: readonly Relationship[];
  readonly drawing: OwnDrawing | undefined;
  readonly tableParts: readonly string[];
  readonly slicers: OwnSlicers;
  /** The person computed something on it: the chain of calculation names its cells. */
  readonly hasFormulas: boolean;
}

export const NEW_SHEET: OwnSheet = {
  kept: NOTHING_KEPT,
  keptRelationships: [],
  drawing: undefined,
  tableParts: [],
  slicers: NO_SLICERS,
  hasFormulas: false,
};

const WRITTEN_ANEW = ['drawing', 'table', 'hyperlink'];
const FORMULA = /<(?:[\w.-]+:)?f[\s/>]/;

/** Reads a sheet of ours; `protected-sheet` where the person has protected it. */
export async function readOwnSheet(draft: PackageDraft, part: string, name: string): Promise<OwnSheet> {
  const text = await draft.read(part);
  const start = withoutRows(text);
  const root = parseXml(start, part);
  if (childOf(root, 'sheetProtection')) {
    throw new HostError('protected-sheet', `the sheet "${name}" is protected`, { sheet: name });
  }
  const relationships = (await draft.relationshipsOf(part)).filter((one) => one.isExternal || draft.has(one.target));
  const drawing = relationships.find((one) => one.kind === 'drawing');
  const slicers = await readOwnSlicers(draft, root, relationships);
  return {
    kept: keptContentOf(root, start),
    keptRelationships: relationships.filter(
      (one) => !WRITTEN_ANEW.includes(one.kind) && !slicers.parts.includes(one.target),
    ),
    slicers,
    drawing: drawing && (await readOwnDrawing(draft, drawing.target)),
    tableParts: relationships.filter((one) => one.kind === 'table').map((one) => one.target),
    hasFormulas: FORMULA.test(text),
  };
}
