import { makeTemplates, reportsFedBy } from '../../../../src/app/templates/make-template';
import { analyse } from '../../../../src/core/analyse';
import { analysisToJson } from '../../../../src/app/json/analysis-json';
import { dayOf } from '../../../../src/core/model/day';
import { DEFAULT_SETTINGS } from '../../../../src/core/settings';
import { makeMemoryHost, type MemoryHost } from '../../../../src/hosts/memory/memory-host';
import { LANGS } from '../../../../src/i18n/lang';
import type { SheetKind } from '../../../../src/ingest/fields/define-fields';
import { definitionOf, SHEET_DEFINITIONS } from '../../../../src/ingest/fields';
import { inspectWorkbook } from '../../../../src/ingest/recognise/inspect';
import { readDataset } from '../../../../src/ingest/read/read-dataset';
import type { CellValue } from '../../../../src/workbook/cell-value';
import { mapped } from '../../ingest/ingest-rows';

const KINDS = SHEET_DEFINITIONS.map(({ kind }) => kind);
const EXAMPLE_ROW = 2;
const HEADER_ROW = 4;
const SALES = {
  name: '销售明细',
  rows: [
    ['日期', '客户', '金额'],
    [46027, '甲公司', 7000],
    [46058, '乙公司', 2000],
  ],
};

async function figuresOf(host: MemoryHost): Promise<unknown> {
  const inspection = await inspectWorkbook(host, undefined);
  const dataset = await readDataset(host, inspection);
  const choice = { today: dayOf(2026, 6, 30), period: { kind: 'all' }, settings: DEFAULT_SETTINGS } as const;
  return analysisToJson(analyse(dataset, choice), []);
}

describe('blank input sheets', () => {
  it.each(LANGS)('all kinds in %s change no figure: nothing of them is read', async (lang) => {
    const host = makeMemoryHost({ sheets: [SALES] });
    const before = await figuresOf(host);
    const made = await makeTemplates(host, KINDS, lang);
    expect(made.map(({ template }) => template)).toEqual(KINDS);
    expect(await figuresOf(host)).toEqual(before);
  });

  it.each(KINDS.flatMap((kind) => LANGS.map((lang) => [kind, lang] as const)))(
    '%s in %s: with one line typed it is recognised column by column, and only that line is read',
    async (kind, lang) => {
      // Order lines are read together with their orders.
      const companion =
        kind === 'orderLines'
          ? [
              {
                name: '订单',
                rows: [
                  ['订单号', '客户名称', '订货日期', '承诺交期'],
                  ['DD-260105-01', '甲', '2026/1/5', '2026/1/8'],
                ],
              },
            ]
          : [];
      const host = makeMemoryHost({ sheets: companion });
      const { sheet } = (await makeTemplates(host, [kind], lang))[0]!;
      const rows = host.rowsOf(sheet);
      const definition = definitionOf(kind);
      expect(rows[HEADER_ROW]).toEqual(definition.fields.map(({ label }) => label[lang]));
      rows[HEADER_ROW + 1] = [...rows[EXAMPLE_ROW]!];
      const inspection = await inspectWorkbook(host, undefined);
      expect(inspection.sheets.find(({ info }) => info.name === sheet)!.kind).toBe(kind);
      expect(mapped(inspection, sheet)).toEqual(
        Object.fromEntries(definition.fields.map(({ label, path }) => [label[lang], path])),
      );
      const dataset = await readDataset(host, inspection);
      const account = dataset.accounts.find((one) => dataset.sheets[one.sheet] === sheet)!;
      expect([account.read, account.rejected]).toEqual([1, 0]);
    },
  );

  it('writes days as days, codes as text, and takes only yes or no for a flag', async () => {
    const plans: Parameters<MemoryHost['write']>[0][] = [];
    const host = makeMemoryHost({ sheets: [] });
    const spy: MemoryHost = { ...host, write: (plan, control) => (plans.push(plan), host.write(plan, control)) };
    await makeTemplates(spy, ['clients', 'transactions'], 'zh');
    const [clients, transactions] = plans[0]!.sheets;
    expect([clients!.owner, transactions!.owner]).toEqual(['person', 'person']);
    const columnOf = (kind: SheetKind, path: string): number =>
      definitionOf(kind).fields.findIndex((field) => field.path === path);
    const styles = clients!.blocks.at(-1)!.styles;
    expect(styles[columnOf('clients', 'clients.clientCode')]!.numberFormat).toBe('@');
    expect(styles[columnOf('clients', 'clients.foundedDay')]!.numberFormat).toBe('yyyy-mm-dd');
    // 5 January 2026 is day 46027 of Excel's count.
    const example = host.rowsOf('交易')[EXAMPLE_ROW]! as CellValue[];
    expect(example[columnOf('transactions', 'transactions.day')]).toBe(46027);
    const ruleOf = (path: string): unknown =>
      clients!.validations.find(({ range }) => range.column === columnOf('clients', path));
    expect(ruleOf('clients.vip')).toMatchObject({ kind: 'list', options: ['是', '否'] });
    expect(ruleOf('clients.vip')).not.toHaveProperty('allowsOther');
    expect(ruleOf('clients.businessType')).toMatchObject({ kind: 'list', allowsOther: true });
    expect(ruleOf('clients.foundedDay')).toMatchObject({ kind: 'day' });
  });

  it('takes no name that is there, nor one that a report of ours will want', async () => {
    const host = makeMemoryHost({ sheets: [{ name: '交易', rows: [['mine']] }] });
    expect(await makeTemplates(host, ['transactions'], 'zh')).toEqual([
      { template: 'transactions', sheet: '交易 (2)' },
    ]);
    // Complaints is the English name of the report 投诉汇总.
    expect(await makeTemplates(host, ['complaints'], 'en')).toEqual([
      { template: 'complaints', sheet: 'Complaints input' },
    ]);
    expect(host.rowsOf('交易')).toEqual([['mine']]);
    expect((await host.describe()).sheets.map(({ report }) => report)).toEqual([undefined, undefined, undefined]);
  });

  it('says which reports draw on a kind', () => {
    expect(reportsFedBy('complaints').map(({ zh }) => zh)).toContain('投诉汇总');
    expect(reportsFedBy('survey').map(({ zh }) => zh)).toContain('满意度统计');
  });
});
