import { talkingPointsOf } from '../../../../src/core/plan/client-brief';
import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset, type DatasetBuilder } from '../../../support/dataset-builder';

const book = (): DatasetBuilder =>
  aDataset()
    .withClients([
      { code: 'C1', name: '东方' },
      { code: 'C2', name: '南海' },
    ])
    .withTransactions([
      { client: 'C1', day: '2026-06-01', amount: 100 },
      { client: 'C2', day: '2026-06-01', amount: 100 },
    ]);
const pointsOf = (data: DatasetBuilder, client: number): readonly (readonly (string | undefined)[])[] => {
  const { analysis } = anAnalysis(data.build(), { asOf: '2026-06-30' });
  return talkingPointsOf(analysis, client).map(({ kind, text }) => [kind, text.zh]);
};

describe('what to speak of with a client', () => {
  it('is nothing where nothing is open', () => {
    expect(pointsOf(book(), 0)).toEqual([]);
  });

  it('is one open complaint as well as several, of the client alone', () => {
    const complaints = [
      { client: 'C1', received: '2026-06-10', problem: '破包' },
      { client: 'C2', received: '2026-06-10', problem: '破包', closed: '2026-06-11' },
    ];
    expect(pointsOf(book().withComplaints(complaints), 0)).toEqual([['openComplaint', '未结投诉 1 件']]);
    expect(pointsOf(book().withComplaints(complaints), 1)).toEqual([]);
  });

  it('is the next step of an open opportunity', () => {
    const rows = [
      { client: 'C1', expectedDay: '2026-08-01', expectedAmount: 1000, nextStep: '送样' },
      { client: 'C1', expectedDay: '2026-08-01', expectedAmount: 1000, nextStep: '' },
      { client: 'C2', expectedDay: '2026-08-01', expectedAmount: 1000, nextStep: '报价', lostReason: '价格' },
    ];
    expect(pointsOf(book().withRows('prospects', rows), 0).map(([, words]) => words)).toEqual(['下一步：送样']);
  });

  it('is overdue money, to the cent that is owed', () => {
    const invoices = [
      { client: 'C1', invoiceNo: 'F1', day: '2026-05-01', dueDay: '2026-06-01', amount: 500 },
      { client: 'C2', invoiceNo: 'F2', day: '2026-05-01', dueDay: '2026-07-01', amount: 500 },
    ];
    const receipts = [{ client: 'C2', day: '2026-05-02', amount: 1, invoiceNo: 'F2' }];
    const data = (): DatasetBuilder => book().withInvoices(invoices).withReceipts(receipts);
    expect(pointsOf(data(), 0)).toContainEqual(['money', '逾期 500']);
    expect(pointsOf(data(), 1).map(([kind]) => kind)).not.toContain('money');
  });
});
