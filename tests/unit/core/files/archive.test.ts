import { known, missing } from '../../../../src/core/model/outcome';
import { isEmail, isPhone } from '../../../../src/core/files/purge';
import type { ClientFiles } from '../../../../src/core/files/archive';
import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset, type DatasetBuilder, type RowOf } from '../../../support/dataset-builder';

const asOf = '2026-06-30';

function filesOf(
  clients: readonly RowOf<'clients'>[],
  more: (builder: DatasetBuilder) => DatasetBuilder = (b) => b,
): ClientFiles {
  const { analysis } = anAnalysis(more(aDataset().withClients(clients)).build(), { asOf });
  if (!analysis.clientFiles.known) throw new Error('there are clients');
  return analysis.clientFiles.value;
}

describe('client files', () => {
  it('measures completeness by what is required', () => {
    const { files } = filesOf([
      {
        name: '甲',
        region: '华东',
        industry: '饲料',
        rep: '李',
        contact: '王',
        mobile: '13800000000',
        address: '路1号',
        creditTermDays: 30,
      },
      { name: '乙' },
    ]);
    expect(files[0]!.completeness.value).toEqual(known(1));
    expect(files[1]!.completeness).toMatchObject({ numerator: 1, denominator: 8 });
    expect(files[1]!.missingFields).toHaveLength(7);
    expect(files[0]!.groups.find(({ id }) => id === 'credit')).toMatchObject({ filled: 1, of: 6 });
  });

  it('is due for refresh after a year, and without a day', () => {
    const { files, refreshDue } = filesOf([
      { name: '甲', updatedDay: '2025-06-30' },
      { name: '乙', updatedDay: '2025-06-29' },
      { name: '丙' },
    ]);
    expect(files.map(({ isRefreshDue }) => isRefreshDue)).toEqual([false, true, true]);
    expect(files[2]!.updatedDay).toEqual(missing({ reason: 'not-entered' }));
    expect(refreshDue).toBe(2);
  });

  it('wants new clients verified within a month', () => {
    const { files } = filesOf([
      { name: '甲', filedDay: '2026-05-30' },
      { name: '乙', filedDay: '2026-05-29' },
      { name: '丙', filedDay: '2026-01-01', verifiedDay: '2026-01-20' },
      { name: '丁' },
    ]);
    expect(files.map(({ isVerifyOverdue }) => isVerifyOverdue)).toEqual([
      known(false),
      known(true),
      known(false),
      missing({ reason: 'not-entered' }),
    ]);
  });

  it('knows which documents lack and which were not filed', () => {
    const { files } = filesOf([{ code: 'C1' }, { code: 'C2' }], (builder) =>
      builder.withRows('documents', [
        { client: 'C1', kind: '合同', handedDay: '2026-03-01' },
        { client: 'C1', kind: '电话记录', handedDay: '2026-03-01', filedDay: '2026-03-02' },
      ]),
    );
    expect(files[0]!.documents.known && files[0]!.documents.value.missing.map(({ zh }) => zh)).toEqual([
      '公司概况',
      '总体经营状况',
      '合作情况',
      '月/年汇总',
    ]);
    expect(files[0]!.documents.known && files[0]!.documents.value.unfiled).toBe(1);
    expect(files[1]!.documents.known && files[1]!.documents.value.missing).toHaveLength(6);
    expect(filesOf([{ code: 'C1' }]).files[0]!.documents).toEqual(missing({ reason: 'no-sheet', sheet: 'documents' }));
  });

  it('counts contacts, complaints, promotions and contracts only where they are kept', () => {
    const { files } = filesOf([{ code: 'C1' }], (builder) =>
      builder
        .withRows('contacts', [
          { client: 'C1', at: '2026-06-30 09:00' },
          { client: 'C1', at: '2025-06-30' },
          { client: 'C1', at: '2026-07-01' },
        ])
        .withRows('contracts', [
          { client: 'C1', signedDay: '2026-01-01', amount: 10, fulfilledAmount: 4 },
          { client: 'C1', signedDay: '2026-01-01', amount: 10, fulfilledAmount: 10 },
          { client: 'C1', signedDay: '2026-01-01', status: '已完成' },
          { client: 'C1', signedDay: '2026-01-01', status: '未完成' },
        ]),
    );
    expect(files[0]).toMatchObject({
      contactsOfYear: known(1),
      openContracts: known(2),
      complaintsOfYear: missing({ reason: 'no-sheet', sheet: 'complaints' }),
      promotions: missing({ reason: 'no-sheet', sheet: 'promotions' }),
    });
  });
});

describe('tidying up', () => {
  it('proposes idle clients and never a prospect, a fresh file or an active client', () => {
    const { purges } = filesOf(
      [
        { code: 'idle' },
        { code: 'sold' },
        { code: 'called' },
        { code: 'hoped' },
        { code: 'filed', filedDay: '2026-05-01' },
        { code: 'edge' },
      ],
      (builder) =>
        builder
          .withTransactions([
            { client: 'idle', day: '2024-05-01', amount: 1 },
            { client: 'sold', day: '2024-07-01', amount: 1 },
            { client: 'edge', day: '2024-06-30', amount: 1 },
          ])
          .withRows('contacts', [{ client: 'called', at: '2025-08-01' }])
          .withRows('prospects', [{ client: 'hoped', expectedMonths: 2 }]),
    );
    expect(purges.map(({ client, reason }) => [client, reason])).toEqual([
      [0, 'idle'],
      [5, 'idle'],
    ]);
  });

  it.each([
    ['13800138000', true],
    ['0755-8888 6666转12', true],
    ['(021)5555-1234', true],
    ['+86 138 0013 8000', true],
    ['13800138000/13900139000', true],
    ['12345', false],
    ['无', false],
    ['138001380001234567', false],
  ])('phone %s: %s', (written, expected) => {
    expect(isPhone(written)).toBe(expected);
  });

  it.each([
    ['a@b.cn', true],
    ['a.b@c-d.com.cn', true],
    ['a@b.cn;c@d.cn', true],
    ['a@b', false],
    ['a b.cn', false],
    ['@b.cn', false],
  ])('e-mail %s: %s', (written, expected) => {
    expect(isEmail(written)).toBe(expected);
  });
});
