import type { Money } from '../../../../../src/core/model/money';
import { known, missing } from '../../../../../src/core/model/outcome';
import type { PlaceFigures } from '../../../../../src/core/sales/distribution';
import { verbatim } from '../../../../../src/i18n/text';
import type { ReportContext } from '../../../../../src/reports/layout/report-context';
import { REGION_CHART } from '../../../../../src/reports/sheets/parts/region-share';

/** Net sales of places, in fen, as shares of their sum. */
function places(amounts: Readonly<Record<string, number>>): readonly PlaceFigures[] {
  const total = Object.values(amounts).reduce((sum, one) => sum + one, 0);
  return Object.entries(amounts).map(([group, amount]) => ({
    group,
    label: verbatim(group),
    clients: 1,
    quantity: missing({ reason: 'no-rows' }),
    netAmount: amount as Money,
    share: known(amount / total),
  }));
}

function titleOf(regions: Readonly<Record<string, number>>, countries?: Readonly<Record<string, number>>): string {
  const distribution = {
    regionsOfPeriod: places(regions),
    countriesOfPeriod: countries
      ? known(places(countries))
      : missing({ reason: 'no-column', column: 'clients.country' }),
  };
  const { title } = REGION_CHART;
  return (typeof title === 'function' ? title({ analysis: { distribution } } as unknown as ReportContext) : title).en;
}

describe('the chart of places', () => {
  const countries = { USA: 60, Norway: 40 };

  it('shows regions where no more than a third of net sales has none', () => {
    expect(titleOf({ East: 50, '': 33, West: 17 }, countries)).toContain('East leads with 50');
  });

  it('shows countries where more than a third of net sales has no region', () => {
    expect(titleOf({ '': 40, East: 35, West: 25 }, countries)).toContain('USA leads with 60');
  });

  it('stays with regions where countries are not known, or not better', () => {
    expect(titleOf({ '': 40, East: 35, West: 25 })).toContain('East leads with 35');
    expect(titleOf({ '': 40, East: 35, West: 25 }, { '': 70, USA: 30 })).toContain('East leads with 35');
  });
});
