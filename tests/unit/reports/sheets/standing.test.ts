import { layOutReports, type LaidOutReports } from '../../../../src/reports/layout/lay-out-reports';
import { LANGS, type Lang } from '../../../../src/i18n/lang';
import { anAnalysis, threeClients } from '../../../support/analysis-builder';
import { aDataset, type DatasetBuilder } from '../../../support/dataset-builder';
import { cellsOf, findCell, snapshotOf } from '../../../support/plan-cells';
import type { CellValue } from '../../../../src/workbook/cell-value';

const IDS = [
  'alerts',
  'clientClasses',
  'satisfaction',
  'credit',
  'receivables',
  'collectionPlan',
  'pipeline',
  'clientFiles',
] as const;

/** Two clients of whom much is kept, one prospect; names without Chinese, so that any Chinese comes from us. */
function aBook(): DatasetBuilder {
  return aDataset()
    .withClients([
      {
        code: 'C1',
        name: 'North Mill',
        industry: 'feed',
        creditLimit: 500,
        creditTermDays: 30,
        netAssets: 9000,
        foundedDay: '2010-01-01',
        deposit: 100,
        phone: '0755-88886666',
        updatedDay: '2024-01-01',
        birthday: '2026-07-04',
      },
      { code: 'C2', name: 'South Farm', phone: '12' },
      { code: 'P1', name: 'East Ltd' },
    ])
    .withTransactions([
      { client: 'C1', day: '2026-05-01', amount: 1000, quantity: 4 },
      { client: 'C1', day: '2026-06-01', amount: 500, quantity: 2 },
      { client: 'C2', day: '2026-03-01', amount: 80, quantity: 1 },
    ])
    .withInvoices([
      { client: 'C1', invoiceNo: 'I1', day: '2026-02-01', dueDay: '2026-03-01', amount: 400 },
      { client: 'C1', invoiceNo: 'I2', day: '2026-05-01', dueDay: '2026-05-31', amount: 600 },
      { client: 'C1', invoiceNo: 'I3', day: '2026-06-01', dueDay: '2026-07-31', amount: 500 },
      { client: 'C2', invoiceNo: 'I4', day: '2026-03-01', dueDay: '2026-03-31', amount: 80, disputed: true },
    ])
    .withReceipts([{ client: 'C1', day: '2026-03-01', amount: 400, invoiceNo: 'I1' }])
    .withComplaints([{ client: 'C1', received: '2026-06-20' }])
    .withRows('contacts', [{ client: 'P1', at: '2026-06-01', method: 'visit', intends: 'yes' }])
    .withRows('prospects', [
      { client: 'P1', opportunity: 'yearly supply', expectedDay: '2026-07-05', expectedAmount: 300 },
      { client: 'P1', opportunity: 'freight', result: 'won', closedDay: '2026-02-01' },
    ])
    .withRows('survey', [
      { client: 'C1', day: '2026-05-01', overall: 8, againstExpectation: 7, againstIdeal: 6, price: 4 },
    ])
    .withRows('creditFactors', [{ client: 'C1', factor: 'ambition', score: 4, day: '2026-01-01' }]);
}

function layOut(
  builder: DatasetBuilder,
  lang: Lang = 'zh',
  snapshots = new Map(),
  chosen: readonly string[] = IDS,
): LaidOutReports {
  return layOutReports({
    ...anAnalysis(builder.build(), { asOf: '2026-06-30' }),
    lang,
    snapshots,
    columnMap: [],
    run: { time: '2026-07-01 09:30', version: '0.1.0' },
    sheetNames: [],
    dateBase: 1900,
    chosen,
  });
}

const cellsById = (out: LaidOutReports, id: string): CellValue[][] => {
  const plan = out.sheets.find((sheet) => sheet.id === id);
  if (!plan) throw new Error(`${id} was not written`);
  return cellsOf(plan);
};

/** The cell of a row (by what stands in it) and a column (by its header) of the table that the header belongs to. */
function cellAt(cells: readonly (readonly CellValue[])[], rowText: CellValue, header: string): CellValue | undefined {
  const head = findCell(cells, header);
  for (let row = head.row + 1; row < cells.length; row++) {
    if (cells[row]!.includes(rowText)) return cells[row]![head.column];
  }
  throw new Error(`No row says "${String(rowText)}"`);
}

describe('sheets about who the clients are', () => {
  const zh = layOut(aBook());

  it('are all written where there is something to say', () => {
    expect(zh.sheets.map(({ id }) => id).sort()).toEqual([...IDS, 'history'].sort());
  });

  it('tell the points of every factor in a grid, a row a client, and keep her notes there', () => {
    const out = layOut(aBook(), 'zh', new Map(), ['credit', 'creditFactors']);
    const cells = cellsById(out, 'creditFactors');
    const head = findCell(cells, '经营者事业心与诚实得分');
    const at = (header: string): number => cells[head.row]!.indexOf(header);
    const lines = cells.filter((row, index) => index > head.row && row[at('客户编号')] === 'C1');
    const [line] = lines;
    // 4 on the scale from 1 to 5 is three of its four steps.
    expect(line![head.column]).toBe(75);
    line![at('备注')] = '老板换了';
    const plan = out.sheets.find(({ id }) => id === 'creditFactors')!;
    const snapshots = new Map([['creditFactors', { ...snapshotOf(plan), cells }]]);
    const again = cellsById(layOut(aBook(), 'en', snapshots, ['creditFactors']), 'creditFactors');
    expect(again.filter((row) => row.includes('老板换了')).map((row) => row.slice(0, 2))).toEqual([
      ['C1', 'North Mill'],
    ]);
  });

  it('stand on tiles of the overview, in numbers and with the way there', () => {
    const overview = layOut(aBook(), 'zh', new Map(), [...IDS, 'overview']);
    const cells = cellsById(overview, 'overview');
    const tile = (label: string): (CellValue | undefined)[] => {
      const at = findCell(cells, label);
      return [cells[at.row + 1]![at.column], cells[at.row + 2]![at.column]];
    };
    // I2 of 600 was due on May 31 and I3 of 500 is not due yet: as of June 30 600 of 1,100 are overdue; I4 is disputed.
    expect(tile('逾期应收')).toEqual([600, '可催收 1,100 中']);
    const { links } = overview.sheets.find(({ id }) => id === 'overview')!;
    const at = findCell(cells, '逾期应收');
    const link = links.find(({ row, column }) => row === at.row && column === at.column);
    expect(link?.target).toEqual({ report: 'receivables', cell: 'A1' });
  });

  it('show what is open, overdue and in dispute, and the plan to collect it', () => {
    const cells = cellsById(zh, 'receivables');
    expect(cellAt(cells, 'C1', '可催收')).toBe(1100);
    expect(cellAt(cells, 'C1', '逾期')).toBe(600);
    expect(cellAt(cells, 'C1', '1–30天')).toBe(600);
    expect(cellAt(cells, 'C1', '未到期')).toBe(500);
    expect(cellAt(cells, 'C2', '有争议')).toBe(80);
    expect(cellAt(cells, 'C1', '付款指数')).toBe('—');
    const plan = cellsById(zh, 'collectionPlan');
    expect(cellAt(plan, 'I2', '逾期天数')).toBe(30);
    expect(cellAt(plan, 'I3', '逾期天数')).toBe(-31);
  });

  it('show exposure, use and action, and say when data are thin', () => {
    const cells = cellsById(zh, 'credit');
    // 1,100 open less 100 deposit, of a limit of 500.
    expect(cellAt(cells, 'C1', '占用')).toBe(1000);
    expect(cellAt(cells, 'C1', '使用率')).toBe(2);
    expect(cellAt(cells, 'C1', '该怎么办')).toBe('暂停赊销待批（使用率 200.0%）；先收回超出的 500');
    expect(cellAt(cells, 'C1', '信用等级')).toBe('—');
    expect(cells.flat().filter((cell) => String(cell).startsWith('— 信用等级'))).toEqual([
      '— 信用等级：资料不足（覆盖率不到 60%）',
    ]);
  });

  it('never show a bare class letter', () => {
    for (const lang of LANGS) {
      for (const { id } of zh.sheets) {
        const bare = cellsById(layOut(aBook(), lang), id)
          .flat()
          .filter((cell) => typeof cell === 'string' && /^[A-EH]$/.test(cell));
        expect({ id, bare }).toEqual({ id, bare: [] });
      }
    }
  });

  it('grade the pipeline, and count the win', () => {
    const cells = cellsById(zh, 'pipeline');
    expect(cellAt(cells, 'yearly supply', '商机等级')).toBe('商机A');
    expect(cellAt(cells, 'yearly supply', '意向')).toBe('意向H');
    expect(cells.slice(0, 5).flat()).toContainEqual(expect.stringContaining('成交率 100.0%'));
  });

  it('class every client, and name the near miss', () => {
    const cells = cellsById(zh, 'clientClasses');
    expect(cellAt(cells, 'C1', '级别')).toBe('重点');
    expect(cellAt(cells, 'P1', '级别')).toBe('线索');
    expect(cellAt(cells, 'P1', '还差什么')).toBe('拜访 1 次（需 3 次）；有成交意向');
  });

  it('review the files and list the days ahead', () => {
    const cells = cellsById(zh, 'clientFiles');
    expect(cellAt(cells, 'C1', '更新')).toBe('▲ 该更新');
    expect(cellAt(cells, 'C1', '还有几天')).toBe(4);
    expect(cells.flat()).toContain('电话有误：12');
  });

  it('raise alerts with the sheet that shows the figures', () => {
    const plan = zh.sheets.find(({ id }) => id === 'alerts')!;
    const cells = cellsOf(plan);
    const kinds = cells.flatMap((line) => line.flatMap((cell) => String(cell).split('、')));
    expect(kinds).toEqual(expect.arrayContaining(['超信用额度', '重点客户投诉未结', '资料更新到期', '重要日期']));
    const targets = plan.links.flatMap(({ target }) => ('report' in target ? [target.report] : []));
    expect(targets).toEqual(expect.arrayContaining(['clientClasses', 'clientFiles']));
  });

  it('summarise the survey', () => {
    const cells = cellsById(zh, 'satisfaction');
    expect(cells.slice(0, 5).flat()).toContainEqual(expect.stringContaining('满意度指数 66.7'));
    expect(cellAt(cells, '总体满意度', '平均分')).toBe(8);
  });

  it('say the same numbers in English, without Chinese', () => {
    const en = layOut(aBook(), 'en');
    for (const id of IDS) {
      const numbers = (out: LaidOutReports): number[] =>
        cellsById(out, id)
          .flat()
          .filter((cell): cell is number => typeof cell === 'number');
      expect({ id, numbers: numbers(en) }).toEqual({ id, numbers: numbers(zh) });
      // The names of her own sheets stay as they are.
      const chinese = cellsById(en, id)
        .flat()
        .filter(
          (cell) => typeof cell === 'string' && /[\u4e00-\u9fff]/.test(cell.replace(/客户|交易|发票|收款|投诉/g, '')),
        );
      expect({ id, chinese }).toEqual({ id, chinese: [] });
    }
  });

  it('keep what the person wrote on a row over a refresh', () => {
    const plan = zh.sheets.find(({ id }) => id === 'credit')!;
    const cells = cellsOf(plan).map((row) => [...row]);
    const head = findCell(cells, '审批意见');
    const row = cells.findIndex((line, at) => at > head.row && line.includes('C1'));
    while (cells[row]!.length <= head.column) cells[row]!.push(null);
    cells[row]![head.column] = '同意';
    const again = layOut(aBook(), 'zh', new Map([['credit', snapshotOf(plan, cells)]]));
    expect(cellAt(cellsById(again, 'credit'), 'C1', '审批意见')).toBe('同意');
  });

  it('are not written, and say why, where nothing is kept', () => {
    const { analysis, dataset } = anAnalysis(threeClients());
    const out = layOutReports({
      analysis,
      dataset,
      lang: 'zh',
      snapshots: new Map(),
      columnMap: [],
      run: { time: '', version: '' },
      sheetNames: [],
      dateBase: 1900,
    });
    const why = new Map(out.notWritten.map((one) => [one.report, one.why.zh]));
    expect(why.get('credit')).toBe('没有「发票」表');
    expect(why.get('receivables')).toBe('没有「发票」表');
    expect(why.get('pipeline')).toBe('没有「商机」表');
    expect(why.get('satisfaction')).toBe('没有「满意度」表');
    expect(why.has('clientClasses')).toBe(false);
  });
});
