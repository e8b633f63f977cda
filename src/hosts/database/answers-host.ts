import type { CellValue } from '../../workbook/cell-value';
import { CELL_EMPTY, CELL_NUMBER, makeCellColumn, putCell, StringPool } from '../../workbook/column-block';
import { HostError } from '../../workbook/host-error';
import { checkCancelled, NO_CONTROL } from '../../workbook/job-control';
import type { WorkbookHost } from '../../workbook/workbook-host';
import type { Answer, AnswerRows } from './answer';

const BLOCK_ROWS = 20_000;

/** What a query gives, and the name under which issues and accounts speak of it. */
export interface NamedAnswer {
  readonly name: string;
  readonly answer: Answer;
}

/**
 * Answers of queries as sheets to read: names of columns in the first row, one row a line below. Rows are streamed in blocks and
 * never held here; what stands above the port does not know that they come from no sheet.
 */
export function makeAnswersHost(
  answers: readonly NamedAnswer[],
): Pick<WorkbookHost, 'describe' | 'readHead' | 'readColumns'> {
  const answerOf = (id: string): Answer => {
    const found = answers.find(({ name }) => name === id);
    if (!found) throw new HostError('sheet-vanished', id);
    return found.answer;
  };
  return {
    describe: () =>
      Promise.resolve({
        dateBase: 1900,
        isStructureProtected: false,
        sheets: answers.map(({ name, answer: { rows, columns } }) => ({
          id: name,
          name,
          visibility: 'visible',
          rows: rows + 1,
          columns: columns.length,
          tables: [],
          isProtected: false,
        })),
      }),

    async readHead(sheet, rows, columns, control = NO_CONTROL) {
      const answer = answerOf(sheet);
      const taken = answer.columns.slice(0, columns);
      const cells: CellValue[][] = [taken.map(({ name }) => name)];
      if (rows > 1 && taken.length > 0)
        await answer.read(
          taken.map((_, at) => at),
          rows - 1,
          ({ count, cell }) => {
            for (let row = 0; row < count; row++) cells.push(taken.map((_, at) => cell(at, row)));
          },
          control,
        );
      return { cells, isDay: (row, column) => row > 0 && (taken[column]?.isDay ?? false), merges: [] };
    },

    async readColumns({ sheet, columns, fromRow, toRow }, receive, control = NO_CONTROL) {
      const answer = answerOf(sheet);
      const pool = new StringPool();
      const block = columns.map(() => makeCellColumn(BLOCK_ROWS));
      let filled = 0;
      let first = fromRow;
      let seen = 1;
      const send = async (): Promise<void> => {
        if (filled === 0) return;
        checkCancelled(control);
        await receive({ firstRow: first, rowCount: filled, columns: block, pool });
        control.report?.({ step: 'read', done: first + filled, total: answer.rows + 1 });
        await control.pause?.();
        first += filled;
        filled = 0;
      };
      if (fromRow === 0) {
        for (const [at, column] of columns.entries())
          putCell(block[at]!, 0, answer.columns[column]?.name ?? null, pool);
        filled = 1;
        await send();
      }
      if (toRow <= 1) return;
      const take = async ({ count, cell }: AnswerRows): Promise<void> => {
        // What stands above the first row asked for is passed over.
        for (let row = Math.max(0, fromRow - seen); row < count; row++) {
          for (let at = 0; at < block.length; at++) {
            const column = block[at]!;
            const value = cell(at, row);
            if (typeof value === 'number') {
              column.kinds[filled] = CELL_NUMBER;
              column.numbers[filled] = value;
            } else if (value === null) column.kinds[filled] = CELL_EMPTY;
            else putCell(column, filled, value, pool);
          }
          if (++filled === BLOCK_ROWS) await send();
        }
        seen += count;
      };
      await answer.read(columns, toRow > answer.rows ? Infinity : toRow - 1, take, control);
      await send();
    },
  };
}
