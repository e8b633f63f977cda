import type { Text } from '../../../i18n/text';
import type { FieldPath, SheetKind } from '../../../ingest/fields/define-fields';

/** How a box is filled: sets its format, its place in the cell, and a rule where Excel has one. */
export type BoxKind = 'text' | 'number' | 'money' | 'share' | 'day' | 'moment';

/** A label and the box to write in; in a list, a column. */
export interface FormBox {
  readonly label: Text;
  readonly kind: BoxKind;
  /** The field that it is read back as. */
  readonly path?: FieldPath;
  /** Beside others: twelfths of the page's width. */
  readonly units: number;
  /** As a column of a list: characters, before the page is filled. */
  readonly width: number;
  /** Lines of handwriting. */
  readonly lines: number;
  /** Takes what the page has left. */
  readonly grows?: boolean;
  readonly options?: readonly Text[];
  /** What formulas of other boxes call it. */
  readonly key?: string;
  /**
   * Built-in functions of Excel 2007; `{key}` is a box of the same line or of the
   * head, `{sum:key}` the sum under a column, `{all:key}` all its boxes, `{first:key}` the first of them.
   */
  readonly formula?: string;
  /** Chinese capitals, in English words, of the box or sum of this key. */
  readonly inWords?: string;
  /** The sum stands under the column. */
  readonly sums?: boolean;
}

/** Boxes side by side, twelve units a row; a heading above them. */
export interface FormSection {
  readonly heading?: Text;
  readonly boxes: readonly FormBox[];
}

/** Lines to fill, each with the same boxes. */
export interface FormLines {
  readonly columns: readonly FormBox[];
  /** Absent: as many as the page holds. */
  readonly count?: number;
  /** Printed in the first column of the first lines. */
  readonly printed?: readonly Text[];
  /** The column that says that a line is filled: the first where absent. */
  readonly filledBy?: string;
}

/** A sheet to print and fill in by pen or keyboard. One definition a form; `layOutForm` makes every one of them. */
export interface FormDefinition {
  readonly id: string;
  readonly title: Text;
  /** As printed: the form's number in the firm, or the table's in the book that it comes from. */
  readonly number?: Text;
  readonly orientation: 'portrait' | 'landscape';
  /** Half a page: two fit on one sheet of paper. */
  readonly isHalf?: boolean;
  readonly head: readonly FormSection[];
  readonly lines?: FormLines;
  readonly tail: readonly FormSection[];
  readonly signatures: readonly Text[];
  readonly notes: readonly Text[];
  /** The kind of input sheet that it is read back as, once filled. */
  readonly readAs?: SheetKind;
}

type BoxExtras = Partial<Omit<FormBox, 'label'>>;

/** @example box('客户名称', 'Customer', { units: 6, path: 'clients.clientName' }) */
export function box(zh: string, en: string, extras: BoxExtras = {}): FormBox {
  return { label: { zh, en }, kind: 'text', units: 6, width: 12, lines: 1, ...extras };
}
