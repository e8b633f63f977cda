import { strFromU8, unzipSync } from 'fflate';
import { prepareShareCopy, shareableReports, type ShareWish } from '../../../../src/app/share/prepare-share-copy';
import { redactSheet, replaceWords } from '../../../../src/app/share/redact-texts';
import { type RefreshRequest, refresh } from '../../../../src/app/refresh';
import { dayOf } from '../../../../src/core/model/day';
import { makeMemoryHost, type MemoryHost } from '../../../../src/hosts/memory/memory-host';
import { makeNewWorkbook } from '../../../../src/hosts/xlsx/new-workbook';
import { openXlsxHost } from '../../../../src/hosts/xlsx/xlsx-host';
import { memorySource } from '../../../../src/hosts/xlsx/zip/byte-source';
import { readShareRegister, SHARE_REGISTER } from '../../../../src/reports/share/share-register';
import { SECRECY_RULES, secrecyOfColumn } from '../../../../src/reports/share/secrecy';
import { REPORTS } from '../../../../src/reports/index';

const PHONE = '13812345678';
const ID_NUMBER = '11010519491231002X';
const request: RefreshRequest = {
  clock: { today: dayOf(2026, 6, 30), now: '2026-06-30 09:12', version: '0.0.0' },
  lang: 'zh',
  period: { kind: 'all' },
};
const wish = (changes: Partial<ShareWish> = {}): ShareWish => ({
  reports: shareableReports().map(({ id }) => id),
  level: 'open',
  aliases: true,
  forWhom: '华东区',
  reason: '月会',
  freeText: true,
  ...changes,
});

/** Two firms, one of them named in the free text of the other's complaint, beside a phone and an identity number. */
function makeBook(): MemoryHost {
  return makeMemoryHost({
    sheets: [
      {
        name: '客户',
        rows: [
          ['客户编号', '客户名称', '简称', '联系人', '手机', '生日', '信用额度', '业务员'],
          ['KH-77', '绿源饲料有限公司', '绿源', '王小强', PHONE, '1980-07-12', 5000, '李敏'],
          ['KH-78', '金牧农业有限公司', '金牧', '赵大伟', '0571-88001234', '1975-03-01', 5000, '李敏'],
        ],
      },
      {
        name: '销售明细',
        rows: [
          ['日期', '客户编号', '客户名称', '金额', '到期日', '收款日期'],
          [46027, 'KH-77', '绿源饲料有限公司', 7000, 46057, null],
          [46058, 'KH-78', '金牧农业有限公司', 2000, 46088, null],
          [46100, 'KH-77', '绿源饲料有限公司', 1000, 46130, null],
        ],
      },
      {
        name: '投诉',
        rows: [
          ['投诉编号', '客户名称', '投诉时间', '投诉内容', '状态'],
          ['T1', '绿源饲料有限公司', 46099, `金牧也有此问题，电话${PHONE}，身份证 ${ID_NUMBER}，找王小强`, '未结'],
        ],
      },
    ],
  });
}

async function share(
  host: MemoryHost,
  changes: Partial<ShareWish> = {},
): Promise<{
  readonly text: string;
  readonly parts: readonly string[];
  readonly sheets: readonly string[];
  readonly file: Uint8Array;
}> {
  const done = await prepareShareCopy(host, request, wish(changes), makeNewWorkbook);
  if (done.outcome === 'nothing') throw new Error(done.missing.map(({ en }) => en).join());
  const parts = unzipSync(done.file);
  return {
    text: Object.values(parts)
      .map((bytes) => strFromU8(bytes))
      .join('\n'),
    parts: Object.keys(parts),
    sheets: done.sheets,
    file: done.file,
  };
}

describe('a copy for somebody else', () => {
  it('holds no client, phone, birthday, credit, raw sheet or trace of the workbook', async () => {
    const { text, parts, sheets } = await share(makeBook());
    expect(sheets).toEqual(expect.arrayContaining(['客户等级', '投诉汇总']));
    for (const sheet of ['客户', '销售明细', '信用评估', '应收账龄', '联络计划', '数据检查', '参数', '刷新记录'])
      expect(sheets).not.toContain(sheet);
    for (const word of [
      '绿源',
      '金牧',
      'KH-77',
      'KH-78',
      '王小强',
      '赵大伟',
      PHONE,
      '88001234',
      ID_NUMBER,
      '1980-07-12',
      '信用额度',
    ])
      expect([word, text.includes(word)]).toEqual([word, false]);
    expect(text).toContain('客户001');
    expect(text).toContain('仅供查阅');
    expect(text).not.toMatch(/<f[ >]|state="hidden"|definedName[^>]*name="Kelan_|externalReference|dataValidation/);
    expect(
      parts.filter((part) =>
        /docProps|custom|comment|pivot|externalLink|webextension|taskpane|vml|calcChain/i.test(part),
      ),
    ).toEqual([]);
  });

  it('shows the figures of her own sheets', async () => {
    const host = makeBook();
    await refresh(host, request);
    const { file } = await share(host);
    const copy = await openXlsxHost(memorySource(file));
    const sheet = (await copy.describe()).sheets.find(({ name }) => name === '客户等级')!;
    const cells = (await copy.readHead(sheet.id, 40, 12)).cells.flat();
    // 绿源 8,000 of 10,000.
    expect(cells).toEqual(expect.arrayContaining(['客户001', 8000, 0.8]));
  });

  it('with names and the internal level holds credit and names, still no person', async () => {
    const { text, sheets } = await share(makeBook(), { level: 'internal', aliases: false });
    expect(sheets).toEqual(expect.arrayContaining(['应收账龄', '联络计划']));
    expect(text).toContain('绿源饲料有限公司');
    for (const word of [PHONE, '王小强', ID_NUMBER]) expect([word, text.includes(word)]).toEqual([word, false]);
  });

  it('with the secret level holds what her sheets hold; aliases hide persons even then', async () => {
    const open = await share(makeBook(), { level: 'secret', aliases: false });
    expect(open.text).toContain(PHONE);
    const hidden = await share(makeBook(), { level: 'secret', aliases: true });
    for (const word of [PHONE, '王小强', '绿源']) expect([word, hidden.text.includes(word)]).toEqual([word, false]);
  });

  it.each([
    ['open', '内部', true],
    ['internal', '内部', false],
    ['internal', '绝密', true],
    ['secret', '机密', false],
  ] as const)('hides one client at level %s whose 保密级 is %s: %s', async (level, word, isHidden) => {
    const host = makeBook();
    const [header, first, second] = host.rowsOf('客户');
    header!.push('保密级');
    first!.push(word);
    second!.push('公开');
    const { text } = await share(host, { level, aliases: false });
    expect(['绿源', 'KH-77'].map((name) => text.includes(name))).toEqual([!isHidden, !isHidden]);
    expect(text.includes('客户001')).toBe(isHidden);
    expect(text).toContain('金牧农业有限公司');
    const { aliases } = readShareRegister(await host.readReport(SHARE_REGISTER));
    expect(aliases.map(({ code }) => code)).toEqual(isHidden ? ['KH-77'] : []);
  });

  it('is noted in 查阅登记, with the key, and the same client has the same alias in the next copy', async () => {
    const host = makeBook();
    await share(host);
    await share(host, { aliases: false, level: 'internal', reports: ['clientTiers'] });
    host.rowsOf('客户').splice(1, 0, ['KH-01', '新客户贸易', '', '', '', '', null, '李敏']);
    const { text } = await share(host);
    expect(text).toContain('客户003');
    const register = readShareRegister(await host.readReport(SHARE_REGISTER));
    expect(register.entries.map(({ time, forWhom, level, aliases }) => [time, forWhom, level, aliases])).toEqual([
      ['2026-06-30 09:12', '华东区', '公开', '代号'],
      ['2026-06-30 09:12', '华东区', '内部', '实名'],
      ['2026-06-30 09:12', '华东区', '公开', '代号'],
    ]);
    expect(register.entries[1]!.sheets).toBe('客户等级');
    expect(register.aliases).toEqual([
      { alias: '客户001', code: 'KH-77', name: '绿源饲料有限公司' },
      { alias: '客户002', code: 'KH-78', name: '金牧农业有限公司' },
      { alias: '客户003', code: 'KH-01', name: '新客户贸易' },
    ]);
    // A refresh leaves the register alone.
    await refresh(host, request);
    expect(readShareRegister(await host.readReport(SHARE_REGISTER))).toEqual(register);
  });

  it('says why a report is not in it, and hands nothing out where nothing may go', async () => {
    const host = makeBook();
    const done = await prepareShareCopy(
      host,
      request,
      wish({ reports: ['clientTiers', 'credit', 'settings'] }),
      makeNewWorkbook,
    );
    expect(done).toMatchObject({
      outcome: 'done',
      sheets: ['客户等级'],
      fileName: '客览查阅 2026-06-30.xlsx',
      notCopied: [
        { sheet: { zh: '信用评估' }, why: { zh: '保密级为「内部」，高于所选' } },
        { sheet: { zh: '参数' }, why: { zh: '只供本人使用' } },
      ],
    });
    const none = await prepareShareCopy(host, request, wish({ reports: ['credit'] }), makeNewWorkbook);
    expect(none).toMatchObject({ outcome: 'nothing', missing: [{ zh: '信用评估：保密级为「内部」，高于所选' }] });
    expect(readShareRegister(await host.readReport(SHARE_REGISTER)).entries).toHaveLength(1);
  });
});

describe('words that are replaced', () => {
  it('longest first, in the middle of a text, Latin ones only as whole words', () => {
    const redact = replaceWords({
      names: new Map([
        ['甲公司', 'A'],
        ['甲公司分厂', 'B'],
      ]),
      exact: new Map([['C01', 'C']]),
    });
    expect(redact('致甲公司分厂和甲公司')).toBe('致B和A');
    expect(redact('C01, C012, XC01')).toBe('C, C012, XC01');
    expect(redact('甲')).toBe('甲');
  });

  it('everywhere on a sheet', async () => {
    const host = makeBook();
    await refresh(host, request);
    const plan = host.planOf('clientTiers')!;
    const redacted = JSON.stringify(
      redactSheet(plan, replaceWords({ names: new Map([['绿源饲料有限公司', 'X']]), exact: new Map() })),
    );
    expect(JSON.stringify(plan)).toContain('绿源饲料有限公司');
    expect(redacted).not.toContain('绿源饲料有限公司');
  });
});

describe('the rules of secrecy', () => {
  it('name every report, and tables and columns that are there', () => {
    const ids = REPORTS.map(({ id }) => id);
    // Every report is judged, and nothing is judged that is not there.
    expect([...SECRECY_RULES.reports, ...SECRECY_RULES.neverCopied].sort()).toEqual([...ids].sort());
    const tables = REPORTS.flatMap((report) => report.tables.map(({ id }) => `${report.id}.${id}`));
    expect(tables).toEqual(expect.arrayContaining([...SECRECY_RULES.tables]));
    const columns = REPORTS.flatMap((report) =>
      report.tables.flatMap(({ columns: of }) =>
        typeof of === 'function' ? [] : of.map(({ id, header }) => `${report.id}.${id ?? header.en}`),
      ),
    );
    // Made from the data: columns of schemes and of pages by person.
    const made = ['changes.overdue', 'clientClasses.honesty', 'clientClasses.Why', 'planPages.Contact, phone'];
    expect(columns.concat(made)).toEqual(expect.arrayContaining([...SECRECY_RULES.columns]));
    expect(secrecyOfColumn('complaints', 'Row in the sheet')).toBe('secret');
  });
});
