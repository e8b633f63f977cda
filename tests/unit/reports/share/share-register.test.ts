import type { Lang } from '../../../../src/i18n/lang';
import type { Column } from '../../../../src/reports/layout/columns';
import { layOut } from '../../../../src/reports/layout/lay-out';
import { bareContext, type ReportContext } from '../../../../src/reports/layout/report-context';
import {
  readShareRegister,
  shareRegisterReport,
  type ShareRegister,
} from '../../../../src/reports/share/share-register';
import type { CellValue } from '../../../../src/workbook/cell-value';
import { anAnalysis, threeClients } from '../../../support/analysis-builder';
import { cellsOf, findCell, snapshotOf } from '../../../support/plan-cells';

const entry = (time: string, forWhom: string) => ({
  time,
  forWhom,
  reason: '月会',
  sheets: '客户等级、预警',
  level: '公开',
  aliases: '代号',
});
const REGISTER: ShareRegister = {
  entries: [entry('2026-05-31 10:00', '华东区'), entry('2026-06-30 09:12', '华南区')],
  aliases: [
    { alias: '客户001', code: 'K1', name: '金桥饲料' },
    { alias: '客户002', code: '', name: '昊' },
  ],
};
const { dataset, analysis } = anAnalysis(threeClients());
const planOf = (register: ShareRegister, lang: Lang) => {
  const context = bareContext({ analysis, dataset, lang, dateBase: 1900 });
  return layOut(shareRegisterReport(register), context, '查阅登记', undefined).plan;
};
const read = (cells: CellValue[][]): ShareRegister =>
  readShareRegister({ id: 'shareRegister', fingerprint: '', sheetName: '查阅登记', cells });

describe('the register of copies', () => {
  it.each(['zh', 'en'] as const)('written in %s is read back whole, the newest on top of the sheet', (lang) => {
    const plan = planOf(REGISTER, lang);
    expect(readShareRegister(snapshotOf(plan))).toEqual(REGISTER);
    const cells = cellsOf(plan);
    expect(findCell(cells, '华南区').row).toBeLessThan(findCell(cells, '华东区').row);
  });

  it('has a key of the aliases from the first alias on', () => {
    const headings = (aliases: number): number => {
      const cells = cellsOf(planOf({ ...REGISTER, aliases: REGISTER.aliases.slice(0, aliases) }, 'zh'));
      return cells.flat().filter((cell) => cell === '客户代号对照（只留在本工作簿）').length;
    };
    expect([0, 1, 2].map(headings)).toEqual([0, 1, 1]);
  });

  it('is read under four of its headers and the key under two; one that she renamed stands where it stood', () => {
    const headers = ['时间', '申请人', '事由', '内容', '保密级', '客户名称'];
    const { time, forWhom, reason, sheets, level, aliases } = REGISTER.entries[0]!;
    const line = [time, forWhom, reason, sheets, level, aliases];
    const renamed = (count: number): CellValue[][] => [
      headers.map((one, at) => (at < count ? `她的${at}` : one)),
      line,
    ];
    expect(read(renamed(2)).entries.map(({ reason: why, sheets: what }) => [why, what])).toEqual([[reason, sheets]]);
    expect(read(renamed(3)).entries).toEqual([]);
    const key = ['客户001', 'K1', '金桥饲料'];
    expect(read([['代号', '她的', '客户全称'], key]).aliases).toEqual([REGISTER.aliases[0]]);
    expect(read([['代号', '她的', '别的'], key]).aliases).toEqual([]);
  });

  it('keeps entries by their time, and has columns of hers for who approved it and what came back', () => {
    const [main, key] = shareRegisterReport(REGISTER).tables;
    const columns = main!.columns as readonly Column<unknown>[];
    expect(main!.keyedBy).toBe('first');
    expect(columns.map((one) => [one.header.zh, one.key === true, one.user?.kind])).toEqual([
      ['时间', true, undefined],
      ['申请人', false, undefined],
      ['事由', false, undefined],
      ['内容', false, undefined],
      ['保密级', false, undefined],
      ['客户名称', false, undefined],
      ['批准人', false, 'text'],
      ['批准日', false, 'day'],
      ['返还', false, 'text'],
    ]);
    // In letters: a time has sixteen, a name some six, a list of sheets any number.
    expect(columns.map(({ minWidth, maxWidth }) => [minWidth, maxWidth])).toEqual([
      [18, 36],
      [14, 36],
      [18, 36],
      [30, 60],
      [8, 36],
      [12, 36],
      [12, expect.any(Number)],
      [expect.any(Number), expect.any(Number)],
      [12, expect.any(Number)],
    ]);
    expect(key!.rows({} as ReportContext)).toEqual(REGISTER.aliases);
  });
});
