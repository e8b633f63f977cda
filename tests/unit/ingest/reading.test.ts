import { KPIS } from '../../../src/core/kpis';
import { readTargets } from '../../../src/core/kpis/targets';
import { dayOf } from '../../../src/core/model/day';
import type { CellValue } from '../../../src/workbook/cell-value';
import { accountOf, columnOf, hasNoColumn, ingest, issuesOf } from './ingest-rows';

const sales = (rows: CellValue[][], header = ['日期', '客户', '金额']): { name: string; rows: CellValue[][] } => ({
  name: '销售',
  rows: [header, ...rows],
});

describe('rows that cannot be used', () => {
  it('are listed once each with sheet, row, column and reason, and counted', async () => {
    const { dataset } = await ingest([
      sales(
        [
          ['2026/1/5', '甲', 10, 'a'],
          ['2026/2/30', '甲', 10, 'b'],
          [null, '甲', 10, 'c'],
          ['2026/1/6', null, 10, 'd'],
          ['2026/1/7', '甲', '十块', 'e'],
          ['2026/1/8', '甲', null, 'f'],
          ['2026/1/9', '甲', { error: '#REF!' }, 'g'],
          ['2026/1/9', { error: '#N/A' }, 5, 'h'],
        ],
        ['日期', '客户', '金额', '业务员'],
      ),
    ]);
    expect(issuesOf(dataset)).toEqual([
      'column-partly A',
      'column-partly C',
      'day-unreadable 3 A',
      'day-missing 4 A',
      'client-missing 5 B',
      'amount-unreadable 6 C',
      'amount-missing 7 C',
      'required-error 8 C',
      'required-error 9 B',
    ]);
    expect(accountOf(dataset, '销售')).toEqual({ read: 8, rejected: 7, passedOver: 0 });
    // Rows b, c and d have 10 each, h has 5; of the others no amount can be read.
    expect(dataset.accounts[0]!.rejectedAmount).toBe(35);
    expect(dataset.tables.transactions!.rows).toBe(1);
    expect(dataset.issues[2]).toMatchObject({ sheet: '销售', value: '2026/2/30', severity: 'error' });
  });

  it('an error in a cell that is not required leaves the row', async () => {
    const { dataset } = await ingest([
      sales([['2026/1/5', '甲', 10, { error: '#DIV/0!' }, 3]], ['日期', '客户', '金额', '成本', '签收日期']),
      {
        name: '客户',
        rows: [
          ['客户名称', '信用额度'],
          ['甲', '很多'],
        ],
      },
    ]);
    expect(columnOf(dataset, 'transactions', 'cost')).toEqual([null]);
    expect(accountOf(dataset, '销售')).toEqual({ read: 1, rejected: 0, passedOver: 0 });
    expect(dataset.issueCounts).toMatchObject({ 'cell-error': 1 });
  });

  it('an amount that no sale can have is no number, as a number, as a text and after its unit', async () => {
    const { dataset } = await ingest([
      sales(
        [
          ['2026/1/5', '甲', 1e15, 1],
          ['2026/1/6', '甲', 1.1e15, 1],
          ['2026/1/7', '甲', -1e300, 1],
          ['2026/1/8', '甲', '1e200', 1],
          ['2026/1/9', '甲', '2000万亿', 1],
          ['2026/1/9', '甲', 5, 9.9e99],
          ...Array.from({ length: 40 }, (): CellValue[] => ['2026/1/9', '甲', 7, 1]),
        ],
        ['日期', '客户', '金额', '成本'],
      ),
      {
        name: '万',
        rows: [
          ['日期', '客户', '金额（万元）'],
          ['2026/1/5', '甲', 2e11],
          ['2026/1/5', '甲', 2],
        ],
      },
    ]);
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([
      1e15,
      5,
      ...Array.from({ length: 40 }, () => 7),
      20000,
    ]);
    expect(columnOf(dataset, 'transactions', 'cost').slice(0, 3)).toEqual([1, null, 1]);
    expect(dataset.issueCounts).toMatchObject({ 'amount-unreadable': 5, 'cell-not-number': 1 });
  });

  it('keeps 2,000 of a code and counts all', async () => {
    const rows = Array.from({ length: 2500 }, (): CellValue[] => ['2026/1/5', '甲', '不是数']);
    const { dataset } = await ingest([sales([['2026/1/5', '甲', 1], ...rows])], {
      sheets: [{ sheet: '销售', kind: 'transactions', columns: { 'transactions.amount': '金额' } }],
    });
    expect(dataset.issues.filter((one) => one.code === 'amount-unreadable')).toHaveLength(2000);
    expect(dataset.issueCounts['amount-unreadable']).toBe(2500);
    expect(accountOf(dataset, '销售')).toEqual({ read: 2501, rejected: 2500, passedOver: 0 });
  });
});

describe('amounts and signs', () => {
  const header = ['日期', '客户', '类型', '数量', '单价', '金额', '成本'];
  it('makes returns, allowances and red-letter lines negative', async () => {
    const { dataset } = await ingest([
      sales(
        [
          ['2026/1/5', '甲', '销售', 10, 5, 50, 30],
          ['2026/1/6', '甲', '退货', 2, 5, 10, 6],
          ['2026/1/7', '甲', '冲红', -1, 5, -5, -3],
          ['2026/1/8', '甲', null, 3, 5, -15, -9],
          ['2026/1/9', '甲', '销售', -4, 5, 20, 12],
        ],
        header,
      ),
    ]);
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([50, -10, -5, -15, -20]);
    expect(columnOf(dataset, 'transactions', 'quantity')).toEqual([10, -2, -1, -3, -4]);
    expect(columnOf(dataset, 'transactions', 'cost')).toEqual([30, -6, -3, -9, -12]);
    expect(columnOf(dataset, 'transactions', 'isReturn')).toEqual([0, 1, 1, 1, 1]);
    expect(issuesOf(dataset)).toEqual(['sign-made-negative']);
  });

  it('does not know of returns until a type column or a negative line tells of them', async () => {
    const day = '2026/1/5';
    const silent = await ingest([sales([[day, '甲', 10]])]);
    expect(hasNoColumn(silent.dataset, 'transactions', 'isReturn')).toBe(true);
    const negative = await ingest([
      sales([
        [day, '甲', 10],
        [day, '甲', -4],
      ]),
    ]);
    expect(columnOf(negative.dataset, 'transactions', 'isReturn')).toEqual([0, 1]);
    const typed = await ingest([sales([[day, '甲', '销售', 1, 10, 10, 6]], header)]);
    expect(columnOf(typed.dataset, 'transactions', 'isReturn')).toEqual([0]);
  });

  it('makes the amount of quantity, price and discount, unrounded', async () => {
    const { dataset } = await ingest([
      sales(
        [
          ['2026/1/5', '甲', 12, 9.8, 0.15],
          ['2026/1/5', '甲', 3, 0.333, null],
          ['2026/1/5', '甲', null, 5, 0],
          ['2026/1/5', '甲', 2, '五块', 0],
          ['2026/1/5', '甲', 2, 5, '看情况'],
        ],
        ['日期', '客户', '数量', '单价', 'Discount'],
      ),
    ]);
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([12 * 9.8 * 0.85, 3 * 0.333]);
    expect(issuesOf(dataset)).toEqual(
      expect.arrayContaining(['amount-missing 4 C', 'amount-unreadable 5 D', 'cell-not-discount 6 E']),
    );
    expect(accountOf(dataset, '销售')).toEqual({ read: 5, rejected: 3, passedOver: 0 });
  });

  it('converts a column in 万元 and reads typed units', async () => {
    const { dataset } = await ingest([
      sales(
        [
          ['2026/1/5', '甲', 1.1, '20吨'],
          ['2026/1/6', '甲', '2', '5'],
        ],
        ['日期', '客户', '金额(万元)', '数量（吨）'],
      ),
    ]);
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([11000, 20000]);
    expect(columnOf(dataset, 'transactions', 'quantity')).toEqual([20, 5]);
    expect(issuesOf(dataset)).toEqual(['column-scaled C']);
  });

  it('refuses lines of another currency without a rate, and converts those with one', async () => {
    const header = ['日期', '客户', '金额', '币种', '汇率'];
    const { dataset } = await ingest([
      sales(
        [
          ['2026/1/5', '甲', 100, '人民币', null],
          ['2026/1/5', '乙', 10, 'USD', 7],
          ['2026/1/5', '丙', 10, 'USD', null],
          ['2026/1/6', '甲', 1, 'CNY', 1],
          ['2026/1/6', '甲', 2, null, null],
        ],
        header,
      ),
    ]);
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([100, 70, 1, 2]);
    expect(issuesOf(dataset)).toEqual(['currency-without-rate 4']);
    expect(accountOf(dataset, '销售')).toEqual({ read: 5, rejected: 1, passedOver: 0 });
  });
});

describe('days of a column', () => {
  it('are read month or day first as the whole column shows, however far down it shows it', async () => {
    const early = Array.from({ length: 300 }, (): CellValue[] => ['3/4/2025', '甲', 1]);
    const { dataset } = await ingest([sales([...early, ['25/4/2025', '甲', 1]])]);
    const days = columnOf(dataset, 'transactions', 'day');
    expect(days[0]).toBe(dayOf(2025, 4, 3));
    expect(days[300]).toBe(dayOf(2025, 4, 25));
    expect(issuesOf(dataset)).toEqual([]);
    expect(accountOf(dataset, '销售')).toEqual({ read: 301, rejected: 0, passedOver: 0 });
  });

  it('are asked about where nothing shows it', async () => {
    const sheet = sales([['3/4/2025', '甲', 1]]);
    const first = await ingest([sheet]);
    expect(first.inspection.questions.map((one) => [one.about, one.chosen])).toEqual([['dayOrder', 'mdy']]);
    expect(columnOf(first.dataset, 'transactions', 'day')).toEqual([dayOf(2025, 3, 4)]);
    expect(issuesOf(first.dataset)).toEqual(['day-order-unclear A']);
    const second = await ingest([sheet], {
      sheets: [{ sheet: '销售', kind: 'transactions', columns: {}, dayOrder: 'dmy' }],
    });
    expect(columnOf(second.dataset, 'transactions', 'day')).toEqual([dayOf(2025, 4, 3)]);
    expect(second.inspection.questions).toEqual([]);
  });

  it('are read in the 1904 base', async () => {
    const { dataset } = await ingest([sales([[46027 - 1462, '甲', 1]])], undefined, { dateBase: 1904 });
    expect(columnOf(dataset, 'transactions', 'day')).toEqual([dayOf(2026, 1, 5)]);
  });

  it('may be mixed: serials, numbers and texts', async () => {
    const { dataset } = await ingest([
      sales([
        [46027, '甲', 1],
        [20260105, '甲', 1],
        ['2026年1月5日', '甲', 1],
        ['2026.1.5 13:20', '甲', 1],
      ]),
    ]);
    expect(columnOf(dataset, 'transactions', 'day')).toEqual(Array(4).fill(dayOf(2026, 1, 5)));
  });
});

describe('one client a group', () => {
  const header = ['客户', '日期', '品名', '数量', '金额'];
  const grouped: CellValue[][] = [
    ['甲', '2026/1/5', 'a', 1, 10],
    [null, null, 'b', 1, 20],
    [null, '2026/1/6', 'c', 1, 30],
    ['小计', null, null, 3, 60],
    ['乙', '2026/1/7', 'a', 1, 40],
    [null, null, 'b', 1, 50],
  ];

  it('fills client and day down where a fifth of the lines lack the client, and says so', async () => {
    const { dataset } = await ingest([sales(grouped, header)]);
    expect(columnOf(dataset, 'clients', 'name')).toEqual(['甲', '乙']);
    expect(columnOf(dataset, 'transactions', 'client')).toEqual([0, 0, 0, 1, 1]);
    expect(columnOf(dataset, 'transactions', 'day').map((day) => Number(day) - dayOf(2026, 1, 5))).toEqual([
      0, 0, 1, 2, 2,
    ]);
    expect(issuesOf(dataset)).toEqual(['filled-down']);
    expect(dataset.issues[0]!.message.zh).toContain('3行');
  });

  it('rejects them where the person says no', async () => {
    const { dataset } = await ingest([sales(grouped, header)], {
      sheets: [{ sheet: '销售', kind: 'transactions', columns: {}, fillDown: false }],
    });
    expect(accountOf(dataset, '销售')).toEqual({ read: 5, rejected: 3, passedOver: 1 });
  });

  it('does not fill a single gap', async () => {
    const rows = Array.from({ length: 9 }, (_, index): CellValue[] => ['甲', '2026/1/5', 'a', 1, index + 1]);
    const { dataset } = await ingest([sales([...rows, [null, '2026/1/5', 'a', 1, 10]], header)]);
    expect(issuesOf(dataset)).toEqual(['client-missing 11 A']);
  });
});

describe('clients', () => {
  it('are found by code, else by name; width, brackets and leading zeros make no other client', async () => {
    const { dataset } = await ingest([
      {
        name: '客户',
        rows: [
          ['客户编号', '客户名称'],
          ['00123', '绿源（饲料）公司'],
          ['C2', '乙'],
        ],
      },
      sales(
        [
          ['2026/1/5', 123, null, 1],
          ['2026/1/5', null, '绿源(饲料)公司', 2],
          ['2026/1/5', 'ｃ2', '乙', 3],
          ['2026/1/5', 'C9', '新客', 4],
        ],
        ['日期', '客户编号', '客户名称', '金额'],
      ),
    ]);
    expect(columnOf(dataset, 'transactions', 'client')).toEqual([0, 0, 1, 2]);
    expect(columnOf(dataset, 'clients', 'code')).toEqual(['00123', 'C2', 'C9']);
    expect(columnOf(dataset, 'clients', 'name')).toEqual(['绿源（饲料）公司', '乙', '新客']);
    expect(issuesOf(dataset)).toEqual(['client-only-in-transactions']);
  });

  it('written twice on the client sheet are used once', async () => {
    const { dataset } = await ingest([
      {
        name: '客户',
        rows: [
          ['客户编号', '客户名称', '地区'],
          ['C1', '甲', '华东'],
          ['C1', '甲厂', '华北'],
          ['C2', '乙', '华南'],
        ],
      },
      sales([['2026/1/5', 'C2', 1]], ['日期', '客户编号', '金额']),
    ]);
    expect(columnOf(dataset, 'clients', 'region')).toEqual(['华东', '华南']);
    expect(columnOf(dataset, 'transactions', 'client')).toEqual([1]);
    expect(issuesOf(dataset)).toEqual(['client-twice 3 A']);
    expect(accountOf(dataset, '客户')).toEqual({ read: 3, rejected: 1, passedOver: 0 });
  });

  it('that look alike are suggested and not merged', async () => {
    const { dataset } = await ingest([
      {
        name: '客户',
        rows: [
          ['客户编号', '客户名称', '电话', '地区'],
          ['C1', '绿源饲料有限公司', '0571-88000001', '华东'],
          ['C2', '绿源饲料', null, '华东'],
          ['C3', '大地牧业', '13900001111', '华东'],
          ['C4', '大地牧业保定分场', '139 0000 1111', '华北'],
          ['C5', '连锁店', null, '华东'],
          ['C6', '连锁店', null, '华北'],
        ],
      },
      sales([['2026/1/5', 'C2', 1]], ['日期', '客户编号', '金额']),
    ]);
    expect(issuesOf(dataset)).toEqual(['client-look-alike 3', 'client-look-alike 5']);
    expect(dataset.tables.clients!.rows).toBe(6);
  });

  it('whose code has two names are told of', async () => {
    const { dataset } = await ingest([
      sales(
        [
          ['2026/1/5', 'C1', '甲', 1],
          ['2026/1/5', 'C1', '甲方新名', 1],
          ['2026/1/6', 'C1', '甲', 1],
        ],
        ['日期', '客户编号', '客户名称', '金额'],
      ),
    ]);
    expect(issuesOf(dataset)).toEqual(['client-name-differs 3 C']);
  });
});

describe('orders, deliveries, returns', () => {
  it('joins order heads and order lines by number', async () => {
    const { dataset } = await ingest([
      {
        name: 'orders',
        rows: [
          ['order_id', 'customer_id', 'order_date', 'required_date', 'shipped_date'],
          [1, 'A', '2026-01-05', '2026-01-09', '2026-01-08'],
          [2, 'B', '2026-01-06', '2026-01-09', null],
          [2, 'C', '2026-01-06', '2026-01-09', null],
        ],
      },
      {
        name: 'order_details',
        rows: [
          ['order_id', 'product_id', 'unit_price', 'quantity', 'discount'],
          [1, 11, 10, 2, 0],
          [1, 12, 10, 1, 0.5],
          ['2', 11, 3, 1, 0],
          [9, 11, 1, 1, 0],
        ],
      },
    ]);
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([20, 5, 3]);
    expect(columnOf(dataset, 'transactions', 'client')).toEqual([0, 0, 1]);
    expect(columnOf(dataset, 'transactions', 'day')).toEqual([dayOf(2026, 1, 5), dayOf(2026, 1, 5), dayOf(2026, 1, 6)]);
    expect(columnOf(dataset, 'deliveries', 'orderNo')).toEqual(['1', '2', '2']);
    expect(issuesOf(dataset)).toEqual(['order-twice 4', 'amount-computed', 'order-unknown 5']);
    expect(accountOf(dataset, 'order_details')).toEqual({ read: 4, rejected: 1, passedOver: 0 });
  });

  it('lets the delivery and payment columns of sales lines be deliveries and invoices: the same arrays', async () => {
    const { dataset } = await ingest([
      sales(
        [
          ['A1', '2026/1/5', '甲', '销售', 10, 100, '2026/1/8', '2026/1/7', 10, '2026/2/5', '2026/2/1'],
          ['A2', '2026/1/6', '甲', '退货', 1, 10, null, null, null, null, null],
        ],
        [
          '订单号',
          '订货日期',
          '客户',
          '类型',
          '数量',
          '金额',
          '承诺交期',
          '签收日期',
          '签收数量',
          '到期日',
          '收款日期',
        ],
      ),
    ]);
    const { transactions, deliveries, invoices } = dataset.tables;
    expect(deliveries!.columns.client).toBe(transactions!.columns.client);
    expect(deliveries!.columns.orderedQuantity).toBe(transactions!.columns.quantity);
    expect(invoices!.columns.amount).toBe(transactions!.columns.amount);
    expect(columnOf(dataset, 'deliveries', 'orderDay')).toEqual([dayOf(2026, 1, 5), dayOf(2026, 1, 6)]);
    // What was taken back is not an order that never came.
    expect(columnOf(dataset, 'deliveries', 'cancelled')).toEqual([0, 1]);
  });

  it('reads deliveries without amounts, and analyses them', async () => {
    const { inspection, dataset } = await ingest([
      {
        name: 'lines',
        rows: [
          ['order_id', 'customer_id', 'order_qty', 'agreed_delivery_date', 'actual_delivery_date', 'delivery_qty'],
          ['F1', 7, 10, '2022-03-04', '2022-03-05', 9],
        ],
      },
    ]);
    expect(inspection.canAnalyse).toBe(true);
    expect(dataset.tables.transactions).toBeUndefined();
    expect(columnOf(dataset, 'deliveries', 'deliveredQuantity')).toEqual([9]);
  });

  it('puts deliveries to their orders', async () => {
    const { dataset } = await ingest([
      {
        name: '订单',
        rows: [
          ['订单号', '客户名称', '订货时间', '承诺交期', '订货数量'],
          ['D1', '甲', '2026/1/5', '2026/1/9', 10],
          ['D2', '乙', '2026/1/6', '2026/1/9', 5],
        ],
      },
      {
        name: '发货',
        rows: [
          ['发货单号', '订单号', '客户名称', '发货日期', '签收日期', '发出量', '损坏量'],
          ['F1', 'D1', '甲', '2026/1/6', '2026/1/7', 6, 0],
          ['F2', 'D1', '甲', '2026/1/8', '2026/1/10', 4, 1],
          ['F3', null, '丙', '2026/1/8', '2026/1/8', 1, 0],
        ],
      },
    ]);
    expect(columnOf(dataset, 'deliveries', 'orderNo')).toEqual(['D1', 'D2', null]);
    expect(columnOf(dataset, 'deliveries', 'shippedQuantity')).toEqual([10, null, 1]);
    expect(columnOf(dataset, 'deliveries', 'damagedQuantity')).toEqual([1, null, 0]);
    expect(columnOf(dataset, 'deliveries', 'deliveredDay')).toEqual([dayOf(2026, 1, 10), null, dayOf(2026, 1, 8)]);
    expect(dataset.accounts.map((one) => [dataset.sheets[one.sheet], one.read, one.joined ?? 0])).toEqual([
      ['订单', 2, 0],
      ['发货', 3, 2],
    ]);
  });

  it('marks the orders of a returns sheet as returned', async () => {
    const { dataset } = await ingest([
      sales(
        [
          ['O1', '2026/1/5', '甲', 1],
          ['O2', '2026/1/5', '甲', 1],
          ['O1', '2026/1/5', '甲', 1],
        ],
        ['订单号', '日期', '客户', '金额'],
      ),
      {
        name: 'Returns',
        rows: [
          ['Returned', 'Order ID'],
          ['Yes', 'o1'],
        ],
      },
    ]);
    expect(columnOf(dataset, 'transactions', 'returned')).toEqual([1, 0, 1]);
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([1, 1, 1]);
  });

  it('turns status words into flags, asks about the others, and takes the answer', async () => {
    const sheet = sales(
      [
        ['2026/1/5', '甲', 1, '按时交货', '质量合格', 'Shipped'],
        ['2026/1/5', '甲', 1, '晚交货', '返修', '已取消'],
        ['2026/1/5', '甲', 1, null, '拒货', 'Disputed'],
        ['2026/1/5', '甲', 1, '搁置', null, null],
      ],
      ['日期', '客户', '金额', '交货状态', '质量状态', '订单状态'],
    );
    const first = await ingest([sheet]);
    expect(columnOf(first.dataset, 'deliveries', 'onTime')).toEqual([1, 0, -1, -1]);
    expect(columnOf(first.dataset, 'deliveries', 'damaged')).toEqual([0, 1, -1, -1]);
    expect(columnOf(first.dataset, 'deliveries', 'returned')).toEqual([-1, -1, 1, -1]);
    expect(columnOf(first.dataset, 'transactions', 'cancelled')).toEqual([-1, 1, -1, -1]);
    expect(columnOf(first.dataset, 'transactions', 'disputed')).toEqual([-1, -1, 1, -1]);
    expect(issuesOf(first.dataset)).toEqual(['words-unknown D']);
    expect(first.inspection.questions.map((one) => [one.about, one.subject])).toEqual([['word', '搁置']]);
    const second = await ingest([sheet], {
      sheets: [{ sheet: '销售', kind: 'transactions', columns: {}, words: { 搁置: 'late' } }],
    });
    expect(columnOf(second.dataset, 'deliveries', 'onTime')).toEqual([1, 0, -1, 0]);
    expect(issuesOf(second.dataset)).toEqual([]);
  });

  it('keeps no column that no sheet has', async () => {
    const { dataset } = await ingest([sales([['2026/1/5', '甲', 1]])]);
    expect(hasNoColumn(dataset, 'transactions', 'quantity')).toBe(true);
    expect(hasNoColumn(dataset, 'transactions', 'cancelled')).toBe(true);
    expect(dataset.tables.deliveries).toBeUndefined();
  });
});

describe('rows in the tables', () => {
  it('are what was read less what was rejected, whatever the cells hold', async () => {
    const cells: CellValue[] = [
      null,
      '',
      ' ',
      0,
      1,
      -5,
      46027,
      '2026/1/5',
      '2026/2/30',
      '甲',
      '合计',
      '—',
      true,
      { error: '#N/A' },
      '备注：x',
      '￥5',
    ];
    let state = 7;
    const next = (): CellValue => {
      state = (state * 48271) % 2147483647;
      return cells[Math.floor((state / 2147483647) * cells.length)]!;
    };
    const rows = Array.from({ length: 2000 }, (): CellValue[] => [next(), next(), next(), next()]);
    const { dataset } = await ingest([sales(rows, ['日期', '客户', '金额', '数量'])], {
      sheets: [
        {
          sheet: '销售',
          kind: 'transactions',
          fillDown: false,
          columns: { 'transactions.day': '日期', 'transactions.clientName': '客户', 'transactions.amount': '金额' },
        },
      ],
    });
    const { read, rejected } = accountOf(dataset, '销售');
    expect(read).toBeGreaterThan(500);
    expect(dataset.tables.transactions!.rows).toBe(read - rejected);
    const errors = dataset.issues.filter((one) => one.severity === 'error' && one.row !== undefined);
    expect(new Set(errors.map((one) => one.row)).size).toBe(errors.length);
    expect(errors).toHaveLength(rejected);
  });
});

describe('sales lines beside sheets of their own', () => {
  it('add the deliveries and invoices that those sheets lack, once', async () => {
    const { dataset } = await ingest([
      sales(
        [
          ['X1', 'D1', '2024/12/5', '甲', 10, '2024/12/9', '2024/12/8', '2025/1/5'],
          ['X2', 'D2', '2025/1/5', '甲', 20, '2025/1/9', '2025/1/8', null],
          ['X3', null, '2025/1/6', '甲', 30, null, null, null],
        ],
        ['单号', '订单号', '日期', '客户', '金额', '承诺交期', '签收日期', '到期日'],
      ),
      {
        name: '发货',
        rows: [
          ['发货单号', '订单号', '客户名称', '承诺交期', '签收日期'],
          ['F2', 'D2', '甲', '2025/1/9', '2025/1/8'],
        ],
      },
      {
        name: '应收',
        rows: [
          ['发票号', '客户名称', '开票日期', '到期日', '应收金额'],
          ['P1', '甲', '2025/1/31', '2025/3/1', 20],
        ],
      },
    ]);
    expect(columnOf(dataset, 'deliveries', 'orderNo')).toEqual(['D2', 'D1']);
    expect(columnOf(dataset, 'invoices', 'invoiceNo')).toEqual(['P1', 'X1']);
    expect(columnOf(dataset, 'invoices', 'amount')).toEqual([20, 10]);
    expect(dataset.tables.transactions!.rows).toBe(3);
  });
});

describe('targets of indicators', () => {
  it('are read as they are written: whether 2 is two days or two percent, the unit of the indicator says', async () => {
    const { dataset } = await ingest([
      sales([['2026/1/5', '甲', 10]]),
      {
        name: '目标',
        rows: [
          ['指标', '指标目标'],
          ['E01', 2],
          ['I07', 7.5],
          ['K02', 95],
          ['K05', 0.999],
          ['K13', '97%'],
        ],
      },
    ]);
    expect(columnOf(dataset, 'targets', 'value')).toEqual([2, 7.5, 95, 0.999, 0.97]);
    const { forAll } = readTargets(dataset, KPIS);
    // Days and points stay; shares written in percent are shares.
    expect([...forAll]).toEqual([
      ['E01', 2],
      ['I07', 7.5],
      ['K02', 0.95],
      ['K05', 0.999],
      ['K13', 0.97],
    ]);
  });
});
