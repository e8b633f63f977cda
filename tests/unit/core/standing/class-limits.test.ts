import type { Analysis } from '../../../../src/core/analysis';
import type { Settings } from '../../../../src/core/settings';
import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset, type DatasetBuilder, type RowOf } from '../../../support/dataset-builder';

const asOf = '2026-06-30';
const analysed = (builder: DatasetBuilder, settings: Partial<Settings> = {}): Analysis =>
  anAnalysis(builder.build(), { asOf, settings }).analysis;
const sale = (client: string, on: string, amount = 100): RowOf<'transactions'> => ({ client, day: on, amount });

/** The class of each client in one scheme, with its reason; — where it has none. */
function classesOf({ classes }: Analysis, id: string): string[] {
  if (!classes.known) throw new Error('there are clients');
  const at = classes.value.schemes.findIndex((scheme) => scheme.id === id);
  return classes.value.clients.map(({ classes: own }) => {
    const found = own[at]!;
    return found.known ? `${found.value.code}：${found.value.reason.zh}` : '—';
  });
}
function measurableOf({ classes }: Analysis, id: string): readonly number[] {
  const { numerator, denominator } = (classes.known ? classes.value.quality : []).find((one) => one.id === id)!.measurable; // prettier-ignore
  return [numerator, denominator];
}

describe('temporary or regular', () => {
  it('is temporary with two order-days in twelve months and without a contract', () => {
    const days = (client: string, ...on: string[]) => on.map((one) => sale(client, one));
    const analysis = analysed(
      aDataset()
        .withClients([
          { code: 'T' },
          { code: 'R' },
          { code: 'K' },
          { code: 'M', member: true },
          { code: 'N', member: false },
          { code: 'P' },
          { code: 'Q', member: true },
        ]) // prettier-ignore
        .withTransactions([
          ...days('T', '2025-06-30', '2025-07-01', '2026-06-30', '2026-06-30'),
          ...days('R', '2025-07-01', '2026-06-29', '2026-06-30'),
          ...days('K', '2026-06-30'),
          ...days('M', '2026-06-30'),
          ...days('N', '2026-06-30'),
        ])
        .withRows('contracts', [{ client: 'K', contractNo: 'H1', dueDay: '2026-12-31', amount: 5 }]),
    );
    expect(classesOf(analysis, 'stability')).toEqual([
      'temporary：近12个月下单日 2 个',
      'regular：近12个月下单日 3 个',
      'regular：有合同',
      'member：客户表所填',
      'temporary：近12个月下单日 1 个',
      '—',
      'member：客户表所填',
    ]);
  });
});

describe('VIP or ordinary', () => {
  it('is as the sheet says, else proposed for tier Ⅰ and key clients', () => {
    const analysis = analysed(
      aDataset()
        .withClients([{ code: 'V', vip: true }, { code: 'O', vip: false }, { code: 'P' }])
        .withTransactions([
          ...[sale('V', '2026-06-01', 10), sale('O', '2026-06-01', 10), sale('A', '2026-06-01', 6000)],
          ...[sale('B', '2026-06-01', 30), sale('C', '2026-06-01', 20)],
        ]),
      { 'key.topN': 2 },
    );
    // Clients: V, O, P, A, B, C.
    expect(classesOf(analysis, 'vip')).toEqual([
      'vip：客户表所填',
      'ordinary：客户表所填',
      '—',
      'proposed：Ⅰ类客户',
      'proposed：重点客户',
      'ordinary：非Ⅰ类，非重点',
    ]);
  });
});

describe('traded, likely or potential', () => {
  const prospect = (client: string, expectedDay: string | undefined, more: RowOf<'prospects'> = {}): RowOf<'prospects'> => ({ client, opportunity: client, expectedDay, ...more }); // prettier-ignore
  const analysis = analysed(
    aDataset()
      .withClients(['S', 'T', 'A', 'B', 'C', 'W', 'N'].map((code) => ({ code })))
      .withTransactions([sale('S', '2026-06-01')])
      .withRows(
        'contacts',
        ['2026-01-05', '2026-02-05', '2026-03-05'].map((at) => ({ client: 'T', at, method: '拜访', intends: '是' })),
      ) // prettier-ignore
      .withRows('prospects', [
        prospect('A', '2026-08-01'),
        prospect('B', '2026-11-01'),
        prospect('C', '2027-05-01'),
        prospect('W', '2026-08-01', { result: 'lost', closedDay: '2026-05-01' }),
      ]),
  );

  it('goes by a deal, by three visits with an intention, by a grade of A or B', () => {
    expect(classesOf(analysis, 'practice').map((one) => one.split('：')[0])).toEqual([
      ...['traded', 'likely', 'likely', 'likely', 'potential', 'potential', 'potential'],
    ]);
    expect(classesOf(analysis, 'population').map((one) => one.split('：')[0])).toEqual([
      ...['clients', 'prospects', 'prospects', 'prospects', 'prospects', 'prospects', 'prospects'],
    ]);
    expect(classesOf(analysis, 'opportunity').map((one) => one.split('：')[0])).toEqual([
      ...['—', '—', 'A', 'B', 'C', '—', '—'],
    ]);
    expect(classesOf(analysis, 'intention').map((one) => one !== '—')).toEqual([
      ...[false, false, true, true, true, false, false],
    ]);
  });

  it('is judged, as to opportunities, over those with one that is open', () => {
    expect([measurableOf(analysis, 'opportunity'), measurableOf(analysis, 'intention')]).toEqual([
      [3, 3],
      [3, 3],
    ]);
  });

  it('has no grades where nobody keeps opportunities', () => {
    const none = analysed(aDataset().withTransactions([sale('S', '2026-06-01')]));
    expect(['opportunity', 'intention', 'practice'].map((id) => classesOf(none, id)[0])).toEqual([
      ...['—', '—', 'traded：有成交'],
    ]);
  });
});

describe('a person or a company', () => {
  const analysis = analysed(
    aDataset()
      .withClients([
        { code: '1', name: '王强', clientKind: '企业' },
        { code: '2', name: '王强', taxNumber: '9131' },
        { code: '3', name: '王强', registrationNumber: '3100' },
        { code: '4', name: '沃穗饲料厂' },
        { code: '5', name: ' 王强 ' },
        { code: '6', name: '欧阳先生' },
        { code: '7', name: 'Green Farm Ltd' },
        { code: '8', name: '南山一二三' },
        { code: '9', name: '李（个体户）' },
      ])
      .withTransactions([sale('1', '2026-06-01')]),
  );

  it('is what the sheet says, else a number, a word of a firm, or a name of two or three characters', () => {
    expect(classesOf(analysis, 'personOrCompany')).toEqual([
      '企业：客户表所填',
      '企业：有税号或工商登记号',
      '企业：有税号或工商登记号',
      '企业：名称像企业',
      '个人：名称像人名',
      '个人：名称像人名',
      '企业：名称像企业',
      '—',
      '个人：名称像人名',
    ]);
  });

  it('is judged over everybody, with or without a deal; so is internal or external', () => {
    expect(measurableOf(analysis, 'personOrCompany')).toEqual([8, 9]);
    expect(measurableOf(analysis, 'population')).toEqual([1, 1]);
    const marked = analysed(
      aDataset()
        .withClients([{ code: 'A', internal: true }, { code: 'B', internal: false }, { code: 'C' }])
        .withTransactions([sale('A', '2026-06-01')]),
    );
    expect([measurableOf(marked, 'internalExternal'), classesOf(marked, 'internalExternal')]).toEqual([
      [3, 3],
      ['internal：客户表所填', 'external：客户表所填', 'external：没有标为内部'],
    ]);
    expect(classesOf(analysis, 'internalExternal')[0]).toBe('—');
  });
});

describe('old and new, and what is read off the sheet', () => {
  it('are told by the first deal, to the day, and by words without blanks', () => {
    const analysis = analysed(
      aDataset()
        .withClients([{ code: 'A', industry: ' 饲料 ', region: '东' }, { code: 'B', industry: ' ' }, { code: 'C' }])
        .withTransactions([sale('A', '2025-06-30'), sale('B', '2025-07-01')]),
    );
    expect(classesOf(analysis, 'oldNew')).toEqual([
      'old：首次成交 2025-06-30',
      'new：首次成交 2025-07-01',
      'none：尚无成交',
    ]);
    expect(classesOf(analysis, 'industry')).toEqual(['饲料：客户表所填', '—', '—']);
    expect(classesOf(analysis, 'region')).toEqual(['东：客户表所填', '—', '—']);
  });

  it('of the pyramid have the rank, of the life cycle the stage with its flag', () => {
    const analysis = analysed(aDataset().withTransactions([sale('A', '2026-06-01', 9), sale('B', '2025-01-05', 5), sale('C', '2026-05-01', 8)])); // prettier-ignore
    // Of two the second has half before it.
    expect(classesOf(analysis, 'pyramid')).toEqual(['top：净额第 1 名', '—', 'small：净额第 2 名']);
    expect(classesOf(analysis, 'lifecycle').map((one) => one.split('：')[0])).toEqual([
      ...['introduction', 'decline.lost', 'introduction'],
    ]);
    expect(classesOf(analysis, 'accountLevel').map((one) => one.split('：')[0])).toEqual(['key', 'lost', 'key']);
    expect(classesOf(analysis, 'creditGrade')).toEqual(['—', '—', '—']);
    expect(classesOf(analysis, 'profit')).toEqual(['—', '—', '—']);
  });

  it('of profit go by its cumulative share', () => {
    const analysis = analysed(
      aDataset().withTransactions([80, 15, 5].map((profit, at) => ({ ...sale(`C${at}`, '2026-06-01', 100), profit }))),
    );
    expect(classesOf(analysis, 'profit')).toEqual(
      ['first', 'promising', 'regular'].map((code) => `${code}：按累计利润占比`),
    );
  });
});
