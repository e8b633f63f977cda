import { workCalendarOf } from '../../../../src/core/calendar/work-calendar';
import { missing } from '../../../../src/core/model/outcome';
import { followInquiries, type InquiryFigures } from '../../../../src/core/service/inquiries';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder, type RowOf } from '../../../support/dataset-builder';
import { aWindow } from '../../../support/delivery-facts';

/** As of Tuesday, 30 June 2026, of the half year. */
function follow(builder: DatasetBuilder) {
  const dataset = builder.build();
  const settings = settingsWith({});
  return followInquiries(dataset, aWindow('2026-01-01', '2026-06-30'), workCalendarOf(dataset, settings), settings);
}
function figuresOf(builder: DatasetBuilder): InquiryFigures {
  const found = follow(builder);
  if (!found.known) throw new Error(JSON.stringify(found.why));
  return found.value;
}
const asked = (...rows: readonly RowOf<'inquiries'>[]): DatasetBuilder => aDataset().withRows('inquiries', rows);
const notEntered = missing({ reason: 'not-entered' });

describe('an inquiry', () => {
  it('shows what its row says', () => {
    const found = figuresOf(
      asked(
        { client: 'A', received: '2026-06-15 09:00', answered: '2026-06-16 10:00', question: '料', department: '技术', quotedDay: '2026-06-17' },
        { received: '2026-06-15 09:00' },
      ),
    ); // prettier-ignore
    const order = missing({ reason: 'no-sheet', sheet: 'transactions' });
    expect(found.inquiries[1]).toMatchObject({
      ...{ row: 0, client: 0, receivedDay: day('2026-06-15'), question: '料', department: '技术', state: 'answered' },
      ...{ answeredDay: { value: day('2026-06-16') }, quotedDay: { value: day('2026-06-17') }, result: 'unknown', order },
    }); // prettier-ignore
    // 8.5 hours of the first day and 1.5 of the second.
    const { hours } = found.inquiries[1]!;
    expect(hours.known && Math.round(hours.value * 60)).toBe(600);
    expect(found.inquiries[0]).toMatchObject({
      ...{ client: -1, question: '', department: '', state: 'late', answeredDay: notEntered, quotedDay: notEntered },
    });
  });

  it('counts from the first to the last minute of the period', () => {
    const days = ['2025-12-31 23:59', '2026-01-01 00:00', '2026-06-30 23:59', '2026-07-01 00:00'];
    const found = figuresOf(asked(...days.map((received) => ({ received, question: received })), { question: '无日' }));
    expect(found.inquiries.map(({ question }) => question)).toEqual(['2026-01-01 00:00', '2026-06-30 23:59']);
  });

  it('is answered up to the last minute of as-of; an answer before the question has no hours', () => {
    const found = figuresOf(
      asked(
        { received: '2026-06-30 09:00', answered: '2026-06-30 23:59', question: 'a' },
        { received: '2026-06-30 09:00', answered: '2026-07-01 00:00', question: 'b' },
        { received: '2026-06-30 09:00', answered: '2026-06-29 00:00', question: 'c' },
      ),
    );
    const of = new Map(found.inquiries.map((one) => [one.question, one]));
    expect(['a', 'b', 'c'].map((question) => of.get(question)!.state)).toEqual(['answered', 'open', 'answered']);
    expect(of.get('c')).toMatchObject({ answeredDay: { known: true }, hours: notEntered });
    // Until work ends at half past five: 8.5 hours; the one without hours is left out.
    expect(found.meanHours.known && Math.round(found.meanHours.value * 60)).toBe(510);
  });

  it('stands among its like: the oldest of those to be answered, the newest of the others, by client and question', () => {
    const at = (received: string, client: string, question: string, more: RowOf<'inquiries'> = {}) => ({
      ...{ received, client, question, ...more },
    });
    const done = { answered: '2026-06-30 10:00' };
    const found = figuresOf(
      aDataset()
        .withClients([{ code: 'A' }, { code: 'B' }])
        .withRows('inquiries', [
          at('2026-06-09 09:00', 'B', '1'),
          at('2026-06-08 09:00', 'B', '2'),
          at('2026-06-08 15:00', 'A', '4'),
          at('2026-06-08 09:00', 'A', '3'),
          at('2026-06-30 09:30', 'A', '5'),
          at('2026-06-30 09:00', 'A', '6'),
          at('2026-06-29 10:00', 'A', '7', done),
          at('2026-06-30 09:00', 'B', '8', done),
          at('2026-06-30 09:00', 'A', '9', done),
        ]),
    );
    expect(found.inquiries.map(({ question, state }) => `${question} ${state}`)).toEqual([
      ...['3 late', '4 late', '2 late', '1 late'],
      ...['5 open', '6 open'],
      ...['9 answered', '8 answered', '7 answered'],
    ]);
  });
});

describe('inquiries that are alike', () => {
  it('stand as on the sheet', () => {
    const one = { client: 'A', received: '2026-06-09 09:00', question: '料' };
    const found = figuresOf(
      asked({ ...one, department: '1' }, { ...one, department: '2' }, { ...one, department: '3' }),
    );
    expect(found.inquiries.map(({ department, row }) => `${department}${row}`)).toEqual(['10', '21', '32']);
  });
});

describe('departments', () => {
  it('stand by how many they were asked, then by name', () => {
    const late = { received: '2026-06-01 09:00' };
    const answered = { received: '2026-06-30 09:00', answered: '2026-06-30 10:00' };
    const found = figuresOf(
      asked(
        { ...late, department: '销售' },
        { ...answered, department: '技术', right: true },
        { ...answered, department: '技术', right: false, answered: '2026-06-30 12:00' },
        { ...answered, department: '财务', right: true },
        { received: '2026-06-30 17:00', department: '销售' },
        { ...late, department: '仓库' },
      ),
    );
    expect(
      found.departments.map(({ department, inquiries, late: n, open, right }) => [department, inquiries, n, open, right.numerator, right.denominator, right.excluded]),
    ).toEqual([
      ['技术', 2, 0, 0, 1, 2, 0],
      ['销售', 2, 1, 1, 0, 0, 2],
      ['仓库', 1, 1, 0, 0, 0, 1],
      ['财务', 1, 0, 0, 1, 1, 0],
    ]); // prettier-ignore
    const [technical, sales] = found.departments;
    // One hour and three.
    expect(technical!.meanHours.known && Math.round(technical!.meanHours.value * 60)).toBe(120);
    expect(sales!.meanHours).toEqual(missing({ reason: 'no-rows' }));
  });
});

describe('the order that came of it', () => {
  const resultOf = (inquiry: RowOf<'inquiries'>, ...sales: readonly RowOf<'transactions'>[]) => {
    const base: RowOf<'transactions'> = { client: 'Z', day: '2026-01-05', amount: 1 };
    const { inquiries } = figuresOf(asked({ client: 'A', ...inquiry }).withTransactions([base, ...sales]));
    const { result, order } = inquiries[0]!;
    return [result, order.known ? [order.value.day, order.value.amount, order.value.isNamed] : order.why.reason];
  };
  const received = '2026-03-01 09:00';
  const bought = (on: string, more: RowOf<'transactions'> = {}): RowOf<'transactions'> => ({
    ...{ client: 'A', day: on, amount: 5, ...more },
  });
  const five = { known: true, value: 500 };

  it('is the first of the client from the day itself to the sixtieth after it', () => {
    expect(resultOf({ received }, bought('2026-02-28'))).toEqual(['none', 'no-rows']);
    expect(resultOf({ received }, bought('2026-03-01'))).toEqual(['ordered', [day('2026-03-01'), five, false]]);
    expect(resultOf({ received }, bought('2026-04-30'))).toEqual(['ordered', [day('2026-04-30'), five, false]]);
    expect(resultOf({ received }, bought('2026-05-01'))).toEqual(['none', 'no-rows']);
    expect(resultOf({ received }, bought('2026-04-02'), bought('2026-03-20', { amount: 7 }))).toEqual([
      'ordered',
      [day('2026-03-20'), { known: true, value: 700 }, false],
    ]);
  });

  it('is waited for while the sixty days are not over', () => {
    // 1 May + 60 days is 30 June, as-of: over. A day later: not.
    expect(resultOf({ received: '2026-05-01' })).toEqual(['none', 'no-rows']);
    expect(resultOf({ received: '2026-05-02' })).toEqual(['waiting', 'no-rows']);
  });

  it('is no return, no cancelled line, nothing of nothing, nothing after as-of, nobody else’s', () => {
    for (const more of [
      { isReturn: true },
      { cancelled: true },
      { amount: 0 },
      { amount: -5 },
      { client: 'B' },
      { client: undefined },
      { day: undefined },
    ])
      expect(resultOf({ received }, bought('2026-03-02', more))).toEqual(['none', 'no-rows']);
    expect(resultOf({ received: '2026-06-01' }, bought('2026-06-30'))[0]).toBe('ordered');
    expect(resultOf({ received: '2026-06-01' }, bought('2026-07-01'))[0]).toBe('waiting');
  });

  it('is the one that the row names, of any client and day, blanks aside, with its first day and all its lines', () => {
    const named = { received, orderNo: ' S9 ' };
    const other = { client: 'B', orderNo: 'S9' };
    expect(
      resultOf(
        named,
        bought('2026-06-20', other),
        bought('2026-06-10', { ...other, amount: 2.5 }),
        bought('2026-03-05'),
      ),
    ).toEqual(['ordered', [day('2026-06-10'), { known: true, value: 750 }, true]]);
    // A number that nobody sold under tells nothing.
    expect(resultOf({ received, orderNo: 'S8' }, bought('2026-06-20', other))).toEqual(['none', 'no-rows']);
    // Lines without a number are no order of a row without one.
    expect(resultOf({ received }, bought('2026-06-20', { orderNo: ' ' }))).toEqual(['none', 'no-rows']);
  });

  it('has no amount where lines have none', () => {
    const lines = [bought('2026-03-05', { amount: undefined }), bought('2026-03-05', { amount: undefined })];
    expect(resultOf({ received }, ...lines)).toEqual(['ordered', [day('2026-03-05'), notEntered, false]]);
    const named = lines.map((line) => ({ ...line, orderNo: 'S9' }));
    expect(resultOf({ received, orderNo: 'S9' }, ...named)).toEqual(['ordered', [day('2026-03-05'), notEntered, true]]);
  });
});

describe('quotations', () => {
  it('are of the period, the newest first, then by client and by what they are of', () => {
    const found = figuresOf(
      aDataset()
        .withClients([{ code: 'A' }, { code: 'B' }])
        .withRows('inquiries', [
          { client: 'B', received: '2026-06-01', quotedDay: '2026-06-05', quotedAmount: 80, question: '乙问' },
          { client: 'A', received: '2026-06-01', quotedDay: '2026-06-05', question: '丁问' },
          { client: 'A', received: '2026-06-01', quotedDay: '2025-12-31', question: '去年' },
          { received: '2026-06-01', quotedDay: '2026-01-01', question: '无客户' },
        ])
        .withRows('prospects', [
          { client: 'A', opportunity: '丙商机', quotedDay: '2026-06-05', expectedAmount: 90.5 },
          { client: 'B', opportunity: '新', quotedDay: '2026-06-30' },
          { client: 'B', opportunity: '明天', quotedDay: '2026-07-01' },
          { opportunity: '无人', quotedDay: '2026-01-02' },
        ]),
    );
    expect(
      found.quotations.map(({ client, from, what, quotedDay, quoted }) => [client, from, what, quotedDay, quoted]),
    ).toEqual([
      [1, 'opportunity', '新', day('2026-06-30'), notEntered],
      [0, 'inquiry', '丁问', day('2026-06-05'), notEntered],
      [0, 'opportunity', '丙商机', day('2026-06-05'), { known: true, value: 9050 }],
      [1, 'inquiry', '乙问', day('2026-06-05'), { known: true, value: 8000 }],
      [-1, 'opportunity', '无人', day('2026-01-02'), notEntered],
      [-1, 'inquiry', '无客户', day('2026-01-01'), notEntered],
    ]);
    // No sales lines: nobody knows what came of them.
    expect(found.quotationConversion).toMatchObject({ numerator: 0, denominator: 0, excluded: 6 });
    expect(found.daysToOrder).toEqual(missing({ reason: 'no-rows' }));
  });

  it('of opportunities alone are known without a sheet of inquiries', () => {
    const found = figuresOf(
      aDataset()
        .withTransactions([{ client: 'A', day: '2026-03-01', amount: 10 }])
        .withRows('prospects', [{ client: 'A', quotedDay: '2026-02-01' }]),
    );
    expect(found.quotations).toMatchObject([{ result: 'ordered' }]);
    expect(found.daysToOrder).toEqual({ known: true, value: 28 });
    expect(found.conversion.value).toEqual(missing({ reason: 'no-rows' }));
    expect(follow(aDataset().withRows('prospects', [{ client: 'A' }]))).toEqual(
      missing({ reason: 'no-sheet', sheet: 'inquiries' }),
    );
  });
});
