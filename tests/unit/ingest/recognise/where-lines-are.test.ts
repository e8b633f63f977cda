import { inspectWorkbook } from '../../../../src/ingest/recognise/inspect';
import { makeMemoryHost } from '../../../../src/hosts/memory/memory-host';
import type { LinesElsewhere } from '../../../../src/workbook/workbook-host';

const LINES = [
  ['客户名称', '日期', '金额'],
  ['绿源饲料', '2025-01-05', 100],
];

/** What is said to be missing of a workbook with these rows on its only sheet and with lines in these other places. */
async function missingOf(rows: (string | number)[][], linesElsewhere: readonly LinesElsewhere[]): Promise<string[]> {
  const host = makeMemoryHost({ sheets: [{ name: '表', rows }] });
  const { missing } = await inspectWorkbook(
    { describe: async () => ({ ...(await host.describe()), linesElsewhere }), readHead: host.readHead },
    undefined,
  );
  return missing.map(({ zh }) => zh);
}

describe('a workbook whose lines stand on no sheet', () => {
  it('is told how to get them onto one, for each place that holds lines', async () => {
    const [, , ...told] = await missingOf([['汇总'], [12]], ['data-model', 'query', 'pivot-table']);
    expect(told).toHaveLength(3);
    expect(told[0]).toMatch(/数据模型.*加载到工作表.*--source/);
    expect(told[1]).toMatch(/加载到… › 表/);
    expect(told[2]).toMatch(/双击透视表右下角的总计/);
  });

  it('is told nothing of it where its sheets can be analysed', async () => {
    expect(await missingOf(LINES, ['data-model'])).toEqual([]);
  });
});
