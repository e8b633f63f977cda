import { planCalls } from '../../../../src/core/plan/call-plan';
import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset, type RowOf } from '../../../support/dataset-builder';

/** The plan as of 31 December 2025 is of January 2026. */
function lacks(calendar: 'none' | 'CN', holidays: readonly RowOf<'holidays'>[]): boolean {
  const dataset = aDataset()
    .withClients([{ code: 'C1', name: '甲' }])
    .withTransactions([{ client: 'C1', day: '2025-12-01', amount: 100 }])
    .withRows('holidays', holidays)
    .build();
  const { analysis } = anAnalysis(dataset, { asOf: '2025-12-31', settings: { 'plan.calendar': calendar } });
  return planCalls(dataset, analysis).lacksHolidays;
}

it('a calendar of no country lacks the days off of the year until one of them is typed in', () => {
  expect(lacks('none', [])).toBe(true);
  expect(lacks('none', [{ day: '2026-05-01' }])).toBe(false);
  expect(lacks('none', [{ day: '2025-05-01' }])).toBe(true);
  // A day that is worked on is no day off.
  expect(lacks('none', [{ day: '2026-05-01', working: true }])).toBe(true);
  expect(lacks('CN', [])).toBe(false);
});
