import { link, type Column } from '../../layout/columns';

interface InSheet {
  readonly sheet: string;
  readonly row: number;
}

/** Where a line stands in her own sheet, and the way there. */
export function originColumn<Row extends InSheet>(): Column<Row> {
  return link<Row>(
    { zh: '原始行', en: 'Row in the sheet' },
    ({ sheet, row }) => ({ zh: `${sheet} 第${row}行`, en: `${sheet}, row ${row}` }),
    {
      link: ({ sheet, row }) => (sheet === '' ? undefined : { sheet, cell: `A${row}` }),
      maxWidth: 22,
    },
  );
}
