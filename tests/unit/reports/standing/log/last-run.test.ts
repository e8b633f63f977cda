import { RowOrigin } from '../../../../../src/core/model/row-origin';
import { DEFAULT_SETTINGS } from '../../../../../src/core/settings';
import { stateOfSheets } from '../../../../../src/reports/layout/sheet-state';
import {
  keyOfRun,
  lineOfLastRun,
  readLastRun,
  type LastRun,
  type RunInputs,
} from '../../../../../src/reports/standing/last-run';
import { RECORD_ID } from '../../../../../src/reports/standing/record-sheet';
import type { CellValue } from '../../../../../src/workbook/cell-value';
import type { ReportSnapshot } from '../../../../../src/workbook/workbook-host';
import { threeClients } from '../../../../support/analysis-builder';
import { day } from '../../../../support/dataset-builder';

const sheet = (id: string, cells: CellValue[][]): ReportSnapshot => ({
  id,
  fingerprint: `f-${id}`,
  sheetName: id,
  cells,
});
const standing = (...sheets: ReportSnapshot[]) => new Map(sheets.map((one) => [one.id, one]));

describe('the last refresh, on the record that nobody sees', () => {
  const tiers = sheet('clientTiers', [['客户等级'], ['C1', 70]]);
  const run: LastRun = {
    key: 'k1',
    state: stateOfSheets([], [tiers]),
    notWritten: [{ report: 'complaints', why: { zh: '没有投诉表', en: 'no complaints' } }],
  };
  const line = lineOfLastRun(run);
  const read = (sheets: ReadonlyMap<string, ReportSnapshot>, text = line.text) =>
    readLastRun(sheets, new Map([[line.report, { ...line, text }]]));

  it('is read back where our sheets are what it left, whatever the record itself holds', () => {
    expect(read(standing(tiers))).toEqual(run);
    expect(read(standing(tiers, sheet(RECORD_ID, [['…']])))).toEqual(run);
  });

  it('says nothing where a sheet was typed on, added or deleted, or its own line was changed', () => {
    expect(read(standing(sheet('clientTiers', [['客户等级'], ['C1', 71]])))).toBeUndefined();
    expect(read(standing(tiers, sheet('credit', [['信用']])))).toBeUndefined();
    expect(read(standing())).toBeUndefined();
    expect(read(standing(tiers), line.text.slice(0, -1))).toBeUndefined();
    expect(readLastRun(standing(tiers), new Map())).toBeUndefined();
  });
}); // prettier-ignore

describe('the key of a refresh', () => {
  const dataset = threeClients();
  const inputs: RunInputs = {
    dataset,
    settings: DEFAULT_SETTINGS,
    period: { kind: 'last12m' },
    asOf: day('2025-12-31'),
    isAsOfFixed: false,
    lang: 'zh',
    reports: undefined,
    cardClient: undefined,
    columnMap: [],
    sheetReadings: [],
    sheetNames: ['销售明细'],
    dateBase: 1900,
    version: '1',
  };
  const { transactions } = dataset.tables;
  const { origin, rows } = transactions!;
  const moved = (sheets: number, lines: number): object => {
    const elsewhere = new RowOrigin(
      rows,
      (row) => origin.sheetAt(row) + sheets,
      (row) => origin.rowAt(row) + lines,
    );
    return { ...dataset, tables: { ...dataset.tables, transactions: { ...transactions!, origin: elsewhere } } };
  };
  const anotherAmount = (): object => {
    const { columns } = transactions!;
    const amount = columns.amount!.map((one) => one + 1);
    return {
      ...dataset,
      tables: { ...dataset.tables, transactions: { ...transactions!, columns: { ...columns, amount } } },
    };
  };

  it('is the same for the same inputs, and another where any of them is', () => {
    const key = keyOfRun(inputs);
    expect(keyOfRun({ ...inputs })).toBe(key);
    expect(keyOfRun({ ...inputs, dataset: threeClients() })).toBe(key);
    const others = [
      { period: { kind: 'ytd' } },
      { asOf: day('2025-12-30') },
      { isAsOfFixed: true },
      { lang: 'en' },
      { reports: [] },
      { reports: ['credit'] },
      { cardClient: 'C1' },
      { sheetNames: [] },
      { dateBase: 1904 },
      { version: '2' },
      { settings: { ...DEFAULT_SETTINGS, 'tier.cutOne': 0.6 } },
      { settings: { ...DEFAULT_SETTINGS, 'report.responsible': '李敏' } },
      { dataset: { ...dataset, sheets: [...dataset.sheets, 'x'] } },
      { dataset: anotherAmount() },
      // The same lines in other rows, or on another sheet: footnotes name both.
      { dataset: moved(0, 1) },
      { dataset: moved(1, 0) },
    ].map((change) => keyOfRun({ ...inputs, ...change } as RunInputs));
    expect(new Set([key, ...others]).size).toBe(others.length + 1);
  });
});
