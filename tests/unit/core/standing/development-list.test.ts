import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset, type RowOf } from '../../../support/dataset-builder';

const full = { name: '名', rep: '李', contact: '王', phone: '1', address: '址', creditTermDays: 30 };
const sale = (client: string): RowOf<'transactions'> => ({ client, day: '2026-03-01', amount: 10 });

describe('whom to win first', () => {
  const dataset = aDataset()
    .withClients([
      // 养殖: 2 of 3 bought; 贸易: 0 of 2; all: 3 of 6. 北: 4 clients, 南: 1, mean 2.5.
      { ...full, code: 'A', industry: '养殖', region: '北' },
      { ...full, code: 'B', industry: '养殖', region: '北' },
      { ...full, code: 'C', businessType: '其它', region: '北', referrer: 'F' },
      { ...full, code: 'D', name: '丁', industry: '养殖', region: '北' },
      { code: 'E', name: '戊', industry: '贸易', region: '南' },
      { ...full, code: 'F', name: '己', industry: '贸易' },
      { ...full, code: 'X', industry: '养殖', region: '北', internal: true },
    ])
    .withTransactions([sale('A'), sale('B'), sale('C')])
    .withRows('contacts', [
      { client: 'D', at: '2026-03-31', method: '拜访' },
      // Exactly three months ago is no longer within three months.
      { client: 'F', at: '2026-03-30', method: '电话' },
    ])
    .build();
  const { analysis } = anAnalysis(dataset, { asOf: '2026-06-30' });
  const found = analysis.development;
  if (!found.known) throw new Error('there are clients');

  it('goes by four rules, one point each; what is not known gives none', () => {
    const shown = (outcome: { known: boolean; value?: unknown }): unknown => (outcome.known ? outcome.value : '—');
    expect(
      found.value.map(({ client, score, rules }) => [
        analysis.clients[client]!.code,
        score,
        shown(rules.fit),
        shown(rules.numerous),
        shown(rules.active),
        shown(rules.documented),
      ]),
    ).toEqual([
      // 2/3 of 养殖 bought, 3/6 of all; 4 clients in 北; visited on 31 March; 8 of 8 fields.
      ['D', 4, true, true, true, true],
      // No region, but it brought client C; 7 of 8 fields.
      ['F', 2, false, true, false, true],
      // 南 has 1 client; 3 of 8 fields: name, region, industry.
      ['E', 0, false, false, false, false],
    ]);
  });

  it('says why, with the figures that it stands on', () => {
    expect(found.value[0]!.reason.zh).toBe('养殖成交 2/3（全部 3/6）；北 4 家；资料完整度 100.0%');
    expect(found.value[2]!.completeness).toBeCloseTo(3 / 8, 10);
  });

  it('knows nothing of activity without contacts and opportunities', () => {
    const alone = aDataset()
      .withClients([{ code: 'A', name: '甲' }])
      .withTransactions([sale('B')])
      .build();
    const of = anAnalysis(alone, { asOf: '2026-06-30' }).analysis.development;
    expect(of).toMatchObject({
      known: true,
      value: [{ score: 0, rules: { active: { known: false, why: { sheet: 'contacts' } }, fit: { known: false } } }],
    });
  });
});
