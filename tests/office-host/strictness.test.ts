import { MAC, MICROSOFT_365, MINIMUM, EXCEL_2021, WEB, type ExcelProfile } from './profile';
import { startStandIn, type StandIn } from './stand-in';
import { NATIVE_ERROR } from './wire';

/** What the stand-in must refuse, as Excel does: a host that gets through here has not got through by its leave. */
describe('the stand-in Excel', () => {
  let excel: StandIn;
  const open = async (profile: ExcelProfile): Promise<void> => {
    excel = await startStandIn(profile);
    excel.workbook.addSheet('A');
    excel.workbook.addSheet('B');
  };

  /** The code that Office.js gives for a piece of add-in code. */
  const codeOf = async (work: (context: Excel.RequestContext) => void): Promise<string> => {
    const { Excel: excelJs } = excel.page;
    const outcome = await excelJs
      .run(async (context) => {
        work(context);
        await context.sync();
        return 'fine';
      })
      .catch((error: { code?: unknown }) => String(error.code));
    return outcome;
  };
  const a = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem('A');

  it('is a host that the real Office.js takes for Excel', async () => {
    await open(MICROSOFT_365);
    const { Office: officeJs } = excel.page;
    expect(officeJs.context.host).toBe('Excel');
    expect(officeJs.context.requirements.isSetSupported('ExcelApi', '1.20')).toBe(true);
    expect(officeJs.context.requirements.isSetSupported('ExcelApi', '1.21')).toBe(false);
    expect(officeJs.context.displayLanguage).toBe('zh-CN');
  });

  it.each<[string, string, (context: Excel.RequestContext) => void]>([
    ['a sheet that is not there', 'ItemNotFound', (c) => void c.workbook.worksheets.getItem('no').load('name')],
    ['a name that is taken', 'ItemAlreadyExists', (c) => void c.workbook.worksheets.add('b')],
    ['a name of 32 characters', 'InvalidArgument', (c) => void c.workbook.worksheets.add('x'.repeat(32))],
    ['a name with a colon', 'InvalidArgument', (c) => void c.workbook.worksheets.add('a:b')],
    ['values of another shape', 'InvalidArgument', (c) => void (a(c).getRange('A1:B2').values = [[1, 2, 3]])],
    ['a large grid of another shape', 'InvalidArgument', (c) => {
      a(c).getRangeByIndexes(0, 0, 1000, 2).values = Array.from({ length: 999 }, () => [1, 2]);
    }],
    ['a text of 32,768 characters', 'InvalidArgument', (c) => void (a(c).getRange('A1').values = [['x'.repeat(32_768)]])],
    ['a range beyond the sheet', 'InvalidArgument', (c) => void a(c).getRangeByIndexes(1_048_576, 0, 1, 1).load('values')],
    ['an unknown word', 'InvalidArgument', (c) => {
      a(c).getRange('A1').format.horizontalAlignment = 'Middle' as unknown as 'Center';
    }],
    ['a colour that is none', 'InvalidArgument', (c) => void (a(c).getRange('A1').format.fill.color = '#12345')],
    ['an inner line where there is no inside', 'InvalidArgument', (c) => {
      a(c).getRange('A1').format.borders.getItem('InsideVertical').style = 'Continuous';
    }],
    ['a list of choices over 255 characters', 'InvalidArgument', (c) => {
      a(c).getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: 'x'.repeat(256) } };
    }],
    ['tables that overlap', 'MergedRangeConflict', (c) => {
      a(c).tables.add('A1:B3', true);
      a(c).tables.add('B3:C5', true);
    }],
    ['a table with the name of a name', 'ItemAlreadyExists', (c) => {
      c.workbook.names.add('Kelan_x', a(c).getRange('A1'));
      a(c).tables.add('A1:B3', true).name = 'kelan_X';
    }],
    ['a name with the name of a table', 'ItemAlreadyExists', (c) => {
      a(c).tables.add('A1:B3', true).name = 'T_x';
      c.workbook.names.add('T_x', a(c).getRange('A1'));
    }],
    ['a table name like a cell', 'InvalidArgument', (c) => void (a(c).tables.add('A1:B3', true).name = 'AB12')],
    ['a resize that moves the header', 'InvalidArgument', (c) => a(c).tables.add('A1:B3', true).resize('A2:B4')],
    ['the last visible sheet deleted', 'InvalidOperation', (c) => {
      c.workbook.worksheets.getItem('B').delete();
      a(c).delete();
    }],
    ['a chart of no kind', 'InvalidArgument', (c) => {
      a(c).charts.add('Tower' as unknown as 'Line', a(c).getRange('A1:A3'));
    }],
    ['axes of a doughnut', 'InvalidOperation', (c) => {
      a(c).charts.add('Doughnut', a(c).getRange('A1:A3')).axes.valueAxis.minimum = 0;
    }],
    ['a secondary axis without a series', 'InvalidOperation', (c) => {
      a(c).charts.add('Line', a(c).getRange('A1:A3')).axes.getItem('Value', 'Secondary').minimum = 0;
    }],
  ])('refuses %s', async (_, code, work) => {
    await open(EXCEL_2021);
    expect(await codeOf(work)).toBe(code);
    expect(excel.processor.complaints).toEqual([]);
  }); // prettier-ignore

  it('refuses changes of a protected sheet, of a protected structure, of a read-only workbook', async () => {
    await open(EXCEL_2021);
    excel.workbook.sheets[0]!.Protection.Protect();
    expect(await codeOf((c) => void (a(c).getRange('A1').values = [[1]]))).toBe('AccessDenied');
    expect(await codeOf((c) => void (a(c).getRange('A1').format.font.bold = true))).toBe('AccessDenied');
    excel.workbook.Protection.Protected = true;
    expect(await codeOf((c) => void c.workbook.worksheets.add('C'))).toBe('AccessDenied');
    excel.workbook.isReadOnlyHost = true;
    expect(await codeOf((c) => void (c.workbook.worksheets.getItem('B').getRange('A1').values = [[1]]))).toBe(
      'AccessDenied',
    );
  });

  it('is deaf while a cell is being edited', async () => {
    await open(EXCEL_2021);
    excel.processor.busyWith = NATIVE_ERROR.cellEditing;
    expect(await codeOf((c) => a(c).load('name') as unknown as void)).toBe('InvalidOperationInCellEditMode');
  });

  it('lets Office.js itself refuse members that are newer than the profile', async () => {
    await open(MINIMUM);
    expect(await codeOf((c) => a(c).tables.add('A1:B3', true).resize('A1:B4'))).toBe('ApiNotFound');
    await open(MAC);
    expect(await codeOf((c) => a(c).tables.add('A1:B3', true).resize('A1:B4'))).toBe('fine');
  });

  it('knows the limits of the web and of the desktop apart', async () => {
    const big = (c: Excel.RequestContext): void => {
      a(c).getRangeByIndexes(0, 0, 300, 1).values = Array.from({ length: 300 }, () => ['x'.repeat(20_000)]);
    };
    await open(WEB);
    expect(await codeOf(big)).toBe('RequestPayloadSizeLimitExceeded');
    await open(EXCEL_2021);
    expect(await codeOf(big)).toBe('fine');
    expect(await codeOf((c) => a(c).getRange().load('values') as unknown as void)).toBe('RangeExceedsLimit');
    await open(WEB);
    const values = await excel.page.Excel.run(async (c) => {
      const range = c.workbook.worksheets.getItem('A').getRange();
      range.load('values');
      await c.sync();
      return range.values as unknown;
    });
    expect(values).toBeNull();
  });

  it('takes what is typed for a formula, a number or a day, unless it is told not to', async () => {
    await open(EXCEL_2021);
    await codeOf((c) => {
      a(c).getRange('A1:F1').values = [['=1+1', '12', '2026/1/5', 'TRUE', '50%', '@x']];
      a(c).getRange('A2:F2').numberFormat = '@' as unknown as string[][];
      a(c).getRange('A2:F2').values = [['=1+1', '12', '2026/1/5', 'TRUE', '50%', '@x']];
      a(c).getRange('A3:F3').values = [["'=1+1", "'12", "'2026/1/5", "'TRUE", "'50%", "'@x"]];
    });
    const sheet = excel.workbook.sheets[0]!;
    const row = (index: number): unknown[] => [0, 1, 2, 3, 4, 5].map((column) => sheet.grid.at(index, column)!.value);
    expect(row(0)).toEqual([0, 12, 46_027, true, 0.5, 0]);
    expect(sheet.grid.at(0, 0)!.formula).toBe('=1+1');
    expect(row(1)).toEqual(['=1+1', '12', '2026/1/5', 'TRUE', '50%', '@x']);
    expect(row(2)).toEqual(row(1));
  });

  it('counts days of a 1904 workbook from 1904', async () => {
    await open(EXCEL_2021);
    excel.workbook.dateBase = 1904;
    await codeOf((c) => void (a(c).getRange('A1').values = [['2026/1/5']]));
    expect(excel.workbook.sheets[0]!.grid.at(0, 0)!.value).toBe(46_027 - 1462);
  });

  it('misplaces what is written over filtered rows', async () => {
    await open(EXCEL_2021);
    await codeOf((c) => {
      a(c).getRange('A1:A4').values = [['k'], ['x'], ['y'], ['x']];
      const table = a(c).tables.add('A1:A4', true);
      table.columns.getItemAt(0).filter.applyValuesFilter(['y']);
    });
    await codeOf((c) => void (a(c).getRange('A2:A4').values = [['1st'], ['2nd'], ['3rd']]));
    const sheet = excel.workbook.sheets[0]!;
    expect([1, 2, 3].map((row) => sheet.grid.at(row, 0)!.value)).toEqual(['x', '1st', 'x']);
  });

  it('keeps what a message did before it was refused', async () => {
    await open(EXCEL_2021);
    const code = await codeOf((c) => {
      a(c).getRange('A1').values = [['done']];
      c.workbook.worksheets.getItem('no').activate();
    });
    expect(code).toBe('ItemNotFound');
    expect(excel.workbook.sheets[0]!.grid.at(0, 0)!.value).toBe('done');
  });

  it('loses its undo where the documents say so', async () => {
    await open(EXCEL_2021);
    await codeOf((c) => void (a(c).getRange('A1').values = [[1]]));
    expect(excel.workbook.undo.steps.length).toBe(1);
    await codeOf((c) => void c.workbook.worksheets.add('C'));
    expect(excel.workbook.undo.clearedBy).toBe('the structure of the workbook');
    await codeOf((c) => void c.workbook.worksheets.getItem('C').delete());
    expect(excel.workbook.undo.clearedBy).toBe('Worksheet.delete');
  });

  it('complains about what it does not model, so that no test passes over it', async () => {
    await open(EXCEL_2021);
    expect(await codeOf((c) => void a(c).getRange('A1').removeDuplicates([0], true))).toBe('NotImplemented');
    expect(excel.processor.complaints).toEqual(['ExcelRefusal: the stand-in does not model Range.RemoveDuplicates']);
  });

  it('hands out references and takes every one of them back', async () => {
    await open(EXCEL_2021);
    await codeOf((c) => a(c).getRange('A1:C3').getRow(1).load('address') as unknown as void);
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(excel.processor.keptCount).toBe(0);
  });

  it('presses a button of the ribbon', async () => {
    await open(EXCEL_2021);
    const pressed = new Promise((resolve) => excel.page.Office.actions.associate('refresh', resolve));
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(excel.bridge.pressButton('refresh', 'kelanRefresh')).toBe(true);
    expect(await pressed).toMatchObject({ source: { id: 'kelanRefresh' } });
  });
});
