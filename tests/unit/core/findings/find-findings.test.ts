import { findFindings, MOST_FINDINGS } from '../../../../src/core/findings/find-findings';
import type { Finding } from '../../../../src/core/findings/finding';
import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset, type DatasetBuilder } from '../../../support/dataset-builder';

const findingsOf = (book: DatasetBuilder, asOf = '2026-06-30'): readonly Finding[] => {
  const { dataset, analysis } = anAnalysis(book.build(), { asOf });
  return findFindings({ dataset, analysis, callPlan: undefined });
};

/** Two clients, two years: 1,000 and 500 before, 400 and 800 now; the rep of the first is 王芳. */
const twoYears = (): DatasetBuilder =>
  aDataset()
    .withClients([
      { code: 'C1', name: 'North Mill', rep: '王芳' },
      { code: 'C2', name: 'South Farm', rep: '李强' },
    ])
    .withTransactions([
      // Before both periods: so that the period before is whole.
      { client: 'C1', day: '2024-06-15', amount: 7 },
      { client: 'C1', day: '2025-03-01', amount: 1000 },
      { client: 'C2', day: '2025-03-01', amount: 500 },
      { client: 'C1', day: '2026-03-01', amount: 400 },
      { client: 'C2', day: '2026-03-01', amount: 800 },
    ]);

describe('findings', () => {
  it('say how net sales changed, who moved them and who asks', () => {
    const change = findingsOf(twoYears()).find(({ kind }) => kind === 'salesChange')!;
    // 1,200 after 1,500: 300 less, 20 %; −600 of the one, +300 of the other.
    expect(change.text.zh).toBe(
      '净销售额 1,200，比上期少 300（-20.0%）：主要是North Mill -600；多买的有South Farm +300。',
    );
    expect(change.text.en).toBe(
      'Net sales 1,200, 300 less than in the previous period (-20.0%), mainly North Mill -600; more from South Farm +300.',
    );
    // Nothing is planned here: the first working day after 2026-06-30, a Tuesday.
    expect(change.next?.zh).toBe('王芳 07-01（周三）联络：问North Mill为什么少买');
    expect(change.severity).toBe('bad');
    expect(change.stake).toEqual({ known: true, value: 30_000 });
  });

  it('name the clients that left and what they bought, but nobody whom another finding tells of', () => {
    const left = (...names: readonly (readonly [string, number])[]) =>
      findingsOf(
        twoYears().withTransactions(names.map(([client, amount]) => ({ client, day: '2025-04-01', amount }))),
      ).find(({ kind }) => kind === 'lostClients');
    // C1 (−600) and C3 (−250) stand in the sentence on net sales: of those that left, C4 is the next.
    const two = left(['C3', 250], ['C4', 100]);
    expect(two?.text.zh).toBe('上期 4 家客户里 2 家本期没再买（上期共 350），除上面说到的外，最大的是C4（100）。');
    expect(two?.next?.zh).toBe('尚未指定业务员：问为什么不再买');
    // Nobody is left to tell of.
    expect(left(['C3', 250])).toBeUndefined();
  });

  it('are quiet when nothing matters', () => {
    const same = aDataset()
      .withClients([{ code: 'C1', name: 'A' }])
      .withTransactions([
        { client: 'C1', day: '2024-06-15', amount: 7 },
        { client: 'C1', day: '2025-06-20', amount: 100 },
        { client: 'C1', day: '2026-06-20', amount: 101 },
      ]);
    expect(findingsOf(same).map(({ kind }) => kind)).toEqual(['concentration']);
  });

  it('speak of a wave of complaints once, with its cause', () => {
    const months = Array.from({ length: 11 }, (_, month) => ({
      client: 'C1',
      received: `${month < 6 ? 2025 : 2026}-${String(((month + 6) % 12) + 1).padStart(2, '0')}-10`,
      problem: '破包',
    }));
    const wave = Array.from({ length: 12 }, (_, n) => ({
      client: n < 7 ? 'C2' : 'C1',
      received: '2026-06-15',
      problem: n < 9 ? '送货迟到' : '破包',
    }));
    const found = findingsOf(twoYears().withComplaints([...months, ...wave])).filter(
      ({ kind }) => kind === 'complaintWave',
    );
    expect(found.map(({ text }) => text.zh)).toEqual([
      '2026-06 投诉 12 件，之前 11 个月平均每月 1.0 件，送货迟到最多（9 件），South Farm一家 7 件。',
    ]);
  });

  it('never say two things of one subject, and at most seven', () => {
    const found = findingsOf(twoYears());
    expect(new Set(found.map(({ subject }) => subject)).size).toBe(found.length);
    expect(found.length).toBeLessThanOrEqual(MOST_FINDINGS);
    const clients = found.flatMap((one) => one.clients);
    expect(new Set(clients).size).toBe(clients.length);
  });

  it('name at most three clients that need an answer, the most money first, each with the limit that it is over', () => {
    const codes = ['C1', 'C2', 'C3', 'C4'];
    const book = aDataset()
      .withClients(codes.map((code) => ({ code, name: `客户${code}`, creditLimit: 10_000 })))
      .withTransactions(codes.map((client) => ({ client, day: '2026-05-10', amount: 1000 })))
      .withInvoices(
        codes.map((client, index) => ({
          client,
          invoiceNo: `F${index}`,
          day: '2026-06-20',
          dueDay: '2026-09-30',
          amount: 20_000 + index * 1000,
        })),
      )
      .withReceipts([{ client: 'C1', day: '2026-06-21', amount: 1, invoiceNo: 'F0' }]);
    const urgent = findingsOf(book).filter(({ kind }) => kind === 'urgentClient');
    // 23,000, 22,000 and 21,000 of a limit of 10,000; the fourth, of 19,999, is not named.
    expect(urgent.map(({ text }) => text.zh)).toEqual([
      '客户C4：超额度 1.3 万（现有额度 1.0 万）。',
      '客户C3：超额度 1.2 万（现有额度 1.0 万）。',
      '客户C2：超额度 1.1 万（现有额度 1.0 万）。',
    ]);
  });
});
