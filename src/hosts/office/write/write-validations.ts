import { absoluteAddress } from '../../../workbook/address';
import type { SheetPlan, ValidationPlan } from '../../../workbook/plan';
import { onRange } from './on-range';

/** The first day that both date bases of Excel know. */
const FIRST_DAY = '1904-01-02';

export function writeValidations(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const validation of plan.validations) {
    onRange(sheet, validation.range, ({ dataValidation: cells }) => {
      cells.rule = ruleOf(validation);
      cells.ignoreBlanks = true;
      if (validation.message !== undefined) {
        cells.errorAlert = { message: validation.message, showAlert: true, style: 'Stop', title: '' };
      } else if ((validation.kind === 'list' || validation.kind === 'listOf') && validation.allowsOther) {
        cells.errorAlert = { message: '', showAlert: false, style: 'Information', title: '' };
      }
    });
  }
}

function ruleOf(validation: ValidationPlan): Excel.DataValidationRule {
  switch (validation.kind) {
    case 'list':
      return { list: { inCellDropDown: true, source: validation.options.join(',') } };
    case 'listOf':
      return { list: { inCellDropDown: true, source: `=${absoluteAddress(validation.source)}` } };
    case 'number': {
      const bounds = { formula1: validation.min, formula2: validation.max, operator: 'Between' } as const;
      return validation.whole ? { wholeNumber: bounds } : { decimal: bounds };
    }
    case 'day':
      return { date: { formula1: FIRST_DAY, operator: 'GreaterThanOrEqualTo' } };
  }
}
