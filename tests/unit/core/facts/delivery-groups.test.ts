import { EXCLUDED, HIT, judgeTogether, MISS } from '../../../../src/core/facts/verdict';
import { NO_TEXT } from '../../../../src/core/model/columns';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';
import { aWindow, deliveryFactsOf } from '../../../support/delivery-facts';

type Line = RowOf<'deliveries'>;
function factsOf(lines: readonly Line[]) {
  const dataset = aDataset()
    .withClients([{ code: 'A' }, { code: 'B' }])
    .withDeliveries(lines)
    .build();
  return deliveryFactsOf(dataset, aWindow('2026-06-01', '2026-06-30'));
}
const verdicts = (marks: Uint8Array) => [...marks].map((mark) => judgeTogether(mark));

describe('orders of which lines are cancelled', () => {
  const cancelled = {
    cancelled: true,
    returned: true,
    onTime: false,
    wrong: true,
    wrongKind: 'A',
    documentsRight: false,
  };
  const { orders, lines } = factsOf([
    { client: 'B', orderNo: 'X', region: '华北', rep: '李强', orderDay: '2026-06-29', ...cancelled },
    { client: 'A', orderNo: 'Y', region: '华南', rep: '王芳', orderDay: '2026-06-02', onTime: true, wrong: false, returned: true, documentsRight: true },
    { client: 'A', orderNo: 'X', region: '华南', rep: '王芳', orderDay: '2026-06-05', onTime: true, wrong: true, wrongKind: 'C', documentsRight: true },
    { client: 'A', orderNo: 'X', region: '华北', rep: '李强', orderDay: '2026-06-30', ...cancelled },
    { client: 'A', orderNo: 'X', region: '华东', rep: '陈一', orderDay: '2026-06-03', onTime: true, wrong: true, wrongKind: 'B', documentsRight: true },
    { client: 'A', orderNo: '', region: '华南', orderDay: '2026-06-04', onTime: false },
  ]); // prettier-ignore

  it('are of those that are not', () => {
    expect([orders.rows, [...orders.firstLine], [...orders.client]]).toEqual([3, [1, 2, 5], [0, 0, 0]]);
    expect([...orders.orderDay]).toEqual(['2026-06-02', '2026-06-05', '2026-06-04'].map(day));
    const [south, east] = [lines.region[1]!, lines.region[4]!];
    expect([...orders.region]).toEqual([south, Math.min(south, east), south]);
    expect([...orders.rep]).toEqual([lines.rep[1], Math.min(lines.rep[2]!, lines.rep[4]!), lines.rep[5]]);
    expect(verdicts(orders.timing)).toEqual([HIT, HIT, MISS]);
    expect(verdicts(orders.documents)).toEqual([HIT, HIT, EXCLUDED]);
    expect(verdicts(orders.right)).toEqual([HIT, MISS, EXCLUDED]);
    expect([...orders.returned]).toEqual([1, 0, 0]);
    expect([...orders.wrongKind]).toEqual([NO_TEXT, 2, NO_TEXT]);
  });
});

describe('the way in which an order was wrong', () => {
  const kindsOf = (lines: readonly Line[]) => {
    const { orders, wrongKinds } = factsOf(lines);
    return [...orders.wrongKind].map((code) => wrongKinds[code]);
  };
  it('is of wrong lines alone, by mark or by quantity', () => {
    expect(kindsOf([{ orderNo: 'X', wrongKind: '甲' }])).toEqual([undefined]);
    expect(kindsOf([{ orderNo: 'X', wrongKind: '甲', wrongQuantity: 1 }])).toEqual(['甲']);
    expect(kindsOf([{ orderNo: 'X', wrong: true }])).toEqual([undefined]);
    const second = { orderNo: 'X', wrong: true };
    expect(kindsOf([{ ...second, wrongKind: 'b' }, { ...second, wrongKind: 'c' }, { ...second, wrongKind: 'a' }, { ...second, wrongKind: '' }])).toEqual(['a']);
    expect(kindsOf([{ ...second, wrongKind: '' }, { ...second, wrongKind: 'c' }])).toEqual(['c']);
  }); // prettier-ignore
});

describe('orders of one line each', () => {
  it('are as the lines are', () => {
    const { orders, lines } = factsOf([
      { client: 'B', orderNo: 'X', region: '华北', promisedDay: '2026-06-09', shippedDay: '2026-06-08' },
      { client: 'A', orderNo: 'Y', region: '华南', promisedDay: '2026-06-19', shippedDay: '2026-06-20' },
    ]);
    expect([orders.rows, [...orders.client], [...orders.firstLine]]).toEqual([2, [1, 0], [0, 1]]);
    expect([...orders.region]).toEqual([...lines.region]);
    expect([[...orders.dueDay], [...orders.shippedDay]]).toEqual([
      ['2026-06-09', '2026-06-19'].map(day),
      ['2026-06-08', '2026-06-20'].map(day),
    ]);
    expect(verdicts(orders.timing)).toEqual([HIT, MISS]);
    expect([...orders.returned]).toEqual([0, 0]);
  });
});
