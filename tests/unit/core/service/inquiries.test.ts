import type { InquiryFigures } from '../../../../src/core/service/inquiries';
import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset, type RowOf } from '../../../support/dataset-builder';

function figuresOf(
  inquiries: readonly RowOf<'inquiries'>[],
  transactions: readonly RowOf<'transactions'>[] = [],
  prospects: readonly RowOf<'prospects'>[] = [],
): InquiryFigures {
  const dataset = aDataset()
    .withTransactions([{ client: 'Z', day: '2026-01-05', amount: 1 }, ...transactions])
    .withRows('inquiries', inquiries)
    .withRows('prospects', prospects)
    .build();
  const { inquiries: found } = anAnalysis(dataset, { asOf: '2026-06-30' }).analysis;
  if (!found.known) throw new Error('there are inquiries');
  return found.value;
}

describe('inquiries', () => {
  it('stand by their state: late, not answered, wrong, answered, right', () => {
    const found = figuresOf([
      { client: 'A', received: '2026-06-01 09:00', answered: '2026-06-01 11:00', right: true, question: '对' },
      { client: 'A', received: '2026-06-02 09:00', answered: '2026-06-02 10:00', right: false, question: '错' },
      { client: 'A', received: '2026-06-03 09:00', answered: '2026-06-03 12:00', question: '未核对' },
      { client: 'A', received: '2026-06-04 09:00', question: '超时' },
      // Asked on the as-of day: the working day is not over.
      { client: 'A', received: '2026-06-30 16:00', question: '刚问' },
      // Answered only after as-of.
      { client: 'A', received: '2026-06-03 09:00', answered: '2026-07-01 09:00', right: true, question: '未来' },
      { client: 'A', received: '2025-06-30 09:00', question: '期间外' },
    ]);
    expect(found.inquiries.map(({ question, state }) => [question, state])).toEqual([
      ['未来', 'late'],
      ['超时', 'late'],
      ['刚问', 'open'],
      ['错', 'wrong'],
      ['未核对', 'answered'],
      ['对', 'right'],
    ]);
    expect(found.right).toMatchObject({ numerator: 1, denominator: 2, excluded: 4 });
    // 2, 1 and 3 hours of the morning.
    expect(found.meanHours).toMatchObject({ known: true });
    expect(found.meanHours.known && found.meanHours.value).toBeCloseTo(2, 6);
  });

  it('led to the order that they name, or to the first of the client within 60 days', () => {
    const found = figuresOf(
      [
        { client: 'A', received: '2026-03-01 09:00', question: '写了订单号', orderNo: 'S9' },
        { client: 'B', received: '2026-03-01 09:00', question: '按日期' },
        { client: 'C', received: '2026-03-01 09:00', question: '第61天' },
        { client: 'D', received: '2026-06-01 09:00', question: '等待' },
      ],
      [
        { client: 'X', day: '2026-05-20', amount: 40, orderNo: 'S9' },
        { client: 'X', day: '2026-05-21', amount: 2, orderNo: 'S9' },
        { client: 'B', day: '2026-02-28', amount: 5 },
        { client: 'B', day: '2026-03-02', amount: -5, isReturn: true },
        { client: 'B', day: '2026-04-30', amount: 7 },
        { client: 'B', day: '2026-04-30', amount: 3 },
        { client: 'C', day: '2026-05-01', amount: 5 },
      ],
    );
    const of = new Map(found.inquiries.map((one) => [one.question, one]));
    expect(of.get('写了订单号')).toMatchObject({
      result: 'ordered',
      order: { value: { isNamed: true, amount: { value: 4200 } } },
    });
    expect(of.get('按日期')).toMatchObject({
      result: 'ordered',
      order: { value: { isNamed: false, amount: { value: 1000 } } },
    });
    expect(of.get('第61天')!.result).toBe('none');
    expect(of.get('等待')!.result).toBe('waiting');
    expect(found.conversion).toMatchObject({ numerator: 2, denominator: 3, excluded: 1 });
  });

  it('count quotations of inquiries and of opportunities, with the days until the order', () => {
    const found = figuresOf(
      [{ client: 'A', received: '2026-03-01 09:00', quotedDay: '2026-03-03', quotedAmount: 90, question: '问价' }],
      [
        { client: 'A', day: '2026-03-13', amount: 80 },
        { client: 'B', day: '2026-02-04', amount: 70 },
      ],
      [
        { client: 'B', opportunity: '扩建', quotedDay: '2026-02-01', expectedAmount: 75 },
        { client: 'C', opportunity: '新厂', quotedDay: '2026-01-01' },
        { client: 'C', opportunity: '没报价' },
      ],
    );
    expect(
      found.quotations.map(({ what, from, result, quoted }) => [what, from, result, quoted.known ? quoted.value : '—']),
    ).toEqual([
      ['问价', 'inquiry', 'ordered', 9000],
      ['扩建', 'opportunity', 'ordered', 7500],
      ['新厂', 'opportunity', 'none', '—'],
    ]);
    expect(found.quotationConversion).toMatchObject({ numerator: 2, denominator: 3 });
    // 10 and 3 days
    expect(found.daysToOrder).toEqual({ known: true, value: 6.5 });
  });

  it('are — without the sheet and without quotations', () => {
    const { inquiries } = anAnalysis(
      aDataset()
        .withTransactions([{ client: 'A', day: '2026-01-01', amount: 1 }])
        .build(),
    ).analysis;
    expect(inquiries).toMatchObject({ known: false, why: { sheet: 'inquiries' } });
  });
});
