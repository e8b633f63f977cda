import { layOut } from '../../../../src/reports/layout/lay-out';
import { count, text, userText, wrapped, type Column } from '../../../../src/reports/layout/columns';
import {
  defineReport,
  defineTable,
  type ChartDefinition,
  type Report,
} from '../../../../src/reports/layout/define-report';
import { bareContext } from '../../../../src/reports/layout/report-context';
import type { SheetPlan } from '../../../../src/workbook/plan';
import { anAnalysis, threeClients } from '../../../support/analysis-builder';

interface Line {
  readonly code: string;
  readonly value: number;
}

const both = (words: string): { zh: string; en: string } => ({ zh: words, en: words });
const lines = (count_: number): readonly Line[] =>
  Array.from({ length: count_ }, (_, at) => ({ code: `C${at}`, value: at }));

const chart: ChartDefinition = {
  id: 'values',
  kind: 'column',
  title: both('值'),
  description: both('值'),
  table: 'few',
  category: 'code',
  series: [{ column: 'value', color: '#1F5A96' }],
};

/** A list with so many columns of 20 characters (149 pixels each) behind its key, a short table and a chart. */
function reportOf(columns: number, rows = 40, more: readonly Column<Line>[] = []): Report {
  return defineReport<Line>({
    id: 'wide',
    sheet: both('宽表'),
    purpose: both('宽表'),
    tab: '#1F5A96',
    needs: [],
    orientation: 'landscape',
    paper: 'whole',
    freezeHeader: true,
    keyedBy: 'first',
    rows: () => lines(rows),
    columns: [
      text<Line>(both('编号'), ({ code }) => code, { id: 'code', key: true, minWidth: 20 }),
      ...Array.from({ length: columns }, (_, at) =>
        count<Line>(both(`数${at}`), ({ value }) => value, { minWidth: 20, maxWidth: 20 }),
      ),
      ...more,
    ],
    tables: [
      defineTable<Line>({
        id: 'few',
        heading: both('几行'),
        rows: () => lines(3),
        columns: [
          text<Line>(both('编号'), ({ code }) => code, { id: 'code' }),
          count<Line>(both('值'), ({ value }) => value, { id: 'value' }),
          text<Line>(both('说明'), () => '说'.repeat(40), { maxWidth: 110 }),
        ],
      }),
    ],
    charts: [chart],
    sources: ['transactions'],
    settings: [],
  });
}

function planOf(report: Report): SheetPlan {
  const context = bareContext({ ...anAnalysis(threeClients()), lang: 'zh', dateBase: 1900 });
  return layOut(report, context, '宽表', undefined).plan;
}

describe('a sheet wider than a page', () => {
  const wide = planOf(reportOf(14));
  const narrow = planOf(reportOf(6));

  it('is printed over two pages, with the key column and the header on each', () => {
    // 15 columns of 149 pixels are 2,235; a page holds 1,537 at 68 %.
    expect(wide.print.pagesWide).toBe(2);
    expect(wide.print.repeatColumns).toEqual({ from: 0, to: 0 });
    expect(wide.print.repeatRows).toEqual({ from: 3, to: 3 });
    expect(narrow.print.pagesWide).toBe(1);
    expect(narrow.print.repeatColumns).toBeUndefined();
  });

  it('has its charts below, where no repeated column stands over them; a narrow one beside the table', () => {
    expect(wide.charts[0]!.anchor.column).toBe(0);
    expect(wide.charts[0]!.anchor.row).toBeGreaterThan(3 + 40);
    expect(narrow.charts[0]!.anchor).toMatchObject({ row: 3, column: 8 });
  });

  it('prints the main table apart from the short table and the chart below, which share a page', () => {
    const [main, below, ...rest] = wide.print.areas!;
    expect(main).toMatchObject({ row: 0, column: 0, columns: 15 });
    expect(below).toMatchObject({ row: main!.rows, column: 0 });
    expect(below!.columns).toBeLessThan(15);
    const { anchor } = wide.charts[0]!;
    expect(below!.row + below!.rows).toBe(anchor.row + anchor.rows);
    expect(rest).toEqual([]);
  });

  it('repeats no header where the main table ends on its first page', () => {
    expect(planOf(reportOf(14, 20)).print.repeatRows).toBeUndefined();
  });

  it('lets the last words of a table below run on instead of widening a column of figures', () => {
    expect(wide.columnWidths[2]).toBe(20);
    expect(narrow.columnWidths[2]).toBe(20);
  });
});

describe('long texts in a list', () => {
  const why = wrapped<Line>(both('为什么'), () => '理由'.repeat(40), { maxWidth: 40 });
  const stylesOf = (plan: SheetPlan): boolean => plan.blocks.some(({ styles, row }) => row === 4 && styles[2]?.wrap);

  it('are wrapped, the rows as high as they need', () => {
    const plan = planOf(reportOf(1, 40, [why, userText<Line>(both('备注'))]));
    expect(stylesOf(plan)).toBe(true);
    // 83 is what the 80 characters of the short table below ask for; 160 take two lines of 83 × 1.08 − 2.
    expect(plan.columnWidths[2]).toBe(83);
    expect(plan.rowHeights.find(({ row }) => row === 4)!.points).toBeCloseTo(2 * 14.5 + 5, 6);
  });

  it('stay on one line where there are thousands of rows', () => {
    const plan = planOf(reportOf(1, 2001, [why]));
    expect(stylesOf(plan)).toBe(false);
    expect(plan.rowHeights.some(({ row }) => row === 4)).toBe(false);
  });
});
