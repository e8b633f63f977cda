import { secrecyOfColumn } from '../../../../src/reports/share/secrecy';
import { strFromU8, unzipSync } from 'fflate';
import { prepareShareCopy, shareableReports, type ShareWish } from '../../../../src/app/share/prepare-share-copy';
import { withAliases } from '../../../../src/app/share/alias-clients';
import { redactSheet, replaceWords } from '../../../../src/app/share/redact-texts';
import { textAt } from '../../../../src/core/model/columns';
import { dayOf } from '../../../../src/core/model/day';
import { tableOf } from '../../../../src/core/model/dataset';
import { makeMemoryHost } from '../../../../src/hosts/memory/memory-host';
import { makeNewWorkbook } from '../../../../src/hosts/xlsx/new-workbook';
import type { SheetPlan } from '../../../../src/workbook/plan';
import { aDataset } from '../../../support/dataset-builder';
import { aFullSheet } from '../../hosts/xlsx/write/plan-builder';

/** What the client sheet keeps of a client that nobody else may read, by the header of its column. */
const SECRETS = {
  电话: '0571-88001234',
  手机: '13812345678',
  传真: '0571-88005678',
  邮箱: 'wang@luyuan.example',
  税号: '91330100MA2B1C2D3E',
  工商登记号: '330100400012345',
  账号: '6222021202041234567',
  法人代表: '钱多多',
  联系人: '王小强',
} as const;
const OPERATOR = '孙悟能';
const COLLEAGUE = '李敏';
const ID_NUMBER = '11010519491231002X';
const SPOKEN = [...Object.values(SECRETS), OPERATOR, ID_NUMBER];

async function textOfCopy(changes: Partial<ShareWish>): Promise<string> {
  const host = makeMemoryHost({
    sheets: [
      {
        name: '客户',
        rows: [
          ['客户编号', '客户名称', '简称', ...Object.keys(SECRETS), '生日', '信用额度', '业务员'],
          ['KH-77', '绿源饲料有限公司', '老绿', ...Object.values(SECRETS), '1980-03-25', 5000, COLLEAGUE],
          ['Q-9', '金牧农业有限公司', '老金', '', '', '', '', '', '', '', COLLEAGUE, '', '', 5000, COLLEAGUE],
        ],
      },
      {
        name: '销售明细',
        rows: [
          ['日期', '客户编号', '客户名称', '金额', '到期日', '收款日期'],
          [46027, 'KH-77', '绿源饲料有限公司', 7000, 46057, null],
          [46058, 'Q-9', '金牧农业有限公司', 2000, 46088, null],
          [46100, 'KH-77', '绿源饲料有限公司', 1000, 46130, null],
        ],
      },
      {
        name: '经营者',
        rows: [
          ['客户名称', '法人代表', '主要经历'],
          ['绿源饲料有限公司', OPERATOR, '经商二十年'],
        ],
      },
      {
        name: '投诉',
        rows: [
          ['投诉编号', '客户名称', '投诉时间', '投诉内容', '状态'],
          // One a complaint: a long text may be cut where it is shown.
          ...[...SPOKEN, COLLEAGUE, '老金 Q-9 也说', '王小强生日 2026-03-25'].map((words, at) => [
            `T${at}`,
            '绿源饲料有限公司',
            46099,
            `找${words}！`,
            '未结',
          ]),
        ],
      },
    ],
  });
  const request = {
    clock: { today: dayOf(2026, 6, 30), now: '2026-06-30 09:12', version: '0.0.0' },
    lang: 'zh' as const,
    period: { kind: 'all' as const },
  };
  const wish: ShareWish = {
    reports: shareableReports().map(({ id }) => id),
    level: 'open',
    aliases: false,
    forWhom: '',
    reason: '',
    freeText: true,
    ...changes,
  };
  const done = await prepareShareCopy(host, request, wish, makeNewWorkbook);
  if (done.outcome === 'nothing') throw new Error('nothing was copied');
  return Object.values(unzipSync(done.file))
    .map((bytes) => strFromU8(bytes))
    .join('\n');
}

describe('in a copy below secret, a complaint that spells everything out', () => {
  let text: string;
  beforeAll(async () => {
    text = await textOfCopy({ level: 'internal' });
  });

  it.each([...Object.entries(SECRETS), ['法人代表（经营者）', OPERATOR], ['身份证', ID_NUMBER]])(
    'says nothing of %s (%s)',
    (_, word) => {
      expect(text.includes(word)).toBe(false);
    },
  );

  it('says nothing of a birthday, as text or as a purpose of the plan', () => {
    expect(text).not.toMatch(/生日 2026-03-25|1980-03-25/);
  });

  it('says who of the firm’s own people took it, though a client’s contact has the same name', () => {
    expect(text).toContain(COLLEAGUE);
    expect(text).toContain('***');
  });

  it('holds all of it at the level secret', async () => {
    const all = await textOfCopy({ level: 'secret' });
    for (const word of SPOKEN) expect([word, all.includes(word)]).toEqual([word, true]);
    expect(all).toMatch(/找王小强生日 2026-03-25/);
  });
});

describe('under aliases', () => {
  it('no code, no column of codes and no short name is left', async () => {
    const [named, hidden] = [await textOfCopy({}), await textOfCopy({ aliases: true })];
    for (const word of ['name="客户编号"', 'KH-77', 'Q-9', '老金', '绿源饲料']) {
      expect([word, named.includes(word)]).toEqual([word, true]);
      expect([word, hidden.includes(word)]).toEqual([word, false]);
    }
    // 老金 is the second client.
    expect(hidden).toMatch(/找客户002 客户002 也说/);
  });

  it('the data that a copy is worked out of names no hidden client, and the others as they are', () => {
    const dataset = aDataset()
      .withClients([
        { code: 'K1', name: '甲公司', shortName: '甲' },
        { code: 'K2', name: '乙公司', shortName: '乙' },
      ])
      .build();
    const shown = withAliases(dataset, new Map([[0, { alias: '客户001', code: 'K1', name: '甲公司' }]]));
    const { code, name, shortName } = tableOf(shown, 'clients').columns;
    expect([code, name, shortName].map((column) => [textAt(column, 0), textAt(column, 1)])).toEqual([
      ['', 'K2'],
      ['客户001', '乙公司'],
      ['', '乙'],
    ]);
  });
});

it('at level open no column speaks of credit or payment; at internal they do', async () => {
  const [open, internal] = [await textOfCopy({}), await textOfCopy({ level: 'internal' })];
  const columns = ['name="信用等级"', 'name="支付情况"'];
  expect(columns.filter((word) => open.includes(word))).toEqual([]);
  expect(columns.filter((word) => internal.includes(word))).toEqual(columns);
});

describe('a word that is replaced, wherever a sheet holds it', () => {
  const WORD = '绿源饲料';
  const full = aFullSheet();
  const plan: SheetPlan = {
    ...full,
    name: `${WORD}的表`,
    blocks: [{ row: 0, column: 0, values: [[`致${WORD}`, 7, null]], styles: [] }],
    conditionalFormats: [
      { kind: 'textIs', range: { row: 0, column: 0, rows: 1, columns: 1 }, text: WORD, style: { color: '#000000' } },
    ],
    links: [{ row: 0, column: 0, target: { sheet: '别处', cell: 'A1' }, tooltip: `看${WORD}` }],
    charts: full.charts.map((chart) => ({
      ...chart,
      title: `${WORD}图`,
      description: `${WORD}说明`,
      series: chart.series.map((series) => ({ ...series, name: WORD })),
      categoryAxis: { title: WORD },
      valueAxis: { title: WORD },
      ...(chart.secondaryAxis && { secondaryAxis: { title: WORD } }),
    })),
    print: { ...full.print, header: `${WORD}页眉`, footer: `${WORD}页脚`, pageNumber: '' },
  };
  const redacted = redactSheet(plan, replaceWords({ names: new Map([[WORD, '客户001']]), exact: new Map() }));

  it.each<[string, (sheet: SheetPlan) => unknown]>([
    ['its name', ({ name }) => name],
    ['cells', ({ blocks }) => blocks],
    ['rules of colour', ({ conditionalFormats }) => conditionalFormats],
    ['tips of links', ({ links }) => links],
    ['titles of charts', ({ charts }) => charts.map(({ title }) => title)],
    ['descriptions of charts', ({ charts }) => charts.map(({ description }) => description)],
    ['series of charts', ({ charts }) => charts.map(({ series }) => series)],
    [
      'axes of charts',
      ({ charts }) => charts.map((chart) => [chart.categoryAxis, chart.valueAxis, chart.secondaryAxis]),
    ],
    ['page headers', ({ print }) => print.header],
    ['page footers', ({ print }) => print.footer],
  ])('%s', (_, part) => {
    expect(JSON.stringify(part(plan))).toContain(WORD);
    expect(JSON.stringify(part(redacted))).not.toContain(WORD);
    expect(JSON.stringify(part(redacted))).toContain('客户001');
  });

  it('and nothing else', () => {
    expect(JSON.stringify(redacted).replaceAll('客户001', WORD)).toBe(JSON.stringify(plan));
  });
});

it('credit, what it rests on and how a client pays are for colleagues, contacts and phones for nobody else', () => {
  const levels = (report: string, columns: readonly string[]) => columns.map((one) => secrecyOfColumn(report, one));
  expect(levels('clientFiles', ['Credit grade', 'Payment'])).toEqual(['internal', 'internal']);
  expect(levels('clientClasses', ['honesty', 'Why'])).toEqual(['internal', 'internal']);
  expect(levels('callPlan', ['Contact', 'Phone'])).toEqual(['secret', 'secret']);
  expect(secrecyOfColumn('clientTiers', 'Name')).toBe('open');
});
