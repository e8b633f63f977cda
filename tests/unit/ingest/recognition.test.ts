import { dayOf } from '../../../src/core/model/day';
import type { CellValue } from '../../../src/workbook/cell-value';
import { columnLetters } from '../../../src/workbook/address';
import { makeMemoryHost } from '../../../src/hosts/memory/memory-host';
import { inspectWorkbook } from '../../../src/ingest/recognise/inspect';
import { mapOfInspection } from '../../../src/ingest/recognise/inspection';
import { accountOf, columnOf, ingest, issuesOf, mapped } from './ingest-rows';

const HEADER = ['单号', '日期', '客户名称', '品名', '数量', '单价', '金额'];
const line = (day: string, client: string, amount: number): CellValue[] => [
  'X',
  day,
  client,
  '豆粕',
  1,
  amount,
  amount,
];

describe('where the headers stand', () => {
  it('finds them below title rows and blank rows and columns', async () => {
    const { inspection, dataset } = await ingest([
      {
        name: '出库',
        rows: [
          [],
          [null, null, '某某公司销售出库单'],
          [null, '制单日期：2026-01-31', null, '打印人：张三'],
          [],
          [null, ...HEADER.slice(0, 3), null, ...HEADER.slice(3)],
          [],
          [null, 'X1', '2026/1/5', '甲', null, '豆粕', 2, 10, 20],
          [],
          [null, 'X2', '2026/1/6', '乙', null, '玉米', 3, 10, 30],
        ],
      },
    ]);
    expect(inspection.sheets[0]!.headerRows).toEqual([5]);
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([20, 30]);
    expect(accountOf(dataset, '出库')).toEqual({ read: 2, rejected: 0, passedOver: 0 });
  });

  it('joins two header rows under merged groups', async () => {
    const { inspection, dataset } = await ingest([
      {
        name: '台账',
        rows: [
          ['2026年台账'],
          ['单号', '客户', '订货', null, '发货', null, '金额'],
          [null, null, '日期', '数量', '日期', '数量', null],
          ['A1', '甲', '2026/1/5', 10, '2026/1/7', 9, 1000],
          ['A2', '乙', '2026/1/6', 5, '2026/1/6', 5, 500],
        ],
      },
    ]);
    expect(inspection.sheets[0]!.headerRows).toEqual([2, 3]);
    expect(mapped(inspection, '台账')).toMatchObject({
      '订货/日期': 'deliveries.orderDay',
      '订货/数量': 'deliveries.orderedQuantity',
      '发货/日期': 'deliveries.shippedDay',
      '发货/数量': 'deliveries.shippedQuantity',
    });
    expect(columnOf(dataset, 'transactions', 'day')).toEqual([dayOf(2026, 1, 5), dayOf(2026, 1, 6)]);
    expect(columnOf(dataset, 'deliveries', 'shippedQuantity')).toEqual([9, 5]);
  });

  it('passes over totals, notes, signatures and headers repeated on every page', async () => {
    const { dataset } = await ingest([
      {
        name: '销售明细',
        rows: [
          HEADER,
          line('2026/1/5', '甲', 10),
          ['小计', null, null, null, 1, null, 10],
          HEADER,
          line('2026/1/6', '乙', 20),
          [null, null, '本页合计', null, 2, null, 30],
          line('2026/2/6', '乙', 5),
          ['2月小计', null, null, null, 1, null, 5],
          ['合 计：', null, null, null, 3, null, 35],
          ['备注：以上金额均含税'],
          ['制表人：李敏', null, null, '审核：王强'],
        ],
      },
    ]);
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([10, 20, 5]);
    expect(accountOf(dataset, '销售明细')).toEqual({ read: 3, rejected: 0, passedOver: 7 });
  });

  it('finds the total whose label stands in a column that nothing maps', async () => {
    const { dataset } = await ingest([
      {
        name: '明细',
        rows: [
          ['序号', '日期', '客户', '金额'],
          [1, '2026/1/5', '甲', 10],
          ['合计', null, null, 10],
          [2, null, null, null],
        ],
      },
    ]);
    // The total, and the number that stands beside nothing.
    expect(accountOf(dataset, '明细')).toEqual({ read: 1, rejected: 0, passedOver: 2 });
  });

  it('reads a firm called Total as a client and 合计 as none', async () => {
    const { dataset } = await ingest([
      {
        name: 'Sales',
        rows: [
          ['Date', 'Customer', 'Amount'],
          ['2026-01-05', 'Total', 7],
          [null, 'Total', 7],
        ],
      },
    ]);
    expect(columnOf(dataset, 'clients', 'name')).toEqual(['Total']);
    expect(accountOf(dataset, 'Sales')).toEqual({ read: 1, rejected: 0, passedOver: 1 });
  });

  it('counts formulas filled down over empty lines as no data', async () => {
    const { dataset } = await ingest([
      {
        name: '销售',
        rows: [
          ['日期', '客户', '数量', '单价', '金额'],
          ['2026/1/5', '甲', 2, 5, 10],
          [null, null, null, null, 0],
          [null, { error: '#N/A' }, null, null, 0],
        ],
      },
    ]);
    expect(accountOf(dataset, '销售')).toEqual({ read: 1, rejected: 0, passedOver: 2 });
  });

  it('takes the range and header of a table', async () => {
    const { dataset } = await ingest([
      {
        name: 'Sheet1',
        rows: [
          ['随便写写'],
          [null, '日期', '客户', '金额'],
          [null, '2026/1/5', '甲', 10],
          [null, '汇总', null, 10],
          [null, '2026/1/9', '不在表里', 99],
        ],
        tables: [{ name: 'T', range: { row: 1, column: 1, rows: 3, columns: 3 }, hasHeader: true, hasTotals: true }],
      },
    ]);
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([10]);
  });

  it('reads only the head of a sheet that reaches to XFD1048576', async () => {
    const asked: number[][] = [];
    const host = makeMemoryHost({
      sheets: [
        {
          name: 'S',
          rows: [
            ['日期', '客户', '金额'],
            ['2026/1/5', '甲', 10],
          ],
        },
      ],
    });
    const info = await host.describe();
    const inspection = await inspectWorkbook(
      {
        describe: async () => ({
          ...info,
          sheets: info.sheets.map((one) => ({ ...one, rows: 1_048_576, columns: 16_384 })),
        }),
        readHead: (id, rows, columns) => {
          asked.push([rows, columns]);
          return host.readHead(id, rows, columns);
        },
      },
      undefined,
    );
    expect(asked).toEqual([[200, 512]]);
    expect(inspection.sheets[0]!.plan!.toRow).toBe(1_048_576);
    expect(inspection.sheets[0]!.columns.map((one) => one.letter)).toEqual(['A', 'B', 'C']);
  });
});

describe('which column is what', () => {
  it.each([
    [
      '用友',
      ['单据日期', '客户编码', '客户简称', '存货名称', '规格型号', '数量', '无税金额', '税额', '价税合计'],
      '价税合计',
      '单据日期',
    ],
    ['金蝶', ['日期', '购货单位', '产品名称', '实发数量', '单位', '金额', '价税合计', '业务员'], '价税合计', '日期'],
    ['管家婆', ['业务日期', '往来单位', '商品名称', '数量', '单价', '折后金额', '经手人'], '折后金额', '业务日期'],
    [
      '送货单',
      ['送货日期', '收货单位', '货物名称', '件数', '单价(元)', '金额（元）', '签收日期'],
      '金额（元）',
      '送货日期',
    ],
    ['snake', ['invoice_date', 'customer_name', 'unit_price', 'quantity', 'line_total'], 'line_total', 'invoice_date'],
    ['camel', ['orderDate', 'customerName', 'unitPrice', 'totalAmount', 'discountAmount'], 'totalAmount', 'orderDate'],
    [
      'Title',
      ['Order Date', 'Ship Date', 'Required Date', 'Customer', 'Sales', 'Profit', 'Discount'],
      'Sales',
      'Order Date',
    ],
    ['CAPS', ['ORDERDATE', 'CUSTOMERNAME', 'QUANTITYORDERED', 'PRICEEACH', 'SALES'], 'SALES', 'ORDERDATE'],
  ])('%s: amount and day among their neighbours', async (_, headers, amount, day) => {
    const cells = headers.map((header): CellValue =>
      /日期|date/i.test(header)
        ? '2026-01-05'
        : /名称|客户|单位|往来|customer|业务员|经手|型号/i.test(header)
          ? '甲'
          : 2,
    );
    const { inspection } = await ingest([{ name: 'Sheet1', rows: [headers, cells] }]);
    const sheet = inspection.sheets[0]!;
    expect(sheet.kind).toBe('transactions');
    const headerOf = (path: string): string | undefined =>
      sheet.columns.find((one) => one.field === path || one.also.includes(path as never))?.header;
    expect(headerOf('transactions.amount')).toBe(amount);
    expect(headerOf('transactions.day')).toBe(day);
  });

  it('does not use a column of which less than 90 % parses, unless its header says so', async () => {
    const days = ['2026/1/5', '2026/1/6', '下周', '2026/1/8', '待定', '2026/1/9', '2026/1/10', '2026/1/11'];
    const rows = (header: string): CellValue[][] => [
      ['客户', header, '金额'],
      ...days.map((day): CellValue[] => ['甲', day, 1]),
    ];
    const vague = await ingest([{ name: 'S', rows: rows('我们的开票日期') }]);
    expect(vague.inspection.canAnalyse).toBe(false);
    expect(vague.inspection.missing[0]!.zh).toMatch(/^工作表“S”像是“交易”，认出了.+，只缺：日期$/);
    const plain = await ingest([{ name: 'S', rows: rows('日期') }]);
    expect(accountOf(plain.dataset, 'S')).toEqual({ read: 8, rejected: 2, passedOver: 0 });
    expect(issuesOf(plain.dataset)).toEqual(['column-partly B', 'day-unreadable 4 B', 'day-unreadable 6 B']);
  });

  it('asks once where two columns have the same claim, and keeps the answer', async () => {
    const sheets = [
      {
        name: 'S',
        rows: [
          ['日期', '日期', '客户', '金额'],
          ['2026/1/5', '2026/2/5', '甲', 1],
        ],
      },
    ];
    const first = await ingest(sheets);
    expect(first.inspection.questions.map((one) => [one.about, one.subject, one.chosen])).toEqual([
      ['column', 'transactions.day', 'A'],
    ]);
    const answer = { sheets: [{ sheet: 'S', kind: 'transactions' as const, columns: { 'transactions.day': 'B' } }] };
    const second = await ingest(sheets, answer);
    expect(second.inspection.questions).toEqual([]);
    expect(columnOf(second.dataset, 'transactions', 'day')).toEqual([dayOf(2026, 2, 5)]);
    const third = await ingest(sheets, mapOfInspection(second.inspection));
    expect(columnOf(third.dataset, 'transactions', 'day')).toEqual([dayOf(2026, 2, 5)]);
  });

  it('takes a map that leaves a column out, ignores a sheet, and tells what is not there', async () => {
    const sheets = [
      {
        name: '销售',
        rows: [
          ['日期', '客户', '金额', '地区'],
          ['2026/1/5', '甲', 1, '华东'],
        ],
      },
      {
        name: '旧表',
        rows: [
          ['日期', '客户', '金额', '地区'],
          ['2025/1/5', '乙', 1, '华东'],
        ],
      },
    ];
    const { inspection, dataset } = await ingest(sheets, {
      sheets: [
        { sheet: '销售', kind: 'transactions', columns: { 'transactions.region': '', 'transactions.rep': '业务员' } },
        { sheet: '旧表', kind: 'ignore', columns: {} },
        { sheet: '没有', kind: 'clients', columns: {} },
      ],
    });
    expect(mapped(inspection, '销售')).not.toHaveProperty('地区');
    expect(columnOf(dataset, 'clients', 'name')).toEqual(['甲']);
    expect(issuesOf(dataset)).toEqual(['sheet-missing', 'column-missing']);
  });

  it('says which column is missing when nothing can be analysed', async () => {
    const { inspection } = await ingest([
      {
        name: 'Sheet1',
        rows: [
          ['Customer', 'Sales'],
          ['Jones', '$1,000.00'],
        ],
      },
    ]);
    expect(inspection.canAnalyse).toBe(false);
    expect(inspection.missing.map((one) => one.en)).toEqual([
      'Sheet “Sheet1” looks like “Transactions”: Customer name (Customer), Amount (Sales) were found, and it lacks only date',
    ]);
  });

  it('treats hostile headers as plain text', async () => {
    const long = 'A'.repeat(32_767);
    const wide = Array.from({ length: 3000 }, (_, index) => `=cmd|'/c calc'!${columnLetters(index)}`);
    const { inspection, dataset } = await ingest([
      {
        name: 'S',
        rows: [
          ['日期', '客户', '金额', long, ...wide],
          ['2026/1/5', '=1+1', 10, '@SUM(A1)'],
        ],
      },
    ]);
    expect(inspection.sheets[0]!.unmapped[0]).toHaveLength(200);
    expect(inspection.sheets[0]!.columns).toHaveLength(512);
    expect(columnOf(dataset, 'clients', 'name')).toEqual(['=1+1']);
  });
});

describe('which sheets are read', () => {
  const rows = (year: number): CellValue[][] => [
    HEADER,
    line(`${year}/1/5`, '甲', year),
    line(`${year}/1/6`, '乙', year + 1),
    line(`${year}/1/7`, '丙', year + 2),
  ];

  it('reads a sheet a year one after the other', async () => {
    const { dataset } = await ingest([
      { name: '2024年', rows: rows(2024) },
      { name: '2025年', rows: rows(2025) },
    ]);
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([2024, 2025, 2026, 2025, 2026, 2027]);
    expect(dataset.sheets).toEqual(['2024年', '2025年']);
  });

  it('leaves out the sheet of all months beside the months', async () => {
    const { inspection, dataset } = await ingest([
      { name: '全年', rows: [...rows(2024), ...rows(2025).slice(1)] },
      { name: '1月', rows: rows(2024) },
      { name: '2月', rows: rows(2025) },
    ]);
    expect(dataset.sheets).toEqual(['1月', '2月']);
    expect(inspection.sheets[0]!.why!.zh).toContain('重复');
    expect(issuesOf(dataset)).toEqual(['sheet-summary']);
  });

  it('leaves out sums beside their detail', async () => {
    const { dataset } = await ingest([
      {
        name: '日报',
        rows: [
          ['日期', '客户', '金额'],
          ['2024/1/5', '甲', 2024],
          ['2024/1/6', '乙', 2025],
        ],
      },
      { name: '明细', rows: rows(2024) },
    ]);
    expect(dataset.sheets).toEqual(['明细']);
    expect(issuesOf(dataset)).toEqual(['sheet-summary']);
  });

  it('does not read hidden sheets unless the map names them', async () => {
    const sheets = [
      { name: '销售', rows: rows(2024) },
      { name: '旧', rows: rows(2023), visibility: 'hidden' as const },
    ];
    const first = await ingest(sheets);
    expect(first.dataset.sheets).toEqual(['销售']);
    expect(issuesOf(first.dataset)).toEqual(['sheet-hidden']);
    const second = await ingest(sheets, { sheets: [{ sheet: '旧', kind: 'transactions', columns: {} }] });
    expect(second.dataset.sheets).toEqual(['销售', '旧']);
  });

  it('skips sheets of ours, and reads the holiday sheet that we made', async () => {
    const host = makeMemoryHost({
      sheets: [
        { name: '销售', rows: rows(2024) },
        {
          name: '节假日',
          rows: [
            ['日期', '名称', '是否上班'],
            ['2026-10-01', '国庆节', '否'],
          ],
        },
        { name: '客户等级', rows: rows(2023) },
      ],
    });
    const info = await host.describe();
    const mark = (id: string): { report: { id: string; fingerprint: string } } => ({ report: { id, fingerprint: '' } });
    const sheets = info.sheets.map((one) =>
      one.name === '节假日'
        ? { ...one, ...mark('holidays') }
        : one.name === '客户等级'
          ? { ...one, ...mark('clientTiers') }
          : one,
    );
    const inspection = await inspectWorkbook(
      { describe: async () => ({ ...info, sheets }), readHead: host.readHead.bind(host) },
      undefined,
    );
    expect(inspection.sheets.map((one) => one.kind)).toEqual(['transactions', undefined, undefined]);
  });
});
