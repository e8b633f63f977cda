import { addressOf } from '../../../workbook/address';
import { rowChangesFormula } from '../../../workbook/row-changes-formula';
import type { ConditionalFormatPlan, ConditionalStyle, SheetPlan } from '../../../workbook/plan';
import { onRange } from './on-range';

const OPERATORS = {
  lessThan: '<',
  greaterThan: '>',
  lessThanOrEqual: '<=',
  greaterThanOrEqual: '>=',
  equal: '=',
} as const;

/** Excel puts a new format before the ones that are there, so the last of the plan goes first: earlier ones win. */
export function writeConditionalFormats(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const format of [...plan.conditionalFormats].reverse()) {
    onRange(sheet, format.range, (range) => addFormat(range.conditionalFormats, format));
  }
}

function addFormat(formats: Excel.ConditionalFormatCollection, plan: ConditionalFormatPlan): void {
  const first = addressOf(plan.range.row, plan.range.column);
  switch (plan.kind) {
    case 'dataBar': {
      const bar = formats.add('DataBar').dataBar;
      bar.positiveFormat.fillColor = plan.color;
      bar.positiveFormat.gradientFill = false;
      return;
    }
    case 'cellIs':
      // A rule on the cell's value would take a blank for 0 and a text for more than any number.
      addRule(formats, `=AND(ISNUMBER(${first}),${first}${OPERATORS[plan.operator]}${plan.value})`, plan.style);
      return;
    case 'textIs':
      addRule(formats, `=${first}="${plan.text.replace(/"/g, '""')}"`, plan.style);
      return;
    case 'rowChanges': {
      const { custom } = formats.add('Custom');
      custom.format.borders.top.style = 'Continuous';
      custom.format.borders.top.color = plan.color;
      custom.rule.formula = `=${rowChangesFormula(plan)}`;
      return;
    }
  }
}

/** The formula speaks of the range's first cell; Excel moves it along for the others. */
function addRule(formats: Excel.ConditionalFormatCollection, formula: string, style: ConditionalStyle): void {
  const { custom } = formats.add('Custom');
  custom.format.font.color = style.color;
  if (style.bold) custom.format.font.bold = true;
  if (style.fill !== undefined) custom.format.fill.color = style.fill;
  custom.rule.formula = formula;
}
