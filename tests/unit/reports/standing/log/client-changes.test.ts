import { WATCHED_FIELDS } from '../../../../../src/core/changes/client-fields';
import {
  CLIENT_RECORD_HEADERS,
  extendClientChanges,
  FIELD_CHANGE_HEADERS,
  wordField,
} from '../../../../../src/reports/standing/history/client-changes';
import { FIELD_WORDS } from '../../../../../src/reports/words/field-words';
import type { CellValue } from '../../../../../src/workbook/cell-value';
import type { ReportSnapshot } from '../../../../../src/workbook/workbook-host';
import { aDataset } from '../../../../support/dataset-builder';

const NOW = aDataset()
  .withClients([{ code: 'K1', name: '金桥', phone: '222', notes: '新' }])
  .build();
const headers = (all: Readonly<Record<string, { readonly zh: string }>>): CellValue[] =>
  Object.values(all).map(({ zh }) => zh);
const snapshot = (id: string, cells: CellValue[][]): readonly [string, ReportSnapshot] => [
  id,
  { id, fingerprint: '', sheetName: id, cells },
];
const record = (...lines: CellValue[][]) => snapshot('clientRecord', [headers(CLIENT_RECORD_HEADERS), ...lines]);
const changes = (...lines: CellValue[][]) => snapshot('clientChanges', [headers(FIELD_CHANGE_HEADERS), ...lines]);
const found = (...sheets: (readonly [string, ReportSnapshot])[]): unknown =>
  extendClientChanges(new Map(sheets), NOW, '2026-06-30').changes.map(({ day, client, field, before, now }) => [
    day,
    client,
    field,
    before,
    now,
  ]);
const CHANGED = ['2026-06-30', 'K1', 'phone', '111', '222'];
const WAS = ['K1', '金桥', '{"phone":"111","notes":"新"}', 'phone notes']; // prettier-ignore

describe('fields of clients that changed', () => {
  it('are told against the record of the refresh before', () => {
    expect(found(record(WAS))).toEqual([CHANGED]);
    expect(found()).toEqual([]);
    expect(extendClientChanges(new Map(), NOW, '2026-06-30').record.clients).toMatchObject([{ key: 'K1', name: '金桥' }]);
  });

  it('are those of columns that were there, and that this version knows', () => {
    expect(found(record(['K1', '金桥', '{"phone":"111"}', 'phone shoeSize']))).toEqual([CHANGED]);
    expect(found(record(['K1', '金桥', '{"phone":"111"}', 'shoeSize']))).toEqual([]);
    expect(found(record(['K1', '金桥', '{"phone":"111"}', null]))).toEqual([]);
  });

  it('are not told of a client whose line somebody typed over; of the others they are', () => {
    for (const torn of ['{"phone":', '"111"', '[1]', 'null', '7'])
      expect([torn, found(record(['K9', '别的', '{}', 'phone'], ['K1', '金桥', torn, null]))]).toEqual([torn, []]);
    expect(found(record(WAS, ['K9', '别的', 'x', null]))).toEqual([CHANGED]);
    // A word that is none, and a field of no version, say nothing of before.
    expect(found(record(['K1', '金桥', '{"phone":5,"shoeSize":"40","notes":"新"}', 'phone notes']))).toEqual([['2026-06-30', 'K1', 'phone', '', '222']]);
  });

  it('stand under those that were told before, lines of hers apart', () => {
    const { zh, en } = wordField('email');
    const lines = [zh, en, '她的'].map((field, at): CellValue[] => [`2026-05-0${at + 1}`, 'K1', '金桥', field, 'a', 'b']);
    expect(found(record(WAS), changes(...lines))).toEqual([
      CHANGED,
      ['2026-05-01', 'K1', 'email', 'a', 'b'],
      ['2026-05-02', 'K1', 'email', 'a', 'b'],
    ]);
  });

  it('each have a name in both languages', () => {
    for (const field of WATCHED_FIELDS) expect([field, wordField(field)]).toEqual([field, FIELD_WORDS[field]]);
  });
}); // prettier-ignore
