import { pointsOfCharacters } from '../../src/hosts/office/write/write-view';
import fc from 'fast-check';
import { makeOfficeHost } from '../../src/hosts/office/office-host';
import type { PlanValue, SheetPlan } from '../../src/workbook/plan';
import type { WorkbookHost } from '../../src/workbook/workbook-host';
import { contractPlan } from '../contract/workbook-host.contract';
import { lookOfSheet } from './look-of-sheet';
import { openExcel, type OpenExcel } from './open-workbook';
import { refuse } from './refusal';
import { EXCEL_2021, MICROSOFT_365, MINIMUM, WEB, type ExcelProfile } from './profile';
import { PERSON_SHEETS, refreshSmall, smallPlan } from './small-refresh';

let excel: OpenExcel;
const open = async (profile: ExcelProfile, options = {}): Promise<OpenExcel> => {
  excel = await openExcel(profile, PERSON_SHEETS, options);
  return excel;
};
afterEach(() => {
  excel.uninstall();
  expect(excel.processor.complaints).toEqual([]);
});

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
const sheet = (name: string): NonNullable<ReturnType<OpenExcel['workbook']['findSheet']>> =>
  excel.workbook.findSheet(name)!;

describe('writing through Office.js', () => {
  it('rewrites in place: sheets, tables and charts stay the ones they were', async () => {
    await open(EXCEL_2021);
    await refreshSmall(excel.host, 1);
    const ids = (): unknown => [
      excel.workbook.sheets.map((one) => one.Id),
      excel.workbook.tables.map((table) => table.Id),
      sheet('客户等级').Charts.Items.map((chart) => chart.Id),
    ];
    const before = ids();
    await refreshSmall(excel.host, 2);
    expect(ids()).toEqual(before);
    expect(sheet('客户等级').grid.at(4, 0)?.value).toBe('C5');
  });

  it('gives cells the look of the plan: bold, size, colour, fill, slant', async () => {
    await open(MICROSOFT_365);
    await refreshSmall(excel.host, 1);
    const look = (row: number, column: number, key: string): unknown => sheet('客户等级').paint.at(row, column, key);
    expect(['font.bold', 'font.size', 'font.color'].map((key) => look(0, 0, key))).toEqual([true, 16, '#1F3A5F']);
    expect([look(1, 0, 'font.italic'), look(0, 0, 'font.italic')]).toEqual([true, undefined]);
    expect([look(0, 0, 'columnWidth'), look(0, 1, 'columnWidth')]).toEqual([10, 24].map(pointsOfCharacters));
    expect([look(3, 0, 'font.bold'), look(3, 0, 'fill.color'), look(3, 0, 'wrapText')]).toEqual([
      true,
      '#DDE7F0',
      true,
    ]);
  });

  it('looks the same whether made anew or written over, large or small messages', async () => {
    const looks: string[] = [];
    for (const [versions, writeBytes] of [
      [[2], 1_500_000],
      [[1, 2], 1_500_000],
      [[1, 2], 48_000],
      [[2], 30_000],
    ] as const) {
      await open(MICROSOFT_365, { writeBytes });
      for (const version of versions) await refreshSmall(excel.host, version);
      looks.push(excel.workbook.sheets.map(lookOfSheet).join('\n'));
    }
    expect(new Set(looks).size).toBe(1);
  });

  it('converts and makes a table anew where the Excel cannot resize one', async () => {
    await open(MINIMUM);
    const plan = (rows: number): SheetPlan[] => {
      const body = Array.from({ length: rows }, (_, index): PlanValue[] => [`K${index}`, 'n', 1, 0.1, 46_000, null]);
      return [...smallPlan(rows, body, body)];
    };
    await excel.host.write({ sheets: plan(5) });
    await excel.host.write({ sheets: plan(9) });
    expect(excel.workbook.tables.map((table) => [table.Name, table.area.rows])).toContainEqual([
      'KelanTable_callPlan',
      10,
    ]);
    expect(excel.workbook.tables.length).toBe(3);
  });

  it('is one step of undo where Excel has groups, and never clears what could be undone', async () => {
    await open(MICROSOFT_365, { writeBytes: 48_000 });
    await refreshSmall(excel.host, 1);
    excel.workbook.undo.clear('start of the test');
    excel.workbook.undo.push('the person typed');
    await refreshSmall(excel.host, 2);
    expect(excel.workbook.undo.steps.length).toBe(2);
    expect(excel.workbook.undo.steps[0]).toBe('the person typed');
    expect(excel.workbook.undo.steps[1]).toMatch(/^group of \d+$/);
    expect(excel.workbook.undo.clearedBy).toBe('start of the test');
  });

  it('goes without the group where Excel will not have one', async () => {
    await open(MICROSOFT_365);
    await refreshSmall(excel.host, 1);
    excel.workbook.undo.clear('start of the test');
    let refused = 0;
    excel.processor.faultFor = (_, request) =>
      refused === 0 && request.Actions.some((action) => action.Name === 'Comment' && action.ActionType === 4)
        ? (refused++, { kind: 'before', code: 'UndoNotSupported' })
        : undefined;
    await refreshSmall(excel.host, 2);
    expect(refused).toBe(1);
    expect(excel.workbook.undo.steps).toEqual(['message']);
    expect(sheet('客户等级').grid.at(4, 0)?.value).toBe('C5');
  });

  it('judges numbers only in a limit, and lets the earlier of two formats win', async () => {
    await open(EXCEL_2021);
    await refreshSmall(excel.host, 1);
    // A new format stands before the older ones, so the first of the plan is the first here.
    expect(sheet('客户等级').conditionalFormats.map(({ format }) => format.formula)).toEqual([
      '',
      '=AND(ISNUMBER(D5),D5>0.5)',
      '=B5="说""好"""',
    ]);
  });

  it('takes as many messages as the bytes need, not as the reports are many', async () => {
    await open(MICROSOFT_365);
    const reports = (count: number): SheetPlan[] =>
      Array.from({ length: count }, (_, index) =>
        contractPlan({ id: `r${index}`, name: `report ${index}`, tables: [], links: [] }),
      );
    const messagesFor = async (count: number): Promise<number> => {
      excel.processor.resetCount();
      await excel.host.write({ sheets: reports(count) });
      const { messages, ofOfficeJs } = excel.processor.count;
      return messages - ofOfficeJs;
    };
    await messagesFor(20);
    expect(await messagesFor(20)).toBe(await messagesFor(2));
  });

  it('stays below what Excel on the web takes in one message', async () => {
    await open(WEB);
    const values = Array.from({ length: 30_000 }, (_, row): PlanValue[] => [
      `K${row}`,
      '客户名称'.repeat(12),
      row,
      46_000,
    ]);
    const plan = contractPlan({}, [['编号', '名称', '金额', '日期'], ...values]);
    await excel.host.write({ sheets: [plan] });
    await excel.host.write({ sheets: [{ ...plan, fingerprint: 'again' }] });
    expect(excel.processor.count.largestRequest).toBeLessThan(5 * 1024 * 1024);
    expect(sheet('客户等级').grid.at(30_002, 0)?.value).toBe('K29999');
    expect(sheet('客户等级').usedArea(true)!.rows).toBe(30_003);
  });

  it('keeps no range that it wrote to: giving them back would take as many calls again', async () => {
    await open(MICROSOFT_365);
    const keptFor = async (rows: number): Promise<number> => {
      let kept = 0;
      excel.processor.afterMessage = ({ Actions }) => {
        kept += Actions.filter(({ Name }) => Name === '_KeepReference').length;
      };
      const values = Array.from({ length: rows }, (_, row): PlanValue[] => [`K${row}`, 'n', row, 46_000]);
      const rowHeights = values.map((_, row) => ({ row: row + 2, points: 15 + (row % 2) }));
      await excel.host.write({ sheets: [contractPlan({ rowHeights, fingerprint: `${rows}` }, values)] });
      excel.processor.afterMessage = undefined;
      return kept;
    };
    await keptFor(5);
    expect(await keptFor(300)).toBe(await keptFor(5));
  });

  it("puts the person's filters back, and writes no row astray for them", async () => {
    await open(EXCEL_2021);
    await refreshSmall(excel.host, 1);
    const table = sheet('客户等级').Tables.Items[0]!;
    table.AutoFilter.setColumn(0, { filterOn: 'Values', values: ['C1', 'C2'] });
    await refreshSmall(excel.host, 2);
    expect(sheet('客户等级').grid.at(4, 0)?.value).toBe('C5');
    expect(table.AutoFilter.Criteria[0]).toEqual({ filterOn: 'Values', values: ['C1', 'C2'] });
    expect(sheet('客户等级').hiddenRows().size).toBe(4);
  });

  it('keeps a filter that stands on the sheet itself', async () => {
    await open(EXCEL_2021);
    const [, plan] = smallPlan(1, [], [['a', 'b', 1, 0, 46_000, null]]);
    const bare = { ...plan!, tables: [] };
    await excel.host.write({ sheets: [bare] });
    const filter = { filterOn: 'Values', values: ['zzz'] };
    sheet('联络计划').AutoFilter.Apply('A4:F5', 0, filter);
    await excel.host.write({ sheets: [bare] });
    expect(sheet('联络计划').AutoFilter.Criteria[0]).toEqual(filter);
    expect(sheet('联络计划').grid.at(4, 0)?.value).toBe('a');
  });

  it('leaves tables, charts and sheets of the person on her side alone', async () => {
    await open(EXCEL_2021);
    await refreshSmall(excel.host, 1);
    const own = sheet('客户等级');
    own.typeIn(0, 20, 'h');
    own.Tables.Add(own.GetRangeByIndexes(60, 20, 3, 2), true).Name = '她的表';
    own.Charts.Add('Line', own.GetRangeByIndexes(60, 20, 3, 1)).Name = '她的图';
    const person = excel.workbook.sheets.slice(0, 2).map((one) => one.snapshot());
    await refreshSmall(excel.host, 2);
    expect(own.Tables.Items.map((table) => table.Name)).toContain('她的表');
    expect(own.Charts.Items.map((chart) => chart.Name)).toContain('她的图');
    expect(excel.workbook.sheets.slice(0, 2).map((one) => one.snapshot())).toEqual(person);
  });

  it('gives its table another name where a copy of it has the name', async () => {
    await open(EXCEL_2021);
    sheet('客户').Tables.Add(sheet('客户').GetRangeByIndexes(0, 0, 3, 2), true).Name = 'KelanTable_clientTiers';
    await excel.host.write({ sheets: [contractPlan()] });
    const ours = (): unknown => sheet('客户等级').Tables.Items.map(({ Id, Name }) => [Id, Name]);
    const first = ours();
    expect(first).toEqual([[expect.any(String), 'KelanTable_clientTiers_2']]);
    // The same table again: what she filtered on it and what names it lives on.
    sheet('客户等级').Tables.Items[0]!.AutoFilter.setColumn(0, { filterOn: 'Values', values: ['001'] });
    await excel.host.write({ sheets: [{ ...contractPlan(), fingerprint: 'second' }] });
    expect(ours()).toEqual(first);
    expect(sheet('客户等级').Tables.Items[0]!.AutoFilter.Criteria[0]).toEqual({ filterOn: 'Values', values: ['001'] });
  });

  describe('buttons that filter', () => {
    const buttons = { id: 'clientTiers_code', table: 'KelanTable_clientTiers', column: 0, caption: '按编号' };
    const place = { row: 0, rows: 3, sheetColumn: 2, indent: 2, width: 20 };
    const withButtons = (): SheetPlan => ({ ...contractPlan(), slicers: [{ ...buttons, ...place }] });
    const standing = (): unknown =>
      excel.workbook.Slicers.Items.map((one) => [one.Id, one.Name, one.Caption, one.column, one.table.Name]);

    it('are made where the plan has them, stay the same ones, and go when it has them no more', async () => {
      await open(MICROSOFT_365);
      await excel.host.write({ sheets: [withButtons()] });
      const made = excel.workbook.Slicers.Items[0]!;
      const header = String(sheet('客户等级').grid.at(made.table.area.row, made.table.area.column)?.value);
      const first = [[made.Id, 'Kelan_clientTiers_code', '按编号', header, 'KelanTable_clientTiers']];
      expect(standing()).toEqual(first);
      const corner = sheet('客户等级').rangeAt({ row: 0, column: 2, rows: 3, columns: 1 });
      // A character is 5.25 points wide.
      expect([made.Left, made.Top, made.Width, made.Height]).toEqual([corner.Left + 10.5, 0, 105, corner.Height]);
      const hers = excel.workbook.Slicers.Add(made.table, header, sheet('客户等级'));
      hers.Name = 'Kelan_clientTiers_code 1';
      await excel.host.write({ sheets: [withButtons()] });
      expect(standing()).toEqual([...first, expect.arrayContaining([hers.Id])]);
      await excel.host.write({ sheets: [{ ...contractPlan(), slicers: [] }] });
      expect(standing()).toEqual([expect.arrayContaining([hers.Id])]);
      await excel.host.write({ sheets: [{ ...withButtons(), slicers: [{ ...buttons, ...place, id: 'other' }] }] });
      expect(excel.workbook.Slicers.Items.map(({ Name }) => Name)).toEqual([hers.Name, 'Kelan_other']);
    });

    it('take a number where a copy of hers has the name, and are known by it the next time, as in files', async () => {
      await open(MICROSOFT_365);
      await excel.host.write({ sheets: [withButtons()] });
      const [ours] = excel.workbook.Slicers.Items;
      const hers = excel.workbook.Slicers.Add(ours!.table, ours!.column, sheet('客户'));
      ours!.Delete();
      hers.Name = 'Kelan_clientTiers_code';
      const names = (): unknown => excel.workbook.Slicers.Items.map(({ Id, Name }) => [Id, Name]);
      await excel.host.write({ sheets: [withButtons()] });
      const numbered = names();
      expect(numbered).toEqual([
        [hers.Id, 'Kelan_clientTiers_code'],
        [expect.any(String), 'Kelan_clientTiers_code_2'],
      ]);
      await excel.host.write({ sheets: [withButtons()] });
      expect(names()).toEqual(numbered);
      await excel.host.write({ sheets: [{ ...contractPlan(), slicers: [] }] });
      expect(names()).toEqual([[hers.Id, 'Kelan_clientTiers_code']]);
    });

    it('stand once: of two of ours over one column the second goes', async () => {
      await open(MICROSOFT_365);
      await excel.host.write({ sheets: [withButtons()] });
      const [ours] = excel.workbook.Slicers.Items;
      excel.workbook.Slicers.Add(ours!.table, ours!.column, sheet('客户等级')).Name = 'Kelan_clientTiers_code_2';
      await excel.host.write({ sheets: [withButtons()] });
      expect(excel.workbook.Slicers.Items.map(({ Id, Name }) => [Id, Name])).toEqual([
        [ours!.Id, 'Kelan_clientTiers_code'],
      ]);
    });

    it('are not asked of an Excel that has none', async () => {
      await open(MINIMUM);
      await excel.host.write({ sheets: [withButtons()] });
      expect(standing()).toEqual([]);
      expect(sheet('客户等级').Tables.Items.map(({ Name }) => Name)).toEqual(['KelanTable_clientTiers']);
    });

    it('are done without where Excel refuses them: the sheets are whole', async () => {
      await open(WEB);
      excel.workbook.Slicers.Add = () => refuse('InvalidOperation');
      const { written } = await excel.host.write({ sheets: [withButtons()] });
      expect([written, standing()]).toEqual([['clientTiers'], []]);
      expect(excel.workbook.Names.Items.map(({ Comment }) => Comment)).toEqual([withButtons().fingerprint]);
    });
  });

  describe('refuses before it changes anything', () => {
    const refusal = async (prepare: () => void, code: string, write?: () => Promise<unknown>): Promise<void> => {
      await refreshSmall(excel.host, 1);
      prepare();
      await settle();
      const before = excel.workbook.version;
      await expect(write ? write() : refreshSmall(excel.host, 2)).rejects.toMatchObject({ name: 'HostError', code });
      expect(excel.workbook.version).toBe(before);
    };

    it('where a sheet of ours is protected', async () => {
      await open(EXCEL_2021);
      await refusal(() => sheet('联络计划').Protection.Protect(), 'protected-sheet');
    });

    it('where the structure is protected and a sheet would have to be added', async () => {
      await open(EXCEL_2021);
      await refusal(
        () => void (excel.workbook.Protection.Protected = true),
        'protected-structure',
        () => excel.host.write({ sheets: [contractPlan({ id: 'new', name: 'new', tables: [] })] }),
      );
    });

    it('where a text is longer than a cell', async () => {
      await open(EXCEL_2021);
      const values = [
        ['a', 'b', 'c', 'd'],
        ['x'.repeat(32_767), null, null, null],
      ];
      await refusal(
        () => undefined,
        'host-refused',
        () => excel.host.write({ sheets: [contractPlan({}, values)] }),
      );
    });

    it('where somebody typed a note while the refresh was computing', async () => {
      await open(EXCEL_2021);
      await refreshSmall(excel.host, 1);
      const typing: WorkbookHost = {
        describe: () => excel.host.describe(),
        readHead: (id, rows, columns) => excel.host.readHead(id, rows, columns),
        readColumns: (...args) => excel.host.readColumns(...args),
        readReport: (...args) => excel.host.readReport(...args),
        write: async (...args) => {
          sheet('客户等级').typeIn(5, 5, '刚写的');
          return excel.host.write(...args);
        },
      };
      await expect(refreshSmall(typing, 2)).rejects.toMatchObject({ code: 'changed-meanwhile', sheet: '客户等级' });
      await refreshSmall(excel.host, 2);
      expect(lookOfSheet(sheet('客户等级'))).toContain('刚写的');
    });
  });

  it('says that the workbook is read-only where nothing can be written', async () => {
    await open(WEB);
    await refreshSmall(excel.host, 1);
    excel.workbook.isReadOnlyHost = true;
    excel.workbook.ReadOnly = true;
    await expect(refreshSmall(excel.host, 2)).rejects.toMatchObject({ code: 'read-only' });
  });

  it('lets a second press wait for the first', async () => {
    await open(EXCEL_2021);
    const first = refreshSmall(excel.host, 1);
    await expect(Promise.all([first, refreshSmall(excel.host, 1)])).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    await first;
    expect(excel.workbook.sheets.length).toBe(5);
  });

  it('does not declare whole what another program wrote at the same time', async () => {
    await open(EXCEL_2021, { writeBytes: 30_000 });
    await refreshSmall(excel.host, 1);
    const other = makeOfficeHost({ writeBytes: 30_000 });
    const both = await Promise.allSettled([refreshSmall(excel.host, 2), refreshSmall(other, 1)]);
    expect(both.some((one) => one.status === 'rejected')).toBe(true);
    await refreshSmall(excel.host, 2);
    await settle();
    const healed = excel.workbook.sheets.map(lookOfSheet).join('\n');
    await open(EXCEL_2021);
    await refreshSmall(excel.host, 2);
    expect(healed).toBe(excel.workbook.sheets.map(lookOfSheet).join('\n'));
  });

  it('tells when a sheet of ours is deleted in the middle of a write, and makes it anew next time', async () => {
    await open(EXCEL_2021, { writeBytes: 30_000 });
    await refreshSmall(excel.host, 1);
    let pauses = 0;
    const control = {
      pause: async () => {
        if (++pauses === 8) sheet('参数').Delete();
      },
    };
    await expect(refreshSmall(excel.host, 2, control)).rejects.toMatchObject({ name: 'HostError' });
    await refreshSmall(excel.host, 2);
    expect(excel.workbook.sheets.map((one) => one.Name)).toEqual(['客户', "it's 销售", '客户等级', '联络计划', '参数']);
  });

  it('finds its sheet where the person deleted the first row, mark and all', async () => {
    await open(EXCEL_2021);
    await excel.host.write({ sheets: [contractPlan({ links: [] })] });
    sheet('客户等级').insertRows(0, -1);
    expect(excel.workbook.Names.Items[0]!.Formula).toBe('=客户等级!#REF!');
    expect((await excel.host.readReport('clientTiers'))?.sheetName).toBe('客户等级');
    await excel.host.write({ sheets: [contractPlan({ links: [] })] });
    expect(excel.workbook.sheets.map((one) => one.Name)).toEqual(['客户', "it's 销售", '客户等级']);
    expect(excel.workbook.Names.Items[0]!.Formula).toBe('=客户等级!$A$1');
    expect(sheet('客户等级').grid.at(0, 0)?.value).toBe('客户等级');
  });

  it('follows a sheet that is renamed in the middle of a write', async () => {
    await open(EXCEL_2021, { writeBytes: 30_000 });
    await refreshSmall(excel.host, 1);
    let pauses = 0;
    const control = {
      pause: async () => {
        if (++pauses === 6) sheet('参数').Name = '我的参数';
      },
    };
    await refreshSmall(excel.host, 2, control);
    const info = await excel.host.describe();
    expect(info.sheets.find((one) => one.report?.id === 'settings')).toMatchObject({
      name: '我的参数',
      report: { fingerprint: 'settings-2' },
    });
  });

  it('writes any text as that text, whatever it looks like', async () => {
    await open(EXCEL_2021);
    const tricky = fc.constantFrom(
      '=1+1', '+1', '-1', '@a', "'a", "''", '1', '1.5', '1e5', '1,234', '50%', '(5)', '¥12', '$3', '2026/1/5', '2026-01-05',
      '2026年1月5日', '20260105', '1/2', '3-4', '5-Jan', 'Jan-26', 'jan 5', '12:30', '2026/1/5 12:30', 'TRUE', 'false', '#N/A', '#REF!x',
      '１２３', '（5）', ' 1', '1 ', ' =1', '1 1/2', '.5', '-', '=', '', '—', '12元', '0012', '1E5', '€5', '+86 139',
    ); // prettier-ignore
    const text = fc.oneof(tricky, fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 6 }));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 12 }), async (rows) => {
        const values = [['编号', '名称', '金额', '日期'], ...rows.map(([a, b]): PlanValue[] => [a, b, b, null])];
        await excel.host.write({ sheets: [contractPlan({ tables: [], links: [] }, values)] });
        rows.forEach(([a, b], index) => {
          const held = [0, 1, 2].map((column) => sheet('客户等级').grid.at(3 + index, column));
          expect(held.map((cell) => cell?.formula)).toEqual([undefined, undefined, undefined]);
          expect(held.map((cell) => cell?.value ?? '')).toEqual([a, b, b]);
        });
      }),
      { numRuns: 40 },
    );
  });
});
