import { clearFormats, writeFormats, writeWrapping } from '../../../../src/hosts/office/write/write-formats';
import { writeConditionalFormats } from '../../../../src/hosts/office/write/write-conditional-formats';
import { linkSheetCell } from '../../../../src/hosts/office/write/write-links';
import { writeValidations } from '../../../../src/hosts/office/write/write-validations';
import { writeFormulas, writeNumberFormats, writeValues } from '../../../../src/hosts/office/write/write-values';
import { writeView } from '../../../../src/hosts/office/write/write-view';
import type { CellBlock, SheetPlan } from '../../../../src/workbook/plan';
import type { CellStyle } from '../../../../src/workbook/style';
import { bareSheet } from '../../../support/bare-sheet';
import { recordedExcel } from '../../../support/recorded-excel';

const planOf = (changes: Partial<SheetPlan>): SheetPlan => ({ ...bareSheet('x', 'x', []), blocks: [], ...changes });
const saidBy = (write: (sheet: Excel.Worksheet) => void): string[] => {
  const { object, said } = recordedExcel<Excel.Worksheet>();
  write(object);
  return said;
};
const block = (row: number, column: number, rows: number, styles: readonly CellStyle[]): CellBlock => ({
  row,
  column,
  values: Array.from({ length: rows }, (_, at) => styles.map((_, column) => `${at}${column}`)),
  styles,
});
const withApi = (versions: readonly string[]): void => {
  (globalThis as Record<string, unknown>)['Office'] = {
    context: { requirements: { isSetSupported: (_: string, version: string) => versions.includes(version) } },
  };
};
afterEach(() => delete (globalThis as Record<string, unknown>)['Office']);

describe('how cells look in Excel', () => {
  it('is cleared of everything but values before it is given anew', () => {
    expect(saidBy(clearFormats)).toEqual([
      'getRange().unmerge()',
      'getRange().conditionalFormats.clearAll()',
      'getRange().dataValidation.clear()',
      'getRange().clear("Hyperlinks")',
      'getRange().clear("Formats")',
    ]);
  });

  const BASE = (range: string): string[] => [
    `${range}.format.font.name = "Microsoft YaHei"`,
    `${range}.format.font.size = 10`,
    `${range}.format.font.color = "#000000"`,
    `${range}.format.font.underline = "None"`,
    `${range}.format.verticalAlignment = "Center"`,
  ];

  it('begins with one font for all that blocks reach over, then goes by runs of columns', () => {
    const said = saidBy((sheet) =>
      writeFormats(
        sheet,
        planOf({
          blocks: [block(1, 2, 3, [{ bold: true }, { bold: true }, { italic: true, underline: true }, {}])],
          fills: [{ row: 7, column: 8, color: '#FFFF00' }],
        }),
      ),
    );
    expect(said.slice(0, 5)).toEqual(BASE('getRangeByIndexes(0, 0, 4, 6)'));
    expect(said.slice(5)).toEqual([
      'getRangeByIndexes(1, 2, 3, 2).format.font.bold = true',
      'getRangeByIndexes(1, 4, 3, 1).format.font.italic = true',
      'getRangeByIndexes(1, 4, 3, 1).format.font.underline = "Single"',
      'getRangeByIndexes(7, 8, 1, 1).format.fill.color = "#FFFF00"',
    ]);
    expect(saidBy((sheet) => writeFormats(sheet, planOf({})))).toEqual([]);
    // A block without rows, or without columns, has no look.
    const empty = planOf({ blocks: [block(0, 0, 0, [{ bold: true }]), block(0, 0, 1, [])] });
    expect(saidBy((sheet) => writeFormats(sheet, empty)).slice(5)).toEqual([]);
    expect(saidBy((sheet) => writeWrapping(sheet, planOf({ blocks: [block(0, 0, 0, [{ wrap: true }])] })))).toEqual([]);
  });

  it('takes over every part of a style, and lines inside a range from its sides', () => {
    const line = { style: 'thin', color: '#111111' } as const;
    const dressed = (style: CellStyle, rows: number, columns: number): string[] => {
      const range = `getRangeByIndexes(0, 0, ${rows}, ${columns}).format`;
      return saidBy((sheet) =>
        writeFormats(
          sheet,
          planOf({
            blocks: [
              block(
                0,
                0,
                rows,
                Array.from({ length: columns }, () => style),
              ),
            ],
          }),
        ),
      )
        .slice(5)
        .map((said) => said.replace(`${range}.`, ''));
    };
    expect(
      dressed(
        {
          size: 16,
          color: '#222222',
          fill: '#333333',
          align: 'right',
          verticalAlign: 'top',
          indent: 0,
          unlocked: true,
          numberFormat: '0',
        },
        1,
        1,
      ),
    ).toEqual([
      'font.size = 16',
      'font.color = "#222222"',
      'fill.color = "#333333"',
      'horizontalAlignment = "Right"',
      'verticalAlignment = "Top"',
      'indentLevel = 0',
      'protection.locked = false',
    ]);
    const edges = (style: CellStyle, rows: number, columns: number): string[] =>
      dressed(style, rows, columns)
        .filter((said) => said.includes('.style = '))
        .map((said) => /"(\w+)"/.exec(said)![1]!);
    expect(dressed({ border: { top: line } }, 1, 1)).toEqual([
      'borders.getItem("EdgeTop").style = "Continuous"',
      'borders.getItem("EdgeTop").weight = "Thin"',
      'borders.getItem("EdgeTop").color = "#111111"',
    ]);
    expect(dressed({ border: { bottom: { style: 'double', color: '#1' } } }, 1, 1)).toContain(
      'borders.getItem("EdgeBottom").weight = "Thick"',
    );
    expect(edges({ border: { top: line, left: line } }, 1, 1)).toEqual(['EdgeTop', 'EdgeLeft']);
    expect(edges({ border: { top: line, left: line } }, 2, 2)).toEqual([
      'EdgeTop',
      'EdgeLeft',
      'InsideHorizontal',
      'InsideVertical',
    ]);
    expect(edges({ border: { bottom: line, right: line } }, 2, 1)).toEqual([
      'EdgeBottom',
      'EdgeRight',
      'InsideHorizontal',
    ]);
    expect(edges({ border: { bottom: line, right: line } }, 1, 2)).toEqual([
      'EdgeBottom',
      'EdgeRight',
      'InsideVertical',
    ]);
  });

  it('wraps at the end, only where the style says so', () => {
    const plan = planOf({ blocks: [block(2, 1, 2, [{}, { wrap: true }, { wrap: true }])] });
    expect(saidBy((sheet) => writeWrapping(sheet, plan))).toEqual([
      'getRangeByIndexes(2, 2, 2, 2).format.wrapText = true',
    ]);
  });
});

describe('values in Excel', () => {
  const plan = planOf({
    blocks: [
      {
        row: 2,
        column: 1,
        values: [
          ['=1', '=1', null],
          ['01', '01', 3],
        ],
        styles: [{ numberFormat: '@' }, {}, { numberFormat: 'General' }],
      },
    ],
    formulas: [{ row: 4, column: 5, formula: 'A1+1' }],
  });

  it('stay text where they are text; formats that say nothing are not set', () => {
    expect(saidBy((sheet) => writeValues(sheet, plan))).toEqual([
      'getRangeByIndexes(2, 1, 2, 3).values = [["=1","\'=1",""],["01","\'01",3]]',
    ]);
    expect(saidBy((sheet) => writeNumberFormats(sheet, plan, 10))).toEqual([
      'getRangeByIndexes(12, 1, 2, 1).numberFormat = "@"',
    ]);
    expect(saidBy((sheet) => writeFormulas(sheet, plan))).toEqual([
      'getRangeByIndexes(4, 5, 1, 1).formulas = [["=A1+1"]]',
    ]);
    expect(saidBy((sheet) => writeFormulas(sheet, planOf({})))).toEqual([]);
    const empty = planOf({ blocks: [block(0, 0, 0, [{ numberFormat: '@' }]), block(0, 0, 1, [])] });
    expect(saidBy((sheet) => writeValues(sheet, empty))).toEqual([]);
    expect(saidBy((sheet) => writeNumberFormats(sheet, empty, 0))).toEqual([]);
  });

  it('of a cell with a link are written again; a link to a report that is not there is none', () => {
    const names = new Map([['tiers', "it's"]]);
    const link = (changes: object): string[] =>
      saidBy((sheet) =>
        linkSheetCell(sheet, plan, { row: 3, column: 2, target: { report: 'tiers', cell: 'B2' }, ...changes }, names),
      );
    expect(link({ tooltip: '看' })).toEqual([
      `getRangeByIndexes(3, 2, 1, 1).hyperlink = {"documentReference":"'it''s'!B2","screenTip":"看"}`,
      `getRangeByIndexes(3, 2, 1, 1).values = [["'01"]]`,
    ]);
    expect(link({ row: 2, column: 1, target: { sheet: 'a', cell: 'A1' } })).toEqual([
      `getRangeByIndexes(2, 1, 1, 1).hyperlink = {"documentReference":"'a'!A1"}`,
      'getRangeByIndexes(2, 1, 1, 1).values = [["=1"]]',
    ]);
    expect(link({ row: 9, column: 9 })).toContain('getRangeByIndexes(9, 9, 1, 1).values = [[""]]');
    expect(link({ target: { report: 'none', cell: 'A1' } })).toEqual([]);
  });
});

describe('rules in Excel', () => {
  const range = { row: 1, column: 3, rows: 5, columns: 1 };
  it('stand in the order of the plan: the last is made first', () => {
    const rule = (at: string) => `getRangeByIndexes(1, 3, 5, 1).conditionalFormats${at}`;
    const style = { color: '#C00000' };
    const plan = planOf({
      conditionalFormats: [
        { kind: 'dataBar', range, color: '#1F6FB2' },
        {
          kind: 'cellIs',
          range,
          operator: 'lessThanOrEqual',
          value: 0.5,
          style: { ...style, bold: true, fill: '#FFC7CE' },
        },
        { kind: 'textIs', range, text: '说"好"', style },
      ],
    });
    expect(saidBy((sheet) => writeConditionalFormats(sheet, plan))).toEqual([
      rule('.add("Custom")'),
      rule('.add("Custom").custom.format.font.color = "#C00000"'),
      rule('.add("Custom").custom.rule.formula = "=D2=\\"说\\"\\"好\\"\\"\\""'),
      rule('.add("Custom")'),
      rule('.add("Custom").custom.format.font.color = "#C00000"'),
      rule('.add("Custom").custom.format.font.bold = true'),
      rule('.add("Custom").custom.format.fill.color = "#FFC7CE"'),
      rule('.add("Custom").custom.rule.formula = "=AND(ISNUMBER(D2),D2<=0.5)"'),
      rule('.add("DataBar")'),
      rule('.add("DataBar").dataBar.positiveFormat.fillColor = "#1F6FB2"'),
      rule('.add("DataBar").dataBar.positiveFormat.gradientFill = false'),
    ]);
  });

  it('for typing say what may be typed, and whether other words may stand', () => {
    const said = (validation: object): string[] =>
      saidBy((sheet) => writeValidations(sheet, planOf({ validations: [{ range, ...validation } as never] }))).map(
        (one) => one.replace('getRangeByIndexes(1, 3, 5, 1).dataValidation.', ''),
      );
    expect(said({ kind: 'list', options: ['是', '否'], message: '请选择' })).toEqual([
      'rule = {"list":{"inCellDropDown":true,"source":"是,否"}}',
      'ignoreBlanks = true',
      'errorAlert = {"message":"请选择","showAlert":true,"style":"Stop","title":""}',
    ]);
    const open = 'errorAlert = {"message":"","showAlert":false,"style":"Information","title":""}';
    expect(said({ kind: 'list', options: ['是'], allowsOther: true })).toContain(open);
    expect(said({ kind: 'list', options: ['是'] })).toHaveLength(2);
    const source = { row: 0, column: 0, rows: 3, columns: 1 };
    expect(said({ kind: 'listOf', source, allowsOther: true })).toEqual([
      'rule = {"list":{"inCellDropDown":true,"source":"=$A$1:$A$3"}}',
      'ignoreBlanks = true',
      open,
    ]);
    expect(said({ kind: 'number', min: 0, max: 1, whole: true })).toEqual([
      'rule = {"wholeNumber":{"formula1":0,"formula2":1,"operator":"Between"}}',
      'ignoreBlanks = true',
    ]);
    expect(said({ kind: 'number', min: 0, max: 1, whole: false })[0]).toContain('"decimal"');
    expect(said({ kind: 'day' })[0]).toBe(
      'rule = {"date":{"formula1":"1904-01-02","operator":"GreaterThanOrEqualTo"}}',
    );
  });
});

describe('the view of a sheet in Excel', () => {
  const view = (changes: Partial<SheetPlan>, isNew = false): string[] =>
    saidBy((sheet) => writeView(sheet, planOf(changes), isNew));
  const REST = ['showGridlines = true', 'tabColor = "#808080"'];

  it('sets widths by runs of equal columns, a width of nought as it is', () => {
    withApi([]);
    expect(view({ columnWidths: [10, 10, 4, 0, 10] })).toEqual([
      'getRangeByIndexes(0, 0, 1, 2).format.columnWidth = 56.25',
      'getRangeByIndexes(0, 2, 1, 1).format.columnWidth = 24.75',
      'getRangeByIndexes(0, 3, 1, 1).format.columnWidth = 0',
      'getRangeByIndexes(0, 4, 1, 1).format.columnWidth = 56.25',
      'freezePanes.unfreeze()',
      ...REST,
    ]);
  });

  it('freezes rows, columns, both or nothing', () => {
    withApi([]);
    expect(view({ freeze: { rows: 3, columns: 1 } })[0]).toBe('freezePanes.freezeAt(getRangeByIndexes(0, 0, 3, 1))');
    expect(view({ freeze: { rows: 3, columns: 0 } })[0]).toBe('freezePanes.freezeRows(3)');
    expect(view({ freeze: { rows: 0, columns: 2 } })[0]).toBe('freezePanes.freezeColumns(2)');
    expect(view({ freeze: { rows: 1, columns: 1 } })[0]).toBe('freezePanes.freezeAt(getRangeByIndexes(0, 0, 1, 1))');
  });

  it('closes an outline once, and leaves that of a standing sheet as the person left it', () => {
    const outlined = { columnWidths: [10, 10, 10, 10], columnOutline: { column: 1, columns: 2 } } as Partial<SheetPlan>;
    const all = 'getRangeByIndexes(0, 0, 1, 4).format.columnWidth = 56.25';
    withApi(['1.10']);
    expect(view(outlined, true).slice(0, 3)).toEqual([
      all,
      'getRangeByIndexes(0, 1, 1, 2).group("ByColumns")',
      'getRangeByIndexes(0, 1, 1, 2).hideGroupDetails("ByColumns")',
    ]);
    expect(view(outlined).slice(0, 3)).toEqual([
      'getRangeByIndexes(0, 0, 1, 1).format.columnWidth = 56.25',
      'getRangeByIndexes(0, 3, 1, 1).format.columnWidth = 56.25',
      'freezePanes.unfreeze()',
    ]);
    withApi([]);
    expect(view(outlined, true).slice(0, 2)).toEqual([all, 'freezePanes.unfreeze()']);
    expect(view(outlined).slice(0, 2)).toEqual([all, 'freezePanes.unfreeze()']);
  });

  it('hides a sheet that is new, never one that the person has shown', () => {
    withApi([]);
    expect(view({ visibility: 'hidden' }, true)).toContain('visibility = "Hidden"');
    expect(view({ visibility: 'veryHidden' }, true)).toContain('visibility = "VeryHidden"');
    expect(view({ visibility: 'hidden' })).toEqual(['freezePanes.unfreeze()', ...REST]);
    expect(view({}, true)).toEqual(['freezePanes.unfreeze()', ...REST]);
  });
});
