import type { Workbook } from 'exceljs';
import { FIRM, PRODUCTS } from './firm';
import { SALES_SHEET, type SummaryFigures } from './sales-sheet';
import { letterOf, mark, putRow, putTotal, startSheet, tonnes, whole, type SampleCell } from './sample-sheet';

const SUMMARY_SHEET = '品类汇总';

/** 品类汇总: the assistant's own summary, with formulas over 销售明细. */
export function addSummary(workbook: Workbook, figures: SummaryFigures): void {
  const sheet = workbook.addWorksheet(SUMMARY_SHEET, { properties: { tabColor: { argb: 'FFBF9000' } } });
  const area = startSheet(
    sheet,
    [`${FIRM}\u3000品类汇总`, '公式取自“销售明细”，只统计日期为日期格式的行'],
    [
      mark('品类', 10),
      tonnes('2025年数量', 13),
      tonnes('2026年数量', 13),
      whole('2025年笔数', 12),
      whole('2026年笔数', 12),
    ],
  );
  const categories = [...new Set(PRODUCTS.map((product) => product.category))];
  const range = (column: string): string => `${SALES_SHEET}!$${column}$4:$${column}$${figures.lastRow}`;
  const within = (year: number): string =>
    `${range('C')},">="&DATE(${year},1,1),${range('C')},"<="&DATE(${year},12,31)`;
  for (const category of categories) {
    const at = area.lastRow + 1;
    putRow(sheet, area, [
      category,
      ...[2025, 2026].map((year) => ({
        formula: `SUMIFS(${range('H')},${range('F')},$A${at},${within(year)})`,
        result: Number((figures.tonnes.get(`${category}|${year}`) ?? 0).toFixed(2)),
      })),
      ...[2025, 2026].map((year) => ({
        formula: `COUNTIFS(${range('F')},$A${at},${within(year)})`,
        result: figures.lines.get(`${category}|${year}`) ?? 0,
      })),
    ]);
  }
  const sumOf = (column: number): SampleCell => {
    const letter = letterOf(column);
    let result = 0;
    for (let row = area.firstRow; row <= lastCategory; row++) {
      const value = sheet.getRow(row).getCell(column).value as { result: number };
      result += value.result;
    }
    return { formula: `SUM(${letter}${area.firstRow}:${letter}${lastCategory})`, result: Number(result.toFixed(2)) };
  };
  const lastCategory = area.lastRow;
  putTotal(sheet, area, ['合计', sumOf(2), sumOf(3), sumOf(4), sumOf(5)], 5);
}
