import { layOutReports } from '../../../../src/reports/layout/lay-out-reports';
import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset } from '../../../support/dataset-builder';
import { cellsOf, findCell } from '../../../support/plan-cells';

/** 王芳 has two clients, 李强 one; of 王芳's, one owes 400 since March and complains. */
function handOverOf(rep: string): ReturnType<typeof layOutReports> {
  const book = anAnalysis(
    aDataset()
      .withClients([
        { code: 'C1', name: 'North Mill', rep: '王芳' },
        { code: 'C2', name: 'South Farm', rep: '李强' },
        { code: 'C3', name: 'East Ltd', rep: '王芳' },
      ])
      .withTransactions([
        { client: 'C1', day: '2026-05-01', amount: 1000 },
        { client: 'C2', day: '2026-05-02', amount: 300 },
        { client: 'C3', day: '2026-05-03', amount: 50 },
      ])
      .withInvoices([
        { client: 'C1', invoiceNo: 'I1', day: '2026-02-01', dueDay: '2026-03-02', amount: 400 },
        { client: 'C2', invoiceNo: 'I2', day: '2026-02-01', dueDay: '2026-03-02', amount: 70 },
      ])
      .withReceipts([{ client: 'C2', day: '2026-03-01', amount: 20, invoiceNo: 'I2' }])
      .withComplaints([
        { client: 'C1', received: '2026-06-20' },
        { client: 'C2', received: '2026-06-21' },
      ])
      .build(),
    { asOf: '2026-06-30', settings: { 'report.handOverRep': rep } },
  );
  return layOutReports({
    ...book,
    lang: 'zh',
    chosen: ['handOver'],
    snapshots: new Map(),
    columnMap: [],
    run: { time: '2026-01-01 08:00', version: '1' },
    sheetNames: [],
    dateBase: 1900,
  });
}

describe('the hand-over list', () => {
  it('holds what is theirs and nobody else’s', () => {
    const cells = cellsOf(handOverOf('王芳').sheets[0]!);
    const words = cells.flat();
    expect(words).toContain('I1');
    expect(words).not.toContain('I2');
    expect(words).not.toContain('South Farm');
    const clients = findCell(cells, '客户');
    expect(cells.slice(clients.row + 2, clients.row + 4).map(([code]) => code)).toEqual(['C1', 'C3']);
    expect(words.find((one) => typeof one === 'string' && one.startsWith('王芳：'))).toContain(
      '客户 2 家，逾期 400.00，未结投诉 1 件',
    );
    expect(words).toContain('交出人');
    expect(words).toContain('接收人');
    // Due on 2 March, as of 30 June: 29 + 30 + 31 + 30 days.
    const { row } = findCell(cells, 'I1');
    expect(cells[row]).toContain(120);
  });

  it('says whom to name where nobody is, or nobody of that name', () => {
    expect(handOverOf('').notWritten.find(({ report }) => report === 'handOver')?.why.zh).toContain('要交接时才写');
    const why = handOverOf('张三').notWritten.find(({ report }) => report === 'handOver')?.why;
    expect(why?.zh).toBe('没有业务员「张三」的客户；有客户的：王芳、李强');
  });
});
