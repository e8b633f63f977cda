import type { CellBlock, PlanValue, SheetPlan } from '../../workbook/plan';
import { fingerprintOf } from '../layout/fingerprint';

const TITLE_ROW = 0;
const FIRST_ROW = 2;
const TEXT = { numberFormat: '@' } as const;

export interface UnseenSheet {
  readonly id: string;
  readonly name: string;
  /** In A1: by it the sheet is known again. */
  readonly title: string;
  /** In characters, a column each. */
  readonly widths: readonly number[];
  /** Lines of four: text, text, a number, text. */
  readonly values: readonly (readonly PlanValue[])[];
}

/** A very hidden sheet of plain text, which only a program shows: what our programs have to know at the next refresh. */
export function layOutUnseenSheet({ id, name, title, widths, values }: UnseenSheet): SheetPlan {
  const lines: CellBlock = { row: FIRST_ROW, column: 0, values, styles: [TEXT, TEXT, {}, TEXT] };
  const plan: Omit<SheetPlan, 'fingerprint'> = {
    id,
    name,
    visibility: 'veryHidden',
    tabColor: '#808080',
    columnWidths: widths,
    rowHeights: [],
    blocks: [{ row: TITLE_ROW, column: 0, values: [[title]], styles: [TEXT] }, ...(values.length > 0 ? [lines] : [])],
    merges: [],
    tables: [],
    conditionalFormats: [],
    validations: [],
    links: [],
    charts: [],
    freeze: { rows: 0, columns: 0 },
    showGridlines: true,
    print: { orientation: 'portrait', pagesWide: 1, header: '', footer: '', pageNumber: '{page}' },
  };
  return { ...plan, fingerprint: fingerprintOf(plan) };
}
