import { layOutReports } from '../../../../src/reports/layout/lay-out-reports';
import type { CellValue } from '../../../../src/workbook/cell-value';
import { serialOfDay } from '../../../../src/workbook/serial-day';
import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset, day } from '../../../support/dataset-builder';
import { cellsOf, findCell } from '../../../support/plan-cells';

/** Two clients of the client sheet, and one that only bought: 甲 1,000 less 100 back, 乙 300, 丙 50. */
const base = anAnalysis(
  aDataset()
    .withClients([
      {
        code: 'C1',
        name: '甲',
        region: '北',
        address: '北街1号',
        postcode: '100001',
        phone: '010-1',
        mobile: '138',
        contact: '王',
        contactTitle: '经理',
        legalPerson: '赵',
        email: 'a@example.com',
        paymentTerms: '月结30天',
        rep: '李',
        filedDay: '2024-01-02',
      },
      { code: 'C2', name: '乙', region: '南', legalPerson: '钱', address: '南街2号', rep: '李' },
      { code: 'C3', name: '丁', region: '南', rep: '李' },
    ])
    .withTransactions([
      { client: 'C1', day: '2025-03-01', amount: 600, orderNo: 'A1', product: '料', quantity: 2, unit: '吨', unitPrice: 300 },
      { client: 'C1', day: '2025-12-10', amount: 400, orderNo: 'A2', product: '粕', quantity: 1, unit: '吨', unitPrice: 400 },
      { client: 'C1', day: '2025-05-01', amount: -100, isReturn: true, product: '粕' },
      { client: 'C2', day: '2025-06-01', amount: 300, orderNo: 'B1', product: '料' },
      { client: '丙', day: '2025-07-01', amount: 50, orderNo: 'D1', product: '料' },
    ])
    .withRows('invoices', [
      { client: 'C1', invoiceNo: 'F1', orderNo: 'A1', day: '2025-03-02', dueDay: '2025-04-01', amount: 600, paidAmount: 600, paidDay: '2025-03-20' },
      { client: 'C1', invoiceNo: 'F2', orderNo: 'A2', day: '2025-04-02', dueDay: '2025-05-02', amount: 400 },
    ])
    .withRows('operators', [
      { client: 'C1', legalPerson: '旧', experience: '十年养猪', tradeRelations: '一般' },
      { client: 'C1', legalPerson: '赵', experience: '二十年养猪', style: '果断', selling: 4, tradeRelations: '与屠宰场长期合作' },
    ])
    .withRows('complaints', [{ client: 'C1', received: '2025-12-01 09:00', problem: '霉变' }])
    .withRows('contacts', [{ client: 'C1', at: '2025-12-20 10:00', method: '电话' }])
    .build(),
); // prettier-ignore

function cellsOfSheet(id: string, lang: 'zh' | 'en' = 'zh'): CellValue[][] {
  const { sheets, notWritten } = layOutReports({
    ...base,
    lang,
    chosen: [id],
    snapshots: new Map(),
    columnMap: [],
    sheetReadings: [],
    run: { time: '2025-12-31', version: '0.1.0' },
    sheetNames: [],
    dateBase: 1900,
  });
  const plan = sheets.find((sheet) => sheet.id === id);
  if (!plan) throw new Error(notWritten.find(({ report }) => report === id)?.why.zh);
  return cellsOf(plan);
}

/** What stands under a header in the first row below it that says `key` in any cell. */
function reader(cells: readonly (readonly CellValue[])[], header: string, from = 0) {
  const below = cells.slice(from);
  const head = findCell(below, header).row;
  return (key: string, column: string): CellValue | undefined => {
    const row = below.slice(head + 1).find((line) => line.includes(key));
    return row?.[below[head]!.indexOf(column)];
  };
}

describe('客户名册', () => {
  const cells = cellsOfSheet('clientDirectory');

  it('lists the clients of the client sheet by name, as 表13-1 has them', () => {
    const at = reader(cells, '地区');
    expect(['地址', '电话', '手机', '联系人', '职务', '付款方式', '业务员'].map((column) => at('甲', column))).toEqual([
      '北街1号', '010-1', '138', '王', '经理', '月结30天', '李',
    ]); // prettier-ignore
    expect(at('甲', '建档日')).toBe(serialOfDay(day('2024-01-02'), 1900));
    // Met on the sales lines alone: no file, no line.
    expect(cells.flat()).not.toContain('丙');
    expect(cells.flat()).toContain('丁');
  });

  it('writes a letter to the contact, else to the legal representative, where there is an address', () => {
    const mailing = findCell(cells, '邮寄名单').row;
    const at = reader(cells, '收件人', mailing);
    expect([at('甲', '收件人'), at('甲', '邮编'), at('乙', '收件人')]).toEqual(['王', '100001', '钱']);
    expect(cells.slice(mailing).flat()).not.toContain('丁');
    expect(cells.flat()).toContain('客户表 3 家   |   有地址、可以邮寄的 2 家   |   没有地址的 1 家');
  });

  it('has both languages', () => {
    expect(cellsOfSheet('clientDirectory', 'en').flat()).toEqual(
      expect.arrayContaining(['Mailing list', 'Payment terms', 'Postcode']),
    );
  });
});

describe('经营分析', () => {
  const cells = cellsOfSheet('businessAnalysis');

  it('is 表三: the latest words of the operators, payment and results worked out, the largest client first', () => {
    const at = reader(cells, '与往来客户的关系');
    expect(at('甲', '与往来客户的关系')).toBe('与屠宰场长期合作');
    expect([at('甲', '地址/电话'), at('甲', '法人代表'), at('乙', '法人代表')]).toEqual(['北街1号  010-1', '赵', '钱']);
    expect(String(at('甲', '业绩状况'))).toContain('900.00');
    const names = cells.flatMap((line) => line.filter((cell) => cell === '甲' || cell === '乙' || cell === '丙'));
    expect(names.slice(0, 3)).toEqual(['甲', '乙', '丙']);
  });

  it('is 表二: who runs the client, the last line of each', () => {
    const at = reader(cells, '主要经历');
    expect([at('甲', '主要经历'), at('甲', '办事风格'), at('甲', '行销能力')]).toEqual(['二十年养猪', '果断', 4]);
    expect(cells.flat()).not.toContain('十年养猪');
  });
});

describe('客户交易记录', () => {
  it('is 表13-2: each line with its number within the client, and whether its order is paid', () => {
    const cells = cellsOfSheet('clientTransactions');
    const head = findCell(cells, '序');
    const column = (header: string): number => cells[head.row]!.indexOf(header);
    const shown = cells
      .slice(head.row + 1)
      .filter((line) => typeof line[column('序')] === 'number')
      .map((line) => ['客户名称', '序', '单号', '净销售额', '付款'].map((header) => line[column(header)]));
    expect(shown).toEqual([
      ['甲', 1, 'A1', 600, '已付'],
      ['甲', 2, null, -100, '退货'],
      ['甲', 3, 'A2', 400, '未付'],
      // No invoice: nothing is said.
      ['乙', 1, 'B1', 300, null],
      ['丙', 1, 'D1', 50, null],
    ]);
    expect(cells.flat()).toContain('2025 年 5 行，3 家客户');
  });
});

describe('大客户档案', () => {
  it('has the key and focus clients with what burns', () => {
    const cells = cellsOfSheet('keyAccounts');
    const at = reader(cells, '热点问题');
    expect([at('甲', '客户层级'), at('甲', '净销售额'), at('甲', '逾期'), at('甲', '未结投诉')]).toEqual([
      '重点',
      900,
      400,
      1,
    ]);
    expect(String(at('甲', '热点问题'))).toContain('未结投诉 1 件');
    expect(at('甲', '上次联络')).toBe(serialOfDay(day('2025-12-20'), 1900));
    expect(cells.flat()).not.toContain('丁');
  });
});

describe('客户评估', () => {
  it('puts what is judged of a client on one line, with what to do by its step of the pyramid', () => {
    const cells = cellsOfSheet('clientEvaluation');
    const at = reader(cells, '怎么管');
    // 900 of 1,250 is 72 %, 300 to 96 %, 50: Ⅰ, Ⅱ, Ⅲ; ranks 1, 2, 3 of 3: (r − 1) / 3 = 0, 33 %, 67 %.
    expect(['甲', '乙', '丙'].map((name) => [at(name, '等级'), at(name, '金字塔'), at(name, '怎么管')])).toEqual([
      ['Ⅰ类', '重要客户', '集中资源，专人负责'],
      ['Ⅱ类', '普通客户', '维持，控制服务成本'],
      ['Ⅲ类', '小客户', '提高价格或降低服务成本'],
    ]);
    expect(at('甲', '投诉（12个月）')).toBe(1);
  });
});
