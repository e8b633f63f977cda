import { reviewFirmFiles } from '../../../../../src/core/files/registers/firm-files';
import { countPraise } from '../../../../../src/core/files/registers/praise';
import { countPromotionItems } from '../../../../../src/core/files/registers/promotion-items';
import { countServices } from '../../../../../src/core/files/registers/service-records';
import { reviewVehicles } from '../../../../../src/core/files/registers/vehicles';
import { known, missing, type Outcome } from '../../../../../src/core/model/outcome';
import { aDataset, day, type DatasetBuilder, type RowOf } from '../../../../support/dataset-builder';

const asOf = day('2026-06-30');
const notEntered = missing({ reason: 'not-entered' });
function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.known) throw new Error(JSON.stringify(outcome.why));
  return outcome.value;
}

describe('files of the firm', () => {
  const filesOf = (rows: readonly RowOf<'firmFiles'>[]) =>
    valueOf(reviewFirmFiles(aDataset().withFirmFiles(rows).build(), asOf, 12));

  it('show what their row says, in the order of the sheet where they are alike', () => {
    const { files } = filesOf([
      { kind: '价格表', subject: '2026 年', region: '华东', owner: '李', place: '柜一', updatedDay: '2026-01-05', validUntil: '2026-12-31' },
      { kind: '照片', updatedDay: '2026-01-06', owner: '王' },
      {},
    ]); // prettier-ignore
    expect(files).toEqual([
      {
        ...{ kind: -1, kindWords: '', subject: '', region: '', owner: '', updatedDay: notEntered, validUntil: notEntered },
        ...{ isExpired: false, isDue: true },
        lacks: [{ zh: '负责人', en: 'owner' }, { zh: '更新日', en: 'day of update' }, { zh: '存放处', en: 'place' }],
      },
      {
        ...{ kind: 5, kindWords: '价格表', subject: '2026 年', region: '华东', owner: '李', isExpired: false, isDue: false },
        ...{ updatedDay: known(day('2026-01-05')), validUntil: known(day('2026-12-31')), lacks: [] },
      },
      {
        ...{ kind: -1, kindWords: '照片', subject: '', region: '', owner: '王', isExpired: false, isDue: false },
        ...{ updatedDay: known(day('2026-01-06')), validUntil: notEntered, lacks: [{ zh: '存放处', en: 'place' }] },
      },
    ]);
  }); // prettier-ignore

  it('are counted by kind, known by their words, the kinds without a file too', () => {
    const words = ['市场调查', '竞品', '技术手册', '产品目录', '佣金方案', '价目', '说明书', '会议记录'];
    const { kinds } = filesOf(words.map((kind) => ({ kind })));
    expect(kinds.map(({ label, files, due, expired }) => [label.zh, files, due, expired])).toEqual([
      ...['市场档案', '竞争对手档案', '技术服务档案', '产品档案', '政策与制度', '价格表', '宣传品与技术资料', '例会总结'].map(
        (label) => [label, 1, 1, 0],
      ),
    ]);
    const one = filesOf([{ kind: '照片', validUntil: '2026-06-29' }, { kind: '会议', owner: 'x', place: 'y', updatedDay: '2026-06-01' }]);
    expect(one.kinds.map(({ files }) => files)).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1]);
    expect(one.kinds.slice(7).map(({ complete, expired }) => [complete.numerator, complete.denominator, expired])).toEqual([
      ...[[1, 1, 0], [0, 1, 1]],
    ]);
  }); // prettier-ignore
});

describe('complete files of the firm', () => {
  it('have owner, day and place', () => {
    const whole = { kind: '价目', owner: '李', place: '柜一', updatedDay: '2026-01-05' };
    const rows = [whole, { ...whole, owner: '' }, { ...whole, place: '' }, { ...whole, updatedDay: undefined }];
    const { kinds } = valueOf(reviewFirmFiles(aDataset().withFirmFiles(rows).build(), asOf, 12));
    expect(kinds[5]!.complete).toEqual({ value: known(0.25), numerator: 1, denominator: 4, n: 4, excluded: 0 });
  });
});

describe('praise', () => {
  it('stands by how often, then the latest, then by name; of one day the later row is the last', () => {
    const praise = (person: string, on: string | undefined, more: RowOf<'serviceRecords'> = {}) => ({
      ...{ person, day: on, kind: '表扬', ...more },
    });
    const builder = aDataset().withServiceRecords([
      praise('乙', '2026-05-01', { client: 'A', content: '一' }),
      praise(' 乙 ', '2026-05-01', { client: 'B', content: '二' }),
      praise('乙', '2026-04-01', { client: 'A', content: '三' }),
      praise('丙', '2026-05-02'),
      praise('丁', '2026-05-03'),
      praise('甲', '2026-05-02', { content: '四' }),
      praise('', '2025-07-01'),
      praise('戊', '2025-06-30'),
      praise('戊', undefined),
      praise('戊', '2026-05-05', { kind: '维修' }),
    ]);
    const one = (person: string, times: number, clients: number, on: string, lastClient = -1, lastContent = '') => ({
      ...{ person, times, clients, lastDay: day(on), lastClient, lastContent },
    });
    expect(valueOf(countPraise(builder.build(), asOf))).toEqual([
      one('乙', 3, 2, '2026-05-01', 1, '二'),
      one('丁', 1, 0, '2026-05-03'),
      one('丙', 1, 0, '2026-05-02'),
      one('甲', 1, 0, '2026-05-02', -1, '四'),
      one('', 1, 0, '2025-07-01'),
    ]);
  });

  it('is — where no kind is kept', () => {
    const builder = aDataset().withServiceRecords([{ client: 'A', day: '2026-05-01' }]);
    expect(countPraise(builder.build(), asOf)).toEqual(missing({ reason: 'no-column', column: 'serviceRecords.kind' }));
  });
});

describe('service', () => {
  it('stands by how often, then the latest, then by client; of one day the later row is the last', () => {
    const served = (client: string | undefined, on: string | undefined, more: RowOf<'serviceRecords'> = {}) => ({
      ...{ client, day: on, ...more },
    });
    const builder = aDataset()
      .withClients([{ code: 'A' }, { code: 'B' }, { code: 'C' }, { code: 'D' }])
      .withServiceRecords([
        served('C', '2026-05-02', { kind: '维修', satisfied: true }),
        served('B', '2026-05-02', { content: '早', cost: 10 }),
        served('D', '2026-05-03'),
        served('A', '2026-05-01', { content: '一', cost: 1.5, satisfied: false }),
        served('A', '2026-05-01', { content: '二', satisfied: true }),
        served('A', '2026-03-01', { content: '三', cost: 2 }),
        served('A', undefined),
        served(undefined, '2026-05-01'),
        served('A', '2026-07-01'),
        served('B', '2026-05-04', { kind: '表扬' }),
      ]);
    const ratio = (yes: number, asked: number, excluded: number) => ({
      ...{ value: asked === 0 ? missing({ reason: 'nothing-due' }) : known(yes / asked), numerator: yes },
      ...{ denominator: asked, n: asked, excluded },
    });
    expect(valueOf(countServices(builder.build(), asOf))).toEqual([
      { client: 0, times: 3, lastDay: day('2026-05-01'), lastContent: '二', cost: known(350), satisfied: ratio(1, 2, 1) },
      { client: 3, times: 1, lastDay: day('2026-05-03'), lastContent: '', cost: notEntered, satisfied: ratio(0, 0, 1) },
      { client: 1, times: 1, lastDay: day('2026-05-02'), lastContent: '早', cost: known(1000), satisfied: ratio(0, 0, 1) },
      { client: 2, times: 1, lastDay: day('2026-05-02'), lastContent: '维修', cost: notEntered, satisfied: ratio(1, 1, 0) },
    ]);
    expect(valueOf(countServices(aDataset().withServiceRecords([{ kind: '维修' }]).build(), asOf))).toEqual([]);
  }); // prettier-ignore
});

describe('promotional items', () => {
  it('are by item and region in order, of all lines up to as-of, those without a day too', () => {
    const builder = aDataset().withPromotionItems([
      { item: '雨伞', region: '华东', day: '2026-06-30', received: 5 },
      { item: '雨伞', region: ' 华东', given: 2.5 },
      { item: '雨伞', region: '华东', day: '2026-05-30', given: 1 },
      { item: '雨伞', region: '华北', day: '2026-07-01', received: 9 },
      { item: '台历', region: '华东' },
      { item: '雨伞', region: '', received: 1 },
      { item: ' ', received: 9 },
    ]);
    const none = { received: 0, given: 0, left: 0 };
    expect(valueOf(countPromotionItems(builder.build(), asOf))).toEqual([
      { item: '台历', region: '华东', ...none, lastDay: notEntered },
      { item: '雨伞', region: '', ...none, received: 1000, left: 1000, lastDay: notEntered },
      { item: '雨伞', region: '华东', received: 5000, given: 3500, left: 1500, lastDay: known(day('2026-06-30')) },
    ]);
    const bare = aDataset().withPromotionItems([{ item: '雨伞' }]);
    expect(valueOf(countPromotionItems(bare.build(), asOf))).toMatchObject([{ region: '', left: 0 }]);
  });
});

describe('vehicles', () => {
  const vehiclesOf = (builder: DatasetBuilder) => valueOf(reviewVehicles(builder.build(), asOf, 30));

  it('show what their row says', () => {
    const builder = aDataset().withVehicles([
      { client: 'A', plate: '沪A1', model: '轻卡', mileage: 40_000, lastServiceDay: '2026-01-31', serviceMonths: 1, lastServiceKm: 36_000, serviceKm: 5000, insuranceEnd: '2026-07-30' },
      { plate: '沪A2' },
    ]); // prettier-ignore
    expect(vehiclesOf(builder)).toEqual([
      {
        ...{
          client: 0,
          plate: '沪A1',
          model: '轻卡',
          mileage: known(40_000),
          lastServiceDay: known(day('2026-01-31')),
        },
        ...{ nextServiceDay: known(day('2026-02-28')), kilometresLeft: known(1000), service: 'overdue' },
        ...{ insuranceEnd: known(day('2026-07-30')), insurance: 'soon' },
      },
      {
        ...{ client: -1, plate: '沪A2', model: '', mileage: notEntered, lastServiceDay: notEntered },
        ...{ nextServiceDay: notEntered, kilometresLeft: notEntered, service: 'unknown' },
        ...{ insuranceEnd: notEntered, insurance: 'unknown' },
      },
    ]);
  });

  it.each<[string, RowOf<'vehicles'>, string]>([
    ['next service today', { lastServiceDay: '2026-05-30', serviceMonths: 1 }, 'soon'],
    ['next service yesterday', { lastServiceDay: '2026-05-29', serviceMonths: 1 }, 'overdue'],
    ['next service in thirty days', { lastServiceDay: '2026-01-30', serviceMonths: 6 }, 'soon'],
    ['next service in thirty-one days', { lastServiceDay: '2026-01-31', serviceMonths: 6 }, 'fine'],
    ['no months between', { lastServiceDay: '2026-01-31', serviceMonths: 0 }, 'unknown'],
    ['no day of the last', { serviceMonths: 6 }, 'unknown'],
    ['nothing left to drive', { lastServiceKm: 10, serviceKm: 20, mileage: 30 }, 'overdue'],
    ['a kilometre left', { lastServiceKm: 10, serviceKm: 20, mileage: 29 }, 'soon'],
    ['a thousand left', { lastServiceKm: 0, serviceKm: 5000, mileage: 4000 }, 'soon'],
    ['more than a thousand left', { lastServiceKm: 0, serviceKm: 5000, mileage: 3999 }, 'fine'],
    ['no kilometres between', { lastServiceKm: 0, mileage: 3999 }, 'unknown'],
    ['no distance of the last', { serviceKm: 5000, mileage: 3999 }, 'unknown'],
    ['fine by day, due by distance', { lastServiceDay: '2026-06-01', serviceMonths: 6, lastServiceKm: 1, serviceKm: 1, mileage: 2 }, 'overdue'],
    ['due by day, fine by distance', { lastServiceDay: '2026-01-01', serviceMonths: 1, lastServiceKm: 0, serviceKm: 5000, mileage: 2 }, 'overdue'],
  ])('%s', (_, row, service) => {
    expect(vehiclesOf(aDataset().withVehicles([row]))[0]!.service).toBe(service);
  }); // prettier-ignore

  it('stand by the more urgent of service and insurance, then as on the sheet', () => {
    const row = (plate: string, insuranceEnd?: string, more: RowOf<'vehicles'> = {}) => ({
      plate,
      insuranceEnd,
      ...more,
    });
    const due = { lastServiceKm: 0, serviceKm: 10, mileage: 10 };
    const found = vehiclesOf(
      aDataset().withVehicles([
        ...[row('f'), row('d', '2027-01-01'), row('b', '2026-06-29'), row('e', '2027-01-01')],
        ...[row('a', '2027-01-01', due), row('c', '2026-06-30')],
      ]),
    );
    expect(found.map(({ plate }) => plate).join('')).toBe('bacdef');
  });
});
