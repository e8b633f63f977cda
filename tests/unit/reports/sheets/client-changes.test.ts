import type { Lang } from '../../../../src/i18n/lang';
import { layOutReports, type LaidOutReports } from '../../../../src/reports/layout/lay-out-reports';
import { WATCHED_FIELDS } from '../../../../src/core/changes/client-fields';
import { wordField } from '../../../../src/reports/standing/history/client-changes';
import type { CellValue } from '../../../../src/workbook/cell-value';
import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset, type RowOf } from '../../../support/dataset-builder';
import { cellsOf, snapshotOf } from '../../../support/plan-cells';

const client = {
  code: 'C1',
  name: '甲',
  phone: '1',
  address: '北街',
  legalPerson: '赵',
  creditLimit: 5000,
  member: false,
};

function refresh(
  changed: RowOf<'clients'>,
  options: { readonly after?: LaidOutReports; readonly asOf?: string; readonly lang?: Lang } = {},
): LaidOutReports {
  const { after, asOf = '2025-12-31', lang = 'zh' } = options;
  return layOutReports({
    ...anAnalysis(
      aDataset()
        .withClients([{ ...client, ...changed }])
        .withTransactions([{ client: 'C1', day: '2025-03-01', amount: 70 }])
        .build(),
      { asOf },
    ),
    lang,
    chosen: ['clientChanges'],
    snapshots: new Map(
      (after ? [...after.sheets, ...(after.record ? [after.record] : [])] : []).map((plan) => [
        plan.id,
        snapshotOf(plan),
      ]),
    ),
    columnMap: [],
    sheetReadings: [],
    run: { time: asOf, version: '0.1.0' },
    sheetNames: [],
    dateBase: 1900,
  });
}

const sheetOf = ({ sheets }: LaidOutReports, id = 'clientChanges') => sheets.find((sheet) => sheet.id === id)!;
const linesOf = (laidOut: LaidOutReports): CellValue[][] =>
  cellsOf(sheetOf(laidOut))
    .filter((line) => line.includes('C1'))
    .map((line) => [line[0]!, line[3]!, line[4] ?? null, line[5] ?? null]);

describe('客户资料变动', () => {
  const first = refresh({});

  it('begins with a record on a hidden sheet, and lists nothing', () => {
    expect(linesOf(first)).toEqual([]);
    expect(cellsOf(sheetOf(first)).flat()).toContain('已记下 1 家客户的资料；从下次刷新起，改过的逐项列在这里');
    expect(sheetOf(first, 'clientRecord').visibility).toBe('hidden');
  });

  it('lists every field that was changed, before and now, whichever it is', () => {
    const second = refresh(
      { legalPerson: '钱', creditLimit: 8000, member: true },
      { after: first, asOf: '2026-01-31' },
    );
    expect(linesOf(second)).toEqual([
      ['2026-01-31', '法人代表', '赵', '钱'],
      ['2026-01-31', '信用额度', '5000', '8000'],
      ['2026-01-31', '会员', '×', '√'],
    ]);
    // Refreshing twice equals refreshing once.
    const again = refresh(
      { legalPerson: '钱', creditLimit: 8000, member: true },
      { after: second, asOf: '2026-01-31' },
    );
    expect(again.sheets.map(({ id, fingerprint }) => [id, fingerprint])).toEqual(
      second.sheets.map(({ id, fingerprint }) => [id, fingerprint]),
    );
    // The next month, in the other language: the lines stay, newest first.
    const third = refresh(
      { legalPerson: '钱', creditLimit: 8000, member: true, phone: '2' },
      { after: second, asOf: '2026-02-28', lang: 'en' },
    );
    expect(linesOf(third).map(([day, field]) => [day, field])).toEqual([
      ['2026-02-28', wordField('phone').en],
      ['2026-01-31', wordField('legalPerson').en],
      ['2026-01-31', wordField('creditLimit').en],
      ['2026-01-31', wordField('member').en],
    ]);
  });

  it('begins anew where the record is gone, and keeps what stood there', () => {
    const second = refresh({ phone: '2' }, { after: first, asOf: '2026-01-31' });
    const without = { ...second, sheets: second.sheets.filter(({ id }) => id !== 'clientRecord') };
    const third = refresh({ phone: '3' }, { after: without, asOf: '2026-02-28' });
    expect(linesOf(third)).toEqual([['2026-01-31', wordField('phone').zh, '1', '2']]);
  });

  it('is watched by names that no two fields share', () => {
    for (const lang of ['zh', 'en'] as const) {
      const words = WATCHED_FIELDS.map((field) => wordField(field)[lang]);
      expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    }
  });
});
