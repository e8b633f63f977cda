import type { Dataset } from '../../../../src/core/model/dataset';
import { hashData, LOG_HEADERS, readRefreshLog } from '../../../../src/reports/standing/refresh-log';
import { aDataset } from '../../../support/dataset-builder';

/** The same three lines, their words held in whatever dictionary a reader made. */
function withRegions(values: readonly string[], codes: readonly number[]): Dataset {
  const line = { client: 'C1', day: '2026-01-05', amount: 70 };
  const built = aDataset().withTransactions([line, line, line]).build();
  const { transactions } = built.tables;
  return {
    ...built,
    tables: {
      ...built.tables,
      transactions: {
        ...transactions,
        columns: { ...transactions?.columns, region: { codes: Int32Array.from(codes), values } },
      },
    },
  } as Dataset;
}

describe('hashData', () => {
  const hash = hashData(withRegions(['华东', '华南'], [0, 1, 0]));

  it('asks what the rows say, not how the reader numbered its words', () => {
    expect(hashData(withRegions(['题目', '华南', '华东'], [2, 1, 2]))).toBe(hash);
  });

  it('differs where one cell differs, is empty, or stands elsewhere', () => {
    const others = [
      withRegions(['华东', '华南'], [0, 1, 1]),
      withRegions(['华东', '华南'], [0, 1, -1]),
      withRegions(['华东', '华南'], [1, 0, 0]),
      withRegions(['华东', '华北'], [0, 1, 0]),
    ].map(hashData);
    expect(new Set([hash, ...others]).size).toBe(5);
  });
});

describe('the log on its sheet', () => {
  const headers = Object.values(LOG_HEADERS).map(({ zh }) => zh as string);
  const newest = ['2026-06-30 09:00', '2026-06-30', '2026', 'a1', 'b1', 10, 1, 12.5, '0.1.0'];
  const oldest = ['2026-05-31 09:00', '2026-05-31', '2026', 'a1', 'b0', 9, 0, 11.5, '0.1.0'];
  const logOf = (cells: (string | number | null)[][]) =>
    readRefreshLog({ id: 'refreshLog', fingerprint: '', sheetName: '刷新记录', cells });
  const whole = logOf([['刷新记录'], headers, newest, oldest]);

  it('is read from the oldest on', () => {
    expect(whole.map(({ time, netAmount }) => [time, netAmount])).toEqual([
      ['2026-05-31 09:00', 11.5],
      ['2026-06-30 09:00', 12.5],
    ]);
  });

  it('stays whole where she gave any of its columns another name, in either language', () => {
    const english = Object.values(LOG_HEADERS).map(({ en }) => en as string);
    for (const line of [headers, english])
      for (const at of line.keys()) {
        const renamed = line.map((header, column) => (column === at ? '我的名字' : header));
        expect([at, logOf([renamed, newest, oldest])]).toEqual([at, whole]);
      }
  });

  it('is known by five of its headers, not by four', () => {
    const entries = (renamed: number): number =>
      logOf([headers.map((header, column) => (column < renamed ? `我的${column}` : header)), newest]).length;
    expect([entries(4), entries(5)]).toEqual([1, 0]);
  });
});
