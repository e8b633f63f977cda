import type { LoadChecks } from '../../../../../src/core/service/tracking/check-loads';
import type { Settings } from '../../../../../src/core/settings';
import { anAnalysis } from '../../../../support/analysis-builder';
import { aDataset, type RowOf } from '../../../../support/dataset-builder';

const note = (deliveryNo: string, shippedQuantity: number, shippedDay = '2026-06-10'): RowOf<'deliveries'> => ({
  client: 'A',
  deliveryNo,
  shippedDay,
  shippedQuantity,
});

function checksOf(
  weighings: readonly RowOf<'weighings'>[],
  deliveries: readonly RowOf<'deliveries'>[],
  settings: Partial<Settings> = {},
): LoadChecks {
  const dataset = aDataset().withRows('deliveries', deliveries).withWeighings(weighings).build();
  const { loadChecks } = anAnalysis(dataset, { asOf: '2026-06-30', settings }).analysis;
  if (!loadChecks.known) throw new Error('there are slips');
  return loadChecks.value;
}

describe('weighing slips and gate passes', () => {
  it('are compared with what was to be fetched; what differs stands first', () => {
    const found = checksOf(
      [
        // 15,020 of 15,000: +0.13 %; 16:00 − 14:30 = 1.5 hours.
        { slipNo: 'B1', deliveryNo: 'N1', loaded: 25_300, empty: 10_280, gateQuantity: 15, enteredAt: '2026-06-10 14:30', leftAt: '2026-06-10 16:00' },
        // Exactly 0.5 % over: within; the gate let out one less.
        { slipNo: 'B2', deliveryNo: 'N2', net: 20_100, gateQuantity: 19, leftAt: '2026-06-11 09:00' },
        // Two vehicles of one note: 9,000 + 10,800 of 20,000: −1 %.
        { slipNo: 'B3', deliveryNo: 'N3', net: 9_000, gateQuantity: 10, leftAt: '2026-06-12 09:00' },
        { slipNo: 'B4', deliveryNo: 'N3', net: 10_800, gateQuantity: 10, leftAt: '2026-06-13 09:00' },
        // The slip itself says what is due, whatever the note says.
        { slipNo: 'B5', deliveryNo: 'N4', net: 500, due: 500, leftAt: '2026-06-14 09:00' },
        // No weight, no note.
        { slipNo: 'B6', loaded: 9_000, leftAt: '2026-06-15 09:00' },
      ],
      [note('N1', 15), note('N2', 20), note('N3', 12), note('N3', 8), note('N4', 3), note('N5', 1), note('N6', 1, '2026-06-09')],
    ); // prettier-ignore
    const value = (outcome: { known: boolean; value?: unknown }): unknown => (outcome.known ? outcome.value : '—');
    expect(
      found.loads.map(({ slips, net, due, weight, gate }) => [slips, value(net), value(due), weight, gate]),
    ).toEqual([
      ['B3 B4', 19_800_000, 20_000_000, 'under', 'match'],
      ['B2', 20_100_000, 20_000_000, 'match', 'under'],
      ['B6', '—', '—', 'unknown', 'unknown'],
      ['B5', 500_000, 500_000, 'match', 'unknown'],
      ['B1', 15_020_000, 15_000_000, 'match', 'match'],
    ]);
    expect(found.weights).toMatchObject({ numerator: 3, denominator: 4, excluded: 1 });
    expect(found.gates).toMatchObject({ numerator: 2, denominator: 3, excluded: 2 });
    expect(found.hoursInside.known && found.hoursInside.value).toBeCloseTo(1.5, 6);
    // Since the first slip, of 10 June: N1 to N5; N5 has no slip. N6 went out before.
    expect([found.withoutSlip, found.notes]).toEqual([1, 5]);
  });

  it('take the gate pass of a note from a row of its own', () => {
    const found = checksOf(
      [
        { slipNo: 'B1', deliveryNo: 'N1', net: 10_000, leftAt: '2026-06-10 09:00' },
        { gatePassNo: 'M1', deliveryNo: 'N1', gateQuantity: 9, leftAt: '2026-06-10 09:10' },
        // It was weighed, and nobody wrote down what it showed.
        { slipNo: 'B2', deliveryNo: 'N2', gateQuantity: 4, leftAt: '2026-06-09 09:10' },
      ],
      [note('N1', 10), note('N2', 4)],
    );
    expect(found.loads.map(({ deliveryNo, weight, gate }) => [deliveryNo, weight, gate])).toEqual([
      ['N1', 'match', 'under'],
      ['N2', 'unknown', 'match'],
    ]);
  });

  it('weigh by the unit of the firm', () => {
    const found = checksOf([{ deliveryNo: 'N1', net: 400, leftAt: '2026-06-10 09:00' }], [note('N1', 10)], {
      'loads.kgPerUnit': 40,
    });
    expect(found.loads[0]).toMatchObject({ weight: 'match', due: { value: 400_000 } });
  });

  it('are — without the sheet', () => {
    const { loadChecks } = anAnalysis(
      aDataset()
        .withRows('deliveries', [note('N1', 1)])
        .build(),
    ).analysis;
    expect(loadChecks).toMatchObject({ known: false, why: { sheet: 'weighings' } });
  });
});
