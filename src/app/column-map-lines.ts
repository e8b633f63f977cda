import { verbatim, type Text } from '../i18n/text';
import { isDayOrderChoice, type ColumnMap, type DayOrderChoice, type SheetMap } from '../ingest/recognise/column-map';
import type { FieldPath, SheetKind } from '../ingest/fields/define-fields';
import { mapOfInspection, type Inspection } from '../ingest/recognise/inspection';
import type { ColumnMapLine } from '../reports/layout/report-context';
import type { ReadColumnMapLine } from '../reports/standing/read-settings';

/** Lines that say something of the whole sheet stand among the columns under this word. */
const OF_SHEET = 'sheet';
/** Lines that say what a status word means. */
const OF_WORD = 'word';

const SHEET_FIELDS = {
  kind: { zh: '这张表是', en: 'This sheet is' },
  fillDown: { zh: '空白客户取上一行', en: 'Blank clients take the one above' },
  dayOrder: { zh: '日期写法', en: 'Order of day and month' },
  headerRow: { zh: '列名在第几行（0：没有列名）', en: 'Row of the headers (0: there are none)' },
} as const satisfies Record<string, Text>;

/** What was recognised, as the 参数 sheet keeps it: one line a column, and what was answered once a sheet. */
export function linesOfInspection(inspection: Inspection): ColumnMapLine[] {
  return mapOfInspection(inspection).sheets.flatMap((sheetMap): ColumnMapLine[] => {
    const { sheet, kind, columns, fillDown, dayOrder, words, headerRow } = sheetMap;
    const seen = inspection.sheets.find((one) => one.info.name === sheet);
    const labels = new Map(seen?.columns.map(({ field, label }) => [field, label]));
    const ofSheet = (field: keyof typeof SHEET_FIELDS, value: string): ColumnMapLine => ({
      sheet,
      table: OF_SHEET,
      field,
      label: SHEET_FIELDS[field],
      header: value,
    });
    return [
      ofSheet('kind', kind),
      ...(fillDown === undefined ? [] : [ofSheet('fillDown', String(fillDown))]),
      ...(dayOrder === undefined ? [] : [ofSheet('dayOrder', dayOrder)]),
      // Headers are found again, wherever they move to; that there are none is not.
      ...(headerRow === 0 ? [ofSheet('headerRow', '0')] : []),
      ...Object.entries(columns).map(([path, header]): ColumnMapLine => {
        const [table = '', field = ''] = path.split('.');
        return { sheet, table, field, label: labels.get(path as FieldPath) ?? verbatim(path), header };
      }),
      ...Object.entries(words ?? {}).map(([word, meaning]): ColumnMapLine => ({
        sheet,
        table: OF_WORD,
        field: word,
        label: verbatim(word),
        header: meaning,
      })),
    ];
  });
}

/** The map that the lines of the 参数 sheet stand for, the person's corrections included. */
export function columnMapOfLines(lines: readonly ReadColumnMapLine[]): ColumnMap | undefined {
  const sheets = new Map<
    string,
    {
      kind?: string;
      columns: Record<string, string>;
      words: Record<string, string>;
      fillDown?: boolean;
      dayOrder?: DayOrderChoice;
      headerRow?: number;
    }
  >();
  for (const { sheet, table, field, header } of lines) {
    let entry = sheets.get(sheet);
    if (!entry) {
      entry = { columns: {}, words: {} };
      sheets.set(sheet, entry);
    }
    if (table === OF_SHEET) {
      if (field === 'kind') entry.kind = header;
      else if (field === 'fillDown') entry.fillDown = header === 'true';
      else if (field === 'dayOrder' && isDayOrderChoice(header)) entry.dayOrder = header;
      else if (field === 'headerRow' && header === '0') entry.headerRow = 0;
    } else if (table === OF_WORD) {
      entry.words[field] = header;
    } else {
      entry.columns[`${table}.${field}`] = header;
    }
  }
  const maps = [...sheets].flatMap(([sheet, { kind, columns, words, fillDown, dayOrder, headerRow }]): SheetMap[] =>
    kind === undefined
      ? []
      : [
          {
            sheet,
            kind: kind as SheetKind | 'ignore',
            columns,
            ...(Object.keys(words).length > 0 && { words }),
            ...(fillDown !== undefined && { fillDown }),
            ...(dayOrder !== undefined && { dayOrder }),
            ...(headerRow !== undefined && { headerRow }),
          },
        ],
  );
  return maps.length === 0 ? undefined : { sheets: maps };
}

/** One map over another: sheet by sheet, column by column, the first one wins. */
export function mergeColumnMaps(first: ColumnMap | undefined, second: ColumnMap | undefined): ColumnMap | undefined {
  if (!first || !second) return first ?? second;
  const isSame = (a: SheetMap, b: SheetMap): boolean => a.sheet.toLowerCase() === b.sheet.toLowerCase();
  return {
    sheets: [
      ...first.sheets.map((map) => {
        const under = second.sheets.find((one) => isSame(one, map));
        // What was learnt of another kind of sheet says nothing of this one.
        if (!under || under.kind !== map.kind) return map;
        return {
          ...under,
          ...map,
          columns: { ...under.columns, ...map.columns },
          words: { ...under.words, ...map.words },
        };
      }),
      ...second.sheets.filter((map) => !first.sheets.some((one) => isSame(one, map))),
    ],
  };
}
