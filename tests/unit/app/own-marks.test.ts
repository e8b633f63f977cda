import { hostWithoutMarks, tellOwnSheets, withoutMarks } from '../../../src/app/own-sheets';
import { lineOf, layOutRecord, RECORD_ID } from '../../../src/reports/standing/record-sheet';
import { recordOf } from '../../../src/reports/standing/written-record';
import type { CellValue } from '../../../src/workbook/cell-value';
import type { ReportSnapshot, WorkbookHost, WorkbookInfo } from '../../../src/workbook/workbook-host';
import { snapshotOf } from '../../support/plan-cells';

const sheet = (id: string, cells: CellValue[][]): ReportSnapshot => ({
  id,
  fingerprint: 'f',
  sheetName: `表 ${id}`,
  cells,
});
const HERS: CellValue[][] = [['她的客户'], ['甲', 1]];

describe('sheets with a mark of ours', () => {
  const record = recordOf(
    {
      blocks: [{ row: 0, column: 0, values: [['客户等级'], ['甲'], ['乙'], ['丙']], styles: [{}] }],
      hers: [],
      bodies: [],
      anywhere: [],
      isLive: false,
      heights: [],
    },
    'f',
  );
  const tell = (sheets: readonly ReportSnapshot[]): unknown => {
    const { snapshots, disowned } = tellOwnSheets(new Map(sheets.map((one) => [one.id, one])));
    return [[...snapshots.keys()], [...disowned]];
  };

  it('are ours where they hold what the record says, or title and day; else hers', () => {
    const standing = snapshotOf(layOutRecord([lineOf('clientTiers', record)], 'r'));
    expect(tell([standing, sheet('clientTiers', [['客户等级'], ['甲']])])).toEqual([[RECORD_ID, 'clientTiers'], []]);
    expect(tell([standing, sheet('clientTiers', HERS)])).toEqual([[RECORD_ID], [['clientTiers', '表 clientTiers']]]);
    const titled = [['信用与账款'], ['截止日 2026-06-30']];
    expect(tell([sheet('clientTiers', [['客户等级'], ['截止日 2026-06-30']])])).toEqual([['clientTiers'], []]);
    expect(tell([sheet('clientTiers', titled)])).toEqual([[], [['clientTiers', '表 clientTiers']]]);
  });

  it('of a report of a later version are left as they are; a record that is none is hers', () => {
    expect(tell([sheet('ofLater', HERS)])).toEqual([['ofLater'], []]);
    expect(tell([sheet(RECORD_ID, HERS)])).toEqual([[], [[RECORD_ID, `表 ${RECORD_ID}`]]]);
    // Not among the reports of a refresh, and ours all the same.
    for (const id of ['keptNotes', 'shareRegister']) expect(tell([sheet(id, HERS)])).toEqual([[], [[id, `表 ${id}`]]]);
  });
});

describe('a workbook without the marks that only came to her sheets', () => {
  const report = (id: string) => ({ id, fingerprint: '' });
  const info = {
    dateBase: 1900,
    sheets: [{ name: 'a' }, { name: 'b', report: report('x') }, { name: 'c', report: report('y') }],
  } as unknown as WorkbookInfo;
  const disowned = new Map([['x', 'b']]);

  it('is described with those sheets as hers, all else as it is', () => {
    expect(withoutMarks(info, disowned)).toEqual({
      dateBase: 1900,
      sheets: [{ name: 'a' }, { name: 'b' }, { name: 'c', report: report('y') }],
    });
    expect(withoutMarks(info, new Map())).toBe(info);
  });

  it('is read and written by its own host', async () => {
    const calls: unknown[] = [];
    const host = Object.fromEntries(
      ['readHead', 'readColumns', 'readReport', 'write'].map((name) => [
        name,
        (...request: unknown[]) => {
          calls.push([name, ...request]);
          return Promise.resolve(name);
        },
      ]),
    );
    const whole = { ...host, describe: () => Promise.resolve(info) } as unknown as WorkbookHost;
    const bare = hostWithoutMarks(whole, disowned);
    expect((await bare.describe({})).sheets.map((one) => 'report' in one)).toEqual([false, false, true]);
    const asked = bare as unknown as Record<string, (...request: unknown[]) => Promise<unknown>>;
    for (const name of Object.keys(host)) expect(await asked[name]!('request', 'control')).toBe(name);
    expect(calls).toEqual(Object.keys(host).map((name) => [name, 'request', 'control']));
    expect(hostWithoutMarks(whole, new Map())).toBe(whole);
  });
});
