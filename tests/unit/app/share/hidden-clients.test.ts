import { aliasClients, extendAliasKey, withAliases } from '../../../../src/app/share/alias-clients';
import { copyRedaction } from '../../../../src/app/share/copy-redaction';
import { handleFreeTexts } from '../../../../src/app/share/free-texts';
import { pastForCopy } from '../../../../src/app/share/past-for-copy';
import type { Snapshot } from '../../../../src/core/changes/snapshot';
import { NO_TEXT, textAt } from '../../../../src/core/model/columns';
import type { Analysis } from '../../../../src/core/analysis';
import { dayOf } from '../../../../src/core/model/day';
import { tableOf } from '../../../../src/core/model/dataset';
import {
  isAbove,
  isCopied,
  secrecyOfAlert,
  secrecyOfColumn,
  secrecyOfReport,
  secrecyOfTable,
  secrecyOfWord,
} from '../../../../src/reports/share/secrecy';
import { readShareRegister } from '../../../../src/reports/share/share-register';
import { earlierOf } from '../../../../src/reports/standing/history/history-of-run';
import { aDataset } from '../../../support/dataset-builder';

const CLIENTS = aDataset()
  .withClients([
    { code: 'K1', name: '金桥饲料', shortName: '老桥', contact: '赵大伟', phone: '12345', rep: '李敏' },
    { code: '', name: '昊', contact: '李敏' },
    { code: 'Q9', name: '金桥农业', shortName: '金桥', mobile: '1234' },
  ])
  .build();
const aliased = (before: Parameters<typeof aliasClients>[1] = [], isHidden = (_: number): boolean => true) =>
  [...aliasClients(CLIENTS, before, 'zh', isHidden)].map(([at, { alias, code, name }]) => [at, alias, code, name]);

describe('aliases', () => {
  it('are numbered in the order of the client table, of hidden clients alone', () => {
    expect(aliased()).toEqual([
      [0, '客户001', 'K1', '金桥饲料'],
      [1, '客户002', '', '昊'],
      [2, '客户003', 'Q9', '金桥农业'],
    ]);
    expect(aliased([], (client) => client !== 1)).toEqual([
      [0, '客户001', 'K1', '金桥饲料'],
      [2, '客户002', 'Q9', '金桥农业'],
    ]);
    expect([...aliasClients(CLIENTS, [], 'en', () => true).values()][0]!.alias).toBe('Client 001');
  });

  it('of earlier copies stay: by code, else by name; new ones go on behind the largest number', () => {
    const before = [
      { alias: '客户007', code: '', name: '昊' },
      { alias: '客户005', code: 'K1', name: '从前的名字' },
      { alias: '她改的', code: 'K8', name: '走了的' },
    ];
    expect(aliased(before).map(([, alias]) => alias)).toEqual(['客户005', '客户007', '客户008']);
    const key = extendAliasKey(
      before,
      aliasClients(CLIENTS, before, 'zh', () => true),
    );
    expect(key.map(({ alias }) => alias)).toEqual(['客户007', '客户005', '她改的', '客户008']);
    expect(aliased([{ alias: '客户999', code: 'K8', name: '' }])[0]![1]).toBe('客户1000');
    expect(aliased([{ alias: '她改的', code: 'K8', name: '' }])[0]![1]).toBe('客户001');
  });

  it('stand in the data that a copy is worked out of, without code and short name; other clients as they are', () => {
    const shown = withAliases(CLIENTS, new Map([[0, { alias: '客户001', code: 'K1', name: '金桥饲料' }]]));
    const { code, name, shortName } = tableOf(shown, 'clients').columns;
    expect([0, 1, 2].map((client) => [code, name, shortName].map((column) => textAt(column, client)))).toEqual([
      ['', '客户001', ''],
      ['', '昊', ''],
      ['Q9', '金桥农业', '金桥'],
    ]);
    // An empty word is none, as on her own sheet.
    expect([...code!.codes]).toEqual([NO_TEXT, NO_TEXT, 2]);
  });

  it('are read back from the register under two of their headers', () => {
    const cells = [
      ['代号', '客户编号', '客户全称'],
      ['客户001', 'K1', '金桥'],
    ];
    const read = (lines: string[][]) =>
      readShareRegister({ id: 'shareRegister', fingerprint: '', sheetName: '', cells: lines });
    const aliases = [{ alias: '客户001', code: 'K1', name: '金桥' }];
    expect(read(cells)).toEqual({ entries: [], aliases });
    expect(read([['代号', '我的', '客户全称'], cells[1]!]).aliases).toEqual(aliases);
    expect(read([['代号', '我的', '他的'], cells[1]!]).aliases).toEqual([]);
    expect(readShareRegister(undefined)).toEqual({ entries: [], aliases: [] });
  });
});

describe('what a copy hides in texts', () => {
  const hide = (hidesPeople: boolean) =>
    copyRedaction(
      CLIENTS,
      aliasClients(CLIENTS, [], 'zh', () => true),
      hidesPeople,
    ).ofTexts;

  it.each([
    ['找金桥饲料', '找客户001', '找客户001'],
    ['老桥', '客户001', '客户001'],
    ['昊来了', '客户002来了', '客户002来了'],
    ['金桥农业', '客户003', '客户003'],
    ['Q9 和 K1', '客户003 和 客户001', '客户003 和 客户001'],
    ['赵大伟', '***', '赵大伟'],
    ['李敏', '李敏', '李敏'],
    ['打12345', '打***', '打12345'],
    ['数1234', '数1234', '数1234'],
    ['打13812345678', '打***', '打13812345678'],
  ])('“%s” is “%s” below secret, “%s” at secret', (text, below, atSecret) => {
    expect(hide(true)(text)).toBe(below);
    expect(hide(false)(text)).toBe(atSecret);
  });

  it('codes of three letters or figures, of two where they are a letter and a figure; people of two letters and of one', () => {
    const dataset = aDataset()
      .withClients([
        { code: '123', name: '甲厂', contact: '李四', legalPerson: '王' },
        { code: '12', name: '乙厂', contact: '-' },
        { code: 'AB', name: '丙厂' },
      ])
      .withRows('prospects', [{ client: '丁', contact: '周五', phone: '021-55' }], '潜在客户')
      .build();
    const all = aliasClients(dataset, [], 'zh', () => true);
    const [below, atSecret] = [true, false].map((hides) => copyRedaction(dataset, all, hides).ofTexts);
    expect(below!('123、12、AB')).toBe('客户001、12、AB');
    expect(below!('找李四、老王、周五，打021-55')).toBe('找***、老***、***，打***');
    expect(below!('a - b')).toBe('a - b');
    expect(atSecret!('找李四、老王、周五，打021-55')).toBe('找李四、老王、周五，打021-55');
  });

  it('birthdays as the sheets speak of them, below secret', () => {
    const importantDays = {
      known: true,
      value: { days: [{ event: { zh: '赵大伟生日', en: 'Birthday of 赵大伟' }, day: dayOf(2026, 3, 25) }] },
    };
    const redact = (hidesPeople: boolean, analysis: unknown) =>
      copyRedaction(CLIENTS, new Map(), hidesPeople).ofSheets(analysis as Analysis);
    const texts = ['问候：赵大伟生日 2026-03-25', '***生日 2026-03-25', 'Birthday of 赵大伟 2026-03-25', '2026-03-25'];
    expect(texts.map(redact(true, { importantDays }))).toEqual(['问候：***', '******', '***', '2026-03-25']);
    expect(texts.map(redact(false, { importantDays }))).toEqual(texts);
    expect(redact(true, { importantDays: { known: false } })(texts[0]!)).toBe('问候：***生日 2026-03-25');
  });

  it('a way of writing that two clients share is neither', () => {
    const two = aDataset()
      .withClients([
        { code: 'K1', name: '金桥（集团）有限公司' },
        { code: 'K2', name: '金桥有限公司' },
      ])
      .build();
    const redact = copyRedaction(
      two,
      aliasClients(two, [], 'zh', () => true),
      false,
    ).ofTexts;
    expect(redact('金桥')).toBe('***');
    expect(redact('金桥集团')).toBe('客户001');
  });
});

describe('what people wrote', () => {
  const dataset = aDataset()
    .withClients([
      { code: 'K1', name: '甲', notes: '重点' },
      { code: 'K2', name: '乙', notes: '重点' },
      { code: 'K3', name: '丙', notes: '重点' },
      { code: 'K4', name: '丁', notes: '破损' },
      { code: 'K5', name: '戊', notes: '破损' },
      { code: 'K6', name: '己', notes: '找某人' },
      { code: 'K7', name: '庚' },
    ])
    .build();
  const redact = (text: string): string => text.replace('某人', '***');
  const notesOf = (isCopied: boolean): readonly string[] => {
    const { dataset: shown } = handleFreeTexts(dataset, redact, { isCopied, lang: 'zh' });
    return Array.from({ length: 7 }, (_, row) => textAt(tableOf(shown, 'clients').columns.notes, row));
  };

  it('is left out but for words of three lines and more; copied, it is masked', () => {
    const out = '（文字不带出）';
    expect(notesOf(false)).toEqual(['重点', '重点', '重点', out, out, out, '']);
    expect(notesOf(true)).toEqual(['重点', '重点', '重点', '破损', '破损', '找***', '']);
    const told = handleFreeTexts(dataset, redact, { isCopied: false, lang: 'en' });
    // The header is the first row of the sheet.
    const told3 = told.lines.map(({ before, after, sheet, row, column }) => [before, after, sheet, row, column.zh]);
    expect([told.count, told3]).toEqual([
      3,
      [
        ['破损', '(words not copied)', '客户', 5, '备注'],
        ['破损', '(words not copied)', '客户', 6, '备注'],
        ['找某人', '(words not copied)', '客户', 7, '备注'],
      ],
    ]);
    expect(handleFreeTexts(dataset, (text) => text, { isCopied: true, lang: 'zh' })).toEqual({
      dataset,
      lines: [],
      count: 0,
    });
  });

  it('of more than twelve letters is no word of a list; five hundred lines are told, all are counted', () => {
    const many = (length: number, rows: number) =>
      handleFreeTexts(
        aDataset()
          .withClients(
            Array.from({ length: rows }, (_, at) => ({ code: `K${at}`, name: `N${at}`, notes: '字'.repeat(length) })),
          )
          .build(),
        (text) => text,
        { isCopied: false, lang: 'zh' },
      );
    expect(many(12, 3).count).toBe(0);
    const told = many(13, 501);
    expect([told.count, told.lines.length]).toEqual([501, 500]);
  });

  it('stays where the analysis judges it', () => {
    const judged = aDataset()
      .withRows('prospects', [{ client: 'K1', opportunity: '有某人', notes: '别的' }], '潜在客户')
      .build();
    const { columns } = tableOf(handleFreeTexts(judged, redact, { isCopied: false, lang: 'zh' }).dataset, 'prospects');
    expect([textAt(columns.opportunity, 0), textAt(columns.notes, 0)]).toEqual(['有***', '（文字不带出）']);
  });
});

describe('the past of a copy', () => {
  const stand = (code: string, name: string) => ({
    code,
    name,
    marks: { tier: '一级', grade: 'A', limit: '5' },
    netAmount: 1,
    orders: 1,
  });
  const snapshot = {
    number: 1, asOf: '2026-05-31', from: '2025-06-01', to: '2026-05-31', time: 't', responsible: '李敏', version: '1', settingsHash: 's', dataHash: 'd', settings: 'x', totals: { netAmount: 1, orders: 1, activeClients: 1, tiers: [1, 0, 0] },
    clients: [stand('K1', '金桥饲料'), stand('', '昊'), stand('K8', '走了的'), stand('K9', '也走了')], indicators: [],
  } as unknown as Snapshot; // prettier-ignore
  const all = aliasClients(CLIENTS, [], 'zh', () => true);
  const past = (aliases: typeof all, level: 'open' | 'internal') =>
    pastForCopy(
      { history: [snapshot], earlier: earlierOf(snapshot), notes: [] },
      new Set(['K1', '昊']),
      aliases,
      level,
    );

  it('names clients by their aliases, those that are gone by none; of other snapshots only the sums stay', () => {
    const { history, earlier } = past(all, 'open');
    expect(history).toEqual([{ ...snapshot, responsible: '', settings: '', clients: [] }]);
    expect(earlier!.snapshot!.clients.map(({ code, name }) => [code, name])).toEqual([
      ['', '客户001'],
      ['', '客户002'],
      ['', '***1'],
      ['', '***2'],
    ]);
    expect(past(new Map(), 'open').earlier!.snapshot!.clients.map(({ code }) => code)).toEqual(['K1', '', 'K8', 'K9']);
    const one = aliasClients(CLIENTS, [], 'zh', (client) => client === 0);
    expect(past(one, 'open').earlier!.snapshot!.clients.map(({ name }) => name)).toEqual([
      '客户001',
      '昊',
      '***1',
      '***2',
    ]);
    expect(pastForCopy({ history: [snapshot], notes: [] }, new Set(), all, 'open')).toEqual({ history });
  });

  it('says nothing of credit below internal', () => {
    expect(past(all, 'open').earlier!.snapshot!.clients[0]!.marks).toEqual({ tier: '一级' });
    expect(past(all, 'internal').earlier!.snapshot!.clients[0]!.marks).toEqual({
      tier: '一级',
      grade: 'A',
      limit: '5',
    });
    expect([...Object.keys(past(all, 'open').earlier!.marks)]).toEqual(['tier']);
  });
});

describe('how secret a thing is', () => {
  it('by words of a person: an unknown one hides the client', () => {
    expect(['', ' 公开 ', 'OPEN', '内部', 'Internal', '绝密', 'x'].map(secrecyOfWord)).toEqual([
      'open',
      'open',
      'open',
      'internal',
      'internal',
      'secret',
      'secret',
    ]);
  });

  it('is above a level, not at it', () => {
    expect([isAbove('open', 'open'), isAbove('internal', 'open'), isAbove('internal', 'internal')]).toEqual([
      false,
      true,
      false,
    ]);
    expect([isAbove('internal', 'secret'), isAbove('secret', 'internal'), isAbove('secret', 'secret')]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('of a report that nobody named is for the person alone; its tables, columns and alerts are as open as it', () => {
    expect([secrecyOfReport('clientTiers'), secrecyOfReport('credit'), secrecyOfReport('new')]).toEqual([
      'open',
      'internal',
      'secret',
    ]);
    expect([secrecyOfTable('clientFiles', 'importantDays'), secrecyOfTable('clientFiles', 'x')]).toEqual([
      'secret',
      'open',
    ]);
    expect(secrecyOfColumn('clientTiers', 'Row in the sheet')).toBe('secret');
    expect([
      secrecyOfAlert('limitExceeded'),
      secrecyOfAlert('importantDay'),
      secrecyOfAlert('lateDelivery' as never),
    ]).toEqual(['internal', 'secret', 'open']);
    expect([isCopied('clientTiers'), isCopied('settings')]).toEqual([true, false]);
  });
});
