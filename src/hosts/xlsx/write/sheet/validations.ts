import { absoluteAddress, rangeAddress } from '../../../../workbook/address';
import type { SheetPlan, ValidationPlan } from '../../../../workbook/plan';
import { cutText, type CellGrid } from './cell-grid';
import { attributes, escapeText } from '../xml/xml-text';

/** Excel's limits of a list written into the rule, and of the two messages. */
const MAX_INLINE_LIST = 255;
const MAX_ERROR = 225;
const MAX_PROMPT = 255;

export interface WrittenValidations {
  readonly xml: string;
  /** Columns that hold options of lists too long for the rule: to be hidden. */
  readonly hiddenColumns: readonly number[];
}

/**
 * What the person may type where.
 *
 * A list stands in the rule itself while it fits and no option has a comma (the rule's own separator, which nothing
 * escapes); else in a hidden column to the right of everything, which the rule points at.
 */
export function writeValidations(plan: SheetPlan, grid: CellGrid): WrittenValidations {
  const hiddenColumns: number[] = [];
  const columnOfList = new Map<string, number>();
  let free = Math.max(grid.extent.columns, plan.columnWidths.length) + 2;

  const sourceOf = (options: readonly string[]): string => {
    const inline = options.join(',');
    const needsCells = options.some((option) => /,|^\s|\s$|^=/.test(option)) || inline.length > MAX_INLINE_LIST;
    if (!needsCells) return `"${inline.replace(/"/g, '""')}"`;
    let column = columnOfList.get(JSON.stringify(options));
    if (column === undefined) {
      column = free++;
      columnOfList.set(JSON.stringify(options), column);
      hiddenColumns.push(column);
      grid.putColumn(column, options);
    }
    return absoluteAddress({ row: 0, column, rows: options.length, columns: 1 });
  };

  const rules = plan.validations.map((validation) => {
    const { type, formulas } = conditionOf(validation, sourceOf);
    const isList = validation.kind === 'list' || validation.kind === 'listOf';
    const prompt = isList ? undefined : validation.message;
    const written = attributes({
      type,
      operator: validation.kind === 'day' ? 'greaterThanOrEqual' : undefined,
      allowBlank: true,
      showInputMessage: true,
      showErrorMessage: !(isList && validation.allowsOther),
      error: validation.message === undefined ? undefined : cutText(validation.message, MAX_ERROR),
      prompt: prompt === undefined ? undefined : cutText(prompt, MAX_PROMPT),
      sqref: rangeAddress(validation.range),
    });
    const inner = formulas.map((formula, index) => `<formula${index + 1}>${escapeText(formula)}</formula${index + 1}>`);
    return `<dataValidation${written}>${inner.join('')}</dataValidation>`;
  });
  const xml = rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
  return { xml, hiddenColumns };
}

function conditionOf(
  validation: ValidationPlan,
  sourceOf: (options: readonly string[]) => string,
): { readonly type: string; readonly formulas: readonly string[] } {
  switch (validation.kind) {
    case 'list':
      if (validation.options.length === 0) throw new Error('a list without options');
      return { type: 'list', formulas: [sourceOf(validation.options)] };
    case 'listOf':
      return { type: 'list', formulas: [absoluteAddress(validation.source)] };
    case 'number':
      return {
        type: validation.whole ? 'whole' : 'decimal',
        formulas: [String(validation.min), String(validation.max)],
      };
    case 'day':
      return { type: 'date', formulas: ['1'] };
  }
}
