import type { CellValue } from '../../workbook/cell-value';
import type { SheetPlan } from '../../workbook/plan';
import { TypedCells } from './typed-cells';

/** Sentences that differ in figures only are one sentence. */
const withoutFigures = (text: string): string => text.replace(/[\d.,%-]+/g, '#').trim();

/**
 * Texts of a sheet whose record is gone (the inspector of documents removes hidden sheets) that no sheet about to be written
 * has in any of its words: perhaps typed. Figures cannot be told from ours then.
 */
export function unknownTexts(cells: readonly (readonly CellValue[])[], plans: readonly SheetPlan[]): TypedCells {
  const known = new Set<string>();
  for (const { blocks } of plans)
    for (const { values } of blocks)
      for (const line of values)
        for (const value of line) if (typeof value === 'string') known.add(withoutFigures(value));
  return new TypedCells(
    cells.flatMap((line, row) =>
      line.flatMap((cell, column) => {
        if (typeof cell !== 'string' || cell.trim() === '') return [];
        return known.has(withoutFigures(cell)) ? [] : [TypedCells.keyOf(row, column)];
      }),
    ),
  );
}
