import {
  prepareShareCopy,
  previewShareCopy,
  type NewWorkbook,
  type ShareWish,
} from '../../../../src/app/share/prepare-share-copy';
import { refresh, type RefreshRequest } from '../../../../src/app/refresh';
import { dayOf } from '../../../../src/core/model/day';
import { makeMemoryHost, type MemoryHost } from '../../../../src/hosts/memory/memory-host';
import { REPORTS } from '../../../../src/reports/index';
import { readShareRegister, SHARE_REGISTER } from '../../../../src/reports/share/share-register';
import { SHEET_WORDS } from '../../../../src/reports/words/sheet-words';
import type { CellValue } from '../../../../src/workbook/cell-value';
import type { JobControl } from '../../../../src/workbook/job-control';
import type { SheetPlan } from '../../../../src/workbook/plan';
import { cellsOf, findCell } from '../../../support/plan-cells';

/** Two clients over their limits, one of them late with 7,000; nobody is named as responsible. */
const book = (more: CellValue[][] = []): MemoryHost =>
  makeMemoryHost({
    sheets: [
      {
        name: '客户',
        rows: [
          ['客户编号', '客户名称', '信用额度', '备注', '业务员'],
          ['K1', '金桥饲料', 1000, '', '李敏'],
          ['K2', '昊', 500, '', '李敏'],
          ...more,
        ],
      },
      {
        name: '销售明细',
        rows: [
          ['日期', '客户编号', '客户名称', '金额', '到期日', '收款日期'],
          [46027, 'K1', '金桥饲料', 7000, 46057, null],
          [46100, 'K1', '金桥饲料', 1000, 46130, null],
          [46100, 'K2', '昊', 1000, 46130, null],
        ],
      },
    ],
  });
const REQUEST: RefreshRequest = {
  clock: { today: dayOf(2026, 6, 30), now: '2026-06-30 09:12', version: '0.0.0' },
  lang: 'zh',
  period: { kind: 'all' },
};

/** The sheets of a copy as they are laid out; no file is made of them. */
async function copied(
  changes: Partial<ShareWish>,
  { host = book(), request = REQUEST, control = {} as JobControl } = {},
) {
  let sheets: readonly SheetPlan[] = [];
  const workbook: NewWorkbook = {
    write: (plan) => {
      ({ sheets } = plan);
      return Promise.resolve({ written: [], sheetNames: {} });
    },
    save: (sink) => {
      sink(Uint8Array.of(1, 2));
      sink(Uint8Array.of(3));
      return Promise.resolve();
    },
  };
  const wish: ShareWish = { reports: [], level: 'open', aliases: false, forWhom: '华东区', reason: '月会', ...changes };
  const done = await prepareShareCopy(host, request, wish, () => Promise.resolve(workbook), control);
  if (done.outcome === 'nothing') throw new Error(done.missing.map(({ zh }) => zh).join());
  const of = (id: string): CellValue[][] => cellsOf(sheets.find((sheet) => sheet.id === id)!);
  const cover = of('copyCover').map((line) => line.filter((cell) => cell !== null));
  const fact = (what: string): CellValue | undefined => cover.find(([first]) => first === what)?.[1];
  return { host, done, sheets, of, fact, words: sheets.flatMap((plan) => cellsOf(plan).flat()) };
}

describe('the sheets of a copy', () => {
  it('belong to whoever gets them, say so on paper, and ask nobody to fill anything in', async () => {
    const { sheets, words, done } = await copied({ reports: ['clientTiers', 'overview'] });
    expect(sheets.map(({ id, owner }) => [id, owner])).toEqual([
      ['copyCover', 'person'],
      ['overview', 'person'],
      ['clientTiers', 'person'],
    ]);
    for (const { print } of sheets) expect(print.header).toMatch(/^仅供查阅 {2}/);
    expect(words).not.toContain(SHEET_WORDS.responsibleBlank.zh);
    // A title stands alone in its block as the reminder does.
    expect(words).toContain('客户等级');
    const host = book();
    await refresh(host, REQUEST);
    expect(host.planOf('overview')!.blocks.flatMap(({ values }) => values.flat())).toContain(
      SHEET_WORDS.responsibleBlank.zh,
    );
    expect([...done.file]).toEqual([1, 2, 3]);
  });

  it('are named on the cover with what they are for; those that cannot be written with the reason', async () => {
    const { done, fact } = await copied({ reports: ['clientTiers', 'credit', 'complaints'] });
    expect(fact('客户等级')).toBe(REPORTS.find(({ id }) => id === 'clientTiers')!.purpose.zh);
    expect(done.notCopied.map(({ sheet }) => sheet.zh)).toEqual(['信用评估', '投诉汇总']);
    expect(fact('投诉汇总')).toBe(done.notCopied[1]!.why.zh);
  });

  it('are of the day and the period that she fixed', async () => {
    const { fact } = await copied({ reports: ['clientTiers'] }, { request: { ...REQUEST, asOf: dayOf(2026, 2, 10) } });
    expect(fact('截止日和期间')).toMatch(/^截止 2026-02-10，/);
    expect((await copied({ reports: ['clientTiers'] })).fact('截止日和期间')).toMatch(/^截止 2026-03-19，/);
  });

  it('tell alerts up to the level alone, and count no others', async () => {
    const tally = async (level: ShareWish['level']): Promise<unknown> => {
      const cells = (await copied({ reports: ['alerts'], level })).of('alerts');
      const { row } = findCell(cells, '各类预警');
      return cells.slice(row + 2, row + 8).flatMap((line) => {
        const [kind, ...counts] = line.filter((cell) => cell !== null);
        return typeof counts[0] === 'number' ? [[kind, ...counts]] : [];
      });
    };
    const always = [
      ['客户集中', 0, 2, 0],
      ['资料更新到期', 0, 0, 1],
    ];
    expect(await tally('open')).toEqual([...always, ['合计', 0, 2, 1]]);
    expect(await tally('internal')).toEqual([
      ['超信用额度', 2, 0, 0],
      ['货款逾期', 1, 0, 0],
      ...always,
      ['合计', 3, 2, 1],
    ]);
    const { words } = await copied({ reports: ['alerts'] });
    expect(words).toContain('■ 立即处理 0 条   |   ▲ 留意 2 条   |   ● 提示 1 条');
    expect(words).not.toContain('金桥饲料');
  });

  it('show the plan with what was done on it', async () => {
    const host = book();
    const request = { ...REQUEST, reports: ['callPlan'] };
    await refresh(host, request);
    const rows = host.rowsOf('联络计划');
    const header = rows.find((line) => line.includes('完成'))!;
    const first = rows[rows.indexOf(header) + 1]!;
    first[header.indexOf('完成')] = '是';
    const { of } = await copied({ reports: ['callPlan'], level: 'internal' }, { host, request });
    const table = of('callPlan');
    const status = table.find((line) => line.includes('状态'))!.indexOf('状态');
    expect(table.filter((line) => line[status] === '完成')).toHaveLength(1);
  });

  it('of what changed alone compare with the refresh before, under the aliases of today', async () => {
    const host = book();
    const on = (month: number) => ({ ...REQUEST, asOf: dayOf(2026, month, 20) });
    await refresh(host, { ...on(2), reports: 'all' });
    const { sheets, of } = await copied(
      { reports: ['clientTiers'], onlyChanges: true, aliases: true },
      { host, request: on(3) },
    );
    expect(sheets.map(({ id }) => id)).toEqual(['copyCover', 'changes']);
    const words = of('changes').flat().filter((cell) => typeof cell === 'string').join('\n'); // prettier-ignore
    expect(words).toContain('对比：截止日 2026-02-20');
    expect(words).toMatch(/客户00[12]/);
    expect(words).not.toMatch(/金桥|昊|\*\*\*/);
    const beside = await copied({ reports: ['clientTiers', 'changes'] }, { host, request: on(3) });
    expect(beside.of('changes').flat().join('\n')).toContain('对比：截止日 2026-02-20');
    // Without a refresh before there is nothing to compare with, and nothing fails.
    const fresh = await copied({ reports: ['changes', 'clientTiers'], aliases: true });
    expect(fresh.done.sheets).toContain('客户等级');
  });

  it('hide one client where only one is secret', async () => {
    const host = book();
    host.rowsOf('客户').forEach((line, row) => line.push(['保密级', '机密', '公开'][row]!));
    const { words } = await copied({ reports: ['clientTiers'] }, { host });
    expect([words.includes('金桥饲料'), words.includes('客户001'), words.includes('昊')]).toEqual([false, true, true]);
    expect(words).not.toContain('K1');
    // A code that no text can be searched for stands in no column either; of another code it is another client.
    for (const name of ['客户', '销售明细'])
      for (const line of host.rowsOf(name)) if (line.includes('K1')) line[line.indexOf('K1')] = '7';
    const { of } = await copied({ reports: ['clientTiers'] }, { host });
    const tiers = of('clientTiers');
    const code = tiers.find((line) => line.includes('客户编号'))!.indexOf('客户编号');
    const codeOf = (name: string): CellValue => tiers.find((line) => line.includes(name))![code] ?? null;
    // A client without a code is known by its name there.
    expect([codeOf('客户002'), codeOf('昊')]).toEqual(['客户002', 'K2']);
  });

  it('are made of a book without sales too', async () => {
    const host = makeMemoryHost({ sheets: [{ name: '客户', rows: book().rowsOf('客户') }] });
    const { done } = await copied({ reports: ['clientFiles', 'clientTiers'] }, { host });
    expect(done.sheets).toEqual(['客户档案']);
  });
});

describe('a copy that was made', () => {
  it('stands in the register, under names or aliases, with the alias of each client that it hid', async () => {
    const host = book();
    await copied({ reports: ['clientTiers'] }, { host });
    await copied({ reports: ['clientTiers'], aliases: true, level: 'internal' }, { host });
    const { entries, aliases } = readShareRegister(await host.readReport(SHARE_REGISTER));
    expect(entries.map(({ level, aliases: names, sheets }) => [level, names, sheets])).toEqual([
      ['公开', '实名', '客户等级'],
      ['内部', '代号', '客户等级'],
    ]);
    expect(aliases.map(({ alias, code }) => [alias, code])).toEqual([
      ['客户001', 'K1'],
      ['客户002', 'K2'],
    ]);
  });

  it('has told its last step and let others go first', async () => {
    const steps: unknown[] = [];
    const control: JobControl = {
      report: (progress) => void steps.push(progress),
      pause: () => Promise.resolve(void steps.push('pause')),
    };
    await copied({ reports: ['clientTiers'] }, { control });
    const at = steps.findIndex((one) => one !== 'pause' && (one as { step: string }).step === 'layOut');
    expect(steps.slice(at, at + 2)).toEqual([{ step: 'layOut', done: 0, total: 1 }, 'pause']);
  });

  it('is preceded by what it would mask, with the sheet, row and column of each text', async () => {
    const host = book([['K3', '青禾', null, '找13812345678', '李敏']]);
    const preview = await previewShareCopy(host, REQUEST, {
      reports: [],
      level: 'internal',
      aliases: false,
      forWhom: '',
      reason: '',
    });
    expect(preview).toMatchObject({
      count: 1,
      lines: [{ sheet: '客户', row: 4, column: { zh: '备注' }, before: '找13812345678', after: '找***' }],
    });
  });
});
