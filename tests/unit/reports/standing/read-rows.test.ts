import { readRows, wordsOf } from '../../../../src/reports/standing/read-rows';
import type { CellValue } from '../../../../src/workbook/cell-value';

const HEADERS = {
  name: { zh: '名称', en: 'Name' },
  amount: { zh: '金额', en: 'Amount' },
  day: { zh: '日期', en: 'Day' },
};
const read = (cells: readonly (readonly CellValue[])[], least?: number) => readRows(cells, HEADERS, least);

describe('a table of ours read back', () => {
  it('stands under the first row that has every header, in either language, in any column', () => {
    const rows: CellValue[][] = [
      ['名称', '金额'],
      [null, 'Day', 'Amount', 'Name'],
      [null, 45000, 7, '东方'],
      [null, null, 8],
    ];
    expect(read(rows)).toEqual([
      { row: 2, name: '东方', amount: 7, day: 45000 },
      { row: 3, name: null, amount: 8, day: null },
    ]);
    expect(read([['名称', '金额']])).toEqual([]);
    expect(read([])).toEqual([]);
  });

  it('ends where all of its columns are empty, though other columns are not', () => {
    const rows: CellValue[][] = [
      ['名称', '金额', '日期', '她的'],
      ['东方', null, ''],
      [null, '', null, '她的字'],
      ['南海', 1, 2],
    ];
    expect(read(rows).map(({ row }) => row)).toEqual([1]);
  });

  it('with fewer headers takes a renamed one for the column behind the one before it', () => {
    const line: CellValue[] = ['东方', 7, 45000];
    expect(read([['名称', '我的', '日期'], line])).toEqual([]);
    for (const header of [
      ['我的', '金额', '日期'],
      ['名称', '我的', '日期'],
      ['名称', '金额', '我的'],
    ])
      expect(read([header, line], 2)).toEqual([{ row: 1, name: '东方', amount: 7, day: 45000 }]);
    expect(read([['名称', '我的', '他的'], line], 2)).toEqual([]);
  });

  it('guesses no column that has no header, is another of ours, or lies before the first', () => {
    const line: CellValue[] = ['东方', 7, 45000];
    expect(read([['名称', null, '日期'], line], 2)).toMatchObject([{ amount: null }]);
    expect(
      read(
        [
          ['名称', '日期', '我的'],
          ['东方', 45000, 7],
        ],
        2,
      ),
    ).toMatchObject([{ amount: null, day: 45000 }]);
    expect(
      read(
        [
          ['金额', '日期'],
          [7, 45000],
        ],
        2,
      ),
    ).toMatchObject([{ name: null, amount: 7, day: 45000 }]);
  });

  it('takes the words of a cell without blanks, none of an empty or broken one', () => {
    expect([' 东方 ', 7, true, null, { error: '#N/A' }].map(wordsOf)).toEqual(['东方', '7', 'true', '', '']);
  });
});
