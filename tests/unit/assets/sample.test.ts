import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbook, type Worksheet } from 'exceljs';
import { makeSampleWorkbook } from '../../../assets/sample/sample-workbook';
import { INDICATOR_ROWS } from '../../../assets/sample/office-sheets';
import { COMPLAINTS } from '../../../assets/sample/care-sheets';
import { OPPORTUNITIES } from '../../../assets/sample/deal-sheets';

const COMMITTED = join(__dirname, '..', '..', '..', 'assets', 'kelan-sample.xlsx');

/** Name and row of the header. */
const SHEETS: readonly (readonly [string, number])[] = [
  ['客户', 3],
  ['销售明细', 3],
  ['发货', 4],
  ['发票', 2],
  ['收款', 1],
  ['品类汇总', 3],
  ['投诉', 3],
  ['联络记录', 3],
  ['咨询', 2],
  ['商机', 3],
  ['满意度', 3],
  ['信用评分', 3],
  ['经营者', 3],
  ['合同', 2],
  ['促销', 2],
  ['文件登记', 2],
  ['指标录入', 3],
  ['市场', 3],
  ['目标', 3],
  ['人员', 2],
  ['节假日', 2],
  ['盘点', 2],
  ['仓库使用', 3],
  ['车辆运行', 2],
  ['采购', 3],
  ['生产日报', 3],
  ['佣金计划', 2],
  ['库存', 2],
  ['资料登记', 2],
  ['促销品台账', 2],
  ['服务记录', 2],
  ['客户车辆', 2],
  ['过磅与出门', 3],
  ['代码表', 1],
];

describe('the sample workbook', () => {
  const committed = readFileSync(COMMITTED);
  const workbook = new Workbook();

  beforeAll(async () => {
    await workbook.xlsx.load(Uint8Array.from(committed).buffer);
  });

  const sheetOf = (name: string): Worksheet => {
    const sheet = workbook.getWorksheet(name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  };

  /** Values of a column from the row below the header on, by the header's words. */
  const columnOf = (name: string, header: string): unknown[] => {
    const sheet = sheetOf(name);
    const headerRow = SHEETS.find(([each]) => each === name)![1];
    const titles = sheet.getRow(headerRow).values as unknown[];
    const column = titles.indexOf(header);
    if (column < 1) throw new Error(`no column ${header} on ${name}`);
    const values: unknown[] = [];
    for (let row = headerRow + 1; row <= sheet.rowCount; row++) values.push(sheet.getRow(row).getCell(column).value);
    return values;
  };

  it('comes out of its generator byte for byte', async () => {
    const made = await makeSampleWorkbook();
    const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
    expect(made.length).toBe(committed.length);
    expect(digest(made)).toBe(digest(committed));
  });

  it('is small enough to be mailed and cloned', () => {
    expect(committed.length).toBeLessThan(1_100_000);
  });

  it('has every kind of input sheet', () => {
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['说明', ...SHEETS.map(([name]) => name)]);
    expect(sheetOf('代码表').state).toBe('hidden');
  });

  it('has about 120 clients, one of them entered twice in two spellings', () => {
    const names = columnOf('客户', '客户名称').filter((name): name is string => typeof name === 'string');
    expect(names).toHaveLength(120);
    expect(new Set(names).size).toBe(120);
    const folded = names.map((name) => name.replace('（', '(').replace('）', ')'));
    expect(new Set(folded).size).toBe(119);
  });

  it('has about 6,000 sales lines over three years, ending on 2026-09-30', () => {
    const isLine = (no: unknown): no is string => typeof no === 'string' && /^(XS|TH)/.test(no);
    const lines = columnOf('销售明细', '单号').filter(isLine);
    expect(lines.length).toBeGreaterThan(5_500);
    expect(lines.length).toBeLessThan(6_500);
    const days = columnOf('销售明细', '日期')
      .filter((day): day is Date => day instanceof Date)
      .map((day) => day.toISOString().slice(0, 10))
      .sort();
    expect(days[0]! < '2023-10-15').toBe(true);
    expect(days[days.length - 1]).toBe('2026-09-30');
  });

  it('keeps the two ways of booking apart: no order has its delivery on the line and on a sheet too', () => {
    const promised = columnOf('销售明细', '承诺交期');
    const onLine = columnOf('销售明细', '订单号').filter((_, i) => promised[i] !== null);
    const inDeliveries = new Set(columnOf('发货', '订单号'));
    expect(onLine.length).toBeGreaterThan(2_000);
    expect(inDeliveries.size).toBeGreaterThan(2_000);
    expect(onLine.filter((no) => inDeliveries.has(no))).toEqual([]);
    const invoices = columnOf('销售明细', '发票号');
    expect(columnOf('销售明细', '到期日').filter((due, i) => due !== null && invoices[i] !== null)).toEqual([]);
  });

  it('has the mess of real life', () => {
    const days = columnOf('销售明细', '日期').filter((day): day is string => typeof day === 'string');
    for (const notation of [/^\d{4}年\d+月\d+日$/, /^\d{4}\.\d+\.\d+$/, /^\d{8}$/]) {
      expect(days.filter((day) => notation.test(day)).length).toBeGreaterThan(3);
    }
    expect(days).toContain('2025/2/29');
    const amounts = columnOf('销售明细', '金额');
    expect(amounts.filter((amount) => typeof amount === 'string' && amount.includes('¥')).length).toBeGreaterThan(2);
    expect(amounts.filter((amount) => typeof amount === 'string' && amount.endsWith('万')).length).toBeGreaterThan(0);
    expect(amounts).toContainEqual({ error: '#N/A' });
    const types = columnOf('销售明细', '类型');
    const untyped = amounts.filter((amount, i) => typeof amount === 'number' && amount < 0 && types[i] === null);
    expect(untyped).toEqual([-3300]);
    expect(columnOf('销售明细', '单号').filter((no) => typeof no === 'string' && no.endsWith('小计'))).toHaveLength(4);
    expect(columnOf('销售明细', '单号')).toContain('合计');
    // Formatted rows without a value below the notes.
    const sheet = sheetOf('销售明细');
    expect(sheet.getRow(sheet.rowCount).hasValues).toBe(false);
    expect(sheetOf('发货').getCell('A3').isMerged).toBe(true);
  });

  it('has what must survive a refresh: formulas, comments, formats, a drop-down, a name, a table', () => {
    const formula = sheetOf('品类汇总').getCell('B4').value;
    expect(formula).toMatchObject({ formula: expect.stringContaining('销售明细!') as string });
    expect(sheetOf('客户').getCell('B6').note).toBeDefined();
    expect(workbook.definedNames.getRanges('业务员名单').ranges).toEqual(["'代码表'!$B$2:$B$5"]);
    expect(sheetOf('客户').getCell('J4').dataValidation).toMatchObject({ type: 'list', formulae: ['业务员名单'] });
    const { conditionalFormattings } = sheetOf('发货') as Worksheet & { conditionalFormattings: unknown[] };
    expect(conditionalFormattings).toHaveLength(1);
    const { tables } = sheetOf('收款').model as unknown as { tables: readonly { name: string }[] };
    expect(tables.map((table) => table.name)).toEqual(['收款表']);
  });

  it('has as many rows as its lists say', () => {
    const filled = (name: string, header: string, pattern: RegExp): number =>
      columnOf(name, header).filter((value) => typeof value === 'string' && pattern.test(value)).length;
    expect(filled('投诉', '投诉编号', /^TS\d{4}$/)).toBe(COMPLAINTS);
    expect(filled('商机', '地区', /./)).toBe(OPPORTUNITIES);
    expect(filled('指标录入', '指标代码', /^[KE]\d\d$/)).toBe(INDICATOR_ROWS);
    expect(filled('投诉', '状态', /处理中/)).toBeGreaterThan(2);
    expect(new Set(columnOf('投诉', '环节').filter((stage) => stage !== null))).toEqual(
      new Set(['产品质量', '运输', '包装', '管理', '服务']),
    );
  });
});
