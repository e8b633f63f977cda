import type { Text } from '../../i18n/text';
import type { CellValue } from '../../workbook/cell-value';
import type { SheetHead } from '../../workbook/workbook-host';

/** What stands under a form that is printed and filled in: how it is read. What stands above is never a table of lines. */
export const FORM_MARKS: Readonly<Record<'readBelow' | 'notRead', Text>> = {
  readBelow: {
    zh: '以下由公式从上面的单子汇集，供刷新时读取；不打印，请勿改动。',
    en: 'Gathered from the form above by formulas, for a refresh to read. Not printed; please leave it as it is.',
  },
  notRead: {
    zh: '本单只供打印和填写，刷新时不读取。',
    en: 'This form is for printing and filling in; a refresh does not read it.',
  },
};

const MARKS: ReadonlySet<CellValue> = new Set(Object.values(FORM_MARKS).flatMap(({ zh, en }) => [zh, en]));

/** The head of a sheet without the form that stands on it: labels beside boxes would be taken for headers. */
export function withoutForm(head: SheetHead): SheetHead {
  const mark = head.cells.findIndex(([first]) => first !== undefined && MARKS.has(first));
  if (mark < 0) return head;
  return {
    ...head,
    cells: head.cells.map((cells, row) => (row <= mark ? [] : cells)),
    ...(head.merges && { merges: head.merges.filter(({ row }) => row > mark) }),
  };
}
