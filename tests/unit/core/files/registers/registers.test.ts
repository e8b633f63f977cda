import { analyse } from '../../../../../src/core/analyse';
import type { Registers } from '../../../../../src/core/files/registers/registers';
import type { Outcome } from '../../../../../src/core/model/outcome';
import { settingsWith } from '../../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder } from '../../../../support/dataset-builder';

const registersOf = (builder: DatasetBuilder): Registers =>
  analyse(builder.withClients([{ code: 'A' }, { code: 'B' }]).build(), {
    today: day('2026-06-30'),
    asOf: day('2026-06-30'),
    period: { kind: 'last12m' },
    settings: settingsWith({}),
  }).registers;

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.known) throw new Error(JSON.stringify(outcome.why));
  return outcome.value;
}

const plain = (outcome: Outcome<unknown>): unknown => (outcome.known ? outcome.value : outcome.why.reason);

describe('registers', () => {
  it('are unknown one by one where a sheet is not there, and say which', () => {
    const found = registersOf(aDataset());
    expect(Object.values(found).map((one: Outcome<unknown>) => (one.known ? null : one.why))).toEqual(
      ['firmFiles', 'promotionItems', 'serviceRecords', 'serviceRecords', 'vehicles'].map((sheet) => ({
        reason: 'no-sheet',
        sheet,
      })),
    );
  });

  it('firm files: a year old is due from the day after, expired from the day after, complete by owner, day and place', () => {
    const { files, kinds } = valueOf(
      registersOf(
        aDataset().withFirmFiles([
          { kind: '竞争对手', subject: 'fresh', owner: 'x', place: 'p', updatedDay: '2025-06-30' },
          { kind: '竞争对手', subject: 'old', owner: 'x', place: 'p', updatedDay: '2025-06-29' },
          { kind: '价格表', subject: 'ended', updatedDay: '2026-06-01', validUntil: '2026-06-29' },
          { kind: '价格表', subject: 'valid', updatedDay: '2026-06-01', validUntil: '2026-06-30' },
          { kind: '照片', subject: 'undated', place: 'p' },
        ]),
      ).firmFiles,
    );
    expect(
      files.map(({ subject, isExpired, isDue, lacks }) => [subject, isExpired, isDue, lacks.map(({ zh }) => zh)]),
    ).toEqual([
      ['ended', true, false, ['负责人', '存放处']],
      ['old', false, true, []],
      ['undated', false, true, ['负责人', '更新日']],
      ['fresh', false, false, []],
      ['valid', false, false, ['负责人', '存放处']],
    ]);
    const filled = kinds.filter(({ files: count }) => count > 0);
    expect(
      filled.map(({ label, files: count, complete, due, expired }) => [
        label.zh,
        count,
        complete.numerator,
        due,
        expired,
      ]),
    ).toEqual([
      ['竞争对手档案', 2, 2, 1, 0],
      ['价格表', 2, 0, 0, 1],
      ['其他', 1, 0, 1, 0],
    ]);
    // Kinds that the documents name stand there without a file too, and their share is unknown, not 0.
    expect(kinds.find(({ label }) => label.zh === '产品档案')!.complete.value.known).toBe(false);
  });

  it('promotional items: in less out by item and region, nothing after as-of', () => {
    const items = valueOf(
      registersOf(
        aDataset().withPromotionItems([
          { item: '雨伞', region: '华东', day: '2026-01-05', received: 200 },
          { item: '雨伞', region: '华东', day: '2026-02-05', given: 150 },
          { item: '雨伞 ', region: '华东', day: '2026-03-05', given: 62.5 },
          { item: '雨伞', region: '华北', received: 10 },
          { item: '雨伞', region: '华北', day: '2026-07-01', given: 10 },
          { region: '华北', given: 10 },
        ]),
      ).promotionItems,
    );
    expect(items.map(({ region, received, given, left, lastDay }) => [region, received, given, left, plain(lastDay)])).toEqual([
      ['华东', 200_000, 212_500, -12_500, day('2026-03-05')],
      ['华北', 10_000, 0, 10_000, 'not-entered'],
    ].sort()); // prettier-ignore
  });

  it('service: twelve months by client, cost unknown where none is written', () => {
    const services = valueOf(
      registersOf(
        aDataset().withServiceRecords([
          { client: 'A', day: '2026-06-30', content: 'late', cost: 10.5, satisfied: true },
          { client: 'A', day: '2025-07-01', content: 'first', satisfied: false },
          { client: 'A', day: '2025-06-30', content: 'too old', cost: 99 },
          { client: 'B', day: '2026-01-01', kind: '培训' },
          { client: 'B', day: '2026-07-01', kind: 'to come' },
        ]),
      ).services,
    );
    expect(
      services.map(({ times, lastContent, cost, satisfied }) => [
        times,
        lastContent,
        plain(cost),
        satisfied.numerator,
        satisfied.denominator,
      ]),
    ).toEqual([
      [2, 'late', 1050, 1, 2],
      [1, '培训', 'not-entered', 0, 0],
    ]);
  });

  it('vehicles: next service by day or distance, whichever comes first; insurance by its day', () => {
    const vehicles = valueOf(
      registersOf(
        aDataset().withVehicles([
          // 10 January + 6 months is 10 July: ten days ahead.
          { client: 'A', plate: 'soon', lastServiceDay: '2026-01-10', serviceMonths: 6, insuranceEnd: '2027-01-01' },
          // By day not yet; by distance 40,000 + 5,000 − 45,000 = 0: due.
          {
            client: 'A',
            plate: 'driven',
            lastServiceDay: '2026-06-01',
            serviceMonths: 6,
            lastServiceKm: 40000,
            serviceKm: 5000,
            mileage: 45000,
          },
          { client: 'B', plate: 'insured', insuranceEnd: '2026-06-29' },
          { client: 'B', plate: 'today', insuranceEnd: '2026-06-30' },
          { client: 'B', plate: 'bare' },
        ]),
      ).vehicles,
    );
    expect(vehicles.map(({ plate, service, insurance }) => [plate, service, insurance])).toEqual([
      ['driven', 'overdue', 'unknown'],
      ['insured', 'unknown', 'overdue'],
      ['soon', 'soon', 'fine'],
      ['today', 'unknown', 'soon'],
      ['bare', 'unknown', 'unknown'],
    ]);
    expect(vehicles.map(({ nextServiceDay }) => plain(nextServiceDay)).slice(0, 3)).toEqual([
      day('2026-12-01'),
      'not-entered',
      day('2026-07-10'),
    ]);
    expect(plain(vehicles[0]!.kilometresLeft)).toBe(0);
  });
});
