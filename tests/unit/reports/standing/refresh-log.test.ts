import type { Dataset } from '../../../../src/core/model/dataset';
import { hashData } from '../../../../src/reports/standing/refresh-log';
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
