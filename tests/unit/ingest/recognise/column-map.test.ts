import { STATUS_MEANINGS } from '../../../../src/ingest/parse/status-words';
import { readColumnMap, sheetMapOf } from '../../../../src/ingest/recognise/column-map';

describe('a column map from a file', () => {
  it('is read as it is written', () => {
    const map = {
      sheets: [
        {
          sheet: '销售',
          kind: 'transactions',
          headerRow: 3,
          columns: { 'transactions.amount': '价税合计' },
          fillDown: true,
          words: { 压单: 'cancelled' },
          dayOrder: 'dmy',
        },
        { sheet: '草稿', kind: 'ignore', columns: {} },
      ],
    };
    const read = readColumnMap(JSON.parse(JSON.stringify(map)));
    expect(read).toEqual(map);
    expect(typeof read === 'object' && sheetMapOf(read, ' 销售 ')?.headerRow).toBe(3);
  });

  it.each([
    [null, 'no list "sheets"'],
    [{ sheets: [1] }, 'sheets[0] is not an object'],
    [{ sheets: [{ kind: 'clients' }] }, "sheets[0].sheet is not a sheet's name"],
    [{ sheets: [{ sheet: 'a', kind: 'clients', headerRow: -1 }] }, 'sheets[0].headerRow is not a row number'],
    [{ sheets: [{ sheet: 'a', kind: 'clients', columns: { x: 1 } }] }, 'sheets[0].columns is not field: header'],
    [{ sheets: [{ sheet: 'a', kind: 'clients', dayOrder: 'ymd' }] }, 'sheets[0].dayOrder is not mdy, dmy or swapped'],
    [{ sheets: [], sheet: [] }, '"sheet" means nothing; there is: sheets'],
    [
      { sheets: [{ sheet: 'a', kind: 'clients', colums: {} }] },
      'sheets[0].colums means nothing; there are: sheet, kind, headerRow, columns, fillDown, words, dayOrder',
    ],
    [
      { sheets: [{ sheet: 'a', kind: 'holidays', columns: { 'holidays.date': 'A' } }] },
      'sheets[0].columns: "holidays.date" is no column of holidays; there are: holidays.day, holidays.name, holidays.working',
    ],
    [
      { sheets: [{ sheet: 'a', kind: 'transactions', words: { 压单: 'canceled' } }] },
      `sheets[0].words: "canceled" (压单) is none of ${STATUS_MEANINGS.join(', ')}`,
    ],
  ])('%j: %s', (json, sentence) => {
    expect(readColumnMap(json)).toBe(sentence);
  });

  it('names the kinds there are where one is wrong', () => {
    expect(readColumnMap({ sheets: [{ sheet: 'a', kind: 'sale' }] })).toContain(
      'none of ignore, clients, transactions',
    );
  });
});
