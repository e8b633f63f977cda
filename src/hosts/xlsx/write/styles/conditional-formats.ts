import { addressOf, rangeAddress } from '../../../../workbook/address';
import type { ConditionalFormatPlan, SheetPlan } from '../../../../workbook/plan';
import { rowChangesFormula } from '../../../../workbook/row-changes-formula';
import type { StyleBook } from './style-book';
import { argbOf, escapeText } from '../xml/xml-text';

const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const XM = 'http://schemas.microsoft.com/office/excel/2006/main';
const NEGATIVE_BAR = 'FFC0504D';
const AXIS = 'FF7F7F7F';

const OPERATORS: Readonly<Record<Extract<ConditionalFormatPlan, { kind: 'cellIs' }>['operator'], string>> = {
  lessThan: '<',
  greaterThan: '>',
  lessThanOrEqual: '<=',
  greaterThanOrEqual: '>=',
  equal: '=',
};

export interface WrittenFormats {
  /** `conditionalFormatting` elements. */
  readonly rules: string;
  /** The `ext` that carries what bars could not say in 2007; '' where there are none. */
  readonly extension: string;
}

/**
 * Conditional formats of a sheet, earlier ones winning.
 *
 * - A limit judges numbers only. Excel's own cell rule takes a blank as 0 and every text as more than any number: the
 *   `—` of an unknown figure would light up. So the rule is written as a formula.
 * - A bar starts at 0, is of one solid colour, and shows negatives to the left of an axis; the older form stands
 *   beside it for programs that know no better.
 */
export function writeConditionalFormats(plan: SheetPlan, styles: StyleBook): WrittenFormats {
  const bars: string[] = [];
  const rules = plan.conditionalFormats.map((format, index) => {
    const priority = index + 1;
    const sqref = rangeAddress(format.range);
    const first = addressOf(format.range.row, format.range.column);
    switch (format.kind) {
      case 'dataBar': {
        const id = barId(plan.id, index);
        const color = argbOf(format.color);
        bars.push(writeBarExtension(id, sqref));
        return around(
          sqref,
          `<cfRule type="dataBar" priority="${priority}"><dataBar><cfvo type="num" val="0"/><cfvo type="max"/>` +
            `<color rgb="${color}"/></dataBar><extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" ` +
            `xmlns:x14="${X14}"><x14:id>${id}</x14:id></ext></extLst></cfRule>`,
        );
      }
      case 'cellIs': {
        if (!Number.isFinite(format.value)) throw new Error(`${plan.id}: a limit of ${format.value}`);
        const formula = `AND(ISNUMBER(${first}),${first}${OPERATORS[format.operator]}${format.value})`;
        return around(sqref, writeExpression(formula, styles.conditionalStyle(format.style), priority));
      }
      case 'textIs': {
        const text = format.text.replace(/"/g, '""');
        const dxf = styles.conditionalStyle(format.style);
        return around(
          sqref,
          `<cfRule type="cellIs" dxfId="${dxf}" priority="${priority}" operator="equal">` +
            `<formula>${escapeText(`"${text}"`)}</formula></cfRule>`,
        );
      }
      case 'rowChanges':
        return around(
          sqref,
          writeExpression(rowChangesFormula(format), styles.lineAbove(format.color, format.sides), priority),
        );
    }
  });
  const extension =
    bars.length === 0
      ? ''
      : `<ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${X14}">` +
        `<x14:conditionalFormattings>${bars.join('')}</x14:conditionalFormattings></ext>`;
  return { rules: rules.join(''), extension };
}

const around = (sqref: string, rule: string): string =>
  `<conditionalFormatting sqref="${sqref}">${rule}</conditionalFormatting>`;

const writeExpression = (formula: string, dxf: number, priority: number): string =>
  `<cfRule type="expression" dxfId="${dxf}" priority="${priority}"><formula>${escapeText(formula)}</formula></cfRule>`;

function writeBarExtension(id: string, sqref: string): string {
  return (
    `<x14:conditionalFormatting xmlns:xm="${XM}"><x14:cfRule type="dataBar" id="${id}">` +
    `<x14:dataBar minLength="0" maxLength="100" gradient="0" axisPosition="automatic">` +
    `<x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/>` +
    `<x14:negativeFillColor rgb="${NEGATIVE_BAR}"/><x14:axisColor rgb="${AXIS}"/>` +
    `</x14:dataBar></x14:cfRule><xm:sqref>${sqref}</xm:sqref></x14:conditionalFormatting>`
  );
}

/** The same id in every run: a sheet that did not change is written the same. */
function barId(sheet: string, index: number): string {
  let hash = 0x811c9dc5;
  for (const character of sheet) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  const head = hash.toString(16).padStart(8, '0').toUpperCase();
  return `{${head}-4B45-4C41-8000-${(index + 1).toString(16).padStart(12, '0').toUpperCase()}}`;
}
