import { unzipSync, strFromU8 } from 'fflate';
import {
  previewShareCopy,
  prepareShareCopy,
  shareableReports,
  type ShareWish,
} from '../../../../src/app/share/prepare-share-copy';
import { refresh, type RefreshRequest } from '../../../../src/app/refresh';
import { dayOf } from '../../../../src/core/model/day';
import { makeMemoryHost, type MemoryHost } from '../../../../src/hosts/memory/memory-host';
import { makeNewWorkbook } from '../../../../src/hosts/xlsx/new-workbook';

/** What people write, one a complaint; each names or reaches somebody in another way. */
const WRITTEN = {
  'another case': 'ZEPHYR TRADING 催货',
  'its core': '金桥集团说破损',
  'other brackets': '给金桥(集团)有限公司赔',
  'its short name': '老桥又来了',
  'one letter': '昊要求退款',
  'a phone with +86': '打+86 138-1234-5678',
  'a phone with blanks': '电话 139 8765 4321',
  'a card': '退到 6222 0212 3456 7890 128',
  'an identity number': '身份证11010519491231002X',
  'an e-mail address': '发到wang@luyuan.example',
  'a WeChat id': '微信:wang_xq88',
  'a short code': '编号Q9的货',
} as const;
const SECRETS = /zephyr|金桥|老桥|昊|138-1234|139 8765|6222 0212|110105|luyuan|wang_xq88|Q9/i;

function makeBook(): MemoryHost {
  return makeMemoryHost({
    sheets: [
      {
        name: '客户',
        rows: [
          ['客户编号', '客户名称', '简称', '联系人', '手机', '业务员', '备注'],
          ['K-001', '金桥（集团）有限公司', '老桥', '赵大伟', '13700001111', '李敏', '老板爱喝茶'],
          ['K-002', 'Zephyr Trading Co., Ltd.', '', '', '', '李敏', ''],
          ['K-003', '昊', '', '', '', '李敏', ''],
          ['Q9', '青禾农牧有限公司', '', '', '', '李敏', ''],
        ],
      },
      {
        name: '销售明细',
        rows: [
          ['日期', '客户编号', '客户名称', '金额'],
          [46027, 'K-001', '金桥（集团）有限公司', 7000],
          [46058, 'K-002', 'Zephyr Trading Co., Ltd.', 2000],
          [46060, 'K-003', '昊', 500],
          [46061, 'Q9', '青禾农牧有限公司', 500],
          [46100, 'K-001', '金桥（集团）有限公司', 1000],
        ],
      },
      {
        name: '投诉',
        rows: [
          ['投诉编号', '客户名称', '投诉时间', '投诉内容', '状态'],
          ...Object.values(WRITTEN).map((words, at) => [`T${at}`, '青禾农牧有限公司', 46099, words, '未结']),
          ...[1, 2, 3].map((at) => [`B${at}`, '青禾农牧有限公司', 46098, '破损', '已结']),
        ],
      },
      {
        name: '联络记录',
        rows: [
          ['客户名称', '日期', '联络方式', '内容'],
          [
            '金桥（集团）有限公司',
            46099,
            '电话',
            '与金桥集团赵大伟约好下周二上午十点在金桥集团仓库看货，电话13700001111',
          ],
        ],
      },
    ],
  });
}

const request: RefreshRequest = {
  clock: { today: dayOf(2026, 6, 30), now: '2026-06-30 09:12', version: '0.0.0' },
  lang: 'zh',
  period: { kind: 'all' },
};
const wishOf = (changes: Partial<ShareWish>): ShareWish => ({
  reports: shareableReports().map(({ id }) => id),
  level: 'open',
  aliases: true,
  forWhom: '华东区',
  reason: '月会',
  ...changes,
});

async function textOf(host: MemoryHost, changes: Partial<ShareWish>): Promise<string> {
  const done = await prepareShareCopy(host, request, wishOf(changes), makeNewWorkbook);
  if (done.outcome === 'nothing') throw new Error('nothing was copied');
  return Object.values(unzipSync(done.file))
    .map((bytes) => strFromU8(bytes))
    .join('\n')
    .replace(/&amp;/g, '&');
}

describe('what people wrote', () => {
  it.each(['open', 'internal', 'secret'] as const)('goes masked at level %s under aliases', async (level) => {
    const text = await textOf(makeBook(), { level, freeText: true });
    expect(SECRETS.exec(text)?.[0]).toBeUndefined();
    expect(text).toContain('***');
    expect(text).toContain('催货');
  });

  it.each(Object.entries(WRITTEN))('%s is masked, line by line, before anything is made', async (_, words) => {
    const preview = await previewShareCopy(makeBook(), request, wishOf({ freeText: true }), {});
    if (preview.outcome === 'nothing') throw new Error('nothing to see');
    const line = preview.lines.find(({ before }) => before === words);
    expect(line).toMatchObject({ sheet: '投诉', column: expect.any(Object) });
    expect(SECRETS.test(line!.after)).toBe(false);
    expect(line!.row).toBe(2 + Object.values(WRITTEN).indexOf(words as never));
  });

  it('stays out at level open, words of a list apart, and the figures are the same', async () => {
    const [without, masked] = [await textOf(makeBook(), {}), await textOf(makeBook(), { freeText: true })];
    for (const words of ['催货', '要求退款', '看货']) expect([words, without.includes(words)]).toEqual([words, false]);
    expect(without).toContain('破损');
    const figures = (text: string): string[] =>
      [...text.matchAll(/<v>([\d.]+)<\/v>/g)].map(([, value]) => value!).sort();
    const tiers = (text: string): number => figures(text).filter((value) => value === '8000').length;
    expect(tiers(without)).toBe(tiers(masked));
    expect(tiers(without)).toBeGreaterThan(0);
  });

  it.each(['internal', 'secret'] as const)('is masked before a sheet cuts it, at level %s', async (level) => {
    // The plan's texts end at 36 letters: no half of a name or phone is left before the cut.
    const text = await textOf(makeBook(), { level, freeText: true });
    expect(/金桥|赵大|1370000/.exec(text)?.[0]).toBeUndefined();
  });

  it('shows no client by the key of a planned contact', async () => {
    const text = await textOf(makeBook(), { level: 'internal' });
    // The cover says that it is left out; no column and no key of it is there.
    expect(/Q9\||K-00\d\||name="计划编号"/.exec(text)?.[0]).toBeUndefined();
  });
});

describe('only what changed', () => {
  it('goes with its cover, under aliases, without credit below internal', async () => {
    const host = makeBook();
    await refresh(host, { ...request, asOf: dayOf(2026, 2, 20) });
    await refresh(host, { ...request, asOf: dayOf(2026, 3, 31) });
    const look = { ...request, asOf: dayOf(2026, 3, 31) };
    const done = await prepareShareCopy(host, look, wishOf({ onlyChanges: true }), makeNewWorkbook);
    if (done.outcome === 'nothing') throw new Error(done.missing.map(({ zh }) => zh).join());
    expect(done.sheets).toEqual(['本期变动']);
    const text = Object.values(unzipSync(done.file))
      .map((bytes) => strFromU8(bytes))
      .join('\n');
    for (const words of ['查阅说明', '华东区', '月会', '2026-06-30 09:12', '2026-02-20', '客户001'])
      expect([words, text.includes(words)]).toEqual([words, true]);
    expect(SECRETS.exec(text)?.[0]).toBeUndefined();
    expect(text).not.toContain('信用等级');
  });
});
