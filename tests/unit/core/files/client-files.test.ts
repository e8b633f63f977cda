import type { ArchiveInputs, ClientFile, ClientFiles } from '../../../../src/core/files/archive';
import { FIELD_GROUPS, reviewClientFiles } from '../../../../src/core/files/archive';
import { findListedClients } from '../../../../src/core/files/listed-clients';
import { countRefreshDue } from '../../../../src/core/files/refresh-due';
import { checkDocuments } from '../../../../src/core/files/document-register';
import { known, missing, type Outcome } from '../../../../src/core/model/outcome';
import type { ClientFigures } from '../../../../src/core/sales/client-figures';
import type { LifecycleResult } from '../../../../src/core/sales/lifecycle';
import type { Rhythm } from '../../../../src/core/sales/rhythm';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder, type RowOf } from '../../../support/dataset-builder';

const asOf = day('2026-06-30');
const notEntered = missing({ reason: 'not-entered' });

/** What other rooms know of clients who all stay as they are, and bought on one day. */
function inputsFor(clients: number, changes: Partial<ArchiveInputs> = {}): ArchiveInputs {
  const each = <T>(value: unknown): readonly T[] => Array.from({ length: clients }, () => value as T);
  const none = missing({ reason: 'no-rows' });
  return {
    figures: each<ClientFigures>({ netAmount: 12_345_00, growth: none }),
    lifecycles: each<LifecycleResult>({ stage: none, flag: undefined, growth: none, compared: none }),
    payments: missing({ reason: 'no-sheet', sheet: 'invoices' }),
    complaints: missing({ reason: 'no-sheet', sheet: 'complaints' }),
    rhythms: each<Rhythm>({ orderDays: 1, lastDay: known(day('2026-06-01')) }),
    accounts: each<ArchiveInputs['accounts'][number]>({ level: 'general' }),
    hasOpenOpportunity: () => false,
    ...changes,
  };
}
function filesOf(builder: DatasetBuilder, clients: number, changes: Partial<ArchiveInputs> = {}): ClientFiles {
  return reviewClientFiles(builder.build(), inputsFor(clients, changes), asOf, settingsWith({}));
}
const fileOf = (row: RowOf<'clients'>, more: (b: DatasetBuilder) => DatasetBuilder = (b) => b): ClientFile =>
  filesOf(more(aDataset().withClients([{ code: 'A', ...row }])), 1).files[0]!;
const plain = (outcome: Outcome<unknown>): unknown => (outcome.known ? outcome.value : outcome.why.reason);

describe('completeness', () => {
  const required: readonly (readonly [string, ...RowOf<'clients'>[]])[] = [
    ['客户名称', { name: '甲' }],
    ['地区', { region: '华东' }],
    ['行业或经营类型', { industry: '饲料' }, { businessType: '贸易' }],
    ['业务员', { rep: '李' }, { manager: '王' }],
    ['联系人', { contact: '陈' }, { legalPerson: '赵' }],
    ['电话', { phone: '021-1' }, { mobile: '138' }],
    ['地址', { address: '路' }, { deliveryPlace: '仓' }],
    ['信用期限', { creditTermDays: 0 }, { paymentTerms: '月结' }],
  ];

  it('asks for eight things, some of them of either of two columns', () => {
    const labels = required.map(([label]) => label);
    expect(fileOf({}).missingFields.map(({ zh }) => zh)).toEqual(labels);
    for (const [label, ...ways] of required)
      for (const way of ways) {
        const { missingFields, completeness } = fileOf(way);
        expect(missingFields.map(({ zh }) => zh)).toEqual(labels.filter((one) => one !== label));
        expect(completeness).toEqual({ value: known(1 / 8), numerator: 1, denominator: 8, n: 8, excluded: 0 });
      }
  });

  it('is of each client by itself', () => {
    const rows = [{ code: 'A', name: '甲' }, { code: 'B', name: '' }, { code: 'C', name: '丙', region: '华东' }];
    const { files } = filesOf(aDataset().withClients(rows), 3);
    expect(files.map(({ completeness }) => completeness.numerator)).toEqual([1, 0, 2]);
  }); // prettier-ignore
});

describe('the groups of a file', () => {
  it('count what is filled: a text, a number, a day; each client by itself', () => {
    const rows: RowOf<'clients'>[] = [
      { code: 'A', name: '甲', region: '华东', registeredCapital: 0, foundedDay: '2000-01-01', employees: 5, contact: '陈', source: '展会' },
      { code: 'B', creditTermDays: 30 },
      { name: '丙', region: '华东', registeredCapital: 5, foundedDay: '2001-01-01', employees: 0, contact: '赵', source: '网络' },
    ]; // prettier-ignore
    const { files, groups } = filesOf(aDataset().withClients(rows), 3);
    expect(groups.map(({ zh }) => zh)).toEqual(['基本', '信用', '经营', '个人', '其他']);
    expect(files[0]!.groups).toEqual([
      { id: 'basic', label: { zh: '基本', en: 'Basic' }, filled: 3, of: 10, share: 0.3 },
      { id: 'credit', label: { zh: '信用', en: 'Credit' }, filled: 2, of: 6, share: 1 / 3 },
      { id: 'trade', label: { zh: '经营', en: 'Business' }, filled: 1, of: 7, share: 1 / 7 },
      { id: 'person', label: { zh: '个人', en: 'Person' }, filled: 1, of: 6, share: 1 / 6 },
      { id: 'other', label: { zh: '其他', en: 'Other' }, filled: 1, of: 3, share: 1 / 3 },
    ]);
    expect(files.map((file) => file.groups.map(({ filled }) => filled))).toEqual([
      ...[[3, 2, 1, 1, 1], [1, 1, 0, 0, 0], [2, 2, 1, 1, 1]],
    ]); // prettier-ignore
  });

  it('can be all filled', () => {
    const full = Object.fromEntries(
      FIELD_GROUPS.flatMap(({ fields }) => fields).map((field) => {
        const isDay = field.endsWith('Day') && field !== 'statementDay';
        const isNumber = ['registeredCapital', 'creditLimit', 'creditTermDays', 'statementDay', 'employees', 'tradeArea', 'shopArea', 'storageArea'].includes(field); // prettier-ignore
        return [field, isDay ? '2020-01-01' : isNumber ? 1 : 'x'];
      }),
    );
    expect(fileOf(full).groups.map(({ filled, of, share }) => [filled, of, share])).toEqual([
      ...[[10, 10, 1], [6, 6, 1], [7, 7, 1], [6, 6, 1], [3, 3, 1]],
    ]); // prettier-ignore
  });
});

describe('refresh', () => {
  it('is due the day after a year, and without a day; the reason says since when', () => {
    const good = fileOf({ updatedDay: '2025-06-30' });
    expect(good).toMatchObject({ isRefreshDue: false, isListed: true, updatedDay: known(day('2025-06-30')) });
    expect(good.refreshReason.zh).toBe('2026-06-30 前有效');
    const old = fileOf({ updatedDay: '2025-06-29' });
    expect([old.isRefreshDue, old.refreshReason.zh]).toEqual([true, '应于 2026-06-29 前更新']);
    const bare = fileOf({});
    expect([bare.isRefreshDue, bare.refreshReason.zh, bare.updatedDay]).toEqual([true, '没有资料更新日', notEntered]);
  });

  it('is asked of clients on the client sheet alone', () => {
    const builder = aDataset()
      .withClients([{ code: 'A', updatedDay: '2026-01-01' }, { code: 'B' }])
      .withTransactions([{ client: 'C', day: '2026-06-01', amount: 1 }]);
    const { files, refreshDue } = filesOf(builder, 3);
    expect(files.map(({ isRefreshDue, isListed }) => [isRefreshDue, isListed])).toEqual([
      ...[[false, true], [true, true], [false, false]],
    ]); // prettier-ignore
    expect([refreshDue, files[2]!.refreshReason.zh]).toEqual([1, '不在客户表里']);
    const isListed = findListedClients(builder.build());
    expect([0, 1, 2, 3].map(isListed)).toEqual([true, true, false, false]);
    expect(countRefreshDue(builder.build(), asOf, settingsWith({}))).toEqual({
      ...{ value: known(0.5), numerator: 1, denominator: 2, n: 2, excluded: 0 },
    });
    expect(
      countRefreshDue(
        aDataset()
          .withClients([{ code: 'A' }])
          .build(),
        asOf,
        settingsWith({}),
      ),
    ).toMatchObject({
      numerator: 1,
    });
    const onTime = aDataset().withClients([{ code: 'A', updatedDay: '2025-06-30' }, { updatedDay: '2025-06-29' }]);
    expect(countRefreshDue(onTime.build(), asOf, settingsWith({}))).toMatchObject({ numerator: 1, denominator: 2 });
  });
});

describe('verification', () => {
  it.each<[string, RowOf<'clients'>, unknown]>([
    ['a month after filing', { filedDay: '2026-05-30' }, false],
    ['a month and a day', { filedDay: '2026-05-29' }, true],
    ['verified today', { filedDay: '2026-01-01', verifiedDay: '2026-06-30' }, false],
    ['to be verified tomorrow', { filedDay: '2026-01-01', verifiedDay: '2026-07-01' }, true],
    ['never filed', { verifiedDay: '2026-01-01' }, 'not-entered'],
  ])('%s', (_, row, isOverdue) => {
    expect(plain(fileOf(row).isVerifyOverdue)).toBe(isOverdue);
  });
});

describe('what is known of a client beside the sheet', () => {
  it('is contacts of twelve months and the last, up to the last minute of as-of', () => {
    const at = (...moments: readonly (string | undefined)[]) =>
      fileOf({}, (builder) => builder.withRows('contacts', moments.map((moment) => ({ client: 'A', at: moment })))); // prettier-ignore
    const found = at('2025-06-30 23:59', '2025-07-01 00:00', '2026-06-30 23:59', '2026-07-01 00:00', undefined);
    expect([found.contactsOfYear, found.lastContact]).toEqual([known(2), known(day('2026-06-30'))]);
    const unordered = at('2026-03-01 09:00', '2026-02-01 09:00');
    expect(unordered.lastContact).toEqual(known(day('2026-03-01')));
    const other = fileOf({}, (builder) => builder.withRows('contacts', [{ at: '2026-03-01' }]));
    expect([other.contactsOfYear, other.lastContact]).toEqual([known(0), missing({ reason: 'no-rows' })]);
    const none = missing({ reason: 'no-sheet', sheet: 'contacts' });
    expect([fileOf({}).contactsOfYear, fileOf({}).lastContact]).toEqual([none, none]);
  });

  it('is promotions, and contracts that are signed and not done', () => {
    const contract = (row: RowOf<'contracts'>): number => {
      const { openContracts } = fileOf({}, (b) => b.withRows('contracts', [{ client: 'A', ...row }, { amount: 1 }]));
      return openContracts.known ? openContracts.value : NaN;
    };
    expect(contract({})).toBe(1);
    expect(contract({ signedDay: '2026-06-30' })).toBe(1);
    expect(contract({ signedDay: '2026-07-01' })).toBe(0);
    expect(contract({ amount: 10, fulfilledAmount: 9.99 })).toBe(1);
    expect(contract({ amount: 10, fulfilledAmount: 10 })).toBe(0);
    expect(contract({ amount: 10 })).toBe(1);
    expect(contract({ amount: 10, fulfilledAmount: 1, status: '已完成' })).toBe(0);
    expect(contract({ amount: 10, fulfilledAmount: 10, status: '未完成' })).toBe(1);
    const promoted = fileOf({}, (b) => b.withRows('promotions', [{ client: 'A' }, { client: 'A' }, { name: 'x' }]));
    expect(promoted.promotions).toEqual(known(2));
    expect([promoted.openContracts, fileOf({}).promotions]).toEqual([
      missing({ reason: 'no-sheet', sheet: 'contracts' }),
      missing({ reason: 'no-sheet', sheet: 'promotions' }),
    ]);
  });

  it('is what sales and payments say of it, and its complaints', () => {
    const one = (changes: Partial<ArchiveInputs>) =>
      filesOf(aDataset().withClients([{ code: 'A' }]), 1, changes).files[0]!;
    const performance = (changes: Partial<ArchiveInputs>): unknown => {
      const { performanceText } = one(changes);
      return performanceText.known ? performanceText.value.zh : performanceText.why.reason;
    };
    expect(performance({})).toBe('净销售额 12,345.00');
    expect(performance({ figures: [{ netAmount: 12_345_00, growth: known(0.1) }] as never })).toBe(
      '净销售额 12,345.00；比上期 +10.0%',
    );
    const lifecycle = { stage: known('growth'), flag: undefined, growth: known(-0.05), compared: known({ measure: 'recentChangeOn3' }) }; // prettier-ignore
    expect(performance({ lifecycles: [lifecycle] as never })).toMatch(/^净销售额 12,345\.00；.*-5\.0%；成长期$/);
    expect(performance({ lifecycles: [{ ...lifecycle, flag: 'silent' }] as never })).toMatch(/成长期·沉默/);
    const incomplete = { ...lifecycle, compared: missing({ reason: 'no-rows' }) };
    expect(performance({ lifecycles: [incomplete] as never })).toBe('净销售额 12,345.00；成长期');
    expect(performance({ rhythms: [{ orderDays: 0, lastDay: missing({ reason: 'no-rows' }) }] as never })).toBe(
      'no-rows',
    );
    const paying = one({ payments: known([{ reason: { zh: '付款及时', en: '' } }]) as never }).paymentText;
    expect(plain(paying)).toEqual({ zh: '付款及时', en: '' });
    const complaints = { ofYear: Int32Array.of(3), open: Int32Array.of(1) };
    const told = one({ complaints: known(complaints) });
    expect([told.complaintsOfYear, told.openComplaints]).toEqual([known(3), known(1)]);
    expect(one({}).complaintsOfYear).toEqual(missing({ reason: 'no-sheet', sheet: 'complaints' }));
  });
});

describe('documents', () => {
  const kinds = ['合同', '沟通记录', '公司概况', '总体经营状况', '合作情况', '月/年汇总'];
  const missingOf = (...rows: readonly RowOf<'documents'>[]) => {
    const found = checkDocuments(aDataset().withClients([{ code: 'A' }]).withRows('documents', rows).build(), asOf);
    if (!found.known) throw new Error('there is a register');
    return [found.value[0]!.missing.map(({ zh }) => zh), found.value[0]!.unfiled];
  }; // prettier-ignore

  it('lack by kind, each known by its words', () => {
    const words = ['年度协议', '来往传真', '公司简介', '经营状况', '合作情况', '年度总结'];
    words.forEach((kind, at) => {
      expect(missingOf({ client: 'A', kind })).toEqual([kinds.filter((_, other) => other !== at), 0]);
    });
    expect(missingOf({ client: 'A', kind: '照片' }, { kind: '合同' })).toEqual([kinds, 0]);
  });

  it('are handed in up to as-of, and filed by then or not', () => {
    const handed = (handedDay?: string, filedDay?: string): readonly [number, unknown] => {
      const [lacking, unfiled] = missingOf({ client: 'A', kind: '合同', handedDay, filedDay });
      return [(lacking as readonly string[]).length, unfiled];
    };
    expect(handed('2026-06-30')).toEqual([5, 1]);
    expect(handed('2026-07-01')).toEqual([6, 0]);
    expect(handed('2026-06-01', '2026-06-30')).toEqual([5, 0]);
    expect(handed('2026-06-01', '2026-07-01')).toEqual([5, 1]);
    expect(handed(undefined, '2026-06-01')).toEqual([5, 0]);
    expect(handed()).toEqual([5, 0]);
  });
});
