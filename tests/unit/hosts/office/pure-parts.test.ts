import { HostError } from '../../../../src/workbook/host-error';
import {
  intentionFormula,
  readComment,
  resolveMarks,
  targetOfMark,
  unfinishedComment,
} from '../../../../src/hosts/office/marks';
import { BlockSize, bytesOfValues } from '../../../../src/hosts/office/read/block-size';
import { columnRuns } from '../../../../src/hosts/office/read/column-runs';
import { digestOf } from '../../../../src/hosts/office/read/digest';
import { cellOfExcel } from '../../../../src/hosts/office/read/excel-cell';
import { translateError } from '../../../../src/hosts/office/translate-error';
import { inputOf, wouldBeConverted } from '../../../../src/hosts/office/write/guard-text';
import { heightRuns } from '../../../../src/hosts/office/write/runs/height-runs';
import { bytesOfFormats } from '../../../../src/hosts/office/write/sheet-size';
import { uncoveredRanges } from '../../../../src/hosts/office/write/leftovers';
import { pageNumberCode } from '../../../../src/hosts/office/write/write-page';
import { pointsOfCharacters } from '../../../../src/hosts/office/write/write-view';
import type { CellStyle } from '../../../../src/workbook/style';
import { MAX_COLUMNS, MAX_ROWS } from '../../../../src/workbook/address';

describe('marks', () => {
  it('reads where a name points', () => {
    expect(targetOfMark("='it''s'!$A$1")).toEqual({ sheet: "it's" });
    expect(targetOfMark('=客户等级!$A$1')).toEqual({ sheet: '客户等级' });
    expect(targetOfMark('=客户等级!#REF!')).toEqual({ sheet: '客户等级' });
    expect(targetOfMark('=#REF!$A$1')).toBeUndefined();
    expect(targetOfMark(intentionFormula('say "hi"'))).toEqual({ intended: 'say "hi"' });
  });

  it('reads what a comment says', () => {
    expect(readComment('a1b2')).toEqual({ fingerprint: 'a1b2' });
    expect(readComment(unfinishedComment('tok'))).toEqual({ fingerprint: 'unfinished' });
    expect(readComment(unfinishedComment('tok', 120))).toEqual({ fingerprint: 'unfinished', stagedRow: 120 });
  });

  it('takes a sheet that was about to be made for ours only while it is blank', () => {
    const names = [{ name: 'Kelan_tiers', formula: intentionFormula('等级'), comment: 'unfinished:x' }];
    const sheet = { id: '1', name: '等级' };
    expect(resolveMarks(names, [{ ...sheet, isBlank: true }])).toEqual([
      { id: 'tiers', sheetId: '1', fingerprint: 'unfinished' },
    ]);
    expect(resolveMarks(names, [{ ...sheet, isBlank: false }])).toEqual([]);
  });

  it('knows no mark among other names', () => {
    const names = [{ name: 'Print_Area', formula: '=等级!$A$1', comment: '' }];
    expect(resolveMarks(names, [{ id: '1', name: '等级', isBlank: false }])).toEqual([]);
  });
});

describe('blocks', () => {
  it('joins adjacent columns', () => {
    expect(columnRuns([0, 1, 4, 6, 7, 8])).toEqual([
      { from: 0, count: 2 },
      { from: 4, count: 1 },
      { from: 6, count: 3 },
    ]);
    expect(columnRuns([])).toEqual([]);
  });

  it('sizes by bytes: 100 bytes a row and 2,000 bytes wanted are 20 rows', () => {
    const size = new BlockSize(10, 2, 2000);
    size.learn(10, 1000);
    expect(size.rows).toBe(20);
    // At most four times as many at once: rows of one byte would ask for 2,000.
    size.learn(20, 20);
    expect(size.rows).toBe(80);
  });

  it('halves after a refusal and never asks for as many again', () => {
    const size = new BlockSize(100, 1, 1e9);
    size.halve(100, 'refused');
    expect(size.rows).toBe(50);
    size.learn(50, 50);
    expect(size.rows).toBe(50);
    expect(() => size.halve(1, 'refused')).toThrow(HostError);
  });

  it('never asks for more than 5,000,000 cells', () => {
    expect(new BlockSize(1_048_576, 20, 1e12).rows).toBe(250_000);
  });

  it('measures Chinese text as three bytes a character', () => {
    // ["客户",1] is 12 bytes: two brackets, two quotes, six bytes of text, a comma and a digit; and a comma or bracket.
    expect(bytesOfValues([['客户', 1]])).toBe(14);
    expect(bytesOfValues([])).toBe(0);
  });
});

describe('values', () => {
  it('takes an error for an error and nothing else', () => {
    expect([cellOfExcel('#N/A'), cellOfExcel('#1 客户'), cellOfExcel(''), cellOfExcel(0), cellOfExcel(false)]).toEqual([
      { error: '#N/A' },
      '#1 客户',
      null,
      0,
      false,
    ]);
  });

  it('sees that somebody typed, and not that blanks were handed out differently', async () => {
    expect(await digestOf([['a', null], [], [1]])).toBe(await digestOf([['a'], [null], [1, null], []]));
    expect(await digestOf([['a'], ['b']])).not.toBe(await digestOf([['b'], ['a']]));
    expect(await digestOf([['1']])).not.toBe(await digestOf([[1]]));
    expect(await digestOf([['a'], [], ['b']])).not.toBe(await digestOf([['a'], ['b']]));
  });

  it('says what is text where Excel would take it for something else', () => {
    expect(
      ['=1', '+86', '-x', '@a', "'a", '12', '3-4', '2026/1/5', 'TRUE', '¥5', 'Jan 5'].filter(wouldBeConverted).length,
    ).toBe(11);
    expect(['甲公司', 'C12', 'x', '—', '第3名', 'Σ'].filter(wouldBeConverted)).toEqual([]);
    expect([
      inputOf('=1', false),
      inputOf('=1', true),
      inputOf(null, true),
      inputOf('', false),
      inputOf(5, false),
    ]).toEqual(["'=1", '=1', '', '', 5]);
  });
});

describe('what an older report left', () => {
  const block = (row: number, column: number, rows: number, columns: number) => ({
    row,
    column,
    values: Array.from({ length: rows }, () => Array.from({ length: columns }, () => null)),
    styles: Array.from({ length: columns }, () => ({})),
  });

  it('is all that no block covers', () => {
    expect(uncoveredRanges([block(0, 0, 1, 1), block(2, 1, 2, 2)])).toEqual([
      { row: 0, column: 1, rows: 1, columns: MAX_COLUMNS - 1 },
      { row: 1, column: 0, rows: 1, columns: MAX_COLUMNS },
      { row: 2, column: 0, rows: 2, columns: 1 },
      { row: 2, column: 3, rows: 2, columns: MAX_COLUMNS - 3 },
      { row: 4, column: 0, rows: MAX_ROWS - 4, columns: MAX_COLUMNS },
    ]);
  });

  it('is nothing between two blocks that stand side by side', () => {
    expect(uncoveredRanges([block(0, 0, 3, 2), block(0, 2, 3, 2)])).toEqual([
      { row: 0, column: 4, rows: 3, columns: MAX_COLUMNS - 4 },
      { row: 3, column: 0, rows: MAX_ROWS - 3, columns: MAX_COLUMNS },
    ]);
  });
});

describe('the page', () => {
  it('keeps an ampersand an ampersand', () => {
    expect(pageNumberCode('{sheet} 第 {page} 页 / 共 {pages} 页 & 终')).toBe('&A 第 &P 页 / 共 &N 页 && 终');
  });

  it('turns characters into points: 10 are 75 pixels', () => {
    expect(pointsOfCharacters(10)).toBe(56.25);
  });
});

describe('refusals', () => {
  const officeError = (code: string): Error => Object.assign(new Error('words'), { code, debugInfo: {} });

  it.each([
    ['ItemNotFound', 'sheet-vanished'],
    ['AccessDenied', 'protected-sheet'],
    ['InvalidOperationInCellEditMode', 'cell-editing'],
    ['RangeExceedsLimit', 'answer-too-large'],
    ['RequestAborted', 'connection-lost'],
    ['ApiNotFound', 'not-supported'],
    ['SomethingNew', 'host-refused'],
  ])('%s is told as %s, with the code of the host beside it', (code, expected) => {
    const told = translateError(officeError(code)) as HostError;
    expect(told).toBeInstanceOf(HostError);
    expect(told.code).toBe(expected);
    expect(told.detail).toBe(`${code}: words`);
  });

  it('leaves a bug a bug', () => {
    const bug = new TypeError('x is undefined');
    expect(translateError(bug)).toBe(bug);
  });
});

describe('what a look takes of a message', () => {
  const block = (style: CellStyle) => ({ row: 0, column: 0, values: [[1]], styles: [style] });

  it('is 12 actions of 130 bytes a style, and 10 more for every line of its border', () => {
    expect(bytesOfFormats(block({ bold: true }))).toBe(12 * 130);
    const line = { style: 'thin', color: '#000000' } as const;
    expect(bytesOfFormats(block({ border: { top: line, bottom: line } }))).toBe((12 + 20) * 130);
  });
});

describe('row heights', () => {
  it('go by stretches of equal ones', () => {
    const heights = [2, 3, 4, 7, 8].map((row) => ({ row, points: row === 4 ? 40 : 30 }));
    expect(heightRuns(heights)).toEqual([
      { row: 2, rows: 2, points: 30 },
      { row: 4, rows: 1, points: 40 },
      { row: 7, rows: 2, points: 30 },
    ]);
  });
});
