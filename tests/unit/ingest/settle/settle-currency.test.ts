import ExcelJS from 'exceljs';
import type { Dataset } from '../../../../src/core/model/dataset';
import { openXlsxHost } from '../../../../src/hosts/xlsx/xlsx-host';
import { memorySource } from '../../../../src/hosts/xlsx/zip/byte-source';
import { inspectWorkbook } from '../../../../src/ingest/recognise/inspect';
import { readDataset } from '../../../../src/ingest/read/read-dataset';
import { accountOf, columnOf, ingest, issuesOf } from '../ingest-rows';

/** ¥ 1,000 and ¥ 500 of 甲 and 丙; $ 100 and $ 50 of 乙, to be seen in the number format alone. */
const ROWS = [
  ['日期', '客户', '金额'],
  ['2025-03-01', '甲公司', 1000],
  ['2025-03-02', '乙公司', 100],
  ['2025-04-01', '丙公司', 500],
  ['2025-04-02', '乙公司', 50],
];
const FORMATS = ['', '"¥"#,##0.00', '[$$-409]#,##0.00', '[$¥-804]#,##0.00', '"$"#,##0.00'];

/** Only the lines in ¥ are added up: 1,000 + 500; the two in $ are named, with their money. */
const expectYuanAlone = (dataset: Dataset): void => {
  expect(columnOf(dataset, 'transactions', 'amount')).toEqual([1000, 500]);
  expect(issuesOf(dataset).filter((one) => one.startsWith('currency'))).toEqual([
    'currency-without-rate 3',
    'currency-without-rate 5',
  ]);
  expect(accountOf(dataset, '销售')).toEqual({ read: 4, rejected: 2, passedOver: 0 });
  expect(dataset.accounts[0]!.rejectedAmount).toBe(150);
};

it('does not add up amounts whose number formats show several currencies', async () => {
  const { dataset } = await ingest([{ name: '销售', rows: ROWS, formatAt: (row) => FORMATS[row]! }]);
  expectYuanAlone(dataset);
});

it('does not in a workbook file either', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('销售');
  ROWS.forEach((row, at) => {
    const cells = sheet.addRow(row);
    if (at > 0) cells.getCell(3).numFmt = FORMATS[at]!;
  });
  const host = await openXlsxHost(memorySource(new Uint8Array(await book.xlsx.writeBuffer())));
  expectYuanAlone(await readDataset(host, await inspectWorkbook(host, undefined)));
});

it('takes one currency everywhere for that of the sheet', async () => {
  const { dataset } = await ingest([{ name: '销售', rows: ROWS, formatAt: () => '"$"#,##0.00' }]);
  expect(columnOf(dataset, 'transactions', 'amount')).toEqual([1000, 100, 500, 50]);
});

it('knows the currency of sheets apart: one in dollars beside one in yuan', async () => {
  const { dataset } = await ingest([
    { name: '内销', rows: ROWS, formatAt: () => '[$¥-804]#,##0.00' },
    {
      name: '外销',
      rows: [
        ['日期', '客户', '金额'],
        ['2025-03-05', '丁公司', 77],
        ['2025-03-06', '戊公司', 88],
      ],
      formatAt: () => '[$USD] 0',
    },
  ]);
  expect(columnOf(dataset, 'transactions', 'amount')).toEqual([1000, 100, 500, 50]);
});

it.each([
  ['1,100美元', 'US$1,100'],
  ['1,100 USD', '＄1,100'],
])('takes %s and %s for one currency', async (one, other) => {
  const { dataset } = await ingest([
    {
      name: '销售',
      rows: [
        ['日期', '客户', '金额'],
        ['2025-03-01', '甲', one],
        ['2025-03-02', '乙', other],
      ],
    },
  ]);
  expect(columnOf(dataset, 'transactions', 'amount')).toEqual([1100, 1100]);
});

it('takes a currency column by what it means, whatever it is written like', async () => {
  const rows = [
    ['日期', '客户', '金额', '币种'],
    ['2025-03-01', '甲', 100, 'USD'],
    ['2025-03-02', '乙', 200, '美元'],
    ['2025-03-03', '丙', 300, '$'],
  ];
  const { dataset } = await ingest([{ name: '销售', rows }]);
  expect(columnOf(dataset, 'transactions', 'amount')).toEqual([100, 200, 300]);
});

describe('the currency that a header or a sheet says', () => {
  const lines = (header: string, amount: number, clients: string): readonly (readonly (string | number)[])[] => [
    ['日期', '客户', header],
    ...[...clients].map((client, at) => [`2025-01-0${at + 1}`, client, amount]),
  ];

  it('keeps dollars out of yuan where only the headers tell', async () => {
    const { dataset } = await ingest([
      { name: '外销', rows: lines('金额(USD)', 100, '甲乙') },
      { name: '内销', rows: lines('金额(元)', 1000, '丙丁') },
    ]);
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([1000, 1000]);
    expect(accountOf(dataset, '外销')).toEqual({ read: 2, rejected: 2, passedOver: 0 });
  });

  it('keeps them out where only the names of the sheets tell', async () => {
    const { dataset } = await ingest([
      { name: '美元', rows: lines('金额', 100, '甲乙') },
      { name: '人民币', rows: lines('金额', 1000, '丙丁') },
    ]);
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([1000, 1000]);
  });

  it('tells where some say dollars and the rest nothing', async () => {
    const { dataset } = await ingest([
      { name: '外销', rows: lines('金额(USD)', 100, '甲乙') },
      { name: '其他', rows: lines('金额', 1000, '丙') },
    ]);
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([100, 100, 1000]);
    expect(dataset.issues.map((one) => one.message.zh)).toContain('有2行写明是USD，其余1行没有写明币种');
  });

  it('takes the amount in yuan where one in dollars stands beside it', async () => {
    const rows = [
      ['日期', '客户', '金额(USD)', '金额(RMB)'],
      ['2025-01-01', '甲', 100, 710],
    ];
    const { dataset } = await ingest([{ name: '销售', rows }]);
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([710]);
  });
});

describe('invoices in several currencies', () => {
  const HEADERS = ['客户', '发票号', '开票日期', '到期日', '发票金额', '未收金额', '币种'];
  const invoice = (client: string, amount: number, open: number, ...rest: readonly (string | number)[]) => [
    client, `F-${client}`, '2025-01-05', '2025-02-05', amount, open, ...rest,
  ]; // prettier-ignore

  it('without a rate leave out what is in a foreign one', async () => {
    const rows = [
      HEADERS,
      invoice('甲', 1000, 1000, 'CNY'),
      invoice('乙', 100, 100, 'USD'),
      invoice('丙', 500, 400, '人民币'),
    ];
    const { dataset } = await ingest([{ name: '应收', rows }]);
    expect(columnOf(dataset, 'invoices', 'amount')).toEqual([1000, 500]);
    expect(accountOf(dataset, '应收')).toEqual({ read: 3, rejected: 1, passedOver: 0 });
  });

  it('with a rate are converted, the paid part as well', async () => {
    const rows = [[...HEADERS, '汇率'], invoice('甲', 1000, 1000, 'CNY', 1), invoice('乙', 100, 40, 'USD', 7)];
    const { dataset } = await ingest([{ name: '应收', rows }]);
    // 100 × 7, of which (100 − 40) × 7 is paid.
    expect(columnOf(dataset, 'invoices', 'amount')).toEqual([1000, 700]);
    expect(columnOf(dataset, 'invoices', 'paidAmount')).toEqual([0, 420]);
  });

  it('stay as they are where the amount is converted already', async () => {
    const headers = HEADERS.map((one) => one.replace('发票金额', '本币金额').replace('未收金额', '本币余额'));
    const rows = [headers, invoice('甲', 1000, 1000, 'CNY'), invoice('乙', 700, 280, 'USD')];
    const { dataset } = await ingest([{ name: '应收', rows }]);
    expect(columnOf(dataset, 'invoices', 'amount')).toEqual([1000, 700]);
  });
});
