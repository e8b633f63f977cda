import { known, missing } from '../../../../../src/core/model/outcome';
import { checkLoads, type LoadChecks } from '../../../../../src/core/service/tracking/check-loads';
import { settingsWith } from '../../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder, type RowOf } from '../../../../support/dataset-builder';
import { aWindow } from '../../../../support/delivery-facts';

type Slip = RowOf<'weighings'>;
const notEntered = missing({ reason: 'not-entered' });
const window = aWindow('2026-06-01', '2026-06-30', '2026-06-20');

function checked(slips: readonly Slip[], notes: readonly RowOf<'deliveries'>[] = []): LoadChecks {
  const builder: DatasetBuilder = aDataset().withClients([{ code: 'A' }, { code: 'B' }]);
  const found = checkLoads(builder.withDeliveries(notes).withWeighings(slips).build(), window, settingsWith({}));
  if (!found.known) throw new Error(JSON.stringify(found.why));
  return found.value;
}
const note = (deliveryNo: string, more: RowOf<'deliveries'> = {}): RowOf<'deliveries'> => ({
  ...{ client: 'A', deliveryNo, shippedDay: '2026-06-10', shippedQuantity: 10, product: '豆粕', ...more },
});
const out = '2026-06-10 09:00';

describe('a load', () => {
  it('shows what its slips and its note say', () => {
    const found = checked(
      [
        { deliveryNo: ' N1 ', slipNo: 'B2', vehicle: '沪A ', loaded: 9000, empty: 3000, enteredAt: '2026-06-10 08:00', leftAt: '2026-06-10 09:30', gateQuantity: 6 },
        { deliveryNo: 'N1', slipNo: 'B1', vehicle: '沪A', net: 3800, enteredAt: '2026-06-11 08:00', leftAt: '2026-06-11 10:30', gateQuantity: 4.5, product: '玉米' },
        { client: 'B', slipNo: 'B3', leftAt: '2026-06-09 09:00' },
      ],
      [note('N1', { shippedQuantity: 6 }), note('N1 ', { shippedQuantity: 4, product: '鱼粉', client: 'B' })],
    ); // prettier-ignore
    expect(found.loads).toEqual([
      {
        ...{ deliveryNo: 'N1', slips: 'B2 B1', client: 0, product: '玉米', vehicles: '沪A', day: day('2026-06-11') },
        // 6,000 + 3,800 of ten tonnes: 2 % too few; the gate let half a tonne more out.
        ...{ net: known(9_800_000), due: known(10_000_000), difference: known(-0.02), weight: 'under' },
        ...{ letOut: known(10_500), noted: known(10_000), gate: 'over', hoursInside: { known: true, value: expect.closeTo(2, 9) as number } },
      },
      {
        ...{ deliveryNo: '', slips: 'B3', client: 1, product: '', vehicles: '', day: day('2026-06-09') },
        ...{ net: notEntered, due: notEntered, difference: notEntered, weight: 'unknown' },
        ...{ letOut: notEntered, noted: notEntered, gate: 'unknown', hoursInside: notEntered },
      },
    ]); // prettier-ignore
    expect(found.hoursInside).toMatchObject({ known: true, value: expect.closeTo(2, 9) as number });
  });

  it('counts on the day its vehicle left, else came, else of its note: of the period and up to as-of', () => {
    const days = ['2026-05-31 23:59', '2026-06-01 00:00', '2026-06-20 23:59', '2026-06-21 00:00'];
    const found = checked(
      [
        ...days.map((leftAt): Slip => ({ leftAt, slipNo: `left ${leftAt}`, enteredAt: '2026-06-10' })),
        ...days.map((enteredAt): Slip => ({ enteredAt, slipNo: `came ${enteredAt}` })),
        ...['N1', 'N2', 'N3', 'none'].map((deliveryNo): Slip => ({ deliveryNo, slipNo: deliveryNo })),
      ],
      [note('N1', { shippedDay: '2026-05-31' }), note('N2', { shippedDay: '2026-06-20' }), note('N3', { shippedDay: '2026-06-21' })],
    ); // prettier-ignore
    expect(found.loads.map(({ slips, day: on }) => [slips, on])).toEqual([
      ['left 2026-06-20 23:59', day('2026-06-20')],
      ['came 2026-06-20 23:59', day('2026-06-20')],
      ['N2', day('2026-06-20')],
      ['left 2026-06-01 00:00', day('2026-06-10')],
      ['came 2026-06-01 00:00', day('2026-06-01')],
    ]);
  });

  it('is weighed by what is due on the slip, else by its note at a thousand kilograms; half a percent matches', () => {
    const slip = (deliveryNo: string, net: number, due?: number): Slip => ({ deliveryNo, net, due, leftAt: out });
    const numbers = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const found = checked(
      [slip('a', 10_050), slip('b', 10_050.1), slip('c', 9950), slip('d', 9949.9), slip('e', 500, 500), slip('f', 5, 0), slip('g', 5)],
      numbers.slice(0, 6).map((number) => note(number)),
    ); // prettier-ignore
    const of = new Map(found.loads.map(({ deliveryNo, weight }) => [deliveryNo, weight]));
    expect(numbers.map((number) => of.get(number))).toEqual([
      ...['match', 'over', 'match', 'under', 'match', 'unknown', 'unknown'],
    ]);
    expect(found.weights).toMatchObject({ numerator: 3, denominator: 5, n: 5, excluded: 2 });
  });

  it('has a weight only where each of its slips has one, a gate pass only where each of its passes has', () => {
    const note1 = [note('N')];
    const first = (...slips: readonly Slip[]) => checked(slips.map((slip) => ({ deliveryNo: 'N', leftAt: out, ...slip })), note1).loads[0]!; // prettier-ignore
    expect(first({ net: 5000 }, { slipNo: 'B' }).net).toEqual(notEntered);
    expect(first({ net: 5000 }, { loaded: 7000, empty: 2000 }).net).toEqual(known(10_000_000));
    expect(first({ net: 5000 }, { loaded: 7000 }).net).toEqual(notEntered);
    expect(first({ net: 5000 }, { empty: 7000 }).net).toEqual(notEntered);
    expect(first({ net: 5000 }, { vehicle: '沪A' }).net).toEqual(known(5_000_000));
    expect(first({ net: 5000, due: 4000 }, { net: 5000 }).due).toEqual(known(10_000_000));
    expect(first({ gateQuantity: 4 }, { gatePassNo: 'M' }).letOut).toEqual(notEntered);
    expect(first({ gateQuantity: 4 }, { gatePassNo: 'M', gateQuantity: 6 }, { slipNo: 'B' })).toMatchObject({
      ...{ letOut: known(10_000), gate: 'match' },
    });
    expect(first({ gateQuantity: 10.001 }).gate).toBe('over');
    expect(first({ gateQuantity: 10.0001 }).gate).toBe('match');
  });

  it('of a note without a quantity is compared with nothing', () => {
    const bare = [note('N', { shippedQuantity: undefined }), note('other')];
    expect(checked([{ deliveryNo: 'N', net: 5, gateQuantity: 5, leftAt: out }], bare).loads[0]).toMatchObject({
      ...{ noted: notEntered, due: notEntered, weight: 'unknown', gate: 'unknown', product: '豆粕', client: 0 },
    });
  });

  it('is inside from coming to leaving, the mean of its slips; a vehicle that left before it came is no time', () => {
    const found = checked([
      { slipNo: '1', enteredAt: '2026-06-10 08:00', leftAt: '2026-06-10 08:00' },
      { slipNo: '2', enteredAt: '2026-06-10 08:00', leftAt: '2026-06-10 07:00' },
      { slipNo: '3', enteredAt: '2026-06-10 08:00', leftAt: '2026-06-10 11:00' },
      { slipNo: '4', enteredAt: '2026-06-10 08:00' },
    ]);
    const of = new Map(found.loads.map(({ slips, hoursInside }) => [slips, hoursInside]));
    expect([of.get('1'), of.get('2'), of.get('4')]).toEqual([known(0), notEntered, notEntered]);
    expect(found.hoursInside).toMatchObject({ known: true, value: expect.closeTo(1.5, 9) as number });
  });
});

describe('the list of loads', () => {
  it('has what differs in weight or at the gate first, then the newest, then by note', () => {
    const slip = (deliveryNo: string, leftAt: string, more: Slip): Slip => ({ deliveryNo, leftAt, ...more });
    const right = { net: 10_000 };
    const found = checked(
      [
        slip('d', '2026-06-12', right),
        slip('c', '2026-06-12', right),
        slip('e', '2026-06-11', {}),
        slip('b', '2026-06-10', { gateQuantity: 11 }),
        slip('a', '2026-06-11', { net: 1 }),
      ],
      ['a', 'b', 'c', 'd', 'e'].map((number) => note(number)),
    );
    expect(found.loads.map(({ deliveryNo }) => deliveryNo).join('')).toBe('abcde');
    expect(found.gates).toMatchObject({ numerator: 0, denominator: 1, excluded: 4 });
  });

  it('counts the notes of the period since its first slip, and those without one', () => {
    const found = checked(
      [{ deliveryNo: 'N', leftAt: '2026-06-05' }],
      [
        note('N', { shippedDay: '2026-06-05' }),
        note('first day', { shippedDay: '2026-06-05' }),
        note('before', { shippedDay: '2026-06-04' }),
        note('as-of', { shippedDay: '2026-06-20' }),
        note('after', { shippedDay: '2026-06-21' }),
        note('cancelled', { cancelled: true }),
        note(' '),
        note('not out', { shippedDay: undefined }),
      ],
    );
    expect([found.notes, found.withoutSlip]).toEqual([3, 2]);
    const none = checked([{ deliveryNo: 'N' }], [note('M')]);
    expect(none).toMatchObject({ loads: [], notes: 0, withoutSlip: 0, hoursInside: notEntered });
  });
});
