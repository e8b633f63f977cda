import type { SheetInspection } from '../../../../src/ingest/recognise/inspection';
import type { ColumnMap } from '../../../../src/ingest/recognise/column-map';
import { columnOf, ingest } from '../ingest-rows';

/** Headers that mean nothing: three lines of sales, 100 + 250 − 30. */
const ROWS = [
  ['A', 'B', 'C', 'D'],
  ['x1', '绿源饲料', '2025-01-05', 100],
  ['x2', '华丰农资', '2025-02-06', 250],
  ['x3', '绿源饲料', '2025-03-07', -30],
];
const look = async (map?: ColumnMap): Promise<SheetInspection> =>
  (await ingest([{ name: '表', rows: ROWS }], map)).inspection.sheets[0]!;

const asSales = (columns: Readonly<Record<string, string>>): ColumnMap => ({
  sheets: [{ sheet: '表', kind: 'transactions', columns }],
});

describe('a sheet whose headers mean nothing', () => {
  it('shows its columns with samples, and says that none was recognised', async () => {
    const sheet = await look();
    expect(sheet.kind).toBeUndefined();
    expect(sheet.columns.map(({ header, samples }) => [header, samples[0]])).toEqual([
      ['A', 'x1'],
      ['B', '绿源饲料'],
      ['C', '2025-01-05'],
      ['D', '100'],
    ]);
    const { inspection } = await ingest([{ name: '表', rows: ROWS }]);
    expect(inspection.canAnalyse).toBe(false);
    expect(inspection.missing.map(({ zh }) => zh)[1]).toBe('工作表“表”里是：A、B、C、D；没有一列认得出');
  });

  it('goes on with what the person says, column by column', async () => {
    const first = await look(asSales({}));
    expect([first.kind, first.likely]).toEqual([undefined, 'transactions']);
    expect(first.columns).toHaveLength(4);
    const second = await look(asSales({ 'transactions.clientName': 'B', 'transactions.day': 'C' }));
    expect(second.kind).toBeUndefined();
    expect(second.missing.map(({ zh }) => zh)).toEqual(['金额(或数量和单价)']);
    const map = asSales({ 'transactions.clientName': 'B', 'transactions.day': 'C', 'transactions.amount': 'D' });
    expect((await look(map)).kind).toBe('transactions');
    const { dataset } = await ingest([{ name: '表', rows: ROWS }], map);
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([100, 250, -30]);
  });
});
