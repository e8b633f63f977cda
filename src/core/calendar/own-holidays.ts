import { NO_TEXT, type TextColumn } from '../model/columns';
import { tableOf, type Dataset } from '../model/dataset';
import { NO_DAY, type Day } from '../model/day';
import { RowOrigin } from '../model/row-origin';

/** A day that the person changed on the calendar sheet. */
export interface OwnHoliday {
  readonly day: Day;
  readonly isWorking: boolean;
  readonly name: string;
}

/**
 * The dataset with days of the calendar sheet behind the days of her own 节假日 sheet: where both speak of a day, the calendar
 * sheet wins, being the later word.
 */
export function withOwnHolidays(dataset: Dataset, own: readonly OwnHoliday[]): Dataset {
  if (own.length === 0) return dataset;
  const table = tableOf(dataset, 'holidays');
  const { rows, columns, origin } = table;
  const day = Int32Array.from({ length: rows + own.length }, (_, row) =>
    row < rows ? (columns.day?.[row] ?? NO_DAY) : own[row - rows]!.day,
  );
  const working = Int8Array.from({ length: rows + own.length }, (_, row) =>
    row < rows ? (columns.working?.[row] ?? 0) : own[row - rows]!.isWorking ? 1 : 0,
  );
  return {
    ...dataset,
    tables: {
      ...dataset.tables,
      holidays: {
        rows: rows + own.length,
        columns: { day, working, name: withNames(columns.name, rows, own) },
        origin: origin.followedBy(
          new RowOrigin(
            own.length,
            () => 0,
            () => 0,
          ),
        ),
      },
    },
  };
}

function withNames(name: TextColumn | undefined, rows: number, own: readonly OwnHoliday[]): TextColumn {
  const values = [...(name?.values ?? [])];
  const codes = Int32Array.from({ length: rows + own.length }, (_, row) => {
    if (row < rows) return name?.codes[row] ?? NO_TEXT;
    const words = own[row - rows]!.name;
    return words === '' ? NO_TEXT : values.push(words) - 1;
  });
  return { codes, values };
}
