import type { Column } from '../../../../src/reports/layout/columns';
import type { AnyTable } from '../../../../src/reports/layout/define-report';
import type { ReportContext } from '../../../../src/reports/layout/report-context';
import { coverReport, type CoverFact } from '../../../../src/reports/share/copy-cover';

const CONTEXT = { lang: 'zh' } as ReportContext;
const fact = (what: string, value: string): CoverFact => ({
  what: { zh: what, en: `${what}!` },
  value: { zh: value, en: `${value}!` },
});
const columnsOf = (table: AnyTable): readonly Column<unknown>[] => table.columns as readonly Column<unknown>[];
const linesOf = (table: AnyTable): unknown[] =>
  table.rows(CONTEXT).map((row) => columnsOf(table).map(({ cell }) => cell(row, CONTEXT)));
const sheetOf = (leftOut: readonly CoverFact[]) =>
  coverReport({ facts: [fact('给谁', '华东区')], sheets: [fact('客户等级', '谁最重要')], leftOut });

describe('the cover of a copy', () => {
  it('has facts, the sheets that are in it, and what is left out only where something is', () => {
    const { tables, id } = sheetOf([fact('信用评估', '高于所选')]);
    expect([id, tables.map(linesOf)]).toEqual([
      'copyCover',
      [[['给谁', '华东区']], [['客户等级', '谁最重要']], [['信用评估', '高于所选']]],
    ]);
    expect(tables.map(({ heading }) => heading?.zh)).toEqual([undefined, '带出的表', '没有带出的']);
    expect(sheetOf([]).tables.map(({ id: table }) => table)).toEqual(['copyCover', 'sheets']);
  });

  it('is read from top to bottom: no filter, one width for all its tables, sentences over several lines', () => {
    const { tables, orientation } = sheetOf([fact('信用评估', '高于所选')]);
    expect([orientation, tables.map(({ hasFilter }) => hasFilter ?? false)]).toEqual([
      'portrait',
      [false, false, false],
    ]);
    for (const table of tables) {
      expect(columnsOf(table).map(({ minWidth, maxWidth }) => [minWidth, maxWidth])).toEqual([
        [22, 30],
        [50, 70],
      ]);
      expect(columnsOf(table)[1]!.style).toMatchObject({ wrap: true });
    }
  });
});
