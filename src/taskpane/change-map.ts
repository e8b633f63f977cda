import type { SheetView } from '../app/desk/desk';
import type { ColumnMap, SheetMap } from '../ingest/recognise/column-map';
import type { FieldPath, SheetKind } from '../ingest/fields/define-fields';
import type { MappedColumn, Question } from '../ingest/recognise/inspection';
import type { Proposal } from '../ingest/recognise/profile/proposal';

/** How a column is named in a map: by its header, by its letters where the header stands twice or not at all. */
export function columnKey(sheet: SheetView, column: MappedColumn): string {
  const same = sheet.columns.filter(({ header }) => header === column.header);
  return column.header === '' || same.length > 1 ? column.letter : column.header;
}

/** The map of a sheet as it is read now, so that a change of one column keeps the others. */
function mapOf(sheet: SheetView, before: SheetMap | undefined): SheetMap {
  const columns: Record<string, string> = {};
  for (const column of sheet.columns) {
    if (column.field) columns[column.field] = columnKey(sheet, column);
  }
  return {
    ...before,
    sheet: sheet.name,
    kind: sheet.kind ?? sheet.likely ?? 'ignore',
    columns: { ...columns, ...before?.columns },
  };
}

function putSheet(map: ColumnMap | undefined, changed: SheetMap): ColumnMap {
  const others = map?.sheets.filter(({ sheet }) => sheet !== changed.sheet) ?? [];
  return { sheets: [...others, changed] };
}

const entryOf = (map: ColumnMap | undefined, name: string): SheetMap | undefined =>
  map?.sheets.find(({ sheet }) => sheet === name);

/** Says what a sheet is; its columns are recognised anew. */
export function changeKind(map: ColumnMap | undefined, sheet: SheetView, kind: SheetKind | 'ignore'): ColumnMap {
  return putSheet(map, { sheet: sheet.name, kind, columns: {} });
}

/** Takes what was proposed of a sheet as it stands. */
export function takeProposal(map: ColumnMap | undefined, { map: proposed }: Proposal): ColumnMap {
  return putSheet(map, proposed);
}

/** Says what a column stands for; without a field it is not used. */
export function changeColumn(
  map: ColumnMap | undefined,
  sheet: SheetView,
  column: MappedColumn,
  field: FieldPath | undefined,
): ColumnMap {
  const now = mapOf(sheet, entryOf(map, sheet.name));
  return putSheet(map, {
    ...now,
    columns: {
      ...now.columns,
      ...(column.field && { [column.field]: '' }),
      ...(field && { [field]: columnKey(sheet, column) }),
    },
  });
}

/** Puts the answer to a question into the map. */
export function answerQuestion(
  map: ColumnMap | undefined,
  sheets: readonly SheetView[],
  { sheet: name, about, subject, options }: Question,
  value: string,
): ColumnMap {
  const sheet = sheets.find((one) => one.name === name);
  if (!sheet) return map ?? { sheets: [] };
  const now = mapOf(sheet, entryOf(map, name));
  switch (about) {
    case 'column':
      return putSheet(map, { ...now, columns: { ...now.columns, [subject]: value } });
    case 'dayOrder':
      return putSheet(map, { ...now, dayOrder: value === 'dmy' || value === 'swapped' ? value : 'mdy' });
    case 'word':
      return putSheet(map, { ...now, words: { ...now.words, [subject]: value } });
    case 'fillDown':
      return putSheet(map, { ...now, fillDown: value === 'true' });
    case 'detail':
      return options
        .filter((option) => option.value !== value)
        .reduce<ColumnMap>(
          (all, option) => putSheet(all, { sheet: option.value, kind: 'ignore', columns: {} }),
          map ?? { sheets: [] },
        );
  }
}
