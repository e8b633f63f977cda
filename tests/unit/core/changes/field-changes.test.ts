import { recordClients, type ClientRecords } from '../../../../src/core/changes/client-fields';
import { extendFieldChanges, type FieldChange } from '../../../../src/core/changes/field-changes';
import { aDataset, type RowOf } from '../../../support/dataset-builder';

const recordOf = (clients: readonly RowOf<'clients'>[]): ClientRecords =>
  recordClients(aDataset().withClients(clients).build());
const shown = (changes: readonly FieldChange[]): string[] =>
  changes.map(({ day, client, field, before, now }) => `${day} ${client} ${field} ${before || '—'} → ${now || '—'}`);

const before = recordOf([
  {
    code: 'C1',
    name: '甲',
    phone: '1',
    creditLimit: 5000,
    vip: false,
    foundedDay: '2001-02-03',
    updatedDay: '2026-01-01',
  },
  { code: 'C2', name: '乙', phone: '2' },
]);

describe('what stands on the client sheet', () => {
  it('is kept field by field, in words of no language; code and day of update are no field', () => {
    expect(before.clients[0]).toEqual({
      key: 'C1',
      name: '甲',
      fields: { name: '甲', phone: '1', creditLimit: '5000', vip: '×', foundedDay: '2001-02-03' },
    });
    expect(before.columns).toEqual(['name', 'phone', 'foundedDay', 'creditLimit', 'vip']);
  });

  it('is of one row a client: the first of a code, the name where there is no code, none without either', () => {
    const { clients } = recordOf([
      { code: 'C1', name: '甲', phone: '1' },
      { code: 'C1', name: '甲二', phone: '2' },
      { code: '', name: '乙', phone: '' },
      { code: '', name: '', phone: '4' },
    ]);
    expect(clients).toEqual([
      { key: 'C1', name: '甲', fields: { name: '甲', phone: '1' } },
      { key: '乙', name: '乙', fields: { name: '乙' } },
    ]);
  });
});

it('leaves out who is named on another sheet alone', () => {
  const book = aDataset()
    .withClients([{ code: 'C1', name: '甲' }])
    .withRows('prospects', [{ client: '新客', expectedAmount: 1 }]);
  expect(recordClients(book.build()).clients.map(({ key }) => key)).toEqual(['C1']);
});

describe('changed fields', () => {
  const now = recordOf([
    // Phone, limit and name; blank now; a column that was not there before.
    { code: 'C1', name: '甲公司', phone: '9', creditLimit: 8000, foundedDay: '2001-02-03', vip: true, fax: '7' },
    { code: 'C2', name: '乙' },
    { code: 'C3', name: '丙', phone: '3' },
  ]);

  it('are those of clients and columns that were there before', () => {
    const found = extendFieldChanges([], before, now, '2026-06-30');
    expect(shown(found)).toEqual([
      '2026-06-30 C1 name 甲 → 甲公司',
      '2026-06-30 C1 phone 1 → 9',
      '2026-06-30 C1 creditLimit 5000 → 8000',
      '2026-06-30 C1 vip × → √',
      '2026-06-30 C2 phone 2 → —',
    ]);
  });

  it('join on one day, and go where the field is again what it was', () => {
    const morning = extendFieldChanges([], before, now, '2026-06-30');
    const noon = recordOf([
      { code: 'C1', name: '甲', phone: '10', creditLimit: 8000, foundedDay: '2001-02-03', vip: true, fax: '7' },
      { code: 'C2', name: '乙' },
    ]);
    expect(shown(extendFieldChanges(morning, now, noon, '2026-06-30'))).toEqual([
      '2026-06-30 C1 phone 1 → 10',
      '2026-06-30 C1 creditLimit 5000 → 8000',
      '2026-06-30 C1 vip × → √',
      '2026-06-30 C2 phone 2 → —',
    ]);
    // Another day: a line of its own, on top.
    expect(shown(extendFieldChanges(morning, now, noon, '2026-07-01')).slice(0, 3)).toEqual([
      '2026-07-01 C1 name 甲公司 → 甲',
      '2026-07-01 C1 phone 9 → 10',
      '2026-06-30 C1 name 甲 → 甲公司',
    ]);
  });

  it('are kept up to 2,000, the latest', () => {
    const line = (at: number): FieldChange => ({ day: '2026-01-01', client: `K${at}`, name: '', field: 'phone', before: '1', now: '2' }); // prettier-ignore
    const standing = Array.from({ length: 2_000 }, (_, at) => line(at));
    const kept = extendFieldChanges(standing, before, now, '2026-06-30');
    expect([kept.length, kept[0]!.client, kept.at(-1)!.client]).toEqual([2_000, 'C1', 'K1994']);
    // Without a record as well: a log that somebody made longer is cut.
    const cut = extendFieldChanges([...standing, line(2_000)], undefined, now, '2026-06-30');
    expect([cut.length, cut.at(-1)!.client]).toEqual([2_000, 'K1999']);
    expect(extendFieldChanges(standing.slice(0, 1_999), undefined, now, '2026-06-30')).toHaveLength(1_999);
  });

  it('are none without a record, and none where nothing changed: what stood there stays', () => {
    const standing = extendFieldChanges([], before, now, '2026-06-30');
    expect(extendFieldChanges(standing, undefined, now, '2026-07-01')).toEqual(standing);
    expect(extendFieldChanges(standing, now, now, '2026-07-01')).toEqual(standing);
  });
});
