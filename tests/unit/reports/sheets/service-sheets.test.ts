import type { Lang } from '../../../../src/i18n/lang';
import { layOutReports } from '../../../../src/reports/layout/lay-out-reports';
import type { CellValue } from '../../../../src/workbook/cell-value';
import type { SheetPlan } from '../../../../src/workbook/plan';
import { anAnalysis, serviceFigures, threeClients } from '../../../support/analysis-builder';
import { countPages } from '../../../../src/reports/layout/count-pages';
import { cellsOf, findCell } from '../../../support/plan-cells';

const base = anAnalysis(threeClients());
const issues = [
  {
    code: 'day-unreadable',
    severity: 'error' as const,
    sheet: '交易',
    row: 8,
    column: 'C',
    value: '2025/13/4',
    message: { zh: '日期读不懂', en: 'The date cannot be read' },
    action: { zh: '没有采用', en: 'Not used' },
  },
  {
    code: 'possible-duplicate',
    severity: 'notice' as const,
    sheet: '客户',
    row: 3,
    message: { zh: '像是同一家', en: 'Looks like the same client' },
    action: { zh: '请核对', en: 'Please check' },
  },
];
const analysis = {
  ...base.analysis,
  ...serviceFigures(base.analysis),
  issues,
  issueCounts: { 'day-unreadable': 2500, 'possible-duplicate': 1 },
};

function sheetOf(id: string, lang: Lang = 'zh'): { plan: SheetPlan; cells: CellValue[][] } {
  const { sheets } = layOutReports({
    dataset: base.dataset,
    analysis,
    lang,
    snapshots: new Map(),
    columnMap: [],
    sheetReadings: [
      {
        sheet: '交易',
        kind: { zh: '交易', en: 'Transactions' },
        missing: [],
        used: ['客户', '日期', '金额'],
        unused: ['退货标记', '内部码'],
      },
      {
        sheet: '说明',
        why: { zh: '没有认出客户、日期、金额等列', en: 'no columns' },
        missing: [],
        used: [],
        unused: [],
      },
    ],
    run: { time: '2026-01-05', version: '0.1.0' },
    sheetNames: ['客户', '交易', '投诉'],
    dateBase: 1900,
  });
  const plan = sheets.find((sheet) => sheet.id === id)!;
  return { plan, cells: cellsOf(plan) };
}

describe('indicators', () => {
  it('shows value, numerator, denominator, target and status in the unit of the indicator', () => {
    const { plan, cells } = sheetOf('indicators');
    const head = findCell(cells, '指标');
    const at = (id: string, header: string): CellValue =>
      cells[findCell(cells, id).row]![cells[head.row]!.indexOf(header)]!;
    expect(at('K02', '本期')).toBe(0.912);
    expect([at('K02', '分子'), at('K02', '分母'), at('K02', '样本 n')]).toEqual([912, 1000, 1000]);
    expect([at('K02', '目标'), at('K02', '状态')]).toEqual([0.95, '■ 未达标']);
    expect(at('E01', '本期')).toBe(3);
    expect(at('E01', '说明')).toBe('P90 6；三天内 71.0%');
    expect(at('E06', '说明')).toBe('样本少，95% 区间 2.8%–30.1%');
    const formatOf = (id: string): string | undefined => {
      const { row } = findCell(cells, id);
      const block = plan.blocks.find(
        (one) => one.row <= row && row < one.row + one.values.length && one.styles.length > 5,
      )!;
      return block.styles[cells[head.row]!.indexOf('本期')]!.numberFormat;
    };
    expect(formatOf('K02')).toBe('0.00%');
    expect(formatOf('E01')).toBe('0.0');
  });

  it('lists what can be measured, and folds the others by what lacks', () => {
    const { cells } = sheetOf('indicators');
    expect(cells.flat()).not.toContain('K09');
    const why = findCell(cells, '没有「指标录入」表；在「指标录入」表填写即可算出');
    const line = cells[why.row]!.filter((cell) => cell !== null && cell !== undefined);
    expect(typeof line[0]).toBe('number');
    expect(String(line[2]).split('、')).toHaveLength(Number(line[0]));
  });

  it('gives no quotient for a median', () => {
    const { cells } = sheetOf('indicators');
    const head = findCell(cells, '分子');
    const median = cells.find((row) => row.some((cell) => typeof cell === 'string' && cell.includes('中位数')));
    expect(median![head.column]).toBeNull();
  });
});

describe('deliveryClasses', () => {
  it('leads from an incident to its row, and counts what is not listed', () => {
    const { plan, cells } = sheetOf('deliveryClasses');
    const first = findCell(cells, '交易 第2行');
    expect(plan.links).toContainEqual({ ...first, target: { sheet: '交易', cell: 'A2' } });
    expect(cells.flat()).toContain('共 40 条，列出前 3 条；全部见「交期明细」。');
    const note = findCell(cells, '共 40 条，列出前 3 条；全部见「交期明细」。');
    expect(plan.links).toContainEqual({ ...note, target: { report: 'deliveryList', cell: 'A1' } });
  });

  it('names the classes in plain words, the handbook’s behind them, and says what is late', () => {
    const { cells } = sheetOf('deliveryClasses');
    const lines = cells.flat().filter((cell): cell is string => typeof cell === 'string');
    expect(lines).toEqual(expect.arrayContaining(['当天', '3天内', '超3天']));
    expect(lines.find((line) => line.startsWith('当天 120 单'))).toBe(
      '当天 120 单（28.6%）   |   3天内 260 单（61.9%）   |   超3天 40 单（9.5%），其中还没交的 3   |   未计入 5',
    );
    expect(lines).toContain('已过承诺日还没交齐的订单 6 条，其中 6 条一点没发。');
    expect(lines.find((line) => line.startsWith('从订货'))).toContain('手册上称为：幸运、合理、事故。');
  });
});

describe('complaints', () => {
  it('lays 表五 out with a column of the person’s own', () => {
    const { plan, cells } = sheetOf('complaints');
    const line = cells[findCell(cells, '产品质量').row]!;
    expect(line.slice(0, 8)).toEqual([
      '产品质量',
      null,
      5,
      5 / 12,
      1.47,
      '霉变、结块、异味',
      '更换供应商批次、入库抽检加倍',
      null,
    ]);
    expect(cells[findCell(cells, '环节').row]![7]).toBe('对策');
    expect(plan.charts.map(({ id }) => id)).toEqual(['problems']);
    expect(cells.flat()).toContain('— 每百单次数：本期没有数据（1 行）');
  });
});

describe('dataCheck', () => {
  it('lists the gravest first, each with a link to its cell, and says how many there are in all', () => {
    const { plan, cells } = sheetOf('dataCheck');
    expect(cells.flat()).toContain('共发现 2,501 处问题，这里列出 2 处；各种问题的总数见下方「问题种类」。');
    const head = findCell(cells, '位置');
    expect(cells[head.row + 1]!.slice(0, 6)).toEqual(['■ 未采用', '交易', 'C8', '日期读不懂', '2025/13/4', '没有采用']);
    expect(plan.links).toContainEqual({ row: head.row + 1, column: 2, target: { sheet: '交易', cell: 'C8' } });
    expect(plan.links).toContainEqual({ row: head.row + 2, column: 2, target: { sheet: '客户', cell: 'A3' } });
    expect(cells[findCell(cells, '处数').row + 1]!.slice(1, 3)).toEqual([2500, 1]);
    // Codes are for programs.
    expect(cells.flat()).not.toContain('day-unreadable');
  });

  it('prints the identity of every sheet', () => {
    const { cells } = sheetOf('dataCheck');
    const head = findCell(cells, '读入');
    const lines = cells.slice(head.row + 1, head.row + 3).map((line) => [line[0], ...line.slice(2, 8), line[12]]);
    expect(lines).toEqual([
      ['客户', 3, 3, 0, 0, 0, 0, '● 相符'],
      ['交易', 3, 3, 0, 0, 0, 0, '● 相符'],
    ]);
  });

  it('says of every sheet what it was taken for, which columns were left, and why one was not read', () => {
    const { cells } = sheetOf('dataCheck');
    const head = findCell(cells, '没有用到的列');
    expect(cells.slice(head.row + 1, head.row + 3).map((line) => line.slice(0, head.column + 1))).toEqual([
      ['交易', '交易', 3, '客户、日期、金额', null, '退货标记、内部码'],
      ['说明', '▲ 没有读', 0, null, '没有认出客户、日期、金额等列', null],
    ]);
    expect(cells.flat()).toContain('没有读的表 1 张：说明（原因见下方「每张表当作什么」）。');
  });
});

describe('overview', () => {
  it('shows what to say first beside the figures to know, and draws four charts', () => {
    const { plan, cells } = sheetOf('overview');
    const net = findCell(cells, '净销售额');
    expect(cells[net.row + 1]![net.column]).toBe(100);
    const onTime = findCell(cells, '准时率');
    expect(cells[onTime.row + 1]![onTime.column]).toBe(0.912);
    expect(cells[onTime.row + 2]![onTime.column]).toBe('目标 95.0%（样本 1,000）');
    // 912 of 1,000: 88 are on the wrong side.
    const story = findCell(cells, '会上先说这几件事');
    expect(cells[story.row + 1]![0]).toBe(
      '准时率 91.2%，目标 95.0%：1,000 次里有 88 次不合格。\n→ 会上定：谁负责改进准时率',
    );
    expect(cells[story.row + 1]![11]).toBe('物流指标 ›');
    expect(plan.charts.map(({ id }) => id)).toEqual(['months', 'shareCurve', 'onTime', 'regions']);
    // One page, whatever program prints it.
    expect(plan.print.pagesHigh).toBe(1);
    expect(countPages(plan)).toBe(1);
    // All of it on the first page.
    expect(plan.print.areas?.[0]).toMatchObject({ row: 0, column: 0, columns: 12 });
  });

  it('is as good in English', () => {
    const { cells } = sheetOf('overview', 'en');
    const story = findCell(cells, 'Key points for the meeting');
    expect(cells[story.row + 1]![0]).toBe(
      'On-time rate 91.2%, target 95.0%: 88 of 1,000 missed it.\n→ Decide who is to improve On-time rate',
    );
  });
});
