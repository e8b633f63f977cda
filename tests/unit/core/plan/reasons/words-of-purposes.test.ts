import { analyse } from '../../../../../src/core/analyse';
import type { Analysis } from '../../../../../src/core/analysis';
import { workMonthOf } from '../../../../../src/core/calendar/calendar-month';
import { makeWorkCalendar } from '../../../../../src/core/calendar/work-calendar';
import type { Dataset } from '../../../../../src/core/model/dataset';
import { asDay, isoOf, monthOf } from '../../../../../src/core/model/day';
import { known } from '../../../../../src/core/model/outcome';
import { planCalls } from '../../../../../src/core/plan/call-plan';
import { NO_WORK } from '../../../../../src/core/plan/kept-work';
import { reasonsToCall } from '../../../../../src/core/plan/reasons/reasons-to-call';
import { DEFAULT_SETTINGS } from '../../../../../src/core/settings';
import { allFigures } from '../../../../support/all-figures';
import { aDataset, day } from '../../../../support/dataset-builder';

const asOf = day('2026-01-31');
const analysisOf = (dataset: Dataset): Analysis =>
  analyse(dataset, { today: asOf, asOf, period: { kind: 'last12m' }, settings: DEFAULT_SETTINGS });

describe('a call about an opportunity', () => {
  const purposes = (rest: { readonly expectedAmount?: number; readonly expectedDay?: string }): string => {
    const dataset = aDataset()
      .withClients([{ code: 'K1', name: '甲' }])
      .withTransactions([{ client: 'K1', day: '2026-01-15', amount: 1000 }])
      .withRows('prospects', [{ client: 'K1', opportunity: '新仓', expectedMonths: 1, nextStep: '报价', ...rest }])
      .build();
    return JSON.stringify(planCalls(dataset, analysisOf(dataset), NO_WORK));
  };

  it('names the amount where there is one, the day, and the next step', () => {
    expect(purposes({ expectedAmount: 30_000, expectedDay: '2026-02-20' })).toMatch(
      /"zh":"[^"]*(30,000|3万)[^"]*预计02-20：报价/,
    );
    const without = purposes({ expectedDay: '2026-02-20' });
    expect(without).toMatch(/"zh":"[^"]*，预计02-20：报价/);
    expect(without).not.toContain('NaN');
    expect(without).not.toContain('undefined');
  });
});

describe('a call to win a client back', () => {
  it('names the days since the last order', () => {
    const dataset = aDataset()
      .withClients([{ code: 'K1', name: '甲' }])
      .withTransactions([{ client: 'K1', day: '2026-01-10', amount: 1000 }])
      .build();
    const month = workMonthOf(makeWorkCalendar('CN'), monthOf(day('2026-02-01')), asOf, 3);
    // 10 to 31 January.
    expect(reasonsToCall(analysisOf(dataset), 0, month)('winBack').text.zh).toBe('停购：已21天未下单，问原因谈恢复');
  });
});

describe('what changed since the year before', () => {
  it('is a reason from 5 % on; less is the same as before', () => {
    const dataset = aDataset()
      .withClients([{ code: 'K1', name: '甲' }])
      .withTransactions(
        Array.from({ length: 24 }, (_, month) => ({
          client: 'K1',
          day: `${2024 + Math.floor((month + 1) / 12)}-${String(((month + 1) % 12) + 1).padStart(2, '0')}-10`,
          amount: 1000,
        })),
      )
      .build();
    const analysis = analysisOf(dataset);
    if (!analysis.lifecycle.known) throw new Error('there are sales');
    const { lifecycle } = analysis;
    const month = workMonthOf(makeWorkCalendar('CN'), monthOf(day('2026-02-01')), asOf, 3);
    const first = (growth: number): string => {
      const clients = lifecycle.value.clients.map((client) => ({ ...allFigures(client), growth: known(growth) }));
      const changed = { ...analysis, lifecycle: known({ ...lifecycle.value, clients }) };
      return reasonsToCall(changed, 0, month)('call').text.zh;
    };
    expect(lifecycle.value.clients[0]!.compared.known).toBe(true);
    expect(first(0.05)).toContain('5.0%');
    expect(first(0.3)).toContain('30.0%');
    expect(first(0.049)).not.toContain('%');
    expect(first(-0.05)).toContain('5.0%');
  });
});

describe('the next order of a client', () => {
  const month = workMonthOf(makeWorkCalendar('CN'), monthOf(day('2026-02-01')), asOf, 3);
  /** Orders every 12 days, the last of them so many days before the as-of day of 31 January. */
  const firstReason = (daysAgo: number): string => {
    const days = [4, 3, 2, 1, 0].map((gaps) => isoOf(asDay(asOf - daysAgo - gaps * 12)));
    const dataset = aDataset()
      .withClients([{ code: 'K1', name: '甲' }])
      .withTransactions(days.map((on) => ({ client: 'K1', day: on, amount: 1000 })))
      .build();
    return reasonsToCall(analysisOf(dataset), 0, month)('call').text.zh;
  };

  it('is asked for around its day, and missed when that is 10 days ago', () => {
    expect(firstReason(10)).toBe('约02-02该下单（12天一单），提前问量');
    expect(firstReason(21)).toBe('约01-22该下单（12天一单），提前问量');
    expect(firstReason(22)).toBe('已22天未下单（通常12天一单），问需求');
  });
});
