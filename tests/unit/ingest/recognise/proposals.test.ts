import { columnMapOfLines, linesOfInspection } from '../../../../src/app/column-map-lines';
import type { SheetInspection } from '../../../../src/ingest/recognise/inspection';
import type { CellValue } from '../../../../src/workbook/cell-value';
import { columnOf, ingest } from '../ingest-rows';

/** Running number, document, day, code, client, product, pieces, price, amount, phone, year. */
const LINES: readonly (readonly CellValue[])[] = [
  [1, 'XS001', '2025-01-05', 'K01', '绿源饲料有限公司', '饲料A', 12, 12.5, 150, '13800138000', 2025],
  [2, 'XS002', '2025-01-06', 'K02', 'Acme Trading Ltd', '盐', 3, 99.9, 299.7, '13800138001', 2025],
  [3, 'XS003', '2025-02-06', 'K01', '绿源饲料有限公司', '盐', 7, 99.9, 699.3, '13800138000', 2025],
  [4, 'XS004', '2025-03-01', 'K03', '大成食品厂', '饲料A', 20, 12.5, 250, '13800138002', 2025],
];
const MEANINGLESS = ['f0', 'f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'f7', 'f8', 'f9', 'f10'];
const SALES = {
  'transactions.documentNo': 'f1',
  'transactions.day': 'f2',
  'transactions.clientCode': 'f3',
  'transactions.clientName': 'f4',
  'transactions.quantity': 'f6',
  'transactions.unitPrice': 'f7',
  'transactions.amount': 'f8',
};

const look = async (rows: readonly (readonly CellValue[])[]): Promise<SheetInspection> =>
  (await ingest([{ name: '表', rows }])).inspection.sheets[0]!;

describe('what stands in the columns', () => {
  it('is proposed where headers do not tell, with why and three samples, and not read by itself', async () => {
    const sheet = await look([MEANINGLESS, ...LINES]);
    expect(sheet.kind).toBeUndefined();
    expect(sheet.proposal?.map).toEqual({ sheet: '表', kind: 'transactions', headerRow: 1, columns: SALES });
    const { columns } = sheet.proposal!;
    const amount = columns.find(({ field }) => field === 'transactions.amount')!;
    expect([amount.letter, amount.header, amount.samples]).toEqual(['I', 'f8', ['150', '299.7', '699.3']]);
    expect(amount.why).toEqual({
      zh: '100%的行是另两列的乘积',
      en: 'the product of two other columns on 100% of the lines',
    });
    expect(columns.every(({ confidence }) => confidence < 0.6)).toBe(true);
  });

  it('is read once the proposal is taken, and then for good', async () => {
    const rows = [MEANINGLESS, ...LINES];
    const { proposal } = await look(rows);
    const first = await ingest([{ name: '表', rows }], { sheets: [proposal!.map] });
    // 150 + 299.7 + 699.3 + 250
    expect(columnOf(first.dataset, 'transactions', 'amount')).toEqual([150, 299.7, 699.3, 250]);
    const kept = columnMapOfLines(
      linesOfInspection(first.inspection).map(({ sheet, table, field, header }) => ({ sheet, table, field, header })),
    );
    const again = await ingest([{ name: '表', rows }], kept);
    expect(columnOf(again.dataset, 'transactions', 'amount')).toEqual([150, 299.7, 699.3, 250]);
  });

  it('tells that a sheet has no headers, and its first line is read, then and later', async () => {
    const { proposal } = await look(LINES);
    expect(proposal?.map.headerRow).toBe(0);
    expect(proposal?.map.columns['transactions.clientName']).toBe('E');
    const first = await ingest([{ name: '表', rows: LINES }], { sheets: [proposal!.map] });
    expect(columnOf(first.dataset, 'transactions', 'amount')).toEqual([150, 299.7, 699.3, 250]);
    const kept = columnMapOfLines(
      linesOfInspection(first.inspection).map(({ sheet, table, field, header }) => ({ sheet, table, field, header })),
    );
    expect(kept?.sheets[0]?.headerRow).toBe(0);
    const again = await ingest([{ name: '表', rows: LINES }], kept);
    expect(columnOf(again.dataset, 'transactions', 'amount')).toHaveLength(4);
  });

  it('gives way to headers: what they name stands, the rest is proposed', async () => {
    const headers = MEANINGLESS.map((text, at) => ({ 2: '日期', 4: '客户名称' })[at] ?? text);
    const { proposal } = await look([headers, ...LINES]);
    expect(proposal?.map.columns).toMatchObject({
      'transactions.day': '日期',
      'transactions.clientName': '客户名称',
      'transactions.amount': 'f8',
    });
    expect(proposal?.columns.map(({ field }) => field)).not.toContain('transactions.day');
  });

  it('makes firms with phones a list of clients where there are no days', async () => {
    const { proposal } = await look([
      ['c1', 'c2'],
      ['甲东有限公司', '13800000001'],
      ['乙西有限公司', '0571-88888888'],
      ['丙南贸易公司', '13800000003'],
    ]);
    expect(proposal?.map).toEqual({
      sheet: '表',
      kind: 'clients',
      headerRow: 1,
      columns: { 'clients.clientName': 'c1', 'clients.phone': 'c2' },
    });
  });

  it('takes numbers of one length that come back for the client where no name is there', async () => {
    const { proposal } = await look([
      ['c1', 'c2', 'c3'],
      ['2025-01-05', 10023, 150.5],
      ['2025-01-06', 10024, 20],
      ['2025-01-07', 10023, 1200.25],
      ['2025-01-08', 10023, 30],
    ]);
    expect(proposal?.map.columns).toEqual({
      'transactions.day': 'c1',
      'transactions.clientCode': 'c2',
      'transactions.amount': 'c3',
    });
  });

  it.each([
    [
      'texts alone',
      [
        ['f1', 'f2'],
        ['甲', '好'],
        ['乙', '坏'],
        ['丙', '好'],
      ],
    ],
    [
      'numbers alone',
      [
        ['f1', 'f2'],
        [1, 2],
        [2, 5],
        [3, 7],
      ],
    ],
    [
      'years and running numbers',
      [
        ['f1', 'f2', 'f3'],
        ['甲', 2024, 1],
        ['乙', 2025, 2],
        ['甲', 2025, 3],
      ],
    ],
    [
      'names and days without money',
      [
        ['f1', 'f2'],
        ['甲公司', '2025-01-05'],
        ['乙公司', '2025-01-06'],
      ],
    ],
  ] as [string, CellValue[][]][])('proposes nothing of %s', async (_, rows) => {
    expect((await look(rows)).proposal).toBeUndefined();
  });

  it('is not held against what somebody has begun to say', async () => {
    const { inspection } = await ingest([{ name: '表', rows: [MEANINGLESS, ...LINES] }], {
      sheets: [{ sheet: '表', kind: 'transactions', columns: {} }],
    });
    expect(inspection.sheets[0]!.proposal).toBeUndefined();
  });
});
