import { known, missing } from '../../../../../src/core/model/outcome';
import { trackShipments, type ShipmentTracking } from '../../../../../src/core/service/tracking/track-shipments';
import { settingsWith } from '../../../../../src/core/settings';
import { aDataset, day, type RowOf } from '../../../../support/dataset-builder';
import { aWindow, deliveryFactsOf } from '../../../../support/delivery-facts';

type Line = RowOf<'deliveries'>;
const window = aWindow('2026-06-01', '2026-06-30');
const notEntered = missing({ reason: 'not-entered' });

function track(lines: readonly Line[]) {
  const dataset = aDataset()
    .withClients([{ code: 'A' }])
    .withDeliveries(lines)
    .build();
  const settings = settingsWith({ 'tracking.shippedDays': 10 });
  return trackShipments(dataset, deliveryFactsOf(dataset, window, settings).lines, window, settings);
}
function tracked(lines: readonly Line[]): ShipmentTracking {
  const found = track(lines);
  if (!found.known) throw new Error(JSON.stringify(found.why));
  return found.value;
}
const arrived = (deliveryNo: string, shippedDay: string, more: Line = {}): Line => ({
  ...{ deliveryNo, shippedDay, deliveredDay: shippedDay, ...more },
});

describe('shipments', () => {
  it('show what their row says, and — where it says nothing', () => {
    const found = tracked([
      { client: 'A', deliveryNo: '1', orderNo: 'O', product: '豆粕', vehicle: '沪A', carrier: '顺达', shippedQuantity: 2.5, shippedDay: '2026-06-25', deliveredDay: '2026-06-28', promisedDay: '2026-06-27', documentsRight: false },
      { shippedDay: '2026-06-24' },
    ]); // prettier-ignore
    expect(found.shipments).toEqual([
      {
        ...{ client: -1, deliveryNo: '', orderNo: '', product: '', vehicle: '', carrier: '', quantity: notEntered },
        ...{ shippedDay: day('2026-06-24'), expectedDay: notEntered, arrivedDay: notEntered, isOnTheWay: true },
        ...{ daysLate: notEntered, documentsRight: notEntered },
      },
      {
        ...{ client: 0, deliveryNo: '1', orderNo: 'O', product: '豆粕', vehicle: '沪A', carrier: '顺达' },
        ...{ quantity: known(2500), shippedDay: day('2026-06-25'), expectedDay: known(day('2026-06-27')) },
        ...{
          arrivedDay: known(day('2026-06-28')),
          isOnTheWay: false,
          daysLate: known(1),
          documentsRight: known(false),
        },
      },
    ]);
  });

  it('went out in the last ten days, or are on their way since whenever; none after as-of, none cancelled', () => {
    const found = tracked([
      arrived('20th', '2026-06-20'),
      arrived('21st', '2026-06-21'),
      arrived('30th', '2026-06-30'),
      arrived('31st', '2026-07-01'),
      arrived('cancelled', '2026-06-25', { cancelled: true }),
      { deliveryNo: 'old', shippedDay: '2026-01-05' },
      { deliveryNo: 'arrives tomorrow', shippedDay: '2026-06-29', deliveredDay: '2026-07-01' },
      { deliveryNo: 'never out', deliveredDay: '2026-06-29' },
    ]);
    expect(found.shipments.map(({ deliveryNo }) => deliveryNo)).toEqual([
      ...['arrives tomorrow', 'old', '30th', '21st'],
    ]);
    // Of the three of these days two have arrived.
    expect(found.arrived).toMatchObject({ numerator: 2, denominator: 3, n: 3, excluded: 0 });
    expect([found.count, found.onTheWay, found.late]).toEqual([4, 2, 0]);
  });

  it('on the way stand the latest past their day first, without a day last; then the newest, by note, order and row', () => {
    const out = (orderNo: string, shippedDay: string, promisedDay?: string, deliveryNo = 'P'): Line => ({
      ...{ orderNo, shippedDay, promisedDay, deliveryNo },
    });
    const found = tracked([
      arrived('P', '2026-06-28', { orderNo: 'm', promisedDay: '2026-06-21' }),
      arrived('P', '2026-06-29', { orderNo: 'l', promisedDay: '2026-06-30' }),
      out('j', '2026-06-26'),
      out('k', '2026-06-25'),
      out('g', '2026-06-01', '2026-07-05'),
      out('f', '2026-06-02', '2026-06-30'),
      out('c', '2026-06-20', '2026-06-29', 'Q'),
      out('c', '2026-06-20', '2026-06-29'),
      out('b', '2026-06-20', '2026-06-29'),
      { ...out('b', '2026-06-20', '2026-06-29'), product: 'second' },
      out('a', '2026-06-21', '2026-06-29'),
      out('e', '2026-06-01', '2026-06-25'),
    ]);
    expect(found.shipments.map(({ orderNo, deliveryNo, product }) => `${orderNo}${deliveryNo}${product}`)).toEqual([
      ...['eP', 'aP', 'bP', 'bPsecond', 'cP', 'cQ'],
      // Both due by as-of: no day late.
      ...['fP', 'gP', 'jP', 'kP', 'lP', 'mP'],
    ]);
    expect(found.late).toBe(6);
  });

  it('that arrived have right documents, wrong ones, or none to judge by', () => {
    const found = tracked([
      arrived('1', '2026-06-25', { documentsRight: true }),
      arrived('2', '2026-06-25', { documentsRight: false }),
      arrived('3', '2026-06-25'),
      arrived('4', '2026-06-10', { documentsRight: true }),
      { shippedDay: '2026-06-25', documentsRight: true },
    ]);
    expect(found.documents).toEqual({ value: known(0.5), numerator: 1, denominator: 2, n: 2, excluded: 1 });
    const without = tracked([arrived('1', '2026-06-25')]).documents;
    expect(without).toEqual({
      ...{ numerator: 0, denominator: 0, n: 0, excluded: 0 },
      value: missing({ reason: 'no-column', column: 'deliveries.documentsRight' }),
    });
  });

  it('are listed up to a thousand, and counted beyond', () => {
    const found = tracked(Array.from({ length: 1001 }, () => arrived('1', '2026-06-25')));
    expect([found.shipments.length, found.count]).toEqual([1000, 1001]);
  });

  it('are — without a day of shipping or of arrival', () => {
    expect(track([])).toEqual(missing({ reason: 'no-sheet', sheet: 'deliveries' }));
    expect(track([{ deliveredDay: '2026-06-25' }])).toMatchObject({ why: { column: 'deliveries.shippedDay' } });
    expect(track([{ shippedDay: '2026-06-25' }])).toMatchObject({ why: { column: 'deliveries.deliveredDay' } });
  });
});
