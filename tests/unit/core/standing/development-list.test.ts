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

/** A data set by hand, and whom it puts first. */
function listed(
  clients: readonly RowOf<'clients'>[],
  buyers: readonly string[],
  more: {
    readonly contacts?: readonly RowOf<'contacts'>[];
    readonly prospects?: readonly RowOf<'prospects'>[];
  } = {},
) {
  const dataset = aDataset()
    .withClients(clients)
    .withTransactions(buyers.map(sale))
    .withRows('contacts', more.contacts ?? [])
    .withRows('prospects', more.prospects ?? [])
    .build();
  const { analysis } = anAnalysis(dataset, { asOf: '2026-06-30' });
  const found = analysis.development;
  return found.known ? found.value.map((one) => ({ ...one, code: analysis.clients[one.client]!.code })) : found;
}
/** The client P of such a list. */
const one = (...given: Parameters<typeof listed>) => {
  const found = listed(...given);
  if (!Array.isArray(found)) throw new Error('there are clients');
  return found.find(({ code }) => code === 'P')!;
};

describe('a rule of whom to win first', () => {
  const rulesOf = (...given: Parameters<typeof listed>) => one(...given).rules;
  const kind = (code: string, industry: string): RowOf<'clients'> => ({ code, industry });

  it('fit: as large a share of its kind has bought as of all', () => {
    // 1 of 2 of 养殖, 2 of 4 of all: as large. With one more who did not buy: 1 of 3, 2 of 5: smaller.
    const clients = [kind('P', '养殖'), kind('A', '养殖'), kind('B', '贸易'), kind('C', '贸易')];
    expect(rulesOf(clients, ['A', 'B']).fit).toEqual({ known: true, value: true });
    expect(rulesOf([...clients, kind('D', '养殖')], ['A', 'B']).fit).toEqual({ known: true, value: false });
    // Nobody but the firm itself bought, or nothing is known of its kind.
    expect(rulesOf([...clients, { code: 'X', internal: true }], ['X']).fit).toMatchObject({ known: false });
    expect(rulesOf([{ code: 'P' }, kind('A', '养殖')], ['A']).fit).toMatchObject({ known: false });
    // One buyer is enough to compare with.
    expect(rulesOf([kind('P', '养殖'), kind('A', '养殖')], ['A']).fit).toEqual({ known: true, value: true });
  });

  it('numerous: its region has as many clients as the mean of the regions; no region is none', () => {
    const of = (code: string, region?: string): RowOf<'clients'> => ({ code, region });
    // 2 and 2: the mean. Those without a region are no region.
    const even = [of('P', '北'), of('A', '北'), of('B', '南'), of('C', '南'), of('D'), of('E'), of('F')];
    const found = one(even, ['A', 'B', 'C', 'D', 'E', 'F']);
    expect(found.rules.numerous).toEqual({ known: true, value: true });
    expect(found.reason.zh).toBe('北 2 家；资料完整度 12.5%');
    expect(rulesOf([...even, of('G', '南')], ['A', 'B', 'C', 'D', 'E', 'F', 'G']).numerous).toEqual({
      known: true,
      value: false,
    });
    expect(rulesOf([of('P'), of('A', '北')], ['A']).numerous).toMatchObject({ known: false });
  });

  it('visible: it brought another client, told by its name or its code', () => {
    const by = (referrer: string) =>
      one([{ code: 'P', name: '甲' }, { code: 'A', referrer }], ['A']); // prettier-ignore
    expect(by('甲').rules.numerous).toEqual({ known: true, value: true });
    expect(by(' P ').reason.zh).toContain('介绍过客户');
    expect(by('乙').rules.numerous).toMatchObject({ known: false });
    expect(by('').reason.zh).not.toContain('介绍过客户');
  });

  it('active: in contact within three months, intending to order, or with an open opportunity', () => {
    const contact = (at: string, intends?: string): RowOf<'contacts'> => ({ client: 'P', at, method: '电话', intends });
    const active = (more: Parameters<typeof listed>[2]) => one([{ code: 'P' }], ['A'], more);
    expect(active({ contacts: [contact('2026-03-31')] }).rules.active).toEqual({ known: true, value: true });
    expect(active({ contacts: [contact('2026-03-30')] }).rules.active).toEqual({ known: true, value: false });
    const intending = active({ contacts: [contact('2025-01-05', '是')] });
    expect(intending.rules.active).toEqual({ known: true, value: true });
    expect(intending.reason.zh).toContain('有成交意向');
    expect(active({ contacts: [contact('2025-01-05', '否')] }).rules.active).toEqual({ known: true, value: false });
    expect(active({ contacts: [{ client: 'A', at: '2026-06-01' }] }).rules.active).toEqual({ known: true, value: false }); // prettier-ignore
    const open = active({ prospects: [{ client: 'P', opportunity: '年供', expectedDay: '2026-08-01' }] });
    expect(open.rules.active).toEqual({ known: true, value: true });
    expect(open.reason.zh).toContain('有未结商机');
    expect(active({}).rules.active).toEqual({ known: false, why: { reason: 'no-sheet', sheet: 'contacts' } });
  });
});

describe('the list of whom to win first', () => {
  const codesOf = (...given: Parameters<typeof listed>) => {
    const found = listed(...given);
    return Array.isArray(found) ? found.map(({ code }: { code: string }) => code) : found;
  };

  it('is by points, completeness of the file, visits, and code', () => {
    const visit = (client: string): RowOf<'contacts'> => ({ client, at: '2025-01-05', method: '拜访' });
    const clients: RowOf<'clients'>[] = [
      { code: 'E' },
      { code: 'D' },
      { code: 'C' },
      { code: 'B', contact: '王' },
      { code: 'A', contact: '王' },
      { code: 'Z', region: '北' },
    ];
    const contacts = [visit('C'), visit('C'), visit('D'), visit('E')];
    // Z: a point for its region. A and B: one field more. C: two visits.
    expect(codesOf(clients, ['X'], { contacts })).toEqual(['Z', 'A', 'B', 'C', 'D', 'E']);
  });

  it('leaves out who bought, who is of the firm itself, and who is on no client sheet', () => {
    const clients = [{ code: 'A' }, { code: 'P' }, { code: 'X', internal: true }, { code: 'Y', internal: false }];
    expect(codesOf(clients, ['A', 'Q'])).toEqual(['P', 'Y']);
    expect(codesOf([], ['A'])).toEqual({ known: false, why: { reason: 'no-sheet', sheet: 'clients' } });
    expect(codesOf([{ code: 'A' }], ['A'])).toEqual([]);
  });
});
