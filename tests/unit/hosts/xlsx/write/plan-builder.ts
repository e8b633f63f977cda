import type { ChartKind, ChartPlan, PlanValue, SheetPlan } from '../../../../../src/workbook/plan';
import type { CellStyle } from '../../../../../src/workbook/style';

/** A sheet without anything; `changes` give it what a test is about. */
export function aSheetPlan(changes: Partial<SheetPlan> = {}): SheetPlan {
  return {
    id: 'clientTiers',
    name: '客户等级',
    fingerprint: 'f1',
    tabColor: '#1F6FB2',
    columnWidths: [],
    rowHeights: [],
    blocks: [],
    merges: [],
    tables: [],
    conditionalFormats: [],
    validations: [],
    links: [],
    charts: [],
    freeze: { rows: 0, columns: 0 },
    showGridlines: false,
    print: { orientation: 'portrait', pagesWide: 1, header: '', footer: '', pageNumber: '' },
    ...changes,
  };
}

export function aChart(changes: Partial<ChartPlan> = {}): ChartPlan {
  return {
    id: 'pareto',
    kind: 'column',
    title: '净销售额',
    description: '各客户的净销售额',
    anchor: { row: 0, column: 6, rows: 15, columns: 6 },
    categories: { row: 3, column: 1, rows: 6, columns: 1 },
    series: [{ name: '净销售额', values: { row: 3, column: 2, rows: 6, columns: 1 }, color: '#1F6FB2' }],
    categoryAxis: {},
    valueAxis: {},
    legend: 'none',
    ...changes,
  };
}

const HEADER: CellStyle = {
  bold: true,
  color: '#FFFFFF',
  fill: '#1F4E79',
  align: 'center',
  verticalAlign: 'center',
  border: { bottom: { style: 'thin', color: '#1F4E79' } },
};

const ROWS: readonly (readonly PlanValue[])[] = [
  ['001', '华东饲料集团', 1_254_000.5, 0.412, 0.412, 45_000],
  ['002', '广州恒达物流', 734_200, 0.241, 0.653, 45_031],
  ['003', '北京中农', 410_080, 0.135, 0.788, 45_061],
  ['004', '青岛海丰贸易', 305_500, 0.1, 0.888, 45_092],
  ['005', '成都天府', -42_300, 0.06, 0.948, 45_122],
  ['006', '其他', 158_000, 0.052, 1, null],
];

/** A sheet with a table, every format that a plan knows, and one chart of each kind. */
export function aFullSheet(changes: Partial<SheetPlan> = {}): SheetPlan {
  const categories = { row: 3, column: 1, rows: 6, columns: 1 };
  const column = (index: number): { row: number; column: number; rows: number; columns: number } => ({
    row: 3,
    column: index,
    rows: 6,
    columns: 1,
  });
  const kinds: readonly ChartKind[] = ['column', 'stackedColumn', 'bar', 'line', 'doughnut', 'combo'];
  const charts = kinds.map((kind, index): ChartPlan => {
    const place = { row: 11 + Math.floor(index / 2) * 17, column: (index % 2) * 4, rows: 16, columns: 4 };
    const amounts = { name: '净销售额', values: column(2), color: '#1F6FB2' };
    const share = { name: '累计占比', values: column(4), color: '#D9822B' };
    const base = aChart({ id: kind, kind, title: `图 ${kind}`, anchor: place, categories, series: [amounts] });
    switch (kind) {
      case 'combo':
        return {
          ...base,
          series: [
            { ...amounts, as: 'column' },
            { ...share, as: 'line', axis: 'secondary', markers: true },
          ],
          valueAxis: { numberFormat: '#,##0', title: '元' },
          secondaryAxis: { min: 0, max: 1, majorUnit: 0.25, numberFormat: '0%' },
          legend: 'bottom',
        };
      case 'stackedColumn':
        return { ...base, series: [amounts, { ...amounts, name: '上期', color: '#9DC3E6' }], legend: 'bottom' };
      case 'bar':
        return {
          ...base,
          categoryAxis: { reversed: true },
          valueAxis: { numberFormat: '#,##0' },
          dataLabels: { numberFormat: '#,##0' },
        };
      case 'line':
        return {
          ...base,
          series: [
            { ...share, name: '占比', values: column(3), markers: true },
            { ...share, color: '#7F7F7F', dash: true },
          ],
          valueAxis: { min: 0, max: 1, numberFormat: '0%' },
          categoryAxis: { title: '客户' },
          legend: 'right',
          dataLabels: { numberFormat: '0%' },
        };
      case 'doughnut':
        return {
          ...base,
          series: [
            {
              ...share,
              values: column(3),
              pointColors: ['#1F4E79', '#1F6FB2', '#5B9BD5', '#9DC3E6', '#BDD7EE', '#D9D9D9'],
            },
          ],
          dataLabels: { numberFormat: '0.0%' },
          legend: 'right',
        };
      case 'column':
        return { ...base, dataLabels: { numberFormat: '#,##0' }, gapWidth: 50 };
    }
  });
  return aSheetPlan({
    columnWidths: [10, 22, 16, 10, 12, 14, 12, 12],
    rowHeights: [{ row: 0, points: 30 }],
    blocks: [
      { row: 0, column: 0, values: [['客户等级 & 分析']], styles: [{ bold: true, size: 18, color: '#1F4E79' }] },
      {
        row: 2,
        column: 0,
        values: [['编号', '客户', '净销售额', '占比', '累计占比', '最近交易']],
        styles: Array<CellStyle>(6).fill(HEADER),
      },
      {
        row: 3,
        column: 0,
        values: ROWS,
        styles: [
          { numberFormat: '@' },
          { wrap: true },
          { numberFormat: '#,##0.00' },
          { numberFormat: '0.0%', color: '#1F6FB2' },
          { numberFormat: '0.0%', italic: true },
          { numberFormat: 'yyyy-mm-dd', align: 'center', unlocked: true },
        ],
      },
    ],
    merges: [{ row: 0, column: 0, rows: 1, columns: 6 }],
    tables: [
      {
        name: 'KelanTable_clientTiers',
        range: { row: 2, column: 0, rows: 7, columns: 6 },
        hasFilter: true,
        style: 'TableStyleLight1',
      },
    ],
    conditionalFormats: [
      { kind: 'dataBar', range: column(2), color: '#9DC3E6' },
      {
        kind: 'cellIs',
        range: column(3),
        operator: 'lessThan',
        value: 0.1,
        style: { color: '#9C0006', fill: '#FFC7CE' },
      },
      { kind: 'textIs', range: column(1), text: '其他', style: { color: '#7F7F7F', bold: true } },
    ],
    validations: [
      { kind: 'list', range: { row: 3, column: 6, rows: 6, columns: 1 }, options: ['已联系', '改期', '无人接听'] },
      { kind: 'number', range: column(3), min: 0, max: 1, whole: false, message: '0 到 1' },
      { kind: 'day', range: column(5) },
    ],
    links: [{ row: 1, column: 0, target: { report: 'clientTiers', cell: 'A1' }, tooltip: '回到顶部' }],
    charts,
    freeze: { rows: 3, columns: 2 },
    print: {
      orientation: 'landscape',
      pagesWide: 1,
      repeatRows: { from: 2, to: 2 },
      header: '客户等级 & 说明',
      footer: '客览',
      pageNumber: '第 {page} 页,共 {pages} 页',
    },
    ...changes,
  });
}
