import type { CellValue } from '../../src/workbook/cell-value';
import { cellAt } from '../../src/workbook/column-block';
import type { JobControl } from '../../src/workbook/job-control';
import type { PlanValue, SheetPlan, WritePlan } from '../../src/workbook/plan';
import type { WorkbookHost, WriteOutcome } from '../../src/workbook/workbook-host';
import type { PersonSheet } from './open-workbook';

/**
 * A refresh in small: reads the person's sheets, keeps the notes of the reports by key, and writes reports with every
 * kind of thing that a plan can hold. It stands for the product's own refresh where a test needs to break it at every
 * message.
 */

export const PERSON_SHEETS: readonly PersonSheet[] = [
  {
    name: '客户',
    rows: [['编号', '名称'], ...Array.from({ length: 8 }, (_, index): CellValue[] => [`C${index}`, `客户 ${index}`])],
  },
  {
    name: "it's 销售",
    rows: [
      ['title'],
      ['日期', '编号', '金额'],
      ...Array.from({ length: 30 }, (_, index): CellValue[] => [46_000 + index, `C${index % 8}`, 10 + index]),
    ],
  },
];

const NOTE = '备注';
const HEADER = ['编号', '名称', '金额', '占比', '日期', NOTE] as const;
const HEADER_ROW = 3;

/** Rows of the two lists: the second version has fewer of the one and more of the other, so that old rows must go and new ones come. */
const MANY = { odd: 24, even: 36 } as const;
const GONE = 2;

/** Reads, lays out and writes; `version` changes the order and number of rows and every figure, as new sales would. */
export async function refreshSmall(host: WorkbookHost, version: number, control?: JobControl): Promise<WriteOutcome> {
  const info = await host.describe(control);
  const [clients, sales] = info.sheets.filter((sheet) => sheet.report === undefined);
  await host.readHead(clients!.id, 10, 10, control);
  await host.readHead(sales!.id, 10, 10, control);
  const sums = new Map<string, number>();
  await host.readColumns(
    { sheet: sales!.id, columns: [1, 2], fromRow: 2, toRow: sales!.rows },
    (block) => {
      for (let row = 0; row < block.rowCount; row++) {
        const code = String(cellAt(block.columns[0]!, row, block.pool));
        sums.set(code, (sums.get(code) ?? 0) + Number(cellAt(block.columns[1]!, row, block.pool)));
      }
    },
    control,
  );
  const tierNotes = notesOf((await host.readReport('clientTiers', control))?.cells ?? []);
  const planNotes = notesOf((await host.readReport('callPlan', control))?.cells ?? []);
  const codes = [...sums.keys()].sort();
  const isEven = version % 2 === 0;
  const shown = isEven ? codes.reverse().slice(GONE) : codes;
  const rows = shown.map((code): PlanValue[] => {
    const sum = sums.get(code)! * version;
    return [code, `=客户 ${code}`, sum, sum / 1000, 46_000 + version, tierNotes.get(code) ?? null];
  });
  const count = isEven ? MANY.even : MANY.odd;
  const many = Array.from({ length: count }, (_, index): PlanValue[] => {
    const key = `P${isEven ? count - 1 - index : index}`;
    return [key, '2026/1/5', index * version, null, 46_000 + index, planNotes.get(key) ?? null];
  });
  return host.write({ sheets: smallPlan(version, rows, many) }, control);
}

function notesOf(cells: readonly (readonly CellValue[])[]): Map<string, string> {
  const notes = new Map<string, string>();
  const header = cells.findIndex((row) => row.includes(NOTE));
  const column = header < 0 ? -1 : cells[header]!.indexOf(NOTE);
  for (const row of cells.slice(header + 1)) {
    const note = row[column];
    if (typeof row[0] === 'string' && typeof note === 'string') notes.set(row[0], note);
  }
  return notes;
}

export function smallPlan(
  version: number,
  rows: readonly (readonly PlanValue[])[],
  many: readonly (readonly PlanValue[])[],
): WritePlan['sheets'] {
  return [
    sheetPlan('clientTiers', '客户等级', version, rows, {
      charts: [
        {
          id: 'pareto',
          kind: 'combo',
          title: '帕累托',
          description: 'clients by amount',
          anchor: { row: HEADER_ROW, column: 7, rows: 15, columns: 6 },
          categories: { row: HEADER_ROW + 1, column: 1, rows: rows.length, columns: 1 },
          series: [
            {
              name: '金额',
              values: { row: HEADER_ROW + 1, column: 2, rows: rows.length, columns: 1 },
              as: 'column',
              color: '#1F6FB2',
            },
            {
              name: '占比',
              values: { row: HEADER_ROW + 1, column: 3, rows: rows.length, columns: 1 },
              as: 'line',
              axis: 'secondary',
              color: '#C1440E',
              markers: true,
            },
          ],
          categoryAxis: { labelEvery: 1 },
          valueAxis: { title: '金额', numberFormat: '#,##0', min: 0 },
          secondaryAxis: { numberFormat: '0%', min: 0, max: 1, majorUnit: 0.2 },
          legend: 'bottom',
          gapWidth: 40,
        },
        {
          id: 'shares',
          kind: 'doughnut',
          title: '',
          description: 'shares',
          anchor: { row: 20, column: 7, rows: 10, columns: 4 },
          categories: { row: HEADER_ROW + 1, column: 1, rows: 3, columns: 1 },
          series: [
            {
              name: '占比',
              values: { row: HEADER_ROW + 1, column: 3, rows: 3, columns: 1 },
              color: '#1F6FB2',
              pointColors: ['#1F6FB2', '#C1440E', '#888888'],
            },
          ],
          categoryAxis: {},
          valueAxis: {},
          legend: 'right',
          dataLabels: { numberFormat: '0%' },
        },
      ],
    }),
    sheetPlan('callPlan', '联络计划', version, many, {
      links: [
        { row: 0, column: 2, target: { report: 'clientTiers', cell: 'A1' }, tooltip: '等级' },
        { row: 0, column: 3, target: { report: 'neverWritten', cell: 'A1' } },
        { row: HEADER_ROW + 1, column: 0, target: { sheet: '客户', cell: 'B2' } },
      ],
    }),
    sheetPlan('settings', '参数', version, [['a', 'text', 1, 0.5, 46_000, null]], { charts: [] }),
  ];
}

function sheetPlan(
  id: string,
  name: string,
  version: number,
  rows: readonly (readonly PlanValue[])[],
  changes: Partial<SheetPlan>,
): SheetPlan {
  const body = { row: HEADER_ROW + 1, rows: rows.length };
  const line = { style: 'thin', color: '#BBBBBB' } as const;
  return {
    id,
    name,
    fingerprint: `${id}-${version}`,
    tabColor: '#1F6FB2',
    columnWidths: [10, 24, 14, 14, 12, 30],
    rowHeights: [{ row: 0, points: 24 }],
    blocks: [
      { row: 0, column: 0, values: [[name]], styles: [{ bold: true, size: 16, color: '#1F3A5F' }] },
      { row: 1, column: 0, values: [[`截至 2026-01-0${version}`, null]], styles: [{ italic: true }, {}] },
      {
        row: HEADER_ROW,
        column: 0,
        values: [[...HEADER]],
        styles: HEADER.map(() => ({ bold: true, fill: '#DDE7F0', border: { bottom: line, right: line }, wrap: true })),
      },
      {
        row: body.row,
        column: 0,
        values: rows,
        styles: [
          { numberFormat: '@' },
          { indent: 1 },
          { numberFormat: '#,##0.00', align: 'right' },
          { numberFormat: '0.0%' },
          { numberFormat: 'yyyy-mm-dd' },
          { unlocked: true, wrap: true, border: { top: line, bottom: line, left: line, right: line } },
        ],
      },
    ],
    merges: [{ row: 1, column: 0, rows: 1, columns: 2 }],
    tables: [
      {
        name: `KelanTable_${id}`,
        range: { row: HEADER_ROW, column: 0, rows: rows.length + 1, columns: HEADER.length },
        hasFilter: true,
        style: 'TableStyleLight1',
      },
    ],
    conditionalFormats: [
      { kind: 'dataBar', range: { row: body.row, column: 2, rows: rows.length, columns: 1 }, color: '#1F6FB2' },
      {
        kind: 'cellIs',
        range: { row: body.row, column: 3, rows: rows.length, columns: 1 },
        operator: 'greaterThan',
        value: 0.5,
        style: { color: '#9C0006', fill: '#FFC7CE', bold: true },
      },
      {
        kind: 'textIs',
        range: { row: body.row, column: 1, rows: rows.length, columns: 1 },
        text: '说"好"',
        style: { color: '#006100' },
      },
    ],
    validations: [
      {
        kind: 'list',
        range: { row: body.row, column: 5, rows: rows.length, columns: 1 },
        options: ['已联络', '改期'],
        message: '请从列表选择',
      },
      {
        kind: 'number',
        range: { row: body.row, column: 2, rows: 1, columns: 1 },
        min: 0,
        max: 1e9,
        whole: false,
      },
      { kind: 'day', range: { row: body.row, column: 4, rows: 1, columns: 1 } },
    ],
    links: [],
    charts: [],
    freeze: { rows: HEADER_ROW + 1, columns: 1 },
    showGridlines: false,
    print: {
      orientation: 'landscape',
      pagesWide: 1,
      repeatRows: { from: HEADER_ROW, to: HEADER_ROW },
      header: `${name} & 说明`,
      footer: '仅供查阅',
      pageNumber: '第 {page} 页 / 共 {pages} 页',
    },
    ...changes,
  };
}
