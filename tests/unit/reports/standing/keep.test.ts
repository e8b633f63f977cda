import fc from 'fast-check';
import type { Dataset } from '../../../../src/core/model/dataset';
import type { Lang } from '../../../../src/i18n/lang';
import { layOutReports } from '../../../../src/reports/layout/lay-out-reports';
import type { CellValue } from '../../../../src/workbook/cell-value';
import type { SheetPlan } from '../../../../src/workbook/plan';
import { anAnalysis, threeClients, type Analysed } from '../../../support/analysis-builder';
import { aDataset } from '../../../support/dataset-builder';
import { cellsOf, findCell, snapshotOf } from '../../../support/plan-cells';

const analysed = new Map<Dataset, Analysed>();

/** The analysis of a data set, made once: the property below lays the same few out a thousand times. */
function analysisOf(dataset: Dataset): Analysed {
  const known = analysed.get(dataset) ?? anAnalysis(dataset);
  analysed.set(dataset, known);
  return known;
}

const onlyThird = aDataset()
  .withClients([{ code: 'C3', name: '西岭牧业' }])
  .withTransactions([{ client: 'C3', day: '2025-06-01', amount: 10 }])
  .build();

function tiersOf(dataset: Dataset, lang: Lang = 'zh', cells?: CellValue[][], id = 'clientTiers'): SheetPlan {
  const { sheets } = layOutReports({
    ...analysisOf(dataset),
    lang,
    chosen: [id],
    snapshots: new Map(cells ? [[id, { id, fingerprint: '', sheetName: '客户等级', cells }]] : []),
    columnMap: [],
    run: { time: '2026-01-05 09:30', version: '0.1.0' },
    sheetNames: [],
    dateBase: 1900,
  });
  return sheets[0]!;
}

const notesColumn = (cells: CellValue[][], header = '备注'): { row: number; column: number } => findCell(cells, header);

function write(cells: CellValue[][], row: number, column: number, value: CellValue): void {
  const line = cells[row]!;
  while (line.length <= column) line.push(null);
  line[column] = value;
}

/** The row of a client and what stands in a column of it. */
function noteOf(cells: CellValue[][], code: string, header = '备注'): CellValue {
  const { column } = notesColumn(cells, header);
  return cells[findCell(cells, code).row]![column] ?? null;
}

describe('notes of the person', () => {
  const three = threeClients();

  it('stand beside their client again after a refresh', () => {
    const cells = cellsOf(tiersOf(three));
    write(cells, findCell(cells, 'C2').row, notesColumn(cells).column, '下月拜访');
    const after = cellsOf(tiersOf(three, 'zh', cells));
    expect(noteOf(after, 'C2')).toBe('下月拜访');
    expect(noteOf(after, 'C1')).toBeNull();
  });

  it('follow their client when the rows were sorted another way', () => {
    const cells = cellsOf(tiersOf(three));
    const { row, column } = notesColumn(cells);
    write(cells, row + 1, column, '第一');
    [cells[row + 1], cells[row + 3]] = [cells[row + 3]!, cells[row + 1]!];
    expect(noteOf(cellsOf(tiersOf(three, 'zh', cells)), 'C1')).toBe('第一');
  });

  it('are found on a sheet in the other language, and the other way round', () => {
    const zh = cellsOf(tiersOf(three));
    write(zh, findCell(zh, 'C3').row, notesColumn(zh).column, '已电话');
    const en = cellsOf(tiersOf(three, 'en', zh));
    expect(noteOf(en, 'C3', 'Notes')).toBe('已电话');
    expect(noteOf(cellsOf(tiersOf(three, 'zh', en)), 'C3')).toBe('已电话');
  });

  it('are found under inserted rows and beside inserted columns', () => {
    const cells = cellsOf(tiersOf(three));
    write(cells, findCell(cells, 'C1').row, notesColumn(cells).column, '续签');
    cells.unshift(['会议用'], []);
    for (const line of cells) line.splice(1, 0, null);
    expect(noteOf(cellsOf(tiersOf(three, 'zh', cells)), 'C1')).toBe('续签');
  });

  it('move to the foot with their client’s code when the client is gone, and back when it returns', () => {
    const cells = cellsOf(tiersOf(three));
    write(cells, findCell(cells, 'C2').row, notesColumn(cells).column, '欠合同');
    const two = aDataset()
      .withClients([{ code: 'C1', name: '东方饲料' }])
      .withTransactions([{ client: 'C1', day: '2025-03-01', amount: 70 }])
      .build();
    const without = cellsOf(tiersOf(two, 'zh', cells));
    const foot = findCell(without, '已取消（保留）');
    expect(without[foot.row + 3]).toEqual(['C2', '备注', '客户等级', '欠合同']);
    const english = cellsOf(tiersOf(two, 'en', without));
    expect(english[findCell(english, 'Kept notes').row + 3]).toEqual(['C2', 'Notes', 'Client tiers', '欠合同']);
    const back = cellsOf(tiersOf(three, 'zh', english));
    expect(noteOf(back, 'C2')).toBe('欠合同');
    expect(back.flat()).not.toContain('已取消（保留）');
  });

  describe('on two rows of one client', () => {
    /** A row copied by her, each with a note of its own; the sheet after a refresh. */
    const refreshed = (first: CellValue, second: CellValue): CellValue[][] => {
      const cells = cellsOf(tiersOf(three));
      const { row } = findCell(cells, 'C2');
      const { column } = notesColumn(cells);
      cells.splice(row + 1, 0, [...cells[row]!]);
      write(cells, row, column, first);
      write(cells, row + 1, column, second);
      return cellsOf(tiersOf(three, 'zh', cells));
    };

    it('stand together in the cell, what says the same once', () => {
      expect(noteOf(refreshed('下月拜访', '欠合同'), 'C2')).toBe('下月拜访; 欠合同');
      expect(noteOf(refreshed('下月拜访', '下月拜访'), 'C2')).toBe('下月拜访');
      expect(noteOf(refreshed('下月拜访; 欠合同', '欠合同'), 'C2')).toBe('下月拜访; 欠合同');
    });

    it('of which one is no text: the second goes to the foot', () => {
      for (const [first, second] of [
        [12, '欠合同'],
        ['欠合同', 12],
        [12, 13],
      ] as const) {
        const after = refreshed(first, second);
        expect(noteOf(after, 'C2')).toBe(first);
        expect(after[findCell(after, '已取消（保留）').row + 3]).toEqual(['C2', '备注', '客户等级', second]);
      }
      expect(refreshed(12, 12).flat()).not.toContain('已取消（保留）');
    });
  });

  it('of a column of her own are kept, the column at the right end of the table', () => {
    const plan = tiersOf(three);
    const cells = cellsOf(plan);
    const head = notesColumn(cells);
    write(cells, head.row, head.column + 1, '跟进人');
    write(cells, findCell(cells, 'C3').row, head.column + 1, '小李');
    const after = tiersOf(three, 'zh', cells);
    expect(noteOf(cellsOf(after), 'C3', '跟进人')).toBe('小李');
    expect(after.tables[0]!.range.columns).toBe(plan.tables[0]!.range.columns + 1);
  });

  it('under no header of her own are kept too', () => {
    const cells = cellsOf(tiersOf(three));
    const head = notesColumn(cells);
    write(cells, findCell(cells, 'C1').row, head.column + 2, 42);
    expect(noteOf(cellsOf(tiersOf(three, 'zh', cells)), 'C1', '自加列 1')).toBe(42);
  });

  it('on the totals row stay there', () => {
    const cells = cellsOf(tiersOf(three));
    write(cells, findCell(cells, '合计').row, notesColumn(cells).column, '已核对');
    const after = cellsOf(tiersOf(three, 'zh', cells));
    expect(after[findCell(after, '合计').row]![notesColumn(after).column]).toBe('已核对');
  });

  it('are found by the name where she deleted the column of codes', () => {
    const cells = cellsOf(tiersOf(three));
    write(cells, findCell(cells, 'C2').row, notesColumn(cells).column, '改价');
    for (const line of cells) line.splice(0, 1);
    expect(noteOf(cellsOf(tiersOf(three, 'zh', cells)), 'C2')).toBe('改价');
  });

  it('of 表一 are kept by year and region, an empty region in either language', () => {
    const zh = cellsOf(tiersOf(three, 'zh', undefined, 'distribution'));
    const { column } = notesColumn(zh);
    write(zh, findCell(zh, '未填').row, column, '请补地区');
    write(zh, findCell(zh, '华南').row, column, '旺季');
    const en = cellsOf(tiersOf(three, 'en', zh, 'distribution'));
    expect(noteOf(en, '华南', 'Notes')).toBe('旺季');
    const again = cellsOf(tiersOf(three, 'zh', en, 'distribution'));
    expect(noteOf(again, '未填')).toBe('请补地区');
  });

  it('never get lost, whatever is done to the sheet', () => {
    type Edit = (cells: CellValue[][]) => CellValue[][];
    const isOurs = (cell: CellValue): boolean =>
      ['备注', 'Notes', '客户编号', 'Client code', '客户名称', 'Client'].includes(String(cell));
    const headRow = (cells: CellValue[][]): number =>
      cells.findIndex((line) => line.some((cell) => cell === '备注' || cell === 'Notes'));
    const edits: Record<string, (number: number) => Edit> = {
      insertRow: (at) => (cells) => {
        cells.splice(at % (cells.length + 1), 0, []);
        return cells;
      },
      insertColumn: (at) => (cells) => {
        for (const line of cells) if (line.length > at % 12) line.splice(at % 12, 0, null);
        return cells;
      },
      swapRows: (seed) => (cells) => {
        const head = headRow(cells);
        const rows = [1, 2, 3].map((offset) => head + offset).filter((row) => row < cells.length);
        const a = rows[seed % rows.length]!;
        const b = rows[(seed >> 3) % rows.length]!;
        [cells[a], cells[b]] = [cells[b]!, cells[a]!];
        return cells;
      },
      dropComputedColumn: (seed) => (cells) => {
        const header = cells[headRow(cells)]!;
        // Who deletes the very column of a note, deletes the note. The foot is known by that column: another may be gone.
        const foot = cells.find((line) => line.includes('内容') || line.includes('Note')) ?? [];
        const isOfFoot = (column: number): boolean =>
          ['对应', 'Belongs to', '列', 'Column', '内容', 'Note'].includes(String(foot[column]));
        const candidates = header.flatMap((cell, column) =>
          typeof cell === 'string' && !isOurs(cell) && !cell.startsWith('我的') && !isOfFoot(column) ? [column] : [],
        );
        const column = candidates[seed % Math.max(1, candidates.length)];
        // Two of our headers must stay, or nothing tells the table from a list of names.
        if (column !== undefined && candidates.length > 3) for (const line of cells) line.splice(column, 1);
        return cells;
      },
      refreshInEnglish: () => (cells) => cellsOf(tiersOf(three, 'en', cells)),
      refreshInChinese: () => (cells) => cellsOf(tiersOf(three, 'zh', cells)),
      loseClients: () => (cells) => cellsOf(tiersOf(onlyThird, 'zh', cells)),
    };
    const edit = fc.record({
      kind: fc.constantFrom('note', 'ownColumn', ...Object.keys(edits)),
      seed: fc.integer({ min: 0, max: 999 }),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (steps) => {
        let cells = cellsOf(tiersOf(three));
        const typed = new Map<string, string>();
        steps.forEach(({ kind, seed }, step) => {
          const head = headRow(cells);
          if (kind === 'note' || kind === 'ownColumn') {
            const header = cells[head]!;
            let column = header.findIndex((cell) => cell === '备注' || cell === 'Notes');
            if (kind === 'ownColumn') {
              column = Math.max(...cells.slice(head, head + 5).map((line) => line.length));
              write(cells, head, column, `我的${step}`);
            }
            const code = ['C1', 'C2', 'C3'][seed % 3]!;
            const row = cells.findIndex((line, at) => at > head && at < head + 6 && line.includes(code));
            if (row < 0) return;
            const before = cells[row]![column];
            const note = `${typeof before === 'string' ? `${before}; ` : ''}记${step}`;
            typed.set(`记${step}`, code);
            write(cells, row, column, note);
          } else {
            cells = edits[kind]!(seed)(cells);
          }
        });
        const after = cellsOf(tiersOf(three, 'zh', cells));
        for (const [note, code] of typed) {
          const says = (cell: CellValue): boolean => typeof cell === 'string' && cell.split('; ').includes(note);
          const row = after.find((line) => line.some(says));
          expect({ note, code: row?.[0] }).toEqual({ note, code });
        }
        const again = cellsOf(tiersOf(three, 'zh', after));
        expect(again).toEqual(after);
      }),
      { numRuns: 150 },
    );
  });

  it('survive a snapshot of a plan as it is', () => {
    const plan = tiersOf(three);
    expect(tiersOf(three, 'zh', snapshotOf(plan).cells as CellValue[][]).fingerprint).toBe(plan.fingerprint);
  });
});
