/** A file that is no .xlsx and whose sheets can be read: by its content, whatever it is called. */
export const FOREIGN_FORMATS = ['xls', 'xlsb', 'ods', 'xml', 'html', 'text'] as const;

export type ForeignFormat = (typeof FOREIGN_FORMATS)[number];
