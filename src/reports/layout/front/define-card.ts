import type { Text } from '../../../i18n/text';

/**
 * A sheet on which one row of a table is picked from a drop-down and shown as a card by plain formulas: whoever gets the
 * workbook can use it, with nothing installed. The table stands at the right of the card, off paper.
 */
export interface CardDefinition {
  /** Id of the table, one of the report's own. */
  readonly table: string;
  /** The column whose words are the drop-down. */
  readonly pick: string;
  /** Columns by which words that she types are found, in this order, after the drop-down's own. */
  readonly finds: readonly string[];
  readonly pickLabel: Text;
  readonly pickHint: Text;
  readonly notFound: Text;
  readonly sections: readonly CardSection[];
  readonly chart?: CardChart;
}

export interface CardSection {
  readonly heading: Text;
  /** Two abreast, but the wide ones; a field whose column is not in the table is left out. */
  readonly fields: readonly CardField[];
}

export interface CardField {
  /** Id of the column; its header is the label. */
  readonly column: string;
  /** Over the whole width; of two lines: a sentence, wrapped. */
  readonly isWide?: boolean;
  readonly lines?: 1 | 2;
}

/** Columns of the table side by side, as one line or column chart of the row picked. */
export interface CardChart {
  readonly title: Text;
  readonly description: Text;
  readonly series: Text;
  readonly color: string;
  /** Ids of the columns that it draws begin so; their headers are the categories. */
  readonly columns: string;
}
