import { deflateSync, strToU8 } from 'fflate';
import { layOutRecord, isRecordSheet, readRecordLines, recordFor } from '../../../../src/reports/standing/record-sheet';
import {
  isUndoSheet,
  isWholeMark,
  layOutUndo,
  NO_UNDO,
  readUndo,
  rotateUndo,
  SheetsToKeep,
  unpackPlan,
  type KeptPlan,
} from '../../../../src/reports/standing/undo-sheet';
import type { CellValue } from '../../../../src/workbook/cell-value';
import type { SheetPlan } from '../../../../src/workbook/plan';
import type { ReportSnapshot } from '../../../../src/workbook/workbook-host';
import { bareSheet } from '../../../support/bare-sheet';
import { snapshotOf } from '../../../support/plan-cells';

const line = (report: string, text: string) => ({ report, fingerprint: `f-${report}`, text });

function withCells(snapshot: ReportSnapshot, change: (cells: CellValue[][]) => void): ReportSnapshot {
  const cells = snapshot.cells.map((row) => [...row]);
  change(cells);
  return { ...snapshot, cells };
}

describe('a sheet that nobody sees', () => {
  const plan = layOutRecord([line('a', 'xyz')], 'Kelan record');

  it('is of plain text, its title on top, without anything to look at', () => {
    const { fingerprint, ...rest } = plan;
    const text = { numberFormat: '@' };
    expect(fingerprint).toMatch(/^[0-9a-f]{14}$/);
    expect(rest).toEqual({
      id: 'writtenRecord',
      name: 'Kelan record',
      visibility: 'veryHidden',
      tabColor: '#808080',
      columnWidths: [20, 20, 8, 20],
      rowHeights: [],
      blocks: [
        { row: 0, column: 0, values: [['Kelan: what the report sheets were written with']], styles: [text] },
        { row: 2, column: 0, values: [['a', 'f-a', 0, 'kxyz$']], styles: [text, text, {}, text] },
      ],
      merges: [],
      tables: [],
      conditionalFormats: [],
      validations: [],
      links: [],
      charts: [],
      freeze: { rows: 0, columns: 0 },
      showGridlines: true,
      print: { orientation: 'portrait', pagesWide: 1, header: '', footer: '', pageNumber: '{page}' },
    });
    expect(layOutRecord([], 'x').blocks).toHaveLength(1);
    expect(isRecordSheet(snapshotOf(plan))).toBe(true);
    expect(isRecordSheet({ ...snapshotOf(plan), cells: [['Kelan']] })).toBe(false);
    expect(isRecordSheet({ ...snapshotOf(plan), cells: [] })).toBe(false);
  });
});

describe('the record of what was written, on its sheet', () => {
  // With its end a text of 7,999 is one piece of 8,000, one of 8,000 is two.
  const lines = [line('a', 'x'.repeat(7999)), line('b', 'y'.repeat(8000)), line('c', 'z'.repeat(16001)), line('d', '')];
  const sheet = snapshotOf(layOutRecord(lines, 'r'));
  const all = new Map(lines.map((one) => [one.report, one]));

  it('comes back in pieces, in whatever order they stand', () => {
    expect(sheet.cells.slice(2).map(([id, , at]) => [id, at])).toEqual([
      ['a', 0],
      ['b', 0],
      ['b', 1],
      ['c', 0],
      ['c', 1],
      ['c', 2],
      ['d', 0],
    ]);
    expect(readRecordLines(sheet)).toEqual(all);
    expect(readRecordLines(withCells(sheet, (cells) => void cells.push(...cells.splice(2).reverse())))).toEqual(all);
    expect(readRecordLines(undefined)).toEqual(new Map());
  });

  it.each([
    ['a piece between lacks', (cells: CellValue[][]) => void cells.splice(6, 1), ['a', 'b', 'd']],
    ['the first piece lacks', (cells: CellValue[][]) => void cells.splice(5, 1), ['a', 'b', 'd']],
    ['the last piece lacks', (cells: CellValue[][]) => void cells.splice(7, 1), ['a', 'b', 'd']],
    ['a number was made a text', (cells: CellValue[][]) => (cells[2]![2] = '0'), ['b', 'c', 'd']],
    ['a piece was typed over', (cells: CellValue[][]) => (cells[2]![3] = 'x$'), ['b', 'c', 'd']],
    ['a name was deleted', (cells: CellValue[][]) => (cells[2]![0] = null), ['b', 'c', 'd']],
  ])('is no record of a sheet where %s', (_, change, left) => {
    expect([...readRecordLines(withCells(sheet, change)).keys()]).toEqual(left);
  });

  it('is of that writing alone; a mark without a fingerprint is taken for the last', () => {
    const lines = new Map([['a', line('a', '!AAA;BBB|')]]);
    expect(recordFor(lines, { id: 'a', fingerprint: 'f-a' })).toMatchObject({
      fingerprint: 'f-a',
      isFrame: [true, false],
    });
    expect(recordFor(lines, { id: 'a', fingerprint: '' })?.rows).toHaveLength(2);
    expect(recordFor(lines, { id: 'a', fingerprint: 'f-b' })).toBeUndefined();
    expect(recordFor(lines, { id: 'b', fingerprint: 'f-a' })).toBeUndefined();
  });
});

describe('the way back, on its sheet', () => {
  const parts = { hers: [], bodies: [], anywhere: [], keyed: [] };
  const kept = (id: string, fingerprint: string, rows: CellValue[][] = [[id]]): KeptPlan => ({
    plan: { ...(bareSheet(id, id, rows) as SheetPlan), fingerprint },
    parts,
  });
  const names = (state: typeof NO_UNDO): unknown =>
    [state.now, state.before].map((all) =>
      [...all].map(([id, packed]) => `${id} ${unpackPlan(packed)!.plan.fingerprint}`),
    );

  it('holds what the last two refreshes wrote; a refresh that changed nothing is none', () => {
    const first = rotateUndo(NO_UNDO, [kept('a', 'a1'), kept('b', 'b1')]);
    expect(names(first)).toEqual([['a a1', 'b b1'], []]);
    expect(rotateUndo(first, [kept('a', 'a1'), kept('b', 'b1')])).toBe(first);
    const second = rotateUndo(first, [kept('a', 'a2'), kept('b', 'b1')]);
    expect(names(second)).toEqual([
      ['a a2', 'b b1'],
      ['a a1', 'b b1'],
    ]);
    // Part of a fingerprint is another one.
    expect(names(rotateUndo(first, [kept('a', 'a')]))).toEqual([
      ['a a', 'b b1'],
      ['a a1', 'b b1'],
    ]);
  });

  it('keeps up to 400,000 cells, and nothing of a larger refresh', () => {
    const row = (cells: number): CellValue[] => Array.from({ length: cells }, () => null);
    const [half, more] = [Array.from({ length: 200 }, () => row(1000)), [row(1)]];
    const fits = rotateUndo(NO_UNDO, [kept('a', 'a1', half), kept('b', 'b1', half)]);
    expect([...fits.now.keys()]).toEqual(['a', 'b']);
    expect(rotateUndo(fits, [kept('a', 'a2', half), kept('b', 'b2', half), kept('c', 'c1', more)])).toBe(NO_UNDO);
    // What stands as it was counts for nothing.
    expect([
      ...rotateUndo(fits, [kept('a', 'a1', half), kept('b', 'b1', half), kept('c', 'c1', more)]).now.keys(),
    ]).toEqual(['a', 'b', 'c']);
  });

  it('is parted into pieces of 8,000 letters with its end', () => {
    const pieces = (length: number): number =>
      snapshotOf(layOutUndo({ now: new Map([['a', 'x'.repeat(length)]]), before: new Map() }, 'x')).cells.length - 2;
    expect([7999, 8000, 15_999, 16_000].map(pieces)).toEqual([1, 2, 2, 3]);
  });

  it('of a first refresh is gathered sheet by sheet, up to 400,000 cells', () => {
    const gather = (...counts: number[]): string[] => {
      const sheets = new SheetsToKeep();
      counts.forEach((cells, at) => sheets.add(kept(`s${at}`, `f${at}`, [Array.from({ length: cells }, () => null)])));
      return [...sheets.state().now.keys()];
    };
    expect(gather(1, 2)).toEqual(['s0', 's1']);
    expect(gather(200_000, 200_000)).toEqual(['s0', 's1']);
    // Once too many, what comes later is not kept either: half of a refresh is no way back.
    expect(gather(200_000, 200_001, 1)).toEqual([]);
    const sheets = new SheetsToKeep();
    sheets.add(kept('a', 'a1'));
    expect(sheets.state()).toEqual(rotateUndo(NO_UNDO, [kept('a', 'a1')]));
  });

  it.each([
    ['a whole one', { plan: { id: 'a', blocks: [] }, parts: {} }, true],
    ['one without a name', { plan: { blocks: [] }, parts: {} }, false],
    ['one without cells', { plan: { id: 'a' }, parts: {} }, false],
    ['one without its parts', { plan: { id: 'a', blocks: [] } }, false],
  ])('of the packed sheets takes %s', (_, sheet, isTaken) => {
    const packed = `f:${btoa(String.fromCharCode(...deflateSync(strToU8(JSON.stringify(sheet)))))}`;
    expect(unpackPlan(packed)).toEqual(isTaken ? sheet : undefined);
  });

  it('comes back whole from its sheet, also in several pieces and out of order', () => {
    const words = Array.from({ length: 4000 }, (_, at) => [`${(at * 7919) % 10007}-${(at * 104729) % 99991}`]);
    const state = rotateUndo(rotateUndo(NO_UNDO, [kept('a', 'a1'), kept('b', 'b1')]), [kept('a', 'a2', words)]);
    const plan = layOutUndo(state, 'Kelan before');
    expect([plan.id, plan.visibility, plan.columnWidths]).toEqual(['undo', 'veryHidden', [10, 20, 8, 20]]);
    const sheet = snapshotOf(plan);
    expect(sheet.cells.slice(2).filter(([, id]) => id === 'a').length).toBeGreaterThan(2);
    expect(isUndoSheet(sheet)).toBe(true);
    expect(readUndo(sheet)).toEqual(state);
    expect(readUndo(withCells(sheet, (cells) => void cells.push(...cells.splice(2).reverse())))).toEqual(state);
    expect(readUndo(undefined)).toBe(NO_UNDO);
    expect(readUndo({ ...sheet, cells: [['x'], ...sheet.cells.slice(1)] })).toBe(NO_UNDO);
    expect(isUndoSheet({ ...sheet, cells: [] })).toBe(false);
  });

  it.each([
    ['a piece lacks', (cells: CellValue[][]) => void cells.splice(2, 1)],
    ['a later piece lacks', (cells: CellValue[][]) => void cells.splice(3, 1)],
    ['a number was made a text', (cells: CellValue[][]) => (cells[2]![2] = '0')],
    ['a piece was typed over', (cells: CellValue[][]) => (cells[2]![3] = 'x')],
    ['its time was typed over', (cells: CellValue[][]) => (cells[2]![0] = 'later')],
  ])('leaves out a sheet where %s, and no other', (_, change) => {
    const words = Array.from({ length: 4000 }, (_, at) => [`${(at * 7919) % 10007}-${(at * 104729) % 99991}`]);
    const state = rotateUndo(NO_UNDO, [kept('a', 'a1', words), kept('b', 'b1')]);
    expect([...readUndo(withCells(snapshotOf(layOutUndo(state, 'x')), change)).now.keys()]).toEqual(['b']);
  });

  it('is nothing where it was damaged', () => {
    const packed = rotateUndo(NO_UNDO, [kept('a', 'a1')]).now.get('a')!;
    expect(unpackPlan(packed)).toEqual(kept('a', 'a1'));
    for (const broken of ['', 'a1:', 'a1:====', packed.slice(0, 20), packed.replace(/.{6}$/, '')])
      expect(unpackPlan(broken)).toBeUndefined();
  });

  it('trusts a mark of fourteen hexadecimal digits alone', () => {
    expect(['0123456789abcd', '0123456789abc', '0123456789abcde', '0123456789abcg', ''].map(isWholeMark)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
