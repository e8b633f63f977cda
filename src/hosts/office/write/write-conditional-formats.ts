import type { ConditionalFormatPlan, ConditionalStyle, SheetPlan } from '../../../workbook/plan';

const OPERATORS = {
  lessThan: 'LessThan',
  greaterThan: 'GreaterThan',
  lessThanOrEqual: 'LessThanOrEqual',
  greaterThanOrEqual: 'GreaterThanOrEqual',
  equal: 'EqualTo',
} as const;

export function writeConditionalFormats(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const format of plan.conditionalFormats) addFormat(sheet, format);
}

function addFormat(sheet: Excel.Worksheet, plan: ConditionalFormatPlan): void {
  const { row, column, rows, columns } = plan.range;
  const formats = sheet.getRangeByIndexes(row, column, rows, columns).conditionalFormats;
  switch (plan.kind) {
    case 'dataBar': {
      const bar = formats.add('DataBar').dataBar;
      bar.positiveFormat.fillColor = plan.color;
      bar.positiveFormat.gradientFill = false;
      return;
    }
    case 'cellIs':
      addRule(formats, { formula1: `=${plan.value}`, operator: OPERATORS[plan.operator] }, plan.style);
      return;
    case 'textIs':
      addRule(formats, { formula1: `="${plan.text.replace(/"/g, '""')}"`, operator: 'EqualTo' }, plan.style);
      return;
  }
}

function addRule(
  formats: Excel.ConditionalFormatCollection,
  rule: Excel.ConditionalCellValueRule,
  style: ConditionalStyle,
): void {
  const { cellValue } = formats.add('CellValue');
  cellValue.format.font.color = style.color;
  if (style.bold) cellValue.format.font.bold = true;
  if (style.fill !== undefined) cellValue.format.fill.color = style.fill;
  cellValue.rule = rule;
}
