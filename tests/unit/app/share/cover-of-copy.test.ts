import {
  mayGo,
  prepareShareCopy,
  previewShareCopy,
  shareableReports,
  type ShareWish,
} from '../../../../src/app/share/prepare-share-copy';
import { dayOf } from '../../../../src/core/model/day';
import { makeMemoryHost, type MemoryHost } from '../../../../src/hosts/memory/memory-host';
import { makeNewWorkbook } from '../../../../src/hosts/xlsx/new-workbook';
import type { CellValue } from '../../../../src/workbook/cell-value';
import { sheetsOfBytes } from '../../../support/edit-xlsx';

const book = (clients: CellValue[][] = []): MemoryHost =>
  makeMemoryHost({
    sheets: [
      { name: '客户', rows: [['客户编号', '客户名称', '信用额度', '备注', '业务员'], ['K1', '金桥饲料', 1000, '找13812345678', '李敏'], ...clients] },
      {
        name: '销售明细',
        rows: [
          ['日期', '客户编号', '客户名称', '金额', '到期日', '收款日期'],
          [46027, 'K1', '金桥饲料', 7000, 46057, null],
          [46100, 'K1', '金桥饲料', 1000, 46130, null],
        ],
      },
    ],
  }); // prettier-ignore
const request = {
  clock: { today: dayOf(2026, 6, 30), now: '2026-06-30 09:12', version: '0.0.0' },
  lang: 'zh' as const,
  period: { kind: 'all' as const },
};
const wish = (changes: Partial<ShareWish> = {}): ShareWish => ({
  reports: ['clientTiers', 'credit', 'settings'],
  level: 'open',
  aliases: true,
  forWhom: '华东区',
  reason: '月会',
  ...changes,
});

async function copyOf(changes: Partial<ShareWish> = {}, host = book()) {
  const done = await prepareShareCopy(host, request, wish(changes), makeNewWorkbook);
  if (done.outcome === 'nothing') throw new Error('nothing was copied');
  const sheets = await sheetsOfBytes(done.file);
  const lines = [...sheets.get('查阅说明')!].map((line) => line.filter((cell) => cell !== null && cell !== ''));
  const fact = (what: string): CellValue | undefined => lines.find(([first]) => first === what)?.[1];
  return { done, sheets, lines, fact };
}

describe('the cover of a copy', () => {
  it('says who made it when for whom, at which level, and what is in it and what is not', async () => {
    const { done, sheets, lines, fact } = await copyOf();
    expect([...sheets.keys()]).toEqual(['查阅说明', '客户等级']);
    expect([done.fileName, done.sheets, done.register]).toEqual(['客览查阅 2026-06-30.xlsx', ['客户等级'], '查阅登记']);
    // Nobody is named as responsible: no line, and no reminder either, which is for the person alone.
    expect(['制作人', '制作时间', '给谁', '事由', '保密级', '客户名称'].map(fact)).toEqual([
      undefined,
      '2026-06-30 09:12',
      '华东区',
      '月会',
      '公开',
      '代号',
    ]);
    expect(fact('截止日和期间')).toMatch(/^截止 2026-\d\d-\d\d，期间 /);
    expect(fact('手写的文字')).toBe('不带出（1 处），词表里的词除外');
    const headings = lines.flat();
    expect(headings).toEqual(expect.arrayContaining(['带出的表', '没有带出的']));
    expect(done.notCopied.map(({ sheet, why }) => [sheet.zh, why.zh])).toEqual([
      ['信用评估', '保密级为「内部」，高于所选'],
      ['参数', '只供本人使用'],
    ]);
    expect(fact('信用评估')).toBe('保密级为「内部」，高于所选');
    expect(fact('参数')).toBe('只供本人使用');
    const left = lines.filter(([first]) => first === '客户等级').map(([, second]) => second);
    expect(left).toContainEqual('客户编号：保密级「公开」不带出');
  });

  it('of names says so, counts what it masks, and leaves facts out that are empty', async () => {
    const { fact, lines } = await copyOf({
      aliases: false,
      freeText: true,
      forWhom: '',
      reason: '',
      reports: ['clientTiers'],
    });
    expect([fact('客户名称'), fact('给谁'), fact('事由')]).toEqual(['实名', undefined, undefined]);
    expect(fact('手写的文字')).toBe('带出；1 处的名称、电话、证件号等已遮住');
    // Nothing is left out: no such table.
    expect(lines.flat()).not.toContain('没有带出的');
    expect((await copyOf({ level: 'internal', reports: ['clientTiers'] })).fact('手写的文字')).toContain('带出；');
    expect(
      (await copyOf({ level: 'internal', reports: ['clientTiers'], freeText: false })).fact('手写的文字'),
    ).toContain('不带出');
  });

  it('stands before reports that say that they are for reference', async () => {
    const { sheets } = await copyOf({ reports: ['clientTiers'] });
    expect(sheets.get('客户等级')!.flat()).toContain('仅供查阅，请勿外传。');
  });

  it('gives credit to colleagues, and nothing where nothing may go', async () => {
    const internal = await copyOf({ level: 'internal' });
    expect([...internal.sheets.keys()]).toEqual(['查阅说明', '客户等级', '信用评估']);
    expect(internal.fact('保密级')).toBe('内部');
    const none = await prepareShareCopy(book(), request, wish({ reports: ['settings'] }), makeNewWorkbook);
    expect(none).toEqual({ outcome: 'nothing', missing: [{ zh: '参数：只供本人使用', en: expect.any(String) }] });
    const empty = await prepareShareCopy(
      makeMemoryHost({ sheets: [{ name: 'a', rows: [['x']] }] }),
      request,
      wish(),
      makeNewWorkbook,
    );
    expect(empty.outcome).toBe('nothing');
  });
});

describe('what a copy would mask', () => {
  it('is told before it is made, and nothing is made', async () => {
    const host = book();
    const seen = async (changes: Partial<ShareWish>): Promise<unknown> => {
      const preview = await previewShareCopy(host, request, wish(changes));
      return preview.outcome === 'done' && [preview.isCopied, preview.count, preview.lines.map(({ after }) => after)];
    };
    expect(await seen({})).toEqual([false, 1, ['（文字不带出）']]);
    expect(await seen({ freeText: true })).toEqual([true, 1, ['找***']]);
    expect(await seen({ level: 'internal' })).toEqual([true, 1, ['找***']]);
    // Beside names her own eyes may see the phone; an alias beside it would hide nobody.
    expect(await seen({ level: 'secret', aliases: false })).toEqual([true, 0, []]);
    expect(await seen({ level: 'secret', aliases: true })).toEqual([true, 1, ['找***']]);
    expect((await host.describe()).sheets.map(({ name }) => name)).toEqual(['客户', '销售明细']);
    const nothing = await previewShareCopy(makeMemoryHost({ sheets: [{ name: 'a', rows: [['x']] }] }), request, wish());
    expect(nothing.outcome).toBe('nothing');
  });
});

it('reports may go from their level on', () => {
  const ids = shareableReports().map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(['clientTiers', 'credit']));
  expect(ids).not.toContain('settings');
  expect(shareableReports().find(({ id }) => id === 'credit')!.from).toBe('internal');
  expect([mayGo('internal', 'open'), mayGo('internal', 'internal'), mayGo('open', 'internal')]).toEqual([
    false,
    true,
    true,
  ]);
});
